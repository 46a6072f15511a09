"""The code of the day (签到码) of a post: four digits that hang at the site, the same all day, kept nowhere."""

from __future__ import annotations

from flows.volunteers.posts import Post, code_from
from integrations.privacy import Vault

PURPOSE = "post-code"


def code_of(vault: Vault, post: Post) -> int:
    """The code of a post on its day; on another day it is another one."""
    return code_from(vault.sign(PURPOSE, f"{post.number}\x1f{post.day.isoformat()}".encode()))
