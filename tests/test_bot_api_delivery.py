"""The fake Bot API hands out updates as Telegram does, by long poll and by webhook, to groups and forums too, and fails
when it is told to."""

from __future__ import annotations

import asyncio
import itertools
import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.bot_api import BotApi, running
from tests.bot_api_clients import Client, Refused, client
from tests.bot_api_people import Person, PrivateSeat
from tests.bot_api_records import BotAccount
from tests.bot_api_rules import Flood, Window

ANY = Window(10**6, 1)
LIBRARIES = ["aiogram", "python-telegram-bot"]
SECRET = "made-up-secret"
slowly = pytest.mark.parametrize("api", [1.0], indirect=True, ids=["slowly"])
"""With real seconds: no long poll runs out while the test does something."""
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
def api(request: pytest.FixtureRequest) -> Iterator[BotApi]:
    with running(second=getattr(request, "param", 0.01), flood=Flood(ANY, ANY, ANY)) as one:
        yield one


@pytest.fixture
def bot(api: BotApi) -> BotAccount:
    return api.bot("yizheng_bot")


@pytest.fixture
def wang(api: BotApi) -> Person:
    return api.person("王芳")


@pytest.fixture
def seat(wang: Person, bot: BotAccount) -> PrivateSeat:
    return wang.chat_with(bot)


@pytest.fixture(params=LIBRARIES)
async def peer(request: pytest.FixtureRequest, api: BotApi, bot: BotAccount) -> AsyncIterator[Client]:
    async with client(request.param, api, bot) as one:
        yield one


@dataclass
class Hook:
    """A webhook: ``answers`` are given first, then every update is accepted."""

    api: BotApi
    url: str = ""
    answers: deque[int] = field(default_factory=deque)
    attempts: list[tuple[float, str]] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    taken: list[str] = field(default_factory=list)

    def take(self, update: dict[str, Any], secret: str | None) -> int:
        text = update["message"]["text"]
        self.attempts.append((self.api.clock.now(), text))
        self.secrets.add(secret)
        status = self.answers.popleft() if self.answers and text != "别人" else 200
        if status == 200:
            self.taken.append(text)
        return status


