"""Every service can be finished by typing alone, in every language: random residents walk through all of them.

A walk heads for an ending by reading the flow's own table, and types what people type: an option's number or words, a
name, a number, a day. Wherever it comes out, it must come out.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.speech import LANGUAGES
from flows import hours
from flows.catalogue import FLOWS
from flows.inputs.phone import read_phone
from flows.language import Flow
from flows.language.routes import ALWAYS, values_of
from flows.language.steps import UNNUMBERED_KINDS, Step
from flows.words import Option, Words
from integrations.store.tables import slots
from tests import people
from tests.card_reader import StandIn
from tests.prepared import prepared
from tests.talk import COUPLE, MAN, SPEECH, WOMAN, HandClock, Talk, an_app, an_app_that_reads, book, work_off
from tests.transcripts.test_assistance import OWN, SIGNED, WIFE
from tests.transcripts.test_letters import COUPLE as COUPLE_IN_NEED
from tests.transcripts.walks import fill, said
from tests.typed_service import corrections, lines_of, said_of

FURTHER_TURNS = 60
"""Turns beyond one for each question: for corrections, and what is asked again."""
"""More than the longest service has questions, with some to spare for what is asked twice."""
RECEIPTS = (0, 3, 20, 29, 31, 36, 45, 57, 58, 62, 100)
"""How many days ago an application was received."""
OPEN = {None, "likely_receipts"}
"""Look-ups that offer no more than a guess, or none at all: anything that fits may be typed."""
NOT_FOUND = {
    *("bookings-too_often", "bookings-no_match", "invitation-over", "invitation-too_often"),
    *("sign-over", "sign-too_often", "sign-no_match"),
    *("guardian-over", "guardian-too_often", "organiser-over", "organiser-too_often"),
    *("identity-wrong", "identity-too_often"),
}
BY_PICTURE = {("letters", "on_paper"), ("benefits", "handed_in")}
"""What is handed in there is a picture."""
ENDINGS = [
    each for flow in FLOWS.values() for ending in flow.endings if (each := (flow.name, ending)) not in BY_PICTURE
]


@dataclass
class Walker:
    """A resident who only types."""

    talk: Talk
    random: Random
    goal: str
    receipt: str = ""
    code: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    """What they are asked and know, by question."""
    numbers: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The language the resident reads."""
        return self.talk.language

    async def walk(self, service: str) -> str:
        """Begins a service and goes on to an ending; its name."""
        flow = FLOWS[service]
        await self._say(self._read(Words(f"service-{service}")))
        for _ in range(len(flow.steps) + FURTHER_TURNS):
            ended = [ending for ending in flow.endings if flow.question(ending) in self.talk.keys]
            if ended:
                return ended[0]
            await self._say(self._answer(flow))
        raise AssertionError(f"{service}: no ending after so many turns, last asked {self.talk.keys}")

    async def _say(self, text: str) -> None:
        for reply in await self.talk.say(text):
            read = [self._read(reply.words)]
            for option in reply.asking.options if reply.asking is not None else ():
                read += [self._read(words) for words in (option.label, option.detail) if words is not None]
            assert all(each.strip() for each in read)
            figures = "".join(read).replace(" ", "").replace("-", "")
            assert not [number for number in self.numbers if number in figures]
        assert self.talk.last is not None
        assert self.talk.last.language == self.language

    def _read(self, words: Words) -> str:
        return SPEECH.render(words, self.language)

    # --- what is typed at a question -----------------------------------------------------------------------------

    def _answer(self, flow: Flow) -> str:
        question = self.talk.question
        name, _, at = question.words.key.partition("-")
        step = flow.steps[at]
        assert name == (step.shares or flow.name), f"asked {question.words.key}"
        assert question.asking is not None
        options = list(enumerate(question.asking.options, start=1))
        ways_out = [option.label for _, option in options if option.value in ("none", "stop")]
        missed = ways_out and NOT_FOUND.intersection(self.talk.keys)
        if missed and self.random.random() < 0.4:  # what is not found is not looked for for ever
            return self._read(ways_out[0])
        leading = [each for each in options if self._leads(flow, step, each[1].value)]
        besides = [each for each in leading if each[1].value not in step.options and step.from_ is None]
        if step.kind == "confirm":
            if step.hears is not None and self.random.random() < 0.2:
                return self.random.choice(corrections(self.language))
            return self._choose(step, besides if besides and self.random.random() < 0.1 else options[:1])
        if step.kind == "many" and step.from_ is not None:
            return self._choose_lines(step, leading)
        if step.kind == "many":
            return self._choose_some(step, options)
        if step.kind == "number" and step.name in self.known and (not leading or self.random.random() < 0.5):
            return self.known[step.name]
        ways = leading or [each for each in options if not each[1].value.startswith("command:")]
        offered = [option for _, option in options if option.value not in step.options]
        free = step.kind in _WORDS and (
            offered or step.from_ in {None, "likely_receipts"}
        )  # which offer no more than a guess
        if free and (not ways or self.random.random() < 0.7):
            return self._in_words(step, [option for _, option in options])
        return self._choose(step, ways)

    def _choose(self, step: Step, options: list[tuple[int, Option]]) -> str:
        number, option = self.random.choice(options)
        words = self._read(option.label)
        if step.kind in UNNUMBERED_KINDS or self.random.random() < 0.5:
            return words
        return self.random.choice([str(number), f"{number}。", chr(0xFF10 + number) if number < 10 else str(number)])

    def _choose_some(self, step: Step, options: list[tuple[int, Option]]) -> str:
        likely = self.random.choice([0.0, 0.6, 0.6])  # of many options, none is what few would else say
        some = [each for each in options if each[1].value in step.options[:-1] and self.random.random() < likely]
        if not some:
            return self._choose(step, [each for each in options if each[1].value == step.options[-1]])
        if self.random.random() < 0.5:
            return ",".join(str(number) for number, _ in some)
        return "、".join(self._read(option.label) for _, option in some)

    def _choose_lines(self, step: Step, leading: list[tuple[int, Option]]) -> str:
        """Lines are said by their numbers; none of them by its words."""
        if all(option.value == step.options[-1] for _, option in leading):
            return self._read(leading[0][1].label)
        return self.random.choice(lines_of(self.language))

    def _in_words(self, step: Step, options: list[Option]) -> str:
        random = self.random
        if step.kind == "signature":
            return self.known.get(str(step.of), people.NAMES[0])
        ways = said_of(self.talk.question.words.key.partition("-")[0], step, self.language)
        if ways:
            return random.choice(ways)
        if step.name in self.known and step.kind != "id_number" and random.random() < 0.9:
            return self.known[step.name]
        if step.kind == "name":
            return random.choice(people.NAMES)
        if step.kind == "id_number":
            number = self._id_number(step)
            self.numbers.add(number)
            return people.typed_number(number, random)
        if step.kind == "phone":
            typed = random.choice(people.PHONES)
            self.numbers.add(read_phone(typed))
            return typed
        if step.kind == "text":
            if step.name == "certificate":
                return random.choice(["J620423-2019-000123", "ｊ620423 2019 000123", "BL620423-2024-000007"])
            if step.name == "code":
                return "123456" if step.shares else self.code or "2222-2222"
            if step.name == "number":
                return people.typed_receipt(self.receipt or "JT260511-222222", random)
            return random.choice(people.WORDS)
        days = [date.fromisoformat(option.value) for option in options if option.value[:2] == "20"]
        today = self.talk.app.clock().date()
        return people.typed_day(
            random.choice(days) if days else today - timedelta(days=random.choice(RECEIPTS)), self.language, random
        )

    def _id_number(self, step: Step) -> str:
        """Mostly a grown man first and a grown woman second; sometimes a child, two of a sex, or another card."""
        random = self.random
        if step.name in self.known and random.random() < 0.9:
            return self.known[step.name]
        if step.name == "person" and random.random() < 0.7:
            return random.choice([MAN, WOMAN])
        born = date(1960, 1, 1) + timedelta(days=random.randrange(15_000))
        man, division = not step.name.startswith("second"), "620423"
        odd = random.random()
        if odd < 0.08:
            born = born.replace(year=2012)
        elif odd < 0.16:
            man = not man
        elif odd < 0.24:
            division = random.choice(["810000", "830000", "920156"])
        return people.id_number(born, man=man, division=division, serial=random.randrange(500))

    # --- where an option leads -----------------------------------------------------------------------------------

    def _leads(self, flow: Flow, step: Step, option: str) -> bool:
        """Whether the goal can still be reached with this option, as far as the table shows."""
        if option.startswith("command:"):
            return False
        if option in step.retypes:  # what is not found is not looked for again and again
            return step.from_ is None or self.random.random() < 0.5
        for at, when, to in flow.routes:
            if at != step.name or (values_of(when) and option not in values_of(when)):
                continue
            if self.goal in _reached(flow, to):
                return True
            if values_of(when) or when is ALWAYS:
                return False
        return True


