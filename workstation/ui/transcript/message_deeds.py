"""What happens when something in a message is used: looked at closer, played, copied, gone to."""

from PySide6.QtCore import QPoint

from workstation.ui.context import DeskContext
from workstation.ui.transcript.message_menu import Wishes, copy_text
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.sound.players import STEP, Players
from workstation.ui.words import translate


class MessageDeeds:
    def __init__(
        self,
        context: DeskContext,
        view: RollingView,
        pictures: Pictures,
        players: Players,
        wishes: Wishes,
    ) -> None:
        self._context = context
        self._view = view
        self._pictures = pictures
        self._players = players
        self._wishes = wishes

    def use(self, row: int, place: Place) -> None:
        line = self._view.stack.lines[row]
        message, file = line.message, place.attachment
        if message is None:
            return
        match place.what:
            case "picture" if file is not None and file.state == "ready":
                if self._pictures.held_back(file.sha256):
                    self._pictures.wish(file.sha256)
                else:
                    self._wishes.open_picture(file)
            case "document" if file is not None and file.state == "ready":
                self._wishes.save_file(file)
            case "film" if file is not None:
                self._wishes.open_elsewhere(file)
            case "play" if file is not None:
                if self._players.heard(file).elsewhere:
                    self._wishes.open_elsewhere(file)
                else:
                    self._players.toggle(file)
            case "speed":
                self._players.faster()
            case "designed":
                self._wishes.show_designed(message)
            case "copy":
                copy_text(place.value)
                self._context.news.notice.emit(translate("transcript", "Copied."), "quiet")
            case "link":
                self._wishes.open_link(place.value)
            case "retry":
                self._wishes.retry(message)
            case "quote":
                if not self._view.show_message(place.value):
                    self._wishes.go_to(place.value)
            case "reveal":
                self._view.unfold(line.key)
            case "events":
                self._view.unfold(line.key, fold=line.key in self._view.stack.unfolded)
            case "unfold" | "earlier":
                self._unfold(row, place.what)
            case _:
                pass

    def activate(self, row: int, chosen: int) -> None:
        """Do what a click on the current message would do: fetch all that is held back, else what
        was chosen with the arrows, else the first thing there is to do."""
        places = self._view.stack.laid(row).places if row >= 0 else []
        files = [place.attachment.sha256 for place in places if place.attachment is not None]
        held = [sha256 for sha256 in files if self._pictures.held_back(sha256)]
        for sha256 in held:
            self._pictures.wish(sha256)
        if places and not held:
            self.use(row, places[chosen if 0 <= chosen < len(places) else 0])

    def seek(self, place: Place, at: QPoint) -> None:
        """Go to where the wave was clicked; `at` is a point of its line."""
        if place.attachment is not None:
            share = (at.x() - place.rect.left()) / max(1, place.rect.width())
            self._players.seek(place.attachment, share)

    def player_in(self, row: int) -> Place | None:
        """The button of the first player of a message."""
        if not 0 <= row < len(self._view.stack.lines):
            return None
        places = self._view.stack.laid(row).places
        return next((place for place in places if place.what == "play"), None)

    def step(self, place: Place, by: int) -> None:
        if place.attachment is not None:
            self._players.step(place.attachment, by * STEP)

    def _unfold(self, row: int, what: str) -> None:
        line = self._view.stack.lines[row]
        if line.message is None:
            return
        unfolded = line.key in self._view.stack.unfolded
        if what == "unfold" and (unfolded or self._wishes.too_long(line.message)):
            self._wishes.read_whole(line.message)
            return
        self._view.unfold(line.key, fold=unfolded)
