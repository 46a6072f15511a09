"""What can be chosen under a message of the staff's bot: where a case may go, and how it may be closed."""

from __future__ import annotations

from bot.app import App
from bot.channels.rendering import Button
from bot.channels.sender import Rows
from bot.doing import destinations
from bot.handling import OUTCOMES
from flows.words import Words
from integrations.store.cases import Case

IN_A_ROW = 2


def passing(app: App, case: Case) -> Rows:
    """To whom it may be passed on (转办)."""
    return _rows([_button(app, words, f"to:{case.number}:{value}") for value, words in destinations(app.place, case)])


def closing(app: App, case: Case) -> Rows:
    """How it may be closed (办理结果)."""
    found = [(f"end:{case.number}:{outcome}", Words(f"desk-outcome_{outcome}")) for outcome in OUTCOMES]
    return _rows([_button(app, words, data) for data, words in found])


def _button(app: App, words: Words, data: str) -> Button:
    return Button(app.speech.render(words, app.settings.locale), data)


def _rows(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))
