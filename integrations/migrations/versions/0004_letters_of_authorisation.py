"""Letters of authorisation, the township of a case, and pictures that belong to one"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import integrations.store.tables

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letters",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("case_number", sa.String(length=24), nullable=False),
        sa.Column("conversation", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("until", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.Column("updated_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_letters")),
    )
    op.create_index("ix_letters_case_number", "letters", ["case_number"], unique=False)
    op.create_index("ix_letters_conversation", "letters", ["conversation"], unique=False)
    op.create_table(
        "letter_pages",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("letter", sa.String(length=24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("code", sa.LargeBinary(length=32), nullable=True),
        sa.Column("conversation", sa.String(length=40), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", integrations.store.tables.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter"], ["letters.number"], name=op.f("fk_letter_pages_letter"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_pages")),
        sa.UniqueConstraint("code", name=op.f("uq_letter_pages_code")),
    )
    op.create_index("ix_letter_pages_letter", "letter_pages", ["letter"], unique=False)
    op.create_index("ix_letter_pages_conversation", "letter_pages", ["conversation"], unique=False)
    op.add_column("cases", sa.Column("township", sa.String(length=40), nullable=True))
    op.create_index("ix_cases_township", "cases", ["township"], unique=False)
    op.add_column("uploads", sa.Column("case_number", sa.String(length=24), nullable=True))
    op.create_index("ix_uploads_case_number", "uploads", ["case_number"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_audit_subject", "audit")
    op.drop_index("ix_uploads_case_number", "uploads")
    op.drop_column("uploads", "case_number")
    op.drop_index("ix_cases_township", "cases")
    op.drop_column("cases", "township")
    op.drop_table("letter_pages")
    op.drop_table("letters")
