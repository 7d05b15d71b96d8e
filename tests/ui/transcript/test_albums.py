"""Photos that a customer sends one after the other stand together, and each stays what it is."""

from dataclasses import replace

import pytest

from tests.ui.pretend.shop import ident
from tests.ui.spoken import file, ours, said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.lines import lines_of
from workstation.ui.transcript.setting.set_files import in_rows


def photo(number: int, text: str = "", **given: object) -> MessageRow:
    return replace(said(number, text, attachments=(file(number),)), **given)  # type: ignore[arg-type]


def albums(messages: list[MessageRow]) -> list[int]:
    """How many messages stand in each row."""
    return [max(1, len(line.parts)) for line in lines_of(messages) if line.message]


@pytest.mark.parametrize(
    ("messages", "rows"),
    [
        ([photo(1)], [1]),
        ([photo(1), photo(2), photo(3)], [3]),
        ([photo(1), photo(2, "Look"), photo(3), photo(4)], [2, 2]),
        ([said(1, "Here"), photo(2), photo(3), said(4, "See?")], [1, 2, 1]),
        ([photo(1), ours(2, "Ah"), photo(3)], [1, 1, 1]),
        ([photo(1), photo(60)], [1, 1]),
        ([photo(1), photo(2, deleted_at=5)], [1, 1]),
        ([photo(1), photo(2, edited_at=5)], [1, 1]),
        ([photo(1), photo(2, facts={"reactions": {"a": {"emoji": "👍"}}})], [1, 1]),
        ([photo(1), photo(2, reply_to_id=ident(1, 8))], [1, 1]),
        ([photo(1), said(2, attachments=(file(2, "application/pdf"),))], [1, 1]),
        ([photo(1), said(2, attachments=(file(2, role="sticker"),))], [1, 1]),
        ([photo(1), said(2, attachments=(file(2, state="failed"),))], [1, 1]),
    ],
)
def test_an_album_is_photos_and_nothing_else(messages: list[MessageRow], rows: list[int]) -> None:
    assert albums(messages) == rows


def test_each_photo_of_an_album_is_still_its_own_message(shown: ShownTranscript) -> None:
    shown.model.show(stretch((photo(1), photo(2), photo(3, "The last"))))
    row = shown.model.row_of(ident(1, 8))
    assert row is not None
    assert shown.model.row_of(ident(2, 8)) == row
    line = shown.model.lines[row]
    assert line.message is not None
    assert (line.message.message_id, line.message.text) == (ident(3, 8), "The last")
    assert [one.attachment for one in shown.view.stack.laid(row).places] == [
        file(1), file(2), file(3),
    ]  # fmt: skip
    second = line.of(file(2).attachment_id)
    assert second is not None
    assert second.message_id == ident(2, 8)


def test_an_album_grows_in_its_place(shown: ShownTranscript) -> None:
    shown.model.show(stretch((photo(1), photo(2))))
    changed: list[int] = []
    shown.model.dataChanged.connect(lambda index, _: changed.append(index.row()))
    shown.model.show(stretch((photo(1), photo(2), photo(3))))
    assert changed == [1]
    assert shown.model.rowCount() == 2


@pytest.mark.parametrize(
    ("count", "rows"),
    [(2, [2]), (3, [3]), (5, [3, 2]), (7, [3, 2, 2]), (8, [3, 3, 2]), (10, [3, 3, 2, 2])],
)
def test_every_row_of_pictures_is_full(count: int, rows: list[int]) -> None:
    assert in_rows(count, 3) == rows
