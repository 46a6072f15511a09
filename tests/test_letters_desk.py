"""Letters of authorisation on the desk: opened, looked at, and what may be asked on their strength."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.app import App
from flows.calendar import add_workdays
from flows.words import from_plain
from integrations.calendar import ChinaCalendar
from integrations.store import cases, uploads
from integrations.store.database import Collision
from tests.desk import NAME, Desk, desk_of, entries, with_account
from tests.talk import HandClock, Talk, work_off
from tests.test_documents import pages_of
from tests.transcripts.test_assistance import OLD_MAN
from tests.transcripts.test_letters import MINE, applied, codes, notices, signs, states, the_letter, told
from tests.transcripts.walks import said, the_case
from tests.web import picture


@pytest.fixture
async def clerk(any_app: App) -> AsyncIterator[Desk]:
    """A browser at the desk, signed in, once on each database."""
    await with_account(any_app)
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in()).status_code == 303
        yield opened


async def path_of(app: App, talk: Talk) -> str:
    """The page of the application of a conversation."""
    return f"/desk/cases/{(await the_case(app, talk)).number}"


async def audit_of(app: App) -> list[str]:
    """What is in the audit log, but for signing in."""
    found = [what for _, what, _ in await entries(app)]
    return [what for what in found if what != "signed in" and not what.startswith("refused")]


async def on_paper(app: App, talk: Talk, clock: HandClock) -> str:
    """Hands in the page of the second as a picture; its id."""
    upload = "photo"
    async with app.database.write() as connection:
        await uploads.keep(
            connection, app.vault, upload=upload, conversation=talk.conversation, data=picture(), at=clock()
        )
    await said(talk, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    return upload


async def test_an_application_is_accepted_once_and_everybody_sees_the_same_deadlines(
    any_app: App, clerk: Desk, clock: HandClock
) -> None:
    """最低生活保障审核确认办法第16条: the survey begins within three working days of acceptance."""
    his = await applied(any_app)
    path = await path_of(any_app, his)
    await clerk.post(f"{path}/accept")
    clock.move("1d")
    await clerk.sign_in()
    await clerk.post(f"{path}/accept")
    assert (await the_case(any_app, his)).content["accepted_on"] == "2026-05-11"
    await work_off(any_app)
    (words,) = [each for each in await notices(any_app, his) if each.key == "assistance-accepted"]
    days = {line.args["name"].key: line.args["day"] for line in words.args["lines"]}
    assert days["clock-survey"] == add_workdays(ChinaCalendar(), date(2026, 5, 11), 3)
    page = await clerk.read(path)
    shown = [his.app.speech.render(line, "zh-Hans") for line in words.args["lines"]]
    assert shown
    assert all(line in page for line in shown)
    assert (await audit_of(any_app)).count("case accepted") == 1


async def test_only_an_application_can_be_accepted(any_app: App, clerk: Desk) -> None:
    talk = Talk(any_app)
    await said(talk, "转人工")
    path = await path_of(any_app, talk)
    await clerk.post(f"{path}/accept")
    assert "accepted_on" not in (await the_case(any_app, talk)).content
    assert "case accepted" not in await audit_of(any_app)


async def test_the_means_are_verified_on_a_letter_that_everybody_has_signed_and_on_no_other(
    any_app: App, clerk: Desk
) -> None:
    """社会救助暂行办法第58条."""
    his = await applied(any_app)
    path = await path_of(any_app, his)
    await clerk.post(f"{path}/accept")
    assert (await clerk.post(f"{path}/check")).status_code == 409
    assert "check asked" not in await audit_of(any_app)
    await signs(any_app, codes(his)[0])
    await said(his, *MINE, "=first", "=withdraw", "=yes")
    assert (await clerk.post(f"{path}/check")).status_code == 409
    await said(his, *MINE, "=first", "=again")
    first, second = codes(his)
    await signs(any_app, first, "张三", OLD_MAN, conversation="his")
    await signs(any_app, second, conversation="again")
    assert (await clerk.post(f"{path}/check")).status_code == 303
    assert (await clerk.post(f"{path}/check")).status_code == 409
    assert (await audit_of(any_app)).count("check asked") == 1


async def test_nothing_is_verified_before_the_application_is_accepted(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    await signs(any_app, codes(his)[0])
    path = await path_of(any_app, his)
    assert (await clerk.post(f"{path}/check")).status_code == 409
    await clerk.post(f"{path}/accept")
    assert (await clerk.post(f"{path}/check")).status_code == 303


async def test_somebody_who_comes_to_the_counter_withdraws_there(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    await clerk.post(f"{await path_of(any_app, his)}/withdraw")
    assert (await the_letter(any_app, his)).state == "withdrawn"
    for talk in (his, hers):
        assert "letters-is_withdrawn_there" in await told(any_app, talk)
    assert "letter withdrawn" in await audit_of(any_app)


async def test_who_looked_at_what_is_told_to_the_applicant_and_to_who_signed(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    await said(his, *MINE, "=first", "=looked")
    assert "letters-looked" in his.keys
    path = await path_of(any_app, his)
    await clerk.read(path)
    await clerk.client.get(f"{path}/letter.pdf")
    await clerk.post(f"{path}/accept")
    await clerk.post(f"{path}/check")
    for talk in (his, hers):
        await said(talk, *MINE, "=first", "=looked")
        assert talk.last is not None
        (told_of,) = [reply.words for reply in talk.last.replies if reply.words.key == "letters-looked"]
        seen = [(line.args["who"], line.args["what"].key) for line in told_of.args["lines"]]
        assert seen == [
            (NAME, f"looked-{what}") for what in ("case_opened", "letter_opened", "case_accepted", "check_asked")
        ]


async def test_everything_the_audit_log_says_of_an_application_can_be_told(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    path = await path_of(any_app, his)
    await clerk.read(path)
    await clerk.post(f"{path}/answer", text="请带身份证", form="f")
    await clerk.post(f"{path}/close")
    await clerk.post(f"{path}/retry", work="none")
    await said(his, *MINE, "=first", "=looked")
    assert "letters-looked" in his.keys


async def test_the_letter_is_opened_with_every_page_and_whole_numbers(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    await signs(any_app, codes(his)[0])
    answer = await clerk.client.get(f"{await path_of(any_app, his)}/letter.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    first, second = pages_of(answer.content)
    for page in (first, second):
        assert str((await the_letter(any_app, his)).pages[1].id_number) in page
    assert "letter opened" in await audit_of(any_app)


async def test_a_page_on_paper_is_looked_at_and_counts_only_when_it_is_good(
    any_app: App, clerk: Desk, clock: HandClock
) -> None:
    his = await applied(any_app)
    upload = await on_paper(any_app, his, clock)
    path, (_, page) = await path_of(any_app, his), (await the_letter(any_app, his)).pages
    shown = await clerk.client.get(f"{path}/pictures/{upload}")
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    await clerk.post(f"{path}/pages/{page.id}", good="no")
    assert await states(any_app, his) == ["signed", "waiting"]
    assert await told(any_app, his) == ["letters-paper_again"]
    await said(his, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    await clerk.post(f"{path}/pages/{page.id}", good="yes")
    assert await states(any_app, his) == ["signed", "paper_seen"]
    assert (await the_letter(any_app, his)).is_in_force
    await clerk.post(f"{path}/pages/{page.id}", good="no")
    assert await states(any_app, his) == ["signed", "paper_seen"]
    assert (await audit_of(any_app)).count("page checked") == 2


async def test_a_picture_is_shown_with_its_own_case_alone(any_app: App, clerk: Desk, clock: HandClock) -> None:
    his, other = await applied(any_app), await applied(any_app, conversation="c1")
    upload = await on_paper(any_app, his, clock)
    assert (await clerk.client.get(f"{await path_of(any_app, other)}/pictures/{upload}")).status_code == 404
    assert "picture opened" not in await audit_of(any_app)


async def test_a_stranger_opens_and_changes_nothing(any_app: App, clock: HandClock) -> None:
    his = await applied(any_app)
    upload, path = await on_paper(any_app, his, clock), await path_of(any_app, his)
    _, page = (await the_letter(any_app, his)).pages
    async with desk_of(any_app) as stranger:
        for each in ("letter.pdf", f"pictures/{upload}"):
            assert (await stranger.client.get(f"{path}/{each}")).status_code == 303
        for each in ("accept", "check", f"pages/{page.id}"):
            assert (await stranger.post(f"{path}/{each}", good="yes")).status_code == 303
    assert await states(any_app, his) == ["signed", "paper"]
    assert "accepted_on" not in (await the_case(any_app, his)).content
    assert await audit_of(any_app) == []


async def test_a_forged_form_changes_nothing(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    path = await path_of(any_app, his)
    for each in ("accept", "check"):
        await clerk.client.post(f"{path}/{each}", data={"token": "forged"})
    assert "accepted_on" not in (await the_case(any_app, his)).content
    assert await audit_of(any_app) == []


async def test_numbers_and_codes_of_the_signers_are_not_on_the_page_of_a_case(any_app: App, clerk: Desk) -> None:
    his = await applied(any_app)
    (code,) = codes(his)
    page = await clerk.read(await path_of(any_app, his))
    assert "王五" in page
    assert str((await the_letter(any_app, his)).pages[1].of.id_number) not in page
    assert code not in page.replace("-", "")
    assert not re.search(rf"{code[:4]}-?{code[4:]}", page)


async def test_an_erased_application_has_no_letter_and_no_picture_any_more(
    any_app: App, clerk: Desk, clock: HandClock
) -> None:
    his = await applied(any_app)
    upload = await on_paper(any_app, his, clock)
    case = await the_case(any_app, his)
    await said(his, "我的信息", "=erase", "=yes")
    await clerk.post(f"/desk/cases/{case.number}E/erase")
    assert (await clerk.client.get(f"/desk/cases/{case.number}/letter.pdf")).status_code == 404
    assert (await clerk.client.get(f"/desk/cases/{case.number}/pictures/{upload}")).status_code == 404
    async with any_app.database.read() as connection:
        erased = await cases.by_number(connection, any_app.vault, case.number)
    assert erased is not None
    assert erased.content["letter"] is None
    assert [from_plain(each) for each in erased.content["findings"]] == []


async def test_a_case_that_was_accepted_meanwhile_is_not_written_over(any_app: App) -> None:
    his = await applied(any_app)
    case, world = await the_case(any_app, his), await any_app.world()
    async with any_app.database.write() as connection:
        assert await any_app.acceptance.accept(connection, case.number, world)
    with pytest.raises(Collision):
        async with any_app.database.write() as connection:
            await any_app.turns._filing.change(case, connection, world.now, letter=None)
    assert (await the_case(any_app, his)).content["accepted_on"] == world.day.isoformat()
