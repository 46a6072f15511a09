"""Volunteer service (志愿服务): who volunteers with whom, what they join, the ledger of their hours, the time bank"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integrations.store.tables import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("made_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("name", name=op.f("uq_organisations_name")),
    )
    op.create_table(
        "service_ledger",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("event", sa.String(length=12), nullable=False),
        sa.Column("entry", sa.String(length=24), nullable=False),
        sa.Column("facts", sa.String(length=1000), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_service_ledger")),
    )
    op.create_index("ix_service_ledger_entry", "service_ledger", ["entry"], unique=False)
    op.create_table(
        "time_ledger",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("event", sa.String(length=12), nullable=False),
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("facts", sa.String(length=1000), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_time_ledger")),
    )
    op.create_index("ix_time_ledger_entry", "time_ledger", ["entry"], unique=False)
    op.create_table(
        "volunteers",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("village", sa.String(length=20), nullable=True),
        sa.Column("veteran", sa.Boolean(), nullable=False),
        sa.Column("calls", sa.Boolean(), nullable=False),
        sa.Column("checked_by", sa.String(length=60), nullable=True),
        sa.Column("checked_at", Instant(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("registered_at", Instant(timezone=True), nullable=True),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_volunteers")),
    )
    op.create_index("ix_volunteers_conversation", "volunteers", ["conversation"], unique=False)
    op.create_index(
        "uq_volunteers_person",
        "volunteers",
        ["person"],
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'registered')"),
        postgresql_where=sa.text("state IN ('waiting', 'registered')"),
    )
    op.create_table(
        "activities",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("organiser", sa.String(length=24), nullable=False),
        sa.Column("project", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("starts_at", Instant(timezone=True), nullable=False),
        sa.Column("ends_at", Instant(timezone=True), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("youngest", sa.Integer(), nullable=False),
        sa.Column("risk", sa.String(length=8), nullable=False),
        sa.Column("insured", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("posted_at", Instant(timezone=True), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_activities_span")),
        sa.CheckConstraint("taken >= 0 AND taken <= seats", name=op.f("ck_activities_taken")),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=op.f("fk_activities_organisation")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_activities")),
    )
    op.create_index("ix_activities_organisation", "activities", ["organisation"], unique=False)
    op.create_index("ix_activities_project", "activities", ["project"], unique=False)
    op.create_index("ix_activities_starts_at", "activities", ["starts_at"], unique=False)
    op.create_table(
        "certificates",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("run", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("revoked_at", Instant(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("issued_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=op.f("fk_certificates_organisation")),
        sa.ForeignKeyConstraint(["volunteer"], ["volunteers.number"], name=op.f("fk_certificates_volunteer")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_certificates")),
        sa.UniqueConstraint("run", name=op.f("uq_certificates_run")),
    )
    op.create_index("ix_certificates_conversation", "certificates", ["conversation"], unique=False)
    op.create_index("ix_certificates_volunteer", "certificates", ["volunteer"], unique=False)
    op.create_table(
        "dispatches",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("staff", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("filled", sa.Integer(), nullable=False),
        sa.Column("starts_at", Instant(timezone=True), nullable=False),
        sa.Column("ends_at", Instant(timezone=True), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("elder", sa.String(length=24), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Instant(timezone=True), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("filled >= 0 AND filled <= needed", name=op.f("ck_dispatches_filled")),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=op.f("fk_dispatches_organisation")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_dispatches")),
    )
    op.create_index("ix_dispatches_state", "dispatches", ["state"], unique=False)
    op.create_table(
        "guardians",
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("code", sa.LargeBinary(length=32), nullable=True),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["volunteer"], ["volunteers.number"], name=op.f("fk_guardians_volunteer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("volunteer", name=op.f("pk_guardians")),
        sa.UniqueConstraint("code", name=op.f("uq_guardians_code")),
    )
    op.create_index("ix_guardians_conversation", "guardians", ["conversation"], unique=False)
    op.create_table(
        "organisers",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.LargeBinary(length=32), nullable=True),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("person", sa.LargeBinary(length=32), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=op.f("fk_organisers_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisers")),
        sa.UniqueConstraint("code", name=op.f("uq_organisers_code")),
    )
    op.create_index("ix_organisers_conversation", "organisers", ["conversation"], unique=False)
    op.create_table(
        "service_records",
        sa.Column("entry", sa.String(length=24), nullable=False),
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("activity", sa.String(length=24), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("training", sa.Boolean(), nullable=False),
        sa.Column("begins_at", Instant(timezone=True), nullable=False),
        sa.Column("ends_at", Instant(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("replaces", sa.String(length=24), nullable=True),
        sa.Column("due_at", Instant(timezone=True), nullable=False),
        sa.Column("escalated_at", Instant(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.String(length=60), nullable=True),
        sa.Column("confirmed_at", Instant(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Instant(timezone=True), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > begins_at", name=op.f("ck_service_records_span")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_service_records_minutes")),
        sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=op.f("fk_service_records_organisation")),
        sa.ForeignKeyConstraint(["volunteer"], ["volunteers.number"], name=op.f("fk_service_records_volunteer")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_service_records")),
    )
    op.create_index("ix_service_records_organisation", "service_records", ["organisation", "state"], unique=False)
    op.create_index("ix_service_records_volunteer", "service_records", ["volunteer", "begins_at"], unique=False)
    op.create_table(
        "time_accounts",
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("owed", sa.Integer(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_time_accounts_minutes")),
        sa.CheckConstraint("owed >= 0", name=op.f("ck_time_accounts_owed")),
        sa.ForeignKeyConstraint(["volunteer"], ["volunteers.number"], name=op.f("fk_time_accounts_volunteer")),
        sa.PrimaryKeyConstraint("volunteer", name=op.f("pk_time_accounts")),
    )
    op.create_table(
        "volunteer_offers",
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("value", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["volunteer"], ["volunteers.number"], name=op.f("fk_volunteer_offers_volunteer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("volunteer", "what", "value", name=op.f("pk_volunteer_offers")),
    )
    op.create_index("ix_volunteer_offers_value", "volunteer_offers", ["what", "value"], unique=False)
    op.create_table(
        "certificate_entries",
        sa.Column("certificate", sa.String(length=24), nullable=False),
        sa.Column("entry", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate"],
            ["certificates.number"],
            name=op.f("fk_certificate_entries_certificate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["entry"], ["service_records.entry"], name=op.f("fk_certificate_entries_entry")),
        sa.PrimaryKeyConstraint("certificate", "entry", name=op.f("pk_certificate_entries")),
    )
    op.create_index("ix_certificate_entries_entry", "certificate_entries", ["entry"], unique=False)
    op.create_table(
        "dispatch_asks",
        sa.Column("dispatch", sa.String(length=24), nullable=False),
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.number"], name=op.f("fk_dispatch_asks_dispatch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["volunteer"], ["volunteers.number"], name=op.f("fk_dispatch_asks_volunteer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dispatch", "volunteer", name=op.f("pk_dispatch_asks")),
    )
    op.create_index("ix_dispatch_asks_volunteer", "dispatch_asks", ["volunteer"], unique=False)
    op.create_table(
        "enrolments",
        sa.Column("activity", sa.String(length=24), nullable=False),
        sa.Column("volunteer", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("since", Instant(timezone=True), nullable=False),
        sa.Column("arrived_at", Instant(timezone=True), nullable=True),
        sa.Column("left_at", Instant(timezone=True), nullable=True),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity"], ["activities.number"], name=op.f("fk_enrolments_activity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["volunteer"], ["volunteers.number"], name=op.f("fk_enrolments_volunteer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("activity", "volunteer", name=op.f("pk_enrolments")),
    )
    op.create_index("ix_enrolments_volunteer", "enrolments", ["volunteer"], unique=False)
    op.create_table(
        "service_words",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("entry", sa.String(length=24), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"], ["service_records.entry"], name=op.f("fk_service_words_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_words")),
        sa.UniqueConstraint("entry", "seq", name=op.f("uq_service_words_entry")),
    )


def downgrade() -> None:
    op.drop_table("service_words")
    op.drop_table("enrolments")
    op.drop_table("dispatch_asks")
    op.drop_table("certificate_entries")
    op.drop_table("volunteer_offers")
    op.drop_table("time_accounts")
    op.drop_table("service_records")
    op.drop_table("organisers")
    op.drop_table("guardians")
    op.drop_table("dispatches")
    op.drop_table("certificates")
    op.drop_table("activities")
    op.drop_table("volunteers")
    op.drop_table("time_ledger")
    op.drop_table("service_ledger")
    op.drop_table("organisations")
