"""A desk of made-up flows, in memory: the pure dialogue with everything around it small enough to look into.

The words are the real ones of ``locales/`` with those of the made-up flows beside them; each of these reads as its
own name, so that ``tea`` is what one types for the option ``tea``.
"""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import load_place
from bot.clock import local_day
from bot.speech import LANGUAGES, LOCALES, Speech
from flows import policy as policies
from flows.conversation import Conversation, conversation_from_plain, conversation_to_plain
from flows.dialogue import advance, place_of
from flows.errors import Refused
from flows.incoming import Event, Incoming, Photo, Signature
from flows.language import Facts, Flow
from flows.language.answers import Run, Standing
from flows.language.lookups import Found, Pending
from flows.outcome import Do, Final, NeedsLookup, Note, Outcome, Schedule
from flows.words import Option, Reply, Value, Words
from flows.world import World
from integrations.calendar import ChinaCalendar

NOON = datetime.fromisoformat("2026-05-11T12:00:00+08:00")
HOLD = timedelta(minutes=10)
PLACE = load_place("jingtai")
POLICY = policies.load(PLACE.policies)
CALENDAR = ChinaCalendar()

NUMBER = "JT260511-AAAAAA"
TOLD: Mapping[str, Value] = {"number": NUMBER, "open": "yes", "phone": "0943-0000000", "before": 0, "by": "none"}
"""What an ending's words are told of what was done."""

LookUp = Callable[[Facts], Found | Pending]


def locales_with(directory: Path, words: str) -> Path:
    """A copy of the locales that has these messages as well, in every language."""
    copy = directory / "locales"
    for language in LANGUAGES:
        shutil.copytree(LOCALES / language, copy / language)
        (copy / language / "made-up.ftl").write_text(words, encoding="utf-8")
    return copy


def speech_of(*flows: Flow) -> Speech:
    """The words of made-up flows beside the real ones."""
    return _speech(tuple(dict.fromkeys(flow.name for flow in flows)), words_of(*flows))


@cache
def _speech(services: tuple[str, ...], words: str) -> Speech:
    with TemporaryDirectory() as directory:
        return Speech(services, locales_with(Path(directory), words))


def words_of(*flows: Flow) -> str:
    """The messages of flows as Fluent, each reading as its own name; flows of one name share theirs."""
    messages: dict[str, dict[str, str]] = {}
    for flow in flows:
        messages[f"service-{flow.name}"] = {"": flow.name, "words": f"my {flow.name}"}
        for step in flow.steps.values():
            own = {option: option for option in step.options}
            own |= {"remove": "remove { $number }"} if step.kind == "group" else {}
            messages.setdefault(flow.question(step.name), {}).update({"": f"{step.name}?", "label": step.name} | own)
        messages |= {flow.question(ending): {"": f"{ending}."} for ending in flow.endings}
    lines = []
    for key, texts in messages.items():
        lines += [f"{key} = {texts.pop('')}", *(f"    .{name} = {text}" for name, text in texts.items())]
    return "\n".join(lines) + "\n"


def the_world(speech: Speech, now: datetime = NOON) -> World:
    """What a turn knows at an instant."""
    return World(now, local_day(now), POLICY, CALENDAR, PLACE, speech)


def offered(*values: str, none: Words | None = None) -> Found:
    """A finding that offers these values, each by its own name."""
    return Found(tuple(Option(value, Words("verbatim", {"text": value})) for value in values), none=none)


def desk_of(*flows: Flow) -> Desk:
    """A desk that offers just these flows."""
    return Desk({flow.name: flow for flow in flows}, speech_of(*flows))


@dataclass
class Gone(Exception):
    """The effect world refused: where, and with which words."""

    place: str
    refusal: Refused


