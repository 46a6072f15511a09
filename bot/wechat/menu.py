"""The menu of the Official Account (公众号自定义菜单), out of what the place has in it and the words of a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.speech import LANGUAGES, Speech
from bot.wechat.reading import COMMAND, SERVICE
from flows.dialogue.asides import COMMANDS
from flows.language.flow import Flow
from flows.place import Place
from flows.words import Words

PAGE = "page"
"""The entry that opens the desk's page."""
MOST_HEADINGS, MOST_ENTRIES = 3, 5
HEADING_BYTES, ENTRY_BYTES, KEY_BYTES = 16, 40, 128
"""As UTF-8 has them (自定义菜单)."""


def menu_of(place: Place, speech: Speech, language: str, page: str | None) -> Mapping[str, Any]:
    """The menu as the platform takes it; ``page`` is the address that ``PAGE`` opens."""
    return {
        "button": [
            {
                "name": speech.render(Words(f"wechat-menu_{heading}"), language),
                "sub_button": [_button(entry, speech, language, page) for entry in entries],
            }
            for heading, entries in place.wechat_menu.items()
        ]
    }


def menu_faults(place: Place, flows: Mapping[str, Flow], speech: Speech) -> Iterator[str]:
    """Why the platform would not take the menu of a place, or nobody could use it; each a sentence that names the
    entry."""
    where = f"place {place.id}, wechat_menu"
    if len(place.wechat_menu) > MOST_HEADINGS:
        yield f"{where}: {len(place.wechat_menu)} headings, and there is room for {MOST_HEADINGS}"
    for heading, entries in place.wechat_menu.items():
        if not 1 <= len(entries) <= MOST_ENTRIES:
            yield f"{where}, {heading}: {len(entries)} entries; a heading has 1 to {MOST_ENTRIES}"
        for language in LANGUAGES:
            yield from _unfit(f"{where}, {heading}", Words(f"wechat-menu_{heading}"), HEADING_BYTES, speech, language)
        for entry in entries:
            at = f"{where}, {heading}, {entry}"
            if not _is_known(entry, flows):
                yield f"{at}: neither a service nor a command (command:person) nor {PAGE}"
                continue
            if len(_key(entry).encode()) > KEY_BYTES:
                yield f"{at}: more than {KEY_BYTES} bytes"
            for language in LANGUAGES:
                yield from _unfit(at, _label(entry, speech, language), ENTRY_BYTES, speech, language)


def _unfit(where: str, name: Words, limit: int, speech: Speech, language: str) -> Iterator[str]:
    if not speech.has(name.key, language):
        yield f"{where}: the message {name.key} is missing in {language}"
        return
    size = len(speech.render(name, language).encode())
    if size > limit:
        yield f"{where}: its name in {language} has {size} bytes, and there is room for {limit}"


def _is_known(entry: str, flows: Mapping[str, Flow]) -> bool:
    is_command = entry.startswith(COMMAND) and entry.removeprefix(COMMAND) in COMMANDS
    return entry in flows or entry == PAGE or is_command


def _button(entry: str, speech: Speech, language: str, page: str | None) -> Mapping[str, Any]:
    name = speech.render(_label(entry, speech, language), language)
    if entry == PAGE:
        return {"type": "view", "name": name, "url": page}
    return {"type": "click", "name": name, "key": _key(entry)}


def _key(entry: str) -> str:
    """What a tap says, as ``bot/wechat/reading.py`` reads it."""
    return entry if entry.startswith(COMMAND) else f"{SERVICE}{entry}"


def _label(entry: str, speech: Speech, language: str) -> Words:
    """What an entry is called: the service or command, by a shorter name where it has one."""
    if entry == PAGE:
        return Words("link-open_page")
    kind, name = ("command", entry.removeprefix(COMMAND)) if entry.startswith(COMMAND) else ("service", entry)
    shorter = f"bot-{name}" if kind == "command" else f"wechat-entry_{name}"
    return Words(shorter if speech.has(shorter, language) else f"{kind}-{name}")
