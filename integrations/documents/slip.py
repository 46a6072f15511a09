"""The slip of a booking (预约单): one page A4 for the pocket and the counter, made by typst from ``slip.typ``.

What stands on it is handed over as JSON and never as markup: whatever characters it has, they are printed. The font
comes from its own package and is embedded as a subset, so that the page looks and reads the same everywhere.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from integrations.documents.fonts import FONTS, fonts
from integrations.documents.qr import code_svg

TEMPLATE = Path(__file__).with_name("slip.typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What stands on a slip, in the language ``language``; nothing personal.

    ``lines`` are pairs of a label and its words (what, when, where), ``bring`` is what to bring, ``notes`` are
    sentences at the foot, ``mark`` is said at the top of a slip that is only an example, else empty.
    """

    language: str
    issuer: str
    title: str
    mark: str
    number_label: str
    number: str
    show: str
    lines: tuple[tuple[str, str], ...]
    bring_label: str
    bring: tuple[str, ...]
    notes: tuple[str, ...]


def slip_pdf(slip: Slip) -> bytes:
    """The slip as PDF (accessible: PDF/UA-1). Takes some 10 ms of one processor and lets other threads go on
    meanwhile; the first one brings 40 MB into the process, which stay (measured)."""
    import typst

    data = {**asdict(slip), "code": code_svg(slip.number).decode("ascii"), "font": FONTS[slip.language]}
    pdf: bytes = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"slip": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return pdf
