"""What every case system answers: take a case (or an amended one), what comes with it, a request to verify the means
of a household (家庭经济状况核对), and what is recorded of volunteers (志愿者), each under a stable key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

from flows.volunteers.ledger import Entry, Event
from flows.volunteers.people import Person, Volunteer
from integrations.store.cases import Case
from integrations.store.volunteers.reported import Certified


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a case. ``kind``: letter or picture; ``sha256`` of its bytes, hexadecimal."""

    name: str
    kind: str
    media_type: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """On the strength of which letter (its number and digest) the means of whom (name and ID number) are to be
    verified, for which case."""

    letter: str
    digest: str
    case: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """Somebody is a volunteer, and who they are."""

    volunteer: Volunteer
    person: Person


@dataclass(frozen=True, slots=True)
class Left:
    """A volunteer, by their number, is one no more (退出), or nothing is kept of who they were."""

    number: str


@dataclass(frozen=True, slots=True)
class HoursConfirmed:
    """Service time was countersigned, for an organisation of this name, on a day in Asia/Shanghai."""

    entry: Entry
    organisation: str
    on: date


@dataclass(frozen=True, slots=True)
class HoursEnded:
    """Service time that was confirmed stands no more, by the id of its entry: disputed, withdrawn, replaced."""

    entry: str
    why: Event


@dataclass(frozen=True, slots=True)
class CertificateReport:
    """A certificate of service was issued, by an organisation of this name, or is revoked (``stands`` is False)."""

    certified: Certified
    organisation: str
    stands: bool


Report: TypeAlias = Registered | Left | HoursConfirmed | HoursEnded | CertificateReport
"""Something recorded of volunteers."""


class CaseSystem(Protocol):
    """A backend case system. Delivery is at least once; the key lets the backend see a repeat."""

    async def file(self, case: Case, key: str) -> None:
        """Files a case. Raises OutsideFault: with ``retry_after`` when the backend asked for a wait, ``final`` when
        trying again cannot help."""

    async def attach(self, case: str, attachment: Attachment, key: str, at: datetime) -> None:
        """Adds a file to a case. Raises OutsideFault as ``file``."""

    async def check(self, request: CheckRequest, key: str, at: datetime) -> None:
        """Asks for the means of a household to be verified. Raises OutsideFault as ``file``."""

    async def report(self, report: Report, key: str, at: datetime) -> None:
        """Tells what was recorded of volunteers ``at`` an instant. Raises OutsideFault as ``file``."""

    async def close(self) -> None:
        """Closes the connections."""
