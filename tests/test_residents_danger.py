"""Danger told on Telegram: the numbers wait for nothing, come once, and what is said of the staff is true."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.channels.outbox import sending
from bot.channels.rendering import Message as Shown
from bot.turn import Taken
from flows.incoming import Incoming
from flows.words import Reply, Words
from integrations.store import outgoing, queue
from integrations.store.chats import RESIDENTS
from integrations.store.tables import outgoing as rows
from tests.staffing import on_duty, with_clerk
from tests.talk import HandClock
from tests.telegram import ChatTalk, a_chat, all_sent, log, says, settled, the_chat, told
from tests.web import picture

HURT = "他打我"
OF_STAFF = {"danger-office", "danger-calling", "danger-attended"}


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[ChatTalk]:
    """A chat where nothing personal may be, once on each database."""
    async with a_chat(tmp_path, clock, is_open=False, database_url=database_url) as opened:
        opened.seat.starts()
        await settled(opened)
        yield opened


def numbered(talk: ChatTalk) -> list[str]:
    """The messages that say the numbers."""
    return [text for text in talk.seat.texts if says(text, "danger-violence", **talk.app.place.numbers)]


async def put_off(talk: ChatTalk) -> None:
    """A message waits for minutes: it was refused again and again."""
    chat, now = await the_chat(talk.app, talk.seat), talk.app.clock()
    async with talk.app.database.write() as connection:
        what = sending(Shown("waits"))
        await outgoing.put(connection, talk.app.vault, bot=RESIDENTS, chat=chat.id, key="waits", what=what, now=now)
        late = update(rows).where(rows.c.key == "waits")
        await connection.execute(late.values(due_at=now + timedelta(minutes=5), attempts=9))


async def test_danger_passes_what_waits_in_its_chat_and_so_does_what_the_turn_says_of_it(talk: ChatTalk) -> None:
    await put_off(talk)
    shown = len(talk.seat.messages)
    talk.seat.says(HURT)
    await talk.bot.fake.eventually(lambda: len(talk.seat.messages) == shown + 2)
    assert len(numbered(talk)) == 1
    assert says(talk.seat.texts[shown], "danger-violence", **talk.app.place.numbers)
    assert "waits" not in talk.seat.texts
    chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.write() as connection:
        await outgoing.void(connection, chat.id, talk.app.clock())


async def test_what_is_not_urgent_waits_behind_what_is_put_off(talk: ChatTalk) -> None:
    """The control of the test before."""
    await put_off(talk)
    talk.seat.says("菜单")
    await talk.bot.taken.get()
    async with talk.app.database.read() as connection:
        now = talk.app.clock()
        assert not await outgoing.next_of_each_chat(connection, talk.app.vault, RESIDENTS, now, 9)
        chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.write() as connection:
        what = sending(Shown("urgent"))
        vault, own = talk.app.vault, chat.id
        await outgoing.put(connection, vault, bot=RESIDENTS, chat=own, key="urgent", what=what, now=now, urgent=True)
        (first,) = await outgoing.next_of_each_chat(connection, talk.app.vault, RESIDENTS, now, 9)
        assert first.key == "urgent"
        await outgoing.void(connection, chat.id, now)


async def test_danger_is_answered_although_an_earlier_message_hangs_and_is_answered_once(
    talk: ChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, hangs, entered = talk.app.turns.take, asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming, language: str | None = None, *, lead: tuple[Reply, ...] = ()) -> Taken:
        if incoming.text == "菜单":
            entered.set()
            await hangs.wait()
        return await take(incoming, language, lead=lead)

    monkeypatch.setattr(talk.app.turns, "take", slow)
    talk.seat.says("菜单")
    await entered.wait()
    talk.seat.says(HURT)
    await talk.bot.fake.eventually(lambda: len(numbered(talk)) == 1)
    assert talk.bot.taken.empty()
    hangs.set()
    await settled(talk)
    assert len(numbered(talk)) == 1
    assert (await told(talk))[0] == "danger-violence"
    async with talk.app.database.read() as connection:
        assert [row.service for row in await queue.listed(connection)] == ["danger"]


@pytest.mark.parametrize("is_duty", [True, False])
async def test_what_is_said_of_the_staff_comes_from_the_turn_and_is_what_came_of_it(
    talk: ChatTalk, is_duty: bool
) -> None:
    if is_duty:
        await on_duty(talk.app, await with_clerk(talk.app, "zhen", phone="13800000000"))
    shown = len(talk.seat.messages)
    talk.seat.says(HURT)
    await settled(talk)
    (key,) = OF_STAFF & set(await told(talk))
    assert (key == "danger-office") is not is_duty
    reply = next(reply for reply in (await log(talk))[-1].replies if reply.words.key == key)
    number, staff = talk.seat.texts[shown:]
    assert talk.app.speech.render(reply.words, "zh-Hans") in staff
    for each in OF_STAFF:
        assert not says(number, each, **talk.app.place.numbers)


async def test_danger_told_twice_has_its_numbers_twice(talk: ChatTalk) -> None:
    for _ in range(2):
        talk.seat.says(HURT)
        await settled(talk)
    assert len(numbered(talk)) == 2


async def test_danger_in_the_caption_of_a_picture_has_its_numbers_and_the_picture_is_said_not_to_be_kept(
    talk: ChatTalk,
) -> None:
    sent = talk.seat.sends_photo(picture(), HURT)
    await settled(talk)
    assert len(numbered(talk)) == 1
    assert [entry.replies[0].words.key for entry in (await log(talk))[-2:]] == ["danger-violence", "unfit-photo"]
    assert any(says(text, "unfit-photo") for text in talk.seat.texts)
    assert sent.deleted
    assert talk.bot.fake.calls_of("getFile") == []


async def test_danger_changed_into_a_message_afterwards_is_answered(talk: ChatTalk) -> None:
    message = talk.seat.says("菜单")
    await settled(talk)
    talk.seat.edits(message, HURT)
    await settled(talk)
    assert len(numbered(talk)) == 1
    async with talk.app.database.read() as connection:
        assert [row.service for row in await queue.listed(connection)] == ["danger"]


async def test_nothing_is_masked_of_an_answer_to_danger(talk: ChatTalk) -> None:
    numbers = dict(talk.app.place.numbers)
    renderer, reply = talk.bot._saying.renderer, Reply(Words("danger-violence", numbers))
    known = [str(value) for value in numbers.values()]
    shown = renderer.messages([reply], "zh-Hans", discreet=True, known=known)
    assert says(shown[0].text, "danger-violence", **numbers)


async def test_the_control_of_anything_else_what_is_known_is_masked(talk: ChatTalk) -> None:
    reply = Reply(Words("verbatim", {"text": "110"}))
    shown = talk.bot._saying.renderer.messages([reply], "zh-Hans", discreet=True, known=["110"])
    assert shown[0].text == "***"
    await all_sent(talk.app)
