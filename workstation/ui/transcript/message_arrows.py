"""The keys that go about within one message: to what can be used in it, and along a recording."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from workstation.ui.transcript.message_deeds import MessageDeeds
from workstation.ui.transcript.message_menu import place_tip
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.sound.players import Players
from workstation.ui.transcript.sound.sound_words import rate_words, spoken_player


class MessageArrows:
    """`chosen` is the number of the place in the current message that Enter uses; -1 for none."""

    def __init__(self, view: RollingView, deeds: MessageDeeds, players: Players) -> None:
        self._view = view
        self._players = players
        self._deeds = deeds
        self.chosen = -1

    def forget(self) -> None:
        self.chosen = -1

    def choose(self, by: int) -> None:
        """To the next thing in the current message that can be used; a screen reader says it."""
        row = self._view.currentIndex().row()
        places = self._view.stack.laid(row).places if row >= 0 else []
        usable = [n for n, place in enumerate(places) if place.what != "wave"]
        if not usable:
            return
        if self.chosen in usable:
            self.chosen = usable[(usable.index(self.chosen) + by) % len(usable)]
        else:
            self.chosen = usable[0 if by > 0 else -1]
        said = QAccessibleAnnouncementEvent(self._view, self.spoken(places[self.chosen]))
        QAccessible.updateAccessibility(said)
        self._view.viewport().update()

    def spoken(self, place: Place) -> str:
        """What a place is and what Enter does there."""
        parts = [place.text or place.value, place_tip(place) if place.attachment is None else ""]
        if place.attachment is not None and place.what in ("play", "speed"):
            heard = self._players.heard(place.attachment)
            parts.append(spoken_player(heard) if place.what == "play" else rate_words(heard.rate))
        return ", ".join(part for part in parts if part)

    def listen(self, by: int) -> None:
        """A few seconds back or on in the recording of the current message."""
        player = self._deeds.player_in(self._view.currentIndex().row())
        if player is not None:
            self._deeds.step(player, by)
