"""What happens elsewhere: an event that comes in, and what the world would not allow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.dialogue import handing_over, runs
from flows.dialogue.runs import place_of
from flows.errors import Refused
from flows.incoming import Event
from flows.language.answers import Answer, Run
from flows.outcome import Final
from flows.words import Reply, Words, yes

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn


_OF_STAFF = {
    "claimed": handing_over.attend,
    "released": handing_over.attend,
    "wanted": handing_over.want,
    "closed": handing_over.close,
}
"""What the staff do about a ticket, by the name of the event."""


def take_event(turn: Turn, event: Event) -> None:
    """Takes what happened elsewhere. It answers its waiting step once: early, late or beneath, it is kept for it."""
    if (of_staff := _OF_STAFF.get(event.name)) is not None:
        of_staff(turn, event)
        return
    if event.name == "visit":  # a link of the chat was opened: the page shows what was said so far, nothing is added
        turn.now = replace(turn.now, visiting=turn.now.chat is not None)
        turn.silent = True
        return
    if event.name == "looked_up":
        _ask_what_waited(turn, event)
        return
    turn.silent = turn.frozen
    if event.words is not None:
        handing_over.hold(turn, event)
        words = _told(turn, event, event.words)
        turn.replies.append(Reply(words, receipt=event.receipt, picture=event.picture))
    if event.step is None or event.run is None:
        return
    run = next((run for run in turn.now.stack if run.id == event.run), None)
    if run is None or event.step in run.answers or not _fits(turn, run, event):
        turn.silent = turn.frozen or not turn.replies
        return
    answer = Answer("wait", event.value, "", turn.incoming.at, "event")
    if run is turn.now.top and run.position.key == event.step and not turn.frozen:
        turn.put(runs.answered(turn.flows[run.flow], run, turn.world, answer))
        return
    keep = runs.learned if run is turn.now.top and not turn.frozen else runs.learned_beneath
    later = keep(run, event.step, answer)
    turn.now = replace(turn.now, stack=tuple(later if each is run else each for each in turn.now.stack))
    turn.silent = turn.frozen or not turn.replies


def respect_refusals(turn: Turn) -> None:
    """Where the world refused something when this turn was tried before, its step is asked again, with why."""
    for run in turn.now.stack:
        for key in run.position.path:
            refusal = turn.refused.get(place_of(run.id, key))
            if refusal is not None:
                turn.say(refusal.key, **refusal.args_)
                turn.put(runs.without(turn.flows[run.flow], run, turn.world, key))
                return
    if turn.final is not None:
        refusal = turn.refused.get(place_of(turn.final.run, "ending"))
        if refusal is not None:
            _not_carried_out(turn, turn.final, refusal)


def _ask_what_waited(turn: Turn, event: Event) -> None:
    """What was looked up is asked with the open question; who has gone on meanwhile is not disturbed by it."""
    top = turn.now.top
    waits = top is not None and (top.id, top.position.key) == (event.run, event.step) and turn.now.aside is None
    turn.silent = turn.frozen or not (waits or turn.replies)


def _told(turn: Turn, event: Event, words: Words) -> Words:
    """The words of a notice; those of the staff say how to write back, which they cannot know."""
    if event.ticket is None:
        return words
    return Words(words.key, {**words.args, "listening": yes(event.ticket == turn.now.handoff)})


def _fits(turn: Turn, run: Run, event: Event) -> bool:
    """Whether the step waits for this; the end of a wait must be that of the wait that is open now."""
    flow = turn.flows.get(run.flow)
    step = None if flow is None or event.step is None else flow.steps.get(event.step.partition("@")[0])
    if step is None:
        return True  # another version of the flow may know it
    if event.value == "expired" and not (
        run.position.key == event.step and run.until is not None and run.until <= turn.world.now
    ):
        return False
    return step.kind == "wait" and event.value in step.options


def _not_carried_out(turn: Turn, final: Final, refusal: Refused) -> None:
    """The ending was refused: the run is back on the stack, without its last answer and at the step that was named."""
    del turn.replies[turn.final_reply :]
    turn.say(refusal.key, **refusal.args_)
    turn.final, turn.silent = None, False
    turn.now = replace(turn.now, handoff=turn.before.handoff)
    run = turn.landed
    if run is not None and run.id == final.run:
        again = runs.without(turn.flows[run.flow], run, turn.world, refusal.step, run.position.path[-1])
        turn.now = replace(turn.now, stack=(*turn.now.stack, again))
