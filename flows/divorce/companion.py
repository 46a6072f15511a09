"""The companion of the cooling-off period 冷静期提醒: which days one person is told and reminded of, and how.

It knows the receipt's day this person gave, and nothing else. Whether either of the two has withdrawn or booked is not
among it, so nothing told here can give it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from flows.calendar import WorkCalendar, last_workday
from flows.divorce import rules
from flows.divorce.cooling_off import CoolingOff
from flows.language import Facts
from flows.words import Value, Words
from flows.world import World

SERVICE = "divorce_dates"

WITHDRAW, FIRST, WEEK, LAST = "withdraw", "first", "week", "last"
"""What is reminded of: the last safe day to withdraw, the first day of the window, twice its last safe day."""
BEFORE_WITHDRAWAL = 3
"""Working days before the last safe day to withdraw."""
BEFORE_LAST = {WEEK: 7, LAST: 1}
"""Natural days before the last safe day of the window."""

_ONE_DAY = timedelta(days=1)


def kept_value(receipt: date, number: str, *, quiet: bool) -> str:
    """How one that is kept already is chosen: what rules need to know of it stands before its number."""
    return "/".join((receipt.isoformat(), "quiet" if quiet else "open", number))


def number_of(value: Value) -> str:
    """The case number of one that is kept already."""
    return str(value).split("/")[2]


def shown(value: Value) -> Words:
    """One that is kept already, read back."""
    return Words("divorce_dates-one", {"receipt": date.fromisoformat(str(value).split("/")[0])})


def is_kept(facts: Facts) -> bool:
    """One that is kept already was chosen, and is to be changed."""
    return bool(facts["which"] != "new")


def receipt(facts: Facts) -> date:
    """The receipt's day: as given just now, else of the one that is kept already."""
    given = facts.get("receipt_day")
    return given if isinstance(given, date) else date.fromisoformat(str(facts["which"]).split("/")[0])


def is_quiet(facts: Facts) -> bool:
    """Others may read this page, or that was not said: what is told there is neutral, and nothing goes elsewhere."""
    if "safety" in facts:
        return bool(facts["safety"] != "safe")
    return str(facts["which"]).split("/")[1] == "quiet"


def only_how(facts: Facts) -> bool:
    """Only the way of being reminded changes; the receipt's day is known."""
    return facts.get("wish") == "how"


def only_how_quietly(facts: Facts) -> bool:
    """As ``only_how``, and others may read this page."""
    return only_how(facts) and is_quiet(facts)


def stops(facts: Facts) -> bool:
    """No reminders any more for one that is kept already."""
    return is_kept(facts) and "none" in {facts.get("remind"), facts.get("remind_quiet")}


def told(facts: Facts) -> Mapping[str, Value]:
    """The dates as arguments of a message."""
    return told_at(facts.world, receipt(facts))


def told_at(world: World, receipt: date) -> Mapping[str, Value]:
    """The dates that follow from a receipt, and what can still be done: ``state`` is coming, over or unclear (a person
    must say), ``withdrawal`` is open or over."""
    found = dates(world, receipt)
    last, withdraw = found.safe_deadline, found.withdraw_by
    state = "unclear" if last is None else "over" if rules.has_closed(world, SERVICE, last) else "coming"
    over = withdraw is None or rules.has_closed(world, SERVICE, withdraw)
    return {**rules.told_of(found), "state": state, "withdrawal": "over" if over else "open"}


def dates(world: World, receipt: date) -> CoolingOff:
    """The dates that follow from a receipt."""
    return rules.dates_at(world, receipt, SERVICE)


class Planned(NamedTuple):
    """A reminder: what of, on which day it comes, and the day it is of."""

    what: str
    on: date
    of: date


def planned(found: CoolingOff, calendar: WorkCalendar) -> list[Planned]:
    """The reminders of an application, by day; where two fall on one day, the one that presses more."""
    coming = []
    withdraw, first, last = found.withdraw_by, found.first_day, found.safe_deadline
    if withdraw is not None:
        coming.append(Planned(WITHDRAW, _workdays_before(calendar, withdraw, BEFORE_WITHDRAWAL), withdraw))
    if first is not None and last is not None:
        coming.append(Planned(FIRST, first, first))
        before = {what: last - days * _ONE_DAY for what, days in BEFORE_LAST.items()}
        coming += [Planned(what, on, last) for what, on in before.items() if what == LAST or on > first]
    by_day = {each.on: each for each in coming}
    return [by_day[on] for on in sorted(by_day)]


def day_of(what: str, found: CoolingOff) -> date | None:
    """The day a reminder is of, as it stands now."""
    return {WITHDRAW: found.withdraw_by, FIRST: found.first_day}.get(what, found.safe_deadline)


def reminder(what: str, number: str, args: Mapping[str, Value], *, quiet: bool) -> Words | None:
    """What is told with a reminder; ``args`` are those of ``told_at``. None when it is too late for it."""
    if args["withdrawal" if what == WITHDRAW else "state"] not in {"open", "coming"}:
        return None
    if quiet:
        day = args[{WITHDRAW: "withdraw", FIRST: "first"}.get(what, "last")]
        neutral = {"day": day, "provisional": args["provisional"], "number": number}
        return Words("divorce_dates-now" if what == FIRST else "divorce_dates-soon", neutral)
    return Words(f"divorce_dates-soon_{what}", {**args, "number": number})


News = Literal["moved", "pressing", "settled"]


def news(told: Mapping[str, Value], now: Mapping[str, Value], today: date) -> News | None:
    """What is new about dates that were told, of days that are not over: they are others, or they are certain now.

    ``told`` and ``now`` are those of ``told_at``. It is ``pressing`` where a day that was promised is not there any
    more and none is left.
    """
    moved = [name for name in ("withdraw", "first", "last") if _is_news(told[name], now[name], today)]
    if ("last" in moved and now["state"] != "coming") or ("withdraw" in moved and now["withdrawal"] != "open"):
        return "pressing"
    if moved:
        return "moved"
    settled = told["provisional"] == "yes" and now["provisional"] == "no" and now["state"] == "coming"
    return "settled" if settled else None


def change(new: News, number: str, args: Mapping[str, Value], phone: str, *, quiet: bool) -> Words:
    """What is told of dates that are new; ``args`` are those of ``told_at``, ``phone`` is the office's."""
    if quiet:
        return Words("divorce_dates-news_pressing" if new == "pressing" else "divorce_dates-news", _at(number, phone))
    return Words(f"divorce_dates-dates_{new}", {**args, **_at(number, phone)})


def _at(number: str, phone: str) -> Mapping[str, Value]:
    return {"number": number, "phone": phone}


def _is_news(was: date | None, now: date | None, today: date) -> bool:
    return was != now and any(day is not None and day >= today for day in (was, now))


def _workdays_before(calendar: WorkCalendar, day: date, count: int) -> date:
    for _ in range(count):
        day = last_workday(calendar, day - _ONE_DAY)
    return day
