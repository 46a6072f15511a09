"""What was read from a picture: kept with the run so that it is read once, made answers by one confirmation; and which
pictures are still needed. All else goes with the turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from flows.conversation import Conversation
from flows.dialogue import runs
from flows.language.answers import Answer, Run
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found
from flows.language.reads import NOT_KEPT, RIGHT, Reads
from flows.language.steps import PICTURE_KINDS, Step
from flows.words import Value
from flows.world import World


def pictures(conversation: Conversation, flows: Mapping[str, Flow]) -> set[str]:
    """The pictures that are answers of the services begun."""
    found = set()
    for run in conversation.stack:
        steps = flows[run.flow].steps if run.flow in flows else {}
        for key, answer in run.answers.items():
            step = steps.get(key.partition("@")[0])
            options = () if step is None else step.options
            if (
                answer.kind in PICTURE_KINDS
                and isinstance(answer.value, str)
                and answer.value not in (*options, NOT_KEPT)
            ):
                found.add(answer.value)
    return found


def noted(run: Run, reads: Reads, found: Found, facts: Facts) -> Run:
    """The run with what was read of its picture, which is needed no more unless the place keeps it."""
    return replace(run if reads.keeps(facts) else _without_picture(run, reads), suggestions=found.read)


def settled(flow: Flow, run: Run, step: Step, value: Value, facts: Facts, at: datetime) -> Run:
    """The run with what was read made answers, if that was confirmed; those of an earlier reading are taken away."""
    reads = step.reads
    if reads is None:
        return replace(run, suggestions={}) if step.kind == "photo" else run
    answers = {key: each for key, each in run.answers.items() if key not in reads.fills or each.origin != "read"}
    if value == RIGHT:
        filled = {key: run.suggestions[name] for key, name in reads.fills.items() if name in run.suggestions}
        answers |= {key: Answer(flow.steps[key].kind, each, "", at, "read") for key, each in filled.items()}
    run = replace(run, answers=answers, suggestions={})
    return run if value == RIGHT and reads.keeps(facts) else _without_picture(run, reads)


def put_down(flow: Flow, run: Run, world: World) -> Run:
    """The run without a picture that is still to be read: nobody waits for that any more."""
    step = flow.steps.get(run.position.step)
    if step is None or step.reads is None or run.suggestions:
        return run
    return runs.without(flow, run, world, step.reads.of)


def _without_picture(run: Run, reads: Reads) -> Run:
    answer = run.answers[reads.of]
    return replace(run, answers={**run.answers, reads.of: replace(answer, value=NOT_KEPT)})
