"""The fake Bot API takes and refuses what Telegram takes and refuses: texts, keyboards, edits, taps, files, floods.

Both libraries drive it over real HTTP. One second lasts a minute where a limit of time is held, so that only the test
itself moves the clock.
"""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.bot_api import BotApi, running
from tests.bot_api_clients import Client, Refused, client
from tests.bot_api_people import Person, PrivateSeat
from tests.bot_api_records import BotAccount
from tests.bot_api_rules import Flood, Window

ANY = Window(10**6, 1)
strictly = pytest.mark.parametrize("api", [Flood()], indirect=True, ids=["strictly"])
"""With Telegram's own flood limits, where other tests send as much as they like."""
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
def api(request: pytest.FixtureRequest) -> Iterator[BotApi]:
    with running(second=60, flood=getattr(request, "param", Flood(ANY, ANY, ANY))) as one:
        yield one


@pytest.fixture
def bot(api: BotApi) -> BotAccount:
    return api.bot("yizheng_bot")


@pytest.fixture
def wang(api: BotApi) -> Person:
    return api.person("王芳")


@pytest.fixture
def seat(wang: Person, bot: BotAccount) -> PrivateSeat:
    """Her chat with the bot, which she has opened."""
    seat = wang.chat_with(bot)
    seat.starts()
    return seat


@pytest.fixture(params=["aiogram", "python-telegram-bot"])
async def peer(request: pytest.FixtureRequest, api: BotApi, bot: BotAccount) -> AsyncIterator[Client]:
    async with client(request.param, api, bot) as one:
        yield one


async def refused(peer: Client, method: str, **parameters: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        await peer.call(method, **parameters)
    return caught.value


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(label: str = "预约", data: str = "book") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


def picture(width: int = 300, height: int = 200) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()


async def test_a_bot_knows_itself_and_a_stranger_is_not_let_in(api: BotApi, bot: BotAccount, peer: Client) -> None:
    assert (await peer.call("getMe"))["username"] == "yizheng_bot"
    async with httpx.AsyncClient(base_url=api.url) as raw:
        stranger = await raw.get("/bot1:nobody/getMe")
        unknown = await raw.post(f"/bot{bot.token}/getRich")
        elsewhere = await raw.get("/elsewhere")
    assert (stranger.status_code, stranger.json()) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert (unknown.status_code, unknown.json()["error_code"]) == (404, 404)
    assert (elsewhere.status_code, elsewhere.json()["ok"]) == (404, False)


async def test_a_call_may_be_a_query_a_form_or_json(api: BotApi, bot: BotAccount, seat: PrivateSeat) -> None:
    rows = keyboard([button()])
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{bot.token}") as raw:
        said = {"chat_id": str(seat.user.id), "text": "好", "reply_markup": '{"inline_keyboard":[]}'}
        answers = [
            await raw.get("/sendMessage", params=said),
            await raw.post("/SENDMESSAGE", data=said),
            await raw.post("/sendMessage", files={name: (None, value) for name, value in said.items()}),
            await raw.post("/sendMessage", json={"chat_id": seat.user.id, "text": "好", "reply_markup": rows}),
            await raw.post("/sendMessage", content=b"{", headers={"content-type": "application/json"}),
        ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 400]
    assert [[one.label for row in message.buttons for one in row] for message in seat.messages][-1] == ["预约"]
    assert seat.texts == ["好"] * 4


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("字" * 4096, True),
        ("字" * 4097, False),
        ("🙂" * 2048, True),
        ("🙂" * 2048 + "字", False),
        ("\n" + "字" * 4096 + "  ", True),
        (" \n ", False),
    ],
)
async def test_a_text_has_1_to_4096_utf16_units(peer: Client, seat: PrivateSeat, text: str, fits: bool) -> None:
    if fits:
        await peer.call("sendMessage", chat_id=seat.user.id, text=text)
        assert seat.texts == [text.strip()]
    else:
        error = await refused(peer, "sendMessage", chat_id=seat.user.id, text=text)
        assert error.kind == "BadRequest"
        assert ("message is too long" if text.strip() else "message text is empty") in error.words
        assert seat.messages == []


