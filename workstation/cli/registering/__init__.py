"""Telling the operating system that links of ours open the desk: for this person only, and undone
as easily."""
