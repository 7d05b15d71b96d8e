"""Passwords as argon2id hashes."""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from workstation.models.office import Credential

# What OWASP advises for a server on which many sign in at once: 19 MiB, two passes.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_AT_ONCE = threading.Semaphore(4)  # a rush of sign-ins must not take all memory
_NOBODY = _HASHER.hash("nobody has this password")

LONGEST = 1000


def hash_password(password: str) -> str:
    return _HASHER.hash(password.encode("utf-8", "surrogatepass"))


def is_password(password: str, password_hash: str | None) -> bool:
    """Whether it is the one. Takes as long for somebody who does not exist (no hash)."""
    with _AT_ONCE:
        try:
            _HASHER.verify(password_hash or _NOBODY, password.encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def set_password(session: Session, agent_id: str, password: str) -> None:
    """Give an agent this password from now on."""
    found = session.get(Credential, agent_id)
    if found is None:
        session.add(Credential(agent_id=agent_id, password_hash=hash_password(password)))
    else:
        found.password_hash = hash_password(password)
