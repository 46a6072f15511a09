"""Robots of the staff's groups on WeCom: what calls for somebody arrives once, in order, within the limit, and says
nothing personal; what a robot could not say is seen at the desk."""

from __future__ import annotations

import asyncio
import itertools
import logging
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import App
from bot.bots import open_bots
from bot.channels.pace import Limits, Pace
from bot.settings import Settings
from bot.telling import plan_post
from bot.web.site import make_site
from bot.wecom import robots_of
from flows.desk.rights import Clerk, Level, Role
from flows.errors import OutsideFault, SettingsFault
from flows.words import Words
from integrations import wecom as client
from integrations.quick import OUTGOING
from integrations.store import cases, chats, outgoing
from integrations.store.chats import WECOM, Chat
from integrations.store.queue import To
from integrations.store.tables import outgoing as table
from integrations.wecom import WeComApi, WeComRefusal
from tests.desk import desk_of
from tests.records import a_case, every_value, several_apps, until
from tests.staffing import alert_of, case_of, claim, on_duty, with_clerk
from tests.talk import SPEECH, HandClock, Talk, an_app, work_off
from tests.telegram import all_sent
from tests.telegram_staff import PAGE, PRIVATE, asked
from tests.test_alerts import PHONE, in_danger
from tests.test_desk_rights import signed_in
from tests.web import HURT, client_of
from tests.wecom_robot import MOST_A_MINUTE, TOO_MANY, WeComRobots, wecom

COUNTY_KEY, LUYANG_KEY = "1f2e3d4c-5b6a-4788-99aa-0000c0047e11", "a9b8c7d6-e5f4-4321-8765-00001a9a9000"
SECOND = 0.04
"""A second of WeCom in real seconds."""
LIMITS = Limits(group_minute=18, second=SECOND)
MANY = 50


def settings_for(robots: WeComRobots, said: str = f"county={COUNTY_KEY},luyang={LUYANG_KEY}") -> dict[str, object]:
    """The settings of a desk with these robots."""
    return {"public_url": PAGE, "wecom_robots": said, "wecom_api": robots.url}


@dataclass
class Desks:
    """A desk whose groups have robots."""

    app: App
    robots: WeComRobots

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """A process that sends."""
        async with open_bots(self.app, wecom_limits=LIMITS) as bots:
            task = asyncio.create_task(bots[WECOM].run())
            try:
                yield
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)

    async def settled(self) -> None:
        """The work that is due is done, and everything is sent."""
        await work_off(self.app)
        await all_sent(self.app, WECOM)

    async def in_the_end(self) -> None:
        """Everything is sent; what has to wait is tried again later."""

        async def is_over() -> bool:
            async with self.app.database.read() as connection:
                open_ = (table.c.bot == WECOM, table.c.state.in_(outgoing.OPEN))
                due = list((await connection.execute(select(table.c.due_at).where(*open_))).scalars())
            if due and max(due) > self.app.clock():
                assert isinstance(self.app.clock, HandClock)
                self.app.clock.move("1m")
                await self.app.quick.wake(OUTGOING)
            return not due

        await until(is_over)

    async def file(self, *numbers: str, township: str | None = None, level: Level = Level.COUNTY) -> None:
        """Cases come to a group at once; the rows to be sent are written."""
        async with self.app.database.write() as connection:
            for number in numbers:
                case = a_case(f"run-{number}", number, kind="handoff", level=level, township=township)
                await cases.file(connection, self.app.vault, case, self.app.clock())
                await plan_post(connection, self.app.vault, number, "post", "filed", self.app.clock(), comes=True)
        await work_off(self.app)

    async def numbers_in_order(self) -> list[str]:
        """The cases that the robots are told of, in order, by the rows."""
        async with self.app.database.read() as connection:
            chosen = select(table.c.key).where(table.c.bot == WECOM).order_by(table.c.position)
            return [row.key.split(":")[1] for row in await connection.execute(chosen)]

    async def robot(self, name: str) -> Chat:
        """The chat of a robot."""
        async with self.app.database.read() as connection:
            found = await chats.at(connection, self.app.vault, WECOM, name)
        assert found is not None
        return found

    async def states(self) -> dict[str, int]:
        """How many rows of robots are in which state."""
        async with self.app.database.read() as connection:
            counts = await outgoing.counts(connection)
        return {state: count for (bot, state), count in counts.items() if bot == WECOM}


