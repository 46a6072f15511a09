"""The XML of WeChat: a root ``xml`` whose elements stand there once each. What XML can be abused for is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from integrations.wechat.faults import NotWechat, Why

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # the type alone; defusedxml parses

MAX_ELEMENTS = 256
MAX_DEPTH = 8
"""Events of WeChat go five deep."""

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in XML 1.0 (section 2.2, Char), not even escaped."""


def elements(text: str, most_bytes: int) -> Elements:
    """The elements below the root. Raises NotWechat."""
    size = len(text.encode(errors="replace"))
    if size > most_bytes:
        raise NotWechat(Why.TOO_LARGE)
    try:
        root = fromstring(text, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise NotWechat(Why.DOCTYPE) from None
    except (ParseError, ValueError):
        raise NotWechat(Why.MALFORMED, "no XML") from None
    if root.tag != "xml":
        raise NotWechat(Why.MALFORMED, "another root")
    _limit(root)
    return Elements.below(root)


def sayable(text: str) -> str:
    """Text without what XML forbids: WeChat shows none of it, and takes it in no form."""
    return _FORBIDDEN.sub("", text)


def cdata(text: str) -> str:
    """Text as WeChat writes it; what XML forbids is dropped."""
    return f"<![CDATA[{sayable(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


class Elements:
    """Elements by their names, for those who know what they look for. Names in faults are ours."""

    def __init__(self, by_name: Mapping[str, Element]) -> None:
        self._by_name = by_name

    @classmethod
    def below(cls, parent: Element) -> Elements:
        """The children of an element. Raises NotWechat when two have one name, for which of them is meant?"""
        by_name = {child.tag: child for child in parent}
        if len(by_name) != len(parent):
            raise NotWechat(Why.MALFORMED, "an element twice")
        return cls(by_name)

    def text(self, name: str) -> str | None:
        """The text of an element, None where there is no such element. Raises NotWechat."""
        element = self._by_name.get(name)
        if element is None:
            return None
        if len(element):
            raise NotWechat(Why.MALFORMED, f"elements in {name}")
        return element.text or ""

    def needed(self, name: str) -> str:
        """The text of an element that has to be there. Raises NotWechat."""
        text = self.text(name)
        if text is None:
            raise NotWechat(Why.MALFORMED, f"no {name}")
        return text

    def like(self, name: str, pattern: re.Pattern[str]) -> str:
        """The text of an element that has to be there and to be like this. Raises NotWechat."""
        text = self.needed(name)
        if pattern.fullmatch(text) is None:
            raise NotWechat(Why.MALFORMED, f"another {name}")
        return text

    def each(self, name: str, item: str) -> list[Elements]:
        """What stands in a list: its items of this name, each with its own elements. Raises NotWechat."""
        listed = self._by_name.get(name)
        return [] if listed is None else [Elements.below(each) for each in listed.findall(item)]


def _limit(root: Element) -> None:
    """Raises NotWechat when there are more elements, or deeper ones, than any message of WeChat has."""
    left, count = [(root, 1)], 0
    while left:
        element, depth = left.pop()
        count += 1
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            raise NotWechat(Why.TOO_LARGE, "elements")
        left.extend((child, depth + 1) for child in element)
