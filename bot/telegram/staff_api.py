"""What the staff's bot does at Telegram, in the words of the one who sends (``channels/sender.py``)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.sender import Blocked, NoSuchMessage, Rejected, Rows, Throttled
from flows.errors import OutsideFault
from integrations.store.chats import Address


class StaffApi:
    """An ``Api`` over python-telegram-bot, whose limiter tries what was throttled again by itself at first."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, to: Address, text: str, rows: Rows) -> int:
        with faults():
            sent = await self._bot.send_message(
                to.chat, text, message_thread_id=to.thread, reply_markup=keyboard(rows), disable_web_page_preview=True
            )
        return sent.message_id

    async def edit(self, to: Address, message: int, text: str | None, rows: Rows) -> None:
        with faults():
            if text is None:
                await self._bot.edit_message_reply_markup(to.chat, message, reply_markup=keyboard(rows))
            else:
                await self._bot.edit_message_text(
                    text, to.chat, message, reply_markup=keyboard(rows), disable_web_page_preview=True
                )

    async def delete(self, to: Address, messages: list[int]) -> None:
        with faults():
            await self._bot.delete_messages(to.chat, messages)


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Buttons as the library takes them; None where there are none, which takes away those that are there."""
    made = [[InlineKeyboardButton(each.label, callback_data=each.data, url=each.url) for each in row] for row in rows]
    return InlineKeyboardMarkup(made) if made else None


@contextmanager
def faults() -> Iterator[None]:
    """What the library raises, as the desk's own faults; that a message says this already is none."""
    try:
        yield
    except RetryAfter as fault:
        wait = fault.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        raise Throttled("telegram asks to wait", retry_after=seconds) from fault
    except Forbidden as fault:
        raise Blocked("the chat takes no messages") from fault
    except ChatMigrated as fault:
        raise Rejected("the group has become another chat") from fault
    except BadRequest as fault:  # a kind of NetworkError for the library, although Telegram has answered
        said = fault.message.lower()
        if "not modified" in said:
            return
        if "chat not found" in said:
            raise Blocked("there is no such chat") from fault
        if "to edit not found" in said or "can't be edited" in said or "message_id_invalid" in said:
            raise NoSuchMessage("there is no such message") from fault
        raise Rejected("telegram does not take it") from fault
    except TelegramError as fault:
        raise OutsideFault(f"telegram: {type(fault).__name__}") from fault
