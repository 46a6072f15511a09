"""Replies as messages of a channel: text, and buttons where they fit, else numbered options; and a button read back.

Where a channel may carry nothing personal, nothing personal is in its messages: what was given is not read back, and a
personal question comes with a link to the page instead (``needs_page``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.channels.capabilities import Capabilities
from bot.channels.splitting import Part, packed, shortened
from bot.speech import Speech
from flows.dialogue.channels import BACK
from flows.dialogue.tapping import MORE, option_mark
from flows.discretion import without_private
from flows.language.flow import Flow
from flows.language.steps import UNNUMBERED_KINDS
from flows.words import Asking, Option, Reply, Words

LINK_PAGE, LINK_CODE, NEWS = "link-page", "link-code", "news-at_page"
_CHANGE, _COMMAND = "change:", "command:"
_ANSWER, _TOGGLE, _DONE = "a", "t", "d"
OFF, ON = "☐ ", "☑ "
_DATA = re.compile(r"([atd])\.([0-9a-z]{1,10})(?:\.([0-9a-z]{10}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Button:
    """One button: it says something to the desk (``data``), or opens an address (``url``)."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a channel; ``rows`` of buttons stand under it. ``told``: the part of it that asks nothing, which
    may be said later, when something else is asked."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button says: of which question, which option (None: what was toggled is all); or that it only toggles."""

    question: str
    option: str | None
    toggles: bool


def read_tap(data: str) -> Tap | None:
    """A button read back, or None if it is not one of ours."""
    found = _DATA.fullmatch(data)
    if found is None or (found[3] is None) != (found[1] == _DONE):
        return None
    return Tap(found[2], found[3], found[1] == _TOGGLE)


