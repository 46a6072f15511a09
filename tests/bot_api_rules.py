"""What the fake Telegram refuses, in Telegram's words: texts, keyboards, commands, pictures, and floods.

The limits are those of https://core.telegram.org/bots/api and https://core.telegram.org/bots/faq (broadcasting).
"""

from __future__ import annotations

import io
import math
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

from PIL import Image, UnidentifiedImageError

from tests.bot_api_records import BotAccount, Chat, Json

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
ANSWER_UNITS = 200
DATA_BYTES = 64
LABEL_CHARACTERS = 64
BUTTONS = 100
BUTTONS_A_ROW = 8
COMMANDS = 100
PHOTO_BYTES = 10 * 1024**2
UPLOAD_BYTES = 50 * 1024**2
DOWNLOAD_BYTES = 20 * 1024**2
PHOTO_SIDE = 1280
TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "s": "strikethrough"}
TAGS |= {"code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link"}
ACTIONS = (
    *("typing", "choose_sticker", "find_location", "upload_photo", "upload_document", "record_voice", "upload_voice"),
    *("record_video", "upload_video", "record_video_note", "upload_video_note"),
)


class Refusal(Exception):
    """An answer that is not ok."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after

    def json(self) -> Json:
        shown: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return shown | ({"parameters": {"retry_after": self.retry_after}} if self.retry_after is not None else {})


def bad(why: str) -> NoReturn:
    raise Refusal(400, f"Bad Request: {why}")


def too_many(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after)


def units(text: str) -> int:
    """The length of a text as Telegram counts: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formatted(text: str, parse_mode: str | None, limit: int, too_long: str) -> tuple[str, list[Json]]:
    """A text as it is shown, and its entities; blanks around it are cut off. HTML is the only parse_mode here."""
    entities: list[Json] = []
    if parse_mode:
        if parse_mode.lower() != "html":
            bad("unsupported parse_mode")
        reader = _Html()
        reader.feed(text)
        reader.close()
        if reader.open:
            bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{reader.open[-1][0]}\"")
        text, entities = reader.text, reader.entities
    ended = text.rstrip()
    shown = ended.lstrip()
    cut = units(ended) - units(shown)
    for entity in entities:
        begin, end = max(entity["offset"] - cut, 0), min(entity["offset"] - cut + entity["length"], units(shown))
        entity |= {"offset": begin, "length": end - begin}
    if units(shown) > limit:
        bad(too_long)
    return shown, [entity for entity in entities if entity["length"] > 0]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Json] = []
        self.open: list[tuple[str, int, Json]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {len(self.text.encode())}')
        more = {"url": dict(attrs).get("href") or ""} if tag == "a" else {}
        self.open.append((tag, units(self.text), more))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            bad(f"can't parse entities: Unexpected end tag at byte offset {len(self.text.encode())}")
        _, begin, more = self.open.pop()
        self.entities.append({"type": TAGS[tag], "offset": begin, "length": units(self.text) - begin, **more})

    def handle_data(self, data: str) -> None:
        self.text += data


def checked_markup(markup: Any) -> Json | None:
    """A reply markup that Telegram takes; an empty inline keyboard is none."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        bad("object expected as reply markup")
    if markup.get("force_reply") is True or markup.get("remove_keyboard") is True:
        return markup
    if isinstance(markup.get("keyboard"), list):
        return markup
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        bad("can't parse reply keyboard markup JSON object")
    rows = [row for row in rows if row]
    if any(len(row) > BUTTONS_A_ROW for row in rows):  # clients would squeeze or break the row: never what was meant
        bad("REPLY_MARKUP_INVALID")
    if sum(map(len, rows)) > BUTTONS:
        bad("REPLY_MARKUP_TOO_LONG")
    shown = [[_checked_button(button) for button in row] for row in rows]
    return {"inline_keyboard": shown} if shown else None


def _checked_button(button: Any) -> Json:
    prefix = "can't parse inline keyboard button:"
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        bad(f'{prefix} Field "text" must be of type String')
    label = button["text"].strip()
    if not 1 <= len(label) <= LABEL_CHARACTERS:
        bad("BUTTON_TEXT_INVALID")
    actions = set(button) - {"text"}
    if not actions:
        bad(f"{prefix} Text buttons are unallowed in the inline keyboard")
    if actions == {"callback_data"}:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_BYTES:
            bad("BUTTON_DATA_INVALID")
        return {"text": label, "callback_data": data}
    if actions == {"url"}:
        url = button["url"]
        parts = urlsplit(url if isinstance(url, str) else "")
        if parts.scheme not in ("http", "https", "tg") or not parts.netloc:
            bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
        return {"text": label, "url": url}
    bad("BUTTON_TYPE_INVALID")


def checked_commands(commands: Any) -> list[Json]:
    """The commands of a setMyCommands."""
    if not isinstance(commands, list) or not all(isinstance(one, dict) for one in commands):
        bad("can't parse commands JSON object")
    if len(commands) > COMMANDS:
        bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not re.fullmatch("[a-z0-9_]{1,32}", str(one.get("command", "")).removeprefix("/")):
            bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description", "")).strip()) <= 256:
            bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands]


def photo_sizes(data: bytes) -> list[tuple[bytes, int, int]]:
    """A photo as Telegram makes it anew: JPEG without anything hidden in it, small and large, with width and height."""
    try:
        picture = Image.open(io.BytesIO(data)).convert("RGB")
    except (UnidentifiedImageError, OSError):
        bad("IMAGE_PROCESS_FAILED")
    if sum(picture.size) > 10_000 or max(picture.size) > 20 * min(picture.size):
        bad("PHOTO_INVALID_DIMENSIONS")
    sizes = []
    for side in (90, PHOTO_SIDE):
        copy = picture.copy()
        copy.thumbnail((side, side))
        file = io.BytesIO()
        copy.save(file, "JPEG", quality=87)
        sizes.append((file.getvalue(), *copy.size))
    return sizes


class Window(NamedTuple):
    """So many messages in so many Telegram seconds."""

    messages: int
    seconds: float


OVERALL = Window(30, 1)
PRIVATE = Window(1, 1)
GROUP = Window(20, 60)


@dataclass
class Flood:
    """Telegram's flood limits, strictly: any window of that length, no bursts. A refused message does not count.

    A new message counts against all of them, an edit not against the private chat's.
    """

    overall: Window = OVERALL
    private: Window = PRIVATE
    group: Window = GROUP
    _sent: dict[Any, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def spend(self, bot: BotAccount, chat: Chat, now: float, *, edit: bool = False) -> None:
        """Counts a message; refuses it with 429 when it is one too many."""
        limits: list[tuple[Any, Window]] = [(bot, self.overall)]
        if chat.type != "private":
            limits.append(((bot, chat), self.group))
        elif not edit:
            limits.append(((bot, chat), self.private))
        waits = [self._wait(key, window, now) for key, window in limits]
        if max(waits) > 0:
            raise too_many(max(1, math.ceil(max(waits))))
        for key, _ in limits:
            self._sent[key].append(now)

    def _wait(self, key: Any, window: Window, now: float) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= now - window.seconds:
            sent.popleft()
        return sent[-window.messages] + window.seconds - now if len(sent) >= window.messages else 0.0
