"""What a message holds besides its text, as words and cards that any painter can draw."""
