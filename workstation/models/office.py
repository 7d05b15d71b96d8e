"""What only the server knows: credentials, receipts, jobs, what came in, files, its clock."""

from typing import Any, Literal

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Instant, Long, PrimaryId, Short

Outcome = Literal["accepted", "refused"]
JobState = Literal["ready", "running", "dead"]


class Credential(Base):
    """An agent's password, as an argon2id hash."""

    __tablename__ = "credential"
    agent_id: Mapped[PrimaryId]
    password_hash: Mapped[Short]


class SignInAttempt(Base):
    """Failed sign-ins, per login and per address: what every worker knows of them. The id is a
    hash, since people type passwords where their login belongs."""

    __tablename__ = "sign_in_attempt"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_at: Mapped[Instant]
    blocked_until: Mapped[Instant]


class SignIn(Base):
    """One signed-in desk. Tokens are random; only their SHA-256 is kept."""

    __tablename__ = "sign_in"
    id: Mapped[PrimaryId]
    agent_id: Mapped[Id] = mapped_column(index=True)
    desk: Mapped[Short] = mapped_column(default="")
    access_hash: Mapped[str] = mapped_column(String(64), unique=True)
    access_until: Mapped[Instant]
    refresh_hash: Mapped[str] = mapped_column(String(64), unique=True)
    previous_refresh_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    refresh_until: Mapped[Instant]
    started_at: Mapped[Instant]
    ended_at: Mapped[Instant | None]


class Receipt(Base):
    """What was asked and what the server decided: the audit trail, and why twice counts once."""

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_agent", "agent_id", "at"),)
    id: Mapped[PrimaryId]
    """The action's id."""
    agent_id: Mapped[Id]
    kind: Mapped[Short]
    data: Mapped[Facts]
    at: Mapped[Instant]
    outcome: Mapped[Outcome]
    refusal: Mapped[dict[str, Any] | None] = mapped_column(JSON())
    rev: Mapped[int] = mapped_column(BigInteger(), default=0)


class Job(Base):
    """Work to be done after a commit, enqueued in the transaction that causes it, and gone when
    it is done. `run_at` is when to look at it: for a running one, when its lease runs out. What
    gave up is `dead` and waits for a person."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_next", "state", "run_at"),)
    id: Mapped[PrimaryId]
    kind: Mapped[Short]
    key: Mapped[str | None] = mapped_column(String(200), unique=True)
    data: Mapped[Facts] = mapped_column(default=dict)
    state: Mapped[JobState]
    run_at: Mapped[Instant]
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[Long] = mapped_column(default="")


class Arrival(Base):
    """What a channel's provider sent, exactly as it came, kept before it is acknowledged. "ready"
    until what it says has been taken in. `tries` counts those that may have ended a process, and
    those that the database refused. `error` is a code of `rules/failures`, with its facts."""

    __tablename__ = "arrival"
    __table_args__ = (
        UniqueConstraint("channel", "digest"),
        Index("ix_arrival_state", "state", "id"),
    )
    id: Mapped[PrimaryId]
    channel: Mapped[Short]
    digest: Mapped[str] = mapped_column(String(64))
    body: Mapped[bytes] = mapped_column(LargeBinary())
    at: Mapped[Instant]
    state: Mapped[Literal["ready", "parsed", "failed"]]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    error: Mapped[Long] = mapped_column(default="")


class Blob(Base):
    """A stored file's facts; the content is in the file store under the same SHA-256."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger())
    media_type: Mapped[Short]
    at: Mapped[Instant]


class Upload(Base):
    """A file on its way in, in pieces."""

    __tablename__ = "upload"
    __table_args__ = (Index("ix_upload_agent", "agent_id", "sha256"),)
    id: Mapped[PrimaryId]
    agent_id: Mapped[Id]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger())
    media_type: Mapped[Short]
    name: Mapped[Short] = mapped_column(default="")
    at: Mapped[Instant]


class FeedClock(Base):
    """One row: which life of the database this is (`epoch`), and on SQLite the counter that
    stamps revisions. On PostgreSQL revisions are transaction ids and the counter stays 0."""

    __tablename__ = "feed_clock"
    id: Mapped[int] = mapped_column(primary_key=True)
    rev: Mapped[int] = mapped_column(BigInteger(), default=0)
    epoch: Mapped[Short]


class Awaited(Base):
    """News about a message that is not here yet: it takes effect when the message comes.
    `origin` is the message's, `kind` the name of what `channels/port.py` calls it."""

    __tablename__ = "awaited"
    id: Mapped[PrimaryId]
    origin: Mapped[Short] = mapped_column(index=True)
    kind: Mapped[Short]
    data: Mapped[Facts]
    at: Mapped[Instant]


class ChannelMemory(Base):
    """What a channel's listener has to remember: how far it read a mailbox."""

    __tablename__ = "channel_memory"
    channel: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON())


class Visitor(Base):
    """A browser on the shop's pages. It shows a random token; only its SHA-256 is kept. The id is
    its address on the chat, and names its thread."""

    __tablename__ = "visitor"
    id: Mapped[PrimaryId]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[Short] = mapped_column(default="")
    mail: Mapped[Short] = mapped_column(default="")
    language: Mapped[Short] = mapped_column(default="")
    customer_ref: Mapped[Short] = mapped_column(default="")
    """The customer the shop vouched for with a signed token: their id or number there."""
    customer_mail: Mapped[Short] = mapped_column(default="")
    """Their mail address, which the shop vouches for too."""
    created_at: Mapped[Instant]
    seen_at: Mapped[Instant] = mapped_column(index=True)
