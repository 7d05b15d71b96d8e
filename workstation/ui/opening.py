"""Getting at a profile's memory: its key, and the session that was left or a new one."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from workstation.replica.rows.reference import Reference
    from workstation.ui.doors import SessionDoor

    Found = tuple[SessionDoor, Reference]

KEY_BYTES = 32

AskPassphrase = Callable[[str], str | None]
"""Called in a worker; blocks until a person has answered. Given what was wrong before, or ""."""


class Opening:
    """All of it blocks: the desk's opener calls it, never the thread that paints.

    `hurry` begins to get the key while that thread still loads Qt: from a passphrase in a thread,
    for making that key takes long and lets others work; from the keyring in a process of its own.
    """

    def __init__(self, profile: Path, ask_passphrase: AskPassphrase | None = None) -> None:
        self.profile = profile
        self._asker = ask_passphrase
        self._asker_there = threading.Event()
        if ask_passphrase is not None:
            self._asker_there.set()
        self._early: threading.Thread | None = None
        self._early_trouble: Exception | None = None
        self._key: bytes | None = None

    def known(self) -> bool:
        """Whether somebody signed in here before; a look at the folder, no more."""
        return (self.profile / "mine.db").exists()

    def locked_by_passphrase(self) -> bool:
        """Whether a passphrase was chosen before, on a machine without a keyring."""
        return (self.profile / "lock.json").exists()

    def hurry(self) -> None:
        """Get the key now, if there is something to open."""
        if self.known() and self._early is None:
            child = None if self.locked_by_passphrase() else _ask_keyring(self.profile)
            self._early = threading.Thread(target=self._get_key_early, args=(child,), daemon=True)
            self._early.start()

    def ask_with(self, asker: AskPassphrase) -> None:
        """How to ask for a passphrase; who needs one before waits for this."""
        self._asker = asker
        self._asker_there.set()

    def resume(self) -> "Found | None":
        """The desk as it was left; None when somebody has to sign in. Raises `BadLuck`."""
        from workstation.replica.session import resume

        session = resume(self.profile, self._get_key())
        return None if session is None else (session, session.replica.reference())

    def prepare(self) -> None:
        """Load what signing in needs while the person types."""
        import workstation.replica.api
        import workstation.replica.session  # noqa: F401 - loaded for its use a moment later

    def sign_in(self, server: str, login: str, password: str) -> "Found":
        """Raises `BadLuck` with a sentence for the person."""
        from workstation.replica.session import sign_in

        session = sign_in(server, login, password, self.profile, self._get_key())
        return session, session.replica.reference()

    def _get_key(self) -> bytes:
        early, self._early = self._early, None
        if early is not None:
            early.join()
        trouble, self._early_trouble = self._early_trouble, None
        if trouble is not None:
            raise trouble
        if self._key is None:
            self._key = self._load_key()
        return self._key

    def _get_key_early(self, child: "subprocess.Popen[bytes] | None") -> None:
        from workstation.replica.errors import BadLuck

        if child is not None:
            key, _ = child.communicate()
            if child.returncode == 0 and len(key) == KEY_BYTES:
                self._key = key
                return
        try:
            self._key = self._load_key()
        except BadLuck as trouble:
            self._early_trouble = trouble  # told once, by whoever needs the key

    def _load_key(self) -> bytes:
        from workstation.replica.keys import load_or_create_key

        return load_or_create_key(self.profile, self._ask)

    def _ask(self, said: str) -> str | None:
        self._asker_there.wait()
        return None if self._asker is None else self._asker(said)


def _ask_keyring(profile: Path) -> "subprocess.Popen[bytes] | None":
    """A child that asks the keyring; None where the program is not run by a Python it can start."""
    import subprocess
    import sys

    if getattr(sys, "frozen", False) or not sys.executable:
        return None
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "workstation.ui.key_child", str(profile)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None
