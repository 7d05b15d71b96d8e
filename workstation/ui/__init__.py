"""THE DESK: what an agent sees, in Qt. A folder per screen or panel; it starts in `desk.py`."""
