"""The files of a message: pictures side by side, players, tiles."""

from PySide6.QtCore import QRect, QSize, Qt

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.transcript.setting.column import Column
from workstation.ui.transcript.setting.laid import Panel, Place
from workstation.ui.transcript.shapes.files import is_film
from workstation.ui.transcript.transcript_words import TranscriptWords

TILE = QSize(150, 104)
TILE_GAP = 4
NARROWEST = 88
"""Of a tile, where the window leaves little room."""
ONE_PICTURE = QSize(320, 240)
UNKNOWN_PICTURE = QSize(220, 160)
STICKER = QSize(144, 144)
DOCUMENT_HEIGHT = 44
PLAYER = QSize(320, 56)
BUTTON, SPEED = 36, 40


def set_pictures(column: Column, pictures: list[AttachmentRow]) -> None:
    if len(pictures) == 1:
        size = fitted(pictures[0], column.inner)
        column.laid.places.append(
            Place(
                "picture",
                QRect(0, column.y, size.width(), size.height()),
                attachment=pictures[0],
            )
        )
        column.y += size.height()
        column.took(size.width())
        return
    columns = columns_for(len(pictures), column.inner)
    wide = min(columns * (TILE.width() + TILE_GAP) - TILE_GAP, column.inner)
    rest = list(pictures)
    for count in in_rows(len(pictures), columns):
        row, rest = rest[:count], rest[count:]
        for number, picture in enumerate(row):
            left = number * (wide + TILE_GAP) // count
            right = (number + 1) * (wide + TILE_GAP) // count - TILE_GAP
            rect = QRect(left, column.y, right - left, TILE.height())
            column.laid.places.append(Place("picture", rect, attachment=picture))
        column.y += TILE.height() + TILE_GAP
    column.y -= TILE_GAP
    column.took(wide)


def columns_for(count: int, inner: int) -> int:
    """How many pictures stand beside one another at most, where there is room."""
    most = max(1, (inner + TILE_GAP) // (NARROWEST + TILE_GAP))
    return min(count, most, 2 if count in (2, 4) else 3)


def in_rows(count: int, most: int) -> list[int]:
    """How many pictures stand in each row, so that every row is full: 7 are 3, 2 and 2."""
    rows = -(-count // most)
    few, more = divmod(count, rows)
    return [few + 1] * more + [few] * (rows - more)


def set_player(column: Column, words: TranscriptWords, sound: AttachmentRow) -> None:
    """The button, the wave to jump about in, and the speed."""
    column.y += 4
    wide = min(column.inner, PLAYER.width())
    rect = QRect(0, column.y, wide, PLAYER.height())
    name = words.file_name(sound)
    column.laid.panels.append(Panel("frame", QRect(rect)))
    button = QRect(rect.x() + 10, rect.y() + 10, BUTTON, BUTTON)
    wave = QRect(button.right() + 10, rect.y() + 7, wide - BUTTON - SPEED - 34, 26)
    speed = QRect(rect.right() - SPEED - 8, rect.y() + 9, SPEED, 22)
    column.laid.places += [
        Place("play", button, name, sound),
        Place("wave", wave, name, sound),
        Place("speed", speed, name, sound),
    ]
    column.y += PLAYER.height()
    column.took(wide)


def set_tile(column: Column, words: TranscriptWords, file: AttachmentRow) -> None:
    name, second = words.file_name(file), words.tile(file)[0]
    fonts = column.fonts
    text = max(
        fonts.body_metrics.horizontalAdvance(name),
        fonts.small_metrics.horizontalAdvance(second),
    )
    wide = min(column.inner, max(180, 60 + text))
    column.y += 4
    column.laid.places.append(
        Place(
            "film" if is_film(file) and file.state == "ready" else "document",
            QRect(0, column.y, wide, DOCUMENT_HEIGHT),
            name,
            file,
        )
    )
    column.took(wide)
    column.y += DOCUMENT_HEIGHT


def fitted(picture: AttachmentRow, inner: int) -> QSize:
    """The size of a picture on its own, known before it is read, so that nothing jumps."""
    largest = STICKER if picture.role == "sticker" else ONE_PICTURE
    unknown = STICKER if picture.role == "sticker" else UNKNOWN_PICTURE
    if not picture.width or not picture.height:
        return QSize(min(unknown.width(), inner), unknown.height())
    size = QSize(picture.width, picture.height)
    frame = QSize(min(largest.width(), inner), largest.height())
    if size.width() > frame.width() or size.height() > frame.height():
        size.scale(frame, Qt.AspectRatioMode.KeepAspectRatio)
    return size.expandedTo(QSize(64, 48))
