"""How a flow ends: what is done, and what the resident is told.

An ending's words are the message ``<flow>-<ending>``. What it does is carried out in the turn's transaction, before
the words are shown; the numbers it makes (a receipt) become arguments of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.language.facts import Facts
from flows.words import Value, Words

Kind = Literal["registration", "ceremony", "counselling"]
"""What an appointment is for, as far as one person may have only one of it: 婚姻登记、颁证仪式、婚姻家庭辅导."""


def _nothing(_: Facts) -> Mapping[str, Value]:
    return {}


def _no_more(_: Facts) -> Sequence[Words]:
    return ()


def _any_day(_: Facts) -> tuple[date | None, date | None]:
    return None, None


def _unchecked(_: Facts) -> str:
    return ""


def _no_township(_: Facts) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """``args`` fill the ending's words, ``after`` are further messages (a pre-check's findings). ``shares`` names the
    group of steps whose words it has in every flow (``<group>-<ending>``)."""

    args: Callable[[Facts], Mapping[str, Value]] = _nothing
    after: Callable[[Facts], Sequence[Words]] = _no_more
    shares: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advise(Ending):
    """Says what to do; files nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Ending):
    """Files a case of ``service`` with the answers on the path; ``findings`` are kept with it, and were told before.

    ``township`` is whose it is to look at it (一门受理), where that is one of the place's townships; ``briefing`` is
    for the staff only.
    """

    service: str
    urgent: bool = False
    findings: Callable[[Facts], Sequence[Words]] = _no_more
    township: Callable[[Facts], str | None] = _no_township
    briefing: Callable[[Facts], Sequence[Words]] = _no_more


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorise(File):
    """Files an application with its letter of authorisation (授权委托书), a page for each of the household.

    ``signature`` is the step in which the applicant may have signed already, for themselves and as a guardian.
    """

    signature: str = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Ending):
    """Signs, with what is in ``signature``, the pages of the letter whose code the step ``code`` holds: those of whose
    name and number the steps ``name`` and ``id`` hold, or whose guardian they are."""

    code: str = "code"
    name: str = "name"
    id: str = "id"
    signature: str = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseToSign(Ending):
    """Refuses to sign (拒签) the page whose code the step ``code`` holds."""

    code: str = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLetter(Ending):
    """Does something about the letter in ``letter``: tells its codes anew, lets a guardian sign, keeps a page signed on
    paper, makes a new one for who joined or left the household or once it is over, withdraws it, tells who looked."""

    what: Literal["codes", "guardian", "paper", "joined", "left", "again", "withdrawn", "looked"]
    letter: str = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(File):
    """Files a case that asks for a person (转人工); the resident is told when one will look.

    ``about`` names the steps that may hold the receipt number of the appointment it is about; the last one answered
    counts. It gives no right to that appointment: it is for the staff.
    """

    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(File):
    """Files a case about an appointment of the people named, steps of theirs.

    It is of a ``kind``, of which one person has one active booking, and where no people are named, one conversation.
    ``day`` names the step of its day; ``span`` bounds the days it may later be moved to; ``verdict`` is the
    pre-check's result: complete, missing or person.

    ``pausable``: booking it online pauses for who did not come or cancelled too often (爽约), and only such
    appointments are counted. What the law bounds by days is not: nobody loses their right to the certificate of
    divorce (发给离婚证, 民法典第1077条第2款) or to withdraw (撤回, 第1款) to a local booking rule.
    """

    day: str = "day"
    people: tuple[str, ...] = ()
    kind: Kind = "registration"
    span: Callable[[Facts], tuple[date | None, date | None]] = _any_day
    verdict: Callable[[Facts], str] = _unchecked
    pausable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Appointment):
    """Turns the slot held at the step ``slot`` into a booking; without one it is a walk-in ticket (现场号) for the day,
    which takes no capacity."""

    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite(Book):
    """Keeps the held slot until the partner has agreed in a conversation of their own (对方确认); books nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree(Appointment):
    """The partner agrees to the appointment whose code the step ``code`` holds, and which ``invitation`` shows them: it
    is booked."""

    code: str = "code"
    invitation: str = "invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Ending):
    """The partner does not agree to the appointment whose code the step ``code`` holds: its slot is free again."""

    code: str = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebook(Ending):
    """Swaps the booking in ``booking`` to the held slot in ``slot``, atomically."""

    booking: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking(Ending):
    """Cancels the booking in ``booking`` and frees its seat once."""

    booking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Ending):
    """Puts the booking in ``booking``, which stands, in line (候补) for the full day in ``day``."""

    booking: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffer(Ending):
    """Swaps a booking to the seat that is held for it, the one named in ``offer``, atomically."""

    offer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLine(Ending):
    """Leaves the line named in ``waiting``; a seat that is held goes to the next one."""

    waiting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remember(File):
    """Files what this conversation is to be reminded of, or amends it where one was chosen that it has already.

    It is the chat's own and goes to no other system. ``kept`` is the step in which one is chosen.
    """

    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismiss(Ending):
    """Erases what the one chosen in ``kept`` remembers; nothing more is told of it."""

    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Ending):
    """Does something of which no case is filed; ``what`` names the piece of the desk that does it."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteering(Piece):
    """Does something about volunteer service (志愿服务)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBenefits(Piece):
    """Does something about somebody's applications and benefits (救助待遇)."""
