"""The open step as a question: its words, the options offered just now, and how what was said is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flows.language.answers import Run
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found, Pending
from flows.language.steps import Asked, Step
from flows.words import Option, Value, Words


COMMON = frozenset({"yes", "no", "unsure", "unknown", "agree", "none"})
"""Option values that have common words of their own, the messages ``words-<value>``."""


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
        return Words(self.flow.question(self.step.name), args)

    def read(self, said: str) -> Value:
        """The value of free text. Raises NotUnderstood with the sentence that says what would be right."""
        return self.step.read(said, Asked(self.facts, self.options))

    def value_of(self, option: str) -> Value:
        """The value that is kept for an option: for a date step the date, else the option itself."""
        if self.step.kind == "date" and isinstance(option, str) and option not in self.step.options:
            return date.fromisoformat(option)
        if self.step.kind == "many" and isinstance(option, str):
            return tuple(option.split(","))
        return option

    def offers(self, choice: str) -> bool:
        """Whether a tapped value is one of the options; several options of a ``many`` come joined by commas."""
        values = {option.value for option in self.options}
        return choice in values or (self.step.kind == "many" and bool(choice) and set(choice.split(",")) <= values)

    def read_back(self) -> list[Words]:
        """Every answer on the path that may be shown: its short name and its value, masked where personal."""
        return [
            Words("read_back-line", {"what": self._label(key), "value": self._shown(key)})
            for key in self.run.position.path
            if self._readable(key)
        ]

    def _readable(self, key: str) -> bool:
        step = self.flow.step_of(key)
        return not step.confidential and not step.consent and step.kind not in {"wait", "group", "confirm"}

    def _label(self, key: str) -> Words:
        return Words(f"{self.flow.question(key.partition('@')[0])}.label")

    def _shown(self, key: str) -> Value:
        return shown(self.flow, key, self.run.answers[key].value)


def shown(flow: Flow, key: str, value: Value) -> Value:
    """How a value is read back: an option by its label, a number masked, a day as a day."""
    step = flow.step_of(key)
    if isinstance(value, str) and value in step.options:
        return Words(f"{flow.question(step.name)}.{value}")
    if step.kind == "many":
        return tuple(Words(f"{flow.question(step.name)}.{each}") for each in value)
    return step.show(value)


def question_of(flow: Flow, run: Run, facts: Facts, found: Found | Pending | None) -> Question | None:
    """The open step of a run as a question, or None when the run has come to an ending."""
    step = flow.steps.get(run.position.step)
    if step is None:
        return None
    key = run.position.key
    question = Question(flow, run, step, key, facts, found, ())
    return Question(flow, run, step, key, facts, found, _offered(question))


def _common_words(value: str) -> tuple[Words, ...]:
    """What people say for yes, no and not knowing, whatever the option's own words are."""
    return (Words(f"words-{value}"),) if value in COMMON else ()


def _to_change(value: str, what: Words) -> Option:
    """An answer that can be changed from the summary: by its button, its number, or its short name."""
    plain = Words("confirm-change.plain", {"what": what})
    return Option(value, Words("confirm-change", {"what": what}), also=(what, plain))


def _offered(question: Question) -> tuple[Option, ...]:
    step, run, flow = question.step, question.run, question.flow
    base = flow.question(step.name)
    own = step.members if step.kind == "wait" else step.options
    found = question.found.options if isinstance(question.found, Found) else ()
    offered = [option for option in found if step.fault(question.value_of(option.value), question.facts) is None]
    offered += [Option(value, Words(f"{base}.{value}"), also=_common_words(value)) for value in own]
    if step.kind == "confirm":
        offered += [
            _to_change(f"change:{key}", question._label(key)) for key in run.position.path if question._readable(key)
        ]
    if step.kind == "group":
        items = question.facts.items_of(step.name)
        offered += [
            Option(f"remove:{item}", Words(f"{base}.remove", {"number": n})) for n, item in enumerate(items, start=1)
        ]
    if run.asked_again == question.key and not step.confidential and step.kind != "group":
        old = run.answers.get(question.key)
        if old is not None and old.kind == step.kind:
            offered.append(Option("keep", Words("keep-previous", {"value": shown(flow, question.key, old.value)})))
    elif question.key in run.suggestions:
        value = shown(flow, question.key, run.suggestions[question.key])
        offered.append(Option("suggested", Words("suggested-value", {"value": value})))
    return tuple(offered)
