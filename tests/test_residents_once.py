"""An update that comes again on Telegram does once what it did: it links, switches back, is counted once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.channels.chatting import MESSAGES_PER_MINUTE, MINUTE
from bot.turn import Taken
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.inputs.code import read_code
from flows.words import Reply
from integrations.store.tables import due_work
from tests.bot_api_records import Update
from tests.records import work_of
from tests.talk import HandClock, Talk, work_off
from tests.telegram import ChatTalk, a_chat, log, says, settled, the_chat, told
from tests.test_residents_elsewhere import a_code, all_said


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[ChatTalk]:
    """A chat where personal questions may be asked, once on each database."""
    async with a_chat(tmp_path, clock, database_url=database_url) as opened:
        yield opened


@contextmanager
def failing(talk: ChatTalk, fault: Exception, *, text: str | None = None, times: int = 1) -> Iterator[list[str]]:
    """Turns fail so many times, all or those of a text; the ids of what failed."""
    take, failed = talk.app.turns.take, list[str]()

    async def broken(incoming: Incoming, language: str | None = None, *, lead: tuple[Reply, ...] = ()) -> Taken:
        if len(failed) < times and text in (None, incoming.text):
            failed.append(incoming.id)
            raise fault
        return await take(incoming, language, lead=lead)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(talk.app.turns, "take", broken)
        with capture_logs():
            yield failed


@pytest.mark.parametrize("way", ["typed", "link"])
async def test_a_code_whose_use_was_followed_by_a_fault_works_when_its_update_comes_again(
    talk: ChatTalk, way: str
) -> None:
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    code = await a_code(page)
    with failing(talk, OutsideFault("the store")) as failed:
        if way == "typed":
            talk.seat.says(code)
        else:
            talk.seat.starts(f"at_{read_code(code)}")
        await settled(talk)
    assert len(failed) == 1
    chat = await the_chat(talk.app, talk.seat)
    assert chat.conversation == "page0"
    assert chat.before is not None
    assert len([text for text in talk.seat.texts if says(text, "link-done")]) == 1
    assert not [text for text in talk.seat.texts if says(text, "link-over")]
    asked = (await log(talk))[-1]  # in the chat now, by the update that came again; the code was no answer
    assert asked.message == failed[0]
    assert asked.said is None
    assert asked.replies[-1].words.key == "reissue-which"


async def test_who_asks_to_switch_back_is_switched_back_once_although_the_update_comes_again(talk: ChatTalk) -> None:
    await all_said(talk, "结婚登记")
    own = (await the_chat(talk.app, talk.seat)).conversation
    page = Talk(talk.app, "page0")
    await page.all("补领", "同意")
    await all_said(talk, await a_code(page))
    with failing(talk, OutsideFault("the store")) as failed:
        await all_said(talk, "换回来")
    assert len(failed) == 1
    assert (await the_chat(talk.app, talk.seat)).conversation == own
    assert len([text for text in talk.seat.texts if says(text, "link-back_done")]) == 1
    assert (await told(talk))[-1] == "marriage-notice"


async def test_what_comes_again_and_again_is_not_counted_as_written_too_fast(talk: ChatTalk) -> None:
    await all_said(talk, "结婚登记")
    with failing(talk, OutsideFault("the store"), times=MESSAGES_PER_MINUTE + 5) as failed:
        await all_said(talk, "同意")
    assert len(failed) == MESSAGES_PER_MINUTE + 5
    assert (await told(talk))[-1] == "marriage-couple"
    assert not [text for text in talk.seat.texts if says(text, "unfit-too_fast")]


async def test_the_control_what_is_written_too_fast_is_said_to_be(talk: ChatTalk) -> None:
    await all_said(talk, "菜单")
    chat = await the_chat(talk.app, talk.seat)
    for _ in range(MESSAGES_PER_MINUTE - 1):
        await talk.app.quick.count(f"message:{chat.id}", MINUTE)
    await all_said(talk, "菜单", "菜单")
    assert len([text for text in talk.seat.texts if says(text, "unfit-too_fast")]) == 1


async def test_while_the_update_of_one_chat_cannot_be_taken_others_are_answered(talk: ChatTalk) -> None:
    other = talk.bot.fake.person("李强").chat_with(talk.bot.account)
    with failing(talk, OutsideFault("the store"), text="结婚登记", times=10_000):
        talk.seat.says("结婚登记")
        other.says("补领")
        await talk.bot.fake.eventually(lambda: len(other.messages) == 1)
        other.says("同意")
        await talk.bot.fake.eventually(lambda: len(other.messages) == 2)
        assert len(talk.bot.account.updates) == 3  # none before the lowest is acknowledged
    await settled(talk)
    assert len(other.messages) == 2
    assert len(talk.seat.messages) == 1


async def test_a_kept_update_is_dropped_where_its_person_has_gone_on_and_nothing_of_it_is_kept(
    talk: ChatTalk, clock: HandClock
) -> None:
    await all_said(talk, "结婚登记", "同意")
    with failing(talk, RuntimeError("ours"), text="1"):
        await all_said(talk, "1")
    await all_said(talk, "返回")
    before = [entry.message for entry in await log(talk)]
    clock.move("1h")
    await work_off(talk.app)
    await settled(talk)
    assert [entry.message for entry in await log(talk)] == before
    assert [row.state for row in await work_of(talk.app.database, "update")] == ["done"]


async def test_what_a_kept_update_says_is_gone_from_the_work_once_it_is_done(talk: ChatTalk, clock: HandClock) -> None:
    await all_said(talk, "结婚登记", "同意", "1")
    with failing(talk, RuntimeError("ours"), text="张三丰"):
        await all_said(talk, "张三丰")
    assert "张三丰" in await words_of_work(talk)
    clock.move("1h")
    await work_off(talk.app)
    await settled(talk)
    assert (await log(talk))[-1].said == "张三丰"
    assert "张三丰" not in await words_of_work(talk)


async def words_of_work(talk: ChatTalk) -> str:
    """Everything the kept updates say."""
    async with talk.app.database.read() as connection:
        rows = (await connection.execute(select(due_work).where(due_work.c.kind == "update"))).all()
    kept = [talk.app.vault.open_plain(row.sealed, f"due_work:{row.id}") for row in rows if row.sealed]
    return json.dumps(kept, ensure_ascii=False)


async def test_an_update_that_cannot_be_read_is_passed_over_and_the_next_is_taken(
    talk: ChatTalk,
) -> None:
    await all_said(talk, "结婚登记")
    fake, account = talk.bot.fake, talk.bot.account
    with fake.world.change():
        account.last_update += 1
        wrong = {"message_id": "not a number"}
        account.updates.append(Update(account.last_update, "message", wrong, talk.seat.chat.id, fake.clock.now()))
    await all_said(talk, "同意")
    assert (await told(talk))[-1] == "marriage-couple"
