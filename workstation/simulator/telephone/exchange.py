"""The pretended exchange: which calls there are, who talks, and what of it was recorded."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workstation.sample.sound import murmur


@dataclass
class Line:
    """One call. Times in milliseconds since the epoch; `taped` is what was recorded of it, in
    milliseconds."""

    call: str
    number: str
    name: str = ""
    inbound: bool = True
    dialled: str = ""
    agent: str = ""
    reference: str = ""
    state: str = "ringing"
    taping_since: int | None = None
    taped: int = 0
    wishes: list[str] = field(default_factory=list)


class NoSuchLineError(Exception):
    """There is no such call, or it is not where this makes sense."""


class Exchange:
    """`tell` hears each event, in the form that is posted."""

    def __init__(
        self, tell: Callable[[dict[str, Any]], None], clock: Callable[[], int], *, record: bool
    ) -> None:
        self._tell = tell
        self._clock = clock
        self._record = record
        self._lock = threading.RLock()
        self._count = 0
        self.lines: dict[str, Line] = {}
        self.recordings: dict[str, bytes] = {}

    # ------------------------------------------------------------ what customers do

    def ring(
        self, number: str, *, name: str = "", dialled: str = "", agent: str = "", call: str = ""
    ) -> Line:
        """Somebody calls; an empty number is withheld."""
        with self._lock:
            line = Line(call or self._new(), number, name, dialled=dialled, agent=agent)
            self.lines[line.call] = line
            self._say(line, "new", agent=agent)
            return line

    def give_up(self, call: str) -> None:
        """The caller hangs up before anybody answered."""
        with self._lock:
            self._at(call, "ringing").state = "ended"
            self._say(self.lines[call], "missed")

    def leave_message(self, call: str, seconds: float = 4.0) -> None:
        """Nobody answered, and the caller speaks to the machine."""
        with self._lock:
            line = self._at(call, "ringing")
            line.state = "ended"
            self._say(line, "voicemail", recording=self._keep(line, seconds))

    def pick_up(self, call: str) -> None:
        """A customer whom we call answers."""
        with self._lock:
            self._talk(self._at(call, "dialling"))

    def customer_hangs_up(self, call: str) -> None:
        with self._lock:
            self._end(self._at(call, "talking", "held"))

    # ------------------------------------------------------------ what the office wants

    def dial(self, number: str, agent: str, reference: str) -> Line:
        with self._lock:
            line = Line(self._new(), number, inbound=False, agent=agent, reference=reference)
            line.state = "dialling"
            self.lines[line.call] = line
            self._say(line, "new", agent=agent)
            return line

    def want(self, call: str, wish: str, *, agent: str, target: str) -> None:
        """Do one of the wishes about a call that there is; raises NoSuchLineError."""
        with self._lock:
            if call not in self.lines:
                raise NoSuchLineError(call)
            self.lines[call].wishes.append(wish)
            match wish:
                case "answer":
                    line = self._at(call, "ringing")
                    line.agent = agent
                    self._talk(line)
                case "hold":
                    line = self._at(call, "talking")
                    self._stop_tape(line)
                    line.state = "held"
                    self._say(line, "hold")
                case "resume":
                    line = self._at(call, "held")
                    line.state = "talking"
                    self._start_tape(line)
                    self._say(line, "resume")
                case "transfer":
                    line = self._at(call, "talking", "held")
                    line.agent = target
                    self._say(line, "transfer", agent=target)
                case "hang_up":
                    self._end(self._at(call, "ringing", "dialling", "talking", "held"))
                case _:
                    raise NoSuchLineError(wish)

    # ------------------------------------------------------------ within

    def _talk(self, line: Line) -> None:
        line.state = "talking"
        self._start_tape(line)
        self._say(line, "answer", agent=line.agent)

    def _end(self, line: Line) -> None:
        talked = line.state in ("talking", "held")
        self._stop_tape(line)
        line.state = "ended"
        outcome = "answered" if talked else "missed" if line.inbound else "cancelled"
        self._say(line, "hangup", outcome=outcome)
        if talked and self._record:
            self._say(line, "recording", recording=self._keep(line, line.taped / 1000))

    def _start_tape(self, line: Line) -> None:
        line.taping_since = self._clock()

    def _stop_tape(self, line: Line) -> None:
        if line.taping_since is not None:
            line.taped += self._clock() - line.taping_since
            line.taping_since = None

    def _keep(self, line: Line, seconds: float) -> dict[str, Any]:
        reference = f"rec-{line.call}"
        self.recordings[reference] = murmur(seconds, seed=line.call)
        return {
            "reference": reference,
            "media_type": "audio/wav",
            "name": f"{line.call}.wav",
            "seconds": round(seconds),
        }

    def _say(self, line: Line, event: str, **more: Any) -> None:
        said = {
            "call": line.call,
            "event": event,
            "at": self._clock(),
            "number": line.number,
            "name": line.name,
            "direction": "in" if line.inbound else "out",
            "dialled": line.dialled,
        }
        if line.reference:
            said["reference"] = line.reference
        self._tell(said | more)

    def _at(self, call: str, *states: str) -> Line:
        line = self.lines.get(call)
        if line is None or line.state not in states:
            raise NoSuchLineError(call)
        return line

    def _new(self) -> str:
        self._count += 1
        return f"call-{self._clock()}-{self._count}"
