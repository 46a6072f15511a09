"""``python -m bot check`` is silent when all is well, and names flow, step and fault of what is not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.check import faults
from bot.lookups import LOOKUPS
from bot.speech import LANGUAGES, Speech
from flows.catalogue import FLOWS
from flows.language import ALWAYS, Advise, Flow, Step, choice, confirm, consent, day, phone, pick, picked, repeat, wait
from flows.language.routes import Route
from tests.fair import a_day_after
from tests.made_up import PLACE, locales_with, words_of
from tests.register_server import mapping_of
from tests.talk import SPEECH

ON = date(2026, 5, 11)
ROOT = Path(__file__).parent.parent


def test_the_command_is_silent_when_all_is_well() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "check"], cwd=ROOT, capture_output=True, text=True, env=_plain_environment()
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("YIZHENG_")}


def test_nothing_is_wrong_with_the_desk_as_it_is() -> None:
    assert list(faults(FLOWS, SPEECH, PLACE, LOOKUPS, ON)) == []


# --- one fault at a time, in a flow of every kind of step ------------------------------------------------------------

STEPS: list[Step | list[Step]] = [
    consent("notice", "agree", "decline"),
    choice("kind", "fresh", "dried", "none"),
    repeat("baskets", phone("caller", skip="nobody")),
    day("day", from_="open_days"),
    wait("reply", "yes", "no", until=a_day_after, meanwhile=["alone"]),
    confirm("summary"),
]
ROUTES: list[Route] = [
    ("notice", picked("agree"), "kind"),
    ("notice", picked("decline"), "left"),
    ("kind", ALWAYS, "baskets"),
    ("caller", ALWAYS, "baskets"),
    ("baskets", ALWAYS, "day"),
    ("day", ALWAYS, "reply"),
    ("reply", ALWAYS, "summary"),
    ("summary", ALWAYS, "sold"),
]
MARKET = Flow("market", STEPS, ROUTES, {"sold": Advise(), "left": Advise()})

Change = Callable[[str], str]


def without(line: str) -> Change:
    """Takes one line out of the words."""
    return lambda words: words.replace(f"{line}\n", "", 1)


def with_instead(line: str, other: str) -> Change:
    """Puts another line in its place."""
    return lambda words: words.replace(f"{line}\n", f"{other}\n", 1)


WRONG_WORDS: list[tuple[str, str, Change, str]] = [
    (
        "a question",
        "en",
        with_instead("market-day = day?", "market-day ="),
        "step day: the message market-day is missing",
    ),
    ("an option", "zh-Hans", without("    .dried = dried"), "step kind: the message market-kind.dried is missing"),
    ("a way out", "en", without("    .nobody = nobody"), "step caller: the message market-caller.nobody is missing"),
    ("a short name", "zh-Hant", without("    .label = kind"), "step kind: the message market-kind.label is missing"),
    ("that of a wait", "en", without("    .label = reply"), "step reply: the message market-reply.label is missing"),
    ("an outcome", "en", without("    .expired = expired"), "step reply: the message market-reply.expired is missing"),
    (
        "the words for removing",
        "en",
        without("    .remove = remove { $number }"),
        "step baskets: the message market-baskets.remove is missing",
    ),
    ("an ending", "zh-Hans", without("market-sold = sold."), "ending sold: the message market-sold is missing"),
    (
        "the same words twice",
        "en",
        with_instead("    .dried = dried", "    .dried = Fresh."),
        "step kind: dried and fresh are the same words",
    ),
    (
        "the common words of another option",
        "zh-Hans",
        with_instead("    .fresh = fresh", "    .fresh = 没有"),
        "step kind: none and fresh are the same words",
    ),
]
"""What is wrong, in which language, how it came about, and the sentence."""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The locales with the words of the market."""
    return locales_with(tmp_path_factory.mktemp("words"), words_of(MARKET))


