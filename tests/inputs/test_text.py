import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.text import LONGEST, fold, is_han, normalise, simplify


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ６２０４２３　１９９０ ", "620423 1990"),
        ("张\u200b三\ufeff", "张三"),
        ("一行\n另一行\t末", "一行 另一行 末"),
        ("1️⃣", "1"),
        ("❸", "3"),
        ("١٢٣", "123"),
        ("a\u202eb\u2066c", "abc"),
        ("葛\U000e0100城", "葛城"),
        ("ㅤ\u3164\u2800", ""),
        ("\ud800张", "张"),
        ("Müller", "Müller"),
    ],
)
def test_text_is_put_into_one_spelling(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@given(st.text(max_size=200))
def test_normalised_text_shows_everything_and_stays_as_it_is(typed: str) -> None:
    kept = normalise(typed)
    assert normalise(kept) == kept
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in kept)
    assert "  " not in kept


@given(st.text(alphabet="a\u0316\u0301\ufdfa​ 张", min_size=1).map(lambda text: text * 3000))
def test_long_text_is_cut(typed: str) -> None:
    assert len(normalise(typed)) <= LONGEST


@pytest.mark.parametrize(
    ("one", "other"),
    [("登记结婚。", "登记 结婚"), ("OK!", "ok"), ("Not yet", "notyet"), ("好～", "好"), ("是，", "是")],
)
def test_case_spaces_and_trailing_punctuation_do_not_tell_words_apart(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("是", "是?"), ("是的", "是"), ("离婚", "结婚")])
def test_a_question_or_another_word_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_traditional_date_words_become_simplified() -> None:
    assert simplify("下週三後農曆臘月禮拜號") == "下周三后农历腊月礼拜号"


@pytest.mark.parametrize("char", ["张", "㐀", "𠮷", "𪚥", "〇", "\U00030edd", "﨑"])
def test_rare_characters_are_chinese_characters(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", ["a", "·", "ア", "😀", "1", "、"])
def test_other_characters_are_not(char: str) -> None:
    assert not is_han(char)
