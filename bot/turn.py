"""One turn is one transaction: one message in, its replies out, everything in between committed or nothing.

1  danger is judged on the message alone, before any queue or store
2  turns of one conversation run one at a time: a FIFO lock here, the conversation's version across processes
3  look-ups are made before the transaction; one that takes over two seconds is finished as due work
4  one transaction commits conversation, log, records and due work; only then is anything shown
5  the same message id again finds its log entry and gets the same replies
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.effects import Effects, RefusedAt
from bot.filing import Doing, Filing
from bot.holders import Holders
from bot.in_order import InOrder
from bot.lookups import Lookups
from flows import danger
from flows.conversation import Conversation
from flows.dialogue import advance, derive_id, place_of
from flows.errors import OutsideFault, Refused
from flows.incoming import Event, Incoming
from flows.language.flow import Flow
from flows.language.lookups import Found, Pending
from flows.outcome import Needed, NeedsLookup, Outcome
from flows.place import Place
from flows.words import Reply, Value, Words
from flows.world import World
from integrations.privacy import Vault
from integrations.quick import DESK, OUTGOING, WORK, Quick
from integrations.store import conversations, due_work, erasure, uploads
from integrations.store.conversations import Entry, Loaded
from integrations.store.database import Collision, Database
from integrations.store.due_work import Work
from integrations.store.talk import Talk

LOOKUP_SECONDS = 2.0
MOST_TRIES = 60

TAKES_NO_SEAT = frozenset({"invitation", "signing", "identity_check", "identity_proof"})
"""Effects that hold nothing anybody else could have."""

_log = structlog.get_logger()


class Forgotten(Exception):
    """The conversation was left by quick exit or erased: its token opens nothing any more."""


class Worlds(Protocol):
    """Makes the world of a turn: the instant, and the policy, calendar and place as of it."""

    async def world(self, incoming: Incoming) -> World:
        """The world at the instant the message came in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a turn came to: its place in the log and its replies, as keys with arguments."""

    seq: int
    language: str
    replies: tuple[Reply, ...]
    said: Value = None
    """What the log says was said."""
    repeated: bool = False


def danger_replies(text: str | None, place: Place) -> tuple[Reply, ...]:
    """The number-first reply to danger words; needs nothing but the message and the place's numbers."""
    found = danger.judge(text) if text else None
    if found is None:
        return ()
    keys = [f"danger-{found.kind}"]
    if found.child_speaking:
        keys = ["danger-child.speaking" if found.kind == "child" else keys[0], "danger-child_speaking"]
    elif found.kind == "child":
        keys.append("danger-must_report")
    elif found.person_found:
        keys = ["danger-missing.found"]
    if found.asks_secrecy:
        keys.append("danger-no_secret.child" if found.child_speaking else "danger-no_secret")
    return tuple(Reply(Words(key, dict(place.numbers))) for key in (*keys, "danger-office"))


class Pushes(Protocol):
    """What a turn says in a chat is written down to be sent."""

    def concerns(self, before: Conversation, incoming: Incoming) -> bool:
        """Whether a turn may say something in a chat."""

    async def put(
        self,
        connection: AsyncConnection,
        before: Conversation,
        after: Conversation,
        incoming: Incoming,
        entry: Entry,
    ) -> bool:
        """Writes it down in the transaction of the turn; False when no chat is told of it."""

    async def code(self, connection: AsyncConnection, conversation: Conversation, now: datetime) -> Words:
        """A code to go on elsewhere with, in its words."""


