"""What waits to be sent, what was refused and why, and what can be done about it."""
