"""Takes everything out of a layout."""

from typing import TypeVar

from PySide6.QtWidgets import QLayout
from shiboken6 import delete

Layout = TypeVar("Layout", bound=QLayout)


def emptied(layout: Layout) -> Layout:
    """The layout without anything that was in it; its widgets are deleted soon."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        delete(item)  # once it is taken it is nobody's: Python does not know that it is ours
    return layout
