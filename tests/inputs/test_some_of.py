"""Which lines of a list are right and which are wrong, in one message; what is not sure is asked back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.some_of import read_some

ALL = {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("全部", ALL, set()),
        ("全部都对", ALL, set()),
        ("都对", ALL, set()),
        ("全对。", ALL, set()),
        ("全部确认", ALL, set()),
        ("没问题", ALL, set()),
        ("All correct", ALL, set()),
        ("1 3 5", {1, 3, 5}, set()),
        ("1、3、5", {1, 3, 5}, set()),
        ("1，3和5", {1, 3, 5}, set()),
        ("1-4", {1, 2, 3, 4}, set()),
        ("1到3，5", {1, 2, 3, 5}, set()),
        ("第一到第三条", {1, 2, 3}, set()),
        ("第一个和第三个", {1, 3}, set()),
        ("一、三、五", {1, 3, 5}, set()),
        ("前三条", {1, 2, 3}, set()),
        ("最后两个", {5, 6}, set()),
        ("只有2对", {2}, set()),
        ("只有二和四", {2, 4}, set()),
        ("除了2", ALL - {2}, set()),
        ("除了第2条以外", ALL - {2}, set()),
        ("都对，除了2", ALL - {2}, set()),
        ("除2和5都对", ALL - {2, 5}, {2, 5}),
        ("除了2、5，其他都对", ALL - {2, 5}, {2, 5}),
        ("2不对", set(), {2}),
        ("第二条有问题", set(), {2}),
        ("2和3不对", set(), {2, 3}),
        ("2不对，其他都对", ALL - {2}, {2}),
        ("只有2不对", ALL - {2}, {2}),
        ("1对，2不对", {1}, {2}),
        ("1 3 4 对 2 错", {1, 3, 4}, {2}),
        ("都不对", set(), ALL),
        ("全部不对", set(), ALL),
        ("一个都不对", set(), ALL),
        ("1和2都不对", set(), {1, 2}),
        ("除了2和5，其他都不对", {2, 5}, ALL - {2, 5}),
        ("除了2都不对", {2}, ALL - {2}),
        ("除了2，其他不对", {2}, ALL - {2}),
        ("2以外都不是", {2}, ALL - {2}),
        ("2以外都对", ALL - {2}, {2}),
        ("除了1都错了", {1}, ALL - {1}),
        ("except 2 all wrong", {2}, ALL - {2}),
        ("2对，其他都不对", {2}, ALL - {2}),
        ("6个都对", ALL, set()),
        ("六条都不对", set(), ALL),
        ("2号不对", set(), {2}),
    ],
)
def test_what_is_said_of_six_lines_is_read(text: str, right: set[int], wrong: set[int]) -> None:
    found = read_some(text, 6)
    assert (set(found.right), set(found.wrong)) == (right, wrong)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "嗯",
            "7",
            "0",
            "1-9",
            "13",
            "5-2",
            "大概都对吧我没看",
            "1对吗",
            "都对，2不对",
            "1对，1不对",
            "2不对，1 3",
        ),
        *(
            "除了",
            "除了2不对",
            "其他",
            "其他都对，其他不对",
            "张三的对",
            "一三五",
            "前九个",
            "不",
            "1 3 5 小时",
            "都对吗",
            "两个不对",
            "3个都对",
            "一个都对",
            "一个不对",
            "没有一个不对",
            "1到3条不对",
            "两三条不对",
            "除了6个都对",
        ),
    ],
)
def test_what_is_not_sure_is_asked_back(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_some(text, 6)


@given(
    st.text(st.sampled_from("0123456789一二三全部都对不除了第条到-，、和其他只有错 "), max_size=14), st.integers(1, 20)
)
def test_nothing_is_both_right_and_wrong_and_every_line_is_one_of_the_list(text: str, count: int) -> None:
    try:
        found = read_some(text, count)
    except NotUnderstood:
        return
    assert found.right | found.wrong <= set(range(1, count + 1))
    assert not found.right & found.wrong
    assert found.right or found.wrong


MIRRORED = (
    *("都对", "全部都对", "{n}对", "第{n}条对", "{n}号对", "{n}和{m}都对", "{n} {m} 对", "{n}-{m}都对"),
    *("前{n}个都对", "最后{n}条都对", "{n}个都对", "{n}条对", "一个都对", "{n}对，其他都不对", "{n}不对，其他对"),
    *("除了{n}都对", "除{n}和{m}都对", "除了{n}和{m}，其他都对", "除了{n}，其他对", "除了{n}以外都对", "{n}以外都对"),
    *("都对，除了{n}", "除了{n}对", "所有的都对", "{n}对，{m}不对"),
)


def read_or_none(text: str, count: int) -> tuple[frozenset[int], frozenset[int]] | None:
    try:
        found = read_some(text, count)
    except NotUnderstood:
        return None
    return found.right, found.wrong


@given(st.sampled_from(MIRRORED), st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
def test_where_right_is_said_for_wrong_what_is_read_is_the_other_way_round(
    form: str, n: int, m: int, count: int
) -> None:
    text = form.format(n=n, m=m)
    mirrored = "对".join(part.replace("对", "不对") for part in text.split("不对"))
    one, other = read_or_none(text, count), read_or_none(mirrored, count)
    if one is not None and other is not None:
        assert one == (other[1], other[0]), (text, mirrored)
