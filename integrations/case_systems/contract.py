"""What every case system answers: take a case (or an amended one), what comes with it, and a request to verify the
means of a household (家庭经济状况核对), each under a stable key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from integrations.store.cases import Case


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a case. ``kind``: letter or picture; ``sha256`` of its bytes, hexadecimal."""

    name: str
    kind: str
    media_type: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """On the strength of which letter (its number and digest) the means of whom (name and ID number) are to be
    verified, for which case."""

    letter: str
    digest: str
    case: str
    people: tuple[tuple[str, str], ...]


class CaseSystem(Protocol):
    """A backend case system. Delivery is at least once; the key lets the backend see a repeat."""

    async def file(self, case: Case, key: str) -> None:
        """Files a case. Raises OutsideFault: with ``retry_after`` when the backend asked for a wait, ``final`` when
        trying again cannot help."""

    async def attach(self, case: str, attachment: Attachment, key: str, at: datetime) -> None:
        """Adds a file to a case. Raises OutsideFault as ``file``."""

    async def check(self, request: CheckRequest, key: str, at: datetime) -> None:
        """Asks for the means of a household to be verified. Raises OutsideFault as ``file``."""

    async def close(self) -> None:
        """Closes the connections."""
