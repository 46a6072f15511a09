"""A table into the register (导入救助待遇登记): all of it or nothing, every line that is wrong told by its number.

The file is read once, line by line; what is right waits sealed outside the database, so that the write lock is held
only while what differs is written, in one transaction.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.accounts import OPERATOR
from bot.app import App
from bot.auditing import Entry as Audited
from bot.auditing import audited_as_found
from bot.benefits import watching
from bot.benefits.columns import Columns, Wrong
from bot.benefits.table_rows import Reader, rows_of
from bot.clock import local_day
from flows.errors import SettingsFault
from flows.quiet import awake
from integrations.spreadsheets.lines import Line, look_at
from integrations.store import audit
from integrations.store.benefits import imports, register
from integrations.store.benefits.imports import Import, Kind
from integrations.store.benefits.register import Row
from integrations.store.benefits.staged import Staged

BATCH = 500
MOST_LINES = 500_000
MOST_FAULTS = 50
Told = Callable[[float, int], None]
"""Is told which share of the file is read, and how many lines."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: its kind, how many rows it has, how many of them were new or other than before.
    ``before``: when the same file was imported already, and nothing was done."""

    kind: Kind
    rows: int
    changed: int
    before: datetime | None = None


async def import_table(app: App, path: Path, wanted: Kind | None, told: Told) -> Imported:
    """Imports a table. Raises SettingsFault, a sentence for each line that is wrong, and nothing is changed."""
    file = await asyncio.to_thread(look_at, path)
    read = 0

    def tell(share: float) -> None:
        told(share, read)

    with closing(file.lines(tell)) as lines:
        heading = next(lines, None)
        if heading is None:
            raise SettingsFault("there is nothing in it")
        reader = Reader(Columns(app.speech, app.place, local_day(app.clock())), heading.cells, wanted)
        kind = reader.kind
        async with app.database.read() as connection:
            before = await imports.before(connection, kind, file.digest)
            seen = await imports.newest(connection, 1)
        if before is not None:
            return Imported(kind, 0, 0, before)
        with Staged(imports.TABLES[kind]) as staged:
            table = _Table(app, reader, staged)
            while batch := list(itertools.islice(lines, BATCH)):
                read += len(batch)
                if read > MOST_LINES:
                    raise SettingsFault(f"there are more than {MOST_LINES} lines in it: part it")
                await table.take(batch)
            table.faults.raise_any()
            if not table.rows:
                raise SettingsFault("there is no line below the heading")
            if await asyncio.to_thread(look_at, path) != file:
                raise SettingsFault("the file was changed while it was read: start again")
            told(1.0, read)
            return await _write(app, table, Import("", OPERATOR, kind, table.rows, file.digest, app.clock()), seen)


class _Faults:
    """The sentences about lines that are wrong: the first ones, and how many there are."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._count = 0

    def add(self, number: int, sentence: str) -> None:
        self._count += 1
        if self._count <= MOST_FAULTS:
            self._told.append(f"line {number}: {sentence}")

    def raise_any(self) -> None:
        """Raises SettingsFault where there is any."""
        if self._count:
            more = [f"and {self._count - MOST_FAULTS} more lines"] if self._count > MOST_FAULTS else []
            whole = f"Nothing was imported; {self._count} lines are wrong:"
            raise SettingsFault("\n".join([whole, *self._told, *more]))

    def __bool__(self) -> bool:
        return self._count > 0


