"""The XML that the tests' WeChat posts and reads, and its signatures (wechatpy's)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from defusedxml.ElementTree import fromstring
from wechatpy.crypto import WeChatCrypto
from wechatpy.utils import WeChatSigner

from tests.wechat_platform_state import Account


def render(fields: Mapping[str, Any]) -> str:
    """Texts in CDATA, numbers bare, mappings within; a list repeats its element."""
    return f"<xml>{_inner(fields)}</xml>"


def _inner(fields: Mapping[str, Any]) -> str:
    return "".join(_element(name, value) for name, value in fields.items())


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    if isinstance(value, Mapping):
        return f"<{name}>{_inner(value)}</{name}>"
    if isinstance(value, str):
        split = value.replace("]]>", "]]]]><![CDATA[>")
        return f"<{name}><![CDATA[{split}]]></{name}>"
    return f"<{name}>{value}</{name}>"


def read(xml: str | bytes) -> dict[str, str]:
    """The elements under the root ``xml``, as texts; ``ValueError`` where it is none."""
    try:
        root = fromstring(xml)
    except Exception as error:  # ParseError is a SyntaxError; what is forbidden is a ValueError
        raise ValueError(f"no XML: {error}") from error
    if root.tag != "xml":
        raise ValueError(f"the root is {root.tag}")
    return {child.tag: child.text or "" for child in root}


def signature(*parts: str) -> str:
    """SHA-1 over the sorted parts."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return str(signer.signature)


def crypto(account: Account) -> Any:
    return WeChatCrypto(account.token, account.aes_key, account.appid)
