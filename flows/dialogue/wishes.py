"""What was said in one's own words and is no answer: an everyday question is answered, a wish is asked about.

Nothing is begun here. Services that may be meant are offered as one question of the desk's own, and only an answer to
it begins one. Over an open question this comes after reading has failed, and the question stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows import wishes
from flows.dialogue.asides import WISH
from flows.dialogue.menu import is_menu
from flows.discretion import DISCREET
from flows.language.questions import PERSON, Question
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
