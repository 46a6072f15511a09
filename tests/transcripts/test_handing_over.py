"""A person is asked for (转人工): what is told, what is kept, and who answers meanwhile."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from flows.desk.rights import Level
from flows.hours import SHANGHAI
from flows.words import Reply
from integrations.store import cases, conversations, scores, uploads
from integrations.store.queue import To
from tests.staffing import case_of, claim, close, done_about, on_duty, with_clerk
from tests.talk import COUPLE, HandClock, Talk, an_app, book, replay, work_off
from tests.transcripts.walks import A_PHOTO, instant, seats_taken
from tests.web import HURT

WAY_BACK = ["command:resume", "command:take_back"]


async def asked_for(app: App, of: str = "c0") -> tuple[Talk, str]:
    """A resident in the middle of a service who asks for a person, and the number of the ticket."""
    talk = Talk(app, of)
    await talk.all("补领", "同意", "转人工")
    assert talk.keys == ["handoff-taken"]
    return talk, str(talk.question.receipt)


def expected(talk: Talk) -> dict[str, Any]:
    """What the last reply says of what may be expected."""
    assert talk.last is not None
    args = talk.last.replies[-1].words.args
    return {name: args[name] for name in ("open", "opens", "before")}


async def heard(app: App, of: str = "c0") -> list[Reply]:
    """What was told by itself in a conversation, in order."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, of, pushed_only=True)
    return [reply for entry in entries for reply in entry.replies]


# --- what may be expected ---


@pytest.mark.parametrize(
    ("now", "is_open", "opens"),
    [
        ("2026-05-11T09:00", "yes", "2026-05-11T08:30"),
        ("2026-05-11T12:30", "no", "2026-05-11T14:30"),
        ("2026-05-11T22:15", "no", "2026-05-12T08:30"),
        ("2026-05-15T18:00", "no", "2026-05-18T08:30"),  # a Friday, then a weekend
        ("2026-05-08T22:15", "no", "2026-05-09T08:30"),  # a Friday before a Saturday that is worked (调休上班)
        ("2026-05-09T09:00", "yes", "2026-05-09T08:30"),
        ("2026-05-09T13:00", "no", "2026-05-09T14:30"),
        ("2026-05-09T18:00", "no", "2026-05-11T08:30"),
        ("2026-09-30T18:00", "no", "2026-10-08T08:30"),  # 国庆节
    ],
)
async def test_who_asks_for_a_person_hears_whether_anybody_is_there_and_when_the_office_opens(
    tmp_path: Path, now: str, is_open: str, opens: str
) -> None:
    async with an_app(tmp_path, HandClock(instant(now))) as app:
        talk, number = await asked_for(app)
        said = expected(talk)
        assert (said["open"], said["opens"]) == (is_open, instant(opens))
        assert f"{instant(opens).astimezone(SHANGHAI):%H:%M}" in talk.text(talk.question) or is_open == "yes"
        assert talk.options == WAY_BACK
        assert number in talk.text(talk.question)


async def test_the_place_in_the_queue_is_told_and_shrinks_when_one_before_is_taken_on_taken_back_or_closed(
    any_app: App, clock: HandClock
) -> None:
    clerk = await with_clerk(any_app, "li")
    talks = []
    for n in range(5):
        talks.append(await asked_for(any_app, f"c{n}"))
        assert expected(talks[n][0])["before"] == n
        clock.move("1m")
    last, _ = talks[4]
    assert await claim(any_app, clerk, talks[0][1])
    await last.say("转人工")
    assert (last.keys, expected(last)["before"]) == (["handoff-already"], 3)
    await talks[1][0].say("不用人工了")
    await close(any_app, clerk, talks[2][1])
    await last.say("转人工")
    assert expected(last)["before"] == 1
    await talks[3][0].say("转人工")
    assert expected(talks[3][0])["before"] == 0


async def test_those_who_wait_for_others_of_the_staff_are_not_before(any_app: App, clock: HandClock) -> None:
    await Talk(any_app).say("转人工")  # of no service: the office's
    clock.move("1m")
    talk, _ = await asked_for(any_app, "c1")  # the registry's
    assert expected(talk)["before"] == 0


async def test_the_ticket_carries_the_service_the_answers_the_words_the_language_and_the_urgency(any_app: App) -> None:
    talk = Talk(any_app, language="en")
    await talk.all("补领", "同意", "转人工", "我在外地")
    (number,) = await case_numbers(any_app)
    case = await case_of(any_app, number)
    assert (case.kind, case.service, case.urgent, case.level) == ("handoff", "reissue", False, Level.COUNTY)
    assert (case.section, case.content["language"]) == ("registry", "en")
    assert [answer["value"] for answer in case.content["answers"]] == ["agree", "我在外地"]


