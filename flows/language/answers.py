"""What a conversation keeps of a service: the answers in order, and the cached place where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from flows.words import Value, from_plain, to_plain

Origin = Literal["typed", "tapped", "read", "partner", "event"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the parsed value (absolute dates), the words as typed, when, and where it came from."""

    kind: str
    value: Value
    typed: str
    at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True)
class Position:
    """Where the answers lead: the step (or ending), the item of a repeating group, the keys answered on the way."""

    step: str
    item: str | None = None
    path: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key under which the answer to this step is kept."""
        return keyed(self.step, self.item)


@dataclass(frozen=True, slots=True)
class Standing:
    """An effect that stands: the attempt that made it, for which value, and until when (None: until undone)."""

    effect: str
    key: str
    value: Value
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Run:
    """One going through of one flow. ``id`` comes from the conversation and the message that began it.

    ``position`` is a cache: it holds as long as ``digest`` is the flow's and ``day`` is the policy day; otherwise it
    is found again by replay. ``asked_again`` is an answered key that is open once more (back, or an edit): its old
    answer is kept until a new one comes. ``suggestions`` is what was read from a picture and is not confirmed yet.
    ``until`` is when the wait that is open runs out.
    """

    id: str
    flow: str
    begun: datetime
    position: Position
    digest: str
    day: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    asked_again: str | None = None
    standing: Mapping[str, Standing] = field(default_factory=dict)
    attempts: int = 0
    suggestions: Mapping[str, Value] = field(default_factory=dict)
    until: datetime | None = None


def keyed(step: str, item: str | None) -> str:
    """The key of an answer: the step, and within a repeating group the item it belongs to."""
    return step if item is None else f"{step}@{item}"


def run_to_plain(run: Run) -> dict[str, Any]:
    """The JSON form of a run."""
    return {
        "id": run.id,
        "flow": run.flow,
        "begun": run.begun.isoformat(),
        "step": run.position.step,
        "item": run.position.item,
        "path": list(run.position.path),
        "digest": run.digest,
        "day": run.day.isoformat(),
        "answers": [
            [k, a.kind, to_plain(a.value), a.typed, a.at.isoformat(), a.origin] for k, a in run.answers.items()
        ],
        "asked_again": run.asked_again,
        "standing": [
            [k, s.effect, s.key, to_plain(s.value), s.until.isoformat() if s.until else None]
            for k, s in run.standing.items()
        ],
        "attempts": run.attempts,
        "suggestions": {k: to_plain(v) for k, v in run.suggestions.items()},
        "until": run.until.isoformat() if run.until else None,
    }


def run_from_plain(plain: Mapping[str, Any]) -> Run:
    """The run behind its JSON form."""
    at = datetime.fromisoformat
    return Run(
        id=plain["id"],
        flow=plain["flow"],
        begun=at(plain["begun"]),
        position=Position(plain["step"], plain["item"], tuple(plain["path"])),
        digest=plain["digest"],
        day=date.fromisoformat(plain["day"]),
        answers={k: Answer(kind, from_plain(v), typed, at(when), o) for k, kind, v, typed, when, o in plain["answers"]},
        asked_again=plain["asked_again"],
        standing={
            k: Standing(effect, key, from_plain(v), at(until) if until else None)
            for k, effect, key, v, until in plain["standing"]
        },
        attempts=plain["attempts"],
        suggestions={k: from_plain(v) for k, v in plain["suggestions"].items()},
        until=at(plain["until"]) if plain.get("until") else None,
    )
