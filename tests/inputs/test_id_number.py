from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.id_number import describe, mask, read_id_number
from tests.inputs.reading import asked_again

TODAY = date(2026, 5, 13)
MAN, LEAP_DAY, CHILD = "62042319900101001X", "620423195202290021", "620423201206150032"
RESIDENT_OF_HONG_KONG, PERMANENT = "810000199408230021", "911840198503150016"
ALL = frozenset({"resident", "hmt_permit", "permanent", "permanent_old", "hk_macao_pass", "taiwan_pass", "passport"})


def with_check_digit(first17: str) -> str:
    """ISO 7064 MOD 11-2 by its recursive definition, independent of the table of weights."""
    remainder = 0
    for digit in first17:
        remainder = (remainder + int(digit)) * 2 % 11
    check = (12 - remainder) % 11
    return first17 + ("X" if check == 10 else str(check))


@pytest.mark.parametrize(
    "number", [MAN, LEAP_DAY, CHILD, RESIDENT_OF_HONG_KONG, "830000199201300022", PERMANENT, "ABC123456789012"]
)
def test_a_valid_number_is_read_as_itself(number: str) -> None:
    assert read_id_number(number, TODAY) == number


@pytest.mark.parametrize(
    "typed",
    [
        "62042319900101001x", " 620423 19900101 001X ", "620423-19900101-001X",
        "６２０４２３１９９００１０１００１Ｘ", "身份证号：62042319900101001X",
        "我的身份证号码是62042319900101001X。", "身份證號碼62042319900101001X", "62042319900101001×",
        "62042319900101001Х", "620423 1990 0101\u200b001X", "62042319900101001X\n",
    ],
)  # fmt: skip
def test_spelling_does_not_matter(typed: str) -> None:
    assert read_id_number(typed, TODAY) == MAN


@pytest.mark.parametrize(
    ("number", "kind", "birth", "sex"),
    [
        (MAN, "resident", date(1990, 1, 1), "male"),
        (LEAP_DAY, "resident", date(1952, 2, 29), "female"),
        (CHILD, "resident", date(2012, 6, 15), "male"),
        (RESIDENT_OF_HONG_KONG, "hmt_permit", date(1994, 8, 23), "female"),
        (PERMANENT, "permanent", date(1985, 3, 15), None),
        ("ABC123456789012", "permanent_old", None, None),
        ("H12345678", "hk_macao_pass", None, None),
        ("M1234567890", "hk_macao_pass", None, None),
        ("12345678", "taiwan_pass", None, None),
        ("1234567890A", "taiwan_pass", None, None),
        ("E12345678", "passport", None, None),
        ("13800000000", "unknown", None, None),
        ("", "unknown", None, None),
    ],
)
def test_a_number_says_its_kind_birth_and_sex(number: str, kind: str, birth: date | None, sex: str | None) -> None:
    found = describe(number)
    assert (found.kind, found.birth, found.sex, found.warning) == (kind, birth, sex, None)


def test_a_division_that_is_no_county_only_warns() -> None:
    number = with_check_digit("62040019900101001")
    assert describe(read_id_number(number, TODAY)).warning == "division"


def test_a_permanent_residents_birth_that_is_no_date_only_warns() -> None:
    number = with_check_digit("91112419819999002")
    found = describe(read_id_number(number, TODAY))
    assert (found.birth, found.warning) == (None, "birth")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "id_number-empty"), ("身份证号", "id_number-empty"), ("620423900101001", "id_number-fifteen"),
        ("我没带", "id_number-characters"), ("62042319900101OO1X", "id_number-characters"),
        ("6204231990X1010010", "id_number-characters"), ("990101", "id_number-length"),
        ("620423199001010010", "id_number-check"), (with_check_digit("71042319900101001"), "id_number-province"),
        (with_check_digit("16042319900101001"), "id_number-province"),
        (with_check_digit("81000119940823002"), "id_number-province"),
        (with_check_digit("62042319900230001"), "id_number-birth"),
        (with_check_digit("62042320260514001"), "id_number-birth"),
        (with_check_digit("62042318950513001"), "id_number-birth"), ("E12345678", "id_number-kind"),
        ("H12345678", "id_number-kind"),
    ],
)  # fmt: skip
def test_a_wrong_number_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_id_number(typed, TODAY)
    assert fault.value.key == key


