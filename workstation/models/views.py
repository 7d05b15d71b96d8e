"""How people look at their inbox: the views that they keep."""

from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Replicated, Short


class SavedView(Replicated, Base):
    """A list of the inbox that somebody keeps by name. It is of one agent, and shown to all of a
    team when `team_id` is set.

    `filters` may have: "channels" [names], "product_type_ids", "team_ids", "owner" ("me", "nobody",
    "others" or an agent's id), "states" [contact states], "promise" (see
    `rules/promise_state.py`), "waiting_minutes" (at least), "unread" (true), "tags" [any of],
    "text".
    """

    __tablename__ = "saved_view"
    agent_id: Mapped[Id]
    team_id: Mapped[Id | None]
    name: Mapped[Short]
    filters: Mapped[Facts] = mapped_column(default=dict)
    sort: Mapped[Short] = mapped_column(default="due")
    grouped: Mapped[Short] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
