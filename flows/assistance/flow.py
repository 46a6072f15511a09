"""一证一书 (social assistance): what happened, who lives together, what there is to live on. What it may lead to is
said at once, and a formal application is always open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from flows import card, residence
from flows.assistance import deciding, letter, referrals, routing, signing, telling
from flows.assistance.briefing import briefing
from flows.assistance.household import Handicap, Parent, Work
from flows.language import (
    ALWAYS,
    Advise,
    Authorise,
    Facts,
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
    signature,
    text,
)
from flows.language.routes import Route, When
from flows.words import Value, Words

SOURCES = ("wages", "farming", "pension", "retirement", "family", "rent", "more")
"""工资性收入, 经营净收入, 转移净收入 (居民养老金, 退休金, 赡养抚养费), 财产净收入, 其他
(最低生活保障审核确认办法第13条)."""
BILLS = ("medical", "school", "rehab", "other")
"""医疗, 教育, 残疾康复, 其他 (刚性支出困难家庭认定办法第5条)."""
RECEIVED = ("dibao", "tekun", "edge", "disability_living", "disability_nursing", "elder", "child")
"""低保, 特困, 低保边缘, 残疾人两项补贴, 老年人补贴, 孤儿或事实无人抚养."""
PARENT = (*get_args(Parent), "unsure")
WORK = (*get_args(Work), "unsure")


def _yes_no(name: str) -> Step:
    return choice(name, "no", "yes", "unsure")


def _disability(name: str) -> Step:
    return choice(name, "no", *get_args(Handicap), "unsure")


def _another_person(value: Value, facts: Facts) -> Words | None:
    """Nobody stands in a household twice."""
    others = [item for id_, item in facts.items_of("household").items() if id_ != facts.item]
    known = {facts.get("id"), *(item.get("member_id") for item in others)} - {None, "unsure"}
    return Words("id_number-same_person") if value in known else None


def _amounts(names: Sequence[str], suffix: str) -> list[Step]:
    return [money(f"{name}_{suffix}", skip="unsure") for name in names]


def _told_before_applying(facts: Facts) -> Sequence[Words]:
    return (*telling.findings(facts), *deciding.in_words(facts), *referrals.in_words(facts))


STEPS: list[Step | list[Step]] = [
    consent("notice", "agree", "decline"),
    residence.township(skip="elsewhere"),
    residence.village(skip="unknown"),
    choice("tonight", "no", "yes"),
    many("needs", "food", "shelter", "medicine", "warmth", none="something_else"),
    choice("for_whom", "self", "other"),
    choice("mandate", "asked", "cannot", "none"),
    text("words"),
    phone("reach", skip="none"),
    person_name("proxy_name"),
    choice("proxy_is", "family", "neighbour", "village_staff", "somebody"),
    card.photo_of_card(),
    card.card_check(name="name", number="id"),
    person_name("name"),
    id_number("id", skip="unsure"),
    number("age", 0, 130, skip="unsure"),
    choice("hukou_place", "here", "county", "elsewhere", "unsure"),
    residence.township("hukou_township", skip="unsure"),
    choice("hukou", "rural", "urban", "unsure"),
    _yes_no("ill"),
    _disability("disabled"),
    choice("level", *telling.LEVEL, "unsure"),
    choice("school", "no", "school", "higher", "unsure"),
    choice("father", *PARENT),
    choice("mother", *PARENT),
    choice("work", *WORK),
    repeat(
        "household",
        choice("relation", "spouse", "child", "parent", "sibling", "grandchild", "grandparent", "relative"),
        person_name("member_name", skip="unsure"),
        id_number("member_id", skip="unsure", must=[_another_person]),
        number("member_age", 0, 130, skip="unsure"),
        _yes_no("member_ill"),
        _disability("member_disabled"),
        choice("member_level", *telling.LEVEL, "unsure"),
        choice("member_school", "no", "school", "higher", "unsure"),
        choice("member_father", *PARENT),
        choice("member_mother", *PARENT),
        choice("member_work", *WORK),
    ),
    many("received", *RECEIVED, "unsure", none="nothing"),
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
    replace(choice("apply", "yes", "later"), before=_told_before_applying),
    replace(signature("signature", of="name", skip="later"), before=letter.read),
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


def _may_work(prefix: str) -> When:
    def is_to_be_asked(facts: Facts) -> bool:
        return telling.may_work(facts, prefix)

    return is_to_be_asked


def _without_number(key: str) -> When:
    def is_unknown(facts: Facts) -> bool:
        return facts[key] in {"unsure"}

    return is_unknown


def _one_after_another(first: str, names: Sequence[str], suffix: str, then: str) -> list[Route]:
    """From the question what there is through the amount of each that there is."""
    steps = [f"{name}_{suffix}" for name in names]
    routes: list[Route] = []
    for at, here in enumerate([first, *steps]):
        routes += [(here, telling.has(first, name), to) for name, to in list(zip(names, steps, strict=True))[at:]]
        routes.append((here, ALWAYS, then))
    return routes


def _about(prefix: str, ill: str, then: str) -> list[Route]:
    """Health, disability, school, parents and work, of the applicant or of a member."""
    age = "age" if not prefix else f"{prefix}age"
    disabled, level, school = f"{prefix}disabled", f"{prefix}level", f"{prefix}school"
    father, mother, work = f"{prefix}father", f"{prefix}mother", f"{prefix}work"
    routes: list[Route] = [
        (ill, ALWAYS, disabled),
        (disabled, telling.shows_a_level(disabled), level),
    ]
    for here in (disabled, level, school):
        if here != school:
            routes.append((here, _of_school_age(age), school))
        routes += [(here, _under_18(age), father), (here, _may_work(prefix), work), (here, ALWAYS, then)]
    routes += [(father, ALWAYS, mother), (mother, _may_work(prefix), work), (mother, ALWAYS, then)]
    return [*routes, (work, ALWAYS, then)]


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
    ("words", ALWAYS, "reach"),
    ("reach", telling.is_urgent, "urgent"),
    ("reach", ALWAYS, "reported"),
    ("proxy_name", ALWAYS, "proxy_is"),
    ("proxy_is", card.can_be_read, "card"),
    ("proxy_is", ALWAYS, "name"),
    ("card", picked("typed"), "name"),
    ("card", ALWAYS, "card_check"),
    ("card_check", ALWAYS, "name"),
    ("name", ALWAYS, "id"),
    ("id", _without_number("id"), "age"),
    ("id", ALWAYS, "hukou_place"),
    ("age", ALWAYS, "hukou_place"),
    ("hukou_place", picked("county"), "hukou_township"),
    ("hukou_place", ALWAYS, "hukou"),
    ("hukou_township", ALWAYS, "hukou"),
    ("hukou", ALWAYS, "ill"),
    *_about("", "ill", "household"),
    ("household", picked("done"), "received"),
    ("relation", ALWAYS, "member_name"),
    ("member_name", ALWAYS, "member_id"),
    ("member_id", _without_number("member_id"), "member_age"),
    ("member_id", ALWAYS, "member_ill"),
    ("member_age", ALWAYS, "member_ill"),
    *_about("member_", "member_ill", "household"),
    ("received", ALWAYS, "events"),
    ("events", ALWAYS, "sources"),
    *_one_after_another("sources", SOURCES, "amount", "property"),
    ("property", ALWAYS, "bills"),
    *_one_after_another("bills", BILLS, "bill", "obliged"),
    ("obliged", ALWAYS, "kin_of_staff"),
    ("kin_of_staff", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "apply"),
    ("apply", picked("later"), "later"),
    ("apply", signing.signs_here, "signature"),
    ("apply", ALWAYS, "filed"),
    ("signature", ALWAYS, "filed"),
]

ENDINGS = {
    "filed": Authorise(
        service="assistance",
        findings=telling.findings,
        township=routing.township,
        briefing=briefing,
        args=routing.in_words,
        after=letter.obliged_too,
    ),
    "later": Advise(),
    "urgent": HandOver(
        service="assistance", urgent=True, after=telling.urgent_clocks, township=routing.township, briefing=briefing
    ),
    "reported": HandOver(service="assistance", township=routing.township, briefing=briefing),
    "at_the_office": Advise(),
}

FLOW = Flow("assistance", STEPS, ROUTES, ENDINGS, urgent=telling.is_urgent, heading="assistance", sensitive=True)
