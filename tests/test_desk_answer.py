"""What staff and residents tell each other over a case: answers arrive, a closed ticket ends, no word is lost."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator, Sequence

import pytest
from structlog.testing import capture_logs

from bot.app import App
from bot.doing import LONGEST_ANSWER
from bot.web.site import make_site
from flows.words import Reply
from integrations.store import cases, conversations
from integrations.store.tables import conversations as conversation_table
from tests.desk import NAME, Desk, desk_of, entries, listed, only_case, sends_to_the_sign_in, with_account
from tests.records import every_value
from tests.talk import SPEECH, Talk, book, work_off
from tests.test_api import stream
from tests.web import HURT, Resident, conversation, served

WORDS = "周四上午可以来，带上户口本"
FORM_ID = re.compile(r'name="form" value="([^"]+)"')


@pytest.fixture
async def desk(any_app: App) -> AsyncIterator[Desk]:
    """A clerk's browser."""
    await with_account(any_app)
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in()).status_code == 303
        yield opened


async def pushed(app: App, of: str = "c0") -> list[Sequence[Reply]]:
    """The replies of each turn that answered no message of the resident."""
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, of, pushed_only=True)
    return [entry.replies for entry in found]


async def keys(app: App, of: str = "c0") -> list[list[str]]:
    """The message ids of these."""
    return [[reply.words.key for reply in replies] for replies in await pushed(app, of)]


async def state_of(app: App, number: str) -> str:
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    return case.state


async def handed_over(app: App, of: str = "c0") -> tuple[Talk, str]:
    """A resident in the middle of a service who asked for a person, and the number of the ticket."""
    talk = Talk(app, of)
    await talk.all("结婚登记", "同意", "转人工")
    number = talk.last.replies[-1].receipt if talk.last is not None else None
    assert number is not None
    return talk, number


async def close(app: App, desk: Desk, number: str) -> None:
    """Looks at a case and closes it, and what follows from that is done."""
    await desk.read(f"/desk/cases/{number}")
    assert (await desk.post(f"/desk/cases/{number}/close", sure="yes")).status_code == 303
    await work_off(app)


# --- answers ---------------------------------------------------------------------------------------------------------


async def test_an_answer_arrives_on_the_open_page_and_stands_in_the_history(app: App) -> None:
    await with_account(app)
    async with served(make_site(app)) as client, asyncio.timeout(20):
        resident, desk = await Resident.begin(client), Desk(client)
        await resident.say("转人工")
        await desk.sign_in()
        number = await only_case(desk)

        async def first_heard() -> str:
            async for event in stream(client, resident, "m1"):
                return str(event["data"]["replies"][0]["text"])
            raise AssertionError("the stream ended")

        hearing = asyncio.create_task(first_heard())
        answer = await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/desk/cases/{number}#answer")
        text = await hearing
        assert text.splitlines() == [
            f"民政局办公室（示例）的{NAME}回复您（编号：{number}）：",
            WORDS,
            "还有要说的，直接写在这里。",
        ]
        assert (await resident.history())["messages"][-1]["replies"][0]["text"] == text
        assert WORDS in await desk.read(f"/desk/cases/{number}")


async def test_while_a_person_is_asked_for_an_answer_repeats_no_question_and_writing_back_reaches_the_desk(
    any_app: App, desk: Desk
) -> None:
    talk, number = await handed_over(any_app)
    await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
    ((said,),) = await pushed(any_app)
    assert said.words.key == "staff-answer"
    assert said.asking is not None
    assert [option.value for option in said.asking.options] == ["command:resume", "command:take_back"]
    await talk.say("户口本在老家")
    assert talk.keys == [], "who has answered reads along"
    page = await desk.read(f"/desk/cases/{number}")
    assert page.index(WORDS) < page.rindex("户口本在老家")


async def test_who_went_on_hears_the_answer_then_the_open_question_and_how_to_write_back(
    any_app: App, desk: Desk
) -> None:
    talk, number = await handed_over(any_app)
    await talk.say("继续")
    asked = talk.keys[-1]
    await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
    assert await keys(any_app) == [["staff-answer", asked]]
    assert "打“转人工”" in SPEECH.render((await pushed(any_app))[0][0].words, "zh-Hans")
    await talk.say("1")
    assert talk.keys == ["marriage-first_name"]


async def test_the_same_form_sent_twice_is_one_answer_and_other_words_are_another(any_app: App, desk: Desk) -> None:
    _, number = await handed_over(any_app)
    found = FORM_ID.search(await desk.read(f"/desk/cases/{number}"))
    assert found is not None
    for words in (WORDS, WORDS, f"{WORDS}。"):
        answer = await desk.post(f"/desk/cases/{number}/answer", text=words, form=found[1])
        assert answer.status_code == 303
    assert await keys(any_app) == [["staff-answer"], ["staff-answer"]]
    assert [what for _, what, _ in await entries(any_app)].count("case answered") == 2
    assert found[1] not in await desk.read(f"/desk/cases/{number}")


