"""Telling volunteers, guardians and people in charge something in their chats; nobody is called up for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telling import plan_notice
from flows.words import Words
from integrations.privacy import Vault


@dataclass(frozen=True, slots=True)
class About:
    """Somebody by number, and the conversation in which they are told."""

    number: str
    conversation: str


async def tell(
    connection: AsyncConnection,
    vault: Vault,
    number: str,
    conversation: str | None,
    mark: str,
    words: Words,
    now: datetime,
    *,
    until: datetime | None = None,
) -> None:
    """Tells it once for each ``mark``; nothing to nobody. ``number`` is what it is about (a volunteer's, a post's), and
    ``until`` when it is too late for it."""
    if conversation is None:
        return
    about = About(number, conversation)
    await plan_notice(
        connection, vault, about, kind="volunteer", mark=mark, words=words, now=now, until=until, call=False
    )
