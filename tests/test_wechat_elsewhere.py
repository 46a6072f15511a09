"""One person on WeChat, at the page and on Telegram: codes and links that lead on, where they are told, leaving, and a
person who answers. Nothing is lost, and nothing is told twice."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from bot import answering
from bot.app import App
from bot.web.site import make_site
from flows.incoming import Incoming
from flows.words import Words
from integrations.store import chats, notices
from integrations.store.chats import WECHAT
from tests.bot_api import running as telegram_running
from tests.desk import desk_of
from tests.staffing import with_clerk
from tests.talk import HandClock, Talk, an_app, book, work_off
from tests.telegram import PAGE, SECOND, ChatTalk, all_sent, on_telegram, says
from tests.telegram import settled as telegram_settled
from tests.telegram import the_chat as the_telegram_chat
from tests.test_desk_telegram import THROUGH
from tests.test_notices import EVENING, states
from tests.test_residents_elsewhere import a_code
from tests.test_wechat_once import until_held
from tests.transcripts.walks import instant
from tests.web import Resident, client_of
from tests.wechat import WeChatTalk, a_chat, account_of, log, on_wechat, settled, the_chat
from tests.wechat_platform import running

QUESTION, ANSWER, THANKS = "我想问什么时候能来", "周四上午可以来，带上户口本", "谢谢，周四见"
TO_A_CHOICE = ("补领", "同意")
OPEN = "reissue-which"
_LINK = re.compile(r"#at=([0-9A-Za-z_-]+)")


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url) as opened:
        yield opened


async def all_said(talk: WeChatTalk, *texts: str) -> None:
    """Types several messages, each once the one before is answered."""
    for text in texts:
        talk.seat.says(text)
        await settled(talk)


async def told(talk: WeChatTalk) -> list[str]:
    """The message ids of the last entry of the log."""
    return [reply.words.key for reply in (await log(talk.app, talk.seat))[-1].replies]


async def conversation_of(talk: WeChatTalk) -> str:
    """The conversation that the chat is in."""
    return str((await the_chat(talk.app, talk.seat)).conversation)


def shown(talk: WeChatTalk, key: str) -> int:
    """How often a message was shown in the chat."""
    return "\n".join(talk.seat.texts).count(talk.app.speech.render(Words(key), "zh-Hans"))


def link_in(text: str) -> str:
    """The code of the link in a text."""
    found = _LINK.search(text)
    assert found is not None, text
    return found[1]


async def at_page(client: httpx.AsyncClient, code: str) -> Resident:
    """The page, opened by a link."""
    answer = await client.post("/api/chat/links", json={"code": code})
    assert answer.status_code == 201, answer.text
    return Resident(client, answer.json()["token"])


@pytest.fixture
async def page(talk: WeChatTalk) -> AsyncIterator[httpx.AsyncClient]:
    """The page of the same desk."""
    async with client_of(make_site(talk.app)) as client:
        yield client


# --- from the page ---


async def test_what_was_begun_at_the_page_is_finished_on_wechat(talk: WeChatTalk) -> None:
    at_the_page = Talk(talk.app, "page0")
    await at_the_page.all(*TO_A_CHOICE)
    await all_said(talk, await a_code(at_the_page))
    assert await conversation_of(talk) == "page0"
    assert (await told(talk))[-1] == OPEN
    assert shown(talk, "link-done") == 1
    assert says(talk.seat.texts[-1], OPEN)
    await all_said(talk, "1")
    assert (await told(talk))[-1] != OPEN
    assert talk.platform.faults == []


async def test_who_went_on_with_another_conversation_can_switch_back(talk: WeChatTalk) -> None:
    await all_said(talk, "结婚登记")
    own = await conversation_of(talk)
    at_the_page = Talk(talk.app, "page0")
    await at_the_page.all(*TO_A_CHOICE)
    await all_said(talk, await a_code(at_the_page))
    assert await conversation_of(talk) == "page0"
    assert shown(talk, "link-done_left") == 1
    await all_said(talk, "换回来")
    assert await conversation_of(talk) == own
    assert (await told(talk))[-1] == "marriage-notice"
    assert shown(talk, "link-back_done") == 1


async def test_a_code_works_once_also_when_its_answer_got_lost(talk: WeChatTalk) -> None:
    at_the_page = Talk(talk.app, "page0")
    await at_the_page.all(*TO_A_CHOICE)
    code = await a_code(at_the_page)
    talk.platform.posts_twice(person=talk.seat)
    await all_said(talk, code)
    assert await conversation_of(talk) == "page0"
    assert shown(talk, "link-done") == shown(talk, OPEN) == 1
    other = talk.platform.person("李强")
    other.says(code)
    await settled(talk)
    assert (await the_chat(talk.app, other)).conversation != "page0"


@pytest.mark.parametrize(
    ("settings", "telegram", "wechat"),
    [
        ({}, "no", "no"),
        ({"wechat_app_id": "wx1"}, "no", "yes"),
        ({"telegram_name": "a_bot"}, "yes", "no"),
        ({"telegram_name": "a_bot", "wechat_app_id": "wx1"}, "yes", "yes"),
    ],
)
async def test_whoever_gets_a_code_is_told_where_it_can_be_sent(
    tmp_path: Path, clock: HandClock, settings: dict[str, str], telegram: str, wechat: str
) -> None:
    async with an_app(tmp_path, clock, public_url=PAGE, **settings) as app:
        (reply,) = [each for each in await Talk(app).say("换个地方办") if each.words.key == "link-code"]
        assert (reply.words.args["telegram"], reply.words.args["wechat"]) == (telegram, wechat)


# --- to the page and back ---


async def test_a_link_leads_to_the_page_once_and_what_is_asked_next_comes_back_to_the_chat(
    talk: WeChatTalk, page: httpx.AsyncClient
) -> None:
    await all_said(talk, *TO_A_CHOICE, "换个地方办")
    assert "link-page" in await told(talk)
    code = link_in(talk.seat.texts[-1])
    resident = await at_page(page, code)
    assert (await page.post("/api/chat/links", json={"code": code})).status_code == 404
    history = (await resident.history())["messages"]
    assert OPEN in [reply["key"] for message in history for reply in message["replies"]]
    before = len(talk.seat.messages)
    await resident.say("1")
    await settled(talk)
    assert [each.kind for each in talk.seat.messages[before:]] == ["custom"], "the visit is over"
    asked = (await log(talk.app, talk.seat))[-1].replies[-1]
    assert talk.app.speech.render(asked.words, "zh-Hans") in talk.seat.texts[-1]
    await all_said(talk, "菜单")
    assert (await told(talk))[-1] == "menu"
    assert talk.platform.faults == []


async def test_who_types_in_the_chat_while_they_are_at_the_page_is_answered_there_and_both_go_on(
    talk: WeChatTalk, page: httpx.AsyncClient
) -> None:
    await all_said(talk, *TO_A_CHOICE, "换个地方办")
    resident = await at_page(page, link_in(talk.seat.texts[-1]))
    before = len(talk.seat.messages)
    await all_said(talk, "1")
    assert (await told(talk))[-1] == OPEN, "a number means nothing before its question is shown here again"
    await all_said(talk, "1")
    assert [each.kind for each in talk.seat.messages[before:]] == ["passive", "passive"]
    assert (await told(talk))[-1] not in (OPEN, "link-page")
    history = (await resident.history())["messages"]
    keys = [reply["key"] for reply in history[-1]["replies"]]
    assert keys == await told(talk), "the page shows it as well"
    await resident.tap("command:menu")
    await settled(talk)
    assert resident.keys[-1] == "menu"
    said = [entry.message for entry in await log(talk.app, talk.seat)]
    assert len(said) == len(set(said))
    assert talk.platform.faults == []


# --- Telegram ---


@pytest.fixture
async def both(
    tmp_path: Path, clock: HandClock, database_url: str
) -> AsyncIterator[tuple[WeChatTalk, ChatTalk, httpx.AsyncClient]]:
    """One desk on WeChat, on Telegram, and its page."""
    async with AsyncExitStack() as stack:
        api = stack.enter_context(telegram_running(second=SECOND))
        platform = stack.enter_context(running())
        account = api.bot("residents_bot")
        app = await stack.enter_async_context(
            an_app(tmp_path, clock, public_url=PAGE, database_url=database_url, telegram_name="residents_bot")
        )
        telegram = await stack.enter_async_context(on_telegram(app, api, account))
        wechat = await stack.enter_async_context(on_wechat(app, platform, account_of(platform)))
        client = await stack.enter_async_context(client_of(make_site(app)))
        seat = api.person("王芳", language_code="zh-hans").chat_with(account)
        yield (
            WeChatTalk(app, seat=platform.person("王芳"), bot=wechat, platform=platform),
            ChatTalk(app, seat=seat, bot=telegram),
            client,
        )


async def test_from_telegram_to_wechat_and_back_each_chat_is_told_only_what_is_said_in_it(
    both: tuple[WeChatTalk, ChatTalk, httpx.AsyncClient],
) -> None:
    wechat, telegram, page = both
    await telegram.all(*TO_A_CHOICE)
    conversation = str((await the_telegram_chat(telegram.app, telegram.seat)).conversation)
    await telegram.say("换个地方办")
    url = next(each.url for row in telegram.seat.messages[-1].buttons for each in row if each.url)
    resident = await at_page(page, link_in(url))
    await resident.say("换个地方办")
    code = next(reply["text"] for reply in resident.last["replies"] if reply["key"] == "link-code")
    await all_said(wechat, re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)[0])  # type: ignore[index]
    assert await conversation_of(wechat) == conversation
    assert (await told(wechat))[-1] == OPEN
    in_telegram = len(telegram.seat.messages)
    await all_said(wechat, "1")
    await all_sent(wechat.app)
    assert (await told(wechat))[-1] != OPEN
    assert len(telegram.seat.messages) == in_telegram
    # and back
    await all_said(wechat, "换个地方办")
    resident = await at_page(page, link_in(wechat.seat.texts[-1]))
    await resident.say("换个地方办")
    code = next(reply["text"] for reply in resident.last["replies"] if reply["key"] == "link-code")
    telegram.seat.says(re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)[0])  # type: ignore[index]
    await telegram_settled(telegram)
    in_wechat = len(wechat.seat.messages)
    telegram.seat.says("菜单")
    await telegram_settled(telegram)
    await settled(wechat)
    assert (await told(wechat))[-1] == "menu"
    assert says(telegram.seat.texts[-1], "menu")
    assert len(wechat.seat.messages) == in_wechat
    assert wechat.platform.faults == []


async def test_a_clerk_is_told_of_telegram_only_where_the_answer_goes_there(
    both: tuple[WeChatTalk, ChatTalk, httpx.AsyncClient],
) -> None:
    wechat, telegram, _ = both
    clerk = await with_clerk(wechat.app, "county")
    await all_said(wechat, "转人工")
    await telegram.say("转人工")
    async with desk_of(wechat.app) as desk:
        await desk.sign_in(clerk.name)
        of_wechat = await desk.read(f"/desk/cases/{await ticket(wechat)}")
        assert telegram.last is not None
        number = next(reply.receipt for reply in telegram.last.replies if reply.receipt)
        of_telegram = await desk.read(f"/desk/cases/{number}")
    assert (THROUGH in of_wechat, THROUGH in of_telegram) == (False, True)


# --- a person ---


async def ticket(talk: WeChatTalk) -> str:
    """The number of the ticket that was made last."""
    return next(reply.receipt for reply in reversed((await log(talk.app, talk.seat))[-1].replies) if reply.receipt)


async def test_who_asks_for_a_person_on_wechat_is_answered_there_once_and_answers(talk: WeChatTalk) -> None:
    clerk = await with_clerk(talk.app, "county")
    await all_said(talk, "转人工")
    number = await ticket(talk)
    await all_said(talk, QUESTION)
    async with desk_of(talk.app) as desk:
        await desk.sign_in(clerk.name)
        before = len(talk.seat.messages)
        for _ in range(2):  # a form that is sent twice is said once
            await desk.post(f"/desk/cases/{number}/answer", text=ANSWER, form="one")
        await work_off(talk.app)
        await settled(talk)
        answered = [each for each in talk.seat.messages[before:] if ANSWER in each.text]
        assert [each.kind for each in answered] == ["custom"]
        assert clerk.shown_as in answered[0].text
        await all_said(talk, THANKS)
        page = (await desk.client.get(f"/desk/cases/{number}")).text
        assert QUESTION in page
        assert THANKS in page
        await desk.post(f"/desk/cases/{number}/close", outcome="done")
        await work_off(talk.app)
        await settled(talk)
    assert talk.app.speech.render(Words("outcome-done"), "zh-Hans") in talk.seat.texts[-1]
    assert talk.platform.faults == []


async def test_an_answer_after_the_window_waits_for_the_next_message_and_is_told_once(talk: WeChatTalk) -> None:
    clerk = await with_clerk(talk.app, "county")
    await all_said(talk, "转人工")
    number = await ticket(talk)
    talk.platform.advance(hours=49)
    await answering.say(talk.app, number, clerk, "m", ANSWER)
    await work_off(talk.app)
    await until_held(talk, 1)
    assert not any(ANSWER in text for text in talk.seat.texts)
    await all_said(talk, THANKS)
    assert sum(ANSWER in text for text in talk.seat.texts) == 1


# --- where they are told ---


async def booked(talk: WeChatTalk) -> str:
    """Books on WeChat; the conversation."""
    await talk.app.worker.plant()
    await book(talk)
    return await conversation_of(talk)


async def reminded(talk: WeChatTalk, clock: HandClock) -> int:
    """How many messages the evening's reminder makes in the chat."""
    before = len(talk.seat.messages)
    clock.now = instant(EVENING)
    await work_off(talk.app)
    await settled(talk)
    return len(talk.seat.messages) - before


