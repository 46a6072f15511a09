"""What WeChat is shown: plain text, numbered options, links as lines, and nothing that is taken for a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import load_place
from bot.channels.capabilities import TELEGRAM, TERMINAL, WECHAT, Capabilities, is_discreet
from bot.channels.rendering import LINK_PAGE, Renderer
from flows.catalogue import FLOWS
from flows.words import Asking, Option, Reply, Words
from tests.talk import SPEECH

PAGE = "https://example.org/#at=" + "a1" * 12
WORDS = {"slot": "link-slot", "photo": "link-photo", "signature": "link-signature"}


def asks(kind: str, count: int = 2, text: str = "?") -> Reply:
    """A question with so many options."""
    options = tuple(Option(f"o{n}", Words("verbatim", {"text": f"option {n}"})) for n in range(1, count + 1))
    return Reply(Words("verbatim", {"text": text}), Asking(kind, options))


def shown(*replies: Reply, page: str | None = PAGE) -> list[str]:
    """The texts on WeChat; there are never buttons."""
    messages = Renderer(SPEECH, FLOWS, WECHAT).messages(replies, "zh-Hans", page=page)
    assert not [message for message in messages if message.rows]
    return [message.text for message in messages]


@pytest.mark.parametrize(("kind", "words"), WORDS.items())
def test_what_is_easier_at_the_page_is_offered_there_beside_the_ordinary_way(kind: str, words: str) -> None:
    assert Renderer(SPEECH, FLOWS, WECHAT).needs_page([asks(kind)], discreet=False)
    label = SPEECH.render(Words(words), "zh-Hans")
    assert shown(asks(kind)) == [f'?\n<a href="{PAGE}">{label}</a>\n\n1. option 1\n2. option 2']
    assert shown(asks(kind), page=None) == ["?\n\n1. option 1\n2. option 2"]


@pytest.mark.parametrize("kind", ["choice", "name", "id_number", "phone", "date", "confirm", "place"])
def test_nothing_else_is_offered_at_the_page(kind: str) -> None:
    assert not Renderer(SPEECH, FLOWS, WECHAT).needs_page([asks(kind)], discreet=False)
    assert PAGE not in "".join(shown(asks(kind)))


@pytest.mark.parametrize("can", [TELEGRAM, TERMINAL], ids=lambda can: can.name)
@pytest.mark.parametrize("kind", WORDS)
def test_other_channels_ask_as_they_did(can: Capabilities, kind: str) -> None:
    renderer = Renderer(SPEECH, FLOWS, can)
    assert not renderer.needs_page([asks(kind)], discreet=False)


def test_every_kind_of_question_offered_at_the_page_is_one_that_is_asked() -> None:
    assert WECHAT.better_at_page == WORDS.keys()
    assert WORDS.keys() <= {step.kind for flow in FLOWS.values() for step in flow.steps.values()}


def test_a_link_is_a_button_an_anchor_or_plain_and_there_is_one_a_turn() -> None:
    replies = [Reply(Words(LINK_PAGE, {"hours": 24})), asks("slot")]
    label = SPEECH.render(Words("link-open_page"), "zh-Hans")
    assert "".join(shown(*replies)).count("<a ") == 1
    assert shown(*replies)[0].split("\n")[1] == f'<a href="{PAGE}">{label}</a>'
    (plain,) = Renderer(SPEECH, FLOWS, TERMINAL).messages(replies, "zh-Hans", page=PAGE)
    assert plain.text.split("\n")[1] == f"{label}: {PAGE}"
    (button,) = Renderer(SPEECH, FLOWS, TELEGRAM).messages(replies, "zh-Hans", page=PAGE)
    assert [each.label for row in button.rows for each in row if each.url == PAGE] == [label]
    assert PAGE not in button.text


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_leads_to_the_page_names_the_link_by_its_own_words(language: str) -> None:
    label = SPEECH.render(Words("link-open_page"), language)
    assert label in SPEECH.render(Words(LINK_PAGE, {"hours": 24}), language)


def test_what_people_write_is_no_link() -> None:
    text = '<a href="https://example.net">民政局</a> 3<5'
    reply = asks("choice", text=text)
    assert reply.asking is not None
    options = (Option("o", Words("verbatim", {"text": text})), *reply.asking.options)
    (told,) = shown(replace(reply, asking=replace(reply.asking, options=options)))
    assert "<" not in told
    assert told.count("＜") == 6
    (other,) = Renderer(SPEECH, FLOWS, TELEGRAM).messages([reply], "zh-Hans")
    assert text in other.text, "Telegram is sent plain text, where this is no link"


@pytest.mark.parametrize(("can", "most"), [(WECHAT, 24), (TERMINAL, 16)], ids=["wechat", "terminal"])
def test_as_many_options_are_listed_as_the_channel_can_and_the_rest_is_said(can: Capabilities, most: int) -> None:
    renderer = Renderer(SPEECH, FLOWS, can)
    (message,) = renderer.messages([asks("choice", most)], "zh-Hans")
    assert message.text.endswith(f"{most}. option {most}")
    (message,) = renderer.messages([asks("choice", most + 3)], "zh-Hans")
    assert message.text.split("\n")[-2:] == [
        f"{most}. option {most}",
        SPEECH.render(Words("options-more", {"n": 3}), "zh-Hans"),
    ]


def test_only_a_channel_that_keeps_what_is_said_abroad_is_discreet_and_a_place_may_allow_it() -> None:
    place = load_place("jingtai")
    assert [is_discreet(can, place) for can in (TELEGRAM, WECHAT, TERMINAL)] == [True, False, False]
    assert not is_discreet(TELEGRAM, replace(place, personal_in=("telegram",)))
    assert is_discreet(TELEGRAM, replace(place, personal_in=("wechat",)))


def test_only_telegram_takes_back_what_was_said() -> None:
    assert [can.name for can in (TELEGRAM, WECHAT, TERMINAL) if can.deletes] == ["telegram"]
