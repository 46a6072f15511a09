"""What a household receives already is not told as new, and what goes beside it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast, get_args

import pytest

from bot.speech import LANGUAGES
from flows.assistance.briefing import briefing
from flows.assistance.categories import CATEGORIES
from flows.assistance.figures import Figures
from flows.assistance.flow import RECEIVED
from flows.assistance.household import Household, Received
from flows.assistance.screening import screen
from flows.assistance.telling import household_of, in_words
from flows.language import Facts
from tests.households import DAY, HERE, URBAN, disabled, household, member
from tests.talk import SPEECH
from tests.test_assistance_briefing import ALONE, WORLD


def told(of: Household, *received: str) -> list[str]:
    """The categories that are told of."""
    known = cast(frozenset[Received], frozenset(received))
    return list(screen(replace(of, received=known), Figures(HERE, DAY)).candidates)


POOR = household(member(70), each=0, obliged="none")
DISABLED = household(disabled("limb", 1), member(), each=300)


@pytest.mark.parametrize(
    ("of", "received", "left"),
    [
        (POOR, (), ["dibao", "tekun", "elder"]),
        (POOR, ("dibao",), ["tekun", "elder"]),
        (POOR, ("elder",), ["dibao", "tekun"]),
        (POOR, ("tekun",), ["elder"]),
        (POOR, ("tekun", "elder"), []),
        (DISABLED, (), ["dibao", "disability_living", "disability_nursing"]),
        (DISABLED, ("dibao",), ["disability_living", "disability_nursing"]),
        (DISABLED, ("dibao", "disability_living", "disability_nursing"), []),
        (DISABLED, ("tekun",), ["dibao", "disability_living", "disability_nursing"]),
    ],
)
def test_what_is_received_is_not_told_again_and_what_goes_beside_it_is(
    of: Household, received: tuple[str, ...], left: list[str]
) -> None:
    """国发〔2015〕52号第二条 goes beside 低保; 国发〔2016〕14号: 特困 does not, for the same person."""
    assert told(of, *received) == left


def test_a_household_on_the_margin_or_the_allowance_is_none_of_spending_hardship() -> None:
    """刚性支出困难家庭认定办法第4条第1项."""
    burdened = household(each=2300, spending=household(each=20000).income)
    assert "rigid" in told(burdened)
    for received in ("dibao", "edge"):
        assert "rigid" not in told(burdened, received)


def test_who_is_on_the_margin_may_still_apply_for_the_allowance_alone() -> None:
    """最低生活保障审核确认办法第8条."""
    on_it = household(disabled("limb", 1), member(), each=URBAN + 1)
    assert "single" in told(on_it, "edge")
    assert "edge" not in told(on_it, "edge")


def test_temporary_assistance_goes_beside_everything() -> None:
    """社会救助暂行办法第47条 names households on the allowance."""
    assert told(household(each=0, events=frozenset({"fire"})), *get_args(Received))[:1] == ["temporary"]


def test_where_another_member_may_lack_it_it_is_still_told() -> None:
    couple = household(member(70), member(66), each=0)
    assert "elder" in told(couple, "elder")
    assert "elder" not in told(household(member(70), member(40), each=0), "elder")


def test_a_disabled_member_of_a_household_on_the_allowance_may_have_the_subsidy_whatever_comes_in() -> None:
    """国发〔2015〕52号第二条第1项."""
    well_off = household(disabled("hearing", 4), each=2 * URBAN)
    assert told(well_off) == []
    assert told(well_off, "dibao") == ["disability_living"]


def test_an_orphan_is_none_of_the_destitute_and_has_the_nursing_subsidy() -> None:
    """特困人员认定办法第9条, 国发〔2015〕52号."""
    child = household(disabled("limb", 1, 10, father="dead", mother="dead"), each=0, obliged="none")
    assert {"orphan", "tekun", "disability_living", "disability_nursing"} <= set(told(child))
    assert told(child, "orphan", "unsupported") == ["dibao", "disability_nursing"]


def lines(received: tuple[str, ...], **more: Any) -> list[str]:
    """The message ids of what staff are told of it."""
    world = replace(WORLD, policy=HERE)
    said = briefing(Facts(world, "assistance", ALONE | {"received": received} | more))
    assert all(SPEECH.render(each, language) for each in said for language in LANGUAGES)
    return [each.key for each in said if each.key.startswith("briefing-received")]


def test_staff_are_told_what_is_received_already() -> None:
    assert lines(("nothing",)) == []
    assert lines(("unsure",)) == ["briefing-received_unsure"]
    assert lines(("dibao", "child")) == ["briefing-received"]
    couple: dict[str, Any] = {"household@a": "a", "member_id@a": "unsure", "member_age@a": 70}
    assert lines(("elder",), **couple) == ["briefing-received", "briefing-received_others"]


def test_that_nothing_more_was_seen_is_said_as_such() -> None:
    nothing = household(each=5000)
    assert [each.key for each in in_words(screen(nothing, Figures(HERE, DAY)))] == ["screened-none"]
    on_it = replace(nothing, received=frozenset({"dibao"}))
    assert [each.key for each in in_words(screen(on_it, Figures(HERE, DAY)))] == ["screened-none_besides"]


def test_every_answer_is_of_a_category() -> None:
    facts = Facts(WORLD, "assistance", ALONE | {"received": RECEIVED})
    assert household_of(facts).received == frozenset(get_args(Received))
    assert set(get_args(Received)) < set(CATEGORIES)
