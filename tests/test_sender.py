"""What a bot is to send is sent in order, within the limits, each once: over real HTTP to a strict Bot API."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import pytest

from bot.app import App
from bot.channels.pace import Limits, Pace
from bot.channels.rendering import Button
from bot.channels.running import Running
from bot.channels.sender import Rows, Sender
from bot.telegram.residents_api import AiogramApi, open_bot
from bot.telegram.residents_saying import TelegramSaying
from flows.words import Reply, Words
from integrations.store import outgoing
from integrations.store.chats import RESIDENTS, Address
from integrations.store.outgoing import LEASE, Lease, NotOurs
from tests.bot_api import BotApi, running
from tests.bot_api_people import PrivateSeat
from tests.sending import Post, at_work
from tests.talk import SPEECH, HandClock
from tests.telegram import SECOND, all_sent

LEASE_AND_MORE = f"{LEASE.total_seconds() + 1:.0f}s"


@pytest.fixture
def post(any_app: App) -> Iterator[Post]:
    with running(second=SECOND) as api:
        yield Post(any_app, api, api.bot("sender"))


def refused_for_haste(api: BotApi) -> list[str]:
    return [call.method for call in api.seen_calls if call.status == 429]


# --- order and limits ---


async def test_the_order_within_a_chat_is_kept_while_another_chat_has_to_wait(post: Post) -> None:
    wang, li = await post.seat("王芳"), await post.seat("李强")
    post.api.refuses(method="sendMessage", chat=wang.user.id, retry_after=30)
    async with post.sending():
        await post.put(wang, "一", "二")
        await post.until_tried()
        await post.put(li, "甲", "乙")
        await post.api.eventually(lambda: li.texts == ["甲", "乙"])
        assert wang.texts == []
        await post.wake("31s")
        await all_sent(post.app)
    assert wang.texts == ["一", "二"]


async def test_who_is_told_to_wait_waits_as_long_as_that_and_then_sends_once(post: Post) -> None:
    wang, li = await post.seat("王芳"), await post.seat("李强")
    post.api.refuses(method="sendMessage", chat=wang.user.id, retry_after=30)
    async with post.sending():
        await post.put(wang, "一")
        await post.until_tried()
        await post.wake("29s")
        await post.put(li, "甲")  # once this has arrived, what was due before has been looked for
        await post.api.eventually(lambda: li.texts == ["甲"])
        assert wang.texts == []
        await post.wake("1s")
        await all_sent(post.app)
    assert wang.texts == ["一"]
    assert len(post.api.calls_of("sendMessage")) == 3


async def test_forty_messages_to_five_chats_are_never_too_many_for_a_strict_server(post: Post) -> None:
    seats = [await post.seat(f"居民{n}") for n in range(5)]
    async with post.sending():
        for n in range(8):
            for seat in seats:
                await post.put(seat, f"第{n}条")
        await all_sent(post.app)
    assert refused_for_haste(post.api) == []
    for seat in seats:
        assert seat.texts == [f"第{n}条" for n in range(8)]


async def test_who_keeps_no_pace_is_refused_by_it(post: Post) -> None:
    """The control of the test before."""
    seat = await post.seat("王芳")
    async with post.sending(Limits(second=0.0)):
        post.api.world.clock.second = 3600.0  # between two messages there is never a second
        await post.put(seat, "一", "二")
        await post.api.eventually(lambda: refused_for_haste(post.api))


def test_no_more_go_out_in_a_second_than_there_may_and_no_more_to_a_group_in_a_minute() -> None:
    now = [0.0]
    pace = Pace(Limits(overall=3, group_minute=2), lambda: now[0])
    for chat in ("a", "b", "c"):
        assert pace.delay(chat, group=False) == 0
        pace.took(chat)
    assert pace.delay("d", group=False) == 1
    now[0] = 1.0
    assert pace.delay("d", group=False) == 0
    pace.took("d")
    now[0] = 1.5
    pace.ended("d")  # what takes long to arrive is counted from then
    assert pace.delay("d", group=False) == 1
    now[0] = 2.5
    pace.took("d")
    now[0] = 3.5
    assert (pace.delay("d", group=False), pace.delay("d", group=True)) == (0, 58)


# --- each once ---


async def test_a_message_whose_answer_got_lost_is_not_sent_twice(post: Post) -> None:
    seat = await post.seat("王芳")
    await lose_and_go_on(post, seat, taken=True)
    assert seat.texts == ["一", "二"]


async def test_a_message_that_was_never_taken_is_sent(post: Post) -> None:
    seat = await post.seat("王芳")
    await lose_and_go_on(post, seat, taken=False)
    assert seat.texts == ["一", "二"]


async def test_without_looking_first_it_would_be_sent_twice(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the two tests before."""

    async def look_for_nothing(*_: object) -> None:
        return None

    monkeypatch.setattr(Sender, "_look_for", look_for_nothing)
    seat = await post.seat("王芳")
    await lose_and_go_on(post, seat, taken=True)
    assert seat.texts == ["一", "一", "二"]


