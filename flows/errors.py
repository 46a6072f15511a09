"""Everything that can go wrong, split by whose fault it is.

    YizhengError
    ├── NotUnderstood      the person's words do not fit the question; says what would be right
    │   └── DoesNotFit     they do, and what they mean cannot be the answer
    ├── Refused            the words fit, but the world does not allow it just now (a seat is gone)
    ├── FlowFault          the author of a flow, a policy file or a message made a mistake
    ├── SettingsFault      the operator configured something that cannot work
    └── OutsideFault       something beyond this process failed; what was given is kept and tried again

Only ``NotUnderstood`` and ``Refused`` are ever shown to a resident, and only as a message of ``locales/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class YizhengError(Exception):
    """The root; catching it catches every error this project raises on purpose."""


class _Spoken(YizhengError):
    """An error a person hears about: a message id of ``locales/`` and its arguments."""

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.args_: Mapping[str, Any] = args


class NotUnderstood(_Spoken):
    """What was typed does not answer the open question; ``key`` names the sentence that says what would."""


class DoesNotFit(NotUnderstood):
    """What was typed was understood, and cannot be the answer: a day that is full. The sentence that says so stays
    right however often it is said."""


class Refused(_Spoken):
    """The answer was understood and cannot be taken now: a seat is gone, a person already has a booking.

    ``step`` names the step to be asked again.
    """

    def __init__(self, key: str, *, step: str, **args: Any) -> None:
        super().__init__(key, **args)
        self.step = step


class FlowFault(YizhengError):
    """A flow, a policy file or a locale is wrong; raised at load, names the flow and the step."""


class SettingsFault(YizhengError):
    """A setting is missing or contradicts another; raised at start, names the setting."""


class OutsideFault(YizhengError):
    """A backend, a database or a network failed. ``retry_after`` is the wait it asked for, in seconds."""

    def __init__(self, what: str, *, retry_after: float | None = None, final: bool = False) -> None:
        super().__init__(what)
        self.retry_after = retry_after
        self.final = final
