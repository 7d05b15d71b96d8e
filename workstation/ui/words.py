"""What the desk says, in the agent's language: marking words for translation, and choosing them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text that is translated later, where it is shown. The name is the one the tool that
    collects texts looks for; Qt's own says it returns an object, and this says a text."""
    return text
