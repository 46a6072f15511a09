"""The Bot API through aiogram, in the words of the sender: what was not taken, and what cannot be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.rendering import Button
from bot.channels.sender import Blocked, NoSuchMessage, Rejected, Rows, Throttled
from flows.errors import OutsideFault
from integrations.store.chats import Address

TIMEOUT_SECONDS = 10.0
"""Shorter than the lease of a bot: a request is over before another process may send."""

_SAME = "message is not modified"
_NOT_OURS = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID", "message identifier is not")
_NOBODY = ("chat not found", "user is deactivated", "PEER_ID_INVALID")


def open_bot(token: str, api: str) -> Bot:
    """A bot that talks to this Bot API."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api), timeout=TIMEOUT_SECONDS)
    return Bot(token, session=session)


class AiogramApi:
    """Sends, edits and deletes. ``seconds`` puts the platform's seconds into ours; only tests change it."""

    finds = True

    def __init__(self, bot: Bot, seconds: Callable[[float], float] = float) -> None:
        self._bot = bot
        self._seconds = seconds

    async def send(self, to: Address, text: str, rows: Rows) -> int:
        """Sends a message; its id."""
        with translated(self._seconds):
            sent = await self._bot.send_message(to.chat, text, reply_markup=keyboard(rows), message_thread_id=to.thread)
        return sent.message_id

    async def edit(self, to: Address, message: int, text: str | None, rows: Rows) -> None:
        """Makes a message of ours say this, or have these buttons."""
        where = {"chat_id": to.chat, "message_id": message, "reply_markup": keyboard(rows)}
        with translated(self._seconds):
            try:
                if text is None:
                    await self._bot.edit_message_reply_markup(**where)  # type: ignore[arg-type]
                else:
                    await self._bot.edit_message_text(text, **where)  # type: ignore[arg-type]
            except TelegramBadRequest as fault:
                if _SAME not in fault.message:
                    raise

    async def delete(self, to: Address, messages: list[int]) -> None:
        """Deletes messages; those that are gone already, or too old, are passed over."""
        with translated(self._seconds):
            await self._bot.delete_messages(to.chat, messages)


def keyboard(rows: Iterable[Iterable[Button]]) -> InlineKeyboardMarkup | None:
    """Buttons as Telegram has them."""
    shown = [
        [InlineKeyboardButton(text=each.label, callback_data=each.data, url=each.url) for each in row] for row in rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=shown) if shown else None


@contextmanager
def translated(
    seconds: Callable[[float], float] = float, *, but: type[AiogramError] | tuple[()] = ()
) -> Iterator[None]:
    """Faults of Telegram as those of this desk; nothing of what was sent is in them, nor the token. Those of the kind
    ``but`` come as they are."""
    try:
        yield
    except but:
        raise
    except TelegramRetryAfter as fault:
        raise Throttled("telegram: too many requests", retry_after=seconds(float(fault.retry_after))) from None
    except TelegramForbiddenError:
        raise Blocked("telegram: the bot is not wanted there") from None
    except (TelegramBadRequest, TelegramNotFound) as fault:
        if any(each in fault.message for each in _NOT_OURS):
            raise NoSuchMessage("telegram: no such message") from None
        if any(each in fault.message for each in _NOBODY):
            raise Blocked("telegram: nobody is there") from None
        raise Rejected(f"telegram: {fault.message.partition(':')[2].strip()[:100]}") from None
    except TelegramEntityTooLarge:
        raise Rejected("telegram: too large") from None
    except (AiogramError, OSError, TimeoutError) as fault:
        raise OutsideFault(f"telegram: {type(fault).__name__}") from None
