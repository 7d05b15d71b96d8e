"""A keyring that holds the one key of the measured replicas, so that a desk opens them as it opens
its own: `PYTHON_KEYRING_BACKEND` names it."""

from keyring.backend import KeyringBackend

KEY = bytes(range(32))
"""Known to everybody: there is nothing to hide in a sample."""


class KnownKey(KeyringBackend):
    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return KEY.hex()

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError("there is one key, and it does not change")

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError("there is one key, and it does not change")
