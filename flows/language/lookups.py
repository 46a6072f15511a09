"""What a step needs from outside, once it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flows.words import Option, Words, from_plain, option_from_plain, option_to_plain, to_plain

NOT_OFFERED = Words("lookup-not_offered")


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up brought: the options, and for values that are not among them the sentence that says why.

    ``none`` is said when nothing is on offer.
    """

    options: tuple[Option, ...] = ()
    refusals: Mapping[str, Words] = field(default_factory=dict)
    otherwise: Words = NOT_OFFERED
    none: Words | None = None

    def offers(self, value: object) -> bool:
        """Whether a value is on offer."""
        return any(option.value == str(value) for option in self.options)


@dataclass(frozen=True, slots=True)
class Pending:
    """Stands for a look-up that takes long and is finished as due work."""


Lookups = Mapping[str, Found | Pending]


def found_to_plain(found: Found) -> dict[str, Any]:
    """The JSON form of a finding."""
    return {
        "options": [option_to_plain(option) for option in found.options],
        "refusals": {value: to_plain(words) for value, words in found.refusals.items()},
        "otherwise": to_plain(found.otherwise),
        "none": to_plain(found.none),
    }


def found_from_plain(plain: Mapping[str, Any]) -> Found:
    """The finding behind its JSON form."""
    return Found(
        tuple(map(option_from_plain, plain["options"])),
        {value: from_plain(words) for value, words in plain["refusals"].items()},
        from_plain(plain["otherwise"]),
        from_plain(plain["none"]),
    )
