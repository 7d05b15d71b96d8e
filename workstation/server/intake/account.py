"""What a provider says about our own account: its templates, and what an admin must know."""

import logging
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Notice,
    TemplateNews,
)
from workstation.models import Template, id_for
from workstation.rules.failures import sentence
from workstation.server.lines import Lines, State
from workstation.server.store import bulk

_STATES: dict[str, State] = {"broken": "down", "fine": "open"}
"""What is only a warning stays out of it: no provider says when that is over."""
log = logging.getLogger(__name__)


def apply_templates(session: Session, news: Iterable[TemplateNews]) -> None:
    """Each template as it is now; what is not said stays as it was."""
    for one in news:
        row = {
            "id": id_for("template", f"{one.channel}:{one.language}:{one.name}"),
            "channel": one.channel,
            "name": one.name,
            "language": one.language,
        }
        bulk.write(session, Template, [row], update=False)
        template = session.scalar(
            select(Template)
            .where(
                Template.channel == one.channel,
                Template.name == one.name,
                Template.language == one.language,
            )
            .with_for_update()
        )
        if template is None:
            continue
        for name in ("status", "category", "header", "body", "footer"):
            given = getattr(one, name)
            if given not in (None, "") or (given == "" and name in ("header", "footer")):
                setattr(template, name, given)
        if one.buttons is not None:
            template.buttons = list(one.buttons)
        session.flush()


def apply_notices(session: Session, lines: Lines, slot: str, notices: Iterable[Notice]) -> None:
    """Tell whoever reads the log; and the desks, when the line itself is down or well again."""
    for notice in notices:
        said = sentence(notice.text, "en")
        log.warning("%s says about our account (%s): %s", slot, notice.severity, said)
        state = _STATES.get(notice.severity)
        if state is not None:
            lines.tell(session, slot, "account", state, "" if state == "open" else notice.text)