class _Table:
    """Checks lines against the register, and lets what differs wait."""

    def __init__(self, app: App, reader: Reader, staged: Staged) -> None:
        self._app, self._reader, self.staged = app, reader, staged
        self.faults = _Faults()
        self.rows = 0
        self.phones: list[bytes] = []
        """Those whose telephone on file becomes another."""
        self._lines: dict[bytes, int] = {}

    async def take(self, lines: list[Line]) -> None:
        """A batch of lines."""
        kind, entries, numbers = self._reader.kind, [], []
        found: list[tuple[int, str]] = []
        for line in lines:
            if not line.faults and not any(cell.strip() for cell in line.cells):
                continue
            self.rows += 1
            try:
                entries.append(self._reader.read(line))
                numbers.append(line.number)
            except Wrong as fault:
                found.append((line.number, str(fault)))
        rows = rows_of(self._app.vault, kind, entries)
        async with self._app.database.read() as connection:
            fits, differ = await self._fits(connection, rows), await self._differ(connection, rows)
        new = []
        for number, row, wrong, differs in zip(numbers, rows, fits, differ, strict=True):
            key = hashlib.blake2b(repr(imports.key_of(kind, row)).encode(), digest_size=16).digest()
            before = self._lines.setdefault(key, number)
            if before != number:
                found.append((number, f"says the same as line {before}, about which there can be only one"))
            elif wrong:
                found.append((number, wrong))
            elif differs:
                new.append(row)
        for number, sentence in sorted(found):
            self.faults.add(number, sentence)
        if not self.faults:
            self.staged.add(new)

    async def _fits(self, connection: AsyncConnection, rows: list[Row]) -> list[str]:
        """What is wrong with each row by what the register has."""
        match self._reader.kind:
            case "people":
                return [""] * len(rows)
            case "payments":
                owners = await imports.owners(connection, {row["record"] for row in rows})
                return [_of_whom(owners.get(row["record"]), row["person"]) for row in rows]
            case "records" | "mandates":
                known = await imports.known(connection, {row["person"] for row in rows})
                wrong = ["" if row["person"] in known else "is of nobody in the register" for row in rows]
                if self._reader.kind == "mandates":
                    return wrong
                owners = await imports.owners(connection, {row["id"] for row in rows})
                return [
                    each or _of_whom(owners.get(row["id"], row["person"]), row["person"])
                    for each, row in zip(wrong, rows, strict=True)
                ]

    async def _differ(self, connection: AsyncConnection, rows: list[Row]) -> list[bool]:
        kind = self._reader.kind
        there: Any = await imports.there(connection, kind, rows)
        differ = []
        for row in rows:
            before = there.get(imports.key_of(kind, row))
            differ.append(before is None or before["digest"] != row["digest"])
            if kind == "people" and before is not None and differ[-1]:
                person, vault = row["person"], self._app.vault
                phones = [register.phone_of(vault, person, sealed) for sealed in (before["sealed"], row["sealed"])]
                if phones[0] != phones[1]:
                    self.phones.append(person)
        return differ


def _of_whom(owner: bytes | None, person: bytes) -> str:
    if owner is None:
        return "is on a record that is not in the register"
    return "" if owner == person else "names a record that is another person's"


async def _write(app: App, table: _Table, one: Import, seen: object) -> Imported:
    """Writes what differs, in one transaction, and puts it on the audit log."""
    kind, now = one.kind, one.at
    tell_at = awake(await app.world(), "benefit")
    known: list[datetime] = []

    async def carry_out(connection: AsyncConnection) -> Audited | None:
        known.clear()
        known.extend(filter(None, [await imports.before(connection, kind, one.digest)]))
        if known:
            return None
        if await imports.newest(connection, 1) != seen:
            raise SettingsFault("another table was imported meanwhile: start again")
        for rows in table.staged.batches():
            await register.write(connection, imports.TABLES[kind], rows, now)
        named = Import(secrets.token_hex(12), one.by, kind, one.rows, one.digest, now)
        await imports.add(connection, named)
        phones = [(OPERATOR, "benefits phone changed", person.hex()[:24]) for person in table.phones]
        await audit.record_all(connection, now, phones, secrets.token_bytes)
        if kind in {"records", "payments"}:
            await watching.walk(connection, app.vault, named.id, tell_at, now, since=now)
        return OPERATOR, f"benefits imported: {kind}", f"{one.digest.hex()[:24]} {one.rows}"

    await audited_as_found(app.database, app.clock, carry_out)
    return Imported(kind, one.rows, table.staged.count, known[0] if known else None)
