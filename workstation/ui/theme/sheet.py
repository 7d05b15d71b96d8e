"""The one style sheet: what Qt's own widgets wear. Looks are chosen by the property `look`."""

import re
from dataclasses import asdict
from string import Template

from workstation.ui.theme.sizes import USUAL, px, text_size
from workstation.ui.theme.tokens import Tokens

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QWidget[look="surface"] { background: $surface; }
QWidget[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QWidget[look="window"] { background: $window; }
QWidget[look="rule"] { background: $line; }
QWidget[look="strip quiet"] { background: $sunken; border-bottom: 1px solid $line; }
QWidget[look="strip warn"] { background: $warn_soft; border-bottom: 1px solid $line; }
QWidget[look="strip accent"] { background: $accent_soft; border-bottom: 1px solid $line; }
QWidget[look="line"] { background: $line2; }
QFrame[look="raised"] { background: $raised; border: 1px solid $line; border-radius: 12px; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 9px; }
QWidget[look="raised ground"] { background: $raised; }
QLabel { background: transparent; }
QLabel[look="key"] {
    color: $faint; background: $surface; border: 1px solid $line; border-radius: 4px;
    padding: 0 5px;
}
QLabel[look="muted"] { color: $muted; }
QLabel[look="faint"] { color: $faint; }
QLabel[look="bad"] { color: $bad; }
QLabel[look="problem"] {
    color: $bad; background: $bad_soft; border-radius: 7px; padding: 8px 12px;
}
QLabel[look="section"] { color: $faint; }

QPushButton, QToolButton[look="button"] {
    background: $surface; color: $text; border: 1px solid $line; border-radius: 7px;
    padding: 0 11px; min-height: 28px; font-weight: 500;
}
QPushButton, QToolButton { icon-size: 16px; }
QPushButton:hover, QToolButton[look="button"]:hover { background: $hover; border-color: $faint; }
QPushButton:pressed, QToolButton[look="button"]:pressed { background: $sunken; }
QPushButton:focus, QToolButton[look="button"]:focus {
    border: 2px solid $accent; padding: 0 10px; min-height: 26px;
}
QPushButton:disabled, QToolButton[look="button"]:disabled { color: $faint; background: $window; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 0 10px; min-height: 26px; }
QPushButton[look="primary"]:disabled { background: $window; color: $faint; border-color: $line; }
QPushButton[look="quiet"], QToolButton {
    background: transparent; color: $muted; border: 2px solid transparent; border-radius: 7px;
    padding: 0 6px; min-height: 26px;
}
QPushButton[look="quiet"]:hover, QToolButton:hover { background: $sunken; color: $text; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; color: $text; }
QToolButton[look="small"] { padding: 0; min-height: 22px; }
QPushButton[look="quiet bad"] {
    background: $bad_soft; color: $bad; border: 2px solid transparent; border-radius: 7px;
    padding: 0 8px; min-height: 26px;
}
QPushButton[look="quiet bad"]:focus { border: 2px solid $accent; }
QPushButton[look="link"] {
    background: transparent; color: $accent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 2px 0 0 0; min-height: 20px; font-weight: 500;
}
QPushButton[look="link"]:focus { border: none; border-bottom: 2px solid $accent; }
QPushButton[look="drop"] {
    border-radius: 8px; padding: 4px 28px 4px 12px; min-height: 24px; text-align: left;
    font-weight: 400; placeholder-text-color: $faint;
}
QPushButton[look="drop"]:focus { padding: 3px 27px 3px 11px; min-height: 24px; }
QPushButton[look="segment"] { padding: 0 10px; color: $muted; }
QPushButton[look="segment"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[look="segment"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 26px; }
QPushButton[look="nav"] {
    background: transparent; color: $muted; border: 2px solid transparent; text-align: left;
    padding: 0 8px; min-height: 30px;
}
QPushButton[look="nav"]:hover { background: $sunken; color: $text; }
QPushButton[look="nav"]:checked { background: $surface; color: $text; font-weight: 600; }
QPushButton[look="nav"]:focus { border: 2px solid $accent; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit, QSpinBox {
    background: $surface; color: $text; border: 1px solid $line; border-radius: 8px;
    padding: 4px 10px; min-height: 24px; selection-background-color: $accent;
    selection-color: $on_accent; placeholder-text-color: $faint;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus,
QSpinBox:focus { border: 2px solid $accent; padding: 3px 9px; }
QComboBox { padding-left: 12px; }
QComboBox:focus { padding-left: 11px; }
QPlainTextEdit, QTextEdit { padding: 4px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 7px; }
QPlainTextEdit#composer_text { padding: 4px 10px; }
QPlainTextEdit#composer_text:focus { padding: 3px 9px; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {
    background: transparent; border: none; padding: 0 19px;
}
QPushButton[look="search"] { background: $sunken; border: 1px solid $sunken; }
QPushButton[look="search"]:hover { background: $sunken; border-color: $line; }
QPushButton[look="search"]:focus { border: 2px solid $accent; }
QPushButton[look="chip"] {
    background: transparent; color: $faint; border: none; border-radius: 5px; padding: 2px 6px;
    min-height: 22px; font-weight: 400;
}
QPushButton[look="chip"]:hover { background: $sunken; color: $text; }
QPushButton[look="chip"]:focus {
    border: 2px solid $accent; padding: 0 4px; min-height: 22px; color: $text;
}
QLineEdit[look="sunken"] { background: $sunken; border: 1px solid $sunken; }
QLineEdit[look="sunken"]:focus { background: $surface; border: 2px solid $accent; }
QPlainTextEdit[look="note"] { background: $note; border: 1px solid $note_line; }
QPlainTextEdit[look="note"]:focus { border: 2px solid $warn; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBoxPrivateContainer { background: transparent; border: none; }

QTabBar { background: $surface; border: none; }
QTabBar::tab {
    background: $surface; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 10px 12px; font-weight: 500;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }

QListView, QTreeView, QScrollArea { background: $surface; border: none; outline: none; }
QListView[look="clear"] { background: transparent; }
QAbstractItemView { selection-background-color: $accent_soft; selection-color: $text; }

QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $line; padding: 4px;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu[round="true"], QComboBox QAbstractItemView[round="true"] { border-radius: 8px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; margin: 1px 2px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu[signs="own"]::indicator, QMenu[signs="own"]::right-arrow, QMenu[signs="own"]::left-arrow {
    image: none; width: $sign;
}

QDialog, QMessageBox { background: $surface; }
QDialogButtonBox { button-layout: 3; }

QSlider::groove:horizontal { background: $sunken; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $surface; border: 2px solid $accent; width: 12px; height: 12px; margin: -6px 0;
    border-radius: 8px;
}
QSlider::handle:horizontal:focus { background: $accent; }

QProgressBar {
    background: $sunken; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line; border-radius: 3px; min-height: 32px; margin: 2px;
}
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line; border-radius: 3px; min-width: 32px; margin: 2px;
}
QScrollBar::handle:horizontal:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
""")


_HEIGHT = re.compile(r"((?:(?:min|max)-(?:height|width)|icon-size): )(\d+)px")


def sheet(tokens: Tokens) -> str:
    """The style sheet in a palette's colours, and high enough for the chosen size of text."""
    made = _SHEET.substitute(asdict(tokens), sign=f"{px(16)}px")
    if text_size() == USUAL:
        return made
    return _HEIGHT.sub(lambda found: f"{found[1]}{px(int(found[2]))}px", made)
