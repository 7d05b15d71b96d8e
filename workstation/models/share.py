"""Who receives a contact or a customer: one row for each team or agent it is shared with.

Shares are written by the server alone. They travel to the desks too, so that a desk can tell
which rows it must forget when a share ends.
"""

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Id, IdType


class Share(Base):
    __tablename__ = "share"
    __table_args__ = (
        Index("ix_share_audience", "audience_id", "rev"),
        Index("ix_share_audience_root", "audience_id", "root_kind", "root_id"),
    )
    root_id: Mapped[str] = mapped_column(IdType(), primary_key=True)
    audience_id: Mapped[Id] = mapped_column(primary_key=True)
    """A team's id, or an agent's."""
    root_kind: Mapped[str] = mapped_column(String(10))
    gone: Mapped[bool] = mapped_column(default=False)
    rev: Mapped[int] = mapped_column(BigInteger(), default=0, server_default="0", index=True)
