"""The words of ``locales/``: every language whole, and traditional Chinese made from simplified Chinese."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    BaseNode,
    Junk,
    Message,
    MessageReference,
    Pattern,
    StringLiteral,
    Term,
    TextElement,
    VariableReference,
)
from fluent.syntax.visitor import Visitor
from opencc import OpenCC

from bot.speech import FURTHER
from flows.inputs.text import fold
from locales import build

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FILES = sorted(build.LOCALES.glob("*/*.ftl"))

OFFICIAL_TERMS = """
民政局 民政局
社会救助 社會救助
最低生活保障(低保) 最低生活保障(低保)
最低生活保障边缘家庭 最低生活保障邊緣家庭
特困人员救助供养 特困人員救助供養
刚性支出困难家庭 剛性支出困難家庭
防止返贫监测对象 防止返貧監測對象
低收入人口动态监测 低收入人口動態監測
临时救助 臨時救助
先行救助 先行救助
备用金 備用金
一证一书 一證一書
授权委托书 授權委託書
家庭经济状况核对 家庭經濟狀況核對
共同生活的家庭成员 共同生活的家庭成員
单人保 單人保
一门受理、协同办理 一門受理、協同辦理
初审 初審
审核确认 審核確認
公示 公示
入户调查 入戶調查
民主评议 民主評議
渐退期 漸退期
资格认证 資格認證
社会救助协管员 社會救助協管員
结婚登记 結婚登記
离婚登记 離婚登記
离婚冷静期 離婚冷靜期
离婚登记申请受理回执单 離婚登記申請受理回執單
撤回离婚登记申请 撤回離婚登記申請
补领婚姻登记证 補領婚姻登記證
全国通办 全國通辦
颁证仪式 頒證儀式
婚姻家庭辅导 婚姻家庭輔導
无配偶声明 無配偶聲明
婚姻登记档案 婚姻登記檔案
网上预约 網上預約
志愿者 志願者
志愿服务记录 志願服務記錄
志愿服务记录证明 志願服務記錄證明
服务时间 服務時間
时间银行 時間銀行
志愿服务岗位 志願服務崗位
居家养老 居家養老
助餐、助浴、助急、助医、助行、助洁 助餐、助浴、助急、助醫、助行、助潔
适老化改造 適老化改造
家庭养老床位 家庭養老床位
老年人能力评估 老年人能力評估
高龄津贴 高齡津貼
未成年人救助保护 未成年人救助保護
强制报告 強制報告
儿童督导员 兒童督導員
儿童主任 兒童主任
事实无人抚养儿童 事實無人撫養兒童
困境儿童 困境兒童
困难残疾人生活补贴 困難殘疾人生活補貼
重度残疾人护理补贴 重度殘疾人護理補貼
流浪乞讨人员救助 流浪乞討人員救助
救助寻亲 救助尋親
惠民殡葬 惠民殯葬
节地生态安葬 節地生態安葬
居住证 居住證
港澳台居民居住证 港澳台居民居住證
外国人永久居留身份证 外國人永久居留身份證
转人工 轉人工
"""
"""Terms of the field, simplified and traditional. The traditional ones keep the mainland's terms."""

PLAIN_ANSWERS = ("是", "不是", "对", "不对", "不", "没有", "有", "好", "好的", "行", "算了", "yes", "no", "ok")


class _Collected(Visitor):
    """Everything in a part of a message: its texts, its arguments, the messages it refers to."""

    def __init__(self, node: BaseNode) -> None:
        self.texts: list[str] = []
        self.arguments: set[str] = set()
        self.references: set[str] = set()
        self.visit(node)

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - named by the library
        self.texts.append(node.value)

    def visit_StringLiteral(self, node: StringLiteral) -> None:  # noqa: N802
        self.texts.append(node.value)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802
        attribute = f".{node.attribute.name}" if node.attribute else ""
        self.references.add(f"{node.id.name}{attribute}")


def patterns_in(path: Path) -> Iterator[tuple[str, Pattern]]:
    """Every ``id`` and ``id.attribute`` of a file with its text."""
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, Message | Term):
            if entry.value is not None:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def patterns_of(language: str) -> dict[str, Pattern]:
    """Every text of a language."""
    return {key: text for path in sorted((build.LOCALES / language).glob("*.ftl")) for key, text in patterns_in(path)}


TEXTS = {language: patterns_of(language) for language in LANGUAGES}


def arguments_of(key: str, language: str) -> set[str]:
    """The arguments a text needs, those of the messages in it included."""
    found = _Collected(TEXTS[language][key])
    return found.arguments.union(*(arguments_of(each, language) for each in found.references))


