"""The terminal as a channel: plain text only. Options are numbered; a number, a word or one's own words answer."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable

from bot.app import App
from bot.channels.capabilities import TERMINAL
from bot.channels.rendering import Renderer
from bot.tokens import ID_BYTES
from bot.turn import danger_replies
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.words import Reply, Words


class Terminal:
    """One conversation on a terminal, or on standard input when that is no terminal."""

    def __init__(self, app: App, say: Callable[[str], None], conversation: str | None = None) -> None:
        self._app = app
        self._say = say
        self._renderer = Renderer(app.speech, app.flows, TERMINAL)
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
        for message in self._renderer.messages(replies, self._language):
            self._say(f"{message.text}\n")


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
