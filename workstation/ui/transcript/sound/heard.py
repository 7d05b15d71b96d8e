"""What a player shows of a recording, and what a sound device is asked for."""

from dataclasses import dataclass
from typing import Literal, Protocol

State = Literal["quiet", "coming", "paused", "playing", "mute", "broken", "missing"]
"""`quiet`: not asked for yet; `mute`: this computer has no sound; `broken`: it cannot be played
here; `missing`: it is not here."""

RATES = (1.0, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Heard:
    """Times in milliseconds. `peaks` are how loud it is, 0 to 1, at equal steps; empty until it
    was decoded."""

    state: State = "quiet"
    at: int = 0
    length: int = 0
    rate: float = 1.0
    peaks: tuple[float, ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether it is better opened with another program."""
        return self.state in ("mute", "broken")


class Device(Protocol):
    """One recording at a time. It tells its owner with the three functions it was made with."""

    def load(self, content: bytes, media_type: str) -> None: ...
    def play(self) -> None: ...
    def pause(self) -> None: ...
    def seek(self, at: int) -> None: ...
    def set_rate(self, rate: float) -> None: ...
    def stop(self) -> None: ...


class Mute(Exception):
    """There is nothing here to play sound with."""
