"""What a message or an event of WeChat says to the desk."""

from __future__ import annotations

from bot.channels.said import Said
from bot.wechat.refusals import ARRIVING, note_refusal
from flows.dialogue.asides import COMMANDS
from flows.incoming import Location
from flows.inputs.spoken import spoken
from integrations.wechat.messages import Message

SCENE = "qrscene_"
"""What stands before the scene of a code (带参数二维码), where who scanned it did not follow the account yet."""
COMMAND, SERVICE = "command:", "service:"
"""What the keys of the menu begin with."""
CRS = "gcj02"
"""The datum of places that are chosen on WeChat's map: it lies some hundred metres beside WGS 84."""
LONGEST_LABEL = 100

_BEGINS = frozenset({"subscribe", "SCAN", "CLICK"})


def read(message: Message, unsupported: str) -> Said | None:
    """What it says; None where nobody said anything. ``unsupported`` are the words that the platform puts in the place
    of what it does not pass on."""
    if message.kind == "event":
        return _event(message)
    if message.kind == "text":
        text = message.text or ""
        return Said(unfit="other") if text.strip() == unsupported else Said(text=text)
    if message.kind == "image" and message.media is not None:
        return Said(file=message.media)
    if message.recognised is not None:
        return Said(text=spoken(message.recognised), spoken=True)
    if message.kind == "voice":
        return Said(unfit="unheard")
    if message.location is not None:
        at = message.location
        return Said(location=Location(at.latitude, at.longitude, CRS, (at.label or "")[:LONGEST_LABEL]))
    return Said(unfit="other")


def _event(message: Message) -> Said | None:
    """Who follows, scans or taps the menu wants something; what the platform tells by the way, nobody said."""
    for sent in message.sent:
        if sent.error != 0:
            note_refusal(ARRIVING, sent.error)
    if message.event not in _BEGINS:
        return None
    key = (message.event_key or "").removeprefix(SCENE)
    command = key.removeprefix(COMMAND)
    if message.event == "CLICK" and key.startswith(COMMAND) and command in COMMANDS:
        return Said(choice=key)
    return Said(choice="start", payload=key.removeprefix(SERVICE) or None)
