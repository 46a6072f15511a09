"""The letter of authorisation (授权委托书, 社会救助家庭经济状况核对授权书): a page A4 for each who signs, by typst.

Like the slip, it is handed what stands on it as JSON and never as markup. Every page is complete in itself: whoever
signs one has read on it what everybody signs, and one page can be filed or sent back alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from integrations.documents.fonts import FONTS, STAND_IN, fonts, printable
from integrations.documents.qr import code_svg

TEMPLATE = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the household (共同生活的家庭成员) in the table; ``id_number`` whole or masked, as it is to be read."""

    name: str
    relation: str
    id_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs a page: for themselves, or as the guardian (监护人) of the one whom ``capacity`` names.

    ``relation`` is to the applicant; ``state`` is 待签, 已签, 监护人代签 or 拒签. An empty ``id_number`` or ``date`` is
    a line to write on. ``signature`` is a picture (PNG, see signature.py); without one there are empty boxes for a
    signature and a fingerprint (指印).
    """

    name: str
    relation: str
    id_number: str
    capacity: str
    state: str
    date: str
    signature: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The names of what stands on a page; each is the message ``letter-label`` with this attribute."""

    number: str
    members: str
    signing: str
    name: str
    relation: str
    id_number: str
    capacity: str
    state: str
    date: str
    signature: str
    fingerprint: str
    verify: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What stands on a letter, in the language ``language``.

    ``lines`` are pairs of a label and its words (applicant, who authorises, whom, to ask where, for what, how long),
    ``clauses`` are numbered, ``promise`` is the promise of truth (承诺), ``notes`` are sentences at the foot,
    ``mark`` is said at the top of a letter that is only an example. ``page`` says which page it is of how many, as
    ``{page}`` and ``{pages}``. ``digest`` (hex) and ``verify_url`` (as a QR code) are empty on a letter nobody has
    signed. ``unprintable`` is said where a character that the font lacks had to be left to be written by hand.
    """

    language: str
    issuer: str
    title: str
    subtitle: str
    mark: str
    number: str
    labels: Labels
    lines: tuple[tuple[str, str], ...]
    clauses: tuple[str, ...]
    promise: str
    members: tuple[Member, ...]
    pages: tuple[Signer, ...]
    page: str
    digest: str
    verify_url: str
    notes: tuple[str, ...]
    unprintable: str


def letter_pdf(letter: Letter) -> bytes:
    """The letter as PDF (accessible: PDF/UA-1), as many pages as signers; the same letter gives the same file.

    Everything on a page is as large as it can be so that the page holds it; only what type of 4 points cannot hold
    would go on to a further page.
    """
    import typst

    written = asdict(letter)
    data = _shown(written)
    for number, signer in enumerate(data["pages"], 1):
        signer["page"] = data["page"].replace("{page}", str(number)).replace("{pages}", str(len(letter.pages)))
    if repr(data).count(STAND_IN) > repr(written).count(STAND_IN):
        data["notes"].append(data["unprintable"])
    data["code"] = code_svg(letter.verify_url).decode("ascii") if letter.verify_url else ""
    data["font"] = FONTS[letter.language]
    pdf: bytes = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"letter": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return pdf


def letter_digest(content: Mapping[str, Any]) -> str:
    """What was signed as 64 hexadecimal digits: SHA-256 over its JSON in UTF-8 with sorted keys and no spaces.

    The same content has the same digest however it was put together, any other has another. Content is text, whole
    numbers, truth values, None, and lists and mappings of these. Raises TypeError for anything else, a fraction and a
    key that is not text included: they can be written in more than one way, or in the same way as something else.
    """
    canonical = json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    """The value as JSON has it; keys are only text, since JSON would write 1 and "1" alike."""
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(f"a value of type {type(value).__name__} has no digest")


def _shown(value: Any) -> Any:
    """What the template is given: every text as the font can print it, a picture as numbers, for JSON has no bytes."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, dict):
        return {name: _shown(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(each) for each in value]
    return value
