"""What the chat says to this visitor now: our words in their language, the shop's own in their
place, and the opening hours as a sentence."""

import datetime as dt
import tomllib
from functools import cache
from zoneinfo import ZoneInfo

from workstation.channels.chat.settings import ChatSettings, Language, Texts
from workstation.resources import resource
from workstation.rules.dial import DAYS
from workstation.server.chat.forms import Asked
from workstation.server.chat.invitations import Invitation

_DAYS: dict[Language, tuple[str, ...]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_TOMORROW: dict[Language, str] = {"nl": "morgen", "en": "tomorrow"}
_AT: dict[Language, str] = {"nl": "om {clock}", "en": "at {clock}"}


@cache
def _ours() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("chat/words.toml").read_text(encoding="utf-8"))


def words(settings: ChatSettings, language: Language) -> dict[str, str]:
    """Every sentence by name; `{name}` and `{n}` are filled in by the script."""
    own = settings.texts.get(language, Texts()).model_dump()
    return _ours()[language] | {name: text for name, text in own.items() if text}


def status(invitation: Invitation, zone: str, language: Language, now: int) -> str:
    """Until when it is open, or when it opens again."""
    ours = _ours()[language]
    here = dt.datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    if invitation.is_open:
        clock = f"{here.hour:02}:{here.minute:02}"
        for start, end in invitation.hours.get(DAYS[here.weekday()], ()):
            if start <= clock < end:
                return ours["until"].format(time=end)
        return ours["always"]
    if invitation.opens_at is None:
        return ours["shut"]
    opens = dt.datetime.fromtimestamp(invitation.opens_at / 1000, ZoneInfo(zone))
    days = (opens.date() - here.date()).days
    day = {0: "", 1: _TOMORROW[language]}.get(days, _DAYS[language][opens.weekday()])
    at = _AT[language].format(clock=f"{opens.hour:02}:{opens.minute:02}")
    return ours["opens"].format(time=f"{day} {at}".strip())


def asks(settings: ChatSettings, invitation: Invitation, language: Language) -> list[Asked]:
    """What a newcomer is asked. Outside of opening hours their mail address, to answer there."""
    ours = _ours()[language]
    names = {"nothing": [], "name": ["name"], "name_and_mail": ["name", "mail"]}[settings.ask]
    if not invitation.is_open and "mail" not in names:
        names = [*names, "mail"]
    return [
        Asked(
            name=name,
            kind="email" if name == "mail" else "name",
            label=ours[name] if settings.ask_insists else f"{ours[name]} {ours['optional']}",
            required=settings.ask_insists,
        )
        for name in names
    ]