class Renderer:
    """Puts replies into the messages of a channel."""

    def __init__(self, speech: Speech, flows: Mapping[str, Flow], can: Capabilities) -> None:
        self._speech = speech
        self._can = can
        steps = [(flow, step) for flow in flows.values() for step in flow.steps.values()]
        self._closed = {flow.question(step.name) for flow, step in steps if flow.hides_options(step)}
        self._confidential = {flow.question(step.name) for flow, step in steps if step.confidential}
        self._personal = {flow.question(step.name) for flow, step in steps if flow.is_personal(step)}
        self._questions = {flow.question(step.name) for flow, step in steps}
        self._sensitive = {flow.name for flow in flows.values() if flow.sensitive}

    def from_elsewhere(self, replies: Sequence[Reply], *, visit: bool) -> Sequence[Reply]:
        """What a chat is told of something that was not said in it: of a ``visit`` to the page that is over, else of
        what happened by itself. What came of something sensitive is told at the page only."""
        sensitive = [
            each
            for each in replies
            if each.words.key not in self._questions and each.words.key.partition("-")[0] in self._sensitive
        ]
        if not sensitive:
            return replies
        # Who talks with a clerk has the ways on at the very notice.
        asking = next((each.asking for each in sensitive if each.asking is not None), None)
        told = Reply(Words("visit-done" if visit else NEWS), asking=asking)
        others = [each for each in replies if each not in sensitive]
        if visit:  # whatever stands beside it came of it as well
            others = [each for each in others if each.asking is not None]
        return [told, *others] if asking is None else [*others, told]

    def needs_page(self, replies: Iterable[Reply], *, discreet: bool) -> bool:
        """Whether these replies come with a link to the page: for a personal question, for papers, to go on there, or
        because it is easier there."""
        return any(self._label_of_link(reply, discreet=discreet) is not None for reply in replies)

    def messages(
        self,
        replies: Sequence[Reply],
        language: str,
        *,
        discreet: bool = False,
        known: Collection[str] = (),
        page: str | None = None,
    ) -> list[Message]:
        """The messages of a turn: one, unless it is too long for one. ``page`` is the link to the page; ``known`` is
        what a ``discreet`` channel is not to say in any way."""
        told, asked, buttons = list[Part](), list[Part](), list[Button]()
        asking: Asking | None = None
        for given in replies:
            if given.words.key == BACK:
                continue
            is_danger = given.words.key.startswith("danger-")  # nothing stands between a person and a number
            reply = without_private(given, known) if discreet and not is_danger else given
            told, asked = [*told, *asked], []
            asked = [Part(self._render(words, language)) for words in self._text(reply, discreet=discreet)]
            label = self._label_of_link(given, discreet=discreet)
            if label is not None and page is not None:
                asked += self._link(self._render(label, language), page, buttons)
                page = None
            asking = reply.asking
            if asking is not None and discreet and given.words.key in self._closed:
                asking = replace(asking, options=tuple(o for o in asking.options if o.value.startswith(_COMMAND)))
        listed: list[str] = []
        if asking is not None:
            listed, own = self._offered(asking, language)
            buttons = [*buttons, *own]
        if asking is not None and not self._is_question(reply.words.key):  # a notice that has ways on
            told, asked = [*told, *asked], []
        texts = packed(told, asked, [shortened(line, self._can) for line in listed], self._can)
        rows = tuple(self._rows(buttons))
        # What is told stands before what is asked, and is cut alike without it.
        alone = [*packed(told, [], [], self._can), *([""] * len(texts))] if asking is not None else texts
        shown = [Message(text, told=alone[n]) for n, text in enumerate(texts)]
        return [*shown[:-1], *(replace(last, rows=rows) for last in shown[-1:])]

    def _is_question(self, key: str) -> bool:
        return key in self._questions or key.startswith(("aside-", "menu"))

    def _link(self, label: str, page: str, buttons: list[Button]) -> list[Part]:
        """The link to the page as a line under what it comes with, or as a button, which is added to ``buttons``."""
        if self._can.link is not None:
            return [Part(self._can.link(label, page), "\n", whole=True)]
        buttons.append(Button(label, url=page))
        return []

    def _text(self, reply: Reply, *, discreet: bool) -> list[Words]:
        key = reply.words.key
        if not discreet or reply.asking is None or key not in self._personal:
            return [reply.words]
        at_page = Words("personal-at_page")
        return [at_page] if key in self._confidential else [reply.words, at_page]

    def _label_of_link(self, reply: Reply, *, discreet: bool) -> Words | None:
        """What the link to the page says that comes with a reply, if one does."""
        key, args = reply.words.key, reply.words.args
        if key in (LINK_PAGE, NEWS):
            return Words("link-open_page")
        if discreet and key in ("personal-elsewhere", "unfit-photo"):
            return Words("personal-open")
        if discreet and reply.asking is not None and key in self._personal:
            return Words("personal-open")
        if discreet and reply.asking is not None and without_private(reply) != reply:
            return Words("private-open")
        has_papers = reply.picture is not None or bool(args.keys() & {"letter", "certificate", "chart"})
        if has_papers or (reply.receipt and args.keys() & {"time", "ticket"}):
            return Words("papers-open")
        if reply.asking is not None and reply.asking.kind in self._can.better_at_page:
            return Words(f"link-{reply.asking.kind}")
        return None

    # --- options -------------------------------------------------------------------------------------------------

    def _offered(self, asking: Asking, language: str) -> tuple[list[str], list[Button]]:
        """Options as lines of the text, and as buttons; those that fit need no line."""
        options = asking.options
        if asking.kind == "confirm" and len(options) > self._can.most_buttons > 0:
            options = tuple(option for option in options if not option.value.startswith(_CHANGE))
        labels = [self._label(option, language) for option in options]
        if not labels:
            return [], []
        if len(labels) > self._can.most_buttons:
            return self._lines(asking, labels, language), []
        # Where a bare number is an answer of its own, an option is never called by its number.
        fits = asking.kind in UNNUMBERED_KINDS or all(len(label) <= self._can.label_limit for label in labels)
        lines = [] if fits else [f"{number}. {label}" for number, label in enumerate(labels, start=1)]
        shown = labels if fits else [str(number) for number in range(1, len(labels) + 1)]
        several = asking.kind == "many"
        kind, before = (_TOGGLE, OFF) if several else (_ANSWER, "")
        buttons = [
            Button(f"{before}{label}", f"{kind}.{asking.mark}.{option_mark(option.value)}")
            for label, option in zip(shown, options, strict=True)
        ]
        if len(options) < len(asking.options):
            lines.append(self._render(Words("confirm-how"), language))
        if several:
            buttons.append(Button(self._render(Words("many-done"), language), f"{_DONE}.{asking.mark}"))
        return lines, buttons

    def _lines(self, asking: Asking, labels: Sequence[str], language: str) -> list[str]:
        """Numbered options. Every answer of a summary can be changed by its short name: a line for each would say
        everything twice."""
        numbered = asking.kind not in UNNUMBERED_KINDS
        lines = [
            f"{number}. {label}" if numbered else f"· {label}"
            for number, (label, option) in enumerate(zip(labels, asking.options, strict=True), start=1)
            if asking.kind != "confirm" or not option.value.startswith(_CHANGE)
        ]
        lines, over = lines[: self._can.most_listed], len(lines) - self._can.most_listed
        if over > 0:
            lines.append(self._render(Words("options-more", {"n": over}), language))
        if asking.kind == "confirm":
            lines.append(self._render(Words("confirm-how"), language))
        return lines

    def _label(self, option: Option, language: str) -> str:
        detail = f" ({self._render(option.detail, language)})" if option.detail is not None else ""
        return f"{self._render(option.label, language)}{detail}"

    # --- layout --------------------------------------------------------------------------------------------------

    def _rows(self, buttons: Iterable[Button]) -> Iterator[tuple[Button, ...]]:
        """Short ones stand side by side, at most three; a link has a row of its own."""
        row: list[Button] = []
        for button in buttons:
            width = sum(len(each.label) + 2 for each in (*row, button))
            if row and (button.url or row[0].url or len(row) == 3 or width > self._can.in_rows):
                yield tuple(row)
                row = []
            row.append(button)
        if row:
            yield tuple(row)

    def _render(self, words: Words, language: str) -> str:
        return self._can.safe(self._speech.render(words, language))


def toggled(rows: Sequence[Sequence[Button]], data: str) -> tuple[tuple[Button, ...], ...]:
    """The buttons with one option of several chosen, or no more."""
    return tuple(tuple(_turned(each) if each.data == data else each for each in row) for row in rows)


def chosen(rows: Iterable[Iterable[Button]]) -> str:
    """The options that are chosen among the buttons, as ``Incoming.choice`` of a tap takes them."""
    taps = (read_tap(each.data or "") for row in rows for each in row if each.label.startswith(ON))
    return MORE.join(tap.option for tap in taps if tap is not None and tap.option is not None)


def _turned(button: Button) -> Button:
    now, then = (ON, OFF) if button.label.startswith(ON) else (OFF, ON)
    return replace(button, label=f"{then}{button.label.removeprefix(now)}")
