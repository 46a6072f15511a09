"""What the staff's chats are told of cases: each case stands in one group, as one message that is kept up to date;
danger, new words and clocks that run out are told besides. Number, service, urgency and times, nothing personal.
Robots of groups, which can change nothing, hear of what calls for somebody (``robots.py``).

It only writes down what is to be sent: a process without the bot's token does the same. Where no chat is linked,
nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.outbox import rows_to_plain
from bot.channels.rendering import Button
from bot.clerks import introduced, office_of
from bot.desk_clocks import words_of
from bot.filing import DANGER
from bot.robots import Robots, groups_of
from bot.speech import Speech
from flows.desk.clocks import BREACHED, Name
from flows.desk.rights import Level
from flows.desk.working_time import WorkingTime
from flows.dialogue import derive_id
from flows.discretion import title
from flows.hours import at
from flows.place import Place
from flows.words import Value, Words, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import alerts, cases, chats, clocks, outgoing, queue, staff, workload
from integrations.store.cases import CLOSED, Case
from integrations.store.chats import COUNTY, STAFF, WECOM, Chat
from integrations.store.due_work import Work

Rows = tuple[tuple[Button, ...], ...]
POST = "post"
LONGEST_WORDS = 3000
"""Characters of a resident's words that fit into one message with what stands around them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message about a case: its text, and its buttons."""

    text: str
    rows: Rows


