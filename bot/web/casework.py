"""A case as its page shows it to staff: what was answered, found and said, with numbers masked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.app import App
from bot.web.rendering import Renderer
from flows.errors import FlowFault
from flows.inputs.id_number import mask
from flows.language.questions import shown
from flows.words import Words, from_plain
from integrations.store.cases import Case
from integrations.store.conversations import Entry

NUMBERS = {"id_number", "phone"}
"""Kinds of questions whose answers are masked when they are read back."""
_LONG_NUMBER = re.compile(r"[0-9０-９]{14,}[0-9０-９XxＸｘ]")
"""Written in free text, as long as the number of an identity document."""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its short name, its value, whether that is a number, and whether it was told in confidence."""

    label: str
    value: str
    number: bool
    confidential: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, and what the desk replied."""

    said: str | None
    replies: list[str]


def answers(app: App, case: Case, language: str, *, whole: bool = False) -> list[Line]:
    """The answers of a case in order, with numbers masked unless they are wanted ``whole``."""
    flow = app.flows.get(case.content.get("flow", ""))
    lines = []
    for answer in case.content.get("answers", []):
        key, value = answer["step"], from_plain(answer["value"])
        step = flow.steps.get(key.partition("@")[0]) if flow is not None else None
        number = answer["kind"] in NUMBERS and any(map(str.isdigit, str(value)))
        if flow is None or step is None:  # the question is gone meanwhile
            label, text = Words("desk-words"), mask(value) if number else value
        elif step.consent or step.kind in {"confirm", "group"}:
            continue
        else:
            label, text = Words(f"{flow.question(step.name)}.label"), shown(flow, key, value)
        if number and whole:
            text = value
        words = worded(app, Words("verbatim", {"text": text}), language)
        label_words = worded(app, label, language)
        lines.append(Line(label_words, words if whole else masked(words), number, answer["confidential"]))
    return lines


def findings(app: App, case: Case, language: str) -> list[str]:
    """What the pre-check found."""
    return [worded(app, from_plain(each), language) for each in case.content.get("findings", [])]


def last_messages(renderer: Renderer, entries: Sequence[Entry], language: str) -> list[Exchange]:
    """The last messages of a conversation that was handed over."""
    exchanges = []
    for entry in entries:
        said = renderer.said(entry.said, language)
        replies = [reply["text"] for reply in renderer.earlier(entry.replies, language)]
        exchanges.append(Exchange(masked(said) if said else None, [masked(reply) for reply in replies]))
    return exchanges


def masked(text: str) -> str:
    """A text in which every number as long as that of an identity document is masked."""
    return _LONG_NUMBER.sub(lambda found: mask(found[0]), text)


def worded(app: App, words: Words, language: str) -> str:
    """The words of a case may be older than this version's: then their message id has to do."""
    try:
        return app.speech.render(words, language)
    except FlowFault:
        return words.key
