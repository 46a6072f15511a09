"""How answers of rules combine."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import FlowFault
from flows.verdict import Judgement, Reason, Verdict, all_of, any_of

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN

ids = st.sampled_from(["age", "kinship", "spouse"])
judgements = st.builds(
    Judgement,
    verdict=st.sampled_from(Verdict),
    reasons=st.lists(st.builds(Reason, ids, st.dictionaries(ids, st.integers(0, 2), max_size=1))).map(tuple),
    sources=st.lists(st.sampled_from(["民法典第1047条", "民法典第1048条"])).map(tuple),
    would_change=st.lists(ids).map(tuple),
)
shuffled = st.lists(judgements, min_size=1, max_size=6).flatmap(lambda j: st.tuples(st.just(j), st.permutations(j)))


@pytest.mark.parametrize(
    ("parts", "together", "either"),
    [
        ((YES, YES), YES, YES),
        ((YES, UNKNOWN), UNKNOWN, YES),
        ((UNKNOWN, NO), NO, UNKNOWN),
        ((YES, NO, UNKNOWN), NO, YES),
        ((NO, NO), NO, NO),
        ((UNKNOWN,), UNKNOWN, UNKNOWN),
    ],
)
def test_no_outweighs_in_all_of_and_yes_outweighs_in_any_of(
    parts: tuple[Verdict, ...], together: Verdict, either: Verdict
) -> None:
    judged = [Judgement(part) for part in parts]
    assert all_of(*judged).verdict is together
    assert any_of(*judged).verdict is either


def _content(judgement: Judgement) -> object:
    reasons = {(reason.key, *sorted(reason.args.items())) for reason in judgement.reasons}
    return judgement.verdict, reasons, set(judgement.sources), set(judgement.would_change)


@given(shuffled)
def test_the_order_of_the_parts_never_matters(pair: tuple[list[Judgement], list[Judgement]]) -> None:
    parts, other_order = pair
    for combine in (all_of, any_of):
        assert _content(combine(*parts)) == _content(combine(*other_order))


@given(shuffled)
def test_combining_step_by_step_is_combining_at_once(pair: tuple[list[Judgement], list[Judgement]]) -> None:
    parts, _ = pair
    for combine in (all_of, any_of):
        stepwise = combine(parts[0])
        for part in parts[1:]:
            stepwise = combine(stepwise, part)
        assert stepwise == combine(*parts)


def test_only_the_parts_that_decide_are_told_and_each_only_once() -> None:
    young = Judgement(NO, (Reason("too-young", {"years": 22}),), ("民法典第1047条",), ("birthday",))
    kin = Judgement(NO, (Reason("kin"), Reason("too-young", {"years": 22})), ("民法典第1047条", "民法典第1048条"), ())
    fine = Judgement(YES, (Reason("unmarried"),), ("民法典第1042条",), ("wedding",))
    assert all_of(fine, young, kin) == Judgement(
        NO,
        (Reason("too-young", {"years": 22}), Reason("kin")),
        ("民法典第1047条", "民法典第1048条"),
        ("birthday",),
    )
    assert any_of(young, kin, fine) == fine


@pytest.mark.parametrize("combine", [all_of, any_of])
def test_combining_nothing_is_the_authors_mistake_and_no_answer(combine: Callable[..., Judgement]) -> None:
    with pytest.raises(FlowFault, match="no judgements"):
        combine()
