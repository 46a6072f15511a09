"""补领婚姻登记证 as it is talked through: each test is a conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import App
from flows.reissue.flow import FLOW
from flows.words import from_plain
from tests.talk import MAN, HandClock, Talk, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, walk_all

BEGIN = ["补领", "=agree"]
GRANTED = ["=marriage", "=lost", "=mainland", "=same", "=self", "张三", MAN]
"""A lost marriage certificate of the mainland, the status still as on it, the person comes."""
REST = ["=valid", "2026-05-20", "9:30", "13800000000"]
BOOKING = [*BEGIN, *GRANTED, "=unknown", *REST]

WALKS = {
    "booked": (NOON, [*BOOKING, "=yes"]),
    "at_the_office": (NOON, ["补领", "=decline"]),
    "not_issued": (NOON, [*BEGIN, "=divorce", "=lost", "=mainland", "=changed"]),
    "to_a_person.where": (NOON, [*BEGIN, "=marriage", "=lost", "=elsewhere", "=none"]),
    "to_a_person.status": (NOON, [*BEGIN, "=marriage", "=lost", "=mainland", "=unsure", "=none"]),
    "to_a_person.number": (
        NOON,
        [*BEGIN, "=marriage", "=lost", "=mainland", "=same", "=self", "陈四", "810000199408230021", "13800000000"],
    ),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_a_lost_certificate_is_booked_for_reissue(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 补领结婚证
        ...
        bot: reissue-notice
        tap: agree
        bot: reissue-which
        you: 结婚证
        bot: reissue-reason
        you: 丢了
        bot: reissue-where
        you: 在内地
        bot: reissue-status
        you: 还一样
        bot: reissue-who
        you: 本人来
        bot: reissue-name
        you: 张三
        bot: reissue-number
        you: {MAN}
        bot: reissue-certificate
        you: 结婚证上的号
        bot: certificate-format
        bot: reissue-certificate
        you: j620423－2010－000001
        bot: reissue-id_cards
        you: 没过期
        bot: reissue-day
        you: 5月20号
        bot: reissue-slot
        you: 9:30
        bot: reissue-phone
        you: 0943-5550123
        bot: reissue-summary
        you: 都对
        bot: reissue-booked
        bot: precheck-complete
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    assert talk.last.replies[0].receipt is not None
    assert (await the_case(any_app, talk)).content["verdict"] == "complete"


def lines_told(talk: Talk, key: str) -> list[str]:
    """The lines of one of the findings in the last replies."""
    assert talk.last is not None
    found = [reply for reply in talk.last.replies if reply.words.key == key]
    return [line.key for reply in found for line in reply.words.args["lines"]]


@pytest.mark.parametrize(
    ("which", "reason", "who", "bring"),
    [
        ("marriage", "lost", "self", ["bring-own_id", "bring-reissue_photo_marriage"]),
        ("divorce", "damaged", "self", ["bring-own_id", "bring-damaged_certificate", "bring-reissue_photo_divorce"]),
        ("divorce", "lost", "proxy", ["bring-own_id", "bring-proxy", "bring-reissue_photo_divorce"]),
    ],
)
async def test_what_to_bring_fits_what_was_answered(
    app: App, which: str, reason: str, who: str, bring: list[str]
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, f"={which}", f"={reason}", "=mainland", "=same", f"={who}", "张三", MAN, "=unknown")
    await said(talk, *REST, "=yes")
    assert lines_told(talk, "precheck-bring") == [*bring, "bring-no_household_book"]


@pytest.mark.parametrize("state", ["expired", "lost", "unsure"])
async def test_an_id_card_that_is_not_ready_is_missing(app: App, state: str) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, *GRANTED, "=unknown", f"={state}", *REST[1:], "=yes")
    assert lines_told(talk, "precheck-missing") == [f"precheck-id_{state}"]
    assert (await the_case(app, talk)).content["verdict"] == "missing"


async def test_a_temporary_card_will_do(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, *GRANTED, "=unknown", "=temporary", *REST[1:], "=yes")
    assert "precheck-complete" in talk.keys
    assert "bring-id_temporary" in lines_told(talk, "precheck-bring")


async def test_an_unusual_division_code_is_looked_at_by_a_person(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, *GRANTED[:-1], "620400199001010015", "=unknown", *REST, "=yes")
    assert lines_told(talk, "precheck-person") == ["precheck-old_division"]
    assert (await the_case(app, talk)).content["verdict"] == "person"


async def test_a_status_that_has_changed_is_told_what_can_be_had_instead(app: App) -> None:
    talk = Talk(app)
    asked = await said(talk, *BEGIN, "=marriage", "=lost", "=mainland", "=changed")
    assert talk.keys == ["reissue-not_issued", "menu-more"]
    assert talk.last is not None
    assert talk.last.replies[0].receipt is None
    assert "reissue-number" not in asked


@pytest.mark.parametrize(
    ("which", "typed"),
    [
        ("marriage", "J620423-2026-000001"),
        ("marriage", "bj 620423 2019 000077"),
        ("divorce", "L620423-2012-000003"),
        ("divorce", "ＢＬ６２０４２３－２０２０－００００１２"),
        ("marriage", "忘了"),
        ("marriage", "不记得，或者样子不一样"),
    ],
)
async def test_a_certificate_number_as_printed_is_taken_and_so_is_not_knowing_it(
    app: App, which: str, typed: str
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, f"={which}", *GRANTED[1:], typed)
    assert talk.keys == ["reissue-id_cards"]


@pytest.mark.parametrize(
    ("which", "typed", "refused"),
    [
        ("marriage", "景民结字第12号", "certificate-format"),
        ("marriage", "J620423-2026-1", "certificate-format"),
        ("marriage", "J620423-2027-000001", "certificate-year"),
        ("marriage", "L620423-2012-000003", "certificate-other_kind"),
        ("divorce", "BJ620423-2012-000003", "certificate-other_kind"),
    ],
)
async def test_a_certificate_number_that_cannot_be_is_told_what_would_be_right(
    app: App, which: str, typed: str, refused: str
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, f"={which}", *GRANTED[1:], typed)
    assert talk.keys == [refused, "reissue-certificate"]
    await talk.say("不知道")
    assert talk.keys == ["reissue-id_cards"]


async def test_another_kind_chosen_at_the_end_asks_for_the_number_again(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, *GRANTED, "J620423-2026-000001", *REST, "=change:which", "=divorce")
    assert talk.keys == ["answers-follow", "certificate-other_kind", "reissue-certificate"]


@pytest.mark.parametrize(
    ("now", "day", "line"),
    [
        ("2025-05-08T12:00", "2025-05-09", "bring-household_book"),
        ("2025-05-09T12:00", "2025-05-12", "bring-no_household_book"),
    ],
)
async def test_the_household_book_is_asked_for_on_days_before_10_may_2025_only(
    app: App, clock: HandClock, now: str, day: str, line: str
) -> None:
    clock.now = instant(now)
    talk = Talk(app)
    await said(talk, *BEGIN, *GRANTED, "=unknown", "=valid", day, "9:30", "13800000000", "=yes")
    findings = (await the_case(app, talk)).content["findings"]
    lines = [each.key for each in from_plain(findings[-1]).args["lines"]]
    assert [each for each in lines if "household" in each] == [line]
