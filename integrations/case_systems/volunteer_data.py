"""What is recorded of volunteers as the webhook tells it: types of events, and their data as the schemas describe them.

A volunteer has the fields of 志愿服务记录与证明出具办法(试行) (民政部令第67号), a minor their guardian besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flows.inputs.id_number import describe
from flows.volunteers.ledger import Entry
from flows.volunteers.people import Person, Volunteer
from integrations.case_systems.contract import (
    CertificateReport,
    HoursConfirmed,
    HoursEnded,
    Left,
    Registered,
    Report,
)

VOLUNTEER, SERVICE, CERTIFICATE = "volunteer", "service", "service_certificate"


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its type, what it is about, the name of its schema, its data."""

    type: str
    subject: str
    schema: str
    data: Mapping[str, Any]


def event_of(report: Report) -> Told:
    """The event that tells it."""
    match report:
        case Registered(volunteer, person):
            return Told("yizheng.volunteer.registered", volunteer.number, VOLUNTEER, _volunteer(volunteer, person))
        case Left(number):
            return Told("yizheng.volunteer.left", number, VOLUNTEER, {"number": number, "state": "left"})
        case HoursConfirmed(entry):
            return Told("yizheng.hours.confirmed", entry.id, SERVICE, _service(entry, report))
        case HoursEnded(entry_id, why):
            return Told("yizheng.hours.ended", entry_id, SERVICE, {"entry": entry_id, "state": why})
        case CertificateReport(certified, _, stands):
            kind = "yizheng.certificate.issued" if stands else "yizheng.certificate.revoked"
            return Told(kind, certified.number, CERTIFICATE, _certificate(report))


def _volunteer(volunteer: Volunteer, person: Person) -> dict[str, Any]:
    number, guardian = describe(person.id_number), volunteer.guardian
    of_guardian = None if guardian is None else {"name": guardian.name, "phone": guardian.phone}
    return {
        "number": volunteer.number,
        "state": "registered",
        "name": person.name,
        "sex": number.sex,
        "birth": None if number.birth is None else number.birth.isoformat(),
        "id_number": person.id_number,
        "township": volunteer.township,
        "village": volunteer.village,
        "phone": person.phone,
        "skills": list(volunteer.skills),
        "kinds": list(volunteer.kinds),
        "veteran": volunteer.veteran,
        "guardian": None if of_guardian is None else {**of_guardian, "relation": volunteer.relation},
    }


def _service(entry: Entry, report: HoursConfirmed) -> dict[str, Any]:
    return {
        "entry": entry.id,
        "state": "confirmed",
        "volunteer": entry.volunteer,
        "organisation": {"id": entry.organisation, "name": report.organisation},
        "activity": entry.activity,
        "kind": entry.kind,
        "training": entry.training,
        "begins_at": _instant(entry.begins_at),
        "ends_at": _instant(entry.ends_at),
        "minutes": entry.minutes,
        "what": entry.what,
        "where": entry.where,
        "confirmed_on": report.on.isoformat(),
        "replaces": entry.replaces,
    }


def _certificate(report: CertificateReport) -> dict[str, Any]:
    certified = report.certified
    return {
        "number": certified.number,
        "state": "valid" if report.stands else "revoked",
        "volunteer": certified.volunteer,
        "organisation": {"id": certified.organisation, "name": report.organisation},
        "first_day": certified.first_day.isoformat(),
        "last_day": certified.last_day.isoformat(),
        "minutes": certified.minutes,
        "digest": certified.digest,
        "entries": list(certified.entries),
    }


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
