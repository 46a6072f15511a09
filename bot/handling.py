"""What the staff do about a case, and what its resident does about it, each in one transaction with its entry in the
timeline: take it on, pass it on, ask for what is missing, close it; take it back, write, score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal, get_args

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts import plan_step
from bot.clerks import introduced, office_of
from bot.desk_clocks import DeskClocks
from bot.filing import DANGER, Doing
from bot.telling import plan_notice, plan_post
from flows.desk.clocks import State
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.outcome import Scored
from flows.place import Place
from flows.words import Words, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import alerts, cases, chats, clocks, due_work, queue, scores, timeline
from integrations.store.cases import Case
from integrations.store.due_work import Work
from integrations.store.queue import To

MAY_BE_WAITED_FOR = ("handoff", "case")
"""Kinds of cases for which a conversation may stand still: for a person, or to supply what is missing."""
TAKEN_BACK = "taken_back"
"""The outcome of a ticket that its resident took back (撤回)."""

LET_GO = frozenset({"closed", "passed_on", "taken_over", TAKEN_BACK})
"""After this nobody who wrote to the resident from a chat does so any more without opening the case again."""
SHOWN_NOWHERE = frozenset({"noted", "scored"})
"""What changes nothing of how a case stands, and nothing in the staff's chats."""

Settled = Literal["done", "told", "elsewhere", "unreachable", "duplicate"]
"""How a case may be closed (办理结果): 办结, 已答复, 转其他部门办理, 联系不上, 重复."""
OUTCOMES: tuple[Settled, ...] = get_args(Settled)


