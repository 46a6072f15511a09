"""XLSX (ISO/IEC 29500), its first visible sheet: read as it unpacks, by a parser that takes no entities.

No library: those there are turn amounts into binary fractions or hold the whole sheet in memory, and a column that says
what it is needs no styles to tell a day from a number.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Generator, Iterator
from decimal import Context, Decimal, InvalidOperation
from pathlib import Path
from typing import IO, Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from flows.errors import SettingsFault
from integrations.spreadsheets.lines import CHUNK, MOST_CHARACTERS, MOST_COLUMNS, Line, Told

MOST_UNPACKED = 500_000_000
"""Bytes of the sheet as it unpacks; it passes by, and is never held."""
MOST_HELD = 60_000_000
"""Bytes of the shared texts as they unpack, which are held, and of whatever else is small."""
MOST_TEXTS = 2_000_000
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})\d{1,7}", re.ASCII)
_FIGURES = Context(prec=15)
"""The digits a spreadsheet keeps."""
_NO_TABLE = "this is no XLSX table that can be read: save it anew, or as CSV"


def read(path: Path, told: Told) -> Generator[Line, None, None]:
    """The lines of the first visible sheet. Raises SettingsFault where it cannot be read, or would unpack to too
    much."""
    try:
        with zipfile.ZipFile(path) as archive:
            sheet = _sheet(archive)
            texts = _Texts()
            if _TEXTS in archive.namelist():
                for _ in _parsed(archive, _TEXTS, MOST_HELD, texts):
                    pass
            rows = _Rows(texts.found)
            for share in _parsed(archive, sheet, MOST_UNPACKED, rows):
                yield from rows.take()
                told(share)
    except DefusedXmlException as fault:
        raise SettingsFault("the file declares entities, which no table needs") from fault
    except (zipfile.BadZipFile, zlib.error, SAXException, KeyError, ValueError, NotImplementedError, EOFError) as fault:
        raise SettingsFault(_NO_TABLE) from fault
    except RuntimeError as fault:  # a member under a password
        raise SettingsFault("the file is under a password: save it without one") from fault


def _parsed(archive: zipfile.ZipFile, name: str, most: int, handler: ContentHandler) -> Iterator[float]:
    """Parses a member bit by bit; after each the share that is read."""
    info = archive.getinfo(name)
    if info.file_size > most:
        raise SettingsFault(f"the file would unpack to more than {most // 1_000_000} MB: part it")
    parser: Any = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    member: IO[bytes]
    with archive.open(info) as member:
        done = 0
        while chunk := member.read(CHUNK):
            parser.feed(chunk)
            done += len(chunk)
            yield done / max(info.file_size, 1)
    parser.close()
    yield 1.0


def _sheet(archive: zipfile.ZipFile) -> str:
    workbook, relations = _Workbook(), _Relations()
    for name, handler in ((_WORKBOOK, workbook), (_RELATIONS, relations)):
        for _ in _parsed(archive, name, MOST_HELD, handler):
            pass
    if workbook.since_1904:
        raise SettingsFault("the file counts its days from 1904: turn that off in its settings, or save it as CSV")
    if not workbook.sheets:
        raise SettingsFault("there is no visible sheet in it")
    return posixpath.normpath(posixpath.join("/xl", relations.targets[workbook.sheets[0]])).lstrip("/")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Workbook(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[str] = []
        self.since_1904 = False

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        if _local(name) == "workbookPr":
            self.since_1904 = attrs.get("date1904", "0") in ("1", "true")
        if _local(name) == "sheet" and attrs.get("state", "visible") == "visible":
            self.sheets.append(next(attrs[each] for each in attrs.getNames() if each.endswith(":id")))


class _Relations(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        if _local(name) == "Relationship":
            self.targets[attrs["Id"]] = attrs["Target"]


class _Texted(ContentHandler):
    """Gathers the text of elements, none longer than a cell may be; readings aid (拼音) is no text."""

    def __init__(self) -> None:
        super().__init__()
        self._text: list[str] | None = None
        self._length = 0
        self._aid = False

    def characters(self, content: str) -> None:
        if self._text is None or self._aid:
            return
        self._length += len(content)
        if self._length > MOST_CHARACTERS:
            raise SettingsFault(f"a cell is longer than {MOST_CHARACTERS} characters")
        self._text.append(content)

    def _begin(self) -> None:
        self._text, self._length = [], 0

    def _end(self) -> str:
        text, self._text = "".join(self._text or ()), None
        return text


class _Texts(_Texted):
    """The texts that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._parts: list[str] = []

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        match _local(name):
            case "si":
                self._parts = []
            case "rPh":
                self._aid = True
            case "t":
                self._begin()

    def endElement(self, name: str) -> None:  # noqa: N802
        match _local(name):
            case "t":
                text = self._end()
                if not self._aid and text:
                    self._parts.append(text)
                if sum(map(len, self._parts)) > MOST_CHARACTERS:
                    raise SettingsFault(f"a cell is longer than {MOST_CHARACTERS} characters")
            case "rPh":
                self._aid = False
            case "si":
                self.found.append("".join(self._parts))
                if len(self.found) > MOST_TEXTS:
                    raise SettingsFault(f"there are more than {MOST_TEXTS} texts in it: part it")