@pytest.mark.parametrize("words", ["", "  \r\n ", "\u200b\u2060", "话" * (LONGEST_ANSWER + 1)], ids=len)
async def test_an_answer_without_words_or_with_too_many_is_refused_with_a_sentence_and_kept(
    app: App, words: str
) -> None:
    await with_account(app)
    _, number = await handed_over(app)
    async with desk_of(app) as desk:
        await desk.sign_in()
        answer = await desk.post(f"/desk/cases/{number}/answer", text=words)
    assert answer.status_code == 422
    assert ("最多 1000 个字" if words.strip("\u200b\u2060 \r\n") else "还没有看到字") in answer.text
    assert f">{words.strip()}</textarea>" in answer.text
    assert await keys(app) == []
    assert "case answered" not in {what for _, what, _ in await entries(app)}


async def test_an_answer_as_long_as_may_be_keeps_its_lines_and_stays_words(any_app: App, desk: Desk) -> None:
    _, number = await handed_over(any_app)
    words = "<b>第一行\r\n第二行 { $number }\r\n"
    words += "话" * (LONGEST_ANSWER + 2 - len(words))
    assert (await desk.post(f"/desk/cases/{number}/answer", text=words)).status_code == 303
    ((said,),) = await pushed(any_app)
    assert f"\n{words.replace(chr(13), '')}\n" in SPEECH.render(said.words, "zh-Hans")
    page = await desk.read(f"/desk/cases/{number}")
    assert html.escape("<b>第一行\n第二行 { $number }") in page
    assert "<b>" not in page


async def test_an_answer_from_a_form_that_was_not_made_for_this_browser_is_not_said(any_app: App, desk: Desk) -> None:
    _, number = await handed_over(any_app)
    for form in ({}, {"token": "made up"}):
        answer = await desk.client.post(f"/desk/cases/{number}/answer", data={"text": WORDS, **form})
        assert sends_to_the_sign_in(answer)
    desk.client.cookies.delete("yizheng_desk")
    assert sends_to_the_sign_in(await desk.post(f"/desk/cases/{number}/answer", text=WORDS))
    assert await keys(any_app) == []


async def test_who_has_left_cannot_be_told_and_the_clerk_hears_so_with_the_words_kept(any_app: App, desk: Desk) -> None:
    _, number = await handed_over(any_app)
    async with any_app.database.write() as connection:
        await conversations.forget(connection, "c0", any_app.clock(), revoke=True)
    answer = await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
    assert answer.status_code == 409
    assert "请打电话告诉对方" in answer.text
    assert WORDS in answer.text
    page = await desk.read(f"/desk/cases/{number}")
    assert "请打电话告诉对方" in page
    assert f"/desk/cases/{number}/answer" not in page
    assert f"/desk/cases/{number}/picture" not in page
    assert "case answered" not in {what for _, what, _ in await entries(any_app)}


