"""``serve`` with the Official Account as a process of its own."""

from __future__ import annotations

from tests.desk_process import Desk
from tests.wechat_platform import Platform


class WeChatDesk(Desk):
    """That desk."""

    def __init__(self, platform: Platform, **settings: object) -> None:
        there = platform.account
        account = {
            "wechat_app_id": there.appid,
            "wechat_secret": there.secret,
            "wechat_token": there.token,
            "wechat_account": there.id,
            "wechat_api": platform.url,
            "wechat_key": None if there.mode == "plain" else there.aes_key,
        }
        super().__init__(public_url="http://127.0.0.1:9/", **account, **settings)
