"""Replies as the chat API shows them: text in the conversation's language, and how the question may be answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.speech import Speech
from flows.language.steps import SKIPPABLE_KINDS
from flows.place import Place
from flows.words import Asking, Option, Reply, Value, Words
from integrations.store.conversations import Entry

_ON_THE_RECEIPT = ("service", "day", "time", "ticket", "office", "address", "phone")


class Renderer:
    """Puts replies into JSON."""

    def __init__(self, speech: Speech, place: Place) -> None:
        self._speech = speech
        self._numbers = sorted(set(place.numbers.values()))

    def replies(self, replies: Sequence[Reply], language: str) -> list[dict[str, Any]]:
        """Every reply of a turn."""
        return [self.reply(reply, language) for reply in replies]

    def reply(self, reply: Reply, language: str) -> dict[str, Any]:
        """One reply: ``key``, ``text``, ``input`` and, where there are any, ``receipt`` and ``attachments``."""
        shown: dict[str, Any] = {
            "key": reply.words.key,
            "text": self._speech.render(reply.words, language),
            "input": None if reply.asking is None else self._input(reply.asking, language),
        }
        if reply.receipt:
            shown["receipt"] = self._receipt(reply, language)
        if reply.words.key.startswith("danger-"):
            called = [number for number in self._numbers if number in shown["text"]]
            shown["attachments"] = [{"url": f"tel:{number}", "label": number} for number in called]
        return shown

    def entry(self, entry: Entry, language: str) -> dict[str, Any]:
        """One entry of the log, for a page that is opened again."""
        return {
            "id": entry.message,
            "said": self._said(entry.said, language),
            "replies": self.replies(entry.replies, language),
        }

    def text(self, key: str, language: str) -> str:
        """A message without arguments."""
        return self._speech.render(Words(key), language)

    def _input(self, asking: Asking, language: str) -> dict[str, Any]:
        choices = [self._choice(option, language) for option in asking.options]
        shown: dict[str, Any] = {"kind": asking.kind, "choices": choices}
        if asking.kind in SKIPPABLE_KINDS and choices:
            shown["skip"] = choices[0]
        return shown

    def _choice(self, option: Option, language: str) -> dict[str, str]:
        shown = {"value": option.value, "label": self._speech.render(option.label, language)}
        if option.detail is not None:
            shown["detail"] = self._speech.render(option.detail, language)
        return shown

    def _receipt(self, reply: Reply, language: str) -> dict[str, Any]:
        lines = [
            [self.text(f"receipt-{name}", language), self._speech.render(Words("verbatim", {"text": value}), language)]
            for name in _ON_THE_RECEIPT
            if (value := reply.words.args.get(name)) not in (None, "")
        ]
        return {"number": reply.receipt, "title": self.text("receipt-title", language), "lines": lines}

    def _said(self, said: Value, language: str) -> str | None:
        if isinstance(said, Words):
            return self._speech.render(said, language)
        return said if isinstance(said, str) else None
