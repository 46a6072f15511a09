"""What WeChat takes later than with an answer, in the words of the sender: customer messages and, where they are not
taken any more, a subscribed message that there is something new."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.channels.chatting import Chatting
from bot.channels.sender import Blocked, NotNow, OnlySends, Rejected, Rows, Throttled
from bot.wechat.refusals import CUSTOMER, SUBSCRIBED, note_refusal
from flows.errors import OutsideFault
from flows.hours import SHANGHAI
from flows.words import Words
from integrations.store.chats import Address, Chat
from integrations.wechat.api import (
    ACCOUNT_REFUSED,
    BUSY,
    DAY_LIMIT,
    MESSAGE_REFUSED,
    MINUTE_LIMIT,
    NOBODY,
    TOKEN_REFUSED,
    WeChatApi,
    WeChatRefusal,
)

FIELDS = ("what", "when", "place")
"""What a keyword of the template can hold: that there is news, when that was, whose desk it is."""
ACCOUNT_SECONDS = 60.0
"""How long to wait where the account itself is refused: until somebody sets it right, and nothing is lost meanwhile."""
NUDGE_SECONDS = 3600
"""Who was told that there is something new is not told again at once."""

_log = structlog.get_logger()


class WeChatSending(OnlySends):
    """An ``Api`` of the sender."""

    def __init__(self, api: WeChatApi) -> None:
        self._api = api

    async def send(self, to: Address, text: str, rows: Rows) -> None:
        """A customer message."""
        try:
            await self._api.say(str(to.chat), text)
        except WeChatRefusal as refusal:
            note_refusal(CUSTOMER, refusal.code)
            raise _translated(refusal) from None


class Nudging:
    """Tells people to whom nothing can be said just now that there is something new, without saying what.

    ``fields``: which of ``FIELDS`` each keyword of the template holds.
    """

    def __init__(self, chatting: Chatting, api: WeChatApi, template: str | None, fields: Mapping[str, str]) -> None:
        self._chatting = chatting
        self._api = api
        self._template = template
        self._fields = fields

    async def held(self, chat: Chat) -> None:
        """Something waits until they write: by a subscribed message, where they agreed to any, else up the ladder."""
        if self._template is None or not await self._told(chat, self._template):
            await self._chatting.left(chat)

    async def _told(self, chat: Chat, template: str) -> bool:
        """Whether they know, by now or within the hour; what was not told counts for nothing."""
        app, nudge = self._chatting.app, f"nudge:{chat.id}"
        if await app.quick.counted(nudge) > 0:
            return True
        try:
            async with app.database.write() as connection:
                page = await app.passes.link(connection, str(chat.conversation), app.clock())
            await self._api.tell(str(chat.address.chat), template, page, self._data())
        except OutsideFault as fault:
            if isinstance(fault, WeChatRefusal):
                note_refusal(SUBSCRIBED, fault.code)
            _log.info("wechat.not_told", fault=str(fault))
            return False
        await app.quick.count(nudge, NUDGE_SECONDS)
        return True

    def _data(self) -> Mapping[str, str]:
        app = self._chatting.app
        language = app.settings.locale
        said = {
            "what": app.speech.render(Words("wechat-news"), language),
            "when": f"{app.clock().astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
            "place": app.speech.render(Words(f"place-{app.place.id}"), language),
        }
        return {name: said[what] for name, what in self._fields.items()}


def _translated(refusal: WeChatRefusal) -> OutsideFault:
    """What was not taken, and what to do about it. Only what is wrong with the words themselves is given up: whatever
    else it was, known or not (48001: the account may not do this), the person may be reached otherwise or later."""
    code, words = refusal.code, str(refusal)
    if code in ACCOUNT_REFUSED or code in TOKEN_REFUSED:
        return Throttled(words, retry_after=ACCOUNT_SECONDS)
    if code in (BUSY, MINUTE_LIMIT, DAY_LIMIT):
        return Throttled(words, retry_after=refusal.retry_after)
    if code in NOBODY:
        return Blocked(words)
    if code in MESSAGE_REFUSED:
        return Rejected(words)
    return NotNow(words)
