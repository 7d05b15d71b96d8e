"""Work away from the thread that paints, and the safe way back to it."""
