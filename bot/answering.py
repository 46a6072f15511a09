"""What a clerk says in the conversation of a case, from the desk or from a chat: at once, and once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.auditing import audited
from bot.clerks import introduced
from bot.doing import woken
from bot.given import looked_at
from bot.notices import message_of
from bot.telling import notice_id, plan_notice
from bot.turn import Forgotten
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.incoming import Event, Incoming
from flows.words import Words
from integrations.store import cases, conversations, uploads

SOON = timedelta(minutes=10)
"""How long an answer about something urgent may stand unseen before somebody calls."""

Said = Literal["said", "replay", "gone", "missing"]
"""What became of an answer: it was said, it had been said before, nobody is there to hear it, there is no such case."""


async def say(app: App, number: str, who: Clerk, mark: str, text: str | Words, *, picture: str | None = None) -> Said:
    """Says it in the conversation of a case at once, and plans how who does not see it there is reached. The same
    ``mark`` is the same answer. Who may say it is for the caller to know."""
    world = await app.world()
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return "missing"
        message = message_of(notice_id(number, "answer", mark))
        told = await conversations.entry_of(connection, app.vault, case.conversation, message) is not None
        can_be_told = await conversations.can_be_told(connection, case.conversation)
    if told:
        return "replay"
    if not can_be_told:
        return "gone"
    words = Words("staff-answer", {**introduced(who, app.place), "number": number, "text": text})

    async def plan(connection: AsyncConnection) -> bool:
        await app.handling.answered(connection, case, who, world)
        await plan_notice(
            connection,
            app.vault,
            case,
            kind="answer",
            mark=mark,
            words=words,
            now=world.now,
            reach_at=world.now + SOON if case.urgent else None,
            of_ticket=True,
            picture=picture,
        )
        return True

    await audited(app.database, app.clock, who.name, "case answered", number, plan)
    event = Event("notice", words=words, ticket=number, picture=picture, held=True)
    said: Said = "said"
    try:
        await app.turns.take(Incoming(case.conversation, message, app.clock(), event=event))
    except Forgotten:
        said = "gone"
        await audited(app.database, app.clock, who.name, "answer not delivered", number)
    await woken(app)
    return said


async def show(app: App, number: str, who: Clerk, form: str, clean: bytes) -> Said:
    """Shows a picture, as ``cleaned`` gives it, in the conversation of a case; the same ``form`` is the same."""
    id_ = derive_id(number, form, "picture")
    async with app.database.write() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return "missing"
        to = case.conversation
        await uploads.keep(connection, app.vault, upload=id_, conversation=to, data=clean, at=app.clock())
        await uploads.keep_with(connection, [id_], to, number)
    return await say(app, number, who, derive_id(form, id_), Words("staff-picture"), picture=id_)


async def cleaned(data: bytes, decoding: asyncio.Semaphore) -> bytes:
    """A picture without what it says of its place and telephone. Raises NotUnderstood where it is none."""
    async with decoding:
        _, clean = await asyncio.to_thread(looked_at, data)
    return clean
