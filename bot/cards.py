"""Looks up what an identity card says: reads the picture that was given, or says why it is to be given again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Protocol

import structlog

from bot.effects import RefusedAt
from flows import card
from flows.dialogue import place_of
from flows.errors import NotUnderstood, OutsideFault, Refused
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Value
from integrations.cards.layout import CardReading
from integrations.privacy import Vault
from integrations.store import uploads
from integrations.store.database import Database

MOST_SECONDS = 30.0
"""How long a conversation waits for its card at most, those before it in line and the start of the reader included."""

_log = structlog.get_logger()


class Reader(Protocol):
    """Reads cards; ``integrations.cards.reading`` is one."""

    async def read(self, picture: bytes, today: date) -> CardReading:
        """What a picture says. Raises NotUnderstood, OutsideFault."""

    async def close(self) -> None:
        """Ends what it runs."""


class Cards:
    """The look-up. Without a reader it reads nothing, and says so."""

    def __init__(self, database: Database, vault: Vault, reader: Reader | None) -> None:
        self._database = database
        self._vault = vault
        self._reader = reader
        self._going: dict[str, asyncio.Task[CardReading]] = {}

    async def find(self, needed: Needed, conversation: str) -> Found:
        """What the card says; read once for each picture. Raises RefusedAt, to ask for another picture."""
        if needed.run.suggestions:
            return Found()
        picture = needed.facts[card.PHOTO]
        async with self._database.read() as connection:
            data = await uploads.get(connection, self._vault, picture, conversation)
        if data is None:
            raise _again(needed, Refused("card-gone", step=card.PHOTO))
        try:
            async with asyncio.timeout(MOST_SECONDS):
                reading = await self._read(picture, data, needed.facts.day)
        except NotUnderstood as fault:
            raise _again(needed, Refused(fault.key, step=card.PHOTO, **fault.args_)) from fault
        except (OutsideFault, TimeoutError) as fault:
            _log.warning("cards.failed", fault=str(fault))
            raise _again(needed, Refused("card-failed", step=card.PHOTO)) from fault
        if reading.reason is not None:
            raise _again(needed, Refused(f"card-{reading.reason}", step=card.PHOTO))
        read = _fields(reading)
        if not read.keys() & {card.NAME, card.NUMBER}:  # nothing to fill in
            raise _again(needed, Refused("card-blurred", step=card.PHOTO))
        return Found(read=read)

    async def close(self) -> None:
        """Ends the reader."""
        for going in self._going.values():
            going.cancel()
        if self._reader is not None:
            await self._reader.close()

    async def _read(self, picture: str, data: bytes, today: date) -> CardReading:
        """A turn that loses patience leaves the reading going on, and the one that finishes its work joins it."""
        if self._reader is None:
            raise OutsideFault("cards cannot be read here", final=True)
        going = self._going.get(picture)
        if going is None:
            going = asyncio.create_task(self._reader.read(data, today))
            self._going[picture] = going
            going.add_done_callback(lambda done: self._ended(picture, done))
        return await asyncio.shield(going)

    def _ended(self, picture: str, done: asyncio.Task[CardReading]) -> None:
        del self._going[picture]
        if not done.cancelled():
            done.exception()  # told to whoever waits for it; where nobody does, it is not told at all


def _again(needed: Needed, refusal: Refused) -> RefusedAt:
    return RefusedAt(place_of(needed.run.id, refusal.step), refusal)


def _fields(reading: CardReading) -> Mapping[str, Value]:
    """What was read for sure."""
    fields = {name: getattr(reading, name).value for name in card.FIELDS}
    return {name: value for name, value in fields.items() if value is not None}