async def lose_and_go_on(post: Post, seat: PrivateSeat, *, taken: bool) -> None:
    post.api.loses(method="sendMessage", taken=taken)
    async with post.sending():
        await post.put(seat, "一", "二", rows=((Button("好", data="a.b.c"),),))
        await post.until_tried()
        await post.wake("2s")
        await all_sent(post.app)


async def test_being_told_to_wait_while_looking_for_it_does_not_make_it_be_sent_twice(post: Post) -> None:
    seat = await post.seat("王芳")
    post.api.loses(method="sendMessage", taken=True)
    post.api.refuses(method="editMessageText", retry_after=3)
    async with post.sending():
        await post.put(seat, "一")
        await post.until_tried()
        await post.wake("2s")
        await post.until_tried(2)
        await post.wake("4s")
        await all_sent(post.app)
    assert seat.texts == ["一"]


async def test_what_was_said_past_the_store_is_not_written_over_by_what_is_looked_for(post: Post) -> None:
    seat = await post.seat("王芳")
    post.api.loses(method="sendMessage", taken=False)
    async with post.sending(), post.api_of() as api:
        await post.put(seat, "一")
        await post.until_tried()
        await TelegramSaying(post.app, api._bot, float).now(seat.user.id, (Reply(Words("group-private")),), "zh-Hans")
        await post.wake("2s")
        await all_sent(post.app)
    assert seat.texts == [SPEECH.render(Words("group-private"), "zh-Hans"), "一"]


# --- one process at a time ---


async def test_a_process_that_has_lost_the_lease_sends_and_marks_nothing(post: Post, clock: HandClock) -> None:
    seat = await post.seat("王芳")
    old = await post.lease("one")
    assert old is not None
    clock.move(LEASE_AND_MORE)
    assert await post.lease("two") is not None
    async with post.api_of() as api:
        sender = post.sender(api)
        await post.put(seat, "一")
        async with post.app.database.read() as connection:
            (row,) = await outgoing.next_of_each_chat(connection, post.app.vault, RESIDENTS, clock(), 9)
        with pytest.raises(NotOurs):
            await sender._try(old, row)
        for mark in (outgoing.begin, outgoing.settle):
            with pytest.raises(NotOurs):
                async with post.app.database.write() as connection:
                    await mark(connection, old, row, 1, clock())
    assert await post.rows() == [("waiting", 0)]
    assert seat.texts == []


async def test_what_was_under_way_when_the_lease_went_elsewhere_is_found_there_and_not_sent_again(
    post: Post, clock: HandClock
) -> None:
    seat = await post.seat("王芳")

    class Overtaken(AiogramApi):
        async def send(self, to: Address, text: str, rows: Rows) -> int:
            message = await super().send(to, text, rows)
            clock.move(LEASE_AND_MORE)
            assert await post.lease("two") is not None
            return message

    old = await post.lease("one")
    assert old is not None
    await post.put(seat, "一")
    bot = open_bot(post.account.token, post.api.url)
    async with post.app.database.read() as connection:
        (row,) = await outgoing.next_of_each_chat(connection, post.app.vault, RESIDENTS, clock(), 9)
    with pytest.raises(NotOurs):
        await post.sender(Overtaken(bot))._try(old, row)
    await bot.session.close()
    assert await post.rows() == [("sending", 0)]
    async with post.sending(holder="two"):
        await all_sent(post.app)
    assert seat.texts == ["一"]


