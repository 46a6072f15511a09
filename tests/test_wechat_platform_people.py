"""The people of the tests' WeChat: what they do is what wechatpy reads, and comes as the real one would post it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest

from tests.wechat_mini_desk import MiniDesk, a_mini_desk
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person
from tests.wechat_platform_state import Update


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
def desk(platform: Platform) -> Iterator[MiniDesk]:
    with a_mini_desk(platform.account) as one:
        platform.posts_to(one.url)
        yield one


@pytest.fixture
def wang(platform: Platform) -> Person:
    return platform.person("王芳")


def test_everything_people_do_is_read_by_wechatpy(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    platform.template("visit", ["thing1"])
    acts: list[Callable[[], Update]] = [
        *(lambda: wang.shows_picture(b"made-up"), lambda: wang.speaks("办结婚证"), wang.speaks),
        *(lambda: wang.shares_location(30.25, 119.75, "路口"), wang.sends_video, wang.sends_sticker),
        *(lambda: wang.sends_link("法", "条", "http://127.0.0.1/"), wang.sends_unknown, lambda: wang.clicks("menu")),
        *(lambda: wang.opens("http://127.0.0.1/"), lambda: wang.scans("town-1"), lambda: wang.subscribes_to("visit")),
        wang.unfollows,
    ]
    for act in acts:
        act()
        platform.until(platform.is_settled)
    assert [message.type if message.type != "event" else message.event for message in desk.seen] == [
        *("image", "voice", "voice", "location", "video", "text", "link", "unknown", "click", "view", "scan"),
        *("unknown", "unsubscribe"),
    ]
    assert [desk.seen[number].recognition for number in (1, 2)] == ["办结婚证", None]
    assert desk.seen[3].location == ("30.25", "119.75")
    assert (desk.seen[8].key, desk.seen[10].scene_id) == ("menu", "town-1")
    accepted = {"TemplateId": "visit", "SubscribeStatusString": "accept", "PopupScene": "2"}
    assert desk.seen[11]._data["SubscribeMsgPopupEvent"] == {"List": accepted}
    assert platform.faults == []


def test_who_follows_no_more_sees_nothing_and_cannot_write(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "再见"
    wang.unfollows()
    platform.until(platform.is_settled)
    assert wang.messages == []
    assert platform.faults == []
    with pytest.raises(AssertionError, match="follow"):
        wang.says("你好")


def test_what_people_did_waits_for_the_desks_url(platform: Platform, wang: Person) -> None:
    wang.says("你好")
    assert not platform.is_settled()
    with a_mini_desk(platform.account) as desk:
        platform.posts_to(desk.url)
        platform.until(platform.is_settled)
        assert [message.content for message in desk.seen] == ["你好"]


def test_a_first_follow_and_a_scan_that_follows_are_told_apart(platform: Platform, desk: MiniDesk) -> None:
    platform.person("李雷", follower=False).follows()
    platform.until(platform.is_settled)
    platform.person("韩梅梅", follower=False).scans("town-1")
    platform.until(platform.is_settled)
    assert [message.event for message in desk.seen] == ["subscribe", "subscribe_scan"]


def test_a_button_that_no_menu_has_cannot_be_tapped(platform: Platform, wang: Person) -> None:
    platform.world.menu_keys.add("menu")
    wang.clicks("menu")
    with pytest.raises(AssertionError, match="menu"):
        wang.clicks("another")


def test_a_text_the_apps_would_not_send_is_the_tests_own_mistake(platform: Platform, wang: Person) -> None:
    for text in ("", "民" * 683):
        with pytest.raises(AssertionError, match="apps"):
            wang.says(text)


async def test_a_running_loop_waits_without_standing_still(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "你好"
    wang.says("你好")
    shown = await platform.eventually(lambda: wang.messages)
    assert [one.kind for one in shown] == ["passive"]


def test_a_message_is_not_posted_before_the_one_before_it_was_written(platform: Platform, wang: Person) -> None:
    with socket.socket() as full, socket.socket() as filling, socket.socket() as filling_too:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for one in (filling, filling_too):
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        platform.posts_to(f"http://127.0.0.1:{full.getsockname()[1]}/wechat")
        wang.says("你好")
        wang.says("在吗")
        others = platform.person("李雷").says("你好")
        platform.until(lambda: any(post.update is others for post in platform.posts))
        assert len([post for post in platform.posts if post.update.user is wang.user]) == 1
