"""What a certificate of service (志愿服务记录证明) says: 服务时间, 服务内容, 记录单位 (民政部令第67号).

It holds the entries that an organisation has itself recorded and that stand, and nothing of what was said of them in
words: who was served is nobody's business. The volunteer's name is whole and the ID number masked: a school or an
employer can hold it against the identity card, and whoever finds the paper does not learn the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flows.volunteers.ledger import Entry

EARLIEST = date(2000, 1, 1)
"""No service is older."""
MOST_LINES = 12
"""Entries that stand on a certificate one by one, with all else on one page; more are summed up by the month."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: on which day, of which kind, how long, and what the activity was called, if it was one."""

    day: date
    kind: str
    minutes: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is certified of whom by whom. ``id_number`` is masked, ``salt`` keeps the digest from being guessed.

    ``is_checked``: whether somebody has compared the identity card with what was told (实名核对); where nobody has, the
    certificate says so, for anybody could have registered in another's name.
    """

    number: str
    volunteer: str
    name: str
    id_number: str
    organisation: str
    issued_on: date
    salt: str
    is_checked: bool
    lines: tuple[Line, ...]

    @property
    def minutes(self) -> int:
        """The service time: what the entries add up to."""
        return sum(line.minutes for line in self.lines)

    @property
    def first_day(self) -> date:
        """The day of the first service."""
        return min(line.day for line in self.lines)

    @property
    def last_day(self) -> date:
        """The day of the last service."""
        return max(line.day for line in self.lines)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of service, the one with most time first."""
        return _by_time((line.kind, line.minutes) for line in self.lines)

    @property
    def titles(self) -> tuple[str, ...]:
        """What the activities were called, the one with most time first."""
        return _by_time((line.title, line.minutes) for line in self.lines if line.title)

    @property
    def months(self) -> Mapping[str, tuple[int, int]]:
        """How often and how long in each month (``2026-11``), the oldest first."""
        found: dict[str, tuple[int, int]] = {}
        for line in self.lines:
            times, minutes = found.get(f"{line.day:%Y-%m}", (0, 0))
            found[f"{line.day:%Y-%m}"] = (times + 1, minutes + line.minutes)
        return dict(sorted(found.items()))


def lines_of(entries: Sequence[Entry], titles: Mapping[str, str]) -> tuple[Line, ...]:
    """The entries as they are printed; ``titles`` are those of activities by number."""
    return tuple(Line(each.day, each.kind, each.minutes, titles.get(each.activity or "", "")) for each in entries)


def span_of(which: str, day: date, first: date | None = None, last: date | None = None) -> tuple[date, date]:
    """The days a certificate is asked for: all, this_year, last_year (the twelve months up to the day) or from_to."""
    if which == "from_to" and first is not None and last is not None:
        return first, last
    if which == "this_year":
        return date(day.year, 1, 1), day
    if which == "last_year":
        before = date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
        return before + timedelta(days=1), day
    return EARLIEST, day


def to_plain(certificate: Certificate) -> dict[str, Any]:
    """Its JSON form, of which the digest is made."""
    return {
        **{name: getattr(certificate, name) for name in _TEXTS},
        "issued_on": certificate.issued_on.isoformat(),
        "is_checked": certificate.is_checked,
        "lines": [[line.day.isoformat(), line.kind, line.minutes, line.title] for line in certificate.lines],
    }


def from_plain(plain: Mapping[str, Any]) -> Certificate:
    """The certificate behind its JSON form."""
    return Certificate(
        **{name: plain[name] for name in _TEXTS},
        issued_on=date.fromisoformat(plain["issued_on"]),
        is_checked=bool(plain["is_checked"]),
        lines=tuple(Line(date.fromisoformat(day), *rest) for day, *rest in plain["lines"]),
    )


_TEXTS = ("number", "volunteer", "name", "id_number", "organisation", "salt")


def _by_time(each: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    times: dict[str, int] = {}
    for name, minutes in each:
        times[name] = times.get(name, 0) + minutes
    return tuple(sorted(times, key=lambda name: (-times[name], name)))
