"""What was paid, month by month, as a small picture: a bar for each month, made by typst from ``payments.typ``.

Paid is a full bar, what the bank sent back a hatched one, what is still to come an outline: told apart without colour.
Like the slip, it is handed what stands on it as JSON and never as markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.benefits.records import Payment, PaymentState
from integrations.documents.fonts import FONTS, fonts, printable

TEMPLATE = Path(__file__).with_name("payments.typ")
PPI = 144.0
"""720 pixels for 360 points: sharp on a telephone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: what stands before and after its bar, how long that is (0 to 1), and what became of the payment."""

    month: str
    amount: str
    length: float
    state: PaymentState


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The picture in the language ``language``. ``legend`` has the words of the states that are in it."""

    language: str
    title: str
    bars: tuple[Bar, ...]
    legend: tuple[tuple[PaymentState, str], ...]


def lengths(payments: tuple[Payment, ...]) -> tuple[float, ...]:
    """How long the bar of each is, the longest 1; what was not more than nothing has none."""
    most = max((each.fen for each in payments), default=0)
    return tuple(max(each.fen, 0) / most if most > 0 else 0.0 for each in payments)


def payments_png(chart: Chart) -> bytes:
    """The picture as PNG, 720 pixels wide; the same chart gives the same file."""
    import typst

    data = asdict(chart)
    data["title"] = printable(chart.title)
    picture: bytes = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=fonts(),
        format="png",
        ppi=PPI,
        sys_inputs={"chart": json.dumps({**data, "font": FONTS[chart.language]}, ensure_ascii=False)},
    )
    return picture
