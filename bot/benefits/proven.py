"""The proof on whose strength a service about benefits comes to its end: read again within the turn's transaction."""

from __future__ import annotations

from bot.benefits.parts import Tools
from bot.filing import Doing
from flows.benefits.identity import proof_of
from flows.errors import Refused
from flows.outcome import Final
from integrations.store.benefits import proofs
from integrations.store.benefits.proofs import Proof


async def proven(tools: Tools, final: Final, doing: Doing) -> Proof:
    """The proof that was chosen or given. Raises Refused once it is over."""
    conversation, now = doing.conversation.id, doing.world.now
    proof = await proofs.one(doing.connection, tools.vault, proof_of(final.facts), conversation, now)
    if proof is None:
        raise Refused("benefits-proof_over", step="record")
    return proof
