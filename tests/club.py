"""A made-up service that reads a picture: who shows their face is asked to confirm what stands under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.errors import Refused
from flows.inputs.photo import PhotoFacts, PhotoRule
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    File,
    Flow,
    Reads,
    checked,
    choice,
    confirm,
    consent,
    number,
    person_name,
    photo,
    picked,
)
from flows.language.lookups import Found, Pending
from flows.words import Value, Words

ANY = PhotoRule("club", min_width=10)
FACE = PhotoFacts(40, 60, "PNG", None, 900)
EVERYTHING: Mapping[str, Value] = {"name": "王五", "age": 30}


def is_kept(facts: Facts) -> bool:
    """The pictures of the founders are kept."""
    return facts.get("seat") == "founder"


def lines(read: Mapping[str, Value]) -> list[Words]:
    """What was read, whole."""
    return [Words("verbatim", {"text": str(read.get(name))}) for name in ("name", "age")]


CLUB = Flow(
    "club",
    [
        consent("notice", "agree", "decline"),
        choice("seat", "guest", "founder"),
        photo("face", ANY, skip="typed"),
        checked("face_check", Reads("face", {"member": "name", "years": "age"}, lines, is_kept), from_="faces"),
        person_name("member"),
        number("years", 18, 120),
        confirm("right"),
    ],
    [
        ("notice", picked("agree"), "seat"),
        ("notice", picked("decline"), "declined"),
        ("seat", ALWAYS, "face"),
        ("face", picked("typed"), "member"),
        ("face", ALWAYS, "face_check"),
        ("face_check", ALWAYS, "member"),
        ("member", ALWAYS, "years"),
        ("years", ALWAYS, "right"),
        ("right", ALWAYS, "joined"),
    ],
    {"joined": File(service="club"), "declined": Advise()},
)


@dataclass
class Faces:
    """The look-up: what it reads next, nothing yet (None), or that it cannot."""

    next: Mapping[str, Value] | Refused | None = None
    reads: int = 0

    def __call__(self, _: Facts) -> Found | Pending:
        """Reads."""
        self.reads += 1
        if isinstance(self.next, Refused):
            raise self.next
        return Pending() if self.next is None else Found(read=self.next)
