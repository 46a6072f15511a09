"""A flow: questions in asking order, then routes, then endings; compiled at import to one shared state machine.

    STEPS   = [choice("kind", "a", "b"), id_number("id"), confirm("summary")]
    ROUTES  = [("kind", picked("b"), "not_here"), ("kind", ALWAYS, "id"), ...]      # from, when, to: first match wins
    ENDINGS = {"filed": File(...), "not_here": Advise()}

The machine has no model of its own: a walk over the answers is the model, made anew each turn. Nothing here does I/O.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from transitions import Machine

from flows.errors import FlowFault
from flows.language.answers import Answer, Position, keyed
from flows.language.checks import check_routes, check_steps, check_ways
from flows.language.endings import Ending
from flows.language.facts import Facts
from flows.language.routes import ALWAYS, NEVER, Route, When, bound, label_of, name_of
from flows.language.steps import CHOICE_KINDS, Step
from flows.words import Value


class Flow:
    """One service as a flow. Raises FlowFault, naming the flow and the step, when the table cannot work."""

    def __init__(
        self,
        name: str,
        steps: Iterable[Step | Sequence[Step]],
        routes: Sequence[Route],
        endings: Mapping[str, Ending],
        *,
        urgent: When = NEVER,
        heading: str | None = None,
        sensitive: bool = False,
        brief: bool = False,
    ) -> None:
        """``urgent``: whatever is filed for whom this is true of is marked so for the staff.

        ``heading``: what the service stands under in the menu, with others of the same heading. ``sensitive``: all that
        is asked after the consent tells of health, need or family, and so does what comes of it (敏感个人信息,
        个人信息保护法第二十八条). ``brief``: it asks nothing, so it is begun over any number of services.
        """
        self.name = name
        self.heading = heading
        self.sensitive = sensitive
        self.brief = brief
        self.urgent = urgent
        flat = [step for each in steps for step in ([each] if isinstance(each, Step) else each)]
        check_steps(name, flat, endings)
        self.steps = {step.name: step for step in flat}
        self.endings = dict(endings)
        self.routes = [(at, bound(when, at), to) for at, when, to in routes]
        self.first = flat[0].name
        self._check()
        self.digest = self._digest()
        self.machine = Machine(
            model=None,
            states=[*self.steps, *self.endings],
            initial=self.first,
            transitions=[_transition(at, when, to) for at, when, to in self.routes],
            auto_transitions=False,
        )
        self._answer = self.machine.events["answer"]

    def question(self, step: str) -> str:
        """The message id of a step's question, or of an ending's words: those of the flow, or that its group shares."""
        known = self.steps.get(step) or self.endings.get(step)
        return f"{(known.shares if known is not None else None) or self.name}-{step}"

    def step_of(self, key: str) -> Step:
        """The step an answer's key belongs to; within a repeating group the key names the item as well."""
        return self.steps[key.partition("@")[0]]

    def is_personal(self, step: Step) -> bool:
        """Whether an answer to the step tells of a person: it goes through no channel that may carry nothing such."""
        return step.personal or step.confidential or (self.sensitive and not step.consent)

    def hides_options(self, step: Step) -> bool:
        """Whether its options are such answers themselves, and not only ways without one."""
        is_answer = step.kind in CHOICE_KINDS or step.kind == "many"
        return step.confidential or (self.is_personal(step) and is_answer)

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
        labels = [(at, label_of(when), to) for at, when, to in self.routes]
        lines += [f"    {at} -->|{label}| {to}" if label else f"    {at} --> {to}" for at, label, to in labels]
        for step in self.steps.values():
            lines += [f"    {step.name} -.->|{option}| {to}" for option, to in step.retypes.items()]
        return "\n".join(lines)

    def _digest(self) -> str:
        """Changes whenever a cached position might no longer be where the answers lead."""
        table = [
            (s.name, s.kind, s.options, s.from_, s.holding, s.group, [name_of(must) for must in s.must])
            for s in self.steps.values()
        ]
        routes = [(at, name_of(when), to) for at, when, to in self.routes]
        return hashlib.sha256(repr((table, routes, sorted(self.endings))).encode()).hexdigest()[:16]

    def _check(self) -> None:
        outgoing: dict[str, list[tuple[When, str]]] = {name: [] for name in self.steps}
        for at, when, to in self.routes:
            if at not in self.steps:
                raise FlowFault(f"flow {self.name}, step {at}: a route starts at this unknown step")
            if to not in self.steps and to not in self.endings:
                raise FlowFault(f"flow {self.name}, step {at}: a route leads to the unknown step {to}")
            outgoing[at].append((when, to))
        check_routes(self, outgoing)
        check_ways(self, outgoing)


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


def _transition(at: str, when: When, to: str) -> dict[str, object]:
    conditions = [] if when is ALWAYS else [when]
    return {"trigger": "answer", "source": at, "dest": to, "conditions": conditions}
