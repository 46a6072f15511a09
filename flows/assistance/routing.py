"""Which township (乡镇、街道) a case goes to (一门受理), and why: that of the hukou, or that of residence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flows.language import Facts
from flows.words import Value, Words

NOT_OF_HERE = frozenset({"elsewhere", "unsure"})
"""The answers that name none of the place's townships."""


@dataclass(frozen=True, slots=True)
class Routed:
    """One of the place's townships, or None where it is for none of them; ``why`` says by which rule."""

    township: str | None
    why: Words


def routed(facts: Facts) -> Routed:
    """Where what was told goes.

    An urgent need, or one that somebody else reports, goes where the person is: temporary assistance is asked for
    where one is in need (社会救助暂行办法第48条, 国发〔2014〕47号). Else the township of the hukou is to be applied at
    (最低生活保障审核确认办法第4条); which of them where the members' hukou are in several provinces, and who holds
    a residence permit, is for who receives it (第5条). Where the hukou is not known, or is not of this county, the
    counter of the township of residence receives it and passes it on (社会救助暂行办法第60条).
    """
    home, hukou = _township(facts, "township"), _township(facts, "hukou_township")
    place = facts.get("hukou_place")
    if place is None:
        township, why = home, "routed-in_need"
    elif place == "here":
        township, why = home, "routed-hukou_and_home"
    elif hukou is not None:
        township, why = hukou, "routed-hukou"
    else:
        township, why = home, "routed-hukou_elsewhere" if place == "elsewhere" else "routed-hukou_unknown"
    return Routed(township, Words(why if township is not None else "routed-nowhere"))


def township(facts: Facts) -> str | None:
    """The township it goes to."""
    return routed(facts).township


def in_words(facts: Facts) -> Mapping[str, Value]:
    """``to``: the name of the township, or the staff where it goes to none."""
    found = township(facts)
    return {"to": Words("assistance-to_staff" if found is None else f"township-{found}")}


def _township(facts: Facts, step: str) -> str | None:
    said = cast(str | None, facts.get(step))
    return None if said in NOT_OF_HERE else said
