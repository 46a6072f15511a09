"""What a service is called where somebody else may read it: of a discreet one, that it is an appointment, and no more.

Its own name stands in the menu and on the page of its case, which only staff open; everywhere else (receipt, slip,
reminders, 我的预约, the lists of the desk) stands its title.
"""

from __future__ import annotations

from dataclasses import replace

from flows.words import Option, Reply, Value, Words

DISCREET = frozenset({"counselling"})
PRIVATE, NOT_SHOWN = "private", "private-not_shown"


def title(service: str) -> Words:
    """The name of a service for whoever may read it."""
    return Words("service-discreet" if service in DISCREET else f"service-{service}")


def private(value: Value) -> Words:
    """A value that tells of a person: shown at the bureau's own page, and on no channel that may carry nothing such."""
    return Words(PRIVATE, {"value": value})


def without_private(reply: Reply) -> Reply:
    """A reply with nothing personal in it."""
    asking = reply.asking
    if asking is not None:
        asking = replace(asking, options=tuple(map(_option, asking.options)))
    return replace(reply, words=_words(reply.words), asking=asking)


def _option(option: Option) -> Option:
    detail = None if option.detail is None else _words(option.detail)
    return replace(option, label=_words(option.label), detail=detail)


def _words(words: Words) -> Words:
    if words.key == PRIVATE:
        return Words(NOT_SHOWN)
    return Words(words.key, {name: _value(value) for name, value in words.args.items()})


def _value(value: Value) -> Value:
    if isinstance(value, Words):
        return _words(value)
    return tuple(map(_value, value)) if isinstance(value, tuple | list) else value
