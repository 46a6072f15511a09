import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.options import pick, pick_many, pick_part
from flows.inputs.text import fold

SERVICES = [["登记结婚", "Marry"], ["办理离婚", "Divorce"], ["补领证件", "Reissue"]]
THIRTEEN = [[f"第{letter}类"] for letter in "甲乙丙丁戊己庚辛壬癸子丑寅"]


@pytest.mark.parametrize(
    "typed",
    [
        "1", "一", "壹", "①", "１", "1.", "1、", "1。", "(1)", "（1）", "[1]", "1️⃣", "❶", "选1", "选一", "我选1",
        "选项1", "第一个", "第1项", "第一項", "第一", "就第一个吧", "我要第1个", "登记结婚", "登记 结婚。", "marry",
        "MARRY!",
    ],
)  # fmt: skip
def test_an_option_is_chosen_by_its_number_or_its_words(typed: str) -> None:
    assert pick(typed, SERVICES) == 0


@pytest.mark.parametrize(
    "typed",
    [
        "", "0", "4", "结婚", "登记结婚离婚", "1号", "一月", "第二天", "1和2", "1.5", "不选1", "12", "要3个",
        "１２３４", "-1", "是1吗?", "marry me",
    ],
)  # fmt: skip
def test_anything_else_chooses_nothing(typed: str) -> None:
    assert pick(typed, SERVICES) is None


PARTS = [
    *(["都没过期"], ["有人的过期了"], ["有人的丢了", "丢"], ["同意"], ["有一方不同意"]),
    *(["all are valid"], ["not sure"]),
]


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        *(("没过期", 0), ("过期", 1), ("过期了", 1), ("丢嘛", 2), ("丢了", 2), ("丢咯", 2), ("同意的", 3)),
        *(("一方不同意", 4), ("valid", 5)),
        *((none, None) for none in ("不", "有人", "有人的", "的", "", "嗯", "sure", "期")),
    ],
)
def test_a_part_of_one_options_words_names_it_and_never_its_opposite(typed: str, index: int | None) -> None:
    assert pick_part(typed, [[fold(word) for word in words] for words in PARTS]) == index


@given(st.sampled_from([word for words in PARTS for word in words]))
def test_the_opposite_of_an_option_is_never_taken_for_it(word: str) -> None:
    others = [[fold(each)] for words in PARTS for each in words if each != word]
    found = pick_part(word, others)
    assert found is None or f"不{word}" not in others[found][0]


def test_words_that_two_options_share_choose_neither() -> None:
    assert pick("都行", [["都行", "甲"], ["都行", "乙"]]) is None


def test_a_label_given_as_one_string_is_not_taken_apart() -> None:
    assert pick("登", ["登记", "离婚"]) is None
    assert pick("登记", ["登记", "离婚"]) == 0


@pytest.mark.parametrize(("typed", "index"), [("2", 0), ("二", 0), ("3", 1), ("第二个", 1), ("选2", 1), ("1", None)])
def test_where_the_words_are_numbers_a_number_means_the_words(typed: str, index: int | None) -> None:
    assert pick(typed, [["2"], ["3"]]) == index


@pytest.mark.parametrize(("typed", "index"), [("2", 0), ("两本", 0), ("3本", 1), ("3", 1), ("1", None), ("第3个", 2)])
def test_a_number_with_its_measure_word_is_a_number(typed: str, index: int | None) -> None:
    assert pick(typed, [["2本"], ["3本"], ["更多"]]) == index


@given(st.integers(1, 40))
def test_every_option_can_be_chosen_by_its_number(number: int) -> None:
    labels = [[f"选{'甲' * (n + 1)}"] for n in range(40)]
    assert pick(str(number), labels) == number - 1


@pytest.mark.parametrize(
    "typed",
    [
        "1,3", "1，3", "1 3", "1、3", "一、三", "1和3", "1 和 3", "一跟三", "选1和3", "第一个和第三个", "1/3", "1\n3",
        "3,1", "1,3,1", "1、3都要", "1,补领证件", "登记结婚、补领证件", "登记结婚和补领证件", "marry and reissue",
        "13", "一三",
    ],
)  # fmt: skip
def test_several_options_are_chosen_however_they_are_joined(typed: str) -> None:
    assert pick_many(typed, SERVICES) == (0, 2)


@pytest.mark.parametrize("typed", ["", "1-3", "1到3", "1,4", "14", "11", "1,结婚", "都不是", "和", "1,,x", "1.3"])
def test_several_options_of_which_one_is_unknown_are_none(typed: str) -> None:
    assert pick_many(typed, SERVICES) is None


def test_one_option_is_several() -> None:
    assert pick_many("2", SERVICES) == (1,)


@pytest.mark.parametrize(("typed", "chosen"), [("13", None), ("12", None), ("14", (0, 3)), ("1,13", (0, 12))])
def test_figures_run_together_are_refused_where_they_are_an_option_themselves(
    typed: str, chosen: tuple[int, ...] | None
) -> None:
    assert pick_many(typed, THIRTEEN) == chosen


def test_a_label_that_contains_and_is_not_taken_apart() -> None:
    assert pick_many("父亲和母亲、子女", [["父亲和母亲"], ["子女"]]) == (0, 1)


@given(st.text(max_size=80) | st.text(alphabet="12345一二三,、和 选第个项()都要", max_size=40))
def test_no_text_breaks_the_choice(typed: str) -> None:
    index, several = pick(typed, SERVICES), pick_many(typed, SERVICES)
    assert index is None or 0 <= index < 3
    assert several is None or (several and list(several) == sorted(set(several)) and several[-1] < 3)


def test_where_one_option_alone_is_a_number_another_number_is_the_place_of_another() -> None:
    labels = [["一个人来", "我自己"], ["两个人一起来", "俩人"], ["先说说"]]
    assert [pick(each, labels) for each in ("1", "2", "3", "俩人")] == [0, 1, 2, 1]


def test_where_several_are_numbers_a_number_that_is_none_of_them_is_not_understood() -> None:
    assert pick("3", [["没有"], ["1 个"], ["2 个"]]) is None


def test_words_that_hold_separators_themselves_are_one_option_when_said_in_full() -> None:
    labels = [["工资、打工、打零工"], ["种地、养殖"], ["别的"]]
    assert pick_many("工资、打工、打零工、种地、养殖", labels) == (0, 1)
    assert pick_many("种地、养殖和别的", labels) == (1, 2)
    assert pick_many("种地、放羊", labels) is None
