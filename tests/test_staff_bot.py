"""The staff's bot on Telegram: who is let in, cases in the groups, every button, also after a restart."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.posting import Shown
from bot.telegram.staff_linking import StaffLinking
from bot.telegram.staff_lists import StaffLists
from flows.desk.rights import Clerk, Level, Role
from flows.errors import OutsideFault
from integrations.store import chats
from integrations.store.cases import CLOSED
from tests.bot_api_people import PrivateSeat
from tests.staffing import block, case_of, done_about, with_clerk
from tests.talk import HandClock, work_off
from tests.telegram_staff import PAGE, Rig, asked, recorded, zhen

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


# --- who is let in ---------------------------------------------------------------------------------------------------


async def test_an_account_is_linked_once_by_a_code_and_by_no_code_twice(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    code = await rig.code("account", clerk.name)
    first, second = (rig.api.person(name).chat_with(rig.account) for name in ("甲", "乙"))
    first.starts(code)
    await rig.settled()
    second.starts(code)
    await rig.settled()
    assert (len(first.texts), second.texts) == (1, [])
    chat = await rig.chat(first.user.id)
    assert chat is not None
    assert chat.staff == clerk.name
    assert await recorded(rig.app, "telegram linked") == [(clerk.name, clerk.name)]
    assert len(await recorded(rig.app, "telegram refused")) == 1


async def test_a_typed_code_links_as_well(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat = rig.api.person("甲").chat_with(rig.account)
    await rig.says(seat, await rig.code("account", clerk.name))
    assert len(seat.texts) == 1


async def test_a_stranger_is_told_nothing_and_stands_in_the_log_once_an_hour(rig: Rig, clock: HandClock) -> None:
    number = await asked(rig.app)
    stranger = rig.api.person("陌生人").chat_with(rig.account)
    for text in ("/start", "/queue", f"/open {number}", "在吗", "2345-6789"):
        await rig.says(stranger, text)
    stranger.sends_sticker()
    await rig.settled()
    assert stranger.texts == []
    ((who, subject),) = await recorded(rig.app, "telegram refused")
    assert (who, len(subject)) == ("stranger", 12)
    assert str(stranger.user.id) not in subject


async def test_without_that_guard_a_stranger_would_be_answered(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the test above."""
    clerk = await zhen(rig.app)
    seat = await rig.clerk(clerk)
    known = await rig.chat(seat.user.id)
    assert known is not None

    async def anybody(_: StaffLinking, user: int) -> object:
        async with rig.app.database.write() as connection:
            address = chats.Address(user)
            chat = await chats.meet(connection, rig.app.vault, chats.STAFF, address, None, rig.app.clock())
        return chat, clerk

    monkeypatch.setattr(StaffLinking, "clerk", anybody)
    stranger = rig.api.person("陌生人").chat_with(rig.account)
    await rig.says(stranger, "/queue")
    assert len(stranger.texts) == 1


async def test_an_account_that_is_blocked_or_unlinked_is_a_strangers(rig: Rig) -> None:
    clerk, other = await zhen(rig.app), await zhen(rig.app, "other")
    seats = [await rig.clerk(each) for each in (clerk, other)]
    await block(rig.app, clerk.name)
    async with rig.app.database.write() as connection:
        await chats.part_from(connection, other.name, rig.app.clock())
    before = [list(seat.texts) for seat in seats]
    for seat in seats:
        await rig.says(seat, "/queue")
    assert [seat.texts for seat in seats] == before
    assert len(await recorded(rig.app, "telegram refused")) == 2


# --- groups ----------------------------------------------------------------------------------------------------------


