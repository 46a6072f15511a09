"""What WeChat refuses: only what is wrong with the words themselves is given up, and who operates the desk hears of the
rest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.wechat.refusals import ARRIVING, CUSTOMER
from bot.wechat.sending import ACCOUNT_SECONDS, NUDGE_SECONDS
from integrations.store import outgoing, tables
from integrations.store.chats import Chat
from tests.records import until
from tests.talk import HandClock
from tests.telegram import says
from tests.test_wechat_api import SEND, later, until_state, until_tried
from tests.test_wechat_once import tell, until_held
from tests.wechat import WeChatTalk, a_chat, quiet

TEMPLATE = "made-up-template"
NUDGE = "message/subscribe/bizsend"


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """Somebody who has written, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url, template=TEMPLATE) as opened:
        await opened.say("你好")
        yield opened


def counted(what: str, code: int) -> float:
    labels = {"what": what, "code": str(code)}
    return REGISTRY.get_sample_value("yizheng_wechat_refusals_total", labels) or 0.0


async def waits(talk: WeChatTalk) -> timedelta:
    """How long what is to be sent waits until it is tried again."""
    async with talk.app.database.read() as connection:
        chosen = select(tables.outgoing.c.due_at).where(tables.outgoing.c.state == outgoing.WAITING)
        due: timedelta = (await connection.execute(chosen)).scalar_one() - talk.app.clock()
    return due


# --- what becomes of what was to be said ---


@pytest.mark.parametrize(("code", "calls"), [(40164, 1), (40125, 1), (40013, 1), (41004, 1), (40001, 2)])
async def test_where_the_account_is_refused_nothing_is_lost(
    talk: WeChatTalk, clock: HandClock, code: int, calls: int
) -> None:
    talk.platform.refuses_calls(
        3 * calls, errcode=code, method=SEND
    )  # with a token that is refused, it is called again
    await tell(talk, "one")
    for times in (1, 2, 3):
        await until_tried(talk, times)
        assert await waits(talk) == timedelta(seconds=ACCOUNT_SECONDS)
        await later(talk, clock, "61s")
    await quiet(talk)
    assert [says(text, "link-back_none") for text in talk.seat.texts[1:]] == [True]


@pytest.mark.parametrize("code", [48001, 48002, 48004, 50002, 99999])
async def test_what_is_refused_for_another_reason_waits_for_the_next_message(talk: WeChatTalk, code: int) -> None:
    talk.platform.refuses_calls(errcode=code, method=SEND)
    await tell(talk, "one")
    await until_state(talk, outgoing.HELD)
    await talk.say("结婚登记")
    assert says(talk.seat.texts[-1].split("\n\n", 1)[0], "link-back_none")


@pytest.mark.parametrize("code", [40008, 44004, 45002, 47001, 87014])
async def test_only_words_that_are_refused_themselves_are_given_up_and_keep_back_nothing(
    talk: WeChatTalk, code: int
) -> None:
    """The control of the tests before."""
    talk.platform.refuses_calls(errcode=code, method=SEND)
    await tell(talk, "one")
    await until_state(talk, outgoing.DEAD)
    await tell(talk, "two")
    await quiet(talk)
    assert len(talk.seat.messages) == 2


async def test_a_platform_that_stays_busy_is_asked_less_and_less(talk: WeChatTalk, clock: HandClock) -> None:
    talk.platform.refuses_calls(4, errcode=-1, method=SEND)
    await tell(talk, "one")
    waited = []
    for times in range(1, 5):
        await until_tried(talk, times)
        waited.append(await waits(talk))
        await later(talk, clock, f"{waited[-1].total_seconds()}s")
    assert waited == [timedelta(seconds=seconds) for seconds in (1, 2, 4, 8)]
    await quiet(talk)
    assert len(talk.seat.messages) == 2


# --- who operates the desk hears of it ---


