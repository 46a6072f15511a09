"""What a turn wants done: replies, effects to make and undo, an ending to carry out. Pure data; the turn does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from flows.conversation import Conversation
from flows.discretion import title
from flows.language.answers import Answer, Run, Standing
from flows.language.endings import Ending, File
from flows.language.facts import Facts
from flows.words import Reply, Value, Words


@dataclass(frozen=True, slots=True)
class Needed:
    """A look-up the turn cannot do without: its name, for which run and step, and what is known so far.

    ``fits`` says whether a value would do for the step by its own rules.
    """

    key: str
    name: str
    run: Run
    facts: Facts
    fits: Callable[[Value], bool]


class NeedsLookup(Exception):
    """Raised by ``advance`` when it needs a look-up; called again with the finding, it goes on."""

    def __init__(self, needed: Needed) -> None:
        super().__init__(needed.name)
        self.needed = needed


@dataclass(frozen=True, slots=True)
class Do:
    """An effect to make, keyed by run, step and attempt."""

    run: str
    step: str
    effect: str
    key: str
    value: Value
    facts: Facts


@dataclass(frozen=True, slots=True)
class Schedule:
    """An event that comes to this conversation by itself at ``at``, once per ``key``."""

    key: str
    at: datetime
    run: str
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class Final:
    """An ending to carry out once per run. ``answers`` are those on the path only."""

    run: str
    flow: str
    name: str
    ending: Ending
    facts: Facts
    answers: Mapping[str, Answer]
    standing: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the staff of a ticket, which they have not read yet: words as typed, or the id of a picture."""

    ticket: str
    text: str | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """What a resident thought of how a ticket was handled: a score from 1 to 5, or the line that goes with it."""

    ticket: str
    score: int | None
    text: str | None = None


@dataclass(slots=True)
class Outcome:
    """Everything one turn leads to. ``final_reply`` is the place in ``replies`` that gets the final effect's words."""

    conversation: Conversation
    replies: list[Reply] = field(default_factory=list)
    undo: list[Standing] = field(default_factory=list)
    do: list[Do] = field(default_factory=list)
    schedule: list[Schedule] = field(default_factory=list)
    final: Final | None = None
    final_reply: int = 0
    erase: bool = False
    forget: bool = False
    noted: Note | None = None
    taken_back: str | None = None
    """The ticket that who asked for it needs no more."""
    scored: Scored | None = None
    expect: int | None = None
    """The place in ``replies`` of the words that say what may be expected of a ticket that is open already."""
    info: int | None = None
    """The place in ``replies`` of what this conversation gave; what was filed of it is still to be added there."""
    code: int | None = None
    """The place in ``replies`` of the words that a code is still to be put into, to go on elsewhere with."""
    said: Value = None
    """What the log shows of the message: the words typed or the option tapped, masked where personal."""
    dropped: frozenset[str] = frozenset()
    """Pictures that no answer refers to any more; those of a filed case stay."""

    @property
    def only_talk(self) -> bool:
        """Nothing is wanted but the words and the conversation as it is now."""
        done = self.undo or self.do or self.schedule or self.final or self.erase or self.forget
        of_ticket = self.noted or self.taken_back or self.scored or self.expect is not None
        return not done and not of_ticket and not self.dropped and self.info is None and self.code is None

    @property
    def of_the_desk(self) -> bool:
        """Something is wanted that the staff have before them."""
        return bool(self.final or self.noted or self.taken_back or self.scored or self.erase)

    def done(self, do: Do, until: datetime | None) -> None:
        """Keeps that an effect stands."""
        stack = tuple(
            replace(run, standing={**run.standing, do.step: Standing(do.effect, do.key, do.value, until)})
            if run.id == do.run
            else run
            for run in self.conversation.stack
        )
        self.conversation = replace(self.conversation, stack=stack)

    def informed(self, filed: Sequence[Words]) -> None:
        """Adds the lines of what was filed to what is shown of this conversation."""
        if self.info is not None and filed:
            lines = (*self.replies[self.info].words.args["lines"], *filed)
            self.replies[self.info] = Reply(Words("info-given", {"lines": lines}), self.replies[self.info].asking)

    def expected(self, args: Mapping[str, Value]) -> None:
        """Puts what may be expected of a ticket into its words."""
        if self.expect is not None:
            reply = self.replies[self.expect]
            words = Words(reply.words.key, {**reply.words.args, **args})
            self.replies[self.expect] = Reply(words, reply.asking, reply.receipt)

    def coded(self, words: Words) -> None:
        """Puts the words with the code to go on elsewhere with in their place."""
        if self.code is not None:
            self.replies[self.code] = Reply(words, self.replies[self.code].asking)

    def alarmed(self, raised: str) -> None:
        """Says of the staff on duty what is true now: they are being called, or one has taken it on; else nothing more
        than that the words are read in working time."""
        said = {"calling": "danger-calling", "acknowledged": "danger-attended"}.get(raised)
        if said is not None:
            self.replies[:] = [
                Reply(Words(said), reply.asking) if reply.words.key == "danger-office" else reply
                for reply in self.replies
            ]

    def told(self, args: Mapping[str, Value], receipt: str | None) -> None:
        """Puts what the final effect made (a receipt, and what it is for) into the words of the ending."""
        reply = self.replies[self.final_reply]
        words = Words(reply.words.key, {**reply.words.args, **self._service(), **args})
        self.replies[self.final_reply] = Reply(words, reply.asking, receipt)
        if isinstance(self.final, Final) and self.conversation.handoff == "":
            self.conversation = replace(self.conversation, handoff=receipt, ticket=receipt)

    def _service(self) -> Mapping[str, Value]:
        """The name of the service a case is filed of."""
        ending = None if self.final is None else self.final.ending
        return {"service": title(ending.service)} if isinstance(ending, File) else {}
