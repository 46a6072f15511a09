"""Numbers as people write them: 12, １２, 十二, 廿三, 一百零五, 二〇二六, 三千五, 1万2, 1.2万."""

from __future__ import annotations

import re
from decimal import Decimal

from flows.inputs.text import close_up, normalise, simplify

_OTHER_FORMS = str.maketrans(
    dict(zip("〇○两俩仨壹贰叁肆伍陆柒捌玖拾佰仟", "零零二二三一二三四五六七八九十百千", strict=True))
    | {"廿": "二十", "卅": "三十", "卌": "四十"}
)
_SINGLE_FORMS = {own: other for own, other in _OTHER_FORMS.items() if len(str(other)) == 1 or isinstance(other, int)}
FIGURES = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"亿": 10**8, "万": 10**4}

_ARABIC = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,4}", re.ASCII)
_ONE_BY_ONE = re.compile(rf"(?=.*零|.{{4}})[{FIGURES}]{{2,12}}")
"""Figures read out one by one. Two or three without a zero are an estimate: 两三 is not 23."""
_PART = re.compile(rf"\d{{1,8}}|[{FIGURES}十百千]", re.ASCII)
_DECIMAL = re.compile(rf"([^.点]+)[.点]([\d{FIGURES}]{{1,4}})([百千万亿]?)", re.ASCII)


def plain(text: str) -> str:
    """Numerals in their everyday form: 贰, 貳, 两 as 二, 〇 as 零, 廿 as 二十, 拾 as 十."""
    return simplify(text).translate(_OTHER_FORMS)


def one_for_one(text: str) -> str:
    """As ``plain`` but for 廿, 卅 and 卌, so that every character stays where it was."""
    return simplify(text).translate(_SINGLE_FORMS)


def read_whole(text: str) -> int | None:
    """The whole number ``text`` is, or None. A trailing figure counts in the next lower unit: 三千五 is 3500."""
    text = close_up(plain(normalise(text)))
    if len(text) > 24:
        return None
    if _ARABIC.fullmatch(text):
        return int(text.replace(",", ""))
    if text == "零":
        return 0
    if _ONE_BY_ONE.fullmatch(text):
        return int("".join(str(FIGURES.index(figure)) for figure in text))
    return _composed(text)


def read_decimal(text: str) -> Decimal | None:
    """The number ``text`` is, with up to four decimals before a unit or after none: 3500.50, 1.2万, 一点二万, 2w."""
    text = close_up(plain(normalise(text))).lower()
    text = re.sub(r"(?<=\d)[wk]$", lambda unit: {"w": "万", "k": "千"}[unit[0]], text)
    whole = read_whole(text)
    if whole is not None:
        return Decimal(whole)
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    whole = read_whole(match[1])
    if whole is None:
        return None
    decimals = "".join(figure if figure.isascii() else str(FIGURES.index(figure)) for figure in match[2])
    unit = {**_UNITS, **_LARGE_UNITS}.get(match[3], 1)
    return Decimal(f"{whole}.{decimals}") * unit


def _composed(text: str) -> int | None:
    """A number built with units, largest first."""
    for unit, value in _LARGE_UNITS.items():
        if unit in text:
            before, _, after = text.partition(unit)
            high = _composed(before)
            low = _rest(after, value)
            return None if high is None or low is None else high * value + low
    return _below_ten_thousand(text)


def _rest(text: str, unit: int) -> int | None:
    """What follows 万 or 亿: nothing, one figure of the next lower unit, or a number below the unit."""
    if not text:
        return 0
    low = _composed(text)
    if low is None or low >= unit:
        return None
    return low * unit // 10 if len(text) == 1 and low < 10 else low


def _below_ten_thousand(text: str) -> int | None:
    parts = _PART.findall(text)
    if "".join(parts) != text:
        return None
    total, last_unit = 0, 0
    figure: int | None = None
    after_zero = False
    for part in parts:
        if part in _UNITS:
            unit = _UNITS[part]
            if figure is None and unit == 10:
                figure = 1
            if figure is None or not 1 <= figure <= 9 or (last_unit and unit >= last_unit):
                return None
            total, last_unit, figure, after_zero = total + figure * unit, unit, None, False
        elif figure is not None:
            return None
        elif part == "零":
            if after_zero:
                return None
            after_zero = True
        else:
            figure = int(part) if part.isascii() else FIGURES.index(part)
    if figure is None:
        return total if last_unit and not after_zero else None
    if last_unit and figure >= last_unit:
        return None
    if last_unit > 10 and figure < 10 and not after_zero:
        return total + figure * last_unit // 10
    return total + figure
