"""社会救助, 一证一书, as it is talked through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from flows.assistance.flow import BILLS, FLOW, SOURCES
from flows.words import Words, from_plain
from tests.card_reader import StandIn
from tests.people import id_number
from tests.talk import HandClock, Talk, an_app, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, walk_all

OLD_MAN = id_number(date(1955, 3, 1), man=True)
BOY = id_number(date(2012, 6, 15), man=True)
WOMAN = id_number(date(1980, 8, 8), man=False)

BEGIN = ["社会救助", "=agree", "=luyang", "=unknown", "=no"]
OWN = [*BEGIN, "=self", "张三"]
LIVES = ["=here", "=rural"]
HEALTHY = ["=no", "=no"]
NOBODY_ELSE = ["=done"]
NOTHING = ["=nothing", "=nothing", "=nothing", "=nothing"]
"""No event, no income, no property, no bills."""
END = ["=none", "=no", "=none", "=yes"]
"""Nobody obliged, no kin of staff, no telephone, all correct."""
SENT = [*END, "=yes"]
ALONE = [*OWN, OLD_MAN, *LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING]
CHILD = ["=child", "8", "=no", "=no", "=school", "=dead", "=missing"]

WALKS = {
    "at_the_office": (NOON, ["社会救助", "=decline"]),
    "filed": (NOON, [*ALONE, *END, "=yes"]),
    "later": (NOON, [*ALONE, *END, "=later"]),
    "urgent": (NOON, ["社会救助", "=agree", "=luyang", "=unknown", "=yes", "=food", "没有吃的", "13800000000"]),
    "urgent.elsewhere": (NOON, ["社会救助", "=agree", "=elsewhere", "=yes", "=shelter", "没有地方住", "=none"]),
    "reported": (NOON, [*BEGIN, "=other", "=none", "村口一位老人没人管", "=none"]),
    "filed.proxy": (
        NOON,
        [
            *BEGIN,
            "=other",
            "=asked",
            "李四",
            "=neighbour",
            "张三",
            OLD_MAN,
            *LIVES,
            *HEALTHY,
            *NOBODY_ELSE,
            *NOTHING,
            *SENT,
        ],
    ),
    "filed.without_number": (
        NOON,
        [*OWN, "=unsure", "=unsure", *LIVES, *["=unsure"] * 2, *NOBODY_ELSE, *["=unsure"] * 6, "=none", "=yes", "=yes"],
    ),
    "filed.disabled": (
        NOON,
        [*OWN, WOMAN, *LIVES, "=yes", "=limb", "=two", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.boy": (
        NOON,
        [*OWN, BOY, *LIVES, *HEALTHY, "=school", "=dead", "=dead", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.disabled_boy": (
        NOON,
        [*OWN, BOY, *LIVES, "=no", "=mental", "=three", "=school", "=dead", "=dead", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.baby": (
        NOON,
        [*OWN, "=unsure", "3", *LIVES, *HEALTHY, "=dead", "=dead", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.disabled_baby": (
        NOON,
        [*OWN, "=unsure", "3", *LIVES, "=no", "=hearing", "=one", "=dead", "=dead", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.student": (
        NOON,
        [*OWN, "=unsure", "20", *LIVES, *HEALTHY, "=higher", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.disabled_student": (
        NOON,
        [*OWN, "=unsure", "20", *LIVES, "=no", "=limb", "=four", "=higher", *NOBODY_ELSE, *NOTHING, *SENT],
    ),
    "filed.household": (
        NOON,
        [
            *(*OWN, OLD_MAN, *LIVES, *HEALTHY, "=add", "=spouse", "66", "=yes", "=vision", "=one", "=add", *CHILD),
            *("=add", "=child", "8", "=no", "=mental", "=two", "=school", "=dead", "=missing"),
            *("=add", "=grandchild", "2", "=no", "=no", "=dead", "=dead"),
            *("=add", "=grandchild", "2", "=no", "=limb", "=one", "=dead", "=dead"),
            *("=add", "=child", "20", "=no", "=no", "=higher"),
            *("=add", "=child", "20", "=no", "=limb", "=three", "=no"),
            *("=add", "=parent", "90", "=no", "=no", "=done", *NOTHING, *SENT),
        ],
    ),
}
"""Every way to what is told of one person."""
for step, names, before, after in (
    ("sources", SOURCES, ALONE[:-3], ["=nothing", "=nothing", *END]),
    ("bills", BILLS, ALONE[:-1], END),
):
    for at, one in enumerate(names):
        WALKS[f"later.{step}_{one}"] = (NOON, [*before, f"={one}", "100", *after, "=later"])
        for other in names[at + 1 :]:
            WALKS[f"later.{step}_{one}_{other}"] = (NOON, [*before, f"={one},{other}", "100", "200", *after, "=later"])


CARD_WALKS = {
    "filed.card": (NOON, [*BEGIN, "=self", "{card}", "=yes", *LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING, *SENT]),
    "filed.card_of_another": (
        NOON,
        [
            *(*BEGIN, "=other", "=cannot", "李四", "=family", "{card}", "=yes"),
            *(*LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING, *SENT),
        ],
    ),
    "filed.card_refused": (
        NOON,
        [
            *(*BEGIN, "=self", "{card}", "=again", "{card}", "=typed", "张三", OLD_MAN),
            *(*LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING, *SENT),
        ],
    ),
    "later.no_card": (
        NOON,
        [*BEGIN, "=self", "=typed", "张三", OLD_MAN, *LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING, *END, "=later"],
    ),
}
"""Where one photo of the card can be read."""


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    walked |= await walk_all(FLOW, CARD_WALKS, tmp_path / "cards", StandIn())
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


def told(content: Mapping[str, Any]) -> dict[str, str]:
    """What the case says of each category."""
    found = [from_plain(each) for each in content["findings"]]
    assert all(isinstance(each, Words) for each in found)
    return {each.args["category"].key.removeprefix("category-"): each.key.removeprefix("screened-") for each in found}


def shown(talk: Talk) -> list[Words]:
    """What was just said of the categories."""
    assert talk.last is not None
    return [reply.words for reply in talk.last.replies if reply.words.key.startswith("screened-")]


async def test_an_old_man_alone_is_told_in_plain_text_what_may_fit_and_applies(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 我没有收入，想申请低保
        ...
        bot: aside-wish
        you: 1
        bot: assistance-notice
        you: 同意
        bot: assistance-township
        you: 芦阳镇
        bot: assistance-village
        you: 1
        bot: assistance-tonight
        you: 没有
        bot: assistance-for_whom
        you: 给我自己家
        bot: assistance-name
        you: 张三
        bot: assistance-id
        you: {OLD_MAN}
        bot: assistance-hukou_place
        you: 1
        bot: assistance-hukou
        you: 农村的
        bot: assistance-ill
        you: 没有
        bot: assistance-disabled
        you: 没有
        bot: assistance-household
        you: 没有了
        bot: assistance-events
        you: 没有
        bot: assistance-sources
        you: 城乡居民养老金
        bot: assistance-pension_amount
        you: 一百五
        bot: assistance-property
        you: 都没有
        bot: assistance-bills
        you: 没有
        bot: assistance-obliged
        you: 没有这样的人
        bot: assistance-kin_of_staff
        you: 没有
        bot: assistance-phone
        you: 13800000000
        bot: assistance-summary
        you: 都对
        bot: screened-likely
        bot: screened-likely
        bot: screened-person
        bot: screened-person
        bot: assistance-apply
        you: 正式申请
        bot: assistance-filed
        bot: menu-more
        """,
    )
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.urgent) == ("case", "assistance", False)
    assert told(case.content) == {"dibao": "likely", "tekun": "likely", "monitored": "person", "elder": "person"}


