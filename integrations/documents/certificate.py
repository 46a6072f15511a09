"""The certificate of service (志愿服务记录证明): A4, made by typst from ``certificate.typ``.

Like the slip, it is handed what stands on it as JSON and never as markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from integrations.documents.fonts import FONTS, fonts, printable
from integrations.documents.qr import code_svg

TEMPLATE = Path(__file__).with_name("certificate.typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePaper:
    """What stands on a certificate, in the language ``language``.

    ``lines`` are pairs of a label and its words. ``records`` is the table below them, its head first; ``total`` its
    last row. ``seal`` names the empty field for a seal (加盖公章), ``digest`` and ``verify_url`` (as a QR code) are for
    who verifies it. ``page`` says which page it is of how many, as ``{page}`` and ``{pages}``; ``mark`` is said at the
    top of one that is only an example.
    """

    language: str
    issuer: str
    title: str
    subtitle: str
    mark: str
    number_label: str
    number: str
    verify: str
    lines: tuple[tuple[str, str], ...]
    records_label: str
    records: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    seal: str
    notes: tuple[str, ...]
    page: str
    digest: str
    verify_url: str


def certificate_pdf(paper: CertificatePaper) -> bytes:
    """The certificate as PDF (accessible: PDF/UA-1); the same certificate gives the same file."""
    import typst

    data = _shown(asdict(paper)) | {
        "code": code_svg(paper.verify_url).decode("ascii"),
        "font": FONTS[paper.language],
    }
    pdf: bytes = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"certificate": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return pdf


def _shown(written: dict[str, object]) -> dict[str, object]:
    """Every text as the font can print it."""

    def shown(value: object) -> object:
        return printable(value) if isinstance(value, str) else [shown(each) for each in value]  # type: ignore[attr-defined]

    return {name: shown(value) for name, value in written.items()}
