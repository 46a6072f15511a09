"""Policy is data with a date and a source: figures of the law and of a place, in TOML beside this file.

A figure is a value, its unit, from when it holds, until when (the last day, included; left out: until further
notice), its source, and whether it is stale (the standard now in force has not been entered, 现行标准未录入)::

    [[figure]]
    name = "marriage.age.man"
    value = 22
    unit = "周岁"
    since = 2021-01-01
    source = "民法典第1047条"

Files are laid over each other by day: on a given day the last file that has a figure of that name in force wins,
and where it has none (before its first day, after its last) the file below it holds. A place therefore states only
what differs, and from when. Within one file the latest ``since`` on or before the day counts, and one figure of a
name may begin on a day. All figures of a name have one unit, so that 元/人/月 is never laid over 元/人/年.

Rules of several numbers each are one figure, whose value is a list of tables of whole numbers::

    value = [{ no_shows = 2, within_days = 30, block_days = 15 }]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeAlias

from flows.errors import FlowFault
from flows.verdict import Verdict

Table: TypeAlias = Mapping[str, int]
Value: TypeAlias = bool | int | Decimal | str | date | time | tuple[Table, ...]
"""What a figure may hold. Amounts are whole numbers or exact decimals, never floats; a list of tables may be empty."""

_REQUIRED = ("name", "value", "unit", "since", "source")
_OPTIONAL = ("until", "stale")
_VALUE_TYPES = (bool, int, Decimal, str, date, time)
_NAME = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")
_FILE = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")


class NotInForce(FlowFault):
    """The figure is known, but has no value on the day asked for: it is not yet or no longer in force."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of the law or of a place, from ``since`` to ``until`` (both included; None: until further notice)."""

    name: str
    value: Value
    unit: str
    since: date
    until: date | None
    source: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """The figures in force for a desk: the national file with the files of the place laid over it, lowest first."""

    layers: tuple[Mapping[str, tuple[Figure, ...]], ...]

    @classmethod
    def parse(cls, *texts: str, files: Sequence[str] = ()) -> Policy:
        """Read TOML texts, the national one first; ``files`` are their names, told in a fault.

        Raises FlowFault, with a sentence that names the file and the entry, for anything that is not exactly right.
        """
        names = [*files, *(f"policy text {n}" for n in range(len(files) + 1, len(texts) + 1))]
        layers = tuple(_read(text, name) for text, name in zip(texts, names, strict=True))
        _check_units(layers, names)
        return cls(layers)

    def figure(self, name: str, on: date) -> Figure:
        """The figure ``name`` as it stands on the day ``on``.

        Raises NotInForce on a day without a value (before the first, after the last: never the nearest value), and
        FlowFault for a name that no file has.
        """
        for layer in reversed(self.layers):
            begun = [figure for figure in layer.get(name, ()) if figure.since <= on]
            if begun and (begun[-1].until is None or on <= begun[-1].until):
                return begun[-1]
        if any(name in layer for layer in self.layers):
            raise NotInForce(f"policy has no '{name}' in force on {on}")
        raise FlowFault(f"policy has no figure named '{name}'")

    def value(self, name: str, on: date) -> Value:
        """The value of ``figure(name, on)``; the same errors."""
        return self.figure(name, on).value

    def whole(self, name: str, on: date) -> int:
        """The value as a whole number (days, years, copies); FlowFault if it is anything else."""
        value = self.value(name, on)
        if type(value) is not int:
            raise FlowFault(f"policy figure '{name}' is used as a whole number but holds {value!r}")
        return value

    def tables(self, name: str, on: date) -> tuple[Table, ...]:
        """The value as a list of tables of whole numbers; FlowFault if it is anything else."""
        value = self.value(name, on)
        if not isinstance(value, tuple):
            raise FlowFault(f"policy figure '{name}' is used as a list of tables but holds {value!r}")
        return value


def screen_below(amount: int | Decimal, figure: Figure) -> Verdict:
    """Whether ``amount``, in the figure's unit, is below the figure (低于, so an equal amount is not).

    A stale figure may only screen in: standards rise, so below an old one is YES, and from it upward UNKNOWN.
    """
    standard = figure.value
    if isinstance(standard, bool) or not isinstance(standard, int | Decimal):
        raise FlowFault(f"policy figure '{figure.name}' is compared with an amount but holds {standard!r}")
    if amount < standard:
        return Verdict.YES
    return Verdict.UNKNOWN if figure.stale else Verdict.NO


def months_of(figure: Figure) -> int:
    """The months that an amount for one person is for (``units.toml``). Raises FlowFault for any other unit."""
    months: int | None = _units()["months"].get(figure.unit)
    if months is None:
        raise FlowFault(f"policy figure '{figure.name}' is no amount for one person by month or year: {figure.unit}")
    return months


def is_in_workdays(figure: Figure) -> bool:
    """Whether a period is in working days, not in natural ones (``units.toml``). FlowFault for any other unit."""
    workdays: Mapping[str, bool] = _units()["workdays"]
    if figure.unit not in workdays:
        raise FlowFault(f"policy figure '{figure.name}' is no period of days: {figure.unit}")
    return workdays[figure.unit]


