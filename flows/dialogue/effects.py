"""Effects follow the path, not the history: what stands and should not is undone, what should stand is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from flows.conversation import Conversation
from flows.dialogue.runs import facts_of
from flows.language.answers import Run, Standing
from flows.language.flow import Flow
from flows.outcome import Do, Final, Schedule
from flows.words import Value
from flows.world import World


@dataclass(slots=True)
class Effects:
    """What is to be undone, made and scheduled so that the effects are those of the paths as they are now."""

    conversation: Conversation
    undo: list[Standing] = field(default_factory=list)
    do: list[Do] = field(default_factory=list)
    schedule: list[Schedule] = field(default_factory=list)


def effects_between(
    before: Conversation,
    after: Conversation,
    final: Final | None,
    expired: Sequence[Standing],
    flows: Mapping[str, Flow],
    world: World,
) -> Effects:
    """The effects of going from one conversation to the other.

    ``expired`` are those whose time was found to be over; they are undone once. A hold that the final takes over is
    not undone. A run that waits beneath under another version of its flow is left as it is until it is open again.
    """
    effects = Effects(after, undo=list(expired))
    staying = {run.id for run in after.stack}
    for run in before.stack:
        if run.id not in staying:
            taken = _taken_over(final, run)
            effects.undo += [each for key, each in run.standing.items() if key != taken and each not in expired]
    stack = []
    for run in after.stack:
        flow = flows.get(run.flow)
        if flow is None or run.digest != flow.digest:
            stack.append(run)
            continue
        wanted = _wanted(flow, run)
        keeps = {key: each for key, each in run.standing.items() if key in wanted and wanted[key][1] == each.value}
        effects.undo += [each for key, each in run.standing.items() if key not in keeps]
        made = _make(effects, flow, replace(run, standing=keeps), wanted, world)
        stack.append(_wait(effects, flow, made, before, world))
    effects.conversation = replace(after, stack=tuple(stack))
    return effects


def _wanted(flow: Flow, run: Run) -> dict[str, tuple[str, Value]]:
    """The effects the path calls for: key → effect and value."""
    found = {}
    for key in run.position.path:
        step = flow.step_of(key)
        value = run.answers[key].value
        if step.holding is not None and value not in step.options:
            found[key] = (step.holding, value)
    return found


def _make(effects: Effects, flow: Flow, run: Run, wanted: Mapping[str, tuple[str, Value]], world: World) -> Run:
    attempts = run.attempts
    for key, (effect, value) in wanted.items():
        if key not in run.standing:
            attempts += 1
            name = f"{run.id}:{key}:{attempts}"
            effects.do.append(Do(run.id, key, effect, name, value, facts_of(flow, run, world)))
    return replace(run, attempts=attempts)


def _wait(effects: Effects, flow: Flow, run: Run, before: Conversation, world: World) -> Run:
    """A wait that has just begun is given its end, and an event that comes then; one that is over loses it."""
    step, key = flow.steps.get(run.position.step), run.position.key
    if step is None or step.until is None:
        return replace(run, until=None)
    if run.until is not None and any(each.id == run.id and each.position.key == key for each in before.stack):
        return run
    until = step.until(facts_of(flow, run, world))
    effects.schedule.append(Schedule(f"{run.id}:{until:%Y%m%dT%H%M%S}:{key}", until, run.id, key, "expired"))
    return replace(run, until=until)


def _taken_over(final: Final | None, run: Run) -> str | None:
    """The key of the hold that the final of this run takes over."""
    return getattr(final.ending, "slot", None) if final is not None and final.run == run.id else None
