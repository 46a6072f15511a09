"""Which township a case of social assistance goes to (一门受理)."""

from __future__ import annotations

import pytest

from flows.assistance import letter
from flows.assistance.routing import routed
from flows.language import Facts
from tests.test_assistance_briefing import ALONE
from tests.transcripts.walks import NOON, world_at

WORLD = world_at(NOON)


def facts(**told: str) -> Facts:
    """Answers of the flow."""
    return Facts(WORLD, "assistance", told)


@pytest.mark.parametrize(
    ("told", "township", "why"),
    [
        ({"township": "luyang", "hukou_place": "here"}, "luyang", "hukou_and_home"),
        ({"township": "luyang", "hukou_place": "county", "hukou_township": "wufo"}, "wufo", "hukou"),
        ({"township": "luyang", "hukou_place": "county", "hukou_township": "unsure"}, "luyang", "hukou_unknown"),
        ({"township": "luyang", "hukou_place": "elsewhere"}, "luyang", "hukou_elsewhere"),
        ({"township": "luyang", "hukou_place": "unsure"}, "luyang", "hukou_unknown"),
        ({"township": "elsewhere", "hukou_place": "county", "hukou_township": "wufo"}, "wufo", "hukou"),
        ({"township": "elsewhere", "hukou_place": "here"}, None, "nowhere"),
        ({"township": "elsewhere", "hukou_place": "elsewhere"}, None, "nowhere"),
        ({"township": "elsewhere", "hukou_place": "county", "hukou_township": "unsure"}, None, "nowhere"),
    ],
)
def test_a_case_goes_to_the_township_of_the_hukou_and_else_to_that_of_the_home(
    told: dict[str, str], township: str | None, why: str
) -> None:
    """最低生活保障审核确认办法第4、5条, 社会救助暂行办法第60条."""
    found = routed(facts(**told))
    assert (found.township, found.why.key) == (township, f"routed-{why}")


@pytest.mark.parametrize(("home", "township"), [("luyang", "luyang"), ("elsewhere", None)])
def test_an_urgent_need_goes_where_the_person_is(home: str, township: str | None) -> None:
    """社会救助暂行办法第48条: nothing is asked of the hukou."""
    found = routed(facts(township=home, tonight="yes"))
    assert (found.township, found.why.key) == (township, f"routed-{'in_need' if township else 'nowhere'}")


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"hukou_place": "county", "hukou_township": "wufo"}, "township-wufo"),
        ({"hukou_place": "here"}, "township-luyang"),
        ({"township": "elsewhere", "hukou_place": "elsewhere"}, "letter-township_elsewhere"),
    ],
)
def test_the_letter_authorises_the_township_the_case_goes_to(told: dict[str, str], named: str) -> None:
    lines, _ = letter.of(Facts(WORLD, "assistance", ALONE | told))
    assert named in [words.args["township"].key for _, words in lines if "township" in words.args]
