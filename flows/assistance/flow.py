"""一证一书 (social assistance): what happened, who lives together, what there is to live on. What it may lead to is
said at once, and a formal application is always open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from flows import card, residence
from flows.assistance import telling
from flows.assistance.household import Handicap, Parent
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    File,
    Flow,
    HandOver,
    Step,
    choice,
    confirm,
    consent,
    id_number,
    many,
    money,
    number,
    person_name,
    phone,
    picked,
    repeat,
    text,
)
from flows.language.routes import Route, When

SOURCES = ("wages", "farming", "pension", "retirement", "family", "rent", "more")
"""工资性收入, 经营净收入, 转移净收入 (居民养老金, 退休金, 赡养抚养费), 财产净收入, 其他
(最低生活保障审核确认办法第13条)."""
BILLS = ("medical", "school", "rehab", "other")
"""医疗, 教育, 残疾康复, 其他 (刚性支出困难家庭认定办法第5条)."""
PARENT = (*get_args(Parent), "unsure")


def _yes_no(name: str) -> Step:
    return choice(name, "no", "yes", "unsure")


def _disability(name: str) -> Step:
    return choice(name, "no", *get_args(Handicap), "unsure")


def _amounts(names: Sequence[str], suffix: str) -> list[Step]:
    return [money(f"{name}_{suffix}", skip="unsure") for name in names]


STEPS: list[Step | list[Step]] = [
    consent("notice", "agree", "decline"),
    residence.township(skip="elsewhere"),
    residence.village(skip="unknown"),
    choice("tonight", "no", "yes"),
    many("needs", "food", "shelter", "medicine", "warmth", none="something_else"),
    choice("for_whom", "self", "other"),
    choice("mandate", "asked", "cannot", "none"),
    text("words"),
    person_name("proxy_name"),
    choice("proxy_is", "family", "neighbour", "village_staff", "somebody"),
    card.photo_of_card(),
    card.card_check(name="name", number="id"),
    person_name("name"),
    id_number("id", skip="unsure"),
    number("age", 0, 130, skip="unsure"),
    choice("hukou_place", "here", "county", "elsewhere", "unsure"),
    choice("hukou", "rural", "urban", "unsure"),
    _yes_no("ill"),
    _disability("disabled"),
    choice("level", *telling.LEVEL, "unsure"),
    choice("school", "no", "school", "higher", "unsure"),
    choice("father", *PARENT),
    choice("mother", *PARENT),
    repeat(
        "household",
        choice("relation", "spouse", "child", "parent", "sibling", "grandchild", "grandparent", "relative"),
        number("member_age", 0, 130, skip="unsure"),
        _yes_no("member_ill"),
        _disability("member_disabled"),
        choice("member_level", *telling.LEVEL, "unsure"),
        choice("member_school", "no", "school", "higher", "unsure"),
        choice("member_father", *PARENT),
        choice("member_mother", *PARENT),
    ),
    many("events", "fire", "traffic", "illness", "disaster", "other", "unsure", none="nothing"),
    many("sources", *SOURCES, "unsure", none="nothing"),
    *_amounts(SOURCES, "amount"),
    many("property", "car", "house", "business", "savings", "unsure", none="nothing"),
    many("bills", *BILLS, "unsure", none="nothing"),
    *_amounts(BILLS, "bill"),
    choice("obliged", "none", "incapable", "able", "unsure"),
    choice("kin_of_staff", "no", "yes", "unsure"),
    phone("phone", skip="none"),
    confirm("summary"),
    replace(choice("apply", "yes", "later"), before=telling.findings),
]


def _under_18(key: str) -> When:
    def is_child(facts: Facts) -> bool:
        age = telling.age_of(facts, key)
        return age is not None and age < 18

    return is_child


def _of_school_age(key: str) -> When:
    def may_be_at_school(facts: Facts) -> bool:
        age = telling.age_of(facts, key)
        return age is not None and age in telling.AT_SCHOOL

    return may_be_at_school


def _without_number(facts: Facts) -> bool:
    return facts.get("id") == "unsure"


def _one_after_another(first: str, names: Sequence[str], suffix: str, then: str) -> list[Route]:
    """From the question what there is through the amount of each that there is."""
    steps = [f"{name}_{suffix}" for name in names]
    routes: list[Route] = []
    for at, here in enumerate([first, *steps]):
        routes += [(here, telling.has(first, name), to) for name, to in list(zip(names, steps, strict=True))[at:]]
        routes.append((here, ALWAYS, then))
    return routes


def _about(prefix: str, ill: str, then: str) -> list[Route]:
    """Health, disability, school and parents, of the applicant or of a member."""
    age = "age" if not prefix else f"{prefix}age"
    disabled, level, school = f"{prefix}disabled", f"{prefix}level", f"{prefix}school"
    father, mother = f"{prefix}father", f"{prefix}mother"
    routes: list[Route] = [
        (ill, ALWAYS, disabled),
        (disabled, telling.shows_a_level(disabled), level),
    ]
    for here in (disabled, level):
        routes += [(here, _of_school_age(age), school), (here, _under_18(age), father), (here, ALWAYS, then)]
    routes += [(school, _under_18(age), father), (school, ALWAYS, then), (father, ALWAYS, mother)]
    return [*routes, (mother, ALWAYS, then)]


ROUTES: list[Route] = [
    ("notice", picked("agree"), "township"),
    ("notice", picked("decline"), "at_the_office"),
    ("township", picked("elsewhere"), "tonight"),
    ("township", ALWAYS, "village"),
    ("village", ALWAYS, "tonight"),
    ("tonight", picked("yes"), "needs"),
    ("tonight", picked("no"), "for_whom"),
    ("needs", ALWAYS, "words"),
    ("for_whom", picked("other"), "mandate"),
    ("for_whom", card.can_be_read, "card"),
    ("for_whom", ALWAYS, "name"),
    ("mandate", picked("none"), "words"),
    ("mandate", ALWAYS, "proxy_name"),
    ("words", ALWAYS, "phone"),
    ("proxy_name", ALWAYS, "proxy_is"),
    ("proxy_is", card.can_be_read, "card"),
    ("proxy_is", ALWAYS, "name"),
    ("card", picked("typed"), "name"),
    ("card", ALWAYS, "card_check"),
    ("card_check", ALWAYS, "name"),
    ("name", ALWAYS, "id"),
    ("id", _without_number, "age"),
    ("id", ALWAYS, "hukou_place"),
    ("age", ALWAYS, "hukou_place"),
    ("hukou_place", ALWAYS, "hukou"),
    ("hukou", ALWAYS, "ill"),
    *_about("", "ill", "household"),
    ("household", picked("done"), "events"),
    ("relation", ALWAYS, "member_age"),
    ("member_age", ALWAYS, "member_ill"),
    *_about("member_", "member_ill", "household"),
    ("events", ALWAYS, "sources"),
    *_one_after_another("sources", SOURCES, "amount", "property"),
    ("property", ALWAYS, "bills"),
    *_one_after_another("bills", BILLS, "bill", "obliged"),
    ("obliged", ALWAYS, "kin_of_staff"),
    ("kin_of_staff", ALWAYS, "phone"),
    ("phone", telling.is_urgent, "urgent"),
    ("phone", telling.is_report, "reported"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "apply"),
    ("apply", picked("yes"), "filed"),
    ("apply", picked("later"), "later"),
]

ENDINGS = {
    "filed": File(service="assistance", findings=telling.findings),
    "later": Advise(),
    "urgent": HandOver(service="assistance", urgent=True, after=telling.urgent_clocks),
    "reported": HandOver(service="assistance"),
    "at_the_office": Advise(),
}

FLOW = Flow("assistance", STEPS, ROUTES, ENDINGS, urgent=telling.is_urgent)
