"""The receipts (离婚登记申请受理回执单) a conversation has told of: looked up, so that nothing is asked twice."""

from __future__ import annotations

from datetime import date, timedelta

from bot import companion
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.privacy import Vault
from integrations.store import companions
from integrations.store.database import Database

APPLICATION = "divorce"
"""The service of the visit in which the receipt is given, on that very day if the application is accepted."""
LONGEST_DAYS = 80
"""How far back a visit is looked for: longer than the dates of any receipt run."""


class Receipts:
    """Looks up what is kept, and which day is likely to be on the receipt. Only ever of the same conversation."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def kept(self, needed: Needed, conversation: str) -> Found:
        """What is remembered for this conversation, to be seen, corrected or given up."""
        async with self._database.read() as connection:
            mine = await companion.of_conversation(connection, self._vault, conversation)
        return Found(tuple(Option(each.value, Words("divorce_dates-one", {"receipt": each.receipt})) for each in mine))

    async def likely(self, needed: Needed, conversation: str) -> Found:
        """The days on receipts that are remembered, and of visits that are over; any other day is taken as well."""
        today = needed.facts.day
        async with self._database.read() as connection:
            mine = await companion.of_conversation(connection, self._vault, conversation)
            first = today - timedelta(days=LONGEST_DAYS)
            visits = await companions.visits(connection, APPLICATION, first, today, conversation)
        found: dict[date, str] = {day: "option-visit" for _, day in visits}
        found |= {each.receipt: "option-receipt" for each in mine}
        options = (
            Option(day.isoformat(), Words("option-day", {"day": day}), Words(detail)) for day, detail in found.items()
        )
        return Found(tuple(options), open=True)
