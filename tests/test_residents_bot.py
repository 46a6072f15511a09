"""The residents' bot, met for the first time: its menu, languages, groups, and what it cannot take."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.telegram.shown_commands import COMMANDS
from bot.turn import Turns
from flows.words import Words
from integrations.store import chats
from tests.bot_api_people import PrivateSeat
from tests.records import work_of
from tests.talk import HandClock, work_off
from tests.telegram import ChatTalk, a_chat, log, says, settled, the_chat, told


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock) -> AsyncIterator[ChatTalk]:
    """A chat where personal questions may be asked."""
    async with a_chat(tmp_path, clock) as opened:
        yield opened


async def test_who_presses_start_is_greeted_once(talk: ChatTalk) -> None:
    talk.seat.starts()
    await settled(talk)
    assert (await told(talk))[0] == "greeting"
    talk.seat.starts()
    await settled(talk)
    assert "greeting" not in await told(talk)
    assert len(talk.seat.messages) == 2


async def test_a_link_with_a_service_begins_it(talk: ChatTalk) -> None:
    talk.seat.starts("marriage")
    await settled(talk)
    assert (await told(talk))[-1] == "marriage-notice"


async def test_a_link_with_anything_else_is_a_beginning_like_any_other(talk: ChatTalk) -> None:
    talk.seat.starts("nothing-of-ours")
    await settled(talk)
    assert (await told(talk))[0] == "greeting"
    assert [entry.said for entry in await log(talk)] == [None]


async def test_the_menu_of_commands_is_set_in_the_languages_telegram_can_tell_apart(talk: ChatTalk) -> None:
    commands = talk.bot.account.commands
    await talk.bot.fake.eventually(lambda: len(commands) == 3)
    of = {language: [each["command"] for each in given] for (_, language), given in commands.items()}
    assert of == {"": list(COMMANDS), "zh": list(COMMANDS), "en": list(COMMANDS)}
    shown = {language: given[0]["description"] for (_, language), given in commands.items()}
    assert says(shown["en"], "bot-menu", "en")
    assert says(shown[""], "bot-menu")
    assert shown["en"] != shown[""]


@pytest.mark.parametrize("command", COMMANDS)
async def test_every_command_of_the_menu_is_understood(talk: ChatTalk, command: str) -> None:
    talk.seat.starts("marriage")
    talk.seat.says(f"/{command}")
    await settled(talk)
    if command == "exit":  # nothing is left of it in the log
        assert says(talk.seat.texts[-1], "exit-done")
        return
    keys = await told(talk)
    assert keys
    assert not [key for key in keys if "not_understood" in key]


@pytest.mark.parametrize(
    ("code", "language"), [("en", "en"), ("en-GB", "en"), ("zh-hant", "zh-Hant"), ("xx", "zh-Hans"), (None, "zh-Hans")]
)
async def test_the_language_is_that_of_their_telegram(
    tmp_path: Path, clock: HandClock, code: str | None, language: str
) -> None:
    async with a_chat(tmp_path, clock, language_code=code) as talk:
        talk.seat.starts()
        await settled(talk)
        place = Words("place-jingtai")
        assert says(talk.seat.texts[0], "greeting", language, place=place)


async def test_in_a_group_it_says_once_that_it_talks_to_one_alone_and_leaves(talk: ChatTalk) -> None:
    api, owner = talk.bot.fake, talk.bot.fake.person("李强")
    group = api.group("邻居", owner)
    group.adds(talk.bot.account)
    await settled(talk)
    await api.eventually(lambda: group.chat.bots[talk.bot.account] == "left")
    (message,) = group.messages
    assert says(message.text, "group-private")
    group.adds(talk.bot.account)
    await api.eventually(lambda: group.chat.bots[talk.bot.account] == "left")
    await settled(talk)
    assert len(group.messages) == 1
    async with talk.app.database.read() as connection:
        assert await chats.at(connection, talk.app.vault, "residents", group.id) is None


async def test_what_is_said_in_a_group_is_no_turn(talk: ChatTalk) -> None:
    api, owner = talk.bot.fake, talk.bot.fake.person("李强")
    group = api.group("邻居", owner)
    group.adds(talk.bot.account, admin=True)
    group.seat(owner).says("结婚登记")
    await settled(talk)
    assert talk.bot.taken.empty()
    assert talk.last is None


UNFIT: dict[str, Callable[[PrivateSeat], object]] = {
    "sticker": lambda seat: seat.sends_sticker(),
    "voice": lambda seat: seat.sends_voice(),
    "document": lambda seat: seat.sends_document(b"%PDF-1.7", "application/pdf", "a.pdf", "我的证明"),
    "edited": lambda seat: seat.edits(seat.chat.messages[0], "补领"),
}


@pytest.mark.parametrize("kind", UNFIT)
async def test_what_cannot_be_taken_is_said_in_a_sentence_and_the_question_put_again(talk: ChatTalk, kind: str) -> None:
    talk.seat.starts("marriage")
    await settled(talk)
    UNFIT[kind](talk.seat)
    await settled(talk)
    assert await told(talk) == [f"unfit-{kind}", "marriage-notice"]
    assert (await log(talk))[-1].said is None


async def test_a_picture_that_is_none_is_not_said_to_be_too_large(talk: ChatTalk) -> None:
    talk.seat.starts("marriage")
    talk.seat.sends_document(b"no picture at all", "image/jpeg", "a.jpg")
    await settled(talk)
    assert (await told(talk))[0] == "unfit-document"


async def test_a_file_telegram_does_not_hand_out_keeps_nobody_waiting(talk: ChatTalk) -> None:
    talk.seat.starts("marriage")
    await settled(talk)
    talk.bot.fake.refuses(
        99,
        status=400,
        description="Bad Request: wrong file_id or the file is temporarily unavailable",
        method="getFile",
    )
    talk.seat.sends_document(b"\xff\xd8", "image/jpeg", "a.jpg")
    talk.seat.says("同意")
    await settled(talk)
    assert [entry.replies[0].words.key for entry in (await log(talk))[-2:]] == ["unfit-document", "marriage-couple"]


async def test_ten_messages_at_once_are_ten_turns_in_order(talk: ChatTalk) -> None:
    said = ["结婚登记", "同意", "1", "返回", "1", "返回", "1", "返回", "1", "返回"]
    for text in said:
        talk.seat.says(text)
    await settled(talk)
    entries = await log(talk)
    assert len(entries) == 10
    assert [int(entry.message.rpartition(".")[2]) for entry in entries] == sorted(
        message.ids[talk.bot.account] for message in talk.seat.chat.messages if message.sender is talk.seat.user
    )
    assert len(talk.seat.messages) == 10


async def test_who_blocks_the_bot_is_told_nothing_and_who_comes_back_is_answered(talk: ChatTalk) -> None:
    talk.seat.starts()
    await settled(talk)
    talk.seat.blocks()
    await settled(talk)
    assert (await the_chat(talk.app, talk.seat)).is_blocked
    talk.seat.unblocks()
    talk.seat.says("结婚登记")
    await settled(talk)
    assert not (await the_chat(talk.app, talk.seat)).is_blocked
    assert (await told(talk))[-1] == "marriage-notice"
    assert len(talk.seat.messages) == 2


async def test_what_met_a_fault_of_ours_is_kept_and_done_again_and_said_once(
    talk: ChatTalk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.seat.starts("marriage")
    await settled(talk)
    with monkeypatch.context() as broken:

        async def fail(*_: object, **__: object) -> None:
            raise RuntimeError("a fault of ours")

        broken.setattr(Turns, "take", fail)
        with capture_logs() as logs:
            talk.seat.says("同意")
            await settled(talk)
            await work_off(talk.app)
            clock.move("2m")
            await work_off(talk.app)
        assert "telegram.fault" in [entry["event"] for entry in logs]
        assert [row.state for row in await work_of(talk.app.database, "update")] != ["done"]
    clock.move("1h")
    await work_off(talk.app)
    await settled(talk)
    assert await told(talk) == ["marriage-couple"]
    assert [text for text in talk.seat.texts if says(text, "unfit-fault")] == talk.seat.texts[1:2]
    assert [row.state for row in await work_of(talk.app.database, "update")] == ["done"]


async def test_the_control_nothing_is_kept_of_what_went_well(talk: ChatTalk) -> None:
    talk.seat.starts("marriage")
    await settled(talk)
    assert await work_of(talk.app.database, "update") == []
