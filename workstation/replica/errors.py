"""Bad luck of the replica, each with a sentence for the person at the desk."""

from workstation.replica.sentences import SENTENCES, say


class BadLuck(Exception):
    """Something outside went wrong. `str()` says what, and what to do, in the desk's language.

    `code` names a sentence of `sentences.py`, filled in with `facts`; or it is a sentence itself.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return say(self.code, self.facts)


class ReplicaDamaged(BadLuck):
    """A database file cannot be read: damaged, or the key is another one."""


class ReplicaReadOnly(BadLuck):
    """The profile's folder cannot be written."""


class DiskFull(BadLuck):
    """There is no room left on the disk."""


class Unreachable(BadLuck):
    """The server did not answer, or not as a server of ours does."""


class SignInNeeded(BadLuck):
    """The server no longer knows this desk: somebody has to sign in."""


class SignInRefused(BadLuck):
    """Name and password do not go together, or too many attempts."""


class ServerSaysNo(BadLuck):
    """The server understood and refuses; `code` is the problem's code."""

    def __init__(self, code: str, detail: str, status: int) -> None:
        super().__init__(code)
        self.detail = detail
        self.status = status

    def __str__(self) -> str:
        return super().__str__() if self.code in SENTENCES else self.detail


class Stopped(Exception):
    """A person said that it need not go on: no bad luck, and nothing is wrong."""


class KeyUnavailable(BadLuck):
    """The operating system keeps no key for us, and no passphrase was given."""
