import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.number import MOST_FEN, read_money, read_number
from tests.inputs.reading import asked_again


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3", 3), ("３", 3), ("三", 3), ("三个", 3), ("3人", 3), ("五口人", 5), ("我家有五口人", 5), ("一共3个", 3),
        ("两本", 2), ("65岁", 65), ("六十五周岁", 65), ("今年65岁了", 65), ("满65岁", 65), ("3个月", 3),
        ("10天。", 10), ("0", 0), ("零", 0), ("一百二", 120), ("廿三", 23),
    ],
)  # fmt: skip
def test_a_whole_number_is_read_with_or_without_its_unit(typed: str, value: int) -> None:
    assert read_number(typed, 0, 150) == value


@pytest.mark.parametrize(
    "typed",
    [
        "", "没有", "几个", "五六个", "两三个", "十来个", "3.5", "三点五", "-3", "3-5", "虚岁65", "快65了",
        "大概五个", "3个或4个", "不知道", "3 4", "一半", "3x", "3" * 50,
    ],
)  # fmt: skip
def test_what_is_not_one_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_number(typed, 0, 150)
    assert fault.value.key == "number-not_a_number"


@given(st.integers(0, 10**9), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_number_is_taken_exactly_inside_its_range(value: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    if low <= value <= high:
        assert read_number(str(value), low, high) == value
    else:
        with pytest.raises(NotUnderstood) as fault:
            read_number(str(value), low, high)
        assert (fault.value.key, fault.value.args_["low"], fault.value.args_["high"]) == ("number-range", low, high)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("3500", 350000), ("3,500.50元", 350050), ("3千5", 350000), ("三千五", 350000), ("两万", 2000000),
        ("1.2万", 1200000), ("一万二", 1200000), ("一点二万", 1200000), ("2w", 2000000), ("三百块", 30000),
        ("三百块钱", 30000), ("300塊錢", 30000), ("¥3500", 350000), ("人民币三千元整", 300000), ("叁仟元整", 300000),
        ("三块五", 350), ("三块五毛", 350), ("三块五毛二", 352), ("三块零五分", 305), ("五毛", 50), ("20分", 20),
        ("0", 0), ("0元", 0), ("零", 0), ("大概三千", 300000), ("3000左右", 300000), ("有3000块", 300000),
        ("100.5", 10050),
    ],
)  # fmt: skip
def test_an_amount_is_read_into_fen(typed: str, fen: int) -> None:
    assert read_money(typed) == fen


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("没有", "money-say_zero"), ("没有收入", "money-say_zero"), ("一分钱都没有", "money-say_zero"),
        ("无", "money-say_zero"), ("三千多", "money-about"), ("两三千", "money-about"), ("3000-4000", "money-about"),
        ("三千到四千", "money-about"), ("几千", "money-about"), ("不到3000", "money-about"),
        ("3000以上", "money-about"), ("十来块", "money-about"), ("", "money-not_a_number"),
        ("3500.505", "money-not_a_number"), ("-3500", "money-not_a_number"), ("不知道", "money-not_a_number"),
        ("3500美元", "money-not_a_number"), ("3" * 60, "money-not_a_number"), ("每月3000", "money-period"),
        ("一年三万", "money-period"), ("20亿", "money-range"),
    ],
)  # fmt: skip
def test_what_is_no_definite_amount_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_money(typed)
    assert fault.value.key == key


@pytest.mark.parametrize(
    "typed", ["3000", "每月3000", "一个月三千", "3000/月", "3000元一个月", "月收入3000", "大概每个月3000块"]
)
def test_the_period_the_question_asks_about_may_be_said(typed: str) -> None:
    assert read_money(typed, per="month") == 300000


@pytest.mark.parametrize("typed", ["一年三万", "30000/年", "年收入3万"])
def test_an_amount_for_another_period_is_never_converted(typed: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_money(typed, per="month")
    assert fault.value.key == "money-period"


@given(st.integers(0, MOST_FEN))
def test_every_amount_written_with_two_decimals_reads_back(fen: int) -> None:
    yuan = f"{fen // 100}.{fen % 100:02d}"
    assert read_money(yuan) == read_money(f"{fen // 100:,}.{fen % 100:02d}元") == fen


@given(st.text(max_size=80) | st.text(alphabet="0123456789.,一二三千万块元角毛分个月年没有", max_size=30))
def test_any_text_is_a_number_or_not_understood(typed: str) -> None:
    number, money = asked_again(read_number, typed, 0, 99), asked_again(read_money, typed)
    assert number.startswith("number-") if number else 0 <= read_number(typed, 0, 99) <= 99
    assert money.startswith("money-") if money else 0 <= read_money(typed) <= MOST_FEN
