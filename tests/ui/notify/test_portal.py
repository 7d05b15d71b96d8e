"""On a desktop without a tray a notice goes through its portal, and a click comes back."""

import shutil
import subprocess
import sys

import pytest

PORTAL = """
from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from workstation.ui.notify.portal import ACTION, INTERFACE, PATH, SERVICE

app = QCoreApplication([])
bus = QDBusConnection.sessionBus()

@ClassInfo({"D-Bus Interface": INTERFACE})
class Desktop(QObject):
    version = Property(int, lambda self: 2)

    @Slot(str, "QVariantMap")
    def AddNotification(self, name, said):
        print(said["title"], said["body"], flush=True)
        clicked = QDBusMessage.createSignal(PATH, INTERFACE, "ActionInvoked")
        clicked.setArguments([name, ACTION, []])
        bus.send(clicked)

desktop = Desktop()
bus.registerObject(PATH, desktop, QDBusConnection.RegisterOption.ExportAllContents)
bus.registerService(SERVICE)
print("ready", flush=True)
QTimer.singleShot(60_000, app.quit)
app.exec()
"""

DESK = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from workstation.ui.notify.notice_words import Notice
from workstation.ui.notify.portal import Portal

desktop = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
assert desktop.stdout.readline() == "ready\\n"
app = QCoreApplication([])
portal = Portal(app)
done = []

def clicked():
    done.append(True)
    app.quit()

portal.there.connect(
    lambda: portal.show(Notice("Anna writes", "Hello?", "", ("wrote",)), clicked)
)
portal.look()
QTimer.singleShot(30_000, app.quit)
app.exec()
desktop.kill()
print(desktop.stdout.read().strip(), done)
"""


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None, reason="there is no message bus to try it on"
)
def test_a_notice_goes_out_and_a_click_comes_back() -> None:
    found = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", DESK, PORTAL],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert found.stdout.strip() == "Anna writes Hello? [True]", found.stderr
