import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.phone import mask_phone, read_phone
from tests.inputs.reading import asked_again


@pytest.mark.parametrize(
    "typed",
    [
        "13800000000", "138 0000 0000", "138-0000-0000", "+86 13800000000", "+86-138-0000-0000", "008613800000000",
        "8613800000000", "(+86)13800000000", "１３８００００００００", "电话13800000000",
        "我的手机号是：13800000000。", "手機號碼13800000000", "一三八零零零零零零零零", "幺三八〇〇〇〇〇〇〇〇",
        "138\u200b00000000",
    ],
)  # fmt: skip
def test_a_mobile_number_is_read_however_it_is_written(typed: str) -> None:
    assert read_phone(typed) == "13800000000"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("6123456", "09436123456"), ("61234567", "094361234567"), ("0943-6123456", "09436123456"),
        ("(0943)6123456", "09436123456"), ("0943 612 3456", "09436123456"), ("+86 943 6123456", "09436123456"),
        ("座机：0943—6123456", "09436123456"), ("010-62345678", "01062345678"), ("+86 10 62345678", "01062345678"),
        ("0931 8123456", "09318123456"),
    ],
)  # fmt: skip
def test_a_landline_gets_its_area_code(typed: str, number: str) -> None:
    assert read_phone(typed) == number


def test_the_area_code_is_the_places_own() -> None:
    assert read_phone("6123456", area="0971") == "09716123456"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "phone-empty"), ("电话", "phone-empty"), ("110", "phone-short_code"), ("12345", "phone-short_code"),
        ("12349", "phone-short_code"), ("95588", "phone-short_code"), ("400-123-4567", "phone-short_code"),
        ("1380000000", "phone-length"), ("138000000001", "phone-length"), ("123", "phone-short_code"),
        ("620423199001010010", "phone-length"), ("12800000000", "phone-invalid"), ("没有电话", "phone-invalid"),
        ("09431234567", "phone-invalid"), ("0943-612345", "phone-invalid"), ("13800000000或13900000000", "phone-one"),
        ("13800000000 13900000000", "phone-one"), ("6123456/6123457", "phone-one"),
        ("+852 91234567", "phone-foreign"), ("0081312345678", "phone-foreign"), ("jane@example.org", "phone-invalid"),
        ("0943-6123456转8001", "phone-invalid"),
    ],
)  # fmt: skip
def test_what_cannot_be_called_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_phone(typed)
    assert fault.value.key == key


def test_a_number_of_the_wrong_length_is_told_how_many_digits_were_seen() -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_phone("138-0000-000")
    assert fault.value.args_["seen"] == 10


@pytest.mark.parametrize(
    ("number", "masked"),
    [("13812345678", "138****5678"), ("09436123456", "0943*****56"), ("01062345678", "010******78"), ("123", "***")],
)
def test_a_masked_number_shows_its_ends_only(number: str, masked: str) -> None:
    assert mask_phone(number) == masked


@given(st.text(max_size=80) | st.text(alphabet="0123456789+- 或", max_size=30))
def test_any_text_is_a_number_or_not_understood(typed: str) -> None:
    key = asked_again(read_phone, typed)
    if key is not None:
        assert key.startswith("phone-")
        return
    number = read_phone(typed)
    assert number.isascii()
    assert number.isdigit()
    assert read_phone(number) == number
    assert mask_phone(number) != number
