"""What is new about somebody's applications and benefits since they were last looked up, and how it is told.

What is to come of a stop (停发) is told with its reason and with what can be done, before it takes effect where the
register says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.benefits.answers import certify, payment_line, reason_lines, why
from flows.benefits.records import OVER, Payment, Record
from flows.benefits.telling import Seen
from flows.discretion import private
from flows.words import Words
from flows.world import World

Kind = Literal["state", "payment", "missing", "certify"]
"""It stands otherwise than before; something was, or is to be, paid or came back; a page is missing (补正);
re-certification (资格认证) is coming due."""
FIGURES = ("benefit.certify_first", "benefit.certify_again")
"""How many days before re-certification it is told of."""
MOST_LINES = 16
"""Lines of one message."""
_WITH_REASONS = OVER | {"review"}
"""States in which the day and the reasons are told, and told again when they become others."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new about a record, as it is now; of a payment, which."""

    kind: Kind
    record: Record
    payment: Payment | None = None


def certify_days(world: World) -> tuple[int, ...]:
    """How many days before re-certification it is told of, by the policy in force."""
    return tuple(world.policy.whole(name, world.day) for name in FIGURES)


def compare(
    old: Sequence[Record], new: Sequence[Record], since: date, day: date, before: Sequence[int]
) -> tuple[News, ...]:
    """What is new on ``day`` about the records ``new``, which were ``old`` on the day ``since``.

    ``before``: how many days before re-certification it is told of, once for each.
    """
    was = {record.id: record for record in old}
    return tuple(news for record in new for news in _of(was.get(record.id), record, since, day, before))


def _of(old: Record | None, new: Record, since: date, day: date, before: Sequence[int]) -> Iterable[News]:
    if old is None or _standing(old) != _standing(new):
        yield News("state", new)
    paid = {} if old is None else {each.month: (each.fen, each.state) for each in old.payments}
    for payment in sorted(new.payments, key=lambda each: each.month, reverse=True):
        if paid.get(payment.month) != (payment.fen, payment.state):
            yield News("payment", new, payment)
    if not new.is_over and set(new.missing) - set(() if old is None else old.missing):
        yield News("missing", new)
    is_near = _nearness(new, day, before)
    if is_near is not None and (old is None or is_near != _nearness(old, since, before)):
        yield News("certify", new)


def _standing(record: Record) -> object:
    return (record.state, record.since, record.reasons) if record.state in _WITH_REASONS else record.state


def _nearness(record: Record, day: date, before: Sequence[int]) -> tuple[date, int] | None:
    """The day of re-certification, and which of the days before it has come."""
    by = record.certify_by
    if record.is_over or by is None or by < day:
        return None
    come = [days for days in before if (by - day).days <= days]
    return (by, min(come)) if come else None


def message(news: Sequence[News], world: World) -> Words:
    """One message about all that is new; where it may not be read, that there is something."""
    lines: list[Words] = []
    for each in news:
        lines += [line for line in _lines(each, world) if line not in lines]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], Words("benefits-news_more")]
    told = Words("benefits-lines", {"lines": tuple(lines)})
    return Words("benefits-news", {"what": private(told, Words("benefits-news_elsewhere"))})


def _lines(news: News, world: World) -> list[Words]:
    record, seen = news.record, Seen.of_register(news.record)
    stands = Words("benefits-is", {"name": seen.name, "state": seen.state, "since": record.since})
    match news.kind:
        case "payment":
            assert news.payment is not None
            return [Words("benefits-news_of", {"name": seen.name}), *_payment_lines(news.payment, record)]
        case "missing":
            said = {"what": record.missing[0], "n": len(record.missing)}
            return [stands, Words("benefits-missing_first", said)]
        case "certify":
            return [Words("benefits-news_of", {"name": seen.name}), *certify(seen, world.day)]
    if record.state == "stopped" and record.since > world.day:
        coming = Words("benefits-news_stops", {"name": seen.name, "since": record.since})
        return [coming, *reason_lines(record.reasons), Words("benefits-news_not_yet"), Words("benefits-in_writing")]
    if record.state in OVER - {"withdrawn"}:
        return why(seen)
    if record.state == "review":
        return [stands, seen.meaning, *reason_lines(record.reasons), Words("benefits-news_not_yet")]
    return [stands, seen.meaning]


def _payment_lines(payment: Payment, record: Record) -> list[Words]:
    """What was paid, and why it is not what it was the month before; what to do where the bank sent it back."""
    lines = [payment_line(payment)]
    if payment.state == "returned":
        lines.append(Words("benefits-was_returned"))
    earlier = [each for each in record.payments if each.month < payment.month]
    differs = bool(earlier) and max(earlier, key=lambda each: each.month).fen != payment.fen
    return [*lines, *(reason_lines(payment.reasons) if differs or payment.reasons else [])]