@pytest.fixture
def robots() -> Iterator[WeComRobots]:
    """Two robots, of the county's group and of a township's."""
    with wecom(COUNTY_KEY, LUYANG_KEY, second=SECOND) as running:
        yield running


@pytest.fixture
async def desks(tmp_path: Path, clock: HandClock, database_url: str, robots: WeComRobots) -> AsyncIterator[Desks]:
    """A desk whose groups have them, once on each database; nothing sends yet."""
    async with an_app(tmp_path, clock, database_url=database_url, **settings_for(robots)) as app:
        async with open_bots(app):
            pass
        yield Desks(app, robots)


def numbers_of(texts: list[str]) -> list[str]:
    """The numbers of the cases that texts are about."""
    return [found for text in texts for found in re.findall(r"JT\d{6}-[A-Z0-9]{6}", text)[:1]]


def made_up(count: int) -> list[str]:
    """So many numbers of cases."""
    letters = "ABCDEFGHJK"
    return [f"JT260511-AAAA{letters[n // 10 % 10]}{letters[n % 10]}" for n in range(count)]


def says(text: str, number: str, *keys: str, urgent: bool = False, service: str | None = None) -> bool:
    """Whether a text says what a case is, how urgent, these messages if any are named and nothing else, where it is."""
    named = Words("service-discreet") if service is None else Words(service)
    about = Words("staff_bot-case", {"number": number, "service": named, "urgent": "yes" if urgent else "no"})
    lines = [SPEECH.render(each, "zh-Hans") for each in (about, *(Words(key) for key in keys))]
    said = text.split("\n")
    return said[0] == lines[0] and said[-1] == f"{PAGE}desk/cases/{number}" and (not keys or said[1:-1] == lines[1:])


# --- what is told ----------------------------------------------------------------------------------------------------


async def test_a_new_case_is_told_in_its_group_once_and_what_becomes_of_it_is_not(desks: Desks) -> None:
    number = await asked(desks.app)
    async with desks.running():
        await desks.settled()
        (text,) = desks.robots.texts(LUYANG_KEY)
        case = await case_of(desks.app, number)
        assert says(text, number, "staff_bot-waiting", urgent=case.urgent, service=f"service-{case.service}")
        await Talk(desks.app, _ids=itertools.count(100)).say("还在吗")
        await desks.settled()
        await claim(desks.app, await with_clerk(desks.app, "zhen", Level.TOWNSHIP, "luyang"), number)
        await desks.settled()
    assert len(desks.robots.taken) == 1


async def test_a_case_that_is_passed_on_is_told_where_it_comes_to_also_when_it_comes_back(desks: Desks) -> None:
    number = await asked(desks.app)
    clerk = await with_clerk(desks.app, "xian")
    async with desks.running():
        await desks.settled()
        for level, township in ((Level.COUNTY, None), (Level.TOWNSHIP, "luyang"), (Level.TOWNSHIP, "xiquan")):
            desks.app.clock.move("1m")  # type: ignore[attr-defined]
            world, case = await desks.app.world(), await case_of(desks.app, number)
            async with desks.app.database.write() as connection:
                to = To(level, township, None, None)
                assert await desks.app.handling.pass_on(connection, case, clerk, to, "", world)
            await desks.settled()
    heard = [LUYANG_KEY, COUNTY_KEY, LUYANG_KEY, COUNTY_KEY]  # Xiquan has no robot of its own
    assert [each.key for each in desks.robots.taken] == heard
    assert numbers_of([each.text for each in desks.robots.taken]) == [number] * 4


