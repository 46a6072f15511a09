"""What a place has promised (承诺时限): the figures of the desk's clocks, by service and urgency.

A figure is named ``desk.<service>.<urgent or ordinary>.<clock>``, with ``any`` for every service that has none of its
own; its unit says whether it counts by the clock (分钟、小时) or in working time (工作分钟、工作小时). Urgent social
assistance (急难救助) has the hours that its residents are told (``urgent.answer_hours``, ``urgent.help_hours``), where
the place has set them. Where there is no figure, nothing was promised and there is no clock.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from flows.desk.clocks import Name
from flows.desk.working_time import Counts
from flows.errors import FlowFault
from flows.policy import Figure, NotInForce, Policy, clock_minutes
from flows.world import World

ANY, URGENT, ORDINARY = "any", "urgent", "ordinary"
TOLD = {
    f"desk.assistance.{URGENT}.{Name.FIRST}": "urgent.answer_hours",
    f"desk.assistance.{URGENT}.{Name.SOLUTION}": "urgent.help_hours",
}
"""One figure for what the resident is told when the case is filed and for the clock: two could come apart."""
WITHOUT_A_FLOW = frozenset({ANY, "danger", "desk"})
"""Names of services that no flow has: every other one, a ticket of danger words, a ticket for a person."""
_NAME = re.compile(r"desk\.([a-z_]+)\.([a-z]+)\.([a-z]+)")


def figures_for(service: str, urgent: bool, world: World) -> Mapping[Name, tuple[int, Counts]]:
    """The minutes of each clock that cases of a service have, and which time counts."""
    found = {}
    for name in Name:
        figure = _figure(service, URGENT if urgent else ORDINARY, name, world)
        if figure is not None:
            found[name] = _read(figure)
    return found


def faults(policy: Policy, services: Collection[str], day: date) -> Iterator[str]:
    """What is wrong with the figures of a place, a sentence each."""
    names = sorted({name for layer in policy.layers for name in layer if name.startswith("desk.")})
    for name in names:
        parts = _NAME.fullmatch(name)
        service, urgency, clock = parts.groups() if parts else ("", "", "")
        if service not in services and service not in WITHOUT_A_FLOW:
            yield f"policy figure '{name}': there is no service {service or name}"
        elif urgency not in (URGENT, ORDINARY) or clock not in list(Name):
            yield f"policy figure '{name}' is no figure of the desk: desk.<service>.urgent|ordinary.{'|'.join(Name)}"
    for name in (*names, *TOLD.values()):
        try:
            figure = _in_force(policy, name, day)
            if figure is not None:
                _read(figure)
        except FlowFault as fault:
            yield str(fault)


def _figure(service: str, urgency: str, name: Name, world: World) -> Figure | None:
    """The figure of the service itself, else that of every service."""
    own = f"desk.{service}.{urgency}.{name}"
    for each in (own, TOLD.get(own), f"desk.{ANY}.{urgency}.{name}"):
        figure = None if each is None else _in_force(world.policy, each, world.day)
        if figure is not None:
            return figure
    return None


def _in_force(policy: Policy, name: str, day: date) -> Figure | None:
    """A figure, or None where nothing of the name was promised for this day."""
    if not any(name in layer for layer in policy.layers):
        return None
    try:
        return policy.figure(name, day)
    except NotInForce:
        return None


def _read(figure: Figure) -> tuple[int, Counts]:
    minutes, working = clock_minutes(figure)
    return minutes, Counts.WORKING if working else Counts.RUNNING
