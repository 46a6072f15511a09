"""The rules of 离婚登记: what an agreement must hold, and the dates of the cooling-off period as a couple sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.divorce.cooling_off import CoolingOff, cooling_off
from flows.language import Facts
from flows.registration import PreCheck, last_bookable
from flows.words import Value, Words

AGREEMENT = ("willing", "children", "property", "debts")
"""What the written agreement must state: 自愿离婚、子女抚养、财产、债务处理 (民法典第1076条)."""


def dates(facts: Facts) -> CoolingOff:
    """The dates that follow from the receipt's day, by the calendar and the figures in force."""
    policy, day = facts.world.policy, facts["receipt_day"]
    return cooling_off(
        day,
        facts.world.calendar,
        cooling_days=policy.whole("divorce.cooling_days", facts.day),
        certificate_days=policy.whole("divorce.certificate_days", facts.day),
    )


def unclear(facts: Facts) -> bool:
    """The office is closed for the whole of a period: a person must say which day counts."""
    found = dates(facts)
    return found.withdraw_by is None or found.first_day is None


def window_over(facts: Facts) -> bool:
    """The last safe day is past: the couple is urged to the office today, and a person looks."""
    deadline = dates(facts).safe_deadline
    return deadline is None or facts.day > deadline


def window_not_bookable(facts: Facts) -> bool:
    """The window opens later than anything that can be booked today."""
    first = dates(facts).first_day
    return first is not None and first > last_bookable(facts)


def withdrawal_over(facts: Facts) -> bool:
    """The last safe day for a withdrawal is past: a person must say what can still be done."""
    last = dates(facts).withdraw_by
    return last is None or facts.day > last


def told(facts: Facts) -> Mapping[str, Value]:
    """The dates as arguments of a message; ``provisional`` when one rests on a calendar that is not out yet."""
    found = dates(facts)
    return {
        "receipt": found.receipt,
        "withdraw": found.withdraw_by,
        "first": found.first_day,
        "last": found.safe_deadline,
        "provisional": "yes" if found.provisional else "no",
    }


def in_window(value: Value, facts: Facts) -> Words | None:
    """The certificate is applied for within the window only."""
    found = dates(facts)
    if found.first_day is None or found.safe_deadline is None:
        return Words("day-past")
    if found.first_day <= value <= found.safe_deadline:
        return None
    return Words("divorce_certificate-outside", {"first": found.first_day, "last": found.safe_deadline})


def before_withdrawal_ends(value: Value, facts: Facts) -> Words | None:
    """A withdrawal is made on or before the last safe day."""
    last = dates(facts).withdraw_by
    return None if last is not None and value <= last else Words("divorce_withdrawal-outside", {"last": last})


def window(facts: Facts) -> tuple[date | None, date | None]:
    """The days a certificate appointment may be moved to."""
    found = dates(facts)
    return found.first_day, found.safe_deadline


def precheck_application(facts: Facts) -> PreCheck:
    """What is missing for the application (婚姻登记条例第13–15条; one certificate lost: a written declaration)."""
    missing = [Words(f"precheck-agreement_{part}") for part in AGREEMENT if part not in facts["agreement"]]
    if facts["id_cards"] in {"expired", "lost"}:
        missing.append(Words(f"precheck-id_{facts['id_cards']}"))
    if facts["certificates"] == "both_lost":
        missing.append(Words("precheck-archive_copy"))
    bring = [Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-id_cards")]
    if facts.world.policy.value("registration.household_book_needed", facts["day"]):
        bring.append(Words("bring-household_book"))
    bring.append(Words(f"bring-certificates_{facts['certificates']}"))
    bring.append(Words("bring-agreement"))
    bring.append(_photos(facts))
    return PreCheck(tuple(missing), (), tuple(bring))


def precheck_certificate(facts: Facts) -> PreCheck:
    """What to bring when both come for the certificate (离婚登记证)."""
    bring = (Words("bring-id_cards"), Words("bring-receipt"), Words("bring-agreement"), _photos(facts))
    return PreCheck((), (), bring)


def precheck_withdrawal(_: Facts) -> PreCheck:
    """What to bring for a withdrawal; a lost receipt is replaced by a written note there."""
    return PreCheck((), (), (Words("bring-own_id"), Words("bring-receipt_or_note")))


def _photos(facts: Facts) -> Words:
    copies = facts.world.policy.whole("divorce.photo.single_copies", facts.day)
    return Words("bring-single_photos", {"copies": copies})
