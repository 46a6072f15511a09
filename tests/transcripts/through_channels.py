"""Every answer of a transcript by every way a channel knows: a button, a number, the option's own words; and every
option of every question by the number with which WeChat lists it.

What a question looks like on each channel is made by that channel's rendering, and read back as somebody there would
answer it; all of it has to come to the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.channels.capabilities import TELEGRAM, TERMINAL, WECHAT, Capabilities
from bot.channels.rendering import OFF, Renderer, chosen, read_tap, toggled
from flows.conversation import Conversation
from flows.dialogue import advance
from flows.errors import Refused
from flows.incoming import Incoming
from flows.language.answers import Run
from flows.language.flow import Flow
from flows.language.lookups import Lookups
from flows.language.questions import CHANGE
from flows.language.steps import UNNUMBERED_KINDS
from flows.outcome import NeedsLookup, Outcome
from flows.words import Asking, Option, Reply, Words
from flows.world import World
from tests.talk import SPEECH

PAGE = "https://minzheng.jingtai.example.gov.cn/#at=" + "a1" * 16
"""A link to the page, as long as one may be."""
_RENDERERS: dict[tuple[str, ...], Renderer] = {}
_LISTED = re.compile(r"(\d+)\. (.*)")


@dataclass
class Ways:
    """Stands where a turn asks the dialogue what follows, and asks again by every other way to say the same."""

    known: set[tuple[str, ...]] = field(default_factory=set)
    """What was chosen at which question before: the same once more shows nothing new."""
    tried: Counter[str] = field(default_factory=Counter)
    _asked: dict[str, Reply] = field(default_factory=dict)

    def advance(
        self,
        conversation: Conversation,
        incoming: Incoming,
        world: World,
        flows: Mapping[str, Flow],
        found: Lookups,
        refused: Mapping[str, Refused],
    ) -> Outcome:
        """As ``flows.dialogue.advance``."""
        outcome = advance(conversation, incoming, world, flows, found, refused)
        reply = self._asked.get(conversation.id)
        if reply is not None and reply.asking is not None and incoming.event is None:
            self._by_digits(reply, reply.asking, conversation, incoming, world, flows, found)
        chosen_ = None if reply is None or reply.asking is None else _options_of(reply, incoming)
        is_gone = any(each.words.key == "choice-stale" for each in outcome.replies)  # taken meanwhile
        what = (reply.words.key, *(option.value for option in chosen_)) if reply is not None and chosen_ else ()
        if reply is not None and chosen_ and not is_gone and what not in self.known:
            self.known.add(what)
            again = advance(conversation, replace(incoming, choice="start"), world, flows, found, refused).replies[-1:]
            is_shown = [each.asking for each in again] == [reply.asking]  # a look-up brings others meanwhile
            for way, other in _ways(reply, chosen_, incoming, conversation.language, flows) if is_shown else ():
                try:
                    also = advance(conversation, other, world, flows, found, refused)
                except NeedsLookup as needed:
                    raise AssertionError(f"{way} at {reply.words.key} leads elsewhere: {needed}") from needed
                came, comes = _what_matters(outcome), _what_matters(also)
                assert came == comes, (
                    way,
                    reply.words.key,
                    [each for each in zip(came, comes, strict=True) if each[0] != each[1]],
                )
                self.tried[way] += 1
        if outcome.replies:
            self._asked[conversation.id] = outcome.replies[-1]
        return outcome

    def _by_digits(
        self,
        reply: Reply,
        asking: Asking,
        conversation: Conversation,
        incoming: Incoming,
        world: World,
        flows: Mapping[str, Flow],
        found: Lookups,
    ) -> None:
        """Whoever types the number with which WeChat lists an option comes to where a tap on it leads."""
        what = ("digits", reply.words.key, asking.kind, str(len(asking.options)))
        if what in self.known or asking.kind in UNNUMBERED_KINDS:
            return
        plain = Incoming(incoming.conversation, incoming.id, incoming.at)

        def comes_to(said: Incoming) -> Outcome | tuple[str, str]:
            try:
                return advance(conversation, said, world, flows, found, {})
            except NeedsLookup as needed:
                return needed.needed.key, needed.needed.name

        again = comes_to(replace(plain, choice="start"))
        if not isinstance(again, Outcome) or [each.asking for each in again.replies[-1:]] != [asking]:
            return  # a look-up brings others meanwhile
        self.known.add(what)
        listed = on_wechat(reply, conversation.language, flows)
        for number, option in enumerate(asking.options[: WECHAT.most_listed], start=1):
            if asking.kind == "confirm" and option.value.startswith(CHANGE):
                continue  # is said by its name
            assert listed.get(str(number)) == _label(option, conversation.language), (reply.words.key, number, listed)
            tapped, typed = comes_to(replace(plain, choice=option.value)), comes_to(replace(plain, text=str(number)))
            came, comes = (_what_matters(each) if isinstance(each, Outcome) else each for each in (tapped, typed))
            assert came == comes, ("digits", reply.words.key, number, option.value)
            self.tried["digits"] += 1


def _options_of(reply: Reply, incoming: Incoming) -> list[Option]:
    """The options of the question as it was put that were tapped."""
    assert reply.asking is not None
    if incoming.choice is None or incoming.tapped_at is not None:
        return []
    values = incoming.choice.split(",") if reply.asking.kind == "many" else [incoming.choice]
    found = {option.value: option for option in reply.asking.options}
    return [found[each] for each in values] if all(each in found for each in values) else []


def _ways(
    reply: Reply, options: list[Option], incoming: Incoming, language: str, flows: Mapping[str, Flow]
) -> Iterator[tuple[str, Incoming]]:
    asking = reply.asking
    assert asking is not None
    typed = replace(incoming, choice=None)
    yield "button", _by_button(reply, asking, options, incoming, language, flows)
    listed = dict(_listed(reply, language, flows))
    labels = [SPEECH.render(option.label, language) for option in options]
    shown = [label for label in labels if label in listed.values()]
    if len(shown) == len(options):
        places = [str(asking.options.index(option) + 1) for option in options]
        numbers = [number for number in places if number in listed]
        yield "number", replace(typed, text=",".join(numbers))
    every = [SPEECH.render(option.label, language) for option in asking.options]
    if all(every.count(label) == 1 for label in labels) and not any(map(_is_command, options)):  # two may be alike
        yield "words", replace(typed, text="、".join(labels))


def _by_button(
    reply: Reply,
    asking: Asking,
    options: list[Option],
    incoming: Incoming,
    language: str,
    flows: Mapping[str, Flow],
) -> Incoming:
    """The button is found by what it shows: the option's words, or its number in the text; those alike by place."""
    (message,) = renderer(flows, TELEGRAM).messages([reply], language)[-1:]
    numbers = dict(_in_text(message.text))
    rows = message.rows
    taps = []
    for button in (button for row in rows for button in row):
        tap = read_tap(button.data or "")
        assert tap is not None
        assert len((button.data or "").encode()) <= 64
        label = button.label.removeprefix(OFF)
        taps.append((numbers.get(label, label), button.data or "", tap))
    found = []
    for option in options:
        alike = [each for each in asking.options if _label(each, language) == _label(option, language)]
        shown = [(data, tap) for label, data, tap in taps if label == _label(option, language)]
        found.append(shown[alike.index(option)])
    question = found[0][1].question
    if asking.kind != "many":
        return replace(incoming, choice=found[0][1].option, tapped_at=question, chat="chat")
    for data, _ in found:
        rows = toggled(rows, data)
    return replace(incoming, choice=chosen(rows), tapped_at=question, chat="chat")


