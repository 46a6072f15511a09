"""The open step as a question: its words, the options offered just now, and how what was said is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flows.discretion import private
from flows.errors import NotUnderstood
from flows.language.answers import Run
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found, Pending
from flows.language.reads import RIGHT
from flows.language.steps import EVERY, PICTURE_KINDS, Asked, Step
from flows.words import Option, Value, Words

COMMON = frozenset({"yes", "no", "unsure", "unknown", "agree", "decline", "none", "nothing", "keep"})
"""Option values that have common words of their own, the messages ``words-<value>``."""
KEEP, PERSON = "keep", "command:person"
CHANGE, REMOVE, BEGIN = "change:", "remove:", "service:"
"""What may be offered besides a step's own options: the answer it had, a person, an answer to change, an item to
remove, a service to begin. An option of the step's own that is called so comes first."""


@dataclass(frozen=True, slots=True)
class Question:
    """One open question of one run."""

    flow: Flow
    run: Run
    step: Step
    key: str
    facts: Facts
    found: Found | Pending | None
    options: tuple[Option, ...]

    def words(self) -> Words:
        """The question itself, with its arguments; a confirmation carries the answers read back."""
        args: Mapping[str, Value] = self.step.args(self.facts) if self.step.args is not None else {}
        if self.step.kind == "confirm":
            args = {**args, "lines": tuple(self.read_back())}
        if self.step.reads is not None:
            args = {**args, "lines": tuple(self.step.reads.lines(self.run.suggestions))}
        return Words(self.flow.question(self.step.name), args)

    def read(self, said: str) -> Value:
        """The value of free text. Raises NotUnderstood with the sentence that says what would be right."""
        return self.step.read(said, Asked(self.facts, self.options))

    def takes_nought(self, said: str) -> bool:
        """Whether 0 is an answer: where a number or an amount is asked for (also one that is too low), and to whatever
        else reads it as its own. To a question for one's own words, of which nothing is read, it is none."""
        if self.step.kind in {"number", "money"}:
            return True
        try:
            self.read(said)
        except NotUnderstood:
            return False
        return not self.step.takes_any_words

    def is_own(self, option: str) -> bool:
        """Whether an option answers the step, and is not one of those offered besides."""
        return option in self.step.options or not (
            option in {KEEP, PERSON} or option.startswith((CHANGE, REMOVE, BEGIN))
        )

    @property
    def is_stopped(self) -> bool:
        """Whether nothing can answer it just now, by its look-up."""
        return isinstance(self.found, Found) and self.found.stop is not None

    def value_of(self, option: str) -> Value:
        """The value that is kept for an option: for a date step the date, else the option itself.

        Several options of a ``many`` come joined by commas.
        """
        if self.step.kind == "date" and option not in self.step.options:
            return date.fromisoformat(option)
        if self.step.kind == "many":
            chosen = option.split(",")
            if self.step.from_ is None:
                return tuple(each for each in self.step.options if each in chosen)
            lines = [each.value for each in self.found.options] if isinstance(self.found, Found) else []
            ways = tuple(each for each in self.step.options if each in chosen and each != EVERY)
            return (*(each for each in lines if EVERY in chosen or each in chosen), *ways)
        return option

    def offers(self, choice: str) -> bool:
        """Whether a tapped value is one of the options, or of a ``many`` several of them."""
        if choice in {option.value for option in self.options}:
            return True
        return self.step.kind == "many" and set(choice.split(",")) <= {option.value for option in self.options}

    def read_back(self) -> list[Words]:
        """Every answer on the path that may be shown: its short name and its value, masked where personal."""
        return read_back(self.flow, {key: self.run.answers[key].value for key in self.run.position.path})

    def readable(self) -> list[str]:
        """The keys of the answers on the path that may be shown again: nothing said in confidence."""
        return [key for key in self.run.position.path if _is_readable(self.flow.step_of(key))]


def read_back(flow: Flow, answers: Mapping[str, Value]) -> list[Words]:
    """The answers that may be shown again, a line each; those of questions the flow no longer has are left out."""
    known = ((key, value) for key, value in answers.items() if key.partition("@")[0] in flow.steps)
    return [
        Words("read_back-line", {"what": label(flow, key), "value": shown(flow, key, value)})
        for key, value in known
        if _is_readable(flow.step_of(key))
    ]


