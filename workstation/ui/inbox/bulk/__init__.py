"""Doing the same with many contacts at once, and taking it back."""
