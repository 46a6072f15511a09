"""A line of an imported table as what the register keeps of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from bot.benefits.columns import HEADINGS, NEEDED, Columns, Wrong
from flows.assistance.clocks import Begins
from flows.benefits.records import Mandate, Payment, Record, Registered
from flows.errors import SettingsFault
from integrations.privacy import Vault
from integrations.spreadsheets.lines import Line
from integrations.store.benefits import register
from integrations.store.benefits.imports import KINDS, Kind
from integrations.store.benefits.register import Row

Entry: TypeAlias = Registered | tuple[str, Record] | tuple[str, str, Payment] | tuple[str, Mandate]
"""What ``register.put_people``, ``put_records``, ``put_payments`` and ``put_mandates`` take one of."""


class Reader:
    """Reads the lines under a heading."""

    def __init__(self, columns: Columns, heading: Sequence[str], wanted: Kind | None) -> None:
        """Raises SettingsFault where the heading is none of a table of the ``wanted`` kind, or of any."""
        cells = _without_end(heading)
        named = columns.headings(cells)
        unknown = [str(place) for place, name in enumerate(named, 1) if name is None]
        if unknown or not named:
            raise SettingsFault(f"the first line must name the columns; not so in column {', '.join(unknown) or 1}")
        self._columns, self._named = columns, [name for name in named if name is not None]
        twice = [str(place) for place, name in enumerate(named, 1) if name in named[: place - 1]]
        if twice:
            raise SettingsFault(f"column {', '.join(twice)} stands there twice")
        self._shown = cells
        self.kind = self._kind(wanted)

    def _kind(self, wanted: Kind | None) -> Kind:
        there = set(self._named)
        fitting = [kind for kind in KINDS if NEEDED[kind] <= there <= set(HEADINGS[kind])]
        if wanted is None and len(fitting) == 1:
            return fitting[0]
        if wanted is not None and wanted in fitting:
            return wanted
        kinds = [wanted] if wanted is not None else KINDS
        ways = "; ".join(f"{kind}: {', '.join(HEADINGS[kind])}" for kind in kinds)
        raise SettingsFault(f"these are not the columns of such a table. There are, by their ids, {ways}")

    def read(self, line: Line) -> Entry:
        """What a line says. Raises Wrong, naming every column in which something is wrong."""
        if line.hidden:
            raise Wrong("is hidden: show it, or take it out")
        cells = _without_end(line.cells)
        if len(cells) > len(self._named):
            raise Wrong("has more cells than there are columns")
        cells += [""] * (len(self._named) - len(cells))
        found: dict[str, Any] = dict.fromkeys(HEADINGS[self.kind]) | {"missing": (), "reasons": ()}
        wrong = []
        for place, (name, said) in enumerate(zip(self._named, cells, strict=True)):
            try:
                if place in line.faults:
                    raise Wrong(line.faults[place])
                found[name] = self._columns.read(self.kind, name, said)
            except Wrong as fault:
                wrong.append(f"{self._shown[place].strip()} {fault}")
        if wrong:
            raise Wrong("; ".join(wrong))
        return _ENTRIES[self.kind](found)


def rows_of(vault: Vault, kind: Kind, entries: Sequence[Any]) -> list[Row]:
    """The sealed rows of entries of a kind."""
    match kind:
        case "people":
            return register.people_rows(vault, entries)
        case "records":
            return register.record_rows(vault, entries)
        case "payments":
            return register.payment_rows(vault, entries)
        case "mandates":
            return register.mandate_rows(vault, entries)


def _person(found: Mapping[str, Any]) -> Entry:
    return Registered(found["name"], found["id_number"], found["phone"])


def _record(found: Mapping[str, Any]) -> Entry:
    days = {begins: found[begins.value] for begins in Begins if found[begins.value] is not None}
    same = {name: found[name] for name in HEADINGS["records"] if name != "id_number" and name not in _BEGAN}
    return found["id_number"], Record(days=days, **same)


def _payment(found: Mapping[str, Any]) -> Entry:
    payment = Payment(found["month"], found["amount"], found["state"], found["day"], found["reasons"])
    return found["id_number"], found["id"], payment


def _mandate(found: Mapping[str, Any]) -> Entry:
    if found["id_number"] == found["proxy_id_number"]:
        raise Wrong("names the same person on both sides")
    own = (found[name] for name in ("proxy_name", "proxy_id_number", "proxy_phone", "kind", "until"))
    return found["id_number"], Mandate(*own)


_BEGAN = frozenset(begins.value for begins in Begins)
_ENTRIES = {"people": _person, "records": _record, "payments": _payment, "mandates": _mandate}


def _without_end(cells: Sequence[str]) -> list[str]:
    """The cells without empty ones at the end, as spreadsheets add them."""
    last = max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return list(cells[:last])
