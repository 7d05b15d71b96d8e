"""Fetching mail as it comes: IDLE where the server has it, gently looking where it has not.

A mail is kept by the office before the place in its folder is remembered, and both before it is
marked or moved: a stop anywhere fetches it again, and twice is once by its Message-ID. A mail that
the server cannot give, or that breaks the connection each time, is set aside and tried again later,
so that it holds up no other.
"""

import logging
import random
import time
from collections import Counter
from threading import Event

from workstation.channels.email.mailbox import (
    BROKEN,
    Folder,
    LoginError,
    Mailbox,
    open_mailbox,
)
from workstation.channels.email.place import Place
from workstation.channels.email.reading import CUT, SENT, wrapped
from workstation.channels.email.settings import Imap
from workstation.channels.email.tokens import TokenRefusedError
from workstation.channels.email.trouble import (
    broken_failure,
    is_no_folder,
    is_refusal,
    login_failure,
)
from workstation.channels.port import (
    Office,
)
from workstation.rules.failures import coded

log = logging.getLogger(__name__)

_TOGETHER = 20
"""Mails between two times that the place is remembered."""
_TRIES = 3
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 300.0
_LOGIN_PAUSE = 60.0
_RETRY = 600.0


class Listening:
    """`pause`: the first wait after something broke, seconds; it doubles up to five minutes.
    `retry`: how long a mail that was set aside is left alone, seconds."""

    def __init__(
        self,
        settings: Imap,
        *,
        pause: float = _FIRST_PAUSE,
        login_pause: float = _LOGIN_PAUSE,
        retry: float = _RETRY,
    ) -> None:
        self._settings = settings
        self._pause = pause
        self._login_pause = login_pause
        self._retry = retry
        self._breaks: Counter[tuple[str, int]] = Counter()
        """How often the connection broke over a mail."""
        self._fetching: tuple[str, int] | None = None
        self._worked = False
        self._aside: dict[str, int] = {}
        """How many mails of a folder are set aside."""
        self._next_try: dict[tuple[str, int], float] = {}

    def listen(self, office: Office, stop: Event) -> None:
        failures = 0
        while not stop.is_set():
            self._worked = False
            pause = self._pause
            try:
                with open_mailbox(self._settings, stop) as mailbox:
                    self._follow(office, mailbox, stop)
            except LoginError as error:
                if stop.is_set():
                    return
                office.say("down", login_failure(self._settings, error))
                pause = self._login_pause
            except TokenRefusedError as error:
                office.say("down", str(error))
                pause = self._login_pause
            except _NotKeptError:
                office.say("degraded", coded("line.not_kept"))
            except BROKEN as error:
                if stop.is_set():
                    return
                self._blame(error)
                failures = 0 if self._worked else failures
                if failures >= 1:
                    office.say("down", broken_failure(self._settings, error))
            failures += 1
            if not stop.is_set():
                longest = max(_LONGEST_PAUSE, pause)
                stop.wait(min(pause * 2 ** (failures - 1), longest) * random.uniform(0.8, 1.2))

    # ------------------------------------------------------------ one connection

    def _follow(self, office: Office, mailbox: Mailbox, stop: Event) -> None:
        settings = self._settings
        folders = [*settings.folders]
        if settings.sent_folder:
            folders.append(settings.sent_folder)
        main = folders[0]
        while not stop.is_set():
            missing: list[str] = []
            # The one that is waited in comes last, so that it is the selected one.
            for name in [*folders[1:], main]:
                try:
                    self._look_into(office, mailbox, name, stop)
                except BROKEN as error:
                    if not is_no_folder(error):
                        raise
                    missing.append(name)
            self._worked = True
            self._say(office, missing)
            if stop.is_set():
                return
            if main in missing or not mailbox.idles:
                stop.wait(settings.poll_seconds)
                mailbox.still_there()
            else:
                alone = len(folders) == 1 and not any(self._aside.values())
                mailbox.wait_for_news(
                    settings.idle_seconds
                    if alone
                    else min(settings.poll_seconds, settings.idle_seconds)
                )

    def _say(self, office: Office, missing: list[str]) -> None:
        if missing:
            names = ", ".join(missing)
            office.say("degraded", coded("line.imap_no_folder", names=names))
        elif count := sum(self._aside.values()):
            names = ", ".join(name for name, some in self._aside.items() if some)
            office.say("degraded", coded("line.imap_aside", names=names, count=count))
        else:
            office.say("open")

    def _look_into(self, office: Office, mailbox: Mailbox, name: str, stop: Event) -> None:
        """Take in what is new in a folder."""
        folder = mailbox.select(name)
        place = Place.recalled(office, folder, self._settings, mailbox)
        uids = mailbox.uids_after(place.uid, since=place.since)
        waiting = uids + [uid for uid in place.set_aside if self._may_try(name, uid)]
        while waiting and not stop.is_set():
            batch, waiting = waiting[:_TOGETHER], waiting[_TOGETHER:]
            taken: list[int] = []
            try:
                for uid in batch:
                    if self._take(office, mailbox, folder, place, uid):
                        taken.append(uid)
                    place.uid = max(place.uid, uid)
            finally:
                place.remember(office, folder)
            if name != self._settings.sent_folder:
                mailbox.settle(taken)
        self._aside[name] = len(place.set_aside)

    def _may_try(self, folder: str, uid: int) -> bool:
        return self._next_try.get((folder, uid), 0.0) <= time.monotonic()

    def _take(
        self, office: Office, mailbox: Mailbox, folder: Folder, place: Place, uid: int
    ) -> bool:
        """Fetch one mail and have it kept. False when that cannot be done now, and others go on."""
        key = (folder.name, uid)
        if self._breaks[key] >= _TRIES:
            self._set_aside(place, key)
            return False
        self._fetching = key
        try:
            found = mailbox.fetch(uid)
        except BROKEN as error:
            if is_refusal(error):  # the server lives, and cannot give this one
                self._fetching = None
                log.warning("a mail could not be fetched: %s", type(error).__name__)
                self._set_aside(place, key)
                return False
            raise
        self._fetching = None
        del self._breaks[key]
        if found is not None:
            raw, is_cut = found
            mark = SENT if folder.name == self._settings.sent_folder else b"inbox"
            try:
                office.receive(wrapped(raw, mark, *([CUT] if is_cut else [])))
            except OSError as error:
                raise _NotKeptError from error
        place.take_back(uid)
        return found is not None

    def _set_aside(self, place: Place, key: tuple[str, int]) -> None:
        place.put_aside(key[1])
        self._next_try[key] = time.monotonic() + self._retry
        self._breaks[key] = _TRIES - 1  # the next time, one break is enough

    def _blame(self, error: BaseException) -> None:
        """The connection broke: count it against the mail that was on its way."""
        log.info("the connection to the mailbox broke: %s", type(error).__name__)
        if self._fetching is not None:
            self._breaks[self._fetching] += 1
            self._worked = True  # try again soon: the next time it may be another's turn
            self._fetching = None


class _NotKeptError(Exception):
    """The office cannot make a mail durable now."""
