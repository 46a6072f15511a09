"""给工作人员留言 as it is talked through."""

from __future__ import annotations

from pathlib import Path

from bot.app import App
from flows.message.flow import FLOW
from tests.talk import HandClock, Talk, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, walk_all

BEGIN = ["留言", "=agree"]
WORDS = "想问登记处星期六上不上班"

WALKS = {
    "left": (NOON, [*BEGIN, "=luyang", "1", WORDS, "=none", "=yes"]),
    "left.elsewhere": (NOON, [*BEGIN, "=elsewhere", WORDS, "13800000000", "=yes"]),
    "at_the_office": (NOON, ["留言", "=decline"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_a_message_is_left_from_a_village(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 给工作人员留言
        ...
        bot: message-notice
        tap: agree
        bot: message-township
        you: 芦阳镇
        bot: message-village
        you: 1
        bot: message-words
        you: {WORDS}
        bot: message-phone
        you: 13800000000
        bot: message-summary
        you: 都对
        bot: message-left
        """,
    )
    assert talk.last is not None
    assert talk.last.replies[0].receipt is not None
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.urgent) == ("handoff", "message", False)
    told = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert told["township"] == "luyang"
    assert told["words"] == WORDS
    assert told["phone"] == "13800000000"


async def test_villages_are_those_of_the_township(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=luyang")
    of_luyang = set(talk.options)
    await said(talk, "返回", "=xiquan")
    assert of_luyang & set(talk.options) == {"unknown"}


async def test_a_township_that_is_changed_at_the_end_asks_for_the_village_before_anything_is_handed_over(
    app: App,
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=luyang", "1", WORDS, "=none", "=change:township", "=xiquan")
    if talk.keys == ["message-summary"]:
        await talk.tap("yes")
    assert talk.keys[-1] == "message-village"
    await said(talk, "1", "=yes")
    assert talk.keys == ["message-left"]
    told = {answer["step"]: answer["value"] for answer in (await the_case(app, talk)).content["answers"]}
    assert told["township"] == "xiquan"
    first = (await the_case(app, talk)).content["answers"]
    assert [answer["step"] for answer in first] == ["notice", "township", "village", "words", "phone", "summary"]


async def test_what_is_written_later_is_noted_for_the_same_person(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=elsewhere", WORDS, "=none", "=yes")
    await talk.say("还想问要不要带照片")
    assert talk.keys == ["handoff-noted"]


async def test_out_of_hours_it_is_told_when_somebody_looks(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-16T10:00")  # a Saturday
    talk = Talk(app)
    await said(talk, *BEGIN, "=elsewhere", WORDS, "=none", "=yes")
    assert talk.last is not None
    args = talk.last.replies[0].words.args
    assert (args["open"], args["opens"]) == ("no", instant("2026-05-18T08:30"))
