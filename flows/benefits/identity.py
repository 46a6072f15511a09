"""Who is asking (核对身份), before anything of a register is told: the questions, their routes, and what they come to.

Being in a chat shows nothing. Name, ID number and a one-time code to the telephone on file (登记手机) do, for a short
time; so does a recorded mandate (授权) or guardianship (监护), with the code to whoever it was given to. Whether there
is such a person is never said: the code is asked for all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.language import (
    ALWAYS,
    Advise,
    Ending,
    Facts,
    HandOver,
    Step,
    choice,
    consent,
    id_number,
    one_time_code,
    person_name,
    pick,
    picked,
)
from flows.language.routes import Route, When
from flows.words import Value, Words

GROUP = "identity"
"""The words are ``identity-<step>`` in every flow."""
SERVICE = "benefits"
"""The service whose staff look at it where somebody asks for a person instead."""
NEW = "new"
"""The value of the step ``proven`` for who has not shown who they are, or asks for somebody else."""
CHECK, PROOF = "identity_check", "identity_proof"
"""What the steps hold: a code is asked for; it is shown who asks."""


def _shown(_: Value) -> Words:
    return Words("identity-chosen")


def _figures(facts: Facts) -> Mapping[str, Value]:
    """How long a code is good, and how long it is remembered who asks, in minutes."""
    place = facts.world.place
    return {"code": place.code_minutes, "proof": place.proof_minutes}


def _for_another(facts: Facts) -> bool:
    return str(facts["whose"]) == "other"


def _in_confidence(step: Step) -> Step:
    """A step that is no answer to read back, nor to be kept when somebody comes back to it: a code is sent anew."""
    return replace(step, confidential=True)


def _unproven(_: Facts) -> Sequence[Words]:
    """For the staff: whoever wrote this has not shown who they are."""
    return (Words("identity-brief_unproven"),)


def proof_of(facts: Facts) -> str:
    """The id of the proof on whose strength records may be looked up."""
    known = str(facts["proven"])
    return str(facts["identity"]) if known == NEW else known


_SAID = ("name", "id", "proxy_name", "proxy_id")
_STEPS: Sequence[Step] = (
    pick("proven", from_="proofs_here", show=_shown, skip=NEW, alone=True),
    choice("whose", "own", "other"),
    replace(consent("notice", "agree", "decline"), args=_figures),
    person_name("name"),
    id_number("id"),
    person_name("proxy_name"),
    id_number("proxy_id"),
    _in_confidence(
        pick(
            "asked",
            from_="identity_asked",
            holding=CHECK,
            under=["whose", *_SAID],
            show=_shown,
            skip=("person", "stop"),
            alone=True,
        )
    ),
    replace(
        one_time_code("code", under=["asked"], skip=("again", "person", "stop")),
        retypes={"again": "asked"},
        args=_figures,
    ),
    _in_confidence(
        pick(
            "identity",
            from_="identity_shown",
            holding=PROOF,
            under=["asked", "code"],
            show=_shown,
            skip=("other_code", "again", "person", "stop"),
            retypes={"other_code": "code", "again": "asked"},
            alone=True,
        )
    ),
)
STEPS: tuple[Step, ...] = tuple(replace(step, shares=GROUP) for step in _STEPS)

ENDINGS: Mapping[str, Ending] = {
    "not_shown": Advise(shares=GROUP),
    "to_a_person": HandOver(service=SERVICE, shares=GROUP, briefing=_unproven),
}


def routes(to: str) -> tuple[Route, ...]:
    """The routes from the first question to the step ``to``, once it is shown who is asking."""
    away: tuple[tuple[When, str], ...] = ((picked("person"), "to_a_person"), (picked("stop"), "not_shown"))
    return (
        ("proven", picked(NEW), "whose"),
        ("proven", ALWAYS, to),
        ("whose", ALWAYS, "notice"),
        ("notice", picked("agree"), "name"),
        ("notice", picked("decline"), "not_shown"),
        ("name", ALWAYS, "id"),
        ("id", _for_another, "proxy_name"),
        ("id", ALWAYS, "asked"),
        ("proxy_name", ALWAYS, "proxy_id"),
        ("proxy_id", ALWAYS, "asked"),
        *(("asked", when, ending) for when, ending in away),
        ("asked", ALWAYS, "code"),
        *(("code", when, ending) for when, ending in away),
        ("code", ALWAYS, "identity"),
        *(("identity", when, ending) for when, ending in away),
        ("identity", ALWAYS, to),
    )
