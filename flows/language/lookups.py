"""What a step needs from outside, once it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.words import Option, Value, Words

NOT_OFFERED = Words("lookup-not_offered")


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up brought: the options, and for values that are not among them the sentence that says why.

    ``note`` is said before the question, ``none`` when nothing is on offer. ``stop`` is said in place of the question:
    nothing answers it then, and the options are ways elsewhere. With ``open`` the options are only what is likely: any
    other value that fits is taken as well. ``read`` is what was read from a picture, field by field. ``sure``: the one
    option there is need not be asked for where the step says so (``alone``), whatever ways out there are besides.
    """

    options: tuple[Option, ...] = ()
    refusals: Mapping[str, Words] = field(default_factory=dict)
    otherwise: Words = NOT_OFFERED
    none: Words | None = None
    note: Words | None = None
    stop: Words | None = None
    open: bool = False
    read: Mapping[str, Value] = field(default_factory=dict)
    sure: bool = False

    def offers(self, value: object) -> bool:
        """Whether a value is on offer."""
        return self.open or any(option.value == str(value) for option in self.options)


@dataclass(frozen=True, slots=True)
class Pending:
    """Stands for a look-up that takes long and is finished as due work."""


Lookups = Mapping[str, Found | Pending]
