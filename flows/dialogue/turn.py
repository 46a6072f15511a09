"""A message, in the order the desk promises: an exact option of the open question, then a command that works
everywhere, then the name of a service, then free text for the open question; and the question that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.conversation import Conversation
from flows.dialogue import runs
from flows.dialogue.asides import MENU
from flows.dialogue.commands import answer_aside, aside_options, begin_service, command
from flows.dialogue.effects import effects_between
from flows.dialogue.runs import derive_id, place_of
from flows.errors import NotUnderstood, Refused
from flows.incoming import Event, Incoming
from flows.inputs import options as choosing
from flows.inputs.text import fold
from flows.language.answers import Answer, Origin, Run, Standing, keyed
from flows.language.endings import HandOver
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found, Lookups, Pending
from flows.language.questions import Question, question_of
from flows.language.steps import MAX_ITEMS, UNNUMBERED_KINDS, Step, read_photo, said_for
from flows.outcome import Final, Needed, NeedsLookup, Outcome
from flows.words import Asking, Option, Reply, Value, Words
from flows.world import World

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
        self.replies: list[Reply] = []
        self.said: Value = incoming.text
        self.erase = self.forget = False
        self.silent = False
        self._found = found
        self._refused = refused
        self._final: Final | None = None
        self._final_reply = 0
        self._offer_person = False
        self._expired: list[Standing] = []

    def outcome(self) -> Outcome:
        """Everything that follows from the message. Raises NeedsLookup."""
        moved = self.refresh()
        if not self.now.greeted and self.incoming.event is None:
            self._greet()
        if self.incoming.event is not None:
            self._event(self.incoming.event)
        elif moved:
            self._tell_moved()
        else:
            try:
                self._message()
            except NotUnderstood as fault:
                self._misunderstood(fault)
        self._respect_refusals()
        self._ask()
        effects = effects_between(self.before, self.now, self._final, self.flows, self.world)
        return Outcome(
            conversation=effects.conversation,
            replies=self.replies,
            undo=[*self._expired, *effects.undo],
            do=effects.do,
            schedule=effects.schedule,
            final=self._final,
            final_reply=self._final_reply,
            erase=self.erase,
            forget=self.forget,
            said=self.said,
        )

    # --- what commands use too -----------------------------------------------------------------------------------

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
        self._final, self._final_reply = final, len(self.replies)

    def refresh(self) -> bool:
        """Brings the open run up to this flow, this day and this instant; True if the open question is another."""
        top = self.now.top
        if top is None:
            return False
        flow = self.flows.get(top.flow)
        if flow is None:
            self.say("service-gone")
            self._expired += top.standing.values()
            self.pop()
            return True
        run, gone = runs.expired(top, self.world.now)
        if gone:
            self.say("hold-expired")
            self._expired += gone
        run = runs.refreshed(flow, run, self.world)
        self.now = replace(self.now, stack=(*self.now.stack[:-1], run))
        return run.position.key != top.position.key

    def resume_below(self) -> None:
        """Back to the service beneath, if there is one: it is named, and an expired hold is told."""
        top = self.now.top
        if top is not None:
            self.say("resumed", service=Words(f"service-{top.flow}"))
            self.refresh()

    # --- reading the message -------------------------------------------------------------------------------------

    def _greet(self) -> None:
        self.say("greeting")
        if self.world.place.demonstration:
            self.say("greeting-demonstration")
        self.now = replace(self.now, greeted=True)

    def _tell_moved(self) -> None:
        """The open question is no longer the one the person saw: say so, and take nothing for an answer."""
        top = self.now.top
        if top is None:
            return
        flow = self.flows[top.flow]
        if top.position.step in flow.endings:
            self._land(top)
        else:
            self.say("answers-moved", what=Words(f"{flow.question(top.position.step)}.label"))

    def _message(self) -> None:
        incoming = self.incoming
        if incoming.photo is not None:
            self._photo()
        elif incoming.choice is not None:
            self._tapped(incoming.choice)
        else:
            self._typed(incoming.text or "")

    def _typed(self, text: str) -> None:
        aside = self._open_aside()
        if aside is not None:
            value = self._exact(aside_options(self, aside), text, ordinals=True)
            if value is not None:
                answer_aside(self, aside, value)
                return
        question = self._question()
        if question is not None:
            value = self._exact(question.options, text, question.step.kind not in UNNUMBERED_KINDS)
            if value is not None:
                self._answer(question, question.value_of(value), text, "typed")
                return
        if (name := self.world.speech.command(text)) is not None:
            command(self, name)
        elif (service := self.world.speech.service(text)) in self.flows and service is not None:
            begin_service(self, service)
        elif self.now.handoff is not None:
            self.say("handoff-noted")
            self.silent = True
        elif question is None:
            raise NotUnderstood("menu-not_understood")
        else:
            self._answer(question, question.read(text), text, "typed")

    def _tapped(self, choice: str) -> None:
        if choice == "start":
            return
        if choice.startswith("command:"):
            command(self, choice.removeprefix("command:"))
            return
        aside = self._open_aside()
        if aside is not None and (label := _label(aside_options(self, aside), choice)):
            self.said = label
            answer_aside(self, aside, choice)
            return
        question = self._question()
        if question is not None and question.offers(choice):
            self.said = _label(question.options, choice) or choice
            self._answer(question, question.value_of(choice), "", "tapped")
        else:
            self.say("choice-stale")

    def _photo(self) -> None:
        question = self._question()
        if question is None or question.step.kind != "photo":
            raise NotUnderstood("photo-not_asked")
        assert self.incoming.photo is not None
        self._answer(question, read_photo(question.step, self.incoming.photo), "", "typed")

    def _open_aside(self) -> str | None:
        return self.now.aside or (MENU if self.now.top is None else None)

    def _exact(self, options: Sequence[Option], text: str, ordinals: bool) -> str | None:
        """The value of the option this text is, by its number (where options are numbered) or by its own words."""
        labels = said_for(options, self.world.speech)
        if ordinals:
            index = choosing.pick(text, labels)
        else:
            own = fold(text)
            index = next((i for i, words in enumerate(labels) if own in map(fold, words)), None)
        return None if index is None else options[index].value

    # --- answers -------------------------------------------------------------------------------------------------

    def _answer(self, question: Question, value: Value, typed: str, origin: Origin) -> None:
        """Takes an answer to the open question and walks on. Raises NotUnderstood when it does not fit."""
        self.now = replace(self.now, aside=None)
        flow, run, step = question.flow, question.run, question.step
        if value == "suggested":
            value, origin = run.suggestions[question.key], "read"
        self._overheard(step, value)
        if value == "command:person":
            command(self, "person")
        elif value == "keep":
            self._walked(runs.kept(flow, run, self.world))
        elif isinstance(value, str) and value in step.retypes:
            self._walked(runs.reopened(flow, run, self.world, step.retypes[value]))
        elif step.kind == "confirm" and str(value).startswith("change:"):
            self._walked(runs.reopened(flow, run, self.world, value.removeprefix("change:")))
        elif step.kind == "group":
            self._walked(self._group(flow, run, step, value))
        else:
            fault = step.fault(value, question.facts) or _not_offered(question, value)
            if fault is not None:
                raise NotUnderstood(fault.key, **fault.args)
            gone = self._gone_since(flow, run, question.facts) if step.kind == "confirm" else None
            if gone is not None:
                self.say("offer-gone")
                self._walked(runs.reopened(flow, run, self.world, gone))
            else:
                answer = Answer(step.kind, value, typed, self.incoming.at, origin)
                self._walked(runs.answered(flow, run, self.world, answer))

    def _walked(self, run: Run) -> None:
        self.understood()
        self.put(run)

    def _group(self, flow: Flow, run: Run, step: Step, value: str) -> Run:
        if value.startswith("remove:"):
            return runs.without_item(flow, run, self.world, value.removeprefix("remove:"))
        if value == "done":
            return runs.with_item(flow, run, self.world, step.name, "done", self.incoming.at)
        if sum(key.startswith(f"{step.name}@") for key in run.answers) >= MAX_ITEMS:
            raise NotUnderstood("group-full", limit=MAX_ITEMS)
        item = derive_id(run.id, self.incoming.id)[:8]
        return runs.with_item(flow, run, self.world, keyed(step.name, item), item, self.incoming.at)

    def _overheard(self, step: Step, value: Value) -> None:
        """What the log will show of this answer: nothing said in confidence, numbers masked."""
        if step.confidential:
            self.said = Words("said-confidential")
        elif step.kind in {"id_number", "phone"} and value not in step.options and not _is_control(value):
            self.said = step.show(value)
        elif step.kind == "photo" and value not in step.options:
            self.said = Words("photo-received")

    def _land(self, run: Run) -> None:
        """The run has come to an ending: it leaves the stack, and what lay beneath is open again."""
        flow = self.flows[run.flow]
        ending = flow.endings[run.position.step]
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

    def _gone_since(self, flow: Flow, run: Run, facts: Facts) -> str | None:
        """At the confirmation every looked-up answer is looked up once more; the first that is gone, or None."""
        for key in run.position.path:
            step, value = flow.step_of(key), run.answers[key].value
            if step.from_ is None or value in step.options:
                continue
            found = self._lookup(run, key, step.from_, facts)
            if isinstance(found, Found) and not found.offers(value):
                return key
        return None

    def _misunderstood(self, fault: NotUnderstood) -> None:
        """One sentence that says what would be right; never the same twice in a row; the third offers a person."""
        misses, key = self.now.misses + 1, fault.key
        if key == self.now.last_fault:
            question = self._question()
            key = "again-menu" if question is None else f"again-{question.step.kind}"
            self.say(key)
        else:
            self.say(key, **fault.args_)
        if misses >= PATIENCE:
            self.say("offer-person" if misses % 2 else "offer-person.again")
            self._offer_person = True
        self.now = replace(self.now, misses=misses, last_fault=key)

    # --- what happens elsewhere ----------------------------------------------------------------------------------

    def _event(self, event: Event) -> None:
        self.silent = self.now.handoff is not None
        if event.words is not None:
            self.replies.append(Reply(event.words))
        if event.step is None or event.run is None:
            return
        run = next((run for run in self.now.stack if run.id == event.run), None)
        if run is None or event.step in run.answers:
            self.silent = True
            return
        answer = Answer("wait", event.value, "", self.incoming.at, "event")
        if run is self.now.top and run.position.step == event.step:
            self._walked(runs.answered(self.flows[run.flow], run, self.world, answer))
        else:
            self.put(replace(run, answers={**run.answers, event.step: answer}))
            self.silent = True

    # --- what the world would not allow --------------------------------------------------------------------------

    def _respect_refusals(self) -> None:
        """Where the world refused something when this turn was tried before, its step is asked again, with why."""
        for run in self.now.stack:
            flow = self.flows[run.flow]
            for key in run.position.path:
                refusal = self._refused.get(place_of(run.id, key))
                if refusal is not None and flow.step_of(key).holding is not None:
                    self.say(refusal.key, **refusal.args_)
                    self.put(runs.without(flow, run, self.world, key))
                    return
        if self._final is not None:
            refusal = self._refused.get(place_of(self._final.run, "ending"))
            if refusal is not None:
                self._not_carried_out(self._final, refusal)

    def _not_carried_out(self, final: Final, refusal: Refused) -> None:
        """The ending was refused: the run is back on the stack, at the step the refusal names."""
        del self.replies[self._final_reply :]
        self.say(refusal.key, **refusal.args_)
        self._final, self.silent = None, False
        self.now = replace(self.now, handoff=self.before.handoff)
        run = next((run for run in self.before.stack if run.id == final.run), None)
        if run is not None:
            below = tuple(each for each in self.now.stack if each.id != run.id)
            again = runs.without(self.flows[run.flow], run, self.world, refusal.step)
            self.now = replace(self.now, stack=(*below, again))

    # --- asking --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Repeats or puts the open question: the desk's own one, else the open step's, else the menu."""
        if self.silent:
            self._stand_still()
            return
        if self.now.aside is not None:
            key = MENU if self.now.aside == MENU else f"aside-{self.now.aside}"
            asking = Asking("choice", aside_options(self, self.now.aside))
            self.replies.append(Reply(Words(key), asking))
            return
        question = self._question()
        if question is None:
            key = "menu-more" if self._final is not None else "menu"
            self.replies.append(Reply(Words(key), Asking("choice", aside_options(self, MENU))))
        elif isinstance(question.found, Pending):
            self.say("looking-up")
        else:
            self._put_question(question)

    def _put_question(self, question: Question) -> None:
        found = question.found
        if isinstance(found, Found) and not found.options and found.none is not None:
            self.replies.append(Reply(found.none))
        extra = (Option("command:person", Words("command-person")),) if self._offer_person else ()
        self.replies.append(Reply(question.words(), Asking(question.step.kind, (*question.options, *extra))))

    def _stand_still(self) -> None:
        """While a person is asked for nothing is repeated; the way back into the service stays offered."""
        if self.now.handoff is None or self.forget or not self.replies:
            return
        asking = Asking("choice", (Option("command:resume", Words("command-resume")),))
        self.replies[-1] = replace(self.replies[-1], asking=asking)

    def _question(self) -> Question | None:
        """The open step as a question, with what it needs from outside."""
        top = self.now.top
        if top is None:
            return None
        flow = self.flows[top.flow]
        step = flow.steps[top.position.step]
        facts = runs.facts_of(flow, top, self.world)
        found = None if step.from_ is None else self._lookup(top, top.position.key, step.from_, facts)
        return question_of(flow, top, facts, found)

    def _lookup(self, run: Run, key: str, name: str, facts: Facts) -> Found | Pending:
        place = place_of(run.id, key)
        if place not in self._found:
            raise NeedsLookup(Needed(place, name, run, facts))
        return self._found[place]


def _label(options: Sequence[Option], choice: str) -> Words | None:
    return next((option.label for option in options if option.value == choice), None)


def _is_control(value: Value) -> bool:
    return value in ("keep", "suggested", "command:person")


def _not_offered(question: Question, value: Value) -> Words | None:
    """Why a value is not among what the look-up offers just now, or None."""
    found = question.found
    if found is None or value in question.step.options:
        return None
    if isinstance(found, Pending):
        return Words("looking-up")
    if found.offers(value):
        return None
    return found.refusals.get(str(value), found.otherwise)
