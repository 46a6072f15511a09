"""Who of the staff may see and do what: levels with their scope, and roles with their rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Level(StrEnum):
    """Whose it is: village (村、社区), township (乡镇、街道), county (县)."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"

    @property
    def above(self) -> Level | None:
        """The next level up; nothing is above the county."""
        return {Level.VILLAGE: Level.TOWNSHIP, Level.TOWNSHIP: Level.COUNTY}.get(self)


class Role(StrEnum):
    """经办 (desk), 值班负责人 (lead), 日历管理 (calendar), 审计 (auditor), 系统管理 (admin)."""

    DESK = "desk"
    LEAD = "lead"
    CALENDAR = "calendar"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Right(StrEnum):
    """What one may be allowed to do."""

    CASES = "cases"  # see the cases of one's scope, claim, answer, pass on, close; see the day at the counter
    ROSTER = "roster"  # set who is on duty, take a case from who holds it, try dead deliveries again
    CALENDAR = "calendar"  # say which days are worked
    AUDIT = "audit"  # read the audit log
    ACCOUNTS = "accounts"  # see the accounts, block one


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.DESK: frozenset({Right.CASES}),
    Role.LEAD: frozenset({Right.CASES, Right.ROSTER}),
    Role.CALENDAR: frozenset({Right.CALENDAR}),
    Role.AUDITOR: frozenset({Right.AUDIT}),
    Role.ADMIN: frozenset({Right.ACCOUNTS}),
}


class Located(Protocol):
    """What belongs somewhere: a case, an alert."""

    @property
    def level(self) -> Level:
        """Whose it is now."""

    @property
    def township(self) -> str | None:
        """The township it is about, where that is known."""

    @property
    def village(self) -> str | None:
        """The code of the village it is about, where that is known."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """A member of the staff. ``shown_as`` and the ``section`` (股室) are what residents are told (王主任, 社会救助股).

    Of a township or a village there is no section; ``township`` and ``village`` are those of the scope.
    """

    name: str
    shown_as: str
    role: Role
    level: Level
    township: str | None = None
    village: str | None = None
    section: str | None = None

    def may(self, right: Right) -> bool:
        """Whether this right goes with the role."""
        return right in RIGHTS[self.role]

    def sees(self, it: Located) -> bool:
        """Whether it is of this clerk's scope: all of the county, one's own township, and of one's own village what
        was given to the village; an application is its township's business and no neighbour's."""
        if self.level is Level.COUNTY:
            return True
        if self.level is Level.TOWNSHIP:
            return it.township is not None and it.township == self.township
        own = it.village is not None and it.village == self.village and it.township == self.township
        return own and it.level is Level.VILLAGE
