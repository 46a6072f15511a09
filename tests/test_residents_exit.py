"""Quick exit on Telegram: what can be taken out of the chat is, nothing comes into it any more, nothing leads back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import answering
from bot.channels.outbox import sending
from bot.channels.rendering import Message as Shown
from bot.notices import message_of
from bot.seeing import seen_up_to
from bot.telling import plan_notice
from bot.tokens import make_token
from bot.web.site import make_site
from flows.incoming import Incoming
from flows.words import Words
from integrations.store import notices, outgoing
from integrations.store.chats import RESIDENTS
from integrations.store.tables import outgoing as rows
from tests.bot_api_records import Message
from tests.staffing import case_of, with_clerk
from tests.talk import HandClock, Talk, work_off
from tests.telegram import ChatTalk, a_chat, log, says, settled, the_chat, told
from tests.test_notices import states
from tests.test_residents_elsewhere import a_code
from tests.test_residents_private import said, ticket
from tests.web import client_of

HURT = "他打我"


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[ChatTalk]:
    """A chat where nothing personal may be, once on each database."""
    async with a_chat(tmp_path, clock, is_open=False, database_url=database_url) as opened:
        yield opened


def left(talk: ChatTalk) -> list[Message]:
    """What still stands in the chat."""
    return [message for message in talk.seat.chat.messages if not message.deleted]


async def wait_to_be_sent(talk: ChatTalk) -> None:
    """Something waits for the chat, for minutes."""
    chat, now = await the_chat(talk.app, talk.seat), talk.app.clock()
    async with talk.app.database.write() as connection:
        what = sending(Shown("waits"))
        await outgoing.put(connection, talk.app.vault, bot=RESIDENTS, chat=chat.id, key="waits", what=what, now=now)
        later = update(rows).where(rows.c.key == "waits")
        await connection.execute(later.values(due_at=now + timedelta(minutes=5)))


async def test_who_leaves_takes_out_what_was_said_past_the_store_what_waits_and_the_word_itself(
    talk: ChatTalk, clock: HandClock
) -> None:
    await said(talk, "结婚登记", HURT)
    await wait_to_be_sent(talk)
    await said(talk, "快速退出")
    clock.move("10m")
    await settled(talk)
    (last,) = left(talk)
    assert last.sender is talk.bot.account
    assert says(last.text, "exit-done")


async def test_who_leaves_takes_out_what_they_said_before_they_went_on_with_another_conversation(
    talk: ChatTalk,
) -> None:
    await said(talk, "离婚")
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    await said(talk, await a_code(page), "快速退出")
    assert [message.sender for message in left(talk)] == [talk.bot.account]
    assert says(left(talk)[0].text, "exit-done")


async def test_after_leaving_the_next_word_begins_a_conversation_of_its_own_and_nothing_leads_back(
    talk: ChatTalk,
) -> None:
    await said(talk, "离婚")
    before = {(await the_chat(talk.app, talk.seat)).conversation}
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    await said(talk, await a_code(page), "快速退出", "换回来")
    assert says(talk.seat.texts[-1], "link-back_none") or (await told(talk))[0] == "greeting"
    chat = await the_chat(talk.app, talk.seat)
    assert chat.conversation not in before | {"page0"}
    assert chat.before is None
    await said(talk, "你好")
    assert (await log(talk))[0].replies[0].words.key == "greeting"


@pytest.mark.parametrize("way", ["button", "typed"])
async def test_who_leaves_at_the_page_leaves_nothing_in_the_chat_either(
    tmp_path: Path, clock: HandClock, database_url: str, way: str
) -> None:
    async with a_chat(tmp_path, clock, is_open=False, database_url=database_url) as talk:
        await said(talk, "离婚", "同意")
        conversation = str((await the_chat(talk.app, talk.seat)).conversation)
        if way == "typed":
            await talk.app.turns.take(Incoming(conversation, "page", clock(), text="快速退出"))
        else:
            token = make_token(talk.app.vault, bytes.fromhex(conversation))
            async with client_of(make_site(talk.app)) as client:
                answer = await client.delete("/api/chat/conversations", headers={"authorization": f"Bearer {token}"})
            assert answer.status_code == 204
        await settled(talk)
        assert left(talk) == []
        assert (await the_chat(talk.app, talk.seat)).conversation != conversation


async def test_after_leaving_nothing_is_told_in_the_chat_and_a_clerk_who_answers_is_told_so(talk: ChatTalk) -> None:
    await said(talk, "离婚", "找工作人员")
    number = await ticket(talk)
    await said(talk, "快速退出")
    who = await with_clerk(talk.app, "zhen")
    assert await answering.say(talk.app, number, who, "m", "您好") == "gone"
    await work_off(talk.app)
    await settled(talk)
    assert len(left(talk)) == 1


# --- what counts as seen ---


async def noticed(talk: ChatTalk) -> str:
    """Something is told of the ticket; its message."""
    case = await case_of(talk.app, await ticket(talk))
    async with talk.app.database.write() as connection:
        now, vault, words = talk.app.clock(), talk.app.vault, Words("staff-picture")
        await plan_notice(connection, vault, case, kind="answer", mark="m", words=words, now=now)
    await work_off(talk.app)
    return message_of(f"{case.number}:answer:m")


async def test_what_was_told_at_the_page_is_not_seen_by_who_writes_in_the_chat(talk: ChatTalk) -> None:
    await said(talk, "找工作人员")
    conversation = str((await the_chat(talk.app, talk.seat)).conversation)
    await talk.app.turns.take(Incoming(conversation, "page", talk.app.clock(), text="提醒发到这里"))
    message = await noticed(talk)
    assert await states(talk.app) == [notices.TOLD]
    await said(talk, "你好")
    assert await states(talk.app) == [notices.TOLD]
    assert await seen_up_to(talk.app, conversation, message)  # the control: at the page it is
    assert await states(talk.app) == [notices.SEEN]


async def test_what_is_put_but_was_not_sent_yet_is_not_seen(talk: ChatTalk) -> None:
    await said(talk, "找工作人员")
    await wait_to_be_sent(talk)  # and what comes after it
    await noticed(talk)
    talk.seat.says("你好")
    await talk.bot.fake.eventually(lambda: not talk.bot.account.updates)
    assert await states(talk.app) == [notices.TOLD]
    chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.write() as connection:
        late = update(rows).where(rows.c.key == "waits", rows.c.chat == chat.id)
        await connection.execute(late.values(due_at=talk.app.clock()))
    await said(talk, "在吗")
    await said(talk, "在吗")
    assert await states(talk.app) == [notices.SEEN]
