"""QR codes: of a booking its number and nothing else, for the counter; of an invitation its link, for the
partner; of a staff account what its one-time codes are made of."""

from __future__ import annotations

import io

DARK = "#14282a"
QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def code_blocks(text: str) -> str:
    """The text as a QR code of blocks, for a terminal; error correction M, as small as it can be."""
    import segno

    out = io.StringIO()
    segno.make_qr(text, error="m").terminal(out, border=QUIET_ZONE, compact=True)
    return out.getvalue()


def code_svg(text: str) -> bytes:
    """The text as a QR code of error correction Q (25 % may be smudged): an SVG on white that scales to any size."""
    import segno

    out = io.BytesIO()
    code = segno.make_qr(text, error="q")
    code.save(out, kind="svg", dark=DARK, light="#fff", border=QUIET_ZONE, omitsize=True, xmldecl=False, nl=False)
    return out.getvalue()
