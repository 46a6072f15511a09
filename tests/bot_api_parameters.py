"""The parameters of a call of the fake Telegram Bot API, read strictly."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from tests import bot_api_rules as rules
from tests.bot_api_records import Json
from tests.bot_api_rules import bad

SCOPES = (
    *("default", "all_private_chats", "all_group_chats", "all_chat_administrators"),
    *("chat", "chat_administrators", "chat_member"),
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a call, from the query, a form or JSON."""

    values: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError:
            bad(f"invalid {name} specified")

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "yes", "1")

    def object(self, name: str) -> Any:
        """A value that is JSON of its own, also where it came as a string."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            bad(f"can't parse {name} JSON object")

    def upload(self, name: str) -> Upload | None:
        """The file of a parameter, in its own part or in the part it names with attach://."""
        return self.files.get(self.text(name).removeprefix("attach://")) or self.files.get(name)


def text_of(given: Parameters) -> Json:
    arguments = (given.text("text"), given.text("parse_mode"), rules.TEXT_UNITS, "message is too long")
    text, entities = rules.formatted(*arguments)
    if not text:
        bad("message text is empty")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_of(given: Parameters) -> Json:
    arguments = (given.text("caption"), given.text("parse_mode"), rules.CAPTION_UNITS, "message caption is too long")
    text, entities = rules.formatted(*arguments)
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def scope_of(given: Parameters) -> tuple[str, str]:
    scope = given.object("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        bad("can't parse BotCommandScope: Unsupported type specified")
    return json.dumps(scope, sort_keys=True), language_of(given)


def language_of(given: Parameters) -> str:
    language = given.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        bad("invalid language code specified")
    return language
