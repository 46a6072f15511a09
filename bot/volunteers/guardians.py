"""A guardian consents (监护人同意) to the volunteering of a minor of 14 to 18, or refuses, in a chat of their own.

A code that never was, is used, over or another's: one sentence for all, and who tries codes is stopped after a few.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.tries import WrongTries
from bot.volunteers.parts import Tools
from bot.volunteers.reporting import report
from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.inputs.name import mask_name
from flows.language.answers import Standing
from flows.language.lookups import Found
from flows.outcome import Do, Final, Needed
from flows.volunteers.people import Person, State, Volunteer, band_of
from flows.words import Option, Words
from flows.world import World
from integrations.store.due_work import Work
from integrations.store.volunteers import registry

_OVER = Found((), {}, Words("guardian-over"), Words("guardian-over"))
_OFTEN = Found((), {}, Words("guardian-too_often"), Words("guardian-too_often"))


class Guardians:
    """Refuses (Refused) codes that work no more."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tries = WrongTries(tools.quick, tools.vault, "guardian-code")

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={"guardian_consents": self.consents, "guardian_refuses": self.refuses},
            lookups={"minor_of_code": self.minor},
            holds={"minor": (self.join, self.let_go)},
            work={"guardian_over": self.lapse},
        )

    # --- endings -------------------------------------------------------------------------------------------------

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
        changed = await registry.change(doing.connection, vault, minor, now, **changes)
        words = Words("volunteer-guardian_agreed", {"number": minor.number})
        await tell(doing.connection, vault, minor.number, minor.conversation, f"agreed {now:%Y%m%dT%H%M%S}", words, now)
        await report(doing.connection, self._tools, "registered", minor.number, now, changed.revision)
        return {"who": mask_name(minor.person.name)}, None

    async def refuses(self, final: Final, doing: Doing) -> Told:
        """The guardian does not agree: nothing of the minor is kept."""
        minor = await self._minor(final, doing)
        await self._is_over(doing.connection, minor, registry.REFUSED, "refused", doing.world)
        return {}, None

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def minor(self, needed: Needed, conversation: str) -> Found:
        """The minor a guardian's code is for: no more than the family name."""
        code, world = str(needed.facts["code"]), needed.facts.world
        most = self._tries.at_codes(conversation)
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
            await self._is_over(connection, minor, registry.LAPSED, "lapsed", world, due=True)

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _minor(self, final: Final, doing: Doing) -> Volunteer:
        code, here = str(final.facts["code"]), doing.conversation.id
        found = await registry.asked_of(doing.connection, self._tools.vault, code, here, doing.world.now)
        if found is None:
            raise Refused("guardian-over", step="code")
        return found

    async def _is_over(
        self,
        connection: AsyncConnection,
        minor: Volunteer,
        became: str,
        state: State,
        world: World,
        *,
        due: bool = False,
    ) -> None:
        """They are told the same whether it was refused or nobody answered."""
        if await without_consent(self._tools, connection, minor, became, state, world, due=due):
            words, here = Words("volunteer-no_consent"), minor.conversation
            await tell(connection, self._tools.vault, minor.number, here, "no consent", words, world.now)


async def guarded_by(connection: AsyncConnection, tools: Tools, conversation: str, world: World) -> list[Volunteer]:
    """The minors to whose volunteering a conversation has agreed; who is of age by now decides alone (民法典第18条)."""
    found = await registry.guarded_by(connection, tools.vault, conversation)
    return [each for each in found if not is_grown(each, world)]


def is_grown(volunteer: Volunteer, world: World) -> bool:
    """Whether a volunteer is of age on the day."""
    return volunteer.person is not None and band_of(volunteer.person.id_number, world) == "adult"


async def without_consent(
    tools: Tools,
    connection: AsyncConnection,
    minor: Volunteer,
    became: str,
    state: State,
    world: World,
    *,
    due: bool = False,
) -> bool:
    """Without a guardian's consent nothing of the minor is kept but that there was somebody; False where it was given
    or refused before."""
    if not await registry.settle_guardian(connection, minor.number, registry.ASKED, became, world.now, due=due):
        return False
    await registry.forget(connection, tools.vault, minor.number, tools.random, world.now, state)
    return True
