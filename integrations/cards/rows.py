"""Pieces of recognised text put back into the rows they were printed in, however the card lies."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]

SAME_ROW = 0.55
"""How far a piece may lie off the line of its neighbour, as a share of their height. Rows of a card lie 1.5 apart."""


@dataclass(frozen=True)
class Piece:
    """A piece of text as recognised: the words (never shown by ``repr``), how sure of the least sure character
    from 0 to 1, and its four corners in pixels, clockwise from where the words begin at the top."""

    text: str = field(repr=False)
    confidence: float
    corners: Corners

    @cached_property
    def centre(self) -> Point:
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    @cached_property
    def height(self) -> float:
        top, right, bottom, left = self.corners
        return (math.dist(top, left) + math.dist(right, bottom)) / 2

    @cached_property
    def width(self) -> float:
        top, right, bottom, left = self.corners
        return (math.dist(top, right) + math.dist(left, bottom)) / 2

    @cached_property
    def angle(self) -> float:
        """How the words run, in radians; positive runs down to the right."""
        top, right, bottom, left = self.corners
        return math.atan2(right[1] + bottom[1] - top[1] - left[1], right[0] + bottom[0] - top[0] - left[0])


@dataclass(frozen=True)
class Row:
    """Pieces side by side, from left to right. ``down`` is where the first stands from the top, in pixels, measured at
    right angles to the words."""

    pieces: tuple[Piece, ...]
    down: float

    @cached_property
    def text(self) -> str:
        """The words without spaces."""
        return "".join("".join(piece.text.split()) for piece in self.pieces)

    @property
    def height(self) -> float:
        """Of its highest piece, in pixels."""
        return max(piece.height for piece in self.pieces)

    @property
    def confidence(self) -> float:
        """As sure as of its least sure piece."""
        return min(piece.confidence for piece in self.pieces)


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows from top to bottom. The card may lie at an angle of less than 45 degrees."""
    seen = [piece for piece in pieces if piece.text.strip() and piece.height > 0 and piece.width > 0]
    lean = _lean(seen)
    rows: list[list[Piece]] = []
    for piece in sorted(seen, key=lambda piece: _along(piece, lean)):
        near = min(rows, key=lambda row: _off(row[-1], piece, lean), default=None)
        if near is not None and _off(near[-1], piece, lean) <= SAME_ROW:
            near.append(piece)
        else:
            rows.append([piece])
    # The first piece says where a row stands: rows that run apart still begin one under the other.
    found = [Row(tuple(row), _down(row[0], lean)) for row in rows]
    return sorted(found, key=lambda row: row.down)


def _lean(pieces: Sequence[Piece]) -> float:
    """How the card leans: the middle of the angles of its long pieces; short ones tell little."""
    long = [piece.angle for piece in pieces if piece.width > 2 * piece.height]
    return median(long) if long else 0.0


def _along(piece: Piece, lean: float) -> float:
    x, y = piece.centre
    return x * math.cos(lean) + y * math.sin(lean)


def _down(piece: Piece, lean: float) -> float:
    x, y = piece.centre
    return y * math.cos(lean) - x * math.sin(lean)


def _off(left: Piece, right: Piece, lean: float) -> float:
    """How far ``right`` lies off the line on which ``left`` is written, as a share of their height."""
    longer = max(left, right, key=lambda piece: piece.width / piece.height)
    slope = longer.angle if longer.width > 2 * longer.height else lean
    across, down = right.centre[0] - left.centre[0], right.centre[1] - left.centre[1]
    return abs(down * math.cos(slope) - across * math.sin(slope)) / ((left.height + right.height) / 2)
