"""What a message of Telegram says to the desk: words, a command, a picture, a place, or nothing it can take."""

from __future__ import annotations

import re

from aiogram.types import Message

from bot.channels.said import Said
from bot.given import MAX_PICTURE
from flows.dialogue.asides import COMMANDS
from flows.incoming import Location

_COMMAND = re.compile(r"/([a-z_]{1,32})(?:@\w+)?(?:\s+(\S.*))?", re.ASCII | re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def read(message: Message) -> Said:
    """What a message says. A caption is words only where its picture is nothing that can be taken."""
    if message.text is not None:
        return _text(message.text)
    if message.location is not None:
        return Said(location=Location(message.location.latitude, message.location.longitude))
    if message.photo:
        largest = message.photo[-1]
        return _picture(largest.file_id, largest.file_size, message.caption)
    if message.document is not None:
        if not (message.document.mime_type or "").startswith("image/"):
            return Said(text=message.caption, unfit="document")
        return _picture(message.document.file_id, message.document.file_size, message.caption)
    if message.voice or message.audio or message.video or message.video_note:
        return Said(text=message.caption, unfit="voice")
    if message.sticker or message.animation or message.dice:
        return Said(unfit="sticker")
    return Said(text=message.caption, unfit="other")


def _text(text: str) -> Said:
    found = _COMMAND.fullmatch(text.strip())
    if found is None:
        return Said(text=text)
    command, rest = found[1], (found[2] or "").strip()
    if command == "start":
        return Said(choice="start", payload=rest if _PAYLOAD.fullmatch(rest) else None)
    return Said(choice=f"command:{command}") if command in COMMANDS else Said(text=text)


def _picture(file: str, size: int | None, caption: str | None) -> Said:
    if (size or 0) > MAX_PICTURE:
        return Said(text=caption, unfit="too_large")
    return Said(text=caption, file=file)
