"""The page of the settings about being told: what, how it sounds, and when not."""

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from workstation.ui.choosing.drop_down import DropDown
from workstation.ui.context import DeskContext
from workstation.ui.notify.kinds import QUIET, RING, SOUNDS, TELLINGS, VOLUME, Sound, Telling
from workstation.ui.notify.sounding import Sounding
from workstation.ui.settings.parts import row_of, sheet, tick
from workstation.ui.settings.setting_row import SettingRow
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate


def notices_page(context: DeskContext) -> QWidget:
    page, column = sheet(translate("settings", "Notices and sounds"))
    sounding = Sounding(context, page)
    column.addWidget(
        SettingRow(
            translate("settings", "Do not disturb"),
            translate(
                "settings",
                "Nothing shows and nothing sounds until you turn it off; what happened is told"
                " then. It is the same while you are away.",
            ),
            tick(context, QUIET, translate("settings", "Do not disturb")),
        )
    )
    for telling in TELLINGS:
        column.addWidget(
            SettingRow(
                translate("notify", telling.title),
                translate("notify", telling.about),
                _choices(context, telling, sounding),
            )
        )
    column.addWidget(
        row_of(
            context,
            RING,
            translate("settings", "Ring tone"),
            translate("settings", "Until somebody answers. Who calls is shown in any case."),
            {
                "usual": translate("settings", "As other sounds"),
                "always": translate("settings", "Always"),
                "never": translate("settings", "Never"),
            },
        )
    )
    column.addWidget(
        SettingRow(
            translate("settings", "Loudness"),
            translate("settings", "Of the sounds above."),
            _loudness(context, sounding),
        )
    )
    column.addStretch(1)
    return page


def _choices(context: DeskContext, telling: Telling, sounding: Sounding) -> QWidget:
    """Whether it shows, what sounds, and hearing it."""
    title = translate("notify", telling.title)
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    shown = tick(context, telling.shown, translate("settings", "Show: {what}").format(what=title))
    sounds = DropDown()
    sounds.setObjectName(telling.sound.name)
    sounds.setAccessibleName(translate("settings", "Sound: {what}").format(what=title))
    sounds.setFixedWidth(px(120))
    for sound, words in SOUNDS.items():
        sounds.addItem(translate("notify", words), sound)
    sounds.setCurrentIndex(sounds.findData(context.preferences.of(telling.sound)))
    hear = QPushButton(translate("settings", "Try"))
    hear.setObjectName(f"try {telling.kind}")
    hear.setAutoDefault(False)
    hear.setAccessibleName(translate("settings", "Hear: {what}").format(what=title))

    def now() -> Sound:
        found = sounds.currentData()
        return next((sound for sound in get_args(Sound) if sound == found), "")

    def choose(_: int) -> None:
        context.preferences.choose(telling.sound, str(now()))
        hear.setEnabled(bool(now()))
        sounding.play(now())

    sounds.activated.connect(choose)
    hear.clicked.connect(lambda: sounding.play(now()))
    hear.setEnabled(bool(now()))
    for part in (shown, sounds, hear):
        row.addWidget(part)
    return group


def _loudness(context: DeskContext, sounding: Sounding) -> QWidget:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName(VOLUME.name)
    slider.setRange(0, 100)
    slider.setPageStep(10)
    slider.setFixedWidth(px(180))
    slider.setMinimumHeight(24)  # room for the whole handle
    slider.setAccessibleName(translate("settings", "Loudness"))
    slider.setValue(context.preferences.of(VOLUME))
    slider.valueChanged.connect(lambda value: context.preferences.choose(VOLUME, value))
    slider.sliderReleased.connect(lambda: sounding.play("drop"))
    return slider
