"""Effects follow the path, not the history: what stands and should not is undone, what should stand is made."""

from __future__ import annotations

from collections.abc import Mapping
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
    before: Conversation, after: Conversation, final: Final | None, flows: Mapping[str, Flow], world: World
) -> Effects:
    """The effects of going from one conversation to the other. A final that takes a hold over does not undo it."""
    effects = Effects(after)
    staying = {run.id for run in after.stack}
    for run in before.stack:
        if run.id not in staying and not (final is not None and final.run == run.id and _takes_over(final)):
            effects.undo += run.standing.values()
    stack = []
    for run in after.stack:
        wanted = _wanted(flows[run.flow], run)
        keeps = {key: each for key, each in run.standing.items() if key in wanted and wanted[key][1] == each.value}
        effects.undo += [each for key, each in run.standing.items() if key not in keeps]
        stack.append(_make(effects, flows[run.flow], replace(run, standing=keeps), wanted, world))
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
    step = flow.steps[run.position.step]
    if step.until is not None:
        at = step.until(facts_of(flow, run, world))
        effects.schedule.append(Schedule(f"{run.id}:{step.name}:expired", at, run.id, step.name, "expired"))
    return replace(run, attempts=attempts)


def _takes_over(final: Final) -> bool:
    return getattr(final.ending, "slot", None) is not None
