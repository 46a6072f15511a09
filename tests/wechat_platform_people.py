"""The people's side of the tests' WeChat: what they send and tap, and what they see.

Everything here may be called from any thread, also inside a running loop: it only takes the world's lock for a moment.
``wait_for`` alone waits; in a running loop use ``Platform.eventually``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.wechat_platform_state import Shown, Update, User, World

PATIENCE = 10.0
"""Real seconds that is waited for what has to happen."""
EVENT_MESSAGES, EVENT_SECONDS = 3, 60
"""Customer messages that a menu click, a follow or a scan allows, and for how long (客服消息, 下发额度)."""
UNSUPPORTED = "【收到不支持的消息类型，暂无法显示】"
"""What the platform makes of a sticker."""
TYPED_BYTES = 2048


class Person:
    """Somebody with WeChat. What they do is posted to the desk at once, in their order."""

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    @property
    def openid(self) -> str:
        return self.user.openid

    @property
    def messages(self) -> list[Shown]:
        """What they see, in order: answers, customer and subscribed messages, the platform's error line."""
        with self.world.news:
            return list(self.user.shown)

    @property
    def texts(self) -> list[str]:
        return [shown.text for shown in self.messages]

    def wait_for(self, count: int, seconds: float = PATIENCE) -> list[Shown]:
        """Waits until they see at least so many; blocks."""
        with self.world.news:
            enough = self.world.news.wait_for(lambda: len(self.user.shown) >= count, seconds)
            assert enough, f"{count} were to be seen, and there are {[(s.kind, s.text) for s in self.user.shown]}"
            return list(self.user.shown)

    # Messages

    def says(self, text: str) -> Update:
        assert 1 <= len(text.encode()) <= TYPED_BYTES, "WeChat's apps do not send such a text"
        return self._sends("text", {"Content": text})

    def shows_picture(self, data: bytes, mime: str = "image/jpeg") -> Update:
        media_id = self._keep(data, mime)
        return self._sends("image", {"PicUrl": f"http://mmbiz.qpic.cn/{media_id}/0", "MediaId": media_id})

    def speaks(self, recognition: str | None = None, data: bytes = b"#!AMR\nmade-up") -> Update:
        """A voice message, with the words WeChat heard where the account has that switched on."""
        heard = {} if recognition is None else {"Recognition": recognition}
        return self._sends("voice", {"MediaId": self._keep(data, "audio/amr"), "Format": "amr", **heard})

    def shares_location(self, latitude: float, longitude: float, label: str = "") -> Update:
        """A place; Location_X is the latitude."""
        return self._sends("location", {"Location_X": latitude, "Location_Y": longitude, "Scale": 15, "Label": label})

    def sends_video(self, data: bytes = b"made-up") -> Update:
        media = {"MediaId": self._keep(data, "video/mp4"), "ThumbMediaId": self._keep(data, "image/jpeg")}
        return self._sends("video", media)

    def sends_sticker(self) -> Update:
        """Reaches a desk as a text that says so."""
        return self._sends("text", {"Content": UNSUPPORTED})

    def sends_link(self, title: str, description: str, url: str) -> Update:
        return self._sends("link", {"Title": title, "Description": description, "Url": url})

    def sends_unknown(self, kind: str = "made-up-kind", fields: Mapping[str, Any] | None = None) -> Update:
        """A kind of message that there may be one day."""
        return self._sends(kind, fields or {})

    # Events

    def clicks(self, key: str) -> Update:
        """Taps a menu button of the kind ``click``: of the menu there is, or of an older one their phone still has."""
        self._follows()
        with self.world.change():
            assert not self.world.menu_keys or key in self.world.menu_keys, f"no menu ever had {key!r}"
            return self._acts("CLICK", {"EventKey": key})

    def opens(self, url: str) -> Update:
        """Taps a menu button of the kind ``view``; it allows no customer messages."""
        self._follows()
        with self.world.change():
            return self.world.event(self.user, "VIEW", {"EventKey": url})

    def follows(self, scene: str | None = None) -> Update:
        """Begins to follow the account (关注), perhaps by a QR code with a scene."""
        assert not self.user.follower, "they follow already"
        with self.world.change():
            self.user.follower = True
            scanned = {"EventKey": ""} if scene is None else {"EventKey": f"qrscene_{scene}", "Ticket": _ticket(scene)}
            return self._acts("subscribe", scanned)

    def unfollows(self) -> Update:
        """Ends it (取消关注); what they had accepted ends with it."""
        self._follows()
        with self.world.change():
            self.user.follower = False
            self.user.grants.clear()
            self.user.accepted.clear()
            return self.world.event(self.user, "unsubscribe", {"EventKey": ""})

    def scans(self, scene: str) -> Update:
        """Scans the account's QR code with a scene; who does not follow yet does so by it."""
        if not self.user.follower:
            return self.follows(scene)
        with self.world.change():
            return self._acts("SCAN", {"EventKey": scene, "Ticket": _ticket(scene)})

    def subscribes_to(self, template: str) -> Update:
        """Accepts one message of a template in the dialog (订阅通知)."""
        return self._answers_popup(template, "accept")

    def declines(self, template: str) -> Update:
        """Says no in that dialog."""
        return self._answers_popup(template, "reject")

    def _answers_popup(self, template: str, status: str) -> Update:
        self._follows()
        with self.world.change():
            assert template in self.world.templates, "the account has no such template"
            if status == "accept":
                self.user.accepted[template] += 1
            one = {"TemplateId": template, "SubscribeStatusString": status, "PopupScene": "2"}
            return self.world.event(self.user, "subscribe_msg_popup_event", {"SubscribeMsgPopupEvent": {"List": [one]}})

    def _follows(self) -> None:
        assert self.user.follower, "they do not follow the account"

    def _acts(self, event: str, fields: Mapping[str, Any]) -> Update:
        self.world.grant(self.user, event, EVENT_MESSAGES, EVENT_SECONDS)
        return self.world.event(self.user, event, fields)

    def _sends(self, kind: str, fields: Mapping[str, Any]) -> Update:
        with self.world.change():
            return self.world.message(self.user, kind, fields)

    def _keep(self, data: bytes, mime: str) -> str:
        with self.world.news:
            return self.world.keep(data, mime)


def _ticket(scene: str) -> str:
    return f"made-up-ticket-{scene}"
