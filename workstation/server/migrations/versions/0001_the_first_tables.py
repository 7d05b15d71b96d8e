"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from workstation.models import new_id

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")
STAMPED = (
    "team",
    "agent",
    "membership",
    "skill",
    "presence",
    "product_type",
    "product",
    "variant",
    "answer",
    "advice",
    "reason",
    "resolution",
    "promise",
    "setting",
    "customer",
    "identity",
    "customer_order",
    "order_line",
    "customer_return",
    "contact",
    "message",
    "attachment",
    "wrap_up",
    "service_case",
    "share",
)
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
        "advice",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("text_nl", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
    )
    op.create_index(op.f("ix_advice_product_id"), "advice", ["product_id"], unique=False)
    op.create_index(op.f("ix_advice_rev"), "advice", ["rev"], unique=False)
    op.create_table(
        "agent",
        sa.Column("login", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
        sa.UniqueConstraint("login", name=op.f("uq_agent_login")),
    )
    op.create_index(op.f("ix_agent_rev"), "agent", ["rev"], unique=False)
    op.create_table(
        "answer",
        sa.Column("product_type_id", ID, nullable=True),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("question_en", sa.Text(), nullable=False),
        sa.Column("question_nl", sa.Text(), nullable=False),
        sa.Column("answer_en", sa.Text(), nullable=False),
        sa.Column("answer_nl", sa.Text(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_product_id"), "answer", ["product_id"], unique=False)
    op.create_index(op.f("ix_answer_product_type_id"), "answer", ["product_type_id"], unique=False)
    op.create_index(op.f("ix_answer_rev"), "answer", ["rev"], unique=False)
    op.create_table(
        "arrival",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("channel", "digest", name=op.f("uq_arrival_channel_digest")),
    )
    op.create_table(
        "attachment",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("sha256", sa.String(length=200), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_contact_id"), "attachment", ["contact_id"], unique=False)
    op.create_index(op.f("ix_attachment_message_id"), "attachment", ["message_id"], unique=False)
    op.create_index(op.f("ix_attachment_rev"), "attachment", ["rev"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    op.create_table(
        "contact",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("thread", sa.String(length=200), nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("identity_id", ID, nullable=True),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("product_type_id", ID, nullable=True),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("last_text", sa.String(length=200), nullable=False),
        sa.Column("last_side", sa.String(20), nullable=False),
        sa.Column("waiting_since", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("snoozed_until", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("read_at", sa.BigInteger(), nullable=True),
        sa.Column("archived_at", sa.BigInteger(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index("ix_contact_customer", "contact", ["customer_id", "opened_at"], unique=False)
    op.create_index(op.f("ix_contact_identity_id"), "contact", ["identity_id"], unique=False)
    op.create_index("ix_contact_owner", "contact", ["owner_id", "state", "due_at"], unique=False)
    op.create_index(op.f("ix_contact_rev"), "contact", ["rev"], unique=False)
    op.create_index("ix_contact_state", "contact", ["state", "last_at"], unique=False)
    op.create_index("ix_contact_team", "contact", ["team_id", "state", "due_at"], unique=False)
    op.create_index("ix_contact_thread", "contact", ["channel", "thread"], unique=False)
    op.create_table(
        "credential",
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_credential")),
    )
    op.create_table(
        "customer",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("city", sa.String(length=200), nullable=False),
        sa.Column("country", sa.String(length=200), nullable=False),
        sa.Column("preferred_channel", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("merged_into_id", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
    )
    op.create_index(op.f("ix_customer_rev"), "customer", ["rev"], unique=False)
    op.create_table(
        "customer_order",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("placed_at", sa.BigInteger(), nullable=False),
        sa.Column("delivered_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=200), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_order")),
    )
    op.create_index(
        op.f("ix_customer_order_customer_id"), "customer_order", ["customer_id"], unique=False
    )
    op.create_index(op.f("ix_customer_order_number"), "customer_order", ["number"], unique=False)
    op.create_index(op.f("ix_customer_order_rev"), "customer_order", ["rev"], unique=False)
    op.create_table(
        "customer_return",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("order_line_id", ID, nullable=True),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("refund", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_return")),
    )
    op.create_index(
        op.f("ix_customer_return_customer_id"), "customer_return", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_customer_return_order_id"), "customer_return", ["order_id"], unique=False
    )
    op.create_index(op.f("ix_customer_return_rev"), "customer_return", ["rev"], unique=False)
    op.create_index(
        op.f("ix_customer_return_variant_id"), "customer_return", ["variant_id"], unique=False
    )
    op.create_table(
        "feed_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_clock")),
    )
    op.create_table(
        "identity",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("channel", "address", name=op.f("uq_identity_channel_address")),
    )
    op.create_index(op.f("ix_identity_customer_id"), "identity", ["customer_id"], unique=False)
    op.create_index(op.f("ix_identity_rev"), "identity", ["rev"], unique=False)
    op.create_table(
        "job",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("run_at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("key", name=op.f("uq_job_key")),
    )
    op.create_index("ix_job_next", "job", ["state", "run_at"], unique=False)
    op.create_table(
        "membership",
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint("agent_id", "team_id", name=op.f("uq_membership_agent_id_team_id")),
    )
    op.create_index(op.f("ix_membership_rev"), "membership", ["rev"], unique=False)
    op.create_table(
        "message",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("direction", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("author_id", ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("reply_to_id", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=True),
        sa.Column("delivery", sa.String(20), nullable=False),
        sa.Column("delivery_at", sa.BigInteger(), nullable=True),
        sa.Column("failure", sa.String(length=200), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("origin", name=op.f("uq_message_origin")),
    )
    op.create_index("ix_message_contact", "message", ["contact_id", "at"], unique=False)
    op.create_index(op.f("ix_message_rev"), "message", ["rev"], unique=False)
    op.create_table(
        "order_line",
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("sku", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_line")),
    )
    op.create_index(op.f("ix_order_line_customer_id"), "order_line", ["customer_id"], unique=False)
    op.create_index(op.f("ix_order_line_order_id"), "order_line", ["order_id"], unique=False)
    op.create_index(op.f("ix_order_line_rev"), "order_line", ["rev"], unique=False)
    op.create_index(op.f("ix_order_line_variant_id"), "order_line", ["variant_id"], unique=False)
    op.create_table(
        "presence",
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence")),
    )
    op.create_index(op.f("ix_presence_rev"), "presence", ["rev"], unique=False)
    op.create_table(
        "product",
        sa.Column("product_type_id", ID, nullable=True),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("brand", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("specifications", sa.JSON(), nullable=False),
        sa.Column("image", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    op.create_index(op.f("ix_product_code"), "product", ["code"], unique=False)
    op.create_index(
        op.f("ix_product_product_type_id"), "product", ["product_type_id"], unique=False
    )
    op.create_index(op.f("ix_product_rev"), "product", ["rev"], unique=False)
    op.create_table(
        "product_type",
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_nl", sa.String(length=200), nullable=False),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_type")),
    )
    op.create_index(op.f("ix_product_type_rev"), "product_type", ["rev"], unique=False)
    op.create_table(
        "promise",
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sa.UniqueConstraint("channel", "kind", name=op.f("uq_promise_channel_kind")),
    )
    op.create_index(op.f("ix_promise_rev"), "promise", ["rev"], unique=False)
    op.create_table(
        "reason",
        sa.Column("parent_id", ID, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_nl", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason")),
    )
    op.create_index(op.f("ix_reason_rev"), "reason", ["rev"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("refusal", sa.JSON(), nullable=True),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
    )
    op.create_index("ix_receipt_agent", "receipt", ["agent_id", "at"], unique=False)
    op.create_table(
        "resolution",
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_nl", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution")),
    )
    op.create_index(op.f("ix_resolution_rev"), "resolution", ["rev"], unique=False)
    op.create_table(
        "service_case",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_case")),
    )
    op.create_index(
        op.f("ix_service_case_contact_id"), "service_case", ["contact_id"], unique=False
    )
    op.create_index(op.f("ix_service_case_rev"), "service_case", ["rev"], unique=False)
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_index(op.f("ix_setting_rev"), "setting", ["rev"], unique=False)
    op.create_table(
        "share",
        sa.Column("root_id", ID, nullable=False),
        sa.Column("audience_id", ID, nullable=False),
        sa.Column("root_kind", sa.String(length=10), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("root_id", "audience_id", name=op.f("pk_share")),
    )
    op.create_index("ix_share_audience", "share", ["audience_id", "rev"], unique=False)
    op.create_index(
        "ix_share_audience_root", "share", ["audience_id", "root_kind", "root_id"], unique=False
    )
    op.create_index(op.f("ix_share_rev"), "share", ["rev"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("desk", sa.String(length=200), nullable=False),
        sa.Column("access_hash", sa.String(length=64), nullable=False),
        sa.Column("access_until", sa.BigInteger(), nullable=False),
        sa.Column("refresh_hash", sa.String(length=64), nullable=False),
        sa.Column("previous_refresh_hash", sa.String(length=64), nullable=True),
        sa.Column("refresh_until", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("access_hash", name=op.f("uq_sign_in_access_hash")),
        sa.UniqueConstraint("refresh_hash", name=op.f("uq_sign_in_refresh_hash")),
    )
    op.create_index(op.f("ix_sign_in_agent_id"), "sign_in", ["agent_id"], unique=False)
    op.create_index(
        op.f("ix_sign_in_previous_refresh_hash"), "sign_in", ["previous_refresh_hash"], unique=False
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("blocked_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    op.create_table(
        "skill",
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("product_type_id", ID, nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint(
            "agent_id", "product_type_id", name=op.f("uq_skill_agent_id_product_type_id")
        ),
    )
    op.create_index(op.f("ix_skill_rev"), "skill", ["rev"], unique=False)
    op.create_table(
        "team",
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_nl", sa.String(length=200), nullable=False),
        sa.Column("icon", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_index(op.f("ix_team_rev"), "team", ["rev"], unique=False)
    op.create_table(
        "upload",
        sa.Column("id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index("ix_upload_agent", "upload", ["agent_id", "sha256"], unique=False)
    op.create_table(
        "variant",
        sa.Column("product_id", ID, nullable=False),
        sa.Column("sku", sa.String(length=200), nullable=False),
        sa.Column("gtin", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=200), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
    )
    op.create_index(op.f("ix_variant_product_id"), "variant", ["product_id"], unique=False)
    op.create_index(op.f("ix_variant_rev"), "variant", ["rev"], unique=False)
    op.create_index(op.f("ix_variant_sku"), "variant", ["sku"], unique=False)
    op.create_table(
        "wrap_up",
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("variant_id", ID, nullable=True),
        sa.Column("reason_id", ID, nullable=False),
        sa.Column("resolution_ids", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrap_up")),
    )
    op.create_index(op.f("ix_wrap_up_contact_id"), "wrap_up", ["contact_id"], unique=False)
    op.create_index(op.f("ix_wrap_up_product_id"), "wrap_up", ["product_id"], unique=False)
    op.create_index(op.f("ix_wrap_up_rev"), "wrap_up", ["rev"], unique=False)
    connection = op.get_bind()
    for table in STAMPED:
        for statement in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(statement.replace("{table}", table))
    epoch = sa.text("INSERT INTO feed_clock (id, rev, epoch) VALUES (1, 0, :epoch)")
    op.execute(epoch.bindparams(epoch=new_id()))
