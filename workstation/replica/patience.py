"""How long the desk waits for the network before it calls it bad luck and tries again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds."""

    connect: float = 5.0
    """For a connection to be made."""
    answer: float = 20.0
    """Without a byte, after which an answer is given up."""
    whole: float = 90.0
    """After which an answer that drips in is given up."""
    silence: float = 40.0
    """Without a heartbeat, after which a stream counts as broken: more than two heartbeats."""
    longest_pause: float = 30.0
    """Between two tries, at most."""


PATIENT = Patience()
