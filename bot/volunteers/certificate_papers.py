"""What stands on a certificate of service (志愿服务记录证明), put into words."""

from __future__ import annotations

from bot.speech import Speech
from flows.place import Place
from flows.volunteers.certificate import MOST_LINES, Certificate, Line
from flows.volunteers.length import length
from flows.words import Value, Words
from integrations.documents.certificate import CertificatePaper

LANGUAGE = "zh-Hans"
"""Certificates are handed to schools and employers."""
VERIFY = "zhengming"
"""Where a printed one is verified: the path is followed by its number and its digest."""
NOTES = ("system", "free", "verify")


def paper_of(certificate: Certificate, digest: str, speech: Speech, place: Place, address: str) -> CertificatePaper:
    """The certificate for printing. ``address`` is where residents open the desk, with a slash at the end."""

    def say(key: str, **args: Value) -> str:
        return speech.render(Words(key, args), LANGUAGE)

    def label(name: str) -> str:
        return say(f"certificate-label.{name}")

    def long(minutes: int) -> str:
        return speech.render(length(minutes), LANGUAGE)

    by_entry = len(certificate.lines) <= MOST_LINES
    rows = [
        (_day(line), speech.render(_what(line), LANGUAGE), long(line.minutes))
        for line in sorted(certificate.lines, key=lambda line: line.day)
    ]
    months = [(month, str(times), long(minutes)) for month, (times, minutes) in certificate.months.items()]
    days = {"first": certificate.first_day, "last": certificate.last_day}
    time = {
        "length": length(certificate.minutes),
        "minutes": certificate.minutes,
        "times": len(certificate.lines),
    }
    lines = {
        "name": certificate.name,
        "id_number": certificate.id_number,
        "identity": "" if certificate.is_checked else say("certificate-identity_unchecked"),
        "volunteer": certificate.volunteer,
        "time": say("certificate-time", **time),
        "content": say("verbatim", text=tuple(Words(f"service_kind.{kind}") for kind in certificate.kinds)),
        "titles": say("verbatim", text=certificate.titles),
        "days": say("certificate-days", **days),
        "organisation": certificate.organisation,
        "issued": say("verbatim", text=certificate.issued_on),
    }
    head = ("day", "what", "length") if by_entry else ("month", "times", "length")
    return CertificatePaper(
        language=LANGUAGE,
        issuer=certificate.organisation,
        title=say("certificate-title"),
        subtitle=say("certificate-subtitle"),
        mark=say("certificate-demonstration") if place.demonstration else "",
        number_label=label("number"),
        number=certificate.number,
        verify=label("verify"),
        lines=tuple((label(name), words) for name, words in lines.items() if words),
        records_label=label("records" if by_entry else "months"),
        records=(tuple(map(label, head)), *(rows if by_entry else months)),
        total=(label("sum"), str(len(certificate.lines)) if not by_entry else "", long(certificate.minutes)),
        seal=label("seal"),
        notes=tuple(say(f"certificate-note.{name}") for name in NOTES),
        page=say("certificate-page", page="{page}", pages="{pages}"),
        digest=digest,
        verify_url=f"{address}{VERIFY}/{certificate.number}/{digest}",
    )


def _day(line: Line) -> str:
    return f"{line.day:%Y-%m-%d}"


def _what(line: Line) -> Words:
    kind = Words(f"service_kind.{line.kind}")
    return Words("certificate-what", {"kind": kind, "title": line.title}) if line.title else kind
