"""What every case system answers: file a case (or an amended one) under a stable key."""

from __future__ import annotations

from typing import Protocol

from integrations.store.cases import Case


class CaseSystem(Protocol):
    """A backend case system. Delivery is at least once; the key lets the backend see a repeat."""

    async def file(self, case: Case, key: str) -> None:
        """Files a case. Raises OutsideFault: with ``retry_after`` when the backend asked for a wait, ``final`` when
        trying again cannot help."""

    async def close(self) -> None:
        """Closes the connections."""
