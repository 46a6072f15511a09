"""Any register behind HTTP: one request for each person, put together and understood as a mapping says."""

from __future__ import annotations

import json
import re
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from flows.benefits.records import Registered
from integrations.platforms import JSON
from integrations.registers.asking import WHOLE_SECONDS, Asking
from integrations.registers.contract import NotReadable
from integrations.registers.mapping import ID_NUMBER, Fields, Place, Table, needs
from integrations.registers.reading import Reader, json_of

_HEADER = re.compile(r"[A-Za-z0-9-]{1,60}", re.ASCII)
_PATH = re.compile(r"(?:/[A-Za-z0-9._~/-]*)?(?:\?[A-Za-z0-9._~=&-]*)?", re.ASCII)
_OURS = frozenset({"authorization", "host", "content-length", "content-type", "connection", "transfer-encoding"})
_ASKED = re.compile(r"[0-9A-Z]{1,18}", re.ASCII)


class Request(Table):
    """What is asked: ``{id_number}`` stands in the body or in a header, never in the address, which others log."""

    method: Literal["POST", "GET"] = "POST"
    path: str = ""
    headers: dict[str, str] = Field(default={})
    body: dict[str, Any] = Field(default={})

    @field_validator("path")
    @classmethod
    def _plain(cls, path: str) -> str:
        if _PATH.fullmatch(path) is None:
            raise ValueError("must begin with / and be plain; the ID number belongs in the body or in a header")
        return path

    @field_validator("headers")
    @classmethod
    def _named(cls, headers: dict[str, str]) -> dict[str, str]:
        for name, value in headers.items():
            if _HEADER.fullmatch(name) is None or name.lower() in _OURS:
                raise ValueError(f"cannot have {name}; the token has a setting of its own")
            if not (value.isascii() and value.isprintable()):
                raise ValueError(f"{name} must be plain ASCII")
        return headers

    @model_validator(mode="after")
    def _asks(self) -> Request:
        try:
            body = json.dumps(self.body)
        except TypeError:  # TOML has days and times
            raise ValueError("body must be text, numbers, lists and tables") from None
        if self.method == "GET" and self.body:
            raise ValueError("GET has no body; the ID number belongs in a header")
        if ID_NUMBER not in body and not any(ID_NUMBER in value for value in self.headers.values()):
            raise ValueError(f"{ID_NUMBER} is neither in the body nor in a header")
        return self


class Answer(Table):
    """Where the person is in an answer, and what says that there is nobody: a status, or a code in the answer.

    ``code``: where the answer has a code of its own; ``fine`` are those of an answer as it should be.
    """

    person: Place
    nobody_status: list[int] = Field(default=[])
    code: Place | None = None
    fine: list[str] = Field(default=[])
    nobody: list[str] = Field(default=[])

    @model_validator(mode="after")
    def _codes(self) -> Answer:
        if (self.code is None) == bool(self.fine or self.nobody):
            raise ValueError("code and fine belong together")
        if self.code is not None and (not self.fine or set(self.fine) & set(self.nobody)):
            raise ValueError("fine and nobody must be different codes, and fine at least one")
        if any(status < 400 or status > 499 for status in self.nobody_status):
            raise ValueError("nobody_status must be from 400 to 499")
        return self


class HttpMapping(Fields):
    """The file of a register behind HTTP."""

    request: Request
    answer: Answer

    @model_validator(mode="after")
    def _whole(self) -> HttpMapping:
        if (missing := needs(self)) is not None:
            raise ValueError(missing)
        return self


class HttpRegister:
    """Asks for one person at a time."""

    def __init__(self, url: str, token: str | None, mapping: HttpMapping, whole_seconds: float = WHOLE_SECONDS) -> None:
        self._asking = Asking(url, token, whole_seconds)
        self._request, self._answer = mapping.request, mapping.answer
        self._reader = Reader(mapping)

    async def find(self, id_number: str) -> Registered | None:
        """Everything about the person of this ID number."""
        if _ASKED.fullmatch(id_number) is None:
            return None
        request = self._request
        headers = {name: value.replace(ID_NUMBER, id_number) for name, value in request.headers.items()}
        body = None
        if request.method == "POST":
            headers |= JSON
            body = json.dumps(_filled(request.body, id_number), ensure_ascii=False).encode()
        found = await self._asking.ask(request.method, request.path, headers, body, self._answer.nobody_status)
        return None if found is None else self._read(json_of(found), id_number)

    async def close(self) -> None:
        """Closes the connections."""
        await self._asking.close()

    def _read(self, plain: Any, id_number: str) -> Registered | None:
        answer = self._answer
        if answer.code is not None:
            said = answer.code.look(plain, "answer.code")
            code = str(said) if isinstance(said, int) and not isinstance(said, bool) else said
            if code in answer.nobody:
                return None
            if code not in answer.fine:
                raise NotReadable("answer.code is none of those that are fine")
        return self._reader.person(answer.person.look(plain, "answer.person"), id_number)


def _filled(template: Any, id_number: str) -> Any:
    """A body with the ID number put in, at whatever depth."""
    if isinstance(template, str):
        return template.replace(ID_NUMBER, id_number)
    if isinstance(template, dict):
        return {name: _filled(value, id_number) for name, value in template.items()}
    if isinstance(template, list):
        return [_filled(value, id_number) for value in template]
    return template
