"""A message, in the order the desk promises: an exact option of the open question, then a command that works
everywhere, then the name of a service, then free text for the open question, then a wish in one's own words; and the
question that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.conversation import Conversation
from flows.dialogue import channels, readings, runs
from flows.dialogue.answers import take_answer, take_correction, take_option
from flows.dialogue.asking import ask
from flows.dialogue.commands import answer_aside, aside_options, begin_service, command, tappable
from flows.dialogue.effects import effects_between
from flows.dialogue.elsewhere import respect_refusals, take_event
from flows.dialogue.handing_over import REMARK, onward, take_note, take_remark
from flows.dialogue.menu import MENU
from flows.dialogue.runs import place_of
from flows.dialogue.tapping import STILL, mark_of, meant
from flows.dialogue.wishes import hear, hear_beside
from flows.discretion import title
from flows.errors import DoesNotFit, NotUnderstood, Refused
from flows.incoming import Incoming, Photo, Signature
from flows.inputs import options as choosing
from flows.inputs.numerals import read_whole
from flows.inputs.text import fold, storable
from flows.language.answers import Run, Standing
from flows.language.endings import File, HandOver
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found, Lookups, Pending
from flows.language.masking import masked
from flows.language.questions import PERSON, Question, label, question_of
from flows.language.steps import UNNUMBERED_KINDS, WRONG, Asked, read_photo, said_for
from flows.outcome import Final, Needed, NeedsLookup, Note, Outcome, Scored
from flows.words import Option, Reply, Value, Words
from flows.world import World

GONE = "gone"
"""The value that stands for an option that was shown and is offered no more."""
PATIENCE = 3
"""Misunderstandings in a row after which a person is offered."""


class Turn:
    """The working state of one ``advance``; ``now`` is the conversation as it is becoming."""

    def __init__(
        self,
        conversation: Conversation,
        incoming: Incoming,
        world: World,
        flows: Mapping[str, Flow],
        found: Lookups,
        refused: Mapping[str, Refused],
    ) -> None:
        self.before = conversation
        self.now = conversation
        self.incoming = incoming
        self.world = world
        self.flows = flows
        self.refused = refused
        self.text = storable(incoming.text or "")
        self.replies: list[Reply] = []
        self.said: Value = None if incoming.text is None else masked(self.text)
        self.erase = self.forget = False
        self.noted: Note | None = None
        self.taken_back: str | None = None
        self.scored: Scored | None = None
        self.expecting: int | None = None
        self.info: int | None = None
        self.code: int | None = None
        self.silent = False
        self.final: Final | None = None
        self.final_reply = 0
        self.landed: Run | None = None
        self.expired: list[Standing] = []
        self._found = found

    def outcome(self) -> Outcome:
        """Everything that follows from the message. Raises NeedsLookup."""
        channels.arrive(self)
        moved = not self.frozen and self.refresh()
        if not self.now.greeted and self.incoming.event is None:
            self._greet()
        if self.incoming.event is not None:
            take_event(self, self.incoming.event)
        else:
            try:
                self._message(moved)
            except NotUnderstood as fault:
                self._misunderstood(fault)
        respect_refusals(self)
        self._put_down_pictures()
        ask(self)
        channels.go_back(self)
        effects = effects_between(self.before, self.now, self.final, self.expired, self.flows, self.world)
        return Outcome(
            conversation=effects.conversation,
            replies=self.replies,
            undo=effects.undo,
            do=effects.do,
            schedule=effects.schedule,
            final=self.final,
            final_reply=self.final_reply,
            erase=self.erase,
            forget=self.forget,
            noted=self.noted,
            taken_back=self.taken_back,
            scored=self.scored,
            expect=self.expecting,
            info=self.info,
            code=self.code,
            said=self.said,
            dropped=self._dropped(effects.conversation),
        )

    # --- what every part of the turn uses ------------------------------------------------------------------------

    @property
    def frozen(self) -> bool:
        """A person is asked for: the services begun stand still until the resident goes on."""
        return self.now.handoff is not None

    def say(self, key: str, **args: Value) -> None:
        """Adds a reply."""
        self.replies.append(Reply(Words(key, args)))

    def understood(self) -> None:
        """Something was understood: misunderstandings are counted from the start again."""
        self.now = replace(self.now, misses=0, last_fault=None)

    def put(self, run: Run) -> None:
        """Puts the changed run in its place; at an ending it leaves the stack."""
        self.now = replace(self.now, stack=tuple(run if each.id == run.id else each for each in self.now.stack))
        if run.position.step in self.flows[run.flow].endings:
            self._land(run)

    def pop(self) -> None:
        """Takes the open run off the stack."""
        self.now = replace(self.now, stack=self.now.stack[:-1])

    def finish(self, final: Final) -> None:
        """Something is to be carried out; the next reply gets the numbers it makes."""
        self.final, self.final_reply = final, len(self.replies)

    def say_before_asking(self, words: Words) -> None:
        """Adds a reply before the question; what is still to be put into the replies keeps its place."""
        at = len(self.replies) - 1 if self.replies and self.replies[-1].asking is not None else len(self.replies)
        self.replies.insert(at, Reply(words))
        if self.final is not None and self.final_reply >= at:
            self.final_reply += 1
        self.info, self.code, self.expecting = (
            place + 1 if place is not None and place >= at else place
            for place in (self.info, self.code, self.expecting)
        )

    def expect(self) -> None:
        """The next reply says what may be expected of the ticket that is open."""
        self.expecting = len(self.replies)

    def refresh(self) -> bool:
        """Brings the open run up to this flow, this day and this instant, and says what changed.

        True if the open question is no longer the one the person saw: nothing is an answer to it yet.
        """
        top = self.now.top
        if top is None:
            return False
        flow = self.flows.get(top.flow)
        if flow is None:
            self.say("service-gone")
            self.pop()
            self.resume_below()
            return True
        run, gone = runs.expired(top, self.world.now)
        if gone:
            self.say("hold-expired")
            self.expired += gone
        run = runs.refreshed(flow, run, self.world)
        moved = run.position.key != top.position.key or run.position.step in flow.endings
        if moved and run.position.step in flow.steps:
            self.tell_moved(run)
        self.put(run)
        return moved

    def tell_moved(self, run: Run) -> None:
        """Says which question is open now."""
        self.say("answers-moved", what=label(self.flows[run.flow], run.position.key))

    def thaw(self) -> bool:
        """The services begun go on, if they stood still; True as ``refresh``."""
        if not self.frozen:
            return False
        self.now = replace(self.now, handoff=None, attended=False, alarmed=False)
        return self.refresh()

    def resume_below(self) -> None:
        """Back to the service beneath, if there is one: it is named, and an expired hold is told."""
        top = self.now.top
        if top is not None:
            if top.flow in self.flows:
                self.say("resumed", service=title(top.flow))
            self.refresh()

    def is_urgent(self) -> bool:
        """Whether what was told in one of the services begun makes haste."""
        known = ((self.flows[run.flow], run) for run in self.now.stack if run.flow in self.flows)
        return any(flow.urgent(runs.facts_of(flow, run, self.world)) for flow, run in known)

    def question(self) -> Question | None:
        """The open step as a question, with what it needs from outside; after many misses with a person as well."""
        top = self.now.top
        if top is None or top.position.step in self.flows[top.flow].endings:
            return None
        flow = self.flows[top.flow]
        step = flow.steps[top.position.step]
        facts = runs.facts_of(flow, top, self.world)
        found = None if step.from_ is None else self.look_up(top, top.position.key, step.from_, facts)
        if step.reads is not None and isinstance(found, Found) and not top.suggestions:
            top = readings.noted(top, step.reads, found, facts)
            self.put(top)
        question = question_of(flow, top, facts, found)
        if question is not None and self.now.misses >= PATIENCE:
            person = Option(PERSON, Words("command-person"))
            question = replace(question, options=(*question.options, person))
        return question

    def look_up(self, run: Run, key: str, name: str, facts: Facts) -> Found | Pending:
        """What a look-up brought, for the answers the step is chosen under. Raises NeedsLookup when it was not made
        yet."""
        step = self.flows[run.flow].step_of(key)
        place = place_of(run.id, key)
        if step.under and step.reads is None:  # what is read from a picture is read once
            place = f"{place}#{runs.derive_id(*(str(facts.get(each)) for each in step.under))}"
        if place not in self._found:
            raise NeedsLookup(Needed(place, name, run, facts, lambda value: step.fault(value, facts) is None))
        return self._found[place]

    # --- reading the message -------------------------------------------------------------------------------------

    def _greet(self) -> None:
        self.say("greeting", place=Words(f"place-{self.world.place.id}"))
        if self.world.place.demonstration:
            self.say("greeting-demonstration")
        self.now = replace(self.now, greeted=True)

    def _message(self, moved: bool) -> None:
        """Nothing is an answer while the stack stands still, or when the open question is another than was seen.

        Where the new day or the new flow led to an ending, that is told before anything else; leaving works always.
        """
        incoming = self.incoming
        if self.final is not None:
            if incoming.choice == "command:exit" or self.world.speech.command(self.text) == "exit":
                command(self, "exit")
            return
        top = self.now.top
        refusal = None if top is None else self.refused.get(place_of(top.id, top.position.key))
        if refusal is not None:  # it was understood when this turn was tried before, and is not to be had
            self.understood()
            self.say(refusal.key, **refusal.args_)
            return
        question = None if moved or self.frozen else self.question()
        if incoming.unfit is not None:
            self.say(f"unfit-{incoming.unfit}")
        elif incoming.location is not None:
            channels.take_location(self, incoming.location)
        elif incoming.tapped_at is not None:
            self._tapped_at(incoming.tapped_at, incoming.choice or "", question, moved)
        elif incoming.photo is not None:
            self._photo(incoming.photo, question, moved)
        elif incoming.signature is not None:
            self._signature(incoming.signature, question, moved)
        elif incoming.choice is not None:
            self._tapped(incoming.choice, question, moved)
        else:
            self._typed(self.text, question, moved)

    def _typed(self, text: str, question: Question | None, moved: bool) -> None:
        if not self.frozen and channels.is_blind(self.before, self.incoming, text):
            return
        aside = self._open_aside()
        if aside is not None:
            value = self._exact(aside_options(self, aside), text)
            if value is not None:
                answer_aside(self, aside, value)
                return
        elif self.frozen:
            # What is written to a clerk is not an option's number (几口人? 2).
            chosen = self._exact(onward(self), text, numbered=not self.now.attended)
            if chosen is not None:
                command(self, chosen.removeprefix("command:"))
                return
        if question is not None:
            is_numbered = question.step.kind not in UNNUMBERED_KINDS
            value = self._exact(_as_shown(question, self.before.offered), text, numbered=is_numbered)
            if value == GONE:
                raise DoesNotFit("choice-gone")
            if value is not None and channels.is_elsewhere(self, question, value):
                channels.decline(self)
                return
            if value is not None:
                take_option(self, question, value, text, "typed")
                return
        name = self.world.speech.command(text)
        if name is not None and not self._is_nought(text, question, aside):
            command(self, name)
        elif aside is not None and aside.partition(":")[0] == REMARK:
            take_remark(self, text)
        elif self.frozen and self.now.attended:
            take_note(self)
        elif (service := self.world.speech.service(text)) in self.flows and service is not None:
            begin_service(self, service)
        elif self.frozen:
            take_note(self)
        elif question is not None:
            self._in_own_words(text, question)
        elif not moved and not hear(self, text):
            raise NotUnderstood("menu-not_understood")

    def _is_nought(self, text: str, question: Question | None, aside: str | None) -> bool:
        """Whether 0, which else means back, is a number here: an answer to the open question, or to a clerk."""
        if read_whole(fold(text)) != 0 or aside is not None:
            return False
        return self.now.attended if self.frozen else question is not None and question.takes_nought(text)

    def _in_own_words(self, text: str, question: Question) -> None:
        """Free text for the open question; what it cannot read may be a question to the desk."""
        try:
            value = _seen(question, self.before.offered).read(text)
        except NotUnderstood as fault:
            self._unread(text, question, fault)
        else:
            if channels.is_elsewhere(self, question):
                channels.decline(self)
                return
            if isinstance(value, tuple) and {GONE, f"{WRONG}{GONE}"} & set(value):
                raise DoesNotFit("choice-gone")
            take = take_option if value in question.step.retypes else take_answer
            take(self, question, value, text, "typed")

    def _unread(self, text: str, question: Question, fault: NotUnderstood) -> None:
        """What answers nothing may put an answer right at the summary, or be a question to the desk."""
        if channels.is_elsewhere(self, question):
            if not hear_beside(self, question, text):
                channels.decline(self)
            return
        if self._types_again(text, question):
            return
        try:
            if take_correction(self, question, text):
                return
        except NotUnderstood as in_doubt:
            fault = in_doubt
        if not hear_beside(self, question, text):
            raise fault

    def _types_again(self, text: str, question: Question) -> bool:
        """Where nothing was found under what was typed before, the right one may be typed at once (改码)."""
        nothing = isinstance(question.found, Found) and not question.found.options
        for target in set(question.step.retypes.values()) if nothing else ():
            try:
                value = question.flow.steps[target].read(text, Asked(question.facts, ()))
            except NotUnderstood:
                continue
            self.put(runs.reopened(question.flow, question.run, self.world, target))
            again = self.question()
            if again is not None and again.step.name == target:
                take_answer(self, again, value, text, "typed")
                return True
        return False

    def _tapped_at(self, mark: str, choice: str, question: Question | None, moved: bool) -> None:
        """A button of a channel that keeps them: one of another question than the open one answers nothing."""
        aside, values = self._open_aside(), set[str]()
        if aside is not None and mark == mark_of(aside):
            values = {option.value for option in tappable(self, aside)}
        elif aside is None and mark == STILL and (self.frozen or question is None):
            values = {option.value for option in onward(self)}
        elif aside is None and question is not None and mark == mark_of(question.run.id, question.key):
            values = {option.value for option in question.options}
        value = meant(choice, values)
        if value is None or (question is not None and channels.is_elsewhere(self, question, value)):
            self.say("choice-stale")
        else:
            self._tapped(value, question, moved)

    def _tapped(self, choice: str, question: Question | None, moved: bool) -> None:
        if choice == "start":
            return
        if choice.startswith("command:"):
            command(self, choice.removeprefix("command:"))
            return
        aside = self._open_aside()
        if aside is not None and (tapped := _label(tappable(self, aside), choice)):
            self.said = tapped
            answer_aside(self, aside, choice)
        elif question is not None and question.offers(choice):
            self.said = _labels(question.options, choice)
            take_option(self, question, choice, "", "tapped")
        elif not moved:
            self.say("choice-stale")

    def _photo(self, photo: Photo, question: Question | None, moved: bool) -> None:
        if self.frozen:
            self.said = Words("photo-received")
            take_note(self, photo)
        elif question is not None and question.step.kind == "photo":
            take_answer(self, question, read_photo(question.step, photo), "", "typed")
        elif question is not None and question.step.reads is not None:  # another one, instead of what was read
            self.put(runs.without(question.flow, question.run, self.world, question.step.reads.of))
            self._photo(photo, self.question(), moved)
        elif not moved:
            raise NotUnderstood("photo-not_asked")

    def _signature(self, drawn: Signature, question: Question | None, moved: bool) -> None:
        if question is not None and question.step.kind == "signature":
            take_answer(self, question, drawn.id, "", "typed")
        elif not moved:
            raise NotUnderstood("signature-not_asked")

    def _open_aside(self) -> str | None:
        return self.now.aside or (MENU if self.now.top is None and not self.frozen else None)

    def _exact(self, options: Sequence[Option], text: str, *, numbered: bool = True) -> str | None:
        """The value of the option this text is, by its number (where options are numbered) or by its own words."""
        labels = said_for(options, self.world.speech)
        if numbered:
            index = choosing.pick_folded(text, labels)
        else:
            own = fold(text)
            index = next((i for i, words in enumerate(labels) if own in words), None)
        return None if index is None else options[index].value

    def _misunderstood(self, fault: NotUnderstood) -> None:
        """One sentence that says what would be right; never the same twice in a row; the third offers a person.

        A question of the desk's own is closed: what was typed was meant for the one beneath.
        """
        question = self.question()
        if question is not None and question.step.confidential:
            self.said = Words("said-confidential")
        if self.incoming.danger:
            return  # the answer to danger stands alone; nobody is told then that they were not understood
        misses, key = self.now.misses + 1, fault.key
        mark = f"{key} {sorted(map(str, fault.args_.items()))}"
        if mark == self.now.last_fault and not isinstance(fault, DoesNotFit):
            mark = key = "again-menu" if question is None else f"again-{question.step.kind}"
            self.say(key)
        else:
            self.say(key, **fault.args_)
        if misses >= PATIENCE:
            self.say("offer-person" if misses % 2 else "offer-person.again")
        self.now = replace(self.now, misses=misses, last_fault=mark, aside=None)

    # --- pictures ------------------------------------------------------------------------------------------------

    def _put_down_pictures(self) -> None:
        """A picture that is still to be read is put down with the service it was given for."""
        for run in self.now.stack:
            flow = self.flows.get(run.flow)
            if flow is not None and run.digest == flow.digest and (self.frozen or run is not self.now.top):
                without = readings.put_down(flow, run, self.world)
                if without is not run:
                    self.put(without)

    def _dropped(self, after: Conversation) -> frozenset[str]:
        """The pictures that were answers, or came in now, and that nothing needs any more."""
        photo = self.incoming.photo
        came_in = {photo.id} if photo is not None and self.noted is None else set()
        before, needed = (readings.pictures(each, self.flows) for each in (self.before, after))
        return frozenset((before | came_in) - needed)

    # --- arriving ------------------------------------------------------------------------------------------------

    def _land(self, run: Run) -> None:
        """The run has come to an ending: it leaves the stack, and what lay beneath is open again.

        A turn carries out one ending: a second one, found on coming back to a service, waits for the next message.
        """
        if self.final is not None:
            return
        self.landed = run
        flow = self.flows[run.flow]
        ending = flow.endings[run.position.step]
        if isinstance(ending, File):
            ending = replace(ending, urgent=ending.urgent or self.is_urgent())
        facts = runs.facts_of(flow, run, self.world)
        answers = {key: run.answers[key] for key in run.position.path}
        self.finish(Final(run.id, flow.name, run.position.step, ending, facts, answers, run.standing))
        self.replies.append(Reply(Words(flow.question(run.position.step), ending.args(facts))))
        self.replies.extend(Reply(words) for words in ending.after(facts))
        self.pop()
        if isinstance(ending, HandOver):
            self.now = replace(self.now, handoff="")
            self.silent = True
        else:
            self.resume_below()


def _as_shown(question: Question, offered: Sequence[str]) -> Sequence[Option]:
    """The options in the order in which they were shown; in the place of one that has gone since stands ``GONE``."""
    mark, *values = offered or ("",)
    if mark != mark_of(question.run.id, question.key):
        return question.options
    now = {option.value: option for option in question.options}
    gone = Option(GONE, Words("verbatim", {"text": ""}))
    return [now.pop(value, gone) for value in values] + list(now.values())


def _seen(question: Question, offered: Sequence[str]) -> Question:
    """A question whose lines are called by their numbers (``some``), as it was shown: what has come since was not."""
    if question.step.kind != "many" or question.step.from_ is None:
        return question
    shown = _as_shown(question, offered)
    return replace(question, options=tuple(shown[: len(offered) - 1] if shown is not question.options else shown))


def _label(options: Sequence[Option], choice: str) -> Words | None:
    return next((option.label for option in options if option.value == choice), None)


def _labels(options: Sequence[Option], choice: str) -> Value:
    """What was tapped in words: one option, or several of a ``many``."""
    one = _label(options, choice)
    chosen = choice.split(",")
    return one or Words("verbatim", {"text": tuple(option.label for option in options if option.value in chosen)})
