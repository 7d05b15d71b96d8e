"""Short explanations where one is, and what changed since one was last here."""
