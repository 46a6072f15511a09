"""Who is asking (核对身份), before anything of a register is told: the questions, their routes, and what they come to.

Being in a chat shows nothing. Name, ID number and a one-time code to the telephone on file (登记手机) do, for a short
time; so does a recorded mandate (授权) or guardianship (监护), with the code to whoever it was given to.
"""

from __future__ import annotations

from collections.abc import Mapping

from flows.language import ALWAYS, Advise, Ending, Facts, Step, pick
from flows.language.routes import When
from flows.words import Value, Words


def _shown(_: Value) -> Words:
    return Words("identity-chosen")


def proof_of(facts: Facts) -> str:
    """The id of the proof on whose strength records may be looked up."""
    return str(facts["proven"])


STEPS: tuple[Step, ...] = (pick("proven", from_="proofs_here", show=_shown, alone=True),)

ENDINGS: Mapping[str, Ending] = {"not_shown": Advise()}


def routes(to: str) -> tuple[tuple[str, When, str], ...]:
    """The routes from the first question to the step ``to``, once it is shown who is asking."""
    return (("proven", ALWAYS, to),)
