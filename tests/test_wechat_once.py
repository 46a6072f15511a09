"""WeChat asks again, twice at once and of another process, and a desk may be slow or be killed: nothing is lost, and
nothing is said twice."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.turn import Taken
from flows.errors import OutsideFault
from flows.incoming import Event, Incoming
from flows.words import Reply, Words
from integrations.store import answers, conversations, outgoing
from integrations.store.chats import WECHAT, Chat
from tests.records import until
from tests.talk import HandClock, an_app, work_off
from tests.telegram import PAGE, says
from tests.wechat import WeChatTalk, a_chat, account_of, log, on_wechat, quiet, the_chat
from tests.wechat_platform import Platform, running

QUICK = 0.4
"""A second of the platform in real seconds, where its patience is to run out."""
OTHER_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url) as opened:
        await opened.say("你好")
        yield opened


@pytest.fixture
async def hasty(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """The same, where WeChat waits for a second in all."""
    async with a_chat(tmp_path, clock, second=QUICK, database_url=database_url) as opened:
        opened.seat.says("你好")
        await quiet(opened)
        yield opened


async def said(talk: WeChatTalk) -> list[str]:
    """The ids of what was taken from the chat, in order."""
    return [entry.message for entry in await log(talk.app, talk.seat) if entry.message.startswith("wx.")]


def is_lost(platform: Platform, number: int) -> bool:
    """Whether the answer to this attempt at the last message got lost."""
    return any(last.number == number and last.ending == "lost" for last in platform.posts[-1:])


def hang(talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Every turn waits until this is set."""
    chatting = talk.bot._hearing._chatting
    go_on, as_it_is = asyncio.Event(), chatting.turn

    async def turn(chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        await go_on.wait()
        return await as_it_is(chat, incoming, language, lead)

    monkeypatch.setattr(chatting, "turn", turn)
    return go_on


async def gone(talk: WeChatTalk) -> None:
    """What a process had only in mind is gone with it."""
    beside = tuple(talk.bot._beside)
    for task in beside:
        task.cancel()
    await asyncio.gather(*beside, return_exceptions=True)


# --- the platform asks again ---


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_an_answer_that_gets_lost_is_given_again_and_shown_once(talk: WeChatTalk, times: int) -> None:
    talk.platform.loses_answers(times, person=talk.seat)
    talk.seat.says("结婚登记")
    for n in range(1, times + 1):
        await talk.platform.eventually(functools.partial(is_lost, talk.platform, n))
        talk.platform.advance(seconds=5)
    await quiet(talk)
    kinds = [shown.kind for shown in talk.seat.messages if shown.kind != "error"]
    assert kinds == ["passive", "passive" if times == 1 else "custom"]
    texts = [shown.text for shown in talk.seat.messages if shown.kind != "error"]
    assert says(texts[-1], "marriage-notice")
    assert len(await said(talk)) == 2
    assert talk.platform.faults == []


async def test_a_message_that_comes_twice_at_the_same_time_is_one_message(talk: WeChatTalk) -> None:
    talk.platform.posts_twice(person=talk.seat)
    await talk.say("结婚登记")
    assert len(talk.seat.messages) == len(await said(talk)) == 2
    posts = [post for post in talk.platform.posts if post.number == 1][-2:]
    assert [post.ending for post in posts] == ["answered", "answered"]


async def test_messages_typed_quickly_are_each_taken_once_and_in_order(talk: WeChatTalk) -> None:
    for text in ("结婚登记", "1", "1", "张三"):
        talk.seat.says(text)
    await quiet(talk)
    assert len(await said(talk)) == 5
    assert (await log(talk.app, talk.seat))[-1].replies[-1].words.key == "marriage-first_id"
    assert says(talk.seat.texts[-1], "marriage-first_id")
    assert sum(says(text, "marriage-first_id") for text in talk.seat.texts) == 1


async def test_what_one_process_answered_into_the_void_another_one_answers(
    tmp_path: Path, clock: HandClock, database_url: str
) -> None:
    with running() as platform:
        seat = platform.person("王芳")
        async with (
            an_app(tmp_path, clock, public_url=PAGE, database_url=database_url) as one,
            an_app(tmp_path, clock, public_url=PAGE, database_url=database_url) as other,
            on_wechat(other, platform) as second,
            on_wechat(one, platform),
        ):
            platform.loses_answers(person=seat)
            seat.says("结婚登记")
            await platform.eventually(functools.partial(is_lost, platform, 1))
            platform.posts_to(second.url)
            platform.advance(seconds=5)
            await platform.eventually(platform.is_settled)
            seat.says("1")
            await platform.eventually(platform.is_settled)
            entries = await log(one, seat)
    assert [entry.seq for entry in entries] == [1, 2]
    assert [shown.kind for shown in seat.messages] == ["passive", "passive"]
    assert platform.calls_of("message/custom/send") == []


async def test_what_comes_late_after_something_newer_answers_no_other_question(talk: WeChatTalk) -> None:
    await talk.say("结婚登记")
    talk.platform.posts_late(30, person=talk.seat)
    talk.seat.says("1")
    talk.platform.advance(seconds=2)
    talk.seat.says("返回")
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 3)
    talk.platform.advance(seconds=30)
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 4)
    assert says(talk.seat.texts[-1], "wechat-too_late")
    assert len(await said(talk)) == 3
    talk.seat.says("1")
    await quiet(talk)
    assert says(talk.seat.texts[-1], "marriage-couple")


