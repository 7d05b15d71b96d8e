"""The picture of a product: a file of the shop's own that the office keeps, and nothing else.

The feed may say where on the web a picture is. Nobody fetches it from there: that would tell
another server which product is being talked about.
"""

import re
from typing import Final

from PySide6.QtGui import QImage

from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.panels.headline import Tile
from workstation.ui.transcript.pictures import Unreadable, decode

_KEPT: Final = re.compile(r"sha256:([0-9a-f]{64})")


def show_picture(context: DeskContext, image: str, tile: Tile) -> None:
    """From this desk, else from the office; without either the tile keeps its sign."""
    kept = _KEPT.fullmatch(image)
    if kept is None:
        return
    sha256 = kept[1]
    size = tile.drawn_size()

    def shown(content: bytes) -> QImage | None:
        """In a worker. What cannot be read as a picture is not shown."""
        try:
            return decode(content, size)
        except Unreadable:
            return None

    def here(replica: ReplicaDoor) -> tuple[bool, QImage | None]:
        content = replica.file(sha256)
        return content is not None, None if content is None else shown(content)

    def found(answer: tuple[bool, QImage | None]) -> None:
        is_here, image = answer
        if is_here:
            tile.show_picture(image)
            return

        def fetch(session: SessionDoor) -> QImage | None:
            return shown(session.fetch_file(sha256))

        def failed(error: Exception) -> None:
            from workstation.replica.errors import BadLuck

            if not isinstance(error, BadLuck):
                raise error

        context.fetcher.ask("product picture", fetch, tile.show_picture, failed=failed, owner=tile)

    context.reader.ask("product picture", here, found, owner=tile)
