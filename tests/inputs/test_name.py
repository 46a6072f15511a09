import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.name import read_name
from flows.inputs.text import simplify
from tests.inputs.reading import asked_again


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张三", "张三"), (" 张 三 ", "张三"), ("张\u200b三。", "张三"), ("司马甲乙", "司马甲乙"), ("𠮷甲", "𠮷甲"),
        ("𪚥乙", "𪚥乙"), ("〇甲", "〇甲"), ("我叫张三", "张三"), ("我是张三", "张三"), ("姓名：张三", "张三"),
        ("姓名:歐陽甲", "歐陽甲"), ("名字是张三", "张三"), ("我的名字叫张三", "张三"), ("本人张三", "张三"),
        ("叫张三", "张三"), ("是光甲", "是光甲"), ("那甲", "那甲"), ("李想", "李想"),
        ("阿依甲·买买乙", "阿依甲·买买乙"), ("阿依甲•买买乙", "阿依甲·买买乙"), ("阿依甲・买买乙", "阿依甲·买买乙"),
        ("阿依甲.买买乙", "阿依甲·买买乙"), ("阿依甲．买买乙", "阿依甲·买买乙"), ("阿依甲 ‧ 买买乙", "阿依甲·买买乙"),
        ("阿不都甲·阿不力乙·不丙", "阿不都甲·阿不力乙·不丙"), ("阿旺洛桑嘉措甲乙", "阿旺洛桑嘉措甲乙"),
        ("Jane Doe", "Jane Doe"), ("Ｊａｎｅ  Doe", "Jane Doe"), ("J. R. Doe-O'Neil", "J. R. Doe-O'Neil"),
        ("my name is Jane Doe", "Jane Doe"), ("Zoë Müller", "Zoë Müller"),
    ],
)  # fmt: skip
def test_a_name_is_read_as_it_stands_on_a_card(typed: str, name: str) -> None:
    assert read_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "name-empty"), ("我叫", "name-empty"), ("姓名：", "name-empty"), ("张三1", "name-digits"),
        ("13800000000", "name-digits"), ("张", "name-too_short"), ("J", "name-too_short"),
        ("阿" * 8 + "·" + "依" * 10 + "·" + "甲" * 11, "name-too_long"), ("Jane " * 13, "name-too_long"),
        ("张先生", "name-full"), ("老张", "name-full"), ("張小姐", "name-full"), ("阿依甲 买买提乙", "name-dot"),
        ("你好", "name-sentence"), ("我想结婚", "name-sentence"), ("不知道", "name-sentence"),
        ("为什么要问名字", "name-sentence"), ("我不想说", "name-sentence"), ("随便", "name-sentence"),
        ("忘了", "name-sentence"), ("张三、李四", "name-sentence"), ("张三丰和李四光", "name-sentence"),
        ("张三?", "name-sentence"), ("我姓张", "name-sentence"), ("今天天气很好我们去登记", "name-sentence"),
        ("甲" * 11, "name-sentence"), ("hello", "name-sentence"), ("I want to marry", "name-sentence"),
        ("等一下", "name-sentence"), ("稍等", "name-sentence"), ("请稍等一下", "name-sentence"),
        ("等等", "name-sentence"), ("等會兒", "name-sentence"), ("等我一会儿", "name-sentence"),
        ("不清楚", "name-sentence"), ("不晓得", "name-sentence"), ("记不清", "name-sentence"),
        ("想一想", "name-sentence"), ("以后再说", "name-sentence"), ("跳过", "name-sentence"),
        ("看不清", "name-sentence"), ("没看懂", "name-sentence"), ("wait a minute", "name-sentence"),
        ("Hold on", "name-sentence"), ("not sure", "name-sentence"), ("one moment", "name-sentence"),
        ("张三😀", "name-characters"), ("😀", "name-characters"), ("张*三", "name-characters"),
        ("张Jane", "name-characters"), ("·张三", "name-characters"), ("Алекс", "name-characters"),
        ("<b>Jane</b>", "name-characters"),
    ],
)  # fmt: skip
def test_what_is_no_full_name_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_name(typed)
    assert fault.value.key == key


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "马上",
            "马上等",
            "明白",
            "明天",
            "麻烦",
            "别急",
            "先行",
            "先等",
            "再生",
            "等小等",
            "李稍等",
            "张等等",
            "王想",
            "向不清",
        ),
        *("May Wait", "Wait Smith", "Anna Later", "John Moment", "A. Minute"),
    ],
)
def test_what_may_be_somebodys_name_is_one(typed: str) -> None:
    assert read_name(typed) == typed


INTRODUCES = re.compile("(?:我|本人|俺)?的?(?:姓名|名字|大名)|(?:我|本人|俺)名?[叫是]|叫|本人")
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.characters(
    min_codepoint=0x20000, max_codepoint=0x2A6DF
)


@given(st.lists(st.text(HAN, min_size=2, max_size=8), min_size=2, max_size=3), st.sampled_from("·•・.‧∙⋅"))
def test_the_dot_of_a_name_is_always_the_same(parts: list[str], dot: str) -> None:
    assume(not INTRODUCES.match(simplify(parts[0])))  # 姓名张三 is 张三
    assert read_name(dot.join(parts)) == "·".join(parts)


@given(st.text(max_size=100) | st.text(alphabet="张我叫是·. 1a😀,。", max_size=40))
def test_any_text_is_a_name_or_not_understood(typed: str) -> None:
    key = asked_again(read_name, typed)
    if key is not None:
        assert key.startswith("name-")
        return
    name = read_name(typed)
    assert 2 <= len(name) <= 60
    assert not any(char.isdigit() for char in name)
