"""Nothing personal on Telegram: answers of clerks, what is mistyped, numbers, what is sensitive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot import answering
from bot.telling import plan_notice
from flows.dialogue.channels import NOT_KEPT
from flows.discretion import MASK
from flows.incoming import Event, Incoming
from flows.words import Words
from integrations.store import conversations, timeline
from tests.records import every_value
from tests.staffing import case_of, claim, with_clerk
from tests.talk import MAN, HandClock, work_off
from tests.telegram import ChatTalk, a_chat, log, says, settled, the_chat, told

WRONG = f"{MAN[:-1]}0"
"""A number whose check digit is another."""


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[ChatTalk]:
    """A chat where nothing personal may be, once on each database."""
    async with a_chat(tmp_path, clock, is_open=False, database_url=database_url) as opened:
        yield opened


async def said(talk: ChatTalk, *texts: str) -> None:
    """Types several messages, each once the one before is answered."""
    for text in texts:
        talk.seat.says(text)
        await settled(talk)


async def at_page(talk: ChatTalk, text: str) -> list[str]:
    """Opens the link and answers there; the replies."""
    conversation = str((await the_chat(talk.app, talk.seat)).conversation)
    await talk.app.turns.tell(conversation, f"visit {text}", Event("visit"), talk.app.clock())
    taken = await talk.app.turns.take(Incoming(conversation, f"page {text}", talk.app.clock(), text=text))
    await settled(talk)
    return [reply.words.key for reply in taken.replies]


async def ticket(talk: ChatTalk) -> str:
    """The number of the ticket with which a person was asked for."""
    chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.read() as connection:
        found = await conversations.load(connection, talk.app.vault, str(chat.conversation), "zh-Hans")
    assert found.conversation.handoff
    return found.conversation.handoff


async def test_an_answer_of_a_clerk_that_names_somebody_is_read_without_the_name(talk: ChatTalk) -> None:
    await said(talk, "结婚登记", "同意", "1")
    await at_page(talk, "张三丰")
    await said(talk, "找工作人员")
    who = await with_clerk(talk.app, "zhen")
    assert await answering.say(talk.app, await ticket(talk), who, "m", "张三丰您好，周一来，带户口本") == "said"
    await settled(talk)
    assert f"{MASK}您好，周一来，带户口本" in talk.seat.texts[-1]
    assert "张三丰" not in "".join(talk.seat.texts)
    answer = (await log(talk))[-1].replies[0].words.args["text"]
    assert answer == "张三丰您好，周一来，带户口本"  # the page says it in full


@pytest.mark.parametrize("text", [WRONG, f"我的身份证号是{WRONG}", "三千八百元吧"])
async def test_what_cannot_be_read_at_a_personal_question_is_declined_kept_nowhere_and_deleted(
    talk: ChatTalk, text: str
) -> None:
    await said(talk, "结婚登记", "同意", "1")
    replies = await at_page(talk, "张三丰")
    assert replies[-1] == "marriage-first_id"
    sent = talk.seat.says(text)
    await settled(talk)
    assert (await told(talk))[0] == "personal-elsewhere"
    assert (await log(talk))[-1].said == NOT_KEPT
    assert sent.deleted
    assert not [where for where, value in await every_value(talk.app.database) if text.encode() in value]


async def test_the_control_what_cannot_be_read_at_a_question_that_is_not_personal_stays(talk: ChatTalk) -> None:
    await said(talk, "结婚登记", "同意")
    sent = talk.seat.says("三千八百元吧")
    await settled(talk)
    assert (await log(talk))[-1].said == "三千八百元吧"
    assert not sent.deleted


async def test_words_for_a_clerk_that_hold_a_number_are_deleted_from_the_chat_and_reach_the_clerk(
    talk: ChatTalk,
) -> None:
    await said(talk, "找工作人员")
    sent = talk.seat.says(f"请帮我查 {MAN}")
    plain = talk.seat.says("我明天上午来")
    await settled(talk)
    assert sent.deleted
    assert not plain.deleted
    number = await ticket(talk)
    async with talk.app.database.read() as connection:
        entries = await timeline.of_case(connection, talk.app.vault, number)
    assert MAN in f"{entries}{await case_of(talk.app, number)}"


async def test_what_came_of_something_sensitive_is_told_as_news_with_a_link(talk: ChatTalk) -> None:
    await said(talk, "找工作人员")
    number = await ticket(talk)
    case = replace(await case_of(talk.app, number), service="assistance")
    words = Words("assistance-accepted", {"number": number, "day": date(2026, 5, 12), "lines": ("made up",)})
    async with talk.app.database.write() as connection:
        now, vault = talk.app.clock(), talk.app.vault
        await plan_notice(connection, vault, case, kind="accepted", mark="accepted", words=words, now=now)
    shown = len(talk.seat.messages)
    await work_off(talk.app)
    await settled(talk)
    (message,) = talk.seat.messages[shown:]
    assert says(message.text, "news-at_page")
    assert not says(message.text, "assistance-accepted", **words.args)
    assert any(each.url and "#at=" in each.url for row in message.buttons for each in row)


async def test_what_is_said_to_a_clerk_at_the_page_puts_no_empty_message_into_the_chat(talk: ChatTalk) -> None:
    await said(talk, "找工作人员")
    assert await claim(talk.app, await with_clerk(talk.app, "zhen"), await ticket(talk))
    await settled(talk)
    shown = len(talk.seat.messages)
    tried = len(talk.bot.fake.calls_of("sendMessage"))
    assert await at_page(talk, "我想问一下") == ["visit-back"]
    assert len(talk.seat.messages) == shown
    assert len(talk.bot.fake.calls_of("sendMessage")) == tried
