"""Every sentence the readers ask with exists, and renders with the arguments it is given."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from flows.errors import NotUnderstood
from flows.inputs.day import read_date
from flows.inputs.id_number import read_id_number
from flows.inputs.number import read_money, read_number
from flows.inputs.phone import read_phone
from flows.inputs.photo import PhotoFacts, judge_photo
from flows.marriage.rules import JOINT_PHOTO

ROOT = Path(__file__).parents[2]
SENTENCES = (ROOT / "locales" / "zh-Hans" / "inputs.ftl").read_text(encoding="utf-8")
SOURCES = [*sorted((ROOT / "flows" / "inputs").glob("*.py")), ROOT / "integrations" / "pictures.py"]
KEY = re.compile(r'"((?:name|id_number|phone|number|money|date|photo|receipt|code)-[a-z_]+)"')
TODAY = date(2026, 5, 13)


def sentence(key: str, args: dict[str, Any]) -> str:
    bundle = FluentBundle(["zh-Hans"], use_isolating=False)
    bundle.add_resource(FluentResource(SENTENCES))
    pattern = bundle.get_message(key).value
    assert pattern is not None
    text, errors = bundle.format_pattern(pattern, args)
    assert errors == []
    return str(text)


def test_the_file_holds_exactly_the_sentences_that_are_asked_with() -> None:
    used = {key for source in SOURCES for key in KEY.findall(source.read_text(encoding="utf-8"))}
    body = FluentParser().parse(SENTENCES).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    assert {entry.id.name for entry in body if isinstance(entry, ast.Message)} == used


@pytest.mark.parametrize(
    ("read", "args", "said"),
    [
        (read_id_number, ("6204231990", TODAY), "您输入的是 10 位"),
        (read_id_number, ("E12345678", TODAY), "护照号码"),
        (read_phone, ("138",), "服务热线"),
        (read_phone, ("1380000000",), "您输入的是 10 位"),
        (read_number, ("0", 1, 20), "1 到 20 之间"),
        (read_money, ("20亿",), "0 元到 1,000,000,000 元之间"),
        (read_money, ("每年3万",), "不用写每月或每年"),
        (read_date, ("5月20号星期一", TODAY, "future"), "5月20日是星期三。"),
    ],
)
def test_a_sentence_says_what_was_seen(read: Any, args: tuple[Any, ...], said: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read(*args)
    assert said in sentence(fault.value.key, dict(fault.value.args_))


@pytest.mark.parametrize("ground", [None, (0, 255, 0), (255, 255, 255), (0, 0, 255)])
def test_the_sentences_about_a_photo_render(ground: tuple[int, int, int] | None) -> None:
    faults = judge_photo(PhotoFacts(100, 900, "GIF", ground, 10), JOINT_PHOTO)
    assert len(faults) >= 3
    for fault in faults:
        assert sentence(fault.key, dict(fault.args)).endswith("。")


def test_no_sentence_shouts_or_asks_two_questions() -> None:
    assert "！" not in SENTENCES
    assert "!" not in SENTENCES
    for entry in FluentParser().parse(SENTENCES).body:
        if isinstance(entry, ast.Message):
            text = SENTENCES[entry.span.start : entry.span.end] if entry.span else ""
            assert text.count("？") <= 1
