"""Whether someone has reached an age in full years 周岁, as for marriage (民法典第1047条; figures in the policy).

Ages are counted by the Gregorian calendar (第200条). The birthday itself is enough: an age is reached on it, not the
day after. A person born on 29 February has no birthday in a common year; the law is silent on whether 28 February
or 1 March counts (第202条 on a month without the day is about the end of periods), so a person decides on the 28th.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from flows.verdict import Verdict


def reached_from(birth: date, years: int) -> date:
    """The first day on which someone born on ``birth`` is surely ``years`` old: the birthday, or 1 March for a leap
    day that the year does not have."""
    if _lacks_birthday(birth, birth.year + years):
        return date(birth.year + years, 3, 1)
    return birth.replace(year=birth.year + years)


def age_reached(birth: date, years: int, on: date) -> Verdict:
    """Whether someone born on ``birth`` is at least ``years`` full years old on the day ``on``."""
    if on >= reached_from(birth, years):
        return Verdict.YES
    if _lacks_birthday(birth, on.year) and on == date(birth.year + years, 2, 28):
        return Verdict.UNKNOWN
    return Verdict.NO


def _lacks_birthday(birth: date, year: int) -> bool:
    return (birth.month, birth.day) == (2, 29) and not isleap(year)
