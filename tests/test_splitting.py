"""What is said in messages of a channel: within its limit, nothing lost, no option and no link cut, and few of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from bot.channels.capabilities import TELEGRAM, TERMINAL, WECHAT, Capabilities
from bot.channels.rendering import Message, Renderer
from bot.channels.splitting import LEAST_LISTED, Part, clusters, packed, shortened
from flows.catalogue import FLOWS
from flows.dialogue.tapping import mark_of
from flows.words import Asking, Option, Reply, Words
from tests.talk import SPEECH

CHANNELS = [TELEGRAM, WECHAT, TERMINAL]
SMALL = [replace(each, text_limit=60) for each in CHANNELS]
PAGE = "https://example.org/#at=" + "a1" * 12
SIGNS = st.characters(exclude_categories=["Cs", "Co", "Cn"])
SEEN = ["👨‍👩‍👧‍👦", "👍🏽", "🇨🇳", "é", "𠮷", "1️⃣", "县", "民政局。"]
"""Characters as they are seen, most of them of several code points."""
TEXTS = st.one_of(
    st.text(SIGNS, max_size=300),
    st.lists(st.sampled_from([*SEEN, " ", "\n", "\n\n", "好的，", "a"]), max_size=200).map("".join),
    st.tuples(st.sampled_from(SEEN), st.integers(1, 3000)).map(lambda each: each[0] * each[1]),
)
LABELS = st.one_of(st.text(SIGNS, min_size=1, max_size=30), st.sampled_from(["不清楚", "到现场再拍", "长" * 900]))
OPTIONS = st.lists(LABELS.filter(lambda label: label.split() != []), max_size=30)
KINDS = st.sampled_from(["choice", "confirm", "many", "slot", "photo", "signature", "money", "text"])


def said(text: str) -> Words:
    """Words that are a text as it is."""
    return Words("verbatim", {"text": text})


def asked(kind: str, options: list[str]) -> Asking:
    """A question with these options."""
    labels = (" ".join(label.split()) for label in options)
    return Asking(kind, tuple(Option(f"o{n}", said(label)) for n, label in enumerate(labels)), mark_of("q"))


def bare(text: str) -> str:
    """A text without what only parts it."""
    return re.sub(r"\n+", "", text)


@pytest.mark.parametrize("can", CHANNELS, ids=lambda can: can.name)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), options=OPTIONS, kind=KINDS)
@example(texts=["x"], options=["长" * 900] * 24, kind="choice")
@example(texts=["长" * 660, "短", "问"], options=["第一", "第二"], kind="choice")
def test_any_replies_fit_lose_nothing_and_keep_what_stands_together(
    can: Capabilities, texts: list[str], options: list[str], kind: str
) -> None:
    replies = [Reply(said(text)) for text in texts]
    replies[-1] = replace(replies[-1], asking=asked(kind, options))
    messages = Renderer(SPEECH, {}, can).messages(replies, "zh-Hans", page=PAGE)
    assert all(message.text.strip() for message in messages)
    assert all(can.size(message.text) <= can.text_limit for message in messages)
    assert not any(message.rows for message in messages[:-1])
    told = bare("".join(message.text for message in messages))
    if can.link is not None and kind in can.better_at_page:
        link = can.link(SPEECH.render(Words(f"link-{kind}"), "zh-Hans"), PAGE)
        assert [line for message in messages for line in message.text.split("\n") if PAGE in line] == [link]
        told = told.replace(link, "", 1)
    shown = bare("".join(can.safe(SPEECH.render(reply.words, "zh-Hans")) for reply in replies))
    assert told.startswith(shown) or not shown.strip()
    lines = listed(replies[-1], can)
    assert all(any(line in message.text.split("\n") for message in messages) for line in lines)


def listed(reply: Reply, can: Capabilities) -> list[str]:
    """The lines of the options, as they stand when nothing is cut: in a message without end."""
    endless = replace(can, text_limit=10**7)
    (message,) = Renderer(SPEECH, {}, endless).messages([Reply(said("."), reply.asking)], "zh-Hans")
    return [shortened(line, can) for line in message.text.split("\n")[2:]]


@pytest.mark.parametrize("can", SMALL, ids=lambda can: can.name)
@given(told=st.lists(TEXTS, max_size=8), question=TEXTS, options=st.lists(st.text("甲乙ab1", min_size=1, max_size=8)))
def test_options_stand_whole_and_last_with_their_question_where_they_fit(
    can: Capabilities, told: list[str], question: str, options: list[str]
) -> None:
    options = [shortened(option, can) for option in options]
    texts = packed([Part(each) for each in told], [Part(question)], options, can)
    whole = "\n".join(options)
    if options and can.size(whole) <= can.text_limit:
        assert texts[-1].endswith(whole)
        last = re.split(r"\n{2,}", question.strip("\n"))[-1]
        if last and can.size(f"{last}\n\n{whole}") <= can.text_limit:
            assert texts[-1].endswith(f"{last}\n\n{whole}")
    elif options:
        assert [line for text in texts for line in text.split("\n")][-len(options) :] == options


@pytest.mark.parametrize("can", [TELEGRAM, WECHAT, *SMALL], ids=lambda can: f"{can.name}-{can.text_limit}")
@given(sizes=st.lists(st.floats(0.01, 0.99), min_size=1, max_size=12), options=st.integers(0, 3))
def test_there_are_as_few_messages_as_whole_paragraphs_allow(
    can: Capabilities, sizes: list[float], options: int
) -> None:
    told = ["字" * max(1, int(each * can.text_limit / can.size("字"))) for each in sizes]
    choices = [f"{n}. 好" for n in range(1, options + 1)]
    texts = packed([Part(each) for each in told[:-1]], [Part(told[-1])], choices, can)
    units = [*told, *(["\n".join(choices)] if choices else [])]
    bound = -(-can.size("\n\n".join(units)) // can.text_limit)
    event(f"{len(texts) - bound} more than the bytes alone need")
    assert len(texts) == fewest(units, can)


def fewest(units: list[str], can: Capabilities) -> int:
    """The fewest messages that hold the units in order, each whole: by trying every place to part them."""
    best = [0]
    for end in range(1, len(units) + 1):
        starts = (at for at in range(end) if can.size("\n\n".join(units[at:end])) <= can.text_limit)
        best.append(1 + min(best[at] for at in starts))
    return best[-1]


@pytest.mark.parametrize("seen", SEEN)
def test_no_character_is_cut_as_it_is_seen(seen: str) -> None:
    can = replace(WECHAT, text_limit=50)
    texts = packed([Part(f"a{seen * 200}")], [], [], can)
    assert len(texts) > 1
    whole = {*clusters(seen), "a"}
    assert all(set(clusters(text)) <= whole for text in texts)
    assert "".join(texts) == f"a{seen * 200}"


@pytest.mark.parametrize(("text", "count"), [("👨‍👩‍👧‍👦", 1), ("🇨🇳🇨🇳", 2), ("é县", 2), ("👍🏽!", 2), ("", 0)])
def test_a_character_is_what_is_seen(text: str, count: int) -> None:
    assert len(clusters(text)) == count


def test_a_heap_of_marks_longer_than_a_message_is_cut_all_the_same() -> None:
    texts = packed([Part("é" + "\u0301" * 3000)], [], [], WECHAT)
    assert all(WECHAT.size(text) <= WECHAT.text_limit for text in texts)
    assert sum(text.count("\u0301") for text in texts) >= 3000


def test_an_option_that_repeats_a_long_answer_is_shortened_so_that_others_stand_beside_it() -> None:
    line = shortened("1. " + "长" * 1000, WECHAT)
    assert line.endswith("…")
    assert WECHAT.size("\n".join([line] * LEAST_LISTED)) <= WECHAT.text_limit


def test_a_summary_too_long_for_one_message_ends_with_what_to_do_about_it() -> None:
    lines = "\n".join(f"第 {n} 项：{'字' * 30}" for n in range(30))
    (*_, last) = wechat(Reply(said(lines), asked("confirm", ["都对"])))
    assert last.text.splitlines()[-2:] == ["1. 都对", SPEECH.render(Words("confirm-how"), "zh-Hans")]


def wechat(*replies: Reply, page: str | None = PAGE) -> list[Message]:
    """The messages of replies on WeChat."""
    return Renderer(SPEECH, FLOWS, WECHAT).messages(replies, "zh-Hans", page=page)
