"""Who decides on temporary assistance (临时救助) up to which amount, as far as the place has set it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from flows.assistance import telling
from flows.assistance.figures import Figures, amount, plain, shown
from flows.assistance.screening import Finding, county_most
from flows.language import Facts
from flows.words import Words


def lines(figures: Figures) -> tuple[Words, ...]:
    """The township's limit and the county's, each with figure, date and source (社会救助暂行办法第48条)."""
    told = []
    township, times = figures.find("temporary.township_most"), figures.find("temporary.county_most_times")
    if township is not None:
        told.append(Words("decided-township", {"most": shown(township), "source": township.source}))
    most, urban = county_most(figures), figures.dibao("urban")
    if most is not None and times is not None and urban is not None:
        about = {"most": plain(most), "times": plain(amount(times)), "standard": shown(urban), "source": times.source}
        told.append(Words("decided-county", about))
    return tuple(told)


def in_words(facts: Facts) -> Sequence[Words]:
    """One message where temporary assistance is worth looking at; nothing where the place has set no limits."""
    if not telling.is_urgent(facts) and not _is_candidate(facts):
        return ()
    told = lines(Figures(facts.world.policy, facts.day))
    return (Words("assistance-decided", {"lines": told}),) if told else ()


def _is_candidate(facts: Facts) -> bool:
    return telling.is_asked(facts) and telling.screening_of(facts).finding("temporary") is not Finding.NOT_SEEN
