"""What was said in one's own words and is no answer: an everyday question is answered, a wish is asked about.

Services that may be meant are offered as one question of the desk's own, and only an answer to it begins one; but for a
sentence that tells all a service asks for, which is read back there before anything comes of it. Over an open question
this comes after reading has failed, and the question stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows import wishes
from flows.dialogue import runs
from flows.dialogue.asides import WISH
from flows.dialogue.commands import begin_service
from flows.dialogue.menu import is_menu
from flows.discretion import DISCREET
from flows.errors import NotUnderstood
from flows.language.answers import Answer
from flows.language.facts import Facts
from flows.language.questions import PERSON, Question
from flows.language.steps import Step
from flows.wishes import Wishes
from flows.words import Words

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn

MOST = 3
"""Services offered at once."""
OWN_WORDS = frozenset({"text", "name"})
"""Kinds of question where whatever is typed was meant for them."""


def hear(turn: Turn, text: str) -> bool:
    """At the menu: answers a question and offers the services meant; False if there is nothing to say to it."""
    if turn.incoming.danger:  # the answer to danger stands alone
        return False
    said = wishes.read(text)
    if _begin_with(turn, said, text):
        return True
    told = _tell(turn, said)
    return _offer(turn, said) or told


def hear_beside(turn: Turn, question: Question, text: str) -> bool:
    """Over an open question that could not read this: as ``hear``, where it was not meant for the question alone."""
    if turn.incoming.danger or question.step.confidential or question.step.kind in OWN_WORDS:
        return False
    said = wishes.read(text)
    if _tell(turn, said):
        return True
    return (said.plainly or is_menu(turn.now.aside)) and _offer(turn, said)


def _begin_with(turn: Turn, said: Wishes, text: str) -> bool:
    """Begins the one service that is meant, where it can be told in one sentence and this one tells enough."""
    flow = turn.flows.get(said.services[0]) if len(said.services) == 1 and turn.now.top is None else None
    step = None if flow is None else next((each for each in flow.steps.values() if _is_told(each)), None)
    if flow is None or step is None or step.hears is None:
        return False
    facts = Facts(turn.world, flow.name)
    try:
        heard = step.hears.hear(text, facts)
    except NotUnderstood:
        return False
    if not heard.keys() >= step.hears.enough:
        return False
    begin_service(turn, flow.name)
    run, at = turn.now.stack[-1], turn.incoming.at
    told = {key: Answer(flow.steps[key].kind, value, "", at, "read") for key, value in heard.items()}
    turn.put(
        runs.replayed(
            flow, replace(run, answers={step.name: Answer(step.kind, text, text, at, "typed"), **told}), turn.world
        )
    )
    return True


def _is_told(step: Step) -> bool:
    return step.kind == "text" and step.hears is not None and bool(step.hears.enough)


def _tell(turn: Turn, said: Wishes) -> bool:
    """Answers the topic, if there is one, for the service that was named or else the one that is open."""
    top = turn.now.top
    service = said.services[0] if said.services else None if top is None else top.flow
    words = None if said.topic is None else wishes.answer(said.topic, turn.world, service)
    if words is None:
        return False
    turn.understood()
    turn.now = replace(turn.now, aside=None)
    if not (said.topic == "greeting" and turn.replies):  # the desk has just greeted
        turn.say(words.key, **words.args)
    return True


def _offer(turn: Turn, said: Wishes) -> bool:
    """Asks which service is meant; the one that is open is no offer. Words that mean a discreet one are not shown
    again."""
    top = turn.now.top
    known = [each for each in said.services if each in turn.flows or each == PERSON]
    services = [each for each in known if top is None or each != top.flow][:MOST]
    if DISCREET.intersection(services):
        turn.said = Words("said-confidential")
    if services:
        turn.now = replace(turn.now, aside=f"{WISH}:{','.join(services)}")
    return bool(services)
