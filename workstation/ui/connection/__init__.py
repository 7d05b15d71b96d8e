"""What the connection means for who works: what goes on, what waits, when it tries again."""
