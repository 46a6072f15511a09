"""What comes in: one message of a resident, or one event for their conversation, whatever the channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.inputs.photo import PhotoFacts
from flows.words import Value, Words


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that was received and kept: its id in the store and what was measured on it."""

    id: str
    facts: PhotoFacts


@dataclass(frozen=True, slots=True)
class Signature:
    """A drawn signature (手写签名) that was received and kept: its id in the store."""

    id: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened elsewhere and concerns this conversation.

    With ``step`` it answers that waiting step of ``run`` with ``value``; a finished look-up (``looked_up``) re-asks
    that question where it is still the open one; of a ``ticket`` the staff have ``claimed`` it, passed it on
    (``released``), said what is missing (``wanted``), or are done with it (``closed``; ``step`` is ``score`` where they
    may be judged for it); anything else is a notice: it says ``words`` and leaves the open question open. One about a
    ``ticket`` comes from its staff, perhaps with a ``picture``, and says whether one
    of them holds it now (``held``); one with a ``receipt`` comes with the documents of that
    booking.
    """

    name: str
    run: str | None = None
    step: str | None = None
    value: Value = None
    words: Words | None = None
    ticket: str | None = None
    receipt: str | None = None
    picture: str | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Location:
    """Where somebody is, in degrees (WGS 84, unless ``crs`` says otherwise), as they chose to say; ``label``: the
    place's name or address, where the channel knows it."""

    latitude: float
    longitude: float
    crs: str = ""
    label: str = ""

    def text(self) -> str:
        """As a geo URI (RFC 5870), which maps open; five decimals are a metre."""
        uri = f"geo:{self.latitude:.5f},{self.longitude:.5f}{f';crs={self.crs}' if self.crs else ''}"
        return f"{self.label} {uri}".strip()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message in. ``id`` is the channel's own message id; the same id again is the same message.

    ``danger``: its words were judged to tell of danger and are answered; ``numbered``: the numbers were said already,
    past the store, and a chat is not told them again. ``address`` is where it came from, for limits only; a channel
    without addresses has none. ``chat``: the chat of a push channel it came from, by its id in the store;
    ``discreet``: that channel may carry nothing personal. A button of such a channel says which question it was under:
    then ``choice`` is the mark of an option (``tapping``). ``unfit``: what came in is nothing the channel can take (a
    voice message, a sticker …); ``spoken``: the words were heard by a machine, and are shown to whoever said them.
    """

    conversation: str
    id: str
    at: datetime
    text: str | None = None
    choice: str | None = None
    photo: Photo | None = None
    signature: Signature | None = None
    event: Event | None = None
    danger: bool = False
    numbered: bool = False
    address: str | None = None
    chat: str | None = None
    discreet: bool = False
    tapped_at: str | None = None
    location: Location | None = None
    unfit: str | None = None
    spoken: bool = False
