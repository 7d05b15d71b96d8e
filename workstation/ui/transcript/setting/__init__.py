"""Where the parts of a message go: sizes only, no colours, so that a theme repaints and no more."""
