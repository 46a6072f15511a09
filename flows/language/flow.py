"""A flow: questions in asking order, then routes, then endings; compiled at import to one shared state machine.

    STEPS   = [choice("kind", "a", "b"), id_number("id"), confirm("summary")]
    ROUTES  = [("kind", picked("b"), "not_here"), ("kind", ALWAYS, "id"), ...]      # from, when, to: first match wins
    ENDINGS = {"filed": File(...), "not_here": Advise()}

The machine has no model of its own: a walk over the answers is the model, made anew each turn. Nothing here does I/O.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from transitions import Machine

from flows.errors import FlowFault
from flows.language.answers import Answer, Position, keyed
from flows.language.endings import Ending
from flows.language.facts import Facts
from flows.language.steps import CHOICE_KINDS, Step
from flows.words import Value

When = Callable[[Facts], bool]
Route = tuple[str, When, str]


def ALWAYS(_: Facts) -> bool:  # noqa: N802 - reads as a constant in a table of routes
    """The fallback of a step: last, and taken when nothing before it was."""
    return True


@dataclass(frozen=True, slots=True)
class _Picked:
    """True when the step the route starts from was answered with one of ``values``."""

    values: tuple[str, ...]
    step: str = ""

    def __call__(self, facts: Facts) -> bool:
        return facts[self.step] in self.values


def picked(*values: str) -> When:
    """The route of one or more options of the step it starts from; checked against that step's options."""
    return _Picked(values)


