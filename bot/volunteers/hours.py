"""Logging hours in a chat (记时长): for which organisation, and what becomes of it at the end."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.parts import Tools
from bot.volunteers.recording import Recording
from flows import hours
from flows.errors import Refused
from flows.inputs.service_kinds import kind_of
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import posts, rules
from flows.volunteers.ledger import Entry
from flows.volunteers.telling_hours import TRAINING, span
from flows.words import Option, Words, yes
from integrations.store.volunteers import activities, organisations, registry

DAY = timedelta(days=1)

_NONE = Words("service_hours-no_organisation_here")
_ASKED = {
    "record-before_registered": "day",
    "record-future": "day",
    "record-no_organisation": "organisation",
    "volunteer-not_registered": "volunteer",
}
"""What is asked again where it is not the time that is wrong."""


class Hours:
    """Refuses (Refused) what may not be recorded."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._recording = Recording(tools)

    def part(self) -> Part:
        """What it brings."""
        return Part(endings={"record_hours": self.record}, lookups={"organisations_served": self.served})

    async def record(self, final: Final, doing: Doing) -> Told:
        """Writes down what was told, for the organisation to countersign."""
        facts, connection = final.facts, doing.connection
        volunteer = await registry.by_number(connection, self._tools.vault, str(facts["volunteer"]))
        if volunteer is None or volunteer.conversation != doing.conversation.id:
            raise Refused("volunteer-gone", step="volunteer")
        begins_at, ends_at, minutes = span(facts)
        where, (organisation, activity) = facts["where"], await self._whose(str(facts["organisation"]), doing)
        if activity is None:
            activity = await self._joined(volunteer.number, organisation, begins_at, ends_at, doing)
        entry = Entry(
            id=final.run,
            volunteer=volunteer.number,
            organisation=organisation,
            activity=activity,
            kind=kind_of(facts["what"]),
            begins_at=begins_at,
            ends_at=ends_at,
            minutes=minutes,
            training=facts["sort"] == TRAINING,
            what=facts["what"],
            where="" if where == "unknown" else where,
        )
        who = f"volunteer:{volunteer.number}"
        await self._recording.record(connection, entry, who, doing.world, step="time", steps=_ASKED)
        by = rules.countersigned_by(entry, doing.world)
        return {"by": by, "minutes": minutes % 60, "hours": minutes // 60, "training": yes(entry.training)}, None

    async def served(self, needed: Needed, _: str) -> Found:
        """Who may have organised it: the posts the volunteer joined on that day, then organisations: those that were
        named, those of the township the volunteer lives in, those of the whole county."""
        facts, vault = needed.facts, self._tools.vault
        begins = hours.at(facts["day"], time.min)
        async with self._tools.database.read() as connection:
            volunteer = await registry.by_number(connection, vault, str(facts["volunteer"]))
            listed = await organisations.listed(connection)
            joined = await activities.of_volunteer(connection, vault, str(facts["volunteer"]), begins)
        own = None if volunteer is None else volunteer.township
        said = f"{facts['what']} {facts['where']} {facts['said']}"
        near = sorted(listed, key=lambda each: (each.name not in said, each.township != own, each.township is not None))
        that_day = [post for post, part in joined if part.state == activities.JOINED and post.starts_at < begins + DAY]
        options = (
            *(Option(f"{post.number}:{post.title}", posts.named(post)) for post in that_day),
            *(Option(f"{each.id}:{each.name}", Words("verbatim", {"text": each.name})) for each in near),
        )
        return Found(options, {}, Words("record-no_organisation"), none=None if options else _NONE)

    async def _whose(self, chosen: str, doing: Doing) -> tuple[str, str | None]:
        """The organisation, and the post where one was chosen."""
        name = chosen.partition(":")[0]
        post = await activities.one(doing.connection, self._tools.vault, name)
        return (name, None) if post is None else (post.organisation, post.number)

    async def _joined(
        self, volunteer: str, organisation: str, begins_at: datetime, ends_at: datetime, doing: Doing
    ) -> str | None:
        """The post of the organisation that the volunteer joined and whose time is that of the service: it belongs to
        it, also where only the organisation was chosen."""
        joined = await activities.of_volunteer(doing.connection, self._tools.vault, volunteer, begins_at)
        for post, part in joined:
            is_theirs = part.state == activities.JOINED and post.organisation == organisation
            if is_theirs and post.overlaps(begins_at, ends_at):
                return post.number
        return None