async def test_a_reminder_comes_to_the_chat_and_is_seen_by_whoever_writes_next(
    talk: WeChatTalk, clock: HandClock
) -> None:
    await booked(talk)
    assert await reminded(talk, clock) == 1
    assert talk.seat.messages[-1].kind == "custom"
    assert await states(talk.app) == [notices.TOLD]
    await all_said(talk, "你好")
    assert await states(talk.app) == [notices.SEEN]


async def in_the_page(app: App, conversation: str, text: str) -> None:
    """Somebody says something at the page."""
    await app.turns.take(Incoming(conversation, f"page-{text}", app.clock(), text=text))


async def test_who_asks_to_be_told_here_is_told_here_although_they_were_elsewhere_last(
    talk: WeChatTalk, clock: HandClock
) -> None:
    conversation = await booked(talk)
    await all_said(talk, "提醒发到这里")
    assert (await told(talk))[0] == "told_here"
    await in_the_page(talk.app, conversation, "菜单")
    assert await reminded(talk, clock) == 1


async def test_who_was_at_the_page_last_is_told_there_and_in_the_chat_once_they_come_back(
    talk: WeChatTalk, clock: HandClock
) -> None:
    """The control of the test before."""
    conversation = await booked(talk)
    await in_the_page(talk.app, conversation, "菜单")
    assert await reminded(talk, clock) == 0
    entries = await log(talk.app, talk.seat)
    words = next(each.replies[0].words for each in entries if each.replies[0].words.key.startswith("reminder-"))
    reminder = talk.app.speech.render(words, "zh-Hans")
    await all_said(talk, "你好", "你好")
    assert "\n".join(talk.seat.texts).count(reminder) == 1


