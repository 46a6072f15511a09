"""The answers to what people ask about a record: what was paid, why it changed or stopped, what is missing, what can be
done. Only what the register says: no amount, no approval and no day of payment is ever promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from flows.benefits.records import Payment, Reason, Record
from flows.benefits.remedies import court_after_review, remedies
from flows.benefits.telling import MOST_MISSING, Seen
from flows.inputs.phone import mask_phone
from flows.language.steps import yuan
from flows.words import Words
from flows.world import World

MOST_MONTHS = 12
FIRST_REMEDIES = date(1999, 10, 1)
"""Since when there is a law on review (行政复议法, in force 1999-10-01); nobody asks about what was served before."""
SERVED_BEFORE = timedelta(days=31)
"""So long before things change somebody is served with the decision to it, at most."""


def to(way: str, seen: Seen, world: World) -> Iterable[Words]:
    """The answer to one of the questions about a record that need nothing but the record."""
    if way == "paid":
        return paid(seen, world.day)
    if way == "certify":
        return certify(seen, world.day)
    if way == "disagree":
        return disagree(seen, world)
    return {"changed": changed, "why": why, "missing": missing}[way](seen)


def newest(record: Record) -> Sequence[Payment]:
    """The payments of up to twelve months, the newest first."""
    return sorted(record.payments, key=lambda each: each.month, reverse=True)[:MOST_MONTHS]


def paid(seen: Seen, day: date) -> list[Words]:
    """This month's payment, the account's tail, and up to twelve months before it."""
    record, this_month = seen.record, f"{day:%Y-%m}"
    payments = newest(record)
    this = next((each for each in payments if each.month == this_month), None)
    lines = [Words("benefits-no_payment", {"month": this_month}) if this is None else payment_line(this)]
    if this is not None and this.state == "returned":
        lines.append(Words("benefits-was_returned"))
    if record.account is not None:
        lines.append(Words("benefits-account", {"tail": record.account[-4:]}))
    before = [each for each in payments if each is not this]
    if before:
        lines += [Words("benefits-before"), *map(payment_line, before)]
    return [*lines, Words("benefits-bank_day")]


def payment_line(payment: Payment) -> Words:
    """What was, or is to be, paid for one month."""
    said = {"month": payment.month, "amount": yuan(payment.fen)}
    if payment.state == "paid" and payment.day is not None:
        return Words("benefits-payment_on", {**said, "day": payment.day})
    return Words(f"benefits-payment.{payment.state}", said)


def changed(seen: Seen) -> list[Words]:
    """How the newest payment differs from the one before, and why."""
    payments = newest(seen.record)
    lines = []
    if payments:
        last, before = payments[0], payments[1] if len(payments) > 1 else None
        lines.append(payment_line(last))
        if before is not None:
            difference = last.fen - before.fen
            how = "more" if difference > 0 else "less" if difference < 0 else "same"
            lines.append(Words(f"benefits-than_before.{how}", {"month": before.month, "amount": yuan(abs(difference))}))
    reasons = (payments[0].reasons if payments else ()) or (
        seen.record.reasons if seen.record.state == "review" or not payments else ()
    )
    return [*lines, *reason_lines(reasons), Words("benefits-not_for_next")]


def why(seen: Seen) -> list[Words]:
    """Why it was stopped or refused, since when, and that the reasons are to be had in writing."""
    since = Words("benefits-is", {"name": seen.name, "state": seen.state, "since": seen.record.since})
    return [since, *reason_lines(seen.record.reasons), Words("benefits-in_writing")]


def reason_lines(reasons: Sequence[Reason]) -> list[Words]:
    """Reasons in plain words, a line each; where none is on record, that."""
    known = [each for each in reasons if each != "other"]
    if not known:
        return [Words("benefits-reason_unknown")]
    return [Words("benefits-because", {"reason": Words(f"benefits-reason.{each}")}) for each in known]


def missing(seen: Seen) -> list[Words]:
    """What is still to be handed in, as the office wrote it."""
    items = seen.record.missing
    if not items:
        return [Words("benefits-missing_unknown")]
    lines = [Words("benefits-missing_item", {"n": n, "what": what}) for n, what in enumerate(items[:MOST_MISSING], 1)]
    return [Words("benefits-missing_list"), *lines]


def certify(seen: Seen, day: date) -> list[Words]:
    """By when somebody has to be certified anew (资格认证)."""
    by = seen.record.certify_by
    if by is None:
        return [Words("benefits-certify_none")]
    return [
        Words("benefits-certify_late" if by < day else "benefits-certify_by", {"by": by}),
        Words("benefits-certify_how"),
    ]


def served(record: Record, day: date) -> date | None:
    """The day on which somebody was served with the last decision (送达); None where the register does not say it.

    What was served long before things changed was another decision: nobody is told that it is too late against a
    reduction or a stop by the day on which it was granted.
    """
    told = record.told
    if told is None or told > day or told < FIRST_REMEDIES:
        return None
    changes = [record.since]
    paid_last = newest(record)[:2]
    if len(paid_last) == 2 and paid_last[0].fen < paid_last[1].fen:
        changes.append(date.fromisoformat(f"{paid_last[0].month}-01"))
    return told if max(changes) - told <= SERVED_BEFORE else None


def disagree(seen: Seen, world: World) -> Iterator[Words]:
    """To whom one may go and by when, with what was served on the day that the register says, if it says one."""
    day = world.day
    told = served(seen.record, day)
    yield Words("benefits-again_first")
    for each in remedies(told, day, world.calendar, world.policy):
        said = {"n": each.count, "source": each.source, "day": each.last_day or day}
        if each.last_day is None:
            yield Words(f"benefits-remedy_{each.way}.unknown", said)
        elif each.last_day < day:
            yield Words(f"benefits-remedy_{each.way}.over", said)
        else:
            yield Words(f"benefits-remedy_{each.way}.by", said)
    days, source = court_after_review(day, world.policy)
    yield Words("benefits-remedy_after", {"n": days, "source": source})
    yield Words("benefits-counted_unknown") if told is None else Words("benefits-counted_from", {"day": told})
    if legal_aid := world.place.numbers.get("legal_aid"):
        yield Words("benefits-legal_aid", {"number": legal_aid})


def asking(phone: str) -> list[Words]:
    """That somebody of the staff would call, and which telephone."""
    return [Words("benefits-will_call", {"phone": mask_phone(phone)})]
