"""Signing up as a volunteer (志愿者注册), and what one changes of it later.

Whether somebody else volunteers is not to be found out: who signs up people who are volunteers already is stopped after
a few, with the same sentence.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.tries import WrongTries
from bot.volunteers.guardians import guarded_by, is_grown, without_consent
from bot.volunteers.own import named
from bot.volunteers.parts import Tools
from bot.volunteers.reporting import report
from bot.volunteers.taking_part import leave_everything
from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.inputs.code import shown_code
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Final, Needed
from flows.volunteers.people import KINDS, SKILLS, TIMES, Person, State, Volunteer, band_of
from flows.words import Option, Words, yes
from flows.world import World
from integrations.store import due_work
from integrations.store.due_work import Work
from integrations.store.volunteers import registry

GUARDIAN_DAYS = timedelta(days=7)
"""How long a guardian has to consent."""
MOST_KNOWN = 5
"""How many who are volunteers already a conversation may sign up in an hour, and so often anybody one number."""
_GONE = Words("volunteer-gone")


class Registering:
    """Refuses (Refused) who is registered already."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tries = WrongTries(tools.quick, tools.vault, "volunteer-known")

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={
                "register": self.register,
                "ask_guardian": self.ask_guardian,
                "change_volunteer": self.change,
                "take_calls": self.take_calls,
                "take_no_calls": self.take_no_calls,
                "guardian_code_again": self.code_again,
                "leave_volunteers": self.leave,
            },
            lookups={
                "my_volunteers": self.mine,
                "my_registrations": self.registrations,
                "ways_of_volunteer": self.ways,
            },
        )

    # --- endings -------------------------------------------------------------------------------------------------

    async def register(self, final: Final, doing: Doing) -> Told:
        """A volunteer with a number."""
        volunteer = await self._register(final, "registered", doing)
        await report(doing.connection, self._tools, "registered", volunteer.number, doing.world.now, volunteer.revision)
        return {"number": volunteer.number, "child": yes(volunteer.guardian is not None)}, None

    async def ask_guardian(self, final: Final, doing: Doing) -> Told:
        """A minor who waits for their guardian, with the code to give them."""
        volunteer = await self._register(final, "waiting", doing)
        code, until = self._tools.numbers.code(), doing.world.now + GUARDIAN_DAYS
        vault, now = self._tools.vault, doing.world.now
        await registry.ask_guardian(doing.connection, vault, volunteer.number, code, until, now)
        id_ = f"guardian:{volunteer.number}:{until:%Y%m%dT%H%M%S}"  # one who left may sign up again
        over = Work(id_, "guardian_over", until, {"volunteer": volunteer.number})
        await due_work.schedule(doing.connection, vault, over, now)
        return {"code": shown_code(code), "until": until}, None

    async def change(self, final: Final, doing: Doing) -> Told:
        """What a volunteer offers, or how they are reached, is changed."""
        facts, volunteer = final.facts, await self._chosen(final, doing)
        what = str(facts["what"])
        changes: dict[str, object] = {}
        if what == "phone" and volunteer.person is not None:
            changes["person"] = Person(volunteer.person.name, volunteer.person.id_number, facts["phone"])
        elif what == "township":
            changes |= {"township": None if facts["township"] == "elsewhere" else facts["township"], "village": None}
        elif what in ("kinds", "skills", "times"):
            among = {"kinds": KINDS, "skills": SKILLS, "times": TIMES}[what]
            changes[what] = tuple(each for each in facts[what] if each in among)
        await registry.change(doing.connection, self._tools.vault, volunteer, doing.world.now, **changes)
        return {}, None

    async def take_calls(self, final: Final, doing: Doing) -> Told:
        """They are asked when volunteers are called for."""
        return await self._calls(final, doing, calls=True)

    async def take_no_calls(self, final: Final, doing: Doing) -> Told:
        """They are not asked any more."""
        return await self._calls(final, doing, calls=False)

    async def code_again(self, final: Final, doing: Doing) -> Told:
        """The code that the guardian is asked with, once more."""
        volunteer = await self._chosen(final, doing)
        code = await registry.code_of(doing.connection, self._tools.vault, volunteer.number)
        if code is None:
            raise Refused("guardian-over", step="what")
        return {"code": shown_code(code)}, None

    async def leave(self, final: Final, doing: Doing) -> Told:
        """Out of the volunteers (退出), by oneself or because the guardian takes their consent back; what was served
        stands."""
        volunteer, now, vault = await self._chosen(final, doing), doing.world.now, self._tools.vault
        by_guardian = volunteer.conversation != doing.conversation.id
        if volunteer.state == "waiting":
            connection, world = doing.connection, doing.world
            if not await without_consent(self._tools, connection, volunteer, registry.LAPSED, "left", world):
                raise Refused("volunteer-gone", step="volunteer")
            return {}, None
        await registry.settle_guardian(doing.connection, volunteer.number, registry.AGREED, registry.REVOKED, now)
        await leave_everything(self._tools, doing.connection, volunteer.number, now)
        await registry.change(doing.connection, vault, volunteer, now, state="left", calls=False)
        if by_guardian:
            words = Words("volunteer-guardian_took_back")
            mark = f"taken back {now:%Y%m%dT%H%M%S}"
            await tell(doing.connection, vault, volunteer.number, volunteer.conversation, mark, words, now)
        await report(doing.connection, self._tools, "left", volunteer.number, now, volunteer.revision)
        return {}, None

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def mine(self, needed: Needed, conversation: str) -> Found:
        """Who is a volunteer in this conversation: oneself, and children one has registered."""
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
        options = tuple(named(each) for each in found if each.state == "registered")
        waits = any(each.state == "waiting" for each in found)
        stop = None if options else Words("volunteer-waits") if waits else _nobody(needed)
        ways = options if options or waits else (Option(f"{BEGIN}volunteer", Words("service-volunteer")),)
        return Found(ways, {}, _GONE, stop=stop)

    async def registrations(self, needed: Needed, conversation: str) -> Found:
        """The same with who waits for a guardian, and minors to whose volunteering this conversation has agreed."""
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
            guarded = await guarded_by(connection, self._tools, conversation, needed.facts.world)
        options = tuple({each.number: named(each) for each in (*found, *guarded)}.values())
        if options:
            return Found(options, {}, _GONE)
        return Found((Option(f"{BEGIN}volunteer", Words("service-volunteer")),), {}, _GONE, stop=_nobody(needed))

    async def ways(self, needed: Needed, conversation: str) -> Found:
        """What may be done about a registration from here, and how it stands."""
        async with self._tools.database.read() as connection:
            world = needed.facts.world
            volunteer = await self._of(connection, str(needed.facts["volunteer"]), conversation, world)
        if volunteer is None:
            return Found((), {}, _GONE, stop=_GONE)
        return Found(
            tuple(Option(way, Words(f"volunteer_details-way.{way}")) for way in _ways(volunteer, conversation, world)),
            note=Words("volunteer_details-stands", {"number": volunteer.number, **_stands(volunteer)}),
        )

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _register(self, final: Final, state: State, doing: Doing) -> Volunteer:
        facts, chosen = final.facts, final.facts.get
        guardian = None
        if facts["who"] == "child":
            guardian = Person(facts["guardian_name"], facts["guardian_id"], facts["phone"])
        is_adult = band_of(facts["id"], doing.world) == "adult"
        township = None if facts["township"] == "elsewhere" else facts["township"]
        village = str(chosen("village", "unknown")).partition(":")[0]
        volunteer = Volunteer(
            number=self._tools.numbers.receipt(doing.world.day),
            state=state,
            conversation=doing.conversation.id,
            person=Person(facts["name"], facts["id"], facts["phone"]),
            township=township,
            village=None if village == "unknown" else village,
            veteran=chosen("veteran") == "yes",
            calls=is_adult and chosen("calls") == "yes",
            kinds=tuple(each for each in facts["kinds"] if each in KINDS),
            skills=tuple(each for each in facts["skills"] if each in SKILLS),
            times=tuple(each for each in facts["times"] if each in TIMES),
            guardian=guardian,
            relation=chosen("relation"),
            language=doing.conversation.language,
        )
        most = {
            self._tries.of("conversation", doing.conversation.id): MOST_KNOWN,
            self._tries.of("person", facts["id"]): MOST_KNOWN,
        }
        if await self._tries.are_too_many(most):
            raise Refused("volunteer-known", step="id")
        try:
            return await registry.register(doing.connection, self._tools.vault, volunteer, doing.world.now, "id")
        except Refused:
            await self._tries.add(most, doing.conversation.id, facts["id"])
            raise

    async def _calls(self, final: Final, doing: Doing, *, calls: bool) -> Told:
        volunteer = await self._chosen(final, doing)
        await registry.change(doing.connection, self._tools.vault, volunteer, doing.world.now, calls=calls)
        return {}, None

    async def _chosen(self, final: Final, doing: Doing) -> Volunteer:
        """The registration that was chosen, as far as what is wanted may still be done from here."""
        here, facts = doing.conversation.id, final.facts
        found = await self._of(doing.connection, str(facts["volunteer"]), here, doing.world)
        if found is None or facts["what"] not in _ways(found, here, doing.world):
            raise Refused("volunteer-gone", step="volunteer")
        return found

    async def _of(self, connection: AsyncConnection, number: str, conversation: str, world: World) -> Volunteer | None:
        """A registration for those who may see it: its own conversation, and a minor's guardian's who has agreed."""
        own = await registry.of_conversation(connection, self._tools.vault, conversation)
        guarded = await guarded_by(connection, self._tools, conversation, world)
        return next((each for each in (*own, *guarded) if each.number == number), None)


def _nobody(needed: Needed) -> Words:
    """That nobody is signed up here, in the words of the service that asks for it."""
    return Words(f"{needed.run.flow}-no_volunteer")


def _stands(volunteer: Volunteer) -> dict[str, str]:
    return {"state": volunteer.state, "calls": yes(volunteer.calls), "checked": yes(volunteer.is_checked)}


def _ways(volunteer: Volunteer, conversation: str, world: World) -> tuple[str, ...]:
    """What may be done about a registration from a conversation."""
    if volunteer.conversation != conversation:
        return ("take_back",)
    if volunteer.state == "waiting":
        return ("code", "leave")
    calls = (("calls_off" if volunteer.calls else "calls_on"),) if is_grown(volunteer, world) else ()
    return ("phone", "township", "kinds", "skills", "times", *calls, "leave")
