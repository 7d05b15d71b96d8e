"""What goes wrong at the pretended Graph API, when it is told to."""

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Literal

Limit = Literal["app", "page", "account", "throughput", "pair", "calls"]

# Code, subcode and message as the provider documents them.
LIMITS: dict[Limit, tuple[int, str]] = {
    "app": (4, "Application request limit reached"),
    "page": (32, "Page request limit reached"),
    "account": (80007, "Rate limit issues"),
    "throughput": (130429, "Rate limit hit"),
    "pair": (131056, "(Business Account, Consumer Account) pair rate limit hit"),
    "calls": (613, "Calls to this API have exceeded the rate limit."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An error as the Graph API answers it."""

    status: int
    code: int
    message: str
    subcode: int | None = None
    details: str = ""
    kind: str = "OAuthException"
    title: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def body(self, trace: str) -> dict[str, Any]:
        error: dict[str, Any] = {"message": self.message, "type": self.kind, "code": self.code}
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.title:
            error["error_user_title"] = self.title
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": error | {"fbtrace_id": trace}}


class RefusedError(Exception):
    """A request that the provider does not do."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Next:
    """What happens to the next request: a refusal, a bare status, or a lost answer."""

    refusal: Refusal | None = None
    status: int = 0
    lost: bool = False


class Trouble:
    """Knobs. Those that count (`fail_next` ...) are about requests that send something."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: deque[Next] = deque()
        self._to: dict[str, Next] = {}
        self._failures: deque[tuple[int, str]] = deque()
        self.slow = 0.0
        """Seconds before each answer."""
        self.repeat = 1
        """How many times each webhook is posted."""
        self.shuffle = False
        """Whether webhooks overtake one another."""
        self.media_expired = False
        """Whether no media can be fetched any more."""
        self.per_second: int | None = None
        """How many messages are taken within one second; None is any number."""
        self._lately: deque[float] = deque()

    def fail_next(
        self,
        times: int = 1,
        *,
        status: int = 400,
        code: int | None = None,
        subcode: int | None = None,
        message: str = "An unknown error has occurred.",
        details: str = "",
    ) -> None:
        """The next requests fail: with a documented body when there is a code, else with a bare
        status, as a proxy between us and the provider gives it."""
        refusal = None
        if code is not None:
            refusal = Refusal(
                status=status, code=code, subcode=subcode, message=message, details=details
            )
        self._add(times, Next(refusal=refusal, status=status))

    def limit_next(self, times: int = 1, *, limit: Limit = "throughput", minutes: int = 0) -> None:
        """The next requests are too many. `minutes` is how long the provider says it takes."""
        self._add(times, Next(refusal=limited(limit, minutes)))

    def lose_next(self, times: int = 1) -> None:
        """The next messages are taken, and the connection cut before the answer."""
        self._add(times, Next(lost=True))

    def refuse(self, address: str, refusal: Refusal) -> None:
        """Whatever is sent to this address is refused, until it is `forgive`n."""
        with self._lock:
            self._to[address] = Next(refusal=refusal)

    def lose(self, address: str) -> None:
        """The answer to whatever is sent to this address gets lost."""
        with self._lock:
            self._to[address] = Next(lost=True)

    def break_down_for(self, address: str, status: int = 503) -> None:
        """Whatever is sent to this address finds nobody."""
        with self._lock:
            self._to[address] = Next(status=status)

    def forgive(self, address: str = "") -> None:
        """No more trouble: with one address, or at all."""
        with self._lock:
            if address:
                self._to.pop(address, None)
                return
            self._to.clear()
            self._next.clear()
            self._failures.clear()
        self.slow, self.repeat, self.shuffle, self.media_expired = 0.0, 1, False, False
        self.per_second = None

    def fail_delivery_next(
        self, times: int = 1, *, code: int = 131026, title: str = "Message undeliverable"
    ) -> None:
        """The next messages are taken, and turn out not to arrive (WhatsApp says so later)."""
        with self._lock:
            self._failures.extend([(code, title)] * times)

    def next_for(self, address: str = "") -> Next | None:
        """What happens to a request that sends something to this address."""
        with self._lock:
            if address in self._to:
                return self._to[address]
            return self._next.popleft() if self._next else None

    def too_many(self, now: float) -> Refusal | None:
        """Whether one more is more than is taken within a second. `now` in seconds."""
        with self._lock:
            if self.per_second is None:
                return None
            while self._lately and self._lately[0] <= now - 1:
                self._lately.popleft()
            if len(self._lately) >= self.per_second:
                return limited("throughput")
            self._lately.append(now)
            return None

    def next_delivery(self) -> tuple[int, str] | None:
        """Code and title of what stops the next message, if anything does."""
        with self._lock:
            return self._failures.popleft() if self._failures else None

    def _add(self, times: int, what: Next) -> None:
        with self._lock:
            self._next.extend([what] * times)


def limited(limit: Limit, minutes: int = 0) -> Refusal:
    """Too many requests, as the provider says it."""
    code, message = LIMITS[limit]
    usage = (
        '{"1234567890":[{"type":"messenger","call_count":100,"total_cputime":25,'
        f'"total_time":25,"estimated_time_to_regain_access":{minutes}}}]}}'
    )
    return Refusal(
        status=429 if limit in ("throughput", "account") else 400,
        code=code,
        message=f"(#{code}) {message}",
        headers={"X-Business-Use-Case-Usage": usage} if minutes else {},
    )
