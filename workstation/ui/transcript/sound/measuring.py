"""Looks up how long a recording lasts that is here already, away from the thread that paints."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.sound.lengths import length_of


class Measuring:
    """Asked for the hash of a recording, it answers with milliseconds; not at all when the file is
    not here, or does not say."""

    def __init__(self, context: DeskContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner

    def __call__(self, sha256: str, then: Callable[[int], None]) -> None:
        def work(replica: ReplicaDoor) -> int:
            content = replica.file(sha256)
            return 0 if content is None else length_of(content)

        def answered(length: int) -> None:
            if length:
                then(length)

        self._context.reader.ask(f"length {sha256}", work, answered, owner=self._owner)
