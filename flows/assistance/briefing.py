"""What staff are told with a case besides its findings: whose it is, what is missing, what is to be minded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import cast

from flows.assistance import deciding, referrals, routing, telling
from flows.assistance.figures import Figures, amount
from flows.assistance.screening import Finding, Screening
from flows.language import Facts
from flows.words import Words

HOURS = (("urgent.answer_hours", "briefing-answer_by"), ("urgent.help_hours", "briefing-help_by"))
"""The clocks of an urgent need (急难救助) that a place may have, from the report on."""


def briefing(facts: Facts) -> Sequence[Words]:
    """Everything there is to tell of a case, what is urgent first. The report is the turn that files it."""
    lines = [*_urgency(facts), _township(facts), *_mandate(facts)]
    if telling.is_asked(facts):
        found = telling.screening_of(facts)
        lines += [*_received(facts, found), *_kin(facts), *_work(facts), *_missing(found), *_pairing(facts, found)]
    lines += deciding.in_words(facts)
    return [*lines, *(Words("briefing-referral", {"referral": each}) for each in referrals.lines(facts))]


def _urgency(facts: Facts) -> Iterator[Words]:
    """What is needed tonight, and until when; help comes before the papers (先行救助, 民发〔2018〕23号)."""
    if not telling.is_urgent(facts):
        return
    needs = cast(tuple[str, ...], facts["needs"])
    yield Words("briefing-urgent", {"needs": tuple(Words(f"assistance-needs.{each}") for each in needs)})
    found = [(Figures(facts.world.policy, facts.day).find(name), key) for name, key in HOURS]
    for figure, key in found:
        if figure is not None:
            hours = int(amount(figure))
            by = facts.world.now + timedelta(hours=hours)
            yield Words(key, {"at": by, "hours": hours, "source": figure.source})
    if all(figure is None for figure, _ in found):
        yield Words("briefing-no_hours")


def _township(facts: Facts) -> Words:
    return Words("briefing-township", {**routing.in_words(facts), "why": routing.routed(facts).why})


def _mandate(facts: Facts) -> Iterator[Words]:
    """Who speaks for somebody (最低生活保障审核确认办法第6条: 委托手续), or reports a need (第6条第2款)."""
    if telling.is_report(facts):
        yield Words("briefing-report")
    elif "proxy_name" in facts:
        who = {"name": facts["proxy_name"], "relation": Words(f"assistance-proxy_is.{facts['proxy_is']}")}
        yield Words(f"briefing-mandate_{facts['mandate']}", who)


def _received(facts: Facts, found: Screening) -> Iterator[Words]:
    """What was said to be received already: it is not told as new, unless another member may lack it."""
    received = telling.household_of(facts).received
    if received is None:
        yield Words("briefing-received_unsure")
    elif received:
        shown = tuple(f"assistance-received.{each}" for each in cast(tuple[str, ...], facts["received"]))
        yield Words("briefing-received", {"what": tuple(map(Words, shown))})
        others = tuple(Words(f"category-{each}") for each in found.candidates if each in received)
        if others:
            yield Words("briefing-received_others", {"what": others})


def _kin(facts: Facts) -> Iterator[Words]:
    """近亲属单独登记备案 (最低生活保障审核确认办法第11条、第20条第2款)."""
    if facts["kin_of_staff"] != "no":
        yield Words(f"briefing-kin_{facts['kin_of_staff']}")


def _pairing(facts: Facts, found: Screening) -> Iterator[Words]:
    """结对帮扶 of children without parents' care, where the place has it."""
    figure = Figures(facts.world.policy, facts.day).find("child.pairing")
    children = {found.finding("orphan"), found.finding("unsupported")}
    if figure is not None and children & {Finding.LIKELY, Finding.PERSON, Finding.RECEIVED}:
        yield Words("briefing-pairing", {"how": str(figure.value), "source": figure.source})


def _work(facts: Facts) -> Iterator[Words]:
    """Who works, and what follows (最低生活保障审核确认办法第13、34条)."""
    works = [member.work for member in telling.household_of(facts).members]
    if {"works", "odd_jobs"} & set(works) or "wages" in facts["sources"]:
        yield Words("briefing-work_costs")
    for what in ("no_work", "cannot"):
        if what in works:
            yield Words(f"briefing-{what}", {"people": works.count(what)})


def _missing(found: Screening) -> Iterator[Words]:
    """What would change a finding, by category."""
    for category in found.candidates:
        if found.finding(category) is Finding.MORE:
            missing = tuple(Words(f"fact-{each}") for each in found.judged[category].would_change)
            yield Words("briefing-missing", {"category": Words(f"category-{category}"), "facts": missing})
