"""Sealed rows that wait outside the database until the whole table they are from is found right.

They lie in a nameless file on disk, sealed as they will be in the database, so that memory stays bounded and the write
lock is held only while they are written.
"""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import IO, Any

from sqlalchemy import Date, LargeBinary, Table

from integrations.store.benefits.register import Row


def _as_it_is(value: Any) -> Any:
    return value


class Staged(AbstractContextManager["Staged"]):
    """The rows of one table; they are gone when it is closed."""

    def __init__(self, table: Table) -> None:
        self.count = 0
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._write: dict[str, Callable[[Any], Any]] = {}
        self._read: dict[str, Callable[[Any], Any]] = {}
        for column in table.columns:
            match column.type:
                case LargeBinary():
                    self._write[column.name], self._read[column.name] = _to_base64, base64.b64decode
                case Date():
                    self._write[column.name], self._read[column.name] = date.isoformat, date.fromisoformat
                case _:
                    self._write[column.name] = self._read[column.name] = _as_it_is

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, rows: Sequence[Row]) -> None:
        """Puts a batch at the end."""
        if rows:
            plain = [{name: v if v is None else self._write[name](v) for name, v in row.items()} for row in rows]
            self._file.write(json.dumps(plain, separators=(",", ":")).encode() + b"\n")
            self.count += len(rows)

    def batches(self) -> Iterator[list[Row]]:
        """The batches from the first on; may be asked for again."""
        self._file.seek(0)
        for line in self._file:
            yield [
                {name: v if v is None else self._read[name](v) for name, v in row.items()} for row in json.loads(line)
            ]


def _to_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
