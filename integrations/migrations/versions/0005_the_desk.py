"""The desk: whose a case is, its clocks and timeline, alerts, duty rosters, scores, accounts with role and scope"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integrations.store.tables import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CASE_COLUMNS = ("village", 20), ("section", 24), ("holder", 40), ("outcome", 16)
STAFF_SCOPE = ("township", 40), ("village", 20), ("section", 24)


def upgrade() -> None:
    op.add_column("cases", sa.Column("level", sa.String(length=8), nullable=False, server_default="county"))
    for name, length in CASE_COLUMNS:
        op.add_column("cases", sa.Column(name, sa.String(length=length), nullable=True))
    op.execute("UPDATE cases SET level = 'township' WHERE township IS NOT NULL")
    op.create_table(
        "clocks",
        sa.Column("case_number", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=12), nullable=False),
        sa.Column("counts", sa.String(length=8), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("running_since", Instant(timezone=True), nullable=True),
        sa.Column("due_at", Instant(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("begun_at", Instant(timezone=True), nullable=False),
        sa.Column("ended_at", Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("case_number", "name", name=op.f("pk_clocks")),
    )
    op.create_index("ix_clocks_due_at", "clocks", ["due_at"], unique=False)
    op.create_table(
        "timeline",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("case_number", sa.String(length=24), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeline")),
        sa.UniqueConstraint("case_number", "seq", name=op.f("uq_timeline_case_number")),
    )
    op.create_table(
        "alerts",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("acknowledged_by", sa.String(length=40), nullable=True),
        sa.Column("acknowledged_at", Instant(timezone=True), nullable=True),
        sa.Column("raised_at", Instant(timezone=True), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_alerts")),
    )
    op.create_index("ix_alerts_state", "alerts", ["state"], unique=False)
    op.create_table(
        "alert_calls",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("staff", sa.String(length=40), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["alerts.number"], name=op.f("fk_alert_calls_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "step", "staff", name=op.f("pk_alert_calls")),
    )
    op.create_table(
        "scores",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_scores_score")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_scores")),
    )
    op.add_column("staff", sa.Column("shown_as", sa.String(length=40), nullable=True))
    op.add_column("staff", sa.Column("role", sa.String(length=12), nullable=False, server_default="desk"))
    op.add_column("staff", sa.Column("level", sa.String(length=8), nullable=False, server_default="county"))
    for name, length in STAFF_SCOPE:
        op.add_column("staff", sa.Column(name, sa.String(length=length), nullable=True))
    for name in ("phone_sealed", "totp_sealed"):
        op.add_column("staff", sa.Column(name, sa.LargeBinary(), nullable=True))
    op.add_column("staff", sa.Column("totp_step", sa.Integer(), nullable=True))
    op.add_column("staff", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("staff", sa.Column("locked_until", Instant(timezone=True), nullable=True))
    op.create_table(
        "duty",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("staff", sa.String(length=40), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("village", sa.String(length=20), nullable=True),
        sa.Column("starts_at", Instant(timezone=True), nullable=False),
        sa.Column("ends_at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_duty_span")),
        sa.ForeignKeyConstraint(["staff"], ["staff.name"], name=op.f("fk_duty_staff"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    op.create_index("ix_duty_ends_at", "duty", ["ends_at"], unique=False)
    # A session of the old kind does not say when it was last used: everybody signs in once more.
    op.execute("DELETE FROM staff_sessions")
    op.add_column(
        "staff_sessions", sa.Column("used_at", Instant(timezone=True), nullable=False, server_default="1970-01-01")
    )
    op.create_table(
        "used_forms",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_used_forms")),
    )
    op.create_index("ix_used_forms_at", "used_forms", ["at"], unique=False)


def downgrade() -> None:
    op.drop_table("used_forms")
    op.drop_column("staff_sessions", "used_at")
    op.drop_table("duty")
    for name in ("locked_until", "failures", "totp_step", "totp_sealed", "phone_sealed", "section", "village"):
        op.drop_column("staff", name)
    for name in ("township", "level", "role", "shown_as"):
        op.drop_column("staff", name)
    op.drop_table("scores")
    op.drop_table("alert_calls")
    op.drop_table("alerts")
    op.drop_table("timeline")
    op.drop_table("clocks")
    for name, _ in reversed(CASE_COLUMNS):
        op.drop_column("cases", name)
    op.drop_column("cases", "level")
