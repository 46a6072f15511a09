"""From a change that somebody saw to an alert (预警) of a kind: help that is missed, a new need, perhaps an end.

The three are what dynamic monitoring (低收入人口动态监测) is to find: who fits a policy and has nothing of it, who came
into difficulty, who may need it no longer (低收入人口动态监测意见, 国办发〔2023〕39号). An alert decides nothing: the
township looks (核查), and nothing stops by itself. What is not known is never a no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from flows.assistance.categories import MONITORING, TEMPORARY, Category
from flows.verdict import Judgement, Verdict, all_of, any_of
from flows.words import Words

Change = Literal[
    "illness",
    "disability",
    "fire",
    "disaster",
    "traffic",
    "income",
    "child",
    "school",
    "death",
    "hardship",
    "other",
    "better",
    "moved",
    "custody",
]
"""大病或重伤, 致残, 火灾或房屋损毁, 自然灾害, 交通事故, 失业或收入骤减, 孩子无人照看, 上学负担; 家里有人去世, 别的难处,
别的变化; 收入或财产明显变好, 搬走, 服刑."""
Kind = Literal["policy_gap", "new_need", "exit"]
"""政策漏保, 新增困难, 可能退出."""

FITS: Mapping[Change, tuple[Category, ...]] = {
    "illness": ("single", "rigid", "temporary"),
    "disability": ("single", "disability_living", "disability_nursing"),
    "fire": ("temporary",),
    "disaster": ("temporary",),
    "traffic": ("temporary",),
    "income": ("dibao", "edge", "temporary"),
    "child": ("orphan", "unsupported"),
    "school": ("rigid", "temporary"),
}
"""What a change may lead to: for whoever looks, and promised to nobody. Each is a need."""
LEAVES: frozenset[Change] = frozenset({"better", "moved", "custody"})
"""What may end a help that is received."""
OPEN: Mapping[Change, str] = {"death": "who_died", "hardship": "what_happened", "other": "what_happened"}
"""What may be a need or not, and the fact that would tell: who earned the bread died, or who received it."""
WHY = "report_change-why_"


@dataclass(frozen=True, slots=True)
class Report:
    """What was seen: at least one change; whether the household receives some help already (None: not known); whether
    something is needed tonight."""

    changes: frozenset[Change]
    receives: bool | None = None
    is_tonight: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """What was found of a report, kind by kind."""

    judged: Mapping[Kind, Judgement]
    categories: tuple[Category, ...]
    is_urgent: bool

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that are or may be, the sure ones first."""
        sure = [kind for kind, each in self.judged.items() if each.verdict is Verdict.YES]
        return (*sure, *(kind for kind, each in self.judged.items() if each.verdict is Verdict.UNKNOWN))


def alert_of(report: Report) -> Alert:
    """What to look at, and how soon: at once where something is needed tonight, or where a child may be at risk, which
    is to be reported at once (立即报告, 未成年人保护法第11条)."""
    judged: dict[Kind, Judgement] = {
        "policy_gap": all_of(_need(report), _has_nothing(report)),
        "new_need": _need(report),
        "exit": all_of(any_of(*(_leaves(change) for change in sorted(report.changes))), _has_something(report)),
    }
    found = (category for change in sorted(report.changes) for category in FITS.get(change, ()))
    return Alert(judged, tuple(dict.fromkeys(found)), report.is_tonight or "child" in report.changes)


def _need(report: Report) -> Judgement:
    tonight = (_said(Verdict.YES, "tonight", TEMPORARY),) if report.is_tonight else ()
    return any_of(*tonight, *(_is_need(change) for change in sorted(report.changes)))


def _is_need(change: Change) -> Judgement:
    if change in OPEN:
        return _said(Verdict.UNKNOWN, change, MONITORING, OPEN[change])
    return _said(Verdict.YES if change in FITS else Verdict.NO, change, MONITORING)


def _leaves(change: Change) -> Judgement:
    if change in OPEN and change != "hardship":
        return _said(Verdict.UNKNOWN, change, MONITORING, OPEN[change])
    return _said(Verdict.YES if change in LEAVES else Verdict.NO, change, MONITORING)


def _has_nothing(report: Report) -> Judgement:
    if report.receives is None:
        return _said(Verdict.UNKNOWN, "receives_unknown", MONITORING, "receives")
    return _said(Verdict.NO if report.receives else Verdict.YES, _received(report.receives), MONITORING)


def _has_something(report: Report) -> Judgement:
    """Whoever says that a household receives nothing may be wrong: that alone keeps nobody from looking."""
    if report.receives:
        return _said(Verdict.YES, _received(True), MONITORING)
    key = "receives_unknown" if report.receives is None else _received(False)
    return _said(Verdict.UNKNOWN, key, MONITORING, "receives")


def _received(receives: bool) -> str:
    return "receives" if receives else "receives_nothing"


def _said(verdict: Verdict, why: str, source: str, *would_change: str) -> Judgement:
    return Judgement(verdict, (Words(f"{WHY}{why}"),), (source,), would_change)
