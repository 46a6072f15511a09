"""Long numbers that a machine heard are read like those that are typed; everything else stays as it was heard."""

from __future__ import annotations

import pytest

from flows.inputs.id_number import read_id_number
from flows.inputs.spoken import spoken
from flows.language.masking import masked
from tests.talk import MAN, NOON, WOMAN


@pytest.mark.parametrize(
    "heard",
    [
        f"{WOMAN[:6]}，{WOMAN[6:10]}，{WOMAN[10:14]}，{WOMAN[14:]}。",
        " ".join(WOMAN),
        "".join("零一二三四五六七八九"[int(each)] for each in WOMAN) + "。",
        "".join("零幺二三四五六七八九"[int(each)] for each in WOMAN),
    ],
)
def test_an_id_number_read_out_is_read(heard: str) -> None:
    assert read_id_number(spoken(heard).rstrip("。"), NOON.date()) == WOMAN


def test_an_x_at_the_end_is_heard() -> None:
    assert read_id_number(spoken(f"{MAN[:-1]}叉"), NOON.date()) == MAN


def test_a_number_read_out_is_masked() -> None:
    heard = "我的号码是" + "".join("零一二三四五六七八九"[int(each)] for each in WOMAN) + "，帮我看看"
    assert WOMAN[6:14] not in masked(spoken(heard))
    assert masked(heard) == heard, "without it nothing is"


@pytest.mark.parametrize("heard", ["一。", "二〇二六年五月二十日", "三个人，两间房，2000块", "第一个，第二个"])
def test_what_is_no_long_number_stays_as_it_was_heard(heard: str) -> None:
    assert spoken(heard) == heard
