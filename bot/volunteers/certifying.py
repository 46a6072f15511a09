"""开志愿服务证明: a certificate of what an organisation itself has recorded (谁组织谁记录、谁记录谁证明), for free.

It says exactly what the ledger says at the instant it is issued; what was shown before and has changed is shown again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.own import own_volunteer
from bot.volunteers.parts import Tools
from bot.volunteers.reporting import report
from flows.errors import Refused
from flows.inputs.id_number import mask
from flows.language.facts import Facts
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers.certificate import EARLIEST, Certificate, lines_of, span_of, to_plain
from flows.volunteers.ledger import Entry
from flows.volunteers.length import length
from flows.volunteers.people import Volunteer
from flows.words import Option, Value, Words, yes
from integrations.documents.letter import letter_digest
from integrations.store.volunteers import certificates, ledger, organisations
from integrations.store.volunteers.certificates import Kept

SALT_BYTES = 16
MARK_LENGTH = 16

_GONE = Found((), {}, Words("my_hours-gone"), Words("my_hours-gone"))


class Certifying:
    """Looks up what may be certified, and certifies it."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(
            endings={"certificate_issued": self._issue},
            lookups={
                "certifying_organisations": self._organisations,
                "certificate_preview": self._preview,
            },
        )

    async def _organisations(self, needed: Needed, conversation: str) -> Found:
        """Those that have confirmed service time of the volunteer."""
        async with self._tools.database.read() as connection:
            volunteer = str(needed.facts["volunteer"])
            try:
                await own_volunteer(connection, self._tools, conversation, volunteer, "volunteer")
            except Refused:
                return _GONE
            entries = await ledger.of_volunteer(connection, self._tools.vault, volunteer)
            ids = sorted({each.organisation for each in entries if each.counts})
            found = [await organisations.one(connection, each) for each in ids]
        named = sorted((each.name, each.id) for each in found if each is not None)
        options = tuple(Option(id_, Words("verbatim", {"text": name})) for name, id_ in named)
        return Found(options, {}, Words("my_hours-gone"), Words("service_certificate-no_hours"))

    async def _preview(self, needed: Needed, conversation: str) -> Found:
        """What would stand on it. The value of the only option stands for exactly these entries."""
        facts = needed.facts
        async with self._tools.database.read() as connection:
            try:
                own = await own_volunteer(connection, self._tools, conversation, facts["volunteer"], "volunteer")
            except Refused:
                return _GONE
            organisation = str(facts["organisation"])
            first, last = _span(facts)
            entries = await ledger.confirmed_between(
                connection, self._tools.vault, own.number, organisation, first, last
            )
            named = await organisations.one(connection, organisation)
        if not entries or named is None:
            return Found((), {}, Words("service_certificate-changed"), Words("service_certificate-no_hours_then"))
        note: dict[str, Value] = {"organisation": named.name, "checked": yes(own.is_checked), **_added_up(entries)}
        option = Option(_mark(entries), Words("service_certificate-issue_it"))
        changed = Words("service_certificate-changed")
        return Found((option,), {}, changed, note=Words("service_certificate-preview", note))

    async def _issue(self, final: Final, doing: Doing) -> Told:
        """Issues it; the same run again has the same certificate."""
        kept = await certificates.by_run(doing.connection, self._tools.vault, final.run)
        if kept is not None and kept.said is not None:
            return _told(kept.said), None
        facts = final.facts
        own = await own_volunteer(doing.connection, self._tools, doing.conversation.id, facts["volunteer"], "volunteer")
        certificate = await self._certify(own, final, doing)
        return _told(certificate), None

    async def _certify(self, volunteer: Volunteer, final: Final, doing: Doing) -> Certificate:
        tools, connection, now = self._tools, doing.connection, doing.world.now
        organisation, (first, last) = str(final.facts["organisation"]), _span(final.facts)
        entries = await certificates.held(connection, tools.vault, volunteer.number, organisation, first, last)
        named = await organisations.one(connection, organisation)
        if named is None or volunteer.person is None or not entries or _mark(entries) != final.facts["issue"]:
            raise Refused("service_certificate-changed", step="issue")
        titles = await certificates.titles(
            connection, tools.vault, [each.activity for each in entries if each.activity]
        )
        certificate = Certificate(
            number=tools.numbers.receipt(doing.world.day),
            volunteer=volunteer.number,
            name=volunteer.person.name,
            id_number=mask(volunteer.person.id_number),
            organisation=named.name,
            issued_on=doing.world.day,
            salt=tools.random(SALT_BYTES).hex(),
            is_checked=volunteer.is_checked,
            lines=lines_of(entries, titles),
        )
        await certificates.issue(
            connection,
            tools.vault,
            certificate,
            organisation=organisation,
            entries=[each.id for each in entries],
            conversation=doing.conversation.id,
            run=final.run,
            digest=digest_of(certificate),
            now=now,
        )
        await report(connection, tools, "certificate_issued", certificate.number, now)
        return certificate


def digest_of(certificate: Certificate) -> str:
    """The digest (SHA-256, hexadecimal) of what is printed."""
    return letter_digest(to_plain(certificate))


def is_whole(kept: Kept) -> bool:
    """Whether a certificate says what was certified, and nothing else."""
    return kept.said is not None and digest_of(kept.said) == kept.digest and kept.said.minutes == kept.minutes


def _told(certificate: Certificate) -> dict[str, Value]:
    return {
        "certificate": certificate.number,
        "organisation": certificate.organisation,
        "length": length(certificate.minutes),
    }


def _added_up(entries: Sequence[Entry]) -> dict[str, Value]:
    minutes = sum(each.minutes for each in entries)
    return {"length": length(minutes), "times": len(entries), "first": entries[0].day, "last": entries[-1].day}


def _mark(entries: Sequence[Entry]) -> str:
    """Stands for exactly these entries."""
    said = "\n".join(f"{each.id} {each.minutes}" for each in entries)
    return hashlib.sha256(said.encode()).hexdigest()[:MARK_LENGTH]


def _span(facts: Facts) -> tuple[date, date]:
    return span_of(str(facts["span"]), facts.day, facts.get("first", EARLIEST), facts.get("last", facts.day))
