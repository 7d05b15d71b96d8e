"""Bad luck that a command explains in one sentence, instead of a trace."""


class Sorry(Exception):
    """What went wrong and what to do about it, for the person at the terminal."""
