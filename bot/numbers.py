"""Receipt numbers (回执号) and codes (确认码): short enough to read out, without letters that are taken for others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flows.inputs.code import ALPHABET
from flows.inputs.code import LENGTH as CODE_LENGTH

LENGTH = 6
LINK_LENGTH = 26


class Numbers:
    """Makes them from an injected source of chance; the store keeps them unique."""

    def __init__(self, prefix: str, below: Callable[[int], int]) -> None:
        self._prefix = prefix
        self._below = below

    def receipt(self, day: date) -> str:
        """A number such as ``JT261121-7K3MQ2``: the place, the day, and what tells it from others."""
        return f"{self._prefix}{day:%y%m%d}-{self._drawn(LENGTH)}"

    def code(self) -> str:
        """A code (确认码) that is not to be guessed: eight characters of 31, some 40 bits."""
        return self._drawn(CODE_LENGTH)

    def link(self) -> str:
        """The code in a link, which nobody types: some 128 bits."""
        return self._drawn(LINK_LENGTH)

    def _drawn(self, length: int) -> str:
        return "".join(ALPHABET[self._below(len(ALPHABET))] for _ in range(length))
