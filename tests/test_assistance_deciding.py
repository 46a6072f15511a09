"""Who decides on temporary assistance of which amount, as people are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.speech import LANGUAGES
from flows.assistance.briefing import briefing
from flows.assistance.deciding import in_words, lines
from flows.assistance.figures import Figures
from flows.language import Facts
from flows.policy import Policy
from tests.households import DAY, HERE, JINGTAI, QINGHAI, URBAN, policy
from tests.talk import SPEECH
from tests.test_assistance_briefing import ALONE, URGENT, WORLD

BURNT: dict[str, Any] = ALONE | {"events": ("fire",)}
OLD_STANDARD = policy("jingtai", "profiles/assistance_qinghai", standards=False)


def told(answers: dict[str, Any], by: Policy) -> list[str]:
    """The message ids of what is told of the limits."""
    return [each.key for each in in_words(Facts(replace(WORLD, policy=by), "assistance", answers))]


def test_the_township_and_the_county_are_named_with_figure_day_and_source() -> None:
    """青海: 5,000 元, and five times the urban standard of a year."""
    township, county = lines(Figures(QINGHAI, DAY))
    assert township.args["most"].args["value"] == "5000"
    assert (county.args["most"], county.args["times"]) == (str(URBAN * 12 * 5), "5")
    for each in (township, county):
        assert each.args["source"]
        assert all(SPEECH.render(each, language) for language in LANGUAGES)
    assert township.args["most"].args["since"] == "2021-01-01"


def test_a_limit_counted_from_an_old_standard_is_shown_as_one() -> None:
    _, county = lines(Figures(OLD_STANDARD, DAY))
    assert (county.args["most"], county.args["standard"].key) == ("34620", "figure-stale")


@pytest.mark.parametrize("place", [HERE, JINGTAI])
def test_where_the_place_has_set_no_limits_none_are_made_up(place: Policy) -> None:
    assert told(BURNT, place) == []
    assert told(URGENT, place) == []


def test_the_limits_are_told_where_temporary_assistance_may_fit_and_when_it_is_urgent() -> None:
    """社会救助暂行办法第47、48条."""
    assert told(BURNT, QINGHAI) == ["assistance-decided"]
    assert told(ALONE | {"bills": ("medical",), "medical_bill": 100}, QINGHAI) == ["assistance-decided"]
    assert told(URGENT, QINGHAI) == ["assistance-decided"]
    assert told(ALONE, QINGHAI) == []
    assert told({"township": "luyang", "mandate": "none", "words": "没人管"}, QINGHAI) == []


def test_the_staff_are_told_as_well() -> None:
    facts = Facts(replace(WORLD, policy=QINGHAI), "assistance", BURNT)
    assert "assistance-decided" in [each.key for each in briefing(facts)]