async def test_who_has_a_case_already_need_not_be_called(desks: Desks) -> None:
    number = await asked(desks.app)
    clerk, case, world = await _county(desks.app), await case_of(desks.app, number), await desks.app.world()
    async with desks.app.database.write() as connection:
        assert await desks.app.handling.claim(connection, case, clerk, world)
    async with desks.running():
        await desks.settled()
    assert desks.robots.taken == []


async def test_a_case_that_is_overdue_is_told_where_it_climbs_to(desks: Desks, clock: HandClock) -> None:
    number = await asked(desks.app)
    async with desks.running():
        await desks.settled()
        before = len(desks.robots.taken)
        for _ in range(3):
            clock.move("8h")
            await desks.settled()
        told = desks.robots.taken[before:]
    over = [each for each in told if SPEECH.render(Words("staff_bot-waiting"), "zh-Hans") not in each.text]
    assert over
    assert {each.key for each in over} == {COUNTY_KEY}
    case = await case_of(desks.app, number)
    assert all(says(each.text, number, urgent=case.urgent, service=f"service-{case.service}") for each in over)
    assert len({each.text for each in told}) == len(told), "each once"


async def test_danger_is_told_as_it_comes_and_again_at_each_step_until_somebody_has_it(
    desks: Desks, clock: HandClock
) -> None:
    clerk = await on_duty_in_the_county(desks.app)
    _, number = await in_danger(desks.app)
    async with desks.running():
        await desks.settled()
        steps = [["wecom-danger"], ["wecom-danger_still"], ["wecom-danger_still"]]
        for n, keys in enumerate(steps):
            text = desks.robots.texts(COUNTY_KEY)[n:]
            assert len(text) == 1
            assert says(text[0], number, *keys, urgent=True, service="service-danger")
            clock.move(f"{desks.app.place.climb_minutes}m")
            if n < len(steps) - 1:
                await desks.settled()
        await claim(desks.app, clerk, number)
        assert (await alert_of(desks.app, number)).acknowledged_by == clerk.name
        clock.move("1h")
        await desks.settled()
    assert not any(HURT in body for body in desks.robots.bodies)
    still = [
        text
        for text in desks.robots.texts(COUNTY_KEY)
        if says(text, number, "wecom-danger_still", urgent=True, service="service-danger")
    ]
    assert len(still) == len(steps) - 1


async def test_while_nobody_is_on_duty_danger_is_told_every_quarter_of_an_hour(desks: Desks, clock: HandClock) -> None:
    _, number = await in_danger(desks.app)
    async with desks.running():
        await desks.settled()
        for _ in range(12):
            clock.move(f"{desks.app.place.climb_minutes}m")
            await desks.settled()
    keys = ["wecom-danger", "wecom-danger_still", "wecom-danger_still"]
    told = desks.robots.texts(COUNTY_KEY)
    assert len(told) == len(keys)
    for text, key in zip(told, keys, strict=True):
        assert says(text, number, key, urgent=True, service="service-danger")


async def test_danger_of_a_township_is_told_to_the_county_once_the_county_is_called(
    desks: Desks, clock: HandClock
) -> None:
    await on_duty(desks.app, await with_clerk(desks.app, "zhen", Level.TOWNSHIP, "luyang", phone=PHONE))
    await on_duty_in_the_county(desks.app)
    _, number = await in_danger(desks.app, "留言", "同意", "芦阳镇", "1")
    async with desks.running():
        await desks.settled()
        assert [each.key for each in desks.robots.taken if number in each.text] == [LUYANG_KEY]
        clock.move(f"{desks.app.place.climb_minutes}m")
        await desks.settled()
    told = [each.key for each in desks.robots.taken if number in each.text]
    assert sorted(told[1:]) == sorted([LUYANG_KEY, COUNTY_KEY])


