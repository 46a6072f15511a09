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
from integrations.store import cases, erasure
from tests.card_reader import StandIn
from tests.people import id_number
from tests.talk import HandClock, Talk, an_app, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, walk_all

OLD_MAN = id_number(date(1955, 3, 1), man=True)
BOY = id_number(date(2012, 6, 15), man=True)
WIFE = id_number(date(1960, 2, 3), man=False)
WOMAN = id_number(date(1980, 8, 8), man=False)

BEGIN = ["社会救助", "=agree", "=luyang", "=unknown", "=no"]
OWN = [*BEGIN, "=self", "张三"]
LIVES = ["=here", "=rural"]
HEALTHY = ["=no", "=no"]
NOBODY_ELSE = ["=done"]
NOTHING = ["=nothing", "=nothing", "=nothing", "=nothing", "=nothing"]
"""Nothing received already, no event, no income, no property, no bills."""
END = ["=none", "=no", "=none", "=yes"]
"""Nobody obliged, no kin of staff, no telephone, all correct."""
SENT = [*END, "=yes"]
SIGNED = [*SENT, "张三"]
"""Applied for, and signed by typing the name."""
ALONE = [*OWN, OLD_MAN, *LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING]
AGED = ["=unsure", "=unsure"]
"""A member whose name and ID number are not known: the age is asked for."""
CHILD = ["=child", *AGED, "8", "=no", "=no", "=school", "=dead", "=missing"]

