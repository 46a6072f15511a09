"""One person at the page and on Telegram: codes that lead on, switching back, leaving, and where they are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flows.incoming import Incoming
from flows.inputs.code import read_code
from integrations.store import conversations, notices
from tests.bot_api_records import Message
from tests.records import until
from tests.talk import SPEECH, HandClock, Talk, book, work_off
from tests.telegram import ChatTalk, a_chat, log, settled, the_chat, told
from tests.test_notices import EVENING, states
from tests.transcripts.walks import instant


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[ChatTalk]:
    """A chat where personal questions may be asked, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url) as opened:
        yield opened


async def a_code(page: Talk) -> str:
    """The code that the page gives to go on elsewhere with, as it is shown."""
    replies = await page.say("换个地方办")
    return str(next(reply.words.args["code"] for reply in replies if reply.words.key == "link-code"))


async def all_said(talk: ChatTalk, *texts: str) -> None:
    """Types several messages, each once the one before is answered."""
    for text in texts:
        talk.seat.says(text)
        await settled(talk)


@pytest.mark.parametrize("way", ["typed", "link"])
async def test_what_was_begun_at_the_page_is_finished_in_the_chat(talk: ChatTalk, way: str) -> None:
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    code = await a_code(page)
    if way == "typed":
        await all_said(talk, code)
    else:
        talk.seat.starts(f"at_{read_code(code)}")
        await settled(talk)
    assert (await the_chat(talk.app, talk.seat)).conversation == "page0"
    assert (await told(talk))[-1] == "reissue-which"
    await all_said(talk, "1")
    assert (await told(talk))[-1] != "reissue-which"


async def test_a_code_works_once(talk: ChatTalk) -> None:
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    code = await a_code(page)
    await all_said(talk, code)
    other = talk.bot.fake.person("李强").chat_with(talk.bot.account)
    other.starts(f"at_{read_code(code)}")
    await settled(talk)
    assert (await the_chat(talk.app, other)).conversation != "page0"
    assert len(other.messages) == 1


async def test_after_too_many_codes_that_do_not_work_none_is_tried_any_more(talk: ChatTalk) -> None:
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    code = read_code(await a_code(page))
    for wrong in ("22222222", "33333333", "44444444", "55555555", "66666666"):
        talk.seat.starts(f"at_{wrong}")
        await settled(talk)
    talk.seat.starts(f"at_{code}")
    await settled(talk)
    assert (await the_chat(talk.app, talk.seat)).conversation != "page0"
    other = talk.bot.fake.person("李强").chat_with(talk.bot.account)
    other.starts(f"at_{code}")  # it was not used up, and others may try
    await settled(talk)
    assert (await the_chat(talk.app, other)).conversation == "page0"


async def test_who_went_on_with_another_conversation_can_switch_back(talk: ChatTalk) -> None:
    await all_said(talk, "结婚登记")
    own = (await the_chat(talk.app, talk.seat)).conversation
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    await all_said(talk, await a_code(page))
    assert (await the_chat(talk.app, talk.seat)).conversation == "page0"
    await all_said(talk, "换回来")
    assert (await the_chat(talk.app, talk.seat)).conversation == own
    assert (await told(talk))[-1] == "marriage-notice"


async def test_the_code_of_a_partner_is_an_answer_and_leads_nowhere(talk: ChatTalk) -> None:
    await all_said(talk, "对方确认", "同意")
    own = (await the_chat(talk.app, talk.seat)).conversation
    keys = await told(talk)
    await all_said(talk, "2222-2222")
    assert (await the_chat(talk.app, talk.seat)).conversation == own
    assert keys[-1].startswith("partner-")
    assert (await log(talk))[-1].said is not None
    assert (await told(talk))[0].startswith("invitation-")


async def test_quick_exit_takes_what_both_have_said_out_of_the_chat(talk: ChatTalk) -> None:
    await all_said(talk, "离婚", "同意")
    await all_said(talk, "快速退出")
    left = [message for message in talk.seat.chat.messages if not message.deleted]
    assert [message.sender for message in left] == [talk.bot.account]
    before: list[Message] = [message for message in talk.seat.chat.messages if message.deleted]
    assert len(before) >= 4


