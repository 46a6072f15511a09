"""What each channel can do. Rendering reads nothing but this table, so that a channel is a line of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flows.place import Place


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show. ``text_limit`` bounds a message as ``size`` counts it; ``most_buttons`` go under one (0:
    the channel has none, and options are numbered); a label longer than ``label_limit`` characters goes into the text,
    and its button bears the number. ``in_rows``: so many characters of labels stand side by side. Of numbered options
    ``most_listed`` are listed in full. ``link`` makes a line of the text of a label and an address (None: a button);
    ``safe`` makes sure that no other text is taken for one. Questions of the kinds ``better_at_page`` come with a link
    to the page beside their ordinary way. ``at_home``: what is said there is kept in China. ``deletes``: a bot can
    delete what stands in a chat. ``answers``: a message is answered within the request that brings it."""

    name: str
    text_limit: int
    size: Callable[[str], int]
    most_buttons: int
    label_limit: int = 0
    in_rows: int = 0
    most_listed: int = 16
    link: Callable[[str, str], str] | None = None
    safe: Callable[[str], str] = str
    better_at_page: frozenset[str] = frozenset()
    at_home: bool = False
    deletes: bool = False
    answers: bool = False


def is_discreet(can: Capabilities, place: Place) -> bool:
    """Whether nothing personal may be said on a channel: it keeps it abroad, and the place has not allowed that."""
    return not can.at_home and can.name not in place.personal_in


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def utf8(text: str) -> int:
    """The length of a text as WeChat counts it, in bytes of UTF-8."""
    return len(text.encode())


def _plain_link(label: str, address: str) -> str:
    return f"{label}: {address}"


def _anchor(label: str, address: str) -> str:
    return f'<a href="{address}">{label}</a>'


def _no_anchor(text: str) -> str:
    """A text in which nothing is an anchor; what was meant by the sign can still be read."""
    return text.replace("<", "\N{FULLWIDTH LESS-THAN SIGN}")


TERMINAL = Capabilities("terminal", 100_000, len, most_buttons=0, link=_plain_link, at_home=True)
TELEGRAM = Capabilities("telegram", 4096, utf16, most_buttons=24, label_limit=30, in_rows=24, deletes=True)
"""As its documents say (Bot API 10.0): 4096 characters; up to 100 buttons, of which more than two dozen are no help."""
WECHAT = Capabilities(
    "wechat",
    2000,
    utf8,
    most_buttons=0,
    most_listed=24,
    link=_anchor,
    safe=_no_anchor,
    better_at_page=frozenset({"slot", "photo", "signature"}),
    at_home=True,
    answers=True,
)
"""公众号: plain text. Longer than 2,000 bytes nothing is taken; an anchor in it is shown as a link."""
