"""A small IMAP4rev1 server over a simulated mailbox: what the office needs of one."""

import asyncio
import base64
import contextlib
from collections.abc import Awaitable, Callable

from workstation.simulator.mail.imap_mails import as_told, matching
from workstation.simulator.mail.imap_words import (
    BadCommandError,
    Word,
    numbers,
    read_command,
    text,
)
from workstation.simulator.mail.knobs import Knobs
from workstation.simulator.mail.store import Kept, Store
from workstation.simulator.mail.tokens import token_in

LONGEST_LINE = 1 << 20


class BreakOffError(Exception):
    """This connection is to end, without a word."""


class Session:
    """One connection."""

    def __init__(
        self,
        store: Store,
        knobs: Knobs,
        logins: dict[str, str],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._store = store
        self._knobs = knobs
        self._logins = logins
        self._reader = reader
        self._writer = writer
        self._user = ""
        self._folder = ""
        self._readonly = False
        self._shown = 0
        self._changed = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()

        def changed() -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(self._changed.set)

        self._store.listen(changed)
        try:
            await self._say("* OK [CAPABILITY " + self._capabilities() + "] ready")
            while await self._one():
                pass
        except (BreakOffError, ConnectionError, asyncio.IncompleteReadError, ValueError):
            pass
        finally:
            self._store.unlisten(changed)
            self._writer.close()

    async def _one(self) -> bool:
        try:
            words = await read_command(self._reader, self._go_on)
        except BadCommandError as error:
            await self._say(f"* BAD {error}")
            return True
        if words is None:
            return False
        if len(words) < 2:
            await self._say("* BAD empty command")
            return True
        if self._knobs.slow:
            await asyncio.sleep(self._knobs.slow)
        tag, name, given = text(words[0]), text(words[1]).lower(), words[2:]
        by_uid = name == "uid" and bool(given)
        if by_uid:
            name, given = text(given[0]).lower(), given[1:]
        command = self._commands().get(name)
        if command is None:
            answer = "BAD unknown command"
        elif name not in _OPEN and not self._user:
            answer = "NO sign in first"
        else:
            try:
                answer = await command(given, by_uid)
            except (IndexError, ValueError) as error:
                answer = f"BAD {type(error).__name__}"
        await self._say(f"{tag} {answer}")
        return name != "logout"

    def _commands(self) -> dict[str, Callable[[list[Word], bool], Awaitable[str]]]:
        return {
            "capability": self._capability,
            "noop": self._noop,
            "check": self._noop,
            "logout": self._logout,
            "login": self._login,
            "authenticate": self._authenticate,
            "list": self._list,
            "lsub": self._list,
            "status": self._status,
            "create": self._create,
            "select": self._select,
            "examine": self._examine,
            "close": self._close,
            "unselect": self._close,
            "search": self._search,
            "fetch": self._fetch,
            "store": self._mark,
            "copy": self._copy,
            "move": self._move,
            "expunge": self._expunge,
            "append": self._append,
            "idle": self._idle,
        }

    # ------------------------------------------------------------ who is there

    def _capabilities(self) -> str:
        found = ["IMAP4rev1", "AUTH=PLAIN", "AUTH=XOAUTH2", "LITERAL+", "UIDPLUS", "UNSELECT"]
        found += ["IDLE"] if self._knobs.has_idle else []
        found += ["MOVE"] if self._knobs.has_move else []
        return " ".join(found)

    async def _capability(self, _given: list[Word], _by_uid: bool) -> str:
        await self._say("* CAPABILITY " + self._capabilities())
        return "OK done"

    async def _login(self, given: list[Word], _by_uid: bool) -> str:
        return self._let_in(text(given[0]), text(given[1]))

    async def _authenticate(self, given: list[Word], _by_uid: bool) -> str:
        mechanism = text(given[0]).upper()
        if len(given) > 1:
            packed = text(given[1])
        else:
            await self._go_on()
            packed = (await self._reader.readline()).decode("ascii", "replace").strip()
        said = base64.b64decode(packed).decode("utf-8", "replace")
        if mechanism == "PLAIN":
            _, user, password = said.split("\0")
            return self._let_in(user, password)
        if mechanism == "XOAUTH2":
            return self._let_in(*token_in(said))
        return "NO unknown mechanism"

    def _let_in(self, user: str, password: str) -> str:
        if self._knobs.breaks_in_login:
            raise BreakOffError
        if self._knobs.login_fails or self._logins.get(user) != password:
            return f"NO {self._knobs.login_answer}"
        self._user = user
        return f"OK [CAPABILITY {self._capabilities()}] signed in"

    async def _logout(self, _given: list[Word], _by_uid: bool) -> str:
        await self._say("* BYE until next time")
        return "OK done"

    # ------------------------------------------------------------ folders

    async def _list(self, given: list[Word], _by_uid: bool) -> str:
        wanted = text(given[1]) if len(given) > 1 else "*"
        for name in self._store.names:
            if wanted in ("*", "%") or wanted.lower() == name.lower():
                await self._say(f'* LIST (\\HasNoChildren) "/" "{name}"')
        return "OK done"

    async def _status(self, given: list[Word], _by_uid: bool) -> str:
        folder = self._store.folder(text(given[0]))
        if folder is None:
            return "NO [NONEXISTENT] no such folder"
        unseen = sum("\\Seen" not in kept.flags for kept in folder.mails)
        known = {
            "MESSAGES": len(folder.mails),
            "RECENT": 0,
            "UIDNEXT": folder.next_uid,
            "UIDVALIDITY": folder.validity,
            "UNSEEN": unseen,
        }
        asked = given[1] if isinstance(given[1], list) else []
        told = " ".join(
            f"{text(one).upper()} {known[text(one).upper()]}"
            for one in asked
            if text(one).upper() in known
        )
        await self._say(f'* STATUS "{folder.name}" ({told})')
        return "OK done"

    async def _create(self, given: list[Word], _by_uid: bool) -> str:
        self._store.make(text(given[0]))
        return "OK done"

    async def _select(self, given: list[Word], _by_uid: bool) -> str:
        return await self._open(text(given[0]), readonly=False)

    async def _examine(self, given: list[Word], _by_uid: bool) -> str:
        return await self._open(text(given[0]), readonly=True)

    async def _open(self, name: str, *, readonly: bool) -> str:
        folder = self._store.folder(name)
        self._folder = ""
        if folder is None:
            return "NO [NONEXISTENT] select failed: no such folder"
        self._folder, self._readonly = folder.name, readonly
        self._shown = len(folder.mails)
        await self._say("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)")
        await self._say(f"* {self._shown} EXISTS")
        await self._say("* 0 RECENT")
        await self._say(f"* OK [UIDVALIDITY {folder.validity}] valid")
        await self._say(f"* OK [UIDNEXT {folder.next_uid}] next")
        return f"OK [READ-{'ONLY' if readonly else 'WRITE'}] selected"

    async def _close(self, _given: list[Word], _by_uid: bool) -> str:
        self._folder = ""
        return "OK done"

    # ------------------------------------------------------------ mails

    def _chosen(self, said: str, by_uid: bool) -> list[tuple[int, Kept]]:
        mails = self._store.listing(self._folder)
        known = [kept.uid for kept in mails] if by_uid else list(range(1, len(mails) + 1))
        wanted = numbers(said, known)
        return [
            (number, kept)
            for number, (kept, name) in enumerate(zip(mails, known, strict=True), start=1)
            if name in wanted
        ]

    async def _search(self, given: list[Word], by_uid: bool) -> str:
        mails = list(enumerate(self._store.listing(self._folder), start=1))
        found = matching([text(word) for word in given], mails)
        told = "".join(f" {kept.uid if by_uid else number}" for number, kept in found)
        await self._say(f"* SEARCH{told}")
        if self._knobs.during_search:
            self._store.add(self._folder, self._knobs.during_search.pop(0))
            await self._tell_news()
        return "OK done"

    async def _fetch(self, given: list[Word], by_uid: bool) -> str:
        items = given[1] if isinstance(given[1], list) else [given[1]]
        for number, kept in self._chosen(text(given[0]), by_uid):
            wants_content = any("BODY" in text(one).upper() for one in items)
            if wants_content:
                if kept.uid in self._knobs.breaks_on:
                    raise BreakOffError
                if kept.uid in self._knobs.refuses:
                    return "NO [SERVERBUG] this one cannot be read"
                if kept.uid in self._knobs.garbles:
                    await self._say(f"* {number} FETCH (UID {kept.uid} BODY[] (((")
                    return "OK done"
            await self._say_mail(number, kept, [text(one) for one in items], by_uid)
        return "OK done"

    async def _say_mail(self, number: int, kept: Kept, items: list[str], by_uid: bool) -> None:
        if by_uid and "UID" not in (item.upper() for item in items):
            items = ["UID", *items]
        self._writer.write(as_told(number, kept, items, readonly=self._readonly))
        await self._writer.drain()

    async def _mark(self, given: list[Word], by_uid: bool) -> str:
        if self._readonly:
            return "NO read only"
        how = text(given[1]).upper()
        flags = {text(one) for one in given[2]} if isinstance(given[2], list) else {text(given[2])}
        for number, kept in self._chosen(text(given[0]), by_uid):
            if how.startswith("+"):
                kept.flags |= flags
            elif how.startswith("-"):
                kept.flags -= flags
            else:
                kept.flags = set(flags)
            if "SILENT" not in how:
                await self._say_mail(number, kept, ["FLAGS"], by_uid)
        return "OK done"

    async def _copy(self, given: list[Word], by_uid: bool) -> str:
        uids = {kept.uid for _, kept in self._chosen(text(given[0]), by_uid)}
        if not self._store.copy(self._folder, uids, text(given[1])):
            return "NO [TRYCREATE] no such folder"
        return "OK done"

    async def _move(self, given: list[Word], by_uid: bool) -> str:
        if not self._knobs.has_move:
            return "BAD unknown command"
        uids = {kept.uid for _, kept in self._chosen(text(given[0]), by_uid)}
        if not self._store.copy(self._folder, uids, text(given[1])):
            return "NO [TRYCREATE] no such folder"
        await self._take_out(uids)
        return "OK done"

    async def _expunge(self, given: list[Word], by_uid: bool) -> str:
        gone = {k.uid for k in self._store.listing(self._folder) if "\\Deleted" in k.flags}
        if by_uid and given:
            gone &= {kept.uid for _, kept in self._chosen(text(given[0]), True)}
        await self._take_out(gone)
        return "OK done"

    async def _take_out(self, uids: set[int]) -> None:
        for number in self._store.remove(self._folder, uids):
            if number <= self._shown:
                await self._say(f"* {number} EXPUNGE")
                self._shown -= 1  # what came meanwhile has yet to be told

    async def _append(self, given: list[Word], _by_uid: bool) -> str:
        content = given[-1]
        if not isinstance(content, bytes):
            return "BAD no literal"
        name = text(given[0])
        if self._store.folder(name) is None:
            return "NO [TRYCREATE] no such folder"
        flags = {text(one) for one in given[1]} if isinstance(given[1], list) else set()
        self._store.add(name, content, flags)
        return "OK done"

    # ------------------------------------------------------------ waiting

    async def _noop(self, _given: list[Word], _by_uid: bool) -> str:
        await self._tell_news()
        return "OK done"

    async def _idle(self, _given: list[Word], _by_uid: bool) -> str:
        if not self._knobs.has_idle:
            return "BAD unknown command"
        if self._knobs.with_idle:
            self._store.add(self._folder, self._knobs.with_idle.pop(0))
            self._shown = len(self._store.listing(self._folder))
            self._writer.write(f"+ go on\r\n* {self._shown} EXISTS\r\n".encode())
        else:
            await self._go_on()
        if self._knobs.drop_in_idle:
            raise BreakOffError
        done = asyncio.ensure_future(self._reader.readline())
        try:
            while not done.done():
                self._changed.clear()
                await self._tell_news()
                changed = asyncio.ensure_future(self._changed.wait())
                await asyncio.wait({done, changed}, return_when=asyncio.FIRST_COMPLETED)
                changed.cancel()
        finally:
            done.cancel()
        if not done.result().endswith(b"\n"):
            raise BreakOffError
        return "OK done"

    async def _tell_news(self) -> None:
        if self._folder:
            count = len(self._store.listing(self._folder))
            if count != self._shown:
                self._shown = count
                await self._say(f"* {count} EXISTS")

    async def _go_on(self) -> None:
        await self._say("+ go on")

    async def _say(self, line: str) -> None:
        self._writer.write(line.encode() + b"\r\n")
        await self._writer.drain()


_OPEN = {"capability", "noop", "logout", "login", "authenticate"}
