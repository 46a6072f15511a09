"""The menu of the Official Account: what the command makes of the place, and that every tap does what it says."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.speech import LANGUAGES, Speech
from bot.wechat.menu import menu_faults, menu_of
from flows.catalogue import FLOWS
from tests.made_up import PLACE, locales_with
from tests.talk import SPEECH, HandClock
from tests.telegram import PAGE
from tests.wechat import WeChatTalk, a_chat, log, quiet
from tests.wechat_platform import Platform, running
from tests.wechat_platform_rules import check_menu

ROOT = Path(__file__).parent.parent
TOLD = {
    "command:menu": "menu",
    "command:info": "aside-info",
    "command:person": "handoff-taken",
    "command:language": "aside-language",
    "command:help": "help",
    "command:exit": "exit-done",
}
"""What is said to a tap on a command, among the rest."""


def settings_of(platform: Platform, directory: Path) -> dict[str, str]:
    """The environment of a desk that has the account."""
    there = platform.account
    own = {
        "DATA_DIR": str(directory),
        "PUBLIC_URL": PAGE,
        "WECHAT_APP_ID": there.appid,
        "WECHAT_SECRET": there.secret,
        "WECHAT_TOKEN": there.token,
        "WECHAT_API": platform.url,
    }
    plain = {name: value for name, value in os.environ.items() if not name.startswith("YIZHENG_")}
    return plain | {f"YIZHENG_{name}": value for name, value in own.items()}


async def command(env: Mapping[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    line = [sys.executable, "-m", "bot", "wechat", "menu", *more]
    return await asyncio.to_thread(subprocess.run, line, cwd=ROOT, env=dict(env), capture_output=True, text=True)


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat."""
    async with a_chat(tmp_path, clock) as opened:
        yield opened


async def made(talk: WeChatTalk, directory: Path) -> Mapping[str, Any]:
    """The menu that the command has made."""
    done = await command(settings_of(talk.platform, directory))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    assert talk.platform.menu is not None
    return talk.platform.menu


