"""aiogram and python-telegram-bot behind one face, for the tests that hold the fake Bot API against both of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import aiogram
import telegram
from aiogram import exceptions as aiogram_errors
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BufferedInputFile
from telegram import error as ptb_errors
from telegram.request import HTTPXRequest

from tests.bot_api import BotApi
from tests.bot_api_records import BotAccount

Rows = Sequence[Sequence[dict[str, Any]]]
REQUEST_SECONDS = 5.0


@dataclass
class Refused(Exception):
    """What a library made of a refusal: its own class of error, the description in lower case, the wait."""

    kind: str
    words: str
    retry_after: int | None = None


class Client(Protocol):
    """A bot of either library; what it gives back is plain JSON."""

    async def call(self, method: str, **parameters: Any) -> Any: ...

    async def upload(self, method: str, chat: int, data: bytes, name: str) -> Any: ...

    async def download(self, file_id: str) -> bytes: ...


class Aiogram:
    """aiogram 3; the methods are its own classes, named as Telegram names them."""

    def __init__(self, bot: aiogram.Bot) -> None:
        self.bot = bot

    async def call(self, method: str, **parameters: Any) -> Any:
        kind = getattr(aiogram.methods, method[0].upper() + method[1:])
        return _json(await self._ask(kind(**parameters)))

    async def upload(self, method: str, chat: int, data: bytes, name: str) -> Any:
        field = method.removeprefix("send").lower()
        return await self.call(method, chat_id=chat, **{field: BufferedInputFile(data, name)})

    async def download(self, file_id: str) -> bytes:
        found = await self.bot.download(file_id)
        assert found is not None
        return found.read()

    async def _ask(self, method: TelegramMethod[TelegramType]) -> TelegramType:
        try:
            return await self.bot(method)
        except aiogram_errors.TelegramAPIError as error:
            kind = type(error).__name__.removeprefix("Telegram").removesuffix("Error")
            kind = "TimedOut" if error.message == "Request timeout error" else kind
            raise Refused(kind, error.message.lower(), getattr(error, "retry_after", None)) from error


class Ptb:
    """python-telegram-bot 22, whose names of methods and errors are turned into aiogram's."""

    def __init__(self, bot: telegram.Bot) -> None:
        self.bot = bot

    async def call(self, method: str, **parameters: Any) -> Any:
        name = "".join("_" + letter.lower() if letter.isupper() else letter for letter in method)
        markup = parameters.get("reply_markup")
        if isinstance(markup, dict) and "inline_keyboard" in markup:
            parameters["reply_markup"] = telegram.InlineKeyboardMarkup.de_json(markup, self.bot)
        if reply := parameters.get("reply_parameters"):
            parameters["reply_parameters"] = telegram.ReplyParameters(**reply)
        if commands := parameters.get("commands"):
            parameters["commands"] = [telegram.BotCommand(**one) for one in commands]
        return _json(await self._ask(getattr(self.bot, name)(**parameters)))

    async def upload(self, method: str, chat: int, data: bytes, name: str) -> Any:
        field = method.removeprefix("send").lower()
        return await self.call(method, chat_id=chat, filename=name, **{field: data})

    async def download(self, file_id: str) -> bytes:
        return bytes(await (await self.bot.get_file(file_id)).download_as_bytearray())

    async def _ask(self, work: Any) -> Any:
        try:
            return await work
        except ptb_errors.TelegramError as error:
            kind = type(error).__name__.removesuffix("Error")
            raise Refused(kind, error.message.lower(), getattr(error, "retry_after", None)) from error


@asynccontextmanager
async def client(library: str, api: BotApi, bot: BotAccount, seconds: float = REQUEST_SECONDS) -> AsyncIterator[Client]:
    """A client of one library; ``seconds`` is its patience with one request."""
    if library == "aiogram":
        session = AiohttpSession(api=TelegramAPIServer.from_base(api.url), timeout=seconds)
        yield Aiogram(aiogram.Bot(bot.token, session=session))
        await (await session.create_session()).close()  # its own close() sleeps, for connections with TLS
    else:
        other = telegram.Bot(
            bot.token,
            base_url=f"{api.url}/bot",
            base_file_url=f"{api.url}/file/bot",
            request=_request(seconds),
            get_updates_request=_request(seconds),
        )
        async with other:
            yield Ptb(other)


def _request(seconds: float) -> HTTPXRequest:
    no_tls = {"verify": False}  # else it reads the system's certificates every time
    return HTTPXRequest(read_timeout=seconds, pool_timeout=seconds, httpx_kwargs=no_tls)


def _json(value: Any) -> Any:
    """What a library gave, as Telegram wrote it."""
    if isinstance(value, (list, tuple)):
        return [_json(one) for one in value]
    if isinstance(value, telegram.TelegramObject):
        return value.to_dict()
    if isinstance(value, aiogram.types.TelegramObject):
        return value.model_dump(mode="json", exclude_none=True, by_alias=True)
    return value