@pytest.mark.parametrize(
    ("typed", "seen"), [("62042319900101001", 17), ("6204231990010100101", 19), ("13800000000", 11)]
)
def test_a_number_of_the_wrong_length_is_told_how_many_digits_were_seen(typed: str, seen: int) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_id_number(typed, TODAY)
    assert (fault.value.key, fault.value.args_["seen"]) == ("id_number-length", seen)


def test_a_birth_today_is_accepted_and_one_tomorrow_is_not() -> None:
    assert read_id_number(with_check_digit("62042320260513001"), TODAY)
    with pytest.raises(NotUnderstood):
        read_id_number(with_check_digit("62042320260514001"), TODAY)


@pytest.mark.parametrize(
    ("number", "accept"),
    [(MAN, {"passport"}), (PERMANENT, {"resident"}), (RESIDENT_OF_HONG_KONG, {"resident"}), (MAN, {"permanent"})],
)
def test_a_document_the_question_does_not_take_is_refused_by_its_kind(number: str, accept: set[str]) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_id_number(number, TODAY, frozenset(accept))
    assert (fault.value.key, fault.value.args_["kind"]) == ("id_number-kind", describe(number).kind)


@pytest.mark.parametrize("number", ["E12345678", "12345678", "H12345678", "AB123456", "PA1234567"])
def test_a_passport_question_takes_any_passport(number: str) -> None:
    assert read_id_number(number.lower(), TODAY, frozenset({"passport"})) == number


def test_a_telephone_or_a_mistyped_card_is_no_passport() -> None:
    for typed in ("13800000000", "62042319900101001", "620423199001010010"):
        with pytest.raises(NotUnderstood):
            read_id_number(typed, TODAY, ALL)


births = st.dates(date(1900, 1, 1), TODAY)


@given(births, st.sampled_from(["620423", "622324", "110101", "810000", "830000"]), st.integers(0, 999))
def test_every_number_made_by_the_standard_reads_back(birth: date, division: str, sequence: int) -> None:
    number = with_check_digit(f"{division}{birth:%Y%m%d}{sequence:03d}")
    found = describe(read_id_number(number, TODAY))
    assert (found.birth, found.sex) == (birth, "male" if sequence % 2 else "female")


@given(st.sampled_from([MAN, LEAP_DAY, CHILD, RESIDENT_OF_HONG_KONG, PERMANENT]), st.integers(0, 17), st.integers(1, 9))
def test_one_changed_digit_is_always_noticed(number: str, at: int, by: int) -> None:
    old = 10 if number[at] == "X" else int(number[at])
    slip = number[:at] + str((old + by) % 10) + number[at + 1 :]
    if slip != number:
        with pytest.raises(NotUnderstood):
            read_id_number(slip, TODAY)


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (MAN, "620***********001X"), ("ABC123456789012", "ABC********9012"), ("H12345678", "H******78"),
        ("12345", "****5"), ("123", "***"), ("", ""),
    ],
)  # fmt: skip
def test_a_masked_number_shows_its_ends_only(number: str, masked: str) -> None:
    assert mask(number) == masked


@given(st.text(alphabet="0123456789X", max_size=30))
def test_a_mask_keeps_the_length_and_hides_more_than_half(number: str) -> None:
    masked = mask(number)
    assert len(masked) == len(number)
    assert masked.count("*") * 2 >= len(number)


@given(st.text(max_size=80) | st.text(alphabet="0123456789XxHM -", max_size=25), st.sets(st.sampled_from(sorted(ALL))))
def test_any_text_is_a_number_or_not_understood(typed: str, accept: set[str]) -> None:
    kinds = frozenset(accept)
    key = asked_again(read_id_number, typed, TODAY, kinds)
    if key is not None:
        assert key.startswith("id_number-")
        return
    number = read_id_number(typed, TODAY, kinds)
    assert describe(number, kinds).kind in kinds
    assert read_id_number(number, TODAY, kinds) == number
