"""What a service is called where somebody else may read it: of a discreet one, that it is an appointment, and no more.

Its own name stands in the menu and on the page of its case, which only staff open; everywhere else (receipt, slip,
reminders, 我的预约, the lists of the desk) stands its title.
"""

from __future__ import annotations

from flows.words import Words

DISCREET = frozenset({"counselling"})


def title(service: str) -> Words:
    """The name of a service for whoever may read it."""
    return Words("service-discreet" if service in DISCREET else f"service-{service}")
