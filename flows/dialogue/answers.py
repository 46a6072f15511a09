"""An answer to the open question: taken, or said why it does not fit; and what is looked at again before it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.dialogue import readings, runs
from flows.dialogue.commands import begin_service, command
from flows.errors import DoesNotFit, NotUnderstood
from flows.language.answers import Answer, Origin, Run, keyed
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.hears import Hears
from flows.language.lookups import Found, Pending
from flows.language.questions import BEGIN, CHANGE, KEEP, PERSON, REMOVE, Question, items_of, label
from flows.language.steps import MAX_ITEMS
from flows.words import Value, Words

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn


def take_option(turn: Turn, question: Question, option: str, typed: str, origin: Origin) -> None:
    """Takes one of the options offered, by its value. Raises NotUnderstood when it does not fit."""
    turn.now = replace(turn.now, aside=None)
    flow, run, step = question.flow, question.run, question.step
    if question.is_own(option):
        _overhear(turn, question, option)
        if option in step.retypes:
            _walk(turn, runs.reopened(flow, run, turn.world, _beside(flow, run, step.retypes[option])))
        elif step.kind == "group":
            _walk(turn, _grouped(turn, question, option))
        else:
            take_answer(turn, question, question.value_of(option), typed, origin)
    elif option == PERSON:
        command(turn, "person")
    elif option == KEEP:
        _walk(turn, runs.kept(flow, run, turn.world))
    elif option.startswith(BEGIN):
        begin_service(turn, option.removeprefix(BEGIN))
    elif option.startswith(CHANGE):
        _walk(turn, runs.reopened(flow, run, turn.world, option.removeprefix(CHANGE)))
    else:
        _walk(turn, runs.without_item(flow, run, turn.world, keyed(step.name, option.removeprefix(REMOVE))))


def take_answer(turn: Turn, question: Question, value: Value, typed: str, origin: Origin) -> None:
    """Takes an answer to the open question and walks on. Raises NotUnderstood when it does not fit."""
    turn.now = replace(turn.now, aside=None)
    flow, run, step = question.flow, question.run, question.step
    _overhear(turn, question, value)
    if (isinstance(question.found, Pending) or question.is_stopped) and value not in step.options:
        return  # that it is being looked up, or cannot be had, is said in place of the question
    fault = step.fault(value, question.facts) or _not_offered(question, value)
    if fault is not None:
        raise DoesNotFit(fault.key, **fault.args)
    instead = _before_confirming(turn, question) if step.kind == "confirm" else None
    if instead is None:
        run = readings.settled(flow, run, step, value, question.facts, turn.incoming.at)
        if step.hears is not None and step.kind != "confirm":
            run = _heard(turn, question, run, step.hears, str(value))
        instead = runs.answered(flow, run, turn.world, Answer(step.kind, value, typed, turn.incoming.at, origin))
        _tell_asked_again(turn, instead)
    _walk(turn, instead)


def take_correction(turn: Turn, question: Question, text: str) -> bool:
    """At a summary, a word that changes an answer; whether it was one. Raises NotUnderstood for one in doubt."""
    hears = question.step.hears
    if hears is None or question.step.kind != "confirm":
        return False
    run = _heard(turn, question, question.run, hears, text)
    turn.now = replace(turn.now, aside=None)
    _walk(turn, runs.replayed(question.flow, replace(run, asked_again=None), turn.world))
    return True


def _heard(turn: Turn, question: Question, run: Run, hears: Hears, text: str) -> Run:
    """The run with what a sentence said made answers, still to be confirmed.

    A sentence said anew takes the place of the one before: what that one filled is gone with it.
    """
    flow, answers = question.flow, run.answers
    if question.step.kind != "confirm":
        answers = {key: each for key, each in answers.items() if key not in hears.fills or each.origin != "read"}
    said = hears.hear(text, question.facts)
    heard = {key: Answer(flow.steps[key].kind, value, "", turn.incoming.at, "read") for key, value in said.items()}
    return replace(run, answers={**answers, **heard})


def _walk(turn: Turn, run: Run) -> None:
    turn.understood()
    turn.put(run)


def _tell_asked_again(turn: Turn, run: Run) -> None:
    """An old answer that does not fit what was just answered is asked for again: that, and why, is said."""
    flow, key = turn.flows[run.flow], run.position.key
    step, old = flow.steps.get(run.position.step), run.answers.get(key)
    fault = None if step is None or old is None else step.fault(old.value, runs.facts_of(flow, run, turn.world))
    if fault is not None:
        turn.say("answers-follow", what=label(flow, key))
        turn.say(fault.key, **fault.args)


def _beside(flow: Flow, run: Run, step: str) -> str:
    """The key of a step as seen from where the run stands: within a repeating group that of the same item."""
    return keyed(step, run.position.item if flow.steps[step].group is not None else None)


def _grouped(turn: Turn, question: Question, option: str) -> Run:
    flow, run = question.flow, question.run
    if option == "done":
        return runs.closed_group(flow, run, turn.world, turn.incoming.at)
    if len(items_of(question.step, run)) >= MAX_ITEMS:
        raise NotUnderstood("group-full", limit=MAX_ITEMS)
    item = runs.derive_id(run.id, turn.incoming.id)[:8]
    return runs.with_item(flow, run, turn.world, item, turn.incoming.at)


def _overhear(turn: Turn, question: Question, value: Value) -> None:
    """What the log will show of this answer: nothing said in confidence, numbers masked."""
    step = question.step
    if step.confidential:
        turn.said = Words("said-confidential")
    elif step.kind in {"id_number", "phone"} and value not in step.options:
        turn.said = step.show(value)
    elif step.kind == "photo" and value not in step.options:
        turn.said = Words("photo-received")
    elif step.kind == "signature" and value not in step.options:
        turn.said = step.show(value)


def _before_confirming(turn: Turn, question: Question) -> Run | None:
    """Everything is looked at once more before it is confirmed; the run to go on with instead, or None.

    A rule may have changed without its name, an offer may be gone, and a hold that ran out is made again first.
    """
    flow, run = question.flow, question.run
    again = runs.replayed(flow, run, turn.world)
    if again.position != run.position:
        if again.position.step in flow.steps:
            turn.tell_moved(again)
        return again
    gone = _gone(turn, flow, run, question.facts)
    if gone is not None:
        turn.say("offer-gone")
        return runs.reopened(flow, run, turn.world, gone)
    return run if turn.expired else None


def _gone(turn: Turn, flow: Flow, run: Run, facts: Facts) -> str | None:
    """The first looked-up answer on the path that is no longer on offer; what is held is, with what it is under."""
    held = {name for key in run.standing for name in (key, *flow.step_of(key).under)}
    for key in run.position.path:
        step, value = flow.step_of(key), run.answers[key].value
        if step.from_ is None or value in step.options or key in held:
            continue
        facts.item = key.partition("@")[2] or None
        found = turn.look_up(run, key, step.from_, facts)
        if isinstance(found, Found) and not found.offers(value):
            return key
    return None


def _not_offered(question: Question, value: Value) -> Words | None:
    """Why a value is not among what the look-up offers just now, or None."""
    found = question.found
    if not isinstance(found, Found) or value in question.step.options or found.offers(value):
        return None
    return found.refusals.get(str(value), found.otherwise)
