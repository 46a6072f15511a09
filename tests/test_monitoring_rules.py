"""What a change that somebody saw is to be looked at for: laws of the rules, and the cases they are made for."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from flows.inputs import health
from flows.inputs.health import tells_of_health
from flows.monitoring.rules import FITS, LEAVES, OPEN, Change, Kind, Report, alert_of
from flows.verdict import Verdict
from flows.words import Words
from tests.talk import SPEECH

CHANGES: tuple[Change, ...] = get_args(Change)
KINDS: tuple[Kind, ...] = get_args(Kind)
YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN

REPORTS = st.builds(
    Report,
    changes=st.frozensets(st.sampled_from(CHANGES), min_size=1),
    receives=st.sampled_from([None, True, False]),
    is_tonight=st.booleans(),
)


def verdicts(*changes: Change, receives: bool | None = None, is_tonight: bool = False) -> dict[Kind, Verdict]:
    """What a report is judged to be, kind by kind."""
    found = alert_of(Report(frozenset(changes), receives, is_tonight))
    return {kind: each.verdict for kind, each in found.judged.items()}


def test_every_change_is_a_need_an_end_or_open_and_only_one_of_these() -> None:
    assert sorted([*FITS, *LEAVES, *OPEN]) == sorted(CHANGES)


@given(REPORTS)
def test_no_report_is_left_without_an_alert(report: Report) -> None:
    assert alert_of(report).kinds


@given(REPORTS)
def test_every_judgement_says_why_from_where_and_an_unknown_what_would_tell(report: Report) -> None:
    for kind, judged in alert_of(report).judged.items():
        assert judged.reasons, kind
        assert judged.sources, kind
        assert bool(judged.would_change) == (judged.verdict is UNKNOWN), kind


@given(REPORTS, st.booleans())
def test_what_is_not_known_is_never_a_no_nor_a_yes_that_knowing_takes_back(report: Report, receives: bool) -> None:
    unknown = alert_of(replace(report, receives=None)).judged
    known = alert_of(replace(report, receives=receives)).judged
    for kind in KINDS:
        assert unknown[kind].verdict in {UNKNOWN, known[kind].verdict}, kind


@given(REPORTS)
def test_a_fact_that_is_said_to_change_a_finding_does(report: Report) -> None:
    report = replace(report, receives=None)
    for kind, judged in alert_of(report).judged.items():
        if judged.would_change == ("receives",):
            assert {alert_of(replace(report, receives=each)).judged[kind].verdict for each in (True, False)} != {
                UNKNOWN
            }


@given(REPORTS, st.sampled_from(CHANGES))
def test_seeing_more_takes_no_alert_away(report: Report, more: Change) -> None:
    found = alert_of(report)
    wider = alert_of(replace(report, changes=report.changes | {more}))
    assert set(found.kinds) <= set(wider.kinds)
    assert set(found.categories) <= set(wider.categories)
    assert found.is_urgent <= wider.is_urgent


@given(REPORTS)
def test_a_possible_end_alone_is_never_urgent_and_no_need(report: Report) -> None:
    report = replace(report, changes=report.changes & LEAVES or LEAVES, is_tonight=False)
    found = alert_of(report)
    assert found.kinds == ("exit",)
    assert not found.is_urgent
    assert found.categories == ()


@given(REPORTS)
def test_who_says_that_nothing_is_received_keeps_nobody_from_looking(report: Report) -> None:
    report = replace(report, changes=report.changes | {"better"}, receives=False)
    assert alert_of(report).judged["exit"].verdict is UNKNOWN


@pytest.mark.parametrize("change", FITS)
def test_a_need_is_a_gap_where_nothing_is_received_and_a_new_need_in_any_case(change: Change) -> None:
    for receives, gap in ((False, YES), (None, UNKNOWN), (True, NO)):
        assert verdicts(change, receives=receives) == {"policy_gap": gap, "new_need": YES, "exit": NO}


@pytest.mark.parametrize("change", sorted(LEAVES))
def test_an_end_is_possible_where_something_is_received(change: Change) -> None:
    for receives, ends in ((False, UNKNOWN), (None, UNKNOWN), (True, YES)):
        assert verdicts(change, receives=receives) == {"policy_gap": NO, "new_need": NO, "exit": ends}


def test_who_died_decides_whether_a_death_is_a_need_or_an_end() -> None:
    found = alert_of(Report(frozenset({"death"}), True))
    assert found.judged["new_need"].would_change == ("who_died",)
    assert found.judged["exit"].would_change == ("who_died",)


def test_what_is_needed_tonight_is_a_need_whatever_was_seen() -> None:
    assert verdicts("better", is_tonight=True)["new_need"] is YES
    assert alert_of(Report(frozenset({"other"}), None, True)).is_urgent


def test_a_child_nobody_looks_after_is_urgent() -> None:
    assert alert_of(Report(frozenset({"child"}))).is_urgent
    assert not alert_of(Report(frozenset({"income"}))).is_urgent


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_source_fact_and_kind_has_words(language: str) -> None:
    keys = {f"report_change-kind_{kind}" for kind in KINDS}
    for change in CHANGES:
        for receives in (None, True, False):
            for judged in alert_of(Report(frozenset({change}), receives, True)).judged.values():
                keys |= {each.key for each in judged.reasons} | set(judged.sources)
                keys |= {f"report_change-fact_{each}" for each in judged.would_change}
        keys |= {f"category-{each}" for each in FITS.get(change, ())}
    assert [key for key in sorted(keys) if not SPEECH.render(Words(key), language).strip()] == []


# --- words that tell of health ---------------------------------------------------------------------------------------

ILL = [
    "老王得了癌症",
    "他家有个病人",
    "腿 瘫 了",
    "尿毒症，天天透析",
    "残疾人家里",
    "he has cancer",
    "the disabled man",
    "Ｃａｎｃｅｒ",
]
WELL = [
    "村东头第三户",
    "卫生院后面",
    "精神病院对面第二家",
    "县残联旁边",
    "the third house, a blue gate",
    "still at home",
    "hill road",
]


@pytest.mark.parametrize("said", ILL)
def test_words_of_illness_are_heard_in_either_script(said: str) -> None:
    assert tells_of_health(said)
    assert all(tells_of_health(opencc.OpenCC(to).convert(said)) for to in ("s2t", "s2tw", "s2hk"))


@pytest.mark.parametrize("said", WELL)
def test_a_way_to_a_house_tells_of_no_health(said: str) -> None:
    assert not tells_of_health(said)


def test_every_word_of_the_list_is_read_in_traditional_characters() -> None:
    words = [word for word in health._WORDS.pattern.split("|") if tells_of_health(word)]
    assert len(words) > 30
    for to in ("s2t", "s2tw", "s2hk"):
        convert = opencc.OpenCC(to).convert
        assert [word for word in words if not tells_of_health(convert(word))] == []
