"""Cases in a turn's transaction: filed with what was answered, amended, noted upon, and handed to their backend."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.capabilities import TELEGRAM, is_discreet
from bot.desk_clocks import DeskClocks
from bot.telling import plan_post
from flows.conversation import Conversation
from flows.desk.rights import Level
from flows.dialogue import derive_id
from flows.language.endings import Appointment, File, HandOver
from flows.language.flow import Flow
from flows.language.steps import PICTURE_KINDS
from flows.outcome import Final, Note
from flows.words import to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, due_work, queue, uploads
from integrations.store.cases import Case
from integrations.store.database import Collision
from integrations.store.due_work import Work

MOST_ANSWERS = 300
"""Answers and later words kept with a case; what goes beyond stands in the log only."""
DANGER = "danger"
"""The service of a ticket that danger words have opened."""
KEPT_HERE = frozenset({"divorce_dates"})
"""Services whose cases are what the chat remembers for somebody: they go to no other system."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One turn's transaction, with what its effects need."""

    connection: AsyncConnection
    conversation: Conversation
    world: World


class Filing:
    """Files and amends. Everything is keyed, so that doing it twice does it once."""

    def __init__(
        self,
        vault: Vault,
        flows: Mapping[str, Flow],
        delivered: Callable[[str], str | None],
        clocks: DeskClocks,
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._delivered = delivered
        self._clocks = clocks

    async def case(
        self,
        final: Final,
        ending: File,
        doing: Doing,
        kind: str,
        number: str,
        appointment: Mapping[str, Any] | None,
        booking: str | None = None,
        more: Mapping[str, Any] | None = None,
        person: bytes | None = None,
    ) -> Case:
        """Files what was answered, and ``more`` with it, and hands it on. ``person``: whose application it is."""
        content = {**self.content(final, ending, doing, appointment), **(more or {})}
        case = await cases.file(
            doing.connection,
            self._vault,
            Case(
                id=final.run,
                number=number,
                run=final.run,
                conversation=doing.conversation.id,
                service=ending.service,
                ending=final.name,
                kind=kind,
                urgent=ending.urgent,
                state=cases.FILED,
                revision=1,
                content=content,
                filed_at=doing.world.now,
                booking=booking,
                person=person,
                **self._whose(final, ending, doing),
            ),
            doing.world.now,
        )
        if kind != "booking" and not is_kept_here(case):
            await self._clocks.begin(doing.connection, case.number, case.service, case.urgent, doing.world)
            await plan_post(doing.connection, self._vault, case.number, "post", "filed", doing.world.now, comes=True)
        await self.deliver(case, doing.connection, doing.world.now)
        pictures = [answer["value"] for answer in content["answers"] if answer["kind"] in PICTURE_KINDS]
        await self.keep_pictures(pictures, case, doing)
        return case

    def _whose(self, final: Final, ending: File, doing: Doing) -> dict[str, Any]:
        """Whose it is to look at a case: the township it is routed to, or where who asks for a person lives; else the
        county."""
        place, given = doing.world.place, {key: answer.value for key, answer in final.answers.items()}
        township = ending.township(final.facts)
        if township is None and isinstance(ending, HandOver) and given.get("township") in place.townships:
            township = given["township"]
        told = str(given.get("village") or "")
        village = told.partition(":")[0] if township == given.get("township") and ":" in told else None
        level = Level.COUNTY if township is None else Level.TOWNSHIP
        return {
            # Those on duty in the village are called first, and are to be able to take it on.
            "level": Level.VILLAGE if village is not None and ending.service == DANGER else level,
            "township": township,
            "village": village,
            "section": place.section_of(ending.service),
        }

    async def own(self, connection: AsyncConnection, case: Case, world: World) -> None:
        """Files a case that the desk makes by itself, of no conversation, and hands it on. Raises Collision where there
        is one of its run."""
        if (await cases.file(connection, self._vault, case, world.now)).number != case.number:
            raise Collision("the case was filed meanwhile")
        await self._clocks.begin(connection, case.number, case.service, case.urgent, world)
        await plan_post(connection, self._vault, case.number, "post", "filed", world.now, comes=True)
        await self.deliver(case, connection, world.now)

    async def keep_pictures(self, pictures: Collection[str], case: Case, doing: Doing) -> None:
        """Pictures of this conversation belong to a case from now on, and go where it goes."""
        connection, now = doing.connection, doing.world.now
        for name in await uploads.keep_with(connection, pictures, doing.conversation.id, case.number):
            await self.attach(connection, case.number, case.service, name, "kept", now)

    async def note(self, note: Note, doing: Doing) -> None:
        """What is said for the staff of a ticket is kept whole with it: the log masks it, and may be gone before."""
        connection, now = doing.connection, doing.world.now
        await queue.unseen(connection, note.ticket, now)
        case = await cases.by_number(connection, self._vault, note.ticket)
        if case is not None:
            await self._tell_staff(case, note, doing)
        if case is None or (note.text is None and note.photo is None):
            return
        await self._clocks.resident_gave(connection, case.number, doing.world)
        await self._clocks.resident_wrote(connection, case.number, case.service, case.urgent, doing.world)
        kind, value = ("photo", note.photo) if note.text is None else ("text", note.text)
        said = {"step": "noted", "kind": kind, "value": value, "typed": note.text or "", "at": now.isoformat()}
        if note.photo is not None:
            await self.keep_pictures([note.photo], case, doing)
        answers = [*case.content["answers"], {**said, "origin": "typed", "confidential": False}]
        if len(answers) <= MOST_ANSWERS:
            await self.change(case, connection, now, answers=answers)

    async def _tell_staff(self, case: Case, note: Note, doing: Doing) -> None:
        """Who holds it is told that something was said, in words only where a chat may carry them."""
        connection, now = doing.connection, doing.world.now
        mark = derive_id(case.number, "said", doing.conversation.id, now.isoformat())
        await plan_post(connection, self._vault, case.number, "post", mark, now)
        if case.holder is not None and (note.text is not None or note.photo is not None):
            text = None if is_discreet(TELEGRAM, doing.world.place) else note.text
            await plan_post(connection, self._vault, case.number, "post_words", mark, now, text=text)

    async def amend(self, case: Case, connection: AsyncConnection, now: datetime, changes: Mapping[str, Any]) -> None:
        """What became of an appointment is an amendment of its case."""
        appointment = {**(case.content["appointment"] or {}), **changes}
        await self.change(case, connection, now, appointment=appointment)

    async def change(self, case: Case, connection: AsyncConnection, now: datetime, **changes: Any) -> None:
        """Amends a case as it was read, and hands it on as amended. Raises Collision when it has changed since."""
        content = {**case.content, **changes}
        if cases.digest_of(content) == cases.digest_of(case.content):
            return
        if not await cases.amend(connection, self._vault, case, content, now):
            raise Collision("the case has changed meanwhile")
        await self.deliver(replace(case, content=content, revision=case.revision + 1), connection, now)

    async def deliver(self, case: Case, connection: AsyncConnection, now: datetime) -> None:
        """A case, an amended one or a request for erasure goes to the system its service is sent to, if any."""
        system = self._delivered(case.service)
        if system is not None and not await self._is_kept_here(case, connection):
            payload = {"number": case.number, "system": system}
            key = f"deliver:{system}:{case.id}:{case.revision}"
            await due_work.schedule(connection, self._vault, Work(key, "deliver", now, payload, case.number), now)

    async def _is_kept_here(self, case: Case, connection: AsyncConnection) -> bool:
        """Whether a case, or the one whose erasure it asks for, never leaves."""
        erased = case.content.get("erase")
        about = case if erased is None else await cases.by_number(connection, self._vault, erased)
        return about is not None and is_kept_here(about)

    def system_of(self, service: str) -> str | None:
        """The system outside to which the cases of a service go, if any."""
        return self._delivered(service)

    async def attach(
        self, connection: AsyncConnection, case: str, service: str, name: str, state: str, now: datetime
    ) -> None:
        """A file of a case goes where the case goes; in another ``state`` it goes again."""
        system = self._delivered(service)
        if system is not None:
            payload = {"case": case, "name": name, "system": system}
            work = Work(f"attach:{system}:{name}:{state}", "attach", now, payload, case)
            await due_work.schedule(connection, self._vault, work, now)

    async def later(self, doing: Doing, work: Work) -> None:
        """Writes down what is to be done at its time."""
        await due_work.schedule(doing.connection, self._vault, work, doing.world.now)

    def content(
        self, final: Final, ending: File, doing: Doing, appointment: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """What a case holds, in plain form: the answers on the path, and what was found of them."""
        flow = self._flows.get(final.flow)
        answers = []
        for key, answer in final.answers.items():
            step = flow.step_of(key) if flow is not None else None
            answers.append(
                {
                    "step": key,
                    "kind": answer.kind,
                    "value": to_plain(answer.value),
                    "typed": answer.typed,
                    "at": answer.at.isoformat(),
                    "origin": answer.origin,
                    "confidential": step is not None and step.confidential,
                }
            )
        verdict = ending.verdict(final.facts) if isinstance(ending, Appointment) else ""
        return {
            "flow": final.flow,
            "place": doing.world.place.id,
            "language": doing.conversation.language,
            "verdict": verdict,
            "township": ending.township(final.facts),
            "findings": [to_plain(words) for words in (*ending.findings(final.facts), *ending.after(final.facts))],
            "briefing": [to_plain(words) for words in ending.briefing(final.facts)],
            "appointment": appointment,
            "answers": answers,
        }


def is_kept_here(case: Case) -> bool:
    """Whether a case is what the chat remembers for somebody, and not a file of the bureau's."""
    return case.kind == "case" and case.service in KEPT_HERE
