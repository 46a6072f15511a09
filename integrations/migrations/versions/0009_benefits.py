"""Benefits (救助待遇): the register, who has shown who they are, who looked, what is told, re-certification"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integrations.store.tables import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "benefit_certifications",
        sa.Column("record", sa.String(length=60), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("record", "due", name=op.f("pk_benefit_certifications")),
    )
    op.create_index("ix_benefit_certifications_state", "benefit_certifications", ["state"], unique=False)
    op.create_table(
        "benefit_imports",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_imports")),
    )
    op.create_table(
        "benefit_looks",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("letter", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_looks")),
    )
    op.create_index("ix_benefit_looks_person", "benefit_looks", ["person"], unique=False)
    op.create_index("ix_benefit_looks_at", "benefit_looks", ["at"], unique=False)
    op.create_table(
        "benefit_mandates",
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("proxy", sa.LargeBinary(length=32), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person", "proxy", name=op.f("pk_benefit_mandates")),
    )
    op.create_table(
        "benefit_news",
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation", "person", name=op.f("pk_benefit_news")),
    )
    op.create_index("ix_benefit_news_person", "benefit_news", ["person"], unique=False)
    op.create_table(
        "benefit_payments",
        sa.Column("record", sa.String(length=60), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("record", "month", name=op.f("pk_benefit_payments")),
    )
    op.create_index("ix_benefit_payments_person", "benefit_payments", ["person"], unique=False)
    op.create_index("ix_benefit_payments_updated_at", "benefit_payments", ["updated_at"], unique=False)
    op.create_index("ix_benefit_payments_month", "benefit_payments", ["month"], unique=False)
    op.create_table(
        "benefit_people",
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_benefit_people")),
    )
    op.create_table(
        "benefit_records",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("scheme", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("township", sa.String(length=40), nullable=True),
        sa.Column("certify_by", sa.Date(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_records")),
    )
    op.create_index("ix_benefit_records_certify_by", "benefit_records", ["certify_by"], unique=False)
    op.create_index("ix_benefit_records_person", "benefit_records", ["person"], unique=False)
    op.create_index("ix_benefit_records_updated_at", "benefit_records", ["updated_at"], unique=False)
    op.create_table(
        "identity_checks",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("send_at", Instant(timezone=True), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_checks")),
    )
    op.create_index("ix_identity_checks_conversation", "identity_checks", ["conversation"], unique=False)
    op.create_index("ix_identity_checks_person", "identity_checks", ["person"], unique=False)
    op.create_table(
        "identity_proofs",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("proved_at", Instant(timezone=True), nullable=False),
        sa.Column("until", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_proofs")),
    )
    op.create_index("ix_identity_proofs_conversation", "identity_proofs", ["conversation"], unique=False)
    op.create_table(
        "register_last_known",
        sa.Column("person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_register_last_known")),
    )
    op.add_column("cases", sa.Column("person", sa.LargeBinary(length=32), nullable=True))
    op.create_index("ix_cases_person", "cases", ["person"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_cases_person", table_name="cases")
    op.drop_column("cases", "person")
    op.drop_table("register_last_known")
    op.drop_index("ix_identity_proofs_conversation", table_name="identity_proofs")
    op.drop_table("identity_proofs")
    op.drop_index("ix_identity_checks_person", table_name="identity_checks")
    op.drop_index("ix_identity_checks_conversation", table_name="identity_checks")
    op.drop_table("identity_checks")
    op.drop_index("ix_benefit_records_updated_at", table_name="benefit_records")
    op.drop_index("ix_benefit_records_person", table_name="benefit_records")
    op.drop_index("ix_benefit_records_certify_by", table_name="benefit_records")
    op.drop_table("benefit_records")
    op.drop_table("benefit_people")
    op.drop_index("ix_benefit_payments_month", table_name="benefit_payments")
    op.drop_index("ix_benefit_payments_updated_at", table_name="benefit_payments")
    op.drop_index("ix_benefit_payments_person", table_name="benefit_payments")
    op.drop_table("benefit_payments")
    op.drop_index("ix_benefit_news_person", table_name="benefit_news")
    op.drop_table("benefit_news")
    op.drop_table("benefit_mandates")
    op.drop_index("ix_benefit_looks_at", table_name="benefit_looks")
    op.drop_index("ix_benefit_looks_person", table_name="benefit_looks")
    op.drop_table("benefit_looks")
    op.drop_table("benefit_imports")
    op.drop_index("ix_benefit_certifications_state", table_name="benefit_certifications")
    op.drop_table("benefit_certifications")
