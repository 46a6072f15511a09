"""What is kept of one conversation between two turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.language.answers import Run, run_from_plain, run_to_plain

MAX_DEPTH = 3
PAGE = "page"
"""Where a person is told what comes later: at the page, by no push channel."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The stack of services begun (the last is open), and what is open above it.

    ``aside`` is a question of the desk itself over the open one (menu, really cancel?, language, which of these is
    meant? …): an answer to it is taken, anything else closes it. ``misses`` counts misunderstandings in a row.
    ``handoff`` is the number of the ticket while a person is asked for: the stack stands still. ``attended``: a clerk
    has taken it on, and answers; ``alarmed``: it is one of danger. ``danger`` is that ticket for as long as it is
    open, ``ticket`` the last other one. ``wanted`` is the case for which something is missing (补正), ``to_score`` the
    last ticket that was closed and has no score yet (好差评).

    ``chat`` is the chat of a push channel where the person was last (None: at the page); ``visiting``: they are at the
    page for a question that is not asked there, and go on in the chat. ``told_at``: where they wish to be told what
    comes later, a chat or ``PAGE``, wherever they were last.

    ``offered`` are the mark of the open question and its options as they were shown, where a look-up brings them: a
    number that is typed means the one that was shown with it, whatever has gone or come since.
    """

    id: str
    language: str
    stack: tuple[Run, ...] = ()
    aside: str | None = None
    misses: int = 0
    last_fault: str | None = None
    handoff: str | None = None
    attended: bool = False
    alarmed: bool = False
    danger: str | None = None
    ticket: str | None = None
    wanted: str | None = None
    to_score: str | None = None
    greeted: bool = False
    chat: str | None = None
    visiting: bool = False
    told_at: str | None = None
    offered: tuple[str, ...] = ()

    @property
    def top(self) -> Run | None:
        """The open run, or None when the menu is open."""
        return self.stack[-1] if self.stack else None

    @property
    def told_in(self) -> str | None:
        """The chat where what comes later is told; None at the page."""
        chat = self.told_at or self.chat
        return None if chat == PAGE else chat


def conversation_to_plain(conversation: Conversation) -> dict[str, Any]:
    """The JSON form of a conversation, before it is encrypted."""
    return {
        "language": conversation.language,
        "stack": [run_to_plain(run) for run in conversation.stack],
        "aside": conversation.aside,
        "misses": conversation.misses,
        "last_fault": conversation.last_fault,
        "handoff": conversation.handoff,
        "attended": conversation.attended,
        "alarmed": conversation.alarmed,
        "danger": conversation.danger,
        "ticket": conversation.ticket,
        "wanted": conversation.wanted,
        "to_score": conversation.to_score,
        "greeted": conversation.greeted,
        "chat": conversation.chat,
        "visiting": conversation.visiting,
        "told_at": conversation.told_at,
        "offered": list(conversation.offered),
    }


def conversation_from_plain(conversation: str, plain: Mapping[str, Any]) -> Conversation:
    """The conversation behind its JSON form."""
    return Conversation(
        id=conversation,
        language=plain["language"],
        stack=tuple(run_from_plain(run) for run in plain["stack"]),
        aside=plain["aside"],
        misses=plain["misses"],
        last_fault=plain["last_fault"],
        handoff=plain["handoff"],
        attended=plain.get("attended", False),
        alarmed=plain.get("alarmed", False),
        danger=plain.get("danger"),
        ticket=plain.get("ticket"),
        wanted=plain.get("wanted"),
        to_score=plain.get("to_score"),
        greeted=plain["greeted"],
        chat=plain.get("chat"),
        visiting=plain.get("visiting", False),
        told_at=plain.get("told_at"),
        offered=tuple(plain.get("offered", ())),
    )
