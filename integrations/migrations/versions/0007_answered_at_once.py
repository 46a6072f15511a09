"""What is said in the answer of a request (WeChat), and the tokens of platforms"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integrations.store.tables import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("said_at", sa.BigInteger(), nullable=True))
    op.add_column("chats", sa.Column("left_at", sa.BigInteger(), nullable=True))
    op.add_column("outgoing", sa.Column("answers", sa.String(length=80), nullable=True))
    _index("state IN ('waiting', 'sending', 'offered')")
    op.create_table(
        "platform_tokens",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("until", Instant(timezone=True), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("busy_until", Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_platform_tokens")),
    )


def downgrade() -> None:
    op.drop_table("platform_tokens")
    _index("state IN ('waiting', 'sending')")
    op.drop_column("outgoing", "answers")
    op.drop_column("chats", "left_at")
    op.drop_column("chats", "said_at")


def _index(open_: str) -> None:
    op.drop_index("ix_outgoing_open", "outgoing")
    op.create_index(
        "ix_outgoing_open",
        "outgoing",
        ["bot", "chat", "position"],
        unique=False,
        sqlite_where=sa.text(open_),
        postgresql_where=sa.text(open_),
    )