class Flow:
    """One service as a flow. Raises FlowFault, naming the flow and the step, when the table cannot work."""

    def __init__(
        self, name: str, steps: Iterable[Step | Sequence[Step]], routes: Sequence[Route], endings: Mapping[str, Ending]
    ) -> None:
        self.name = name
        flat = [step for each in steps for step in ([each] if isinstance(each, Step) else each)]
        self.steps = {step.name: step for step in flat}
        self.endings = dict(endings)
        self.routes = [(at, _bound(when, at), to) for at, when, to in routes]
        self.first = flat[0].name if flat else ""
        self._check(flat)
        self.digest = self._digest()
        self._machine = Machine(
            model=None,
            states=[*self.steps, *self.endings],
            initial=self.first,
            transitions=[_transition(at, when, to) for at, when, to in self.routes],
            auto_transitions=False,
        )
        self._answer = self._machine.events["answer"]

    def question(self, step: str) -> str:
        """The message id of a step's question, or of an ending's words."""
        return f"{self.name}-{step}"

    def step_of(self, key: str) -> Step:
        """The step an answer's key belongs to; within a repeating group the key names the item as well."""
        return self.steps[key.partition("@")[0]]

    def start(self) -> Position:
        """Where a run begins."""
        return Position(self.first)

    def onward(self, position: Position, value: Value, facts: Facts) -> Position:
        """Where the answer ``value`` at ``position`` leads; ``facts`` holds the path so far and learns it."""
        step = self.steps[position.step]
        item = position.item
        key = position.key
        if step.kind == "group":
            item = value if value != "done" else None
            key = keyed(step.name, item)
        facts.item = item
        facts.learn(key, value)
        walker = _Walker(position.step)
        if step.kind == "group" and item is not None:
            walker.state = step.members[0]
        elif not self._answer.trigger(walker, facts):
            raise FlowFault(f"flow {self.name}, step {step.name}: no route for this answer")
        landed = self.steps.get(walker.state)
        within = item if landed is not None and landed.group is not None else None
        facts.item = within
        return Position(walker.state, within, (*position.path, key))

    def replay(self, answers: Mapping[str, Answer], facts: Facts, asked_again: str | None = None) -> Position:
        """Walks from the start to the first step whose answer is missing, open again, or no longer fits.

        Runs no effect and no look-up. ``facts`` must be empty; it knows the path afterwards.
        """
        position = self.start()
        while position.step in self.steps:
            step = self.steps[position.step]
            key = _next_item(step, answers, position) if step.kind == "group" else position.key
            answer = answers.get(key)
            if answer is None or key == asked_again or answer.kind != step.kind:
                break
            if step.kind != "group" and step.fault(answer.value, facts) is not None:
                break
            position = self.onward(position, answer.value, facts)
        return position

    def facts_at(self, position: Position, answers: Mapping[str, Answer], facts: Facts) -> Facts:
        """The facts of the path to ``position``, from the cache instead of a replay."""
        for key in position.path:
            facts.learn(key, answers[key].value)
        facts.item = position.item
        return facts

    def diagram(self) -> str:
        """The table as a Mermaid flowchart; the machine is built from the same table."""
        lines = ["flowchart TD"]
        lines += [f"    {name}[{name}]" for name in self.steps]
        lines += [f"    {name}([{name}])" for name in self.endings]
        for group in (step for step in self.steps.values() if step.kind == "group"):
            lines.append(f"    {group.name} -->|add| {group.members[0]}")
        lines += [f"    {at} -->{_label(when)} {to}" for at, when, to in self.routes]
        for step in self.steps.values():
            lines += [f"    {step.name} -.->|{option}| {to}" for option, to in step.retypes.items()]
        return "\n".join(lines)

    def _digest(self) -> str:
        """Changes whenever a cached position might no longer be where the answers lead."""
        table = [
            (s.name, s.kind, s.options, s.from_, s.holding, s.group, [_name(must) for must in s.must])
            for s in self.steps.values()
        ]
        routes = [(at, _name(when), to) for at, when, to in self.routes]
        return hashlib.sha256(repr((table, routes, sorted(self.endings))).encode()).hexdigest()[:16]

    def _check(self, flat: Sequence[Step]) -> None:
        if not flat:
            raise FlowFault(f"flow {self.name}: it has no steps")
        for step in flat:
            if [each.name for each in flat].count(step.name) > 1:
                raise FlowFault(f"flow {self.name}, step {step.name}: there are two steps of this name")
            if step.name in self.endings:
                raise FlowFault(f"flow {self.name}, step {step.name}: an ending has the same name")
        outgoing: dict[str, list[tuple[When, str]]] = {name: [] for name in self.steps}
        for at, when, to in self.routes:
            if at not in self.steps:
                raise FlowFault(f"flow {self.name}, step {at}: a route starts at this unknown step")
            if to not in self.steps and to not in self.endings:
                raise FlowFault(f"flow {self.name}, step {at}: a route leads to the unknown step {to}")
            outgoing[at].append((when, to))
        for step in flat:
            self._check_routes(step, outgoing[step.name])
        self._check_reach(outgoing)

    def _check_routes(self, step: Step, routes: Sequence[tuple[When, str]]) -> None:
        where = f"flow {self.name}, step {step.name}"
        whens = [when for when, _ in routes]
        if not routes:
            raise FlowFault(f"{where}: no route leads on from it")
        if ALWAYS in whens[:-1]:
            raise FlowFault(f"{where}: a fallback is not the last of its routes")
        for target in step.retypes.values():
            if target not in self.steps:
                raise FlowFault(f"{where}: it opens the unknown step {target} again")
        routed = {value for when in whens if isinstance(when, _Picked) for value in when.values}
        for value in routed - set(step.options):
            raise FlowFault(f"{where}: a route is for {value}, which is not one of its options")
        if ALWAYS in whens:
            return
        if step.kind not in CHOICE_KINDS or step.from_ is not None:
            raise FlowFault(f"{where}: it has no fallback (ALWAYS)")
        needed = {"done"} if step.kind == "group" else set(step.options) - set(step.retypes)
        for value in sorted(needed - routed):
            raise FlowFault(f"{where}: its option {value} has no route")

    def _check_reach(self, outgoing: Mapping[str, Sequence[tuple[When, str]]]) -> None:
        nexts = {at: {to for _, to in routes} for at, routes in outgoing.items()}
        for step in self.steps.values():
            if step.kind == "group":
                nexts[step.name].add(step.members[0])
        reached = _closure({self.first}, nexts)
        for name in [*self.steps, *self.endings]:
            if name not in reached:
                raise FlowFault(f"flow {self.name}, step {name}: nothing leads to it")
        backwards: dict[str, set[str]] = {}
        for at, targets in nexts.items():
            for to in targets:
                backwards.setdefault(to, set()).add(at)
        ending = _closure(set(self.endings), backwards)
        for name in self.steps:
            if name not in ending:
                raise FlowFault(f"flow {self.name}, step {name}: no way leads from it to an ending")
        noticed = {name for name, step in self.steps.items() if step.consent}
        unasked = _closure(
            {self.first} - noticed, {at: tos - noticed for at, tos in nexts.items() if at not in noticed}
        )
        for name in self.steps:
            if self.steps[name].personal and name in unasked:
                raise FlowFault(
                    f"flow {self.name}, step {name}: it is personal, and a way leads to it without a consent"
                )


class _Walker:
    """The model of one walk through a shared machine."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def _next_item(step: Step, answers: Mapping[str, Answer], position: Position) -> str:
    """At a group's question: the key of the first item not walked yet, else of its ``done``."""
    prefix = f"{step.name}@"
    for key in answers:
        if key.startswith(prefix) and key not in position.path:
            return key
    return step.name


def _bound(when: When, step: str) -> When:
    return _Picked(when.values, step) if isinstance(when, _Picked) else when


def _transition(at: str, when: When, to: str) -> dict[str, object]:
    conditions = [] if when is ALWAYS else [when]
    return {"trigger": "answer", "source": at, "dest": to, "conditions": conditions}


def _closure(start: set[str], nexts: Mapping[str, Iterable[str]]) -> set[str]:
    reached = set(start)
    open_ = list(start)
    while open_:
        for to in nexts.get(open_.pop(), ()):
            if to not in reached:
                reached.add(to)
                open_.append(to)
    return reached


def _name(rule: Callable[..., object]) -> str:
    return repr(rule) if isinstance(rule, _Picked) else getattr(rule, "__qualname__", repr(rule))


def _label(when: When) -> str:
    if when is ALWAYS:
        return ""
    return f"|{' / '.join(when.values)}|" if isinstance(when, _Picked) else f"|{_name(when)}|"
