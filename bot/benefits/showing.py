"""What is told of somebody's applications and benefits (救助待遇), to a conversation that has shown whose they are.

The proof is read anew for everything that is shown: once it is over, or where it is another conversation's, there is
nothing. Of the register only what the telephone on file, or that of the mandate, was shown for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.benefits import own_cases
from bot.benefits.looking import Looking
from bot.benefits.parts import Tools
from bot.benefits.rights import may_be_told
from bot.clock import local_day
from bot.pieces import Part
from flows.benefits import answers, telling
from flows.benefits.certify_flow import SERVICE as RECERTIFY
from flows.benefits.certifying import due_first
from flows.benefits.flow import ASK, CALL_BACK, HAND_IN, LATER, NEWS_OFF, NEWS_ON, going_on
from flows.benefits.identity import proof_of
from flows.benefits.records import Record, Registered
from flows.benefits.telling import Seen
from flows.discretion import private
from flows.errors import OutsideFault
from flows.language.lookups import Found
from flows.language.questions import BEGIN, CHANGE, PERSON
from flows.outcome import Needed
from flows.words import Option, Words
from flows.world import World
from integrations.registers.contract import Finding
from integrations.store.benefits import looks, news, proofs
from integrations.store.benefits.looks import Look, Purpose
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.register import person_of

MOST_LOOKS = 8
_GONE = Words("benefits-gone")
_SOMEBODY = Option(f"{CHANGE}proven", Words("benefits-somebody"))


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told on the strength of a proof; ``finding`` is None where the register does not answer."""

    proof: Proof
    finding: Finding | None
    seen: Sequence[Seen]

    def by_mark(self, mark: object) -> Seen | None:
        """One record by its mark."""
        return next((each for each in self.seen if mark_of(self.proof, each.record) == mark), None)


class Showing:
    """Looks up."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._looking = Looking(tools)

    def part(self) -> Part:
        """What this piece brings."""
        return Part(
            lookups={
                "my_benefits": self._records,
                "ways_of_benefit": self._ways,
                "answer_of_benefit": self._answer,
            }
        )

    async def told(self, proof: str, conversation: str, purpose: Purpose = "shown") -> Told | None:
        """Everything that may be told on the strength of a proof; None where it holds no more, or is not of this
        conversation."""
        tools, now = self._tools, self._tools.clock()
        async with tools.database.read() as connection:
            kept = await proofs.one(connection, tools.vault, proof, conversation, now)
            if kept is None:
                return None
            own = await own_cases.find(connection, tools.vault, kept)
        try:
            finding = await self._looking.of_proof(kept, purpose)
        except OutsideFault:
            return Told(kept, None, telling.in_order(own))
        registered = [Seen.of_register(each) for each in _may_be_shown(finding.of, kept, local_day(now))]
        there = {each.record.case for each in registered}
        own = [each for each in own if each.record.case not in there]
        return Told(kept, finding, telling.in_order([*registered, *own]))

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def _records(self, needed: Needed, conversation: str) -> Found:
        """The applications and benefits, what is over last; where there are none, the ways on."""
        told = await self.told(proof_of(needed.facts), conversation)
        if told is None:
            return _over()
        options = tuple(telling.option(mark_of(told.proof, each.record), each) for each in told.seen)
        later = Option(LATER, Words("benefits-later"))
        if told.finding is None:
            call_back = Option(CALL_BACK, Words("benefits-call_back"))
            return Found((*options, call_back, later), {}, _GONE, note=Words("benefits-down"))
        if not options:
            ways_on = (
                Option(f"{BEGIN}assistance", Words("service-assistance")),
                Option(PERSON, Words("command-person")),
            )
            return Found((*ways_on, _SOMEBODY, later), {}, _GONE, note=Words("benefits-nothing"))
        return Found(options, {}, _GONE)

    async def _ways(self, needed: Needed, conversation: str) -> Found:
        """A record at a glance, and what may be asked about it."""
        told = await self.told(proof_of(needed.facts), conversation)
        seen = None if told is None else told.by_mark(needed.facts["record"])
        if told is None or seen is None:
            return _over()
        lines = [*telling.glance(seen, needed.facts.world), *_as_of(told.finding, seen)]
        options = tuple(Option(way, Words(f"benefits-way.{way}")) for way in telling.ways(seen))
        news_too = await self._of_news(told, seen)
        return Found((*options, *news_too, *_another(told), _SOMEBODY), {}, _GONE, note=_said(lines))

    async def _answer(self, needed: Needed, conversation: str) -> Found:
        """The answer to what was asked, and the ways on from it."""
        told = await self.told(proof_of(needed.facts), conversation)
        seen = None if told is None else told.by_mark(needed.facts["record"])
        if told is None or seen is None:
            return _over()
        way, proof, record = str(needed.facts["what"]), told.proof, seen.record
        lines = await self._lines(way, seen, proof, needed.facts.world)
        hand_in, ask = (going_on(what, record.township, record.case or record.id) for what in (HAND_IN, ASK))
        on = {
            "missing": [Option(hand_in, Words("benefits-hand_in"))],
            "ask": [Option(ask, Words("benefits-do_ask"))],
            "certify": _to_certify(record, needed.facts.world),
        }.get(way, [])
        chart = {"chart": f"{proof.id}/{mark_of(proof, record)}"} if way == "paid" and record.payments else {}
        more = Option(f"{CHANGE}what", Words("benefits-more"))
        return Found((*on, more, *_another(told)), {}, _GONE, note=_said(lines, **chart))

    async def _of_news(self, told: Told, seen: Seen) -> list[Option]:
        """To be told of changes by itself, or no more; only of what the register tells who asks."""
        if seen.is_own:
            return []
        tools = self._tools
        async with tools.database.read() as connection:
            person = person_of(tools.vault, told.proof.id_number)
            is_on = await news.is_on(connection, told.proof.conversation, person)
        way = NEWS_OFF if is_on else NEWS_ON
        return [Option(way, Words(f"benefits-way.{way}"))]

    async def _lines(self, way: str, seen: Seen, proof: Proof, world: World) -> Iterable[Words]:
        if way == "looked":
            return await self._looks(proof, seen)
        return answers.asking(proof.phone) if way == "ask" else answers.to(way, seen, world)

    async def _looks(self, proof: Proof, seen: Seen) -> list[Words]:
        """Who looked at somebody's records (查询记录), the newest first; and where the letter of one is to be found."""
        tools = self._tools
        async with tools.database.read() as connection:
            found = await looks.of_person(connection, person_of(tools.vault, proof.id_number), MOST_LOOKS)
        lines = [Words("benefits-looks"), *map(_look, found)]
        if seen.record.letter is not None:
            lines.append(Words("benefits-letter", {"letter": seen.record.letter}))
        return lines


