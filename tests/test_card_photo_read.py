"""A photographed card through the whole desk with the real recogniser.

Needs the extra ``ocr``: where it is not installed these tests are skipped out loud, or fail if YIZHENG_REQUIRE_OCR is
set. Everything else about the photo is in ``transcripts/test_card_photo.py``, which needs nothing.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import App, card_reader, open_app
from bot.settings import Settings
from integrations.cards.reading import CardReader, can_read_cards
from tests.card_reader import kept, show
from tests.cards import Shot, front, jpeg, landscape, made_up_card, photograph
from tests.talk import SPEECH, HandClock, Talk, work_off
from tests.transcripts.test_assistance import BEGIN
from tests.transcripts.walks import said, the_case

CARD = made_up_card(1)


@pytest.fixture
async def desk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """A desk wired as it is in service: it finds the extra by itself."""
    if not can_read_cards():
        missing = "the extra ocr is not installed (make setup-ocr)"
        if os.environ.get("YIZHENG_REQUIRE_OCR"):
            pytest.fail(missing)
        pytest.skip(missing)
    settings = Settings.model_validate({"data_dir": tmp_path, "database_url": database_url})
    async with open_app(settings, clock=clock, speech=SPEECH) as app:
        yield app


async def test_a_photographed_card_fills_in_name_and_number(desk: App) -> None:
    talk = Talk(desk)
    await said(talk, *BEGIN, "=self")
    await show(talk, jpeg(landscape()))
    assert talk.keys == ["card-not_a_card", "assistance-card"]
    await show(talk, photograph(front(CARD), Shot(turn=1, angle=5, light=0.6)))
    assert talk.keys == ["assistance-card_check"]
    assert await kept(desk) == []
    await said(talk, "都对", "=here", "=rural", "转人工")
    case = await the_case(desk, talk)
    answers = {answer["step"]: (answer["value"], answer["origin"]) for answer in case.content["answers"]}
    assert (answers["name"], answers["id"]) == ((CARD.name, "read"), (CARD.number, "read"))


async def test_a_process_that_does_not_start_is_told_and_the_next_photo_is_read(
    desk: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = Talk(desk)
    await said(talk, *BEGIN, "=self")
    monkeypatch.setattr("sys.executable", "/bin/false")
    with capture_logs():
        await show(talk, jpeg(front(CARD)))
        await work_off(desk)
    assert talk.keys == ["card-failed", "assistance-card"]
    monkeypatch.undo()
    with capture_logs():
        await show(talk, jpeg(front(CARD)))
        await work_off(desk)
    assert await kept(desk) == []


def test_the_reader_of_a_desk_is_the_process_where_the_extra_is_installed() -> None:
    assert isinstance(card_reader(), CardReader) == can_read_cards()
