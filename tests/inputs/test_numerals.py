from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.numerals import read_decimal, read_whole

UNITS = ["", "十", "百", "千"]
FIGURES = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """The standard Chinese spelling of 0 to 99,999,999, written for these tests alone."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        return spelled(high) + "万" + ("" if not low else ("零" if low < 1000 else "") + spelled(low))
    digits = str(number)
    words = ""
    for place, digit in enumerate(digits):
        if digit != "0":
            words += FIGURES[int(digit)] + UNITS[len(digits) - 1 - place]
        elif words and not words.endswith("零"):
            words += "零"
    return words.rstrip("零") or "零"


@given(st.integers(0, 99_999_999))
def test_a_number_spelled_in_chinese_reads_as_itself(number: int) -> None:
    assert read_whole(spelled(number)) == number


@given(st.integers(0, 10**12))
def test_digits_with_or_without_commas_or_full_width_read_as_themselves(number: int) -> None:
    assert read_whole(str(number)) == number
    assert read_whole(f"{number:,}") == number
    assert read_whole("".join(chr(ord(digit) + 0xFEE0) for digit in str(number))) == number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("①", 1), ("１", 1), ("〇", 0), ("两", 2), ("十五", 15), ("二十", 20), ("廿三", 23), ("卅", 30),
        ("壹佰贰拾叁", 123), ("貳拾參", 23), ("一百零五", 105), ("一百五", 150), ("三千五", 3500), ("3千5", 3500),
        ("两万三", 23000), ("1万2", 12000), ("12万", 120000), ("一亿二", 120000000), ("二〇二六", 2026), ("二零", 20),
    ],
)  # fmt: skip
def test_numbers_read_as_people_write_them(typed: str, value: int) -> None:
    assert read_whole(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "", "五六", "两三", "三五百", "一百零", "百", "十十", "一千一千", "12百", "负三", "3.5", "3,50", "abc",
        "一百二百", "零零一百", "一万二万", "一" * 50, "9" * 20,
    ],
)  # fmt: skip
def test_estimates_and_malformed_numbers_are_none(typed: str) -> None:
    assert read_whole(typed) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.2万", "12000"), ("一点二万", "12000"), ("3500.50", "3500.5"), ("2w", "20000"), ("5k", "5000"), ("7", "7")],
)
def test_decimals_and_their_units_multiply(typed: str, value: str) -> None:
    assert read_decimal(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["三点", ".5", "1.2.3", "w", "1.2万5"])
def test_half_written_decimals_are_none(typed: str) -> None:
    assert read_decimal(typed) is None


@given(st.text(max_size=60) | st.text(alphabet="一二两三十百千万亿零点.0123456789,", max_size=30))
def test_no_text_breaks_the_numerals(typed: str) -> None:
    whole = read_whole(typed)
    assert whole is None or whole >= 0
    assert whole is None or read_decimal(typed) == whole
