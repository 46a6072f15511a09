"""What is wrong with something that says it comes from WeChat, in words that carry nothing of what stands in it."""

from __future__ import annotations

from enum import StrEnum

from flows.errors import YizhengError


class Why(StrEnum):
    """Why it is refused: what a log line and a counter may say."""

    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    DOCTYPE = "doctype"
    SIGNATURE = "signature"
    STALE = "stale"
    UNENCRYPTED = "unencrypted"
    UNDECRYPTABLE = "undecryptable"
    REPLAYED = "replayed"
    ANOTHER_ACCOUNT = "another_account"


class NotWechat(YizhengError):
    """What came is no message of WeChat to this account; ``what`` is a word of ours about it, never one of theirs."""

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(f"no message of WeChat to this account: {why}" + (f", {what}" if what else ""))
        self.why = why
