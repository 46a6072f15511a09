"""What is told of benefits goes to who has shown whose they are, while that holds, and to nobody else."""

from __future__ import annotations

import io
import itertools
import logging
import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from bot.app import App
from bot.benefits.picture import chart_of
from bot.benefits.showing import Showing
from flows.assistance.clocks import Begins
from flows.benefits.answers import MOST_MONTHS
from flows.benefits.records import Mandate, Payment, Record, Registered
from flows.desk.rights import Clerk, Level, Role
from flows.errors import OutsideFault
from flows.words import Words
from integrations.documents.payments import lengths, payments_png
from integrations.registers.contract import Finding
from integrations.store import cases, erasure
from integrations.store.benefits import proofs
from integrations.store.benefits.register import person_of
from integrations.store.tables import cases as table
from tests.benefiting import ACCOUNT, HOUR, NAME, OTHER_PHONE, PAID, PHONE, a_record, proved, registered
from tests.proving import Telephone
from tests.talk import MAN, OTHER_MAN, SPEECH, WOMAN, HandClock, Talk, work_off
from tests.transcripts.test_assistance import ALONE, END, OLD_MAN
from tests.transcripts.test_benefits import keys_in
from tests.transcripts.walks import said
from tests.web import Resident, conversation, is_problem

SECRETS = ("590", "650", ACCOUNT, "2026-04", "benefits-is")
CLERK = Clerk("zhaosi", "赵四", Role.DESK, Level.COUNTY)
APPLIED = [*ALONE, *END[:2], "13800005678", END[3], "=yes", "=later"]
"""Somebody applies, and tells a telephone."""


class Silent:
    """A register that does not answer."""

    async def find(self, id_number: str) -> Registered | None:
        """Never anything."""
        raise OutsideFault("the register does not answer")

    async def close(self) -> None:
        """There is nothing to close."""


def in_words(talk: Talk) -> str:
    """The last replies as they are read, and their keys."""
    assert talk.last is not None
    keys = [key for reply in talk.last.replies for key in keys_in(reply.words)]
    return "\n".join([*map(talk.text, talk.last.replies), *keys])


async def numbers(app: App) -> list[str]:
    """Every case, the oldest first."""
    async with app.database.read() as connection:
        rows = await connection.execute(select(table.c.number).order_by(table.c.filed_at, table.c.number))
        return [row.number for row in rows]


# --- whose it is -----------------------------------------------------------------------------------------------------


async def test_once_the_proof_is_over_nothing_more_is_shown(any_app: App) -> None:
    await registered(any_app, a_record(payments=PAID))
    await proved(any_app)
    talk = Talk(any_app)
    await said(talk, "我的救助待遇", "=paid")
    assert all(each in in_words(talk) for each in SECRETS[:3])  # what is to be hidden is what there is
    assert isinstance(any_app.clock, HandClock)
    any_app.clock.move("1h")
    for line in ("=change:what", "=later", "我的救助待遇"):
        await said(talk, line)
        assert not [each for each in SECRETS if each in in_words(talk)]
    assert await Showing(any_app.benefit_tools).told("p" * 24, "c0") is None


async def test_what_was_chosen_before_is_not_handed_in_after_the_proof_is_over(app: App) -> None:
    await registered(app, a_record(state="to_supplement", missing=("户口簿",)))
    await proved(app)
    talk = Talk(app)
    await said(talk, "我的救助待遇", "=missing", "=hand_in:luyang:DB-1", "=agree")
    assert isinstance(app.clock, HandClock)
    app.clock.move("2h")
    await said(talk, "{photo}")
    assert "benefits-proof_over" in in_words(talk)
    assert await numbers(app) == []


@pytest.mark.parametrize("who", ["another conversation", "another person", "another telephone", "no telephone"])
async def test_who_has_not_shown_it_is_theirs_is_shown_nothing(app: App, who: str) -> None:
    await registered(app, a_record(payments=PAID), phone=None if who == "no telephone" else PHONE)
    await proved(
        app,
        "c1" if who == "another conversation" else "c0",
        id_number=OTHER_MAN if who == "another person" else MAN,
        phone=OTHER_PHONE if who == "another telephone" else PHONE,
    )
    talk = Talk(app)
    await said(talk, "我的救助待遇")
    assert not [each for each in SECRETS if each in in_words(talk)]
    told = await Showing(app.benefit_tools).told("p" * 24, "c0")
    assert told is None or told.seen == []


