"""From recognised text to what a card says: strict, so that a field is rather left empty than wrong.

The number must have the right check digit (GB 11643-1999), and what it says of birth and sex may not contradict what
is printed; the ethnic group must be one of the 56. Whatever does not hold is None and is asked for in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Generic, Literal, TypeVar

from flows.errors import NotUnderstood
from flows.inputs.id_number import describe, read_id_number
from flows.inputs.name import read_name
from flows.inputs.text import is_han
from integrations.cards import printed
from integrations.cards.rows import Piece, Row, rows_of

T = TypeVar("T")
Sex = Literal["male", "female"]
Reason = Literal["not_a_card", "back_of_card", "blurred", "several_cards"]

SURE = 0.8
"""How sure the recogniser must be of every character of a name or an address, which nothing else checks. On hard
pictures wrong ones came with up to 0.68 (``python -m tests.card_figures 100 hard``)."""

SURE_ENOUGH = 0.5
"""How sure of what else is checked: by the check digit, by the number, by the list of ethnic groups."""

ENOUGH = 3
"""Labels beside the number's, or days of birth, that make a front."""

GAP = 2.2
"""From one row of an address to the next, in heights; on a card 1.5, and from the last to the number 4 or more."""

UNREADABLE_PIECES = 4
"""As many pieces of text, half of them unsure, are a text that cannot be read."""

_LABELS = (printed.NAME, printed.SEX, printed.ETHNIC_GROUP, printed.BIRTH, printed.ADDRESS)
_EIGHTEEN = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])", re.ASCII)
# Labels are pale and small, so any of them, or half of one, may have been overlooked.
_SEX = re.compile(rf"[{printed.SEX}]{{0,2}}([{printed.MALE}{printed.FEMALE}])(?:{printed.ETHNIC_GROUP}|$)")
_GROUP = re.compile(rf"(?:[{printed.SEX}]{{0,2}}[{printed.MALE}{printed.FEMALE}]?)?{printed.ETHNIC_GROUP}(.+)")
_BIRTH = re.compile(
    rf"[{printed.BIRTH}]{{0,2}}(\d{{4}}){printed.YEAR}(\d{{1,2}}){printed.MONTH}(\d{{1,2}}){printed.DAY}", re.ASCII
)
_MANY_DIGITS = re.compile(r"\d{8}", re.ASCII)
_DOTS = "·•・‧."
_ADDRESS = re.compile(r"[\w\-—－#()（）、·]{5,100}")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One field: its value, None if it is to be asked for, and how sure the recogniser was, from 0 to 1 (0 if nothing
    was found). ``repr`` does not show the value."""

    value: T | None = field(default=None, repr=False)
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class CardReading:
    """What a picture says. With a ``reason`` it is no front that can be read, and every field is empty."""

    reason: Reason | None = None
    name: Read[str] = Read()
    sex: Read[Sex] = Read()
    ethnic_group: Read[str] = Read()
    birth: Read[date] = Read()
    address: Read[str] = Read()
    number: Read[str] = Read()

    @property
    def empty(self) -> bool:
        """Whether nothing at all can be suggested."""
        fields = (self.name, self.sex, self.ethnic_group, self.birth, self.address, self.number)
        return all(each.value is None for each in fields)


def read_card(pieces: Iterable[Piece], today: date) -> CardReading:
    """The card on which these pieces of text stand, whatever they are."""
    rows = rows_of(pieces)
    reason = _why_no_front(rows)
    if reason is not None:
        return CardReading(reason)
    head, address = _parts(rows)
    number, sex, birth = _agreeing(_number(rows, today), _sex(head), _birth(head))
    reading = CardReading(None, _name(head), sex, _ethnic_group(head), birth, _address(address), number)
    return CardReading("blurred") if reading.empty else reading


def _why_no_front(rows: Sequence[Row]) -> Reason | None:
    text = "\n".join(row.text for row in rows)
    labels = sum(label in text for label in _LABELS)
    numbers = set(_EIGHTEEN.findall(text))
    numbered = any(worn in text for worn in printed.NUMBER_WORN)
    if labels and max(text.count(printed.NUMBER), text.count(printed.NAME), len(numbers)) > 1:
        return "several_cards"
    born = any(_BIRTH.fullmatch(row.text) for row in rows)
    front = labels + born >= ENOUGH
    if front and numbered:
        return None
    if any(words in text for words in printed.OTHER_DOCUMENTS):
        return "not_a_card"
    if front and numbers:
        return None
    if sum(words in text for words in printed.BACK) > 1:
        return "back_of_card"
    pieces = [piece for row in rows for piece in row.pieces]
    unreadable = len(pieces) >= UNREADABLE_PIECES and median(piece.confidence for piece in pieces) < SURE_ENOUGH
    return "blurred" if unreadable or numbered or numbers or labels + born > 1 else "not_a_card"


def _parts(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows above the address, and those of the address, which end at the number: it stands on every front."""
    foot = _first(rows, _is_foot)
    birth = _first(rows, lambda text: _BIRTH.fullmatch(text) is not None)
    labelled = _first(rows, lambda text: text.startswith(printed.ADDRESS))
    home = labelled if labelled < len(rows) else birth + 1
    return rows[: min(home, foot)], _together(rows[home:foot])


