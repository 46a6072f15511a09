"""Posts of volunteer projects, as they are talked about: published, looked after, joined, left, checked in to."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy import select

from bot.app import App
from bot.volunteers.day_code import code_of
from flows.language import Flow
from flows.volunteers.activities_flow import FLOW as ACTIVITIES
from flows.volunteers.check_in_flow import FLOW as CHECK_IN
from flows.volunteers.my_posts_flow import FLOW as MY_POSTS
from flows.volunteers.posts import shown_code
from flows.volunteers.publish_flow import FLOW as PUBLISH
from flows.words import Words
from integrations.store.tables import notices
from integrations.store.volunteers import activities, ledger
from tests.posts import STARTS, a_post, a_volunteer, put_in_charge, set_up
from tests.talk import HandClock, Talk, work_off
from tests.transcripts.walks import instant, not_walked, said

TITLE = ("发布活动", "社区助餐", "=elder", "给老人送饭", "=yitiaoshan", "幸福社区", "5月13日", "9:00", "12:00", "2")
"""Up to the skills."""
PLAIN = (*TITLE, "=none", "=any", "=none", "=yes", "社区的小赵", "=yes")


class Walked:
    """Walks the routes of flows in one desk, and remembers which."""

    def __init__(self) -> None:
        self.steps: set[tuple[str, str]] = set()

    async def walk(self, flow: Flow, talk: Talk, ending: str, *lines: str) -> None:
        """Says the lines and comes to the ending. Who it is for is taken unasked, where there is one."""
        asked = [] if talk.last is None else talk.keys
        keys = [*asked, *await said(talk, *lines)]
        names = [key.removeprefix(f"{flow.name}-") for key in keys if key.startswith(f"{flow.name}-")]
        path = [each for each in names if each in flow.steps or each in flow.endings]
        assert path, (keys, talk.keys)
        assert path[-1] == ending, (keys, talk.keys)
        self.steps |= set(pairwise([flow.first, *path]))


async def told(app: App, conversation: str) -> list[str]:
    """What somebody is told besides what they ask."""
    async with app.database.read() as connection:
        rows = await connection.execute(
            select(notices.c.id).where(notices.c.conversation == conversation).order_by(notices.c.id)
        )
        return [row.id.split(":", 2)[2].split()[0] for row in rows]


async def test_organisers_publish_and_look_after_posts_by_every_route(app: App) -> None:
    boss, walked = Talk(app, "boss"), Walked()
    assert "publish-not_in_charge" in await said(boss, "发布活动")
    await said(boss, "菜单")
    await put_in_charge(app, "boss")
    await walked.walk(PUBLISH, boss, "published", *PLAIN)
    await walked.walk(PUBLISH, boss, "insure_first", *TITLE, "=care,driving", "16", "=some", "要上梯子", "=no")
    risky = ("=care,driving", "16", "=some", "要上梯子", "=yes", "社区的小赵", "=yes")
    await said(boss, *TITLE, *risky)
    assert "post-known" in boss.keys
    await walked.walk(PUBLISH, boss, "published", "社区修房", "=yes")
    assert not_walked(PUBLISH, walked.steps) == []
    async with app.database.write() as connection:
        await set_up(connection, app.vault, a_volunteer(1, "v1"), a_volunteer(2, "v2"), a_volunteer(3, "v3"))
        found = {each.title: each for each in await activities.listed(connection, app.vault, app.clock())}
        assert (found["社区修房"].youngest, found["社区修房"].skills) == (16, ("care", "driving"))
        assert (found["社区修房"].danger, found["社区修房"].insured) == ("要上梯子", True)
        meal = found["社区助餐"].number
        for n in (1, 2):
            assert await activities.join(connection, meal, f"V000{n}", app.clock(), step="post")
        assert await activities.wait(connection, meal, "V0003", app.clock(), step="post") == 1

    await walked.walk(MY_POSTS, boss, "nothing", "我的活动", "=none")
    await walked.walk(MY_POSTS, boss, "nothing", "我的活动", f"={meal}", "=none")
    shown = await said(boss, "我的活动", f"={meal}")
    assert shown[-1] == "my_posts-what"
    assert boss.last is not None
    note = next(reply.words.args for reply in boss.last.replies if reply.words.key == "my_posts-shown")
    assert (note["taken"], note["waiting"], note["names"]) == (2, 1, ("王*", "王*"))
    await said(boss, "=seats", "1")
    assert "post-seats_taken" in boss.keys
    await walked.walk(MY_POSTS, boss, "seats_changed", "3")
    assert await told(app, "v3") == ["in"]
    await walked.walk(MY_POSTS, boss, "seats_changed", "我的活动", f"={meal}", "=seats", "4")
    await walked.walk(MY_POSTS, boss, "moved", "我的活动", f"={meal}", "=move", "5月14日", "下午两点", "四点", "=yes")
    assert (await told(app, "v1"), await told(app, "v3")) == (["moved"], ["in", "moved"])
    await walked.walk(MY_POSTS, boss, "nothing", "我的活动", f"={meal}", "=cancel", "=no")
    await walked.walk(MY_POSTS, boss, "cancelled", "我的活动", f"={meal}", "=cancel", "=yes")
    assert await told(app, "v1") == ["cancelled", "moved"]
    assert not_walked(MY_POSTS, walked.steps) == []
    async with app.database.read() as connection:
        found_now = await activities.one(connection, app.vault, meal)
        assert found_now is not None
        assert (found_now.state, found_now.taken, found_now.starts_at) == ("cancelled", 0, instant("2026-05-14T14:00"))
        assert await activities.broken(connection) == []


async def test_nobody_looks_after_the_posts_of_another_organisation(app: App) -> None:
    await put_in_charge(app, "boss")
    async with app.database.write() as connection:
        await set_up(connection, app.vault, posts=(a_post(1),))
    stranger = Talk(app, "stranger")
    await said(stranger, "我的活动")
    assert {"publish-not_in_charge", "my_posts-not_in_charge"} & set(stranger.keys)
    await said(stranger, "=boss")
    assert "my_posts-post" not in stranger.keys


async def test_times_that_may_be_two_or_none_are_asked_back(app: App) -> None:
    await put_in_charge(app, "boss")
    boss = Talk(app, "boss")
    await said(boss, *TITLE[:6], "5月13日")
    for line, key in (("九点", "post-two_times"), ("早饭后", "post-no_time"), ("9:00", "publish-to")):
        assert key in await said(boss, line)
    for line, key in (("8:00", "post-span"), ("十一点", "publish-seats")):
        assert key in await said(boss, line)


async def test_volunteers_join_wait_and_leave_by_every_route(app: App, clock: HandClock) -> None:
    async with app.database.write() as connection:
        people = (a_volunteer(1, "v1"), a_volunteer(2, "v2"), a_volunteer(3, "v3", township="sitan"))
        await set_up(
            connection,
            app.vault,
            *people,
            posts=(a_post(1, seats=1), a_post(2, risk="some", insured=True, danger="要上梯子", township="sitan")),
        )
    one, two, three, walked = Talk(app, "v1"), Talk(app, "v2"), Talk(app, "v3"), Walked()
    nobody = Talk(app, "nobody")
    assert "activities-no_volunteer" in await said(nobody, "志愿活动")
    await walked.walk(ACTIVITIES, one, "nothing", "志愿活动", "=fitting", "=none")
    await said(one, "志愿活动", "=fitting")
    assert one.options[:2] == ["P0001", "none"]  # the other one is in another township
    await walked.walk(ACTIVITIES, one, "nothing", "=P0001", "=none")
    await walked.walk(ACTIVITIES, one, "nothing", "志愿活动", "=all", "=P0002", "=none")
    await walked.walk(ACTIVITIES, one, "joined", "志愿活动", "=fitting", "=P0001", "=join")
    await said(one, "志愿活动", "=all", "=P0002", "=join")
    assert "post-overlap" in one.keys
    await said(one, "=none")
    await said(two, "志愿活动", "=fitting", "=P0001")
    assert two.options[0] == "wait"
    await walked.walk(ACTIVITIES, two, "in_line", "=wait")
    await walked.walk(ACTIVITIES, one, "nothing", "志愿活动", "=mine", "=P0001", "=leave", "=no")
    await walked.walk(ACTIVITIES, one, "left", "志愿活动", "=mine", "=P0001", "=leave", "=yes")
    assert await told(app, "v2") == ["in"]
    await said(three, "志愿活动", "=fitting", "=P0002")
    assert three.last is not None
    shown = next(reply for reply in three.last.replies if reply.words.key == "activities-shown")
    assert shown.words.args["post"].args["danger"] == "要上梯子"  # told before joining
    await walked.walk(ACTIVITIES, three, "joined", "=join")
    clock.now = instant("2026-05-12T18:00")
    await work_off(app)
    clock.now = instant("2026-05-13T07:30")
    await work_off(app)
    assert await told(app, "v1") == []
    assert await told(app, "v2") == ["in", "remind", "remind"]
    assert await told(app, "v3") == ["remind", "remind"]
    assert not_walked(ACTIVITIES, walked.steps) == []


async def test_volunteers_check_in_and_out_by_every_route(app: App, clock: HandClock) -> None:
    async with app.database.write() as connection:
        post = a_post(1)
        await set_up(connection, app.vault, a_volunteer(1, "v1"), a_volunteer(2, "v2"), posts=(post,))
        assert await activities.join(connection, post.number, "V0001", clock.now, step="post")
    code = shown_code(code_of(app.vault, post))
    wrong = shown_code((int(code) + 1) % 10_000)
    one, two, walked = Talk(app, "v1"), Talk(app, "v2"), Walked()
    await walked.walk(CHECK_IN, one, "ask_there", "签到", "=lost")
    clock.now = instant("2026-05-13T07:59")
    await walked.walk(CHECK_IN, one, "later", "签到", code, "=none")  # a minute too early
    clock.now = instant("2026-05-13T08:30")
    await said(one, "签到", wrong)
    assert "check_in-wrong" in one.keys
    await walked.walk(CHECK_IN, one, "arrived", "=other_code", code, f"=in:{post.number}")
    await said(two, "签到", code)  # who did not join before, and a seat is free
    await walked.walk(CHECK_IN, two, "arrived", f"=in:{post.number}")
    clock.now = instant("2026-05-13T11:29")
    clock.move("59s")
    await walked.walk(CHECK_IN, one, "left", "签退", code, f"=out:{post.number}")
    await said(one, "签退", code)
    assert "check_in-wrong" in one.keys
    async with app.database.read() as connection:
        (entry,) = await ledger.of_volunteer(connection, app.vault, "V0001")
        assert (entry.minutes, entry.activity, entry.state) == (149, "P0001", "waiting")
        assert (entry.begins_at, entry.organisation) == (post.starts_at, post.organisation)
    clock.now = instant("2026-05-13T20:00")
    await work_off(app)
    await work_off(app)
    assert await told(app, "v1") == []
    assert await told(app, "v2") == ["forgot"]
    async with app.database.read() as connection:
        assert await ledger.of_volunteer(connection, app.vault, "V0002") == []
    assert not_walked(CHECK_IN, walked.steps) == []


async def test_whoever_tries_codes_is_stopped(app: App, clock: HandClock) -> None:
    async with app.database.write() as connection:
        post = a_post(1)
        await set_up(connection, app.vault, a_volunteer(1, "v1"), posts=(post,))
        assert await activities.join(connection, post.number, "V0001", clock.now, step="post")
    clock.now = instant("2026-05-13T09:10")
    code = code_of(app.vault, post)
    one = Talk(app, "v1")
    await said(one, "签到", f"{(code + 1) % 10_000:04d}")
    for n in range(2, 6):
        await said(one, "=other_code", f"{(code + n) % 10_000:04d}")
        assert "check_in-wrong" in one.keys
    await said(one, "=other_code", shown_code(code))
    assert "check_in-too_often" in one.keys


def shown_of(talk: Talk, key: str) -> Words:
    """What was said last under a message id."""
    assert talk.last is not None
    return next(reply.words for reply in talk.last.replies if reply.words.key == key)


async def test_who_has_not_joined_is_told_the_risks_before_joining_by_the_code(app: App, clock: HandClock) -> None:
    risky = a_post(1, risk="some", insured=True, danger="要上梯子")
    async with app.database.write() as connection:
        young = a_volunteer(2, "young", born=date(2010, 1, 1))
        await set_up(connection, app.vault, a_volunteer(1, "v1"), young, posts=(risky,))
    clock.now = instant("2026-05-13T08:30")
    code = shown_code(code_of(app.vault, risky))
    one = Talk(app, "v1")
    await said(one, "签到", code)
    told_of = shown_of(one, "post-told").args
    assert (told_of["risk"], told_of["danger"], told_of["insured"]) == ("some", "要上梯子", "yes")
    async with app.database.read() as connection:
        assert await activities.part_of(connection, "P0001", "V0001") is None
    await said(one, f"=in:{risky.number}")
    assert "check_in-arrived" in one.keys
    young_one = Talk(app, "young")
    await said(young_one, "签到", code)
    assert "post-not_for_you" in young_one.keys
    async with app.database.read() as connection:
        assert await activities.part_of(connection, "P0001", "V0002") is None


async def test_one_may_always_check_out_and_what_is_recorded_already_is_not_recorded_twice(
    app: App, clock: HandClock
) -> None:
    people = (a_volunteer(1, "v1"), a_volunteer(2, "v2"))
    post = a_post(1)
    async with app.database.write() as connection:
        await set_up(connection, app.vault, *people, posts=(post,))
    code = shown_code(code_of(app.vault, post))
    clock.now = post.starts_at
    one, two = Talk(app, "v1"), Talk(app, "v2")
    for talk in (one, two):
        await said(talk, "签到", code, f"=in:{post.number}")
    clock.now = instant("2026-05-13T12:00")
    by_organisation = "=org1:示例志愿服务队"
    for talk, to in ((one, "10"), (two, "12")):
        await said(talk, "记时长", f"今天上午9点到{to}点在幸福社区给老人送饭", by_organisation, "对")
        assert "service_hours-recorded" in talk.keys
    await said(one, "签退", code, f"=out:{post.number}")
    assert shown_of(one, "check_in-left").args["recorded"] == "rest"
    await said(two, "签退", code, f"=out:{post.number}")
    assert shown_of(two, "check_in-left").args["recorded"] == "nothing"
    async with app.database.read() as connection:
        first = await ledger.of_volunteer(connection, app.vault, "V0001")
        second = await ledger.of_volunteer(connection, app.vault, "V0002")
        parts = [await activities.part_of(connection, post.number, each.number) for each in people]
    assert [(each.minutes, each.activity) for each in first] == [(60, "P0001"), (120, "P0001")]
    assert [(each.minutes, each.activity) for each in second] == [(180, "P0001")]
    assert [part is not None and part.left_at == clock.now for part in parts] == [True, True]


async def test_hours_of_a_joined_post_told_in_words_are_within_its_time(app: App, clock: HandClock) -> None:
    async with app.database.write() as connection:
        await set_up(connection, app.vault, a_volunteer(1, "v1"), posts=(a_post(1),))
        assert await activities.join(connection, "P0001", "V0001", clock.now, step="post")
    clock.now = instant("2026-05-13T20:00")
    one = Talk(app, "v1")
    await said(one, "记时长", "今天上午9点到下午2点在幸福社区给老人送饭", "=org1:示例志愿服务队", "对")
    outside = shown_of(one, "record-outside_post").args
    assert (outside["from"], outside["to"]) == ("09:00", "12:00")
    async with app.database.read() as connection:
        assert await ledger.of_volunteer(connection, app.vault, "V0001") == []


async def test_who_forgets_to_check_out_is_asked_also_after_the_post_was_moved(app: App, clock: HandClock) -> None:
    post = a_post(1)
    async with app.database.write() as connection:
        await set_up(connection, app.vault, a_volunteer(1, "v1"), posts=(post,))
        assert await activities.join(connection, "P0001", "V0001", clock.now, step="post")
    clock.now = instant("2026-05-13T08:30")
    one = Talk(app, "v1")
    await said(one, "签到", shown_code(code_of(app.vault, post)), "=in:P0001")
    assert "check_in-arrived" in one.keys
    day = timedelta(days=1)
    async with app.database.write() as connection:
        await activities.move(connection, app.vault, "P0001", post.starts_at + day, post.ends_at + day, clock.now)
        moved = await activities.one(connection, app.vault, "P0001")
    assert moved is not None
    clock.now = instant("2026-05-13T20:00")
    await work_off(app)
    assert "forgot" not in await told(app, "v1")
    clock.now = instant("2026-05-14T09:00")
    await said(one, "签到", shown_code(code_of(app.vault, moved)), "=in:P0001")
    clock.now = instant("2026-05-14T20:00")
    await work_off(app)
    assert "forgot" in await told(app, "v1")


async def test_however_many_posts_there_are_the_one_that_fits_is_offered(app: App) -> None:
    others = tuple(a_post(n, skills=("law",), starts_at=STARTS + timedelta(minutes=n)) for n in range(1, 71))
    mine = tuple(a_post(n, starts_at=STARTS + timedelta(days=1, minutes=n)) for n in range(71, 81))
    async with app.database.write() as connection:
        await set_up(connection, app.vault, a_volunteer(1, "v1"), posts=others + mine)
    one = Talk(app, "v1")
    await said(one, "志愿活动", "=fitting")
    assert one.options[:-1] == [each.number for each in mine]
