"""Receipt numbers (回执号): short enough to read out on the phone, without letters that are taken for others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6


class Numbers:
    """Makes numbers from an injected source of chance; the store keeps them unique."""

    def __init__(self, prefix: str, below: Callable[[int], int]) -> None:
        self._prefix = prefix
        self._below = below

    def receipt(self, day: date) -> str:
        """A number such as ``JT261121-7K3MQ2``: the place, the day, and what tells it from others."""
        tail = "".join(ALPHABET[self._below(len(ALPHABET))] for _ in range(LENGTH))
        return f"{self._prefix}{day:%y%m%d}-{tail}"
