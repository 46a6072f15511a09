"""What is known of a household (共同生活的家庭成员) that asks for help. None stands for what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Literal

Handicap = Literal["vision", "hearing", "speech", "limb", "intellectual", "mental", "multiple"]
"""The types of the disability certificate (残疾人证): 视力 听力 言语 肢体 智力 精神 多重."""

Parent = Literal["cares", "dead", "not_found", "disabled", "ill", "detained", "missing", "absent"]
"""How a child's father or mother is: with the child or able to be; dead (死亡); cannot be found or declared missing
(查找不到, 宣告失踪); severely disabled (重残); severely ill (重病); in prison or otherwise held for six months and more
(服刑在押、强制隔离戒毒等); out of touch and not caring for six months and more (失联); there, but not caring for a year
and more (不履行监护)."""

Obliged = Literal["none", "incapable", "able"]
"""Those legally obliged to support (法定赡养、抚养、扶养义务人): none, all without the capacity to,
at least one able."""

Event = Literal["fire", "traffic", "illness", "disaster", "other"]
"""What happened suddenly: fire (火灾), traffic (交通事故), sudden severe illness (突发重大疾病), a natural
disaster, other (其他特殊困难)."""

Hukou = Literal["urban", "rural"]

Received = Literal[
    "dibao", "tekun", "edge", "orphan", "unsupported", "disability_living", "disability_nursing", "elder"
]
"""What may be received already: of the categories those that last (低保, 特困, 低保边缘, 孤儿, 事实无人抚养,
残疾人两项补贴, 老年人补贴)."""

Work = Literal["works", "odd_jobs", "no_work", "cannot"]
"""Whether somebody works: all the year, by season or odd jobs (打零工), not though they could, or cannot."""


@dataclass(frozen=True, slots=True)
class Span:
    """An amount in 元 between two bounds, both possible; ``high`` is None where nothing bounds it."""

    low: Decimal
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError("a span goes from 0 upwards")

    def __add__(self, other: Span) -> Span:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Span(self.low + other.low, high)

    def over(self, parts: int) -> Span:
        """An equal part of it."""
        return Span(self.low / parts, None if self.high is None else self.high / parts)

    @property
    def is_known(self) -> bool:
        """Whether it has an upper bound."""
        return self.high is not None


NOTHING = Span(Decimal(0), Decimal(0))
UNKNOWN_AMOUNT = Span(Decimal(0), None)


def exactly(amount: Decimal | int) -> Span:
    """A known amount."""
    return Span(Decimal(amount), Decimal(amount))


def total(spans: Iterable[Span]) -> Span:
    """The sum."""
    return reduce(Span.__add__, spans, NOTHING)


@dataclass(frozen=True, slots=True)
class Disability:
    """What the disability certificate says; a level is 1 (the most severe) to 4."""

    kind: Handicap
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member. ``is_disabled`` is about the certificate; ``disability`` what it says, where that is known.

    ``work`` changes no verdict: income is what is earned, whoever earns it.
    """

    age: int | None
    is_disabled: bool | None = False
    disability: Disability | None = None
    is_severely_ill: bool | None = False
    at_school: Literal["no", "school", "higher"] | None = "no"
    father: Parent | None = None
    mother: Parent | None = None
    work: Work | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """The household as far as it was told.

    ``income`` is that of all members in 元 a month, without the pension of residents (城乡居民基本养老保险待遇). That
    is ``resident_pension``: the base pension (基础养老金) in it may be left out. ``property_kinds`` is what they own
    beyond the home they live in and daily things, ``spending`` the unavoidable spending (刚性支出) of the last twelve
    months beyond daily life in 元, ``events`` what happened suddenly, ``received`` what one of them receives already.
    """

    members: tuple[Member, ...]
    hukou: Hukou | None
    income: Span
    resident_pension: Span
    property_kinds: frozenset[str] | None
    spending: Span
    events: frozenset[Event] | None
    obliged: Obliged | None
    is_urgent: bool | None = False
    received: frozenset[Received] | None = frozenset()

    def __post_init__(self) -> None:
        if not self.members:
            raise ValueError("a household has at least the one who asks")