# --- a slow desk ---


async def test_a_slow_turn_is_answered_in_time_and_what_it_says_follows_once(
    hasty: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hang(hasty, monkeypatch)
    hasty.seat.says("结婚登记")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 2)
    assert says(hasty.seat.texts[-1], "wechat-meanwhile")
    go_on.set()
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 3)
    assert hasty.seat.messages[-1].kind == "custom"
    assert says(hasty.seat.texts[-1], "marriage-notice")
    await quiet(hasty)
    assert len(hasty.seat.messages) == 3
    assert hasty.platform.faults == []


async def test_danger_is_answered_with_the_numbers_while_the_store_stands_still(
    hasty: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hang(hasty, monkeypatch)
    hasty.seat.says("他打我")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 2)
    assert says(hasty.seat.texts[-1], "danger-violence", **hasty.app.place.numbers)
    go_on.set()
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 3)
    assert says(hasty.seat.texts[-1], "danger-office") or says(hasty.seat.texts[-1], "danger-calling")


async def test_a_fault_of_ours_loses_nothing_and_is_done_again(
    talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chatting = talk.bot._hearing._chatting
    as_it_is = chatting.turn

    async def broken(chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        raise KeyError("a slip")

    monkeypatch.setattr(chatting, "turn", broken)
    talk.seat.says("结婚登记")
    await quiet(talk)
    assert says(talk.seat.texts[-1], "unfit-fault")
    monkeypatch.setattr(chatting, "turn", as_it_is)
    await work_off(talk.app)
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 3)
    assert says(talk.seat.texts[-1], "marriage-notice")


async def test_what_was_answered_for_the_time_being_is_done_after_the_process_is_gone(
    hasty: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang(hasty, monkeypatch)
    hasty.seat.says("他打我")
    hasty.seat.says("结婚登记")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 3)
    assert len(await said(hasty)) == 1
    monkeypatch.undo()
    await gone(hasty)
    assert isinstance(hasty.app.clock, HandClock)
    hasty.app.clock.move("31s")
    await work_off(hasty.app)
    assert len(await said(hasty)) == 3
    conversation = str((await the_chat(hasty.app, hasty.seat)).conversation)
    async with hasty.app.database.read() as connection:
        loaded = await conversations.load(connection, hasty.app.vault, conversation, "zh-Hans")
    assert loaded.conversation.danger is not None


async def test_danger_is_answered_with_the_numbers_where_a_fault_of_ours_keeps_it_back(
    talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> Taken:
        raise KeyError("a slip")

    monkeypatch.setattr(talk.bot._hearing._chatting, "turn", broken)
    talk.seat.says("他打我")
    await quiet(talk)
    assert says(talk.seat.texts[-1], "danger-violence", **talk.app.place.numbers)


async def test_a_picture_that_cannot_be_fetched_keeps_nobody_waiting(talk: WeChatTalk) -> None:
    talk.platform.fails_calls(times=100, method="media/get")
    talk.seat.shows_picture(b"made-up")
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 2)
    assert says(talk.seat.texts[-1], "unfit-fault")
    await talk.say("结婚登记")
    assert talk.keys[-1] == "marriage-notice"


async def test_danger_waits_for_nothing_that_was_said_before_it(
    hasty: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = hang(hasty, monkeypatch)
    hasty.seat.says("结婚登记")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 2)
    monkeypatch.undo()
    hasty.seat.says("他打我")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 3)
    assert says(hasty.seat.texts[-1], "danger-violence", **hasty.app.place.numbers)
    assert len(await said(hasty)) == 2
    slow.set()
    await quiet(hasty)


@pytest.mark.parametrize("slow", [0.0, 1.0])
async def test_where_the_store_fails_at_the_answer_the_numbers_are_said_all_the_same(
    hasty: WeChatTalk, monkeypatch: pytest.MonkeyPatch, slow: float
) -> None:
    async def fails(*_: object) -> None:
        await asyncio.sleep(slow)
        raise OutsideFault("the store does not answer")

    monkeypatch.setattr(answers, "offer", fails)
    hasty.seat.says("他打我")
    await hasty.platform.eventually(lambda: len(hasty.seat.messages) == 2)
    assert says(hasty.seat.texts[-1], "danger-violence", **hasty.app.place.numbers)
    assert hasty.platform.faults == []