async def test_who_left_at_the_page_begins_anew_in_the_chat(talk: ChatTalk, clock: HandClock) -> None:
    await all_said(talk, "结婚登记")
    left = str((await the_chat(talk.app, talk.seat)).conversation)
    async with talk.app.database.write() as connection:
        await conversations.forget(connection, left, clock.now, revoke=True)
    await all_said(talk, "补领")
    assert (await the_chat(talk.app, talk.seat)).conversation != left
    assert (await told(talk))[0] == "greeting"
    assert len(await log(talk)) == 1


# --- what is told later ---


async def booked(talk: ChatTalk) -> str:
    """Books in the chat; the conversation."""
    await book(talk)
    return str((await the_chat(talk.app, talk.seat)).conversation)


async def test_a_reminder_comes_to_the_chat_takes_no_answer_and_is_seen_by_whoever_writes_next(
    talk: ChatTalk, clock: HandClock
) -> None:
    await talk.app.worker.plant()
    await booked(talk)
    await all_said(talk, "补领")
    shown = len(talk.seat.messages)
    clock.now = instant(EVENING)
    await work_off(talk.app)
    await settled(talk)
    assert [reply.words.key for reply in (await log(talk))[-1].replies] == ["reminder-evening", "reissue-notice"]
    assert len(talk.seat.messages) == shown + 1
    assert await states(talk.app) == [notices.TOLD]
    await all_said(talk, "同意")
    assert await told(talk) == ["reissue-which"]
    assert await states(talk.app) == [notices.SEEN]


async def test_who_asks_to_be_told_here_is_told_here_although_they_were_elsewhere_last(
    talk: ChatTalk, clock: HandClock
) -> None:
    await talk.app.worker.plant()
    conversation = await booked(talk)
    await all_said(talk, "提醒发到这里")
    assert (await told(talk))[0] == "told_here"
    await Talk(talk.app, conversation, _ids=iter(range(900, 999))).say("菜单")  # type: ignore[arg-type]
    shown = len(talk.seat.messages)
    clock.now = instant(EVENING)
    await work_off(talk.app)
    await settled(talk)
    assert len(talk.seat.messages) == shown + 1


async def test_who_was_at_the_page_last_is_told_there_and_not_in_the_chat(talk: ChatTalk, clock: HandClock) -> None:
    """The control of the test before."""
    await talk.app.worker.plant()
    conversation = await booked(talk)
    await Talk(talk.app, conversation, _ids=iter(range(900, 999))).say("菜单")  # type: ignore[arg-type]
    shown = len(talk.seat.messages)
    clock.now = instant(EVENING)
    await work_off(talk.app)
    await settled(talk)
    assert len(talk.seat.messages) == shown


@pytest.mark.parametrize("how", ["told", "found"])
async def test_what_who_blocks_the_bot_has_not_seen_goes_up_the_ladder_at_once(
    talk: ChatTalk, clock: HandClock, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    await talk.app.worker.plant()
    await booked(talk)
    if how == "told":  # it was sent, then they block the bot, which hears of it
        clock.now = instant(EVENING)
        await work_off(talk.app)
        await settled(talk)
        talk.seat.blocks()
        await settled(talk)
    else:  # the bot learns of it by being refused
        talk.bot.fake.refuses(9, status=403, method="sendMessage")
        clock.now = instant(EVENING)
        await work_off(talk.app)

        async def known() -> bool:
            return (await the_chat(talk.app, talk.seat)).is_blocked

        await until(known)

    async def went_up() -> bool:
        await work_off(talk.app)
        return await states(talk.app) == [notices.SENT]

    await until(went_up)  # no clock was moved
    assert "SMS" in capfd.readouterr().err


async def test_who_comes_back_from_the_page_is_told_in_the_chat_what_they_have_not_seen_there(
    talk: ChatTalk, clock: HandClock
) -> None:
    """The page may have been closed, and nobody says so."""
    await talk.app.worker.plant()
    conversation = await booked(talk)
    await talk.app.turns.take(Incoming(conversation, "page1", clock.now, choice="command:menu"))
    clock.now = instant(EVENING)
    await work_off(talk.app)
    await settled(talk)
    before = len(talk.seat.messages)
    await all_said(talk, "你好")
    shown = "".join(message.text for message in talk.seat.messages[before:])
    reminder = next(entry for entry in await log(talk) if entry.replies[0].words.key.startswith("reminder-"))
    assert SPEECH.render(reminder.replies[0].words, "zh-Hans") in shown
    await all_said(talk, "你好")
    again = "".join(message.text for message in talk.seat.messages[before + 1 :])
    assert SPEECH.render(reminder.replies[0].words, "zh-Hans") not in again
