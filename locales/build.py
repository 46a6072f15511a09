"""Makes ``locales/zh-Hant`` from ``locales/zh-Hans``: the same messages in traditional characters.

    python locales/build.py            writes zh-Hant
    python locales/build.py --check    writes nothing; exits 1 when zh-Hant is not what would be written

Only what a person reads is converted. Ids, attributes, placeables and comments stay as they are, byte for byte, so
that a line of one language is the same line of the other. The conversion changes characters and keeps mainland
terms (OpenCC ``s2tw``: 為, 核, 床 where ``s2t`` writes 爲, 覈, 牀); ``overrides.tsv`` holds what it would get wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, TextElement
from fluent.syntax.visitor import Visitor
from opencc import OpenCC

LOCALES = Path(__file__).parent
SOURCE, TARGET = "zh-Hans", "zh-Hant"
HEADER = f"# Made from {SOURCE} by locales/build.py; what is changed here is lost.\n\n"


class _Texts(Visitor):
    """Collects where in a file the text stands that a person reads."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - named by the library
        assert node.span is not None
        self.spans.append((node.span.start, node.span.end))


def read_overrides(text: str) -> dict[str, str]:
    """Simplified → traditional, from lines of two columns parted by a tab. Raises ValueError for any other line."""
    overrides = {}
    for line in text.splitlines():
        simplified, _, traditional = line.partition("\t")
        if not simplified or not traditional or "\t" in traditional:
            raise ValueError(f"overrides.tsv: not two columns: {line}")
        overrides[simplified] = traditional
    return overrides


@cache
def converter() -> Callable[[str], str]:
    """Simplified text into traditional text, the overrides first."""
    overrides = read_overrides((LOCALES / "overrides.tsv").read_text(encoding="utf-8"))
    return with_overrides(OpenCC("s2tw").convert, overrides)


def with_overrides(convert: Callable[[str], str], overrides: Mapping[str, str]) -> Callable[[str], str]:
    """``convert`` with some words fixed beforehand, the longest first."""
    words = re.compile(f"({'|'.join(map(re.escape, sorted(overrides, key=len, reverse=True)))})")

    def converted(text: str) -> str:
        return "".join(overrides.get(part) or convert(part) for part in words.split(text))

    return converted


def convert_file(source: str, convert: Callable[[str], str]) -> str:
    """The text of a Fluent file with ``convert`` applied to what a person reads. Raises ValueError for junk."""
    resource = FluentParser(with_spans=True).parse(source)
    for entry in resource.body:
        if isinstance(entry, Junk):
            raise ValueError(f"not Fluent: {entry.content}")
    texts = _Texts()
    texts.visit(resource)
    parts, end = [], 0
    for first, last in sorted(texts.spans):
        parts += [source[end:first], convert(source[first:last])]
        end = last
    return "".join([*parts, source[end:]])


def build() -> dict[Path, str]:
    """What every file of the target language must hold."""
    convert = converter()
    return {
        LOCALES / TARGET / path.name: HEADER + convert_file(path.read_text(encoding="utf-8"), convert)
        for path in sorted((LOCALES / SOURCE).glob("*.ftl"))
    }


def stale(wanted: Mapping[Path, str]) -> list[Path]:
    """The files that are missing, differ, or come from no file of the source language."""
    there = set((LOCALES / TARGET).glob("*.ftl"))
    differing = {path for path, text in wanted.items() if path not in there or path.read_text(encoding="utf-8") != text}
    return sorted(differing | (there - wanted.keys()))


def main() -> None:
    """Writes the target language, or with ``--check`` only says what is not up to date."""
    arguments = argparse.ArgumentParser(description="locales/zh-Hant from locales/zh-Hans")
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 when not up to date")
    check = arguments.parse_args().check
    wanted = build()
    for path in (old := stale(wanted)):
        sys.stdout.write(f"{path.relative_to(LOCALES.parent)}\n")
        if check:
            continue
        if path in wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    if check and old:
        sys.exit("These files are not up to date: run make words")


if __name__ == "__main__":
    main()