def _together(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows until the first gap."""
    for place, (above, below) in enumerate(pairwise(rows), start=1):
        if below.down - above.down > GAP * above.height:
            return rows[:place]
    return rows


def _first(rows: Sequence[Row], fits: Callable[[str], bool]) -> int:
    """The place of the first row that fits, behind the last if there is none."""
    return next((place for place, row in enumerate(rows) if fits(row.text)), len(rows))


def _is_foot(text: str) -> bool:
    """Whether a row is the number's, or one of its halves."""
    return any(worn in text for worn in printed.NUMBER_WORN) or _MANY_DIGITS.search(text) is not None


def _sure(value: T | None, rows: Sequence[Row], wanted: float = SURE) -> Read[T]:
    """The value, unless one of its rows is not sure."""
    confidence = min((row.confidence for row in rows), default=0.0)
    return Read(value if confidence >= wanted else None, confidence)


def _number(rows: Sequence[Row], today: date) -> Read[str]:
    for row in rows:
        found = _EIGHTEEN.search(row.text)
        if found is not None:
            return _sure(_checked(found[0], today), [row], SURE_ENOUGH)
    return Read()


def _checked(digits: str, today: date) -> str | None:
    try:
        return read_id_number(digits, today, frozenset({"resident"}))
    except NotUnderstood:
        return None


def _name(head: Sequence[Row]) -> Read[str]:
    """What follows the label, on more than one row if it is long, until the row of the sex; without a label, the row
    above that."""
    below = _first(head, lambda text: printed.SEX in text or _SEX.match(text) is not None)
    labelled = _first(head, lambda text: text.startswith(printed.NAME))
    first = min(labelled, max(below - 1, 0)) if below < len(head) else labelled
    rows = _together(head[first:below])
    words = _behind(printed.NAME, rows)
    if any(label in words for label in _LABELS) or not all(is_han(char) or char in _DOTS for char in words):
        return _sure(None, rows)
    try:
        return _sure(read_name(words), rows)
    except NotUnderstood:
        return _sure(None, rows)


def _sex(head: Sequence[Row]) -> Read[Sex]:
    for row in head:
        found = _SEX.match(row.text)
        if found is not None:
            return _sure("male" if found[1] == printed.MALE else "female", [row], SURE_ENOUGH)
    return Read()


def _ethnic_group(head: Sequence[Row]) -> Read[str]:
    """The official name, which ends in 族; None for a group that is none of the 56 (穿青人)."""
    for row in head:
        found = _GROUP.fullmatch(row.text)
        if found is not None:
            group = found[1].removesuffix(printed.GROUP_ENDING)
            official = group + printed.GROUP_ENDING if group in printed.ETHNIC_GROUPS else None
            return _sure(official, [row], SURE_ENOUGH)
    return Read()


def _birth(head: Sequence[Row]) -> Read[date]:
    for row in head:
        found = _BIRTH.fullmatch(row.text)
        if found is not None:
            try:
                return _sure(date(*map(int, found.groups())), [row], SURE_ENOUGH)
            except ValueError:
                return _sure(None, [row])
    return Read()


def _address(rows: Sequence[Row]) -> Read[str]:
    words = _behind(printed.ADDRESS, rows)
    fits = _ADDRESS.fullmatch(words) is not None and is_han(words[0])
    return _sure(words if fits else None, rows)


def _behind(label: str, rows: Sequence[Row]) -> str:
    """What stands behind a label, or without it if it was overlooked; nothing where it was misread in part, or where
    somebody has written across a copy."""
    words = "".join(row.text for row in rows)
    if any(written in words for written in printed.COPIES):
        return ""
    if words.startswith(label):
        return words.removeprefix(label)
    return "" if set(words[: len(label) + 1]) & set(label) else words


def _agreeing(number: Read[str], sex: Read[Sex], birth: Read[date]) -> tuple[Read[str], Read[Sex], Read[date]]:
    """Number, sex and birth that say the same; where the print contradicts the number, none of the three is right.

    Without a number neither sex nor birth is suggested: only it has a check digit. Where they cannot be read in print,
    the number says them.
    """
    if number.value is None:
        return number, Read(None, sex.confidence), Read(None, birth.confidence)
    says = describe(number.value)
    agrees = sex.value in (None, says.sex) and birth.value in (None, says.birth)
    return (
        Read(number.value if agrees else None, number.confidence),
        Read(says.sex if agrees else None, number.confidence),
        Read(says.birth if agrees else None, number.confidence),
    )
