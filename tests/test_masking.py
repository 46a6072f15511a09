"""Numbers in free text: whatever could be a telephone's or an ID card's is masked, however it is grouped."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.masking import masked
from tests.inputs.test_id_number import with_check_digit

BETWEEN = ["", " ", "-", ".", "\u3000", "－", "．"]
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")

id_numbers = st.integers(0, 10**11 - 1).map(lambda n: with_check_digit(f"620423{n:011d}"))
mobiles = st.integers(0, 10**9 - 1).map(lambda n: f"1{3 + n % 7}{n:09d}")
words = st.sampled_from(["", "我叫张三", "身份证 ", "电话：", "，谢谢", " ok", "号"])
dates = st.dates().map(lambda day: f"{day:20%y-%m-%d}") | st.dates().map(lambda day: f"20{day:%y} {day.month:02d} 01")


@given(st.data(), id_numbers | mobiles, words, words, st.booleans())
def test_an_id_or_mobile_number_is_masked_however_it_is_grouped(
    data: st.DataObject, number: str, before: str, after: str, wide: bool
) -> None:
    gaps = data.draw(st.lists(st.sampled_from(BETWEEN), min_size=len(number) - 1, max_size=len(number) - 1))
    grouped = "".join(map("".join, zip(number, [*gaps, ""], strict=True)))
    shown = masked(before + (grouped.translate(WIDE) if wide else grouped) + after)
    assert shown.startswith(before)
    assert shown.endswith(after)
    assert len(re.findall(r"[\dXＸ]", shown)) <= 7


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("6204 2319 9001 0100 1X", "620***************0 1X"),
        ("620423 1990-01-01 001x。", "620***************001x。"),
        ("138-0000 0000打给我", "1**********00打给我"),
        ("+86 138 0000 0000", "+86 *********0000"),
        ("座机0943-0000000", "座机0*********00"),
        ("13800000000 xiaoming", "1********00 xiaoming"),
        ("6222 0200 0000 0000 000", "622**************** 000"),
    ],
)
def test_a_number_shows_its_ends_and_the_words_around_it_stay(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@given(st.lists(dates, min_size=1, max_size=3).map(" ".join))
def test_dates_stay_however_many(typed: str) -> None:
    assert masked(typed) == typed


@given(st.lists(st.integers(1900, 2099).map(str), min_size=1, max_size=6).map(" ".join))
def test_years_stay_however_many(typed: str) -> None:
    assert masked(typed) == typed


@given(st.integers(0, 10**8 - 1), st.integers(0, 99), st.sampled_from(["", "元", " 元", "块"]))
def test_amounts_stay(yuan: int, fen: int, unit: str) -> None:
    for typed in (f"{yuan}.{fen:02d}{unit}", f"{yuan:,}.{fen:02d}{unit}", f"{yuan}{unit}"):
        assert masked(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("2026 05 20", "2026-05-20 09:30", "2026.5.20-2026.5.25", "2026-05-20 14.30"),
        *("9:30-11:00", "8.30-12.00 14.30-18.00", "二〇二六年五月二十日"),
        *("我家 3 口人，一年 4428 元", "1 2 3 4 5", "李四 X"),
        *("JT260511-234567", "我的回执号jt260511-234567取消"),
    ],
)
def test_what_is_no_long_number_stays(typed: str) -> None:
    assert masked(typed) == typed


def test_a_long_text_that_is_almost_dates_is_masked_in_no_time() -> None:
    typed = "2000 1.11 " * 500 + "77"
    assert masked(typed) == f"200{'*' * (len(typed) - 7)}1 77"