async def test_what_was_told_is_what_the_case_holds(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE, *END)
    told_first = shown(talk)
    await said(talk, "=yes")
    case = await the_case(app, talk)
    assert [from_plain(each) for each in case.content["findings"]] == told_first


async def test_what_may_fit_is_said_once_and_not_again_with_every_word_that_is_not_understood(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE, *END)
    assert shown(talk)
    await said(talk, "嗯嗯嗯")
    assert shown(talk) == []
    assert talk.question.words.key == "assistance-apply"


async def test_jingtais_old_standards_are_shown_as_old_ones_and_refuse_nobody(app: App) -> None:
    talk = Talk(app)
    rich = [*OWN, OLD_MAN, "=here", "=urban", *HEALTHY, *NOBODY_ELSE, "=nothing", "=retirement", "9000"]
    await said(talk, *rich, "=nothing", "=nothing", "=able", "=no", "=none", "=yes")
    dibao = next(each for each in shown(talk) if each.args["category"].key == "category-dibao")
    assert dibao.key == "screened-person"
    assert [why.args["standard"].key for why in dibao.args["lines"]] == ["figure-stale"]
    assert talk.options == ["yes", "later"]


async def test_an_urgent_need_skips_the_questions_and_stands_on_the_desk_at_once(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *WALKS["urgent"][1])
    case = await the_case(any_app, talk)
    assert (case.kind, case.urgent) == ("handoff", True)
    answers = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert {"township", "needs", "words", "phone"} <= set(answers)
    assert "id" not in answers


