"""开志愿服务证明 (志愿服务记录证明, 民政部令第67号): of one organisation's own records, for the days one wants.

What would stand on it is told before it is issued. It is free of charge.
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, choice, day, pick, picked
from flows.words import Value, Words


def _shown(_: Value) -> Words:
    return Words("my_hours-chosen")


def not_to_come(value: Value, facts: Facts) -> Words | None:
    """A day of service is none that is still to come."""
    return Words("service_certificate-to_come") if value > facts.day else None


def not_before_first(value: Value, facts: Facts) -> Words | None:
    """The last day is not before the first."""
    return Words("service_certificate-before_first", {"first": facts["first"]}) if value < facts["first"] else None


STEPS = [
    pick("volunteer", from_="my_served", show=_shown, alone=True),
    pick("organisation", from_="certifying_organisations", under=["volunteer"], show=_shown, skip="none"),
    choice("span", "all", "this_year", "last_year", "from_to"),
    day("first", prefer="past", must=[not_to_come]),
    day("last", prefer="past", must=[not_to_come, not_before_first]),
    pick(
        "issue",
        from_="certificate_preview",
        under=["volunteer", "organisation", "span", "first", "last"],
        show=_shown,
        skip=("other_days", "none"),
        retypes={"other_days": "span"},
    ),
]

ROUTES = [
    ("volunteer", ALWAYS, "organisation"),
    ("organisation", picked("none"), "not_issued"),
    ("organisation", ALWAYS, "span"),
    ("span", picked("from_to"), "first"),
    ("span", ALWAYS, "issue"),
    ("first", ALWAYS, "last"),
    ("last", ALWAYS, "issue"),
    ("issue", picked("none"), "not_issued"),
    ("issue", ALWAYS, "issued"),
]

ENDINGS = {"issued": Volunteering(what="certificate_issued"), "not_issued": Advise()}

FLOW = Flow("service_certificate", STEPS, ROUTES, ENDINGS, heading="volunteers")