async def test_what_was_said_before_leaving_is_neither_taken_nor_shown_when_it_comes_again(
    talk: WeChatTalk,
) -> None:
    talk.platform.loses_answers(person=talk.seat)
    talk.seat.says("我叫张三")
    await talk.platform.eventually(functools.partial(is_lost, talk.platform, 1))
    talk.platform.advance(seconds=2)
    talk.seat.says("快速退出")
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 2)
    talk.platform.advance(seconds=5)
    await quiet(talk)
    assert len(talk.seat.messages) == 2
    assert says(talk.seat.texts[-1], "exit-done")
    assert await said(talk) == []


# --- the keys change ---


async def test_keys_that_change_in_the_middle_of_a_conversation_lose_nothing(tmp_path: Path, clock: HandClock) -> None:
    with running(mode="safe") as platform:
        async with (
            an_app(tmp_path, clock, public_url=PAGE) as app,
            on_wechat(app, platform, account_of(platform, keys=(OTHER_KEY,))) as bot,
        ):
            talk = WeChatTalk(app, seat=platform.person("王芳"), bot=bot, platform=platform)
            await talk.all("结婚登记", "1")
            platform.account.aes_key = OTHER_KEY
            await talk.all("1", "张三")
            assert talk.keys[-1] == "marriage-first_id"
            assert len(talk.seat.messages) == 4
            assert platform.faults == []


async def test_with_one_key_only_the_other_is_refused(tmp_path: Path, clock: HandClock) -> None:
    """The control of the test before."""
    with running(mode="safe") as platform:
        async with an_app(tmp_path, clock, public_url=PAGE) as app, on_wechat(app, platform):
            platform.account.aes_key = OTHER_KEY
            seat = platform.person("王芳")
            seat.says("你好")
            await platform.eventually(lambda: seat.messages)
            assert [shown.kind for shown in seat.messages] == ["error"]


# --- what is said later ---


async def tell(talk: WeChatTalk, mark: str) -> None:
    """Something happens elsewhere that is told in the chat."""
    event = Event("notice", words=Words("link-back_none"))
    conversation = str((await the_chat(talk.app, talk.seat)).conversation)
    await talk.app.turns.tell(conversation, mark, event, talk.app.clock())


async def test_what_is_told_later_comes_as_a_customer_message(talk: WeChatTalk) -> None:
    await tell(talk, "one")
    await talk.platform.eventually(lambda: len(talk.seat.messages) == 2)
    assert talk.seat.messages[-1].kind == "custom"
    assert says(talk.seat.texts[-1], "link-back_none")


async def test_what_the_platform_takes_no_more_waits_for_the_next_message_and_stands_in_its_answer(
    talk: WeChatTalk,
) -> None:
    await talk.say("结婚登记")
    talk.platform.advance(hours=49)
    await tell(talk, "one")
    await talk.platform.eventually(lambda: talk.platform.calls_of("message/custom/send"))
    await until_held(talk, 1)
    assert len(talk.seat.messages) == 2
    await talk.say("1")
    assert len(talk.seat.messages) == 3
    told, asked = talk.seat.texts[-1].split("\n\n", 1)
    assert says(told, "link-back_none")
    assert says(asked, "marriage-couple")
    assert not says(asked, "marriage-notice"), "what was asked by the way has been answered"
    assert talk.platform.faults == []


async def test_more_than_the_quota_waits_and_nothing_of_it_is_lost(talk: WeChatTalk) -> None:
    for n in range(7):
        await tell(talk, f"news{n}")
    await until_held(talk, 2)
    assert [shown.kind for shown in talk.seat.messages].count("custom") == 5
    await talk.say("结婚登记")
    assert talk.seat.texts[-1].count(talk.app.speech.render(Words("link-back_none"), "zh-Hans")) == 2


async def test_who_agreed_to_it_is_told_that_there_is_news_without_what_it_is(tmp_path: Path, clock: HandClock) -> None:
    async with a_chat(tmp_path, clock, template="made-up-template") as talk:
        await talk.say("你好")
        talk.seat.subscribes_to("made-up-template")
        await quiet(talk)
        talk.platform.advance(hours=49)
        await tell(talk, "one")
        await talk.platform.eventually(lambda: talk.seat.messages[-1].kind == "subscribed")
        assert talk.seat.messages[-1].data["thing1"] == talk.app.speech.render(Words("wechat-news"), "zh-Hans")
        assert talk.platform.faults == []


async def test_who_follows_the_account_no_more_is_told_nothing_there(talk: WeChatTalk) -> None:
    talk.seat.unfollows()
    await quiet(talk)
    assert (await the_chat(talk.app, talk.seat)).is_blocked
    await tell(talk, "one")
    await quiet(talk)
    assert talk.platform.calls_of("message/custom/send") == []
    talk.seat.follows()
    await quiet(talk)
    assert not (await the_chat(talk.app, talk.seat)).is_blocked


async def until_held(talk: WeChatTalk, count: int) -> None:
    """Waits until so much waits for the person to write."""

    async def is_held() -> bool:
        async with talk.app.database.read() as connection:
            counts = await outgoing.counts(connection)
        return counts.get((WECHAT, outgoing.HELD), 0) == count

    await until(is_held)
