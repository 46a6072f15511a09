"""What staff are told with a case of social assistance besides its findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.speech import LANGUAGES
from flows.assistance.briefing import briefing
from flows.language import Facts
from flows.words import Words, to_plain
from tests.households import policy
from tests.talk import SPEECH
from tests.transcripts.walks import NOON, world_at

WORLD = world_at(NOON)
ALONE: dict[str, Any] = {
    **{"township": "luyang", "tonight": "no", "for_whom": "self", "name": "张三", "id": "unsure", "age": 71},
    **{"hukou_place": "here", "hukou": "rural", "ill": "no", "disabled": "no", "household": "done"},
    **{"events": ("nothing",), "sources": ("nothing",), "property": ("nothing",), "bills": ("nothing",)},
    **{"received": ("nothing",), "obliged": "none", "kin_of_staff": "no"},
}
URGENT: dict[str, Any] = {"township": "luyang", "tonight": "yes", "needs": ("food", "warmth"), "words": "没有吃的"}


def told(answers: dict[str, Any], *places: str) -> dict[str, Words]:
    """The lines of the briefing by message id."""
    world = replace(WORLD, policy=policy("jingtai", *places, standards=False))
    lines = briefing(Facts(world, "assistance", answers))
    for line in lines:
        to_plain(line)
        assert all(SPEECH.render(line, language) for language in LANGUAGES)
    return {line.key.removeprefix("briefing-"): line for line in lines}


def test_a_plain_case_says_where_it_goes_and_why() -> None:
    lines = told(ALONE)
    assert list(lines) == ["township", "referral"]
    assert lines["township"].args["why"].key == "routed-hukou_and_home"


@pytest.mark.parametrize(("kin", "said"), [("yes", "kin_yes"), ("unsure", "kin_unsure"), ("no", None)])
def test_kin_of_staff_is_to_be_registered_separately(kin: str, said: str | None) -> None:
    """最低生活保障审核确认办法第11条."""
    assert [key for key in told(ALONE | {"kin_of_staff": kin}) if key.startswith("kin")] == ([said] if said else [])


def test_what_is_missing_is_said_by_category() -> None:
    line = told(ALONE | {"obliged": "unsure"})["missing"]
    assert line.args["category"].key == "category-tekun"
    assert [each.key for each in line.args["facts"]] == ["fact-obliged"]


@pytest.mark.parametrize("mandate", ["asked", "cannot"])
def test_who_speaks_for_somebody_is_named_with_the_mandate(mandate: str) -> None:
    """最低生活保障审核确认办法第6条."""
    proxy = {"for_whom": "other", "mandate": mandate, "proxy_name": "李四", "proxy_is": "neighbour"}
    line = told(ALONE | proxy)[f"mandate_{mandate}"]
    assert (line.args["name"], line.args["relation"].key) == ("李四", "assistance-proxy_is.neighbour")


def test_a_reported_need_is_said_to_be_one_and_nothing_is_judged() -> None:
    report = {"township": "luyang", "tonight": "no", "for_whom": "other", "mandate": "none", "words": "没人管"}
    assert list(told(report)) == ["township", "report"]


def test_an_urgent_need_has_the_clocks_of_the_place_from_the_report_on() -> None:
    """青海: 12 and 24 hours."""
    lines = told(URGENT, "profiles/assistance_qinghai")
    assert [each.key for each in lines["urgent"].args["needs"]] == ["assistance-needs.food", "assistance-needs.warmth"]
    assert lines["answer_by"].args["at"] == WORLD.now + timedelta(hours=12)
    assert lines["help_by"].args["at"] == WORLD.now + timedelta(hours=24)
    assert "no_hours" not in lines


def test_where_the_place_has_no_hours_none_are_made_up() -> None:
    assert list(told(URGENT)) == ["urgent", "no_hours", "township"]
