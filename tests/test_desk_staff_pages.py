"""The pages of the auditor, of who looks after the accounts, and of who keeps the calendar."""

from __future__ import annotations

import ast
import html
import re
from base64 import b32decode
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.web import desk_audit
from flows.desk.rights import Clerk, Level, Role
from integrations.store import audit, calendar, staff
from integrations.store.tables import audit as audit_table
from integrations.store.tables import due_work
from tests.desk import NAME, Desk, desk_of, entries, sends_to_the_sign_in, with_account
from tests.staff import code_of
from tests.talk import SPEECH, HandClock, Talk, book, work_off
from tests.transcripts.test_letters import applied, the_letter
from tests.transcripts.walks import said

ROOT = Path(__file__).parent.parent
ENTRY = re.compile(r'<li class="card( urgent)?">(.*?)</li>', re.DOTALL)


async def as_a(app: App, desk: Desk, role: Role) -> Desk:
    """Signs somebody of this role in."""
    await with_account(app, role=role)
    assert (await desk.sign_in()).status_code == 303
    return desk


def written() -> Iterator[str]:
    """What the code writes into the audit log, as far as it stands there in words."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"audited", "_audited", "_change"}:
                words = [each.value for each in node.args if isinstance(each, ast.Constant)]
                yield from [each for each in words[:1] if isinstance(each, str)]
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refused":
                said = [each.value for each in node.args if isinstance(each, ast.Constant)]
                yield from (f"refused: {each}" for each in said if isinstance(each, str))


def test_everything_that_is_written_down_has_words() -> None:
    words = SPEECH.texts("desk-did_", "zh-Hans")
    found = {re.sub(r"[:]? |-", "_", what) for what in written() if what != "stranger"}
    assert len(found) > 30
    assert {what for what in found if f"desk-did_{what}" not in words} == set()


async def test_the_log_is_shown_newest_first_and_looking_at_it_stands_in_it(any_app: App) -> None:
    async with desk_of(any_app) as desk:
        await as_a(any_app, desk, Role.AUDITOR)
        await desk.client.get("/desk/accounts")
        page = await desk.read("/desk/audit")
        shown = [re.sub(r"<[^>]+>|\s+", " ", row) for _, row in ENTRY.findall(page)]
        words = SPEECH.texts("desk-did_", "zh-Hans")
        order = ["log_opened", "refused_right", "signed_in"]
        assert [words[f"desk-did_{what}"] in row for what, row in zip(order, shown, strict=True)] == [True] * 3
        assert 'role="status"' in page
    assert (NAME, "log opened", "audit") in await entries(any_app)


async def test_an_entry_that_was_tampered_with_is_told(any_app: App) -> None:
    async with desk_of(any_app) as desk:
        await as_a(any_app, desk, Role.AUDITOR)
        async with any_app.database.write() as connection:
            await connection.execute(update(audit_table).where(audit_table.c.seq == 1).values(who="somebody"))
        page = await desk.read("/desk/audit")
    assert "audit entry 1 was changed" in page
    assert 'role="status"' not in page


async def test_a_long_log_is_gone_through_when_it_is_asked_for(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_audit, "CHECKED_UNASKED", 0)
    async with desk_of(app) as desk:
        await as_a(app, desk, Role.AUDITOR)
        page = await desk.read("/desk/audit")
        assert 'role="status"' not in page
        assert "/desk/audit?check=yes" in page
        assert 'role="status"' in await desk.read("/desk/audit?check=yes")


async def test_the_log_is_narrowed_by_person_subject_and_day_and_leafed_through(
    any_app: App, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await book(Talk(any_app))
    async with desk_of(any_app) as desk:
        await with_account(any_app, "li")
        await desk.sign_in("li")
        await desk.read(f"/desk/cases/{number}")
        clock.move("1d")
        await as_a(any_app, desk, Role.AUDITOR)

        async def found(query: str) -> int:
            return len(ENTRY.findall(await desk.read(f"/desk/audit{query}")))

        assert await found("?by=li") == 2
        assert await found(f"?subject={number}") == 1
        assert await found("?day=2026-05-11") == 2
        assert await found("?day=2026-05-11&by=nobody") == 0
        assert await found("?by=%00&subject=%00&day=no+day&page=-1") > 2
        monkeypatch.setattr(desk_audit, "PAGE", 1)
        first = await desk.read("/desk/audit?day=2026-05-11")
        follow = re.search(r'href="(/desk/audit\?[^"]*page=1[^"]*)"', first)
        assert follow is not None
        second = await desk.read(html.unescape(follow[1]))
        assert ENTRY.findall(first) != ENTRY.findall(second)
        assert "page=2" not in second


async def test_accounts_are_blocked_and_let_in_again_and_nobody_blocks_themselves(any_app: App) -> None:
    await with_account(any_app, "li", level=Level.VILLAGE, township="yitiaoshan", village="901001")
    async with desk_of(any_app) as desk, desk_of(any_app) as other:
        await as_a(any_app, desk, Role.ADMIN)
        await other.sign_in("li")
        page = await desk.read("/desk/accounts")
        assert "一条山镇" in page
        assert "示例一村" in page
        await desk.post("/desk/accounts/block", name="li")
        assert sends_to_the_sign_in(await other.client.get("/desk"))
        assert (await other.sign_in("li")).status_code == 403
        assert 'action="/desk/accounts/unblock"' in await desk.read("/desk/accounts")
        await desk.post("/desk/accounts/unblock", name="li")
        assert (await other.sign_in("li")).status_code == 303
        await desk.post("/desk/accounts/block", name=NAME)
        await desk.read("/desk/accounts")
        await desk.post("/desk/accounts/block", name="620423199001010011")
    told = [entry for entry in await entries(any_app) if entry[1].startswith("account")]
    assert told == [(NAME, "account blocked", "li"), (NAME, "account unblocked", "li")]


async def test_new_codes_are_shown_once_and_open_the_desk(any_app: App, clock: HandClock) -> None:
    await with_account(any_app, "li")
    async with desk_of(any_app) as desk, desk_of(any_app) as other:
        await as_a(any_app, desk, Role.ADMIN)
        page = html.unescape((await desk.post("/desk/accounts/codes", name="li")).text)
        assert "data:image/svg+xml;base64," in page
        address = re.search(r"otpauth://[^<\s]+", page)
        assert address is not None
        secret = b32decode(parse_qs(urlsplit(address[0]).query)["secret"][0])
        assert "otpauth" not in await desk.read("/desk/accounts")
        assert (await other.sign_in("li")).status_code == 403
        assert (await other.sign_in("li", code=code_of(clock, secret))).status_code == 303
        assert (await desk.post("/desk/accounts/codes", name="nobody")).status_code == 303
    assert [what for _, what, _ in await entries(any_app)].count("new one-time codes") == 1


async def test_a_day_is_set_and_taken_back_and_appointments_are_looked_at_at_once(any_app: App) -> None:
    await any_app.worker.plant()
    await work_off(any_app)
    async with desk_of(any_app) as desk:
        await as_a(any_app, desk, Role.CALENDAR)
        day = date(2026, 6, 1)
        for what, worked in (("off", False), ("work", True), ("published", None)):
            answer = await desk.post("/desk/calendar", day=day.isoformat(), what=what, note="<b>校庆")
            assert answer.headers["location"] == "/desk/calendar"
            async with any_app.database.read() as connection:
                assert (await calendar.changes(connection)).get(day) is worked
                due = select(due_work.c.due_at).where(due_work.c.id == "calendar")
                assert (await connection.execute(due)).scalar_one() <= any_app.clock()
            page = await desk.read("/desk/calendar")
            assert ("&lt;b&gt;校庆" in page) is (worked is not None)
    told = [entry for entry in await entries(any_app) if entry[1].startswith("calendar")]
    assert told == [(NAME, f"calendar: {what}", "2026-06-01") for what in ("off", "work", "published")]


@pytest.mark.parametrize(
    ("day", "what"), [("", "off"), ("tomorrow", "off"), ("2026-05-10", "off"), ("2026-06-01", "x")]
)
async def test_what_is_no_day_to_come_changes_nothing(app: App, day: str, what: str) -> None:
    async with desk_of(app) as desk:
        await as_a(app, desk, Role.CALENDAR)
        assert (await desk.post("/desk/calendar", day=day, what=what)).status_code == 422
        async with app.database.read() as connection:
            assert await calendar.changes(connection) == {}


async def test_a_refusal_is_not_told_to_who_signed_a_letter_as_a_look(app: App) -> None:
    """谁查看过 says who looked; who was refused saw nothing."""
    his = await applied(app)
    number = (await the_letter(app, his)).case
    clerk = Clerk("li", "li", Role.DESK, Level.TOWNSHIP, "wufo")
    async with desk_of(app) as desk:
        async with app.database.write() as connection:
            await staff.add(connection, clerk, staff.hashed("correct horse battery"), app.clock())
        await desk.sign_in("li")
        assert (await desk.client.get(f"/desk/cases/{number}/letter.pdf")).status_code == 404
    async with app.database.read() as connection:
        assert [each.what for each in await audit.about(connection, [number])] == ["refused: scope"]
    await said(his, "我的授权书", "=first", "=looked")
    assert his.last is not None
    (told,) = [reply.words for reply in his.last.replies if "lines" in reply.words.args]
    assert told.args["lines"] == ()
