"""A case as its page shows it to staff: what was answered, found and said, with numbers masked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.app import App
from bot.web.rendering import Renderer
from flows.discretion import DISCREET
from flows.errors import FlowFault
from flows.language import Agree, Book, Flow
from flows.language.masking import masked
from flows.language.questions import shown
from flows.words import Value, Words, from_plain
from integrations.store.cases import Case
from integrations.store.conversations import Entry

NUMBERS = {"id_number", "phone"}
"""Kinds of questions whose answers are masked when they are read back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its short name, its value, whether part of that may be hidden, and whether it is confidential."""

    label: str
    value: str
    hidden: bool
    confidential: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, and what the desk replied."""

    said: str | None
    replies: list[str]


def answers(app: App, case: Case, language: str, *, whole: bool = False) -> list[Line]:
    """The answers of a case in order, with numbers masked unless they are wanted ``whole``."""
    flow = app.flows.get(case.content.get("flow", ""))
    stale = _of_the_appointment(flow, case)
    discreet = case.service in DISCREET
    lines = []
    for answer in case.content.get("answers", []):
        key, value = answer["step"], from_plain(answer["value"])
        step = flow.steps.get(key.partition("@")[0]) if flow is not None else None
        if flow is None or step is None:  # said for the staff, or the question is gone meanwhile
            label, text = _said_for_staff(answer)
        elif step.consent or step.reads or step.kind in {"confirm", "group"} or step.name in stale:
            continue
        else:
            label, text = Words(f"{flow.question(step.name)}.label"), shown(flow, key, value)
        number = answer["kind"] in NUMBERS and (step is None or value not in step.options)
        everything = _put(app, value if number else text, language)
        hidden = masked(_put(app, text, language))
        words = everything if whole else hidden
        lines.append(
            Line(worded(app, label, language), words, hidden != everything, discreet or answer["confidential"])
        )
    return lines


def _said_for_staff(answer: Mapping[str, Any]) -> tuple[Words, Value]:
    """What stands with a ticket without a flow of its own: words, pictures, and where somebody is."""
    value = answer["value"]
    if answer["kind"] == "photo":
        return Words("desk-words"), Words("photo-received")
    if answer["kind"] == "place" and answer["step"] == "township":
        return Words("desk-township"), Words(f"township-{value}")
    if answer["kind"] == "place":
        return Words("desk-village"), str(value).partition(":")[2] or value
    return Words("desk-words"), value


def _of_the_appointment(flow: Flow | None, case: Case) -> frozenset[str]:
    """The questions for day and time: the appointment says where it stands now, which may be elsewhere."""
    ending = None if flow is None else flow.endings.get(case.ending)
    if isinstance(ending, Agree):
        return frozenset({ending.code, ending.invitation})
    if flow is None or not isinstance(ending, Book) or not case.content.get("appointment"):
        return frozenset()
    return frozenset((ending.day,) if ending.slot is None else (ending.slot, *flow.steps[ending.slot].under))


def findings(app: App, case: Case, language: str) -> list[str]:
    """What the pre-check found."""
    return [worded(app, from_plain(each), language) for each in case.content.get("findings", [])]


def briefing(app: App, case: Case, language: str) -> list[str]:
    """What staff are told with a case, and when the notice (告知) was agreed to, as the answer to it says."""
    told = [from_plain(each) for each in case.content.get("briefing", [])]
    return [worded(app, each, language) for each in (*told, *_consents(app, case))] if told else []


def _consents(app: App, case: Case) -> Iterator[Words]:
    flow = app.flows.get(case.content.get("flow", ""))
    for answer in case.content.get("answers", []):
        step = flow.steps.get(answer["step"]) if flow is not None else None
        if flow is not None and step is not None and step.consent:
            chosen = Words(f"{flow.question(step.name)}.{answer['value']}")
            yield Words("briefing-consent", {"answer": chosen, "at": datetime.fromisoformat(answer["at"])})


def last_messages(renderer: Renderer, entries: Sequence[Entry], language: str) -> list[Exchange]:
    """The last messages of a conversation as the log keeps them: with the numbers of residents masked."""
    return [
        Exchange(
            renderer.said(entry.said, language),
            [
                masked(reply["text"]) if renderer.is_confidential(reply["key"]) else reply["text"]
                for reply in renderer.earlier(entry.replies, language)
            ],
        )
        for entry in entries
    ]


def notices_about(entries: Sequence[Entry], number: str) -> list[Entry]:
    """Of the notices of a conversation what names this case: the rest of what was said there is not its business."""
    named = [[reply for reply in entry.replies if reply.words.args.get("number") == number] for entry in entries]
    return [replace(entry, replies=tuple(own)) for entry, own in zip(entries, named, strict=True) if own]


def worded(app: App, words: Words, language: str) -> str:
    """The words of a case may be older than this version's: then their message id has to do."""
    try:
        return app.speech.render(words, language)
    except FlowFault:
        return words.key


def _put(app: App, value: Value, language: str) -> str:
    return worded(app, Words("verbatim", {"text": value}), language)