class Posting:
    """Its methods up to ``digest`` are due work."""

    def __init__(
        self, *, vault: Vault, place: Place, speech: Speech, language: str, public_url: str | None, robots: Robots
    ) -> None:
        self._vault = vault
        self._place = place
        self._speech = speech
        self._language = language
        self._public_url = public_url
        self._robots = robots

    # --- work that is due --------------------------------------------------------------------------------------------

    async def post(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Brings what stands about a case up to date: in the group whose it is, in those whose it was, and with those
        who were called to it."""
        number = work.payload["number"]
        await queue.stand_still(connection, number)  # of two changes the later one is also shown later
        case = await cases.by_number(connection, self._vault, number)
        if case is None:
            return
        own = {chat.id for chat in await self.groups_of(connection, case.level, case.township)}
        groups = await chats.groups(connection, self._vault)
        keys = {chat.id: f"{POST}:{number}:{chat.id}" for chat in groups}
        there = await outgoing.put_already(connection, list(keys.values()))
        mark = derive_id(work.id)[:16]
        for chat in groups:
            key = keys[chat.id]
            if key in there:
                shown = await self.shown(connection, case, world, elsewhere=chat.id not in own)
                await self._edit(connection, chat, key, f"{POST}:{number}:{mark}:{chat.id}", shown, world)
            elif chat.id in own:
                await outgoing.drop_unsent(connection, key)
                await self._send(connection, chat, key, await self.shown(connection, case, world), number, world)
        await self._calls(connection, case, mark, world)
        if work.payload.get("comes"):
            await self._robots.comes(connection, case, work, world)

    async def words(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Who holds a case is told that its resident wrote."""
        case = await cases.by_number(connection, self._vault, work.payload["number"])
        chat = None if case is None or case.holder is None else await self._chat_of(connection, case.holder)
        if case is None or chat is None:
            return
        text = work.payload.get("text")
        args: dict[str, Value] = {"number": case.number}
        said = Words("staff_bot-new", args) if text is None else Words("staff_bot-new_words", args)
        written = self._say(said) if text is None else f"{self._say(said)}\n{text[:LONGEST_WORDS]}"
        shown = Shown(written, self.open_rows(case.number))
        await self._send(connection, chat, f"{work.id}:{chat.id}", shown, case.number, world)

    async def mark(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """A clock runs out: its holder is told, else the group; of one that is over, the group it goes up to."""
        number, reached = work.payload["number"], work.payload["reached"]
        case = await cases.by_number(connection, self._vault, number)
        clock = (await clocks.of_case(connection, number)).get(Name(work.payload["name"]))
        if case is None or clock is None or case.state == CLOSED:
            return
        climbs = reached >= BREACHED and case.holder is not None
        level = (case.level.above or case.level) if climbs else case.level
        if reached >= BREACHED:
            await self._robots.overdue(connection, case, level, clock, work, world)
        to: Sequence[Chat] = []
        if reached < BREACHED and case.holder is not None:
            own = await self._chat_of(connection, case.holder)
            to = [] if own is None else [own]
        if not to:
            to = await self.groups_of(connection, level, case.township)
        key = "staff_bot-overdue" if reached >= BREACHED else "staff_bot-soon"
        service = title(case.service)
        words = Words(key, {"number": number, "service": service, "clock": words_of(clock, world, staff=True)})
        for chat in to:
            shown = Shown(self._say(words), self.open_rows(number))
            await self._send(connection, chat, f"{work.id}:{chat.id}", shown, number, world)

    async def call(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Those who are called to danger are told so where they have a chat, before anything else is; told again some
        time after somebody had taken it on, so are they and the group."""
        number, step = work.payload["number"], work.payload["step"]
        alert = await alerts.of(connection, number)
        if alert is None or alert.state != alerts.CALLING:
            return
        rows = ((self._button("claim", f"claim:{number}"), *self._link(number)),)
        shown = Shown(self._say(Words("staff_bot-danger", {"number": number})), rows)
        own = [await self._chat_of(connection, name) for name in work.payload["staff"] if name is not None]
        case = await cases.by_number(connection, self._vault, number)
        if work.payload.get("groups") and case is not None:  # an edit of what stands there would make no sound
            own += await self.groups_of(connection, case.level, case.township)
        for chat in filter(None, own):
            await self._send(connection, chat, _call_key(number, step, chat), shown, number, world, urgent=True)
        if case is not None:
            await self._robots.danger(connection, case, work, world)

    async def digest(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """At the opening of a working day each group is told how much there is to do, once."""
        spans = list(WorkingTime.of(world).spans(world.day))
        if not spans or not spans[0][0] <= world.now < spans[-1][1]:
            return
        until = at(world.day + timedelta(days=1), time.min)
        robots = await chats.groups(connection, self._vault, bot=WECOM)
        for chat in (*await chats.groups(connection, self._vault), *robots):
            township = None if chat.group_of == COUNTY else chat.group_of
            load = await workload.counted(connection, township, world.now, until)
            args: dict[str, Value] = {"day": world.day, "open": load.open, "unheld": load.unheld}
            words = Words("staff_bot-digest", {**args, "due": load.due, "overdue": load.overdue})
            key = f"digest:{world.day}:{chat.id}"
            if chat.bot == WECOM:
                await self._robots.say(connection, chat, key, [words], None, world)
            else:
                await self._send(connection, chat, key, Shown(self._say(words), ()), None, world)

    async def unlink(
        self, connection: AsyncConnection, group_of: str, now: datetime, *, but: str | None = None
    ) -> bool:
        """The groups of a township, or of the county, are so no more, and hear that and nothing else; False if there
        were none ``but`` one."""
        parted = await chats.unmake_groups(connection, self._vault, group_of, now, but=but)
        for chat in parted:
            await outgoing.void(connection, chat.id, now)
            what = {"do": "send", "text": self._say(Words("staff_bot-ungrouped")), "rows": [], "group": True}
            key = f"ungrouped:{now.timestamp()}:{chat.id}"
            await outgoing.put(connection, self._vault, bot=STAFF, chat=chat.id, key=key, what=what, now=now)
        return bool(parted)

    # --- what it looks like ------------------------------------------------------------------------------------------

    async def shown(self, connection: AsyncConnection, case: Case, world: World, *, elsewhere: bool = False) -> Shown:
        """A case as it stands in a group, or in a clerk's own chat; ``elsewhere``: of a group whose it is no more."""
        about: dict[str, Value] = {"number": case.number, "service": title(case.service), "urgent": yes(case.urgent)}
        lines = [Words("staff_bot-case", about)]
        if elsewhere:
            office = office_of(case.level, case.township, case.section, self._place)
            return Shown(self._lines([*lines, Words("staff_bot-passed_on", {"office": office})]), ())
        lines.append(await self._state(connection, case))
        if case.state != CLOSED:
            own = (await clocks.of_case(connection, case.number)).values()
            lines += [words_of(clock, world, staff=True) for clock in own if clock.is_open]
        return Shown(self._lines(lines), self.rows_of(case))

    async def shown_in(self, connection: AsyncConnection, case: Case, chat: Chat, world: World) -> Shown:
        """A case as it stands in one chat: a clerk's, or a group, also one that is none of the staff's any more."""
        own = {each.id for each in await self.groups_of(connection, case.level, case.township)}
        elsewhere = chat.staff is None and chat.id not in own
        return await self.shown(connection, case, world, elsewhere=elsewhere)

    def rows_of(self, case: Case) -> Rows:
        """The buttons of a case as it stands."""
        number = case.number
        link = (self._link(number),) if self._public_url else ()
        if case.state == CLOSED:
            return link
        claim = () if case.holder is not None else (self._button("claim", f"claim:{number}"),)
        rest = (self._button("pass", f"pass:{number}"), self._button("close", f"close:{number}"))
        return ((*claim, *rest), *link)

    def open_rows(self, number: str) -> Rows:
        """The buttons by which a case is opened: in the chat, and at the desk."""
        return ((self._button("open_here", f"open:{number}"), *self._link(number)),)

    def back_button(self, number: str) -> Button:
        """The button that shows the first ones again."""
        return self._button("back", f"back:{number}")

    async def groups_of(self, connection: AsyncConnection, level: Level, township: str | None) -> Sequence[Chat]:
        """The groups in which a case stands: of its township, where that has one; else of the county."""
        return await groups_of(connection, self._vault, STAFF, level, township)

    async def _state(self, connection: AsyncConnection, case: Case) -> Words:
        if case.state == CLOSED:
            return Words("staff_bot-closed", {"outcome": Words(f"desk-outcome_{case.outcome or 'done'}")})
        holder = None if case.holder is None else await staff.by_name(connection, case.holder)
        if holder is None:
            return Words("staff_bot-waiting")
        unseen = yes(case.state == cases.FILED)
        return Words("staff_bot-held", {**introduced(holder, self._place), "unseen": unseen})

    async def _calls(self, connection: AsyncConnection, case: Case, mark: str, world: World) -> None:
        """Once somebody has danger, those who were called see who; nobody need answer any more."""
        alert = await alerts.of(connection, case.number) if case.service == DANGER else None
        if alert is None or alert.state == alerts.CALLING:
            return
        lines = [Words("staff_bot-danger", {"number": case.number}), await self._state(connection, case)]
        shown = Shown(self._lines(lines), self.open_rows(case.number))
        known: dict[str, Chat | None] = {}
        for call in await alerts.called(connection, case.number):
            if call.staff not in known:
                known[call.staff] = await self._chat_of(connection, call.staff)
            chat = known[call.staff]
            if chat is None:
                continue
            key = _call_key(case.number, call.step, chat)
            if await outgoing.put_already(connection, [key]):
                edit = f"call:{case.number}:{call.step}:{mark}:{chat.id}"
                await self._edit(connection, chat, key, edit, shown, world)

    # --- writing it down ---------------------------------------------------------------------------------------------

    async def _chat_of(self, connection: AsyncConnection, name: str) -> Chat | None:
        chat = await chats.of_staff(connection, self._vault, name)
        is_active = await staff.active(connection, name) is not None
        return None if chat is None or chat.is_blocked or not is_active else chat

    async def _send(
        self,
        connection: AsyncConnection,
        chat: Chat,
        key: str,
        shown: Shown,
        number: str | None,
        world: World,
        *,
        urgent: bool = False,
    ) -> None:
        what = {"do": "send", "text": shown.text, "rows": rows_to_plain(shown.rows), "number": number}
        await self._put(connection, chat, key, what, world, urgent=urgent)

    async def _edit(
        self, connection: AsyncConnection, chat: Chat, of: str, key: str, shown: Shown, world: World
    ) -> None:
        what = {"do": "edit", "of": of, "text": shown.text, "rows": rows_to_plain(shown.rows)}
        await self._put(connection, chat, key, what, world)

    async def _put(
        self,
        connection: AsyncConnection,
        chat: Chat,
        key: str,
        what: Mapping[str, object],
        world: World,
        *,
        urgent: bool = False,
    ) -> None:
        said = {**what, "group": chat.group_of is not None}
        await outgoing.put(
            connection, self._vault, bot=STAFF, chat=chat.id, key=key, what=said, now=world.now, urgent=urgent
        )

    def _button(self, name: str, data: str) -> Button:
        return Button(self._say(Words(f"staff_bot-button.{name}")), data)

    def _link(self, number: str) -> tuple[Button, ...]:
        if self._public_url is None:
            return ()
        return (Button(self._say(Words("staff_bot-button.desk")), url=f"{self._public_url}desk/cases/{number}"),)

    def _lines(self, lines: Sequence[Words]) -> str:
        return "\n".join(self._say(line) for line in lines)

    def _say(self, words: Words) -> str:
        return self._speech.render(words, self._language)


def number_of_post(key: str) -> str | None:
    """The case that stands in a group, or is brought up to date there, by what was put with this key."""
    kind, _, rest = key.partition(":")
    return rest.partition(":")[0] if kind == POST else None


def _call_key(number: str, step: int | str, chat: Chat) -> str:
    return f"call:{number}:{step}:{chat.id}"
