"""A window with nothing in it, in a process of its own: what start and memory are compared with.

Says "painted" when it is on the screen, and stays until it is ended.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self, _tell)


def _tell() -> None:
    print("painted", flush=True)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1600, 1000)
    window.show()
    sys.exit(app.exec())
