"""One message in, what follows from it out: the pure heart of the turn. It knows no store and no clock.

runs.py       a run of one flow: where its answers lead, after an answer, a step back, a changed flow, a new day
turn.py       a message: exact option, then command, then service, then free text; and the question that follows
wishes.py     free text that is no answer: a question to the desk is answered, a service that may be meant is offered
answers.py    an answer to the open question, and what is looked at again before it is confirmed
readings.py   what was read from a picture, until a person confirms it; which pictures are still needed
menu.py       the menu of services, those of one heading under one entry
commands.py   what works everywhere: back, cancel, menu, a person …, and the desk's own questions
handing_over.py  a person is asked for: waited for, taken back, closed, scored
tapping.py    buttons of channels that keep them
channels.py   where the person is, and what is asked at the page only
elsewhere.py  events, and what the world would not allow
asking.py     the question at the end
effects.py    what must be made and undone, from the path before and the path after
"""

from __future__ import annotations

from collections.abc import Mapping

from flows.conversation import Conversation
from flows.dialogue.runs import derive_id, place_of
from flows.dialogue.turn import Turn
from flows.errors import Refused
from flows.incoming import Incoming
from flows.language.flow import Flow
from flows.language.lookups import Lookups
from flows.outcome import Outcome
from flows.world import World


def advance(
    conversation: Conversation,
    incoming: Incoming,
    world: World,
    flows: Mapping[str, Flow],
    found: Lookups,
    refused: Mapping[str, Refused],
) -> Outcome:
    """The outcome of one message.

    ``found`` holds the look-ups made so far, ``refused`` what the world would not allow when this turn was tried
    before; both by ``place_of``. Raises NeedsLookup when a look-up is missing; called again with it, it goes on.
    """
    return Turn(conversation, incoming, world, flows, found, refused).outcome()


__all__ = ["advance", "derive_id", "place_of"]
