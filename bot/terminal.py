"""The terminal as a channel: plain text only. Options are numbered; a number, a word or one's own words answer."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable, Iterator

from bot.app import App
from bot.tokens import ID_BYTES
from bot.turn import danger_replies
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.language.steps import UNNUMBERED_KINDS
from flows.words import Reply, Words

MOST_LISTED = 16
"""Options listed in full; of more, the first so many, and the rest can be said in words."""


class Terminal:
    """One conversation on a terminal, or on standard input when that is no terminal."""

    def __init__(self, app: App, say: Callable[[str], None], conversation: str | None = None) -> None:
        self._app = app
        self._say = say
        self._conversation = conversation or secrets.token_bytes(ID_BYTES).hex()
        self._language: str = app.settings.locale
        self._count = 0

    async def start(self) -> None:
        """The greeting and the menu."""
        await self._turn(choice="start")

    async def line(self, text: str) -> bool:
        """One line typed; False when the person leaves."""
        text = text.rstrip("\r\n")
        if not text.strip():
            return True
        return await self._turn(text=text)

    async def _turn(self, *, text: str | None = None, choice: str | None = None) -> bool:
        self._count += 1
        incoming = Incoming(
            self._conversation, f"t{self._count}-{secrets.token_hex(6)}", self._app.clock(), text=text, choice=choice
        )
        lead = danger_replies(text, self._app.place)
        try:
            taken = await self._app.turns.take(incoming, lead=lead)
        except OutsideFault:
            self._show((*lead, Reply(Words("fault-ours"))))
            return True
        self._language = taken.language
        self._show(taken.replies)
        return not any(reply.words.key == "exit-done" for reply in taken.replies)

    def _show(self, replies: tuple[Reply, ...]) -> None:
        for reply in replies:
            self._say(self._render(reply.words))
            for line in self._options(reply):
                self._say(line)
            self._say("")

    def _options(self, reply: Reply) -> Iterator[str]:
        if reply.asking is None:
            return
        options = list(enumerate(reply.asking.options, start=1))
        if reply.asking.kind == "confirm":
            # Every answer can be changed by its short name; a line for each would say everything twice.
            options = [each for each in options if not each[1].value.startswith("change:")]
        numbered = reply.asking.kind not in UNNUMBERED_KINDS
        for number, option in options[:MOST_LISTED]:
            detail = f" ({self._render(option.detail)})" if option.detail is not None else ""
            yield f"  {f'{number}.' if numbered else '·'} {self._render(option.label)}{detail}"
        if len(options) > MOST_LISTED:
            yield "  " + self._render(Words("options-more", {"n": len(options) - MOST_LISTED}))
        if reply.asking.kind == "confirm":
            yield "  " + self._render(Words("confirm-how"))

    def _render(self, words: Words) -> str:
        return self._app.speech.render(words, self._language)


async def chat(app: App) -> None:
    """Runs a conversation until end of input or quick exit."""
    interactive = sys.stdin.isatty()
    terminal = Terminal(app, lambda line: print(line, flush=True))  # noqa: T201 - the terminal is where it speaks
    await terminal.start()
    while True:
        if interactive:
            print("> ", end="", flush=True)  # noqa: T201
        line = sys.stdin.readline()
        if not line or not await terminal.line(line):
            return
