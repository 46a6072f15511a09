"""A person is asked for (转人工): what they are told, what the staff do, taking it back, and the score (好差评)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows import danger
from flows.dialogue import readings, runs
from flows.dialogue.menu import TO_MENU
from flows.dialogue.tapping import STILL
from flows.language.endings import HandOver
from flows.language.facts import Facts
from flows.outcome import Final, Note, Scored
from flows.words import Asking, Option, Reply, Words, yes

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn
    from flows.incoming import Event, Photo

MENU_AGAIN = Option(TO_MENU, Words("command-menu"))
RESUME = Option("command:resume", Words("command-resume"))
TAKE_BACK = Option("command:take_back", Words("command-take_back"))
EXIT = Option("command:exit", Words("command-exit"))

SCORE, REMARK = "score", "remark"
"""Asides that carry the number of the ticket they are about (``score:JT261121-7K3MQ2``)."""
STEPS = {"s5": 5, "s4": 4, "s3": 3, "s2": 2, "s1": 1}
"""非常满意、满意、基本满意、不满意、非常不满意; offered from the lowest: the number of an option is its score."""
SKIP = "skip"


def onward(turn: Turn) -> tuple[Option, ...]:
    """What is offered while a person is asked for: to go on by oneself, and to do without the person.

    A ticket of danger cannot be taken back by whoever holds the telephone, and what is being supplied is not about a
    person.
    """
    on = RESUME if turn.now.stack else MENU_AGAIN
    alarmed, supplying = turn.now.alarmed or turn.incoming.danger, turn.now.handoff == turn.now.wanted
    if alarmed and turn.incoming.chat is not None:  # a chat has no button for it of its own
        return (on, EXIT)
    return (on,) if alarmed or supplying or not turn.frozen else (on, TAKE_BACK)


def ask_for_person(turn: Turn) -> None:
    """转人工: a ticket with what was answered so far; the services begun stand still until the person goes on.

    Who has told of danger comes back to those who know of it.
    """
    turn.silent = True
    if not turn.frozen and turn.now.danger is not None:
        turn.now = replace(turn.now, handoff=turn.now.danger, alarmed=True, aside=None)
    if turn.frozen:
        turn.expect()
        turn.say("handoff-already", number=turn.now.handoff, attended=yes(turn.now.attended))
        turn.noted = Note(turn.now.handoff or "")
        return
    top = turn.now.top
    run = runs.derive_id(turn.now.id, turn.incoming.id)
    service = "desk" if top is None else top.flow
    ending = HandOver(service=service, urgent=turn.is_urgent())
    if top is None:
        turn.finish(Final(run, service, "to_a_person", ending, Facts(turn.world, service), {}, {}))
    else:
        top = readings.put_down(turn.flows[service], top, turn.world)
        turn.now = replace(turn.now, stack=(*turn.now.stack[:-1], top))
        facts = runs.facts_of(turn.flows[service], top, turn.world)
        answers = {key: top.answers[key] for key in top.position.path}
        turn.finish(Final(run, service, "to_a_person", ending, facts, answers, {}))
    turn.say("handoff-taken")
    turn.now = replace(turn.now, handoff="", aside=None)


def take_note(turn: Turn, photo: Photo | None = None) -> None:
    """Words for the person who was asked for: they are kept with the ticket, and answer nothing.

    Once somebody reads along they are answered by nobody else.
    """
    if turn.now.alarmed and danger.asks_secrecy(turn.text):
        turn.say("danger-no_secret", **turn.world.place.numbers)
    elif not turn.now.attended:
        turn.say("handoff-noted")
    turn.silent = True
    turn.now = replace(turn.now, aside=None)
    turn.noted = Note(turn.now.handoff or "", turn.text or None, None if photo is None else photo.id)


def take_back(turn: Turn) -> None:
    """不用人工了: the ticket is closed by who asked for it, and the services begun go on."""
    stands_for_it = turn.frozen and not turn.now.alarmed and turn.now.handoff != turn.now.wanted
    ticket = turn.now.handoff if stands_for_it else turn.now.ticket
    if ticket is None:
        turn.say("handoff-nothing")
        return
    turn.taken_back = ticket
    turn.now = replace(turn.now, ticket=None)
    turn.say("handoff-taken_back")
    if stands_for_it:
        turn.thaw()


def supply(turn: Turn) -> None:
    """补材料: what is written or shown from now on goes to the case for which something is missing (补正)."""
    if turn.now.wanted is None:
        turn.say("supply-nothing")
        return
    if turn.now.alarmed:  # danger goes before papers
        take_note(turn)
        return
    attended = turn.now.attended and turn.now.wanted == turn.now.handoff
    turn.now = replace(turn.now, handoff=turn.now.wanted, attended=attended, aside=None)
    turn.silent = True
    turn.say("supply-now", number=turn.now.wanted)


def resume(turn: Turn) -> None:
    """继续办理: the services begun go on."""
    if turn.frozen and turn.now.handoff == turn.now.wanted:
        turn.say("supply-done")
    turn.thaw()


def rate(turn: Turn) -> None:
    """评价: asks for the score of the last ticket that was closed, if it was not given."""
    if turn.now.to_score is None:
        turn.say("score-nothing")
    else:
        turn.now = replace(turn.now, aside=f"{SCORE}:{turn.now.to_score}")


def attend(turn: Turn, event: Event) -> None:
    """A clerk has taken the ticket on, or passed it on: while one holds it they answer, not the desk."""
    hold(turn, event)
    if event.words is not None:
        listening = yes(event.ticket == turn.now.handoff)
        turn.replies.append(Reply(Words(event.words.key, {**event.words.args, "listening": listening})))
    turn.silent = turn.frozen


def hold(turn: Turn, event: Event) -> None:
    """Whether a clerk holds the ticket, as it stands now: events may come in another order than they happened."""
    if event.ticket is not None and event.ticket == turn.now.handoff:
        turn.now = replace(turn.now, attended=event.held)


def want(turn: Turn, event: Event) -> None:
    """Something is missing (补正): whose ticket stands open writes it here, everybody else says when they have it."""
    listening = event.ticket == turn.now.handoff
    turn.now = replace(turn.now, wanted=event.ticket)
    if event.words is not None:
        turn.replies.append(Reply(Words(event.words.key, {**event.words.args, "listening": yes(listening)})))
    turn.silent = turn.frozen


def close(turn: Turn, event: Event) -> None:
    """The staff are done with a ticket: waiting for it ends, and they are asked once what they thought of it.

    Who has gone on by themselves meanwhile is told, and may say it when they like. Of danger nobody is asked.
    """
    waited, ours = event.ticket == turn.now.handoff, event.step == "score"
    if event.ticket is None:
        turn.silent = turn.frozen or not turn.replies
        return
    if event.ticket == turn.now.wanted:
        turn.now = replace(turn.now, wanted=None)
    if event.ticket == turn.now.ticket:
        turn.now = replace(turn.now, ticket=None)
    if event.ticket == turn.now.danger:
        turn.now = replace(turn.now, danger=None)
    if not waited and not ours:
        turn.silent = turn.frozen or not turn.replies
        return
    if ours:
        turn.now = replace(turn.now, to_score=event.ticket)
    outcome = event.words or Words("outcome-done")
    turn.say("staff-closed", number=event.ticket, outcome=outcome, rate=yes(ours and not waited))
    if waited:
        turn.thaw()
        turn.now = replace(turn.now, aside=f"{SCORE}:{event.ticket}" if ours else turn.now.aside)
    turn.silent = turn.frozen


def take_score(turn: Turn, aside: str, value: str) -> None:
    """One of the five steps, or none; a line may follow."""
    ticket = aside.partition(":")[2]
    if value in STEPS:
        turn.scored = Scored(ticket, STEPS[value])
        turn.say("score-thanks")
        turn.now = replace(turn.now, aside=f"{REMARK}:{ticket}")
    turn.now = replace(turn.now, to_score=None)


def take_remark(turn: Turn, text: str) -> None:
    """The line that goes with the score."""
    ticket = (turn.now.aside or "").partition(":")[2]
    turn.scored = Scored(ticket, None, text)
    turn.now = replace(turn.now, aside=None)
    turn.understood()
    turn.say("remark-thanks")


def stand_still(turn: Turn) -> None:
    """While a person is asked for nothing is repeated; the way back into the service, or to others, stays offered. To
    a clerk a number is no option."""
    if turn.frozen and turn.replies and not turn.forget:
        kind = "text" if turn.now.attended else "choice"
        turn.replies[-1] = replace(turn.replies[-1], asking=Asking(kind, onward(turn), STILL))
