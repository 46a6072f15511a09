"""The legal deadlines (法定期限) of an application, from the day it was accepted (受理).

The day a period begins with is not counted (民法典第201条). Working days are those of public offices, make-up working
days (调休上班日) included. A period of natural days whose last day is a day off ends on the next working day (第203条).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from flows.assistance.categories import Category
from flows.assistance.figures import Figures, amount
from flows.calendar import WorkCalendar, add_workdays, next_workday
from flows.policy import Figure, Policy, is_in_workdays
from flows.words import Words


class Begins(Enum):
    """What a period begins with: 受理, 提请信息核对, 公示, 上报县级, 作出决定."""

    ACCEPTED = "accepted"
    CHECK_ASKED = "check_asked"
    PUBLISHED = "published"
    REPORTED = "reported"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Clock:
    """One period of a scheme: the figure ``clock.<scheme>.<stage>``. ``after``: the stage it follows by law."""

    stage: str
    begins: Begins = Begins.ACCEPTED
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day (included) of one period.

    ``sure`` is false where the day it begins with is not known yet: then it is counted on from the last day of the
    stage before, the latest it can be without delay. ``provisional``: a calendar not yet published is in it.
    """

    category: Category
    stage: str
    name: Words
    begun: date
    last_day: date
    source: str
    sure: bool
    provisional: bool


_DIBAO = (
    Clock("survey"),
    Clock("check", Begins.CHECK_ASKED),
    Clock("publicity", Begins.PUBLISHED),
    Clock("county", Begins.REPORTED),
    Clock("whole"),
    Clock("extended"),
    Clock("refusal", Begins.DECIDED),
)
_TEKUN = (
    Clock("opinion"),
    Clock("publicity", Begins.PUBLISHED, after="opinion"),
    Clock("county", Begins.REPORTED, after="publicity"),
    Clock("refusal", Begins.DECIDED),
)
_UNSUPPORTED = (Clock("opinion"), Clock("county", Begins.REPORTED, after="opinion"))
SCHEMES: Mapping[str, tuple[Clock, ...]] = {
    "dibao": _DIBAO,
    "tekun": _TEKUN,
    "rigid": (Clock("whole"), Clock("extended")),
    "temporary": (Clock("whole"),),
    "unsupported": _UNSUPPORTED,
}
"""The periods of each scheme, in the order of its stages; there is no public notice of an unsupported child (不公示).
Temporary assistance has one only where the place has set it (社会救助暂行办法第49条)."""
_SAME: Mapping[Category, str] = {"single": "dibao"}
"""Categories decided on as another one: 单人保 is an application for the allowance (办法第8条)."""


def deadlines(
    accepted: date,
    categories: Iterable[Category],
    calendar: WorkCalendar,
    policy: Policy,
    begun: Mapping[Begins, date] | None = None,
) -> tuple[Deadline, ...]:
    """Every deadline of the likely ``categories`` by its last day, under the law of the day of acceptance.

    ``begun`` has the days on which later stages began, as far as they have. A stage that has not begun is left out,
    unless the law has it follow one whose end is known.
    """
    starts = {**(begun or {}), Begins.ACCEPTED: accepted}
    figures = Figures(policy, accepted)
    schemes: dict[str, Category] = {}
    for category in categories:
        schemes.setdefault(_SAME.get(category, category), category)
    found = [
        deadline
        for scheme, category in schemes.items()
        for deadline in _of(scheme, category, starts, calendar, figures)
    ]
    return tuple(sorted(found, key=lambda each: each.last_day))


def _of(
    scheme: str, category: Category, starts: Mapping[Begins, date], calendar: WorkCalendar, figures: Figures
) -> Iterable[Deadline]:
    ends: dict[str, date] = {}
    for clock in SCHEMES.get(scheme, ()):
        figure = figures.find(f"clock.{scheme}.{clock.stage}")
        known = starts.get(clock.begins)
        start = known if known is not None else ends.get(clock.after or "")
        if figure is None or start is None:
            continue
        last = ends[clock.stage] = _last_day(start, figure, calendar)
        yield Deadline(
            category=category,
            stage=clock.stage,
            name=Words(f"clock-{clock.stage}", {"category": Words(f"category-{category}")}),
            begun=start,
            last_day=last,
            source=figure.source,
            sure=known is not None,
            provisional=_is_provisional(start, last, calendar),
        )


def _last_day(start: date, figure: Figure, calendar: WorkCalendar) -> date:
    count = int(amount(figure))
    if is_in_workdays(figure):
        return add_workdays(calendar, start, count)
    return next_workday(calendar, start + timedelta(days=count))


def _is_provisional(start: date, last: date, calendar: WorkCalendar) -> bool:
    """Whether a day that is counted may still turn out to be a working day or a day off."""
    return any(calendar.is_provisional(start + timedelta(days=n)) for n in range(1, (last - start).days + 1))
