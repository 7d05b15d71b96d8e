"""A few words that do something, quiet beside the facts."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class Link(QPushButton):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