# --- parts -------------------------------------------------------------------------------------------------------


def mark_of(proof: Proof, record: Record) -> str:
    """Stands for a record where its number is not to be seen; another proof, another mark."""
    return hashlib.sha256(f"{proof.id}\x1f{record.id}".encode()).hexdigest()[:24]


def _may_be_shown(of: Registered | None, proof: Proof, day: date) -> Sequence[Record]:
    """Records, if the telephone of the proof is the one on file (登记手机), or that of a mandate that holds."""
    return of.records if of is not None and may_be_told(of, proof.phone, proof.by, proof.proxy, day) else ()


def _over() -> Found:
    """Nothing is told any more; who it is must be shown anew."""
    ways_on = (Option(f"{CHANGE}proven", Words("benefits-prove")), Option(LATER, Words("benefits-later")))
    return Found(ways_on, {}, _GONE, note=Words("benefits-proof_over"))


def _another(told: Told) -> list[Option]:
    return [Option(f"{CHANGE}record", Words("benefits-another"))] if len(told.seen) > 1 else []


def _to_certify(record: Record, world: World) -> list[Option]:
    """The way to certify (资格认证) here, where it is due."""
    is_due = bool(due_first([record], world.day, world.policy))
    return [Option(f"{BEGIN}{RECERTIFY}", Words(f"service-{RECERTIFY}"))] if is_due else []


def _as_of(finding: Finding | None, seen: Seen) -> list[Words]:
    """As of when it is told, where that is not now."""
    if finding is None or not finding.stale or seen.is_own:
        return []
    return [Words("benefits-as_of", {"at": finding.as_of})]


def _said(lines: Iterable[Words], **more: str) -> Words:
    return Words("benefits-said", {"what": private(Words("benefits-lines", {"lines": tuple(lines)})), **more})


def _look(look: Look) -> Words:
    who = "staff" if look.who.startswith("clerk:") else look.who
    at: datetime = look.at
    said = {"at": at, "who": Words(f"benefits-looker.{who}"), "purpose": Words(f"benefits-purpose.{look.purpose}")}
    return (
        Words("benefits-look", said)
        if look.letter is None
        else Words("benefits-look_letter", {**said, "letter": look.letter})
    )
