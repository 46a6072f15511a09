"""What every piece of volunteer service works with, and the look-ups of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.numbers import Numbers
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store.database import Database

LOOKUPS = (
    *("my_volunteers", "my_registrations", "ways_of_volunteer", "minor_of_code"),
    *("organisations_served", "my_served"),
    *("hours_of_volunteer", "hours_of_year", "hours_of_month", "ways_of_hours", "my_certificates"),
    *("my_organisations", "posts_of_organisation", "ways_of_post"),
    *("fitting_posts", "ways_of_joining", "post_of_code"),
    *("certifying_organisations", "certificate_preview"),
    *("organisation_of_code", "to_countersign", "countersigning", "disputable", "thread_of_entry"),
    *("calls_for_me", "answers_to_call"),
    *("time_accounts", "ways_of_time_account"),
)
"""The look-ups of all pieces."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every piece works with. ``random`` makes salts and ids; ``system``: where what is recorded is sent on to, as
    the name of a case system, if anywhere."""

    database: Database
    vault: Vault
    quick: Quick
    numbers: Numbers
    random: Callable[[int], bytes]
    system: str | None

    def id(self) -> str:
        """A new id of 24 characters."""
        return self.random(12).hex()
