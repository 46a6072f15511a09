"""Notices, and what the counter needs"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import integrations.store.tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.Column("updated_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index("ix_notices_conversation", "notices", ["conversation"], unique=False)
    op.create_index("ix_notices_state", "notices", ["state"], unique=False)
    op.add_column("bookings", sa.Column("told", sa.String(length=40), nullable=True))
    op.add_column("bookings", sa.Column("arrived_at", integrations.store.tables.Instant(timezone=True), nullable=True))
    op.add_column("booking_people", sa.Column("tail", sa.LargeBinary(length=32), nullable=True))
    op.create_index("ix_booking_people_tail", "booking_people", ["tail"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_booking_people_tail", "booking_people")
    op.drop_column("booking_people", "tail")
    op.drop_column("bookings", "arrived_at")
    op.drop_column("bookings", "told")
    op.drop_table("notices")
