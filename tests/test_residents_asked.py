"""Questions on Telegram: buttons, numbers and words, what is personal, pictures, danger, places."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.capabilities import TELEGRAM
from flows.dialogue.channels import NOT_KEPT
from flows.dialogue.tapping import option_mark
from flows.words import Words
from integrations.store import cases, conversations, queue, timeline, uploads
from tests.bot_api_records import Message
from tests.records import every_value
from tests.talk import COUPLE, HandClock
from tests.telegram import ChatTalk, a_chat, log, says, settled, the_chat, told
from tests.web import break_database, mend_database, picture

HURT = "他打我"


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock) -> AsyncIterator[ChatTalk]:
    """A chat where personal questions may be asked."""
    async with a_chat(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
async def discreet(tmp_path: Path, clock: HandClock) -> AsyncIterator[ChatTalk]:
    """A chat where nothing personal may be."""
    async with a_chat(tmp_path, clock, is_open=False) as opened:
        yield opened


async def said(talk: ChatTalk, *texts: str) -> None:
    """Types several messages, each once the one before is answered."""
    for text in texts:
        talk.seat.says(text)
        await settled(talk)


def button(message: Message, option: str) -> str:
    """The data of the button of an option."""
    mark = option_mark(option)
    return next(each.data for row in message.buttons for each in row if each.data and each.data.endswith(f".{mark}"))


async def answers(talk: ChatTalk) -> dict[str, object]:
    """What is kept of the open service, by question."""
    chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.read() as connection:
        found = await conversations.load(connection, talk.app.vault, str(chat.conversation), "zh-Hans")
    return {key: answer.value for key, answer in found.conversation.stack[-1].answers.items()}


# --- buttons ---


@pytest.mark.parametrize("way", ["button", "1", "１。", "words"])
async def test_a_button_a_number_and_the_words_are_the_same_answer(talk: ChatTalk, way: str) -> None:
    await said(talk, "结婚登记", "同意")
    if way == "button":
        talk.seat.taps(button(talk.seat.messages[-1], "mainland"))
    else:
        asking = talk.question.asking
        assert asking is not None
        words = asking.options[0].label
        talk.seat.says(way if way != "words" else residents_words(talk, words))
    await settled(talk)
    assert (await answers(talk))["couple"] == "mainland"
    assert await told(talk) == ["marriage-first_name"]


def residents_words(talk: ChatTalk, words: Words) -> str:
    """How an option is called."""
    return talk.app.speech.render(words, talk.language)


async def test_the_question_that_was_tapped_says_what_was_chosen_and_has_no_buttons_any_more(talk: ChatTalk) -> None:
    await said(talk, "结婚登记")
    shown, asking = talk.seat.messages[-1], talk.question.asking
    assert asking is not None
    label = asking.options[0].label
    talk.seat.taps(button(shown, "agree"), shown)
    await settled(talk)
    assert len(talk.bot.fake.calls_of("answerCallbackQuery")) == 1
    assert shown.buttons == []
    assert shown.text.count("→") == 1
    assert residents_words(talk, label) in shown.text.partition("→")[2]


async def test_a_button_of_an_earlier_question_answers_nothing_and_says_so(talk: ChatTalk) -> None:
    await said(talk, "结婚登记")
    shown = talk.seat.messages[-1]
    stale = button(shown, "agree")
    old = shown.markup
    await said(talk, "同意", "1")
    shown.markup = old  # it could not be taken away
    before = await answers(talk)
    talk.seat.taps(stale, shown)
    await settled(talk)
    assert await told(talk) == ["choice-stale", "marriage-first_name"]
    assert await answers(talk) == before
    assert shown.buttons == []
    assert "→" not in shown.text


async def test_the_buttons_of_a_question_answered_by_typing_go_away(talk: ChatTalk) -> None:
    await said(talk, "结婚登记", "同意")
    first, second = talk.seat.messages
    await talk.bot.fake.eventually(lambda: not first.buttons)
    assert second.buttons


async def test_of_several_options_each_is_switched_and_then_they_are_done(talk: ChatTalk) -> None:
    await to_needs(talk)
    shown = talk.seat.messages[-1]
    for option, are_on in (("food", 1), ("shelter", 2), ("food", 1), ("warmth", 2)):
        talk.seat.taps(button(shown, option), shown)
        await settled(talk)
        assert len([each for row in shown.buttons for each in row if each.label.startswith("☑")]) == are_on
    talk.seat.taps(next(each.data for row in shown.buttons for each in row if (each.data or "").startswith("d.")) or "")
    await settled(talk)
    assert (await answers(talk))["needs"] == ("shelter", "warmth")


async def test_options_that_are_switched_faster_than_they_can_be_shown_are_none_of_them_lost(talk: ChatTalk) -> None:
    await to_needs(talk)
    shown = talk.seat.messages[-1]
    done = next(each.data for row in shown.buttons for each in row if (each.data or "").startswith("d."))
    for data in (button(shown, "food"), button(shown, "shelter"), done or ""):
        talk.seat.taps(data, shown)
    await settled(talk)
    assert (await answers(talk))["needs"] == ("food", "shelter")


async def test_options_too_long_for_a_button_are_numbered_in_the_text(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.capabilities.TELEGRAM", replace(TELEGRAM, label_limit=3))
    async with a_chat(tmp_path, clock) as talk:
        await said(talk, "结婚登记", "同意")
        asking, shown = talk.question.asking, talk.seat.messages[-1]
        assert asking is not None
        assert [each.label for row in shown.buttons for each in row] == [
            str(n) for n in range(1, len(asking.options) + 1)
        ]
        for number, option in enumerate(asking.options, start=1):
            assert f"{number}. {residents_words(talk, option.label)}" in shown.text
        talk.seat.taps("1", shown)
        await settled(talk)
        assert (await answers(talk))["couple"] == "mainland"


async def to_needs(talk: ChatTalk) -> None:
    """Up to the question of what is needed tonight, of which several may be chosen."""
    await said(talk, "社会救助")
    for option in ("agree", "luyang", "unknown", "yes"):
        talk.seat.taps(button(talk.seat.messages[-1], option))
        await settled(talk)
    assert (await told(talk))[-1] == "assistance-needs"


# --- what is personal ---


async def test_what_is_personal_is_not_kept_where_it_may_not_be_said_and_is_deleted(discreet: ChatTalk) -> None:
    await said(discreet, "结婚登记", "同意", "1")
    assert (await told(discreet))[-1] == "marriage-first_name"
    message = discreet.seat.says("张三丰")
    await settled(discreet)
    assert (await told(discreet))[0] == "personal-elsewhere"
    assert message.deleted
    assert any(each.url and "#at=" in each.url for row in discreet.seat.messages[-1].buttons for each in row)
    assert (await log(discreet))[-1].said == NOT_KEPT
    assert "first_name" not in await answers(discreet)
    assert not [where for where, value in await every_value(discreet.app.database) if "张三丰".encode() in value]


async def test_where_it_may_be_said_it_is_taken_and_stays(talk: ChatTalk) -> None:
    """The control of the test before."""
    await said(talk, "结婚登记", "同意", "1")
    message = talk.seat.says("张三丰")
    await settled(talk)
    assert not message.deleted
    assert (await answers(talk))["first_name"] == "张三丰"


@pytest.mark.parametrize("way", ["photo", "document"])
async def test_a_picture_answers_a_question_for_one(talk: ChatTalk, way: str) -> None:
    await said(talk, *COUPLE, "2026-05-20", "09:30")
    assert (await told(talk))[-1] == "marriage-photo"
    if way == "photo":
        talk.seat.sends_photo(picture())
    else:
        talk.seat.sends_document(picture(), "image/jpeg", "a.jpg")
    await settled(talk)
    assert (await told(talk))[-1] == "marriage-phone"
    async with talk.app.database.read() as connection:
        kept = str((await answers(talk))["photo"])
        chat = await the_chat(talk.app, talk.seat)
        assert await uploads.get(connection, talk.app.vault, kept, str(chat.conversation)) is not None


@pytest.mark.parametrize("way", ["photo", "document"])
async def test_where_pictures_may_not_be_sent_one_is_not_kept_and_is_deleted(discreet: ChatTalk, way: str) -> None:
    await said(discreet, "结婚登记")
    seat = discreet.seat
    sent = seat.sends_photo(picture()) if way == "photo" else seat.sends_document(picture(), "image/png", "a.png")
    await settled(discreet)
    assert (await told(discreet))[0] == "unfit-photo"
    assert sent.deleted
    assert discreet.bot.fake.calls_of("getFile") == []


# --- danger, and a person ---


async def test_danger_is_answered_with_the_number_first_and_reaches_the_staff(discreet: ChatTalk) -> None:
    await said(discreet, "结婚登记", HURT)
    keys = await told(discreet)
    assert keys[0] == "danger-violence"
    assert says(discreet.seat.messages[1].text, "danger-violence", **discreet.app.place.numbers)
    assert not says(discreet.seat.messages[2].text, "danger-violence", **discreet.app.place.numbers)
    assert len(discreet.seat.messages) == 3
    async with discreet.app.database.read() as connection:
        assert [row.service for row in await queue.listed(connection)] == ["danger"]


async def test_danger_told_while_the_store_does_not_answer_is_answered_at_once_and_kept_later(
    tmp_path: Path, clock: HandClock
) -> None:
    async with a_chat(tmp_path, clock, is_open=False) as talk:
        await said(talk, "结婚登记")
        await break_database(talk.app, tmp_path)
        talk.seat.says(HURT)
        await talk.bot.fake.eventually(lambda: len(talk.seat.messages) == 2)
        number = talk.bot.account.last_update
        polls = len(talk.bot.fake.calls_of("getUpdates"))
        await talk.bot.fake.eventually(lambda: len(talk.bot.fake.calls_of("getUpdates")) > polls + 3)
        assert [each.id for each in talk.bot.account.updates] == [number]  # it comes again and again
        assert len(talk.seat.messages) == 2
        assert says(talk.seat.messages[1].text, "danger-violence", **talk.app.place.numbers)
        await mend_database(talk.app, tmp_path)
        await settled(talk)
        assert (await told(talk))[0] == "danger-violence"
        assert (await log(talk))[-1].said == HURT
        async with talk.app.database.read() as connection:
            assert [row.service for row in await queue.listed(connection)] == ["danger"]


async def test_where_somebody_is_reaches_the_person_they_asked_for(talk: ChatTalk) -> None:
    await said(talk, "结婚登记", "找工作人员")
    talk.seat.shares_location(36.56789, 104.12345)
    await settled(talk)
    chat = await the_chat(talk.app, talk.seat)
    async with talk.app.database.read() as connection:
        found = await conversations.load(connection, talk.app.vault, str(chat.conversation), "zh-Hans")
        number = found.conversation.handoff
        assert number is not None
        entries = await timeline.of_case(connection, talk.app.vault, number)
        ticket = await cases.by_number(connection, talk.app.vault, number)
    assert "geo:36.56789,104.12345" in f"{entries}{ticket}"
    assert (await log(talk))[-1].said == Words("location-received")


async def test_where_somebody_is_answers_no_question(talk: ChatTalk) -> None:
    await said(talk, "结婚登记")
    talk.seat.shares_location(36.56789, 104.12345)
    await settled(talk)
    assert await told(talk) == ["unfit-location", "marriage-notice"]


async def test_a_reply_too_long_for_one_message_comes_in_pieces(
    talk: ChatTalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = type(talk.app.speech).render

    def long(self: object, words: Words, language: str) -> str:
        text = render(self, words, language)  # type: ignore[arg-type]
        return text + "\n长" * 3000 if words.key == "marriage-notice" else text

    monkeypatch.setattr(type(talk.app.speech), "render", long)
    await said(talk, "结婚登记")
    texts = talk.seat.texts
    assert len(texts) > 1
    assert sum(text.count("长") for text in texts) >= 3000
    assert [bool(message.buttons) for message in talk.seat.messages] == [False] * (len(texts) - 1) + [True]
