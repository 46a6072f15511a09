"""Tables for the register of benefits as offices save them, of people nobody is."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from bot.app import App
from bot.benefits.importing import Imported, import_table
from flows.benefits.records import Mandate, Payment, Record
from flows.words import Words
from integrations.store.benefits.imports import Kind
from tests.inputs.test_id_number import with_check_digit
from tests.talk import SPEECH

PEOPLE = ("姓名", "身份证号", "手机号")
RECORDS = (
    *(
        "身份证号",
        "编号",
        "救助类型",
        "状态",
        "状态日期",
        "受理日期",
        "提请核对日期",
        "公示日期",
        "上报日期",
        "决定日期",
    ),
    *("送达日期", "乡镇", "保障人数", "账户尾号", "下次复核", "认证截止", "待补材料", "原因", "受理单号", "授权书编号"),
)
PAYMENTS = ("身份证号", "编号", "月份", "金额(元)", "状态", "发放日期", "原因")
MANDATES = ("身份证号", "代办人姓名", "代办人身份证号", "代办人手机号", "类型", "有效期")


def number_of(place: int) -> str:
    """A made-up ID number, another for each place up to seven million."""
    born = date(1950, 1, 1) + timedelta(days=place % 20000)
    return with_check_digit(f"620423{born:%Y%m%d}{1 + place // 20000:03}")


def phone_of(place: int) -> str:
    """A made-up telephone number."""
    return f"139{place:08}"


def csv_of(*rows: Sequence[str]) -> bytes:
    """The rows as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def xlsx_of(rows: Iterable[Sequence[object]], *, shared: bool = True, hidden: Iterable[int] = ()) -> dict[str, str]:
    """The members of an XLSX of one sheet after one that is not visible. A cell is a text, a number, None, or a
    ``tuple`` of its attributes and what stands in it."""
    texts: dict[str, int] = {}
    hidden, body = set(hidden), []
    for number, row in enumerate(rows, 1):
        cells = []
        for place, value in enumerate(row):
            at = f'r="{_letters(place)}{number}"'
            match value:
                case None:
                    continue
                case (str(attributes), str(inner)):
                    cells.append(f"<c {at} {attributes}>{inner}</c>")
                case str() if shared:
                    cells.append(f'<c {at} t="s"><v>{texts.setdefault(value, len(texts))}</v></c>')
                case str():
                    cells.append(f'<c {at} t="inlineStr"><is><t>{escape(value)}</t></is></c>')
                case _:
                    cells.append(f'<c {at} s="1"><v>{value}</v></c>')
        is_hidden = ' hidden="1"' if number in hidden else ""
        body.append(f'<row r="{number}"{is_hidden}>{"".join(cells)}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    shared_texts = "".join(
        f"<si><r><t>{escape(text[:1])}</t></r><r><t>{escape(text[1:])}</t></r><rPh><t>pin</t></rPh></si>"
        for text in texts
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relation}"><workbookPr/><sheets>'
        '<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {main}>{shared_texts}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData/></worksheet>",
        "xl/worksheets/sheet2.xml": f"<worksheet {main}><sheetData>{''.join(body)}</sheetData></worksheet>",
    }


def zipped(members: Mapping[str, str]) -> bytes:
    """The members as one file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()


def _letters(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else _letters(place // 26 - 1) + _letters(place % 26)


async def imported(app: App, directory: Path, data: bytes, kind: Kind | None = None) -> Imported:
    """Imports what a file says."""
    path = directory / "table"
    path.write_bytes(data)
    return await import_table(app, path, kind, lambda share, lines: None)


def said(key: str, name: str) -> str:
    """One of the words for something there is."""
    return SPEECH.render(Words(f"register-{key}.{name}"), "zh-Hans").split("|")[0]


def record_line(id_number: str, record: Record) -> list[str]:
    """A record as a line under RECORDS."""
    began = {begins.value: f"{day:%Y/%-m/%-d}" for begins, day in record.days.items()}
    days = [began.get(name, "") for name in ("accepted", "check_asked", "published", "reported", "decided")]
    return [
        *(id_number, record.id, said("scheme", record.scheme), said("state", record.state), str(record.since), *days),
        *(str(record.told or ""), record.township or "", str(record.members or ""), record.account or ""),
        *(str(record.next_review or ""), str(record.certify_by or ""), ";".join(record.missing)),
        *(";".join(said("reason", each) for each in record.reasons), record.case or "", record.letter or ""),
    ]


def payment_line(id_number: str, record: str, payment: Payment) -> list[str]:
    """A payment as a line under PAYMENTS."""
    yuan = f"{payment.fen // 100:,}.{payment.fen % 100:02}"
    reasons = "、".join(said("reason", each) for each in payment.reasons)
    return [id_number, record, payment.month, yuan, said("payment", payment.state), str(payment.day or ""), reasons]


def mandate_line(id_number: str, mandate: Mandate) -> list[str]:
    """A mandate as a line under MANDATES."""
    kind = said("mandate", mandate.kind)
    return [id_number, mandate.name, mandate.id_number, mandate.phone, kind, str(mandate.until or "")]
