"""Whether a photo fits what the registrar asks for; the picture itself is measured elsewhere.

What photos a service asks for stands with the rules of that service; a photo that does not fit is a hint to the
people, and the registrar decides.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Ground = Literal["red", "blue", "white"]


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A picture as it is looked at: pixels, real format, size in bytes.

    ``ground`` is the colour (red, green, blue; 0 to 255) of a plain ground 底色, None where it is not plain.
    """

    width: int
    height: int
    format: str
    ground: tuple[int, int, int] | None
    bytes: int


@dataclass(frozen=True, slots=True)
class PhotoRule:
    """What a photo must be: ``ratio`` of width to height within ``tolerance`` (a share), ``min_width`` in pixels.

    Without a ratio it may be of any shape, without grounds before anything.
    """

    name: str
    ratio: tuple[int, int] | None
    tolerance: float
    min_width: int
    grounds: tuple[Ground, ...]
    formats: tuple[str, ...] = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a photo: a message of ``locales/`` and its arguments."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


def judge_photo(facts: PhotoFacts, rule: PhotoRule) -> tuple[Fault, ...]:
    """Everything that does not fit, the worst first; empty if the photo fits.

    photo-format, photo-too_small (``width``, ``wanted``), photo-ratio (``rule``: the rule's name), photo-ground
    (``seen``: a colour's name, ``other`` or ``unclear``; ``wanted``: the colours, as ``red-blue``).
    """
    faults = []
    if facts.format not in rule.formats:
        faults.append(Fault("photo-format"))
    if facts.width < rule.min_width:
        faults.append(Fault("photo-too_small", {"width": facts.width, "wanted": rule.min_width}))
    if rule.ratio is not None:
        wanted = rule.ratio[0] / rule.ratio[1]
        if abs(facts.width / facts.height / wanted - 1) > rule.tolerance:
            faults.append(Fault("photo-ratio", {"rule": rule.name}))
    seen = "unclear" if facts.ground is None else name_ground(facts.ground)
    if rule.grounds and seen not in rule.grounds:
        faults.append(Fault("photo-ground", {"seen": seen, "wanted": "-".join(rule.grounds)}))
    return tuple(faults)


def name_ground(colour: tuple[int, int, int]) -> Ground | Literal["other"]:
    """Red, blue, white or other. By hue and with room, for photos of prints come out dim and warm."""
    red, green, blue = (part / 255 for part in colour)
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    degrees = hue * 360
    if saturation <= 0.25 and value >= 0.6:
        return "white"
    if saturation >= 0.45 and value >= 0.25 and (degrees <= 20 or degrees >= 340):
        return "red"
    if saturation >= 0.25 and value >= 0.25 and 185 <= degrees <= 250:
        return "blue"
    return "other"
