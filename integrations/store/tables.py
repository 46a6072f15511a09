"""Every table. Personal data stands only in ``sealed`` columns and, as blind indices, in ``person``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)


class Instant(TypeDecorator[datetime]):
    """An instant, stored as UTC. SQLite drops time zones silently, so a value without one is refused here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("forgotten", Boolean, nullable=False, default=False),
    Column("handoff", String(24)),
    Column("updated_at", Instant, nullable=False),
    Index("ix_conversations_updated_at", "updated_at"),
)

log = Table(
    "log",
    metadata,
    Column("conversation", String(40), primary_key=True),
    Column("message", String(80), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("pushed", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_log_conversation_seq", "conversation", "seq"),
    Index("ix_log_at", "at"),
)

slots = Table(
    "slots",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("starts_at", Instant, primary_key=True),
    Column("taken", Integer, nullable=False),
    CheckConstraint("taken >= 0", name="taken"),
)

bookings = Table(
    "bookings",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("number", String(24), unique=True),
    Column("run", String(40), nullable=False),
    Column("conversation", String(40), nullable=False),
    Column("service", String(40), nullable=False),
    Column("office", String(40), nullable=False),
    Column("starts_at", Instant),
    Column("day", Date, nullable=False),
    Column("ticket", Integer),
    Column("state", String(12), nullable=False),
    Column("held_until", Instant),
    Column("provisional", Boolean, nullable=False),
    Column("not_before", Date),
    Column("not_after", Date),
    Column("told", String(40)),
    Column("arrived_at", Instant),
    Column("excused", Boolean, nullable=False, server_default=false()),
    Column("updated_at", Instant, nullable=False),
    Index("ix_bookings_conversation", "conversation"),
    Index("ix_bookings_run", "run"),
    Index("ix_bookings_office_day", "office", "day"),
)
"""``state``: held, invited (held for a partner who has not agreed yet), booked, released (let go), cancelled, past,
no_show (爽约). A walk-in ticket has no ``starts_at``.
``not_before`` and ``not_after`` bound the days it may be moved to (an age, a window). ``told`` is what its owner was
told last of whether it still stands; ``arrived_at`` when they checked in at the counter (签到). ``excused``: that it
was cancelled or not used is not counted against its people."""

booking_people = Table(
    "booking_people",
    metadata,
    Column("booking", String(80), ForeignKey("bookings.id", ondelete="CASCADE"), primary_key=True),
    Column("person", LargeBinary(32), primary_key=True),
    Column("kind", String(16), nullable=False, server_default="registration"),
    Column("active", Boolean, nullable=False),
    Column("tail", LargeBinary(32)),
    Index("ix_booking_people_person", "person"),
    Index("ix_booking_people_tail", "tail"),
    Index(
        "uq_booking_people_active",
        "person",
        "kind",
        unique=True,
        sqlite_where=text("active = 1"),
        postgresql_where=text("active"),
    ),
)
"""One active booking per person and kind (registration, ceremony, counselling): the partial unique index is the guard.
``tail`` is a blind index over the end of the ID number, the office and the day: what a person says at the counter."""

invitations = Table(
    "invitations",
    metadata,
    Column("code", LargeBinary(32), primary_key=True),
    Column("booking", String(80), ForeignKey("bookings.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("conversation", String(40)),
    Column("sealed", LargeBinary, nullable=False),
    Column("state", String(12), nullable=False),
    Column("until", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
"""A partner who is asked to agree (对方确认). ``code`` is a blind index of what is sealed; ``conversation`` is the
partner's once they have used it, and it is nobody else's then. ``state``: open, used, refused, lapsed."""

waiters = Table(
    "waiters",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("number", String(24), nullable=False),
    Column("conversation", String(40), nullable=False),
    Column("service", String(40), nullable=False),
    Column("booking", String(80)),
    Column("office", String(40), nullable=False),
    Column("day", Date, nullable=False),
    Column("since", Instant, nullable=False),
    Column("state", String(12), nullable=False),
    Column("offer", String(80)),
    Column("until", Instant),
    Column("updated_at", Instant, nullable=False),
    Index("ix_waiters_day", "office", "day", "since"),
    Index("ix_waiters_conversation", "conversation"),
    Index("ix_waiters_booking", "booking"),
)
"""The waiting list (候补) of full days, first come, first served. ``booking`` is the one to be swapped, if there is
one; ``offer`` is the hold of the seat that is offered ``until``. ``state``: waiting, offered, taken, lapsed, left,
closed."""

notices = Table(
    "notices",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("conversation", String(40), nullable=False),
    Column("number", String(24), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_notices_conversation", "conversation"),
    Index("ix_notices_state", "state"),
)
"""What people are to be told, once for each change and person. ``state``: waiting, told (in the chat), seen (there),
sent (by short message), call (待电话通知), called, void."""

tickets = Table(
    "tickets",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("last", Integer, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("number", String(24), nullable=False, unique=True),
    Column("run", String(40), nullable=False, unique=True),
    Column("conversation", String(40), nullable=False),
    Column("booking", String(80)),
    Column("person", LargeBinary(32)),
    Column("service", String(40), nullable=False),
    Column("level", String(8), nullable=False, server_default="county"),
    Column("township", String(40)),
    Column("village", String(20)),
    Column("section", String(24)),
    Column("ending", String(40), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("holder", String(40)),
    Column("outcome", String(16)),
    Column("filed_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_cases_filed_at", "filed_at"),
    Index("ix_cases_conversation", "conversation"),
    Index("ix_cases_booking", "booking"),
    Index("ix_cases_township", "township"),
    Index("ix_cases_person", "person"),
)
"""``booking``: the appointment it is about; where both partners agreed, each has a case of it in their conversation.
``person``: the blind index of the applicant's ID number, of an application for assistance (社会救助).
``level``: whose it is to look at it now (village, township, county), of which ``township`` and ``village`` where they
are known, and of the county which ``section`` (股室). ``holder``: the clerk who has claimed it (接办).
``kind``: case, booking, handoff, erasure. ``state``: filed, seen, closed, and then the ``outcome`` (办理结果)."""

clocks = Table(
    "clocks",
    metadata,
    Column("case_number", String(24), primary_key=True),
    Column("name", String(12), primary_key=True),
    Column("counts", String(8), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    Column("running_since", Instant),
    Column("due_at", Instant),
    Column("state", String(8), nullable=False),
    Column("reached", Integer, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index("ix_clocks_due_at", "due_at"),
)
"""By when a case is to be answered and settled (办理时限). ``name``: first, next (answer), solution. ``counts``:
running (hours by the clock) or working (working time). ``minutes`` are given, ``spent`` those counted before the last
pause; ``running_since`` and ``due_at`` are empty while it is paused. ``state``: running, paused, met, void (nothing to
be done any more). ``reached``: 0, 50, 80 (per cent, warned), 100 (breached, and recorded once)."""

timeline = Table(
    "timeline",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("case_number", String(24), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("who", String(40), nullable=False),
    Column("what", String(24), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("case_number", "seq"),
)
"""What was done about a case (办理过程), in order. ``who``: a clerk's account, ``resident``, or ``desk`` for the desk
by itself. ``sealed``: what was written, where something was."""

alerts = Table(
    "alerts",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("step", Integer, nullable=False),
    Column("acknowledged_by", String(40)),
    Column("acknowledged_at", Instant),
    Column("raised_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_alerts_state", "state"),
)
"""Danger that somebody on duty is to take on, one for a ticket. ``kind`` is that of the danger; ``step``: how often the
circle of those who are called was widened. ``state``: calling, acknowledged, over (the ticket was closed)."""

alert_calls = Table(
    "alert_calls",
    metadata,
    Column("number", String(24), ForeignKey("alerts.number", ondelete="CASCADE"), primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("staff", String(40), primary_key=True),
    Column("level", String(8), nullable=False),
    Column("at", Instant, nullable=False),
)
"""Who was called to an alert, and when."""

duty = Table(
    "duty",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("staff", String(40), ForeignKey("staff.name", ondelete="CASCADE"), nullable=False),
    Column("level", String(8), nullable=False),
    Column("township", String(40)),
    Column("village", String(20)),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    CheckConstraint("ends_at > starts_at", name="span"),
    Index("ix_duty_ends_at", "ends_at"),
)
"""Who is on duty where and when (值班表)."""

scores = Table(
    "scores",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("score", Integer, nullable=False),
    Column("sealed", LargeBinary),
    Column("at", Instant, nullable=False),
    CheckConstraint("score BETWEEN 1 AND 5", name="score"),
)
"""What residents thought of how it was handled (好差评), 5 the best; ``sealed`` is what they added in words."""

letters = Table(
    "letters",
    metadata,
    Column("number", String(24), primary_key=True),
    Column("case_number", String(24), nullable=False),
    Column("conversation", String(40), nullable=False),
    Column("state", String(12), nullable=False),
    Column("until", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_letters_case_number", "case_number"),
    Index("ix_letters_conversation", "conversation"),
)
"""Letters of authorisation (授权委托书). ``state``: open (still to be signed by somebody), complete, withdrawn,
expired, replaced (by a new one, for the household has changed). ``until``: by when everybody is to have signed.
``sealed``: what stands on it, and the digest of every state it was in."""

letter_pages = Table(
    "letter_pages",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("letter", String(24), ForeignKey("letters.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("code", LargeBinary(32), unique=True),
    Column("conversation", String(40)),
    Column("sealed", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_letter_pages_letter", "letter"),
    Index("ix_letter_pages_conversation", "conversation"),
)
"""A page for each who authorises. ``state``: waiting (待签), signed (已签), guardian (监护人代签), guardian_due
(监护人代签, 待核), paper (纸质已签, 待核), paper_seen (纸质已签), refused (拒签), withdrawn (撤回). ``code`` is a blind
index of what is sealed; ``conversation`` is the signer's once name and number matched, and it is nobody else's then.
``sealed``: of whom the page is, who signs it, the code, and the signature."""

due_work = Table(
    "due_work",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String(8), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", Instant),
    Column("fence", Integer, nullable=False),
    Column("subject", String(80)),
    Column("fault", String(200)),
    Column("updated_at", Instant, nullable=False),
    Index(
        "ix_due_work_due", "due_at", sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")
    ),
    Index("ix_due_work_subject", "subject"),
)
"""``state``: waiting, done, dead. ``id`` is the idempotency key; ``subject`` is a receipt number, not a person."""

uploads = Table(
    "uploads",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("conversation", String(40), nullable=False),
    Column("case_number", String(24)),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_uploads_conversation", "conversation"),
    Index("ix_uploads_case_number", "case_number"),
    Index("ix_uploads_at", "at"),
)
"""``case_number``: the case a picture belongs to, once one was filed with it."""

calendar_days = Table(
    "calendar_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("workday", Boolean, nullable=False),
    Column("note", String(120), nullable=False),
    Column("updated_at", Instant, nullable=False),
)

villages = Table(
    "villages",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("township", String(40), nullable=False),
    Column("name", String(60), nullable=False),
    UniqueConstraint("township", "name"),
)

staff = Table(
    "staff",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("password", String(200), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("shown_as", String(40)),
    Column("role", String(12), nullable=False, server_default="desk"),
    Column("level", String(8), nullable=False, server_default="county"),
    Column("township", String(40)),
    Column("village", String(20)),
    Column("section", String(24)),
    Column("phone_sealed", LargeBinary),
    Column("totp_sealed", LargeBinary),
    Column("totp_step", Integer),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until", Instant),
)
"""``shown_as``: what residents are told of who answers. ``level``, ``township``, ``village``, ``section``: the scope.
``totp_step``: the last one-time code used, by its step in time; none is used twice."""

staff_sessions = Table(
    "staff_sessions",
    metadata,
    Column("token", LargeBinary(32), primary_key=True),
    Column("staff", String(40), ForeignKey("staff.name", ondelete="CASCADE"), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=False, server_default="1970-01-01"),
)

used_forms = Table(
    "used_forms",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True),
    Column("at", Instant, nullable=False),
    Index("ix_used_forms_at", "at"),
)
"""Buttons of the desk that were pressed: each form is good for once."""

chats = Table(
    "chats",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("bot", String(12), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("conversation", String(40)),
    Column("staff", String(40), ForeignKey("staff.name", ondelete="CASCADE")),
    Column("group_of", String(40)),
    Column("before", String(40)),
    Column("focus", String(24)),
    Column("asked", BigInteger),
    Column("said_at", BigInteger),
    Column("left_at", BigInteger),
    Column("blocked_at", Instant),
    Column("updated_at", Instant, nullable=False),
    Index("ix_chats_conversation", "conversation"),
    Index("ix_chats_staff", "staff"),
)
"""Chats of a push channel. ``id`` is a blind index of ``bot`` and the address there, which is sealed. Who is at the
other end: a resident in their ``conversation`` (``before``: the one the chat had before it was linked to that); a
member of the ``staff``; or a group of the staff (``group_of``: a township, or ``county``). ``focus``: the case a
clerk's words go to; ``asked``: the message whose buttons are alive; ``said_at``: when the newest message was said
(WeChat, in seconds since 1970 by its clock); ``left_at``: the same of the newest one when a resident left;
``blocked_at``: since when it takes no message."""

passes = Table(
    "passes",
    metadata,
    Column("code", LargeBinary(32), primary_key=True),
    Column("purpose", String(12), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("until", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_by", LargeBinary(32)),
    Index("ix_passes_until", "until"),
)
"""Codes and links that work once, for a while. ``code`` is a blind index. ``purpose``: conversation (whoever has it
goes on with the conversation ``subject``), account (the chat is that clerk's), group (it is that township's).
``used_by`` is a blind index of what whoever used it called the use, so that they may ask again for a lost answer."""

outgoing = Table(
    "outgoing",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("bot", String(12), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("after", BigInteger),
    Column("message", BigInteger),
    Column("fault", String(200)),
    Column("answers", String(80)),
    Column("updated_at", Instant, nullable=False),
    Index(
        "ix_outgoing_open",
        "bot",
        "chat",
        "position",
        sqlite_where=text("state IN ('waiting', 'sending', 'offered')"),
        postgresql_where=text("state IN ('waiting', 'sending', 'offered')"),
    ),
    Index("ix_outgoing_chat", "chat", "message"),
    Index("ix_outgoing_bot", "bot", "message"),
    Index("ix_outgoing_updated_at", "updated_at"),
)
"""What a bot is to send or to edit, in the order of ``position`` within a chat; ``key`` is its idempotency key.
``state``: waiting, sending (it may have been taken by the platform already: ``after`` is the last message id known
before), sent (as ``message``), void (nobody is there any more), dead (refused for good). What is said to a
resident is dropped as soon as it is settled. Where the platform takes an answer with its request: offered (it stands
in the answer to the message ``answers``, and is sent by itself once ``due_at`` is past), answered (it was written out;
kept, for the platform may ask again), held (it is taken only after the person writes again)."""

bot_leases = Table(
    "bot_leases",
    metadata,
    Column("bot", String(12), primary_key=True),
    Column("holder", String(40), nullable=False),
    Column("until", Instant, nullable=False),
    Column("fence", Integer, nullable=False),
)
"""The one process that runs a bot: it asks for what comes in, and sends. ``fence`` grows with each holder."""

platform_tokens = Table(
    "platform_tokens",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("sealed", LargeBinary),
    Column("until", Instant),
    Column("turn", Integer, nullable=False),
    Column("busy_until", Instant),
)
"""The access token of a platform, one for all processes. ``turn`` grows with each new one; while one process asks for
the next, ``busy_until`` keeps the others from doing so."""

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("who", String(40), nullable=False),
    Column("what", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("chain", LargeBinary(32), nullable=False),
    Index("ix_audit_subject", "subject"),
)
"""Only grows. ``digest`` is salted over the entry, ``chain`` covers the digests so far; ``verify`` checks it."""