def phrases_of(kind: str) -> Iterator[tuple[str, str]]:
    """Every way to say a command or a service, in every language: what is meant, and the phrase."""
    for language in LANGUAGES:
        for key, text in TEXTS[language].items():
            if key.startswith(f"{kind}-"):
                for phrase in "".join(_Collected(text).texts).split("|"):
                    yield key.removesuffix(".words"), phrase


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_fluent_without_junk(path: Path) -> None:
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_there_twice(language: str) -> None:
    keys = [key for path in FILES if path.parent.name == language for key, _ in patterns_in(path)]
    assert [key for key in keys if keys.count(key) > 1] == []


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_every_language_has_the_texts_of_simplified_chinese_and_no_other(language: str) -> None:
    differing = TEXTS[language].keys() ^ TEXTS["zh-Hans"].keys()
    assert {key for key in differing if not key.endswith(FURTHER)} == set()  # those are each language's own


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_a_text_needs_the_same_arguments_in_every_language(language: str) -> None:
    both = TEXTS[language].keys() & TEXTS["zh-Hans"].keys()
    assert {key for key in both if arguments_of(key, language) != arguments_of(key, "zh-Hans")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    said = {key: _Collected(text) for key, text in TEXTS[language].items()}
    empty = {key for key, each in said.items() if not ("".join(each.texts).strip() or each.arguments | each.references)}
    assert empty == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts_or_shows_a_picture(language: str) -> None:
    for key, text in TEXTS[language].items():
        words = "".join(_Collected(text).texts)
        assert not set(words) & set("!！\u200d\ufe0f"), key
        assert "# " not in words, key  # a comment inside a message is read out
        assert [char for char in words if unicodedata.category(char) == "So"] == [], key


def test_no_two_options_of_a_question_are_said_the_same_in_any_language() -> None:
    meant: dict[tuple[str, str], str] = {}
    for language in LANGUAGES:
        for key, text in TEXTS[language].items():
            question, _, option = key.partition(".")
            if option and option not in {"label", "words", "address"} and not question.startswith("format-"):
                said = fold("".join(_Collected(text).texts))
                assert meant.setdefault((question, said), option) == option, f"{language}: {key}"


def test_no_phrase_means_two_commands_or_a_command_and_a_service() -> None:
    meant: dict[str, str] = {}
    for kind in ("command", "service"):
        for key, phrase in phrases_of(kind):
            assert fold(phrase), key
            assert meant.setdefault(fold(phrase), key) == key, phrase


def test_no_command_is_a_plain_answer_or_a_number_but_0() -> None:
    said = {fold(phrase): key for key, phrase in phrases_of("command")}
    assert not said.keys() & set(map(fold, PLAIN_ANSWERS))
    assert [phrase for phrase in said if re.search(r"[\d一二三四五六七八九十]$", phrase)] == ["0"]


def test_traditional_chinese_is_up_to_date() -> None:
    assert build.stale(build.build()) == []


@pytest.mark.parametrize("line", OFFICIAL_TERMS.strip().splitlines())
def test_an_official_term_is_converted_as_the_field_writes_it(line: str) -> None:
    simplified, traditional = line.split()
    assert build.converter()(simplified) == traditional


def test_every_override_is_needed() -> None:
    overrides = build.read_overrides((build.LOCALES / "overrides.tsv").read_text(encoding="utf-8"))
    assert [each for each, wanted in overrides.items() if OpenCC("s2tw").convert(each) == wanted] == []


def test_only_what_a_person_reads_is_converted() -> None:
    source = """# 说明
fa-m = 发{ $fa }发
    .fa = { $fa ->
        [fa] 发
       *[other] { "发" }
    }
"""
    converted = build.convert_file(source, lambda text: text.replace("发", "發"))
    assert converted == source.replace("发{ $fa }发", "發{ $fa }發").replace("[fa] 发", "[fa] 發")


def test_junk_is_refused_and_not_converted() -> None:
    with pytest.raises(ValueError, match="not Fluent"):
        build.convert_file("hello = { $name\n", str)


@pytest.mark.parametrize("line", ["核对", "核对\t", "\t核對", "核对\t核對\t覈對"])
def test_an_override_that_is_not_two_columns_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="two columns"):
        build.read_overrides(line)


def run_build(directory: Path, *arguments: str) -> int:
    """Runs the script on a copy of the locales; its exit code."""
    return subprocess.run([sys.executable, directory / "build.py", *arguments], capture_output=True).returncode


def test_the_check_fails_on_a_changed_a_missing_and_a_left_over_file_and_a_build_mends_all(tmp_path: Path) -> None:
    copy = tmp_path / "locales"
    shutil.copytree(build.LOCALES, copy, ignore=shutil.ignore_patterns("__pycache__"))
    made = copy / "zh-Hant"
    assert run_build(copy, "--check") == 0
    (made / "desk.ftl").write_text("menu = 別的\n", encoding="utf-8")
    assert run_build(copy, "--check") == 1
    (made / "marriage.ftl").unlink()
    (made / "old.ftl").write_text("old = 舊\n", encoding="utf-8")
    assert run_build(copy) == 0
    assert run_build(copy, "--check") == 0
    assert {path.name for path in made.iterdir()} == {path.name for path in (copy / "zh-Hans").iterdir()}


def test_no_message_stands_twice_in_a_language() -> None:
    """Of two the first is read, and who edits the other wonders."""
    for language in LANGUAGES:
        files = sorted((build.LOCALES / language).glob("*.ftl"))
        ids = [found for file in files for found in re.findall(r"^([a-z][\w-]*) =", file.read_text("utf-8"), re.M)]
        assert [each for each, count in Counter(ids).items() if count > 1] == []
