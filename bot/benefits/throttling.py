"""How often codes (验证码) may be asked for and tried, whatever number is typed: of nobody as of somebody.

A conversation has a budget of its own, which nobody else can use up, and nobody is refused for what others do. Of the
codes that strangers ask for about one person so many an hour are sent: a telephone is not flooded, and an hour later
its owner is served again. A conversation in which it was shown before who they are is no stranger.

Odds for who guesses at one person without ever stopping: three codes an hour with five tries each are 360 tries of a
million a day, and the owner gets every one of these messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits import checks
from integrations.store.benefits.checks import ON_FILE, TOLD_HERE, Asked

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_ASKED = 5
"""Codes asked for in one conversation within an hour."""
MOST_WRONG = 5
"""Wrong codes in one conversation within an hour, over all numbers; and of one code."""
MOST_WRONG_A_DAY = 15
"""Wrong codes in one conversation within a day."""
MOST_SENT = 3
"""Codes about one person that are sent for strangers within an hour, to the telephone on file and to others each."""


async def may_ask(connection: AsyncConnection, conversation: str, now: datetime) -> bool:
    """Whether another code may be asked for."""
    own = await checks.of_conversation(connection, conversation, now - DAY)
    return len(_within(own, now, HOUR)) < MOST_ASKED and _may_try(own, now)


async def may_try(connection: AsyncConnection, conversation: str, now: datetime) -> bool:
    """Whether another code may be tried."""
    return _may_try(await checks.of_conversation(connection, conversation, now - DAY), now)


async def served(connection: AsyncConnection, conversation: str, person: bytes, now: datetime) -> int:
    """To telephones of which kinds a code that was asked for is sent: of several who ask at the same moment only so
    many are served."""
    about = await checks.of_person(connection, person, now - HOUR)
    known = {each.conversation for each in about if each.state == "used"}
    strangers = [each for each in _within(about, now, HOUR) if each.conversation not in known]
    return sum(
        kind
        for kind in (ON_FILE, TOLD_HERE)
        if conversation in known or sum(bool(each.sent & kind) for each in strangers) < MOST_SENT
    )


def _may_try(own: Sequence[Asked], now: datetime) -> bool:
    wrong = [sum(each.wrong for each in _within(own, now, span)) for span in (HOUR, DAY)]
    return wrong[0] < MOST_WRONG and wrong[1] < MOST_WRONG_A_DAY


def _within(asked: Sequence[Asked], now: datetime, span: timedelta) -> list[Asked]:
    return [each for each in asked if each.send_at > now - span]
