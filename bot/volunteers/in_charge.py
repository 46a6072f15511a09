"""Who speaks for an organisation (活动负责人), and whom of its volunteers it tells something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.privacy import Vault
from integrations.store.database import Database
from integrations.store.volunteers import organisations, registry
from integrations.store.volunteers.organisations import Organiser

NONE = Words("post-not_in_charge")


class InCharge:
    """The look-up of the organisations that somebody in a conversation speaks for."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def mine(self, needed: Needed, conversation: str) -> Found:
        """Each of them by the id of the organiser; who speaks for none is told kindly what would be needed."""
        async with self._database.read() as connection:
            found = await organisations.of_conversation(connection, self._vault, conversation)
            named = [(each, await organisations.one(connection, each.organisation)) for each in found]
        options = tuple(
            Option(each.id, Words("verbatim", {"text": organisation.name}))
            for each, organisation in named
            if organisation is not None and organisation.active
        )
        if options:
            return Found(options)
        way = (Option(f"{BEGIN}organiser", Words("service-organiser")),)
        return Found(way, stop=Words(f"{needed.run.flow}-not_in_charge"))


async def of_conversation(
    connection: AsyncConnection, vault: Vault, organiser: str, conversation: str
) -> Organiser | None:
    """Somebody in charge by id, if it is they who write in this conversation, for an organisation that is active."""
    for each in await organisations.of_conversation(connection, vault, conversation):
        if each.id == organiser:
            return each
    return None


async def in_charge(
    connection: AsyncConnection, vault: Vault, organiser: str, conversation: str, *, step: str = "organiser"
) -> Organiser:
    """As ``of_conversation``. Raises Refused for whoever is not, or no more."""
    found = await of_conversation(connection, vault, organiser, conversation)
    if found is None:
        raise Refused(NONE.key, step=step)
    return found


async def tell_all(
    connection: AsyncConnection,
    vault: Vault,
    volunteers: Iterable[str],
    mark: str,
    words: Words,
    now: datetime,
    *,
    until: datetime | None = None,
) -> None:
    """Tells volunteers something, each in their own chat."""
    for number in volunteers:
        volunteer = await registry.by_number(connection, vault, number)
        if volunteer is not None:
            await tell(connection, vault, number, volunteer.conversation, mark, words, now, until=until)
