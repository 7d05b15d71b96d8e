"""Getting at a profile's memory: its key, and the session that was left or a new one."""

from pathlib import Path
from typing import Protocol

from workstation.replica.rows import Reference
from workstation.ui.doors import SessionDoor

Found = tuple[SessionDoor, Reference]


class AskPassphrase(Protocol):
    """Called in a worker; blocks until a person has answered. `said` is what was wrong before."""

    def __call__(self, said: str, /) -> str | None: ...


class Opening:
    """All of it blocks: the desk's opener calls it, never the thread that paints."""

    def __init__(self, profile: Path, ask_passphrase: AskPassphrase) -> None:
        self.profile = profile
        self._ask = ask_passphrase

    def known(self) -> bool:
        """Whether somebody signed in here before; a look at the folder, no more."""
        return (self.profile / "mine.db").exists()

    def resume(self) -> Found | None:
        """The desk as it was left; None when somebody has to sign in. Raises `BadLuck`."""
        from workstation.replica.keys import load_or_create_key
        from workstation.replica.session import resume

        session = resume(self.profile, load_or_create_key(self.profile, self._ask))
        return None if session is None else (session, session.replica.reference())

    def prepare(self) -> None:
        """Load what signing in needs while the person types."""
        import workstation.replica.api
        import workstation.replica.session  # noqa: F401

    def sign_in(self, server: str, login: str, password: str) -> Found:
        """Raises `BadLuck` with a sentence for the person."""
        from workstation.replica.keys import load_or_create_key
        from workstation.replica.session import sign_in

        key = load_or_create_key(self.profile, self._ask)
        session = sign_in(server, login, password, self.profile, key)
        return session, session.replica.reference()
