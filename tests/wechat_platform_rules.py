"""What the tests' WeChat refuses, in WeChat's words: error codes, menus, and the fields of subscribed messages.

The limits are those of https://developers.weixin.qq.com/doc/service/ (自定义菜单, 订阅通知, 全局返回码).
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

from tests.wechat_platform_state import Json

WORDS = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40007: "invalid media_id",
    40008: "invalid message type",
    40013: "invalid appid",
    40014: "invalid access_token",
    40016: "invalid button size",
    40017: "invalid button type",
    40018: "invalid button name size",
    40019: "invalid button key size",
    40020: "invalid button url size",
    40023: "invalid sub button size",
    40024: "invalid sub button type",
    40025: "invalid sub button name size",
    40026: "invalid sub button key size",
    40027: "invalid sub button url size",
    40037: "invalid template_id",
    40055: "invalid button url domain",
    40066: "invalid url",
    40125: "invalid appsecret",
    41001: "access_token missing",
    42001: "access_token expired",
    43001: "require GET method",
    43002: "require POST method",
    43004: "require subscribe",
    43101: "user refuse to accept the msg",
    44002: "empty post data",
    44004: "empty content",
    45002: "content size out of limit",
    45009: "reach max api daily quota limit",
    45015: "response out of time limit or subscription is canceled",
    45047: "out of response count limit",
    45072: "invalid command",
    46003: "menu no exist",
    47001: "data format error",
    47003: "argument invalid!",
}
TOP_BUTTONS = 3
SUB_BUTTONS = 5
NAME_BYTES = 16
SUB_NAME_BYTES = 40
KEY_BYTES = 128
URL_BYTES = 1024

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff·]"
DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})"
MINUTE = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
TIME = rf"(?:{DAY} ?)?{MINUTE}"
DATE = rf"{DAY}(?: ?{MINUTE})?"
FIELDS = {
    "thing": r".{1,20}",
    "const": r".{1,20}",
    "number": r"\d{1,32}(\.\d+)?",
    "letter": r"[A-Za-z]{1,32}",
    "symbol": r"[^\w\s]{1,5}",
    "character_string": r"[\x20-\x7e]{1,32}",
    "time": rf"{TIME}(~{TIME})?",
    "date": rf"{DATE}(~{DATE})?",
    "amount": r"[¥￥$€]?\d{1,10}(\.\d+)?元?",
    "phone_number": r"[-+0-9 ()]{1,17}",
    "car_number": rf"({HAN}|[A-Z0-9])[A-Z0-9]{{0,6}}({HAN}|[A-Z0-9])",
    "name": rf"(?=.*{HAN})({HAN}|[A-Za-z .]){{1,10}}|[A-Za-z .]{{1,20}}",
    "phrase": rf"{HAN}{{1,5}}",
}
"""What a value of each kind of field may be (参数值内容限制); a field is called by its kind and a number."""


class Refusal(Exception):
    """An answer with an error code (全局返回码)."""

    def __init__(self, errcode: int, more: str = "") -> None:
        super().__init__(errcode)
        self.errcode = errcode
        self.more = more

    def json(self) -> Json:
        words = f"{WORDS.get(self.errcode, 'error')} {self.more}".strip()
        return {"errcode": self.errcode, "errmsg": f"{words} rid: 00000000-made-up"}


def refuse(errcode: int, more: str = "") -> NoReturn:
    raise Refusal(errcode, more)


def check_menu(menu: Any) -> set[str]:
    """Refuses a menu the platform would not make; the keys it has."""
    buttons = menu.get("button") if isinstance(menu, dict) else None
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= TOP_BUTTONS:
        refuse(40016)
    keys: set[str] = set()
    for button in buttons:
        _check_name(button, NAME_BYTES, 40018)
        below = button.get("sub_button") or []
        if "type" not in button and not 1 <= len(below) <= SUB_BUTTONS:
            refuse(40023)
        if "type" in button:
            if below:
                refuse(40017)
            keys |= _check_action(button, 40017, 40019, 40020)
        for one in below:
            _check_name(one, SUB_NAME_BYTES, 40025)
            keys |= _check_action(one, 40024, 40026, 40027)
    return keys


def _check_name(button: Any, limit: int, errcode: int) -> None:
    if not isinstance(button, dict) or not _fits(button.get("name"), limit):
        refuse(errcode)


def _check_action(button: Json, of_type: int, of_key: int, of_url: int) -> set[str]:
    if button.get("type") == "click":
        if not _fits(button.get("key"), KEY_BYTES):
            refuse(of_key)
        return {button["key"]}
    if button.get("type") != "view":
        refuse(of_type)
    if not _fits(button.get("url"), URL_BYTES):
        refuse(of_url)
    if not re.match("https?://", button["url"]):
        refuse(40055)
    return set()


def _fits(value: Any, limit: int) -> bool:
    return isinstance(value, str) and 1 <= len(value.encode()) <= limit


def check_fields(declared: list[str], data: Any) -> dict[str, str]:
    """The values of a subscribed message; every field of its template and no other, each as its kind allows."""
    if not isinstance(data, dict):
        refuse(47003, "data")
    for name in declared:
        if name not in data:
            refuse(47003, f"data.{name}.value is empty")
    values = {}
    for name, given in data.items():
        value = given.get("value") if isinstance(given, dict) else None
        kind = name.rstrip("0123456789")
        if name not in declared or not isinstance(value, str) or not re.fullmatch(FIELDS[kind], value):
            refuse(47003, f"data.{name}.value invalid")
        values[name] = value
    return values
