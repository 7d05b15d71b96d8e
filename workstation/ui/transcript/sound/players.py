"""The players of a transcript: one recording is heard at a time, and each keeps where it was."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.threads.returning import Returning
from workstation.ui.transcript.sound.heard import RATES, Device, Heard, Mute
from workstation.ui.transcript.sound.waveform import Waveform

STEP = 5_000
"""Milliseconds that one goes back or on by a key."""
KEPT = 200
"""Recordings of which it is remembered how far they were heard."""


class Contents(Protocol):
    """Where the bytes of a file come from."""

    def content(
        self, sha256: str, then: Callable[[bytes], None], failed: Callable[[], None]
    ) -> None: ...


Measure = Callable[[str, Callable[[int], None]], None]
"""Given a hash and whom to answer, tells how long a recording lasts that is here."""


class MakeDevice(Protocol):
    def __call__(
        self,
        *,
        moved: Callable[[int, int], None],
        became: Callable[[bool], None],
        broke: Callable[[], None],
    ) -> Device: ...


def qt_device(
    *,
    moved: Callable[[int, int], None],
    became: Callable[[bool], None],
    broke: Callable[[], None],
) -> Device:
    """Loads Qt's multimedia. Raises Mute where it is missing or nothing can be heard."""
    try:
        from workstation.ui.transcript.sound.qt_device import QtDevice
    except ImportError as error:
        raise Mute from error
    return QtDevice(moved=moved, became=became, broke=broke)


class Players(QObject):
    """Knows how each recording stands, by its hash."""

    changed = Signal()
    """Something is to be painted anew."""

    def __init__(
        self,
        contents: Contents,
        make: MakeDevice = qt_device,
        parent: QObject | None = None,
        *,
        measure: Measure | None = None,
    ) -> None:
        super().__init__(parent)
        self._measure = measure
        self._measured: set[str] = set()
        self._contents = contents
        self._make = make
        self._device: Device | None = None
        self._known: OrderedDict[str, Heard] = OrderedDict()
        self._current = ""
        self._rate = RATES[0]
        self._waves: set[Waveform] = set()
        self._back = Returning(self)
        # A thread must not be taken down while it runs.
        self.destroyed.connect(partial(_end, self._waves))

    def heard(self, sound: AttachmentRow) -> Heard:
        """How it stands. How long it lasts is looked up the first time somebody asks."""
        if self._measure is not None and sound.sha256 not in self._measured:
            self._measured.add(sound.sha256)
            self._measure(sound.sha256, lambda length: self._lasts(sound.sha256, length))
        return self._known.get(sound.sha256, Heard(rate=self._rate))

    @property
    def current(self) -> str:
        """The hash of what was played last; empty when nothing was."""
        return self._current

    def toggle(self, sound: AttachmentRow) -> None:
        """Play it from where it was, or pause it."""
        sha256, known = sound.sha256, self.heard(sound)
        if sha256 == self._current and self._device is not None:
            if known.state == "playing":
                self._device.pause()
            elif known.state == "paused":
                self._from_the_start_at_its_end(known)
                self._device.play()
            if known.state in ("playing", "paused", "coming"):
                return
        self.stop()
        self._current = sha256
        self._set(sha256, state="coming")
        self._contents.content(
            sha256,
            lambda content: self._begin(sound, content),
            lambda: self._missing(sha256),
        )

    def seek(self, sound: AttachmentRow, share: float) -> None:
        """Go to a share of it, 0 to 1; one that was not played yet begins there."""
        known = self.heard(sound)
        at = round(min(max(share, 0.0), 1.0) * known.length)
        if known.length:
            self._set(sound.sha256, at=at)
        if sound.sha256 == self._current and self._device is not None:
            self._device.seek(at)
        elif known.state == "quiet":
            self.toggle(sound)

    def step(self, sound: AttachmentRow, by: int) -> None:
        """Go on or back by milliseconds."""
        known = self.heard(sound)
        if known.length:
            self.seek(sound, (known.at + by) / known.length)

    def faster(self) -> None:
        """The next speed, for this and every recording after it."""
        self._rate = RATES[(RATES.index(self._rate) + 1) % len(RATES)]
        for sha256 in self._known:
            self._known[sha256] = replace(self._known[sha256], rate=self._rate)
        if self._device is not None:
            self._device.set_rate(self._rate)
        self.changed.emit()

    def stop(self) -> None:
        """Silence, as when another contact is opened."""
        # Nothing is current while the device stops: what it then says is of no recording.
        left, self._current = self._current, ""
        if self._device is not None:
            self._device.stop()
        known = self._known.get(left)
        if known is not None and known.state in ("playing", "coming", "paused"):
            self._set(left, state="quiet")

    def settle(self) -> None:
        """Wait for what is being decoded: the window closes."""
        self.stop()
        _end(self._waves)

    def _begin(self, sound: AttachmentRow, content: bytes) -> None:
        sha256 = sound.sha256
        if sha256 != self._current:
            return
        try:
            if self._device is None:
                self._device = self._make(moved=self._moved, became=self._became, broke=self._broke)
        except Mute:
            self._set(sha256, state="mute")
            return
        known = self.heard(sound)
        self._device.load(content, sound.media_type)
        self._device.set_rate(self._rate)
        if known.at and known.at < known.length:
            self._device.seek(known.at)
        self._device.play()
        if not known.peaks:
            self._decode(sha256, content)

    def _decode(self, sha256: str, content: bytes) -> None:
        def done(peaks: tuple[float, ...]) -> None:
            self._back.call(lambda: self._decoded(sha256, peaks, thread), self)

        thread = Waveform(content, done)
        self._waves.add(thread)
        thread.start()

    def _decoded(self, sha256: str, peaks: tuple[float, ...], thread: Waveform) -> None:
        thread.wait()
        self._waves.discard(thread)
        self._set(sha256, peaks=peaks)

    def _moved(self, at: int, length: int) -> None:
        if self._current and length > 0:
            self._set(self._current, at=at, length=length)

    def _lasts(self, sha256: str, length: int) -> None:
        """The player itself knows better, once it has it."""
        known = self._known.get(sha256)
        if known is None or not known.length:
            self._set(sha256, length=length)

    def _became(self, playing: bool) -> None:
        if self._current:
            self._set(self._current, state="playing" if playing else "paused")

    def _broke(self) -> None:
        """It is no sound, or of a kind that cannot be played here."""
        if self._current:
            self._set(self._current, state="broken")

    def _missing(self, sha256: str) -> None:
        self._set(sha256, state="missing")

    def _from_the_start_at_its_end(self, known: Heard) -> None:
        if self._device is not None and known.length and known.at >= known.length - 50:
            self._device.seek(0)

    def _set(self, sha256: str, **given: object) -> None:
        known = self._known.get(sha256, Heard(rate=self._rate))
        self._known[sha256] = replace(known, **given)  # type: ignore[arg-type]
        self._known.move_to_end(sha256)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.changed.emit()


def _end(waves: set[Waveform], _: object = None) -> None:
    """Give up what is being decoded."""
    for one in list(waves):
        one.requestInterruption()
        one.wait()
    waves.clear()
