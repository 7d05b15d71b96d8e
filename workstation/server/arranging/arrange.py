"""Make an office as a plan says, as often as wanted: what is there already is changed, nothing is
doubled, and what the plan does not name stays as it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import ProductType, Reason, Resolution, Setting, Team, new_id
from workstation.models.text import storable
from workstation.models.wrapup import ReasonKind
from workstation.server.arranging.plan import NotArranged, Plan, TeamPlan, Topic

Became = Literal["added", "changed", "unchanged"]
Done = Counter[tuple[str, Became]]
"""How many of what ("team", "kind" of product, "reason", "offer", "setting") became how."""
Named = TypeVar("Named", Team, Reason, Resolution)


def arrange(session: Session, plan: Plan) -> Done:
    """Raises `NotArranged`; the caller's transaction is then to be rolled back."""
    done: Done = Counter()
    _teams(session, plan.team, done)
    for position, reason in enumerate(plan.reason):
        _reason(session, reason, reason.kind, None, position, done)
    for position, offer in enumerate(plan.offer):
        _put(session, Resolution, "offer", _names(offer), position, {}, {}, done)
    _settings(session, plan, done)
    return done


def _teams(session: Session, teams: Sequence[TeamPlan], done: Done) -> None:
    types = {
        name.casefold(): one
        for one in session.scalars(select(ProductType).order_by(ProductType.active))
        for name in (one.name_nl, one.name_en)
    }
    for position, team in enumerate(teams):
        more = {"icon": team.icon} if team.icon else {}
        row_id = _put(session, Team, "team", _names(team), position, {}, more, done)
        for name in team.product_types:
            found = types.get(name.casefold())
            if found is None:
                there = ", ".join(sorted({one.name_en for one in types.values()})) or "none yet"
                raise NotArranged(
                    f"there is no kind of product called {name!r}, for the team {team.en!r}. "
                    f"They come with the catalogue: {there}"
                )
            if found.team_id != row_id:
                found.team_id = row_id
                done["kind", "changed"] += 1


def _reason(
    session: Session,
    topic: Topic,
    kind: ReasonKind,
    parent_id: str | None,
    position: int,
    done: Done,
) -> None:
    at = {"kind": kind, "parent_id": parent_id}
    row_id = _put(session, Reason, "reason", _names(topic), position, at, {}, done)
    for place, below in enumerate(topic.below):
        _reason(session, below, kind, row_id, place, done)
    if not topic.active:
        _take_out(session, row_id, done)


def _take_out(session: Session, parent_id: str, done: Done) -> None:
    """What hangs below a reason that is out of use can be chosen no more either."""
    below = select(Reason).where(Reason.parent_id == parent_id, Reason.active)
    for one in session.scalars(below).all():
        one.active = False
        done["reason", "changed"] += 1
        _take_out(session, one.id, done)


def _names(plan: Any) -> dict[str, Any]:
    return {"name_en": storable(plan.en), "name_nl": storable(plan.nl), "active": plan.active}


def _put(
    session: Session,
    model: type[Named],
    noun: str,
    names: Mapping[str, Any],
    position: int,
    at: Mapping[str, Any],
    more: Mapping[str, Any],
    done: Done,
) -> str:
    """The row of this English name `at` this place, made so; its id."""
    known = session.scalars(
        select(model)
        .filter_by(name_en=names["name_en"], **at)
        .order_by(model.active.desc(), model.id)
        .limit(1)
    ).first()
    values = {**names, **more, "position": position}
    if known is None:
        known = model(id=new_id(), **at, **values)
        session.add(known)
        session.flush()
        done[noun, "added"] += 1
        return known.id
    different = {key: value for key, value in values.items() if getattr(known, key) != value}
    for key, value in different.items():
        setattr(known, key, value)
    done[noun, "changed" if different else "unchanged"] += 1
    return known.id


def _settings(session: Session, plan: Plan, done: Done) -> None:
    given = plan.settings.model_dump(exclude_none=True)
    team = given.get("default_team")
    if team is not None:
        session.flush()
        names = session.scalars(select(Team.name_en).where(Team.active)).all()
        if team.casefold() not in {name.casefold() for name in names}:
            there = ", ".join(sorted(names)) or "none"
            raise NotArranged(f"default_team: there is no team called {team!r}. There are: {there}")
    for name, value in given.items():
        known = session.scalar(select(Setting).where(Setting.name == name))
        if known is None:
            session.add(Setting(id=new_id(), name=name, value=value))
            done["setting", "added"] += 1
        elif known.value != value:
            known.value = value
            done["setting", "changed"] += 1
        else:
            done["setting", "unchanged"] += 1
