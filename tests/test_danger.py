"""Danger is judged on lines written for it, and on what must not change the judgement.

``danger_lines.tsv`` holds text, kind (or ``none``) and stratum:

- ``dev``      the lexicon was tuned on these, so their score says little;
- ``early``    written before the lexicon, by the same hand that then wrote it;
- ``held``     everyday wording, written after the lexicon and never tuned on: the honest figure. At its first scoring
               72 of 74 dangers were found and none of 60 look-alikes raised an alarm; the two missed now are ``dev``;
- ``oblique``  likewise never tuned on, and deliberately roundabout: where a list of words fails;
- ``desk``     cries for help among the desk's own business (我要离婚，他打我), with ``desk_oblique`` for roundabout;
               ``desk_2``, ``desk_3`` and ``desk_4`` follow, each written after the lexicon was tuned on the one before.
               Found at their first scoring: plain 43 of 69, 38 of 42, 42 of 48, 40 of 42; roundabout 8 of 34, 7 of 20,
               2 of 20, 4 of 20; alarms at look-alikes 0 of 66, 1 of 48, 1 of 64, 3 of 55. The honest figure for the
               desk is that of ``desk_4``; nine of its lines that were judged wrongly were mended and are ``dev`` now;
- ``blind_5``  to ``blind_10``: residents of every age and in every state, danger inside what looks like an answer or
               like business, blanks for commas, each written before the lexicon was changed for it, scored once; then
               the lexicon was mended for it (but for what the last one missed) and the next one written. Found:

               ========  =======  =====  ========  ========  ======  =======  =====  =====  ==========  ===========
               stratum   suicide  child  violence  fire_gas  injury  missing  fear   all    right kind  false alarms
               ========  =======  =====  ========  ========  ======  =======  =====  =====  ==========  ===========
               blind_5   15/20    17/20  20/20     18/20     19/20   15/20    16/19  0.86   107 of 120  5 of 145
               blind_6   10/13    12/13  12/13     8/12      9/12    8/12     10/10  0.81   62 of 69    4 of 99
               blind_7   9/17     9/17   13/17     12/17     9/17    8/17     9/15   0.59   62 of 69    3 of 110
               blind_8   9/12     8/12   9/12      10/12     9/12    10/12    8/10   0.77   56 of 63    2 of 97
               blind_9   5/12     7/12   10/12     8/12      7/12    8/12     7/10   0.63   45 of 52    2 of 83
               blind_10  6/11     8/10   8/10      10/10     7/10    10/10    7/9    0.80   48 of 56    3 of 87
               ========  =======  =====  ========  ========  ======  =======  =====  =====  ==========  ===========

               So of what nobody has seen between six and eight in ten are heard, fewest of suicide and of children,
               and two to four look-alikes in a hundred raise an alarm: precision is 0.94 to 0.97. The figures of
               speech that did were 作业多得想死, 吓死我了 beside 蹦极, and 救命 and 求救 said of a form. In ``blind_5``
               two lines about water were written as ``injury``; water is ``fire_gas``, and they say so now.

How far the words carry each other, fold by fold, is in ``danger_report.py``.

Questions about violence at home (家暴离婚需要什么证据), which were ``none``, are ``fear`` since that kind exists.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import opencc
import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from flows.danger import Danger, judge
from flows.danger.judging import conclude
from flows.danger.lexicon import FILES, LEXICON, PLAIN_TEXT, Lexicon
from flows.errors import FlowFault
from tests.danger_report import KINDS, LINES, Line, cross_validated, fired, fold_of

HERE = Path(__file__).parent
WORDS = HERE.parent / "flows" / "danger" / "words"
REPLIES = HERE.parent / "locales" / "zh-Hans" / "danger.ftl"
NUMBERS = {"police": "110", "ambulance": "120", "fire": "119", "mind": "12356", "women": "12338"}


TO_CHILDREN_AND_FINDERS = ("danger-child_speaking", "danger-child.speaking", "danger-missing.found")
EVERYDAY = [line for line in LINES if "oblique" not in line.stratum]


def kind_of(text: str) -> str:
    found = judge(text)
    return "none" if found is None else found.kind


@dataclass(frozen=True)
class Score:
    """How a stratum was judged; ``by_kind`` is found, of the right kind, and written."""

    recall: float
    precision: float
    right_kind: float
    by_kind: dict[str, tuple[int, int, int]]
    wrong: list[str]


def score(stratum: str) -> Score:
    lines = [line for line in LINES if line.stratum == stratum]
    judged = [(line, kind_of(line.text)) for line in lines]
    dangers = Counter(line.kind for line in lines if line.kind != "none")
    found = Counter(line.kind for line, got in judged if line.kind != "none" and got != "none")
    right = Counter(line.kind for line, got in judged if line.kind != "none" and got == line.kind)
    alarms = sum(got != "none" for _, got in judged)
    return Score(
        recall=found.total() / dangers.total(),
        precision=found.total() / alarms,
        right_kind=right.total() / found.total(),
        by_kind={kind: (found[kind], right[kind], dangers[kind]) for kind in KINDS},
        wrong=[f"{line.text} {line.kind} → {got}" for line, got in judged if (line.kind == "none") != (got == "none")],
    )


@pytest.mark.parametrize(
    ("stratum", "recall", "precision", "right_kind"),
    [
        ("dev", 0.98, 0.98, 0.94),
        ("early", 0.98, 0.98, 0.98),
        ("held", 0.97, 0.99, 0.94),
        ("oblique", 0.40, 0.90, 0.75),
        ("desk", 0.98, 0.98, 0.90),
        ("desk_2", 0.98, 0.98, 0.90),
        ("desk_3", 0.98, 0.98, 0.90),
        ("desk_4", 0.95, 0.95, 0.85),
        ("blind_5", 0.97, 0.98, 0.93),
        ("blind_6", 0.96, 0.98, 0.95),
        ("blind_7", 0.96, 0.98, 0.95),
        ("blind_8", 0.97, 0.98, 0.90),
        ("blind_9", 0.97, 0.98, 0.93),
        ("blind_10", 0.78, 0.95, 0.82),
        ("desk_oblique", 0.95, 0.95, 0.85),
        ("desk_2_oblique", 0.95, 0.95, 0.75),
        ("desk_3_oblique", 0.80, 0.90, 0.85),
        ("desk_4_oblique", 0.20, 0.90, 0.70),
    ],
)
def test_the_lines_are_judged_at_least_this_well(
    stratum: str, recall: float, precision: float, right_kind: float
) -> None:
    result = score(stratum)
    assert result.recall >= recall, result
    assert result.precision >= precision, result
    assert result.right_kind >= right_kind, result


@pytest.mark.parametrize(
    ("kind", "recall", "precision", "right_kind"),
    [
        ("suicide", 0.63, 0.95, 0.95),
        ("child", 0.69, 0.90, 0.84),
        ("violence", 0.79, 0.84, 0.92),
        ("fire_gas", 0.80, 0.96, 0.94),
        ("injury", 0.71, 0.93, 0.96),
        ("missing", 0.84, 0.96, 0.94),
        ("fear", 0.72, 0.84, 0.71),
    ],
)
def test_cross_validated_every_kind_is_judged_at_least_this_well(
    kind: str, recall: float, precision: float, right_kind: float
) -> None:
    of = cross_validated().kinds[kind]
    assert of.recall >= recall, of
    assert of.precision >= precision, of
    assert of.right_kind >= right_kind, of


def test_cross_validated_hardly_a_look_alike_raises_an_alarm() -> None:
    assert len(cross_validated().false_alarms) <= 2


def test_the_folds_hold_every_kind_alike_and_with_every_cue_judge_as_the_desk_does() -> None:
    folds = fold_of(LINES)
    for kind in {*KINDS, "none"}:
        sizes = Counter(folds[line.text] for line in LINES if line.kind == kind).values()
        assert max(sizes) - min(sizes) <= 1
    for line in LINES:
        assert conclude(set(fired(line.text).values()), PLAIN_TEXT.of(line.text)) == judge(line.text)


def test_about_half_of_the_lines_are_look_alikes_and_every_kind_is_among_them() -> None:
    kinds = Counter(line.kind for line in LINES)
    assert set(kinds) == {*KINDS, "none"}
    assert 0.4 < kinds["none"] / len(LINES) < 0.6
    assert len({line.text for line in LINES}) == len(LINES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我怕他，他又打我了", "violence"),
        ("他威胁我，帮我报警", "violence"),
        ("孩子被锁在屋里打，老公也打我", "child"),
        ("老公拿刀砍我，我不想活了", "suicide"),
        ("煤气漏了，老人昏过去了", "fire_gas"),
        ("着火了，救命", "fire_gas"),
        ("救命", "violence"),
    ],
)
def test_a_message_that_fits_several_kinds_is_answered_as_the_most_pressing(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("我前夫以前打过我，早离了", "我前夫以前打过我，刚才又打我了"),
        ("去年家里着火，能申请救助吗", "去年家里着过火，现在又着火了，快来"),
        ("小时候我爸打过我", "小时候我爸就打我，现在还打"),
    ],
)
def test_the_past_is_no_danger_and_the_present_is(then: str, now: str) -> None:
    assert judge(then) is None
    assert judge(now) is not None


@pytest.mark.parametrize("told", ["他打我", "他老是打我", "他打我好几年了", "他把我打了一顿", "我被他打了"])
@pytest.mark.parametrize("service", ["我要离婚", "想问领结婚证", "低保怎么办", "补办离婚证要什么材料", "我要離婚"])
@pytest.mark.parametrize("between", ["，", "。", " "])
def test_violence_stays_danger_whatever_service_is_named_beside_it(told: str, service: str, between: str) -> None:
    assert kind_of(told + between + service) == kind_of(service + between + told) == "violence"


@pytest.mark.parametrize("text", ["我怕他", "家暴", "他不让我出门", "家暴能不能起诉离婚", "I'm afraid of my husband"])
def test_fear_without_a_blow_is_answered_more_gently(text: str) -> None:
    assert kind_of(text) == "fear"


def test_a_service_named_in_another_sentence_takes_back_an_accident_and_never_a_blow() -> None:
    assert kind_of("我想问问离婚手续。老公打我") == "violence"
    assert kind_of("老公打我。离婚手续怎么办") == "violence"
    assert kind_of("我妈摔断了腿，动不了。") == "injury"
    assert judge("我妈摔断了腿，动不了。能申请低保吗") is None


@pytest.mark.parametrize(
    "text",
    ["爸爸打我", "我爸打我，我才10岁", "我上三年级，叔叔摸我", "my dad is hitting me, i am 9", "他拿刀追我，我才12岁"],
)
def test_a_child_who_writes_is_heard_as_a_child(text: str) -> None:
    assert judge(text) == Danger("child", child_speaking=True)


@pytest.mark.parametrize("text", ["老公又打我了", "孩子被他爸关在屋里打", "我儿子10岁，走丢了", "我妈昏过去了"])
def test_an_adult_who_writes_is_not_taken_for_a_child(text: str) -> None:
    found = judge(text)
    assert found is not None
    assert not found.child_speaking


@pytest.mark.parametrize("mark", [" ", "　", "·", ".", "*", "-", "…", "\u200b", "，", "、"])
@pytest.mark.parametrize("text", ["老公又打我了", "我不想活了", "煤气漏了", "家里着火了", "孩子走丢了", "老人叫不醒"])
def test_marks_between_the_characters_hide_nothing(text: str, mark: str) -> None:
    assert kind_of(mark.join(text)) == kind_of(text) != "none"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("老公家爆我", "老公家暴我"), ("想自沙", "想自杀"), ("要跳搂", "要跳楼"), ("额男人打额", "我男人打我")],
)
def test_words_typed_by_ear_or_in_dialect_are_read_as_those_meant(typed: str, meant: str) -> None:
    assert kind_of(typed) == kind_of(meant) != "none"


def test_traditional_characters_are_judged_like_simplified_ones() -> None:
    convert = opencc.OpenCC("s2t").convert
    differing = [line.text for line in LINES if kind_of(convert(line.text)) != kind_of(line.text)]
    assert differing == []


def test_every_traditional_form_of_a_character_of_the_lexicon_is_read() -> None:
    simplify = opencc.OpenCC("t2s").convert
    used = set(re.findall("[\u3400-\u9fff]", str([words_file(name) for name in ("concepts", *FILES)])))
    forms = {chr(code) for code in range(0x4E00, 0xA000)}
    unread = [form for form in forms if simplify(form) != form and simplify(form) in used - {PLAIN_TEXT.of(form)}]
    assert unread == []


def test_every_cue_is_written_as_the_text_reaches_it() -> None:
    cues = {cue for name in FILES for frame in words_file(name)["frame"] for cue in frame["cue"]}
    assert {cue for cue in cues if PLAIN_TEXT.of(cue) != cue} == set()


@pytest.mark.parametrize("wrong", [{"kind": "boredom"}, {"nere": ["我"]}, {"near": ["(我"]}])
def test_a_mistake_in_a_frame_stops_the_import(wrong: dict[str, Any]) -> None:
    with pytest.raises(FlowFault, match="打"):
        Lexicon(words_file("concepts")["concepts"], [{"kind": "violence", "cue": ["打"], **wrong}])


def words_file(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


@given(st.text(max_size=300))
def test_any_text_at_all_is_judged(text: str) -> None:
    assert kind_of(text) in {*KINDS, "none"}


@given(st.text(alphabet="老公又打我了煤气漏火死想活孩子不见快来人，。 ", max_size=200))
def test_the_plain_form_of_a_plain_text_is_itself(text: str) -> None:
    once = PLAIN_TEXT.of(text)
    assert PLAIN_TEXT.of(once) == once


@given(st.sampled_from([line for line in EVERYDAY if line.kind != "none"]), st.integers(0, 60))
def test_harmless_sentences_around_it_do_not_hide_a_danger(line: Line, more: int) -> None:
    chatter = "今天天气不错。" * more
    if judge(line.text) is not None:
        assert judge(chatter + "。" + line.text + "。" + chatter) is not None


def test_words_that_repeat_are_looked_at_once() -> None:
    few = list(LEXICON.suspicions(PLAIN_TEXT.of("我老公打游戏" * 50)))
    many = list(LEXICON.suspicions(PLAIN_TEXT.of("我老公打游戏" * 600)))
    assert len(few) == len(many)


# --- the replies -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundle() -> FluentBundle:
    bundle = FluentBundle(["zh-Hans"], use_isolating=False)
    bundle.add_resource(FluentResource(REPLIES.read_text(encoding="utf-8")))
    return bundle


def said(bundle: FluentBundle, key: str, numbers: dict[str, str]) -> str:
    name, _, attribute = key.partition(".")
    message = bundle.get_message(name)
    pattern = message.attributes[attribute] if attribute else message.value
    assert pattern is not None
    text, errors = bundle.format_pattern(pattern, numbers)
    assert errors == []
    return str(text)


@pytest.mark.parametrize(
    ("kind", "first", "also"),
    [
        ("violence", "110", []),
        ("child", "110", []),
        ("child.speaking", "110", []),
        ("missing", "110", ["24 小时"]),
        ("missing.found", "110", ["24 小时"]),
        ("injury", "120", []),
        ("fire_gas", "119", ["120"]),
        ("suicide", "110", ["120", "12356"]),
    ],
)
def test_a_reply_is_three_short_lines_with_the_number_first_and_what_to_tell_the_telephone_second(
    bundle: FluentBundle, kind: str, first: str, also: list[str]
) -> None:
    lines = said(bundle, f"danger-{kind}", NUMBERS).splitlines()
    assert len(lines) <= 3
    assert lines[0].startswith(first)
    assert all(number in lines[0] for number in also)
    assert lines[1].startswith("电话里先说")
    assert "在哪里" in lines[1]
    assert all(len(line) <= 36 for line in lines)
    assert not any("？" in line for line in lines)  # an answer typed at the desk would help nobody


def test_the_reply_to_fear_is_gentle_and_has_its_numbers_first(bundle: FluentBundle) -> None:
    lines = said(bundle, "danger-fear", NUMBERS).splitlines()
    assert [line.split("：")[0].split(" ")[0] for line in lines[:2]] == ["110", "12338"]
    assert len(lines) <= 3
    assert all(len(line) <= 36 for line in lines)
    assert not any(word in line for line in lines for word in ("现在就", "？"))


def test_every_kind_has_a_reply(bundle: FluentBundle) -> None:
    assert [kind for kind in KINDS if not bundle.has_message(f"danger-{kind}")] == []


@pytest.mark.parametrize("key", [*(f"danger-{kind}" for kind in KINDS), *TO_CHILDREN_AND_FINDERS])
def test_the_numbers_are_those_of_the_place(bundle: FluentBundle, key: str) -> None:
    elsewhere = {"police": "AAA", "ambulance": "BBB", "fire": "CCC", "mind": "DDD", "women": "EEE"}
    text = said(bundle, key, elsewhere)
    assert re.search("AAA|BBB|CCC", text)
    assert not re.search("110|119|12[0-9]", text)


@pytest.mark.parametrize(
    "key", [*(f"danger-{kind}" for kind in KINDS), *TO_CHILDREN_AND_FINDERS, "danger-must_report", "danger-office"]
)
def test_a_reply_asks_for_no_identity_and_promises_nothing(bundle: FluentBundle, key: str) -> None:
    text = said(bundle, key, NUMBERS)
    assert not re.search("身份证|姓名|叫什么|保密|不告诉|已通知|已经通知|马上到|赶来|派人|有人已|！|!", text)


@pytest.mark.parametrize("key", ["danger-no_secret", "danger-no_secret.child", "danger-must_report"])
def test_nobody_is_promised_secrecy_nor_told_that_all_is_well(bundle: FluentBundle, key: str) -> None:
    text = said(bundle, key, NUMBERS)
    assert not re.search("(?<!不能答应)保密|不会告诉|不说出去|放心|没事|一定|保证|！|!", text)
    assert len(text.splitlines()) == 1
