"""Where a person is: at the page, or in a chat of a push channel, which may have to ask personal questions at the page.

Such a channel is ``discreet``: what is personal, or told in confidence, is not taken from it; a link leads to the page,
and what is asked next is asked in the chat again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.conversation import PAGE, Conversation
from flows.inputs.numerals import read_whole
from flows.inputs.text import fold
from flows.language.flow import Flow
from flows.language.questions import Question
from flows.outcome import Note
from flows.words import Words

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn
    from flows.incoming import Incoming, Location

NOT_KEPT = Words("said-not_kept")
"""What the log says of something that was not taken."""
SHORTEST_ANSWER = 100
"""From here on a number is a part of something (a telephone, an ID card), and no option's."""
BACK = "visit-back"
"""Said at the page, once the chat may go on."""


def arrive(turn: Turn) -> None:
    """Somebody says something: from now on they are where they said it, unless they visit the page from a chat."""
    if turn.incoming.event is None:
        visiting = turn.now.visiting and turn.incoming.chat is None
        chat = turn.now.chat if visiting else turn.incoming.chat
        turn.now = replace(turn.now, chat=chat, visiting=visiting)


def is_blind(before: Conversation, incoming: Incoming, text: str) -> bool:
    """Whether a number typed in a chat cannot mean an option, for its question was not shown there: it is asked."""
    number = read_whole(fold(text))
    is_elsewhere = incoming.chat is not None and (before.chat != incoming.chat or before.visiting)
    return is_elsewhere and number is not None and number < SHORTEST_ANSWER


def go_back(turn: Turn) -> None:
    """Who visits the page is done there, once the next question may be asked in the chat they came from; not yet by
    asking how to go on in another one."""
    if (
        turn.code is not None
        or not turn.now.visiting
        or turn.incoming.event is not None
        or turn.incoming.choice == "start"
    ):
        return
    question = None if turn.frozen or turn.now.aside is not None else turn.question()
    if question is None or not question.flow.is_personal(question.step):
        turn.now = replace(turn.now, visiting=False)
        turn.say_before_asking(Words(BACK))


def is_elsewhere(turn: Turn, question: Question, value: str | None = None) -> bool:
    """Whether an answer to the question is not taken from where it came; ``value`` where it is one of its options.

    Ways without an answer (not to say it, a person) may be said anywhere; options that are personal themselves, or are
    asked in confidence, may not.
    """
    if not turn.incoming.discreet or (value is not None and not question.is_own(value)):
        return False
    if value is None:
        return question.flow.is_personal(question.step)
    return question.flow.hides_options(question.step)


def decline(turn: Turn) -> None:
    """What was said is not taken, and not kept."""
    turn.understood()
    turn.said = NOT_KEPT
    turn.say("personal-elsewhere")


def take_location(turn: Turn, location: Location) -> None:
    """Where somebody is goes to the person they asked for; it answers no question."""
    turn.said = Words("location-received")
    if turn.frozen:
        if not turn.now.attended:
            turn.say("handoff-noted")
        turn.silent = True
        turn.noted = Note(turn.now.handoff or "", location.text())
    else:
        turn.say("unfit-location")


def ask_for_code(turn: Turn) -> None:
    """换个地方办: a code, with which whoever has it goes on with this conversation elsewhere."""
    turn.code = len(turn.replies)
    turn.say("link-code", code="", minutes=0, telegram="no", wechat="no")


def be_told_here(turn: Turn) -> None:
    """提醒发到这里: what comes later is told where this was said, wherever they are then."""
    turn.now = replace(turn.now, told_at=turn.incoming.chat or PAGE)
    turn.say("told_here")


def personal_values(conversation: Conversation, flows: Mapping[str, Flow]) -> frozenset[str]:
    """Everything personal that was given and is not done with, as it is kept."""
    found = set()
    for run in conversation.stack:
        flow = flows.get(run.flow)
        for key, answer in run.answers.items() if flow is not None else ():
            step = flow.steps.get(key.partition("@")[0]) if flow is not None else None
            if (
                step is not None
                and step.personal
                and isinstance(answer.value, str)
                and answer.value not in step.options
            ):
                found.add(answer.value)
    return frozenset(each for each in found if len(each) > 1)
