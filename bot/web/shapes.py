"""The shapes of the chat API: what comes in and what goes out, as OpenAPI describes them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from integrations.documents.signature import HEIGHT, MOST_POINTS, MOST_STROKES, WIDTH

MAX_TEXT = 4000
MAX_CHOICE = 400

MessageId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._~-]+$")]
Kind = Literal[
    "choice",
    "many",
    "text",
    "name",
    "id_number",
    "phone",
    "date",
    "number",
    "money",
    "photo",
    "place",
    "slot",
    "signature",
    "confirm",
]


STROKES: dict[str, Any] = {
    "type": "array",
    "description": f"The strokes of a drawn signature, each as points [x, y]; at most {MOST_POINTS} points in all "
    "and 64 KiB as a whole. Anything else is refused with 422 (413), and the question stays open.",
    "minItems": 1,
    "maxItems": MOST_STROKES,
    "items": {
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "array",
            "prefixItems": [
                {"type": "integer", "minimum": 0, "maximum": WIDTH},
                {"type": "integer", "minimum": 0, "maximum": HEIGHT},
            ],
            "minItems": 2,
            "maxItems": 2,
        },
    },
}


class Begin(BaseModel):
    """Begins a conversation. Its language is that of the first message's ``Accept-Language``."""

    model_config = ConfigDict(extra="forbid")


class Begun(BaseModel):
    """The conversation's bearer token."""

    token: str


class Link(BaseModel):
    """A code that leads on with a conversation from elsewhere: of a link (26 characters), or typed (8).

    It works once. The same code with the same ``id`` (random, at least 16 characters) is the same try for five minutes:
    who did not hear the answer asks again.
    """

    model_config = ConfigDict(extra="forbid")
    code: Annotated[str, Field(pattern=r"^[0-9A-Z]{8}([0-9A-Z]{18})?$", max_length=26)]
    id: Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[A-Za-z0-9._~-]+$")] | None = None


class Message(BaseModel):
    """One message: what was typed, the value of the option tapped (several of a ``many`` joined by commas), or a
    signature that was drawn.

    The same ``id`` again is the same message: it gets the same replies and does nothing a second time.
    """

    model_config = ConfigDict(extra="forbid")
    id: MessageId
    text: Annotated[str, Field(json_schema_extra={"maxLength": MAX_TEXT})] | None = None
    """Its length is looked at after danger was: a long cry for help is answered too."""
    choice: Annotated[str, Field(max_length=MAX_CHOICE)] | None = None

    signature: Annotated[Any, Field(json_schema_extra=STROKES)] = None
    """Read strictly when the message is taken: what is wrong with it is said."""

    @model_validator(mode="after")
    def _one_of_them(self) -> Message:
        if [self.text, self.choice, self.signature].count(None) != 2:
            raise ValueError("text, choice or signature, one of them")
        return self


class Seen(BaseModel):
    """Up to where a conversation was seen: the id of the last message of the history or the stream that is shown."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(min_length=1, max_length=80)]


class Choice(BaseModel):
    """One option of a question."""

    value: str
    label: str
    detail: str | None = None


class Input(BaseModel):
    """How the open question may be answered: by one of the choices, or by text fit for ``kind``."""

    kind: Kind
    choices: list[Choice]


class Receipt(BaseModel):
    """The receipt of a case or a booking; ``lines`` are pairs of a label and its words."""

    number: str
    title: str
    lines: list[tuple[str, str]]


class SummaryLine(BaseModel):
    """One answer read back; ``change`` is the value of the choice that opens its question again."""

    label: str
    value: str
    change: str | None


class Summary(BaseModel):
    """The summary of a confirmation in parts; ``text`` says the same in one piece."""

    before: str
    lines: list[SummaryLine]
    after: str


class Attachment(BaseModel):
    """Something to open: a telephone number to call (``tel:``), a document of a booking (``/api/chat/bookings/…``) or a
    letter (``/api/chat/letters/…``), a certificate (``/api/chat/certificates/…``), a picture of payments
    (``/api/chat/benefits/…``), which are fetched with the conversation's token, a link for somebody else to sign a
    letter with (``/#sign=…``), or one that goes on with the conversation in Telegram
    (``https://t.me/…``)."""

    url: str
    label: str


class ReplyOut(BaseModel):
    """One message of the desk. ``key`` is its message id in ``locales/``."""

    key: str
    text: str
    input: Input | None
    receipt: Receipt | None = None
    summary: Summary | None = None
    attachments: list[Attachment] | None = None
    confidential: bool = False
    """A page does not read it aloud unasked. What was asked in confidence is shown now only: the history hides it."""


class Replies(BaseModel):
    """The replies of one turn and the conversation's language."""

    replies: list[ReplyOut]
    language: str


class Said(BaseModel):
    """One earlier message with its replies; ``said`` is null for what nobody typed or tapped (a notice)."""

    id: str
    said: str | None
    replies: list[ReplyOut]


class History(BaseModel):
    """The transcript, oldest first, and the conversation's language."""

    messages: list[Said]
    language: str
