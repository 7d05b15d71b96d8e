"""Bad luck of the replica, each with a sentence for the person at the desk."""


class BadLuck(Exception):
    """Something outside went wrong. `str()` says what, and what to do."""


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
        super().__init__(detail)
        self.code = code
        self.status = status


class KeyUnavailable(BadLuck):
    """The operating system keeps no key for us, and no passphrase was given."""