_WORDS = frozenset({"name", "id_number", "phone", "text", "date", "signature"})


def _reached(flow: Flow, start: str) -> set[str]:
    """Everything the table leads to from a step or an ending, itself included."""
    reached, open_ = {start}, [start]
    while open_:
        step = open_.pop()
        further = {to for at, _, to in flow.routes if at == step} - reached
        reached |= further
        open_ += further
    return reached


# --- a desk for every walk -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for all walks: hypothesis calls plain functions."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, runner: asyncio.Runner) -> Path:
    """A directory with an empty database, made once and copied for every walk."""
    directory = tmp_path_factory.mktemp("fresh")

    async def make() -> None:
        async with an_app(directory):
            pass

    runner.run(make())
    return directory


_directories = itertools.count()


async def walked(fresh: Path, service: str, goal: str, language: str, seed: int) -> str:
    """The ending that a walk on a desk of its own comes to."""
    with pytest.MonkeyPatch.context() as patch:
        if goal == "too_young":  # the national default takes every age
            patch.setattr("flows.volunteers.signing_up.youngest", lambda _: 12)
        return await _walked(fresh, service, goal, language, Random(seed), reads_cards=bool(seed % 2))


async def _walked(fresh: Path, service: str, goal: str, language: str, random: Random, *, reads_cards: bool) -> str:
    directory = fresh.parent / f"walk{next(_directories)}"
    shutil.copytree(fresh, directory)
    clock = HandClock()
    try:
        reader = StandIn() if reads_cards else None  # where cards are read, they need not be shown
        async with an_app_that_reads(reader, directory, clock) as app:
            talk = Talk(app, language=language)
            receipt = await _book_before(talk, clock, random) if service in {"appointments", "offer"} else ""
            code = await _asked_before(talk) if service == "partner" and random.random() < 0.9 else ""
            known: dict[str, str] = {}
            if service in {"letters", "sign"} and random.random() < 0.9:
                code = await _applied_before(talk if service == "letters" else Talk(app, "asking"))
                known = {"name": "王五", "id": WIFE}
            benefits = {"benefits", "recertify", "stop_news"}
            if service in benefits or FLOWS[service].heading in {"volunteers", "organisers"}:
                found = await prepared(service, goal, talk, random)
                code, known = found.code, dict(found.answers)
            if goal == "signed_again" and known:
                await said(talk, "我的授权书", "=first", "=withdraw", "=yes")
            if service == "divorce_dates" and goal == "stopped":
                await Walker(talk, random, "remembered").walk(service)
            return await Walker(talk, random, goal, receipt, code, known).walk(service)
    finally:
        shutil.rmtree(directory)


