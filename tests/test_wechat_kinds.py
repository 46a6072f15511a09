"""Every kind of message and event on WeChat: what it says is taken, and what cannot be taken is said kindly."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.linking import LINKED
from bot.given import MAX_PICTURE
from flows.inputs.code import read_code
from flows.words import Words
from integrations.store import cases, conversations, queue, uploads
from tests.card_reader import CARD, StandIn
from tests.records import every_value
from tests.talk import COUPLE, HandClock, Talk, an_app_that_reads
from tests.telegram import PAGE, says
from tests.test_residents_elsewhere import a_code
from tests.transcripts.test_assistance import BEGIN
from tests.transcripts.walks import said
from tests.web import picture
from tests.wechat import WeChatTalk, a_chat, account_of, log, on_wechat, settled, the_chat
from tests.wechat_platform import running
from tests.wechat_platform_people import Person

HURT = "他打我"
OPEN = "reissue-which"
"""What is asked after this: a choice."""
TO_A_CHOICE = ("补领", "同意")


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat."""
    async with a_chat(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
async def kept(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """The same, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url) as opened:
        yield opened


async def told(talk: WeChatTalk, seat: Person | None = None) -> list[str]:
    """The message ids of the last replies, by the log."""
    await settled(talk)
    return [reply.words.key for reply in (await log(talk.app, seat or talk.seat))[-1].replies]


def was_heard(talk: WeChatTalk, text: str) -> bool:
    """Whether the last message shows what was heard."""
    return talk.app.speech.render(Words("voice-heard", {"text": text}), "zh-Hans") in talk.seat.texts[-1]


async def answers(talk: WeChatTalk) -> dict[str, object]:
    """What is kept of the open service, by question."""
    async with talk.app.database.read() as connection:
        found = await conversations.load(connection, talk.app.vault, talk.conversation, "zh-Hans")
    return {key: answer.value for key, answer in found.conversation.stack[-1].answers.items()}


# --- voice ---


async def test_what_was_heard_is_answered_as_if_it_was_typed_and_shown_back(kept: WeChatTalk) -> None:
    await kept.say("结婚登记")
    kept.seat.speaks("同意。")
    assert await told(kept) == ["marriage-couple"]
    assert was_heard(kept, "同意。")
    assert says(kept.seat.texts[-1], "marriage-couple")
    assert (await log(kept.app, kept.seat))[-1].said == "同意。"


async def test_what_is_typed_is_not_shown_back(talk: WeChatTalk) -> None:
    """The control of the test before."""
    await talk.all("结婚登记", "同意。")
    assert not was_heard(talk, "同意。")


async def test_what_was_misheard_is_shown_so_that_it_can_be_put_right(talk: WeChatTalk) -> None:
    await talk.all("结婚登记", "同意")
    talk.seat.speaks("童毅")
    assert (await told(talk))[-1] == "marriage-couple"
    assert was_heard(talk, "童毅")


async def test_danger_in_a_voice_is_answered_with_the_numbers_and_not_shown_back(kept: WeChatTalk) -> None:
    await kept.say("结婚登记")
    kept.seat.speaks(HURT)
    assert (await told(kept))[0] == "danger-violence"
    assert says(kept.seat.texts[-1], "danger-violence", **kept.app.place.numbers)
    assert HURT not in kept.seat.texts[-1]
    async with kept.app.database.read() as connection:
        assert [row.service for row in await queue.listed(connection)] == ["danger"]


@pytest.mark.parametrize("heard", [None, ""])
async def test_a_voice_nobody_heard_is_answered_kindly_and_the_question_stays(
    talk: WeChatTalk, heard: str | None
) -> None:
    await talk.all(*TO_A_CHOICE)
    talk.seat.speaks(heard)
    assert await told(talk) == ["unfit-unheard", OPEN]


# --- pictures ---


async def to_the_photo(talk: WeChatTalk) -> None:
    """Up to the question for the photo of the couple."""
    await talk.all(*COUPLE, "2026-05-20", "09:30")
    assert talk.keys[-1] == "marriage-photo"


async def test_a_picture_answers_a_question_for_one_and_is_kept(kept: WeChatTalk) -> None:
    await to_the_photo(kept)
    kept.seat.shows_picture(picture())
    assert (await told(kept))[-1] == "marriage-phone"
    async with kept.app.database.read() as connection:
        photo = str((await answers(kept))["photo"])
        assert await uploads.get(connection, kept.app.vault, photo, kept.conversation) is not None


async def test_a_picture_of_an_identity_card_is_read(tmp_path: Path, clock: HandClock, database_url: str) -> None:
    async with on_a_desk_that_reads(tmp_path, clock, database_url) as talk:
        await said(talk, *BEGIN, "=self")
        assert talk.keys == ["assistance-card"]
        talk.seat.shows_picture(picture())
        assert await told(talk) == ["assistance-card_check"]
        assert CARD.name in talk.seat.texts[-1]
        await talk.say("都对")
        assert (await answers(talk))["name"] == CARD.name


@asynccontextmanager
async def on_a_desk_that_reads(directory: Path, clock: HandClock, database_url: str) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat, of a desk that can read cards."""
    with running() as platform:
        async with (
            an_app_that_reads(StandIn(), directory, clock, database_url=database_url, public_url=PAGE) as app,
            on_wechat(app, platform, account_of(platform)) as bot,
        ):
            yield WeChatTalk(app, seat=platform.person("王芳"), bot=bot, platform=platform)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xd8\xff" + b"\0" * MAX_PICTURE, "unfit-too_large"),
        (b"made-up", "unfit-document"),
        (picture()[:2000], "unfit-document"),
    ],
    ids=["too large", "not a picture", "broken"],
)
async def test_a_picture_that_is_none_is_not_kept_and_the_question_stays(
    talk: WeChatTalk, data: bytes, why: str
) -> None:
    await to_the_photo(talk)
    talk.seat.shows_picture(data)
    assert await told(talk) == [why, "marriage-photo"]
    assert "photo" not in await answers(talk)
    async with talk.app.database.read() as connection:
        assert await uploads.count(connection, talk.conversation) == 0


