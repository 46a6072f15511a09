"""The rules of 离婚登记: what an agreement must hold, and the dates of the cooling-off period as a couple sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from flows import hours
from flows.divorce.cooling_off import CoolingOff, cooling_off
from flows.language import Facts, Step, day
from flows.place import Office
from flows.policy import NotInForce
from flows.registration import (
    PreCheck,
    first_bookable,
    household_book,
    id_cards_missing,
    last_bookable,
    not_future,
    unusual_divisions,
)
from flows.words import Value, Words, yes
from flows.world import World

AGREEMENT = ("willing", "children", "property", "debts")
"""What the written agreement must state: 自愿离婚、子女抚养、财产、债务处理 (民法典第1076条)."""
PAPERS = ("id_cards", "certificates", "receipt", "agreement")
"""What both bring again for the certificate: 身份证、结婚证、回执单、离婚协议 (民发〔2020〕116号)."""

LONGEST_MOVE = 15
"""Days; no run of statutory rest days is longer, so no end of a period is moved by more."""

_COURT = (("both_agree", "no", "agreement"), ("capacity", "no", "capacity"), ("where", "elsewhere", "place"))


def afraid(facts: Facts) -> bool:
    """The person asking is afraid of the other; told in confidence."""
    return facts.get("safety") == "afraid"


def court(facts: Facts) -> Mapping[str, Value]:
    """Which of the three cases a registry must refuse it is (婚姻登记条例第14条), and the legal aid line."""
    reason = next(reason for step, said, reason in _COURT if facts.get(step) == said)
    return {"reason": reason, "legal_aid": facts.world.place.numbers["legal_aid"]}


def receipt_day() -> Step:
    """D0, the date on the receipt (《离婚登记申请受理回执单》); a day this conversation has told of is offered."""
    must = [not_future, within_the_law]
    return day("receipt_day", prefer="past", must=must, from_="likely_receipts", skip="unknown")


def dates(facts: Facts) -> CoolingOff:
    """The dates that follow from the receipt's day, at the office of this service."""
    return dates_at(facts.world, facts["receipt_day"], facts.flow)


def dates_at(world: World, receipt: date, service: str) -> CoolingOff:
    """The dates that follow from a receipt: by the figures in force on it, the calendar, and the days on which the
    office of a service is open."""
    office = _office(world, service)

    def is_open(day: date) -> bool:
        return bool(hours.spans(world, office, day))

    return cooling_off(
        receipt,
        world.calendar,
        is_open,
        cooling_days=world.policy.whole("divorce.cooling_days", receipt),
        certificate_days=world.policy.whole("divorce.certificate_days", receipt),
    )


def within_the_law(value: Value, facts: Facts) -> Words | None:
    """There is a cooling-off period since 2021-01-01 (民法典第1077、1260条); no receipt is older."""
    try:
        facts.world.policy.whole("divorce.cooling_days", value)
    except NotInForce:
        return Words("receipt-before_2021")
    return None


def unclear(facts: Facts) -> bool:
    """The office is closed for the whole of a period: a person must say which day counts."""
    found = dates(facts)
    return found.withdraw_by is None or found.first_day is None


def window_over(facts: Facts) -> bool:
    """The office has closed on the last safe day: the couple is urged to the office at once, and a person looks."""
    deadline = dates(facts).safe_deadline
    return deadline is not None and _has_closed(facts, deadline)


def window_long_over(facts: Facts) -> bool:
    """No holiday can have moved the end this far: a new application is needed, or the date is wrong."""
    return long_over(facts.world, facts["receipt_day"])


def long_over(world: World, receipt: date) -> bool:
    """As ``window_long_over``."""
    policy = world.policy
    days = policy.whole("divorce.cooling_days", receipt) + policy.whole("divorce.certificate_days", receipt)
    return world.day > receipt + timedelta(days=days + LONGEST_MOVE)


def window_not_bookable(facts: Facts) -> bool:
    """The window opens later than anything that can be booked today."""
    first = dates(facts).first_day
    return first is not None and first > last_bookable(facts)


def window_too_near(facts: Facts) -> bool:
    """The window ends before anything that can be booked today: only walking in is left."""
    deadline = dates(facts).safe_deadline
    return deadline is not None and deadline < first_bookable(facts)


