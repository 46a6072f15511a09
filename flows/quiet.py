"""The hours in which nobody is written to by the desk itself (免打扰时间): figures of the policy, by what is told."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flows.hours import SHANGHAI, at
from flows.world import World


def awake(world: World, of: str) -> datetime:
    """The first instant from now on that is not at night: now, or the end of the night. ``of`` names the figures
    ``<of>.quiet_from`` and ``<of>.quiet_until``."""
    now = world.now.astimezone(SHANGHAI)
    begins, ends = _clock(f"{of}.quiet_from", world), _clock(f"{of}.quiet_until", world)
    if begins > ends and now.time() >= begins:
        return at(now.date() + timedelta(days=1), ends)
    is_night = now.time() < ends and (begins > ends or now.time() >= begins)
    return at(now.date(), ends) if is_night else world.now


def _clock(name: str, world: World) -> time:
    value = world.policy.value(name, world.day)
    assert isinstance(value, time)
    return value