async def test_tags_count_only_where_html_was_asked_for(peer: Client, seat: PrivateSeat) -> None:
    await peer.call("sendMessage", chat_id=seat.user.id, text="<b>" + "字" * 4096 + "</b>", parse_mode="HTML")
    shown = await peer.call("sendMessage", chat_id=seat.user.id, text="🙂<b>要</b> &lt;1&gt;", parse_mode="HTML")
    plain = await peer.call("sendMessage", chat_id=seat.user.id, text="<b>要</b>")
    assert (shown["text"], plain["text"]) == ("🙂要 <1>", "<b>要</b>")
    assert [(one["type"], one["offset"], one["length"]) for one in shown["entities"]] == [("bold", 2, 1)]
    for broken in ("<b>要", "<p>要</p>", "要</b>"):
        error = await refused(peer, "sendMessage", chat_id=seat.user.id, text=broken, parse_mode="HTML")
        assert "can't parse entities" in error.words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[button(data="字" * 21 + "a")]], None),
        ([[button(data="字" * 21 + "ab")]], "button_data_invalid"),
        ([[button(label="字" * 64)]], None),
        ([[button(label="字" * 65)]], "button_text_invalid"),
        ([[button()] * 8] * 12 + [[button()] * 4], None),
        ([[button()] * 8] * 12 + [[button()] * 5], "reply_markup_too_long"),
        ([[button()] * 9], "reply_markup_invalid"),
        ([[{"text": "网站", "url": "https://example.org/a"}, {"text": "聊", "url": "tg://user?id=1"}]], None),
        ([[{"text": "网站", "url": "ftp://example.org/a"}]], "unsupported url protocol"),
        ([[{"text": "文字"}]], "text buttons are unallowed"),
    ],
)
async def test_a_keyboard_is_held_to_its_limits(
    peer: Client, seat: PrivateSeat, rows: list[list[dict[str, Any]]], words: str | None
) -> None:
    sending = {"chat_id": seat.user.id, "text": "请选", "reply_markup": keyboard(*rows)}
    if words is None:
        await peer.call("sendMessage", **sending)
        (message,) = seat.messages
        assert [[one.label for one in row] for row in message.buttons] == [[one["text"] for one in row] for row in rows]
    else:
        assert words in (await refused(peer, "sendMessage", **sending)).words


async def test_a_bot_edits_what_it_showed_itself(peer: Client, seat: PrivateSeat, api: BotApi) -> None:
    theirs = seat.says("我要预约")
    to = {"chat_id": seat.user.id}
    shown = await peer.call("sendMessage", **to, text="请选", reply_markup=keyboard([button()]))
    mine = to | {"message_id": shown["message_id"]}
    (message,) = seat.messages
    same = await refused(peer, "editMessageText", **mine, text="请选", reply_markup=keyboard([button()]))
    assert "message is not modified" in same.words
    assert not message.edited
    await peer.call("editMessageText", **mine, text="已选")  # without a keyboard it loses its own
    assert (message.text, message.buttons, message.edited) == ("已选", [], True)
    await peer.call("editMessageReplyMarkup", **mine, reply_markup=keyboard([button("返回", "back")]))
    assert message.buttons[0][0].label == "返回"
    for number, words in ((theirs.id, "message can't be edited"), (999, "message to edit not found")):
        assert words in (await refused(peer, "editMessageText", **to, message_id=number, text="别的")).words
    await peer.call("deleteMessage", **mine)
    assert message.deleted
    assert "message to edit not found" in (await refused(peer, "editMessageText", **mine, text="别的")).words


async def test_a_bot_deletes_its_own_and_in_private_also_theirs(
    api: BotApi, bot: BotAccount, peer: Client, seat: PrivateSeat, wang: Person
) -> None:
    group = api.group("值班", wang)
    group.adds(bot)
    private, public = seat.says("私下"), group.seat(wang).says("/公开")
    await peer.call("deleteMessage", chat_id=wang.id, message_id=private.id)
    assert private.deleted
    assert "not found" in (await refused(peer, "deleteMessage", chat_id=wang.id, message_id=private.id)).words
    assert "can't be deleted" in (await refused(peer, "deleteMessage", chat_id=group.id, message_id=public.id)).words
    group.adds(bot, admin=True)
    await peer.call("deleteMessage", chat_id=group.id, message_id=public.id)
    old = await peer.call("sendMessage", chat_id=wang.id, text="旧的")
    api.forward(48 * 3600 + 1)
    error = await refused(peer, "deleteMessage", chat_id=wang.id, message_id=old["message_id"])
    assert "can't be deleted" in error.words


async def test_a_tap_is_answered_once_and_while_it_is_fresh(peer: Client, seat: PrivateSeat, api: BotApi) -> None:
    await peer.call("sendMessage", chat_id=seat.user.id, text="旧", reply_markup=keyboard([button(data="old")]))
    await peer.call("sendMessage", chat_id=seat.user.id, text="新", reply_markup=keyboard([button()]))
    with pytest.raises(AssertionError, match="no button"):
        seat.taps("没有")
    query = seat.taps("预约")
    assert query.data == "book"
    (seen,) = [one["callback_query"] for one in await peer.call("getUpdates") if "callback_query" in one]
    assert (seen["id"], seen["data"], seen["message"]["text"]) == (query.id, "book", "新")
    await peer.call("answerCallbackQuery", callback_query_id=query.id, text="好", show_alert=True)
    assert (query.answered, query.text, query.alert) == (True, "好", True)
    late = seat.taps("old")
    for number in (query.id, late.id, "1"):  # answered already, too old, of nobody
        api.forward(61 if number == late.id else 0)
        assert "query is too old" in (await refused(peer, "answerCallbackQuery", callback_query_id=number)).words


