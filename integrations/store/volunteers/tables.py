"""The tables of volunteer service (志愿服务). Names, numbers, places and words stand only in ``sealed`` columns."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from integrations.store.tables import Instant, metadata

organisations = Table(
    "organisations",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("township", String(40)),
    Column("active", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
)
"""Who organises and records volunteer service (志愿服务组织、组织单位), of a township or of the whole county."""

organisers = Table(
    "organisers",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("organisation", String(24), ForeignKey("organisations.id"), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("code", LargeBinary(32), unique=True),
    Column("conversation", String(40)),
    Column("person", LargeBinary(32)),
    Column("state", String(8), nullable=False),
    Column("until", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_organisers_conversation", "conversation"),
)
"""People in charge (活动负责人) of an organisation. ``state``: invited (their ``code`` works ``until``), linked (they
have used it: what they say in ``conversation`` is said for the organisation), gone. ``sealed``: their name; ``person``:
the blind index of their ID number, so that nobody countersigns their own time from another chat."""

volunteers = Table(
    "volunteers",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("person", LargeBinary(32), nullable=False),
    Column("conversation", String(40)),
    Column("state", String(12), nullable=False),
    Column("township", String(40)),
    Column("village", String(20)),
    Column("veteran", Boolean, nullable=False),
    Column("calls", Boolean, nullable=False),
    Column("checked_by", String(60)),
    Column("checked_at", Instant),
    Column("revision", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("registered_at", Instant),
    Column("updated_at", Instant, nullable=False),
    Index("ix_volunteers_conversation", "conversation"),
    Index(
        "uq_volunteers_person",
        "person",
        unique=True,
        sqlite_where=text("state IN ('waiting', 'registered')"),
        postgresql_where=text("state IN ('waiting', 'registered')"),
    ),
)
"""Volunteers (志愿者) by their number. ``person`` is the blind index of the ID number, of which one is registered once.
``state``: waiting (for a guardian's consent), registered, refused, lapsed, left (退出). ``conversation``: where they
are told; a child's is the guardian's. ``veteran``: one of the 五老. ``calls``: takes calls for help (派单).
``checked_by``: who compared the identity card with what was told (实名核对). ``revision`` grows with each change."""

volunteer_offers = Table(
    "volunteer_offers",
    metadata,
    Column("volunteer", String(24), ForeignKey("volunteers.number", ondelete="CASCADE"), primary_key=True),
    Column("what", String(8), primary_key=True),
    Column("value", String(24), primary_key=True),
    Index("ix_volunteer_offers_value", "what", "value"),
)
"""What volunteers offer. ``what``: kind (服务类别), skill (专业技能), time (服务时段)."""

guardians = Table(
    "guardians",
    metadata,
    Column("volunteer", String(24), ForeignKey("volunteers.number", ondelete="CASCADE"), primary_key=True),
    Column("code", LargeBinary(32), unique=True),
    Column("conversation", String(40)),
    Column("state", String(8), nullable=False),
    Column("until", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_guardians_conversation", "conversation"),
)
"""Consent of a minor's guardian (监护人同意). ``state``: asked, agreed, refused, lapsed, revoked. ``sealed``: the code,
and once they have agreed, who they are."""

activities = Table(
    "activities",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("organisation", String(24), ForeignKey("organisations.id"), nullable=False),
    Column("organiser", String(24), nullable=False),
    Column("project", String(24), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("township", String(40)),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("youngest", Integer, nullable=False),
    Column("risk", String(8), nullable=False),
    Column("insured", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("posted_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint("taken >= 0 AND taken <= seats", name="taken"),
    CheckConstraint("ends_at > starts_at", name="span"),
    Index("ix_activities_starts_at", "starts_at"),
    Index("ix_activities_organisation", "organisation"),
    Index("ix_activities_project", "project"),
)
"""Posts of volunteer projects (志愿服务项目、岗位) with their time; ``project`` is the same for those of one project.
``risk``: none, some (保险 is needed before it). ``state``: open, cancelled. ``sealed``: title, place, what is done,
skills wanted, what the risk is, whom to ask."""

enrolments = Table(
    "enrolments",
    metadata,
    Column("activity", String(24), ForeignKey("activities.number", ondelete="CASCADE"), primary_key=True),
    Column("volunteer", String(24), ForeignKey("volunteers.number", ondelete="CASCADE"), primary_key=True),
    Column("state", String(8), nullable=False),
    Column("since", Instant, nullable=False),
    Column("arrived_at", Instant),
    Column("left_at", Instant),
    Column("updated_at", Instant, nullable=False),
    Index("ix_enrolments_volunteer", "volunteer"),
)
"""Who takes part (报名). ``state``: joined, waiting (候补, in the order of ``since``), gone. ``arrived_at`` and
``left_at``: checked in and out (签到、签退)."""

service_records = Table(
    "service_records",
    metadata,
    Column("entry", String(24), primary_key=True),
    Column("volunteer", String(24), ForeignKey("volunteers.number"), nullable=False),
    Column("organisation", String(24), ForeignKey("organisations.id"), nullable=False),
    Column("activity", String(24)),
    Column("kind", String(16), nullable=False),
    Column("training", Boolean, nullable=False),
    Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("replaces", String(24)),
    Column("due_at", Instant, nullable=False),
    Column("escalated_at", Instant),
    Column("confirmed_by", String(60)),
    Column("confirmed_at", Instant),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint("minutes > 0", name="minutes"),
    CheckConstraint("ends_at > begins_at", name="span"),
    Index("ix_service_records_volunteer", "volunteer", "begins_at"),
    Index("ix_service_records_organisation", "organisation", "state"),
)
"""How each entry of the ledger stands now (志愿服务记录). ``training``: 培训, kept apart from service time.
``state``: waiting (待确认), confirmed (已确认), disputed (有异议), withdrawn (已撤销), replaced (已更正).
``due_at``: by when the organiser is to have countersigned; ``escalated_at``: since when the bureau knows that they have
not. ``sealed``: what was done and where, with the salt of its digest."""

service_ledger = Table(
    "service_ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("who", String(60), nullable=False),
    Column("event", String(12), nullable=False),
    Column("entry", String(24), nullable=False),
    Column("facts", String(1000), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("chain", LargeBinary(32), nullable=False),
    Index("ix_service_ledger_entry", "entry"),
)
"""Only grows: everything that happened to entries of service time, in order; ``chain`` covers the salted digests so
far, ``facts`` says nothing that names a person. ``event``: recorded, confirmed, disputed, withdrawn, replaced."""

service_words = Table(
    "service_words",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("entry", String(24), ForeignKey("service_records.entry", ondelete="CASCADE"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("who", String(60), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("entry", "seq"),
)
"""What is said about an entry that is in dispute (异议), in order: by the volunteer, the organiser, the bureau."""

certificates = Table(
    "certificates",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("volunteer", String(24), ForeignKey("volunteers.number"), nullable=False),
    Column("organisation", String(24), ForeignKey("organisations.id"), nullable=False),
    Column("conversation", String(40), nullable=False),
    Column("run", String(40), nullable=False, unique=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("revoked_at", Instant),
    Column("sealed", LargeBinary, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Index("ix_certificates_volunteer", "volunteer"),
    Index("ix_certificates_conversation", "conversation"),
)
"""Certificates of service (志愿服务记录证明) as they were issued. ``digest`` is of what is printed, and stands in the
QR code. ``state``: valid, revoked (an entry of it is no longer so). ``sealed``: what is printed."""

certificate_entries = Table(
    "certificate_entries",
    metadata,
    Column("certificate", String(24), ForeignKey("certificates.number", ondelete="CASCADE"), primary_key=True),
    Column("entry", String(24), ForeignKey("service_records.entry"), primary_key=True),
    Index("ix_certificate_entries_entry", "entry"),
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("staff", String(40), nullable=False),
    Column("organisation", String(24), ForeignKey("organisations.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("township", String(40)),
    Column("urgent", Boolean, nullable=False),
    Column("needed", Integer, nullable=False),
    Column("filled", Integer, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("elder", String(24)),
    Column("state", String(12), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint("filled >= 0 AND filled <= needed", name="filled"),
    Index("ix_dispatches_state", "state"),
)
"""Calls for volunteers (社工+志愿者) for one need (陪诊, 送餐, 寻人). ``state``: asking, filled, lapsed, cancelled.
``elder``: whose time-bank account it is paid from, if any. ``sealed``: what for, where, whom to ask."""

dispatch_asks = Table(
    "dispatch_asks",
    metadata,
    Column("dispatch", String(24), ForeignKey("dispatches.number", ondelete="CASCADE"), primary_key=True),
    Column("volunteer", String(24), ForeignKey("volunteers.number", ondelete="CASCADE"), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_dispatch_asks_volunteer", "volunteer"),
)
"""Who was asked. ``state``: asked, accepted, declined, over (it was filled, or called off, before they answered)."""

time_accounts = Table(
    "time_accounts",
    metadata,
    Column("volunteer", String(24), ForeignKey("volunteers.number"), primary_key=True),
    Column("minutes", Integer, nullable=False),
    Column("owed", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint("minutes >= 0", name="minutes"),
    CheckConstraint("owed >= 0", name="owed"),
)
"""What stands in the time bank (时间银行) for a volunteer, in minutes; never money. ``owed``: minutes of entries that
stand no more, and had been given away or spent; they are taken from what is earned next."""

time_ledger = Table(
    "time_ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("who", String(60), nullable=False),
    Column("event", String(12), nullable=False),
    Column("entry", String(80), nullable=False),
    Column("facts", String(1000), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("chain", LargeBinary(32), nullable=False),
    Index("ix_time_ledger_entry", "entry"),
)
"""Only grows: the time bank's own ledger, apart from the record. ``event``: earned, unearned (the entry is no longer
so), given, held (for a service that was asked for), returned, spent; ``entry`` is what it is for."""
