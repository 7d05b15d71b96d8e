"""The signed-in desk: its memory, and its conversation with the server."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.models.text import shown
from workstation.replica.errors import BadLuck
from workstation.replica.mood import MoodKeeper
from workstation.replica.patience import PATIENT
from workstation.replica.replica import Replica
from workstation.replica.rows.news import Changed
from workstation.replica.signals import SignalKeeper
from workstation.replica.uploads import UploadKeeper

if TYPE_CHECKING:
    from workstation.replica.api import Api
    from workstation.replica.listen import Listen
    from workstation.replica.patience import Patience
    from workstation.replica.pieces import Told
    from workstation.replica.push import Push
    from workstation.replica.rows.channels import Upkeep
    from workstation.replica.rows.news import Mood
    from workstation.replica.signals import Signal
    from workstation.replica.uploads import Upload
    from workstation.wire.signals import SignalKind

_LAST_CHANCE = 2.0
"""Seconds the desk stays for what was sent just before it was closed."""


class Session:
    """Owns the replica, the API client and the sync loop. `start` begins to sync; nothing of the
    network is loaded before."""

    def __init__(self, replica: Replica, patience: "Patience" = PATIENT) -> None:
        self.replica = replica
        self._patience = patience
        self._moods = MoodKeeper()
        self._signals = SignalKeeper()
        self._uploads = UploadKeeper()
        self._push: Push | None = None
        self._listen: Listen | None = None
        self._known_api: Api | None = None
        self._unsubscribe = replica.subscribe(self._count_outbox)

    @property
    def mood(self) -> "Mood":
        return self._moods.mood

    def on_mood(self, heard: Callable[["Mood"], None]) -> Callable[[], None]:
        """Be told how the connection is, in whatever thread finds out. Returns how to stop."""
        return self._moods.listen(heard)

    def metered(self, metered: bool) -> None:
        """Whether the connection counts what goes through it. Does not block."""
        self._moods.metered(metered)

    def on_signal(self, heard: Callable[["Signal"], None]) -> Callable[[], None]:
        """Be told who is typing or looking, in whatever thread hears it. Returns how to stop."""
        return self._signals.listen(heard)

    def on_upload(self, heard: Callable[["Upload"], None]) -> Callable[[], None]:
        """Be told how far the files of a message are, in the thread that sends them. Returns how
        to stop."""
        return self._uploads.listen(heard)

    def signal(self, contact_id: str, kind: "SignalKind") -> None:
        """Let others see that one is typing, looking, or no longer either. May be called at every
        key: only what is news is sent, from this thread, and what gets lost on its way is lost."""
        if self._signals.worth_saying(contact_id, kind):
            with contextlib.suppress(BadLuck):
                self._api.signal(contact_id, kind)

    def start(self) -> None:
        """Begin to send and to listen. Call it from a worker: it loads what the network needs."""
        from workstation.replica.listen import Listen
        from workstation.replica.push import Push

        self.replica.receiving.refresh_preview()
        self._count_outbox(Changed(everything=True))
        self._push = Push(
            self.replica, self._api, self._moods, self._patience, uploads=self._uploads
        )
        self._listen = Listen(
            self.replica, self._api, self._moods, self._patience, signals=self._signals
        )
        self._push.start()
        self._listen.start()

    def stop(self) -> None:
        """Stop syncing. What waits, waits; what was held for second thoughts had them, and still
        leaves where the line is good."""
        self._unsubscribe()
        with contextlib.suppress(BadLuck):
            let_go = self.replica.let_go()
            if let_go and self._push is not None and self.mood.name in ("online", "slow"):
                self._push.finish(_LAST_CHANCE)
        halves = [half for half in (self._push, self._listen) if half is not None]
        for half in halves:
            half.stop()
        for half in halves:
            half.join(timeout=3)

    def sync_now(self) -> None:
        """Try again now, without waiting for the next try; go on with a download that rests."""
        if self._push is not None:
            self._push.wake()
        if self._listen is not None:
            self._listen.go_on()

    def rest(self) -> None:
        """Have a first download stop; what is here stays. Does not block."""
        if self._listen is not None:
            self._listen.rest()

    def go_on(self) -> None:
        """Go on with a first download that was stopped. Does not block."""
        if self._listen is not None:
            self._listen.go_on()

    def fetch_history(self, customer_id: str, told: "Told | None" = None) -> None:
        """Bring a customer's older contacts here. `told` hears after each page how many have come,
        of an unknown number (0), and may raise `Stopped`. Raises `BadLuck`."""
        before, pages, contacts = "", 0, 0
        while pages < 20:
            page = self._api.history(customer_id, before)
            contacts += len(page["tables"].get("contact", {}).get("rows", ()))
            self.replica.receiving.store_history(page["tables"])
            if not page["more"]:
                return
            before, pages = page["before"], pages + 1
            if told is not None:
                told(contacts, 0)

    def find_customers(self, words: str, limit: int = 20) -> list[tuple[str, str, str]]:
        """(customer_id, name, city), of everybody the shop knows. Raises `BadLuck`."""
        return [
            (one["customer_id"], shown(one["name"]), shown(one["city"]))
            for one in self._api.customers(words, limit)
        ]

    def fetch_file(self, sha256: str, told: "Told | None" = None) -> bytes:
        """A file's content, from here or from the server. `told` hears how much of it has come,
        and may raise `Stopped`. Raises `BadLuck`."""
        content = self.replica.file(sha256)
        if content is None:
            content, media_type = self._api.file(sha256, told)
            self.replica.receiving.keep_file(content, media_type=media_type, name="")
        return content

    def upkeep(self) -> "Upkeep":
        """What an admin must know of the channels. Raises `BadLuck`."""
        from workstation.replica.rows.channels import ArrivalRow, FindingRow, Upkeep

        seen = self._api.channels()
        found = {"": seen["office"]} | {one["channel"]: one["findings"] for one in seen["channels"]}
        return Upkeep(
            findings={
                channel: tuple(
                    FindingRow(severity=one["severity"], english=one["english"], dutch=one["dutch"])
                    for one in findings
                )
                for channel, findings in found.items()
            },
            arrivals=tuple(
                ArrivalRow(
                    arrival_id=one["id"],
                    slot=one["channel"],
                    at=one["at"],
                    size=one["size"],
                    error=one["error"],
                )
                for one in self._api.arrivals()
            ),
        )

    def read_again(self, arrival_id: str) -> None:
        """Have a body that could not be read be read again. Raises `BadLuck`."""
        self._api.read_again(arrival_id)

    def sign_out(self) -> None:
        """End the sign-in, here and, when it can be reached, at the server. Outbox and drafts
        stay for the next sign-in of the same agent."""
        self.stop()
        with contextlib.suppress(BadLuck):
            self._api.sign_out()
        self.replica.store.remember(access="", refresh="")

    @property
    def _api(self) -> "Api":
        if self._known_api is None:
            from workstation.replica.api import Api

            store = self.replica.store
            self._known_api = Api(
                store.remembered("server"),
                access=store.remembered("access"),
                refresh=store.remembered("refresh"),
                heard=lambda access, refresh: store.remember(access=access, refresh=refresh),
                patience=self._patience,
            )
        return self._known_api

    def _count_outbox(self, changed: Changed) -> None:
        if changed.everything or "outbox" in changed.tables:
            self._moods.outbox(*self.replica.waiting())


def sign_in(server: str, login: str, password: str, profile: Path, key: bytes) -> Session:
    """Sign in and open this profile's memory. Raises `SignInRefused`, `Unreachable`, `BadLuck`.

    A profile belongs to one agent of one server: another one begins with an empty memory, and the
    outbox of the first is set aside, never sent in another's name.
    """
    from workstation.replica import vault
    from workstation.replica.api import Api

    tokens: dict[str, str] = {}
    api = Api(server, heard=lambda access, refresh: tokens.update(access=access, refresh=refresh))
    import platform  # a millisecond that only this needs

    me = api.sign_in(login, password, platform.node())
    replica = Replica.open(profile, key)
    owner = (replica.store.remembered("server"), replica.store.remembered("agent_id"))
    if owner not in (("", ""), (api.server, me["agent_id"])):
        replica.close()
        vault.set_aside(profile, "of-another")
        vault.throw_away(profile)
        replica = Replica.open(profile, key)
    replica.store.remember(server=api.server, login=login, agent_id=me["agent_id"], **tokens)
    return Session(replica)


def resume(profile: Path, key: bytes) -> Session | None:
    """The desk as it was left, without the network; None when somebody has to sign in."""
    from workstation.replica import vault

    if not (profile / vault.MINE).exists():
        return None
    replica = Replica.open(profile, key)
    if not replica.store.remembered("refresh") or not replica.me:
        replica.close()
        return None
    return Session(replica)
