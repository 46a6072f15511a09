"""What WeChat offers an Official Account to be called for: customer messages, subscribed messages, media, the menu."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx

from flows.errors import OutsideFault
from integrations.platforms import JSON, body_of, open_client
from integrations.privacy import Vault
from integrations.store.database import Database
from integrations.wechat.elements import sayable
from integrations.wechat.tokens import TokenKeeper

TIMEOUT_SECONDS = 8.0
"""Shorter than the lease of a bot: a request is over before another process may send."""
MEDIA_SECONDS = 60.0
"""For a picture over a slow line, which nothing is sent by."""
MOST_CONNECTIONS = 8
MOST_ANSWER = 64 * 1024
_TOKEN, _MOST_TOKEN_SECONDS = re.compile(r"[!-~]{1,512}"), 24 * 3600
"""What a token can be, and how long it can last."""

BUSY, MINUTE_LIMIT, DAY_LIMIT = -1, 45011, 45009
TOKEN_REFUSED = frozenset({40001, 40014, 42001})
ACCOUNT_REFUSED = frozenset({40002, 40013, 40125, 40164, 40243, 41001, 41002, 41004, 89501, 89503, 89506, 89507})
"""AppID or AppSecret (wrong, missing, frozen), or this server's address, which the account does not list (白名单).
Nothing of what was to be done is wrong."""
OUTSIDE_WINDOW, QUOTA_USED = 45015, 45047
NO_SUCH_MEDIA = 40007
NOT_AGREED = 43101
"""They did not agree to subscribed messages, or no more."""
NOBODY = frozenset({40003, 43004})
"""There is no such person, or they follow the account no more."""
MESSAGE_REFUSED = frozenset({40008, 40033, 44002, 44004, 45002, 47001, 87014})
"""Of a message itself: its kind, its characters, nothing in it, too long, not readable, against their rules."""


class WeChatRefusal(OutsideFault):
    """The platform answered with an error code; it did not do what it was asked for."""

    def __init__(self, code: int, *, retry_after: float | None = None) -> None:
        super().__init__(f"wechat: {code}", retry_after=retry_after)
        self.code = code


class WeChatApi:
    """The calls of one account. Everything raises OutsideFault; what the platform refused, WeChatRefusal."""

    def __init__(
        self,
        *,
        app_id: str,
        secret: str,
        url: str,
        database: Database,
        vault: Vault,
        clock: Callable[[], datetime],
    ) -> None:
        self._app_id = app_id
        self._secret = secret
        self._client = open_client(url, TIMEOUT_SECONDS, MOST_CONNECTIONS)
        self._tokens = TokenKeeper(
            name=f"wechat:{app_id}"[:40], database=database, vault=vault, clock=clock, ask=self._ask_for_token
        )

    async def say(self, openid: str, text: str) -> None:
        """A customer message (客服消息): five for each message of the person within 48 hours."""
        said = {"touser": openid, "msgtype": "text", "text": {"content": sayable(text)}}
        await self._post("/cgi-bin/message/custom/send", said)

    async def tell(self, openid: str, template: str, page: str | None, data: Mapping[str, str]) -> None:
        """A subscribed message (订阅通知): one for each time the person agreed to."""
        told: dict[str, Any] = {"touser": openid, "template_id": template}
        told["data"] = {name: {"value": value} for name, value in data.items()}
        if page is not None:
            told["page"] = page
        await self._post("/cgi-bin/message/subscribe/bizsend", told)

    async def make_menu(self, menu: Mapping[str, Any]) -> None:
        """The menu under the conversation (自定义菜单); clients show it within a day."""
        await self._post("/cgi-bin/menu/create", menu)

    async def media(self, media: str, most: int) -> bytes:
        """A picture somebody sent (临时素材), of ``most`` bytes. Raises TooLarge."""
        return await self._with_token("GET", "/cgi-bin/media/get", {"media_id": media}, None, most)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _post(self, path: str, said: Mapping[str, Any]) -> None:
        # As characters, not as \u escapes, which the platform would show as they are.
        body = json.dumps(said, ensure_ascii=False).encode()
        answer = await self._with_token("POST", path, {}, body, MOST_ANSWER)
        if "errcode" not in _read(answer):  # a page of somebody in between: nothing was done
            raise OutsideFault("wechat: answered what cannot be read")

    async def _with_token(
        self, method: str, path: str, params: Mapping[str, str], body: bytes | None, most: int
    ) -> bytes:
        token = await self._tokens.token()
        try:
            return await self._call(method, path, {**params, "access_token": token.value}, body, most)
        except WeChatRefusal as refusal:
            if refusal.code not in TOKEN_REFUSED:
                raise
        token = await self._tokens.token(refused=token)
        return await self._call(method, path, {**params, "access_token": token.value}, body, most)

    async def _call(self, method: str, path: str, params: Mapping[str, str], body: bytes | None, most: int) -> bytes:
        """The body of the answer, unless it tells of an error."""
        seconds = MEDIA_SECONDS if body is None else TIMEOUT_SECONDS
        headers = {} if body is None else JSON
        asked = self._client.stream(method, path, params=params, content=body, headers=headers)
        try:
            async with asyncio.timeout(seconds), asked as answer:  # in all: the client counts from piece to piece
                data = await body_of(answer, "wechat", most)
                is_told = method == "POST" or _is_told(answer.headers.get("content-type", ""))
        except (httpx.HTTPError, TimeoutError):  # its words hold the address, and that the token
            raise OutsideFault("wechat: does not answer") from None
        if is_told:
            _check(data)
        return data

    async def _ask_for_token(self, force: bool) -> tuple[str, timedelta]:
        asked = {"grant_type": "client_credential", "appid": self._app_id, "secret": self._secret}
        body = json.dumps({**asked, "force_refresh": force}).encode()
        found = _read(await self._call("POST", "/cgi-bin/stable_token", {}, body, MOST_ANSWER))
        token, lasts = found.get("access_token"), found.get("expires_in")
        is_token = isinstance(token, str) and _TOKEN.fullmatch(token) is not None
        if not is_token or not isinstance(lasts, int) or not 0 < lasts <= _MOST_TOKEN_SECONDS:
            raise OutsideFault("wechat: answered without a token")
        return str(token), timedelta(seconds=lasts)


def _is_told(content_type: str) -> bool:
    """Whether an answer is words rather than media."""
    return content_type.partition(";")[0].strip() in ("application/json", "text/plain", "")


def _check(answer: bytes) -> None:
    code = _read(answer).get("errcode", 0)
    if not isinstance(code, int):
        raise OutsideFault("wechat: answered what cannot be read")
    if code != 0:
        raise WeChatRefusal(code, retry_after=60.0 if code in (MINUTE_LIMIT, DAY_LIMIT) else None)


def _read(answer: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise OutsideFault("wechat: answered what cannot be read")
    return found
