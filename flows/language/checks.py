"""What a flow is checked for when it is loaded: every fault is a sentence that names the flow and the step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from flows.errors import FlowFault
from flows.language.routes import ALWAYS, When, values_of
from flows.language.steps import CHOICE_KINDS, NAME_TYPED, Step

if TYPE_CHECKING:
    from flows.language.flow import Flow

Outgoing = Mapping[str, Sequence[tuple[When, str]]]
"""The routes of each step, in order."""
Nexts = Mapping[str, Iterable[str]]
"""Where each step may lead."""


def check_steps(name: str, steps: Sequence[Step], endings: Iterable[str]) -> None:
    """The steps by themselves: that there are any, their names, and that groups hold plain steps."""
    if not steps:
        raise FlowFault(f"flow {name}: it has no steps")
    names = [step.name for step in steps]
    groups = {step.name for step in steps if step.kind == "group"}
    for step in steps:
        where = f"flow {name}, step {step.name}"
        if names.count(step.name) > 1:
            raise FlowFault(f"{where}: there are two steps of this name")
        if step.name in endings:
            raise FlowFault(f"{where}: an ending has the same name")
        if not step.name.isidentifier():
            raise FlowFault(f"{where}: a step's name is letters, digits and _")
        if step.of is not None and step.of not in names:
            raise FlowFault(f"{where}: it is the signature of {step.of}, which is no step")
        if step.of is not None and NAME_TYPED in step.options:
            raise FlowFault(f"{where}: a way without a signature is called like one that is typed, {NAME_TYPED}")
        for above in step.under:
            if above not in names[: names.index(step.name)]:
                raise FlowFault(f"{where}: it is chosen under {above}, which is no step before it")
        for filled in step.reads.fills if step.reads is not None else ():
            if filled not in names[names.index(step.name) :]:
                raise FlowFault(f"{where}: it fills {filled}, which is no step after it")
        for filled in step.hears.fills if step.hears is not None else ():
            if filled not in names:
                raise FlowFault(f"{where}: it may answer {filled}, which is no step")
        if step.kind == "group" and not step.members:
            raise FlowFault(f"{where}: it repeats no steps")
        if step.kind == "group" and groups.intersection(step.members):
            raise FlowFault(f"{where}: a repeating group holds another one")


def check_routes(flow: Flow, outgoing: Outgoing) -> None:
    """Each step's routes: that every answer has one, and that each is for an answer."""
    for step in flow.steps.values():
        _check_targets(flow, step, [to for _, to in outgoing[step.name]])
        _check_options(flow, step, [when for when, _ in outgoing[step.name]])


def check_ways(flow: Flow, outgoing: Outgoing) -> None:
    """The ways through the flow: each step has one to it and one to an ending, none goes round, none skips a consent
    on its way to something personal, the name on its way to a signature, or a confirmation on its way from a hold to
    the ending that takes it over."""
    nexts = {at: {to for _, to in routes} for at, routes in outgoing.items()}
    for step in flow.steps.values():
        if step.kind == "group":
            nexts[step.name].add(step.members[0])
    reached = _closure({flow.first}, nexts)
    for name in [*flow.steps, *flow.endings]:
        if name not in reached:
            raise FlowFault(f"{_where(flow, name)}: nothing leads to it")
    for name in flow.steps:
        if not _closure({name}, nexts) & set(flow.endings):
            raise FlowFault(f"{_where(flow, name)}: no way leads from it to an ending")
    _check_circle(flow, nexts)
    _check_consent(flow, outgoing, nexts)
    _check_signers(flow, nexts)
    _check_holds(flow, nexts)


