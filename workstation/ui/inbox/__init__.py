"""The list of contacts: every row of a view, however many, painted as it is scrolled to."""