def found(speech: Speech, *, flow: Flow = MARKET, lookups: tuple[str, ...] = LOOKUPS) -> list[str]:
    """The faults of a desk that offers one flow; the place promises nothing of another."""
    place = replace(
        PLACE, services={}, wechat_menu={}, policies=("national", "profiles/booking_shantou"), time_bank=False
    )
    return list(faults({flow.name: flow}, speech, place, lookups, ON))


def test_the_market_is_in_order(words: Path) -> None:
    assert found(Speech(["market"], words)) == []


@pytest.mark.parametrize(
    ("language", "change", "sentence"), [each[1:] for each in WRONG_WORDS], ids=[each[0] for each in WRONG_WORDS]
)
def test_a_fault_of_the_words_names_flow_step_message_and_language(
    words: Path, language: str, change: Change, sentence: str
) -> None:
    path = words / language / "made-up.ftl"
    right = path.read_text(encoding="utf-8")
    wrong = change(right)
    assert wrong != right
    path.write_text(wrong, encoding="utf-8")
    try:
        told = found(Speech(["market"], words))
    finally:
        path.write_text(right, encoding="utf-8")
    assert len(told) == 1, told
    assert told[0].startswith(f"flow market, {sentence} in {language}")


def test_a_look_up_that_nobody_makes_is_named_with_flow_and_step(words: Path) -> None:
    flow = Flow("market", [pick("kind", from_="fresh_fish")], [("kind", ALWAYS, "sold")], {"sold": Advise()})
    assert found(Speech(["market"], words), flow=flow) == ["flow market, step kind: there is no look-up fresh_fish"]


def test_a_service_without_a_name_is_named_in_every_language(words: Path) -> None:
    told = found(Speech(["market"], words), flow=Flow("fair", STEPS, ROUTES, MARKET.endings))
    for key in ("service-fair", "service-fair.words"):
        for language in LANGUAGES:
            assert f"the desk: the message {key} is missing in {language}" in told


def test_a_place_without_figures_is_named() -> None:
    bare = replace(PLACE, policies=())
    assert list(faults(FLOWS, SPEECH, bare, LOOKUPS, ON)) == [
        "place jingtai: policy has no figure named 'booking.lead_days'"
    ]


def test_a_place_whose_figures_are_not_in_force_yet_is_named() -> None:
    told = list(faults(FLOWS, SPEECH, PLACE, LOOKUPS, date(1949, 10, 1)))
    assert len(told) == 1
    assert told[0].startswith("place jingtai: policy has no 'booking.")


def test_a_place_with_an_unknown_policy_file_or_service_is_named() -> None:
    strange = replace(PLACE, policies=("atlantis",), services={**PLACE.services, "fishing": "marriage"})
    assert list(faults(FLOWS, SPEECH, strange, LOOKUPS, ON)) == [
        "place jingtai: there is no policy file 'atlantis'",
        "place jingtai: there is no service fishing",
    ]


def test_a_township_or_office_without_a_name_is_named_in_every_language() -> None:
    strange = replace(PLACE, townships=("atlantis",))
    assert list(faults(FLOWS, SPEECH, strange, LOOKUPS, ON)) == [
        f"the desk: the message township-atlantis is missing in {language}" for language in LANGUAGES
    ]


def test_a_place_whose_menu_on_wechat_does_not_fit_is_named() -> None:
    strange = replace(PLACE, wechat_menu={"mine": ("fishing",)})
    (told,) = faults(FLOWS, SPEECH, strange, LOOKUPS, ON)
    assert told.startswith("place jingtai, wechat_menu, mine, fishing: ")


def test_the_command_names_what_is_wrong_with_the_mapping_of_a_register(tmp_path: Path) -> None:
    (mapping := tmp_path / "register.toml").write_text(mapping_of("http").replace("YL = ", "YL2 = 3 #"), "utf-8")
    outside = {"KIND": "http", "URL": "https://register.example.org", "MAPPING": str(mapping)}
    environment = _plain_environment() | {f"YIZHENG_REGISTER_{name}": value for name, value in outside.items()}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "check"], cwd=ROOT, capture_output=True, text=True, env=environment
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("YIZHENG_REGISTER_MAPPING: schemes.YL2")