def clock_minutes(figure: Figure) -> tuple[int, bool]:
    """The minutes of a promise, and whether they are working time (``units.toml``).

    Raises FlowFault for any other unit, and unless it is a whole number above zero.
    """
    unit = _units()["clock"].get(figure.unit)
    if unit is None:
        raise FlowFault(f"policy figure '{figure.name}' is no time by the clock or of work: {figure.unit}")
    if type(figure.value) is not int or figure.value <= 0:
        raise FlowFault(f"policy figure '{figure.name}' must be a whole number above zero, not {figure.value!r}")
    return figure.value * unit["minutes"], unit["working"]


@cache
def _units() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__name__).joinpath("units.toml").read_text(encoding="utf-8"))


def load(names: Sequence[str]) -> Policy:
    """The policy of packaged files by name, lowest first: ``["national", "jingtai", "profiles/booking_zhongshan"]``.

    Raises FlowFault for a file that is not there, and as ``Policy.parse``.
    """
    return _load(tuple(names))


@lru_cache(maxsize=16)
def _load(names: tuple[str, ...]) -> Policy:
    return Policy.parse(*(_packaged(name) for name in names), files=[f"{name}.toml" for name in names])


def _packaged(name: str) -> str:
    path = resources.files(__name__).joinpath(*f"{name}.toml".split("/"))
    if not _FILE.fullmatch(name) or not path.is_file():
        raise FlowFault(f"there is no policy file '{name}'")
    return path.read_text(encoding="utf-8")


def _read(text: str, file: str) -> dict[str, tuple[Figure, ...]]:
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise FlowFault(f"{file} is not TOML: {error}") from error
    entries = table.pop("figure", [])
    if table or not isinstance(entries, list):
        raise FlowFault(f"{file} may hold [[figure]] entries only, not {', '.join(sorted(table)) or 'one [figure]'}")
    figures = [_figure(entry, f"{file}, figure {number}") for number, entry in enumerate(entries, start=1)]
    by_name: dict[str, tuple[Figure, ...]] = {}
    for figure in sorted(figures, key=lambda each: each.since):
        earlier = by_name.get(figure.name, ())
        if earlier and earlier[-1].since == figure.since:
            raise FlowFault(f"{file} has two figures '{figure.name}' since {figure.since}")
        by_name[figure.name] = (*earlier, figure)
    return by_name


def _figure(entry: object, where: str) -> Figure:
    if not isinstance(entry, dict):
        raise FlowFault(f"{where} is not a table")
    if isinstance(entry.get("name"), str):
        where = f"{where} '{entry['name']}'"
    missing = [key for key in _REQUIRED if key not in entry]
    unknown = sorted(set(entry) - {*_REQUIRED, *_OPTIONAL})
    if missing or unknown:
        raise FlowFault(f"{where}: " + "; ".join(_named("lacks", missing) + _named("has the unknown key", unknown)))
    for key in ("name", "unit", "source"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise FlowFault(f"{where}: '{key}' must be words, not {entry[key]!r}")
    if not _NAME.fullmatch(entry["name"]):
        raise FlowFault(f"{where}: a name is small letters, digits and _ parted by dots")
    return Figure(
        name=entry["name"],
        value=_value(entry["value"], where),
        unit=entry["unit"],
        since=_day(entry["since"], "since", where),
        until=_until(entry, where),
        source=entry["source"],
        stale=_stale(entry, where),
    )


def _named(what: str, keys: list[str]) -> list[str]:
    return [f"{what} {', '.join(keys)}"] if keys else []


def _value(value: Any, where: str) -> Value:
    if isinstance(value, list) and all(map(_is_table, value)):
        return tuple(value)
    # type(), not isinstance(): a TOML date with a time of day is a datetime, which is a date to isinstance.
    empty = isinstance(value, str) and not value.strip()
    endless = isinstance(value, Decimal) and not value.is_finite()
    if type(value) not in _VALUE_TYPES or empty or endless:
        raise FlowFault(
            f"{where}: 'value' must be a number, words, true or false, a date, a time or a list of tables of whole "
            f"numbers, not {value!r}"
        )
    checked: Value = value
    return checked


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and all(type(each) is int for each in value.values())


def _day(value: Any, key: str, where: str) -> date:
    if type(value) is not date:
        raise FlowFault(f"{where}: '{key}' must be a date such as 2021-01-01 without quotes, not {value!r}")
    return value


def _until(entry: Mapping[str, Any], where: str) -> date | None:
    if "until" not in entry:
        return None
    until = _day(entry["until"], "until", where)
    if until < entry["since"]:
        raise FlowFault(f"{where}: 'until' {until} is before 'since' {entry['since']}")
    return until


def _stale(entry: Mapping[str, Any], where: str) -> bool:
    stale = entry.get("stale", False)
    if not isinstance(stale, bool):
        raise FlowFault(f"{where}: 'stale' must be true or false, not {stale!r}")
    return stale


def _check_units(layers: Sequence[Mapping[str, tuple[Figure, ...]]], files: Sequence[str]) -> None:
    units: dict[str, str] = {}
    for layer, file in zip(layers, files, strict=True):
        for figure in (figure for figures in layer.values() for figure in figures):
            unit = units.setdefault(figure.name, figure.unit)
            if unit != figure.unit:
                raise FlowFault(f"{file}: '{figure.name}' is given in {figure.unit} and elsewhere in {unit}")