def _listed(reply: Reply, language: str, flows: Mapping[str, Flow]) -> Iterator[tuple[str, str]]:
    """The numbered options as the terminal lists them."""
    return _in_text(renderer(flows, TERMINAL).messages([reply], language)[-1].text)


def on_wechat(reply: Reply, language: str, flows: Mapping[str, Flow]) -> dict[str, str]:
    """The numbered options as WeChat lists them."""
    messages = renderer(flows, WECHAT).messages([reply], language, page=PAGE)
    return dict(each for message in messages for each in _in_text(message.text))


def renderer(flows: Mapping[str, Flow], can: Capabilities) -> Renderer:
    """The rendering of a channel, made once for the same services."""
    names = (can.name, *(f"{name} {flow.digest}" for name, flow in flows.items()))
    if names not in _RENDERERS:
        _RENDERERS[names] = Renderer(SPEECH, flows, can)
    return _RENDERERS[names]


def _in_text(text: str) -> Iterator[tuple[str, str]]:
    return ((found[1], found[2]) for line in text.splitlines() if (found := _LISTED.fullmatch(line)))


def _label(option: Option, language: str) -> str:
    detail = "" if option.detail is None else f" ({SPEECH.render(option.detail, language)})"
    return f"{SPEECH.render(option.label, language)}{detail}"


def _is_command(option: Option) -> bool:
    return option.value.startswith("command:")


def _what_matters(outcome: Outcome) -> tuple[object, ...]:
    """What a turn came to, but for how it was said."""
    now = replace(outcome.conversation, chat=None, stack=tuple(map(_run, outcome.conversation.stack)))
    final = outcome.final
    told = None if final is None else (final.name, {key: each.value for key, each in final.answers.items()})
    return now, [_reply(each) for each in outcome.replies], [do.key for do in outcome.do], told, outcome.erase


def _run(run: Run) -> Run:
    answers = {key: replace(each, typed="", origin="typed") for key, each in run.answers.items()}
    return replace(run, answers=answers)


def _reply(reply: Reply) -> tuple[Words, Asking | None]:
    return reply.words, reply.asking
