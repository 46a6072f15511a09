"""The tables of benefits (救助待遇). Names, numbers, amounts and reasons stand only in ``sealed`` columns.

``person`` is everywhere the blind index of an ID number.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, String, Table

from integrations.store.tables import Instant, metadata

people = Table(
    "benefit_people",
    metadata,
    Column("person", LargeBinary(32), primary_key=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
"""Who is in the register that the desk keeps itself. ``sealed``: name, ID number, the telephone on file."""

mandates = Table(
    "benefit_mandates",
    metadata,
    Column("person", LargeBinary(32), primary_key=True),
    Column("proxy", LargeBinary(32), primary_key=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
"""Who may ask for whom (授权代办、监护人). ``proxy`` is the blind index of whoever may; ``sealed``: who they are, their
telephone, of what kind it is, until when."""

records = Table(
    "benefit_records",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("person", LargeBinary(32), nullable=False),
    Column("scheme", String(24), nullable=False),
    Column("state", String(16), nullable=False),
    Column("township", String(40)),
    Column("certify_by", Date),
    Column("digest", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_benefit_records_person", "person"),
    Index("ix_benefit_records_certify_by", "certify_by"),
    Index("ix_benefit_records_updated_at", "updated_at"),
)
"""Applications and benefits. ``digest`` is over what is sealed (a blind index of it): an import that changes nothing
changes no row."""

payments = Table(
    "benefit_payments",
    metadata,
    Column("record", String(60), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("person", LargeBinary(32), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_benefit_payments_person", "person"),
    Index("ix_benefit_payments_month", "month"),
    Index("ix_benefit_payments_updated_at", "updated_at"),
)
"""What was or is to be paid, by month."""

imports = Table(
    "benefit_imports",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("by", String(60), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("at", Instant, nullable=False),
)
"""Tables that were imported, each whole or not at all."""

last_known = Table(
    "register_last_known",
    metadata,
    Column("person", LargeBinary(32), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What a register outside last said of somebody, for when it does not answer."""

checks = Table(
    "identity_checks",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("conversation", String(40), nullable=False),
    Column("person", LargeBinary(32), nullable=False),
    Column("state", String(12), nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("send_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_identity_checks_conversation", "conversation"),
    Index("ix_identity_checks_person", "person"),
)
"""Somebody says who they are, and a one-time code is to show it. The row is the same whether or not the register knows
them. ``state``: asked, sent, used, over. ``sent``: where codes went (1: the telephone on file, 2: one told with an
application here). ``sealed``: what they said, the codes, and once looked up to whom each went."""

proofs = Table(
    "identity_proofs",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("conversation", String(40), nullable=False),
    Column("person", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("proved_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Index("ix_identity_proofs_conversation", "conversation"),
)
"""Who has shown in which conversation who they are (or for whom they may ask), and how long that is remembered."""

looks = Table(
    "benefit_looks",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("person", LargeBinary(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("who", String(60), nullable=False),
    Column("purpose", String(24), nullable=False),
    Column("letter", String(24)),
    Index("ix_benefit_looks_person", "person"),
    Index("ix_benefit_looks_at", "at"),
)
"""Who looked at somebody's records when and what for (查询记录), with the letter of authorisation where there is one.
``who``: self, proxy, ``clerk:<account>``, desk."""

news = Table(
    "benefit_news",
    metadata,
    Column("conversation", String(40), primary_key=True),
    Column("person", LargeBinary(32), primary_key=True),
    Column("looked_on", Date),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_benefit_news_person", "person"),
)
"""Who wishes to be told of changes, and where. ``looked_on``: the day on which they were last looked up for it.
``sealed``: whose they are, and how the records stood then."""

certifications = Table(
    "benefit_certifications",
    metadata,
    Column("record", String(60), primary_key=True),
    Column("due", Date, primary_key=True),
    Column("person", LargeBinary(32), nullable=False),
    Column("state", String(12), nullable=False),
    Column("township", String(40)),
    Column("failures", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_benefit_certifications_state", "state"),
)
"""Re-certification (资格认证) of one record for one due day. ``state``: open, done, visit (somebody calls on them),
failed (not done in time: for a person to look, never for a stop by itself), settled (somebody has looked)."""
