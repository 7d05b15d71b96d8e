"""Nothing is written on the screen as it stands in the program: every word goes through the files
of both languages, where the other tests find it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from workstation import ui

FILES = sorted(Path(ui.__path__[0]).rglob("*.py"))
SAID_BY = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText", "setTitle",
    "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setInformativeText",
    "setDetailedText", "setPrefix", "setSuffix", "setPlainText", "insertPlainText", "addAction",
    "addItem", "addTab", "addMenu", "addSection", "setLabelText", "drawText", "showMessage",
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
    "QMenu", "information", "warning", "critical", "question",
}  # fmt: skip
"""What writes on the screen, or says something to a screen reader."""
NAMES = {"Workstation", "desk.example.com", "Ctrl ↵"}
"""Said alike in every language: a name, an address, a key."""


def _written(call: ast.Call) -> Iterator[str]:
    """The words that a call is given as they are, also within a choice or around a value."""
    waiting: list[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
        elif isinstance(one, ast.JoinedStr):
            waiting += [part for part in one.values if isinstance(part, ast.Constant)]
        elif isinstance(one, ast.IfExp):
            waiting += [one.body, one.orelse]
        elif isinstance(one, ast.BinOp):
            waiting += [one.left, one.right]
        elif isinstance(one, ast.BoolOp):
            waiting += one.values


def _name(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_no_word_stands_in_the_program() -> None:
    found = [
        f"{path}:{node.lineno}: {words!r}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node) in SAID_BY
        for words in _written(node)
        if words not in NAMES and re.search(r"[^\W\d_]{2}", words)
    ]
    assert found == []
