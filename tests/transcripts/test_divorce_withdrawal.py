"""撤回离婚登记申请 as it is talked through: one alone, in the cooling-off period, by a ticket that is always there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.app import App
from flows.divorce.withdrawal_flow import FLOW
from integrations.store.tables import conversations
from tests.talk import MAN, HandClock, Talk, book, replay
from tests.transcripts.walks import NOON, fill, instant, not_walked, said, the_case, the_log, walk_all

BEGIN = ["撤回离婚", "=agree"]
RECEIPT = "2026-04-20"
"""To be withdrawn by 2026-05-20."""

WALKS = {
    "ticket": (NOON, [*BEGIN, RECEIPT, "2026-05-12", "=none", "=yes"]),
    "at_the_office": (NOON, ["撤回离婚", "=decline"]),
    "to_a_person.unknown": (NOON, [*BEGIN, "=unknown", "=none"]),
    "to_a_person.over": ("2026-05-21T12:00", [*BEGIN, RECEIPT, "13800000000"]),
    "to_a_person.no_day_suits": (NOON, [*BEGIN, RECEIPT, "=person", "=none"]),
}

VECTORS = [
    # receipt, last safe day
    ("2026-01-04", "2026-02-03"),
    ("2026-01-31", "2026-03-02"),
    ("2026-04-01", "2026-04-30"),
    ("2025-12-31", "2026-01-30"),
    ("2026-09-01", "2026-09-30"),
]
"""民法典第1077条第1款: the last open day on or before D0+30; the deadline is never moved on."""


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_one_alone_gets_a_ticket(any_app: App) -> None:
    talk = await replay(
        any_app,
        """
        you: 撤回离婚登记申请
        ...
        bot: divorce_withdrawal-notice
        tap: agree
        bot: divorce_withdrawal-receipt_day
        you: 4月20号
        bot: divorce_withdrawal-day
        you: 明天
        bot: divorce_withdrawal-phone
        you: 不留
        bot: divorce_withdrawal-summary
        you: 都对
        bot: divorce_withdrawal-ticket
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    ticket, bring, _ = talk.last.replies
    assert ticket.receipt is not None
    assert ticket.words.args["ticket"] == 1
    assert ticket.words.args["day"].isoformat() == "2026-05-12"
    assert [line.key for line in bring.words.args["lines"]] == ["bring-own_id", "bring-receipt_or_note"]


async def test_nothing_of_the_partner_is_asked_and_nobody_else_is_told(app: App) -> None:
    partner = Talk(app, "partner")
    await said(partner, "离婚", "=decline")
    heard = await the_log(app, partner)
    talk = Talk(app)
    asked = await said(talk, *BEGIN, RECEIPT, "2026-05-12", "=none", "=yes")
    assert not [key for key in asked if key.endswith(("_name", "_id"))]
    assert await the_log(app, partner) == heard
    async with app.database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(conversations)) == 2


@pytest.mark.parametrize(("receipt", "last"), VECTORS)
async def test_on_the_last_safe_day_a_ticket_for_today_is_all_there_is(
    app: App, clock: HandClock, receipt: str, last: str
) -> None:
    clock.now = instant(f"{last}T10:00")
    talk = Talk(app)
    await said(talk, *BEGIN, receipt)
    assert talk.question.words.args["withdraw"].isoformat() == last
    assert talk.options == [last, "person"]
    await said(talk, "今天", "=none", "=yes")
    assert talk.keys[0] == "divorce_withdrawal-ticket"


@pytest.mark.parametrize(("receipt", "last"), VECTORS)
async def test_after_it_a_person_is_told_at_once(app: App, clock: HandClock, receipt: str, last: str) -> None:
    clock.now = instant(f"{last}T10:00") + timedelta(days=1)
    talk = Talk(app)
    await said(talk, *BEGIN, receipt)
    assert talk.keys == ["divorce_withdrawal-reach"]
    await talk.tap("none")
    assert talk.keys == ["divorce_withdrawal-to_a_person"]
    case = await the_case(app, talk)
    assert (case.kind, case.urgent) == ("handoff", True)


async def test_the_evening_of_the_last_day_is_after_it(app: App, clock: HandClock) -> None:
    for number, (now, key) in enumerate([("17:59", "day"), ("18:00", "reach")]):
        clock.now = instant(f"2026-05-20T{now}")
        talk = Talk(app, f"c{number}")
        await said(talk, *BEGIN, "2026-04-20")
        assert talk.keys == [f"divorce_withdrawal-{key}"]


async def test_a_later_day_is_refused_with_the_last_one(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT, "2026-05-21")
    assert talk.keys == ["divorce_withdrawal-outside", "divorce_withdrawal-day"]
    assert talk.last is not None
    assert talk.last.replies[0].words.args["last"].isoformat() == "2026-05-20"


async def test_on_the_day_of_the_receipt_itself_a_ticket_is_given(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "今天", "今天", "=none", "=yes")
    assert talk.keys[0] == "divorce_withdrawal-ticket"


async def test_full_days_and_an_appointment_of_ones_own_do_not_stand_in_the_way(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk, "2026-05-13", people=(MAN, "620423198608080028"))
    await fill(any_app, date(2026, 5, 12), date(2026, 6, 10))
    await said(talk, *BEGIN, RECEIPT, "2026-05-12", "=none", "=yes")
    assert talk.keys[0] == "divorce_withdrawal-ticket"


@pytest.mark.parametrize(("typed", "refused"), [("明天", "day-future"), ("2020-12-31", "receipt-before_2021")])
async def test_a_receipt_of_a_day_that_cannot_be_is_refused(app: App, typed: str, refused: str) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, typed)
    assert talk.keys == [refused, "divorce_withdrawal-receipt_day"]


async def test_who_does_not_know_the_day_goes_to_a_person(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "忘了", "13800000000")
    assert talk.keys == ["divorce_withdrawal-to_a_person"]


async def test_days_of_a_year_whose_calendar_is_not_out_are_marked_provisional(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-12-20T12:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "2026-12-10")
    assert "还没公布" in talk.text(talk.question)
    assert talk.question.asking is not None
    marked = {option.value for option in talk.question.asking.options if option.detail}
    assert "2027-01-04" in marked
    assert "2026-12-31" not in marked
    await said(talk, "2027-01-04", "=none", "=yes")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["provisional"] == "yes"


async def test_a_closed_day_is_not_offered(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-11T18:00")
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT)
    assert talk.options[0] == "2026-05-12"
    await talk.say("5月17号")  # a Sunday
    assert talk.keys == ["day-closed_then", "divorce_withdrawal-day"]


@pytest.mark.parametrize("typed", ["今天", "5月11号"])
async def test_today_is_over_once_the_office_has_closed(app: App, clock: HandClock, typed: str) -> None:
    clock.now = instant("2026-05-11T18:00")
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT, typed)
    assert talk.keys == ["day-closed_then", "divorce_withdrawal-day"]
