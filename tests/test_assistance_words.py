"""What is typed at the questions of social assistance is never taken for a danger."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.speech import LANGUAGES
from flows import danger
from flows.assistance.flow import FLOW
from flows.language.steps import Step
from flows.words import Words
from tests.talk import SPEECH

MANY = [step for step in FLOW.steps.values() if step.kind == "many"]


@pytest.mark.parametrize("step", MANY, ids=lambda step: step.name)
def test_no_two_options_together_read_as_a_danger(step: Step) -> None:
    for language in LANGUAGES:
        labels = [SPEECH.render(Words(f"{FLOW.question(step.name)}.{each}"), language) for each in step.options]
        assert [pair for pair in permutations(labels, 2) if danger.judge("、".join(pair)) is not None] == []