async def test_who_leaves_while_the_answer_is_on_its_way_is_not_said_to_have_been_told(
    any_app: App, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, number = await handed_over(any_app)
    can_be_told = conversations.can_be_told

    async def and_then_leaves(connection: object, of: str) -> bool:
        monkeypatch.setattr(conversations, "can_be_told", can_be_told)
        async with any_app.database.write() as other:
            await conversations.forget(other, of, any_app.clock(), revoke=True)
        return True

    monkeypatch.setattr(conversations, "can_be_told", and_then_leaves)
    answer = await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
    assert answer.status_code == 409
    assert WORDS in answer.text
    assert (NAME, "answer not delivered", number) in await entries(any_app)


async def test_a_conversation_that_went_with_its_retention_is_not_begun_anew_by_an_answer(
    any_app: App, desk: Desk
) -> None:
    _, number = await handed_over(any_app)
    async with any_app.database.write() as connection:
        await connection.execute(conversation_table.delete())
    assert (await desk.post(f"/desk/cases/{number}/answer", text=WORDS)).status_code == 409
    async with any_app.database.read() as connection:
        assert await conversations.known(connection, ["c0"]) == {}


async def test_an_answer_about_a_booking_is_shown_there_and_nothing_else_that_was_said(
    any_app: App, desk: Desk
) -> None:
    talk = Talk(any_app)
    number = await book(talk)
    await talk.all("给工作人员留言", "同意")
    await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
    page = await desk.read(f"/desk/cases/{number}")
    assert page.count(WORDS) == 1
    assert page.count('<p class="told') == 1


async def test_an_unknown_number_is_answered_by_nobody(any_app: App, desk: Desk) -> None:
    answer = await desk.post("/desk/cases/JT260511-AAAAAA/answer", text=WORDS)
    assert answer.status_code == 404
    assert "case answered" not in {what for _, what, _ in await entries(any_app)}


async def test_an_answer_is_on_record_and_its_words_stand_nowhere_but_in_the_conversation(
    any_app: App, desk: Desk
) -> None:
    _, number = await handed_over(any_app)
    with capture_logs() as lines:
        answer = await desk.post(f"/desk/cases/{number}/answer", text=WORDS)
        await desk.post(f"/desk/cases/{number}/answer", text=WORDS * LONGEST_ANSWER)
        await work_off(any_app)
    assert (NAME, "case answered", number) in await entries(any_app)
    assert WORDS not in repr(lines) + str(answer.headers)
    assert [where for where, value in await every_value(any_app.database) if WORDS[:4].encode() in value] == []


# --- a ticket is closed ----------------------------------------------------------------------------------------------


async def test_closing_the_ticket_says_so_once_asks_for_the_score_and_the_open_question_is_answered_again(
    any_app: App, desk: Desk
) -> None:
    talk, number = await handed_over(any_app)
    for _ in range(2):
        await close(any_app, desk, number)
    ((said, asked),) = await pushed(any_app)
    assert (said.words.key, asked.words.key) == ("staff-closed", "aside-score")
    assert (said.words.args["number"], said.words.args["rate"]) == (number, "no")
    assert number in SPEECH.render(said.words, "zh-Hans")
    assert asked.asking is not None
    assert [option.value for option in asked.asking.options] == ["s1", "s2", "s3", "s4", "s5", "skip"]
    await talk.tap("skip")
    assert talk.keys == ["marriage-couple"]
    await talk.say("1")
    assert talk.keys == ["marriage-first_name"]
    assert "<span>告诉对方</span>" in await desk.read(f"/desk/cases/{number}")


async def test_where_no_service_was_open_the_score_leads_to_the_menu_and_a_person_can_be_asked_for_anew(
    any_app: App, desk: Desk
) -> None:
    talk = Talk(any_app)
    await talk.say("转人工")
    await close(any_app, desk, await only_case(desk))
    assert await keys(any_app) == [["staff-closed", "aside-score"]]
    await talk.tap("skip")
    assert talk.keys == ["menu"]
    await talk.say("转人工")
    assert talk.keys == ["handoff-taken"]


async def test_who_went_on_by_themselves_hears_of_the_closing_keeps_their_question_and_may_rate_it(
    any_app: App, desk: Desk
) -> None:
    talk, number = await handed_over(any_app)
    await talk.say("继续")
    await close(any_app, desk, number)
    ((said, asked),) = await pushed(any_app)
    assert (said.words.key, asked.words.key) == ("staff-closed", "marriage-couple")
    assert (said.words.args["number"], said.words.args["rate"]) == (number, "yes")
    await talk.say("评价")
    assert talk.keys == ["aside-score"]
    await talk.tap("skip")
    assert talk.keys == ["marriage-couple"]
    await talk.say("评价")
    assert talk.keys == ["score-nothing", "marriage-couple"]


async def test_closing_the_first_ticket_leaves_a_second_one_waited_for(any_app: App, desk: Desk) -> None:
    talk, first = await handed_over(any_app)
    await talk.all("继续", "转人工")
    await close(any_app, desk, first)
    ((said,),) = await pushed(any_app)
    assert (said.words.key, said.words.args["number"], said.words.args["rate"]) == ("staff-closed", first, "yes")
    await talk.say("还在吗")
    assert talk.keys == ["handoff-noted"]


async def test_closing_a_booking_says_nothing(any_app: App, desk: Desk) -> None:
    talk = Talk(any_app)
    number = await book(talk)
    await talk.say("转人工")
    await close(any_app, desk, number)
    assert await keys(any_app) == []
    await talk.say("在吗")
    assert talk.keys == ["handoff-noted"]


async def test_who_goes_on_before_the_closing_is_told_is_not_asked_for_the_score(any_app: App, desk: Desk) -> None:
    talk, number = await handed_over(any_app)
    await desk.read(f"/desk/cases/{number}")
    await desk.post(f"/desk/cases/{number}/close")
    await talk.say("继续")
    await work_off(any_app)
    assert await keys(any_app) == [["staff-closed", "marriage-couple"]]


# --- words for the staff ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["还有一件事", "转人工"])
async def test_new_words_make_a_ticket_one_that_nobody_has_looked_at(any_app: App, desk: Desk, words: str) -> None:
    talk, number = await handed_over(any_app)
    await handed_over(any_app, "c1")
    await desk.read(f"/desk/cases/{number}")
    assert await state_of(any_app, number) == cases.SEEN
    assert re.findall(r'<a href="/desk/cases/([^"]+)"', await desk.read())[1] == number
    await talk.say(words)
    assert await state_of(any_app, number) == cases.FILED
    assert number in await desk.read("/desk?state=filed")
    assert f'<p class="said lines">{words}</p>' in await desk.read(f"/desk/cases/{number}")
    assert await state_of(any_app, number) == cases.SEEN


async def test_the_desk_shows_the_latest_words_and_keeps_the_earlier(any_app: App, desk: Desk) -> None:
    talk, number = await handed_over(any_app)
    await talk.all(*(f"第{n}句" for n in range(30)))
    before, _, rest = (await desk.read(f"/desk/cases/{number}")).partition('id="conversation"')
    spoken, _, after = rest.partition("</section>")
    assert "第29句" in spoken
    assert "第9句" not in spoken
    assert all(f"第{n}句" in before + after for n in range(30))


async def test_a_number_left_for_the_staff_can_be_called_although_the_log_masks_it(any_app: App, desk: Desk) -> None:
    talk, number = await handed_over(any_app)
    await talk.say("打我妹妹的电话 13812345678")
    assert "13812345678" not in await desk.read(f"/desk/cases/{number}")
    assert "13812345678" in (await desk.post(f"/desk/cases/{number}", reason="call")).text


async def test_what_was_said_for_the_staff_stays_with_them_after_quick_exit(any_app: App, desk: Desk) -> None:
    talk = Talk(any_app)
    await talk.all("离婚", "同意")
    await talk.tap("safe")
    await talk.say(HURT)
    assert talk.keys[-1] == "alarm-go_on"
    assert talk.options == ["command:resume"]
    await talk.all("寺滩乡永川村三社", "别打电话，他在旁边")
    assert talk.keys == ["handoff-noted"]
    await talk.say("快速退出")
    (number,) = await listed(desk, "/desk?kind=handoff")
    page = await desk.read(f"/desk/cases/{number}")
    for words in (HURT, "寺滩乡永川村三社", "别打电话，他在旁边"):
        assert words in page


async def test_one_in_danger_who_says_so_again_has_one_ticket_until_it_is_closed(any_app: App, desk: Desk) -> None:
    talk = Talk(any_app)
    await talk.all(HURT, HURT)
    (number,) = await listed(desk, "/desk?kind=handoff")
    await close(any_app, desk, number)
    await talk.say(HURT)
    assert len(await listed(desk, "/desk?kind=handoff")) == 2


async def test_who_spoke_of_danger_goes_on_where_they_were(any_app: App) -> None:
    talk = Talk(any_app)
    await talk.all("补领", "同意", HURT, "继续")
    assert talk.keys == ["reissue-which"]


async def test_a_ticket_is_not_closed_over_words_the_clerk_has_not_seen(any_app: App, desk: Desk) -> None:
    talk, number = await handed_over(any_app)
    await desk.read(f"/desk/cases/{number}")
    await talk.say("还有一件事")
    answer = await desk.post(f"/desk/cases/{number}/close")
    assert answer.status_code == 409
    assert "请看过再办结" in answer.text
    assert "还有一件事" in answer.text
    assert await state_of(any_app, number) == cases.SEEN
    await close(any_app, desk, number)
    assert await state_of(any_app, number) == cases.CLOSED


async def test_words_said_before_the_closing_is_told_open_the_ticket_again(any_app: App, desk: Desk) -> None:
    talk, number = await handed_over(any_app)
    await desk.read(f"/desk/cases/{number}")
    await desk.post(f"/desk/cases/{number}/close")
    await talk.say("还有一件事")
    assert talk.keys == ["handoff-noted"]
    await work_off(any_app)
    assert await state_of(any_app, number) == cases.FILED
    assert await keys(any_app) == [["staff-closed", "aside-score"]]


async def test_words_for_one_ticket_leave_other_cases_as_they_are(any_app: App, desk: Desk) -> None:
    talk = Talk(any_app)
    booking = await book(talk)
    await desk.read(f"/desk/cases/{booking}")
    await talk.all("转人工", "在吗")
    assert await state_of(any_app, booking) == cases.SEEN


async def test_a_page_of_the_chat_that_is_opened_again_shows_what_was_closed(app: App) -> None:
    await with_account(app)
    async with desk_of(app) as desk:
        await desk.sign_in()
        resident = await Resident.begin(desk.client)
        await resident.say("转人工")
        await close(app, desk, await only_case(desk))
        last = (await resident.history())["messages"][-1]["replies"]
        assert [reply["key"] for reply in last] == ["staff-closed", "aside-score"]
        assert await keys(app, conversation(app, resident)) == [["staff-closed", "aside-score"]]