async def test_the_digest_comes_once_at_the_opening_of_a_working_day(desks: Desks, clock: HandClock) -> None:
    await asked(desks.app)
    async with desks.running():
        await desks.settled()
        before = len(desks.robots.taken)
        clock.now = clock.now.replace(hour=7, minute=0) + timedelta(days=1)
        await desks.app.worker.plant()
        for _ in range(30):
            await desks.settled()
            clock.move("5m")
    told = [each for each in desks.robots.taken[before:] if each.text.endswith(f"\n{PAGE}desk")]
    assert sorted(each.key for each in told) == sorted([COUNTY_KEY, LUYANG_KEY])


async def test_nothing_personal_is_in_what_a_robot_says(desks: Desks, clock: HandClock) -> None:
    number = await asked(desks.app)
    await in_danger(desks.app, of="c1")
    async with desks.running():
        await desks.settled()
        clock.move("8h")
        await desks.settled()
    kept = str((await case_of(desks.app, number)).content)
    personal = [said for said in (*PRIVATE, HURT, PHONE) if said in kept]
    assert personal, "the control: the case holds what is looked for"
    sent = "\n".join(desks.robots.bodies)
    assert number in sent
    assert not any(said in sent for said in (*PRIVATE, HURT, PHONE))


async def test_where_no_group_has_a_robot_nothing_is_written(any_app: App) -> None:
    async with open_bots(any_app) as bots:
        assert WECOM not in bots
    await asked(any_app)
    await in_danger(any_app, of="c1")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert not any(bot == WECOM for bot, _ in await outgoing.counts(connection))


# --- each once, in order, within the limit ---------------------------------------------------------------------------


async def test_many_cases_at_once_are_all_told_in_order_and_never_too_many_a_minute(desks: Desks) -> None:
    await desks.file(*made_up(MANY))
    expected = await desks.numbers_in_order()
    async with desks.running():
        await desks.settled()
    assert sorted(expected) == made_up(MANY)
    assert numbers_of(desks.robots.texts(COUNTY_KEY)) == expected
    assert desks.robots.refused == []
    assert desks.robots.most_in_a_minute(COUNTY_KEY) <= MOST_A_MINUTE