async def test_a_picture_that_is_there_no_more_is_asked_for_again_and_what_comes_after_it_is_taken(
    talk: WeChatTalk,
) -> None:
    await to_the_photo(talk)
    talk.platform.refuses_calls(errcode=40007, method="media/get")
    talk.seat.shows_picture(picture())
    assert (await told(talk))[-1] == "marriage-photo"
    assert len(talk.platform.calls_of("media/get")) == 1
    talk.seat.shows_picture(picture())
    assert (await told(talk))[-1] == "marriage-phone"


async def test_a_picture_no_question_asks_for_answers_nothing_and_is_not_kept(talk: WeChatTalk) -> None:
    await talk.all(*TO_A_CHOICE)
    talk.seat.shows_picture(picture())
    assert (await told(talk))[-1] == OPEN
    async with talk.app.database.read() as connection:
        assert await uploads.count(connection, talk.conversation) == 0


async def test_a_picture_goes_to_the_person_who_was_asked_for(kept: WeChatTalk) -> None:
    await kept.say("转人工")
    kept.seat.shows_picture(picture())
    await settled(kept)
    async with kept.app.database.read() as connection:
        assert await uploads.count(connection, kept.conversation) == 1


# --- a place ---


async def test_where_somebody_is_reaches_the_person_they_asked_for_with_its_name(kept: WeChatTalk) -> None:
    await kept.say("转人工")
    kept.seat.shares_location(37.18461, 104.06512, "景泰县人民政府")
    await settled(kept)
    async with kept.app.database.read() as connection:
        found = await conversations.load(connection, kept.app.vault, kept.conversation, "zh-Hans")
        number = found.conversation.handoff
        assert number is not None
        ticket = await cases.by_number(connection, kept.app.vault, number)
    assert "景泰县人民政府 geo:37.18461,104.06512;crs=gcj02" in f"{ticket}"
    assert (await log(kept.app, kept.seat))[-1].said == Words("location-received")
    values = [value for _, value in await every_value(kept.app.database)]
    assert not any(b"37.18461" in value or "人民政府".encode() in value for value in values)


async def test_where_somebody_is_answers_no_question(talk: WeChatTalk) -> None:
    await talk.all(*TO_A_CHOICE)
    talk.seat.shares_location(37.18461, 104.06512)
    assert await told(talk) == ["unfit-location", OPEN]


# --- what cannot be taken ---

UNFIT: dict[str, Callable[[WeChatTalk], object]] = {
    "video": lambda talk: talk.seat.sends_video(),
    "short video": lambda talk: talk.seat.sends_unknown("shortvideo", {"MediaId": "m1", "ThumbMediaId": "m2"}),
    "sticker": lambda talk: talk.seat.sends_sticker(),
    "link": lambda talk: talk.seat.sends_link("标题", "说明", "https://example.com/"),
    "unknown": lambda talk: talk.seat.sends_unknown(),
    "file": lambda talk: talk.seat.sends_unknown("file", {"Title": "a.pdf", "FileKey": "made-up"}),
}


@pytest.mark.parametrize("kind", UNFIT)
async def test_what_cannot_be_taken_is_said_kindly_and_the_question_stays(talk: WeChatTalk, kind: str) -> None:
    await talk.all(*TO_A_CHOICE)
    UNFIT[kind](talk)
    assert await told(talk) == ["unfit-other", OPEN]
    assert talk.platform.faults == []
    await talk.say("1")
    assert talk.keys[-1] != OPEN


# --- who comes and goes ---


async def test_who_follows_is_greeted(kept: WeChatTalk) -> None:
    seat = kept.platform.person("李强", follower=False)
    seat.follows()
    assert (await told(kept, seat))[0] == "greeting"
    assert len(seat.messages) == 1