@dataclass
class Desk:
    """One conversation, advanced message by message; look-ups, effects and events are held in memory.

    ``standing`` are the effects that stand, by key; undoing one that does not stand fails. A value in ``gone`` can no
    longer be held; ``dropped`` are the pictures that went. Each turn is advanced twice, the second time from the
    conversation written out and read back.
    """

    flows: dict[str, Flow]
    speech: Speech
    lookups: Mapping[str, LookUp] = field(default_factory=dict)
    now: datetime = NOON
    conversation: Conversation = field(default_factory=lambda: Conversation("c", "zh-Hans", greeted=True))
    standing: dict[str, Do] = field(default_factory=dict)
    taken_over: dict[str, Do] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    scheduled: dict[str, Schedule] = field(default_factory=dict)
    finals: list[Final] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    said: Value = None
    noted: Note | None = None
    dropped: set[str] = field(default_factory=set)
    _ids: Iterator[int] = field(default_factory=itertools.count)

    # --- what a resident does ------------------------------------------------------------------------------------

    def say(self, *texts: str) -> list[str]:
        """Types messages; the keys of the replies to the last."""
        for text in texts:
            self._take(text=text)
        return self.keys

    def tap(self, choice: str) -> list[str]:
        """Taps an option by its value."""
        return self._take(choice=choice)

    def show(self, photo: Photo) -> list[str]:
        """Sends a picture."""
        return self._take(photo=photo)

    def sign(self, drawn: Signature) -> list[str]:
        """Sends a drawn signature."""
        return self._take(signature=drawn)

    # --- what happens elsewhere ----------------------------------------------------------------------------------

    def tell(self, run: str, step: str, value: str) -> list[str]:
        """An event that answers a waiting step."""
        return self._take(event=Event("answer", run, step, value))

    def notice(self, event: Event) -> list[str]:
        """Any other event."""
        return self._take(event=event)

    def move(self, **span: float) -> None:
        """Moves the clock; what was scheduled until then does not come by itself."""
        self.now += timedelta(**span)

    def ring(self) -> int:
        """Delivers every scheduled event that is due; how many they were."""
        due = [schedule for schedule in self.scheduled.values() if schedule.at <= self.now]
        for schedule in due:
            del self.scheduled[schedule.key]
            self.tell(schedule.run, schedule.step, schedule.value)
        return len(due)

    # --- what can be looked at -----------------------------------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The message ids of the last replies."""
        return [reply.words.key for reply in self.replies]

    @property
    def options(self) -> list[str]:
        """The values offered by the last reply."""
        asking = self.replies[-1].asking if self.replies else None
        return [] if asking is None else [option.value for option in asking.options]

    @property
    def run(self) -> Run:
        """The open run."""
        assert self.conversation.top is not None
        return self.conversation.top

    @property
    def held(self) -> list[Value]:
        """The values held just now."""
        return sorted(do.value for do in self.standing.values())

    def world(self) -> World:
        """What a turn knows now."""
        return the_world(self.speech, self.now)

    def change(self, run: Run) -> None:
        """Puts a run in the place of the one with its id."""
        stack = tuple(run if each.id == run.id else each for each in self.conversation.stack)
        self.conversation = replace(self.conversation, stack=stack)

    def text(self, reply: Reply) -> str:
        """All that is read of a reply, in the conversation's language."""
        shown = [reply.words]
        if reply.asking is not None:
            shown += [words for option in reply.asking.options for words in (option.label, option.detail) if words]
        return "\n".join(self.speech.render(words, self.conversation.language) for words in shown)

    # --- one turn ------------------------------------------------------------------------------------------------

    def _take(self, **said: object) -> list[str]:
        incoming = Incoming("c", f"m{next(self._ids)}", self.now, **said)  # type: ignore[arg-type]
        found: dict[str, Found | Pending] = {}
        refused: dict[str, Refused] = {}
        while True:
            try:
                outcome = advance(self.conversation, incoming, self.world(), self.flows, found, refused)
            except NeedsLookup as request:
                needed = request.needed
                try:
                    found[needed.key] = self.lookups[needed.name](needed.facts)
                except Refused as refusal:
                    place = place_of(needed.run.id, refusal.step)
                    assert place not in refused
                    refused[place] = refusal
                    found = {}
                continue
            written = json.loads(json.dumps(conversation_to_plain(self.conversation)))
            read = conversation_from_plain(self.conversation.id, written)
            assert advance(read, incoming, self.world(), self.flows, found, refused) == outcome
            try:
                self._carry_out(outcome)
            except Gone as no:
                if no.place in refused:
                    raise
                refused[no.place] = no.refusal
                found = {}
                continue
            self.conversation, self.replies, self.said = outcome.conversation, outcome.replies, outcome.said
            self.noted = outcome.noted
            self.dropped |= outcome.dropped
            return self.keys

    def _carry_out(self, outcome: Outcome) -> None:
        standing, taken_over = dict(self.standing), dict(self.taken_over)
        for each in outcome.undo:
            del standing[each.key]
        for do in outcome.do:
            if do.value in self.gone:
                raise Gone(place_of(do.run, do.step), Refused("slot-gone", step=do.step))
            assert do.key not in standing
            standing[do.key] = do
            outcome.done(do, self.now + HOLD)
        if outcome.final is not None:
            self._end(outcome.final, standing, taken_over)
            outcome.told({**TOLD, "opens": self.now}, NUMBER)
            self.finals.append(outcome.final)
        outcome.expected({**TOLD, "opens": self.now})
        self.standing, self.taken_over = standing, taken_over
        for schedule in outcome.schedule:
            self.scheduled.setdefault(schedule.key, schedule)

    def _end(self, final: Final, standing: dict[str, Do], taken_over: dict[str, Do]) -> None:
        slot = getattr(final.ending, "slot", None)
        if slot is None:
            return
        held: Standing | None = final.standing.get(slot)
        if held is None or held.value in self.gone:
            raise Gone(place_of(final.run, "ending"), Refused("slot-gone", step=slot))
        assert held.value == final.facts[slot], "what is taken over is not what was answered"
        taken_over[held.key] = standing.pop(held.key)
