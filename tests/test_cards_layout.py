"""From pieces of text to a card, without any recogniser: the pieces are made here."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.id_number import read_id_number
from integrations.cards.layout import SURE_ENOUGH, CardReading, Read, read_card
from integrations.cards.printed import ETHNIC_GROUPS
from integrations.cards.rows import Piece
from tests.card_figures import marks
from tests.cards import Card, made_up_card
from tests.people import id_number

TODAY = date(2026, 5, 11)
BIRTH = date(1986, 3, 7)
CARD = Card("张三丰", "男", "汉", BIRTH, "甘肃省景泰县一条山镇东街12号", id_number(BIRTH, man=True))
HEIGHT, WIDE = 40, 36

Line = tuple[int, int, str]
"""Left and top in pixels, and the words."""


def lines_of(card: Card) -> list[Line]:
    """A front as it is printed, label by label."""
    address = [card.address[start : start + 11] for start in range(0, len(card.address), 11)]
    return [
        *((60, 70, "姓名"), (180, 68, card.name)),
        *((60, 145, "性别"), (180, 143, card.sex), (290, 145, "民族"), (400, 143, card.group)),
        (60, 220, "出生"),
        (180, 217, f"{card.birth.year} 年 {card.birth.month} 月 {card.birth.day} 日"),
        (60, 300, "住址"),
        *((180, 295 + 60 * row, words) for row, words in enumerate(address)),
        *((60, 534, "公民身份号码"), (330, 530, card.number)),
    ]


def pieces_of(lines: list[Line], confidence: float = 0.99, angle: float = 0.0) -> list[Piece]:
    """The pieces of these lines when the card lies at an angle, in degrees."""
    turn = complex(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    found = []
    for left, top, text in lines:
        right, bottom = left + WIDE * len(text), top + HEIGHT
        around = [complex(x, y) * turn for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        first, second, third, fourth = ((point.real, point.imag) for point in around)
        found.append(Piece(text, confidence, (first, second, third, fourth)))
    return found


def read(lines: list[Line], **seen: float) -> CardReading:
    return read_card(pieces_of(lines, **seen), TODAY)


def without(*words: str) -> list[Line]:
    """The lines of the card without some pieces."""
    return [line for line in lines_of(CARD) if line[2] not in words]


def changed(old: str, new: str) -> list[Line]:
    """The lines of the card with a piece that reads differently."""
    assert any(words == old for _, _, words in lines_of(CARD))
    return [(left, top, new if words == old else words) for left, top, words in lines_of(CARD)]


@pytest.mark.parametrize("angle", [0, 4, -17, 31, -40])
def test_every_field_is_read_at_any_angle(angle: float) -> None:
    reading = read(lines_of(CARD), angle=angle)
    assert reading.reason is None
    assert set(marks(reading, CARD).values()) == {"right"}


@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_every_made_up_card_is_read_in_whatever_order_its_pieces_come(seed: int, order: Random) -> None:
    card = made_up_card(seed)
    pieces = pieces_of(lines_of(card))
    order.shuffle(pieces)
    assert set(marks(read_card(pieces, TODAY), card).values()) == {"right"}


def test_words_found_as_one_piece_read_like_words_found_apart() -> None:
    lines = [line for line in lines_of(CARD) if line[1] not in (145, 143, 220, 217)]
    lines += [(60, 143, "性 别 男 民 族 汉"), (60, 217, "出生1986年3月7日")]
    assert set(marks(read(lines), CARD).values()) == {"right"}


@pytest.mark.parametrize("label", ["姓名", "性别", "出生", "住址", "公民身份号码"])
def test_a_label_that_was_overlooked_costs_nothing(label: str) -> None:
    assert set(marks(read(without(label)), CARD).values()) == {"right"}


@pytest.mark.parametrize(
    ("label", "misread", "field"), [("姓名", "姓8", "name"), ("姓名", "舞名", "name"), ("住址", "生址", "address")]
)
def test_a_label_misread_in_part_is_not_taken_for_the_beginning_of_a_value(
    label: str, misread: str, field: str
) -> None:
    assert marks(read(changed(label, misread)), CARD)[field] == "empty"


@given(place=st.integers(0, 17), other=st.sampled_from("0123456789X"))
def test_one_misread_character_of_the_number_lets_none_through_and_neither_birth_nor_sex(
    place: int, other: str
) -> None:
    misread = CARD.number[:place] + other + CARD.number[place + 1 :]
    seen = marks(read(changed(CARD.number, misread)), CARD)
    wanted = "right" if misread == CARD.number else "empty"
    assert (seen["number"], seen["birth"], seen["sex"]) == (wanted, wanted, wanted)
    assert seen["name"] == "right"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 900),
            st.integers(0, 600),
            st.text("姓名性别男女民族汉出生年月日住址公民身份号码张三县村0123456789X· ", max_size=24)
            | st.sampled_from([words for _, _, words in lines_of(CARD)]),
        ),
        max_size=30,
    ),
    st.floats(0, 1),
)
def test_whatever_is_recognised_no_wrong_number_gets_through(lines: list[Line], confidence: float) -> None:
    reading = read(lines, confidence=confidence)
    if reading.number.value is not None:
        assert read_id_number(reading.number.value, TODAY) == reading.number.value
        assert confidence >= SURE_ENOUGH
    if reading.reason is not None:
        assert reading == CardReading(reading.reason)
    assert reading.birth.value is None or reading.number.value is not None
    assert reading.ethnic_group.value is None or reading.ethnic_group.value.removesuffix("族") in ETHNIC_GROUPS


@pytest.mark.parametrize(
    ("old", "new"),
    [("男", "女"), ("1986 年 3 月 7 日", "1986 年 8 月 7 日"), ("1986 年 3 月 7 日", "1936 年 3 月 7 日")],
)
def test_where_the_print_contradicts_the_number_neither_is_suggested(old: str, new: str) -> None:
    seen = marks(read(changed(old, new)), CARD)
    assert (seen["number"], seen["birth"], seen["sex"]) == ("empty", "empty", "empty")


@pytest.mark.parametrize("old", ["男", "1986 年 3 月 7 日"])
def test_where_the_print_cannot_be_read_the_number_says_it(old: str) -> None:
    seen = marks(read(changed(old, "口口")), CARD)
    assert (seen["number"], seen["birth"], seen["sex"]) == ("right", "right", "right")


@pytest.mark.parametrize("field", ["name", "ethnic_group", "address", "number"])
def test_what_the_recogniser_is_unsure_of_is_asked_for(field: str) -> None:
    value = {"name": CARD.name, "ethnic_group": CARD.group, "address": CARD.address[:11], "number": CARD.number}[field]
    pieces = [replace(piece, confidence=0.45) if piece.text == value else piece for piece in pieces_of(lines_of(CARD))]
    reading = read_card(pieces, TODAY)
    assert getattr(reading, field) == Read(None, 0.45)
    assert reading.reason is None


def test_a_name_and_an_address_must_be_read_more_surely_than_what_is_checked() -> None:
    seen = marks(read(lines_of(CARD), confidence=0.7), CARD)
    assert {field for field, mark in seen.items() if mark == "empty"} == {"name", "address"}
    assert set(marks(read(lines_of(CARD), confidence=0.8), CARD).values()) == {"right"}


@pytest.mark.parametrize("name", ["阿卜杜拉·买买提", "卓玛央金", "王𠮷", "龘靐", "〇一"])
def test_names_of_every_kind_are_read(name: str) -> None:
    assert read(changed(CARD.name, name)).name.value == name


def test_a_long_name_goes_on_in_the_next_row() -> None:
    first, second = "阿布都热合曼江·", "吐尔逊艾山"
    lines = [(left, top - 30 if top < 100 else top, words) for left, top, words in changed(CARD.name, first)]
    assert read([*lines, (180, 88, second)]).name.value == first + second


@pytest.mark.parametrize("name", ["张", "张3", "ZHANG SAN", "张三性别男", "张·", "，张三"])
def test_what_is_no_name_is_not_suggested(name: str) -> None:
    assert read(changed(CARD.name, name)).name.value is None


@pytest.mark.parametrize("group", ["汗", "穿青人", "汉汉", "X", "东"])
def test_a_group_that_is_none_of_the_56_is_not_suggested(group: str) -> None:
    assert read(changed(CARD.group, group)).ethnic_group.value is None


@pytest.mark.parametrize("group", sorted(ETHNIC_GROUPS))
def test_each_of_the_56_is_suggested_by_its_official_name(group: str) -> None:
    assert len(ETHNIC_GROUPS) == 56
    assert read(changed("汉", group)).ethnic_group.value == f"{group}族"


def test_what_was_written_across_a_copy_does_not_get_into_the_address() -> None:
    lines = [*lines_of(CARD), (150, 430, "仅供办理结婚登记使用")]
    reading = read(lines)
    assert reading.address.value is None
    assert reading.number.value == CARD.number


@pytest.mark.parametrize("misread", ["口", "62042319860307", CARD.number[:-1]])
def test_the_address_ends_where_the_number_begins_however_it_was_read(misread: str) -> None:
    lines = changed(CARD.number, misread)
    assert read(lines).address.value == CARD.address
    apart = [(left, 600 if words == "公民身份号码" else top, words) for left, top, words in lines]
    assert read(apart).address.value == CARD.address


def test_what_stands_between_birth_and_address_is_no_part_of_it() -> None:
    reading = read([*lines_of(CARD), (180, 258, "示例二字")])
    assert reading.address.value == CARD.address


def test_what_was_written_across_a_copy_does_not_get_into_the_name() -> None:
    reading = read([*lines_of(CARD), (180, 106, "仅供登记")])
    assert reading.name.value is None


def test_digits_close_below_the_address_are_no_part_of_it() -> None:
    close = [(left, 430 if words == CARD.number else top, words) for left, top, words in lines_of(CARD)]
    assert read(close).address.value == CARD.address


def test_a_residence_permit_of_hong_kong_macao_and_taiwan_residents_is_no_identity_card() -> None:
    permit = id_number(BIRTH, man=True, division="810000")
    assert read(changed(CARD.number, permit)).number.value is None


def test_a_birth_still_to_come_is_not_suggested() -> None:
    assert read_card(pieces_of(lines_of(CARD)), date(1980, 1, 1)).number.value is None


def test_nothing_is_suggested_of_two_cards() -> None:
    other = made_up_card(3)
    below = [(left, top + 700, words) for left, top, words in lines_of(other)]
    assert read([*lines_of(CARD), *below]).reason == "several_cards"
    beside = [(left + 1100, top, words) for left, top, words in lines_of(other)]
    assert read([*lines_of(CARD), *beside]).reason == "several_cards"


BACK: list[Line] = [
    *((300, 70, "中华人民共和国"), (300, 170, "居民身份证")),
    *((200, 430, "签发机关"), (380, 430, "景泰县公安局"), (200, 510, "有效期限"), (380, 510, "2016.05.11-2036.05.11")),
]
LICENCE: list[Line] = [
    *((200, 20, "中华人民共和国机动车驾驶证"), (60, 90, "证号"), (200, 90, CARD.number), (60, 150, "姓名张三")),
    *((60, 210, "性别男"), (260, 210, "国籍中国"), (60, 270, "住址甘肃省景泰县"), (60, 330, "出生日期1986-03-07")),
    (60, 390, "准驾车型C1"),
]
HOUSEHOLD_BOOK: list[Line] = [
    *((60, 20, "姓名张三"), (400, 20, "户主或与户主关系"), (60, 90, "性别男"), (60, 150, "民族汉族")),
    *((60, 210, "出生日期1986年3月7日"), (60, 270, "公民身份证件编号"), (400, 270, CARD.number)),
]
ADVERTISEMENT: list[Line] = [(60, 20, "景泰县示例超市"), (60, 90, "全场八折"), (60, 150, "电话"), (60, 210, "欢迎光临")]


def test_a_copy_of_both_sides_is_a_front() -> None:
    below = [(left, top + 700, words) for left, top, words in BACK]
    assert set(marks(read([*lines_of(CARD), *below]), CARD).values()) == {"right"}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([], "not_a_card"),
        (ADVERTISEMENT, "not_a_card"),
        (LICENCE, "not_a_card"),
        (HOUSEHOLD_BOOK, "not_a_card"),
        (BACK, "back_of_card"),
        ([(60, 20, CARD.number)], "blurred"),
        ([(60, 20, "姓名"), (60, 90, "性别")], "blurred"),
    ],
)
def test_what_is_no_front_says_why(lines: list[Line], reason: str) -> None:
    assert read(lines) == CardReading(reason)  # type: ignore[arg-type]


def test_text_that_cannot_be_read_is_blurred() -> None:
    assert read(ADVERTISEMENT, confidence=0.4).reason == "blurred"
    assert read(lines_of(CARD), confidence=0.4) == CardReading("blurred")


def test_nothing_personal_is_shown_by_repr() -> None:
    pieces = pieces_of(lines_of(CARD))
    shown = repr(pieces) + repr(read_card(pieces, TODAY))
    assert CARD.name not in shown
    assert CARD.number not in shown
    assert "景泰" not in shown
    assert "1986" not in shown
