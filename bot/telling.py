"""Writing down, in a transaction, that somebody is to be told something about their appointment.

How they are reached is the ladder's (``notices.py``).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from flows.words import Words, to_plain
from integrations.privacy import Vault
from integrations.store import due_work, notices
from integrations.store.due_work import Work

PostKind = Literal["post", "post_words", "post_mark", "post_call"]
"""What the staff's chats are told: how a case stands now, that its resident wrote, that a clock has reached a mark,
that danger calls for somebody."""


class About(Protocol):
    """What a notice is about: a case or an appointment, with its receipt number and the conversation it is told in."""

    @property
    def number(self) -> str:
        """The receipt number."""

    @property
    def conversation(self) -> str:
        """Where it is told."""


async def plan_notice(
    connection: AsyncConnection,
    vault: Vault,
    about: About,
    *,
    kind: str,
    mark: str,
    words: Words,
    now: datetime,
    until: datetime | None = None,
    reach_at: datetime | None = None,
    receipt: bool = False,
    call: bool = True,
    event: str = "notice",
    of_ticket: bool = False,
    picture: str | None = None,
) -> None:
    """Who it is about is to be told at once; the same ``mark`` is the same thing, told once.

    ``until`` is when it is too late for it, which a short message says as well; ``reach_at`` is when it goes up the
    ladder, if not after the usual time. With ``receipt`` what is told comes with the booking's documents; without
    ``call`` no clerk calls who has not seen it: the chat and a short message are as far as it goes. What comes from the
    staff ``of_ticket``, perhaps with a ``picture``, is an ``event`` of theirs.
    """
    notice = notice_id(about.number, kind, mark)
    named = {"conversation": about.conversation, "number": about.number}
    if await notices.plan(connection, notice, **named, kind=kind, due_at=now):
        payload = {**named, "notice": notice, "words": to_plain(words), "receipt": receipt}
        payload |= {"until": to_plain(until), "reach_at": to_plain(reach_at), "kind": kind, "call": call}
        payload |= {"event": event, "ticket": about.number if of_ticket else None, "picture": picture}
        await due_work.schedule(connection, vault, Work(f"notice:{notice}", "notice", now, payload, about.number), now)


async def plan_post(
    connection: AsyncConnection,
    vault: Vault,
    number: str,
    kind: PostKind,
    mark: str,
    now: datetime,
    **payload: Any,
) -> None:
    """The staff's chats are to be told of a case; the same ``mark`` is the same thing. Where none is linked, nothing
    comes of it (``posting.py``). A ``post`` with ``comes``: the case is new to whose it is now."""
    work = Work(f"{kind}:{number}:{mark}", kind, now, {"number": number, **payload}, number)
    await due_work.schedule(connection, vault, work, now)


def notice_id(number: str, kind: str, mark: str) -> str:
    """The id of a notice: one for each change and person."""
    return f"{number}:{kind}:{mark}"
