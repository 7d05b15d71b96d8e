"""THE DESK: what an agent sees, in Qt. A folder per screen or panel; it starts in `desk.py`."""

from workstation.ui.lasting_none import keep_none

keep_none()