async def test_a_wrong_secret_is_said_and_counted_once_for_each_try_and_not_said_itself(
    talk: WeChatTalk, clock: HandClock
) -> None:
    before, tried = counted(CUSTOMER, 40125), "another-secret-of-the-account"
    right = talk.platform.account.secret
    with talk.platform.world.change():
        talk.platform.account.secret = tried
        talk.platform.tokens.expire()
    with capture_logs() as logs:
        await tell(talk, "one")
        await until_tried(talk)
        await later(talk, clock, "61s")
        await until_tried(talk, 2)
    said = [line for line in logs if line["event"] == "wechat.account_refused"]
    assert [(line["log_level"], line["result"]) for line in said] == [("error", 40125)] * 2
    assert counted(CUSTOMER, 40125) == before + 2
    assert not any(private in str(logs) for private in (right, tried, talk.seat.openid))
    with talk.platform.world.change():
        talk.platform.account.secret = right
    await later(talk, clock, "61s")
    await quiet(talk)
    assert len(talk.seat.messages) == 2


async def test_what_happens_on_any_day_is_counted_and_not_said(talk: WeChatTalk) -> None:
    """The control of the test before."""
    before = counted(CUSTOMER, 45015)
    talk.platform.advance(hours=49)
    with capture_logs() as logs:
        await tell(talk, "one")
        await until_held(talk, 1)
    assert counted(CUSTOMER, 45015) == before + 1
    assert not any(line["event"].startswith("wechat.") and line["log_level"] != "info" for line in logs)


@pytest.mark.parametrize("error", [0, 43101])
async def test_a_subscribed_message_that_did_not_arrive_is_counted(talk: WeChatTalk, error: int) -> None:
    before = counted(ARRIVING, error)
    sent = {"TemplateId": TEMPLATE, "MsgID": "1", "ErrorCode": str(error), "ErrorStatus": "made-up"}
    with talk.platform.world.change():
        talk.platform.world.event(
            talk.seat.user, "subscribe_msg_sent_event", {"SubscribeMsgSentEvent": {"List": [sent]}}
        )
    await quiet(talk)
    assert counted(ARRIVING, error) == before + (error != 0)
    assert (talk.platform.posts[-1].ending, talk.platform.posts[-1].answer) == ("answered", b"success")


# --- a subscribed message that there is something new ---


def watch_who_is_left(talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chats whose people are to be reached otherwise."""
    chatting, left = talk.bot._hearing._chatting, list[str]()
    as_it_is = chatting.left

    async def note(chat: Chat) -> None:
        left.append(chat.id)
        await as_it_is(chat)

    monkeypatch.setattr(chatting, "left", note)
    return left


async def reached(left: list[str], times: int) -> bool:
    return len(left) == times


async def test_who_never_agreed_is_reached_otherwise_each_time(
    talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = watch_who_is_left(talk, monkeypatch)
    talk.platform.advance(hours=49)
    for times in (1, 2, 3):
        await tell(talk, f"news{times}")
        await until_held(talk, times)
        await until(partial(reached, left, times))
    assert len(talk.platform.calls_of(NUDGE)) == 3


async def test_who_agreed_to_several_is_told_once_an_hour_and_meanwhile_not_reached_otherwise(
    talk: WeChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test before."""
    left = watch_who_is_left(talk, monkeypatch)
    for _ in range(3):
        talk.seat.subscribes_to(TEMPLATE)
    await quiet(talk)
    talk.platform.advance(hours=49)
    for times in (1, 2, 3):
        await tell(talk, f"news{times}")
        await until_held(talk, times)
    await talk.platform.eventually(lambda: talk.seat.messages[-1].kind == "subscribed")
    monotonic = talk.app.quick._monotonic
    monkeypatch.setattr(talk.app.quick, "_monotonic", lambda: monotonic() + NUDGE_SECONDS + 1)
    await tell(talk, "news4")
    await until_held(talk, 4)
    await talk.platform.eventually(lambda: [shown.kind for shown in talk.seat.messages].count("subscribed") == 2)
    assert left == []
    assert len(talk.platform.calls_of(NUDGE)) == 2
