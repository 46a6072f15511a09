"""Cleaning what a person typed, before anything reads it."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2000
"""Characters kept of one message; longer text is cut, so that no reader ever works on more."""

_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003347f"))
"""The blocks of Chinese characters: extension A, the common ones, compatibility forms, extensions B to J."""

_BLANKS = frozenset("\u115f\u1160\u3164\u2800\u034f")
"""Characters that show nothing although Unicode does not call them spaces or controls."""

_TRADITIONAL = (
    "號号後后週周禮礼個个這这農农曆历陰阴陽阳閏闰臘腊兩两貳贰參叁陸陆萬万億亿點点時时節节國国慶庆聖圣誕诞勞劳動动兒儿"
    "婦妇師师陽阳龍龙頭头過过還还無无沒没塊块錢钱圓元歲岁選选項项種种條条領领證证登登記记離离結结預预約约訂订從从嗎吗間间"
    "機机電电話话碼码聯联繫系係系體体辦办現现變变親亲處处驚惊蟄蛰穀谷滿满種种當当幾几達达給给請请請请們们張张份份貫贯幣币開开"
    "鐘钟區区養养書书館馆幫帮買买學学習习訓训樓楼衛卫來来場场醫医車车鎮镇鄉乡園园廣广護护療疗殘残環环應应傳传藝艺義义檢检"
    "飯饭掃扫潔洁協协導导輔辅讀读講讲課课會会務务員员髮发災灾險险資资發发單单雙双總总實实際际裡里裏里趕赶畢毕歸归與与為为"
    "別别問问說说麼么準准備备計计劃划該该錯错對对換换減减將将內内邊边門门運运勸劝維维齊齐夠够淩凌補补報报線线歲岁純纯"
)
_SIMPLIFIED = str.maketrans(dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)))


def normalise(text: str) -> str:
    """``text`` in one spelling: NFKC, digits of every script as 0-9, nothing invisible, single spaces, ≤ LONGEST."""
    composed = unicodedata.normalize("NFKC", text[: 2 * LONGEST].translate(_VISIBLE))
    return " ".join(composed[: 2 * LONGEST].translate(_VISIBLE).split())[:LONGEST].rstrip()


def storable(text: str) -> str:
    """As much of a text as any reader reads, without halves of characters, which nothing can store."""
    return text[: 2 * LONGEST].encode(errors="ignore").decode()


def fold(text: str) -> str:
    """``text`` for comparing: normalised, without case, spaces and trailing punctuation. A question mark stays."""
    return "".join(normalise(text).casefold().split()).rstrip("。.!,~;:、…")


def close_up(text: str) -> str:
    """``text`` without spaces, but for those between two digits: 3 4 is not 34."""
    return re.sub(r"(?<![0-9]) | (?![0-9])", "", text)


def simplify(text: str) -> str:
    """The traditional characters of dates, numbers and the words around them as simplified ones; others stay."""
    return text.translate(_SIMPLIFIED)


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character, rare ones of every extension and 〇 included."""
    return char == "〇" or any(first <= char <= last for first, last in _HAN)


def _visible(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    category = unicodedata.category(char)
    if category == "Cc" or char.isspace():
        return " "
    if category in ("Cf", "Cs", "Me") or char in _BLANKS or _is_variation_selector(char):
        return ""
    digit = unicodedata.digit(char, None)
    return char if digit is None else str(digit)


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or "\u180b" <= char <= "\u180d"


class _Visible(dict[int, str]):
    """A table for ``str.translate`` that is filled in as characters are met; rare planes are not kept."""

    def __missing__(self, code: int) -> str:
        shown = _visible(chr(code))
        if code < 0x10000:
            self[code] = shown
        return shown


_VISIBLE = _Visible()
