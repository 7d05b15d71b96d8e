"""The key of a profile's files: 32 random bytes in the operating system's keyring, or, where there
is none (Linux without a desktop), made from a passphrase. The key itself is never written down."""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from workstation.replica.errors import KeyUnavailable

SERVICE = "Workstation"
LOCK = "lock.json"
"""Beside the files when a passphrase is used: its salt, and how to tell a wrong passphrase."""

PASSPHRASE = "WORKSTATION_PASSPHRASE"
"""The variable that answers for the person, for desks that nobody sits at while they start."""

AskPassphrase = Callable[[str], str | None]
"""Given a sentence to show ("" or what was wrong), a passphrase, or None to give up."""


def load_or_create_key(profile: Path, ask_passphrase: AskPassphrase | None = None) -> bytes:
    """The key of a profile. Raises `KeyUnavailable` when nobody can give it."""
    if not (profile / LOCK).exists():
        found = _from_keyring(str(profile.resolve()))
        if found is not None:
            return found
    return _from_passphrase(profile, ask_passphrase)


def key_from_passphrase(profile: Path, passphrase: str) -> bytes:
    """The key a passphrase gives. Raises `KeyUnavailable` when it is not the one the files were
    locked with. The first passphrase ever given becomes the one."""
    path = profile / LOCK
    if path.exists():
        lock = json.loads(path.read_text("utf-8"))
        key = _stretch(passphrase, bytes.fromhex(lock["salt"]))
        if not hmac.compare_digest(_check(key), bytes.fromhex(lock["check"])):
            raise KeyUnavailable("wrong_passphrase")
        return key
    salt = secrets.token_bytes(16)
    key = _stretch(passphrase, salt)
    profile.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(".new")
    written.write_text(json.dumps({"salt": salt.hex(), "check": _check(key).hex()}), "utf-8")
    written.replace(path)
    return key


def _from_keyring(account: str) -> bytes | None:
    """The key in the keyring, made when there is none; None when there is no keyring."""
    if os.environ.get("WORKSTATION_NO_KEYRING"):
        return None
    import keyring  # takes long to load, and many machines need it only here
    from keyring.errors import KeyringError

    try:
        known = keyring.get_password(SERVICE, account)
        if known is None:
            known = secrets.token_hex(32)
            keyring.set_password(SERVICE, account, known)
            if keyring.get_password(SERVICE, account) != known:
                return None
        return bytes.fromhex(known)
    except (KeyringError, RuntimeError):
        return None


def _from_passphrase(profile: Path, ask: AskPassphrase | None) -> bytes:
    if given := os.environ.get(PASSPHRASE):
        return key_from_passphrase(profile, given)
    said = ""
    while ask is not None:
        passphrase = ask(said)
        if passphrase is None:
            break
        try:
            return key_from_passphrase(profile, passphrase)
        except KeyUnavailable as error:
            said = str(error)
    raise KeyUnavailable("no_key")


def _stretch(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=1 << 15, r=8, p=1, maxmem=1 << 26, dklen=32
    )


def _check(key: bytes) -> bytes:
    return hmac.digest(key, b"workstation profile", "sha256")
