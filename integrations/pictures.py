"""Uploaded pictures: looked at, and cleaned of what they say about the place and the phone they were taken with.

Nothing here trusts a file's name or declared type: the format is what the bytes are, the size is read before any pixel
is decoded, and only three decoders are ever used.
"""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageStat

from flows.errors import NotUnderstood
from flows.inputs.photo import PhotoFacts

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 40_000_000

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, struct.error, zlib.error)
"""What Pillow raises on damaged files, by its own documentation and its decoders."""

_OTHER_PICTURES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"%PDF", b"\0\0\1\0")
"""How pictures (and PDF) begin that are fine files, only not of a format taken here."""

_LOOKED_AT = 200
"""Pixels to which a picture is reduced to judge its ground: noise and grain go, the ground stays."""

_PLAIN_SHARE = 0.85
_PLAIN_DISTANCE = 40
"""A ground is plain if this share of it is within this distance (0 to 255, per channel) of its median."""
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
"""Of the formats of pictures that are taken."""


def look_at(data: bytes, max_pixels: int = MAX_PIXELS) -> PhotoFacts:
    """The facts of the picture in ``data``, upright as its EXIF orientation says.

    Raises NotUnderstood: photo-format (no JPEG, PNG or WebP), photo-too_large (``limit``: million pixels),
    photo-unreadable.
    """
    image = _open(data, max_pixels)
    width, height = image.size
    image_format = image.format or ""
    try:
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        image.draft("RGB", (4 * _LOOKED_AT, 4 * _LOOKED_AT))  # a JPEG is decoded small at once
        small = _upright(image)
        small.thumbnail((_LOOKED_AT, _LOOKED_AT))
        ground = _ground(_on_paper(small))
    except _BROKEN as error:
        raise NotUnderstood("photo-unreadable") from error
    if turned:
        width, height = height, width
    return PhotoFacts(width, height, image_format, ground, len(data))


def strip_metadata(data: bytes, max_pixels: int = MAX_PIXELS) -> bytes:
    """The same picture, upright, re-encoded in its format without EXIF, GPS, comments, thumbnails or profiles.

    Raises NotUnderstood as ``look_at``.
    """
    image = _open(data, max_pixels)
    image_format = image.format or ""
    out = io.BytesIO()
    try:
        clean = _upright(image)
        clean.info.clear()
        clean.save(out, image_format, quality=92)
    except _BROKEN as error:
        raise NotUnderstood("photo-unreadable") from error
    return out.getvalue()


def shrunk(data: bytes, longest: int, max_pixels: int = MAX_PIXELS) -> Image.Image:
    """The picture upright, transparent parts white, with at most ``longest`` pixels on its longer side.

    Raises NotUnderstood as ``look_at``.
    """
    image = _open(data, max_pixels)
    try:
        image.draft("RGB", (longest, longest))  # a JPEG is decoded small at once
        small = _upright(image)
        small.thumbnail((longest, longest))
        return _on_paper(small)
    except _BROKEN as error:
        raise NotUnderstood("photo-unreadable") from error


def _open(data: bytes, max_pixels: int) -> Image.Image:
    """The picture with its size known and its pixels not yet decoded."""
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(max_pixels) from error
    except _BROKEN as error:
        known = data.startswith(_OTHER_PICTURES) or data[4:8] == b"ftyp"  # HEIC and AVIF begin so
        raise NotUnderstood("photo-format" if known else "photo-unreadable") from error
    if image.width * image.height > max_pixels:
        raise _too_large(max_pixels)
    return image


def _too_large(max_pixels: int) -> NotUnderstood:
    return NotUnderstood("photo-too_large", limit=max_pixels // 1_000_000)


def _upright(image: Image.Image) -> Image.Image:
    """The pixels in colour, turned as the EXIF orientation says. Works in place where it can: pictures are large."""
    ImageOps.exif_transpose(image, in_place=True)
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _on_paper(image: Image.Image) -> Image.Image:
    """As it would be printed: transparent parts are white paper."""
    layers = image.convert("RGBA")
    paper = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(paper, layers).convert("RGB")


def _ground(image: Image.Image) -> tuple[int, int, int] | None:
    """The median colour of the strips above and beside the heads, None if they are not plain."""
    border = Image.new("L", image.size)
    width, height = image.size
    strip = max(1, width // 12)
    draw = ImageDraw.Draw(border)
    draw.rectangle((0, 0, width, max(1, height // 16)), fill=255)
    draw.rectangle((0, 0, strip, height * 2 // 5), fill=255)
    draw.rectangle((width - 1 - strip, 0, width, height * 2 // 5), fill=255)
    red, green, blue = ImageStat.Stat(image, border).median
    median = (int(red), int(green), int(blue))
    distances = ImageChops.difference(image, Image.new("RGB", image.size, median)).split()
    furthest = ImageChops.lighter(ImageChops.lighter(distances[0], distances[1]), distances[2])
    histogram = furthest.histogram(border)
    return median if sum(histogram[: _PLAIN_DISTANCE + 1]) >= _PLAIN_SHARE * sum(histogram) else None
