"""What is counted, within which days, and until when online booking pauses: the rules by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counting import Counted, Rule, What, ahead, counts_until, first_that_matters, paused_until, rules_of
from flows.errors import FlowFault
from flows.policy import Policy, load

TODAY = date(2026, 5, 20)
SHANTOU = rules_of(load(["national", "profiles/booking_shantou"]), TODAY)
ZHONGSHAN = rules_of(load(["national", "profiles/booking_zhongshan"]), TODAY)


def no_show(day: str) -> Counted:
    return Counted("no_show", date.fromisoformat(day))


def cancelled(day: str) -> Counted:
    return Counted("cancelled", date.fromisoformat(day))


def on(day: str) -> date:
    return date.fromisoformat(day)


def test_both_profiles_are_expressed_whole() -> None:
    assert (Rule(2, 0, 180, 180), Rule(0, 5, 180, 180), Rule(1, 2, 180, 180), Rule(0, 3, 30, 180)) == SHANTOU
    assert (Rule(2, 0, 30, 15),) == ZHONGSHAN


def test_within_thirty_days_the_first_day_counts_as_one_of_them() -> None:
    (rule,) = ZHONGSHAN
    assert rule.clears(no_show("2026-05-01")) == on("2026-05-31")
    assert rule.within([no_show("2026-05-01")], on("2026-05-30")) == [no_show("2026-05-01")]
    assert rule.within([no_show("2026-05-01")], on("2026-05-31")) == []
    assert paused_until(ZHONGSHAN, [no_show("2026-05-01"), no_show("2026-05-30")], on("2026-05-30")) is not None
    assert paused_until(ZHONGSHAN, [no_show("2026-05-01"), no_show("2026-05-31")], on("2026-05-31")) is None


def test_a_pause_of_fifteen_days_is_over_on_the_sixteenth() -> None:
    twice = [no_show("2026-04-20"), no_show("2026-05-01")]
    assert paused_until(ZHONGSHAN, twice, on("2026-05-01")) == on("2026-05-16")
    assert paused_until(ZHONGSHAN, twice, on("2026-05-15")) == on("2026-05-16")
    assert paused_until(ZHONGSHAN, twice, on("2026-05-16")) is None


@pytest.mark.parametrize(
    ("past", "paused"),
    [
        ([no_show("2026-03-01")], False),
        ([no_show("2026-03-01"), no_show("2026-05-20")], True),
        ([cancelled("2026-05-18"), cancelled("2026-05-19")], False),
        ([cancelled("2026-05-18"), cancelled("2026-05-19"), cancelled("2026-05-20")], True),
        ([cancelled("2026-04-20"), cancelled("2026-05-19"), cancelled("2026-05-20")], False),
        ([cancelled(f"2026-0{month}-01") for month in range(1, 6)], True),
        ([cancelled("2026-02-01"), cancelled("2026-04-01"), no_show("2026-05-20")], True),
        ([cancelled("2026-02-01"), no_show("2026-05-20")], False),
    ],
)
def test_the_rules_of_shantou(past: list[Counted], paused: bool) -> None:
    assert (paused_until(SHANTOU, past, TODAY) is not None) == paused
    assert paused_until(ZHONGSHAN, [each for each in past if each.what == "cancelled"], TODAY) is None


def test_what_comes_next_is_named_with_its_window_and_clearing_date() -> None:
    second = ahead(SHANTOU, [cancelled("2026-05-01"), cancelled("2026-05-20")], "cancelled", TODAY)
    assert second is not None
    assert (second.rule, second.more, second.cancels) == (Rule(0, 3, 30, 180), 1, 2)
    assert second.clears == on("2026-05-31")
    after_two = ahead(SHANTOU, [cancelled("2026-01-01"), cancelled("2026-02-01")], "no_show", TODAY)
    assert after_two is not None
    assert (after_two.rule, after_two.more, after_two.cancels) == (Rule(1, 2, 180, 180), 1, 2)
    assert ahead(ZHONGSHAN, [], "cancelled", TODAY) is None
    assert ahead((), [], "no_show", TODAY) is None


def test_in_the_middle_of_a_pause_something_new_makes_it_longer_and_afterwards_nothing_old_does() -> None:
    met = [no_show("2026-05-01"), no_show("2026-05-10")]
    assert paused_until(ZHONGSHAN, met, on("2026-05-12")) == on("2026-05-25")
    assert paused_until(ZHONGSHAN, [*met, no_show("2026-05-12")], on("2026-05-12")) == on("2026-05-27")
    assert paused_until(ZHONGSHAN, met, on("2026-05-26")) is None
    assert paused_until(ZHONGSHAN, [*met, no_show("2026-05-28")], on("2026-05-28")) == on("2026-06-12")


# --- for any rules and any past --------------------------------------------------------------------------------------

RULES = st.lists(
    st.builds(Rule, st.integers(0, 3), st.integers(0, 4), st.integers(1, 40), st.integers(1, 40)).filter(
        lambda rule: rule.no_shows + rule.cancels > 0
    ),
    max_size=3,
)
DAYS = st.integers(0, 90).map(lambda n: TODAY - timedelta(days=n))
WHATS: list[What] = ["no_show", "cancelled"]
PAST = st.lists(st.builds(Counted, st.sampled_from(WHATS), DAYS), max_size=8)


def kept_by_hand(rules: list[Rule], past: list[Counted]) -> date | None:
    """The same by a clerk who keeps a sheet: day after day, crossing out what has been there for its days."""
    last_paused = None
    for rule in rules:
        sheet: list[tuple[Counted, int]] = []
        paused_for = 0
        for n in range(91):
            day = TODAY - timedelta(days=90 - n)
            sheet = [(each, left - 1) for each, left in sheet if left > 1]
            paused_for = max(0, paused_for - 1)
            new = [each for each in past if each.day == day and getattr(rule, kind(each)) > 0]
            sheet += [(each, rule.within_days) for each in new]
            tally = {k: sum(kind(each) == k for each, _ in sheet) for k in ("no_shows", "cancels")}
            if new and all(tally[k] >= getattr(rule, k) for k in tally):
                paused_for = max(paused_for, rule.block_days)
        if paused_for:
            again = TODAY + timedelta(days=paused_for)
            last_paused = again if last_paused is None else max(last_paused, again)
    return last_paused


def kind(counted: Counted) -> str:
    return "no_shows" if counted.what == "no_show" else "cancels"


@given(RULES, PAST)
def test_a_pause_is_what_a_clerk_who_keeps_a_sheet_finds(rules: list[Rule], past: list[Counted]) -> None:
    assert paused_until(rules, past, TODAY) == kept_by_hand(rules, past)


@given(RULES, PAST, st.sampled_from(WHATS))
def test_so_many_more_pause_and_one_less_changes_nothing(rules: list[Rule], past: list[Counted], what: What) -> None:
    next_, one = ahead(rules, past, what, TODAY), Counted(what, TODAY)
    now = paused_until(rules, past, TODAY)
    if next_ is None:
        assert paused_until(rules, [*past, *[one] * 9], TODAY) == now
        return
    assert paused_until(rules, [*past, *[one] * (next_.more - 1)], TODAY) == now
    then = paused_until(rules, [*past, *[one] * next_.more], TODAY)
    assert then is not None
    assert then >= TODAY + timedelta(days=next_.rule.block_days)


@given(RULES, PAST)
def test_what_is_excused_never_makes_it_worse_and_without_anything_nothing_pauses(
    rules: list[Rule], past: list[Counted]
) -> None:
    until = paused_until(rules, past, TODAY)
    for n in range(len(past)):
        without = paused_until(rules, past[:n] + past[n + 1 :], TODAY)
        assert without is None or (until is not None and without <= until)
    assert paused_until(rules, [], TODAY) is None


@given(RULES, PAST, st.integers(0, 90))
def test_from_its_clearing_date_on_nothing_counts_and_the_day_before_it_does(
    rules: list[Rule], past: list[Counted], later: int
) -> None:
    day = TODAY + timedelta(days=later)
    for each in past:
        until = counts_until(rules, each)
        counting = [rule for rule in rules if each in rule.within(past, day)]
        assert bool(counting) == (until is not None and day < until)


@given(RULES, PAST)
def test_what_is_older_than_what_matters_changes_nothing(rules: list[Rule], past: list[Counted]) -> None:
    first = first_that_matters(rules, TODAY)
    recent = [each for each in past if each.day >= first]
    assert paused_until(rules, recent, TODAY) == paused_until(rules, past, TODAY)


# --- as data ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "[{ no_shows = 2, within_days = 30 }]",
        "[{ no_shows = 2, within_days = 30, block_days = 15, people = 2 }]",
        "[{ within_days = 30, block_days = 15 }]",
        "[{ no_shows = 0, cancels = 0, within_days = 30, block_days = 15 }]",
        "[{ no_shows = -1, cancels = 2, within_days = 30, block_days = 15 }]",
        "[{ no_shows = 2, within_days = 0, block_days = 15 }]",
        "[{ no_shows = 2, within_days = 30, block_days = 0 }]",
        "[{}]",
        "2",
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused_by_the_name_of_its_figure(value: str) -> None:
    text = f'[[figure]]\nname = "booking.pauses"\nvalue = {value}\nunit = "条"\nsince = 2024-01-01\nsource = "通知"\n'
    with pytest.raises(FlowFault, match=r"booking\.pauses"):
        rules_of(Policy.parse(text), TODAY)


def test_a_place_that_counts_nothing_says_so_with_an_empty_list() -> None:
    text = '[[figure]]\nname = "booking.pauses"\nvalue = []\nunit = "条"\nsince = 2024-01-01\nsource = "通知"\n'
    assert rules_of(Policy.parse(text), TODAY) == ()
