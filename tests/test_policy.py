"""Figures of the law and of a place: dated, sourced, laid over each other, and never guessed."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counting import rules_of
from flows.errors import FlowFault
from flows.policy import Figure, NotInForce, Policy, load, screen_below
from flows.verdict import Verdict

ENTRY = {"name": '"aid.month"', "value": "600", "unit": '"元/人/月"', "since": "2024-01-01", "source": '"县民政局通知"'}


def entry(**changes: str | None) -> str:
    """One [[figure]] in TOML; a change of None leaves the key out."""
    pairs = {**ENTRY, **changes}
    return "\n".join(["[[figure]]", *(f"{key} = {value}" for key, value in pairs.items() if value is not None), ""])


STEPPED = entry(value="500", since="2022-01-01") + entry() + entry(value="700", since="2025-07-01")


def test_the_latest_value_on_or_before_the_day_holds() -> None:
    policy = Policy.parse(STEPPED)
    days = [date(2022, 1, 1), date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [policy.value("aid.month", day) for day in days] == [500, 500, 600, 600, 700]


@given(st.permutations([("500", "2022-01-01"), ("600", "2024-01-01"), ("700", "2025-07-01")]), st.dates())
def test_the_order_of_the_entries_in_a_file_never_matters(order: list[tuple[str, str]], day: date) -> None:
    shuffled = Policy.parse("".join(entry(value=value, since=since) for value, since in order))
    if day < date(2022, 1, 1):
        with pytest.raises(NotInForce):
            shuffled.figure("aid.month", day)
    else:
        assert shuffled.figure("aid.month", day) == Policy.parse(STEPPED).figure("aid.month", day)


def test_a_day_before_the_first_value_is_an_error_and_not_the_nearest_value() -> None:
    with pytest.raises(NotInForce, match=r"'aid\.month' in force on 2021-12-31"):
        Policy.parse(STEPPED).figure("aid.month", date(2021, 12, 31))


def test_a_value_holds_on_its_last_day_and_not_on_the_next_even_if_an_older_one_stands_before_it() -> None:
    policy = Policy.parse(entry(value="500", since="2022-01-01") + entry(until="2024-12-31"))
    assert policy.value("aid.month", date(2024, 12, 31)) == 600
    with pytest.raises(NotInForce):
        policy.value("aid.month", date(2025, 1, 1))


def test_a_name_that_no_file_has_is_an_error_of_its_own() -> None:
    with pytest.raises(FlowFault, match=r"no figure named 'aid\.year'") as raised:
        Policy.parse(STEPPED).figure("aid.year", date(2024, 1, 1))
    assert not isinstance(raised.value, NotInForce)


def test_a_later_file_wins_on_the_days_on_which_it_has_a_value_and_only_on_those() -> None:
    place = entry(value="650", since="2024-03-01", until="2025-08-31", source='"景泰县"')
    policy = Policy.parse(STEPPED, place)
    days = [date(2024, 2, 29), date(2024, 3, 1), date(2025, 8, 31), date(2025, 9, 1)]
    assert [policy.value("aid.month", day) for day in days] == [600, 650, 650, 700]
    assert policy.figure("aid.month", date(2024, 3, 1)).source == "景泰县"


def test_a_list_of_tables_is_one_figure_that_a_later_file_replaces_whole() -> None:
    rules, none = entry(value="[{ a = 1, b = 2 }, { a = 3 }]"), entry(value="[]", since="2024-03-01")
    policy = Policy.parse(rules, none)
    assert policy.tables("aid.month", date(2024, 2, 29)) == ({"a": 1, "b": 2}, {"a": 3})
    assert policy.tables("aid.month", date(2024, 3, 1)) == ()
    with pytest.raises(FlowFault, match="used as a list of tables"):
        Policy.parse(entry()).tables("aid.month", date(2024, 1, 1))


def test_a_figure_carries_everything_that_was_written() -> None:
    policy = Policy.parse(entry(value="865.5", until="2024-12-31", stale="true"))
    assert policy.figure("aid.month", date(2024, 5, 1)) == Figure(
        "aid.month", Decimal("865.5"), "元/人/月", date(2024, 1, 1), date(2024, 12, 31), "县民政局通知", stale=True
    )


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"since": None}, "lacks since"),
        ({"source": None}, "lacks source"),
        ({"unit": None}, "lacks unit"),
        ({"value": None}, "lacks value"),
        ({"name": None}, "lacks name"),
        ({"from": "2024-01-01"}, "unknown key from"),
        ({"since": '"2024-01-01"'}, "'since' must be a date"),
        ({"since": "2024-01-01T08:00:00"}, "'since' must be a date"),
        ({"since": "2024"}, "'since' must be a date"),
        ({"until": "2023-12-31"}, "'until' 2023-12-31 is before"),
        ({"source": '"  "'}, "'source' must be words"),
        ({"unit": "1"}, "'unit' must be words"),
        ({"name": '"低保"'}, "a name is small letters"),
        ({"value": "[1, 2]"}, "'value' must be"),
        ({"value": "[{ a = 1.5 }]"}, "'value' must be"),
        ({"value": "[{ a = true }]"}, "'value' must be"),
        ({"value": "{ a = 1 }"}, "'value' must be"),
        ({"value": '""'}, "'value' must be"),
        ({"value": "nan"}, "'value' must be"),
        ({"stale": '"yes"'}, "'stale' must be true or false"),
    ],
)
def test_an_entry_that_is_not_exactly_right_is_refused_with_file_and_entry(
    changes: dict[str, str | None], complaint: str
) -> None:
    with pytest.raises(FlowFault, match=complaint) as raised:
        Policy.parse(entry(name='"first"'), entry(name='"second"') + entry(**changes), files=["a.toml", "b.toml"])
    assert str(raised.value).startswith("b.toml, figure 2")
    if "name" not in changes:
        assert "'aid.month'" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[figure]", "policy text 1 is not TOML"),
        ('place = "景泰"\n', "only, not place"),
        ("[figure]\nname = 1\n", "entries only"),
        ("figure = [1]\n", "figure 1 is not a table"),
        (entry() + entry(value="601"), "two figures 'aid.month' since 2024-01-01"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(FlowFault, match=complaint):
        Policy.parse(text)


def test_a_place_cannot_give_a_figure_in_another_unit_than_the_file_below() -> None:
    with pytest.raises(FlowFault, match=r"policy text 2: 'aid\.month' is given in 元/人/年 and elsewhere"):
        Policy.parse(entry(), entry(unit='"元/人/年"', value="7200"))


def test_what_is_used_as_a_whole_number_must_be_one() -> None:
    day = date(2024, 1, 1)
    assert Policy.parse(entry()).whole("aid.month", day) == 600
    for other in ("true", "600.0", '"600"'):
        with pytest.raises(FlowFault, match="whole number"):
            Policy.parse(entry(value=other)).whole("aid.month", day)


@given(st.decimals(0, 2000, places=2), st.booleans())
def test_a_stale_standard_screens_in_and_never_out(amount: Decimal, stale: bool) -> None:
    figure = Policy.parse(entry(stale=str(stale).lower())).figure("aid.month", date(2024, 1, 1))
    verdict = screen_below(amount, figure)
    assert (verdict is Verdict.YES) == (amount < 600)
    if stale:
        assert verdict is not Verdict.NO
    else:
        assert verdict is not Verdict.UNKNOWN


def test_an_income_of_exactly_the_standard_is_not_below_it() -> None:
    fresh = Policy.parse(entry()).figure("aid.month", date(2024, 1, 1))
    stale = Policy.parse(entry(stale="true")).figure("aid.month", date(2024, 1, 1))
    assert [screen_below(599, fresh), screen_below(600, fresh)] == [Verdict.YES, Verdict.NO]
    assert [screen_below(599, stale), screen_below(600, stale)] == [Verdict.YES, Verdict.UNKNOWN]


def test_an_amount_is_not_compared_with_a_figure_that_is_no_amount() -> None:
    with pytest.raises(FlowFault, match="compared with an amount"):
        screen_below(1, Policy.parse(entry(value="true")).figure("aid.month", date(2024, 1, 1)))


PACKAGED = resources.files("flows.policy")
PROFILES = sorted(
    f"profiles/{each.name[:-5]}" for each in PACKAGED.joinpath("profiles").iterdir() if each.name.startswith("booking_")
)
BOOKING = {
    "booking.lead_days",
    "booking.horizon_days",
    "booking.release_time",
    "booking.cancel_days",
    "booking.pauses",
}


def test_the_law_changes_on_its_day() -> None:
    national = load(["national"])
    eve, day = date(2025, 5, 9), date(2025, 5, 10)
    assert national.value("registration.household_book_needed", eve) is True
    assert national.value("registration.household_book_needed", day) is False
    assert national.value("registration.nationwide", eve) is False
    assert national.value("registration.nationwide", day) is True
    assert (national.whole("marriage.age.man", day), national.whole("marriage.age.woman", day)) == (22, 20)
    with pytest.raises(NotInForce):
        national.value("divorce.cooling_days", date(2020, 12, 31))


def test_the_old_amounts_of_jingtai_only_screen_in() -> None:
    policy = load(["national", "jingtai"])
    on = date(2026, 11, 2)
    amounts = {name: policy.figure(name, on) for name in ("dibao.urban", "dibao.rural", "tekun.urban", "tekun.rural")}
    assert {name: figure.value for name, figure in amounts.items()} == {
        "dibao.urban": 577,
        "dibao.rural": 4428,
        "tekun.urban": 9012,
        "tekun.rural": 6360,
    }
    assert all(figure.stale for figure in amounts.values())
    assert screen_below(576, amounts["dibao.urban"]) is Verdict.YES
    assert screen_below(9000, amounts["dibao.urban"]) is Verdict.UNKNOWN


def test_there_is_a_choice_of_booking_profiles() -> None:
    assert len(PROFILES) >= 2


@pytest.mark.parametrize("profile", PROFILES)
def test_every_booking_profile_answers_every_question_of_booking(profile: str) -> None:
    policy = load(["national", "jingtai", profile])
    on = date(2026, 11, 2)
    assert set(policy.layers[-1]) == BOOKING
    assert isinstance(policy.value("booking.release_time", on), time)
    days = {name: policy.whole(name, on) for name in BOOKING - {"booking.release_time", "booking.pauses"}}
    assert 1 <= days["booking.lead_days"] < days["booking.horizon_days"]
    assert min(days.values()) >= 1
    assert rules_of(policy, on)
    assert policy.figure("booking.lead_days", on).source.startswith("地方预约办法：")


@pytest.mark.parametrize("name", ["lanzhou", "../../pyproject", "profiles", "", "National"])
def test_a_policy_file_that_is_not_there_is_told_by_name(name: str) -> None:
    with pytest.raises(FlowFault, match=re.escape(f"no policy file '{name}'")):
        load(["national", name])
