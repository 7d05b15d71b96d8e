"""How the parts of a message are drawn: everything has its place already, here it gets colour."""
