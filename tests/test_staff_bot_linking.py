"""Chats become a clerk's or a township's by a code, whole or not at all, also where the store fails in between."""

from __future__ import annotations

import pytest

from bot.passes import MOST_WRONG
from flows.errors import OutsideFault
from flows.words import Words
from integrations.store import audit, chats, outgoing
from integrations.store.chats import COUNTY
from tests.staffing import with_clerk
from tests.telegram_staff import Rig, asked, recorded, zhen

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Failing:
    """A function of the store that fails at first, as often as it is told."""

    def __init__(self, patch: pytest.MonkeyPatch, module: object, name: str, times: int = 2) -> None:
        self._real = getattr(module, name)
        self.left = times
        patch.setattr(module, name, self)

    async def __call__(self, *args: object, **more: object) -> object:
        if self.left:
            self.left -= 1
            raise OutsideFault("the database is away")
        return await self._real(*args, **more)


@pytest.mark.parametrize(("module", "name"), [(chats, "give_to"), (audit, "record"), (outgoing, "put")])
@pytest.mark.parametrize("typed", [False, True])
async def test_a_code_links_though_the_store_fails_in_between(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, module: object, name: str, typed: bool
) -> None:
    clerk = await zhen(rig.app)
    code = await rig.code("account", clerk.name)
    seat = rig.api.person("甲").chat_with(rig.account)
    if typed:  # with what comes first out of the way
        await rig.says(seat, "/start")
    failing = Failing(monkeypatch, module, name)
    if typed:
        seat.says(code)
    else:
        seat.starts(code)
    await rig.settled()
    assert failing.left == 0
    chat = await rig.chat(seat.user.id)
    assert chat is not None
    assert chat.staff == clerk.name
    assert seat.texts == [rig.app.speech.render(Words("staff_bot-linked"), rig.app.settings.locale)]
    assert await recorded(rig.app, "telegram linked") == [(clerk.name, clerk.name)]


@pytest.mark.parametrize(("module", "name"), [(chats, "make_group"), (audit, "record"), (outgoing, "put")])
async def test_a_code_of_a_group_links_though_the_store_fails_in_between(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    failing = Failing(monkeypatch, module, name)
    group = await rig.group("luyang", seat)
    assert failing.left == 0
    assert len(group.texts) == 1
    assert len(seat.texts) == 1
    assert await recorded(rig.app, "telegram group linked") == [("zhen", "luyang")]


async def test_who_tries_codes_that_do_not_work_is_stopped_soon(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat = rig.api.person("甲").chat_with(rig.account)
    for _ in range(MOST_WRONG):
        await rig.says(seat, "2345-6789")
    await rig.says(seat, await rig.code("account", clerk.name))
    assert seat.texts == []
    other = rig.api.person("乙").chat_with(rig.account)
    await rig.says(other, await rig.code("account", clerk.name))
    assert len(other.texts) == 1


async def test_a_township_has_one_group_and_the_one_it_had_hears_only_that(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    whole = await rig.group(COUNTY, await rig.clerk(await with_clerk(rig.app, "xian")))
    old = await rig.group("luyang", seat)
    shown = await asked(rig.app)
    await rig.settled()
    post, before = old.messages[-1], len(old.messages)
    new = await rig.group("luyang", seat)
    number = await asked(rig.app, "c1")
    await rig.settled()
    told = [message.text for message in old.messages[before:]]
    assert told == [rig.app.speech.render(Words("staff_bot-ungrouped"), rig.app.settings.locale)]
    assert number in new.texts[-1]
    await rig.taps(old, f"claim:{shown}", post)
    assert "zhen主任" not in post.text, "who reads on there does not see how it goes on"
    assert len(whole.messages) == 1
    known = await rig.chat(old.chat.id)
    assert known is not None
    assert known.group_of is None
