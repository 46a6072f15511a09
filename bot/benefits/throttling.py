"""How often a code (验证码) may be asked for and tried, whatever number is typed: of nobody as of somebody.

A conversation has a budget of its own, which nobody else can use up. About one person only so many strangers are
served a day, each conversation counted once: their telephone is not flooded. A conversation in which it was shown
before who they are is no stranger.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits import checks
from integrations.store.benefits.checks import Asked

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_ASKED = 5
"""Codes asked for in one conversation within an hour."""
MOST_WRONG = 5
"""Wrong codes in one conversation within an hour, over all numbers; and of one code."""
MOST_STRANGERS = 4
"""Conversations that are served about one person within a day, besides those in which it was shown who they are."""
MOST_OF_A_STRANGER = 5
"""Codes that one of these may ask for about that person within a day."""


async def may_ask(connection: AsyncConnection, conversation: str, person: bytes, now: datetime) -> bool:
    """Whether another code may be asked for."""
    own = await checks.of_conversation(connection, conversation, now - HOUR)
    about = await checks.of_person(connection, person, now - DAY)
    served = _strangers(about, now)
    is_served = conversation in served or len(served) < MOST_STRANGERS
    often = sum(each.conversation == conversation for each in about if each.send_at > now - DAY)
    is_stranger_in_time = is_served and often < MOST_OF_A_STRANGER
    return (
        len(own) < MOST_ASKED and _wrong(own) < MOST_WRONG and (_is_known(about, conversation) or is_stranger_in_time)
    )


async def may_try(connection: AsyncConnection, conversation: str, now: datetime) -> bool:
    """Whether another code may be tried."""
    return _wrong(await checks.of_conversation(connection, conversation, now - HOUR)) < MOST_WRONG


async def is_served(connection: AsyncConnection, conversation: str, person: bytes, now: datetime) -> bool:
    """Whether a code that was asked for is sent: of several who ask at the same moment only so many are served."""
    about = await checks.of_person(connection, person, now - DAY)
    return conversation in _strangers(about, now) or _is_known(about, conversation)


def _wrong(own: Sequence[Asked]) -> int:
    return sum(each.wrong for each in own)


def _is_known(about: Sequence[Asked], conversation: str) -> bool:
    return any(each.conversation == conversation and each.state == "used" for each in about)


def _strangers(about: Sequence[Asked], now: datetime) -> list[str]:
    """The first strangers within the day, in the order in which they came."""
    known = {each.conversation for each in about if each.state == "used"}
    came = dict.fromkeys(each.conversation for each in about if each.send_at > now - DAY)
    return [each for each in came if each not in known][:MOST_STRANGERS]
