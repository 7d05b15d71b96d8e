"""A transcript on a screen, with a replica in memory behind its pictures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import REFERENCE
from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.contact.names import Names
from workstation.ui.transcript.harmless import INLINE_AT_MOST
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.transcript.transcript_words import TranscriptWords


class NotedWishes:
    """Remembers what was asked of messages."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []

    def open_picture(self, attachment: AttachmentRow) -> None:
        self.asked.append(("picture", attachment))

    def save_file(self, attachment: AttachmentRow) -> None:
        self.asked.append(("save", attachment))

    def save_all(self, attachments: Sequence[AttachmentRow]) -> None:
        self.asked.append(("save all", list(attachments)))

    def open_elsewhere(self, attachment: AttachmentRow) -> None:
        self.asked.append(("elsewhere", attachment))

    def show_designed(self, message: MessageRow) -> None:
        self.asked.append(("designed", message.message_id))

    def retry(self, message: MessageRow) -> None:
        self.asked.append(("retry", message.message_id))

    def too_long(self, message: MessageRow) -> bool:
        return len(message.text) > INLINE_AT_MOST

    def read_whole(self, message: MessageRow) -> None:
        self.asked.append(("whole", message.message_id))

    def go_to(self, message_id: str) -> None:
        self.asked.append(("go to", message_id))

    def open_link(self, target: str) -> None:
        self.asked.append(("link", target))


class ShownTranscript:
    def __init__(self, desk: PretendDesk) -> None:
        context = desk.context
        self.desk = desk
        self.wishes = NotedWishes()
        self.words = TranscriptWords(Names(REFERENCE, context.language), "en", context.clock)
        self.pictures = Pictures(context)
        self.model = TranscriptModel(self.words)
        self.view = TranscriptView(context, self.model, self.words, self.pictures, self.wishes)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownTranscript]:
    with pretend_desk(tmp_path, PretendReplica()) as desk:
        made = ShownTranscript(desk)
        qtbot.addWidget(made.view)
        made.view.resize(600, 700)
        with qtbot.waitExposed(made.view):
            made.view.show()
        yield made
        assert desk.errors == []