class Turns:
    """Takes messages. Holds no conversation between two turns; any number of processes may run one each."""

    def __init__(
        self,
        *,
        database: Database,
        talk: Talk,
        vault: Vault,
        quick: Quick,
        worlds: Worlds,
        flows: Mapping[str, Flow],
        lookups: Lookups,
        effects: Effects,
        filing: Filing,
        holders: Holders,
        pushes: Pushes,
        language: str,
    ) -> None:
        self._database = database
        self._talk = talk
        self._vault = vault
        self._quick = quick
        self._worlds = worlds
        self._flows = flows
        self._lookups = lookups
        self._effects = effects
        self._filing = filing
        self._holders = holders
        self._pushes = pushes
        self._language = language
        self._queues = InOrder()

    async def take(
        self,
        incoming: Incoming,
        language: str | None = None,
        *,
        lead: tuple[Reply, ...] = (),
        patient: bool = False,
    ) -> Taken:
        """The turn of one message.

        ``lead`` are the replies to danger, already judged: they come first, and staff are told. ``patient`` waits for
        a slow look-up as long as it takes.

        Raises Forgotten, and OutsideFault when the store does not answer.
        """
        incoming = replace(incoming, danger=bool(lead))
        async with self._queues.of(incoming.conversation):
            for _ in range(MOST_TRIES):
                try:
                    return await self._try(incoming, language or self._language, lead, patient)
                except Collision:
                    continue
            raise OutsideFault("this conversation moves too fast elsewhere")

    async def tell(self, conversation: str, key: str, event: Event, at: datetime, *, patient: bool = False) -> Taken:
        """The turn of something that happened elsewhere, once for each ``key``; otherwise as ``take``."""
        return await self.take(Incoming(conversation, f"event:{derive_id(key)}", at, event=event), patient=patient)

    async def _try(self, incoming: Incoming, language: str, lead: tuple[Reply, ...], patient: bool) -> Taken:
        world = await self._worlds.world(incoming)
        found: dict[str, Found | Pending] = {}
        refused: dict[str, Refused] = {}
        slow: set[str] = set()
        loaded, entry = await self._talk.load(incoming.conversation, incoming.id, language)
        if loaded.forgotten:
            raise Forgotten
        if entry is not None:
            return Taken(entry.seq, loaded.conversation.language, entry.replies, entry.said, repeated=True)
        while True:
            result = self._advance(loaded, incoming, world, found, refused)
            if isinstance(result, Needed):
                try:
                    found[result.key] = await self._look_up(result, incoming, slow, patient)
                except RefusedAt as refusal:
                    found = _refuse(refused, refusal)
                continue
            is_talk = result.only_talk and not self._pushes.concerns(loaded.conversation, incoming)
            if loaded.version > 0 and not slow and is_talk and not lead:
                entry = _entry(loaded, incoming, world, result)
                await self._talk.store(result.conversation, loaded.version, entry)
                return Taken(entry.seq, result.conversation.language, entry.replies, entry.said)
            result.replies[:0] = lead
            result.final_reply += len(lead)
            try:
                await self._admit(result, incoming)
                return await self._commit(loaded, incoming, world, result, slow, alarm=bool(lead))
            except RefusedAt as refusal:
                found = _refuse(refused, refusal)

    def _advance(
        self,
        loaded: Loaded,
        incoming: Incoming,
        world: World,
        found: Mapping[str, Found | Pending],
        refused: Mapping[str, Refused],
    ) -> Outcome | Needed:
        try:
            return advance(loaded.conversation, incoming, world, self._flows, found, refused)
        except NeedsLookup as request:
            return request.needed

    async def _look_up(self, needed: Needed, incoming: Incoming, slow: set[str], patient: bool) -> Found | Pending:
        if patient:
            return await self._lookups.find(needed, incoming.conversation)
        try:
            async with asyncio.timeout(LOOKUP_SECONDS):
                return await self._lookups.find(needed, incoming.conversation)
        except (TimeoutError, OutsideFault):
            _log.warning("turn.slow_lookup", lookup=needed.name)
            slow.add(needed.key.partition("#")[0])
            return Pending()

    async def _admit(self, outcome: Outcome, incoming: Incoming) -> None:
        """Raises RefusedAt for a hold that is one too many of the address the message came from."""
        for do in outcome.do if incoming.address is not None else ():
            if do.effect in TAKES_NO_SEAT:
                continue
            place, who = do.facts.world.place, f"{incoming.conversation}:{do.facts.flow}"
            if not await self._holders.admits(incoming.address or "", who, place.hold_minutes * 60):
                phone = next(iter(place.offices.values())).phone
                refusal = Refused("hold-too_many", step=do.step, minutes=place.hold_minutes, phone=phone)
                raise RefusedAt(place_of(do.run, do.step), refusal)

    async def _commit(
        self,
        loaded: Loaded,
        incoming: Incoming,
        world: World,
        outcome: Outcome,
        slow: set[str],
        *,
        alarm: bool,
    ) -> Taken:
        async with self._database.write() as connection:
            doing = Doing(connection, loaded.conversation, world)
            if alarm:
                outcome.noted = None  # the words are for the ticket of danger, whichever was open
            await self._effects.carry_out(outcome, doing)
            if outcome.dropped:
                await uploads.drop(connection, loaded.conversation.id, outcome.dropped)
            conversation = outcome.conversation
            if alarm:
                kind = danger.judge(incoming.text or "")
                number, held = await self._effects.alarm(incoming, outcome, kind.kind if kind else "fear", doing)
                # Nothing is asked of somebody in danger: all they write is for the staff until they go on themselves.
                conversation = replace(
                    conversation, handoff=number, danger=number, alarmed=True, attended=held, aside=None
                )
            if outcome.erase:
                await self._erase(doing)
            if outcome.code is not None:
                outcome.coded(await self._pushes.code(connection, conversation, world.now))
            entry = _entry(loaded, incoming, world, outcome)
            is_put = await self._pushes.put(connection, loaded.conversation, conversation, incoming, entry)
            if outcome.forget:
                await conversations.forget(connection, conversation.id, world.now, revoke=False)
            await conversations.move(connection, self._vault, conversation, loaded.version, entry)
            if outcome.forget and incoming.chat is not None:  # its chat leads elsewhere from now on
                await conversations.forget(connection, conversation.id, world.now, revoke=True)
            if slow:
                await self._finish_later(connection, conversation, slow, incoming, world)
        if outcome.final is not None or slow or alarm:
            await self._quick.wake(WORK)
        if alarm or outcome.of_the_desk:
            await self._quick.wake(DESK)
        if entry.pushed:
            await self._quick.wake(conversation.id)
        if is_put:
            await self._quick.wake(OUTGOING)
        return Taken(entry.seq, conversation.language, entry.replies, entry.said)

    async def _erase(self, doing: Doing) -> None:
        """Erases what is recorded of the conversation; its answers have left its state already."""
        for request in await erasure.erase(doing.connection, self._vault, doing.conversation.id, doing.world.now):
            await self._filing.deliver(request, doing.connection, doing.world.now)

    async def _finish_later(
        self,
        connection: AsyncConnection,
        conversation: Conversation,
        slow: set[str],
        incoming: Incoming,
        world: World,
    ) -> None:
        """Plans the turn that waits as long as it takes, where the question asked now needs what was too slow."""
        top = conversation.top
        if top is None or place_of(top.id, top.position.key) not in slow:
            return
        payload = {"conversation": incoming.conversation, "run": top.id, "step": top.position.key}
        work = Work(f"lookup:{incoming.conversation}:{incoming.id}"[:120], "lookup", world.now, payload)
        await due_work.schedule(connection, self._vault, work, world.now)


def _refuse(refused: dict[str, Refused], refusal: RefusedAt) -> dict[str, Found | Pending]:
    """Notes what the world does not allow; everything else is looked up anew. Raises OutsideFault."""
    if refusal.place in refused:
        raise OutsideFault("an effect is refused again and again") from refusal
    refused[refusal.place] = refusal.refusal
    return {}


def _entry(loaded: Loaded, incoming: Incoming, world: World, outcome: Outcome) -> Entry:
    return Entry(
        message=incoming.id,
        seq=loaded.version + 1,
        pushed=incoming.event is not None or incoming.chat is not None,
        said=outcome.said,
        replies=tuple(outcome.replies),
        at=world.now,
    )
