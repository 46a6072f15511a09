"""Whole numbers 整数 and amounts of money 金额, as people type them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from flows.errors import NotUnderstood
from flows.inputs.numerals import plain, read_decimal, read_whole
from flows.inputs.text import close_up, normalise

MOST_FEN = 10**11
"""十亿元: more is a slip of the finger."""

LONGEST = 40
"""Characters beyond which no text is a number."""

_COUNTED = re.compile(
    r"(?:我们?家里?|家里?|我们?|今年|一共|总共|共|有|是|就|满)*"
    r"(?P<number>.+?)"
    r"(?:周岁|岁|个人|口人|个月|个|口|人|位|名|元|块钱?|月|天|日|次|本|份|张|年)?了?"
)

_FIGURE = "一二三四五六七八九"
_AROUND_MONEY = re.compile(r"^(?:人民币|rmb|¥|一共|总共|共|有|是|大概|大约|差不多|约)+|(?:左右|上下|的样子|吧|了)+$")
_NO_MONEY = re.compile(r"(?:我们?|家里)?(?:一分钱?|一点)?(?:[都也])?(?:没|无)有?(?:收入|钱|存款|啥|什么)?")
_ABOUT = re.compile(rf"多|几|来[块元]|不到|不足|以[上下内]|超过|[到至~]|\d-\d|[{_FIGURE}]{{2}}[十百千万元块]")
_PERIODS = {
    "month": re.compile(r"^(?:每个?月|一个?月|月收入|月薪|月)(?:是|有|收入)?|(?:/|每|一|每个|一个|/个)月$"),
    "year": re.compile(r"^(?:每年|一年|全年|年收入|年)(?:是|有|收入)?|(?:/|每|一)年$"),
}
_AMOUNT = re.compile(
    r"(?:(?P<yuan>[^元块角毛分]+)(?:[元块]|$))?"
    rf"(?:(?P<jiao>[{_FIGURE}\d])(?:[角毛]|$))?"
    rf"(?:零?(?P<fen>[{_FIGURE}]|\d{{1,2}})(?:分|$))?",
    re.ASCII,
)


def read_number(text: str, low: int, high: int) -> int:
    """The whole number in ``text``, with or without a unit word after it (个 人 岁 元 块 月 天).

    Raises NotUnderstood: number-not_a_number, number-range (``low``, ``high``).
    """
    said = close_up(plain(normalise(text))).rstrip("。.,;!~")
    match = _COUNTED.fullmatch(said) if len(said) <= LONGEST else None
    value = None if match is None else read_whole(match["number"])
    if value is None:
        raise NotUnderstood("number-not_a_number")
    if not low <= value <= high:
        raise NotUnderstood("number-range", low=low, high=high)
    return value


def read_money(text: str, low: int = 0, high: int = MOST_FEN, per: Literal["month", "year"] | None = None) -> int:
    """The amount in ``text`` in fen (分): 3500, 3,500.50元, 3千5, 两万, 1.2万, 三百块, 三块五.

    ``low`` and ``high`` are fen. ``per`` is the period the question asks about; an amount for another period, or for
    any when the question has none, is refused, never converted. A rough amount (大概三千) is taken at its figure, an
    open one (三千多, 两三千) is not. Raises NotUnderstood: money-say_zero (没有), money-about, money-period (``per``),
    money-not_a_number, money-range (``low``, ``high``, in yuan).
    """
    said = close_up(plain(normalise(text))).lower().rstrip("。.,;!~")
    if len(said) > LONGEST:
        raise NotUnderstood("money-not_a_number")
    said = _without_period(_AROUND_MONEY.sub("", said), per)
    said = re.sub(r"[钱整]$", "", _AROUND_MONEY.sub("", said))
    if _NO_MONEY.fullmatch(said):
        raise NotUnderstood("money-say_zero")
    if _ABOUT.search(said):
        raise NotUnderstood("money-about")
    fen = _fen(said)
    if fen is None:
        raise NotUnderstood("money-not_a_number")
    if not low <= fen <= high:
        raise NotUnderstood("money-range", low=_yuan(low), high=_yuan(high))
    return fen


def _without_period(said: str, per: str | None) -> str:
    for period, words in _PERIODS.items():
        if words.search(said):
            if period != per:
                raise NotUnderstood("money-period", per=per or "none")
            return words.sub("", said, count=1)
    return said


def _fen(said: str) -> int | None:
    """元, 角 and 分 together; None if there is no amount, or one finer than a fen."""
    match = _AMOUNT.fullmatch(said)
    if match is None or not said:
        return None
    yuan, jiao, fen = (None if part is None else read_decimal(part) for part in match.group("yuan", "jiao", "fen"))
    if yuan is None and match["yuan"] is not None:
        return None
    total = (yuan or Decimal(0)) * 100 + (jiao or Decimal(0)) * 10 + (fen or Decimal(0))
    return int(total) if total == int(total) else None


def _yuan(fen: int) -> int | float:
    return fen // 100 if fen % 100 == 0 else fen / 100