@pytest.fixture
def hook(api: BotApi) -> Iterator[Hook]:
    hook = Hook(api)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            update = json.loads(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(hook.take(update, self.headers["X-Telegram-Bot-Api-Secret-Token"]))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        hook.url = f"http://127.0.0.1:{server.server_port}/telegram"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield hook
        server.shutdown()
        thread.join()


async def refused(peer: Client, method: str, **parameters: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        await peer.call(method, **parameters)
    return caught.value


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [one["message"].get("text", "") for one in updates if "message" in one]


async def test_updates_come_again_until_a_higher_offset_confirms_them(peer: Client, seat: PrivateSeat) -> None:
    for text in "一二三":
        seat.says(text)
    first = await peer.call("getUpdates")
    assert texts(first) == texts(await peer.call("getUpdates")) == ["一", "二", "三"]
    assert texts(await peer.call("getUpdates", limit=2)) == ["一", "二"]
    numbers = [one["update_id"] for one in first]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts(await peer.call("getUpdates", offset=numbers[1])) == ["二", "三"]
    assert texts(await peer.call("getUpdates")) == ["二", "三"]
    assert texts(await peer.call("getUpdates", offset=-1)) == ["三"]
    assert await peer.call("getUpdates", offset=numbers[2] + 1) == []
    assert await peer.call("getUpdates") == []


@slowly
async def test_a_long_poll_ends_when_somebody_writes(peer: Client, api: BotApi, seat: PrivateSeat) -> None:
    poll = asyncio.create_task(peer.call("getUpdates", timeout=50))
    await api.eventually(lambda: api.calls_of("getUpdates"))
    seat.says("在吗")
    assert texts(await poll) == ["在吗"]


@slowly
async def test_a_second_poll_ends_the_first(api: BotApi, bot: BotAccount, peer: Client) -> None:
    async with client("python-telegram-bot", api, bot) as other:
        first = asyncio.create_task(refused(peer, "getUpdates", timeout=50))
        await api.eventually(lambda: len(api.calls_of("getUpdates")) == 1)
        second = asyncio.create_task(refused(other, "getUpdates", timeout=50))
        error = await first
        assert (error.kind, "terminated by other getupdates request" in error.words) == ("Conflict", True)
        assert await peer.call("getUpdates") == []
        assert (await second).kind == "Conflict"


async def test_a_bot_gets_the_kinds_it_asked_for_last(peer: Client, seat: PrivateSeat) -> None:
    await peer.call("getUpdates", allowed_updates=["message"])
    said = seat.says("一")
    seat.edits(said, "二")
    assert [set(one) - {"update_id"} for one in await peer.call("getUpdates")] == [{"message"}]
    await peer.call("getUpdates", allowed_updates=[])
    seat.edits(said, "三")
    assert "edited_message" in (await peer.call("getUpdates"))[-1]


async def test_each_bot_has_its_own_updates_and_counts_its_own_messages(
    api: BotApi, bot: BotAccount, seat: PrivateSeat, wang: Person, peer: Client
) -> None:
    other = api.bot("other_bot")
    li = api.person("李强")
    assert [seat.says("一").id, li.chat_with(bot).says("二").id, seat.says("三").id] == [1, 2, 3]
    assert wang.chat_with(other).says("别的").id == 1
    assert (await peer.call("sendMessage", chat_id=li.id, text="好"))["message_id"] == 4
    async with client("aiogram", api, other) as stranger:
        assert texts(await stranger.call("getUpdates")) == ["别的"]
        assert (await refused(stranger, "sendMessage", chat_id=li.id, text="好")).kind == "Forbidden"
    assert texts(await peer.call("getUpdates")) == ["一", "二", "三"]


async def test_a_webhook_gets_the_secret_and_each_chat_in_order_until_it_accepts(
    api: BotApi, bot: BotAccount, hook: Hook, peer: Client, seat: PrivateSeat
) -> None:
    hook.answers.extend([500, 404, 302, 403])
    for text in "一二三":
        seat.says(text)
    await peer.call("setWebhook", url=hook.url, secret_token=SECRET)
    api.person("李强").chat_with(bot).says("别人")
    await api.eventually(lambda: len(hook.taken) == 4 and not bot.updates)
    assert [text for text in hook.taken if text != "别人"] == ["一", "二", "三"]
    hers = [(when, text) for when, text in hook.attempts if text != "别人"]
    assert [text for _, text in hers] == ["一"] * 5 + ["二", "三"]
    waits = [after - before for (before, _), (after, _) in itertools.pairwise(hers[:5])]
    assert all(wait >= least for wait, least in zip(waits, (1, 2, 4, 8), strict=True))
    assert hook.secrets == {SECRET}
    info = await peer.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)
    assert "403" in info["last_error_message"]


async def test_a_failing_chat_does_not_hold_up_another(
    api: BotApi, bot: BotAccount, hook: Hook, peer: Client, seat: PrivateSeat
) -> None:
    hook.answers.extend([500] * 100)
    await peer.call("setWebhook", url=hook.url)
    seat.says("一")
    api.person("李强").chat_with(bot).says("别人")
    await api.eventually(lambda: hook.taken == ["别人"])
    await peer.call("deleteWebhook")
    assert texts(await peer.call("getUpdates")) == ["一"]
    assert hook.secrets == {None}


@slowly
async def test_a_webhook_and_polls_exclude_each_other(api: BotApi, hook: Hook, peer: Client, seat: PrivateSeat) -> None:
    seat.says("旧的")
    poll = asyncio.create_task(refused(peer, "getUpdates", offset=10**6, timeout=50))
    await api.eventually(lambda: api.calls_of("getUpdates"))
    await peer.call("setWebhook", url=hook.url, drop_pending_updates=True)
    assert (await poll).kind == "Conflict"
    assert "while webhook is active" in (await refused(peer, "getUpdates")).words
    assert "loopback" in (await refused(peer, "setWebhook", url="https://example.org/hook")).words
    wrong = await refused(peer, "setWebhook", url=hook.url, secret_token="秘密")
    assert "unallowed characters" in wrong.words
    await peer.call("setWebhook", url="")
    assert await peer.call("getUpdates") == []


async def test_ordered_refusals_strike_so_many_calls_of_that_method_and_chat(
    peer: Client, api: BotApi, bot: BotAccount, seat: PrivateSeat
) -> None:
    seat.starts()
    li = api.person("李强")
    li.chat_with(bot).starts()
    api.refuses(2, retry_after=7, method="sendMessage", chat=seat.user.id)
    await peer.call("sendMessage", chat_id=li.id, text="好")
    await peer.call("sendChatAction", chat_id=seat.user.id, action="typing")
    for _ in range(2):
        error = await refused(peer, "sendMessage", chat_id=seat.user.id, text="好")
        assert (error.kind, error.retry_after) == ("RetryAfter", 7)
    assert seat.messages == []
    await peer.call("sendMessage", chat_id=seat.user.id, text="好")
    api.refuses(status=500)
    await peer.call("getUpdates")
    error = await refused(peer, "sendMessage", chat_id=seat.user.id, text="好")
    assert "internal server error" in error.words
    api.refuses(status=403)
    assert (await refused(peer, "sendMessage", chat_id=seat.user.id, text="好")).kind == "Forbidden"
    assert [call.status for call in api.calls_of("sendMessage")] == [200, 429, 429, 200, 500, 403]


@pytest.mark.parametrize("taken", [True, False])
async def test_a_broken_answer_does_not_tell_whether_the_message_was_taken(
    peer: Client, api: BotApi, seat: PrivateSeat, taken: bool
) -> None:
    seat.starts()
    api.loses(taken=taken)
    error = await refused(peer, "sendMessage", chat_id=seat.user.id, text="好")
    assert error.kind == "Network"
    assert seat.texts == (["好"] if taken else [])
    assert [call.status for call in api.calls_of("sendMessage")] == [0]
    await peer.call("sendMessage", chat_id=seat.user.id, text="好")


@pytest.mark.parametrize("library", LIBRARIES)
async def test_a_silent_answer_lasts_until_the_client_gives_up(
    api: BotApi, bot: BotAccount, seat: PrivateSeat, library: str
) -> None:
    seat.starts()
    async with client(library, api, bot, seconds=1.0) as hasty:
        api.loses(how="silence", method="sendMessage")
        assert (await refused(hasty, "sendMessage", chat_id=seat.user.id, text="好")).kind == "TimedOut"
        await api.eventually(lambda: seat.texts == ["好"])


@slowly
async def test_it_goes_away_and_comes_back_where_it_was(
    peer: Client, api: BotApi, hook: Hook, seat: PrivateSeat
) -> None:
    seat.says("一")
    poll = asyncio.create_task(refused(peer, "getUpdates", offset=10**6, timeout=50))
    await api.eventually(lambda: api.calls_of("getUpdates"))
    api.goes_away()
    assert (await poll).kind == "Network"
    assert (await refused(peer, "getMe")).kind == "Network"
    seat.says("二")
    api.comes_back()
    assert texts(await peer.call("getUpdates")) == ["二"]
    await peer.call("setWebhook", url=hook.url)
    await api.eventually(lambda: hook.taken == ["二"])


async def test_a_bot_in_a_group_hears_what_is_meant_for_it(
    peer: Client, api: BotApi, bot: BotAccount, wang: Person
) -> None:
    group = api.group("值班", wang, kind="group")
    assert "chat not found" in (await refused(peer, "sendMessage", chat_id=group.id, text="好")).words
    group.adds(bot)
    sent = await peer.call("sendMessage", chat_id=group.id, text="好")
    li = group.seat(api.person("李强"))
    for text in ("闲话", "/on", "/on@yizheng_bot", "/on@other_bot"):
        li.says(text)
    li.says("答", reply_to=group.messages[0])
    updates = await peer.call("getUpdates")
    assert updates[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert "new_chat_members" in updates[1]["message"]
    assert texts(updates[2:]) == ["/on", "/on@yizheng_bot", "答"]
    assert updates[-1]["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    group.adds(bot, admin=True)
    li.says("闲话")
    assert texts(await peer.call("getUpdates"))[-1] == "闲话"
    group.removes(bot)
    gone = await refused(peer, "sendMessage", chat_id=group.id, text="好")
    assert (gone.kind, "kicked" in gone.words) == ("Forbidden", True)
    group.adds(bot)
    assert (await peer.call("getChat", chat_id=group.id))["title"] == "值班"
    await peer.call("leaveChat", chat_id=group.id)
    assert "not a member" in (await refused(peer, "sendMessage", chat_id=group.id, text="好")).words


async def test_a_forum_has_the_threads_it_has(peer: Client, api: BotApi, bot: BotAccount, wang: Person) -> None:
    forum = api.group("值班", wang, forum=True)
    forum.adds(bot)
    duty = forum.opens_topic("急难")
    buttons = {"inline_keyboard": [[{"text": "我来", "callback_data": "take"}]]}
    sent = await peer.call(
        "sendMessage", chat_id=forum.id, text="有人求助", message_thread_id=duty, reply_markup=buttons
    )
    assert (sent["message_thread_id"], forum.messages[0].thread) == (duty, duty)
    assert sent["reply_to_message"]["message_id"] == duty
    error = await refused(peer, "sendMessage", chat_id=forum.id, text="好", message_thread_id=99)
    assert "message thread not found" in error.words
    taken = forum.seat(api.person("李强")).taps("我来")
    forum.seat(wang).says("/ok", thread=duty)
    *_, tap, said = await peer.call("getUpdates")
    assert (tap["callback_query"]["id"], said["message"]["message_thread_id"]) == (taken.id, duty)
    assert "not enough rights" in (await refused(peer, "createForumTopic", chat_id=forum.id, name="一般")).words
    forum.adds(bot, admin=True)
    topic = await peer.call("createForumTopic", chat_id=forum.id, name="一般")
    await peer.call("sendMessage", chat_id=forum.id, text="好", message_thread_id=topic["message_thread_id"])
    plain = api.group("闲谈", wang)
    plain.adds(bot, admin=True)
    assert "not a forum" in (await refused(peer, "createForumTopic", chat_id=plain.id, name="一般")).words
    first = await peer.call("sendMessage", chat_id=plain.id, text="好")
    assert first["message_id"] == 2  # after the one that says the bot was added: each supergroup counts for itself


def test_another_process_reaches_it(api: BotApi, bot: BotAccount, seat: PrivateSeat) -> None:
    seat.says("在吗")
    script = "import sys, urllib.request; sys.stdout.write(urllib.request.urlopen(sys.argv[1]).read().decode())"
    address = f"{api.url}/bot{bot.token}/getUpdates?timeout=50"
    done = subprocess.run([sys.executable, "-c", script, address], capture_output=True, text=True, timeout=20)
    assert texts(json.loads(done.stdout)["result"]) == ["在吗"]
