"""What the desk says, before it is put into a language: a message id of ``locales/`` and its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Value = Any
"""What an answer may hold: None, bool, int, str, date, datetime, and tuples of these (checked by ``to_plain``)."""


@dataclass(frozen=True, slots=True)
class Words:
    """A message of ``locales/``. ``key`` is ``id`` or ``id.attribute``; arguments may be Words themselves."""

    key: str
    args: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer offered. ``value`` is what is kept; ``also`` holds further words that mean it (9点半, 改姓名)."""

    value: str
    label: Words
    detail: Words | None = None
    also: tuple[str | Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """How the open question may be answered. ``kind`` is one of the input kinds of the chat API; ``mark`` says which
    question it is, so that a button of another one is known to be stale."""

    kind: str
    options: tuple[Option, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the resident. Only the last reply of a turn asks; ``receipt`` is a case or booking number,
    ``picture`` one that the staff have sent."""

    words: Words
    asking: Asking | None = None
    receipt: str | None = None
    picture: str | None = None


def yes(truth: bool) -> str:
    """A truth as an argument of a message."""
    return "yes" if truth else "no"


def to_plain(value: Value) -> Any:
    """The JSON form of a value; dates, instants and words are tagged so that they come back as themselves."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return {"$": "at", "v": value.isoformat()}
    if isinstance(value, date):
        return {"$": "day", "v": value.isoformat()}
    if isinstance(value, Words):
        return {"$": "words", "key": value.key, "args": {k: to_plain(v) for k, v in value.args.items()}}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    raise TypeError(f"a value of type {type(value).__name__} cannot be kept")


def from_plain(plain: Any) -> Value:
    """The value behind a JSON form made by ``to_plain``."""
    if isinstance(plain, list):
        return tuple(from_plain(each) for each in plain)
    if isinstance(plain, dict):
        tag = plain["$"]
        if tag == "at":
            return datetime.fromisoformat(plain["v"])
        if tag == "day":
            return date.fromisoformat(plain["v"])
        return Words(plain["key"], {k: from_plain(v) for k, v in plain["args"].items()})
    return plain


def reply_to_plain(reply: Reply) -> dict[str, Any]:
    """The JSON form of a reply, as the log keeps it: keys with arguments, no prose."""
    plain: dict[str, Any] = {"words": to_plain(reply.words)}
    if reply.asking is not None:
        options = [option_to_plain(option) for option in reply.asking.options]
        plain["asking"] = {"kind": reply.asking.kind, "options": options, "mark": reply.asking.mark}
    if reply.receipt is not None:
        plain["receipt"] = reply.receipt
    if reply.picture is not None:
        plain["picture"] = reply.picture
    return plain


def reply_from_plain(plain: Mapping[str, Any]) -> Reply:
    """The reply behind its JSON form."""
    asking = plain.get("asking")
    return Reply(
        from_plain(plain["words"]),
        None if asking is None else _asking_from_plain(asking),
        plain.get("receipt"),
        plain.get("picture"),
    )


def _asking_from_plain(plain: Mapping[str, Any]) -> Asking:
    return Asking(plain["kind"], tuple(map(option_from_plain, plain["options"])), plain.get("mark", ""))


def option_to_plain(option: Option) -> list[Any]:
    """The JSON form of an option."""
    return [option.value, to_plain(option.label), to_plain(option.detail), to_plain(option.also)]


def option_from_plain(plain: list[Any]) -> Option:
    """The option behind its JSON form."""
    value, label, detail, also = plain
    return Option(value, from_plain(label), from_plain(detail), from_plain(also))
