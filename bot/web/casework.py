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

_LONG_NUMBER = re.compile(r"[0-9０-９]{14,}[0-9０-９XxＸｘ]")
"""Written in free text, as long as the number of an identity document."""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its short name, its value, and whether it was told in confidence."""

    label: str
    value: str
    confidential: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, and what the desk replied."""

    said: str | None
    replies: list[str]


def answers(app: App, case: Case, language: str) -> list[Line]:
    """The answers of a case in order; one whose question is gone meanwhile is shown as the words that were typed."""
    flow = app.flows.get(case.content.get("flow", ""))
    lines = []
    for answer in case.content.get("answers", []):
        key, value = answer["step"], from_plain(answer["value"])
        step = flow.steps.get(key.partition("@")[0]) if flow is not None else None
        label = Words("desk-words")
        if flow is not None and step is not None:
            if step.consent or step.kind in {"confirm", "group"}:
                continue
            label, value = Words(f"{flow.question(step.name)}.label"), shown(flow, key, value)
        texts = [worded(app, words, language) for words in (label, Words("verbatim", {"text": value}))]
        lines.append(Line(texts[0], masked(texts[1]), answer["confidential"]))
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
