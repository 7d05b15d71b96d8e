"""For admins: how each channel is, how far it is open, and what it could not read."""
