"""Mails that carry one Message-ID and are not one mail: web forms and scanners send such, and so
does who wants another's mail to be taken for known. Each is kept.

What tells them apart is when they were written, or by whom; copies of one mail agree on both.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workstation.server.intake.arrived import Letter, fit
from workstation.server.intake.threads import Known


def by_origin(letters: Iterable[Letter]) -> dict[str, Letter]:
    """The letters of one batch, each once."""
    found: dict[str, Letter] = {}
    for letter in letters:
        other = found.get(letter.origin)
        if other is not None and _differ(letter, other.message.at, other.message.address):
            letter = _own_origin(letter)
        found[letter.origin] = letter
    return found


def from_known(letters: Mapping[str, Letter], here: Mapping[str, Known]) -> dict[str, Letter]:
    """The same, where those that only share their id with a mail that is here have their own."""
    found: dict[str, Letter] = {}
    for letter in letters.values():
        known = here.get(letter.origin)
        if known is not None and _differ(letter, known.written_at, None):
            letter = _own_origin(letter)
        found[letter.origin] = letter
    return found


def _differ(letter: Letter, at: int | None, address: str | None) -> bool:
    message = letter.message
    if message.channel != "email" or message.echo:
        return False
    times = message.at is not None and at is not None and message.at != at
    return times or (address is not None and message.address != address)


def _own_origin(letter: Letter) -> Letter:
    digest = hashlib.sha256(letter.kept.body).hexdigest()
    return replace(letter, origin=fit(f"{letter.origin}#{digest[:24]}"))
