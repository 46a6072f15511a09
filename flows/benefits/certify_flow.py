"""资格认证: who still receives an allowance says that all is as it was, or what changed, or asks for a visit.

Nobody's face is looked at, nothing is decided, and nothing stops by it: what was said goes to the township, which
certifies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from flows import residence
from flows.benefits import identity
from flows.benefits.certifying import Answers, Change, Chosen, Result, Unclear, Who, result_of
from flows.discretion import private
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    OfBenefits,
    choice,
    confirm,
    consent,
    many,
    phone,
    pick,
    picked,
    text,
)
from flows.words import Value, Words

LATER = "later"
"""Chosen in place of a record: not now, or there is none to be certified."""
SERVICE = "recertify"


def chosen(facts: Facts) -> Chosen:
    """The record that is certified."""
    return Chosen.of(str(facts["record"]))


def result(facts: Facts) -> Result:
    """What the answers come to, as far as they were given."""
    household = cast(tuple[str, ...], facts.get("household") or ())
    changes = {each for each in household if each in ("died", "married", "left", "joined")}
    unclear = {"household"} if "unsure" in household else set()
    if facts.get("living") == "moved":
        changes.add("moved")
    if facts.get("income") in ("more", "less"):
        changes.add(f"income_{facts['income']}")
    if facts.get("account") == "changed":
        changes.add("account")
    unclear |= {step for step in ("living", "income", "account") if facts.get(step) == "unsure"}
    return result_of(
        Answers(
            chosen(facts).by,
            cast(Who | None, facts.get("who")),
            facts["how"] == "visit",
            cast(frozenset[Change], frozenset(changes)),
            cast(frozenset[Unclear], frozenset(unclear)),
        )
    )


def briefing(facts: Facts, name: str, telephone: str) -> list[Words]:
    """What the township is told: whose it is, who answered, what changed, what it is to do. ``telephone`` is the one
    that the code went to."""
    of, found = chosen(facts), result(facts)
    said = {"name": name, "phone": telephone, "record": of.record, "due": of.due}
    lines = [
        Words("recertify-brief_of", {**said, "scheme": Words(f"benefits-scheme.{of.scheme}")}),
        Words(f"recertify-brief_by.{_answered_by(facts)}"),
    ]
    if of.due < facts.day:
        lines.append(Words("recertify-brief_late"))
    if found.why is not None:
        lines.append(Words(f"recertify-brief_visit.{found.why}"))
    if found.changes:
        told = tuple(Words(f"recertify-change.{each}") for each in found.changes)
        lines.append(Words("recertify-brief_changes", {"what": told}))
    if found.unclear:
        told = tuple(Words(f"recertify-{each}.label") for each in found.unclear)
        lines.append(Words("recertify-brief_unclear", {"what": told}))
    return [*lines, Words(f"recertify-brief_to_do.{'visit' if found.why else 'confirm'}")]


# --- parts -----------------------------------------------------------------------------------------------------------


def _answered_by(facts: Facts) -> str:
    return chosen(facts).by or str(facts.get("who") or "self")


def _shown(_: Value) -> Words:
    return Words("benefits-chosen")


def _by_mandate(facts: Facts) -> bool:
    return chosen(facts).by == "mandate"


def _by_guardian(facts: Facts) -> bool:
    return chosen(facts).by == "guardian"


def _has_account(facts: Facts) -> bool:
    return chosen(facts).account is not None


def _has_changes(facts: Facts) -> bool:
    return bool(result(facts).changes)


def _is_visit(facts: Facts) -> bool:
    return result(facts).outcome == "visit"


def _which(facts: Facts) -> Mapping[str, Value]:
    of = chosen(facts)
    return {"scheme": private(Words(f"benefits-scheme.{of.scheme}")), "due": private(of.due)}


def _tail(facts: Facts) -> Mapping[str, Value]:
    return {"tail": private(chosen(facts).account)}


def _why_visit(facts: Facts) -> Sequence[Words]:
    """Where somebody did not ask for a visit, why there is one."""
    return [] if facts["how"] == "visit" else [Words("recertify-needs_visit")]


def _told(_: Facts) -> Sequence[Words]:
    return [Words("recertify-nothing_stops")]


def _told_done(facts: Facts) -> Sequence[Words]:
    """Of changes that were told, what becomes of them, before the rest."""
    changed = [Words("recertify-with_changes")] if _has_changes(facts) else []
    return [*changed, *_told(facts)]


STEPS = [
    *identity.STEPS,
    replace(
        pick("record", from_="to_certify", under=["proven", "identity"], show=_shown, skip=LATER, alone=True),
        confidential=True,
    ),
    replace(consent("notice_certify", "agree", "decline"), args=_which, confidential=True),
    choice("how", "questions", "visit"),
    choice("who", "self", "helper", "unsure"),
    choice("living", "same", "moved", "unsure"),
    residence.township("moved_to", skip="elsewhere"),
    many("household", "died", "married", "left", "joined", "unsure", none="same"),
    choice("income", "same", "less", "more", "unsure"),
    replace(choice("account", "same", "changed", "unsure"), args=_tail, confidential=True),
    text("words", skip="none"),
    replace(many("visit_when", "morning", "afternoon", "weekend", none="any"), before=_why_visit),
    phone("phone", skip="on_file"),
    text("know", skip="none"),
    confirm("summary"),
]

ROUTES = [
    *identity.routes("record"),
    ("record", picked(LATER), "later"),
    ("record", ALWAYS, "notice_certify"),
    ("notice_certify", picked("agree"), "how"),
    ("notice_certify", picked("decline"), "at_the_office"),
    ("how", picked("visit"), "visit_when"),
    ("how", _by_mandate, "visit_when"),
    ("how", _by_guardian, "living"),
    ("how", ALWAYS, "who"),
    ("who", picked("self"), "living"),
    ("who", ALWAYS, "visit_when"),
    ("living", picked("moved"), "moved_to"),
    ("living", ALWAYS, "household"),
    ("moved_to", ALWAYS, "household"),
    ("household", ALWAYS, "income"),
    ("income", _has_account, "account"),
    ("income", _has_changes, "words"),
    ("income", ALWAYS, "summary"),
    ("account", _has_changes, "words"),
    ("account", ALWAYS, "summary"),
    ("words", ALWAYS, "summary"),
    ("visit_when", ALWAYS, "phone"),
    ("phone", ALWAYS, "know"),
    ("know", ALWAYS, "summary"),
    ("summary", _is_visit, "visit"),
    ("summary", ALWAYS, "done"),
]

ENDINGS = {
    **identity.ENDINGS,
    "done": OfBenefits(what="recertified", after=_told_done),
    "visit": OfBenefits(what="recertified", after=_told),
    "later": Advise(),
    "at_the_office": Advise(after=_told),
}

FLOW = Flow(SERVICE, STEPS, ROUTES, ENDINGS, heading="benefits", sensitive=True)
