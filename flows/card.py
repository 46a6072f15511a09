"""One photo of a resident identity card (居民身份证): what is read is shown whole, and filled in once it is confirmed.

Asked only where a card can be read. What was not read for sure is typed; whoever wants to types everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from flows.inputs.photo import PhotoRule
from flows.language import Facts, Reads, Step, checked, photo
from flows.language.reads import TYPED
from flows.words import Value, Words, yes

PHOTO = "card"
"""The step of the picture, and the look-up that reads it."""
NAME, NUMBER = "name", "number"
FIELDS = (NAME, "sex", "ethnic_group", "birth", "address", NUMBER)
"""What stands on the front, from top to bottom: 姓名 性别 民族 出生 住址 公民身份号码."""
RULE = PhotoRule("card", min_width=300)
"""However it lies and whatever is around it; on fewer pixels no number can be read."""
_UNBROKEN = "\N{NO-BREAK SPACE}"


def can_be_read(facts: Facts) -> bool:
    """Whether a card can be read here."""
    return facts.world.reads_cards


def is_kept(facts: Facts) -> bool:
    """Whether the place keeps the picture with the case."""
    return facts.world.place.keeps_cards


def photo_of_card() -> Step:
    """Asks for the picture; ``typed`` is the way without one."""
    return replace(photo(PHOTO, RULE, skip=TYPED), args=lambda facts: {"kept": yes(is_kept(facts))})


def card_check(*, name: str, number: str) -> Step:
    """What was read, to be confirmed; then it answers the steps ``name`` and ``number``."""
    return checked("card_check", Reads(PHOTO, {name: NAME, number: NUMBER}, lines, is_kept), from_=PHOTO)


def lines(read: Mapping[str, Value]) -> list[Words]:
    """The fields as they are shown, a line each; the number in groups, so that it can be compared."""
    return [Words("read_back-line", {"what": Words(f"card-{name}"), "value": _shown(name, read)}) for name in FIELDS]


def _shown(name: str, read: Mapping[str, Value]) -> Value:
    value = read.get(name)
    if value is None:
        return Words("card-to_be_typed" if name in {NAME, NUMBER} else "card-not_read")
    if name == "sex":
        return Words(f"card-sex.{value}")
    if isinstance(value, date):
        month = Words(f"format-month.m{value.month}")
        return Words("card-day", {"year": str(value.year), "month": month, "day": str(value.day)})
    return _UNBROKEN.join((value[:6], value[6:14], value[14:])) if name == NUMBER else value
