"""The rules of the registrations, each named by its article: 民法典, 婚姻登记条例 (2025), 民发〔2020〕116号."""

from __future__ import annotations

from calendar import isleap
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import registration
from flows.appointments import rules as appointments
from flows.divorce import rules as divorce
from flows.divorce.certificate_flow import FLOW as DIVORCE_CERTIFICATE
from flows.divorce.flow import FLOW as DIVORCE
from flows.divorce.withdrawal_flow import FLOW as DIVORCE_WITHDRAWAL
from flows.hours import at, days, spans
from flows.language import Book, Facts
from flows.marriage import rules as marriage
from flows.marriage.flow import FLOW as MARRIAGE
from flows.reissue import rules as reissue
from flows.words import Words
from tests.inputs.test_id_number import with_check_digit
from tests.talk import MAN, OTHER_WOMAN, WOMAN
from tests.transcripts.walks import world_at

WORLD = world_at("2026-05-11T12:00")
DAY = date(2026, 5, 20)
ONE_DAY = timedelta(days=1)
UNUSUAL = "620400199001010015"
"""A number whose division code is that of no county."""


def facts(flow: str, world: Any = WORLD, **answers: Any) -> Facts:
    """The answers of a flow."""
    return Facts(world, flow, answers)


def number(birth: date, sequence: str) -> str:
    """A made-up number of someone born on a day; an odd last figure of the sequence is a man."""
    return with_check_digit(f"620423{birth:%Y%m%d}{sequence}")


def keys(lines: tuple[Words, ...]) -> list[str]:
    """The message ids of some lines."""
    return [line.key for line in lines]


# --- 民法典第1047条: 22 and 20, on the day of the appointment

births = st.dates(date(1940, 1, 1), date(2010, 12, 31))


