"""Whether what goes through the connection is counted, as with a telephone's data plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation


class Metering(QObject):
    """Asks the operating system, and hears from it when that changes: another network, or a
    choice in its settings. Where it does not say, nothing is counted.

    Loads nothing before `tell`, which the desk calls once it is connected.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard: Callable[[bool], None] | None = None
        self._known: QNetworkInformation | None = None

    def tell(self, heard: Callable[[bool], None]) -> None:
        """Tell `heard`, and nobody else any more, how it is now and whenever it changes."""
        self._heard = heard
        if self._known is None:
            self._known = _information()
            if self._known is not None:
                self._known.isMeteredChanged.connect(self._say)
        self._say(self._known is not None and self._known.isMetered())

    def _say(self, metered: bool) -> None:
        if self._heard is not None:
            self._heard(metered)


def _information() -> "QNetworkInformation | None":
    """What the operating system knows; None where it does not know this."""
    from PySide6.QtNetwork import QNetworkInformation  # after the first paint

    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered):
        return None
    return QNetworkInformation.instance()
