"""The rows an action looks at on the server: the database, with contacts held still."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.actions.base import Row
from workstation.models import Contact, Customer, Identity, Message, Presence, Replicated

_HELD = (Contact, Customer, Identity, Message, Presence)
"""Rows that two people may change at once: locked until the action is done (on SQLite the whole
database is)."""


class DatabaseWorld:
    """A `World` over one writing session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, model: type[Row], row_id: str) -> Row | None:
        return self._session.get(model, row_id, with_for_update=issubclass(model, _HELD) or None)

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        statement = select(model).filter_by(**equal).order_by(model.id)
        if issubclass(model, _HELD):
            statement = statement.with_for_update()
        return list(self._session.scalars(statement))

    def add(self, row: Replicated) -> None:
        self._session.add(row)
