"""What an admin should know about how the channels are set up, each finding in two languages."""

import ipaddress
import logging
import os
import re
import stat
import threading
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workstation.channels.configuration import Misconfigured
from workstation.channels.incoming import (
    Severity,
)
from workstation.channels.port import (
    Channel,
    Finding,
)
from workstation.models import CHANNELS
from workstation.server.settings import Settings

log = logging.getLogger(__name__)

PATIENCE = 45.0
"""Seconds that providers have to answer, all of them together."""
_NO_PROVIDER = ("console", "closed")
_SECRET = re.compile(r"secret|token|password|passphrase|private_key|api_key", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found about one channel."""

    channel: str
    findings: tuple[Finding, ...]


def finding(severity: Severity, english: str, dutch: str) -> Finding:
    return Finding(severity=severity, english=english, dutch=dutch)


def is_broken(findings: Sequence[Finding]) -> bool:
    return any(one.severity == "broken" for one in findings)


def misconfigured(error: Misconfigured) -> Finding:
    """The configuration cannot be used."""
    return finding("broken", str(error), error.dutch)


def faces_the_world(channel: Channel) -> bool:
    """Whether providers or browsers come to us for it."""
    if channel.name == "console":
        return False
    return channel.name == "chat" or type(channel).is_genuine is not Channel.is_genuine


def of_the_office(settings: Settings, channels: Mapping[str, Channel]) -> list[Finding]:
    """What concerns all channels: the file, its secrets, and our own address."""
    found: list[Finding] = []
    if settings.channel_file is None:
        found.append(
            finding(
                "warning",
                "No channel is configured: the console plays them all. Name a file with --channels "
                "or WORKSTATION_CHANNELS.",
                "Er is geen kanaal ingesteld: alles wordt nagebootst. Geef met --channels of "
                "WORKSTATION_CHANNELS een bestand op.",
            )
        )
    else:
        found += _of_the_file(settings.channel_file)
    outside = sorted(name for name, channel in channels.items() if faces_the_world(channel))
    if outside:
        found += _of_the_address(settings.public_url, ", ".join(outside))
    closed = [name for name in CHANNELS if _is(channels, name, "closed")]
    if closed:
        names = ", ".join(closed)
        found.append(
            finding(
                "fine",
                f"Not configured, so closed: {names}.",
                f"Niet ingesteld, dus gesloten: {names}.",
            )
        )
    played = [name for name in CHANNELS if _is(channels, name, "console")]
    if settings.channel_file is not None and played:
        names = ", ".join(played)
        found.append(
            finding(
                "fine",
                f"Not configured, so played by the console: {names}.",
                f"Niet ingesteld, dus nagebootst: {names}.",
            )
        )
    return found


def of_channels(channels: Mapping[str, Channel], *, patience: float = PATIENCE) -> list[Looked]:
    """What each channel finds about itself; all look at the same time."""
    slots = {one.name: one for one in channels.values() if one.name not in _NO_PROVIDER}
    if not slots:
        return []
    pool = ThreadPoolExecutor(max_workers=len(slots), thread_name_prefix="check")
    looking = {name: pool.submit(_look, channel) for name, channel in slots.items()}
    wait(looking.values(), timeout=patience)
    pool.shutdown(wait=False, cancel_futures=True)
    late = finding(
        "warning",
        f"The provider did not answer within {patience:.0f} seconds. Look again later.",
        f"De provider antwoordde niet binnen {patience:.0f} seconden. Kijk later nog eens.",
    )
    return [
        Looked(channel=name, findings=future.result() if future.done() else (late,))
        for name, future in looking.items()
    ]


class Looks:
    """What was found lately: providers are asked once a minute at most."""

    def __init__(
        self, channels: Mapping[str, Channel], *, patience: float = 20.0, kept: float = 60.0
    ) -> None:
        self._channels = channels
        self._patience = patience
        self._kept = kept
        self._lock = threading.Lock()
        self._found: list[Looked] = []
        self._at: float | None = None

    def lately(self) -> list[Looked]:
        """As `of_channels`; may take as long as the patience."""
        with self._lock:
            if self._at is None or time.monotonic() - self._at > self._kept:
                self._found = of_channels(self._channels, patience=self._patience)
                self._at = time.monotonic()
            return self._found


def _look(channel: Channel) -> tuple[Finding, ...]:
    try:
        found = tuple(channel.check())
    except Exception as error:  # a look must not fail because of what it looks at
        log.exception("looking at %s ended in an error", channel.name)
        what = type(error).__name__
        return (
            finding(
                "broken",
                f"Looking at this channel ended in an error ({what}). The log says more.",
                f"Dit kanaal bekijken eindigde in een fout ({what}). Het logboek zegt meer.",
            ),
        )
    return found or (
        finding("fine", "There is nothing to complain about.", "Er is niets op aan te merken."),
    )


def _is(channels: Mapping[str, Channel], name: str, slot: str) -> bool:
    return name != "console" and name in channels and channels[name].name == slot


def _of_the_file(path: Path) -> Iterator[Finding]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return  # said by whoever reads the configuration
    inline = sorted(_secrets(raw, ""))
    if inline and _others_read(path):
        names = ", ".join(inline)
        yield finding(
            "warning",
            f"Everybody on this machine can read {path}, and it holds secrets: {names}. Write "
            f'"env:NAME" or "file:PATH" instead, or take away their right (chmod 600).',
            f"Iedereen op deze machine kan {path} lezen, en er staan geheimen in: {names}. Schrijf "
            f'in plaats daarvan "env:NAAM" of "file:PAD", of neem dat recht weg (chmod 600).',
        )
    for name, kept in _kept_apart(raw, "", path.parent):
        if _others_read(kept):
            yield finding(
                "warning",
                f"Everybody on this machine can read {kept}, the secret of {name}. Take away their "
                "right (chmod 600).",
                f"Iedereen op deze machine kan {kept} lezen, het geheim van {name}. Neem dat recht "
                "weg (chmod 600).",
            )


def _secrets(given: Mapping[str, Any], where: str) -> Iterator[str]:
    """Names of what looks like a secret and stands in the file itself."""
    for name, value in given.items():
        if isinstance(value, dict):
            yield from _secrets(value, f"{where}{name}.")
        elif (
            isinstance(value, str)
            and value
            and _SECRET.search(name)
            and not value.startswith(("env:", "file:"))
        ):
            yield f"{where}{name}"


def _kept_apart(given: Mapping[str, Any], where: str, folder: Path) -> Iterator[tuple[str, Path]]:
    for name, value in given.items():
        if isinstance(value, dict):
            yield from _kept_apart(value, f"{where}{name}.", folder)
        elif isinstance(value, str) and value.startswith("file:") and _SECRET.search(name):
            yield f"{where}{name}", folder / value.removeprefix("file:")


def _others_read(path: Path) -> bool:
    """Whether anybody else on this machine may. Windows says it in another way, not looked at."""
    if os.name == "nt":
        return False
    try:
        return bool(path.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def _of_the_address(url: str, names: str) -> Iterator[Finding]:
    if not url:
        yield finding(
            "warning",
            "The office does not know where it is reached from outside, which is needed for "
            f"{names}. Set WORKSTATION_PUBLIC_URL, such as https://desk.example.nl.",
            "Het kantoor weet niet hoe het van buiten te bereiken is, en dat is nodig voor "
            f"{names}. Zet WORKSTATION_PUBLIC_URL, zoals https://desk.example.nl.",
        )
        return
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield finding(
            "broken",
            f"WORKSTATION_PUBLIC_URL is no address: {url}. One looks like https://desk.example.nl.",
            f"WORKSTATION_PUBLIC_URL is geen adres: {url}. Zo ziet er een uit: "
            "https://desk.example.nl.",
        )
    elif _is_here(parts.hostname):
        yield finding(
            "warning",
            f"{url} can be reached from this machine only: good for trying out, no provider will "
            "find it.",
            f"{url} is alleen vanaf deze machine te bereiken: goed om te proberen, geen provider "
            "zal het vinden.",
        )
    elif parts.scheme != "https":
        yield finding(
            "broken",
            f"{url} is not https, although it serves {names}: providers refuse that, and anybody "
            "on the way can read along. Put a proxy with a certificate in front.",
            f"{url} is geen https, terwijl het er is voor {names}: providers weigeren dat, en "
            "iedereen onderweg kan meelezen. Zet er een proxy met een certificaat voor.",
        )


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
