"""Pictures of every screen of the desk, in one sitting: each is reached as a person reaches it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workstation.ui.guide.last_here import LAST, TOUR
from workstation.ui.guide.welcome_bar import WelcomeBar
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.preferences import TEXT_SIZE
from workstation.ui.screenshots import alike, be_quiet
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import USUAL

Deed = Literal["command", "keys", "types"]

EVERY: Final = (
    ("welcome", ()),
    ("contact", ()),
    ("customer", (("command", "customer_panel"),)),
    ("product", (("command", "product_panel"),)),
    (
        "compare",
        (
            ("command", "product_panel"),
            ("command", "compare_variants"),
            ("keys", "Down"),
            ("keys", "Return"),
        ),
    ),
    ("note", (("command", "note"), ("types", "The depot has one left."))),
    ("snippets", (("command", "snippet"),)),
    ("emoji", (("command", "emoji"),)),
    ("palette", (("command", "search"), ("types", "sn"))),
    ("search", (("command", "search"), ("types", "delivery"))),
    ("late", (("command", "search"), ("types", "channel:whatsapp is:late"))),
    ("found", (("command", "search"), ("types", "delivery"), ("keys", "Alt+Return"))),
    ("mentions", (("command", "mentions"),)),
    ("customer-note", (("command", "customer_panel"), ("command", "customer_note"))),
    ("link-customer", (("command", "link_customer"),)),
    ("find-product", (("command", "find_product"),)),
    ("write-answer", (("command", "product_panel"), ("command", "write_answer"))),
    ("tag", (("command", "tag"),)),
    ("save-view", (("command", "inbox"), ("command", "save_view"))),
    ("transfer", (("command", "transfer"),)),
    ("snooze", (("command", "snooze"),)),
    ("wrap-up", (("command", "wrap_up"),)),
    ("presence", (("command", "presence"),)),
    ("settings", (("command", "settings"),)),
    ("settings-writing", (("command", "settings"), ("keys", "Down"))),
    (
        "settings-notices",
        (
            ("command", "settings"),
            *[("keys", "Up")] * 3,  # it opens where it was left
            *[("keys", "Down")] * 2,
        ),
    ),
    ("keys", (("command", "keys"),)),
    ("help", (("command", "help"),)),
    ("tour", (("command", "tour"),)),
    ("what-changed", (("command", "what_changed"),)),
    ("crash", (("command", "crash_report"),)),
    ("what-works", (("command", "what_works"),)),
    ("outbox", (("command", "outbox"),)),
    ("write-snippets", (("command", "snippets"),)),
    ("pictures", (("command", "look_at_pictures"),)),
    ("answer", (("command", "answer_message"),)),
    ("pass-on", (("command", "forward_message"),)),
    ("pass-on-with", (("command", "forward_message"), ("keys", "Return"))),
    ("channels", (("command", "channels"),)),
    ("team", (("keys", "Ctrl+4"),)),
    ("several", (("keys", "Ctrl+4"), ("command", "inbox"), ("keys", "Ctrl+A"))),
    (
        "assign",
        (("keys", "Ctrl+4"), ("command", "inbox"), ("keys", "Ctrl+A"), ("command", "assign")),
    ),
    ("done", (("keys", "Ctrl+3"),)),
    ("filter", (("command", "inbox"), ("command", "filter"))),
)
"""The name of a picture, and what is done to get there from an open contact. The first is how the
desk greets who is new."""

TICK_MS: Final = 80
STILL_TICKS: Final = 6
MOST_TICKS: Final = 40
TITLE: Final = 28
"""Logical pixels, of the name over a window."""
_COARSE: Final = (160, 100)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where the pictures go, and of what; `size` is in logical pixels."""

    target: Path
    size: tuple[int, int]
    contact_id: str
    names: frozenset[str] = frozenset(name for name, _ in EVERY)
    percent: int = USUAL
    """How large the text is."""


