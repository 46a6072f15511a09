"""What is asked at the end of a turn: the desk's own question, else the open step's, else the menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.dialogue.answers import take_option
from flows.dialogue.commands import aside_options
from flows.dialogue.handing_over import RESUME, onward, stand_still
from flows.dialogue.menu import MENU, asks, is_menu
from flows.dialogue.tapping import STILL, mark_of
from flows.language.lookups import Found, Pending
from flows.language.questions import Question
from flows.words import Asking, Reply, Words

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn

KINDS = {"group": "choice", "wait": "choice"}
"""How a channel shows the kinds that are not inputs of their own."""


def ask(turn: Turn) -> None:
    """Repeats or puts the open question."""
    if turn.incoming.danger and not turn.forget:
        turn.replies.append(Reply(Words("alarm-go_on"), Asking("choice", onward(turn), STILL)))
    elif turn.silent:
        stand_still(turn)
    elif turn.now.aside is not None:
        aside = turn.now.aside
        words = asks(aside, more=False) if is_menu(aside) else Words(f"aside-{aside.partition(':')[0]}")
        turn.replies.append(Reply(words, Asking("choice", aside_options(turn, aside), mark_of(aside))))
    elif turn.frozen:
        stand_still(turn)
    elif turn.now.top is None:
        words = asks(MENU, more=turn.final is not None)
        turn.replies.append(Reply(words, Asking("choice", aside_options(turn, MENU), mark_of(MENU))))
    else:
        question = turn.question()
        if question is None:  # at an ending that waits for the next message
            turn.replies[-1] = replace(turn.replies[-1], asking=Asking("choice", (RESUME,), STILL))
        elif isinstance(question.found, Pending):
            turn.say("looking-up")
        elif (only := _alone(question)) is not None:
            take_option(turn, question, only, "", "event")
            ask(turn)
        else:
            _put_question(turn, question)


def _alone(question: Question) -> str | None:
    """The one option there is, where that needs no asking: not when somebody has come back to it."""
    found = question.found
    if not question.step.alone or not isinstance(found, Found) or found.stop is not None or found.note is not None:
        return None
    options = found.options if found.sure else question.options
    is_only = len(options) == 1 and options[0] in question.options and question.run.asked_again is None
    return options[0].value if is_only and question.is_own(options[0].value) else None


def _put_question(turn: Turn, question: Question) -> None:
    found = question.found
    if isinstance(found, Found) and not any(option in question.options for option in found.options):
        turn.replies += [Reply(found.none)] if found.none is not None else []
    if isinstance(found, Found) and found.stop is not None:
        turn.replies.append(
            Reply(found.stop, Asking("choice", question.options, mark_of(question.run.id, question.key)))
        )
        return
    if isinstance(found, Found) and found.note is not None:
        turn.replies.append(Reply(found.note))
    if question.step.before is not None and _has_come_to(turn):
        turn.replies += [Reply(words) for words in question.step.before(question.facts)]
    if question.step.from_ is not None:
        mark = mark_of(question.run.id, question.key)
        turn.now = replace(turn.now, offered=(mark, *(option.value for option in question.options)))
    kind = KINDS.get(question.step.kind, question.step.kind)
    turn.replies.append(Reply(question.words(), Asking(kind, question.options, mark_of(question.run.id, question.key))))


def _has_come_to(turn: Turn) -> bool:
    """Whether the open question is another one than before this message."""
    was, now = turn.before.top, turn.now.top
    return was is None or now is None or (was.id, was.position) != (now.id, now.position)
