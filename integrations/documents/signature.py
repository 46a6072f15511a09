"""A signature drawn by hand on a screen (手写签名): strokes in, a clean picture out, the same for the same strokes.

What a page sends is not believed: every stroke is looked at before anything is drawn.
"""

from __future__ import annotations

import io

from flows.errors import NotUnderstood

Point = tuple[int, int]
Strokes = tuple[tuple[Point, ...], ...]
"""What was drawn between pen down and pen up, each as points from the left and from the top."""

WIDTH, HEIGHT = 1000, 400
"""A point lies between 0 and these, both included."""
MOST_STROKES = 200
"""Three characters of thirty strokes are 90."""
MOST_POINTS = 5000
"""Half a minute of a pen that is read 120 times a second, and more."""
FEWEST_POINTS = 4
SMALLEST = 50
"""Width or height a signature must have, a twentieth of the field: a tap is none. A cross or a line may be one."""

MARGIN = 10
PICTURE = (WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
"""Width and height of the picture in pixels."""
_PEN = 9
_FINER = 3
"""The picture is drawn this many times larger and made smaller again, so that no line has steps."""


def read_strokes(value: object) -> Strokes:
    """The strokes in what a page sent: a list of strokes, each a list of points, each a list of two whole numbers.

    Raises NotUnderstood: signature-unreadable (anything of another form, or beyond the field), signature-too_long
    (more than ``MOST_STROKES`` or ``MOST_POINTS``), signature-empty (nothing, or no more than a tap).
    """
    listed = _list(value)
    if len(listed) > MOST_STROKES:
        raise NotUnderstood("signature-too_long")
    strokes, left = [], MOST_POINTS
    for each in map(_list, listed):
        left -= len(each)
        if left < 0:
            raise NotUnderstood("signature-too_long")
        if not each:
            raise NotUnderstood("signature-unreadable")
        strokes.append(tuple(map(_point, each)))
    points = {point for stroke in strokes for point in stroke}
    if len(points) < FEWEST_POINTS or max(_extent(points)) < SMALLEST:
        raise NotUnderstood("signature-empty")
    return tuple(strokes)


def signature_png(strokes: Strokes) -> bytes:
    """The strokes, which ``read_strokes`` has read, in black on a transparent ground: a PNG of the size ``PICTURE``."""
    from PIL import Image, ImageDraw

    drawn = Image.new("L", (PICTURE[0] * _FINER, PICTURE[1] * _FINER))
    pen = ImageDraw.Draw(drawn)
    for stroke in strokes:
        line = [((x + MARGIN) * _FINER, (y + MARGIN) * _FINER) for x, y in stroke]
        pen.line(line, fill=255, width=_PEN * _FINER)
        for at in line:
            pen.circle(at, _PEN * _FINER / 2, fill=255)  # round ends and corners; a dot, where a stroke is one point
    black = Image.new("L", PICTURE)
    picture = Image.merge("LA", (black, drawn.resize(PICTURE, Image.Resampling.BOX)))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _list(value: object) -> list[object] | tuple[object, ...]:
    if isinstance(value, list | tuple):
        return value
    raise NotUnderstood("signature-unreadable")


def _point(value: object) -> Point:
    match _list(value):
        # bool is an int in Python
        case [int() as x, int() as y] if type(x) is int and type(y) is int and 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            return x, y
    raise NotUnderstood("signature-unreadable")


def _extent(points: set[Point]) -> tuple[int, int]:
    across, down = zip(*points, strict=True)
    return max(across) - min(across), max(down) - min(down)
