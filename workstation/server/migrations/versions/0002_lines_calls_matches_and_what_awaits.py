"""Lines calls matches and what awaits."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
STAMPED = ("line", "dial", "dial_seen", "template", "customer_match", "phone_call")
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
        "awaited",
        sa.Column("id", ID, nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awaited")),
    )
    op.create_index(op.f("ix_awaited_origin"), "awaited", ["origin"], unique=False)
    op.create_table(
        "channel_memory",
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "name", name=op.f("pk_channel_memory")),
    )
    op.create_table(
        "customer_match",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_match")),
        sa.UniqueConstraint(
            "customer_id", "other_id", name=op.f("uq_customer_match_customer_id_other_id")
        ),
    )
    op.create_index(
        op.f("ix_customer_match_customer_id"), "customer_match", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_customer_match_other_id"), "customer_match", ["other_id"], unique=False
    )
    op.create_index(op.f("ix_customer_match_rev"), "customer_match", ["rev"], unique=False)
    op.create_table(
        "dial",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("per_hour", sa.Integer(), nullable=True),
        sa.Column("at_once", sa.Integer(), nullable=True),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("told_en", sa.Text(), nullable=False),
        sa.Column("told_nl", sa.Text(), nullable=False),
        sa.Column("instead", sa.String(length=200), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dial")),
        sa.UniqueConstraint("channel", name=op.f("uq_dial_channel")),
    )
    op.create_index(op.f("ix_dial_rev"), "dial", ["rev"], unique=False)
    op.create_table(
        "dial_seen",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("offered", sa.Integer(), nullable=False),
        sa.Column("kept_back", sa.Integer(), nullable=False),
        sa.Column("begun", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("open_now", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dial_seen")),
        sa.UniqueConstraint("channel", name=op.f("uq_dial_seen_channel")),
    )
    op.create_index(op.f("ix_dial_seen_rev"), "dial_seen", ["rev"], unique=False)
    op.create_table(
        "line",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("provider", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("channel", name=op.f("uq_line_channel")),
    )
    op.create_index(op.f("ix_line_rev"), "line", ["rev"], unique=False)
    op.create_table(
        "phone_call",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=True),
        sa.Column("inbound", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("held_since", sa.BigInteger(), nullable=True),
        sa.Column("held_ms", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("wished", sa.String(length=200), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("failure", sa.String(length=200), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_call")),
        sa.UniqueConstraint("origin", name=op.f("uq_phone_call_origin")),
    )
    op.create_index(op.f("ix_phone_call_contact_id"), "phone_call", ["contact_id"], unique=False)
    op.create_index(op.f("ix_phone_call_rev"), "phone_call", ["rev"], unique=False)
    op.create_table(
        "template",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=200), nullable=False),
        sa.Column("category", sa.String(length=200), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("footer", sa.Text(), nullable=False),
        sa.Column("buttons", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
        sa.UniqueConstraint(
            "channel", "name", "language", name=op.f("uq_template_channel_name_language")
        ),
    )
    op.create_index(op.f("ix_template_rev"), "template", ["rev"], unique=False)
    op.create_table(
        "visitor",
        sa.Column("id", ID, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("mail", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("customer_ref", sa.String(length=200), nullable=False),
        sa.Column("customer_mail", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_visitor_token_hash")),
    )
    op.create_index(op.f("ix_visitor_seen_at"), "visitor", ["seen_at"], unique=False)
    op.add_column("arrival", sa.Column("tries", sa.Integer(), server_default="0", nullable=False))
    op.create_index("ix_arrival_state", "arrival", ["state", "id"], unique=False)
    op.add_column(
        "attachment", sa.Column("state", sa.String(20), server_default="ready", nullable=False)
    )
    op.add_column(
        "attachment",
        sa.Column("failure", sa.String(length=200), server_default=sa.text("('')"), nullable=False),
    )
    op.add_column(
        "attachment",
        sa.Column("role", sa.String(length=200), server_default=sa.text("('')"), nullable=False),
    )
    op.add_column(
        "attachment",
        sa.Column(
            "content_id", sa.String(length=200), server_default=sa.text("('')"), nullable=False
        ),
    )
    op.add_column("contact", sa.Column("reply_until", sa.BigInteger(), nullable=True))
    op.add_column("customer", sa.Column("merged_at", sa.BigInteger(), nullable=True))
    op.add_column("customer", sa.Column("merged_by_id", ID, nullable=True))
    op.create_index(
        op.f("ix_customer_merged_into_id"), "customer", ["merged_into_id"], unique=False
    )
    op.add_column("message", sa.Column("send_at", sa.BigInteger(), nullable=True))
    op.add_column("message", sa.Column("edited_at", sa.BigInteger(), nullable=True))
    op.add_column("message", sa.Column("deleted_at", sa.BigInteger(), nullable=True))
    connection = op.get_bind()
    for table in STAMPED:
        for statement in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(statement.replace("{table}", table))
