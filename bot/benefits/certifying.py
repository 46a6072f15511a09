"""Re-certification (资格认证) by chat: which records are due for whoever has shown who they are, and what they say goes
to the township as a case. The register is never changed here: the township certifies, and nothing stops by itself."""

from __future__ import annotations

from bot.benefits.parts import Tools
from bot.benefits.showing import Showing, Told
from bot.booking import Told as Said
from bot.filing import Doing
from bot.pieces import Part
from flows.benefits.certify_flow import SERVICE, briefing, chosen, result
from flows.benefits.certifying import Chosen, due_first, next_due
from flows.benefits.identity import proof_of
from flows.benefits.records import Record
from flows.errors import Refused
from flows.language.endings import File
from flows.language.lookups import Found
from flows.language.questions import BEGIN, CHANGE, PERSON
from flows.outcome import Final, Needed
from flows.words import Option, Words
from flows.world import World
from integrations.store.benefits import certifications, proofs
from integrations.store.benefits.certifications import Certification
from integrations.store.benefits.register import person_of

_GONE = Words("recertify-gone")
_PROVE = Option(f"{CHANGE}proven", Words("benefits-prove"))
_PERSON = Option(PERSON, Words("command-person"))
_SOMEBODY = Option(f"{CHANGE}proven", Words("benefits-somebody"))
_SEE = Option(f"{BEGIN}benefits", Words("service-benefits"))


class Certifying:
    """Looks up, and hands in. Refuses (Refused) once the proof is over, and what was handed in before."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._showing = Showing(tools)

    def part(self) -> Part:
        """What this piece brings."""
        return Part(lookups={"to_certify": self._to_certify}, endings={"recertified": self._hand_in})

    async def _to_certify(self, needed: Needed, conversation: str) -> Found:
        """The records to certify now, the first due first; where there is none, why, and the ways on."""
        told = await self._showing.told(proof_of(needed.facts), conversation, "certify")
        if told is None:
            return Found((_PROVE,), {}, _GONE, note=Words("recertify-proof_over"))
        if told.finding is None:
            return Found((_PERSON,), {}, _GONE, note=Words("recertify-down"))
        world = needed.facts.world
        own = [each.record for each in told.seen if not each.is_own]
        due = due_first(own, world.day, world.policy)
        handed_in = await self._handed_in(due)
        options = tuple(_option(told, record) for record in due if record.id not in handed_in)
        if options:
            return Found(options, {}, _GONE, sure=len(options) == 1)
        ways_on = (_SEE, _SOMEBODY, _PERSON)
        return Found(ways_on, {}, _GONE, note=_none_due(own, len(handed_in), world))

    async def _handed_in(self, due: list[Record]) -> set[str]:
        keys = {(each.id, each.certify_by) for each in due if each.certify_by is not None}
        async with self._tools.database.read() as connection:
            known = await certifications.of_records(connection, self._tools.vault, keys)
        return {each.record for each in known.values() if each.is_handed_in}

    async def _hand_in(self, final: Final, doing: Doing) -> Said:
        """What was said goes to the township of the record, once for each day by which it is to be certified."""
        tools, connection, now = self._tools, doing.connection, doing.world.now
        proof = await proofs.one(connection, tools.vault, proof_of(final.facts), doing.conversation.id, now)
        if proof is None:
            raise Refused("recertify-proof_over", step="record")
        of, found = chosen(final.facts), result(final.facts)
        number = tools.numbers.receipt(doing.world.day)
        new = Certification(
            record=of.record,
            due=of.due,
            person=person_of(tools.vault, proof.id_number),
            state="visit" if found.outcome == "visit" else "done",
            township=of.township,
            case=number,
            outcome=found.outcome,
        )
        if not await certifications.hand_in(connection, tools.vault, new, now):
            raise Refused("recertify-handed_in", step="record")
        townships = doing.world.place.townships
        ending = File(
            service=SERVICE,
            township=lambda _: of.township if of.township in townships else None,
            briefing=lambda facts: briefing(facts, proof.name, proof.phone),
        )
        case = await tools.filing.case(final, ending, doing, "case", number, None)
        return {"number": case.number}, case.number


def _option(told: Told, record: Record) -> Option:
    by = record.certify_by
    if by is None:  # only such are due
        raise ValueError("a record without a day to certify by is not due")
    of = Chosen(record.id, record.scheme, by, told.proof.by, record.township, record.account)
    said = {"scheme": Words(f"benefits-scheme.{record.scheme}"), "due": by}
    return Option(of.value, Words("recertify-one", said))


def _none_due(own: list[Record], handed_in: int, world: World) -> Words:
    """Nothing is to be done now, and when the next is."""
    if handed_in:
        return Words("recertify-handed_in")
    following = next_due(own, world.day, world.policy)
    if following is None:
        return Words("recertify-nothing")
    return Words("recertify-not_yet", {"due": following})
