"""One message in, what follows from it out: the pure heart of the turn.

``advance`` knows no store and no clock. It reads the message in the order the desk promises: an exact option of the
open question, then a command that works everywhere, then the name of a service, then free text for the open question.
What it needs from outside it asks for by raising ``NeedsLookup``; what it wants done it returns.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.asides import ASIDES, COMMANDS, MENU
from flows.conversation import MAX_DEPTH, Conversation
from flows.errors import NotUnderstood, Refused
from flows.incoming import Event, Incoming
from flows.inputs import options as choosing
from flows.inputs.text import fold
from flows.language.answers import Answer, Origin, Position, Run, Standing, keyed
from flows.language.endings import HandOver
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found, Lookups, Pending
from flows.language.questions import Question, question_of
from flows.language.steps import MAX_ITEMS, UNNUMBERED_KINDS, Step, read_photo, said_for
from flows.outcome import Do, Final, Needed, NeedsLookup, Outcome, Schedule
from flows.words import Asking, Option, Reply, Value, Words
from flows.world import World

PATIENCE = 3
"""Misunderstandings in a row after which a person is offered."""


def advance(
    conversation: Conversation,
    incoming: Incoming,
    world: World,
    flows: Mapping[str, Flow],
    found: Lookups,
    refused: Mapping[str, Refused],
) -> Outcome:
    """The outcome of one message.

    ``found`` holds the look-ups made so far, ``refused`` what the world would not allow when this turn was tried
    before (by effect place, see ``place_of``). Raises NeedsLookup when a look-up is missing.
    """
    return _Turn(conversation, incoming, world, flows, found, refused).outcome()


def place_of(run: str, step: str) -> str:
    """Where an effect or a look-up belongs: the run and the step."""
    return f"{run}:{step}"


def derive_id(*parts: str) -> str:
    """A stable id from what began something: the same conversation and message make the same id."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


