"""What residents are told of who of the staff they speak with: how they are called, and where they are from."""

from __future__ import annotations

from flows.desk.rights import Clerk, Level
from flows.place import Place
from flows.words import Value, Words


def office_of(level: Level, township: str | None, section: str | None, place: Place) -> Words:
    """The office of a level: the section (股室) of the county, the township, the village in it."""
    if level is Level.COUNTY or township is None:
        return Words(f"section-{section if section in place.sections else next(iter(place.sections))}")
    return Words(f"office_of-{level}", {"township": Words(f"township-{township}")})


def introduced(clerk: Clerk, place: Place) -> dict[str, Value]:
    """``name`` and ``office`` of a clerk, as arguments of a message."""
    return {"name": clerk.shown_as, "office": office_of(clerk.level, clerk.township, clerk.section, place)}