def _check_targets(flow: Flow, step: Step, targets: Sequence[str]) -> None:
    where = _where(flow, step.name)
    if not targets:
        raise FlowFault(f"{where}: no route leads on from it")
    for target in targets:
        group = flow.steps[target].group if target in flow.steps else None
        if group is not None and group != step.group:
            raise FlowFault(f"{where}: a route leads into the middle of the repeating group {group}, to {target}")
    for option, target in step.retypes.items():
        if target not in flow.steps:
            raise FlowFault(f"{where}: it opens the unknown step {target} again")
        if option not in step.options:
            raise FlowFault(f"{where}: {option} opens {target} again, and is not one of its options")


def _check_options(flow: Flow, step: Step, whens: Sequence[When]) -> None:
    where = _where(flow, step.name)
    if ALWAYS in whens[:-1]:
        raise FlowFault(f"{where}: a fallback is not the last of its routes")
    routed: set[str] = set()
    for value in (value for when in whens for value in values_of(when)):
        if value not in step.options:
            raise FlowFault(f"{where}: a route is for {value}, which is not one of its options")
        if value in routed or value in step.retypes or (step.kind == "group" and value != "done"):
            raise FlowFault(f"{where}: a route for {value} is never taken")
        routed.add(value)
    if ALWAYS in whens:
        return
    if step.kind not in CHOICE_KINDS or step.from_ is not None:
        raise FlowFault(f"{where}: it has no fallback (ALWAYS)")
    needed = {"done"} if step.kind == "group" else set(step.options) - set(step.retypes)
    for value in sorted(needed - routed):
        raise FlowFault(f"{where}: its option {value} has no route")


def _check_circle(flow: Flow, nexts: Nexts) -> None:
    """A step is answered once: to ask it again is for ``retypes``, to ask for more of a kind is for ``repeat``."""
    onward = {name: set(targets) - {flow.steps[name].group} for name, targets in nexts.items()}
    for name in flow.steps:
        if name in _closure(onward[name], onward):
            raise FlowFault(f"{_where(flow, name)}: its routes lead round to itself")


def _check_consent(flow: Flow, outgoing: Outgoing, nexts: Nexts) -> None:
    """Only the first option of a consent agrees; what its other routes lead to was not agreed to."""
    unasked = {name: set(targets) for name, targets in nexts.items()}
    for step in flow.steps.values():
        if step.consent:
            agreed = step.options[:1]
            unasked[step.name] = {to for when, to in outgoing[step.name] if values_of(when) != agreed}
    reached = _closure({flow.first}, unasked)
    for name, step in flow.steps.items():
        if step.personal and name in reached:
            raise FlowFault(f"{_where(flow, name)}: it is personal, and a way leads to it without a consent")


def _check_signers(flow: Flow, nexts: Nexts) -> None:
    """Whose signature it is was asked before, whatever way was taken."""
    for name, step in flow.steps.items():
        if step.of is not None and name in _closure({flow.first}, {**nexts, step.of: ()}):
            raise FlowFault(f"{_where(flow, name)}: a way leads to it without {step.of}, whose signature it is")


def _check_holds(flow: Flow, nexts: Nexts) -> None:
    """What an ending takes over was held a turn before: a hold that is refused must be told, not booked."""
    confirmed = {name for name, step in flow.steps.items() if step.kind == "confirm"}
    unconfirmed = {name: set(targets) - confirmed for name, targets in nexts.items()}
    for name, ending in flow.endings.items():
        held = flow.steps.get(getattr(ending, "slot", None) or "")
        if held is not None and held.holding is not None and name in _closure({held.name}, unconfirmed):
            raise FlowFault(f"{_where(flow, held.name)}: a way leads from it to {name} without a confirmation")


def _closure(start: set[str], nexts: Nexts) -> set[str]:
    """Everything that can be reached from ``start``, itself included."""
    reached, open_ = set(start), list(start)
    while open_:
        for to in nexts.get(open_.pop(), ()):
            if to not in reached:
                reached.add(to)
                open_.append(to)
    return reached


def _where(flow: Flow, step: str) -> str:
    return f"flow {flow.name}, step {step}"
