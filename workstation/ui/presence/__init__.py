"""Whether somebody is there, why not, and when they are back."""
