import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.numbers import LENGTH
from flows.errors import NotUnderstood
from flows.inputs.code import ALPHABET
from flows.inputs.receipt import read_receipt
from tests.inputs.reading import asked_again


@pytest.mark.parametrize(
    "typed",
    [
        "JT261122-G4MUEJ", "jt261122-g4muej", "JT261122G4MUEJ", "JT 261122 G4MUEJ", "JT 261122 - G4M UEJ",
        "ＪＴ２６１１２２－Ｇ４ＭＵＥＪ", "JT261122—G4MUEJ", "JT26II22-G4MUEJ", "JT26l122-G4MUEJ", "261122-G4MUEJ",
        "261122g4muej", "编号：JT261122-G4MUEJ。", "我的预约编号是JT261122-G4MUEJ，谢谢", "編號JT261122-G4MUEJ",
        "my number is jt261122-g4muej thanks", "J T 2 6 1 1 2 2 G 4 M U E J", "JT\u200b261122-G4MUEJ",
    ],
)  # fmt: skip
def test_a_receipt_number_is_read_however_it_is_written(typed: str) -> None:
    assert read_receipt(typed, "JT") == "JT261122-G4MUEJ"


def test_a_letter_o_among_the_digits_of_the_day_is_a_nought() -> None:
    assert read_receipt("JT26O5O1-G4MUEJ", "JT") == "JT260501-G4MUEJ"


def test_the_number_of_another_place_is_read_as_it_is() -> None:
    assert read_receipt("st261122-G4MUEJ", "JT") == "ST261122-G4MUEJ"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "receipt-empty"), ("编号", "receipt-empty"), ("预约编号是：", "receipt-empty"),
        ("JT261122-G4MUE", "receipt-shape"), ("JT261122-G4MUEJK", "receipt-shape"), ("JT26112-G4MUEJ", "receipt-shape"),
        ("G4MUEJ", "receipt-shape"), ("没有了", "receipt-shape"), ("620423199001010010", "receipt-shape"),
        ("13800000000", "receipt-shape"), ("JTX61122-G4MUEJ", "receipt-shape"),
        ("JT261122-G4MUE0", "receipt-never"), ("JT261122-G4MUEO", "receipt-never"),
        ("JT261122-1IL234", "receipt-never"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_receipt_number_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_receipt(typed, "JT")
    assert fault.value.key == key


@given(st.dates(), st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_every_number_that_is_given_is_read_as_itself(day: object, tail: str) -> None:
    number = f"JT{day:%y%m%d}-{tail}"
    assert read_receipt(number, "JT") == number
    assert read_receipt(number.lower().replace("-", ""), "JT") == number


@given(st.text(max_size=80) | st.text(alphabet="JT26O1- GMUE编号", max_size=40))
def test_any_text_is_a_receipt_number_or_not_understood(typed: str) -> None:
    key = asked_again(read_receipt, typed, "JT")
    if key is not None:
        assert key.startswith("receipt-")
        return
    number = read_receipt(typed, "JT")
    assert len(number) == 15
    assert read_receipt(number, "JT") == number
