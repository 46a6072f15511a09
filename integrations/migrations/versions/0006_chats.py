"""Push channels: chats, codes that work once, what is to be sent, and who runs a bot"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integrations.store.tables import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("bot", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("staff", sa.String(length=40), nullable=True),
        sa.Column("group_of", sa.String(length=40), nullable=True),
        sa.Column("before", sa.String(length=40), nullable=True),
        sa.Column("focus", sa.String(length=24), nullable=True),
        sa.Column("asked", sa.BigInteger(), nullable=True),
        sa.Column("blocked_at", Instant(timezone=True), nullable=True),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.name"], name=op.f("fk_chats_staff"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
    )
    op.create_index("ix_chats_conversation", "chats", ["conversation"], unique=False)
    op.create_index("ix_chats_staff", "chats", ["staff"], unique=False)
    op.create_table(
        "passes",
        sa.Column("code", sa.LargeBinary(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("used_at", Instant(timezone=True), nullable=True),
        sa.Column("used_by", sa.LargeBinary(length=32), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_passes")),
    )
    op.create_index("ix_passes_until", "passes", ["until"], unique=False)
    op.create_table(
        "outgoing",
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, autoincrement=True),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("bot", sa.String(length=12), nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", Instant(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("fault", sa.String(length=200), nullable=True),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_outgoing")),
        sa.UniqueConstraint("key", name=op.f("uq_outgoing_key")),
    )
    op.create_index(
        "ix_outgoing_open",
        "outgoing",
        ["bot", "chat", "position"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'sending')"),
        postgresql_where=sa.text("state IN ('waiting', 'sending')"),
    )
    op.create_index("ix_outgoing_chat", "outgoing", ["chat", "message"], unique=False)
    op.create_index("ix_outgoing_bot", "outgoing", ["bot", "message"], unique=False)
    op.create_index("ix_outgoing_updated_at", "outgoing", ["updated_at"], unique=False)
    op.create_table(
        "bot_leases",
        sa.Column("bot", sa.String(length=12), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bot", name=op.f("pk_bot_leases")),
    )


def downgrade() -> None:
    op.drop_table("bot_leases")
    op.drop_table("outgoing")
    op.drop_table("passes")
    op.drop_table("chats")
