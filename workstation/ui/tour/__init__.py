"""Two minutes around the real window, for who is here for the first time or after a year."""
