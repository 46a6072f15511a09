"""``python -m bot check``: every lint of flows, locales, policy and place. Silent when all is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.speech import LANGUAGES, Speech
from bot.wechat.menu import menu_faults
from flows import policy as policies
from flows.counting import rules_of
from flows.desk import promises
from flows.dialogue.asides import ASIDES, COMMANDS
from flows.discretion import DISCREET, title
from flows.errors import FlowFault
from flows.inputs.text import fold
from flows.language.flow import Flow
from flows.language.questions import also_said
from flows.language.steps import Step
from flows.place import Place
from flows.wishes.topics import ANSWERS, BRING
from flows.words import Words

FIGURES = ("booking.lead_days", "booking.horizon_days", "booking.release_time", "booking.cancel_days")
"""The figures a place with bookings needs; the flows' own are asked for by their rules."""


def faults(flows: Mapping[str, Flow], speech: Speech, place: Place, lookups: Iterable[str], day: date) -> Iterator[str]:
    """Every fault as one sentence that names the flow, the step and what is wrong."""
    known = frozenset(lookups)
    for flow in flows.values():
        for key, where in _messages(flow):
            yield from _missing(speech, key, where)
        for step in flow.steps.values():
            if step.from_ is not None and step.from_ not in known:
                yield f"flow {flow.name}, step {step.name}: there is no look-up {step.from_}"
            yield from _ambiguous(flow, step, speech)
    for key in _general(flows, place):
        yield from _missing(speech, key, "the desk")
    try:
        policy = policies.load(place.policies)
        for name in FIGURES:
            policy.value(name, day)
        rules_of(policy, day)
        if place.time_bank:
            policy.whole("volunteer.time_bank.cap", day)
        yield from (f"place {place.id}: {fault}" for fault in promises.faults(policy, flows, day))
    except FlowFault as fault:
        yield f"place {place.id}: {fault}"
    for service in place.services:
        if service not in flows:
            yield f"place {place.id}: there is no service {service}"
    yield from menu_faults(place, flows, speech)


def _messages(flow: Flow) -> Iterator[tuple[str, str]]:
    for step in flow.steps.values():
        where = f"flow {flow.name}, step {step.name}"
        question = flow.question(step.name)
        yield question, where
        for option in step.options:
            yield f"{question}.{option}", where
        if step.kind == "group":
            yield f"{question}.remove", where
        yield f"{question}.label", where
        yield f"again-{step.kind}", where
    for ending in flow.endings:
        yield flow.question(ending), f"flow {flow.name}, ending {ending}"


def _general(flows: Mapping[str, Flow], place: Place) -> Iterator[str]:
    yield from (f"service-{name}" for name in flows)
    yield from (f"service-{name}.words" for name in flows)
    yield from sorted({f"heading-{flow.heading}" for flow in flows.values() if flow.heading is not None})
    yield from sorted({title(name).key for name in flows if name in DISCREET})
    yield from (f"command-{name}" for name in COMMANDS)
    yield from (f"aside-{name}" for name in ASIDES)
    yield from (f"aside-{name}.{option}" for name, options in ASIDES.items() for option in options)
    yield from (f"topic-{name}" for name in ANSWERS)
    yield from (f"bring-{name}" for name in sorted({each for papers in BRING.values() for each in papers}))
    yield f"place-{place.id}"
    yield from (f"township-{name}" for name in place.townships)
    yield from (f"section-{name}" for name in place.sections)
    yield from (f"office-{name}" for name in place.offices)
    yield from (f"office-{name}.address" for name in place.offices)


def _missing(speech: Speech, key: str, where: str) -> Iterator[str]:
    for language in LANGUAGES:
        if not speech.has(key, language):
            yield f"{where}: the message {key} is missing in {language}"


def _ambiguous(flow: Flow, step: Step, speech: Speech) -> Iterator[str]:
    """Two options of one question must not be said with the same words in one language."""
    for language in LANGUAGES:
        said: dict[str, str] = {}
        for option in step.options:
            for words in _meant_by(flow, step, option, speech, language):
                other = said.setdefault(words, option)
                if other != option:
                    where = f"flow {flow.name}, step {step.name}"
                    yield f"{where}: {option} and {other} are the same words in {language}: {words}"


def _meant_by(flow: Flow, step: Step, option: str, speech: Speech, language: str) -> set[str]:
    """Everything that means an option in one language."""
    question = flow.question(step.name)
    keys = [Words(f"{question}.{option}"), *also_said(question, option)]
    texts = [speech.render(words, language) for words in keys if speech.has(words.key, language)]
    return {fold(part) for text in texts for part in text.split("|")}
