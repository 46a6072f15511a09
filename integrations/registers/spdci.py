"""A social registry that speaks the SPDCI interoperability API: ``/registry/sync/search``, version 1.0.0.

The names are those of spdci/api-standards, ``release/yaml/social_api_v1.0.0.yaml`` (commit 4e1fd1ad, 2024-08-28). It
leaves open how ``signature`` covers header and message; here it is a compact JSON Web Signature over the JSON of both,
with the key's thumbprint (RFC 7638) as ``kid``, as opencrvs/dci-crvs-api does (``packages/http-api/src/crypto``, commit
1597be67, 2024-09-29). Encrypted messages are not understood.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from pydantic import Field, model_validator

from flows.benefits.records import Registered
from flows.errors import OutsideFault
from integrations.platforms import JSON
from integrations.registers.asking import WHOLE_SECONDS, Asking
from integrations.registers.contract import NotReadable
from integrations.registers.jws import Signer, Verifier
from integrations.registers.mapping import Fields, Table, needs
from integrations.registers.reading import Reader, json_of

PATH = "/registry/sync/search"
VERSION = "1.0.0"
FRESH = timedelta(minutes=5)
"""How far the clock of the register may be from ours."""


class Purpose(Table):
    """What is asked for and why, as the registry's operator keeps such purposes."""

    text: str
    code: str
    ref_uri: str


class Search(Table):
    """Who asks whom, by which kind of identifier. ``nobody``: reason codes by which this registry says that it has
    nobody (the standard has none: an empty list says so)."""

    sender_id: str
    receiver_id: str
    id_type: str
    response_entity: Literal["Group", "Member"] | None = None
    reg_event_type: str | None = None
    purpose: Purpose | None = None
    nobody: list[str] = Field(default=[])


class SpdciMapping(Fields):
    """The file of an SPDCI registry; ``person`` is one of ``reg_records``."""

    search: Search

    @model_validator(mode="after")
    def _whole(self) -> SpdciMapping:
        if (missing := needs(self)) is not None:
            raise ValueError(missing)
        return self


class SpdciRegister:
    """Searches for one person at a time."""

    def __init__(
        self,
        url: str,
        token: str | None,
        mapping: SpdciMapping,
        signer: Signer | None,
        verifier: Verifier | None,
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        whole_seconds: float = WHOLE_SECONDS,
    ) -> None:
        self._asking = Asking(url, token, whole_seconds)
        self._search = mapping.search
        self._reader = Reader(mapping)
        self._signer = signer
        self._verifier = verifier
        self._now = now
        self._random = random

    async def find(self, id_number: str) -> Registered | None:
        """Everything about the person of this ID number."""
        transaction, reference = self._random(16).hex(), self._random(16).hex()
        body = self._request(id_number, transaction, reference)
        answer = await self._asking.ask("POST", PATH, JSON, body)
        assert answer is not None  # no status says that there is nobody
        return self._read(json_of(answer), id_number, transaction, reference)

    async def close(self) -> None:
        """Closes the connections."""
        await self._asking.close()

    def _request(self, id_number: str, transaction: str, reference: str) -> bytes:
        search, at = self._search, self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        criteria: dict[str, Any] = {
            "version": VERSION,
            "query_type": "idtype-value",
            "query": {"type": search.id_type, "value": id_number},
            "pagination": {"page_size": 2, "page_number": 1},
        }
        if search.response_entity is not None:
            criteria["response_entity"] = search.response_entity
        if search.reg_event_type is not None:
            criteria["reg_event_type"] = search.reg_event_type
        if search.purpose is not None:
            criteria["authorize"] = {"@type": "Authorize", "ts": at, "purpose": search.purpose.model_dump()}
        envelope = {
            "header": {
                "version": VERSION,
                "message_id": self._random(16).hex(),
                "message_ts": at,
                "action": "search",
                "sender_id": search.sender_id,
                "receiver_id": search.receiver_id,
                "total_count": 1,
                "is_msg_encrypted": False,
            },
            "message": {
                "transaction_id": transaction,
                "search_request": [{"reference_id": reference, "timestamp": at, "search_criteria": criteria}],
            },
        }
        payload = _plain(envelope)
        if self._signer is None:
            return payload
        return _plain({"signature": self._signer.sign(payload), **envelope})

    def _read(self, plain: Any, id_number: str, transaction: str, reference: str) -> Registered | None:
        envelope = self._signed(_object(plain, "it"))
        header = _object(envelope.get("header"), "header")
        self._is_for_us(header)
        if header.get("is_msg_encrypted", False) is not False:
            raise NotReadable("message is encrypted")
        if header.get("status") == "rjct":
            raise OutsideFault("the register refuses: header.status is rjct")
        message = _object(envelope.get("message"), "message")
        if message.get("transaction_id") != transaction:
            raise NotReadable("message.transaction_id is not that of the request")
        found = message.get("search_response")
        if not isinstance(found, list) or len(found) != 1:
            raise NotReadable("message.search_response is no list of one")
        one = _object(found[0], "search_response")
        if one.get("reference_id") != reference:
            raise NotReadable("search_response.reference_id is not that of the request")
        status = one.get("status")
        if status == "rjct":
            if one.get("status_reason_code") in self._search.nobody:
                return None
            raise OutsideFault("the register refuses: search_response.status is rjct")
        if status != "succ":
            raise NotReadable("search_response.status is not succ")
        people = _object(one.get("data"), "search_response.data").get("reg_records")
        if not isinstance(people, list):
            raise NotReadable("search_response.data.reg_records is no list")
        return self._reader.person(people, id_number)

    def _signed(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Header and message; where the register's key is known, as it signed them."""
        if self._verifier is None:
            return envelope
        signature = envelope.get("signature")
        payload = self._verifier.payload(signature) if isinstance(signature, str) else None
        if payload is None:
            raise NotReadable("signature is not the register's")
        signed = _object(json_of(payload), "what was signed")
        if signed != {"header": envelope.get("header"), "message": envelope.get("message")}:
            raise NotReadable("signature is over something else")
        return signed

    def _is_for_us(self, header: dict[str, Any]) -> None:
        """It is an answer of now to us, from whom we asked, as far as it says so."""
        if header.get("action") != "on-search":
            raise NotReadable("header.action is not on-search")
        if header.get("receiver_id", self._search.sender_id) != self._search.sender_id:
            raise NotReadable("header.receiver_id is somebody else")
        if header.get("sender_id", self._search.receiver_id) != self._search.receiver_id:
            raise NotReadable("header.sender_id is somebody else")
        at = _instant(header.get("message_ts"))
        if at is None:
            raise NotReadable("header.message_ts is no instant with its time zone")
        if abs(at - self._now()) > FRESH:
            raise NotReadable("header.message_ts is not of now")


def _plain(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _object(value: Any, field: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotReadable(f"{field} is no object")
    return value


def _instant(said: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(said)
        return at.astimezone(UTC) if at.tzinfo is not None else None
    except (TypeError, ValueError, OverflowError):
        return None
