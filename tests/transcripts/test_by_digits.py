"""Every service can be finished by somebody on WeChat who answers each choice with one digit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from flows.catalogue import FLOWS
from flows.language import Advise, Flow
from flows.language.steps import UNNUMBERED_KINDS, Step
from flows.words import Option
from tests.prepared import prepared
from tests.talk import Talk, an_app, book
from tests.test_walk import Walker, _applied_before, _asked_before, _wait_before
from tests.transcripts.test_assistance import WIFE
from tests.transcripts.through_channels import on_wechat

SEEDS = range(12)
BENEFITS = {"benefits", "recertify", "stop_news"}
BY_CODE, OF_A_BOOKING = {"letters", "sign"}, {"appointments", "offer"}
"""Services that begin with what was done before: an application to sign, an appointment to change."""


@dataclass
class ByDigits(Walker):
    """A resident who types one digit at each choice, as WeChat numbers it, and else names and numbers."""

    digits: int = 0
    listed: dict[str, str] = field(default_factory=dict)
    offered: list[tuple[int, Option]] = field(default_factory=list)

    def _answer(self, flow: Flow) -> str:
        question = self.talk.question
        assert question.asking is not None
        step = flow.steps[question.words.key.partition("-")[2]]
        self.listed = on_wechat(question, self.language, FLOWS)
        self.offered = list(enumerate(question.asking.options, start=1))
        if step.kind not in UNNUMBERED_KINDS:
            assert bool(self.listed) == bool(question.asking.options), question.words.key
        return super()._answer(flow)

    def _choose(self, step: Step, options: list[tuple[int, Option]]) -> str:
        if step.kind in UNNUMBERED_KINDS:
            return super()._choose(step, options)
        if step.kind == "confirm":  # what is changed is said by its name
            options = [each for each in self.offered if each[1].value in step.options]
        within = [each for each in options if str(each[0]) in self.listed and each[0] <= 9]
        assert within, f"{step.name}: nothing that leads on has one digit"
        self.digits += 1
        return str(self.random.choice(within)[0])

    def _choose_lines(self, step: Step, leading: list[tuple[int, Option]]) -> str:
        return "1"

    def _choose_some(self, step: Step, options: list[tuple[int, Option]]) -> str:
        none = [each for each in options if each[1].value == step.options[-1] and each[0] <= 9]
        if none and self.random.random() < 0.3:
            return self._choose(step, none)
        return self._choose(step, [each for each in options if each[1].value in step.options])


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for all services."""
    with asyncio.Runner() as runner:
        yield runner


async def _finished(directory: Path, service: str, goal: str, seed: int) -> tuple[str, int]:
    """The ending that is come to, and how many choices were made by a digit."""
    async with an_app(directory) as app:
        talk = Talk(app)
        receipt = await book(talk) if service in OF_A_BOOKING else ""
        code, known = "", dict[str, str]()
        if service == "offer":
            await _wait_before(talk, line=True, offer=True)
        if service == "partner":
            code = await _asked_before(talk)
        if service in BY_CODE:
            code = await _applied_before(talk if service == "letters" else Talk(app, "asking"))
            known = {"name": "王五", "id": WIFE}
        if service in BENEFITS or FLOWS[service].heading in {"volunteers", "organisers"}:
            found = await prepared(service, goal, talk, Random(seed))
            code, known = found.code, dict(found.answers)
        walker = ByDigits(talk, Random(seed), goal, receipt, code, known)
        return await walker.walk(service), walker.digits


def _goal(flow: Flow) -> str:
    """An ending that does something, where there is one."""
    return next((name for name, each in flow.endings.items() if type(each) is not Advise), next(iter(flow.endings)))


@pytest.mark.parametrize("service", FLOWS)
def test_every_service_can_be_finished_by_single_digits_where_it_asks_for_a_choice(
    service: str, tmp_path: Path, runner: asyncio.Runner
) -> None:
    flow = FLOWS[service]
    goal = _goal(flow)
    tries = (runner.run(_finished(tmp_path / str(seed), service, goal, seed)) for seed in SEEDS)
    asks_nothing = all(step.alone for step in flow.steps.values())
    assert any(ending == goal and (digits > 0 or asks_nothing) for ending, digits in tries), goal
