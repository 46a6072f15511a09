"""Reading what is to be reported of volunteers when it is sent, each in its turn.

The volunteer comes before their hours, an entry before what becomes of it and before the entry that replaces it, the
entries before their certificate. What was given up counts as not delivered: staff may have it tried again, and until
then nothing arrives that builds on it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.reporting import REPORT, is_before, named
from flows.errors import OutsideFault
from flows.hours import SHANGHAI
from flows.volunteers.ledger import Entry
from integrations.case_systems.contract import (
    CertificateReport,
    HoursConfirmed,
    HoursEnded,
    Left,
    Registered,
    Report,
)
from integrations.privacy import Vault
from integrations.store import due_work
from integrations.store.due_work import Work
from integrations.store.volunteers import ledger, organisations, registry, reported


class Reports:
    """Raises OutsideFault: while something else is to arrive first, for good where there is nothing to tell."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    async def read(self, connection: AsyncConnection, work: Work) -> Report:
        """What a piece of work is to tell."""
        what, subject, mark = named(work.id)
        if what in ("registered", "left"):
            report = await self._volunteer(connection, subject, has_left=what == "left")
            await self._in_turn(connection, work)
            return report
        if what in ("hours_confirmed", "hours_ended"):
            return await self._hours(connection, work, subject, mark, stands=what == "hours_confirmed")
        return await self._certificate(connection, work, subject, stands=what == "certificate_issued")

    async def _volunteer(self, connection: AsyncConnection, number: str, *, has_left: bool) -> Report:
        """Of who has left, and of who was erased, nothing but the number."""
        if has_left:
            return Left(number)
        volunteer = await registry.by_number(connection, self._vault, number)
        if volunteer is None:
            _nothing("the volunteer is gone")
        return Left(number) if volunteer.person is None else Registered(volunteer, volunteer.person)

    async def _hours(
        self, connection: AsyncConnection, work: Work, id_: str, seq: int, *, stands: bool
    ) -> HoursConfirmed | HoursEnded:
        """What the ledger has at this very place, whatever has become of the entry since."""
        entry = await ledger.one(connection, self._vault, id_)
        happened = await reported.event_at(connection, id_, seq)
        if entry is None or happened is None:
            _nothing("the ledger has nothing of it")
        event, at = happened
        if event == "recorded" or (event == "confirmed") is not stands:
            _nothing("the ledger says otherwise")
        await self._in_turn(connection, work, {entry.volunteer, *_replaced(entry)})
        if not stands:
            return HoursEnded(entry.id, event)
        name = await self._name(connection, entry.organisation)
        return HoursConfirmed(entry, name, at.astimezone(SHANGHAI).date())

    async def _certificate(
        self, connection: AsyncConnection, work: Work, number: str, *, stands: bool
    ) -> CertificateReport:
        certified = await reported.certified(connection, number)
        if certified is None:
            _nothing("the certificate is gone")
        await self._in_turn(connection, work, {certified.volunteer, *certified.entries})
        return CertificateReport(certified, await self._name(connection, certified.organisation), stands)

    async def _name(self, connection: AsyncConnection, organisation: str) -> str:
        found = await organisations.one(connection, organisation)
        if found is None:
            _nothing("the organisation is gone")
        return found.name

    async def _in_turn(self, connection: AsyncConnection, work: Work, needed: Collection[str] = ()) -> None:
        """Waits for what is to be told of the same before, and for everything told of what it needs but that
        somebody has left."""
        own = named(work.id)[1]
        for other in await due_work.undone(connection, {own, *needed}, REPORT):
            what, subject, _ = named(other)
            if is_before(other, work.id) if subject == own else what != "left":
                raise OutsideFault("what was reported before is still to be delivered")


def _replaced(entry: Entry) -> tuple[str, ...]:
    return () if entry.replaces is None else (entry.replaces,)


def _nothing(why: str) -> NoReturn:
    raise OutsideFault(why, final=True)