# --- leaving ---


async def test_who_leaves_is_told_what_stays_and_nothing_leads_back(talk: WeChatTalk) -> None:
    await all_said(talk, "离婚", "同意")
    before = {await conversation_of(talk)}
    at_the_page = Talk(talk.app, "page0")
    await at_the_page.all(*TO_A_CHOICE)
    await all_said(talk, await a_code(at_the_page), "快速退出")
    assert says(talk.seat.texts[-1], "exit-done")
    assert says(talk.seat.texts[-1], "exit-chat_stays")
    chat = await the_chat(talk.app, talk.seat)
    assert chat.conversation not in before | {"page0"}
    assert chat.before is None
    await all_said(talk, "换回来")
    assert says(talk.seat.texts[-1], "link-back_none")
    await all_said(talk, "你好")
    assert (await log(talk.app, talk.seat))[0].replies[0].words.key == "greeting"
    assert talk.platform.faults == []


async def test_who_leaves_is_told_nothing_any_more_and_a_clerk_who_answers_is_told_so(talk: WeChatTalk) -> None:
    await all_said(talk, "离婚", "转人工")
    number = await ticket(talk)
    await all_said(talk, "快速退出")
    before = len(talk.seat.messages)
    clerk = await with_clerk(talk.app, "county")
    assert await answering.say(talk.app, number, clerk, "m", ANSWER) == "gone"
    await work_off(talk.app)
    await settled(talk)
    assert len(talk.seat.messages) == before


