"""The staff's groups on Telegram when something about them changes: nothing that waits is lost, nothing goes twice."""

from __future__ import annotations

import pytest
from telegram.error import ChatMigrated

from bot.channels.sender import Throttled
from bot.telegram.staff_api import faults
from bot.telegram.staff_linking import StaffLinking
from flows.words import Words
from integrations.store import outgoing
from integrations.store.chats import STAFF
from tests.staffing import claim, with_clerk
from tests.talk import work_off
from tests.telegram_staff import Rig, asked, zhen

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def dead(rig: Rig) -> int:
    """How many messages were given up."""
    async with rig.app.database.read() as connection:
        return (await outgoing.counts(connection)).get((STAFF, outgoing.DEAD), 0)


def test_that_a_group_has_become_another_chat_is_no_reason_to_give_a_message_up() -> None:
    with pytest.raises(Throttled), faults():
        raise ChatMigrated(-1_000_000_000_001)


async def test_what_waits_for_a_group_that_becomes_a_supergroup_is_said_there_once(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat = await rig.clerk(clerk)
    old = await rig.group("luyang", seat)
    shown = await asked(rig.app)
    await rig.settled()
    await rig.stop()
    await claim(rig.app, clerk, shown)
    waiting = await asked(rig.app, "c1")
    await work_off(rig.app)
    known = await rig.chat(old.chat.id)
    assert known is not None
    async with rig.app.database.write() as connection:
        what = {"do": "send", "text": "digest", "rows": []}
        now, chat = rig.app.clock(), known.id
        await outgoing.put(connection, rig.app.vault, bot=STAFF, chat=chat, key="d", what=what, now=now)
    new = rig.api.group("新群", rig.api.person("群主"))
    new.adds(rig.account)
    for _ in range(2):  # also when the update comes again
        await StaffLinking(rig.app).became(old.chat.id, new.id)
    rig.start()
    await rig.settled()
    texts = [message.text for message in new.messages]
    assert [sum(each in text for text in texts) for each in (shown, waiting, "digest")] == [1, 1, 1]
    assert any(shown in text and clerk.shown_as in text for text in texts)
    assert not any(waiting in text for text in old.texts)
    assert await dead(rig) == 0


async def test_where_a_thread_was_deleted_the_group_itself_is_told(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    owner = rig.api.person("群主")
    group = rig.api.group("芦阳", owner, forum=True)
    group.adds(rig.account)
    thread = group.opens_topic("民政")
    code = await rig.code("group", "luyang")
    rig.in_group(group.seat(owner), seat).says(f"/group {code}", thread=thread)
    await rig.settled()
    del group.chat.topics[thread]
    numbers = [await asked(rig.app), await asked(rig.app, "c1")]
    await rig.settled()
    last = group.messages[-2:]
    assert [sum(number in message.text for message in last) for number in numbers] == [1, 1]
    assert {message.thread for message in last} == {None}
    assert await dead(rig) == 0
    refused = [call for call in rig.api.calls_of("sendMessage") if call.status == 400]
    assert len(refused) == 1, "the second message knows"


async def test_a_wait_that_telegram_asks_for_is_not_slept_through_within_the_send(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    rig.api.refuses(1, retry_after=600, method="sendMessage", chat=seat.user.id)
    seat.says("/queue")
    await rig.sent_later()
    assert seat.texts[-1].startswith(rig.app.speech.render(Words("staff_bot-queue"), rig.app.settings.locale))
    assert [call.status for call in rig.api.calls_of("sendMessage")].count(429) == 1


async def test_a_busy_group_is_paced_by_the_sender_and_not_by_the_library(rig: Rig) -> None:
    whole = await rig.group("county", await rig.clerk(await with_clerk(rig.app, "xian")))
    numbers = [await asked(rig.app, f"c{n}", township=None) for n in range(25)]
    await rig.settled()
    told = "\n".join(message.text for message in whole.messages[1:])
    assert [told.count(number) for number in numbers] == [1] * 25