@given(births, births, st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_1047_both_are_old_enough_exactly_from_the_later_of_the_two_birthdays(
    man: date, woman: date, day: date
) -> None:
    couple = facts("marriage", first_id=number(man, "001"), second_id=number(woman, "002"))
    from_ = marriage.old_enough_from(couple)
    fault = marriage.old_enough_on(day, couple)
    unsure = marriage.leap_birthday_on(facts("marriage", **couple, day=day))
    if day >= from_:
        assert fault is None
        assert not unsure
    else:
        assert fault is not None or unsure
    if fault is not None:
        assert fault.args == {"day": from_}


def test_1047_the_birthday_itself_is_enough_and_the_day_before_is_not() -> None:
    young = facts("marriage", first_id=number(date(2004, 5, 20), "005"), second_id=WOMAN)
    assert marriage.old_enough_on(DAY, young) is None
    assert marriage.old_enough_on(DAY - ONE_DAY, young) == Words("marriage-too_young", {"day": DAY})
    young = facts("marriage", first_id=MAN, second_id=number(date(2006, 5, 20), "002"))
    assert marriage.old_enough_on(DAY, young) is None
    assert marriage.old_enough_on(DAY - ONE_DAY, young) == Words("marriage-too_young", {"day": DAY})


def test_1047_it_does_not_matter_who_of_the_two_is_typed_first() -> None:
    young = number(date(2005, 5, 20), "002")  # a woman of 21
    assert marriage.old_enough_on(DAY, facts("marriage", first_id=young, second_id=MAN)) is None
    young = number(date(2005, 5, 20), "001")  # a man of 21
    assert marriage.old_enough_on(DAY, facts("marriage", first_id=OTHER_WOMAN, second_id=young)) is not None


@pytest.mark.parametrize("year", [2004, 2008])
def test_202_only_a_man_born_on_29_february_is_left_to_a_person_and_on_28_february_only(year: int) -> None:
    man = facts("marriage", first_id=number(date(year, 2, 29), "001"), second_id=WOMAN)
    reached = year + 22
    assert not isleap(reached)
    unsure = [
        day
        for day in (date(reached, 2, 27), date(reached, 2, 28), date(reached, 3, 1))
        if marriage.leap_birthday_on(facts("marriage", **man, day=day))
    ]
    assert unsure == [date(reached, 2, 28)]
    assert marriage.old_enough_from(man) == date(reached, 3, 1)
    woman = facts("marriage", first_id=MAN, second_id=number(date(year, 2, 29), "002"), day=date(year + 20, 2, 28))
    assert not marriage.leap_birthday_on(woman)
    assert marriage.old_enough_from(woman) == date(year + 20, 2, 29)


def test_1047_a_couple_that_is_too_young_for_every_day_that_can_be_booked_is_told_so() -> None:
    last = registration.last_bookable(facts("marriage"))
    on_the_last = facts("marriage", first_id=number(last.replace(year=last.year - 22), "001"), second_id=WOMAN)
    assert not marriage.too_young_for_long(on_the_last)
    assert marriage.earliest(on_the_last) == {"day": last}
    a_day_later = last.replace(year=last.year - 22) + ONE_DAY
    assert marriage.too_young_for_long(facts("marriage", first_id=number(a_day_later, "001"), second_id=WOMAN))


def test_1047_an_appointment_may_be_moved_to_days_on_which_both_are_old_enough() -> None:
    booked = MARRIAGE.endings["booked"]
    assert isinstance(booked, Book)
    young = facts("marriage", first_id=number(date(2004, 5, 20), "005"), second_id=WOMAN)
    assert booked.span(young) == (DAY, None)


# --- 婚姻登记条例第8条: papers of a marriage


def a_couple(**changed: Any) -> Facts:
    """A couple about to book."""
    answers = {
        "first_id": MAN,
        "second_id": WOMAN,
        "first_status": "never",
        "second_status": "never",
        "id_cards": "valid",
        "day": DAY,
    }
    return facts("marriage", **{**answers, **changed})


def test_8_two_id_cards_are_all_two_unmarried_people_need() -> None:
    found = marriage.precheck(a_couple())
    assert found.result == "complete"
    assert keys(found.bring) == ["bring-id_cards", "bring-joint_photo", "bring-no_household_book"]
    assert keys(tuple(found.words())) == ["precheck-complete", "precheck-bring"]


def test_8_a_temporary_card_will_do() -> None:
    found = marriage.precheck(a_couple(id_cards="temporary"))
    assert found.result == "complete"
    assert "bring-id_temporary" in keys(found.bring)


@pytest.mark.parametrize("state", ["expired", "lost", "unsure"])
def test_8_a_card_that_is_not_ready_is_missing(state: str) -> None:
    found = marriage.precheck(a_couple(id_cards=state))
    assert found.result == "missing"
    assert keys(found.missing) == [f"precheck-id_{state}"]


def test_8_who_was_married_brings_the_paper_that_shows_its_end() -> None:
    found = marriage.precheck(a_couple(first_status="widowed", second_status="divorced"))
    assert {"bring-divorce_proof", "bring-death_proof"} <= set(keys(found.bring))
    assert found.result == "complete"


def test_an_unusual_division_code_is_looked_at_by_a_person_and_what_is_missing_is_told_as_well() -> None:
    found = marriage.precheck(a_couple(first_id=UNUSUAL, id_cards="lost"))
    assert found.result == "person"
    assert keys(tuple(found.words())) == ["precheck-person", "precheck-missing", "precheck-bring"]


@pytest.mark.parametrize(("day", "needed"), [(date(2025, 5, 9), True), (date(2025, 5, 12), False)])
def test_8_15_21_the_household_book_is_needed_before_10_may_2025_only(day: date, needed: bool) -> None:
    line = "bring-household_book" if needed else "bring-no_household_book"
    assert keys(marriage.precheck(a_couple(day=day)).bring)[-1] == line
    assert keys(divorce.precheck_application(an_application(day=day)).bring)[-1] == line
    assert keys(divorce.precheck_certificate(a_certificate(day=day)).bring)[-1] == line
    assert keys(reissue.precheck(a_reissue(day=day)).bring)[-1] == line
    assert "household" not in " ".join(keys(divorce.precheck_withdrawal(a_certificate(day=day)).bring))


def test_8_10_may_2025_itself_is_the_first_day_without_it() -> None:
    assert registration.household_book(facts("marriage"), date(2025, 5, 10)).key == "bring-no_household_book"


# --- 民法典第1076条, 婚姻登记条例第13–15条: the application for a divorce


def an_application(**changed: Any) -> Facts:
    """A couple about to book the first visit."""
    answers = {
        "first_id": MAN,
        "second_id": WOMAN,
        "id_cards": "valid",
        "certificates": "both",
        "agreement": ("willing", "children", "property", "debts"),
        "day": DAY,
    }
    return facts("divorce", **{**answers, **changed})


@given(st.sets(st.sampled_from(divorce.AGREEMENT)))
def test_1076_every_heading_the_agreement_lacks_is_named_and_no_other(written: set[str]) -> None:
    found = divorce.precheck_application(an_application(agreement=tuple(sorted(written)) or ("none",)))
    lacking = [f"precheck-agreement_{part}" for part in divorce.AGREEMENT if part not in written]
    assert keys(found.missing) == lacking
    assert found.result == ("missing" if lacking else "complete")


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"both_agree": "no"}, "agreement"),
        ({"both_agree": "yes", "capacity": "no"}, "capacity"),
        ({"both_agree": "yes", "capacity": "yes", "where": "elsewhere"}, "place"),
    ],
)
def test_14_each_of_the_three_refusals_is_told_by_its_own_reason(answers: dict[str, str], reason: str) -> None:
    assert divorce.court(facts("divorce", **answers)) == {"reason": reason, "legal_aid": "12348"}


