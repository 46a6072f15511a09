"""The house keeps its storeys: ``flows`` computes, ``integrations`` reaches out, ``bot`` wires, ``locales`` speaks.

Read from the source, so that no import has to run. Each rule is tried on a module that breaks it as well.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# What only computes. Nothing here opens, waits, draws lots, or knows what time it is unless told.
PURE = {
    "flows",
    *("transitions", "phonenumbers", "borax"),
    *("chinese_calendar.solar_terms", "chinese_calendar.get_solar_terms"),  # astronomy; no holidays
    *("__future__", "abc", "collections", "dataclasses", "enum", "types", "typing"),
    *("bisect", "contextlib", "copy", "functools", "graphlib", "heapq", "itertools", "operator"),
    *("calendar", "datetime", "decimal", "fractions", "math", "statistics"),
    *("base64", "binascii", "colorsys", "hashlib", "hmac", "json", "tomllib"),
    *("difflib", "re", "string", "textwrap", "unicodedata"),
    "importlib.resources",  # the package's own files: policy, word lists
}
CLOCK_AND_CHANCE = {"now", "today", "utcnow", "uuid1", "uuid4", "getenv", "environ", "urandom", "time_ns", "monotonic"}
OUTWARD_CALLS = {"open", "input", "print", "exec", "eval", "__import__"}

# The composition root and the commands are all that may name a case system; everyone else speaks to the contract.
WIRES_CASE_SYSTEMS = re.compile(r"bot/(app|__main__|cli\w*)\.py|bot/cli/.*")
CONTRACT_MODULES = {"__init__", "contract"}

# Words as people type them or documents print them, which the program has to know: input, not output.
INPUT_VOCABULARY = re.compile(
    r"flows/inputs/.*|flows/danger.*|flows/marriage/certificate\.py|integrations/cards/printed\.py"
)
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def modules(storey: str) -> list[Path]:
    return sorted((ROOT / storey).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(source: str, path: str) -> Iterator[str]:
    """Every imported name in full, relative ones too: ``from a.b import c`` gives ``a.b.c``."""
    package = path.split("/")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def stands_in(name: str, packages: set[str]) -> bool:
    """Whether a dotted name is one of ``packages`` or lies below one."""
    parts = name.split(".")
    return any(".".join(parts[: end + 1]) in packages for end in range(len(parts)))


def impurities(source: str, path: str) -> list[str]:
    """What a module of ``flows`` may not do: import what reaches out, read a clock, draw lots, open files."""
    found = [f"imports {name}" for name in imports(source, path) if not stands_in(name, PURE)]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in OUTWARD_CALLS:
                found.append(f"calls {node.func.id}, line {node.lineno}")
            if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_AND_CHANCE:
                found.append(f"calls {ast.unparse(node.func)}, line {node.lineno}")
        # not called but handed on, as in field(default_factory=date.today)
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK_AND_CHANCE:
            owner = ast.unparse(node.value).split(".")[-1]
            if owner in ("date", "datetime", "LunarDate", "os", "time", "uuid"):
                found.append(f"names {ast.unparse(node)}, line {node.lineno}")
    return found


def climbs(source: str, path: str) -> list[str]:
    """The imports of a module of ``integrations`` that reach up."""
    return [name for name in imports(source, path) if stands_in(name, {"bot"})]


def case_systems_named(source: str, path: str, systems: set[str]) -> list[str]:
    """The imports that name one case system instead of the contract."""
    packages = {f"integrations.case_systems.{system}" for system in systems}
    return [name for name in imports(source, path) if stands_in(name, packages)]


def sentences(source: str) -> list[str]:
    """String literals with Chinese characters that are no docstrings."""
    tree = ast.parse(source)
    spoken_to_readers = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        f"line {node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in spoken_to_readers and HAN.search(node.value)
    ]


def case_systems() -> set[str]:
    return {path.stem for path in (ROOT / "integrations" / "case_systems").glob("*.py")} - CONTRACT_MODULES


@pytest.mark.parametrize("path", modules("flows"), ids=name_of)
def test_flows_only_compute(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8"), name_of(path)) == []


@pytest.mark.parametrize("path", modules("integrations"), ids=name_of)
def test_integrations_know_nothing_of_the_bot(path: Path) -> None:
    assert climbs(path.read_text(encoding="utf-8"), name_of(path)) == []


@pytest.mark.parametrize("path", modules("bot"), ids=name_of)
def test_only_the_composition_root_names_a_case_system(path: Path) -> None:
    if not WIRES_CASE_SYSTEMS.fullmatch(name_of(path)):
        assert case_systems_named(path.read_text(encoding="utf-8"), name_of(path), case_systems()) == []


@pytest.mark.parametrize("path", modules("flows") + modules("integrations") + modules("bot"), ids=name_of)
def test_no_sentence_stands_in_python(path: Path) -> None:
    if not INPUT_VOCABULARY.fullmatch(name_of(path)):
        assert sentences(path.read_text(encoding="utf-8")) == []


def test_every_storey_has_been_read() -> None:
    assert all(modules(storey) for storey in ("flows", "integrations", "bot"))


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import asyncio",
        "import importlib",
        "from random import choice",
        "from pathlib import Path",
        "from integrations.store import tables",
        "from bot import app",
        "from ..integrations import store",
        "def late():\n    import socket",
        "from datetime import date\nday = date.today()",
        "import datetime\nmoment = datetime.datetime.now(tz)",
        "from dataclasses import field\nday = field(default_factory=date.today)",
        "from chinese_calendar import is_workday",
        "text = open('policy.toml').read()",
    ],
)
def test_an_impure_flow_is_found(source: str) -> None:
    assert impurities(source, "flows/bad.py")


@pytest.mark.parametrize(
    "source",
    [
        "from importlib.resources import files",
        "from importlib import resources",
        "from . import words",
        "from ..language.steps import choice",
        "from collections.abc import Mapping",
        "def judge(answers, today):\n    return answers.day < today",
        "def judge(world):\n    return world.today",
    ],
)
def test_a_pure_flow_is_left_alone(source: str) -> None:
    assert impurities(source, "flows/marriage/good.py") == []


@pytest.mark.parametrize("source", ["import bot.app", "from bot.settings import Settings", "from ..bot import app"])
def test_an_integration_that_climbs_is_found(source: str) -> None:
    assert climbs(source, "integrations/bad.py")


def test_an_integration_may_have_a_name_that_only_begins_like_the_bot() -> None:
    assert climbs("import bottleneck\nfrom flows import bot_words", "integrations/good.py") == []


@pytest.mark.parametrize(
    "source",
    [
        "import integrations.case_systems.webhook",
        "from integrations.case_systems import webhook",
        "from integrations.case_systems.webhook import Webhook",
    ],
)
def test_a_module_that_names_a_case_system_is_found(source: str) -> None:
    assert case_systems_named(source, "bot/turn.py", {"webhook"})


def test_the_contract_of_case_systems_is_free_to_use() -> None:
    source = "from integrations.case_systems import CaseSystem\nfrom integrations.case_systems.contract import Filed"
    assert case_systems_named(source, "bot/turn.py", {"webhook"}) == []


@pytest.mark.parametrize("source", ["reply = '请稍候'", "reply = f'第{n}号'", "raise Full('没有空位')", "{'再见': 1}"])
def test_a_sentence_in_python_is_found(source: str) -> None:
    assert sentences(source)


def test_docstrings_and_comments_may_be_chinese() -> None:
    source = '"""民政"""\n# 注\nclass A:\n    """一证"""\n    x = 1\n    """件"""\n\ndef f():\n    """号"""\n'
    assert sentences(source) == []
