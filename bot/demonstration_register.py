"""The demonstration's people in the register of benefits (救助待遇), all made up, as of the day it is first started."""

from __future__ import annotations

from datetime import date, timedelta

from bot.app import App
from bot.clock import local_day
from flows.assistance.clocks import Begins
from flows.benefits.records import Payment, Record, Registered
from flows.words import Words
from integrations.store.benefits import register

PHONE = "13800000001"
"""The telephone on file of all of them; short messages are printed, nobody gets one."""
ALLOWED, APPLYING = "62042319520307024X", "620423197911020488"
"""Who has an allowance, and who has applied for one."""
FULL_FEN, LESS_FEN = 102_600, 94_600
MONTHS = 6


async def make_register(app: App) -> list[Registered]:
    """Puts them in where they are not there yet; who they are."""
    day = local_day(app.clock())
    people = [_allowed(app, day), _applying(app, day)]
    async with app.database.write() as connection:
        for each in people:
            if await register.find(connection, app.vault, each.id_number) is None:
                await register.put(connection, app.vault, each, app.clock())
    return people


def _allowed(app: App, day: date) -> Registered:
    """Somebody with an allowance that is less since this month, for somebody has left the household."""
    months = [_before(day, n) for n in range(MONTHS)]
    payments = (
        Payment(f"{months[0]:%Y-%m}", LESS_FEN, "due", None, ("member_left",)),
        *(Payment(f"{month:%Y-%m}", FULL_FEN, "paid", month.replace(day=10)) for month in months[1:]),
    )
    begun = _before(day, MONTHS).replace(day=1)
    return Registered(
        _named(app, "allowed"),
        ALLOWED,
        PHONE,
        (
            Record(
                id="SL-0001",
                scheme="dibao",
                state="paying",
                since=begun,
                told=begun,
                township=app.place.townships[0],
                members=2,
                account="0001",
                next_review=day + timedelta(days=90),
                certify_by=day + timedelta(days=20),
                payments=payments,
            ),
        ),
    )


def _applying(app: App, day: date) -> Registered:
    """Somebody whose application is being checked."""
    accepted = day - timedelta(days=8)
    record = Record(
        id="SL-0002",
        scheme="dibao",
        state="checking",
        since=day - timedelta(days=3),
        days={Begins.ACCEPTED: accepted, Begins.CHECK_ASKED: day - timedelta(days=3)},
        township=app.place.townships[0],
        members=3,
    )
    return Registered(_named(app, "applying"), APPLYING, PHONE, (record,))


def _named(app: App, who: str) -> str:
    return app.speech.render(Words(f"benefits-demonstration_{who}"), app.settings.locale)


def _before(day: date, months: int) -> date:
    """The first of the month so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)
