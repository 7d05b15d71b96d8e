"""Guessing passwords, slowed down: failures are counted per login and per address, in the database,
so that all processes of an office know of them.

A try is counted before the password is looked at and taken back when it was right, so that many
tries at once count as many.
"""

import hashlib
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workstation.models.office import SignInAttempt
from workstation.server.store import bulk
from workstation.server.store.database import Database

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Patience:
    """`free` failures cost nothing; after that each doubles the wait, from `first` to `longest`
    milliseconds. After `forgets` milliseconds of quiet all is forgotten."""

    free: int
    first: int = 5_000
    longest: int = 15 * MINUTE
    forgets: int = 60 * MINUTE

    def wait(self, failures: int) -> int:
        over = failures - self.free
        return 0 if over < 0 else min(self.longest, self.first * 2 ** min(over, 30))


PER_LOGIN = Patience(free=5)
PER_ADDRESS = Patience(free=100)
"""A whole shop may sit behind one address."""


class TooMany(Exception):
    """Not now; `wait` in milliseconds."""

    def __init__(self, wait: int) -> None:
        super().__init__("too many attempts")
        self.wait = wait


def count(database: Database, login: str, address: str, now: int) -> None:
    """Count a try, or raise TooMany."""

    def work(session: Session) -> None:
        found = [
            (_held(session, key, patience, now), patience)
            for key, patience in _keys(login, address)
        ]
        wait = max(attempt.blocked_until - now for attempt, _ in found)
        if wait > 0:
            raise TooMany(wait)
        for attempt, patience in found:
            attempt.failures += 1
            attempt.last_at = now
            attempt.blocked_until = now + patience.wait(attempt.failures)

    database.retrying(work)


def forgive(session: Session, login: str, address: str) -> None:
    """The password was right: the login starts afresh, and the address has one try back."""
    for key, patience in _keys(login, address):
        attempt = session.get(SignInAttempt, key, with_for_update=True)
        if attempt is None:
            continue
        attempt.failures = 0 if patience is PER_LOGIN else max(0, attempt.failures - 1)
        attempt.blocked_until = 0


def _keys(login: str, address: str) -> list[tuple[str, Patience]]:
    found = [(_key("login", login), PER_LOGIN), (_key("address", address), PER_ADDRESS)]
    return sorted(found, key=lambda pair: pair[0])  # always locked in one order


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value}".encode("utf-8", "surrogatepass")).hexdigest()


def _held(session: Session, key: str, patience: Patience, now: int) -> SignInAttempt:
    fresh = {"id": key, "failures": 0, "last_at": now, "blocked_until": 0}
    bulk.write(session, SignInAttempt, [fresh], update=False)  # somebody else may just have
    attempt = session.get_one(SignInAttempt, key, with_for_update=True)
    if now - attempt.last_at > patience.forgets:
        attempt.failures = 0
    return attempt
