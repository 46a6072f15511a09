"""What gives a right to be told of somebody's records: the telephone the code went to is the one on file, or that of a
mandate that holds."""

from __future__ import annotations

from datetime import date

from bot.benefits.own_cases import same_phone
from flows.benefits.records import MandateKind, Registered


def may_be_told(of: Registered, phone: str, by: MandateKind | None, proxy: str | None, day: date) -> bool:
    """Whether it is still so that ``phone`` is on file (登记手机) for them, or for the ``proxy`` (by ID number) of a
    mandate that is ``by``."""
    if by is None:
        return same_phone(of.phone, phone)
    own = (each for each in of.mandates if (each.kind, each.id_number) == (by, proxy))
    holds = (each for each in own if each.until is None or each.until >= day)
    return any(same_phone(each.phone, phone) for each in holds)
