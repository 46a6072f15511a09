"""A breaker per backend: after several failures in a row nothing is sent for a while, so that a backend can recover."""

from __future__ import annotations

from collections.abc import Callable

from flows.errors import OutsideFault


class Breaker:
    """Closed: everything passes. Open: everything fails at once, until ``rest`` seconds are over; then one may try.

    While that one is on its way the others wait another ``rest`` or until it passes, whichever comes first.
    """

    def __init__(self, monotonic: Callable[[], float], *, failures: int = 5, rest: float = 15.0) -> None:
        self._monotonic = monotonic
        self._most = failures
        self._rest = rest
        self._failures = 0
        self._open_until = 0.0

    def check(self) -> None:
        """Raises OutsideFault, naming the wait, while the breaker is open."""
        wait = self._open_until - self._monotonic()
        if wait > 0:
            raise OutsideFault("the backend is given a rest", retry_after=wait)
        if self._failures >= self._most:
            self._open_until = self._monotonic() + self._rest

    def passed(self) -> None:
        """It answered."""
        self._failures = 0
        self._open_until = 0.0

    def failed(self) -> None:
        """It did not."""
        self._failures += 1
        if self._failures >= self._most:
            self._open_until = self._monotonic() + self._rest