@pytest.mark.parametrize(
    ("certificates", "missing"),
    [("both", []), ("one_lost", []), ("both_lost", ["both_lost"]), ("unsure", ["unsure"])],
)
def test_116_one_lost_certificate_is_a_declaration_both_lost_a_copy_from_the_archive(
    certificates: str, missing: list[str]
) -> None:
    found = divorce.precheck_application(an_application(certificates=certificates))
    assert keys(found.missing) == [f"precheck-certificates_{each}" for each in missing]
    assert f"bring-certificates_{certificates}" in keys(found.bring)


def test_the_question_of_safety_and_its_telephone_are_confidential_and_nothing_else_is() -> None:
    told = {name for name, step in DIVORCE.steps.items() if step.confidential}
    assert told == {"safety", "safety_help", "safe_reach"}


# --- 民法典第1077、201、203条: the cooling-off period


def a_certificate(**changed: Any) -> Facts:
    """A couple that wants its certificate."""
    answers = {
        "receipt_day": date(2026, 4, 1),
        "papers": ("id_cards", "certificates", "receipt", "agreement"),
        "day": DAY,
    }
    return facts("divorce_certificate", **{**answers, **changed})


@pytest.mark.parametrize(
    ("today", "over"), [(date(2026, 5, 7), False), (date(2026, 5, 29), False), (date(2026, 5, 30), True)]
)
def test_1077_the_window_is_over_the_day_after_the_last_safe_day(today: date, over: bool) -> None:
    world = replace(WORLD, day=today)
    assert divorce.window_over(facts("divorce_certificate", world, receipt_day=date(2026, 4, 1))) is over


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(2026, 5, 6), False),
        (date(2026, 5, 7), True),
        (date(2026, 5, 29), True),
        (date(2026, 5, 30), False),
        (date(2026, 6, 1), False),
    ],
)
def test_1077_a_certificate_is_had_within_the_window_only(day: date, fits: bool) -> None:
    assert (divorce.in_window(day, a_certificate()) is None) is fits


def test_1077_an_appointment_is_moved_within_the_window_only() -> None:
    booked = DIVORCE_CERTIFICATE.endings["booked"]
    assert isinstance(booked, Book)
    assert booked.span(a_certificate()) == (date(2026, 5, 7), date(2026, 5, 29))


@pytest.mark.parametrize(("day", "fits"), [(date(2026, 4, 30), True), (date(2026, 5, 1), False)])
def test_1077_a_withdrawal_is_made_up_to_the_last_safe_day(day: date, fits: bool) -> None:
    withdrawal = facts("divorce_withdrawal", receipt_day=date(2026, 4, 1))
    assert (divorce.before_withdrawal_ends(day, withdrawal) is None) is fits


def test_1077_1260_there_is_no_receipt_from_before_2021() -> None:
    assert divorce.within_the_law(date(2021, 1, 1), facts("divorce_certificate")) is None
    assert divorce.within_the_law(date(2020, 12, 31), facts("divorce_certificate")) == Words("receipt-before_2021")


@pytest.mark.parametrize("flow", [DIVORCE_CERTIFICATE, DIVORCE_WITHDRAWAL])
def test_the_dates_are_days_on_which_the_office_of_the_place_is_open(flow: Any) -> None:
    place = WORLD.place
    office = place.offices["marriage"]
    mondays_only = replace(office, hours={0: ((time(9), time(12)),)}, makeup_as=1)
    world = replace(WORLD, place=replace(place, offices={"marriage": mondays_only}))
    dates = divorce.dates(facts(flow.name, world, receipt_day=date(2026, 4, 1)))
    assert dates.withdraw_by == date(2026, 4, 27)
    assert (dates.first_day, dates.safe_deadline) == (date(2026, 5, 11), date(2026, 5, 25))


def test_an_office_that_is_shut_all_the_time_leaves_the_dates_to_a_person_and_never_calls_the_window_over() -> None:
    shut = replace(WORLD.place.offices["marriage"], hours={})
    world = replace(WORLD, place=replace(WORLD.place, offices={"marriage": shut}), day=date(2026, 7, 1))
    closed = facts("divorce_certificate", world, receipt_day=date(2026, 4, 1))
    assert divorce.unclear(closed)
    assert not divorce.window_over(closed)
    assert divorce.withdrawal_over(closed)
    assert divorce.window(closed) == (None, None)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 75))
