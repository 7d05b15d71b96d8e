"""One step of a call, as a provider told it: what it means for the call, and whom it is about."""

from collections.abc import Iterable

from workstation.channels.incoming import (
    CallNews,
    RemoteFile,
)
from workstation.rules.addresses import canonical
from workstation.rules.calls import AGAIN, Step, step
from workstation.server.intake.arrived import fit, key
from workstation.server.intake.placing import name_of

_FULFILS = {
    "ringing": ("dial",),
    "answered": ("answer", "dial"),
    "held": ("hold",),
    "resumed": ("resume",),
    "transferred": ("transfer",),
    "ended": ("dial", "answer", "hold", "resume", "transfer", "hang_up"),
}
"""Which wishes a step shows to have come true."""


def fulfilled_by(one: Step) -> tuple[str, ...]:
    return ("answer",) if one.how == AGAIN else _FULFILS.get(one.step, ())


def step_of(news: CallNews) -> Step:
    how = news.how
    if news.step == "recorded":
        how = "voicemail" if any(file.role == "voicemail" for file in news.remote) else ""
    return step(news.step, news.at, fit(news.agent), how)


def number_of(news: CallNews) -> str:
    return fit(canonical(news.channel, news.address)) if news.address else ""


def thread_of(news: CallNews) -> str:
    """A number has one thread; a call without one is a thread of its own."""
    return number_of(news) or fit(news.provider_id)


def names_of(channel: str, calls: Iterable[CallNews]) -> set[str]:
    """All that must be held still to take these in: each call, and each number that calls."""
    found = set()
    for news in calls:
        found.add(f"call {key(channel, news.provider_id)}")
        found.add(name_of((news.channel, thread_of(news))))
    return found


def rung_at(heard: Iterable[CallNews]) -> str:
    agents = sorted((step_of(news), news.agent) for news in heard if news.agent)
    return agents[0][1] if agents else ""


def kept_news(data: dict[str, object]) -> CallNews:
    given = dict(data)
    files = given.pop("remote")
    assert isinstance(files, list)
    return CallNews(**given, remote=tuple(RemoteFile(**file) for file in files))  # type: ignore[arg-type]
