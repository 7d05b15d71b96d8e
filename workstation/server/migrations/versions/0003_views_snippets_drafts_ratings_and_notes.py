"""Views snippets drafts ratings and notes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
STAMPED = ("saved_view", "snippet", "rating", "customer_note", "call_hint", "shared_draft")
TRIGGERS = {
    "sqlite": [
        (
            "CREATE TRIGGER IF NOT EXISTS stamp_{table}_insert AFTER insert ON {table} WHEN "
            "NEW.rev <> (SELECT rev FROM feed_clock) BEGIN UPDATE {table} SET rev = (SELECT "
            "rev FROM feed_clock) WHERE rowid = NEW.rowid; END"
        ),
        (
            "CREATE TRIGGER IF NOT EXISTS stamp_{table}_update AFTER update ON {table} WHEN "
            "NEW.rev <> (SELECT rev FROM feed_clock) BEGIN UPDATE {table} SET rev = (SELECT "
            "rev FROM feed_clock) WHERE rowid = NEW.rowid; END"
        ),
    ],
    "postgresql": [
        (
            "CREATE OR REPLACE FUNCTION stamp_revision() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN NEW.rev := pg_current_xact_id()::text::bigint; RETURN NEW; END $$"
        ),
        (
            "CREATE OR REPLACE TRIGGER stamp_{table} BEFORE INSERT OR UPDATE ON {table} FOR "
            "EACH ROW EXECUTE FUNCTION stamp_revision()"
        ),
    ],
}


def upgrade() -> None:
    op.create_table(
        "call_hint",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_hint")),
    )
    op.create_index(op.f("ix_call_hint_contact_id"), "call_hint", ["contact_id"], unique=False)
    op.create_index(op.f("ix_call_hint_rev"), "call_hint", ["rev"], unique=False)
    op.create_table(
        "customer_note",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_note")),
    )
    op.create_index(
        op.f("ix_customer_note_customer_id"), "customer_note", ["customer_id"], unique=False
    )
    op.create_index(op.f("ix_customer_note_rev"), "customer_note", ["rev"], unique=False)
    op.create_table(
        "rating",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    op.create_index(op.f("ix_rating_customer_id"), "rating", ["customer_id"], unique=False)
    op.create_index(op.f("ix_rating_rev"), "rating", ["rev"], unique=False)
    op.create_table(
        "saved_view",
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("sort", sa.String(length=200), nullable=False),
        sa.Column("grouped", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index(op.f("ix_saved_view_rev"), "saved_view", ["rev"], unique=False)
    op.create_table(
        "shared_draft",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_draft")),
        sa.UniqueConstraint(
            "contact_id", "agent_id", name=op.f("uq_shared_draft_contact_id_agent_id")
        ),
    )
    op.create_index(
        op.f("ix_shared_draft_contact_id"), "shared_draft", ["contact_id"], unique=False
    )
    op.create_index(op.f("ix_shared_draft_rev"), "shared_draft", ["rev"], unique=False)
    op.create_table(
        "snippet",
        sa.Column("shortcut", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_nl", sa.String(length=200), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("text_nl", sa.Text(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("deeds", sa.JSON(), nullable=False),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("agent_id", ID, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snippet")),
    )
    op.create_index(op.f("ix_snippet_rev"), "snippet", ["rev"], unique=False)
    op.add_column("presence", sa.Column("until", sa.BigInteger(), nullable=True))
    connection = op.get_bind()
    for table in STAMPED:
        for statement in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(statement.replace("{table}", table))