def racing(post: Post, api: AiogramApi, holder: str, ran: list[str]) -> AbstractAsyncContextManager[None]:
    """A process that would run the bot."""
    sender = post.sender(api)

    def loops(lease: Lease) -> list[Awaitable[None]]:
        ran.append(lease.holder)
        return [sender.run(lease)]

    app = post.app
    one = Running(bot=RESIDENTS, database=app.database, clock=app.clock, loops=loops, holder=holder, renew_seconds=0.02)
    return at_work(one.run())


async def test_of_two_processes_one_sends(post: Post) -> None:
    seats = [await post.seat(f"居民{n}") for n in range(4)]
    ran: list[str] = []
    async with post.api_of() as api, racing(post, api, "one", ran), racing(post, api, "two", ran):
        for seat in seats:
            await post.put(seat, "一", "二")
        await all_sent(post.app)
        assert len(ran) == 1
    assert [seat.texts for seat in seats] == [["一", "二"]] * 4
    assert len(post.api.calls_of("sendMessage")) == 8


async def test_another_takes_over_once_the_lease_of_one_who_is_gone_has_run_out(post: Post, clock: HandClock) -> None:
    seat = await post.seat("王芳")
    assert await post.lease("gone") is not None
    clock.now += LEASE - timedelta(seconds=1)
    assert await post.lease("two") is None
    ran: list[str] = []
    await post.put(seat, "一")
    async with post.api_of() as api, racing(post, api, "two", ran):
        clock.move("2s")
        await all_sent(post.app)
    assert ran == ["two"]
    assert seat.texts == ["一"]


async def test_who_stops_in_order_lets_another_begin_at_once(post: Post) -> None:
    seat, ran = await post.seat("王芳"), list[str]()
    async with post.api_of() as api:
        async with racing(post, api, "one", ran):
            await post.put(seat, "一")
            await all_sent(post.app)
        async with racing(post, api, "two", ran):
            await post.put(seat, "二")
            await all_sent(post.app)
    assert ran == ["one", "two"]


# --- who does not want it, and what cannot be sent ---


async def test_nothing_more_is_sent_to_who_has_blocked_the_bot_until_they_write_again(post: Post) -> None:
    seat = await post.seat("王芳")
    seat.blocks()
    async with post.sending():
        await post.put(seat, "一", "二", "三")
        await all_sent(post.app)
        assert [state for state, _ in await post.rows()] == ["void"] * 3
        assert [chat.address.chat for chat in post.blocked] == [seat.user.id]
        assert len(post.api.calls_of("sendMessage")) == 1
        seat.unblocks()
        seat.says("我又来了")
        await post.meet(seat)
        await post.put(seat, "四")
        await all_sent(post.app)
    assert seat.texts == ["四"]


async def test_a_message_that_is_refused_for_good_does_not_keep_back_the_next(post: Post) -> None:
    seat = await post.seat("王芳")
    post.api.refuses(status=400, description="Bad Request: can't parse entities", method="sendMessage")
    async with post.sending():
        await post.put(seat, "一", "二")
        await all_sent(post.app)
    assert [state for state, _ in await post.rows()] == ["dead", "sent"]
    assert seat.texts == ["二"]


@pytest.mark.parametrize("text", ["改过的", None])
async def test_an_edit_that_fails_does_not_keep_back_the_next(post: Post, text: str | None) -> None:
    seat = await post.seat("王芳")
    async with post.sending():
        await post.put_what(seat, {"do": "edit", "message": 9999, "text": text, "rows": []})
        await post.put(seat, "一")
        await all_sent(post.app)
    assert [state for state, _ in await post.rows()] == ["dead", "sent"]
    assert seat.texts == ["一"]


async def test_what_is_gone_already_can_be_deleted(post: Post) -> None:
    seat = await post.seat("王芳")
    async with post.sending():
        await post.put_what(seat, {"do": "delete", "messages": [9998, 9999]})
        await post.put(seat, "一")
        await all_sent(post.app)
    assert [state for state, _ in await post.rows()] == ["sent", "sent"]


async def test_the_buttons_of_the_question_before_are_taken_away(post: Post) -> None:
    seat = await post.seat("王芳")
    async with post.sending():
        await post.put(seat, "一", "二", rows=((Button("好", data="a.b.c"),),))
        await all_sent(post.app)
        await post.api.eventually(lambda: not seat.messages[0].buttons)
    assert seat.messages[1].buttons
