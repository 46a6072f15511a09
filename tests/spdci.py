"""The SPDCI social registry API 1.0.0 in tests: its field names, and a registry that speaks it and trusts nothing.

The schemas have the names, the required fields and the values of spdci/api-standards,
``release/yaml/social_api_v1.0.0.yaml`` at commit 4e1fd1ad0def50bcf7851e9888d4411ee7716df5 (2024-08-28), path
``/registry/sync/search``: ``MsgHeader_V1.0.0``, ``SearchRequest``, ``MsgCallbackHeader_V1.0.0``, ``SearchResponse``,
``SearchStatusReasonCode``. Everything there is not in them is refused here, so that a slip is seen.

The file says of ``signature`` only that it is over header and message, by the sender's key. A compact JSON Web
Signature over the JSON of both, ``kid`` the thumbprint of the key, is what opencrvs/dci-crvs-api makes and checks
(``packages/http-api/src/crypto/sign.ts`` and ``verify.ts`` at commit 1597be67160a895ed6032a3a9f63a3259b616a39).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from jsonschema import Draft202012Validator, FormatChecker

from tests.register_server import Asked, Reply, as_json

_TEXT = {"type": "string", "maxLength": 99, "minLength": 1}
_AT = {"type": "string", "format": "date-time"}
_STATUS = {"enum": ["rcvd", "pdng", "succ", "rjct"]}
_PAGES = {"page_size": {"type": "integer"}, "page_number": {"type": "integer"}}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


REQUEST = _object(
    "header message",
    signature={"type": "string"},
    header=_object(
        "message_id message_ts action sender_id total_count",
        version={"const": "1.0.0"},
        message_id=_TEXT,
        message_ts=_AT,
        action={"const": "search"},
        sender_id=_TEXT,
        sender_uri={"type": "string", "format": "uri"},
        receiver_id=_TEXT,
        total_count={"type": "integer"},
        is_msg_encrypted={"type": "boolean"},
        meta={"type": "object"},
    ),
    message=_object(
        "transaction_id search_request",
        transaction_id=_TEXT,
        search_request={
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": _object(
                "reference_id timestamp search_criteria",
                reference_id=_TEXT,
                timestamp=_AT,
                search_criteria=_object(
                    "query_type query",
                    version={"const": "1.0.0"},
                    reg_event_type={"enum": ["REGISTER", "NewHouseHoldMember"]},
                    query_type={"const": "idtype-value"},
                    response_entity={"enum": ["Group", "Member"]},
                    query=_object("type value", type=_TEXT, value=_TEXT),
                    pagination=_object("page_size", **_PAGES),
                    consent={"type": "object"},
                    authorize={"type": "object", "required": ["ts", "purpose"]},
                ),
                locale={"type": "string"},
            ),
        },
    ),
)
"""What is asked."""

RESPONSE = _object(
    "header",
    signature={"type": "string"},
    header=_object(
        "message_id message_ts action status",
        version={"const": "1.0.0"},
        message_id=_TEXT,
        message_ts=_AT,
        action={"const": "on-search"},
        status=_STATUS,
        total_count={"type": "integer"},
        completed_count={"type": "integer"},
        sender_id=_TEXT,
        receiver_id=_TEXT,
        is_msg_encrypted={"type": "boolean"},
    ),
    message=_object(
        "transaction_id correlation_id search_response",
        transaction_id=_TEXT,
        correlation_id=_TEXT,
        search_response={
            "type": "array",
            "items": _object(
                "reference_id timestamp status",
                reference_id=_TEXT,
                timestamp=_AT,
                status=_STATUS,
                status_reason_code={"type": "string", "pattern": r"^rjct\."},
                data=_object("reg_records", version={"const": "1.0.0"}, reg_records={"type": "array"}),
                pagination=_object("page_size page_number total_count", **_PAGES, total_count={"type": "integer"}),
            ),
        },
    ),
)
"""What is answered."""


def encoded(data: bytes) -> str:
    """base64url without padding, as in RFC 7515."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def signed(payload: Any, key: Ed25519PrivateKey | RSAPrivateKey, **head: Any) -> str:
    """A compact JSON Web Signature, put together by hand."""
    algorithm = "EdDSA" if isinstance(key, Ed25519PrivateKey) else "RS256"
    first = ".".join(encoded(json.dumps(each).encode()) for each in ({"alg": algorithm, **head}, payload))
    if isinstance(key, Ed25519PrivateKey):
        return f"{first}.{encoded(key.sign(first.encode()))}"
    return f"{first}.{encoded(key.sign(first.encode(), padding.PKCS1v15(), SHA256()))}"


def follows(plain: Any, schema: Mapping[str, Any]) -> bool:
    """Whether it does; says what does not."""
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(plain)
    return True


@dataclass
class Registry:
    """Answers by ``people``; ``change`` spoils an answer before it is signed, ``after`` when it is."""

    now: Callable[[], datetime]
    people: dict[str, Any]
    key: Ed25519PrivateKey | RSAPrivateKey | None = None
    change: Callable[[dict[str, Any]], None] = lambda _: None
    after: Callable[[dict[str, Any]], None] = lambda _: None
    asked: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Reply:
        """The answer to a request, which has to follow the standard."""
        assert (asked.method, asked.path) == ("POST", "/base/registry/sync/search")
        request = json.loads(asked.body)
        assert follows(request, REQUEST)
        self.asked.append(request)
        one = request["message"]["search_request"][0]
        found = self.people.get(one["search_criteria"]["query"]["value"])
        at = self.now().isoformat()
        answer: dict[str, Any] = {
            "header": {
                "version": "1.0.0",
                "message_id": "m-1",
                "message_ts": at,
                "action": "on-search",
                "status": "succ",
                "total_count": 1,
                "completed_count": 1,
                "sender_id": "social.example.org",
                "receiver_id": "desk.example.org",
                "is_msg_encrypted": False,
            },
            "message": {
                "transaction_id": request["message"]["transaction_id"],
                "correlation_id": "c-1",
                "search_response": [
                    {
                        "reference_id": one["reference_id"],
                        "timestamp": at,
                        "status": "succ",
                        "data": {"version": "1.0.0", "reg_records": [] if found is None else [found]},
                        "pagination": {"page_size": 2, "page_number": 1, "total_count": int(found is not None)},
                    }
                ],
            },
        }
        assert follows(answer, RESPONSE)
        self.change(answer)
        if self.key is not None:
            answer = {"signature": signed(answer, self.key), **answer}
        self.after(answer)
        return as_json(answer)