async def _book_before(talk: Talk, clock: HandClock, random: Random) -> str:
    """Who asks for appointments may have one: of a slot, a walk-in ticket, one of tomorrow, one of a conversation that
    is lost, or one with which they may wait, wait or have an offer. The receipt number, if there is one."""
    had = random.randrange(8)
    if had == 1:
        await Walker(talk, random, "ticket").walk("divorce_withdrawal")
    elif had:
        receipt = await book(Talk(talk.app, "lost") if had == 4 else talk)
        if had == 2:
            clock.move("8d")
            await work_off(talk.app)
        if had >= 5:
            await _wait_before(talk, line=had > 5, offer=had == 7)
        return receipt
    return ""


async def _asked_before(talk: Talk) -> str:
    """Who confirms was asked to by somebody else; the code."""
    lines = [*COUPLE[:6], "对方用自己的手机填", "不是", "没过期", "2026-05-20", "9:30", "到现场再拍", "13800000000"]
    replies = await Talk(talk.app, "asking").all(*lines, "都对")
    return str(replies[0].words.args["code"])


async def _applied_before(talk: Talk) -> str:
    """A couple has applied for assistance, and one of them is still to sign; the code."""
    await said(talk, *OWN[:-1])
    if "assistance-card" in talk.keys:
        await said(talk, "=typed")
    await said(talk, *COUPLE_IN_NEED[len(OWN) - 1 :], *SIGNED)
    assert talk.last is not None
    return next(str(reply.words.args["codes"][0]) for reply in talk.last.replies if "codes" in reply.words.args)


async def _wait_before(talk: Talk, *, line: bool, offer: bool) -> None:
    """Another day is full; who waits for it may have been offered a seat that became free."""
    full = date(2026, 5, 21)
    await fill(talk.app, full, full)
    if line:
        await talk.say(SPEECH.render(Words("service-appointments"), talk.language))
        for choice in (talk.options[0], "wait", full.isoformat(), "yes"):
            await talk.tap(choice)
    if offer:
        async with talk.app.database.write() as connection:
            await connection.execute(update(slots).where(slots.c.starts_at == hours.at(full, time(9))).values(taken=1))
        await talk.app.worker.plant()
        await work_off(talk.app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_types_any_service_in_any_language_comes_to_an_ending(
    language: str, runner: asyncio.Runner, fresh: Path
) -> None:
    @settings(max_examples=20)
    @given(which=st.sampled_from(ENDINGS), seed=st.integers(0, 2**32))
    def walk(which: tuple[str, str], seed: int) -> None:
        service, goal = which
        assert runner.run(walked(fresh, service, goal, language, seed)) in FLOWS[service].endings

    walk()


@pytest.mark.parametrize(("service", "goal"), ENDINGS, ids=map("-".join, ENDINGS))
def test_every_ending_of_every_service_is_reached_by_typing(
    service: str, goal: str, runner: asyncio.Runner, fresh: Path
) -> None:
    language = LANGUAGES[ENDINGS.index((service, goal)) % len(LANGUAGES)]
    tries = (runner.run(walked(fresh, service, goal, language, seed)) for seed in range(30))
    assert goal in tries