async def test_without_its_pace_a_robot_would_say_too_much(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the test above: WeCom is strict."""
    monkeypatch.setattr(Pace, "delay", lambda *_, **__: 0.0)
    desks.robots.second = 60.0
    await desks.file(*made_up(MANY))
    async with desks.running():
        await until(lambda: _holds(TOO_MANY in desks.robots.refused))


async def test_danger_goes_before_what_waits(desks: Desks) -> None:
    await desks.file(*made_up(5))
    await on_duty_in_the_county(desks.app)
    _, number = await in_danger(desks.app)
    async with desks.running():
        await desks.settled()
    told = numbers_of(desks.robots.texts(COUNTY_KEY))
    assert told[0] == number
    assert sorted(told) == sorted([number, *made_up(5)])


async def test_a_process_that_goes_on_for_another_loses_nothing_and_keeps_to_the_limit(
    tmp_path: Path, clock: HandClock, database_url: str, robots: WeComRobots
) -> None:
    async with several_apps(tmp_path, clock, 2, database_url=database_url, **settings_for(robots)) as apps:
        first, second = (Desks(app, robots) for app in apps)
        async with first.running():
            await first.file(*made_up(MANY))
            expected = await first.numbers_in_order()
            await until(lambda: _holds(len(robots.taken) >= LIMITS.group_minute))
        assert len(robots.taken) < MANY
        async with second.running():
            await second.settled()
    assert numbers_of(robots.texts(COUNTY_KEY)) == expected
    assert robots.refused == []
    assert robots.most_in_a_minute(COUNTY_KEY) <= MOST_A_MINUTE


async def test_what_may_have_been_taken_is_said_twice_at_most_and_nothing_is_lost(desks: Desks) -> None:
    await desks.file(*made_up(5))
    expected = await desks.numbers_in_order()
    desks.robots.lose = 1
    async with desks.running():
        await desks.in_the_end()
    assert numbers_of(desks.robots.texts(COUNTY_KEY)) == [expected[0], *expected]


async def test_what_was_lost_when_a_process_ended_is_said_by_the_next(
    tmp_path: Path, clock: HandClock, database_url: str, robots: WeComRobots
) -> None:
    async with several_apps(tmp_path, clock, 2, database_url=database_url, **settings_for(robots)) as apps:
        first, second = (Desks(app, robots) for app in apps)
        robots.lose = 1
        async with first.running():
            await first.file(*made_up(5))
            expected = await first.numbers_in_order()
            await until(lambda: _holds(bool(robots.taken)))
        async with second.running():
            await second.in_the_end()
    assert numbers_of(robots.texts(COUNTY_KEY)) == [expected[0], *expected]


async def test_what_is_too_much_for_a_robot_waits_and_is_not_lost(desks: Desks) -> None:
    desks.robots.second = 60.0  # its minute is not over before anything is sent
    desks.robots.says(COUNTY_KEY, MOST_A_MINUTE)
    await desks.file(*made_up(3))
    expected = await desks.numbers_in_order()
    async with desks.running():
        await until(lambda: _holds(TOO_MANY in desks.robots.refused))
        desks.robots.second = SECOND
        await desks.in_the_end()
    assert numbers_of(desks.robots.texts(COUNTY_KEY)[MOST_A_MINUTE:]) == expected


async def test_a_server_that_fails_or_leads_elsewhere_has_taken_nothing(desks: Desks) -> None:
    desks.robots.broken = [500, 307]
    await desks.file(*made_up(2))
    expected = await desks.numbers_in_order()
    async with desks.running():
        await desks.in_the_end()
    assert numbers_of(desks.robots.texts(COUNTY_KEY)) == expected


# --- robots that are gone --------------------------------------------------------------------------------------------


async def test_what_a_removed_robot_had_to_say_is_counted_at_the_desk_and_the_county_hears_what_follows(
    desks: Desks,
) -> None:
    desks.robots.keys.remove(LUYANG_KEY)
    numbers = made_up(4)
    await desks.file(*numbers[:3], township="luyang", level=Level.TOWNSHIP)
    async with desks.running():
        await desks.settled()
        assert (await desks.robot("luyang")).is_blocked
        assert await desks.states() == {outgoing.DEAD: 3}
        await desks.file(numbers[3], township="luyang", level=Level.TOWNSHIP)
        await desks.settled()
        assert numbers_of(desks.robots.texts(COUNTY_KEY)) == [numbers[3]]
        for level, seen in ((Level.COUNTY, ["3"]), (Level.TOWNSHIP, [])):
            async with desk_of(desks.app) as desk:
                await signed_in(desks.app, desk, Role.LEAD, level)
                page = await desk.read("/desk/deliveries")
                assert re.findall(r"<li>[^<]*<strong>(\d+)</strong></li>", page) == seen
                assert 'id="robots"' in page
    desks.robots.keys.add(LUYANG_KEY)
    async with desks.running():  # a start tries it again
        await desks.file("JT260511-ZZZZZZ", township="luyang", level=Level.TOWNSHIP)
        await desks.settled()
    assert numbers_of(desks.robots.texts(LUYANG_KEY)) == ["JT260511-ZZZZZZ"]


async def test_a_robot_that_is_not_configured_any_more_says_nothing(
    tmp_path: Path, clock: HandClock, database_url: str, robots: WeComRobots
) -> None:
    async with an_app(tmp_path, clock, database_url=database_url, **settings_for(robots)) as app:
        async with open_bots(app):
            pass
        await Desks(app, robots).file(*made_up(2), township="luyang", level=Level.TOWNSHIP)
    settings = settings_for(robots, f"county={COUNTY_KEY}")
    async with an_app(tmp_path, clock, database_url=database_url, **settings) as app:
        desks = Desks(app, robots)
        async with desks.running():
            assert await desks.states() == {outgoing.VOID: 2}
            await desks.file("JT260511-ZZZZZZ", township="luyang", level=Level.TOWNSHIP)
            await desks.settled()
    assert robots.texts(LUYANG_KEY) == []
    assert numbers_of(robots.texts(COUNTY_KEY)) == ["JT260511-ZZZZZZ"]
    async with an_app(tmp_path, clock, database_url=database_url) as app:
        async with open_bots(app):
            pass
        await Desks(app, robots).file("JT260511-YYYYYY")
        async with app.database.read() as connection:
            assert await outgoing.counts(connection) == {(WECOM, outgoing.VOID): 2, (WECOM, outgoing.SENT): 1}


# --- the key ---------------------------------------------------------------------------------------------------------


async def test_a_key_stands_in_no_log_metric_or_row(desks: Desks, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    desks.robots.lose, desks.robots.broken = 1, [500]
    desks.robots.keys.remove(LUYANG_KEY)
    await desks.file(*made_up(1))
    await desks.file("JT260511-ZZZZZZ", township="luyang", level=Level.TOWNSHIP)
    with capture_logs() as logs:
        async with desks.running():
            await desks.in_the_end()
    async with client_of(make_site(desks.app)) as web:
        shown = (await web.get("/metrics")).text
    rows = b"\n".join(value for _, value in await every_value(desks.app.database))
    kept = "\n".join([str(logs), caplog.text, shown, rows.decode(errors="replace"), repr(desks.app.settings)])
    assert "wecom" in str(logs)
    assert "wecom" in shown
    assert COUNTY_KEY not in kept
    assert LUYANG_KEY not in kept


@pytest.mark.parametrize("broken", [500, 307, 0])
async def test_a_key_stands_in_no_fault(robots: WeComRobots, broken: int) -> None:
    robots.broken, robots.lose = ([broken] if broken else []), 1
    api = WeComApi({"county": COUNTY_KEY, "luyang": "not-a-key-at-all"}, robots.url)
    for name in ("county", "luyang", "xiquan"):
        with pytest.raises(OutsideFault) as caught:
            await api.say(name, "made up")
        assert COUNTY_KEY not in repr(caught.value)
        assert caught.value.__cause__ is None
        assert isinstance(caught.value, WeComRefusal) is (name == "luyang")
    await api.close()


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b'{"errcode": "0"}', b"x" * (client.MOST_ANSWER + 1)])
def test_an_answer_that_says_nothing_is_none(answer: bytes) -> None:
    with pytest.raises(OutsideFault):
        client._code_of(answer)
    assert client._code_of(b'{"errcode": 0, "errmsg": "ok"}') == 0


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (f"nowhere={COUNTY_KEY}", "nowhere"),
        (COUNTY_KEY, "part 1"),
        (f"{COUNTY_KEY}=county", "part 1"),
        ("county=", "part 1"),
        (f"county=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={COUNTY_KEY}", "part 1"),
        (f"county={COUNTY_KEY},county={LUYANG_KEY}", "county"),
        (f"county={COUNTY_KEY},luyang={COUNTY_KEY}", "luyang"),
    ],
)
async def test_a_setting_that_cannot_be_is_refused_by_name_and_without_the_key(app: App, said: str, named: str) -> None:
    settings = Settings.model_validate({"wecom_robots": said, "public_url": PAGE})
    with pytest.raises(SettingsFault) as caught:
        robots_of(settings, app.place)
    assert named in str(caught.value)
    assert COUNTY_KEY not in str(caught.value)


async def test_robots_need_an_address_that_leads_to_the_desk(tmp_path: Path) -> None:
    async with an_app(tmp_path, wecom_robots=f"county={COUNTY_KEY}") as app:
        with pytest.raises(SettingsFault, match="YIZHENG_PUBLIC_URL"):
            async with open_bots(app):
                pass


async def on_duty_in_the_county(app: App) -> Clerk:
    """Somebody of the county is on duty."""
    clerk = await _county(app)
    await on_duty(app, clerk)
    return clerk


async def _county(app: App) -> Clerk:
    return await with_clerk(app, "xian", phone=PHONE)


async def _holds(condition: bool) -> bool:
    return condition