async def test_nobody_is_sent_to_a_counter_that_knows_nothing_of_it(app: App) -> None:
    """The place names no office for assistance: it goes to the township."""
    assert "assistance" not in app.place.services
    for name, telephone in (("filed", False), ("urgent", True)):
        talk = Talk(app, name)
        await said(talk, *WALKS[name][1])
        assert talk.last is not None
        told = next(reply.words for reply in talk.last.replies if reply.receipt)
        assert not {"office", "address"} & set(told.args)
        assert ("phone" in told.args) is telephone


@pytest.mark.parametrize("place", ["here", "county", "elsewhere", "unsure"])
async def test_with_the_hukou_elsewhere_it_is_said_where_to_apply(app: App, place: str) -> None:
    """最低生活保障审核确认办法第4、5条."""
    talk = Talk(app)
    await said(talk, *OWN, OLD_MAN, f"={place}", "=rural", *HEALTHY, *NOBODY_ELSE, *NOTHING, *END)
    assert ("assistance-hukou_elsewhere" in talk.keys) == (place == "elsewhere")
    assert talk.options == ["yes", "later"]


async def test_who_speaks_for_somebody_is_kept_with_the_mandate(app: App) -> None:
    talk = Talk(app)
    await said(talk, *WALKS["filed.proxy"][1])
    case = await the_case(app, talk)
    answers = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert (answers["mandate"], answers["proxy_name"], answers["proxy_is"]) == ("asked", "李四", "neighbour")


async def test_an_answer_is_changed_from_the_read_back_and_what_may_fit_changes_with_it(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE, *END[:-1])
    assert talk.question.words.key == "assistance-summary"
    await said(talk, "=change:obliged", "=able", "=yes")
    keys = [each.args["category"].key for each in shown(talk)]
    assert "category-tekun" not in keys
    assert "category-dibao" in keys


async def test_a_policy_day_that_changed_during_a_pause_is_the_one_that_counts(tmp_path: Path) -> None:
    """刚性支出困难家庭 is in force since 2025-01-01."""
    clock = HandClock(instant("2024-12-20T12:00"))
    burdened = [*OWN, OLD_MAN, "=here", "=urban", *HEALTHY, *NOBODY_ELSE, "=nothing", "=retirement", "1000"]
    async with an_app(tmp_path, clock) as app:
        talk = Talk(app)
        await said(talk, *burdened, "=nothing", "=medical", "20000", "=able", "=no", "=none")
        clock.now = instant("2025-01-05T12:00")
        await said(talk, "都对")
        if talk.question.words.key == "assistance-summary":
            await said(talk, "都对")
        keys = [each.args["category"].key for each in shown(talk)]
    assert "category-rigid" in keys


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
async def test_it_can_be_left_for_weeks_and_gone_on_with(app: App, clock: HandClock, language: str) -> None:
    talk = Talk(app, language=language)
    await said(talk, *OWN)
    clock.move("20d")
    await said(talk, OLD_MAN)
    assert talk.keys == ["assistance-hukou_place"]
