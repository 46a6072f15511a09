"""What a booking comes with, read back as others read it: the slip by a PDF reader, the entry by a calendar library,
the code by a reader of QR codes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pypdfium2
import pytest
import typst
import zxingcpp
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from icalendar import Calendar
from PIL.Image import Image

from bot.speech import LANGUAGES, LOCALES
from flows.hours import SHANGHAI, last_day_to_change
from flows.policy import load
from flows.words import Words
from integrations.documents.calendar_entry import Entry, calendar_ics
from integrations.documents.qr import code_svg
from integrations.documents.slip import Slip, slip_pdf
from tests.talk import NOON, SPEECH

NUMBER = "JT260511-7K3MQ2"
START = datetime.fromisoformat("2026-05-20T09:30:00+08:00")

SLIP = Slip(
    language="zh-Hans",
    issuer="景泰县民政局",
    title="预约单",
    mark="",
    number_label="编号",
    number=NUMBER,
    show="报编号。",
    lines=(("日期", "2026年5月20日"), ("时间", "09:30")),
    bring_label="请带",
    bring=("两人的居民身份证，要原件",),
    notes=("最晚5月18日能改。",),
)
ENTRY = Entry(
    number=NUMBER,
    title="民政局预约",
    where="景泰县民政局",
    details=f"编号：{NUMBER}\n电话：0943-0000000",
    reminder="明天要去民政局",
    day=START.date(),
    starts_at=START,
    ends_at=START + timedelta(minutes=30),
    changed_at=NOON,
    revision=0,
    provisional=False,
    cancelled=False,
)
HOSTILE = (
    '#panic("x") #read("slip.typ") #sys.inputs.slip',
    "$x^2$ *a* _b_ `c` [d] <e> @f // g /* h */",
    "= i",
    "- j",
    "+ k",
    "\" ' \\ \\u{41} \\n {l} -- --- ... ~ & % ]) #",
)
"""What typst would take for markup or code, if it were ever given it as such."""


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as a reader copies it out, without regard to where lines break."""
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def picture_of(pdf: bytes) -> Image:
    """The first page as it is printed."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture: Image = document[0].render(scale=2).to_pil()
        return picture


def holds(text: str, part: str) -> bool:
    """Whether a page says something; where its lines break is the page's affair."""
    return "".join(part.split()) in text


def event_in(ics: bytes) -> tuple[str, Any]:
    """The method of a calendar and its one event."""
    calendar = Calendar.from_ical(ics)
    (event,) = calendar.events
    return str(calendar["METHOD"]), event


# --- the slip ---------------------------------------------------------------------------------------------------------


def everything_to_bring(language: str) -> tuple[str, ...]:
    """Every line there is of what to bring: more than any couple is told."""
    entries = FluentParser().parse((LOCALES / "zh-Hans" / "registration.ftl").read_text(encoding="utf-8")).body
    keys = [each.id.name for each in entries if isinstance(each, Message) and each.id.name.startswith("bring-")]
    assert len(keys) > 15
    return tuple(SPEECH.render(Words(key, {"copies": 3}), language) for key in keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_is_one_page_with_every_line_in_every_language(language: str) -> None:
    bring = everything_to_bring(language)[-12:]
    where = {
        name: SPEECH.render(Words(key), language)
        for name, key in (("地点", "office-marriage"), ("地址", "office-marriage.address"))
    }
    slip = replace(SLIP, language=language, lines=(*SLIP.lines, *where.items()), bring=bring)
    (page,) = pages_of(slip_pdf(slip))
    said = [slip.issuer, slip.title, slip.number, slip.show, *sum(slip.lines, ()), *bring, *slip.notes]
    assert [each for each in said if not holds(page, each)] == []


def test_whatever_characters_a_line_has_are_printed_as_they_are() -> None:
    lines = tuple((f"L{n}", text) for n, text in enumerate(HOSTILE))
    slip = replace(SLIP, title=HOSTILE[0], issuer=HOSTILE[1], lines=lines, bring=HOSTILE, notes=HOSTILE)
    (page,) = pages_of(slip_pdf(slip))
    assert [page.count("".join(each.split())) >= 3 for each in HOSTILE] == [True] * len(HOSTILE)
    assert "".join(HOSTILE[0].split()) in "".join(slip_title(slip_pdf(slip)).split())


def slip_title(pdf: bytes) -> str:
    """The title a reader's window shows."""
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document.get_metadata_value("Title"))


def test_the_code_on_the_slip_is_read_off_the_page_as_the_number_and_nothing_else() -> None:
    (found,) = zxingcpp.read_barcodes(picture_of(slip_pdf(SLIP)))
    assert found.text == NUMBER


def test_a_slip_of_the_same_words_is_the_same_file() -> None:
    assert slip_pdf(SLIP) == slip_pdf(SLIP)