class _Rows(_Texted):
    """The rows of a sheet, as they end."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts
        self._ready: list[Line] = []
        self._line = Line(0, [])
        self._column = -1
        self._type = "n"
        self._value = ""
        self._formula = False

    def take(self) -> list[Line]:
        """The rows that ended since."""
        ready, self._ready = self._ready, []
        return ready

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        match _local(name):
            case "row":
                number = int(attrs.get("r", self._line.number + 1))
                self._line = Line(number, [], {}, attrs.get("hidden", "0") in ("1", "true"))
                self._column = -1
            case "c":
                self._column = self._place(attrs.get("r"))
                self._type, self._value, self._formula = attrs.get("t", "n"), "", False
            case "f":
                self._formula = True
            case "rPh":
                self._aid = True
            case "v" | "t":
                self._begin()

    def endElement(self, name: str) -> None:  # noqa: N802
        match _local(name):
            case "v" | "t":
                self._value += self._end()
                if len(self._value) > MOST_CHARACTERS:
                    raise SettingsFault(f"a cell is longer than {MOST_CHARACTERS} characters")
            case "rPh":
                self._aid = False
            case "c":
                self._cell()
            case "row":
                self._ready.append(self._line)

    def _place(self, reference: str | None) -> int:
        column = self._column + 1
        if reference is not None:
            match = _REFERENCE.fullmatch(reference)
            if match is None:
                raise ValueError(reference)
            column = 0
            for letter in match[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            column -= 1
        if column <= self._column:
            raise ValueError(reference)
        return column

    def _cell(self) -> None:
        text, cells = self._said(), self._line.cells
        if text and self._column >= MOST_COLUMNS:
            raise SettingsFault(f"line {self._line.number}: is longer than any line of such a table")
        if self._column < MOST_COLUMNS:
            cells.extend([""] * (self._column - len(cells)))
            cells.append(text)
            if self._type == "e":
                self._line.faults[self._column] = "holds an error of the spreadsheet, and not a value"
            elif self._formula and not self._value:
                self._line.faults[self._column] = "holds a formula without its result: put the values in its place"

    def _said(self) -> str:
        match self._type:
            case "s":
                at = int(self._value)
                if not 0 <= at < len(self._texts):
                    raise ValueError(at)
                return self._texts[at]
            case "n":
                return _figure(self._value)
            case "d":
                return self._value.partition("T")[0]
        return self._value


def _figure(said: str) -> str:
    """A number as it is shown: 320.5 for 320.49999999999994; with ``E`` where it has more digits than are kept."""
    if not said:
        return ""
    try:
        number = _FIGURES.create_decimal(Decimal(said))
    except InvalidOperation as fault:
        raise ValueError("no number") from fault
    if not number.is_finite():
        raise ValueError("no number")
    if number.adjusted() >= _FIGURES.prec or (number.adjusted() < -_FIGURES.prec and number):
        return f"{number:E}"
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
