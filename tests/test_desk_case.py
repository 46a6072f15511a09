"""The desk: what a case shows and hides, what is done with it, and that what residents write stays words."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI, Response

from bot.app import App
from flows.desk.rights import Role
from integrations.store import bookings
from tests.desk import NAME, Desk, desk_of, entries, only_case, with_account
from tests.talk import MAN, HandClock, Talk, an_app, book, work_off
from tests.transcripts.walks import said, the_case
from tests.web import HURT, served

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
async def stranger(app: App) -> AsyncIterator[Desk]:
    """A browser that is not signed in; there is an account."""
    await with_account(app)
    async with desk_of(app) as opened:
        yield opened


@pytest.fixture
async def signed_in(stranger: Desk) -> Desk:
    assert (await stranger.sign_in()).status_code == 303
    return stranger


async def test_a_case_shows_the_appointment_the_precheck_and_the_answers_masked(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    page = await signed_in.read(f"/desk/cases/{number}")
    for shown in ("2026年5月20日 周三", "09:30", "材料齐全", "张三", "620***********001X", "138****0000"):
        assert shown in page
    assert MAN not in page
    assert "13800000000" not in page


REPORT = ["社会救助", "=agree", "=luyang", "=unknown", "=no", "=other", "=none", "村口一位老人没人管", "=none"]


async def test_a_case_shows_what_its_staff_are_told_and_when_the_notice_was_agreed_to(
    app: App, clock: HandClock, signed_in: Desk
) -> None:
    talk = Talk(app)
    await said(talk, *REPORT[:2])
    clock.move("2h")
    await said(talk, *REPORT[2:])
    await signed_in.sign_in()
    page = await signed_in.read(f"/desk/cases/{(await the_case(app, talk)).number}")
    told = page.partition("给工作人员的说明")[2].partition("</section>")[0]
    for shown in ("芦阳镇", "这是别人来说的", "2026年5月11日 周一 12:00", "“同意”"):
        assert shown in told
    number = await book(Talk(app, "c1"))
    assert "给工作人员的说明" not in await signed_in.read(f"/desk/cases/{number}")


async def test_whole_numbers_are_shown_when_asked_for_and_that_is_on_record(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    for reason in ("call", "check", "file", "danger"):
        answer = await signed_in.post(f"/desk/cases/{number}", reason=reason)
        for shown in (MAN, "13800000000", "张三", "09:30", "到现场再拍"):
            assert shown in answer.text
        assert (await entries(app))[-1] == (NAME, f"numbers shown: {reason}", number)


async def test_whole_numbers_are_not_shown_to_who_does_not_say_why(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    for form in ({}, {"reason": ""}, {"reason": "curious"}):
        answer = await signed_in.post(f"/desk/cases/{number}", **form)
        assert answer.status_code == 422
        assert MAN not in answer.text
        assert "13800000000" not in answer.text
    assert not any(what.startswith("numbers shown") for _, what, _ in await entries(app))


async def test_a_handoff_shows_the_last_messages_with_long_numbers_masked(app: App, signed_in: Desk) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "赵六", "转人工", "我在一条山镇", f"我的是{MAN}对吗")
    number = await only_case(signed_in)
    page = await signed_in.read(f"/desk/cases/{number}")
    assert "我在一条山镇" in page
    assert "我的是620***********001X对吗" in page
    assert MAN not in page


async def test_danger_shows_what_was_said_and_the_number_to_call_when_asked(app: App, signed_in: Desk) -> None:
    await Talk(app).say(f"{HURT} 13800000000")
    number = await only_case(signed_in)
    page = await signed_in.read(f"/desk/cases/{number}")
    assert HURT in page
    assert "急" in page
    assert "13800000000" not in page
    assert "13800000000" in (await signed_in.post(f"/desk/cases/{number}", reason="danger")).text


async def test_what_was_told_in_confidence_is_marked(app: App, signed_in: Desk) -> None:
    talk = Talk(app)
    await talk.say("离婚登记申请")
    for choice in ("agree", "afraid", "person", "none"):
        await talk.tap(choice)
    page = await signed_in.read(f"/desk/cases/{await only_case(signed_in)}")
    assert page.count("保密，不得告诉对方") == 3
    conversation = page[page.index("最近的对话") :]
    assert "（已回答，不显示）" in conversation


async def test_opening_and_closing_are_on_record_and_closing_counts_once(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    await signed_in.read(f"/desk/cases/{number}")
    assert "已看" in await signed_in.read()
    for _ in range(2):
        answer = await signed_in.post(f"/desk/cases/{number}/close", sure="yes")
        assert answer.headers["location"] == f"/desk/cases/{number}"
    page = await signed_in.read(f"/desk/cases/{number}")
    assert "已办结" in page
    assert "/close" not in page
    assert await entries(app) == [
        (NAME, "signed in", "desk"),
        (NAME, "case opened", number),
        (NAME, "case closed", number),
        (NAME, "case opened", number),
    ]


async def test_the_case_of_an_appointment_to_come_is_not_closed_by_one_tap(
    app: App, signed_in: Desk, clock: HandClock
) -> None:
    number = await book(Talk(app))
    await signed_in.read(f"/desk/cases/{number}")
    asked = await signed_in.post(f"/desk/cases/{number}/close")
    assert asked.status_code == 409
    assert 'name="sure" value="yes"' in asked.text
    assert "case closed" not in [what for _, what, _ in await entries(app)]
    assert (await signed_in.post(f"/desk/cases/{number}/close", sure="yes")).status_code == 303
    assert (await signed_in.post(f"/desk/cases/{number}/close")).status_code == 303, "it is closed"
    assert (await the_booking(app, number)).state == "booked", "closing cancels nothing"


@pytest.mark.parametrize("how", ["over", "cancelled"])
async def test_that_of_one_that_is_over_or_cancelled_is(app: App, signed_in: Desk, clock: HandClock, how: str) -> None:
    talk = Talk(app)
    number = await book(talk)
    if how == "over":
        clock.now = datetime.fromisoformat("2026-05-20T10:01:00+08:00")
        await work_off(app)
        await signed_in.sign_in()
    else:
        await talk.all("我的预约", "1")
        await talk.tap("cancel")
        await talk.tap("yes")
    await signed_in.read(f"/desk/cases/{number}")
    assert (await signed_in.post(f"/desk/cases/{number}/close")).status_code == 303
    assert "已办结" in await signed_in.read(f"/desk/cases/{number}")


async def the_booking(app: App, number: str) -> bookings.Booking:
    async with app.database.read() as connection:
        found = await bookings.by_number(connection, "c0", number)
    assert found is not None
    return found


async def test_an_unknown_number_is_said_to_be_and_noted_nowhere(app: App, signed_in: Desk) -> None:
    for path in ("/desk/cases/JT260511-AAAAAA", "/desk/cases/%3Cscript%3E"):
        answer = await signed_in.client.get(path)
        assert answer.status_code == 404
        assert "没有这个编号" in answer.text
    await signed_in.post("/desk/cases/JT260511-AAAAAA/close")
    assert [what for _, what, _ in await entries(app)] == ["signed in"]


async def test_what_residents_write_stays_words(app: App, signed_in: Desk) -> None:
    await Talk(app).all("转人工", SCRIPT, "'\"><img src=x onerror=alert(1)>")
    await Talk(app, "c1").say(f"{HURT} {SCRIPT}")
    for number in re.findall(r'<a href="/desk/cases/([^"]+)"', await signed_in.read()):
        page = await signed_in.read(f"/desk/cases/{number}")
        assert html.escape(SCRIPT) in page
        assert page.count("<script") == page.count('<script type="module" src="/static/') == 1
        assert "<img" not in page


async def test_a_delivery_that_failed_for_good_is_shown_and_can_be_tried_again(tmp_path: Path) -> None:
    got: list[int] = []
    backend = FastAPI()

    @backend.post("/cases")
    async def take() -> Response:
        got.append(410 if not got else 204)
        return Response(status_code=got[-1])

    async with served(backend) as peer:
        hook: dict[str, Any] = {"webhook_url": f"{peer.base_url}/cases", "webhook_secret": "whsec_" + "c2VjcmV0" * 4}
        async with an_app(tmp_path, **hook) as app, desk_of(app) as browser:
            await with_account(app, role=Role.LEAD)
            await browser.sign_in()
            number = await book(Talk(app))
            await work_off(app)
            assert "没有送到的推送：1" in await browser.read()
            page = await browser.read(f"/desk/cases/{number}")
            work = re.search(r'name="work" value="([^"]+)"', page)
            assert work is not None
            other = await browser.post("/desk/cases/JT260511-AAAAAA/retry", work=work[1])
            assert other.status_code == 404
            await work_off(app)
            assert got == [410]
            await browser.post(f"/desk/cases/{number}/retry", work=work[1])
            await work_off(app)
            assert got == [410, 204]
            assert 'name="work"' not in await browser.read(f"/desk/cases/{number}")
            assert (NAME, "delivery retried", number) in await entries(app)


async def test_the_desk_speaks_english_to_who_asks_for_it(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    signed_in.client.headers["accept-language"] = "en"
    assert "Not seen" in await signed_in.read()
    assert "What was entered" in await signed_in.read(f"/desk/cases/{number}")