@pytest.mark.parametrize(("language", "font"), [("zh-Hans", "sc"), ("zh-Hant", "tc"), ("en", "sc")])
def test_the_font_is_embedded_as_a_subset_of_the_languages_own(language: str, font: str) -> None:
    pdf = slip_pdf(replace(SLIP, language=language))
    assert f"+NotoSansCJK{font}-Regular".encode() in pdf
    assert b"/FontFile3" in pdf
    assert len(pdf) < 100_000


# --- the code ---------------------------------------------------------------------------------------------------------


def test_the_code_alone_is_read_as_the_number_and_nothing_else() -> None:
    # Drawn by typst, which knows SVG.
    page = b"#set page(width: 6cm, height: 6cm, margin: 0pt)\n#image(bytes(sys.inputs.code), width: 6cm)"
    drawn = typst.compile(page, sys_inputs={"code": code_svg(NUMBER).decode()}, pdf_standards=[])
    (found,) = zxingcpp.read_barcodes(picture_of(drawn))
    assert found.text == NUMBER
    assert found.format == zxingcpp.BarcodeFormat.QRCode


# --- the entry --------------------------------------------------------------------------------------------------------


def test_an_entry_has_time_zone_place_and_an_alarm_the_evening_before() -> None:
    calendar = Calendar.from_ical(calendar_ics(ENTRY))
    method, event = event_in(calendar_ics(ENTRY))
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", 0)
    assert (event.start, event.end) == (ENTRY.starts_at, ENTRY.ends_at)
    assert event["DTSTART"].params["TZID"] == "Asia/Shanghai"
    (zone,) = calendar.timezones
    assert zone.tz_name == "Asia/Shanghai"
    assert zone.to_tz(lookup_tzid=False).utcoffset(datetime(2026, 5, 20)) == timedelta(hours=8)
    assert (event["SUMMARY"], event["LOCATION"]) == (ENTRY.title, ENTRY.where)
    assert event["DESCRIPTION"] == ENTRY.details
    (rings,) = event.alarms.times
    assert rings.trigger == datetime(2026, 5, 19, 19, 0, tzinfo=SHANGHAI)
    assert (rings.alarm["ACTION"], rings.alarm["DESCRIPTION"]) == ("DISPLAY", ENTRY.reminder)


def test_a_moved_entry_keeps_its_name_and_raises_its_sequence() -> None:
    _, before = event_in(calendar_ics(ENTRY))
    later = START + timedelta(days=1)
    moved = replace(ENTRY, starts_at=later, ends_at=later + timedelta(minutes=30), day=later.date(), revision=1)
    method, after = event_in(calendar_ics(moved))
    assert (method, after["UID"], after["SEQUENCE"]) == ("PUBLISH", before["UID"], 1)
    assert NUMBER in after["UID"]
    assert after.start == later


def test_a_cancelled_entry_takes_itself_back_and_rings_no_more() -> None:
    method, event = event_in(calendar_ics(replace(ENTRY, cancelled=True, revision=2)))
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 2)
    assert event["UID"] == event_in(calendar_ics(ENTRY))[1]["UID"]
    assert event.walk("VALARM") == []


def test_a_day_that_is_not_published_yet_is_tentative() -> None:
    assert event_in(calendar_ics(replace(ENTRY, provisional=True)))[1]["STATUS"] == "TENTATIVE"


def test_a_walk_in_number_takes_the_day_and_no_hour_and_rings_the_evening_before() -> None:
    ics = calendar_ics(replace(ENTRY, starts_at=None, ends_at=None))
    _, event = event_in(ics)
    assert (event.start, event.end) == (date(2026, 5, 20), date(2026, 5, 21))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.walk("VALARM")[0]["TRIGGER"].dt == -timedelta(hours=5)


def test_an_entry_of_the_same_words_is_the_same_file() -> None:
    assert calendar_ics(ENTRY) == calendar_ics(ENTRY)


@pytest.mark.parametrize("text", ["a;b,c\\d\nBEGIN:VALARM", "换行\r\nATTENDEE:mailto:x@example.org", '"' * 80])
def test_no_words_become_a_line_of_their_own_in_an_entry(text: str) -> None:
    _, event = event_in(calendar_ics(replace(ENTRY, title=text, details=text)))
    assert "".join(event["SUMMARY"].split()) == "".join(text.split())
    assert "ATTENDEE" not in event
    assert len(event.walk("VALARM")) == 1


# --- what belongs to both ---------------------------------------------------------------------------------------------


def test_the_last_day_to_change_is_counted_back_from_the_appointment() -> None:
    policy = load(["national", "jingtai", "profiles/booking_shantou"])
    days = policy.whole("booking.cancel_days", NOON.date())
    assert days > 0
    assert last_day_to_change(START.date(), policy, NOON.date()) == START.date() - timedelta(days=days)


def test_a_process_that_makes_no_document_loads_none_of_what_makes_them() -> None:
    look = "import bot.__main__, bot.web.site, sys; print({'typst', 'icalendar', 'segno'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stderr
