"""Which lines of a numbered list are right, and which are wrong: 全部, 1 3 5, 1-4, 除了2, 除2和5都对, 2不对, 都不对.

A sentence is read as a whole: a word that is not known leaves it unread, for what is signed is never guessed. What is
said of neither kind stays as it is. 2 and 第2条 name a line; 两条 says how many: it is asked back unless that is all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.errors import NotUnderstood
from flows.inputs.numerals import plain, read_whole
from flows.inputs.text import fold, normalise

LONGEST = 200
"""Characters beyond which nothing is read."""

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_TOKENS = re.compile(
    r"(?P<none>一[个条][也都]都?不对|(?:全部?|所有的?)?都?全?(?:都|全|全部)(?:不对|不是|错了?|有错|有误)"
    r"|all wrong)"
    r"|(?P<only>只有|就是?只有|只)"
    r"|(?P<besides>除了|除去|除开|除|except)"
    r"|(?P<outside>之外|以外|外)"
    r"|(?P<others>其他|其它|其余|剩下|别的|the rest)的?"
    rf"|(?P<first>前)面?(?P<first_n>{_N})[个条项]"
    rf"|(?P<last>最?后)面?(?P<last_n>{_N})[个条项]"
    rf"|(?P<from_line>第)?(?P<from>{_N})[个条项号]? ?(?:[-~–—]+|到|至) ?第?(?P<to>{_N})(?P<to_counter>[个条项号])?"
    rf"|(?P<ordinal>第)?(?P<number>{_N})(?P<counter>[个条项号])?"
    r"|(?P<wrong>(?:这[个条]|那[个条])?(?:都|是|也)*(?:不对|不是|有误|有错|有问题|错了?|wrong))的?是?"
    r"|(?P<right>(?:都|是|全|也)*(?:没问题|没错|没有错|正确|对|确认|可以|好|行|right|ok|correct))的?(?:了|吧)?"
    r"|(?P<all>全部|全都|全体|所有|全|都|all)的?"
    r"|(?P<apart>[,、;。.:!\s&+]|和|跟|与|及|还有|以及|and)"
)


@dataclass(frozen=True, slots=True)
class Some:
    """Line numbers from 1."""

    right: frozenset[int]
    wrong: frozenset[int]


def read_some(text: str, count: int) -> Some:
    """What is said of ``count`` lines.

    Raises NotUnderstood: some_of-unclear, some_of-no_such_line (``n``, ``count``).
    """
    said = _spaced(text)
    if not said or len(said) > LONGEST:
        raise NotUnderstood("some_of-unclear")
    reading = _Reading(count)
    at = 0
    while at < len(said):
        found = _TOKENS.match(said, at)
        if found is None or found.end() == at:
            raise NotUnderstood("some_of-unclear")
        reading.take(found)
        at = found.end()
    return reading.result()


def _spaced(text: str) -> str:
    """Folded, with the spaces between numbers left in: 1 3 5 are three lines."""
    return " ".join(fold(part) for part in plain(normalise(text)).split()).rstrip("。.!~ ")


class _Reading:
    """Reads token by token; each clause is numbers with what is said of them."""

    def __init__(self, count: int) -> None:
        self._every = frozenset(range(1, count + 1))
        self._count = count
        self._right: frozenset[int] = frozenset()
        self._wrong: frozenset[int] = frozenset()
        self._open: frozenset[int] = frozenset()
        self._mode = ""
        self._clauses = 0
        self._rest = ""
        self._others_named = False

    def take(self, found: re.Match[str]) -> None:
        """One more token."""
        kind = str(found.lastgroup)
        groups = found.groupdict()
        if groups["first"] or groups["last"]:
            n = self._number(groups["first_n"] or groups["last_n"])
            self._open |= frozenset(range(1, n + 1) if groups["first"] else range(self._count - n + 1, self._count + 1))
        elif groups["from"]:
            low, high = self._number(groups["from"]), self._number(groups["to"])
            if low > high or _is_count(groups["from_line"], groups["to_counter"]):
                raise NotUnderstood("some_of-unclear")
            self._open |= frozenset(range(low, high + 1))
        elif groups["number"]:
            n = self._number(groups["number"])
            if _is_count(groups["ordinal"], groups["counter"]):
                self._take_all(n)
            else:
                self._open |= {n}
        elif groups["outside"]:
            if not self._open or self._mode not in ("", "besides"):
                raise NotUnderstood("some_of-unclear")
            self._mode = "besides"  # 2以外都对
        elif groups["none"]:
            self._said("wrong", of_all=True)
        elif kind in ("only", "besides", "others"):
            if kind == "others" and self._mode == "besides" and self._open:
                self._others_named = True
                return  # 除了2和5，其他都对
            if self._open or self._mode or self._rest:
                raise NotUnderstood("some_of-unclear")
            self._mode = kind
        elif groups["all"]:
            if self._mode == "" and not self._open:
                self._mode = "all"
        elif groups["wrong"]:
            self._said("wrong", of_all="都" in groups["wrong"])
        elif groups["right"]:
            self._said("right", of_all=True)

    def result(self) -> Some:
        """What was said in all. Raises NotUnderstood where a part is open, or two contradict each other."""
        if self._mode == "besides" and self._open:
            if self._clauses and self._right != self._every:
                raise NotUnderstood("some_of-unclear")
            self._right, self._open, self._mode = self._every - self._open, frozenset(), ""
            self._clauses += 1
        elif (self._open and self._mode in ("", "only")) or self._mode == "all":
            if self._clauses:
                raise NotUnderstood("some_of-unclear")
            self._right, self._open, self._mode = self._open or self._every, frozenset(), ""
            self._clauses += 1
        if self._rest:
            rest = self._every - self._right - self._wrong
            self._right, self._wrong = (
                (self._right | rest, self._wrong) if self._rest == "right" else (self._right, self._wrong | rest)
            )
        if self._open or self._mode or not self._clauses or self._right & self._wrong:
            raise NotUnderstood("some_of-unclear")
        return Some(self._right, self._wrong)

    def _take_all(self, n: int) -> None:
        """So many of them: which ones is sure only where that is all."""
        if n != self._count or self._open or self._mode or self._clauses:
            raise NotUnderstood("some_of-unclear")
        self._open = self._every

    def _said(self, what: str, *, of_all: bool) -> None:
        """What stands open is right, or wrong. 除了2都不对 is said of the others; of whom 除了2不对 is said is not
        sure."""
        mode, named = self._mode, self._open
        if mode == "others" and not named:
            self._rest, self._mode = what, ""
            self._clauses += 1
        elif mode == "besides" and named and (of_all or self._others_named):
            if what == "right":
                self._wrong |= named
            else:
                self._right |= named
            self._close(what, self._every - named)
        elif mode == "only" and named:
            self._close(what, named)
            if what == "wrong":
                self._right |= self._every - named
        elif mode in ("", "all") and named:
            self._close(what, named)
        elif mode in ("", "all") and not self._clauses:
            self._close(what, self._every)
        else:
            raise NotUnderstood("some_of-unclear")

    def _close(self, what: str, lines: frozenset[int]) -> None:
        if what == "right":
            self._right |= lines
        else:
            self._wrong |= lines
        self._open, self._mode, self._others_named = frozenset(), "", False
        self._clauses += 1

    def _number(self, text: str) -> int:
        n = read_whole(text)
        if n is None:
            raise NotUnderstood("some_of-unclear")
        if not 1 <= n <= self._count:
            raise NotUnderstood("some_of-no_such_line", n=n, count=self._count)
        return n


def _is_count(ordinal: str | None, counter: str | None) -> bool:
    """Whether a number says how many (两条), not which (2, 第2条, 2号)."""
    return ordinal is None and counter in ("个", "条", "项")