async def case_numbers(app: App, of: str = "c0") -> list[str]:
    async with app.database.read() as connection:
        return list(await cases.of_conversation(connection, of))


# --- while nobody answers, and while somebody does ---


async def test_while_nobody_answers_words_are_noted_and_once_somebody_does_the_desk_is_silent(any_app: App) -> None:
    talk, number = await asked_for(any_app)
    await talk.say("我的证丢了")
    assert (talk.keys, talk.options) == (["handoff-noted"], WAY_BACK)
    assert await claim(any_app, await with_clerk(any_app, "li"), number)
    told = (await heard(any_app))[-1]
    assert (told.words.key, told.words.args["name"]) == ("staff-claimed", "li主任")
    for words in ("在家里丢的", "2", "0", "结婚登记", "什么？"):
        assert await talk.say(words) == []
    assert await talk.show(A_PHOTO) == []
    kept = [answer["value"] for answer in (await case_of(any_app, number)).content["answers"]]
    assert kept == ["agree", "我的证丢了", "在家里丢的", "2", "0", "结婚登记", "什么？", A_PHOTO.id]
    assert (await case_of(any_app, number)).state == cases.FILED, "there are words that nobody has looked at"


async def test_commands_and_danger_are_answered_while_a_clerk_reads_along(any_app: App) -> None:
    talk, number = await asked_for(any_app)
    await claim(any_app, await with_clerk(any_app, "li"), number)
    await talk.say("帮助")
    assert talk.keys == ["help"]
    await talk.say("转人工")
    assert talk.keys == ["handoff-already"]
    assert talk.question.words.args["attended"] == "yes"
    await talk.say(HURT)
    assert talk.keys[0].startswith("danger-")
    assert talk.keys[-1] == "alarm-go_on"
    assert talk.options == ["command:resume"], "a ticket of danger is not taken back"
    await talk.say("继续")
    assert talk.keys == ["reissue-which"]


async def test_a_ticket_that_is_passed_on_while_the_resident_writes_loses_no_word(
    any_app: App, clock: HandClock
) -> None:
    talk, number = await asked_for(any_app)
    first, second = await with_clerk(any_app, "li"), await with_clerk(any_app, "zhao", section="relief")
    await claim(any_app, first, number)
    await talk.say("第一句")
    world, case = await any_app.world(), await case_of(any_app, number)
    async with any_app.database.write() as connection:
        to = To(Level.COUNTY, section="relief")
        assert await any_app.handling.pass_on(connection, case, first, to, "是救助的事", world)
    assert await talk.say("第二句") == [], "it was not told yet"
    await work_off(any_app)
    assert (await heard(any_app))[-1].words.key == "staff-passed_on"
    await talk.say("第三句")
    assert talk.keys == ["handoff-noted"]
    case = await case_of(any_app, number)
    assert (case.holder, case.section, case.state) == (None, "relief", cases.FILED)
    clock.move("1m")
    assert await claim(any_app, second, number)
    assert [answer["value"] for answer in case.content["answers"]][1:] == ["第一句", "第二句", "第三句"]
    assert await talk.say("第四句") == []
    assert [who for who, what in await done_about(any_app, number) if what == "claimed"] == ["li", "zhao"]


# --- taken back, closed, scored ---


async def test_a_ticket_that_is_taken_back_is_closed_and_the_service_goes_on(any_app: App) -> None:
    clerk = await with_clerk(any_app, "li")
    talk, number = await asked_for(any_app)
    await talk.say("2")
    assert talk.keys == ["handoff-taken_back", "reissue-which"]
    case = await case_of(any_app, number)
    assert (case.state, case.outcome) == (cases.CLOSED, "taken_back")
    assert not await claim(any_app, clerk, number)
    assert not await close(any_app, clerk, number)
    assert (await case_of(any_app, number)).outcome == "taken_back"
    assert await heard(any_app) == []
    await talk.say("不用人工了")
    assert talk.keys == ["handoff-nothing", "reissue-which"]


async def test_a_closed_ticket_is_scored_once_with_one_line(any_app: App) -> None:
    clerk = await with_clerk(any_app, "li")
    talk, number = await asked_for(any_app)
    await claim(any_app, clerk, number)
    await close(any_app, clerk, number)
    await talk.tap("s4")
    assert talk.keys == ["score-thanks", "aside-remark"]
    await talk.say("回得很快")
    assert talk.keys == ["remark-thanks", "reissue-which"]
    assert await scored(any_app, number) == (4, "回得很快")
    await talk.say("评价")
    assert talk.keys == ["score-nothing", "reissue-which"]
    async with any_app.database.write() as connection:
        assert not await scores.give(connection, number, 1, any_app.clock())
        assert not await scores.remark(connection, any_app.vault, number, "不好")
    assert await scored(any_app, number) == (4, "回得很快")
    assert [what for _, what in await done_about(any_app, number)] == ["claimed", "closed", "scored"]


