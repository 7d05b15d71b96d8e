"""The journeys are walked by keyboard and mouse: none calls the desk to have something happen."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
DOES = {
    "accept", "act", "activate", "animateClick", "choose", "clear", "click", "close", "emit",
    "insertPlainText", "open_contact", "reject", "run", "scrollTo", "select", "selectAll",
    "setChecked", "setCurrentIndex", "setEnabled", "setFocus", "setPlainText", "setText",
    "setValue", "show_view", "toggle", "trigger",
}  # fmt: skip
"""What makes something happen at a desk, when it is called."""
AROUND = {"desktop", "session"}
"""No part of the desk: what the system does, and the office's database."""


def _root(call: ast.Attribute) -> str:
    """The name that a chain of attributes begins with."""
    one: ast.expr = call
    while not isinstance(one, ast.Name):
        if isinstance(one, ast.Attribute | ast.Subscript):
            one = one.value
        elif isinstance(one, ast.Call):
            one = one.func
        else:
            return ""
    return one.id


def test_nobody_at_a_desk_is_worked_by_a_method() -> None:
    walked = [path for path in HERE.glob("*.py") if ".seat import Seat" in path.read_text("utf-8")]
    assert len(walked) > 10
    done = [
        f"{path.name}:{node.lineno}: {node.func.attr}"
        for path in (*walked, HERE / "seat.py", HERE / "mouse.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in DOES
        and _root(node.func) not in AROUND
    ]
    assert done == []
