"""How updates of the staff's bot are read and processed: those of one chat in order, and no fault of one swallowed."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseUpdateProcessor

from bot.in_order import InOrder

ALLOWED = ("message", "callback_query", "my_chat_member")
AT_ONCE = 64
COMMAND_MARKS = ("/", "\N{FULLWIDTH SOLIDUS}")


class InOrderOfChats(BaseUpdateProcessor):
    """Of one chat one at a time, as they came; of several chats at once."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._order = InOrder()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        async with self._order.of(chat_of(update)):
            await coroutine

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is kept."""


def chat_of(update: object) -> str:
    """The chat whose order an update keeps."""
    chat = update.effective_chat if isinstance(update, Update) else None
    return "" if chat is None else str(chat.id)


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button says: what to do, about which case, and of a choice its value."""

    do: str
    number: str
    value: str


def read_tap(data: str | None) -> Tap:
    """The data of a button, plain words so that it means the same after a restart."""
    do, _, rest = (data or "").partition(":")
    number, _, value = rest.partition(":")
    return Tap(do, number, value)


def argument_of(message: Message) -> str:
    """What follows a command."""
    _, _, rest = (message.text or "").partition(" ")
    return rest.strip()


def is_command(message: Message) -> bool:
    """Whether somebody meant a command, known here or not; also with the wide stroke of a Chinese keyboard."""
    return (message.text or message.caption or "").lstrip().startswith(COMMAND_MARKS)


def picture_of(message: Message) -> tuple[str, int] | None:
    """The picture in a message, as the file it is at Telegram and its size; None where there is none."""
    if message.photo:
        best = message.photo[-1]
        return best.file_id, best.file_size or 0
    document = message.document
    if document is not None and (document.mime_type or "").startswith("image/"):
        return document.file_id, document.file_size or 0
    return None