@pytest.mark.parametrize("follower", [False, True], ids=["follows by it", "scans it"])
@pytest.mark.parametrize(
    ("scene", "asked"), [("marriage", "marriage-notice"), ("nothing", "menu"), ("x" * 64, "menu"), ("1", "menu")]
)
async def test_a_code_that_names_a_service_begins_it(talk: WeChatTalk, follower: bool, scene: str, asked: str) -> None:
    seat = talk.platform.person("李强", follower=follower)
    seat.scans(scene)
    assert (await told(talk, seat))[-1] == asked
    assert len(seat.messages) == 1


@pytest.mark.parametrize("follower", [False, True], ids=["follows by it", "scans it"])
async def test_a_code_that_leads_on_goes_on_here_with_what_was_begun_elsewhere(
    kept: WeChatTalk, follower: bool
) -> None:
    page = Talk(kept.app, "page0")
    await page.all(*TO_A_CHOICE)
    seat = kept.platform.person("李强", follower=follower)
    seat.scans(f"{LINKED}{read_code(await a_code(page))}")
    assert (await told(kept, seat))[-1] == OPEN
    assert (await the_chat(kept.app, seat)).conversation == "page0"
    assert "\n\n".join(seat.texts).count(kept.app.speech.render(Words("link-done"), "zh-Hans")) == 1
    assert kept.platform.faults == []


async def test_a_code_that_leads_on_no_more_says_so_and_the_chat_stays_where_it_was(talk: WeChatTalk) -> None:
    await talk.all(*TO_A_CHOICE)
    before = (await the_chat(talk.app, talk.seat)).conversation
    talk.seat.scans(f"{LINKED}22222222")
    await settled(talk)
    assert says(talk.seat.texts[-1], "link-over")
    assert (await the_chat(talk.app, talk.seat)).conversation == before


async def test_who_scans_in_the_middle_of_something_is_asked_the_open_question_again(talk: WeChatTalk) -> None:
    await talk.all(*TO_A_CHOICE)
    talk.seat.scans("nothing")
    assert (await told(talk))[-1] == OPEN


async def test_who_unfollows_and_follows_again_goes_on_where_they_were(kept: WeChatTalk) -> None:
    await kept.all(*TO_A_CHOICE)
    kept.seat.unfollows()
    await settled(kept)
    assert (await the_chat(kept.app, kept.seat)).is_blocked
    kept.seat.follows()
    assert (await told(kept))[-1] == OPEN
    assert not (await the_chat(kept.app, kept.seat)).is_blocked


async def test_who_unfollows_without_ever_having_said_anything_is_unknown_and_nothing_breaks(talk: WeChatTalk) -> None:
    talk.seat.unfollows()
    await settled(talk)
    assert [post.ending for post in talk.platform.posts] == ["answered"]
    assert talk.platform.faults == []


# --- what the platform tells by the way ---

SUBSCRIBED = {"TemplateId": "made-up", "SubscribeStatusString": "reject", "PopupScene": "2"}
SENT = {"TemplateId": "made-up", "MsgID": "1", "ErrorCode": "0", "ErrorStatus": "success"}
BY_THE_WAY: dict[str, dict[str, object]] = {
    "VIEW": {"EventKey": "https://desk.example/"},
    "view_miniprogram": {"EventKey": "pages/index", "MenuId": "1"},
    "LOCATION": {"Latitude": 37.18461, "Longitude": 104.06512, "Precision": 50.0},
    "scancode_push": {"EventKey": "made-up", "ScanCodeInfo": {"ScanType": "qrcode", "ScanResult": "1"}},
    "location_select": {"EventKey": "made-up", "SendLocationInfo": {"Location_X": "37", "Location_Y": "104"}},
    "TEMPLATESENDJOBFINISH": {"MsgID": 200163836, "Status": "success"},
    "MASSSENDJOBFINISH": {"MsgID": 1000001625, "Status": "send success", "TotalCount": 10},
    "subscribe_msg_popup_event": {"SubscribeMsgPopupEvent": {"List": [SUBSCRIBED]}},
    "subscribe_msg_change_event": {"SubscribeMsgChangeEvent": {"List": [SUBSCRIBED]}},
    "subscribe_msg_sent_event": {"SubscribeMsgSentEvent": {"List": [SENT]}},
    "made_up_event": {},
}


async def test_to_what_the_platform_tells_by_the_way_nothing_is_said_and_nothing_breaks(talk: WeChatTalk) -> None:
    await talk.all(*TO_A_CHOICE)
    shown, taken = len(talk.seat.messages), len(await log(talk.app, talk.seat))
    for event, fields in BY_THE_WAY.items():
        with talk.platform.world.change():
            talk.platform.world.event(talk.seat.user, event, fields)
        await settled(talk)
        last = talk.platform.posts[-1]
        assert (last.ending, last.status, last.answer) == ("answered", 200, b"success"), event
    assert len(talk.seat.messages) == shown
    assert len(await log(talk.app, talk.seat)) == taken
    assert len(talk.platform.posts) == len(BY_THE_WAY) + len(TO_A_CHOICE)
    assert talk.platform.faults == []
    await talk.say("1")
    assert talk.keys[-1] != OPEN
