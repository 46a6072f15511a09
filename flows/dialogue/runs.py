"""A run of one flow: where its answers lead now. Every change is the same operation, a replay of the answers.

Going back, editing from the summary, a deploy that changed the flow and a new policy day differ only in which answer
is open again; the answers beyond it are kept and taken again if they still fit. One new answer at the end of the path
needs no replay: a property test proves that both come out alike.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

from flows.language.answers import Answer, Position, Run, Standing, keyed
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.words import Value
from flows.world import World


def derive_id(*parts: str) -> str:
    """A stable id from what began something: the same conversation and message make the same id."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def place_of(run: str, step: str) -> str:
    """Where an effect or a look-up belongs: the run and the step."""
    return f"{run}:{step}"


def begin(flow: Flow, id_: str, at: datetime, day: date) -> Run:
    """A run at its first step."""
    return Run(id=id_, flow=flow.name, begun=at, position=flow.start(), digest=flow.digest, day=day)


def facts_of(flow: Flow, run: Run, world: World) -> Facts:
    """The answers on the path to where the run stands."""
    return flow.facts_at(run.position, run.answers, Facts(world, flow.name))


def replayed(flow: Flow, run: Run, world: World) -> Run:
    """The run where its answers lead by this flow on this day. What was confirmed beyond is to be confirmed again."""
    position = flow.replay(run.answers, Facts(world, flow.name), run.asked_again)
    answers = {k: answer for k, answer in run.answers.items() if answer.kind != "confirm" or k in position.path}
    return replace(run, answers=answers, position=position, digest=flow.digest, day=world.day)


def refreshed(flow: Flow, run: Run, world: World) -> Run:
    """The run as cached, if its cache is of this flow and this day; else replayed."""
    if run.digest == flow.digest and run.day == world.day:
        return run
    return replayed(flow, run, world)


def answered(flow: Flow, run: Run, world: World, answer: Answer) -> Run:
    """The run with the open step answered, where that leads."""
    key = run.position.key
    changed = replace(run, answers={**_still_chosen(flow, run, key, answer.value), key: answer}, asked_again=None)
    if run.asked_again is None:
        position = flow.onward(run.position, answer.value, facts_of(flow, run, world))
        if _nothing_kept_at(flow, position, changed):
            return replace(changed, position=position)
    return replayed(flow, changed, world)


def reopened(flow: Flow, run: Run, world: World, key: str) -> Run:
    """The run with an answered key open once more; its old answer is kept until a new one comes."""
    return replayed(flow, replace(run, asked_again=key), world)


def kept(flow: Flow, run: Run, world: World) -> Run:
    """The run with the old answer of the step opened again taken as it is."""
    return replayed(flow, replace(run, asked_again=None), world)


def without(flow: Flow, run: Run, world: World, *keys: str) -> Run:
    """The run with answers taken away."""
    answers = {each: answer for each, answer in run.answers.items() if each not in keys}
    return replayed(flow, replace(run, answers=answers, asked_again=None), world)


def learned(run: Run, key: str, answer: Answer) -> Run:
    """The run with an answer to a step that is not reached yet."""
    return replace(run, answers={**run.answers, key: answer})


def learned_beneath(run: Run, key: str, answer: Answer) -> Run:
    """The run with an answer that came while it was not open; where it leads is found when it goes on."""
    return replace(learned(run, key, answer), digest="")


def with_item(flow: Flow, run: Run, world: World, item: str, at: datetime) -> Run:
    """The run with an item added to the repeating group that is open; the group asks again after it."""
    group = run.position.step
    answers = {**_open_group(run, group), keyed(group, item): Answer("group", item, "", at, "typed")}
    return replayed(flow, replace(run, answers=answers, asked_again=None), world)


def without_item(flow: Flow, run: Run, world: World, key: str) -> Run:
    """The run without an item of a repeating group; the others keep their ids and answers, and the group asks again."""
    group, _, item = key.partition("@")
    answers = {each: answer for each, answer in _open_group(run, group).items() if not each.endswith(f"@{item}")}
    return replayed(flow, replace(run, answers=answers, asked_again=None), world)


def is_bare(run: Run, key: str) -> bool:
    """Whether an answered key is an item of a repeating group of which nothing was told yet."""
    _, at, item = key.partition("@")
    return bool(at) and not any(each != key and each.endswith(f"@{item}") for each in run.answers)


def closed_group(flow: Flow, run: Run, world: World, at: datetime) -> Run:
    """The run with the repeating group that is open closed."""
    answers = {**run.answers, run.position.step: Answer("group", "done", "", at, "typed")}
    return replayed(flow, replace(run, answers=answers, asked_again=None), world)


def expired(run: Run, now: datetime) -> tuple[Run, list[Standing]]:
    """The run without the effects whose time is over, and those; the answers stay, so that they are made again."""
    gone = [standing for standing in run.standing.values() if standing.until is not None and standing.until <= now]
    if not gone:
        return run, []
    return replace(run, standing={key: each for key, each in run.standing.items() if each not in gone}), gone


def _still_chosen(flow: Flow, run: Run, key: str, value: Value) -> dict[str, Answer]:
    """The answers without those that were chosen under another answer than this: a slot of another day."""
    old = run.answers.get(key)
    if old is not None and old.value == value:
        return dict(run.answers)
    name, _, item = key.partition("@")
    under = {step.name for step in flow.steps.values() if name in step.under}
    return {
        each: answer
        for each, answer in run.answers.items()
        if each.partition("@")[0] not in under or not each.endswith(item)
    }


def _open_group(run: Run, group: str) -> dict[str, Answer]:
    return {key: answer for key, answer in run.answers.items() if key != group}


def _nothing_kept_at(flow: Flow, position: Position, run: Run) -> bool:
    step = flow.steps.get(position.step)
    return step is None or (step.kind != "group" and position.key not in run.answers)
