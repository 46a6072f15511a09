"""冷静期提醒 over every receipt: what is told is a day on which it can be done, and is told before that day is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from flows import hours
from flows.divorce import companion
from flows.divorce.companion import FIRST, LAST, WEEK, WITHDRAW
from flows.words import Words
from flows.world import World
from integrations.calendar import ChinaCalendar
from tests.made_up import NUMBER
from tests.talk import SPEECH
from tests.transcripts.walks import world_at

ONE_DAY = timedelta(days=1)
WORLD = world_at("2026-05-11T12:00")
OFFICE = WORLD.place.office_of("marriage")
PUBLISHED_UNTIL = date(2026, 12, 31)
receipts = st.dates(date(2021, 1, 1), date(2027, 12, 31))
closures = st.frozensets(st.integers(1, 62), max_size=12)
clock_times = st.integers(0, 24 * 60 - 1)


def on(day: date, minute: int = 0, closed: frozenset[date] = frozenset()) -> World:
    """What is known at a time of a day, with some days closed by the staff."""
    now = hours.at(day, time.min) + timedelta(minutes=minute)
    return replace(WORLD, now=now, day=day, calendar=ChinaCalendar(dict.fromkeys(closed, False)))


def closed_after(receipt: date, numbers: frozenset[int]) -> frozenset[date]:
    """The days so many days after the receipt."""
    return frozenset(receipt + n * ONE_DAY for n in numbers)


@given(receipts, closures)
def test_every_reminder_comes_before_its_day_is_over_and_is_of_an_open_day(
    receipt: date, numbers: frozenset[int]
) -> None:
    world = on(receipt, closed=closed_after(receipt, numbers))
    found = companion.planned(companion.dates(world, receipt), world.calendar)
    assert len({each.on for each in found}) == len(found)
    for what, day, of in found:
        assert hours.spans(world, OFFICE, of)
        assert day == of if what == FIRST else day < of
        assert receipt < of <= receipt + (30 if what == WITHDRAW else 60) * ONE_DAY
        if what == WITHDRAW:
            between = [day + n * ONE_DAY for n in range((of - day).days)]
            assert sum(world.calendar.is_workday(each) for each in between) == companion.BEFORE_WITHDRAWAL
        if what in (WEEK, LAST):
            assert day == of - companion.BEFORE_LAST[what] * ONE_DAY


@given(receipts)
def test_on_a_plain_calendar_the_withdrawal_the_first_day_and_the_last_are_each_reminded_of(receipt: date) -> None:
    world = on(receipt)
    assert [each.what for each in companion.planned(companion.dates(world, receipt), world.calendar)] == [
        *(WITHDRAW, FIRST, WEEK, LAST)
    ]


@given(
    receipts, closures, st.integers(0, 80), clock_times, st.sampled_from([WITHDRAW, FIRST, WEEK, LAST]), st.booleans()
)
def test_whenever_a_reminder_is_told_what_it_is_of_can_still_be_done(
    receipt: date, numbers: frozenset[int], later: int, minute: int, what: str, quiet: bool
) -> None:
    world = on(receipt + later * ONE_DAY, minute, closed_after(receipt, numbers))
    args = companion.told_at(world, receipt)
    words = companion.reminder(what, NUMBER, args, quiet=quiet)
    until = args["withdraw" if what == WITHDRAW else "last"]
    if words is None:
        assert until is None or hours.has_closed(world, OFFICE, until)
        return
    closes = hours.spans(world, OFFICE, until)[-1][1]
    assert world.now < hours.at(until, closes)
    for language in LANGUAGES:
        text = SPEECH.render(words, language)
        shown = words.args["day"] if quiet else until
        assert SPEECH.render(Words("option-day", {"day": shown}), language) in text
        marked = {"zh-Hans": "还没公布", "zh-Hant": "還沒公佈", "en": "not announced yet"}[language]
        assert (marked in text) is (args["provisional"] == "yes")


@given(receipts)
def test_dates_are_told_as_provisional_exactly_where_they_rest_on_a_year_that_is_not_published(receipt: date) -> None:
    end = receipt + 60 * ONE_DAY
    provisional = companion.told_at(on(receipt), receipt)["provisional"]
    if end <= PUBLISHED_UNTIL:
        assert provisional == "no"
    else:
        assert provisional == "yes"


@given(receipts, closures, closures, st.integers(0, 80), clock_times)
def test_what_is_new_is_exactly_a_date_to_come_that_is_another_or_is_certain_now(
    receipt: date, before: frozenset[int], after: frozenset[int], later: int, minute: int
) -> None:
    assume(receipt.year < 2027)
    then = companion.told_at(on(receipt, closed=closed_after(receipt, before)), receipt)
    world = on(receipt + later * ONE_DAY, minute, closed_after(receipt, after))
    now = companion.told_at(world, receipt)
    new = companion.news(then, now, world.day)
    names = ("withdraw", "first", "last")
    to_come = [name for name in names if any(d is not None and d >= world.day for d in (then[name], now[name]))]
    differs = any(then[name] != now[name] for name in to_come)
    certain = then["provisional"] == "yes" and now["provisional"] == "no" and now["state"] == "coming"
    assert (new is not None) is (differs or certain)
    if new == "pressing":
        assert now["state"] != "coming" or now["withdrawal"] != "open"
    if new == "moved" and then["last"] != now["last"] and "last" in to_come:
        assert now["state"] == "coming"


@given(receipts, st.sampled_from(["moved", "pressing", "settled"]), st.booleans())
def test_a_change_is_put_into_words_in_every_language_and_neutrally_where_others_read(
    receipt: date, new: Any, quiet: bool
) -> None:
    args = companion.told_at(on(receipt), receipt)
    words = companion.change(new, NUMBER, args, "0943-0000000", quiet=quiet)
    for language in LANGUAGES:
        text = SPEECH.render(words, language)
        assert NUMBER in text
        named = [each for each in ("离", "離", "婚", "冷", "撤", "登记", "登記", "divorce") if each in text]
        assert not named if quiet else named
