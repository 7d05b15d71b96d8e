"""What the palette knows without asking anybody: commands, settings, and what was chosen lately."""

from dataclasses import replace

from workstation.rules.finding.closeness import matched
from workstation.ui.commands import TABLE
from workstation.ui.composer.spelling.available import spelling_there
from workstation.ui.context import DeskContext
from workstation.ui.preferences import LANGUAGE, SPELLING
from workstation.ui.search.lines import Line
from workstation.ui.search.recents import Recents
from workstation.ui.search.settings_table import SETTINGS
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

FIRST = ("reply", "wrap_up", "snooze", "transfer", "inbox", "keys")
"""Commands to begin with, until somebody has chosen others."""
MOST = 5

FOUND_BY: dict[str, str] = {
    "search": QT_TRANSLATE_NOOP("found by", "find"),
    "keys": QT_TRANSLATE_NOOP("found by", "shortcuts cheat sheet help"),
    "wrap_up": QT_TRANSLATE_NOOP("found by", "close done finish"),
    "claim": QT_TRANSLATE_NOOP("found by", "claim mine pick up"),
    "release": QT_TRANSLATE_NOOP("found by", "release unassign"),
    "sync": QT_TRANSLATE_NOOP("found by", "refresh online network"),
    "note": QT_TRANSLATE_NOOP("found by", "internal comment"),
    "copy_link": QT_TRANSLATE_NOOP("found by", "share url"),
}
"""Other words by which somebody may look for a command."""


def recent_lines(context: DeskContext, recents: Recents) -> list[Line]:
    """Before anything is typed."""
    lines: list[Line] = []
    places = [one for one in recents.places if one.target != _open_contact(context)]
    if places:
        lines.append(Line("group", translate("search", "Recent")))
        lines += places[:MOST]
    enabled = [name for name in (*recents.commands, *FIRST) if context.commands.enabled(name)]
    names = list(dict.fromkeys(enabled))[: MOST if places else 2 * MOST]
    if names:
        lines.append(Line("group", translate("search", "Actions")))
        lines += [command_line(context, name) for name in names]
    return lines


def command_lines(context: DeskContext, recents: Recents, wanted: str, most: int) -> list[Line]:
    """Commands that make sense now and are called so, or nearly; all of them when `wanted` is
    empty."""
    found: list[tuple[int, int, Line]] = []
    for number, command in enumerate(TABLE):
        if not context.commands.enabled(command.name):
            continue
        line = command_line(context, command.name)
        near = matched(wanted, line.title) if wanted else (0, ())
        if near is None and command.name in FOUND_BY:
            other = matched(wanted, translate("found by", FOUND_BY[command.name]))
            near = other and (other[0] + 1, ())
        if near is not None:
            rank = recents.rank(line) * 1000 + number
            found.append((near[0], rank, replace(line, spans=near[1])))
    found.sort(key=lambda each: each[:2])
    return [line for _, _, line in found[:most]]


def setting_lines(context: DeskContext, recents: Recents, wanted: str, most: int) -> list[Line]:
    """Settings that are called so, or nearly, and are not chosen already."""
    found: list[tuple[int, int, Line]] = []
    for setting in SETTINGS:
        chosen = context.preferences.of(setting.preference)
        now = chosen or (context.language if setting.preference is LANGUAGE else chosen)
        if now == setting.value:
            continue
        title = translate("setting", setting.title)
        near = matched(wanted, title)
        if near is None and (other := matched(wanted, setting.said)) is not None:
            near = (other[0] + 1, ())
        if setting.preference is SPELLING and not spelling_there():
            continue
        if near is not None:
            line = Line("setting", title, near[1], icon=setting.icon, target=setting.name)
            found.append((near[0], recents.rank(line), line))
    found.sort(key=lambda each: each[:2])
    return [line for _, _, line in found[:most]]


def command_line(context: DeskContext, name: str) -> Line:
    commands = context.commands
    key = commands.key(name)
    return Line(
        "command",
        commands.title(name),
        right=key,
        keyed=bool(key),
        icon=commands.icon(name),
        target=name,
    )


def _open_contact(context: DeskContext) -> str:
    head = context.commands.situation.head
    return "" if head is None else head.contact_id