class _Turn:
    """The working state of one ``advance``; its methods read in the order a message is handled."""

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
        self.found = found
        self.refused = refused
        self.replies: list[Reply] = []
        self.final: Final | None = None
        self.final_reply = 0
        self.erase = self.forget = False
        self.offer_person = False
        self.silent = False
        self.expired: list[Standing] = []
        self.said: Value = incoming.text

    # --- the turn ----------------------------------------------------------------------------------------------

    def outcome(self) -> Outcome:
        moved = self._refresh()
        if not self.now.greeted and self.incoming.event is None:
            self._say("greeting")
            self.now = replace(self.now, greeted=True)
        if self.incoming.event is not None:
            self._event(self.incoming.event)
        elif moved:
            self._moved()
        else:
            try:
                self._message()
            except NotUnderstood as fault:
                self._misunderstood(fault)
        self._respect_refusals()
        self._ask()
        outcome = Outcome(self.now, self.replies, final=self.final, final_reply=self.final_reply)
        outcome.erase, outcome.forget, outcome.said = self.erase, self.forget, self.said
        self._effects(outcome)
        return outcome

    def _refresh(self) -> bool:
        """Replays the open run if the flow or the policy day is no longer the cached one; True if it moved."""
        top = self.now.top
        if top is None:
            return False
        top = self._expire(top)
        flow = self.flows.get(top.flow)
        if flow is None:
            self._say("service-gone")
            self.now = replace(self.now, stack=self.now.stack[:-1])
            return False
        if top.digest == flow.digest and top.day == self.world.day:
            self._put(top)
            return False
        position = flow.replay(top.answers, Facts(self.world, flow.name), top.asked_again)
        asked_before = top.position.key
        self._put(replace(top, position=position, digest=flow.digest, day=self.world.day))
        return position.key != asked_before

    def _expire(self, run: Run) -> Run:
        """Lets go of effects whose time is over, and says so; the answers stay, so the effect is tried again."""
        gone = [key for key, s in run.standing.items() if s.until is not None and s.until <= self.world.now]
        if not gone:
            return run
        self._say("hold-expired")
        self.expired += [run.standing[key] for key in gone]
        return replace(run, standing={k: s for k, s in run.standing.items() if k not in gone})

    def _moved(self) -> None:
        """The open question is no longer the one the person saw: say so, and take nothing for an answer."""
        top = self._top()
        flow = self.flows[top.flow]
        if top.position.step in flow.endings:
            self._land(flow, top)
            return
        self._say("answers-moved", what=Words(f"{flow.question(top.position.step)}.label"))

    def _message(self) -> None:
        """The order of the fifth law: exact option, command, service, free text."""
        incoming = self.incoming
        if incoming.photo is not None:
            self._photo()
        elif incoming.choice is not None:
            self._tapped(incoming.choice)
        else:
            self._typed(incoming.text or "")

    def _typed(self, text: str) -> None:
        speech = self.world.speech
        aside = self.now.aside or (MENU if self.now.top is None else None)
        if aside is not None:
            value = self._exact(self._aside_options(aside), text, ordinals=True)
            if value is not None:
                self._answer_aside(aside, value)
                return
        question = self._question()
        if question is not None:
            ordinals = question.step.kind not in UNNUMBERED_KINDS
            value = self._exact(question.options, text, ordinals)
            if value is not None:
                self._close_aside()
                self._answer(question, value, text, "typed")
                return
        command = speech.command(text)
        if command is not None:
            self._command(command)
            return
        service = speech.service(text)
        if service is not None and service in self.flows:
            self._begin(service)
            return
        if self.now.handoff is not None:
            self._say("handoff-noted")
            self.silent = True
            return
        if question is None:
            raise NotUnderstood("menu-not_understood")
        self._close_aside()
        self._answer(question, question.read(text), text, "typed")

    def _tapped(self, choice: str) -> None:
        if choice == "start":
            return
        if choice.startswith("command:"):
            self._command(choice.removeprefix("command:"))
            return
        aside = self.now.aside or (MENU if self.now.top is None else None)
        if aside is not None and (label := self._label(self._aside_options(aside), choice)):
            self.said = label
            self._answer_aside(aside, choice)
            return
        question = self._question()
        if question is not None and question.offers(choice):
            self.said = self._label(question.options, choice) or choice
            self._close_aside()
            self._answer(question, question.value_of(choice), "", "tapped")
            return
        self._say("choice-stale")

    def _label(self, options: Sequence[Option], choice: str) -> Words | None:
        return next((option.label for option in options if option.value == choice), None)

    def _photo(self) -> None:
        question = self._question()
        if question is None or question.step.kind != "photo":
            raise NotUnderstood("photo-not_asked")
        assert self.incoming.photo is not None
        self._answer(question, read_photo(question.step, self.incoming.photo), "", "typed")

    def _exact(self, options: Sequence[Option], text: str, ordinals: bool) -> Value:
        """The value of the option this text is, by its number (where options are numbered) or by its own words."""
        labels = said_for(options, self.world.speech)
        if ordinals:
            index = choosing.pick(text, labels)
        else:
            own = fold(text)
            index = next((i for i, words in enumerate(labels) if own in map(fold, words)), None)
        return None if index is None else options[index].value

    # --- answers -----------------------------------------------------------------------------------------------

    def _answer(self, question: Question, value: Value, typed: str, origin: Origin) -> None:
        """Takes an answer to the open question and walks on."""
        top, step, key = self._top(), question.step, question.key
        if value == "keep":
            self._walk(replace(top, asked_again=None))
            return
        if value == "suggested":
            value, origin = top.suggestions[key], "read"
        if isinstance(value, str) and value in step.retypes:
            self._reopen(top, step.retypes[value])
            return
        if step.kind == "confirm" and isinstance(value, str) and value.startswith("change:"):
            self._reopen(top, value.removeprefix("change:"))
            return
        if step.kind == "group":
            self._group(top, step, value)
            return
        value = question.value_of(value) if origin != "read" else value
        self._overheard(step, value)
        facts = self._facts(top)
        fault = step.fault(value, facts) or self._not_offered(question, value)
        if fault is not None:
            raise NotUnderstood(fault.key, **fault.args)
        if step.kind == "confirm":
            gone = self._gone_since(top, facts)
            if gone is not None:
                self._say("offer-gone")
                self._reopen(top, gone)
                return
        answer = Answer(step.kind, value, typed, self.incoming.at, origin)
        answers = {**top.answers, key: answer}
        self._walk(replace(top, answers=answers, asked_again=None))

    def _overheard(self, step: Step, value: Value) -> None:
        """What the log will show of this answer: nothing said in confidence, numbers masked."""
        if step.confidential:
            self.said = Words("said-confidential")
        elif step.kind in {"id_number", "phone"} and value not in step.options:
            self.said = step.show(value)
        elif step.kind == "photo" and value not in step.options:
            self.said = Words("photo-received")

    def _group(self, top: Run, step: Step, value: str) -> None:
        answers = dict(top.answers)
        if value.startswith("remove:"):
            gone = "@" + value.removeprefix("remove:")
            answers = {k: a for k, a in answers.items() if not k.endswith(gone)}
        else:
            item = derive_id(top.id, self.incoming.id)[:8] if value == "add" else None
            if item is not None and sum(k.startswith(f"{step.name}@") for k in answers) >= MAX_ITEMS:
                raise NotUnderstood("group-full", limit=MAX_ITEMS)
            answers[keyed(step.name, item)] = Answer(step.kind, item or "done", "", self.incoming.at, "typed")
        self._walk(replace(top, answers=answers, asked_again=None))

    def _walk(self, run: Run) -> None:
        """From the changed answers to where they lead now."""
        flow = self.flows[run.flow]
        position = self._one_step(flow, run) or flow.replay(run.answers, Facts(self.world, flow.name), run.asked_again)
        self.now = replace(self.now, misses=0, last_fault=None)
        run = replace(run, position=position)
        self._put(run)
        if position.step in flow.endings:
            self._land(flow, run)

    def _one_step(self, flow: Flow, run: Run) -> Position | None:
        """The common case without a replay: one new answer at the end of the path, nothing kept beyond it."""
        answer = run.answers.get(run.position.key)
        if answer is None or answer.kind == "group" or self._top().asked_again is not None:
            return None
        position = flow.onward(run.position, answer.value, self._facts(run))
        step = flow.steps.get(position.step)
        beyond = step is not None and (step.kind == "group" or position.key in run.answers)
        return None if beyond else position

    def _reopen(self, run: Run, key: str) -> None:
        """Opens an answered key once more; its old answer is kept until a new one comes."""
        flow = self.flows[run.flow]
        position = flow.replay(run.answers, Facts(self.world, flow.name), key)
        self.now = replace(self.now, misses=0, last_fault=None)
        self._put(replace(run, asked_again=key, position=position))

    def _land(self, flow: Flow, run: Run) -> None:
        """The run has come to an ending: it leaves the stack, and what lay beneath is open again."""
        ending = flow.endings[run.position.step]
        facts = self._facts(run)
        on_path = {key: run.answers[key] for key in run.position.path}
        self.final = Final(run.id, flow.name, run.position.step, ending, facts, on_path, run.standing)
        self.final_reply = len(self.replies)
        self.replies.append(Reply(Words(flow.question(run.position.step), ending.args(facts))))
        self.replies.extend(Reply(words) for words in ending.after(facts))
        self.now = replace(self.now, stack=self.now.stack[:-1])
        if isinstance(ending, HandOver):
            self.now = replace(self.now, handoff="")
            self.silent = True
            return
        self._resumed()

    def _not_offered(self, question: Question, value: Value) -> Words | None:
        """Why a value is not among what the look-up offers just now, or None."""
        if question.found is None or value in question.step.options:
            return None
        if isinstance(question.found, Pending):
            return Words("looking-up")
        if question.found.offers(value):
            return None
        return question.found.refusals.get(str(value), question.found.otherwise)

    def _gone_since(self, run: Run, facts: Facts) -> str | None:
        """At the confirmation every looked-up answer is looked up once more; the first that is gone, or None."""
        flow = self.flows[run.flow]
        for key in run.position.path:
            step = flow.steps[key.partition("@")[0]]
            value = run.answers[key].value
            if step.from_ is None or value in step.options:
                continue
            found = self._lookup(run, key, step.from_, facts)
            if isinstance(found, Found) and not found.offers(value):
                return key
        return None

    # --- misunderstandings -------------------------------------------------------------------------------------

    def _misunderstood(self, fault: NotUnderstood) -> None:
        """One sentence that says what would be right; never the same twice in a row; the third offers a person."""
        misses = self.now.misses + 1
        key = fault.key
        if key == self.now.last_fault:
            question = self._question()
            self._say(f"again-{question.step.kind}" if question is not None else "again-menu")
            key = "again"
        else:
            self._say(key, **fault.args_)
        if misses >= PATIENCE:
            self._say("offer-person" if misses % 2 else "offer-person.again")
            self.offer_person = True
        self.now = replace(self.now, misses=misses, last_fault=key)

    # --- commands and the desk's own questions -----------------------------------------------------------------

    def _command(self, command: str) -> None:
        self.now = replace(self.now, misses=0, last_fault=None)
        if command not in COMMANDS:
            self._say("choice-stale")
            return
        getattr(self, f"_command_{command}")()

    def _command_back(self) -> None:
        if self.now.aside is not None:
            self._close_aside()
            return
        top = self.now.top
        if top is None:
            return
        if not top.position.path:
            self._say("back-first")
            return
        key = top.position.path[-1]
        if self.flows[top.flow].steps[key.partition("@")[0]].kind == "wait":
            self._say("back-waiting")
            return
        self._reopen(top, key)

    def _command_cancel(self) -> None:
        self._open_aside("cancel" if self.now.top is not None else None)

    def _command_menu(self) -> None:
        self._open_aside(MENU)

    def _command_help(self) -> None:
        self._say("help")

    def _command_language(self) -> None:
        self._open_aside("language")

    def _command_info(self) -> None:
        lines = [line for run in self.now.stack for line in self._given(run)]
        self._say("info-given" if lines else "info-none", lines=tuple(lines))
        self._open_aside("info")

    def _command_exit(self) -> None:
        self._say("exit-done")
        self.forget = True
        self.silent = True

    def _command_resume(self) -> None:
        self.now = replace(self.now, handoff=None)

    def _command_person(self) -> None:
        if self.now.handoff is not None:
            self._say("handoff-already", number=self.now.handoff)
            self.silent = True
            return
        top = self.now.top
        run = derive_id(self.now.id, self.incoming.id)
        flow = top.flow if top is not None else "desk"
        facts = self._facts(top) if top is not None else Facts(self.world, flow)
        answers = {k: top.answers[k] for k in top.position.path} if top is not None else {}
        self.final = Final(run, flow, "to_a_person", HandOver(service=flow), facts, answers, {})
        self.final_reply = len(self.replies)
        self._say("handoff-taken")
        self.now = replace(self.now, handoff="", aside=None)
        self.silent = True

    def _given(self, run: Run) -> list[Words]:
        """What this conversation gave in a run, masked, without what was told in confidence."""
        flow = self.flows[run.flow]
        question = question_of(flow, run, self._facts(run), None)
        return [] if question is None else question.read_back()

    def _open_aside(self, aside: str | None) -> None:
        self.now = replace(self.now, aside=aside)

    def _close_aside(self) -> None:
        self._open_aside(None)

    def _aside_options(self, aside: str) -> tuple[Option, ...]:
        if aside == MENU:
            names = [*self.flows, "command:person"]
            return tuple(Option(n, Words(f"service-{n}" if n in self.flows else "command-person")) for n in names)
        return tuple(Option(value, Words(f"aside-{aside}.{value}")) for value in ASIDES[aside])

    def _answer_aside(self, aside: str, value: str) -> None:
        self.now = replace(self.now, aside=None, misses=0, last_fault=None)
        if aside == MENU:
            if value == "command:person":
                self._command("person")
            else:
                self._begin(value)
        elif aside == "cancel" and value == "yes":
            self._say("cancelled")
            self.now = replace(self.now, stack=self.now.stack[:-1])
            self._resumed()
        elif aside == "language":
            self.now = replace(self.now, language=value)
            self._say("language-set")
        elif aside == "info" and value == "erase":
            self._open_aside("erase")
        elif aside == "erase" and value == "yes":
            self._say("erased")
            self.now = replace(self.now, stack=())
            self.erase = True

    # --- the stack of services ---------------------------------------------------------------------------------

    def _begin(self, service: str) -> None:
        """Begins a service above the open one; one that is already there is opened again."""
        self.now = replace(self.now, aside=None, misses=0, last_fault=None)
        stack = self.now.stack
        again = next((run for run in stack if run.flow == service), None)
        if again is not None:
            self.now = replace(self.now, stack=(*(run for run in stack if run is not again), again))
            self._refresh()
            self._say("resumed", service=Words(f"service-{service}"))
            return
        if len(stack) >= MAX_DEPTH:
            self._say("stack-full", limit=MAX_DEPTH)
            return
        flow = self.flows[service]
        run = Run(
            id=derive_id(self.now.id, self.incoming.id),
            flow=service,
            begun=self.incoming.at,
            position=flow.start(),
            digest=flow.digest,
            day=self.world.day,
        )
        self.now = replace(self.now, stack=(*stack, run))

    def _resumed(self) -> None:
        """Back to the service beneath, if there is one: it is named, and an expired hold is told."""
        top = self.now.top
        if top is None:
            return
        self._say("resumed", service=Words(f"service-{top.flow}"))
        self._refresh()

    # --- what happens elsewhere --------------------------------------------------------------------------------

    def _event(self, event: Event) -> None:
        if event.step is None or event.run is None:
            if event.words is not None:
                self.replies.append(Reply(event.words))
            self.silent = self.now.handoff is not None
            return
        run = next((run for run in self.now.stack if run.id == event.run), None)
        if run is None or event.step in run.answers:
            self.silent = True
            return
        answer = Answer("wait", event.value, "", self.incoming.at, "event")
        changed = replace(run, answers={**run.answers, event.step: answer})
        if run is self._top() and run.position.step == event.step:
            self._walk(changed)
        else:
            self.now = replace(self.now, stack=tuple(changed if r is run else r for r in self.now.stack))
            self.silent = True

    # --- asking ------------------------------------------------------------------------------------------------

    def _respect_refusals(self) -> None:
        """Where the world refused an effect of this turn, its step is asked again with the reason."""
        for run in self.now.stack:
            flow = self.flows[run.flow]
            for key in run.position.path:
                refusal = self.refused.get(place_of(run.id, key))
                if refusal is not None and flow.steps[key.partition("@")[0]].holding is not None:
                    self._say(refusal.key, **refusal.args_)
                    answers = {k: a for k, a in run.answers.items() if k != key}
                    position = flow.replay(answers, Facts(self.world, flow.name), None)
                    self._put(replace(run, answers=answers, position=position, asked_again=None))
                    return
        if self.final is None:
            return
        refusal = self.refused.get(place_of(self.final.run, "ending"))
        if refusal is None:
            return
        # The ending was not carried out: the run goes back onto the stack, at the step the refusal names.
        del self.replies[self.final_reply :]
        self._say(refusal.key, **refusal.args_)
        final, self.final = self.final, None
        self.now = replace(self.now, handoff=self.before.handoff)
        self.silent = False
        back = next((run for run in self.before.stack if run.id == final.run), None)
        if back is None:
            return
        run = back
        answers = {k: a for k, a in run.answers.items() if k != refusal.step}
        position = self.flows[run.flow].replay(answers, Facts(self.world, run.flow), None)
        self.now = replace(
            self.now,
            stack=(
                *(r for r in self.now.stack if r.id != run.id),
                replace(run, answers=answers, position=position, asked_again=None),
            ),
        )

    def _ask(self) -> None:
        """Repeats or puts the open question: the desk's own one, else the open step's, else the menu."""
        if self.silent:
            self._quiet_question()
            return
        if self.now.aside is not None:
            asking = Asking("choice", self._aside_options(self.now.aside))
            self.replies.append(Reply(Words(self._aside_key(self.now.aside)), asking))
            return
        question = self._question()
        if question is None:
            key = "menu-more" if self.final is not None else "menu"
            self.replies.append(Reply(Words(key), Asking("choice", self._aside_options(MENU))))
            return
        self._put_question(question)

    def _put_question(self, question: Question) -> None:
        if isinstance(question.found, Pending):
            self._say("looking-up")
            return
        if question.found is not None and not question.found.options and question.found.none is not None:
            self.replies.append(Reply(question.found.none))
        extra = (Option("command:person", Words("command-person")),) if self.offer_person else ()
        self.replies.append(Reply(question.words(), Asking(question.step.kind, (*question.options, *extra))))

    def _quiet_question(self) -> None:
        """While a person is asked for nothing is repeated; the way back into the service stays offered."""
        if self.now.handoff is None or self.forget:
            return
        options = (Option("command:resume", Words("command-resume")),)
        self.replies[-1] = (
            replace(self.replies[-1], asking=Asking("choice", options))
            if self.replies
            else Reply(Words("handoff-noted"), Asking("choice", options))
        )

    def _aside_key(self, aside: str) -> str:
        return "menu" if aside == MENU else f"aside-{aside}"

    def _question(self) -> Question | None:
        """The open step as a question, with what it needs from outside."""
        top = self.now.top
        if top is None:
            return None
        flow = self.flows[top.flow]
        step = flow.steps[top.position.step]
        facts = self._facts(top)
        found = None if step.from_ is None else self._lookup(top, top.position.key, step.from_, facts)
        return question_of(flow, top, facts, found)

    def _lookup(self, run: Run, key: str, name: str, facts: Facts) -> Found | Pending:
        place = place_of(run.id, key)
        if place not in self.found:
            raise NeedsLookup(Needed(place, name, run, facts))
        return self.found[place]

    # --- effects -----------------------------------------------------------------------------------------------

    def _effects(self, outcome: Outcome) -> None:
        """What stands and should not is undone; what should stand and does not is done. By path, not by history."""
        wanted: dict[tuple[str, str], tuple[Step, Value]] = {}
        for run in outcome.conversation.stack:
            flow = self.flows[run.flow]
            for key in run.position.path:
                step = flow.steps[key.partition("@")[0]]
                value = run.answers[key].value
                if step.holding is not None and value not in step.options:
                    wanted[run.id, key] = (step, value)
        outcome.undo += self.expired
        spent = self.final.run if self.final is not None else None
        stack = []
        for run in self._all_runs(outcome):
            keeps = {k: s for k, s in run.standing.items() if (run.id, k) in wanted and wanted[run.id, k][1] == s.value}
            if run.id != spent or not self._consumes():
                outcome.undo += [s for k, s in run.standing.items() if k not in keeps]
            if any(run.id == each.id for each in outcome.conversation.stack):
                stack.append(self._with_new_effects(outcome, replace(run, standing=keeps), wanted))
        outcome.conversation = replace(outcome.conversation, stack=tuple(stack))

    def _consumes(self) -> bool:
        """Whether the final effect takes over what the run holds, instead of letting it go."""
        ending = self.final.ending if self.final is not None else None
        return getattr(ending, "slot", None) is not None

    def _all_runs(self, outcome: Outcome) -> list[Run]:
        now = {run.id: run for run in outcome.conversation.stack}
        old = {run.id: run for run in self.before.stack}
        return [*(run for id_, run in old.items() if id_ not in now), *now.values()]

    def _with_new_effects(
        self, outcome: Outcome, run: Run, wanted: Mapping[tuple[str, str], tuple[Step, Value]]
    ) -> Run:
        attempts = run.attempts
        flow = self.flows[run.flow]
        for (id_, key), (step, value) in wanted.items():
            if id_ != run.id or key in run.standing:
                continue
            attempts += 1
            effect = step.holding or ""
            name = f"{run.id}:{key}:{attempts}"
            outcome.do.append(Do(run.id, key, effect, name, value, self._facts(run)))
        step = flow.steps[run.position.step]
        if step.until is not None:
            at = step.until(self._facts(run))
            key = f"{run.id}:{step.name}:expired"
            outcome.schedule.append(Schedule(key, at, run.id, step.name, "expired"))
        return replace(run, attempts=attempts)

    # --- small things ------------------------------------------------------------------------------------------

    def _say(self, key: str, **args: Value) -> None:
        self.replies.append(Reply(Words(key, args)))

    def _top(self) -> Run:
        top = self.now.top
        assert top is not None
        return top

    def _put(self, run: Run) -> None:
        self.now = replace(self.now, stack=tuple(run if each.id == run.id else each for each in self.now.stack))

    def _facts(self, run: Run) -> Facts:
        return self.flows[run.flow].facts_at(run.position, run.answers, Facts(self.world, run.flow))
