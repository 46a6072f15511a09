"""The commands and the description that Telegram shows of the residents' bot, in every language it can tell apart."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.speech import Speech
from flows.place import Place
from flows.words import Words

COMMANDS = ("menu", "person", "back", "cancel", "info", "language", "link", "help", "exit")
CODES = {"zh-Hans": "zh", "en": "en"}
"""Telegram tells languages apart by two letters: who reads traditional characters gets them by the chat."""


async def show_commands(bot: Bot, speech: Speech, place: Place, locale: str) -> None:
    """For everybody, by the language of their Telegram; else in the place's. Raises aiogram's errors."""
    for language, code in ((locale, None), *CODES.items()):
        await bot.set_my_commands(_commands(speech, language), language_code=code)
        about = speech.render(Words("bot-about", {"place": Words(f"place-{place.id}")}), language)
        await bot.set_my_short_description(about[:120], language_code=code)


async def show_in_chat(bot: Bot, speech: Speech, chat: int, language: str) -> None:
    """For one chat, in the language that was chosen there. Raises aiogram's errors."""
    await bot.set_my_commands(_commands(speech, language), scope=BotCommandScopeChat(chat_id=chat))


def _commands(speech: Speech, language: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=speech.render(Words(f"bot-{name}"), language)) for name in COMMANDS]
