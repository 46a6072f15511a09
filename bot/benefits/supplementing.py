"""What goes to the staff out of what was told: a page that was missing (补正), and that somebody asks to be called.

A page goes into the very case it is missing in, where it was applied for here; else to the township with the register's
number of the record.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.acceptance import SERVICE
from bot.benefits.own_cases import phone_told, same_phone
from bot.benefits.parts import Tools
from bot.benefits.proven import proven
from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from flows.benefits.flow import CALL_BACK, gone_on
from flows.language.endings import File
from flows.outcome import Final, Note
from flows.words import Words
from integrations.store import cases, erasure
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.register import person_of
from integrations.store.cases import CLOSED, Case

BENEFITS = "benefits"


class Supplementing:
    """Refuses (Refused) once the proof is over."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(endings={"benefit_handed_in": self._hand_in, "benefit_asked": self._ask})

    async def _hand_in(self, final: Final, doing: Doing) -> Told:
        """The picture goes to the case that waits for it, or makes one for the township."""
        proof = await proven(self._tools, final, doing)
        township, record = gone_on(str(final.facts["told"]))
        case = await self._own_case(doing.connection, proof, record)
        if case is None:
            return await self._file(final, doing, proof, township, record, "page")
        await self._tools.filing.note(Note(case.number, photo=str(final.facts["picture"])), doing)
        return {"number": case.number}, case.number

    async def _ask(self, final: Final, doing: Doing) -> Told:
        """Somebody of the staff is to call."""
        proof = await proven(self._tools, final, doing)
        if str(final.facts["record"]) == CALL_BACK:
            return await self._file(final, doing, proof, None, "", "call")
        township, record = gone_on(str(final.facts["told"]))
        return await self._file(final, doing, proof, township, record, "call")

    async def _own_case(self, connection: AsyncConnection, proof: Proof, number: str) -> Case | None:
        """The application of this number, if it was filed here by whom the proof is for, and is still worked on."""
        case = await cases.by_number(connection, self._tools.vault, number)
        if case is None or case.service != SERVICE or case.state == CLOSED:
            return None
        if case.person != person_of(self._tools.vault, proof.id_number):
            return None
        is_theirs = case.conversation == proof.conversation or same_phone(phone_told(case), proof.phone)
        return case if is_theirs and not await erasure.is_asked(connection, number) else None

    async def _file(
        self, final: Final, doing: Doing, proof: Proof, township: str | None, record: str, why: str
    ) -> Told:
        place = doing.world.place
        said = {"name": proof.name, "phone": proof.phone, "record": record, "by": proof.by or "own"}
        key = f"benefits-briefing_{why}" if record else "benefits-briefing_down"
        ending = File(
            service=BENEFITS,
            township=lambda _: township if township in place.townships else None,
            briefing=lambda _: (Words(key, said),),
        )
        number = self._tools.numbers.receipt(doing.world.day)
        case = await self._tools.filing.case(final, ending, doing, "case", number, None)
        return {"number": case.number}, case.number
