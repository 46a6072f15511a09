"""What the staff's bot does at Telegram, in the words of the one who sends (``channels/sender.py``)."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.sender import Blocked, NoSuchMessage, Rejected, Rows, Throttled
from flows.errors import OutsideFault
from integrations.store.chats import Address
from integrations.store.database import Collision

MIGRATING_SECONDS = 10.0
_NO_THREAD = ("message thread not found", "topic_deleted", "topic_closed")


class NoSuchThread(Rejected):
    """The group has no such thread, or none that can be written in."""


class StaffApi:
    """An ``Api`` over python-telegram-bot. ``second``: how many real seconds one of Telegram's takes. ``on_no_thread``
    hears of a group whose thread is gone."""

    finds = True

    def __init__(self, bot: Bot, second: float, on_no_thread: Callable[[int | str], Awaitable[None]]) -> None:
        self._bot = bot
        self._second = second
        self._on_no_thread = on_no_thread

    async def send(self, to: Address, text: str, rows: Rows) -> int:
        """To the group itself where its thread was deleted or closed: nothing is to be lost in silence."""
        try:
            return await self._sent(to, text, rows)
        except NoSuchThread:
            if to.thread is None:
                raise
        message = await self._sent(Address(to.chat), text, rows)
        with contextlib.suppress(OutsideFault, Collision):  # the next message finds it out again
            await self._on_no_thread(to.chat)
        return message

    async def _sent(self, to: Address, text: str, rows: Rows) -> int:
        with faults(self._second):
            sent = await self._bot.send_message(
                to.chat, text, message_thread_id=to.thread, reply_markup=keyboard(rows), disable_web_page_preview=True
            )
        return sent.message_id

    async def edit(self, to: Address, message: int, text: str | None, rows: Rows) -> None:
        with faults(self._second):
            if text is None:
                await self._bot.edit_message_reply_markup(to.chat, message, reply_markup=keyboard(rows))
            else:
                await self._bot.edit_message_text(
                    text, to.chat, message, reply_markup=keyboard(rows), disable_web_page_preview=True
                )

    async def delete(self, to: Address, messages: list[int]) -> None:
        with faults(self._second):
            await self._bot.delete_messages(to.chat, messages)


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Buttons as the library takes them; None where there are none, which takes away those that are there."""
    made = [[InlineKeyboardButton(each.label, callback_data=each.data, url=each.url) for each in row] for row in rows]
    return InlineKeyboardMarkup(made) if made else None


@contextmanager
def faults(second: float = 1.0) -> Iterator[None]:
    """What the library raises, as the desk's own faults; that a message says this already is none. Telegram's waits
    are in seconds of ``second`` real ones."""
    try:
        yield
    except RetryAfter as fault:
        wait = fault.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        raise Throttled("telegram asks to wait", retry_after=seconds * second) from fault
    except Forbidden as fault:
        raise Blocked("the chat takes no messages") from fault
    except ChatMigrated as fault:
        # It was not taken, and what waits is moved to the other chat as soon as Telegram tells of it by an update.
        raise Throttled("the group has become another chat", retry_after=MIGRATING_SECONDS * second) from fault
    except BadRequest as fault:  # a kind of NetworkError for the library, although Telegram has answered
        said = fault.message.lower()
        if "not modified" in said:
            return
        if any(each in said for each in _NO_THREAD):
            raise NoSuchThread("there is no such thread") from fault
        if "chat not found" in said:
            raise Blocked("there is no such chat") from fault
        if "to edit not found" in said or "can't be edited" in said or "message_id_invalid" in said:
            raise NoSuchMessage("there is no such message") from fault
        raise Rejected("telegram does not take it") from fault
    except TelegramError as fault:
        raise OutsideFault(f"telegram: {type(fault).__name__}") from fault
