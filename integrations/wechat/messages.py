"""Messages and events of WeChat (接收普通消息, 接收事件推送), read from their XML, and the answer in words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from integrations.wechat.elements import Elements, cdata, elements
from integrations.wechat.envelope import MAX_XML
from integrations.wechat.faults import NotWechat, Why

Kind = Literal["text", "image", "voice", "video", "shortvideo", "location", "event", "other"]
KINDS: tuple[str, ...] = get_args(Kind)

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TIME = re.compile(r"[0-9]{1,10}")
_ID = re.compile(r"[0-9]{1,20}")
_VISIBLE = re.compile(r"[!-~]{1,256}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")
_ERROR = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True, repr=False)
class Location:
    """A place in degrees, as WeChat says it; which datum that is, it does not say."""

    latitude: float
    longitude: float
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a subscribed message (订阅通知) sent under this ``number``; ``error`` is 0 where it arrived."""

    number: str
    error: int


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """One message or event. What its kind does not have is None, and so is what is empty; words alone may be empty.

    ``sender`` is the openid and ``account`` the account's own id (原始ID); ``created_at`` counts seconds since 1970.
    ``media`` is what a picture, voice or film can be fetched by; ``recognised`` what WeChat heard (语音识别).
    A kind that is not known is ``other``.
    """

    kind: Kind
    sender: str
    account: str
    created_at: int
    id: str | None = None
    text: str | None = None
    media: str | None = None
    recognised: str | None = None
    location: Location | None = None
    event: str | None = None
    event_key: str | None = None
    sent: tuple[Sent, ...] = ()

    @property
    def key(self) -> str:
        """What the same message is known by when it comes again: its number, or a digest that names nobody."""
        if self.id is not None and self.kind != "event":
            return self.id
        sent = [each.number for each in self.sent]  # two may be told of within one second
        parts = [self.sender, str(self.created_at), self.event or self.kind, self.event_key or "", *sent]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def read_message(xml: str, account: str | None = None) -> Message:
    """The message; with ``account``, one to that account. Raises NotWechat."""
    found = elements(xml, MAX_XML)
    to = found.like("ToUserName", _NAME)
    if account is not None and to != account:
        raise NotWechat(Why.ANOTHER_ACCOUNT)
    said = found.needed("MsgType")
    kind = cast(Kind, said) if said in KINDS else "other"
    is_event, is_film = kind == "event", kind in ("video", "shortvideo")
    return Message(
        kind=kind,
        sender=found.like("FromUserName", _NAME),
        account=to,
        created_at=int(found.like("CreateTime", _TIME)),
        id=found.like("MsgId", _ID) if found.text("MsgId") is not None else None,
        text=found.needed("Content") if kind == "text" else None,
        media=found.like("MediaId", _VISIBLE) if is_film or kind in ("image", "voice") else None,
        recognised=(found.text("Recognition") or None) if kind == "voice" else None,
        location=_location(kind, found),
        event=found.like("Event", _VISIBLE) if is_event else None,
        event_key=(found.text("EventKey") or None) if is_event else None,
        sent=_sent(found) if is_event and found.text("Event") == "subscribe_msg_sent_event" else (),
    )


def text_answer(to: str, account: str, at: int, text: str) -> str:
    """An answer in words (被动回复文本消息) as XML; ``at`` counts seconds since 1970. What XML forbids is dropped."""
    return (
        f"<xml><ToUserName>{cdata(to)}</ToUserName><FromUserName>{cdata(account)}</FromUserName>"
        f"<CreateTime>{at}</CreateTime><MsgType>{cdata('text')}</MsgType><Content>{cdata(text)}</Content></xml>"
    )


def _location(kind: Kind, found: Elements) -> Location | None:
    """Where somebody is, chosen on a map or told by their phone (LOCATION). Raises NotWechat."""
    if kind == "location":
        return _place(found, "Location_X", "Location_Y", found.text("Label") or None)
    if kind == "event" and found.text("Event") == "LOCATION":
        return _place(found, "Latitude", "Longitude", None)
    return None


def _place(found: Elements, north: str, east: str, label: str | None) -> Location:
    """Raises NotWechat."""
    latitude, longitude = float(found.like(north, _DEGREES)), float(found.like(east, _DEGREES))
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise NotWechat(Why.MALFORMED, "degrees")
    return Location(latitude, longitude, label)


def _sent(found: Elements) -> tuple[Sent, ...]:
    """Raises NotWechat."""
    listed = found.each("SubscribeMsgSentEvent", "List")
    return tuple(Sent(each.like("MsgID", _VISIBLE), int(each.like("ErrorCode", _ERROR))) for each in listed)
