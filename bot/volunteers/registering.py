"""Signing up as a volunteer (志愿者注册), a guardian's consent (监护人同意), and what one changes of it later.

A code that never was, is used, over or another's: one sentence for all, and who tries codes is stopped after a few.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.tries import WrongTries
from bot.volunteers.parts import Part, Tools
from bot.volunteers.reporting import report
from bot.volunteers.taking_part import leave_everything
from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.inputs.code import shown_code
from flows.inputs.name import mask_name
from flows.language.answers import Standing
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Do, Final, Needed
from flows.volunteers.people import KINDS, SKILLS, TIMES, Person, State, Volunteer, band_of
from flows.words import Option, Words, yes
from flows.world import World
from integrations.store import due_work
from integrations.store.due_work import Work
from integrations.store.volunteers import registry

GUARDIAN_DAYS = timedelta(days=7)
"""How long a guardian has to consent."""
MOST_WRONG = 5
MOST_WRONG_TOGETHER = 300
_OVER = Found((), {}, Words("guardian-over"), Words("guardian-over"))
_OFTEN = Found((), {}, Words("guardian-too_often"), Words("guardian-too_often"))
_GONE = Words("volunteer-gone")


class Registering:
    """Refuses (Refused) who is registered already, and codes that work no more."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tries = WrongTries(tools.quick, tools.vault, "guardian-code")

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={
                "register": self.register,
                "ask_guardian": self.ask_guardian,
                "guardian_consents": self.consents,
                "guardian_refuses": self.refuses,
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
                "minor_of_code": self.minor,
            },
            holds={"minor": (self.join, self.let_go)},
            work={"guardian_over": self.lapse},
        )

    # --- endings -------------------------------------------------------------------------------------------------

    async def register(self, final: Final, doing: Doing) -> Told:
        """A volunteer with a number."""
        volunteer = await self._register(final, "registered", doing)
        await report(doing.connection, self._tools, "registered", volunteer.number, doing.world.now)
        return {"number": volunteer.number, "child": yes(volunteer.guardian is not None)}, None

    async def ask_guardian(self, final: Final, doing: Doing) -> Told:
        """A minor who waits for their guardian, with the code to give them."""
        volunteer = await self._register(final, "waiting", doing)
        code, until = self._tools.numbers.code(), doing.world.now + GUARDIAN_DAYS
        vault, now = self._tools.vault, doing.world.now
        await registry.ask_guardian(doing.connection, vault, volunteer.number, code, until, now)
        over = Work(f"guardian:{volunteer.number}", "guardian_over", until, {"volunteer": volunteer.number})
        await due_work.schedule(doing.connection, vault, over, now)
        return {"code": shown_code(code), "until": until}, None

    async def consents(self, final: Final, doing: Doing) -> Told:
        """The guardian agrees: the minor is a volunteer."""
        facts, vault, now = final.facts, self._tools.vault, doing.world.now
        minor = await self._minor(final, doing)
        assert minor.person is not None
        if facts["id"] == minor.person.id_number:
            raise Refused("id_number-same_person", step="id")
        here, agreed = doing.conversation.id, (registry.ASKED, registry.AGREED, now)
        if not await registry.settle_guardian(doing.connection, minor.number, *agreed, by=here):
            raise Refused("guardian-over", step="code")
        guardian = Person(facts["name"], facts["id"], facts["phone"])
        changes = {"state": "registered", "guardian": guardian, "relation": facts["relation"]}
        await registry.change(doing.connection, vault, minor, now, **changes)
        words = Words("volunteer-guardian_agreed", {"number": minor.number})
        await tell(doing.connection, vault, minor.number, minor.conversation, "agreed", words, now)
        await report(doing.connection, self._tools, "registered", minor.number, now)
        return {"who": mask_name(minor.person.name)}, None

    async def refuses(self, final: Final, doing: Doing) -> Told:
        """The guardian does not agree: nothing of the minor is kept."""
        minor = await self._minor(final, doing)
        await self._without_consent(doing.connection, minor, registry.REFUSED, "refused", doing.world)
        return {}, None

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
        await registry.settle_guardian(doing.connection, volunteer.number, registry.AGREED, registry.REVOKED, now)
        await registry.settle_guardian(doing.connection, volunteer.number, registry.ASKED, registry.LAPSED, now)
        await leave_everything(self._tools, doing.connection, volunteer.number, now)
        await registry.change(doing.connection, vault, volunteer, now, state="left", calls=False)
        if by_guardian:
            words = Words("volunteer-guardian_took_back")
            await tell(doing.connection, vault, volunteer.number, volunteer.conversation, "taken back", words, now)
        if volunteer.state == "registered":
            await report(doing.connection, self._tools, "left", volunteer.number, now)
        return {}, None

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def mine(self, needed: Needed, conversation: str) -> Found:
        """Who is a volunteer in this conversation: oneself, and children one has registered."""
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
        options = tuple(_named(each) for each in found if each.state == "registered")
        waits = any(each.state == "waiting" for each in found)
        stop = None if options else Words("volunteer-waits") if waits else _nobody(needed)
        ways = options if options or waits else (Option(f"{BEGIN}volunteer", Words("service-volunteer")),)
        return Found(ways, {}, _GONE, stop=stop)

    async def registrations(self, needed: Needed, conversation: str) -> Found:
        """The same with who waits for a guardian, and minors to whose volunteering this conversation has agreed."""
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
            guarded = await registry.guarded_by(connection, self._tools.vault, conversation)
        options = tuple({each.number: _named(each) for each in (*found, *guarded)}.values())
        if options:
            return Found(options, {}, _GONE)
        return Found((Option(f"{BEGIN}volunteer", Words("service-volunteer")),), {}, _GONE, stop=_nobody(needed))

    async def ways(self, needed: Needed, conversation: str) -> Found:
        """What may be done about a registration from here, and how it stands."""
        async with self._tools.database.read() as connection:
            volunteer = await self._of(connection, str(needed.facts["volunteer"]), conversation)
        if volunteer is None:
            return Found((), {}, _GONE, stop=_GONE)
        return Found(
            tuple(Option(way, Words(f"volunteer_details-way.{way}")) for way in _ways(volunteer, conversation)),
            note=Words("volunteer_details-stands", {"number": volunteer.number, **_stands(volunteer)}),
        )

    async def minor(self, needed: Needed, conversation: str) -> Found:
        """The minor a guardian's code is for: no more than the family name."""
        code, world = str(needed.facts["code"]), needed.facts.world
        most = {self._tries.of("conversation", conversation): MOST_WRONG, self._tries.of("all"): MOST_WRONG_TOGETHER}
        if await self._tries.are_too_many(most):
            return _OFTEN
        async with self._tools.database.read() as connection:
            found = await registry.asked_of(connection, self._tools.vault, code, conversation, world.now)
        if found is None or found.person is None:
            await self._tries.add(most, conversation, code)
            return _OVER
        asked = Words("guardian-asked", {"who": mask_name(found.person.name)})
        return Found((Option(found.number, asked),), {}, Words("guardian-over"))

    # --- holds and work ------------------------------------------------------------------------------------------

    async def join(self, do: Do, doing: Doing) -> None:
        """Who has opened the code is who may answer; it is not the minor's own chat."""
        connection, vault, here = doing.connection, self._tools.vault, doing.conversation.id
        code, now = str(do.facts["code"]), doing.world.now
        found = await registry.asked_of(connection, vault, code, here, now)
        if found is not None and found.conversation == here:
            raise Refused("guardian-own_chat", step="code")
        if found is None or not await registry.join_guardian(connection, vault, code, here, now):
            raise Refused("guardian-over", step="code")

    async def let_go(self, standing: Standing, doing: Doing) -> None:
        """The code may be opened elsewhere again."""
        await registry.leave_guardian(doing.connection, str(standing.value), doing.conversation.id, doing.world.now)

    async def lapse(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """No guardian has answered in time."""
        minor = await registry.by_number(connection, self._tools.vault, str(work.payload["volunteer"]))
        if minor is not None:
            await self._without_consent(connection, minor, registry.LAPSED, "lapsed", world, due=True)

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
        await registry.register(doing.connection, self._tools.vault, volunteer, doing.world.now, "id")
        return volunteer

    async def _minor(self, final: Final, doing: Doing) -> Volunteer:
        code, here = str(final.facts["code"]), doing.conversation.id
        found = await registry.asked_of(doing.connection, self._tools.vault, code, here, doing.world.now)
        if found is None:
            raise Refused("guardian-over", step="code")
        return found

    async def _without_consent(
        self,
        connection: AsyncConnection,
        minor: Volunteer,
        became: str,
        state: State,
        world: World,
        *,
        due: bool = False,
    ) -> None:
        """Without a guardian's consent nothing of the minor is kept but that there was somebody; they are told the same
        whether it was refused or nobody answered."""
        now, vault = world.now, self._tools.vault
        if not await registry.settle_guardian(connection, minor.number, registry.ASKED, became, now, due=due):
            return
        nothing = {"person": None, "guardian": None, "relation": None, "township": None, "village": None}
        await registry.change(
            connection, vault, minor, now, state=state, kinds=(), skills=(), times=(), veteran=False, **nothing
        )
        words = Words("volunteer-no_consent")
        await tell(connection, vault, minor.number, minor.conversation, "no consent", words, now)

    async def _calls(self, final: Final, doing: Doing, *, calls: bool) -> Told:
        volunteer = await self._chosen(final, doing)
        await registry.change(doing.connection, self._tools.vault, volunteer, doing.world.now, calls=calls)
        return {}, None

    async def _chosen(self, final: Final, doing: Doing) -> Volunteer:
        """The registration that was chosen, as far as what is wanted may still be done from here."""
        here, facts = doing.conversation.id, final.facts
        found = await self._of(doing.connection, str(facts["volunteer"]), here)
        if found is None or facts["what"] not in _ways(found, here):
            raise Refused("volunteer-gone", step="volunteer")
        return found

    async def _of(self, connection: AsyncConnection, number: str, conversation: str) -> Volunteer | None:
        """A registration for those who may see it: its own conversation, and the guardian's who has agreed."""
        vault = self._tools.vault
        own = await registry.of_conversation(connection, vault, conversation)
        guarded = await registry.guarded_by(connection, vault, conversation)
        return next((each for each in (*own, *guarded) if each.number == number), None)


def _nobody(needed: Needed) -> Words:
    """That nobody is signed up here, in the words of the service that asks for it."""
    return Words(f"{needed.run.flow}-no_volunteer")


def _named(volunteer: Volunteer) -> Option:
    name = "" if volunteer.person is None else mask_name(volunteer.person.name)
    return Option(volunteer.number, Words("volunteer-one", {"name": name, "number": volunteer.number}))


def _stands(volunteer: Volunteer) -> dict[str, str]:
    return {"state": volunteer.state, "calls": yes(volunteer.calls), "checked": yes(volunteer.is_checked)}


def _ways(volunteer: Volunteer, conversation: str) -> tuple[str, ...]:
    """What may be done about a registration from a conversation."""
    if volunteer.conversation != conversation:
        return ("take_back",)
    if volunteer.state == "waiting":
        return ("code", "leave")
    is_grown = volunteer.guardian is None
    calls = (("calls_off" if volunteer.calls else "calls_on"),) if is_grown else ()
    return ("phone", "township", "kinds", "skills", "times", *calls, "leave")