async def scored(app: App, number: str) -> tuple[int, str | None] | None:
    async with app.database.read() as connection:
        score = await scores.of(connection, app.vault, number)
    return None if score is None else (score.score, score.remark)


async def test_of_danger_nobody_is_asked_what_they_thought(any_app: App) -> None:
    clerk = await with_clerk(any_app, "li")
    talk = Talk(any_app)
    await talk.say(HURT)
    (number,) = await case_numbers(any_app)
    await claim(any_app, clerk, number)
    await close(any_app, clerk, number)
    assert [reply.words.key for reply in await heard(any_app)][-2:] == ["staff-closed", "menu"]
    await talk.say("评价")
    assert talk.keys == ["score-nothing", "menu"]


# --- something is missing (补正) ---


async def wanted(app: App, number: str) -> None:
    """A clerk says what is missing."""
    clerk, world, case = await with_clerk(app, "li"), await app.world(), await case_of(app, number)
    async with app.database.write() as connection:
        await app.handling.want(connection, case, clerk, "户口本第三页", world)
    await work_off(app)


@pytest.mark.parametrize("listening", [True, False])
async def test_what_was_missing_lands_in_the_case_at_once_or_when_it_is_there(any_app: App, listening: bool) -> None:
    talk, number = await asked_for(any_app)
    if not listening:
        await talk.say("继续")
    await wanted(any_app, number)
    told = next(reply for reply in await heard(any_app) if reply.words.key == "staff-wanted")
    assert told.words.args["listening"] == ("yes" if listening else "no")
    if not listening:
        await talk.say("补材料")
        assert (talk.keys, talk.options) == (["supply-now"], ["command:resume"])
    await talk.say("第三页在这里")
    async with any_app.database.write() as connection:
        at = any_app.clock()
        await uploads.keep(connection, any_app.vault, upload="photo", conversation="c0", data=b"a page", at=at)
    await talk.show(A_PHOTO)
    case = await case_of(any_app, number)
    assert [answer["value"] for answer in case.content["answers"]][-2:] == ["第三页在这里", "photo"]
    async with any_app.database.read() as connection:
        assert await uploads.ids_of_case(connection, number) == ["photo"]
    await talk.say("继续办理")
    assert talk.keys == ["supply-done", "reissue-which"]


async def test_doing_without_a_person_while_supplying_closes_no_application(any_app: App) -> None:
    talk = Talk(any_app)
    number = await book(talk)
    await wanted(any_app, number)
    await talk.all("补材料", "户口本在这里", "不用人工了")
    assert (await case_of(any_app, number)).state != cases.CLOSED


async def test_nothing_is_supplied_where_nothing_is_missing(any_app: App) -> None:
    talk = Talk(any_app)
    await talk.all("补领", "同意", "补材料")
    assert talk.keys == ["supply-nothing", "reissue-which"]


# --- danger in the middle of a booking ---


async def test_danger_in_the_middle_of_a_booking_lets_the_seat_go_to_nobody_else(app: App, clock: HandClock) -> None:
    await on_duty(app, await with_clerk(app, "li"), clock() - timedelta(hours=1))
    talk = Talk(app)
    await talk.all(*COUPLE, "2026-05-20", "09:30")
    held = talk.keys
    assert await seats_taken(app, "2026-05-20T09:30") == 1
    await talk.say(HURT)
    assert talk.keys[-1] == "alarm-go_on"
    await talk.say("他还在门口")
    assert talk.keys == ["handoff-noted"]
    assert await seats_taken(app, "2026-05-20T09:30") == 1
    await talk.say("继续")
    assert talk.keys[-1] == held[-1]
    await talk.all("到现场再拍", "13800000000", "都对")
    assert talk.keys[0] == "marriage-booked"


async def test_who_told_of_danger_and_went_on_comes_back_to_those_who_know(any_app: App) -> None:
    talk = await replay(
        any_app,
        """
        you: 结婚登记
        ...
        tap: agree
        bot: marriage-couple
        you: 他又打我了
        ...
        tap: command:resume
        bot: marriage-couple
        you: 转人工
        bot: handoff-already
    """,
    )
    assert talk.text(talk.question)