def label(flow: Flow, key: str) -> Words:
    """The short name of a step, as the summary and what is said about a step use it."""
    return Words(f"{flow.question(flow.step_of(key).name)}.label")


def shown(flow: Flow, key: str, value: Value) -> Value:
    """How a value is read back: an option by its label, a number masked, a day as a day."""
    step = flow.step_of(key)
    if isinstance(value, str) and value in step.options:
        told: Value = Words(f"{flow.question(step.name)}.{value}")
        return private(told) if flow.hides_options(step) else told
    if step.kind == "many" and step.from_ is None:
        told = tuple(Words(f"{flow.question(step.name)}.{each}") for each in value)
    else:
        told = step.show(value)
    return private(told) if flow.is_personal(step) and step.kind not in PICTURE_KINDS else told


def question_of(flow: Flow, run: Run, facts: Facts, found: Found | Pending | None) -> Question | None:
    """The open step of a run as a question, or None when the run has come to an ending."""
    step = flow.steps.get(run.position.step)
    if step is None:
        return None
    key = run.position.key
    question = Question(flow, run, step, key, facts, found, ())
    return Question(flow, run, step, key, facts, found, _offered(question))


def common_words(value: str) -> tuple[Words, ...]:
    """What people say for yes, no and not knowing, whatever the option's own words are."""
    return (Words(f"words-{value}"),) if value in COMMON else ()


def also_said(question: str, value: str) -> tuple[Words, ...]:
    """Whatever else people say for an option: the common words, and its own (the attribute ``<option>-words``)."""
    return (*common_words(value), Words(f"{question}.{value}-words"))


def _to_change(value: str, what: Words) -> Option:
    """An answer that can be changed from the summary: by its button, its number, or its short name."""
    plain = Words("confirm-change.plain", {"what": what})
    return Option(value, Words("confirm-change", {"what": what}), also=(what, plain))


def _offered(question: Question) -> tuple[Option, ...]:
    """The step's own options, then those offered besides; only what fits."""
    step, facts = question.step, question.facts
    base = question.flow.question(step.name)
    own = step.members if step.kind == "wait" else step.options
    if step.reads is not None and not question.run.suggestions:  # there is nothing to confirm yet
        own = tuple(value for value in own if value != RIGHT)
    found = question.found.options if isinstance(question.found, Found) else ()
    if question.is_stopped:
        return found
    offered = [option for option in found if step.fault(question.value_of(option.value), facts) is None]
    offered += [Option(value, Words(f"{base}.{value}"), also=also_said(base, value)) for value in own]
    if step.kind == "confirm":
        offered += [_to_change(f"{CHANGE}{key}", label(question.flow, key)) for key in question.readable()]
    if step.kind == "group":
        items = items_of(step, question.run)
        offered += [
            Option(f"{REMOVE}{item}", Words(f"{base}.remove", {"number": n})) for n, item in enumerate(items, start=1)
        ]
    return (*offered, *_answer_at_hand(question))


def _answer_at_hand(question: Question) -> Iterator[Option]:
    """The answer given before to a step that is open again, if it fits."""
    run, step = question.run, question.step
    if KEEP in step.options or step.confidential or not (_is_readable(step) or step.consent):
        return
    if run.asked_again == question.key:
        old = run.answers.get(question.key)
        if old is not None and old.kind == step.kind and step.fault(old.value, question.facts) is None:
            value = shown(question.flow, question.key, old.value)
            yield Option(KEEP, Words("keep-previous", {"value": value}))


def items_of(step: Step, run: Run) -> list[str]:
    """The items of a repeating group in order of birth, those off the path included."""
    prefix = f"{step.name}@"
    return [key.removeprefix(prefix) for key in run.answers if key.startswith(prefix)]


def _is_readable(step: Step) -> bool:
    """What a sentence said is read back by the answers it gave."""
    return (
        step.hears is None
        and not step.confidential
        and not step.consent
        and step.kind not in {"wait", "group", "confirm"}
    )
