"""CSV, in UTF-8 with or without a mark before it, or in GB 18030 as Excel saves it in China."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TextIO

from flows.errors import SettingsFault
from integrations.spreadsheets.lines import MOST_CHARACTERS, MOST_COLUMNS, Line, Told

LONGEST_LINE = MOST_COLUMNS * MOST_CHARACTERS


def read(path: Path, encoding: str, told: Told) -> Generator[Line, None, None]:
    """The lines of a file. Raises SettingsFault with the line that breaks the form."""
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as file:
        reader = csv.reader(_bounded(file), strict=True)
        while True:
            before = reader.line_num + 1
            try:
                cells = next(reader, None)
            except (csv.Error, UnicodeDecodeError) as fault:
                raise SettingsFault(
                    f"line {before}: is no CSV in UTF-8 or GB 18030, or a quotation mark is missing"
                ) from fault
            if cells is None:
                return
            if before % 1000 == 0:
                told(raw.tell() / size)
            if len(cells) > MOST_COLUMNS or any(len(cell) > MOST_CHARACTERS for cell in cells):
                raise SettingsFault(f"line {before}: is longer than any line of such a table")
            yield Line(before, cells)


def _bounded(file: TextIO) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise SettingsFault(f"line {number}: is longer than any line of such a table")
        if "\0" in line:
            raise SettingsFault(f"line {number}: this is no table")
        yield line