class Handling:
    """Every change is conditional on how the case stands, so that of two clerks one wins."""

    def __init__(self, vault: Vault, place: Place, clocks: DeskClocks) -> None:
        self._vault = vault
        self._place = place
        self._clocks = clocks

    # --- the staff -----------------------------------------------------------------------------------------------

    async def claim(self, connection: AsyncConnection, case: Case, clerk: Clerk, world: World) -> bool:
        """A clerk takes it on (接办); False if another holds it, or it is closed. Of danger it is the acknowledgement
        (有人已接到): nobody is called any more, and only now the resident is told so."""
        if not await queue.claim(connection, case.number, clerk.name, world.now):
            return False
        await self._note(connection, case, clerk.name, "claimed", None, world)
        acknowledged = await alerts.acknowledge(connection, case.number, clerk.name, world.now)
        if acknowledged:  # to be heard is the first answer to danger
            await self._clocks.answered(connection, case.number, world)
        if case.kind == "handoff":
            key = "danger-taken" if case.service == DANGER else "staff-claimed"
            words = Words(key, {**introduced(clerk, self._place), "number": case.number})
            is_told = acknowledged or case.service != DANGER
            await self._tell(connection, case, "claimed", {"words": words if is_told else None}, world)
        return True

    async def pass_on(
        self, connection: AsyncConnection, case: Case, clerk: Clerk, to: To, why: str, world: World
    ) -> bool:
        """Somebody else is to look at it: another level, township or section; False if another clerk holds it. Of
        danger those on duty are called again, until one of them takes it on."""
        if case.holder not in (None, clerk.name):
            return False
        if not await queue.hand_on(connection, case.number, case.holder, to, world.now):
            return False
        await self._note(connection, case, clerk.name, "passed_on", {**asdict(to), "text": why}, world)
        step = await alerts.call_again(connection, case.number, world.now)
        if step is not None:
            await plan_step(connection, self._vault, case.number, step, world.now, world)
        if case.kind == "handoff":
            office = office_of(to.level, to.township, to.section, self._place)
            words = Words("staff-passed_on", {"office": office, "number": case.number})
            await self._tell(connection, case, "released", {"words": words}, world)
        return True

    async def take_over(self, connection: AsyncConnection, case: Case, clerk: Clerk, world: World) -> bool:
        """A duty lead takes it from who holds it."""
        same = To(case.level, case.township, case.village, case.section)
        if case.holder is None or not await queue.hand_on(connection, case.number, case.holder, same, world.now):
            return False
        await self._note(connection, case, clerk.name, "taken_over", {"from": case.holder}, world)
        return await self.claim(connection, case, clerk, world)

    async def answered(self, connection: AsyncConnection, case: Case, clerk: Clerk, world: World) -> None:
        """A clerk has written to the resident: who answers has taken it on, if nobody had."""
        if case.holder is None and await queue.claim(connection, case.number, clerk.name, world.now):
            await alerts.acknowledge(connection, case.number, clerk.name, world.now)
        await self._clocks.answered(connection, case.number, world)
        await self._note(connection, case, clerk.name, "answered", None, world)

    async def want(self, connection: AsyncConnection, case: Case, clerk: Clerk, text: str, world: World) -> None:
        """Something is missing, and the resident is asked for it once and for all of it (一次性告知、补正)."""
        await self._clocks.answered(connection, case.number, world)
        await self._clocks.asked_resident(connection, case.number, world)
        await self._note(connection, case, clerk.name, "wanted", {"text": text}, world)
        words = Words("staff-wanted", {**introduced(clerk, self._place), "number": case.number, "text": text})
        mark = derive_id(case.number, text, world.now.isoformat())
        await plan_notice(
            connection,
            self._vault,
            case,
            kind="wanted",
            mark=mark,
            words=words,
            now=world.now,
            event="wanted",
            of_ticket=True,
        )

    async def hasten(self, connection: AsyncConnection, case: Case, clerk: Clerk, world: World) -> bool:
        """It is urgent after all (加急): it stands before the rest, and has the shorter times; False if it had them."""
        if not await queue.make_urgent(connection, case.number, world.now):
            return False
        await self._clocks.restart(connection, case.number, case.service, world)
        await self._note(connection, case, clerk.name, "hastened", None, world)
        return True

    async def supplied(self, connection: AsyncConnection, case: Case, clerk: Clerk, world: World) -> bool:
        """What was missing is there, or needed no more (补齐); False if no clock stands still for it."""
        paused = any(each.state is State.PAUSED for each in (await clocks.of_case(connection, case.number)).values())
        if paused:
            await self._clocks.resident_gave(connection, case.number, world)
            await self._note(connection, case, clerk.name, "supplied", None, world)
        return paused

    async def note(self, connection: AsyncConnection, case: Case, clerk: Clerk, text: str, world: World) -> None:
        """A note of the staff's own (备注); the resident never sees it."""
        await self._note(connection, case, clerk.name, "noted", {"text": text}, world)

    async def close(
        self, connection: AsyncConnection, case: Case, clerk: Clerk, outcome: Settled, world: World
    ) -> bool:
        """It is done (办结), with its outcome; False if something was said that nobody has looked at."""
        if not await queue.settle(connection, case.number, outcome, world.now, was=(cases.SEEN,)):
            return False
        await alerts.over(connection, case.number, world.now)
        await self._clocks.settled(connection, case.number, world)
        await self._note(connection, case, clerk.name, "closed", {"outcome": outcome}, world)
        if case.kind in MAY_BE_WAITED_FOR:
            is_danger = case.service == DANGER
            ending = Words("outcome-danger", {"police": self._place.numbers["police"]})
            words = ending if is_danger else Words(f"outcome-{outcome}")
            was_served = outcome not in ("unreachable", "duplicate")
            event = {"words": words, "score": case.kind == "handoff" and was_served and not is_danger}
            await self._tell(connection, case, "closed", event, world)
        return True

    # --- the resident --------------------------------------------------------------------------------------------

    async def take_back(self, number: str, doing: Doing) -> None:
        """不用人工了: it is closed, unless it is closed already. Of danger only the staff say when it is over, and a
        case for which something was to be supplied (补材料) is not about a person."""
        case = await cases.by_number(doing.connection, self._vault, number)
        if case is None or case.kind != "handoff" or case.service == DANGER:
            return
        if await queue.settle(doing.connection, number, TAKEN_BACK, doing.world.now):
            await self._clocks.void(doing.connection, number, doing.world)
            await self._note(doing.connection, case, timeline.RESIDENT, TAKEN_BACK, None, doing.world)

    async def score(self, scored: Scored, doing: Doing) -> None:
        """好差评: one score for a ticket, and one line with it."""
        if scored.score is not None and await scores.give(
            doing.connection, scored.ticket, scored.score, doing.world.now
        ):
            case = await cases.by_number(doing.connection, self._vault, scored.ticket)
            if case is not None:
                await self._note(
                    doing.connection, case, timeline.RESIDENT, "scored", {"score": scored.score}, doing.world
                )
        if scored.text is not None:
            await scores.remark(doing.connection, self._vault, scored.ticket, scored.text)

    # --- what all of them do -------------------------------------------------------------------------------------

    async def _note(
        self,
        connection: AsyncConnection,
        case: Case,
        who: str,
        what: str,
        content: Mapping[str, Any] | None,
        world: World,
    ) -> None:
        entry = derive_id(case.number, what, who, world.now.isoformat())
        await timeline.add(connection, self._vault, case.number, who, what, content, world.now, entry)
        if what in LET_GO:
            await chats.let_go(connection, case.number, world.now)
        if what not in SHOWN_NOWHERE:
            comes = what == "passed_on"
            await plan_post(connection, self._vault, case.number, "post", entry, world.now, comes=comes)

    async def _tell(
        self, connection: AsyncConnection, case: Case, event: str, what: Mapping[str, Any], world: World
    ) -> None:
        """The conversation of a ticket is told by a turn of its own; a case of the desk's own has none."""
        if not case.conversation:
            return
        payload = {"conversation": case.conversation, "number": case.number, "event": event}
        payload |= {name: to_plain(value) for name, value in what.items()}
        key = f"ticket:{case.number}:{event}:{derive_id(world.now.isoformat())[:16]}"
        await due_work.schedule(
            connection, self._vault, Work(key, "ticket", world.now, payload, case.number), world.now
        )
