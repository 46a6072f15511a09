"""Re-certification (资格认证): who is due, and what the answers come to. Nothing here decides on a benefit.

No face is looked at: face recognition may not be the only way (人脸识别技术应用安全管理办法第10条, since 2025-06-01);
here it is plain questions, or a visit. What is not known never counts against anybody, and whoever has not answered in
time is called or visited before anything stops: it is the township that certifies.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast, get_args

from flows.benefits.records import MandateKind, Record, Scheme
from flows.policy import Policy

Change = Literal["moved", "died", "married", "left", "joined", "income_more", "income_less", "account"]
"""搬走, 有人去世, 有人结婚, 有人离开, 多了人, 收入多了, 收入少了, 账户变了."""
CHANGES: tuple[Change, ...] = get_args(Change)
Unclear = Literal["living", "household", "income", "account"]
"""What somebody could not say."""
UNCLEAR: tuple[Unclear, ...] = get_args(Unclear)
Who = Literal["self", "helper", "unsure"]
"""本人, 别人替他答, 说不清; who answers where the code went to the person's own telephone."""
Outcome = Literal["done", "done_with_changes", "visit"]
Why = Literal["asked", "mandate", "helper", "unsure"]
"""Why somebody is to call on them: they asked for it (请人上门), or it was not the person who answered."""

REMIND_DAYS = "certify.remind_days"
"""So many days before its day somebody may certify, and is due."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered. ``by``: None for the person's own telephone, else as what one may ask for them; ``who``: who
    answers, where that was asked."""

    by: MandateKind | None
    who: Who | None
    asks_visit: bool = False
    changes: frozenset[Change] = frozenset()
    unclear: frozenset[Unclear] = frozenset()


@dataclass(frozen=True, slots=True)
class Result:
    """What the answers come to. ``why`` is there for a visit only."""

    outcome: Outcome
    changes: tuple[Change, ...]
    unclear: tuple[Unclear, ...]
    why: Why | None = None


def result_of(answers: Answers) -> Result:
    """Done where the person answered themselves, or a guardian (监护人) for them; what changed goes with it as a fact
    for the township. Anybody else's answers show nobody alive and well: somebody calls on them."""
    changes = tuple(each for each in CHANGES if each in answers.changes)
    unclear = tuple(each for each in UNCLEAR if each in answers.unclear)
    if (why := _visit(answers)) is not None:
        return Result("visit", changes, unclear, why)
    return Result("done_with_changes" if changes else "done", changes, unclear)


def _visit(answers: Answers) -> Why | None:
    if answers.asks_visit:
        return "asked"
    if answers.by == "guardian":
        return None
    if answers.by == "mandate":
        return "mandate"
    return None if answers.who == "self" else answers.who or "unsure"


def last_due(day: date, policy: Policy) -> date:
    """The last day by which one has to be certified to be due on ``day``."""
    return day + timedelta(days=policy.whole(REMIND_DAYS, day))


def due_first(records: Collection[Record], day: date, policy: Policy) -> list[Record]:
    """The records that are to be certified now, the first due first."""
    until = last_due(day, policy)
    due = [(each.certify_by, each) for each in records if each.certify_by is not None and not each.is_over]
    return [each for by, each in sorted(due, key=lambda pair: (pair[0], pair[1].id)) if by <= until]


def next_due(records: Collection[Record], day: date, policy: Policy) -> date | None:
    """The first day by which somebody has to be certified who is not due yet, if any."""
    until = last_due(day, policy)
    days = [each.certify_by for each in records if each.certify_by is not None and not each.is_over]
    return min((by for by in days if by > until), default=None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The record that is certified, for whom, and what of it is asked about; as an option's value."""

    record: str
    scheme: Scheme
    due: date
    by: MandateKind | None
    township: str | None
    account: str | None

    @property
    def value(self) -> str:
        """The value of the option."""
        parts = (self.record, self.scheme, self.due.isoformat(), self.by, self.township, self.account)
        return ":".join((part or "").replace("%", "%25").replace(":", "%3A") for part in parts)

    @classmethod
    def of(cls, value: str) -> Chosen:
        """What an option's value says."""
        parts = (part.replace("%3A", ":").replace("%25", "%") for part in value.split(":"))
        record, scheme, due, by, township, account = parts
        return cls(
            record,
            cast(Scheme, scheme),
            date.fromisoformat(due),
            cast(MandateKind, by) if by else None,
            township or None,
            account or None,
        )
