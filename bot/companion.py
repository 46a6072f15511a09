"""The companion of the cooling-off period (冷静期提醒) in a turn: remembered, corrected, given up.

What it remembers is a case of the person's own conversation. Its reminders are rows of due work that look again, when
they are due, whether what they are of is still so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import local_day
from bot.filing import Doing, Filing
from bot.numbers import Numbers
from flows import hours
from flows.divorce import companion
from flows.errors import Refused
from flows.language.endings import Dismiss, Remember
from flows.language.facts import Facts
from flows.outcome import Final
from flows.words import Value, from_plain, to_plain, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, companions, erasure
from integrations.store.cases import Case
from integrations.store.database import Collision
from integrations.store.due_work import Work

MORNING = time(9, 0)
"""When reminders come, Asia/Shanghai: half an hour after the office has opened."""
_OF_HOW = frozenset({"remind", "remind_quiet", "sms_safe", "phone"})
_OF_WHOM = frozenset({"notice", "safety", "safety_help"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered for one person: the receipt's day, whether they are told neutrally, and the dates they were
    told last (as of ``companion.told_at``)."""

    case: Case
    receipt: date
    quiet: bool
    told: Mapping[str, Value]

    @property
    def value(self) -> str:
        """How it is chosen in the service."""
        return companion.kept_value(self.receipt, self.case.number, quiet=self.quiet)


def kept_of(case: Case) -> Kept | None:
    """What a case remembers; None where it was given up, is over, or its answers were erased."""
    given = {answer["step"]: from_plain(answer["value"]) for answer in case.content["answers"]}
    if "receipt_day" not in given:
        return None
    told = {name: from_plain(value) for name, value in case.content["told"].items()}
    return Kept(case, given["receipt_day"], given.get("safety") != "safe", told)


async def by_number(connection: AsyncConnection, vault: Vault, number: str) -> Kept | None:
    """What the case of a number remembers; None as ``kept_of``, and where it is to be erased."""
    case = await cases.by_number(connection, vault, number)
    if case is None or await erasure.is_asked(connection, number):
        return None
    return kept_of(case)


async def of_conversation(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Kept]:
    """Everything that is remembered for a conversation."""
    found = await companions.of_conversation(connection, vault, companion.SERVICE, conversation)
    return [kept for case in found if (kept := kept_of(case)) is not None]


def remembering(case: Case, told: Mapping[str, Value]) -> dict[str, Any]:
    """The content of a case with the dates that are being told."""
    return {**case.content, "told": {name: to_plain(value) for name, value in told.items()}}


def reminders(number: str, receipt: date, world: World) -> list[Work]:
    """The reminders of a receipt that are still to come."""
    found = companion.planned(companion.dates(world, receipt), world.calendar)
    return [
        Work(
            f"date:{number}:{what}:{of:%Y%m%d}",
            "date",
            hours.at(on, MORNING),
            {"number": number, "what": what, "of": of.isoformat()},
            number,
        )
        for what, on, of in found
        if world.now < hours.at(on, MORNING)
    ]


class Companion:
    """Remembers and forgets, in a turn's transaction. Refuses (Refused) to change what is not there any more."""

    def __init__(self, vault: Vault, numbers: Numbers, filing: Filing) -> None:
        self._vault = vault
        self._numbers = numbers
        self._filing = filing

    async def remember(self, final: Final, ending: Remember, doing: Doing) -> tuple[Mapping[str, Value], None]:
        """Files the dates, or amends those that are kept: chosen by name, or of the same receipt.

        It has no receipt card: whoever looks at the page next need not see one.
        """
        world, facts = doing.world, final.facts
        receipt = companion.receipt(facts)
        old = await self._older(facts, ending, doing, receipt)
        content = self._filing.content(final, ending, doing, None)
        content["answers"] = _merged([] if old is None else old.case.content["answers"], content["answers"])
        new = Case(
            id=final.run,
            number=self._numbers.receipt(world.day),
            run=final.run,
            conversation=doing.conversation.id,
            service=ending.service,
            ending=final.name,
            kind="case",
            urgent=ending.urgent,
            state=cases.CLOSED,  # there is nothing in it for the staff to do
            revision=1,
            content=content,
            filed_at=world.now,
        )
        told = companion.told_at(world, receipt)
        if old is None:
            case = replace(new, content=remembering(new, told))
            await cases.file(doing.connection, self._vault, case, world.now)
        else:
            case = replace(old.case, urgent=ending.urgent or (old.case.urgent and "safety" not in facts))
            await self._amend(doing, case, remembering(new, told))
        for work in reminders(case.number, receipt, world):
            await self._filing.later(doing, work)
        return {"number": case.number, "how": _how(facts), **_to_come(case.number, receipt, world)}, None

    async def dismiss(self, final: Final, ending: Dismiss, doing: Doing) -> tuple[Mapping[str, Value], None]:
        """Erases what was remembered; what was planned about it is not told any more."""
        old = await self._chosen(final.facts, ending, doing)
        await self._amend(doing, old.case, forgotten(old.case))
        await companions.silence(doing.connection, old.case.number, doing.world.now)
        return {}, None

    async def _older(self, facts: Facts, ending: Remember, doing: Doing, receipt: date) -> Kept | None:
        if companion.is_kept(facts):
            return await self._chosen(facts, ending, doing)
        mine = await of_conversation(doing.connection, self._vault, doing.conversation.id)
        return next((kept for kept in mine if kept.receipt == receipt), None)

    async def _chosen(self, facts: Facts, ending: Remember | Dismiss, doing: Doing) -> Kept:
        old = await by_number(doing.connection, self._vault, companion.number_of(facts[ending.kept]))
        if old is None or old.case.conversation != doing.conversation.id:
            raise Refused("divorce_dates-gone", step=ending.kept)
        return old

    async def _amend(self, doing: Doing, case: Case, content: Mapping[str, Any]) -> None:
        if not await cases.amend(doing.connection, self._vault, case, content, doing.world.now):
            raise Collision("what is remembered has changed meanwhile")


def forgotten(case: Case) -> dict[str, Any]:
    """The content of a case that remembers nothing any more; that there was one remains."""
    return {**case.content, "answers": [], "told": {}}


def _merged(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers that hold now: those just given, and of the older ones what was not asked again."""
    given = {answer["step"] for answer in new}
    again = given | _OF_HOW | (_OF_WHOM if "safety" in given else set())
    kept = [answer for answer in old if answer["step"] not in again]
    return [*kept, *(answer for answer in new if answer["step"] not in {"which", "wish"})]


def _how(facts: Facts) -> str:
    """How they are reminded: quiet, sms or chat."""
    if companion.is_quiet(facts):
        return "quiet"
    return "sms" if str(facts.get("phone", "none")) != "none" else "chat"


def _to_come(number: str, receipt: date, world: World) -> Mapping[str, Value]:
    days = tuple(local_day(work.due_at) for work in reminders(number, receipt, world))
    return {"days": days, "some": yes(bool(days))}
