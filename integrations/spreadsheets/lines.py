"""A table's lines, whatever file it is in; the file as a whole is known by its digest."""

from __future__ import annotations

import codecs
import hashlib
import zipfile
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from flows.errors import SettingsFault

MOST_BYTES = 200_000_000
MOST_COLUMNS = 64
MOST_CHARACTERS = 5000
"""In one cell."""
CHUNK = 1 << 16
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of .xls, and of .xlsx under a password."""

Told = Callable[[float], None]
"""Is told which share of the file is read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number as the person sees it, the text of its cells, and by column what is wrong with a cell.
    A number is written out plainly (``320.5``), with ``E`` where the file no longer has all its digits; a day may be a
    number too, as spreadsheets count them."""

    number: int
    cells: list[str]
    faults: dict[int, str] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was when it was looked at."""

    path: Path
    digest: bytes
    form: Literal["utf-8-sig", "gb18030", "xlsx"]

    def lines(self, told: Told) -> Generator[Line, None, None]:
        """Its lines, the first is the heading. Raises SettingsFault where it is no table that can be read."""
        from integrations.spreadsheets import csv_lines, xlsx_lines

        if self.form == "xlsx":
            return xlsx_lines.read(self.path, told)
        return csv_lines.read(self.path, self.form, told)


def look_at(path: Path) -> File:
    """Finds out what a file is, and its digest. Raises SettingsFault where it is no table."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SettingsFault(f"the file is larger than {MOST_BYTES // 1_000_000} MB: part it")
        digest, is_utf8, head = _read_through(path)
        if head.startswith(_OLD_EXCEL):
            raise SettingsFault("this is an old Excel file, or one under a password: save it as .xlsx without one")
        if zipfile.is_zipfile(path):
            return File(path, digest, "xlsx")
    except OSError as fault:
        raise SettingsFault(f"the file cannot be read: {fault.strerror}") from fault
    return File(path, digest, "utf-8-sig" if is_utf8 else "gb18030")


def _read_through(path: Path) -> tuple[bytes, bool, bytes]:
    digest, decoder, is_utf8, head = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), True, b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            head = head or chunk[:8]
            digest.update(chunk)
            try:
                if is_utf8:
                    decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        is_utf8 = False
    return digest.digest(), is_utf8, head
