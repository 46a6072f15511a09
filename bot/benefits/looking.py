"""Looking somebody up in the register: every look is put on record with its purpose, for them to read (查询记录)."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.auditing import Entry, audited_as_found
from bot.benefits.parts import Tools
from flows.benefits.records import Registered
from integrations.registers.contract import Finding
from integrations.store.benefits import looks
from integrations.store.benefits.looks import Look, Purpose
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.register import person_of

WHAT = "benefits looked up"


class Looking:
    """Looks up, and writes down that it did."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def of_proof(self, proof: Proof, purpose: Purpose) -> Finding:
        """What the register has of whom a proof is for. Raises OutsideFault when nothing is known of them at all."""
        found = await self._tools.register.find(proof.id_number)
        await self.note(found.of, proof.id_number, "self" if proof.by is None else "proxy", purpose, proof.id)
        return found

    async def note(self, found: Registered | None, id_number: str, who: str, purpose: Purpose, once: str) -> None:
        """Puts a look on record, once for each ``once`` and purpose; of a record with a letter, with its number."""
        tools, person = self._tools, person_of(self._tools.vault, id_number)
        letter = next((each.letter for each in found.records if each.letter), None) if found is not None else None
        id_ = tools.vault.index("benefit-look", f"{once}\x1f{purpose}").hex()[:24]

        async def carry_out(connection: AsyncConnection) -> Entry | None:
            look = Look(id_, person, tools.clock(), who, purpose, letter)
            if not await looks.add(connection, look):
                return None
            return who, f"{WHAT}: {purpose}", letter or id_

        await audited_as_found(tools.database, tools.clock, carry_out)
