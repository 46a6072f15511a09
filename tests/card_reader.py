"""A stand-in for the recogniser of identity cards, the one part that is no real one here.

The extra ``ocr`` is optional and takes 350 MB; without it, all else about a photo of a card is tested all the same.
What the stand-in sees goes through the real layout (``integrations/cards/layout.py``); ``test_card_photo.py`` says
which tests use the real recogniser.
"""

from __future__ import annotations

import asyncio
from datetime import date
from itertools import count

from sqlalchemy import select

from bot.app import App
from flows.dialogue import derive_id
from flows.incoming import Photo
from flows.words import Reply
from integrations.cards.layout import CardReading, read_card
from integrations.cards.rows import Piece
from integrations.pictures import look_at, strip_metadata
from integrations.store import uploads
from integrations.store.tables import uploads as table
from tests.cards import Card
from tests.people import id_number
from tests.talk import Talk
from tests.test_cards_layout import lines_of, pieces_of
from tests.web import picture

BIRTH = date(1955, 3, 1)
CARD = Card("张三丰", "男", "汉", BIRTH, "甘肃省景泰县一条山镇东街12号", id_number(BIRTH, man=True))
"""Somebody made up, too old to be asked about work."""
NAME, NUMBER = CARD.name, CARD.number
PICTURE = picture()
FRONT = pieces_of(lines_of(CARD))
"""What is printed on the card, well seen."""

_ids = count()


class StandIn:
    """Sees what it is told to see, or fails as it is told to; waits for ``come_back`` where there is one."""

    def __init__(self, sees: list[Piece] | Exception = FRONT) -> None:
        self.sees = sees
        self.come_back: asyncio.Event | None = None
        self.pictures: list[bytes] = []
        self.closed = False

    async def read(self, picture: bytes, today: date) -> CardReading:
        """Reads what it is told to see."""
        self.pictures.append(picture)
        if self.come_back is not None:
            await self.come_back.wait()
        if isinstance(self.sees, Exception):
            raise self.sees
        return read_card(self.sees, today)

    async def close(self) -> None:
        """Ends nothing."""
        self.closed = True


async def show(talk: Talk, data: bytes = PICTURE) -> list[Reply]:
    """Sends a picture as the chat API does: kept first, then taken as a message."""
    app, message = talk.app, f"card{next(_ids)}"
    name = derive_id(talk.conversation, message)
    async with app.database.write() as connection:
        await uploads.keep(
            connection,
            app.vault,
            upload=name,
            conversation=talk.conversation,
            data=strip_metadata(data),
            at=app.clock(),
        )
    return await talk.show(Photo(name, look_at(data)))


async def kept(app: App) -> list[str]:
    """The pictures that stand in the table."""
    async with app.database.read() as connection:
        return list((await connection.execute(select(table.c.id))).scalars())
