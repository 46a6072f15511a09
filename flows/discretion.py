"""What a service is called where somebody else may read it: of a discreet one, that it is an appointment, and no more.

Its own name stands in the menu and on the page of its case, which only staff open; everywhere else (receipt, slip,
reminders, 我的预约, the lists of the desk) stands its title.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from flows.words import Option, Reply, Value, Words

DISCREET = frozenset({"counselling"})
PRIVATE, NOT_SHOWN = "private", "private-not_shown"
MASK = "***"
"""Stands in a sentence in place of what is known to be personal: the rest of it is still read."""


def title(service: str) -> Words:
    """The name of a service for whoever may read it."""
    return Words("service-discreet" if service in DISCREET else f"service-{service}")


def private(value: Value, instead: str | Words | None = None) -> Words:
    """A value that tells of a person: shown at the bureau's own page, and on no channel that may carry nothing such;
    there stands ``instead`` (a masked name, or what may be said of it), if anything."""
    return Words(PRIVATE, {"value": value} if instead is None else {"value": value, "instead": instead})


def without_private(reply: Reply, known: Collection[str] = ()) -> Reply:
    """A reply with nothing personal in it: neither what is marked so, nor anything that says what is ``known``."""
    asking = reply.asking
    if asking is not None:
        options = tuple(_option(option, known) for option in asking.options)
        asking = replace(asking, options=options)
    return replace(reply, words=_words(reply.words, known), asking=asking)


def _option(option: Option, known: Collection[str]) -> Option:
    detail = None if option.detail is None else _words(option.detail, known)
    return replace(option, label=_words(option.label, known), detail=detail)


def _words(words: Words, known: Collection[str]) -> Words:
    if words.key == PRIVATE:
        instead = words.args.get("instead")
        return Words(NOT_SHOWN) if instead is None else Words("verbatim", {"text": instead})
    return Words(words.key, {name: _value(value, known) for name, value in words.args.items()})


def _value(value: Value, known: Collection[str]) -> Value:
    if isinstance(value, Words):
        return _words(value, known)
    if isinstance(value, str):
        for each in sorted(known, key=len, reverse=True):
            value = value.replace(each, MASK)
        return value
    return tuple(_value(each, known) for each in value) if isinstance(value, tuple | list) else value