async def test_files_go_both_ways(api: BotApi, peer: Client, seat: PrivateSeat) -> None:
    seat.sends_photo(picture(2000, 1000), "户口本")
    seat.sends_document(b"%PDF-made-up", "application/pdf", "证明.pdf")
    photo, document = [one["message"] for one in await peer.call("getUpdates")][1:]
    assert (photo["caption"], [size["width"] for size in photo["photo"]]) == ("户口本", [90, 1280])
    assert (document["document"]["file_name"], document["document"]["mime_type"]) == ("证明.pdf", "application/pdf")
    assert await peer.download(document["document"]["file_id"]) == b"%PDF-made-up"
    assert Image.open(io.BytesIO(await peer.download(photo["photo"][-1]["file_id"]))).format == "JPEG"
    back = await peer.upload("sendDocument", seat.user.id, b"made up", "a.ics")
    assert await peer.download(back["document"]["file_id"]) == b"made up"
    back = await peer.upload("sendPhoto", seat.user.id, picture(), "a.png")
    assert [(size["width"], size["height"]) for size in back["photo"]] == [(90, 60), (300, 200)]
    with pytest.raises(Refused, match="image_process_failed"):
        await peer.upload("sendPhoto", seat.user.id, b"no picture", "a.png")
    with pytest.raises(Refused, match="non-empty"):
        await peer.upload("sendDocument", seat.user.id, b"", "a.pdf")


async def test_a_file_is_for_its_own_bot_up_to_20_mb_and_for_an_hour(
    api: BotApi, bot: BotAccount, peer: Client, seat: PrivateSeat
) -> None:
    small = seat.sends_document(b"small", "text/plain", "a.txt").content["document"]["file_id"]
    large = seat.sends_document(bytes(20 * 1024**2 + 1), "text/plain", "b.txt").content["document"]["file_id"]
    assert "file is too big" in (await refused(peer, "getFile", file_id=large)).words
    other = api.bot("other_bot")
    async with client("aiogram", api, other) as stranger:
        assert "wrong file_id" in (await refused(stranger, "getFile", file_id=small)).words
    path = (await peer.call("getFile", file_id=small))["file_path"]
    async with httpx.AsyncClient(base_url=f"{api.url}/file") as raw:
        link = path if path.startswith("http") else f"/bot{bot.token}/{path}"
        assert (await raw.get(link)).content == b"small"
        assert (await raw.get(link.replace(bot.token, other.token))).status_code == 404
        api.forward(3601)
        assert (await raw.get(link)).status_code == 404


async def test_what_people_send_reaches_the_bot_as_telegram_writes_it(peer: Client, seat: PrivateSeat) -> None:
    seat.starts("case-1")
    seat.shares_location(37.18, 104.06)
    seat.sends_sticker()
    seat.sends_voice()
    said = seat.says("三口人")
    seat.edits(said, "四口人")
    seen = (await peer.call("getUpdates"))[1:]
    start = seen[0]["message"]
    assert (start["text"], start["entities"]) == (
        "/start case-1",
        [{"type": "bot_command", "offset": 0, "length": 6}],
    )
    assert seen[1]["message"]["location"]["latitude"] == 37.18
    assert {"sticker", "voice"} <= set(seen[2]["message"]) | set(seen[3]["message"])
    assert seen[5]["edited_message"]["text"] == "四口人"
    assert seen[5]["edited_message"]["message_id"] == seen[4]["message"]["message_id"]
    assert start["from"]["language_code"] == "zh-hans"


async def test_who_never_wrote_or_blocked_the_bot_is_not_reached(
    api: BotApi, bot: BotAccount, peer: Client, seat: PrivateSeat
) -> None:
    li = api.person("李强")
    shy = await refused(peer, "sendMessage", chat_id=li.id, text="您好")
    nobody = await refused(peer, "sendMessage", chat_id=1, text="您好")
    assert (shy.kind, nobody.kind) == ("Forbidden", "BadRequest")
    assert "can't initiate conversation" in shy.words
    assert "chat not found" in nobody.words
    seat.blocks()
    blocked = await refused(peer, "sendMessage", chat_id=seat.user.id, text="您好")
    assert (blocked.kind, "bot was blocked by the user" in blocked.words) == ("Forbidden", True)
    seat.unblocks()
    await peer.call("sendMessage", chat_id=seat.user.id, text="您好")
    changes = [one["my_chat_member"] for one in await peer.call("getUpdates") if "my_chat_member" in one]
    assert [one["new_chat_member"]["status"] for one in changes] == ["kicked", "member"]


