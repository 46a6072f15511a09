"""The letter of authorisation, read back as others read it, and the signature that is drawn on it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from bot.speech import LANGUAGES, LOCALES
from flows.assistance import letter as says
from flows.errors import NotUnderstood
from flows.words import Words
from integrations.documents import fonts
from integrations.documents.letter import Labels, Letter, Member, Signer, letter_digest, letter_pdf
from integrations.documents.signature import (
    HEIGHT,
    MARGIN,
    MOST_POINTS,
    MOST_STROKES,
    PICTURE,
    WIDTH,
    read_strokes,
    signature_png,
)
from tests.people import id_number
from tests.talk import SPEECH
from tests.test_documents import HOSTILE, holds, pages_of

RARE = ("李㛃", "王𬱖", "阿卜杜拉·买买提")
ZHANG = [[[100, 80], [900, 80]], [[500, 80], [500, 360], [450, 330]], [[200, 200]], [[800, 200], [820, 260]]]
"""A signature in four strokes, one of them a dot."""
TOWNSHIP, BUREAU = Words("township-luyang"), Words("place-jingtai")
PIXELS = 6
"""How many pixels to a millimetre pages are looked at with."""


def say(key: str, language: str = "zh-Hans", **args: Any) -> str:
    return SPEECH.render(Words(key, args), language)


def number(n: int) -> str:
    return id_number(date(1950 + n, 3, 4), man=n % 2 == 0)


def member(n: int, name: str) -> Member:
    return Member(name=name, relation="家人", id_number=number(n))


def signer(n: int, name: str, **but: Any) -> Signer:
    plain = Signer(
        name=name,
        relation="家人",
        id_number=number(n),
        capacity=say(says.OWN.key),
        state=say("letter-state.waiting"),
        date="",
        signature=None,
    )
    return replace(plain, **but)


def the_letter(
    names: Sequence[str] = ("张三", *RARE), language: str = "zh-Hans", *, tekun: bool = True, electronic: bool = True
) -> Letter:
    """A letter as the desk would put it, signed by nobody yet; each of the household has a page."""

    def put(words: Words) -> str:
        return SPEECH.render(words, language)

    lines = says.lines(applicant=names[0], tekun=tekun, township=TOWNSHIP, bureau=BUREAU)
    return Letter(
        language=language,
        issuer=put(BUREAU),
        title=put(says.TITLE),
        subtitle=put(says.SUBTITLE),
        mark=say("letter-demonstration", language),
        number="JT261122-7K3MQ2",
        labels=Labels(**{each.name: say(f"letter-label.{each.name}", language) for each in fields(Labels)}),
        lines=tuple((put(label), put(words)) for label, words in lines),
        clauses=tuple(map(put, says.clauses(tekun=tekun, electronic=electronic))),
        promise=put(says.PROMISE),
        members=tuple(member(n, name) for n, name in enumerate(names)),
        pages=tuple(signer(n, name) for n, name in enumerate(names)),
        page=say("letter-page", language, page="{page}", pages="{pages}"),
        digest=letter_digest({"names": list(names)}),
        verify_url="https://desk.example.gov.cn/letter/JT261122-7K3MQ2?digest=0123456789abcdef",
        notes=tuple(map(put, says.NOTES)),
        unprintable=say("letter-unprintable", language, mark=fonts.STAND_IN),
    )


def said_on(letter: Letter, page: int) -> list[str]:
    """Every text a page has to show."""
    seal = [letter.labels.verify, letter.labels.digest] if letter.digest else []
    label = letter.labels
    labels = [label.number, label.name, label.relation, label.id_number, label.capacity, label.state, label.date]
    of_all = [letter.issuer, letter.title, letter.subtitle, letter.mark, letter.number, letter.digest, letter.promise]
    of_all += [*sum(letter.lines, ()), *letter.clauses, *letter.notes, label.signing, label.signature, *labels, *seal]
    of_all += [text for each in letter.members for text in (label.members, *asdict(each).values())]
    own = [text for text in asdict(letter.pages[page]).values() if isinstance(text, str)]
    return [*of_all, *own]


def pictures_on(pdf: bytes) -> list[list[tuple[int, int]]]:
    """The sizes of the pictures on each page, in pixels."""
    kind = [pdfium.FPDF_PAGEOBJ_IMAGE]
    with pypdfium2.PdfDocument(pdf) as document:
        return [[each.get_px_size() for each in page.get_objects(filter=kind)] for page in document]


def beyond_the_margins(pdf: bytes) -> list[int]:
    """The pages with something printed nearer to an edge of the paper than the margins are, or with nothing at all."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [n for n, page in enumerate(document) if not _within(page.render(scale=PIXELS * 25.4 / 72).to_pil())]


