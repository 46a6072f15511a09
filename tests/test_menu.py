"""The menu: services of one heading stand under one entry, and everything is still found by its name."""

from __future__ import annotations

import pytest

from bot.app import App
from flows.catalogue import FLOWS
from flows.dialogue.menu import TO_MENU, entries, heading_of
from flows.language import ALWAYS, Advise, Flow, choice
from flows.language.questions import PERSON
from tests.talk import Talk

READABLE = 9
"""Entries an old person still takes in; more are a second page, and are not read aloud."""


def a_flow(name: str, heading: str | None = None) -> Flow:
    """A flow of one question."""
    return Flow(name, [choice("what", "a")], [("what", ALWAYS, "told")], {"told": Advise()}, heading=heading)


def menu(*flows: Flow, aside: str = "menu") -> list[str]:
    """The entries of the menu of these services."""
    return list(entries({flow.name: flow for flow in flows}, aside))


def test_services_of_one_heading_are_one_entry_where_the_first_of_them_stood() -> None:
    flows = a_flow("a", "x"), a_flow("b"), a_flow("c", "x"), a_flow("d", "y"), a_flow("e", "y")
    assert menu(*flows) == ["menu:x", "b", "menu:y", PERSON]
    assert menu(*flows, aside="menu:x") == ["a", "c", TO_MENU]


def test_a_heading_with_one_service_is_that_service() -> None:
    assert menu(a_flow("a", "x"), a_flow("b", "y"), a_flow("c")) == ["a", "b", "c", PERSON]


def test_every_service_is_reached_from_a_menu_that_can_be_taken_in() -> None:
    top = list(entries(FLOWS, "menu"))
    below = [name for entry in top if heading_of(entry) for name in entries(FLOWS, entry) if name != TO_MENU]
    assert len(top) <= READABLE
    assert sorted(below + [name for name in top if name in FLOWS]) == sorted(FLOWS)


@pytest.mark.parametrize("service", FLOWS)
async def test_a_service_is_begun_by_numbers_alone(app: App, service: str) -> None:
    talk = Talk(app)
    await talk.say("菜单")
    heading = FLOWS[service].heading
    if f"menu:{heading}" in talk.options:
        await talk.say(str(talk.options.index(f"menu:{heading}") + 1))
        assert talk.keys == ["menu-under"]
    await talk.say(str(talk.options.index(service) + 1))
    assert any(key.startswith((f"{service}-", "identity-")) for key in talk.keys)


async def test_a_part_of_the_menu_is_left_again_by_back_and_by_its_own_entry(app: App) -> None:
    talk = Talk(app)
    await talk.say("菜单")
    for way_out in ("返回", "菜单", "5"):
        await talk.tap("menu:divorce")
        assert talk.keys == ["menu-under"]
        await talk.say(way_out)
        assert talk.keys == ["menu"]


async def test_over_a_service_the_menu_and_its_parts_lead_back_to_the_open_question(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "菜单")
    await talk.tap("menu:divorce")
    await talk.all("返回", "返回")
    assert talk.keys == ["marriage-notice"]


async def test_a_service_is_named_in_ones_own_words_in_any_part_of_the_menu(app: App) -> None:
    talk = Talk(app)
    await talk.say("菜单")
    await talk.tap("menu:divorce")
    await talk.say("补领结婚证")
    assert talk.keys[0].startswith("reissue-")