@pytest.mark.parametrize(
    ("kind", "until", "phone", "proxy", "sees"),
    [
        ("mandate", None, OTHER_PHONE, OTHER_MAN, True),
        ("mandate", date(2026, 5, 11), OTHER_PHONE, OTHER_MAN, True),
        ("mandate", date(2026, 5, 10), OTHER_PHONE, OTHER_MAN, False),
        ("guardian", None, OTHER_PHONE, OTHER_MAN, False),
        ("mandate", None, PHONE, OTHER_MAN, False),
        ("mandate", None, OTHER_PHONE, WOMAN, False),  # of somebody else with the same telephone
    ],
)
async def test_a_proxy_sees_what_a_mandate_of_theirs_holds_for(
    app: App, kind: Any, until: date | None, phone: str, proxy: str, sees: bool
) -> None:
    mandate = Mandate("李四", proxy, phone, kind, until)
    await registered(app, a_record(), mandates=(mandate,))
    await proved(app, phone=OTHER_PHONE, by="mandate", proxy=OTHER_MAN)
    told = await Showing(app.benefit_tools).told("p" * 24, "c0")
    assert told is not None
    assert bool(told.seen) == sees


async def test_nothing_personal_is_in_an_option_or_a_log(app: App, caplog: pytest.LogCaptureFixture) -> None:
    await registered(app, a_record(payments=PAID), a_record("DB-2"))
    await proved(app)
    talk = Talk(app)
    with caplog.at_level(logging.DEBUG):
        await said(talk, "我的救助待遇")
        options = list(talk.options)
        await said(talk, "=first", "=paid")
    assert not [each for each in options if "DB" in each]
    assert not [each for each in (MAN, PHONE, NAME, "DB-1") if each in caplog.text]
    assert not re.search(r"\b590", caplog.text)  # an address of memory may have it within


# --- a register that is silent, and nothing there --------------------------------------------------------------------


