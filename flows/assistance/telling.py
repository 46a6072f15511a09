"""From the answers to the household they tell of, and from what was found of it to the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from flows.assistance import persons
from flows.assistance.categories import Category
from flows.assistance.figures import Figures, amount
from flows.assistance.household import (
    UNKNOWN_AMOUNT,
    Disability,
    Event,
    Handicap,
    Household,
    Hukou,
    Member,
    Obliged,
    Parent,
    Received,
    Span,
    Work,
    exactly,
    total,
)
from flows.assistance.screening import Finding, Screening, screen
from flows.inputs.id_number import describe
from flows.language import Facts
from flows.language.routes import When
from flows.words import Value, Words

AT_SCHOOL = range(6, 30)
"""Ages at which the school is asked for."""
LEVEL = {"one": 1, "two": 2, "three": 3, "four": 4}
FEN = Decimal(100)
PENSION = "pension"
"""The pension of residents (城乡居民养老金) among the sources of income."""
SOURCE = "source-"
"""A rule is named by its message; a figure brings its source along in words."""


def is_urgent(facts: Facts) -> bool:
    """Something is needed tonight."""
    return facts.get("tonight") == "yes"


def is_report(facts: Facts) -> bool:
    """Somebody else's need is told of, by who does not speak for them (主动发现)."""
    return facts.get("mandate") == "none"


def is_asked(facts: Facts) -> bool:
    """Every question about the household was answered; an urgent need and a report have none of them."""
    return "obliged" in facts


def has(step: str, name: str) -> When:
    """True when a ``many`` was answered with this option."""

    def is_among(facts: Facts) -> bool:
        return name in cast(tuple[str, ...], facts[step])

    return is_among


def shows_a_level(step: str) -> When:
    """True when a type of disability was given."""

    def is_a_type(facts: Facts) -> bool:
        return facts[step] not in {"no", "unsure"}

    return is_a_type


def age_of(facts: Facts, step: str) -> int | None:
    """The age a person has on the policy day: by the ID number, else as it was said."""
    return _age(facts, step, step.replace("age", "id"), facts.day)


def member_age(item: Mapping[str, Value], day: date) -> int | None:
    """The age of one of the household on a day."""
    return _age(item, "member_age", "member_id", day)


def may_work(facts: Facts, prefix: str) -> bool:
    """Whether to ask if the applicant, or the member just asked about, works: who is neither a child nor old nor so
    disabled that there is no labour capacity (特困人员认定办法第5条), and is not at school."""
    names = ("disabled", "level", "school")
    said = {name: facts.get(f"{prefix}{name}") for name in names} | {"age": age_of(facts, f"{prefix}age")}
    member, figures = _member(said), Figures(facts.world.policy, facts.day)
    if member.age is None or member.at_school in {"school", "higher"}:
        return False
    of_age = figures.whole("tekun.minor_age") <= member.age < figures.whole("tekun.elder_age")
    return of_age and not persons.is_too_disabled_to_work(member, figures)


def household_of(facts: Facts) -> Household:
    """The household, with None for whatever was answered with not knowing it."""
    others = tuple(_member(_of_member(item, facts.day)) for item in facts.items_of("household").values())
    return Household(
        members=(_applicant(facts), *others),
        hukou=cast(Hukou | None, _known(facts.get("hukou"))),
        income=_sum(facts, "sources", "amount", lambda name: name != PENSION),
        resident_pension=_sum(facts, "sources", "amount", lambda name: name == PENSION),
        property_kinds=_some(facts, "property"),
        spending=_sum(facts, "bills", "bill"),
        events=cast(frozenset[Event] | None, _some(facts, "events")),
        obliged=cast(Obliged | None, _known(facts.get("obliged"))),
        is_urgent=is_urgent(facts),
        received=_received(facts),
    )


def screening_of(facts: Facts) -> Screening:
    """What was found of it on the policy day."""
    return screen(household_of(facts), Figures(facts.world.policy, facts.day))


def findings(facts: Facts) -> Sequence[Words]:
    """Every category worth looking at, in words, and where it is to be applied for when the hukou is elsewhere."""
    elsewhere = (Words("assistance-hukou_elsewhere"),) if facts["hukou_place"] == "elsewhere" else ()
    return (*in_words(screening_of(facts)), *elsewhere)


def in_words(found: Screening) -> Sequence[Words]:
    """Every category worth looking at, the likely ones first; that there is none is said as well."""
    none = Words("screened-none_besides" if found.received else "screened-none")
    return tuple(_told(found, category) for category in found.candidates) or (none,)