def _within(page: Image.Image) -> bool:
    """Whether all ink is within the margins; a page has ``PIXELS`` a millimetre."""
    ink = ImageOps.invert(page.convert("L"))
    left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
    return (
        left >= 19.5 * PIXELS
        and top >= 14 * PIXELS
        and right <= ink.width - 19.5 * PIXELS
        and bottom <= ink.height - 12 * PIXELS
    )


def smallest_type(pdf: bytes) -> float:
    """The size of the smallest letters, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        chars = [n for n in range(text.count_chars()) if chr(pdfium.FPDFText_GetUnicode(text.raw, n)).isalnum()]
        return min(float(pdfium.FPDFText_GetFontSize(text.raw, n)) for n in chars)


# --- the pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_who_signs_has_one_page_and_every_page_says_everything(language: str) -> None:
    letter = the_letter(language=language)
    pdf = letter_pdf(letter)
    pages = pages_of(pdf)
    assert len(pages) == len(letter.pages)
    for n, page in enumerate(pages):
        assert [each for each in said_on(letter, n) if not holds(page, each)] == []
        assert holds(page, say("letter-page", language, page=n + 1, pages=len(pages)))
    assert beyond_the_margins(pdf) == []


def test_rare_characters_of_names_are_printed_and_copied_as_themselves() -> None:
    letter = the_letter()
    assert [name for name in RARE if fonts.printable(name) != name] == []
    assert all(holds(page, name) for page in pages_of(letter_pdf(letter)) for name in RARE)
    assert not any(holds(page, letter.unprintable) for page in pages_of(letter_pdf(letter)))


@pytest.mark.parametrize("lacked", ["𪚥", "ཀ", "\ue000", "😀", "\ud800"])
def test_a_character_the_font_lacks_is_left_to_be_written_by_hand_and_the_page_says_so(lacked: str) -> None:
    letter = the_letter(["张三", f"王{lacked}"])
    (_, page) = pages_of(letter_pdf(letter))
    assert holds(page, f"王{fonts.STAND_IN}")
    assert holds(page, letter.unprintable)


@pytest.mark.parametrize("unseen", ["\x00", "\u200b", "\u202e", "\ufeff", "\ufe0f"])
def test_what_is_never_drawn_is_left_out_and_turns_no_text_round(unseen: str) -> None:
    (page,) = pages_of(letter_pdf(the_letter([f"张{unseen}三"])))
    assert holds(page, "张三")
    assert fonts.STAND_IN not in page


def test_whatever_characters_a_text_has_are_printed_as_they_are() -> None:
    letter = the_letter(["张三"])
    hostile = replace(
        letter,
        title=HOSTILE[0],
        subtitle=HOSTILE[1],
        lines=tuple((f"L{n}", text) for n, text in enumerate(HOSTILE)),
        clauses=HOSTILE,
        promise=HOSTILE[2],
        notes=HOSTILE,
        members=tuple(Member(name=text, relation=text, id_number=text) for text in HOSTILE),
        pages=(signer(0, HOSTILE[1], capacity=HOSTILE[0], relation="#[$*", state=HOSTILE[3], date=HOSTILE[4]),),
        page="{page} #x {pages}",
    )
    (page,) = pages_of(letter_pdf(hostile))
    assert [page.count("".join(each.split())) >= 6 for each in HOSTILE] == [True] * len(HOSTILE)
    assert holds(page, "#[$*")
    assert holds(page, "1 #x 1")


@pytest.mark.parametrize("name", ["名" * 100, "A" * 100, "Wolfeschlegelsteinhausenbergerdorff " * 3, "𪚥" * 100])
def test_a_name_of_a_hundred_characters_stays_on_its_page(name: str) -> None:
    letter = the_letter(["张三", name])
    pdf = letter_pdf(letter)
    assert len(pages_of(pdf)) == 2
    assert beyond_the_margins(pdf) == []
    assert pages_of(pdf)[1].count("".join(fonts.printable(name).split())) == 2


def test_thirty_of_a_household_stay_on_one_page_in_type_that_can_be_read() -> None:
    letter = the_letter([f"成员{n}" for n in range(30)])
    pdf = letter_pdf(replace(letter, pages=letter.pages[:2]))
    pages = pages_of(pdf)
    assert len(pages) == 2
    assert [each for page in pages for each in said_on(letter, 0) if not holds(page, each)] == []
    assert beyond_the_margins(pdf) == []
    assert smallest_type(pdf) >= 6


def test_a_household_of_four_reads_it_in_type_of_a_book() -> None:
    assert smallest_type(letter_pdf(the_letter())) >= 8.5


def test_many_long_clauses_stay_on_the_page() -> None:
    letter = the_letter(["张三"])
    pdf = letter_pdf(replace(letter, clauses=letter.clauses * 3))
    assert len(pages_of(pdf)) == 1
    assert beyond_the_margins(pdf) == []


def test_something_beyond_the_margins_would_be_found() -> None:
    narrow = io.BytesIO()
    with pypdfium2.PdfDocument(letter_pdf(the_letter(["张三", "李四"]))) as document:
        left, bottom, right, top = document[1].get_mediabox()
        document[1].set_mediabox(left, bottom, right - 20, top)
        document.save(narrow)
    assert beyond_the_margins(narrow.getvalue()) == [1]


def test_a_letter_of_the_same_words_is_the_same_file() -> None:
    assert letter_pdf(the_letter()) == letter_pdf(the_letter())


@pytest.mark.parametrize(("language", "font"), [("zh-Hans", "sc"), ("zh-Hant", "tc"), ("en", "sc")])
def test_the_letter_has_the_font_of_its_language_as_a_subset(language: str, font: str) -> None:
    pdf = letter_pdf(the_letter(language=language))
    assert f"+NotoSansCJK{font}-Regular".encode() in pdf
    assert len(pdf) < 300_000


# --- who has signed ---------------------------------------------------------------------------------------------------


def test_the_code_on_every_page_is_read_as_the_address_that_verifies_it() -> None:
    letter = the_letter()
    with pypdfium2.PdfDocument(letter_pdf(letter)) as document:
        found = [zxingcpp.read_barcodes(page.render(scale=2).to_pil()) for page in document]
    assert [[code.text for code in codes] for codes in found] == [[letter.verify_url]] * len(letter.pages)


def test_a_letter_nobody_has_signed_has_neither_code_nor_digest() -> None:
    pdf = letter_pdf(replace(the_letter(["张三"]), digest="", verify_url=""))
    with pypdfium2.PdfDocument(pdf) as document:
        assert zxingcpp.read_barcodes(document[0].render(scale=2).to_pil()) == []
    (page,) = pages_of(pdf)
    assert not holds(page, say("letter-label.digest"))
    assert not holds(page, say("letter-label.verify"))


def test_a_drawn_signature_stands_on_the_page_of_its_signer_alone_and_others_have_boxes() -> None:
    letter = the_letter()
    signed = replace(
        letter.pages[1],
        signature=signature_png(read_strokes(ZHANG)),
        state=say("letter-state.signed"),
        date="2026年11月22日",
    )
    pdf = letter_pdf(replace(letter, pages=(letter.pages[0], signed, *letter.pages[2:])))
    assert pictures_on(pdf) == [[], [PICTURE], [], []]
    finger = say("letter-label.fingerprint")
    boxes = [page.count(finger) - "".join(letter.clauses).count(finger) for page in pages_of(pdf)]
    assert boxes == [1, 0, 1, 1]


def test_a_guardian_signs_for_whom_the_page_names() -> None:
    capacity = SPEECH.render(says.guardian_of("张小宝"), "zh-Hans")
    state = say("letter-state.guardian")
    (page,) = pages_of(
        letter_pdf(replace(the_letter(["张三"]), pages=(signer(0, "张三", capacity=capacity, state=state),)))
    )
    assert holds(page, capacity)
    assert holds(page, state)
    assert "张小宝" in page


# --- the digest -------------------------------------------------------------------------------------------------------


def test_the_digest_is_that_of_the_sorted_json_without_spaces() -> None:
    content = {"签": ["张三", 1, True, None], "a": {"z": "", "b": -2}}
    canonical = '{"a":{"b":-2,"z":""},"签":["张三",1,true,null]}'
    assert letter_digest(content) == hashlib.sha256(canonical.encode()).hexdigest()


TEXTS = st.dictionaries(st.text(max_size=5), st.recursive(st.text(), st.lists, max_leaves=5), min_size=1, max_size=5)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_same_content_has_the_same_digest_in_whatever_order_it_was_put_together(
    content: dict[str, Any], random: Any
) -> None:
    order = list(content)
    random.shuffle(order)
    assert letter_digest({key: content[key] for key in order}) == letter_digest(content)


@given(TEXTS, TEXTS)
def test_other_content_has_another_digest(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (letter_digest(one) == letter_digest(other)) == (one == other)


def test_values_that_look_alike_have_digests_of_their_own() -> None:
    alike = [1, "1", True, "true", None, "null", [1], ["1"], [[1]], [1, 1], "[1]", {"1": 1}, {}, [], "", 0, False, "１"]
    assert len({letter_digest({"a": each}) for each in alike}) == len(alike)
    assert letter_digest({"a": (1, 2)}) == letter_digest({"a": [1, 2]})


@pytest.mark.parametrize("value", [1.0, date(2026, 11, 22), b"a", {1: "a"}, {"a": {None: 1}}, {1, 2}])
def test_what_could_be_written_in_two_ways_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError):
        letter_digest({"a": value})


# --- the signature ----------------------------------------------------------------------------------------------------


def refusal(value: object) -> str:
    """The message with which strokes are refused."""
    with pytest.raises(NotUnderstood) as refused:
        read_strokes(value)
    return refused.value.key


def coverage(png: bytes) -> Image.Image:
    """Where a signature is inked."""
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "LA", PICTURE)
    black, ink = picture.split()
    assert black.getextrema() == (0, 0)
    return ink


def test_a_signature_is_drawn_in_black_where_the_strokes_were_and_is_clear_elsewhere() -> None:
    ink = coverage(signature_png(read_strokes(ZHANG)))
    for x, y in [(100, 80), (500, 80), (500, 300), (200, 200), (810, 230)]:
        assert ink.getpixel((x + MARGIN, y + MARGIN)) == 255
    for x, y in [(0, 0), (300, 200), (900, 350)]:
        assert ink.getpixel((x + MARGIN, y + MARGIN)) == 0


def test_a_signature_along_the_edges_is_drawn_whole() -> None:
    edges = [[[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT], [0, 0]]]
    ink = coverage(signature_png(read_strokes(edges)))
    assert not any(ink.crop(box).getbbox() for box in [(0, 0, PICTURE[0], 4), (0, 0, 4, PICTURE[1])])
    assert ImageChops.invert(ink).crop((MARGIN, MARGIN, MARGIN + WIDTH, MARGIN + 2)).getbbox() is None


def test_the_same_strokes_are_the_same_picture_and_others_another() -> None:
    again = json.loads(json.dumps(ZHANG))
    assert signature_png(read_strokes(ZHANG)) == signature_png(read_strokes(again))
    assert signature_png(read_strokes(ZHANG)) != signature_png(read_strokes(ZHANG[:3]))


@pytest.mark.parametrize(
    "value", [[], [[[500, 200]]], [[[1, 1], [2, 2], [3, 3], [4, 4]]], [[[0, 0], [1000, 400]]], [[[9, 9]] * 50]]
)
def test_nothing_or_a_tap_is_no_signature(value: object) -> None:
    assert refusal(value) == "signature-empty"


@pytest.mark.parametrize(
    "value", [[[[100, 200], [200, 190], [300, 200], [150, 210]]], [[[5, 0], [5, 20], [5, 60], [6, 61]]]]
)
def test_a_line_or_a_mark_may_be_a_signature(value: object) -> None:
    assert read_strokes(value)


GOOD = [[0, 0], [100, 100], [200, 200]]
NO_POINTS: list[object] = [
    *([], [5], [5, 5, 5], 5, "55", None, {}, [5, None], ["5", "5"], [[5], [5]]),
    *([5.0, 5], [5, float("nan")], [True, 5], [5, False]),
    *([-1, 5], [5, -1], [WIDTH + 1, 5], [5, HEIGHT + 1], [10**400, 5]),
]
NO_STROKES: list[object] = [
    *(None, True, 5, 0.5, "", "[]", "signature", {}, {"0": GOOD}, GOOD),
    *([None], [5], ["strokes"], [{}], [[]], [GOOD, []]),
]


@pytest.mark.parametrize("value", [*NO_STROKES, *([[*GOOD, each]] for each in NO_POINTS)])
def test_anything_of_another_form_is_refused(value: object) -> None:
    assert refusal(value) == "signature-unreadable"


def test_as_many_strokes_and_points_as_anybody_needs_are_read_and_no_more() -> None:
    stroke = [[n % WIDTH, n % HEIGHT] for n in range(MOST_POINTS)]
    assert len(read_strokes([stroke])[0]) == MOST_POINTS
    assert refusal([[*stroke, [1, 1]]]) == "signature-too_long"
    assert refusal([stroke, [[1, 1]]]) == "signature-too_long"
    assert len(read_strokes([GOOD, [[7, 7]]] + [[[5, 5]]] * (MOST_STROKES - 2))) == MOST_STROKES
    assert refusal([GOOD] * (MOST_STROKES + 1)) == "signature-too_long"


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
ANYTHING = st.recursive(SCALARS, lambda each: st.lists(each) | st.dictionaries(st.text(max_size=3), each))
ALMOST = st.lists(st.lists(st.lists(st.integers(-1, 1001), min_size=2, max_size=2), min_size=1, max_size=6), max_size=6)
DRAWN = st.lists(
    st.lists(st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), min_size=1, max_size=9), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None)
@given(ANYTHING | ALMOST | DRAWN)
def test_whatever_a_page_sends_is_a_picture_or_is_refused(value: object) -> None:
    with contextlib.suppress(NotUnderstood):
        assert coverage(signature_png(read_strokes(value))).getbbox() is not None


# --- the words --------------------------------------------------------------------------------------------------------


def keys_of(clauses: tuple[Words, ...]) -> list[str]:
    return [each.key for each in clauses]


def test_for_people_in_extreme_difficulty_the_legally_obliged_sign_too() -> None:
    plain = keys_of(says.clauses(tekun=False, electronic=True))
    tekun = keys_of(says.clauses(tekun=True, electronic=True))
    assert [key for key in tekun if key not in plain] == ["letter-clause_obliged"]
    assert [key for key in tekun if key != "letter-clause_obliged"] == plain
    both = [says.lines(applicant="张三", tekun=each, township=TOWNSHIP, bureau=BUREAU) for each in (False, True)]
    by = [{label.key: words.key for label, words in each}["letter-line.by"] for each in both]
    assert by == ["letter-by", "letter-by_tekun"]


def test_nobody_is_told_they_can_sign_online_where_they_cannot() -> None:
    for tekun in (False, True):
        paper = keys_of(says.clauses(tekun=tekun, electronic=False))
        online = keys_of(says.clauses(tekun=tekun, electronic=True))
        assert "letter-clause_electronic" not in paper
        assert "letter-clause_paper" not in online
        assert len(paper) == len(online)


def test_every_message_of_the_letter_is_one_that_is_used() -> None:
    entries = FluentParser().parse((LOCALES / "zh-Hans" / "letter.ftl").read_text(encoding="utf-8")).body
    messages = {each.id.name: each for each in entries if isinstance(each, Message)}
    lines = [says.lines(applicant="", tekun=tekun, township=TOWNSHIP, bureau=BUREAU) for tekun in (False, True)]
    used = {words.key.partition(".")[0] for each in lines for pair in each for words in pair}
    used |= {words.key for tekun in (False, True) for words in says.clauses(tekun=tekun, electronic=tekun)}
    used |= {
        words.key for words in (says.TITLE, says.SUBTITLE, says.PROMISE, says.OWN, says.guardian_of(""), *says.NOTES)
    }
    used |= {"letter-label", "letter-state", "letter-page", "letter-demonstration", "letter-unprintable"}
    used |= {"letter-read", "letter-read_line", "letter-read_clause", "letter-read_guardian", "letter-relation"}
    used |= {"letter-page_state", "letter-page_code", "letter-state_of_guardian", "letter-state_typed"}
    used |= {"letter-no_guardian"}
    used |= {"letter-township_elsewhere"}
    used |= {"signature-empty", "signature-too_long", "signature-unreadable"}
    assert messages.keys() == used - {"verbatim"}
    labels = {each.id.name for each in messages["letter-label"].attributes}
    assert labels == {each.name for each in fields(Labels)}
