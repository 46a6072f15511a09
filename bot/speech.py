"""Words into a language: Fluent messages of ``locales/``, and the other way, what people may say for an option.

A message with an argument named ``lines`` gets them one under the other; any other list is joined as the language
joins lists. Dates and instants are put as the language writes them, instants in Asia/Shanghai.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import cache, lru_cache, reduce
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax.ast import Resource

from flows.dialogue.asides import COMMANDS
from flows.errors import FlowFault
from flows.hours import SHANGHAI
from flows.inputs.text import fold
from flows.words import Value, Words

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FURTHER = "-words"
LONGEST_PART = 500
"""Fluent puts nothing longer than 2,500 characters into a message: what is longer than this is put in by us."""
FIRST_MARK = 0xFDD0
"""Where it goes is marked by code points that are no characters."""
LOCALES = Path(__file__).parent.parent / "locales"


class Speech:
    """All languages at once. ``services`` are the flows whose names people may say."""

    def __init__(self, services: Iterable[str], directory: Path = LOCALES) -> None:
        self._bundles = {language: _bundle(language, directory / language) for language in LANGUAGES}
        self._services = tuple(services)
        self._labels = lru_cache(maxsize=4096)(self._labels_of)
        self._phrases: dict[str, dict[str, str]] = {}
        for kind, names in (("command", COMMANDS), ("service", self._services)):
            self._phrases[kind] = self._all_phrases(kind, names)

    def render(self, words: Words, language: str) -> str:
        """The text of a message in a language. Raises FlowFault when it is missing or lacks an argument."""
        bundle = self._bundles[language]
        name, _, attribute = words.key.partition(".")
        try:
            message = bundle.get_message(name)
        except LookupError as fault:
            raise FlowFault(f"locale {language}: the message {name} is missing") from fault
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise FlowFault(f"locale {language}: {words.key} has no text")
        arguments = {key: self._argument(key, value, language) for key, value in words.args.items()}
        long = {key: value for key, value in arguments.items() if isinstance(value, str) and len(value) > LONGEST_PART}
        marks = {key: chr(FIRST_MARK + n) for n, key in enumerate(long)}
        text, faults = bundle.format_pattern(pattern, arguments | marks)
        if faults:
            raise FlowFault(f"locale {language}: {words.key}: {faults[0]}")
        return reduce(lambda done, key: done.replace(marks[key], long[key]), long, str(text))

    def has(self, key: str, language: str) -> bool:
        """Whether a language has a message (``id`` or ``id.attribute``)."""
        name, _, attribute = key.partition(".")
        bundle = self._bundles[language]
        if not bundle.has_message(name):
            return False
        message = bundle.get_message(name)
        return (attribute in message.attributes) if attribute else message.value is not None

    def texts(self, prefix: str, language: str) -> dict[str, str]:
        """Every message whose id begins with ``prefix`` and that needs no argument: the page's own words."""
        bundle = self._bundles[language]
        known = (key for key in bundle._messages if key.startswith(prefix) and self.has(key, language))
        return {key: self.render(Words(key), language) for key in known}

    def labels(self, words: Words) -> Collection[str]:
        """Every language's text of a message, folded for comparing."""
        args = _the_same_for_everybody(words)
        found: tuple[str, ...] = self._in_every_language(words) if args is None else self._labels(words.key, args)
        return found

    def command(self, text: str) -> str | None:
        """The command that works everywhere which this text is exactly, or None."""
        return self._phrases["command"].get(fold(text))

    def service(self, text: str) -> str | None:
        """The service whose name this text is exactly, or None."""
        return self._phrases["service"].get(fold(text))

    def _labels_of(self, key: str, args: tuple[tuple[str, Value], ...]) -> tuple[str, ...]:
        known = key.startswith("option-")
        return self._in_every_language(Words(key, {name: v if known else Words(v) for name, v in args}))

    def _in_every_language(self, words: Words) -> tuple[str, ...]:
        """Folded texts; the further words of an option (``<option>-words``) need not be there."""
        spoken = [each for each in LANGUAGES if not words.key.endswith(FURTHER) or self.has(words.key, each)]
        return tuple(dict.fromkeys(fold(self.render(words, language)) for language in spoken))

    def _all_phrases(self, kind: str, names: Iterable[str]) -> dict[str, str]:
        phrases: dict[str, str] = {}
        for name in names:
            for language in LANGUAGES:
                texts = [self.render(Words(f"{kind}-{name}"), language)]
                texts += self.render(Words(f"{kind}-{name}.words"), language).split("|")
                for text in filter(None, map(fold, texts)):
                    if phrases.setdefault(text, name) != name:
                        raise FlowFault(f"locale {language}: {text} means both {kind} {name} and {phrases[text]}")
        return phrases

    def _argument(self, key: str, value: Value, language: str) -> Any:
        if isinstance(value, Words):
            return self.render(value, language)
        if isinstance(value, datetime):
            return self._instant(value, language)
        if isinstance(value, date):
            return self._day(value, language)
        if isinstance(value, int) and not isinstance(value, bool):
            return fluent_number(value, useGrouping=False)
        if isinstance(value, tuple | list):
            texts = [str(self._argument(key, each, language)) for each in value]
            return ("\n" if key == "lines" else self.render(Words("list-separator"), language)).join(texts)
        return "" if value is None else value

    def _day(self, day: date, language: str) -> str:
        return self.render(
            Words(
                "format-day",
                {
                    "year": str(day.year),
                    "month": Words(f"format-month.m{day.month}"),
                    "day": str(day.day),
                    "weekday": Words(f"format-weekday.d{day.weekday()}"),
                },
            ),
            language,
        )

    def _instant(self, at: datetime, language: str) -> str:
        local = at.astimezone(SHANGHAI)
        return self.render(Words("format-at", {"day": local.date(), "time": f"{local:%H:%M}"}), language)


def _the_same_for_everybody(words: Words) -> tuple[tuple[str, Value], ...] | None:
    """The arguments as a key of the cache, or None where something a person typed may be among them."""
    known = words.key.startswith("option-")
    plain = []
    for name, value in words.args.items():
        if isinstance(value, Words) and not value.args:
            plain.append((name, value.key))
        elif known:
            plain.append((name, value))
        else:
            return None
    return tuple(plain)


def _bundle(language: str, directory: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(directory.glob("*.ftl")):
        bundle.add_resource(_parsed(path.read_text(encoding="utf-8")))
    return bundle


@cache
def _parsed(text: str) -> Resource:
    """Once a process, for parsing is most of the start; bundles only read what they are given."""
    return FluentResource(text)


def negotiate(wanted: str | None, default: str) -> str:
    """The language of ours that is nearest to an ``Accept-Language`` or a language code."""
    for part in (wanted or "").split(","):
        code = part.split(";")[0].strip().lower()
        if code.startswith("zh"):
            return "zh-Hant" if any(mark in code for mark in ("hant", "-tw", "-hk", "-mo")) else "zh-Hans"
        if code.startswith("en"):
            return "en"
    return default
