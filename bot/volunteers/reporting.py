"""What is recorded of volunteers goes on to the configured volunteer system, as due work: registrations, every entry
that is confirmed or stands no more, certificates."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, cast, get_args

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from integrations.store import due_work
from integrations.store.due_work import Work

What = Literal["registered", "left", "hours_confirmed", "hours_ended", "certificate_issued", "certificate_revoked"]
REPORT = "report"
"""The kind of work."""
_WHATS = get_args(What)


async def report(
    connection: AsyncConnection, tools: Tools, what: What, subject: str, now: datetime, mark: int = 1
) -> None:
    """``subject`` is a number or the id of an entry; ``mark`` tells apart what happens to it more than once (of an
    entry its place in the ledger, of a volunteer the revision). The same is sent once."""
    if tools.system is not None:
        payload = {"what": what, "subject": subject, "system": tools.system, "at": now.isoformat()}
        work = Work(f"{REPORT}:{what}:{subject}:{mark}", REPORT, now, payload, subject)
        await due_work.schedule(connection, tools.vault, work, now)


def named(work: str) -> tuple[What, str, int]:
    """What, of what subject and with which mark, by the id of the work."""
    _, what, subject, mark = work.split(":")
    return cast("What", what), subject, int(mark)


def is_before(one: str, other: str) -> bool:
    """Whether one piece of work, by its id, is to be done before another of the same subject."""
    what, _, mark = named(one)
    next_what, _, next_mark = named(other)
    return (mark, _WHATS.index(what)) < (next_mark, _WHATS.index(next_what))
