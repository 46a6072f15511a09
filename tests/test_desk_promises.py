"""The figures of the desk's clocks: by service and urgency, from the settings of the place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from flows import policy as policies
from flows.catalogue import FLOWS
from flows.desk.clocks import Name
from flows.desk.promises import faults, figures_for
from flows.desk.working_time import Counts
from flows.errors import FlowFault
from flows.place import parse_place
from flows.policy import Policy
from flows.world import World
from tests.made_up import NOON, PLACE, the_world
from tests.talk import SPEECH
from tests.test_place import changed

DAY = the_world(SPEECH).day
WORKING, RUNNING = Counts.WORKING, Counts.RUNNING


def figure(name: str, value: str, unit: str) -> str:
    return f'[[figure]]\nname = "{name}"\nvalue = {value}\nunit = "{unit}"\nsince = 2026-01-01\nsource = "示例"\n'


def world_of(policy: Policy) -> World:
    return replace(the_world(SPEECH), policy=policy)


def test_the_place_promises_more_to_who_is_in_danger_and_working_time_to_the_rest() -> None:
    world = the_world(SPEECH)
    assert figures_for("danger", True, world)[Name.FIRST] == (10, RUNNING)
    assert figures_for("assistance", True, world)[Name.FIRST] == (120, RUNNING)
    assert figures_for("marriage", False, world) == {
        Name.FIRST: (240, WORKING),
        Name.NEXT: (480, WORKING),
        Name.SOLUTION: (6300, WORKING),
    }


def test_twelve_and_twenty_four_hours_for_an_urgent_need_are_a_practice_that_a_place_switches_on() -> None:
    names = [*PLACE.policies, "profiles/assistance_qinghai"]
    there = world_of(policies.load(names))
    urgent = figures_for("assistance", True, there)
    assert (urgent[Name.FIRST], urgent[Name.SOLUTION]) == ((720, RUNNING), (1440, RUNNING))
    assert figures_for("marriage", True, there) == figures_for("marriage", True, the_world(SPEECH))
    assert figures_for("assistance", False, there)[Name.FIRST] == (240, WORKING)
    assert figures_for("assistance", True, world_of(policies.load(["national"]))) == {}


def test_the_figure_of_a_service_itself_wins_over_that_of_all() -> None:
    every = figure("desk.any.ordinary.first", "4", "工作小时") + figure("desk.any.ordinary.next", "8", "工作小时")
    own = figure("desk.reissue.ordinary.first", "30", "工作分钟")
    world = world_of(Policy.parse(every + own))
    assert figures_for("reissue", False, world) == {Name.FIRST: (30, WORKING), Name.NEXT: (480, WORKING)}
    assert figures_for("marriage", False, world)[Name.FIRST] == (240, WORKING)


def test_what_is_promised_from_a_later_day_on_is_no_promise_yet() -> None:
    world = world_of(Policy.parse(figure("desk.any.ordinary.first", "4", "工作小时")))
    before = NOON - timedelta(days=365)
    assert figures_for("marriage", False, replace(world, now=before, day=before.date())) == {}


@pytest.mark.parametrize(
    ("name", "value", "unit", "sentence"),
    [
        ("desk.fishing.ordinary.first", "4", "小时", "there is no service fishing"),
        ("desk.any.soon.first", "4", "小时", "is no figure of the desk"),
        ("desk.any.urgent.second", "4", "小时", "is no figure of the desk"),
        ("desk.first", "4", "小时", "there is no service desk.first"),
        ("desk.any.urgent.first", "4", "工作日", "is no time by the clock or of work"),
        ("desk.any.urgent.first", "0", "小时", "must be a whole number above zero"),
        ("desk.any.urgent.first", "true", "小时", "must be a whole number above zero"),
        ("urgent.help_hours", "2", "自然日", "is no time by the clock or of work"),
    ],
)
def test_a_figure_that_is_not_right_is_named(name: str, value: str, unit: str, sentence: str) -> None:
    (fault,) = faults(Policy.parse(figure(name, value, unit)), FLOWS, DAY)
    assert name in fault
    assert sentence in fault


def test_the_desk_works_when_its_office_is_open_and_that_has_to_be_one_there_is() -> None:
    assert PLACE.desk is PLACE.offices["marriage"]
    assert parse_place(changed('desk_office = "marriage"', 'desk_office = "ceremony"')).desk.id == "ceremony"
    first = parse_place(changed('desk_office = "marriage"', ""))
    assert first.desk is next(iter(first.offices.values()))
    with pytest.raises(FlowFault, match="desk_office names the unknown office atlantis"):
        parse_place(changed('desk_office = "marriage"', 'desk_office = "atlantis"'))
