"""What a case comes with besides its answers: pictures, and its letter of authorisation (授权委托书) once signed."""

from __future__ import annotations

import asyncio
import hashlib

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.letter_papers import LetterPapers
from flows.errors import OutsideFault
from integrations.case_systems.contract import Attachment
from integrations.documents.letter import letter_pdf
from integrations.pictures import MEDIA_TYPES, look_at
from integrations.privacy import Vault
from integrations.store import letters, uploads


class Attaching:
    """Reads attachments by the case and their id: a picture's, or a letter's number."""

    def __init__(self, vault: Vault, papers: LetterPapers, address: str | None) -> None:
        self._vault = vault
        self._papers = papers
        self._address = address

    async def read(self, connection: AsyncConnection, case: str, name: str) -> Attachment:
        """One attachment. Raises OutsideFault, for good, when the case has none of this name any more."""
        kept = await letters.by_number(connection, self._vault, name)
        if kept is not None and kept.letter.case == case:
            if not kept.letter.is_in_force:
                raise OutsideFault("the letter of authorisation is not in force", final=True)
            pdf = await asyncio.to_thread(letter_pdf, self._papers.paper(kept, None, self._address))
            return _attachment(name, "letter", "application/pdf", pdf)
        data = await uploads.of_case(connection, self._vault, name, case)
        if data is None:
            raise OutsideFault("the attachment is gone", final=True)
        facts = await asyncio.to_thread(look_at, data)
        return _attachment(name, "picture", MEDIA_TYPES[facts.format], data)


def _attachment(name: str, kind: str, media_type: str, data: bytes) -> Attachment:
    return Attachment(name, kind, media_type, hashlib.sha256(data).hexdigest(), data)
