"""The loop that does work that is due: leases rows, does them, settles them. Any number of processes may run one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import structlog
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.accompanying import Accompanying
from bot.alerts import Alerts
from bot.attaching import Attaching
from bot.auditing import Entry, audited, audited_as_found
from bot.checking import Checking
from bot.clock import Clock
from bot.desk_clocks import DeskClocks
from bot.each import for_each
from bot.letter_events import LetterEvents
from bot.no_shows import NoShows
from bot.notices import Notices
from bot.partners import Partners
from bot.pieces import Pieces
from bot.posting import Posting
from bot.rejudging import Rejudging
from bot.turn import Forgotten, Turns
from bot.volunteers.reports import Reports
from bot.waiting import Waiting
from flows.errors import OutsideFault
from flows.incoming import Event
from flows.words import from_plain
from flows.world import World
from integrations.breaker import Breaker
from integrations.case_systems.contract import CaseSystem, CertificateReport, Registered
from integrations.privacy import Vault
from integrations.quick import DESK, OUTGOING, WORK, Quick
from integrations.store import bookings, cases, due_work, erasure, queue
from integrations.store.database import Collision, Database
from integrations.store.due_work import Leased, LeaseLost, Work
from integrations.store.volunteers import noted

BATCH = 16
"""Rows leased at a time; twice the connections a backend is given, so that none of them waits for a lease."""
IDLE_SECONDS = 1.0
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
STANDING = {
    "retention": DAY,
    "calendar": HOUR,
    "countersign": HOUR,
    "certify_due": DAY,
    "benefit_watch": HOUR,
    "digest": timedelta(minutes=5),
}
"""Work that comes again by itself, and how often."""
SEEN_AT_THE_DESK = frozenset({"alert", "clock", "reach", "ticket", "notice"})
"""Work whose end changes what the staff have before them."""
POSTS = frozenset({"post", "post_words", "post_mark", "post_call", "digest"})
"""Work that leaves something for a bot to send."""
DELIVERIES = ("deliver", "attach", "check", "report")
"""Work that waits for a backend."""

_log = structlog.get_logger()
_done = Counter("yizheng_work_total", "Work that was due, by kind and result", ["kind", "result"])


class Worker:
    """Does the work of one process."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        quick: Quick,
        turns: Turns,
        notices: Notices,
        partners: Partners,
        letters: LetterEvents,
        attaching: Attaching,
        checking: Checking,
        no_shows: NoShows,
        rejudging: Rejudging,
        waiting: Waiting,
        accompanying: Accompanying,
        alerts: Alerts,
        posting: Posting,
        desk_clocks: DeskClocks,
        pieces: Pieces,
        reports: Reports,
        world: Callable[[], Awaitable[World]],
        forget_calendar: Callable[[], None],
        systems: Mapping[str, CaseSystem],
        clock: Clock,
        random: Random,
        transcript_days: int,
        retention_days: int,
        case_days: int,
    ) -> None:
        self._database = database
        self._vault = vault
        self._quick = quick
        self._turns = turns
        self._attaching = attaching
        self._checking = checking
        self._no_shows = no_shows
        self._rejudging = rejudging
        self._waiting = waiting
        self._accompanying = accompanying
        self._desk_clocks = desk_clocks
        self._reports = reports
        self._world = world
        self._forget_calendar = forget_calendar
        self._systems = systems
        self._breakers = {name: Breaker(time.monotonic) for name in systems}
        self._clock = clock
        self._random = random
        self._transcript_days = transcript_days
        self._retention_days = retention_days
        self._case_days = case_days
        self._inside: Mapping[str, Callable[[AsyncConnection, Work, World], Awaitable[None]]] = {
            "hold": self._let_go,
            "invited": partners.lapse,
            "past": self._past,
            "offer": waiting.lapse,
            "letter_remind": letters.remind,
            "letter_over": letters.lapse,
            "no_show": no_shows.tell,
            "alert": alerts.climb,
            "clock": desk_clocks.due,
            "post": posting.post,
            "post_words": posting.words,
            "post_mark": posting.mark,
            "post_call": posting.call,
            "digest": posting.digest,
            **pieces.work,
        }
        self._outside: Mapping[str, Callable[[Work], Awaitable[None]]] = {
            "deliver": self._deliver,
            "attach": self._attach,
            "check": self._check,
            "report": self._report,
            "event": self._event,
            "ticket": self._ticket,
            "closed": self._ticket,  # of a version before: what was planned then is still to be told
            "alert_sms": alerts.send,
            "lookup": self._lookup,
            "calendar": self._calendar,
            "remind": notices.remind,
            "date": accompanying.remind,
            "notice": notices.notice,
            "reach": notices.reach,
            "retention": self._retention,
            **pieces.outside,
        }
        self.kinds = (*self._inside, *self._outside)

    def also(self, kind: str, do: Callable[[Work], Awaitable[None]]) -> None:
        """Does work of one more kind; to be said before it runs."""
        self._outside = {**self._outside, kind: do}
        self.kinds = (*self._inside, *self._outside)

    async def run(self) -> None:
        """Works until cancelled; what it was doing then is leased by another when the lease runs out.

        Deliveries have a loop of their own: a slow backend holds up nothing that a resident waits for.
        """
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._loop(DELIVERIES))
            loops.create_task(self._loop([kind for kind in self.kinds if kind not in DELIVERIES]))

    async def _loop(self, kinds: Sequence[str]) -> None:
        planted = False
        async with self._quick.listening(WORK) as woken:
            while True:
                woken.clear()
                try:
                    if not planted:
                        await self.plant()
                        planted = True
                    busy = await self.once(kinds)
                except Exception as fault:  # the loop outlives every fault; what was leased is leased again
                    _log.warning("worker.waiting", fault=_said(fault))
                    busy = 0
                if not busy:
                    try:
                        async with asyncio.timeout(IDLE_SECONDS):
                            await woken.wait()
                    except TimeoutError:
                        continue

    async def plant(self) -> None:
        """Writes the standing work down, once for all processes; what died of it gets another life."""
        now = self._clock()
        async with self._database.write() as connection:
            for kind in STANDING:
                await due_work.schedule(connection, self._vault, Work(kind, kind, now, {}), now)
                await due_work.retry(connection, kind, now)

    async def once(self, kinds: Sequence[str] | None = None) -> int:
        """Leases what is due now, of these kinds or of any, and does it; how many pieces it was."""
        async with self._database.write() as connection:
            leased = await due_work.lease(connection, self._clock(), BATCH, self.kinds if kinds is None else kinds)
        await asyncio.gather(*(self._one(each) for each in leased))
        return len(leased)

    async def _one(self, leased: Leased) -> None:
        try:
            work = due_work.opened(self._vault, leased)
            inside = self._inside.get(work.kind)
            if inside is None:
                await self._outside[work.kind](work)
            # The world may have to be read, for which a transaction that is open might wait.
            world = None if inside is None else await self._world()
            async with self._database.write() as connection:
                if inside is not None and world is not None:
                    await inside(connection, work, world)
                await self._settle(connection, leased)
            result = "done"
        except LeaseLost:
            result = "lost"
        except (OutsideFault, Collision) as fault:
            result = await self._failed(leased, fault)
        except Exception as fault:  # a fault of ours must not stop the loop; the row keeps it for the desk
            _log.exception("worker.fault", kind=leased.kind)
            result = await self._failed(leased, fault)
        if leased.kind in SEEN_AT_THE_DESK or result == "dead":
            await self._quick.wake(DESK)
        if leased.kind in POSTS:
            await self._quick.wake(OUTGOING)
        _done.labels(leased.kind, result).inc()

    async def _settle(self, connection: AsyncConnection, leased: Leased) -> None:
        now = self._clock()
        every = STANDING.get(leased.kind)
        if every is None:
            await due_work.settle(connection, leased, now)
        else:
            await due_work.reschedule(connection, leased, now + every, now)

    async def _failed(self, leased: Leased, fault: Exception) -> str:
        try:
            async with self._database.write() as connection:
                dead = await due_work.postpone(
                    connection,
                    leased,
                    self._clock(),
                    fault=_said(fault),
                    random=self._random,
                    retry_after=getattr(fault, "retry_after", None),
                    final=getattr(fault, "final", False),
                )
        except (Collision, OutsideFault):
            return "lost"
        return "dead" if dead else "postponed"

    async def _let_go(self, connection: AsyncConnection, work: Work, world: World) -> None:
        if await bookings.release(connection, work.payload["booking"], world.now, due=True):
            await self._waiting.freed(connection, work.payload["booking"], world)

    async def _calendar(self, _: Work) -> None:
        """What the calendar, the hours or the seats of an office have changed."""
        self._forget_calendar()
        parts = (self._rejudging.all, self._waiting.sweep, self._accompanying.all, self._desk_clocks.sweep)
        await for_each(parts, lambda part: part())

    async def _past(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The appointment's time is over; one that was moved meanwhile has another row for its new time."""
        booking = await bookings.one(connection, work.payload["booking"])
        if booking is not None and (booking.starts_at is None or booking.starts_at < work.due_at):
            await bookings.over(connection, booking.id, world.now)
            await self._waiting.stop(connection, booking.id, world)
            await self._no_shows.settle(connection, booking.office, booking.day)

    async def _retention(self, work: Work) -> None:
        """Batch after batch, each in a transaction of its own, so that no turn waits for all of it. How far the ledger
        of service has come is put on record as well."""

        async def head(connection: AsyncConnection) -> Entry | None:
            subject = await noted.head(connection)
            return None if subject is None else ("desk", noted.WHAT, subject)

        await audited_as_found(self._database, self._clock, head)
        gone = 1
        while gone:
            async with self._database.write() as connection:
                gone = await erasure.expire(
                    connection,
                    self._clock(),
                    transcript_days=self._transcript_days,
                    retention_days=self._retention_days,
                    case_days=self._case_days,
                )

    async def _deliver(self, work: Work) -> None:
        async with self._database.read() as connection:
            case = await cases.by_number(connection, self._vault, work.payload["number"])
            if case is None:
                raise OutsideFault("the case is gone", final=True)
            erased = case.content.get("erase")
            if erased is not None and await due_work.is_waiting(connection, erased, work.kind):
                raise OutsideFault("the case to erase is still to be delivered")
            if await erasure.is_asked(connection, case.number):
                case = replace(case, content={**case.content, **erasure.NOTHING_TOLD})
        what = "case sent" if case.content.get("letter") else None
        await self._send(work, what, lambda system: system.file(case, work.id))

    async def _attach(self, work: Work) -> None:
        """A file of a case follows it."""
        number, name = work.payload["case"], work.payload["name"]
        async with self._database.read() as connection:
            if await due_work.is_waiting(connection, number, "deliver"):
                raise OutsideFault("the case is still to be delivered")
            if await erasure.is_asked(connection, number):
                raise OutsideFault("the case is to be erased", final=True)
            attachment = await self._attaching.read(connection, number, name)
        what = f"{attachment.kind} sent"
        await self._send(work, what, lambda system: system.attach(number, attachment, work.id, work.due_at))

    async def _check(self, work: Work) -> None:
        """A request to verify leaves on the strength of a letter that is in force, and of no other."""
        async with self._database.read() as connection:
            for before in ("deliver", "attach"):
                if await due_work.is_waiting(connection, str(work.subject), before):
                    raise OutsideFault("the case and its letter are still to be delivered")
            request = await self._checking.request(connection, work)
        await self._send(work, "check sent", lambda system: system.check(request, work.id, work.due_at))

    async def _report(self, work: Work) -> None:
        """What is recorded of volunteers, as it is when it leaves. Who they are, and what is certified, is put on
        record; service time has a ledger of its own."""
        async with self._database.read() as connection:
            report = await self._reports.read(connection, work)
        what = {Registered: "volunteer sent", CertificateReport: "certificate sent"}.get(type(report))
        at = datetime.fromisoformat(work.payload["at"])
        await self._send(work, what, lambda system: system.report(report, work.id, at))

    async def _send(self, work: Work, what: str | None, send: Callable[[CaseSystem], Awaitable[None]]) -> None:
        """Something goes to the system named in the work; that it went, and where, is put on record as ``what``."""
        name = work.payload["system"]
        system = self._systems.get(name)
        if system is None:
            raise OutsideFault(f"the case system {name} is not configured")
        breaker = self._breakers[name]
        breaker.check()
        try:
            await send(system)
        except OutsideFault as fault:
            if not fault.final:  # a final one is about this case, or was said by a backend that answers
                breaker.failed()
            raise
        breaker.passed()
        if what is not None:
            await audited(self._database, self._clock, name, what, str(work.subject))

    async def _event(self, work: Work) -> None:
        payload = work.payload
        if "words" in payload:
            event = Event("notice", words=from_plain(payload["words"]))
        else:
            event = Event("answer", payload["run"], payload["step"], payload["value"])
        await self._tell(payload["conversation"], work.id, event)

    async def _ticket(self, work: Work) -> None:
        """What the staff did about a ticket is told in its conversation."""
        payload = work.payload
        async with self._database.read() as connection:
            held = await queue.is_held(connection, payload["number"])
        event = Event(
            payload.get("event", "closed"),
            step="score" if payload.get("score") else None,
            words=from_plain(payload.get("words")),
            ticket=payload["number"],
            held=held,
        )
        await self._tell(payload["conversation"], work.id, event)

    async def _lookup(self, work: Work) -> None:
        event = Event("looked_up", work.payload["run"], work.payload["step"])
        await self._tell(work.payload["conversation"], work.id, event, patient=True)

    async def _tell(self, conversation: str, key: str, event: Event, *, patient: bool = False) -> None:
        try:
            await self._turns.tell(conversation, key, event, self._clock(), patient=patient)
        except Forgotten:
            _log.info("worker.forgotten", kind=event.name)


def _said(fault: Exception) -> str:
    """A fault as rows and logs may keep it: ours in its words, which name nobody; any other by its type."""
    return str(fault) if isinstance(fault, OutsideFault) else type(fault).__name__
