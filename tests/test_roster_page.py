"""Duty rosters (值班表): who is on duty where and when, and who may say so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.app import App
from bot.web.desk_roster import MOST_DAYS, may_set
from flows.desk.rights import Clerk, Level, Role
from flows.hours import SHANGHAI
from integrations.store import rosters
from integrations.store.rosters import Shift
from tests.desk import PASSWORD, Desk, desk_of, entries, sends_to_the_sign_in
from tests.staffing import block, on_duty, with_clerk
from tests.talk import HandClock

NIGHT = {"day": "2026-05-11", "since": "18:00", "until": "08:00"}


@asynccontextmanager
async def signed_in(app: App, name: str) -> AsyncIterator[Desk]:
    """The browser of one of the staff."""
    async with desk_of(app) as opened:
        assert (await opened.sign_in(name, PASSWORD)).status_code == 303
        yield opened


@pytest.fixture
async def staff(any_app: App) -> dict[str, Clerk]:
    """Leads of the county and of a township, and who may be put on duty."""
    lead, luyang = Role.LEAD, (Level.TOWNSHIP, "luyang")
    return {
        "lead": await with_clerk(any_app, "lead", role=lead),
        "town_lead": await with_clerk(any_app, "town_lead", *luyang, role=lead),
        "xian": await with_clerk(any_app, "xian", phone="13900001234"),
        "zhen": await with_clerk(any_app, "zhen", *luyang),
        "xiquan": await with_clerk(any_app, "xiquan", Level.TOWNSHIP, "xiquan"),
        "cun": await with_clerk(any_app, "cun", Level.VILLAGE, "luyang", "v1"),
        "auditor": await with_clerk(any_app, "auditor", role=Role.AUDITOR),
    }


async def all_shifts(app: App) -> list[Shift]:
    now = app.clock()
    async with app.database.read() as connection:
        return list(await rosters.between(connection, now - timedelta(days=60), now + timedelta(days=60)))


async def there(app: App, at: datetime, township: str | None = None, village: str | None = None) -> list[str]:
    """Who is on duty at an instant, somewhere."""
    async with app.database.read() as connection:
        return [clerk.name for clerk in await rosters.on_duty(connection, at, township, village)]


# --- the store ---


async def test_a_shift_begins_at_its_first_instant_and_ends_before_its_last(
    any_app: App, clock: HandClock, staff: dict[str, Clerk]
) -> None:
    shift = await on_duty(any_app, staff["xian"], clock(), hours=8)
    instant = timedelta(microseconds=1)
    for at, who in (
        (shift.starts_at - instant, []),
        (shift.starts_at, ["xian"]),
        (shift.ends_at - instant, ["xian"]),
        (shift.ends_at, []),
    ):
        assert await there(any_app, at) == who


async def test_one_person_is_not_on_duty_twice_at_once_at_the_same_place(
    any_app: App, clock: HandClock, staff: dict[str, Clerk]
) -> None:
    first = await on_duty(any_app, staff["zhen"], clock(), hours=8)

    async def add(begins: float, ends: float, who: str = "zhen", **other: object) -> bool:
        since, until = first.starts_at + timedelta(hours=begins), first.starts_at + timedelta(hours=ends)
        where = {"level": Level.TOWNSHIP, "township": "luyang", "village": None, **other}
        shift = Shift(f"{who}{begins}{len(other)}", who, starts_at=since, ends_at=until, **where)  # type: ignore[arg-type]
        async with any_app.database.write() as connection:
            return await rosters.add(connection, shift)

    for begins, ends in ((0, 8), (-1, 0.5), (7.5, 9), (2, 3), (-1, 9)):
        assert not await add(begins, ends), (begins, ends)
    assert await add(8, 16), "one after the other"
    assert await add(-4, 0)
    assert await add(0, 8, "xian", level=Level.COUNTY, township=None), "somebody else"
    assert await add(0.5, 8, level=Level.COUNTY, township=None), "the same person, for another place"


async def test_on_duty_are_those_of_the_village_its_township_and_the_county_and_no_others(
    any_app: App, clock: HandClock, staff: dict[str, Clerk]
) -> None:
    for name in ("xian", "zhen", "xiquan", "cun"):
        await on_duty(any_app, staff[name])
    assert await there(any_app, clock()) == ["xian"]
    assert await there(any_app, clock(), "luyang") == ["xian", "zhen"]
    assert await there(any_app, clock(), "luyang", "v1") == ["cun", "xian", "zhen"]
    assert await there(any_app, clock(), "luyang", "v2") == ["xian", "zhen"]
    assert await there(any_app, clock(), "xiquan", "v1") == ["xian", "xiquan"], "a code of another township"
    await block(any_app, "xian")
    assert await there(any_app, clock()) == []


# --- the page ---


async def test_a_lead_sets_a_night_which_ends_on_the_next_day_and_the_page_shows_it(
    any_app: App, clock: HandClock, staff: dict[str, Clerk]
) -> None:
    async with signed_in(any_app, "lead") as desk:
        assert "现在没有人值班" in await desk.read("/desk/roster")
        answer = await desk.post("/desk/roster", name="xian", **NIGHT)
        assert (answer.status_code, answer.headers["location"]) == (303, "/desk/roster?first=2026-05-11")
        (shift,) = await all_shifts(any_app)
        begins, ends = (f"{each.astimezone(SHANGHAI):%m-%d %H:%M}" for each in (shift.starts_at, shift.ends_at))
        assert (shift.staff, begins, ends) == ("xian", "05-11 18:00", "05-12 08:00")
        page = await desk.read("/desk/roster")
        assert "xian主任" in page
        assert "13900001234" not in page
        clock.now = shift.starts_at
        await desk.sign_in("lead", PASSWORD)
        assert "现在没有人值班" not in await desk.read("/desk/roster")
    assert ("lead", "duty set", "xian") in await entries(any_app)


async def test_several_days_are_set_at_once_and_what_is_there_already_is_not_set_again(
    any_app: App, staff: dict[str, Clerk]
) -> None:
    async with signed_in(any_app, "lead") as desk:
        assert (await desk.post("/desk/roster", name="xian", days="3", **NIGHT)).status_code == 303
        assert len(await all_shifts(any_app)) == 3
        assert (await desk.post("/desk/roster", name="xian", days="3", **NIGHT)).status_code == 409
        assert (await desk.post("/desk/roster", name="xian", days="5", **NIGHT)).status_code == 303
        assert len(await all_shifts(any_app)) == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "nobody"},
        {"name": "auditor"},
        {"day": "2026-02-30"},
        {"day": "9999-12-31", "days": "2"},
        {"since": "25:00"},
        {"until": ""},
        {"days": "0"},
        {"days": str(MOST_DAYS + 1)},
        {"days": "two"},
    ],
)
async def test_what_is_unclear_sets_nothing(app: App, wrong: dict[str, str]) -> None:
    await with_clerk(app, "lead", role=Role.LEAD)
    await with_clerk(app, "xian")
    await with_clerk(app, "auditor", role=Role.AUDITOR)
    async with signed_in(app, "lead") as desk:
        answer = await desk.post("/desk/roster", **{"name": "xian", **NIGHT, **wrong})
        assert answer.status_code == 422
        assert "没有排上" in answer.text
    assert await all_shifts(app) == []


async def test_a_lead_sets_and_takes_off_those_of_their_own_scope_only(any_app: App, staff: dict[str, Clerk]) -> None:
    may = {(who, name): may_set(staff[who], clerk) for who in staff for name, clerk in staff.items()}
    assert {name for (who, name), allowed in may.items() if who == "lead" and allowed} == staff.keys() - {"auditor"}
    assert {name for (who, name), allowed in may.items() if who == "town_lead" and allowed} == {
        "town_lead",
        "zhen",
        "cun",
    }
    assert {who for (who, _), allowed in may.items() if allowed} == {"lead", "town_lead"}
    county, own = await on_duty(any_app, staff["xian"]), await on_duty(any_app, staff["zhen"])
    async with signed_in(any_app, "town_lead") as desk:
        for name in ("xian", "xiquan"):
            assert (await desk.post("/desk/roster", name=name, **NIGHT)).status_code == 422
        for shift in (county, own):
            await desk.post("/desk/roster/remove", shift=shift.id)
        assert [shift.id for shift in await all_shifts(any_app)] == [county.id]
        page = await desk.read("/desk/roster")
        assert "xian主任" in page, "those of the county are whom a township calls"
    assert ("town_lead", "duty removed", "zhen") in await entries(any_app)


@pytest.mark.parametrize("first", ["0001-01-01", "9999-12-31", "x", ""])
async def test_a_week_there_is_no_roster_of_is_the_present_one(app: App, first: str) -> None:
    await with_clerk(app, "xian")
    async with signed_in(app, "xian") as desk:
        assert "2026年5月11日" in await desk.read(f"/desk/roster?first={first}")


async def test_a_township_sees_nothing_of_anothers_roster(any_app: App, staff: dict[str, Clerk]) -> None:
    await on_duty(any_app, staff["xiquan"])
    async with signed_in(any_app, "zhen") as desk:
        page = await desk.read("/desk/roster")
    assert "xiquan主任" not in page


async def test_nobody_sets_a_roster_by_a_form_that_was_not_made_for_them(any_app: App, staff: dict[str, Clerk]) -> None:
    async with signed_in(any_app, "lead") as desk:
        for form in ({}, {"token": "made up"}):
            answer = await desk.client.post("/desk/roster", data={"name": "xian", **NIGHT, **form})
            assert sends_to_the_sign_in(answer)
    assert await all_shifts(any_app) == []
