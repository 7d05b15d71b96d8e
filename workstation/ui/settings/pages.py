"""The pages of the settings, each made of rows."""

from PySide6.QtWidgets import QPushButton, QWidget

from workstation.ui.composer.spelling.available import spelling_there
from workstation.ui.context import DeskContext
from workstation.ui.panels.section import Words
from workstation.ui.preferences import (
    LANGUAGE,
    LOOK,
    SEND_KEY,
    SPELLING,
    TEXT_SIZE,
    UNDO_SECONDS,
)
from workstation.ui.settings.parts import row_of, sheet, tick
from workstation.ui.settings.segments import Segments
from workstation.ui.settings.setting_row import SettingRow
from workstation.ui.theme.sizes import STEPS
from workstation.ui.words import translate


def look_page(context: DeskContext) -> QWidget:
    """Language, colours, size of text."""
    page, column = sheet(translate("settings", "Look and language"))
    column.addWidget(
        row_of(
            context,
            LANGUAGE,
            translate("settings", "Language"),
            translate("settings", "Of the desk. Customers are answered in theirs."),
            {"": translate("settings", "As the system"), "en": "English", "nl": "Nederlands"},
        )
    )
    column.addWidget(
        row_of(
            context,
            LOOK,
            translate("settings", "Colours"),
            translate("settings", "As the system: light by day and dark at night, if it does so."),
            {
                "system": translate("settings", "As the system"),
                "light": translate("settings", "Light"),
                "dark": translate("settings", "Dark"),
            },
        )
    )
    sizes = Segments(
        translate("settings", "Size of text"),
        {str(size): f"{size} %" for size in STEPS},
        str(context.preferences.of(TEXT_SIZE)),
    )
    sizes.setObjectName(TEXT_SIZE.name)
    sizes.chosen.connect(lambda size: context.preferences.choose(TEXT_SIZE, int(size)))
    column.addWidget(
        SettingRow(
            translate("settings", "Size of text"),
            translate("settings", "All of the desk grows with it. Quicker: {larger} and {smaller}.")
            .replace("{larger}", context.commands.key("larger_text"))
            .replace("{smaller}", context.commands.key("smaller_text")),
            sizes,
            below=True,
        )
    )
    column.addStretch(1)
    return page


def writing_page(context: DeskContext) -> QWidget:
    """What sends, how long one may think again, spelling."""
    page, column = sheet(translate("settings", "Writing"))
    column.addWidget(
        row_of(
            context,
            SEND_KEY,
            translate("settings", "Send with"),
            translate("settings", "With Enter, Shift and Enter begin a new line."),
            {
                "ctrl_enter": translate("settings", "Ctrl and Enter"),
                "enter": translate("settings", "Enter"),
            },
        )
    )
    seconds = Segments(
        translate("settings", "Undo sending"),
        {
            "0": translate("settings", "Off"),
            **{str(n): translate("settings", "{count} s").format(count=n) for n in (5, 10, 20)},
        },
        str(context.preferences.of(UNDO_SECONDS)),
    )
    seconds.setObjectName(UNDO_SECONDS.name)
    seconds.chosen.connect(lambda count: context.preferences.choose(UNDO_SECONDS, int(count)))
    column.addWidget(
        SettingRow(
            translate("settings", "Undo sending"),
            translate("settings", "So long a reply waits here, and can be taken back."),
            seconds,
        )
    )
    column.addWidget(_spelling(context))
    column.addStretch(1)
    return page


def _spelling(context: DeskContext) -> SettingRow:
    title = translate("settings", "Spelling")
    if not spelling_there():
        about = translate(
            "settings", "There is no dictionary for this kind of computer: nothing is underlined."
        )
        # No dead switch: a screen reader and the eye find the same words in its place.
        return SettingRow(title, about, Words(translate("settings", "Not available"), ink="muted"))
    about = translate(
        "settings",
        "Underline wrong words in replies and notes: in Dutch or English, as you write or as the"
        " customer speaks. {key} goes to the next.",
    ).replace("{key}", context.commands.key("spelling"))
    return SettingRow(
        title, about, tick(context, SPELLING, translate("settings", "Check spelling"))
    )


def work_page(context: DeskContext) -> QWidget:
    """Where keys and help are."""
    page, column = sheet(translate("settings", "Keys and help"))
    for name, about in (
        ("keys", translate("settings", "Every command with its key.")),
        ("help", translate("settings", "What the part you are in is for, in a few sentences.")),
        ("tour", translate("settings", "What stands where, in the window itself.")),
        ("what_changed", translate("settings", "For who was away for a while.")),
        ("crash_report", translate("settings", "What was kept here when something broke.")),
    ):
        title = context.commands.title(name)
        button = QPushButton(translate("settings", "Show"))
        button.setObjectName(f"open {name}")
        button.setAutoDefault(False)
        button.setAccessibleName(title)
        key = context.commands.key(name)
        button.setToolTip(key)
        button.clicked.connect(lambda _=False, one=name: context.commands.run(one))
        button.setEnabled(context.commands.enabled(name))
        about_it = f"{about}  {key}" if key else about
        column.addWidget(SettingRow(title, about_it, button))
    column.addStretch(1)
    return page
