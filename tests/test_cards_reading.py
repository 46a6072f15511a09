"""Cards through the real recogniser in its real process; photographs are made here, of cards that nobody has.

Needs the extra ``ocr``: where it is not installed these tests are skipped out loud, or fail if YIZHENG_REQUIRE_OCR is
set.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
import pytest_asyncio
from PIL import Image

from flows.errors import NotUnderstood, OutsideFault
from integrations.cards import reading as cards
from integrations.cards.layout import CardReading
from integrations.cards.reading import MOST_WAITING, CardReader, can_read_cards
from tests.card_figures import TODAY, marks, read_shot
from tests.cards import Shot, back, beside, front, jpeg, landscape, made_up_card, page, photograph, varied_shots

pytestmark = pytest.mark.asyncio(loop_scope="module")

CARD = made_up_card(1)
PICTURE = jpeg(front(CARD))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader() -> AsyncIterator[CardReader]:
    """The reader of this file; what its process suffers in one test, it has got over in the next."""
    if not can_read_cards():
        missing = "the extra ocr is not installed (make setup-ocr)"
        if os.environ.get("YIZHENG_REQUIRE_OCR"):
            pytest.fail(missing)
        pytest.skip(missing)
    opened = CardReader()
    yield opened
    await opened.close()


async def worker_of(reader: CardReader) -> psutil.Process:
    """The process of a reader, which has read something."""
    if reader.pid is None:
        await reader.read(PICTURE, TODAY)
    assert reader.pid is not None
    return psutil.Process(reader.pid)


async def reads_right(reader: CardReader) -> bool:
    return set(marks(await reader.read(PICTURE, TODAY), CARD).values()) == {"right"}


@pytest.mark.parametrize(
    "shot",
    [
        Shot(),
        Shot(turn=1, angle=5),
        Shot(turn=2, light=0.5, grain=6),
        Shot(turn=3, angle=-11, tilt=0.08),
        Shot(tilt=0.16, shadow=0.5),
        Shot(light=0.3, grain=8),
        Shot(blur=1.6, angle=9, quality=70),
        Shot(angle=40, size=3200),
    ],
    ids=str,
)
async def test_a_photographed_card_is_read(reader: CardReader, shot: Shot) -> None:
    result = await read_shot(reader, CARD, shot)
    assert set(result.marks.values()) == {"right"}


@pytest.mark.soak
async def test_of_sixty_cards_in_varied_light_angle_and_blur_nothing_is_read_wrong(reader: CardReader) -> None:
    results = [await read_shot(reader, card, shot) for card, shot in varied_shots(60)]
    sums = Counter(mark for result in results for mark in result.marks.values())
    assert sums["wrong"] == 0
    assert sums["right"] >= 0.95 * sums.total()


@pytest.mark.soak
async def test_of_cards_that_can_hardly_be_seen_nothing_is_read_wrong(reader: CardReader) -> None:
    results = [await read_shot(reader, card, shot) for card, shot in varied_shots(60, hard=True)]
    sums = Counter(mark for result in results for mark in result.marks.values())
    assert sums["wrong"] == 0
    assert sums["right"] > 0


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (jpeg(landscape()), "not_a_card"),
        (jpeg(page()), "not_a_card"),
        (jpeg(Image.new("RGB", (1200, 800), "white")), "not_a_card"),
        (jpeg(Image.new("RGB", (1, 1), "white")), "not_a_card"),
        (jpeg(back()), "back_of_card"),
        (photograph(back(), Shot(turn=2, angle=7)), "back_of_card"),
        (jpeg(beside(front(CARD), front(made_up_card(2)))), "several_cards"),
        (jpeg(front(CARD).resize((160, 100))), "blurred"),
        (photograph(front(CARD), Shot(blur=4)), "blurred"),
    ],
    ids=["landscape", "page", "white", "pixel", "back", "back_turned", "two", "tiny", "blurred"],
)
async def test_any_other_picture_has_its_reason(reader: CardReader, picture: bytes, reason: str) -> None:
    assert await reader.read(picture, TODAY) == CardReading(reason)  # type: ignore[arg-type]


async def test_a_copy_of_both_sides_is_read(reader: CardReader) -> None:
    result = await reader.read(jpeg(beside(front(CARD), back())), TODAY)
    assert set(marks(result, CARD).values()) == {"right"}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "photo-unreadable"),
        (b"x" * 3000, "photo-unreadable"),
        (PICTURE[:9000], "photo-unreadable"),
        (b"GIF89a" + b"0" * 90, "photo-format"),
    ],
    ids=["empty", "noise", "cut off", "gif"],
)
async def test_what_is_no_picture_is_told_as_for_any_upload(reader: CardReader, data: bytes, key: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        await reader.read(data, TODAY)
    assert caught.value.key == key
    assert await reads_right(reader)


async def test_the_process_is_kept(reader: CardReader) -> None:
    before = await worker_of(reader)
    assert await reads_right(reader)
    assert reader.pid == before.pid


async def test_after_kill_9_in_the_middle_the_next_card_is_read(reader: CardReader) -> None:
    worker = await worker_of(reader)
    worker.suspend()
    reading = asyncio.create_task(reader.read(PICTURE, TODAY))
    await asyncio.sleep(0)  # the picture is on its way
    worker.kill()
    with pytest.raises(OutsideFault) as caught:
        await reading
    assert not caught.value.final
    assert await reads_right(reader)
    assert reader.pid != worker.pid


async def test_after_kill_9_between_two_cards_the_next_is_read(reader: CardReader) -> None:
    worker = await worker_of(reader)
    worker.kill()
    for _ in range(10_000_000):  # until the loop has been told
        if reader.pid is None:
            break
        await asyncio.sleep(0)
    assert await reads_right(reader)


async def test_a_process_that_is_stuck_is_given_up_in_time_and_replaced(reader: CardReader) -> None:
    worker = await worker_of(reader)
    worker.suspend()
    with pytest.raises(OutsideFault):
        await reader.read(PICTURE, TODAY, seconds=0.2)
    assert not worker.is_running()
    assert await reads_right(reader)


async def test_who_gives_up_leaves_no_answer_behind_for_the_next(reader: CardReader) -> None:
    worker = await worker_of(reader)
    worker.suspend()
    reading = asyncio.create_task(reader.read(jpeg(front(made_up_card(2))), TODAY))
    await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert await reads_right(reader)


async def test_cards_that_come_together_each_get_their_own_answer(reader: CardReader) -> None:
    people = [made_up_card(seed) for seed in range(3)]
    readings = await asyncio.gather(*(reader.read(jpeg(front(card)), TODAY) for card in people))
    assert [reading.number.value for reading in readings] == [card.number for card in people]


async def test_more_than_a_few_do_not_wait(reader: CardReader) -> None:
    worker = await worker_of(reader)
    worker.suspend()
    waiting = [asyncio.create_task(reader.read(PICTURE, TODAY)) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(OutsideFault) as caught:
        await reader.read(PICTURE, TODAY)
    assert caught.value.retry_after is not None
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert await reads_right(reader)


async def test_the_process_knows_no_secrets_writes_no_files_and_is_bounded(
    reader: CardReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIZHENG_KEYS", "made-up")
    await reader.close()
    worker = await worker_of(reader)
    assert not any(name.startswith("YIZHENG") for name in worker.environ())
    assert worker.io_counters().write_bytes == 0
    assert worker.net_connections() == []
    assert worker.rlimit(psutil.RLIMIT_DATA)[1] <= 2 * 2**30
    assert worker.rlimit(psutil.RLIMIT_CORE) == (0, 0)


async def test_close_ends_the_process(reader: CardReader) -> None:
    worker = await worker_of(reader)
    await reader.close()
    assert not worker.is_running()


async def test_the_process_ends_with_the_desk_whatever_ends_that(reader: CardReader) -> None:
    root = Path(__file__).parent.parent
    desk = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.card_desk", cwd=root, stdout=PIPE)
    assert desk.stdout is not None
    worker = psutil.Process(int(await desk.stdout.readline()))
    desk.kill()
    await desk.wait()
    await asyncio.to_thread(worker.wait, 60)
    assert not worker.is_running()


async def test_without_the_extra_it_is_said_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_NEEDED", ("no_such_package",))
    assert not can_read_cards()
    with pytest.raises(OutsideFault) as caught:
        await CardReader().read(PICTURE, TODAY)
    assert caught.value.final


async def test_a_process_that_cannot_start_is_a_fault_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_NEEDED", ())
    for program in ("/bin/false", "/no/such/program"):
        monkeypatch.setattr(sys, "executable", program)
        reader = CardReader()
        with pytest.raises(OutsideFault) as caught:
            await reader.read(PICTURE, TODAY)
        assert not caught.value.final
        assert reader.pid is None
