"""Partners who agree, the waiting list, and what is counted against nobody"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import integrations.store.tables

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _one_active(*columns: str) -> None:
    op.create_index(
        "uq_booking_people_active",
        "booking_people",
        columns,
        unique=True,
        sqlite_where=sa.text("active = 1"),
        postgresql_where=sa.text("active"),
    )


def upgrade() -> None:
    op.create_table(
        "invitations",
        sa.Column("code", sa.LargeBinary(length=32), nullable=False),
        sa.Column("booking", sa.String(length=80), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("until", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.Column("updated_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["booking"], ["bookings.id"], name=op.f("fk_invitations_booking"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_invitations")),
        sa.UniqueConstraint("booking", name=op.f("uq_invitations_booking")),
    )
    op.create_table(
        "waiters",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("booking", sa.String(length=80), nullable=True),
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("since", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("offer", sa.String(length=80), nullable=True),
        sa.Column("until", integrations.store.tables.Instant(timezone=True), nullable=True),
        sa.Column("updated_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiters")),
    )
    op.create_index("ix_waiters_day", "waiters", ["office", "day", "since"], unique=False)
    op.create_index("ix_waiters_conversation", "waiters", ["conversation"], unique=False)
    op.create_index("ix_waiters_booking", "waiters", ["booking"], unique=False)
    op.add_column("bookings", sa.Column("excused", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("cases", sa.Column("booking", sa.String(length=80), nullable=True))
    op.create_index("ix_cases_booking", "cases", ["booking"], unique=False)
    op.execute("UPDATE cases SET booking = (SELECT id FROM bookings WHERE bookings.number = cases.number)")
    op.drop_index("uq_booking_people_active", "booking_people")
    op.add_column(
        "booking_people", sa.Column("kind", sa.String(length=16), server_default="registration", nullable=False)
    )
    _one_active("person", "kind")
    op.create_index("ix_booking_people_person", "booking_people", ["person"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_booking_people_person", "booking_people")
    op.drop_index("uq_booking_people_active", "booking_people")
    op.drop_column("booking_people", "kind")
    _one_active("person")
    op.drop_index("ix_cases_booking", "cases")
    op.drop_column("cases", "booking")
    op.drop_column("bookings", "excused")
    op.drop_table("waiters")
    op.drop_table("invitations")