async def test_what_waits_for_who_leaves_is_void(talk: WeChatTalk) -> None:
    await all_said(talk, "离婚")
    talk.platform.advance(hours=49)
    clerk = await with_clerk(talk.app, "county")
    await all_said(talk, "转人工")
    number = await ticket(talk)
    talk.platform.advance(hours=49)
    await answering.say(talk.app, number, clerk, "m", ANSWER)
    await work_off(talk.app)
    await until_held(talk, 1)
    await all_said(talk, "快速退出", "你好")
    assert not any(ANSWER in text for text in talk.seat.texts)


async def test_who_leaves_at_the_page_is_told_nothing_in_the_chat_either(
    talk: WeChatTalk, page: httpx.AsyncClient
) -> None:
    await all_said(talk, "离婚", "同意", "换个地方办")
    conversation = await conversation_of(talk)
    resident = await at_page(page, link_in(talk.seat.texts[-1]))
    before = len(talk.seat.messages)
    answer = await page.delete("/api/chat/conversations", headers={"authorization": f"Bearer {resident.token}"})
    assert answer.status_code == 204
    await settled(talk)
    assert len(talk.seat.messages) == before
    assert await conversation_of(talk) != conversation


async def test_who_has_everything_erased_on_wechat_is_told_so_and_begins_anew(talk: WeChatTalk) -> None:
    await booked(talk)
    await talk.all("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    assert talk.keys[0] == "erased"
    assert shown(talk, "erased") == 1
    async with talk.app.database.read() as connection:
        assert await chats.at(connection, talk.app.vault, WECHAT, talk.seat.openid) is not None
    await all_said(talk, "你好")
    assert talk.platform.faults == []