class Photographer(QObject):
    """Goes through the table, and calls `done` at its end."""

    def __init__(self, window: MainWindow, sitting: Sitting, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._sitting = sitting
        self._done = done
        self._steps = self._all()
        self._before = b""
        self._still = self._ticks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        QApplication.setCursorFlashTime(0)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        """Take the next step once nothing moves any more."""
        now = coarse(picture_of(self._window))
        self._still = self._still + 1 if alike(now, self._before) else 0
        self._before = now
        self._ticks += 1
        if self._still < STILL_TICKS and self._ticks < MOST_TICKS:
            return
        self._still = self._ticks = 0
        if next(self._steps, None) is None:
            self._timer.stop()
            self._done()

    def _all(self) -> Iterator[bool]:
        while self._window.area.contact is None or not self._window.inbox.model.loaded:
            yield True
        self._window.resize(*self._sitting.size)
        self._sitting.target.mkdir(parents=True, exist_ok=True)
        for number, (name, deeds) in enumerate(EVERY, 1):
            if name not in self._sitting.names:
                continue
            if name != "welcome":
                yield from self._put_away()
            for kind, what in deeds:
                self._do(kind, what)
                yield True
            path = self._sitting.target / f"{number:02}-{name}.png"
            if not picture_of(self._window).save(str(path)):
                raise OSError(f"{path} cannot be written")

    def _put_away(self) -> Iterator[bool]:
        """Back to the open contact, with nothing in front of it and a reply to write."""
        for _ in range(4):
            QTest.keySequence(_hands(self._window), QKeySequence("Escape"))
        for other in _in_front(self._window):
            other.close()
        welcome = self._window.findChild(WelcomeBar)
        if isinstance(welcome, WelcomeBar):
            welcome.later.click()
        self._window.activateWindow()  # keys work nowhere else
        yield True
        self._do("keys", "Ctrl+1")
        self._window.open_contact(self._sitting.contact_id)
        yield True
        contact = self._window.area.contact
        if contact is not None and contact.composer.text.isVisible():
            self._do("command", "reply")
            yield True
            contact.composer.text.setFocus()
            self._do("keys", "Ctrl+A")
            self._do("keys", "Delete")
            yield True

    def _do(self, kind: str, what: str) -> None:
        if kind == "command":
            # A menu stays open until it is answered: the table goes on meanwhile.
            action = self._window.findChild(QAction, what)
            if isinstance(action, QAction):
                QTimer.singleShot(0, action.trigger)
        elif kind == "keys":
            QTest.keySequence(_hands(self._window), QKeySequence(what))
        else:
            QTest.keyClicks(_hands(self._window), what)


def sit(
    profile: Path,
    sitting: Sitting,
    *,
    theme: Literal["light", "dark"],
    language: Literal["en", "nl"],
) -> None:
    """Open the signed-in desk of `profile`, take every picture, and close it. For a process of its
    own: it makes Qt's application."""
    from workstation.ui.desk import run
    from workstation.ui.desk_life import profile_settings

    be_quiet(profile)
    settings = profile_settings(profile)
    settings.setValue(TEXT_SIZE.name, sitting.percent)
    for seen in (LAST, TOUR):
        settings.remove(seen)
    close: list[Callable[[], None]] = []

    def painted() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        Photographer(window, sitting, close[0])

    run(profile, theme=theme, language=language, painted=painted, begun=close.append)


def picture_of(window: MainWindow) -> QPixmap:
    """The window, with what stands in front of it."""
    picture = window.grab()
    painter = QPainter(picture)
    at = window.mapToGlobal(QPoint(0, 0))
    for other in _in_front(window):
        place = QRect(other.mapToGlobal(QPoint(0, 0)) - at, other.size())
        painter.drawPixmap(place.topLeft(), other.grab())
        if other.windowType() != Qt.WindowType.Popup:
            _frame(painter, other, place)
    painter.end()
    return picture


def _frame(painter: QPainter, window: QWidget, place: QRect) -> None:
    """What the system draws around a window, plain as it is: its name over it, and an edge."""
    palette = QApplication.palette()  # a window's own holds what its style sheet says
    bar = QRect(place.x(), place.y() - TITLE, place.width(), TITLE)
    painter.fillRect(bar, palette.color(QPalette.ColorRole.Window))
    painter.setFont(font(12, STRONG))
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, window.windowTitle())
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.drawLine(bar.bottomLeft(), bar.bottomRight())
    edge = palette.color(QPalette.ColorRole.PlaceholderText)
    edge.setAlphaF(0.6)
    painter.setPen(edge)
    painter.drawRect(bar.united(place).adjusted(-1, -1, 0, 0))


def coarse(picture: QPixmap) -> bytes:
    small = picture.toImage().scaled(*_COARSE)
    return bytes(small.convertToFormat(small.Format.Format_Grayscale8).constBits())


def _in_front(window: MainWindow) -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


def _hands(window: MainWindow) -> QWidget:
    here = (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
        or window
    )
    return here.focusWidget() or here
