"""A file that says how an office is arranged, read and checked.

[[team]]
en = "Televisions"
nl = "Televisies"
icon = "tv"
product_types = ["Televisions", "Soundbars"]

[[reason]]
kind = "complaint"
en = "Delivery"
nl = "Bezorging"

    [[reason.below]]
    en = "Late"
    nl = "Te laat"

[[offer]]
en = "Sent again"
nl = "Opnieuw verzonden"

[settings]
default_team = "Televisions"
"""

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from workstation.models.wrapup import ReasonKind

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Icon = Literal["", "tv", "washer", "phone", "gamepad", "headphones", "laptop", "camera", "coffee"]
Amount = Annotated[int, Field(ge=0, le=100_000)]
LARGEST = 1 << 20
"""Bytes of a file that is looked at."""


class NotArranged(Exception):
    """The file cannot be followed, and nothing was changed. `str()` says what to do about it."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Named(_Table):
    """By its English name it is known again; `active = false` takes it out of use."""

    en: Name
    nl: Name
    active: bool = True


class TeamPlan(_Named):
    """`product_types` are those whose contacts are the team's, by either of their names."""

    icon: Icon = ""
    product_types: list[Name] = []


class Topic(_Named):
    """A reason below another one."""

    below: list["Topic"] = []


class ReasonPlan(Topic):
    kind: ReasonKind


class OfferPlan(_Named):
    pass


class Calling(_Table):
    turns: Amount = 12
    minutes: Amount = 25
    kinds: Amount = 3


class SettingsPlan(_Table):
    """What is not named stays as it is."""

    default_team: Name | None = None
    reopen_hours: Amount | None = None
    window_reminder_minutes: Amount | None = None
    call_hint: Calling | None = None
    phone_extensions: dict[Name, Name] | None = None
    phone_teams: dict[Name, Name] | None = None


class Plan(_Table):
    team: list[TeamPlan] = []
    reason: list[ReasonPlan] = []
    offer: list[OfferPlan] = []
    settings: SettingsPlan = SettingsPlan()


def read_plan(path: Path) -> Plan:
    """Raises `NotArranged`."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotArranged(f"{path} is larger than a file of this kind can be")
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotArranged(f"{path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotArranged(f"{path} is not TOML: {error}") from error
    try:
        return Plan.model_validate(tables)
    except ValidationError as error:
        told = "; ".join(f"{_place(one['loc'])}: {one['msg']}" for one in error.errors()[:10])
        raise NotArranged(f"{path} cannot be followed. {told}") from error


def _place(where: tuple[int | str, ...]) -> str:
    """(team, 1, nl) is "team 2, nl"."""
    words: list[str] = []
    for one in where:
        if isinstance(one, int) and words:
            words[-1] += f" {one + 1}"
        else:
            words.append(str(one))
    return ", ".join(words)
