"""The methods of the tests' WeChat under /cgi-bin: tokens, messages, media, menus. Used under the world's lock."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from tests import wechat_platform_rules as rules
from tests.wechat_platform_answers import TEXT_BYTES
from tests.wechat_platform_rules import refuse
from tests.wechat_platform_state import Grant, Json, Media, User, World
from tests.wechat_platform_tokens import Tokens

ESCAPED = re.compile(rb"(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4}")
OK: Json = {"errcode": 0, "errmsg": "ok"}


@dataclass(frozen=True)
class Given:
    """What came with a call."""

    query: Mapping[str, str]
    body: bytes

    def json(self) -> Json:
        """The body, which has to be an object in JSON and UTF-8."""
        if not self.body:
            refuse(44002)
        try:
            found = json.loads(self.body.decode())
        except ValueError:
            refuse(47001)
        if not isinstance(found, dict):
            refuse(47001)
        return found


@dataclass(frozen=True)
class Method:
    """How a method is called, and what does it; media come as they are."""

    verb: Literal["GET", "POST"]
    does: Callable[[Given], Json | Media]
    open: bool = False


class Methods:
    """By their path after /cgi-bin/."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.tokens = Tokens(world.clock)
        self.by_name = {
            "stable_token": Method("POST", self._stable_token, open=True),
            "token": Method("GET", self._token, open=True),
            "message/custom/send": Method("POST", self._send),
            "message/custom/typing": Method("POST", self._typing),
            "message/subscribe/bizsend": Method("POST", self._bizsend),
            "media/get": Method("GET", self._media),
            "menu/create": Method("POST", self._create_menu),
            "menu/get": Method("GET", self._get_menu),
            "menu/delete": Method("GET", self._delete_menu),
        }

    def call(self, verb: str, name: str, given: Given) -> Json | Media:
        """Does it, or raises the ``Refusal``."""
        method = self.by_name.get(name)
        if method is None:
            refuse(40066)
        if verb != method.verb:
            refuse(43001 if method.verb == "GET" else 43002)
        if not method.open:
            self.tokens.check(given.query.get("access_token"))
        return method.does(given)

    def _stable_token(self, given: Given) -> Json:
        return self.tokens.stable(self.world.account, given.json())

    def _token(self, given: Given) -> Json:
        return self.tokens.older(self.world.account, dict(given.query))

    def _send(self, given: Given) -> Json:
        asked = given.json()
        if ESCAPED.search(given.body):
            self.world.wrong("a customer message is written in escapes", str(asked.get("touser")))
            refuse(47001)
        user = self._follower(asked)
        if asked.get("msgtype") != "text":
            refuse(40008)
        text = (asked.get("text") or {}).get("content")
        if not isinstance(text, str) or not text:
            refuse(44004)
        if len(text.encode()) > TEXT_BYTES:
            refuse(45002)
        self._use_up(user)
        self.world.show(user, "custom", text)
        return OK

    def _typing(self, given: Given) -> Json:
        asked = given.json()
        self._follower(asked)
        if asked.get("command") not in ("Typing", "CancelTyping"):
            refuse(45072)
        return OK

    def _bizsend(self, given: Given) -> Json:
        asked = given.json()
        user = self._user(asked)
        template = asked.get("template_id")
        if template not in self.world.templates:
            refuse(40037)
        values = rules.check_fields(list(self.world.templates[template]), asked.get("data"))
        if not user.follower or user.accepted[template] < 1:
            refuse(43101)
        user.accepted[template] -= 1
        self.world.show(user, "subscribed", template, values)
        return OK

    def _media(self, given: Given) -> Media:
        found = self.world.media.get(given.query.get("media_id", ""))
        if found is None or found.until <= self.world.clock.now():
            refuse(40007)
        return found

    def _create_menu(self, given: Given) -> Json:
        menu = given.json()
        keys = rules.check_menu(menu)
        self.world.menu = {"button": menu["button"]}
        self.world.menu_keys |= keys  # phones keep an old menu for a while
        return OK

    def _get_menu(self, _: Given) -> Json:
        if self.world.menu is None:
            refuse(46003)
        return {"menu": self.world.menu}

    def _delete_menu(self, _: Given) -> Json:
        self.world.menu = None
        return OK

    def _user(self, asked: Json) -> User:
        user = self.world.users.get(str(asked.get("touser")))
        if user is None:
            refuse(40003)
        return user

    def _follower(self, asked: Json) -> User:
        user = self._user(asked)
        if not user.follower:
            refuse(43004)
        return user

    def _use_up(self, user: User) -> None:
        """One message of every grant that holds: what several actions allow does not add up."""
        grants: list[Grant] = [one for one in user.grants.values() if one.until > self.world.clock.now()]
        if not grants:
            refuse(45015)
        if all(one.left < 1 for one in grants):
            refuse(45047)
        for one in grants:
            one.left = max(one.left - 1, 0)
