"""How far the ledger of service time had come, noted day by day in the audit log: a tail that is cut off is found, even
where how the entries stand was put back with it. Two chains would have to be cut alike."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.tables import audit
from integrations.store.volunteers.tables import service_ledger

WHAT = "service ledger"
"""What the entry of the audit log is called; its subject is ``<length>:<chain in hexadecimal>``."""


async def head(connection: AsyncConnection) -> str | None:
    """What is to be noted of the ledger now; None where nothing was added since it was noted."""
    newest = select(service_ledger.c.seq, service_ledger.c.chain).order_by(service_ledger.c.seq.desc()).limit(1)
    last = (await connection.execute(newest)).one_or_none()
    if last is None:
        return None
    subject = f"{last.seq}:{last.chain.hex()}"
    known = select(audit.c.seq).where(audit.c.subject == subject, audit.c.what == WHAT)
    return None if (await connection.execute(known)).first() is not None else subject


async def unlike(connection: AsyncConnection) -> list[str]:
    """Where the ledger is shorter than was noted, or another, one sentence each."""
    noted = select(audit.c.subject).where(audit.c.what == WHAT).order_by(audit.c.seq)
    subjects = list((await connection.execute(noted)).scalars())
    chosen = select(service_ledger.c.seq, service_ledger.c.chain).order_by(service_ledger.c.seq)
    chains = {str(row.seq): row.chain.hex() for row in (await connection.execute(chosen)).all()}
    found = []
    for subject in subjects:
        seq, _, chain = subject.partition(":")
        if chains.get(seq) != chain:
            found.append(f"the ledger of service is not as it was noted at entry {seq}")
    return found