WALKS = {
    "at_the_office": (NOON, ["社会救助", "=decline"]),
    "filed": (NOON, [*ALONE, *SIGNED]),
    "filed.on_paper": (NOON, [*ALONE, *SENT, "=later"]),
    "later": (NOON, [*ALONE, *END, "=later"]),
    "later.hukou_township": (NOON, [*OWN, OLD_MAN, "=county", "=wufo", *ALONE[len(OWN) + 2 :], *END, "=later"]),
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
        [*OWN, "=unsure", "=unsure", *LIVES, *["=unsure"] * 2, *NOBODY_ELSE, *["=unsure"] * 7, "=none", "=yes", "=yes"],
    ),
    "filed.disabled": (
        NOON,
        [*OWN, WOMAN, *LIVES, "=yes", "=limb", "=two", *NOBODY_ELSE, *NOTHING, *SIGNED],
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
    "filed.at_work": (NOON, [*OWN, WOMAN, *LIVES, *HEALTHY, "=works", *NOBODY_ELSE, *NOTHING, *SIGNED]),
    "filed.disabled_at_work": (
        NOON,
        [*OWN, WOMAN, *LIVES, "=no", "=limb", "=three", "=odd_jobs", *NOBODY_ELSE, *NOTHING, *SIGNED],
    ),
    "filed.out_of_school": (
        NOON,
        [*OWN, "=unsure", "20", *LIVES, *HEALTHY, "=no", "=no_work", *NOBODY_ELSE, *NOTHING, *SIGNED],
    ),
    "filed.out_of_school_early": (
        NOON,
        [
            *(*OWN, "=unsure", "16", *LIVES, *HEALTHY, "=no", "=cares", "=cares", "=unsure"),
            *(*NOBODY_ELSE, *NOTHING, *SIGNED),
        ],
    ),
    "filed.household": (
        NOON,
        [
            *(
                *OWN,
                OLD_MAN,
                *LIVES,
                *HEALTHY,
                "=add",
                "=spouse",
                "王五",
                WIFE,
                "=yes",
                "=vision",
                "=one",
                "=add",
                *CHILD,
            ),
            *("=add", "=child", *AGED, "8", "=no", "=mental", "=two", "=school", "=dead", "=missing"),
            *("=add", "=grandchild", *AGED, "2", "=no", "=no", "=dead", "=dead"),
            *("=add", "=grandchild", *AGED, "2", "=no", "=limb", "=one", "=dead", "=dead"),
            *("=add", "=child", *AGED, "20", "=no", "=no", "=higher"),
            *("=add", "=child", *AGED, "20", "=no", "=limb", "=three", "=no", "=odd_jobs"),
            *("=add", "=child", *AGED, "16", "=no", "=no", "=no", "=cares", "=cares", "=no_work"),
            *("=add", "=sibling", *AGED, "40", "=no", "=no", "=works"),
            *("=add", "=sibling", *AGED, "40", "=no", "=limb", "=four", "=cannot"),
            *("=add", "=parent", *AGED, "90", "=no", "=no", "=done", *NOTHING, *SIGNED),
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
    "filed.card": (
        NOON,
        [*BEGIN, "=self", "{card}", "=yes", *LIVES, *HEALTHY, "=works", *NOBODY_ELSE, *NOTHING, *SENT, "=later"],
    ),
    "filed.card_of_another": (
        NOON,
        [
            *(*BEGIN, "=other", "=cannot", "李四", "=family", "{card}", "=yes"),
            *(*LIVES, *HEALTHY, "=works", *NOBODY_ELSE, *NOTHING, *SENT),
        ],
    ),
    "filed.card_refused": (
        NOON,
        [
            *(*BEGIN, "=self", "{card}", "=again", "{card}", "=typed", "张三", OLD_MAN),
            *(*LIVES, *HEALTHY, *NOBODY_ELSE, *NOTHING, *SIGNED),
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
        bot: assistance-received
        you: 都没有
        bot: assistance-events
        you: 没有
        bot: assistance-sources
        you: 城乡居民养老金
        bot: assistance-pension_amount
        you: 一百五
        bot: assistance-property
        you: 没有
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
        bot: assistance-referrals
        bot: assistance-apply
        you: 正式申请
        bot: letter-read
        bot: assistance-signature
        you: 张三
        bot: assistance-filed
        bot: menu-more
        """,
    )
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.urgent) == ("case", "assistance", False)
    assert told(case.content) == {"dibao": "likely", "tekun": "likely", "monitored": "person", "elder": "person"}


async def test_what_is_received_already_is_not_told_again_but_staff_are_told_of_it(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE[: -len(NOTHING)], "=dibao", *NOTHING[1:], *END)
    assert "category-dibao" not in [each.args["category"].key for each in shown(talk)]
    await said(talk, "=yes", "张三")
    briefing = [from_plain(each) for each in (await the_case(app, talk)).content["briefing"]]
    assert [each.key for each in briefing if "received" in each.key] == ["briefing-received"]


async def test_other_offices_are_named_in_one_message_and_to_the_staff(app: App) -> None:
    talk = Talk(app)
    await said(
        talk, *OWN, WOMAN, "=here", "=urban", "=yes", "=limb", "=two", *NOBODY_ELSE, "=nothing", "=fire,disaster"
    )
    await said(talk, "=nothing", "=nothing", "=medical", "5000", *END)
    assert talk.last is not None
    (told,) = [reply.words for reply in talk.last.replies if reply.words.key == "assistance-referrals"]
    named = [each.key for each in told.args["lines"]]
    assert named == [f"referral-{each}" for each in ("medical", "disaster", "disability", "housing")]
    await said(talk, "=yes", "=later")
    briefing = map(from_plain, (await the_case(app, talk)).content["briefing"])
    assert [each.args["referral"].key for each in briefing if each.key == "briefing-referral"] == named


async def test_what_was_told_is_what_the_case_holds(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE, *END)
    told_first = shown(talk)
    await said(talk, "=yes", "=later")
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
    rich = [*OWN, OLD_MAN, "=here", "=urban", *HEALTHY, *NOBODY_ELSE, "=nothing", "=nothing", "=retirement", "9000"]
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
    assert {"township", "needs", "words", "reach"} <= set(answers)
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
    which = ["=unsure"] if place == "county" else []
    await said(talk, *OWN, OLD_MAN, f"={place}", *which, "=rural", *HEALTHY, *NOBODY_ELSE, *NOTHING, *END)
    assert ("assistance-hukou_elsewhere" in talk.keys) == (place == "elsewhere")
    assert talk.options == ["yes", "later"]


@pytest.mark.parametrize(
    ("lives", "hukou", "goes"),
    [("luyang", ["here"], "luyang"), ("luyang", ["county", "wufo"], "wufo"), ("elsewhere", ["elsewhere"], None)],
)
async def test_the_case_goes_to_a_township_that_is_named_to_who_asks(
    any_app: App, lives: str, hukou: list[str], goes: str | None
) -> None:
    """最低生活保障审核确认办法第4条."""
    talk = Talk(any_app)
    village = [] if lives == "elsewhere" else ["=unknown"]
    begin = ["社会救助", "=agree", f"={lives}", *village, "=no", "=self", "张三", OLD_MAN]
    await said(talk, *begin, *(f"={each}" for each in hukou), *ALONE[len(OWN) + 2 :], *SIGNED)
    case = await the_case(any_app, talk)
    assert (case.township, case.content["township"]) == (goes, goes)
    assert talk.last is not None
    (receipt,) = (reply.words for reply in talk.last.replies if reply.receipt)
    assert receipt.args["to"].key == ("assistance-to_staff" if goes is None else f"township-{goes}")


@pytest.mark.parametrize("name", ["urgent", "reported"])
async def test_what_is_urgent_or_reported_goes_to_the_township_where_the_need_is(app: App, name: str) -> None:
    talk = Talk(app)
    await said(talk, *WALKS[name][1])
    assert (await the_case(app, talk)).township == "luyang"


async def test_who_speaks_for_somebody_is_kept_with_the_mandate(app: App) -> None:
    talk = Talk(app)
    await said(talk, *WALKS["filed.proxy"][1])
    case = await the_case(app, talk)
    answers = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert (answers["mandate"], answers["proxy_name"], answers["proxy_is"]) == ("asked", "李四", "neighbour")
    told_to_staff = [from_plain(each).key for each in case.content["briefing"]]
    assert told_to_staff == ["briefing-township", "briefing-mandate_asked", "briefing-referral"]


async def test_an_answer_is_changed_from_the_read_back_and_what_may_fit_changes_with_it(app: App) -> None:
    talk = Talk(app)
    await said(talk, *ALONE, *END[:-1])
    assert talk.question.words.key == "assistance-summary"
    await said(talk, "=change:obliged", "=able", "=yes")
    keys = [each.args["category"].key for each in shown(talk)]
    assert "category-tekun" not in keys
    assert "category-dibao" in keys


async def test_nobody_stands_in_a_household_twice(app: App) -> None:
    talk = Talk(app)
    await said(talk, *OWN, OLD_MAN, *LIVES, *HEALTHY, "=add", "=sibling", "王五", OLD_MAN)
    assert talk.keys[0] == "id_number-same_person"
    await said(talk, WIFE, *HEALTHY, "=add", "=relative", "赵六", WIFE)
    assert talk.keys[0] == "id_number-same_person"


async def test_a_policy_day_that_changed_during_a_pause_is_the_one_that_counts(tmp_path: Path) -> None:
    """刚性支出困难家庭 is in force since 2025-01-01."""
    clock = HandClock(instant("2024-12-20T12:00"))
    burdened = [*OWN, OLD_MAN, "=here", "=urban", *HEALTHY, *NOBODY_ELSE, "=nothing", "=nothing", "=retirement", "1000"]
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


async def test_what_staff_were_told_of_a_proxy_goes_with_the_answers_when_it_is_erased(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *WALKS["filed.proxy"][1])
    number = (await the_case(any_app, talk)).number
    async with any_app.database.write() as connection:
        await erasure.erase(connection, any_app.vault, talk.conversation, any_app.clock())
        assert await erasure.carry_out(connection, any_app.vault, number, any_app.clock())
        case = await cases.by_number(connection, any_app.vault, number)
    assert case is not None
    assert "李四" not in str(case.content)
    assert case.content["briefing"] == []
