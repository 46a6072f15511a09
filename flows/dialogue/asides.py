"""The desk's own questions and the commands that work everywhere, whatever service is open."""

from __future__ import annotations

WISH = "wish"
"""Which service was meant: an aside that carries those it offers (``wish:reissue,marriage``)."""

ASIDES: dict[str, tuple[str, ...]] = {
    "cancel": ("no", "yes"),
    "language": ("zh-Hans", "zh-Hant", "en"),
    "info": ("done", "erase"),
    "erase": ("no", "yes"),
    "score": ("s1", "s2", "s3", "s4", "s5", "skip"),
    "remark": ("skip",),
    WISH: ("no",),
}
"""Question → options; the question is the message ``aside-<name>``, its options are that message's attributes."""

COMMANDS: tuple[str, ...] = (
    "back",
    "cancel",
    "menu",
    "help",
    "person",
    "language",
    "info",
    "exit",
    "resume",
    "take_back",
    "supply",
    "rate",
    "link",
    "told_here",
)
"""返回 取消 菜单 帮助 转人工 语言 我的信息 快速退出 继续办理 不用人工了 补材料 评价 换个地方办 提醒发到这里:
the messages ``command-<name>``, with more in ``.words``."""