def test_1077_a_time_is_offered_exactly_when_a_day_of_the_window_can_be_booked(receipt: date, after: int) -> None:
    day = receipt + after * ONE_DAY
    now = facts("divorce_certificate", replace(WORLD, day=day, now=at(day, time(12))), receipt_day=receipt)
    ways = [divorce.window_over, divorce.window_not_bookable, divorce.window_too_near]
    bookable = days(registration.first_bookable(now), registration.last_bookable(now))
    in_window = [day for day in bookable if divorce.in_window(day, now) is None]
    assert bool(in_window) is not any(way(now) for way in ways)


@pytest.mark.parametrize(
    ("papers", "result", "told"),
    [
        (("id_cards", "certificates", "receipt", "agreement"), "complete", []),
        (("id_cards", "certificates", "receipt"), "missing", ["precheck-lacking_agreement"]),
        (("id_cards", "certificates", "agreement"), "person", ["precheck-lacking_receipt"]),
        (
            ("none",),
            "person",
            [f"precheck-lacking_{paper}" for paper in ("receipt", "id_cards", "certificates", "agreement")],
        ),
    ],
)
def test_116_what_is_lacking_for_the_certificate(papers: tuple[str, ...], result: str, told: list[str]) -> None:
    found = divorce.precheck_certificate(a_certificate(papers=papers))
    assert found.result == result
    assert keys(found.person + found.missing) == told
    assert "bring-receipt" in keys(found.bring)


def test_116_a_withdrawal_takes_ones_own_card_and_the_receipt_or_a_note() -> None:
    found = divorce.precheck_withdrawal(a_certificate())
    assert keys(found.bring) == ["bring-own_id", "bring-receipt_or_note"]


# --- 婚姻登记条例第21条: reissue


def a_reissue(**changed: Any) -> Facts:
    """Someone who wants a certificate again."""
    answers = {"which": "marriage", "reason": "lost", "who": "self", "number": MAN, "id_cards": "valid", "day": DAY}
    return facts("reissue", **{**answers, **changed})


def test_21_ones_own_card_is_enough_and_a_proxy_brings_a_notarised_authority() -> None:
    assert reissue.precheck(a_reissue()).result == "complete"
    assert "bring-proxy" not in keys(reissue.precheck(a_reissue()).bring)
    assert "bring-proxy" in keys(reissue.precheck(a_reissue(who="proxy")).bring)
    assert reissue.precheck(a_reissue(number=UNUSUAL)).result == "person"


@pytest.mark.parametrize(
    ("which", "typed", "fault"),
    [
        ("marriage", "J620423-2026-000001", None),
        ("marriage", "BJ620423-2020-000001", None),
        ("divorce", "L620423-2020-000001", None),
        ("divorce", "BL620423-2020-000001", None),
        ("marriage", "BL620423-2020-000001", "certificate-other_kind"),
        ("divorce", "J620423-2020-000001", "certificate-other_kind"),
        ("divorce", "620423-2020-000001", "certificate-format"),
        ("divorce", "L620423-1949-000001", "certificate-year"),
    ],
)
def test_a_certificate_number_is_of_the_kind_asked_for(which: str, typed: str, fault: str | None) -> None:
    words = reissue.certificate_number(typed, a_reissue(which=which))
    assert (words.key if words is not None else None) == fault


# --- 我的预约: the place's own rules


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 40))
def test_an_appointment_can_be_changed_up_to_the_days_of_the_place_before_it(day: date, before: int) -> None:
    value = appointments.booking_value("marriage", day, "slot", "b1")
    today = facts("appointments", replace(WORLD, day=day - before * ONE_DAY), booking=value)
    is_open = bool(spans(WORLD, WORLD.place.offices["marriage"], day))
    assert appointments.too_late(today) is (is_open and before < WORLD.policy.whole("booking.cancel_days", DAY))
    ticket = appointments.booking_value("divorce_withdrawal", day, "ticket", "b1")
    assert not appointments.too_late(facts("appointments", today.world, booking=ticket))


@given(st.text(min_size=1, max_size=60), st.sampled_from(get_args(appointments.Kind)))
def test_a_bookings_id_and_day_survive_being_an_answer_whatever_it_holds(booking: str, kind: appointments.Kind) -> None:
    value = appointments.booking_value("marriage", DAY, kind, booking)
    assert (appointments.booking_id(value), appointments.booking_day(value)) == (booking, DAY)
