"""How the desk looks: colours, sizes, fonts, and the small things painted everywhere."""