def withdrawal_over(facts: Facts) -> bool:
    """The office has closed on the last safe day for a withdrawal: a person must say what can still be done."""
    last = dates(facts).withdraw_by
    return last is None or _has_closed(facts, last)


def told(facts: Facts) -> Mapping[str, Value]:
    """The dates as arguments of a message; ``provisional`` when one rests on a calendar that is not out yet."""
    return told_of(dates(facts))


def told_of(found: CoolingOff) -> Mapping[str, Value]:
    """As ``told``."""
    return {
        "receipt": found.receipt,
        "withdraw": found.withdraw_by,
        "first": found.first_day,
        "last": found.safe_deadline,
        "provisional": yes(found.provisional),
    }


def in_window(value: Value, facts: Facts) -> Words | None:
    """The certificate is applied for within the window only."""
    first, last = window(facts)
    if first is None or last is None:
        return Words("lookup-not_offered")
    inside = first <= value <= last
    return None if inside else Words("divorce_certificate-outside", {"first": first, "last": last})


def before_withdrawal_ends(value: Value, facts: Facts) -> Words | None:
    """A withdrawal is made on or before the last safe day."""
    last = dates(facts).withdraw_by
    return None if last is not None and value <= last else Words("divorce_withdrawal-outside", {"last": last})


def window(facts: Facts) -> tuple[date | None, date | None]:
    """The days a certificate appointment may be moved to."""
    found = dates(facts)
    return found.first_day, found.safe_deadline


def precheck_application(facts: Facts) -> PreCheck:
    """What is missing for the application (婚姻登记条例第13–15条; one certificate lost: a written declaration, both
    lost: a copy from the archive, 民发〔2020〕116号)."""
    missing = [Words(f"precheck-agreement_{part}") for part in AGREEMENT if part not in facts["agreement"]]
    missing += id_cards_missing(facts)
    if facts["certificates"] in {"both_lost", "unsure"}:
        missing.append(Words(f"precheck-certificates_{facts['certificates']}"))
    bring = (
        Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-id_cards"),
        Words(f"bring-certificates_{facts['certificates']}"),
        Words("bring-agreement"),
        _photos(facts, facts["day"]),
        household_book(facts, facts["day"]),
    )
    return PreCheck(tuple(missing), tuple(unusual_divisions(facts, "first_id", "second_id")), bring)


def wants_slot(facts: Facts) -> bool:
    """A time is to be booked for the certificate, not a walk-in ticket."""
    return facts.get("plan") == "slot"


def precheck_certificate(facts: Facts) -> PreCheck:
    """What is missing of the papers both bring again; without the receipt a person at the office must say."""
    lacking = [paper for paper in PAPERS if paper not in facts["papers"]]
    missing = [Words(f"precheck-lacking_{paper}") for paper in lacking if paper != "receipt"]
    person = [Words("precheck-lacking_receipt")] if "receipt" in lacking else []
    on = facts.get("walk_in_day") or facts["day"]
    bring = (
        Words("bring-id_cards"),
        Words("bring-receipt"),
        Words("bring-certificates_again"),
        Words("bring-agreement"),
        _photos(facts, on),
        household_book(facts, on),
    )
    return PreCheck(tuple(missing), tuple(person), bring)


def precheck_withdrawal(_: Facts) -> PreCheck:
    """What to bring for a withdrawal; a lost receipt is replaced by a written note there (民发〔2020〕116号)."""
    return PreCheck(bring=(Words("bring-own_id"), Words("bring-receipt_or_note")))


def has_closed(world: World, service: str, day: date) -> bool:
    """Whether the last hour of a day is over at the office of a service."""
    return hours.has_closed(world, _office(world, service), day)


def _has_closed(facts: Facts, day: date) -> bool:
    return has_closed(facts.world, facts.flow, day)


def _office(world: World, service: str) -> Office:
    """What has no office of its own, as the companion, goes by that of the certificate: both visits are made there."""
    return world.place.office_of(service if service in world.place.services else "divorce_certificate")


def _photos(facts: Facts, on: date) -> Words:
    copies = facts.world.policy.whole("divorce.photo.single_copies", on)
    return Words("bring-single_photos", {"copies": copies})
