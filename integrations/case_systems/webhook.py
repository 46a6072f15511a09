"""A case system behind a signed webhook: CloudEvents 1.0 body, Standard Webhooks signature.

The body's ``data`` follows one of the published schemas in ``schemas``; ``webhook-id`` is the same on every attempt
and is the idempotency key. 2xx alone is success; 410 means the receiver wants no more of it; ``Retry-After`` is kept.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from cloudevents.core.bindings.http import to_structured_event
from cloudevents.core.v1.event import CloudEvent
from jsonschema import Draft202012Validator
from standardwebhooks import Webhook
from standardwebhooks.webhooks import EmptyWebhookSecretError

from flows.discretion import DISCREET
from flows.errors import OutsideFault, SettingsFault
from integrations.case_systems.contract import Attachment, CheckRequest, Report
from integrations.case_systems.volunteer_data import event_of
from integrations.store.cases import Case

MOST_CONNECTIONS = 8
TIMEOUT_SECONDS = 10.0
"""For each part of a request: connecting, sending, the next bytes of the answer, a free connection."""
WHOLE_SECONDS = 30.0
"""For all of it: a receiver that answers byte by byte ends within the lease of the work too."""
SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA, SCHEMA_URL = SCHEMAS / "case.v1.json", "urn:yizheng:schema:case:v1"
ATTACHMENT, ATTACHMENT_URL = SCHEMAS / "attachment.v1.json", "urn:yizheng:schema:attachment:v1"
CHECK, CHECK_URL = SCHEMAS / "check.v1.json", "urn:yizheng:schema:check:v1"


class WebhookSystem:
    """Posts each case to one URL. One client with few connections: its pool slows sharply beyond eight."""

    def __init__(self, url: str, secret: str, source: str, now: Callable[[], datetime]) -> None:
        """Raises SettingsFault when the secret is not one."""
        self._url = url
        try:
            self._webhook = Webhook(secret)
        except (ValueError, EmptyWebhookSecretError) as fault:
            raise SettingsFault("YIZHENG_WEBHOOK_SECRET must be whsec_ and a key in base64") from fault
        self._source = source
        self._now = now
        self._client = httpx.AsyncClient(
            timeout=TIMEOUT_SECONDS,
            limits=httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS),
            follow_redirects=False,
            trust_env=False,
        )

    async def file(self, case: Case, key: str) -> None:
        """Posts the case as an event of type ``yizheng.case.filed`` or ``.amended``."""
        kind = "yizheng.case.filed" if case.revision == 1 else "yizheng.case.amended"
        await self._post(_event(self._source, key, kind, case.number, case.filed_at, SCHEMA_URL, case_data(case)), key)

    async def attach(self, case: str, attachment: Attachment, key: str, at: datetime) -> None:
        """Posts a file of a case as an event of type ``yizheng.case.attachment``, its bytes in base64."""
        data = {
            "case": case,
            "name": attachment.name,
            "kind": attachment.kind,
            "media_type": attachment.media_type,
            "sha256": attachment.sha256,
            "content": base64.b64encode(attachment.data).decode("ascii"),
        }
        _sound(data, ATTACHMENT)
        await self._post(_event(self._source, key, "yizheng.case.attachment", case, at, ATTACHMENT_URL, data), key)

    async def check(self, request: CheckRequest, key: str, at: datetime) -> None:
        """Posts a request to verify as an event of type ``yizheng.check.requested``."""
        data = {
            "letter": request.letter,
            "digest": request.digest,
            "case": request.case,
            "people": [{"name": name, "id_number": number or None} for name, number in request.people],
        }
        _sound(data, CHECK)
        await self._post(_event(self._source, key, "yizheng.check.requested", request.case, at, CHECK_URL, data), key)

    async def report(self, report: Report, key: str, at: datetime) -> None:
        """Posts what was recorded of volunteers as an event of one of the types of ``volunteer_data``."""
        told = event_of(report)
        _sound(told.data, SCHEMAS / f"{told.schema}.v1.json")
        url = f"urn:yizheng:schema:{told.schema}:v1"
        await self._post(_event(self._source, key, told.type, told.subject, at, url, told.data), key)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _post(self, body: bytes, key: str) -> None:
        at = self._now()
        headers = {
            "content-type": "application/cloudevents+json; charset=utf-8",
            "webhook-id": key,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self._webhook.sign(key, at, body.decode()),
        }
        try:
            async with asyncio.timeout(WHOLE_SECONDS):
                answer = await self._client.post(self._url, content=body, headers=headers)
        except (httpx.HTTPError, TimeoutError) as fault:
            raise OutsideFault(f"the webhook does not answer: {type(fault).__name__}") from fault
        if answer.is_success:
            return
        raise OutsideFault(
            f"the webhook answered {answer.status_code}",
            retry_after=_retry_after(answer.headers.get("retry-after"), at),
            final=answer.status_code == httpx.codes.GONE,
        )


def _event(source: str, key: str, kind: str, subject: str, at: datetime, schema: str, data: Mapping[str, Any]) -> bytes:
    event = CloudEvent(
        {
            "id": key,
            "source": source,
            "type": kind,
            "specversion": "1.0",
            "time": at,
            "subject": subject,
            "datacontenttype": "application/json",
            "dataschema": schema,
        },
        dict(data),
    )
    body = to_structured_event(event).body
    return body if isinstance(body, bytes) else str(body).encode()


def case_data(case: Case) -> dict[str, Any]:
    """The case as the schema describes it. Raises OutsideFault (final) if it does not: nothing unsound leaves."""
    content = case.content
    data = {
        "number": case.number,
        "revision": case.revision,
        "service": case.service,
        "kind": case.kind,
        "ending": case.ending,
        "urgent": case.urgent,
        "filed_at": case.filed_at.astimezone(UTC).isoformat(),
        "place": content.get("place"),
        "language": content.get("language"),
        "verdict": content.get("verdict") or None,
        "findings": [finding["key"] for finding in content.get("findings", [])],
        "briefing": [words["key"] for words in content.get("briefing", [])],
        "township": case.township,
        "accepted_on": content.get("accepted_on"),
        "letter": content.get("letter"),
        "appointment": content.get("appointment"),
        "answers": [
            {
                **{name: answer[name] for name in ("step", "kind", "value", "typed", "at", "origin")},
                "confidential": answer["confidential"] or case.service in DISCREET,
            }
            for answer in content.get("answers", [])
        ],
        "erase": content.get("erase"),
    }
    _sound(data, SCHEMA)
    return data


def _sound(data: Mapping[str, Any], schema: Path) -> None:
    """Raises OutsideFault (final) for what does not follow its schema."""
    fault = next(_validator(schema).iter_errors(data), None)
    if fault is not None:
        where = "/".join(str(part) for part in fault.absolute_path) or "what is sent"
        raise OutsideFault(f"{where} does not follow the schema ({fault.validator})", final=True)


@cache
def _validator(schema: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def _retry_after(header: str | None, now: datetime) -> float | None:
    """``Retry-After`` in seconds, whether given as seconds or as a date."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - now).total_seconds())
    except (ValueError, TypeError):
        return None