def buttons(menu: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The entries under all headings."""
    return [button for heading in menu["button"] for button in heading["sub_button"]]


async def tapped(talk: WeChatTalk, key: str) -> list[str]:
    """The ids of what is said to a tap on an entry."""
    shown = len(talk.seat.messages)
    talk.seat.clicks(key)
    await quiet(talk)
    assert len(talk.seat.messages) == shown + 1
    while not talk.bot.taken.empty():
        _, talk.last = talk.bot.taken.get_nowait()
    return talk.keys


# --- what is made ---


async def test_the_command_makes_the_menu_of_the_place_in_words(talk: WeChatTalk, tmp_path: Path) -> None:
    menu = await made(talk, tmp_path / "other")
    assert menu == menu_of(PLACE, SPEECH, "zh-Hans", PAGE)
    assert len(buttons(menu)) == sum(len(entries) for entries in PLACE.wechat_menu.values())
    assert "\\u" not in talk.platform.calls_of("menu/create")[-1].body.decode()
    assert talk.platform.faults == []


async def test_what_is_shown_is_what_would_be_made_and_nothing_is_made(tmp_path: Path) -> None:
    with running() as platform:
        done = await command(settings_of(platform, tmp_path), "--show")
        assert json.loads(done.stdout) == menu_of(PLACE, SPEECH, "zh-Hans", PAGE)
        assert platform.menu is None


@pytest.mark.parametrize("missing", ["WECHAT_SECRET", "PUBLIC_URL"])
async def test_without_a_setting_nothing_is_made_and_the_setting_is_named(tmp_path: Path, missing: str) -> None:
    with running() as platform:
        env = settings_of(platform, tmp_path)
        del env[f"YIZHENG_{missing}"]
        done = await command(env)
        assert done.returncode == 2
        assert f"YIZHENG_{missing}" in done.stderr
        assert platform.menu is None


async def test_what_the_platform_refuses_is_said_with_its_code_and_without_the_secret(tmp_path: Path) -> None:
    with running() as platform:
        platform.refuses_calls(errcode=40018, method="menu/create")
        done = await command(settings_of(platform, tmp_path))
        assert done.returncode == 2
        assert "40018" in done.stderr
        assert platform.account.secret not in done.stderr
        assert done.stdout == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_platform_takes_the_menu_in_every_language(language: str) -> None:
    assert check_menu(menu_of(PLACE, SPEECH, language, PAGE))


# --- what does not fit ---


def faults(menu: Mapping[str, tuple[str, ...]], speech: Speech = SPEECH) -> list[str]:
    """What is wrong with a menu of the place."""
    return list(menu_faults(replace(PLACE, wechat_menu=menu), FLOWS, speech))


def test_the_menu_of_the_place_fits_and_so_does_none() -> None:
    assert faults(PLACE.wechat_menu) == []
    assert faults({}) == []


@pytest.mark.parametrize(
    ("menu", "named"),
    [
        ({"mine": ("fishing",)}, "place jingtai, wechat_menu, mine, fishing: neither"),
        ({"mine": ("command:fish",)}, "place jingtai, wechat_menu, mine, command:fish: neither"),
        ({"mine": ("person",)}, "place jingtai, wechat_menu, mine, person: neither"),
        ({"mine": ()}, "place jingtai, wechat_menu, mine: 0 entries"),
        ({"mine": ("page",) * 6}, "place jingtai, wechat_menu, mine: 6 entries"),
    ],
)
def test_a_menu_that_does_not_fit_is_named_with_place_and_entry(menu: dict[str, tuple[str, ...]], named: str) -> None:
    (told,) = faults(menu)
    assert told.startswith(named)


def test_a_heading_too_many_and_one_without_a_name_are_named() -> None:
    told = faults(dict.fromkeys(("services", "mine", "people", "more"), ("page",)))
    assert told[0] == "place jingtai, wechat_menu: 4 headings, and there is room for 3"
    assert told[1:] == [
        f"place jingtai, wechat_menu, more: the message wechat-menu_more is missing in {language}"
        for language in LANGUAGES
    ]


LONG = "k" * 41
FAIR = "wechat-menu_fair = fair\nservice-fair ="


@pytest.mark.parametrize(
    ("words", "named", "size", "limit"),
    [
        (f"wechat-menu_fair = {LONG[:16]}\nservice-fair = fair\n", None, 0, 0),
        (f"wechat-menu_fair = {LONG[:17]}\nservice-fair = fair\n", "fair", 17, 16),
        (f"{FAIR} {LONG[:40]}\n", None, 0, 0),
        (f"{FAIR} {LONG}\n", "fair, fair", 41, 40),
        (f"{FAIR} {LONG}\nwechat-entry_fair = fair\n", None, 0, 0),
    ],
)
def test_a_name_too_long_is_named_with_its_language_unless_there_is_a_shorter_one(
    tmp_path: Path, words: str, named: str | None, size: int, limit: int
) -> None:
    speech = Speech(FLOWS, locales_with(tmp_path, words))
    place, flows = replace(PLACE, wechat_menu={"fair": ("fair",)}), {"fair": FLOWS["marriage"]}
    assert list(menu_faults(place, flows, speech)) == [
        f"place jingtai, wechat_menu, {named}: its name in {language} has {size} bytes, and there is room for {limit}"
        for language in LANGUAGES
        if named is not None
    ]


# --- every tap ---


async def test_a_tap_on_each_entry_does_what_it_says_also_in_the_middle_of_something_else(
    talk: WeChatTalk, tmp_path: Path
) -> None:
    """Of the menu that the account has now, each by somebody else."""
    menu = await made(talk, tmp_path / "other")
    for before, button in itertools.product(([], ["确认预约"]), buttons(menu)):
        other = WeChatTalk(talk.app, seat=talk.platform.person("李强"), bot=talk.bot, platform=talk.platform)
        await other.all(*before)
        if button["type"] == "view":
            other.seat.opens(button["url"])
            await quiet(other)
            assert len(other.seat.messages) == len(before)
            continue
        keys = await tapped(other, button["key"])
        name = button["key"].partition(":")[2]
        assert (TOLD.get(button["key"]) or FLOWS[name].question(FLOWS[name].first)) in keys
    assert talk.platform.faults == []


async def test_a_tap_on_what_a_later_menu_has_no_more_is_answered_with_the_open_question(talk: WeChatTalk) -> None:
    await talk.all("补领", "同意")
    talk.platform.world.menu_keys.add("command:fish")
    assert (await tapped(talk, "command:fish"))[-1] == "reissue-which"


async def test_a_tap_that_comes_again_is_one_tap(talk: WeChatTalk) -> None:
    talk.platform.posts_twice(person=talk.seat)
    await tapped(talk, "service:marriage")
    assert len(await log(talk.app, talk.seat)) == 1
