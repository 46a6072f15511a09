"""Re-certifications (资格认证) that come due in the desk's own register, and those that were not done in time.

The list of these goes to the township once a day at most, to call or to visit: nothing stops by it, and nothing here
writes to the register. Done again, or by two at once, it comes to the same; each part is a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.benefits.parts import Tools
from bot.pieces import Part
from flows.benefits.certify_flow import SERVICE
from flows.benefits.certifying import last_due
from flows.desk.rights import Level
from flows.dialogue import derive_id
from flows.words import Words, to_plain
from flows.world import World
from integrations.store import cases
from integrations.store.benefits import certifications
from integrations.store.benefits.certifications import Key, Missed
from integrations.store.cases import FILED, Case
from integrations.store.due_work import Work

KIND = "certify_due"
"""The standing work."""
ENDING = "uncertified"
BATCH = 200
"""Rows in one transaction."""
MOST_LISTED = 200
"""People in the list of a township on one day; the others follow on the next."""


class CertifyDue:
    """Comes again every day."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(outside={KIND: self.look})

    async def look(self, _: Work) -> None:
        """Settles what is no more to be done, opens what comes due, and lists what was missed."""
        tools, world = self._tools, await self._tools.world()
        async with tools.database.write() as connection:
            await certifications.settle_gone(connection, world.now)
        await self._settle_closed(world)
        await self._open(world)
        async with tools.database.read() as connection:
            townships = await certifications.townships_missed(connection, world.day)
        for township in townships:
            async with tools.database.write() as connection:
                await self._list(connection, township, world)

    async def _settle_closed(self, world: World) -> None:
        tools, key, more = self._tools, None, True
        while more:
            async with tools.database.write() as connection:
                last: Key | None = await certifications.settle_closed(connection, tools.vault, key, BATCH, world.now)
            key, more = last, last is not None

    async def _open(self, world: World) -> None:
        tools, until, found = self._tools, last_due(world.day, world.policy), BATCH
        while found == BATCH:
            async with tools.database.write() as connection:
                found = await certifications.open_due(connection, tools.vault, until, BATCH, world.now)

    async def _list(self, connection: AsyncConnection, township: str | None, world: World) -> None:
        """One case with the list, and what is in it counts as missed; none where there was one that day. Raises
        Collision where another has filed it meanwhile."""
        tools = self._tools
        late = await certifications.missed(connection, tools.vault, township, world.day, MOST_LISTED)
        run = derive_id(ENDING, township or "", world.day.isoformat())
        if not late or await cases.is_filed(connection, run):
            return
        number = tools.numbers.receipt(world.day)
        await certifications.fail(connection, tools.vault, [each.certification for each in late], number, world.now)
        await tools.filing.own(connection, self._case(run, number, township, late, world), world)

    def _case(self, run: str, number: str, township: str | None, late: Sequence[Missed], world: World) -> Case:
        """Names and telephones stand in what is sealed, one an answer; telephones are shown on request."""
        known = township if township in world.place.townships else None
        told = [
            Words("recertify-brief_list", {"n": len(late)}),
            Words("recertify-brief_list_lines"),
            Words("recertify-brief_list_to_do"),
        ]
        content = {
            "flow": SERVICE,
            "place": world.place.id,
            "language": None,
            "verdict": "",
            "township": known,
            "findings": [],
            "briefing": [to_plain(words) for words in told],
            "appointment": None,
            "answers": [_line(each, world) for each in late],
        }
        return Case(
            id=run,
            number=number,
            run=run,
            conversation="",
            service=SERVICE,
            ending=ENDING,
            kind="case",
            urgent=False,
            state=FILED,
            revision=1,
            content=content,
            filed_at=world.now,
            level=Level.COUNTY if known is None else Level.TOWNSHIP,
            township=known,
            section=world.place.section_of(SERVICE),
        )


def _line(each: Missed, world: World) -> dict[str, object]:
    """One of the list: name, telephone on file, number of the record, its day, and how often in a row."""
    of = each.certification
    parts = (each.name, each.phone or "-", of.record, of.due.isoformat(), str(of.failures + 1))
    said = {"step": ENDING, "kind": "text", "value": "  ".join(parts), "typed": "", "at": world.now.isoformat()}
    return {**said, "origin": "event", "confidential": False}
