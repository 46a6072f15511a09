"""The API does what its description says, whatever it is asked: schemathesis asks a served desk everything that the
description allows, and more. The desk's own pages, which it does not describe, break at nothing either."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.desk_process import Desk

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
STREAM = "GET /api/chat/stream"
"""With a token it has no end."""
SECONDS = 20
bounded = settings(
    max_examples=20,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)

CALLS = [
    "POST /api/chat/conversations",
    "POST /api/chat/links",
    "POST /api/chat/messages",
    "POST /api/chat/uploads",
    "GET /api/chat/pictures/{picture}",
    "GET /api/chat/history",
    STREAM,
    "POST /api/chat/seen",
    "DELETE /api/chat/conversations",
    "GET /api/chat/bookings/{number}/slip.pdf",
    "GET /api/chat/bookings/{number}/entry.ics",
    "GET /api/chat/bookings/{number}/code.svg",
    "GET /api/chat/bookings/{number}/invitation.svg",
    "GET /api/chat/letters/{number}/letter.pdf",
    "GET /api/chat/certificates/{number}/certificate.pdf",
    "GET /api/chat/benefits/{proof}/{mark}/payments.png",
    "GET /schemas/{name}.v1.json",
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
]


@pytest.fixture(scope="module")
def described(server: Desk) -> Any:
    """The description of a served desk."""
    return schemathesis.openapi.from_url(f"{server.url}/openapi.json")


@pytest.fixture
def token(server: Desk) -> str:
    """A conversation's."""
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        found: str = client.post("/api/chat/conversations").json()["token"]
        client.post(
            "/api/chat/messages", json={"id": "m0", "choice": "start"}, headers={"authorization": f"Bearer {found}"}
        )
        return found


def operations(described: Any) -> dict[str, Any]:
    """What is described, by method and path."""
    found = [each.ok() for each in described.get_all_operations()]
    return {f"{each.method.upper()} {each.path}": each for each in found}


def test_every_call_that_is_described_is_asked(described: Any) -> None:
    assert set(operations(described)) == set(CALLS)


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("call", CALLS)
def test_what_a_call_answers_is_as_described(described: Any, token: str, call: str, is_known: bool) -> None:
    operation = operations(described)[call]
    headers = {"authorization": f"Bearer {token}"} if is_known and call != STREAM else {"authorization": "Bearer x"}

    @bounded
    @given(case=operation.as_strategy() | operation.as_strategy(schemathesis.GenerationMode.NEGATIVE))
    def ask(case: Any) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS, timeout=SECONDS)

    ask()


def test_every_other_method_is_refused_with_those_there_are(server: Desk, described: Any) -> None:
    for call in CALLS:
        method, path = call.split(" ")
        answer = httpx.put(
            f"{server.url}{path.format(picture='p', number='n', name='case', proof='q', mark='m')}", trust_env=False
        )
        assert answer.status_code == 405
        assert method in answer.headers["allow"] or path == "/api/chat/conversations"
        assert answer.headers["content-type"] == "application/problem+json"
