"""Saves every file of a message in one folder, and says once how that went."""

from collections.abc import Sequence
from pathlib import Path

from workstation.replica.errors import Stopped
from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.context import DeskContext
from workstation.ui.long_work.counting import of_things
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.words import translate


class SaveAll:
    """`names` are what the files are to be called; one that is taken gets a number. Stopped, what
    is saved stays."""

    def __init__(
        self,
        context: DeskContext,
        pictures: Pictures,
        files: Sequence[AttachmentRow],
        names: Sequence[str],
        folder: Path,
    ) -> None:
        self._context = context
        self._pictures = pictures
        self._folder = folder
        self._left = list(zip(files, names, strict=True))
        self._taken: set[str] = set()
        self._saved = 0
        self._missed = 0
        self._count = len(files)
        self._work = context.long_work.begin(
            translate("contact", "Saving %n file(s)", None, len(files)),
            counts=of_things(context.language),
        )
        self._next()

    def _next(self) -> None:
        if not self._left or self._work.stopping:
            self._tell()
            return
        self._work.tell(self._count - len(self._left), self._count)
        file, name = self._left.pop(0)
        self._pictures.content(
            file.sha256, lambda content: self._write(content, name), self._miss, self._may_go_on
        )

    def _may_go_on(self, _: int, __: int) -> None:
        """In the thread that fetches: a file of which nobody wants the rest is given up."""
        if self._work.stopping:
            raise Stopped

    def _write(self, content: bytes, name: str) -> None:
        folder, taken = self._folder, frozenset(self._taken)

        def work(_: object) -> str:
            path = free(folder, name, taken)
            path.write_bytes(content)
            return path.name

        self._context.fetcher.ask(
            f"save {id(self)} {len(self._left)}", work, self._wrote, failed=self._failed
        )

    def _wrote(self, name: str) -> None:
        self._taken.add(name)
        self._saved += 1
        self._next()

    def _failed(self, error: Exception) -> None:
        self._work.end()
        if not isinstance(error, OSError):
            raise error
        words = translate("contact", "It could not be saved: {why}")
        why = error.strerror or type(error).__name__
        self._context.news.notice.emit(words.format(why=why), "bad")

    def _miss(self) -> None:
        if not self._work.stopping:
            self._missed += 1
        self._next()

    def _tell(self) -> None:
        stopped = self._work.stopping
        self._work.end()
        words = translate("contact", "%n file(s) saved in {folder}.", None, self._saved)
        told = words.format(folder=self._folder.name)
        if stopped:
            others = translate("contact", "The others were not.")
            told = f"{told} {others}"
        elif self._missed:
            more = translate("contact", "%n file(s) cannot be fetched now.", None, self._missed)
            told = f"{told} {more}"
        self._context.news.notice.emit(told, "warn" if self._missed or stopped else "ok")


def free(folder: Path, name: str, taken: frozenset[str] = frozenset()) -> Path:
    """A path in the folder that no file has yet: "photo.jpg", "photo (2).jpg"."""
    wanted = Path(name)
    path, number = folder / name, 1
    while path.name in taken or path.exists():
        number += 1
        path = folder / f"{wanted.stem} ({number}){wanted.suffix}"
    return path
