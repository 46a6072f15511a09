"""What works everywhere: the commands, and the desk's own questions over the open one (asides)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.conversation import MAX_DEPTH, Conversation
from flows.dialogue import channels, handing_over, runs
from flows.dialogue.asides import ASIDES, WISH
from flows.dialogue.menu import MENU, TO_MENU, entries, heading_of, is_menu
from flows.language.flow import Flow
from flows.language.questions import PERSON, common_words, question_of
from flows.words import Option, Words

if TYPE_CHECKING:
    from flows.dialogue.turn import Turn


def command(turn: Turn, name: str) -> None:
    """Carries out a command by its name."""
    turn.understood()
    does = _COMMANDS.get(name)
    if does is None:
        turn.say("choice-stale")
    else:
        does(turn)


def aside_options(turn: Turn, aside: str) -> tuple[Option, ...]:
    """The options of one of the desk's own questions; the menu offers every service and a person."""
    name, _, offered = aside.partition(":")
    begun_by = tuple(entries(turn.flows, aside)) if is_menu(aside) else tuple(filter(None, offered.split(",")))
    own = (Option(value, Words(f"aside-{name}.{value}"), also=common_words(value)) for value in ASIDES.get(name, ()))
    return (*_to_begin(turn, begun_by), *own)


def tappable(turn: Turn, aside: str) -> tuple[Option, ...]:
    """What may be tapped: of the menu every service, also one whose part is shown no more."""
    further = _to_begin(turn, tuple(turn.flows)) if is_menu(aside) else ()
    return (*aside_options(turn, aside), *further)


def _to_begin(turn: Turn, names: Sequence[str]) -> Iterator[Option]:
    """Services and a person as options; where only one is offered, yes means it."""
    also = common_words("yes") if len(names) == 1 else ()
    for name in names:
        if name == PERSON:
            yield Option(PERSON, Words("command-person"), also=also)
        elif name in turn.flows:
            yield Option(name, Words(f"service-{name}"), also=also)
        elif name == TO_MENU:
            yield Option(name, Words("command-menu"))
        elif (heading := heading_of(name)) is not None:
            yield Option(name, Words(f"heading-{heading}"))


def answer_aside(turn: Turn, aside: str, value: str) -> None:
    """Takes the answer to one of the desk's own questions."""
    turn.understood()
    turn.now = replace(turn.now, aside=None)
    if value == PERSON:
        command(turn, "person")
    elif value == TO_MENU:
        command(turn, "menu")
    elif heading_of(value) is not None:
        turn.now = replace(turn.now, aside=value)
    elif value in turn.flows and aside.partition(":")[0] in {MENU, WISH}:
        begin_service(turn, value)
    elif aside == "cancel" and value == "yes":
        turn.say("cancelled")
        turn.pop()
        turn.resume_below()
    elif aside == "language":
        turn.now = replace(turn.now, language=value)
        turn.say("language-set")
    elif aside == "info" and value == "erase":
        turn.now = replace(turn.now, aside="erase")
    elif aside == "erase" and value == "yes":
        turn.say("erased")
        turn.now = replace(turn.now, stack=(), handoff=None, attended=False, alarmed=False, wanted=None)
        turn.erase = True
    elif aside.partition(":")[0] == handing_over.SCORE:
        handing_over.take_score(turn, aside, value)


def begin_service(turn: Turn, service: str) -> None:
    """Begins a service above the open one; one that is already there is opened again. Nothing stands still then."""
    turn.understood()
    turn.now = replace(turn.now, aside=None, handoff=None, attended=False, alarmed=False)
    stack = turn.now.stack
    again = next((run for run in stack if run.flow == service), None)
    if again is not None:
        turn.now = replace(turn.now, stack=(*(run for run in stack if run is not again), again))
        turn.resume_below()
    elif len(stack) >= MAX_DEPTH and not turn.flows[service].brief:
        turn.say("stack-full", limit=MAX_DEPTH)
    else:
        id_ = runs.derive_id(turn.now.id, turn.incoming.id)
        run = runs.begin(turn.flows[service], id_, turn.incoming.at, turn.world.day)
        turn.now = replace(turn.now, stack=(*stack, run))


def _back(turn: Turn) -> None:
    if turn.now.aside is not None:
        turn.now = replace(turn.now, aside=MENU if heading_of(turn.now.aside) else None)
        return
    if turn.thaw():
        return
    top = turn.now.top
    if top is None:
        return
    if not top.position.path:
        turn.say("back-first")
        return
    flow, key = turn.flows[top.flow], _key_before(turn.flows[top.flow], top.position.path)
    if flow.step_of(key).kind == "wait":
        turn.say("back-waiting")
    elif runs.is_bare(top, key):
        turn.put(runs.without_item(flow, top, turn.world, key))
    else:
        turn.put(runs.reopened(flow, top, turn.world, key))


def _key_before(flow: Flow, path: Sequence[str]) -> str:
    """The answer to go back to. Of several told in confidence it is the first: the question everybody is asked.

    A consent before them tells nothing, and is not gone back to for them.
    """
    at = len(path) - 1
    while at > 0 and _told_in_confidence(flow, path[at]) and _told_in_confidence(flow, path[at - 1]):
        at -= 1
    return path[at]


def _told_in_confidence(flow: Flow, key: str) -> bool:
    step = flow.step_of(key)
    return step.confidential and not step.consent


def _cancel(turn: Turn) -> None:
    if not turn.thaw():
        turn.now = replace(turn.now, aside="cancel" if turn.now.top is not None else None)


def _menu(turn: Turn) -> None:
    turn.now = replace(turn.now, aside=MENU)


def _help(turn: Turn) -> None:
    turn.say("help")


def _language(turn: Turn) -> None:
    turn.now = replace(turn.now, aside="language")


def _info(turn: Turn) -> None:
    """我的信息: what this conversation gave, masked, without what was told in confidence; what it filed is added."""
    lines = []
    for run in turn.now.stack:
        flow = turn.flows.get(run.flow)
        if flow is not None:
            now = runs.refreshed(flow, run, turn.world)
            question = question_of(flow, now, runs.facts_of(flow, now, turn.world), None)
            lines += [] if question is None else question.read_back()
    turn.info = len(turn.replies)
    turn.say("info-given" if lines else "info-none", lines=tuple(lines))
    turn.now = replace(turn.now, aside="info")


def _exit(turn: Turn) -> None:
    """快速退出: nothing of what was begun is shown to whoever takes the device next."""
    turn.say("exit-done")
    turn.now = Conversation(turn.now.id, turn.now.language)
    turn.forget = turn.silent = True


_COMMANDS: Mapping[str, Callable[[Turn], None]] = {
    "back": _back,
    "cancel": _cancel,
    "menu": _menu,
    "help": _help,
    "person": handing_over.ask_for_person,
    "language": _language,
    "info": _info,
    "exit": _exit,
    "resume": handing_over.resume,
    "take_back": handing_over.take_back,
    "supply": handing_over.supply,
    "rate": handing_over.rate,
    "link": channels.ask_for_code,
    "told_here": channels.be_told_here,
}