async def test_a_group_is_a_townships_by_its_code_and_a_clerk_of_it(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    group = await rig.group("luyang", seat)
    assert len(group.texts) == 1
    assert await recorded(rig.app, "telegram group linked") == [("zhen", "luyang")]
    for other in ("xiquan", "county"):
        refused = await rig.group(other, seat)
        assert refused.texts == []
    assert [subject for _, subject in await recorded(rig.app, "refused: scope")] == ["xiquan", "county"]


async def test_a_case_stands_in_its_townships_group_as_one_message_that_is_kept_up_to_date(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat = await rig.clerk(clerk)
    group, county = await rig.group("luyang", seat), await with_clerk(rig.app, "xian")
    whole = await rig.group("county", await rig.clerk(county))
    number = await asked(rig.app)
    await rig.settled()
    assert len(group.messages) == 2
    post = group.messages[-1]
    assert number in post.text
    labels = [button.label for row in post.buttons for button in row]
    links = [button.url for row in post.buttons for button in row if button.url]
    assert (len(labels), links) == (4, [f"{PAGE}desk/cases/{number}"])
    before = post.text
    await rig.taps(group, f"claim:{number}")
    assert (await case_of(rig.app, number)).holder == clerk.name
    assert clerk.shown_as in post.text
    assert post.text != before
    await rig.taps(group, f"pass:{number}")
    await rig.taps(group, f"to:{number}:section:{next(iter(rig.app.place.sections))}")
    assert post.buttons == []
    assert number in whole.texts[-1]
    assert (len(group.messages), len(whole.messages)) == (2, 2)


async def test_where_the_township_has_no_group_the_county_is_told_and_where_there_is_none_nobody_is(rig: Rig) -> None:
    await asked(rig.app)
    await rig.settled()
    assert rig.api.calls_of("sendMessage") == []
    whole = await rig.group("county", await rig.clerk(await with_clerk(rig.app, "xian")))
    number = await asked(rig.app, "c1")
    await rig.settled()
    assert number in whole.texts[-1]


async def test_a_group_may_be_a_topic(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    owner = rig.api.person("群主")
    group = rig.api.group("芦阳", owner, forum=True)
    group.adds(rig.account)
    thread = group.opens_topic("民政")
    code = await rig.code("group", "luyang")
    rig.in_group(group.seat(owner), seat).says(f"/group {code}", thread=thread)
    await rig.settled()
    number = await asked(rig.app)
    await rig.settled()
    assert number in group.messages[-1].text
    assert {message.thread for message in group.messages} == {thread}


async def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told_who(rig: Rig) -> None:
    first, second = await zhen(rig.app), await zhen(rig.app, "other")
    one, two = await rig.clerk(first), await rig.clerk(second)
    group = await rig.group("luyang", one)
    number = await asked(rig.app)
    await rig.settled()
    post = group.messages[-1]
    queries = [seat.taps(f"claim:{number}", post) for seat in (group, rig.in_group(group, two))]
    await rig.settled()
    holder = (await case_of(rig.app, number)).holder
    assert holder in {first.name, second.name}
    assert sorted(query.alert for query in queries) == [False, True]
    (loser,) = [query for query in queries if query.alert]
    winner = first if holder == first.name else second
    assert winner.shown_as in loser.text
    assert len(await recorded(rig.app, "case claimed")) == 1
    assert len(await recorded(rig.app, "claim came second")) == 1


async def test_a_button_works_after_a_restart_and_a_tap_of_meanwhile_is_not_lost(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    group = await rig.group("luyang", await rig.clerk(clerk))
    number = await asked(rig.app)
    await rig.settled()
    await rig.stop()
    group.taps(f"claim:{number}")
    rig.start()
    await rig.settled()
    assert (await case_of(rig.app, number)).holder == clerk.name


async def test_transfer_and_close_offer_their_choices_in_the_message_and_lead_back(rig: Rig) -> None:
    group = await rig.group("luyang", await rig.clerk(await zhen(rig.app)))
    number = await asked(rig.app)
    await rig.settled()
    post = group.messages[-1]
    first = [button.data for row in post.buttons for button in row]
    for menu, choice in ((f"pass:{number}", f"to:{number}:township:xiquan"), (f"close:{number}", f"end:{number}:done")):
        await rig.taps(group, menu)
        assert choice in [button.data for row in post.buttons for button in row]
        await rig.taps(group, f"back:{number}")
        assert [button.data for row in post.buttons for button in row] == first
    assert await done_about(rig.app, number) == []


async def test_a_case_is_closed_with_its_outcome_but_not_over_words_that_nobody_has_read(rig: Rig) -> None:
    group = await rig.group("luyang", await rig.clerk(await zhen(rig.app)))
    number = await asked(rig.app)
    await rig.settled()
    post = group.messages[-1]
    await rig.taps(group, f"close:{number}")
    query = await rig.taps(group, f"end:{number}:done")
    assert query.alert
    assert (await case_of(rig.app, number)).state != CLOSED
    await rig.taps(group, f"claim:{number}")
    await rig.taps(group, f"close:{number}")
    query = await rig.taps(group, f"end:{number}:unreachable")
    case = await case_of(rig.app, number)
    assert (query.alert, case.state, case.outcome) == (False, CLOSED, "unreachable")
    assert [button.url for row in post.buttons for button in row] == [f"{PAGE}desk/cases/{number}"]


async def test_who_has_no_right_or_another_scope_is_told_so_and_stands_in_the_log(rig: Rig) -> None:
    group = await rig.group("luyang", await rig.clerk(await zhen(rig.app)))
    number = await asked(rig.app)
    await rig.settled()
    post, there = group.messages[-1], await with_clerk(rig.app, "there", Level.TOWNSHIP, "xiquan")
    admin = await with_clerk(rig.app, "admin", role=Role.ADMIN)
    for who, why in ((there, "scope"), (admin, "right")):
        seat = rig.in_group(group, await rig.clerk(who))
        for data in (f"claim:{number}", f"pass:{number}", f"close:{number}"):
            query = await rig.taps(seat, data, post)
            assert query.alert
        assert await recorded(rig.app, f"refused: {why}") == [(who.name, number)] * 3
    stranger = rig.in_group(group, rig.api.person("陌生人").chat_with(rig.account))
    query = await rig.taps(stranger, f"claim:{number}", post)
    assert (query.answered, query.text) == (True, "")
    assert (await case_of(rig.app, number)).holder is None


async def test_a_flood_is_waited_out_and_nothing_is_lost_or_said_twice(rig: Rig) -> None:
    group = await rig.group("luyang", await rig.clerk(await zhen(rig.app)))
    rig.api.refuses(1, retry_after=1, method="sendMessage", chat=group.chat.id)
    number = await asked(rig.app)
    await work_off(rig.app)
    await rig.sent_later()
    assert [number in text for text in group.texts] == [False, True]
    assert [call.status for call in rig.api.calls_of("sendMessage")].count(429) == 1


async def test_the_digest_comes_once_a_working_day_and_counts_what_is_there(rig: Rig, clock: HandClock) -> None:
    group = await rig.group("luyang", await rig.clerk(await zhen(rig.app)))
    await asked(rig.app)
    await rig.settled()
    before = len(group.messages)
    opens = clock.now.replace(hour=7, minute=0) + timedelta(days=1)
    clock.now = opens
    async with asyncio.timeout(60):
        await rig.app.worker.plant()
        for _ in range(40):
            await rig.settled()
            clock.move("5m")
    told = [message for message in group.messages[before:] if "1" in message.text and not message.buttons]
    assert len(told) == 1


# --- what goes wrong -------------------------------------------------------------------------------------------------


async def test_an_update_that_could_not_be_taken_comes_again_until_it_could(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    tries = 0

    async def failing(self: StaffLists, who: Clerk) -> Shown:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise OutsideFault("the database is away")
        return Shown("done", ())

    monkeypatch.setattr(StaffLists, "queue", failing)
    await rig.says(seat, "/queue")
    assert (tries, seat.texts[-1]) == (3, "done")
    update = {"update_id": 77_000_001, "message": _command(seat, "/queue")}
    tries = 0
    with pytest.raises(OutsideFault):
        await rig.bot.take(update)


async def test_a_fault_of_ours_is_told_once_and_does_not_come_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    tries = 0

    async def failing(self: StaffLists, who: Clerk) -> Shown:
        nonlocal tries
        tries += 1
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(StaffLists, "queue", failing)
    before = len(seat.texts)
    await rig.says(seat, "/queue")
    assert (tries, len(seat.texts)) == (1, before + 1)
    assert "a fault of ours" not in rig.said()


async def test_a_group_that_becomes_a_supergroup_stays_whose_it_was(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    old = await rig.group("luyang", seat)
    new = rig.api.group("新群", rig.api.person("群主"))
    new.adds(rig.account)
    moved = _command(seat, "") | {"chat": {"id": old.chat.id, "type": "group", "title": "群"}}
    await rig.bot.take({"update_id": 77_000_002, "message": moved | {"migrate_to_chat_id": new.id}})
    number = await asked(rig.app)
    await rig.settled()
    assert number in new.messages[-1].text
    assert not any(number in text for text in old.texts)


def _command(seat: PrivateSeat, text: str) -> dict[str, object]:
    message: dict[str, object] = {"message_id": 900_001, "date": 1_770_000_000, "from": seat.user.json()}
    message["chat"] = {"id": seat.user.id, "type": "private", "first_name": seat.user.first_name}
    if text:
        message |= {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}
    return message