async def test_a_register_that_is_silent_leads_to_a_call_back_that_the_staff_can_make(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    await proved(app)
    monkeypatch.setattr(app.benefit_tools.register, "_register", Silent())
    talk = Talk(app)
    await said(talk, "我的救助待遇")
    assert talk.options == ["call_back", "later"]
    await said(talk, "=call_back")
    assert "benefits-passed_on" in talk.keys
    (number,) = await numbers(app)
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    assert case.section == "relief"
    assert PHONE in str(case.content["briefing"])


async def test_who_has_nothing_is_told_kindly_and_can_apply_or_ask_a_person(app: App) -> None:
    await registered(app)
    await proved(app)
    talk = Talk(app)
    await said(talk, "我的救助待遇")
    assert talk.keys[-2:] == ["benefits-nothing", "benefits-record"]
    assert talk.options == ["service:assistance", "command:person", "change:proven", "later"]


async def test_what_is_over_stands_last(app: App) -> None:
    over, old, new = (
        a_record("A", "stopped", since=date(2026, 5, 1)),
        a_record("B", since=date(2025, 1, 1)),
        a_record("C", since=date(2026, 2, 1)),
    )
    await registered(app, over, old, new)
    await proved(app)
    told = await Showing(app.benefit_tools).told("p" * 24, "c0")
    assert told is not None
    assert [each.record.id for each in told.seen] == ["C", "B", "A"]


# --- applications filed here -----------------------------------------------------------------------------------------


async def applied(app: App) -> str:
    """Somebody has applied in another conversation; the number of the case."""
    await said(Talk(app, "applying"), *APPLIED)
    (number,) = await numbers(app)
    return number


async def own(app: App, conversation: str = "c0", phone: str = PHONE) -> list[Record]:
    """What is shown of the applicant's own to who has shown to be them."""
    id_ = (conversation + phone).ljust(24, "p")
    async with app.database.read() as connection:
        known = await proofs.one(connection, app.vault, id_, conversation, app.clock())
    if known is None:
        await proved(app, conversation, id_=id_, id_number=OLD_MAN, phone=phone)
    told = await Showing(app.benefit_tools).told(id_, conversation)
    assert told is not None
    return [each.record for each in told.seen]


async def test_an_application_filed_here_is_shown_by_its_telephone_or_its_conversation(any_app: App) -> None:
    app, number = any_app, await applied(any_app)
    assert [each.case for each in await own(app)] == [number]
    assert await own(app, "c1", OTHER_PHONE) == []
    assert [each.case for each in await own(app, "applying", OTHER_PHONE)] == [number]
    assert (await own(app))[0].state == "submitted"


async def test_how_far_it_is_follows_the_desk_and_its_day_of_acceptance(app: App) -> None:
    number, world = await applied(app), await app.world()
    async with app.database.write() as connection:
        case = await cases.by_number(connection, app.vault, number)
        assert case is not None
        await app.handling.want(connection, case, CLERK, "缺户口簿", world)
    (waits,) = await own(app)
    assert (waits.state, waits.missing) == ("to_supplement", ("缺户口簿",))
    talk = Talk(app)
    await said(talk, "我的救助待遇", "=missing", f"=hand_in:luyang:{number}", "=agree", "{photo}")
    assert "benefits-handed_in" in talk.keys
    assert await numbers(app) == [number]
    async with app.database.write() as connection:
        case = await cases.by_number(connection, app.vault, number)
        assert case is not None
        assert case.content["answers"][-1] | {"kind": "photo", "step": "noted"} == case.content["answers"][-1]
    assert (await own(app))[0].state == "submitted"
    async with app.database.write() as connection:
        assert await app.acceptance.accept(connection, number, world)
    (accepted,) = await own(app)
    assert (accepted.state, accepted.days) == ("accepted", {Begins.ACCEPTED: world.day})


async def test_what_the_register_has_of_an_application_is_not_shown_twice(app: App) -> None:
    number = await applied(app)
    await registered(app, a_record("DB-7", case=number), id_number=OLD_MAN)
    assert [each.id for each in await own(app)] == ["DB-7"]


async def test_what_is_to_be_erased_is_not_shown_and_what_was_erased_is_nobodys(any_app: App) -> None:
    app, number = any_app, await applied(any_app)
    async with app.database.read() as connection:
        assert len(await cases.of_person(connection, app.vault, person_of(app.vault, OLD_MAN))) == 1
    await said(Talk(app, "applying", _ids=itertools.count(1000)), "我的信息", "=erase", "=yes")
    assert await own(app) == []
    async with app.database.write() as connection:
        assert await erasure.carry_out(connection, app.vault, number, app.clock())
        assert await cases.of_person(connection, app.vault, person_of(app.vault, OLD_MAN)) == []


async def test_a_page_for_a_record_of_elsewhere_goes_to_its_township_with_the_number(app: App) -> None:
    await registered(app, a_record("DB-9", "to_supplement", missing=("户口簿",)))
    await proved(app)
    talk = Talk(app)
    await said(talk, "我的救助待遇", "=missing", "=hand_in:luyang:DB-9", "=agree", "{photo}")
    (number,) = await numbers(app)
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    assert (case.service, case.township) == ("benefits", "luyang")
    assert "DB-9" in str(case.content["briefing"])
    assert [answer["kind"] for answer in case.content["answers"]][-1] == "photo"


async def test_a_number_of_another_persons_case_in_the_register_leads_into_no_case_of_theirs(app: App) -> None:
    number = await applied(app)
    await registered(app, a_record("DB-9", "to_supplement", missing=("户口簿",), case=number))
    await proved(app)
    await said(Talk(app), "我的救助待遇", "=missing", f"=hand_in:luyang:{number}", "=agree", "{photo}")
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    assert not [answer for answer in case.content["answers"] if answer["step"] == "noted"]
    assert len(await numbers(app)) == 2


# --- the picture -----------------------------------------------------------------------------------------------------

FEN = st.integers(-(10**5), 10**7)


@given(amounts=st.lists(FEN, max_size=20))
def test_a_bar_is_as_long_as_its_share_of_the_longest(amounts: list[int]) -> None:
    found = lengths(tuple(Payment("2026-05", fen, "paid") for fen in amounts))
    most = max(amounts, default=0)
    assert len(found) == len(amounts)
    assert all(0 <= each <= 1 for each in found)
    if most > 0:
        assert [round(each * most) for each in found] == [max(fen, 0) for fen in amounts]
    else:
        assert not any(found)


def test_the_picture_says_what_the_lines_say_for_the_twelve_newest_months() -> None:
    months = [f"{2024 + n // 12}-{n % 12 + 1:02}" for n in range(20)]
    states: list[Any] = ["paid", "returned"]
    record = a_record(payments=tuple(Payment(m, 1000 * n, states[n % 2]) for n, m in enumerate(months)))
    chart = chart_of(record, SPEECH, "zh-Hans")
    assert [bar.month for bar in chart.bars] == months[: -MOST_MONTHS - 1 : -1]
    assert [bar.state for bar in chart.bars] == [states[n % 2] for n in range(19, 7, -1)]
    assert (chart.bars[0].amount, chart.bars[0].length) == (SPEECH.render(_money(190), "zh-Hans"), 1)
    assert [state for state, _ in chart.legend] == ["paid", "returned"]
    with Image.open(io.BytesIO(payments_png(chart))) as picture:
        assert picture.width == 720
        assert picture.height > 500


def _money(yuan: int) -> Words:
    return Words("format-money", {"yuan": str(yuan)})


async def test_the_picture_is_had_by_who_has_shown_it_is_theirs_while_that_holds(
    app: App, client: httpx.AsyncClient, resident: Resident
) -> None:
    here = conversation(app, resident)
    await registered(app, a_record(payments=PAID))
    await proved(app, here)
    await resident.say("我的救助待遇")
    shown = await resident.tap("paid")
    (url,) = [each["url"] for reply in shown["replies"] for each in reply.get("attachments") or ()]
    assert not [each for each in (MAN, PHONE, NAME, "DB-1") if each in url]
    picture = await client.get(url, headers=resident.headers)
    assert picture.headers["content-type"] == "image/png"
    stranger = await Resident.begin(client)
    is_problem(await client.get(url, headers=stranger.headers), 404, "fault-not_found")
    is_problem(
        await client.get(url.replace("/" + "p" * 24, "/" + "q" * 24), headers=resident.headers), 404, "fault-not_found"
    )
    assert isinstance(app.clock, HandClock)
    app.clock.now += HOUR + timedelta(seconds=1)
    is_problem(await client.get(url, headers=resident.headers), 404, "fault-not_found")


async def test_the_code_leads_straight_to_what_was_asked(app: App, clock: HandClock) -> None:
    telephone, talk = Telephone(), Talk(app)
    object.__setattr__(app.benefit_tools, "sms", telephone)
    await registered(app, a_record(payments=PAID))
    await said(talk, "我的救助待遇", "=own", "=agree", NAME, MAN)
    clock.move("3s")
    await work_off(app)
    (code,) = telephone.codes(PHONE)
    await talk.say(code)
    assert talk.keys == ["benefits-said", "benefits-what"]


async def test_a_register_that_is_away_is_shown_as_it_was_last_known_with_its_time_and_anew_when_it_is_back(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    await registered(app, a_record("A", "paying"), a_record("B", "stopped"))
    await proved(app)
    known, then = app.benefit_tools.register, app.clock() - timedelta(hours=3)
    as_it_is = await known.find(MAN)

    async def away(*_: object, **__: object) -> Finding:
        return Finding(as_it_is.of, then, stale=True)

    talk = Talk(app)
    with monkeypatch.context() as patch:
        patch.setattr(type(known), "find", away)
        await said(talk, "我的救助待遇", "=first")
        assert SPEECH.render(Words("benefits-as_of", {"at": then}), "zh-Hans") in in_words(talk)
        await said(talk, "=none")
    await said(talk, "我的救助待遇", "=first")
    assert SPEECH.render(Words("benefits-as_of", {"at": then}), "zh-Hans") not in in_words(talk)