@strictly
async def test_a_private_chat_takes_one_message_a_second(peer: Client, seat: PrivateSeat, api: BotApi) -> None:
    shown = await peer.call("sendMessage", chat_id=seat.user.id, text="一")
    error = await refused(peer, "sendMessage", chat_id=seat.user.id, text="二")
    assert (error.kind, error.retry_after) == ("RetryAfter", 1)
    await peer.call("editMessageText", chat_id=seat.user.id, message_id=shown["message_id"], text="改")
    api.forward(1)
    await peer.call("sendMessage", chat_id=seat.user.id, text="二")
    assert seat.texts == ["改", "二"]


@strictly
async def test_a_group_takes_twenty_messages_a_minute_edits_included(
    peer: Client, api: BotApi, bot: BotAccount, wang: Person
) -> None:
    group = api.group("值班", wang)
    group.adds(bot)
    for number in range(19):
        shown = await peer.call("sendMessage", chat_id=group.id, text=str(number))
    await peer.call("editMessageText", chat_id=group.id, message_id=shown["message_id"], text="改")
    error = await refused(peer, "sendMessage", chat_id=group.id, text="多")
    assert error.kind == "RetryAfter"
    assert error.retry_after is not None
    assert 1 < error.retry_after <= 60
    api.forward(error.retry_after)
    await peer.call("sendMessage", chat_id=group.id, text="多")


@strictly
async def test_a_bot_sends_thirty_messages_a_second(peer: Client, api: BotApi, bot: BotAccount) -> None:
    people = [api.person(f"甲{number}") for number in range(31)]
    for person in people:
        person.chat_with(bot).starts()
    for person in people[:30]:
        await peer.call("sendMessage", chat_id=person.id, text="您好")
    error = await refused(peer, "sendMessage", chat_id=people[30].id, text="您好")
    assert (error.kind, error.retry_after) == ("RetryAfter", 1)
    api.forward(1)
    await peer.call("sendMessage", chat_id=people[30].id, text="您好")


async def test_a_refusal_has_the_form_telegram_gives_it(api: BotApi, bot: BotAccount, seat: PrivateSeat) -> None:
    api.refuses(retry_after=7)
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{bot.token}") as raw:
        answers = [await raw.post("/sendMessage", json={"chat_id": seat.user.id, "text": ""}) for _ in range(2)]
    words = "Too Many Requests: retry after 7"
    flood = {"ok": False, "error_code": 429, "description": words, "parameters": {"retry_after": 7}}
    empty = {"ok": False, "error_code": 400, "description": "Bad Request: message text is empty"}
    assert [(answer.status_code, answer.json()) for answer in answers] == [(429, flood), (400, empty)]


async def test_an_answer_needs_the_message_it_answers(peer: Client, seat: PrivateSeat) -> None:
    said = seat.says("几点开门")
    to = {"chat_id": seat.user.id, "text": "九点"}
    shown = await peer.call("sendMessage", **to, reply_parameters={"message_id": said.id})
    assert shown["reply_to_message"]["text"] == "几点开门"
    gone = {"message_id": 999, "allow_sending_without_reply": False}
    assert "replied not found" in (await refused(peer, "sendMessage", **to, reply_parameters=gone)).words
    shown = await peer.call("sendMessage", **to, reply_parameters=gone | {"allow_sending_without_reply": True})
    assert "reply_to_message" not in shown
    assert "wrong parameter action" in (await refused(peer, "sendChatAction", chat_id=seat.user.id, action="nap")).words


async def test_commands_and_descriptions_are_kept_by_scope_and_language(peer: Client, bot: BotAccount) -> None:
    one = {"command": "help", "description": "帮助"}
    await peer.call("setMyCommands", commands=[one])
    await peer.call("setMyCommands", commands=[one, one | {"command": "quit"}], language_code="zh")
    assert [got["command"] for got in await peer.call("getMyCommands")] == ["help"]
    assert [got["command"] for got in await peer.call("getMyCommands", language_code="zh")] == ["help", "quit"]
    await peer.call("deleteMyCommands", language_code="zh")
    assert await peer.call("getMyCommands", language_code="zh") == []
    wrong = [([one | {"command": "帮助"}], "command_invalid"), ([one] * 101, "too_much")]
    wrong += [([one | {"description": "字" * 257}], "description_invalid")]
    for commands, words in wrong:
        assert words in (await refused(peer, "setMyCommands", commands=commands)).words
    await peer.call("setMyDescription", description="民政")
    await peer.call("setMyShortDescription", short_description="短", language_code="zh")
    assert bot.texts == {("description", ""): "民政", ("short_description", "zh"): "短"}
    assert "too long" in (await refused(peer, "setMyShortDescription", short_description="字" * 121)).words
