"""The window in which texts that are kept ready are written and changed."""
