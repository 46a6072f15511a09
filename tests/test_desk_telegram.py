"""The staff's bot at the desk: who links chats and groups by a code, and who is told that an answer goes far."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App
from flows.desk.rights import Level, Role
from flows.place import parse_place
from integrations.store import chats, outgoing
from integrations.store.chats import COUNTY, STAFF, Address
from integrations.store.passes import Purpose
from tests.desk import NAME, desk_of, entries, once, only_case, with_account
from tests.in_chat import CONVERSATION, InChat
from tests.talk import HandClock, Talk, an_app
from tests.test_desk_rights import signed_in

BOT = "staff_bot"
CODE = re.compile(r'<strong class="pass-code">(/group )?(\w{4})-(\w{4})</strong>')
PLACE = Path(__file__).parent.parent / "flows" / "places" / "jingtai.toml"
THROUGH = 'id="through"'


@pytest.fixture
async def desks(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """The desk beside a bot for its staff, on either database."""
    bot = {"telegram_staff_token": "1:made-up", "telegram_staff_name": BOT}
    async with an_app(tmp_path, clock, database_url=database_url, **bot) as app:
        yield app


async def taken(app: App, page: str, purpose: Purpose) -> str | None:
    """What the code that a page shows leads to."""
    found = CODE.search(page)
    assert found is not None
    assert (found[1] is None) is (purpose == "account")
    return await app.passes.take(found[2] + found[3], purpose, "a chat", app.clock())


async def told(app: App) -> list[tuple[str, str]]:
    """What the audit log says of Telegram."""
    return [(what, subject) for _, what, subject in await entries(app) if what.startswith("telegram")]


async def test_a_clerk_links_their_chat_by_a_code_and_parts_from_it(desks: App, clock: HandClock) -> None:
    async with desk_of(desks) as desk:
        await signed_in(desks, desk)
        assert "/desk/telegram/unlink" not in await desk.read("/desk/telegram")
        page = (await desk.post("/desk/telegram/code")).text
        (link,) = re.findall(rf'href="https://t\.me/{BOT}\?start=(\w{{8}})"', page)
        assert link[:4] + "-" + link[4:] in page
        assert await taken(desks, page, "account") == NAME
        assert await desks.passes.take(link, "account", "a chat", clock()) is None, "it works once"
        async with desks.database.write() as connection:
            chat = await chats.meet(connection, desks.vault, STAFF, Address(9), None, clock())
            await chats.give_to(connection, chat.id, NAME, clock())
        assert "/desk/telegram/unlink" in await desk.read("/desk/telegram")
        assert (await desk.post("/desk/telegram/unlink")).status_code == 303
        assert "/desk/telegram/unlink" not in await desk.read("/desk/telegram")
        async with desks.database.read() as connection:
            assert await chats.of_staff(connection, desks.vault, NAME) is None
        await desk.post("/desk/telegram/unlink")
    assert await told(desks) == [("telegram code made", NAME), ("telegram unlinked", NAME)], (
        "what changed nothing is none"
    )


async def test_a_code_is_for_what_it_was_made_and_for_ten_minutes(desks: App, clock: HandClock) -> None:
    async with desk_of(desks) as desk:
        await signed_in(desks, desk, Role.LEAD)
        own = (await desk.post("/desk/telegram/code")).text
        for purpose in ("group", "conversation"):
            found = CODE.search(own)
            assert found is not None
            assert await desks.passes.take(found[2] + found[3], purpose, "another", clock()) is None
        clock.now += timedelta(minutes=10)
        assert await taken(desks, own, "account") is None


@pytest.mark.parametrize(
    ("role", "level", "own"),
    [
        (Role.LEAD, Level.COUNTY, {COUNTY, "luyang", "wufo"}),
        (Role.LEAD, Level.TOWNSHIP, {"luyang"}),
        (Role.LEAD, Level.VILLAGE, set()),
        (Role.DESK, Level.COUNTY, set()),
        (Role.DESK, Level.TOWNSHIP, set()),
    ],
)
async def test_who_leads_links_the_groups_of_their_scope_and_nobody_another(
    desks: App, role: Role, level: Level, own: set[str]
) -> None:
    async with desk_of(desks) as desk:
        await signed_in(desks, desk, role, level)
        page = await desk.read("/desk/telegram")
        offered = set(re.findall(r'<option value="(\w+)"', page))
        assert offered >= own
        assert bool(offered) is bool(own)
        for group in (COUNTY, "luyang", "wufo", "nowhere", ""):
            answer = await desk.post("/desk/telegram/group", group=group)
            assert answer.status_code == (200 if group in own else 403), group
            if group in own:
                assert group in offered
                assert await taken(desks, answer.text, "group") == group
    assert {subject for what, subject in await told(desks)} == own
    refused = [what for _, what, _ in await entries(desks) if what.startswith("refused")]
    assert len(refused) == 5 - len(own)


@pytest.mark.parametrize(
    ("role", "level", "own"),
    [
        (Role.LEAD, Level.COUNTY, {COUNTY, "luyang", "wufo"}),
        (Role.LEAD, Level.TOWNSHIP, {"luyang"}),
        (Role.DESK, Level.COUNTY, set()),
    ],
)
async def test_who_leads_sees_the_groups_of_their_scope_and_unlinks_them(
    desks: App, role: Role, level: Level, own: set[str]
) -> None:
    numbers = {COUNTY: -1001, "luyang": -1002, "wufo": -1003}
    async with desks.database.write() as connection:
        for group, number in numbers.items():
            at, now = Address(number), desks.clock()
            chat = await chats.meet(connection, desks.vault, STAFF, at, None, now)
            await chats.make_group(connection, desks.vault, chat.id, group, at, now)
    async with desk_of(desks) as desk:
        await signed_in(desks, desk, role, level)
        page = await desk.read("/desk/telegram")
        assert set(re.findall(r'name="group" value="(\w+)"', page)) == own
        assert not any(str(number) in page for number in numbers.values())
        for group in numbers:
            answer = await desk.post("/desk/telegram/group/unlink", group=group)
            assert answer.status_code == (303 if group in own else 403), group
    async with desks.database.read() as connection:
        left = {chat.group_of for chat in await chats.groups(connection, desks.vault)}
        waiting = (await outgoing.counts(connection)).get((STAFF, outgoing.WAITING), 0)
    assert left == numbers.keys() - own
    assert waiting == len(own), "each is told so"
    assert {subject for what, subject in await told(desks) if what == "telegram group unlinked"} == own


async def test_a_form_makes_one_code_however_often_it_is_pressed(desks: App) -> None:
    async with desk_of(desks) as desk:
        await signed_in(desks, desk)
        form = {"token": await desk.token(), "once": once()}
        first, second = [await desk.client.post("/desk/telegram/code", data=form) for _ in range(2)]
        assert (first.status_code, second.status_code) == (200, 409)
        assert CODE.search(second.text) is None
    assert await told(desks) == [("telegram code made", NAME)]


async def test_where_the_staff_have_no_bot_the_page_says_so_and_makes_no_code(app: App) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.LEAD)
        page = await desk.read("/desk/telegram")
        assert 'role="status"' in page
        assert "/desk/telegram/code" not in page
        assert "/desk/telegram/group" not in page
        for path, form in (("code", {}), ("group", {"group": COUNTY})):
            assert CODE.search((await desk.post(f"/desk/telegram/{path}", **form)).text) is None
    assert await told(app) == []


# --- an answer that leaves the house ----------------------------------------------------------------------------------


async def shown(app: App) -> str:
    """The page of the only case, as a clerk sees it."""
    await with_account(app)
    async with desk_of(app) as desk:
        await desk.sign_in()
        return await desk.read(f"/desk/cases/{await only_case(desk)}")


async def test_a_clerk_is_told_that_an_answer_goes_through_a_chat(any_app: App) -> None:
    await (await InChat.meet(any_app)).say("转人工")
    assert THROUGH in await shown(any_app)


async def test_of_somebody_at_the_page_nothing_of_it_is_told(any_app: App) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    await Talk(any_app, CONVERSATION).say("转人工")
    assert THROUGH not in await shown(any_app)


async def test_who_wishes_to_be_told_at_the_page_is_told_there_wherever_they_are(any_app: App) -> None:
    chat = await InChat.meet(any_app)
    await Talk(any_app, CONVERSATION).say("提醒发到这里")
    await chat.say("转人工")
    assert THROUGH not in await shown(any_app)


async def test_where_the_place_lets_personal_data_into_the_chat_nothing_of_it_is_told(
    tmp_path: Path, clock: HandClock
) -> None:
    text = 'personal_in = ["telegram"]\n' + PLACE.read_text(encoding="utf-8")
    assert parse_place(text).personal_in == ("telegram",)
    path = tmp_path / "place.toml"
    path.write_text(text, encoding="utf-8")
    async with an_app(tmp_path, clock, place=str(path)) as app:
        await (await InChat.meet(app, discreet=False)).say("转人工")
        assert THROUGH not in await shown(app)