def urgent_clocks(facts: Facts) -> Sequence[Words]:
    """By when an urgent need is answered and helped, where the place has set it (急难救助)."""
    return clocks(Figures(facts.world.policy, facts.day))


def clocks(figures: Figures) -> Sequence[Words]:
    """The hours of the place from the report on; nothing is said where it has none."""
    answer, help_ = figures.find("urgent.answer_hours"), figures.find("urgent.help_hours")
    if answer is None or help_ is None:
        return ()
    hours = {"answer": int(amount(answer)), "help": int(amount(help_))}
    return (Words("assistance-clocks", {**hours, "source": answer.source}),)


def _told(found: Screening, category: Category) -> Words:
    judgement = found.judged[category]
    told: dict[str, Value] = {
        "category": Words(f"category-{category}"),
        "lines": judgement.reasons,
        "sources": tuple(Words(each) if each.startswith(SOURCE) else each for each in judgement.sources),
    }
    if found.finding(category) is Finding.MORE:
        told["change"] = tuple(Words(f"fact-{each}") for each in judgement.would_change)
    return Words(f"screened-{found.finding(category).value}", told)


def _applicant(facts: Facts) -> Member:
    names = ("ill", "disabled", "level", "school", "father", "mother", "work")
    return _member({name: facts.get(name) for name in names} | {"age": age_of(facts, "age")})


def _of_member(item: Mapping[str, Value], day: date) -> dict[str, Value]:
    said = {name.removeprefix("member_"): value for name, value in item.items()}
    return said | {"age": member_age(item, day)}


def _age(said: Mapping[str, Value], age: str, number: str, day: date) -> int | None:
    if (card := said[number]) != "unsure":
        birth = describe(card).birth
        return None if birth is None else years(birth, day)
    told = said.get(age)
    return told if isinstance(told, int) else None


def _member(said: Mapping[str, Value]) -> Member:
    age, disabled, level = said.get("age"), _known(said.get("disabled")), said.get("level")
    disability = None
    if disabled not in {None, "no"}:
        disability = Disability(cast(Handicap, disabled), LEVEL.get(str(level)))
    return Member(
        age=age if isinstance(age, int) else None,
        is_disabled=None if disabled is None else disabled != "no",
        disability=disability,
        is_severely_ill=_yes(said.get("ill")),
        at_school=_school(age if isinstance(age, int) else None, said.get("school")),
        father=cast(Parent | None, _known(said.get("father"))),
        mother=cast(Parent | None, _known(said.get("mother"))),
        work=cast(Work | None, _known(said.get("work"))),
    )


def _school(age: int | None, said: Value) -> Literal["no", "school", "higher"] | None:
    """What was said, or that nobody of that age is at school."""
    if said is None:
        return None if age is None else "no"
    return cast(Literal["no", "school", "higher"] | None, _known(said))


def _known(value: Value) -> Value:
    return None if value == "unsure" else value


def _yes(value: Value) -> bool | None:
    return {"yes": True, "no": False}.get(str(value))


def _some(facts: Facts, step: str) -> frozenset[str] | None:
    """What was chosen of several; None where that is not known."""
    chosen = facts.get(step)
    if not isinstance(chosen, tuple) or "unsure" in chosen:
        return None
    return frozenset(cast(tuple[str, ...], chosen)) - {"nothing"}


def _received(facts: Facts) -> frozenset[Received] | None:
    """What is received already; an orphan and a child nobody brings up in fact are one answer."""
    chosen = _some(facts, "received")
    if chosen is None:
        return None
    children = {"orphan", "unsupported"} if "child" in chosen else set()
    return cast(frozenset[Received], (chosen - {"child"}) | children)


def _sum(facts: Facts, step: str, suffix: str, counts: Callable[[str], bool] = lambda _: True) -> Span:
    """The sum of the amounts that count, in 元: what was said not to be known may be anything."""
    chosen = facts.get(step)
    if not isinstance(chosen, tuple):
        return UNKNOWN_AMOUNT
    names = [name for name in map(str, chosen) if name != "nothing" and counts(name)]
    return total(_amount(facts.get(f"{name}_{suffix}")) for name in names)


def _amount(fen: Value) -> Span:
    return exactly(Decimal(fen) / FEN) if isinstance(fen, int) else UNKNOWN_AMOUNT


def years(born: date, day: date) -> int:
    """Completed years (周岁)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
