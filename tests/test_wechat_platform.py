"""The tests' WeChat towards a desk: what it posts, how often, and what people see of the answers.

The desk is a tiny one out of wechatpy. One second lasts a minute, so that only the test itself moves the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.wechat_mini_desk import MiniDesk, a_mini_desk
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person
from tests.wechat_platform_state import Mode, Post

MODES: tuple[Mode, ...] = ("plain", "compatible", "safe")
in_every_mode = pytest.mark.parametrize("platform", MODES, indirect=True)


@pytest.fixture
def platform(request: pytest.FixtureRequest) -> Iterator[Platform]:
    with running(second=60, mode=getattr(request, "param", "plain")) as one:
        yield one


@pytest.fixture
def desk(platform: Platform) -> Iterator[MiniDesk]:
    with a_mini_desk(platform.account) as one:
        platform.posts_to(one.url)
        yield one


@pytest.fixture
def wang(platform: Platform) -> Person:
    return platform.person("王芳")


def attempts(platform: Platform, count: int) -> list[Post]:
    """Waits until there were so many."""
    platform.until(lambda: len(platform.posts) >= count)
    return platform.posts


def have_ended(platform: Platform, *wanted: str) -> None:
    """Waits until the attempts have ended so."""
    platform.until(lambda: [post.ending for post in platform.posts] == list(wanted))


def endings(platform: Platform) -> list[str]:
    platform.until(platform.is_settled)
    return [post.ending for post in platform.posts]


def kinds(person: Person) -> list[str]:
    return [shown.kind for shown in person.messages]


# The URL


@in_every_mode
def test_the_platform_makes_sure_of_the_url(platform: Platform, desk: MiniDesk) -> None:
    assert platform.verify()


def test_a_desk_with_another_token_is_not_taken(platform: Platform, desk: MiniDesk) -> None:
    desk.account = type(platform.account)(token="another")
    assert not platform.verify()


# Answers


@in_every_mode
def test_a_text_is_answered_and_shown(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "<b>你好</b>&amp;🙂"
    wang.says("结婚登记 ]]> <b>🙂")
    assert [(shown.kind, shown.text) for shown in wang.wait_for(1)] == [("passive", "<b>你好</b>&amp;🙂")]
    assert endings(platform) == ["answered"]
    assert platform.faults == []
    assert [(message.content, message.source) for message in desk.seen] == [("结婚登记 ]]> <b>🙂", wang.openid)]


@pytest.mark.parametrize("body", [b"success", b""])
def test_success_and_an_empty_body_show_nothing_and_end_it(
    platform: Platform, desk: MiniDesk, wang: Person, body: bytes
) -> None:
    desk.answer = lambda message: body
    wang.says("你好")
    assert endings(platform) == ["answered"]
    assert wang.messages == []
    assert platform.faults == []


@in_every_mode
@pytest.mark.parametrize(
    "wrong",
    [
        lambda desk, message: b'{"errcode": 0}',
        lambda desk, message: b"SUCCESS",
        lambda desk, message: b"<xml><ToUserName>",
        lambda desk, message: b'<!DOCTYPE xml [<!ENTITY a "b">]>' + desk.reply(message, "你好"),
        lambda desk, message: desk.reply(message, "你好", target="somebody-else"),
        lambda desk, message: desk.reply(message, "你好", source="another-account"),
        lambda desk, message: desk.reply(message, ""),
        lambda desk, message: desk.reply(message, "民" * 683),
    ],
    ids=["json", "capitals", "broken", "entities", "to-another", "from-another", "empty", "too-long"],
)
def test_another_answer_is_a_fault_and_shows_the_error_line(
    platform: Platform, desk: MiniDesk, wang: Person, wrong: Callable[[MiniDesk, Any], bytes]
) -> None:
    desk.answer = lambda message: wrong(desk, message)
    wang.says("你好")
    assert endings(platform) == ["answered"]
    assert kinds(wang) == ["error"]
    assert [fault.openid for fault in platform.faults] == [wang.openid]


def test_the_longest_text_is_shown(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "民" * 682 + "12"
    wang.says("你好")
    wang.wait_for(1)
    assert kinds(wang) == ["passive"]
    assert platform.faults == []


def test_a_status_other_than_200_is_a_fault(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.status = 201
    wang.says("你好")
    wang.wait_for(1)
    assert kinds(wang) == ["error"]
    assert len(platform.faults) == 1


@pytest.mark.parametrize(
    ("platform", "sealed", "kind"),
    [
        ("plain", True, "error"),
        ("safe", False, "error"),
        ("compatible", False, "passive"),
        ("compatible", True, "passive"),
    ],
    indirect=["platform"],
)
def test_only_the_compatible_mode_takes_both_ways(
    platform: Platform, desk: MiniDesk, wang: Person, sealed: bool, kind: str
) -> None:
    desk.sealed = sealed
    desk.answer = lambda message: "你好"
    wang.says("你好")
    wang.wait_for(1)
    assert kinds(wang) == [kind]


@pytest.mark.parametrize("platform", ["safe"], indirect=True)
@pytest.mark.parametrize("field", ["token", "aes_key", "appid"])
def test_an_answer_under_other_keys_is_a_fault(platform: Platform, desk: MiniDesk, wang: Person, field: str) -> None:
    other = type(platform.account)(mode="safe")
    setattr(other, field, getattr(other, field)[::-1])

    def answer(message: Any) -> bytes:
        desk.account = other
        return desk.reply(message, "你好")

    desk.answer = answer
    wang.says("你好")
    wang.wait_for(1)
    assert kinds(wang) == ["error"]


@pytest.mark.parametrize("platform", ["safe"], indirect=True)
def test_in_safe_mode_nothing_is_posted_in_the_clear(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    wang.says("结婚登记")
    assert endings(platform) == ["answered"]
    [post] = platform.posts
    assert "结婚登记".encode() not in post.body
    assert wang.openid.encode() not in post.body
    assert set(post.query) == {
        *("signature", "timestamp", "nonce", "openid", "encrypt_type", "msg_signature"),
    }


# Attempts


@in_every_mode
def test_after_five_seconds_without_an_answer_the_same_is_posted_again_three_times_in_all(
    platform: Platform, desk: MiniDesk, wang: Person
) -> None:
    desk.go.clear()
    wang.says("你好")
    for count in (1, 2, 3):
        attempts(platform, count)
        platform.advance(seconds=5)
    assert endings(platform) == ["timeout"] * 3
    assert kinds(wang) == ["error"]
    assert len(platform.faults) == 1
    assert len({post.query["nonce"] for post in platform.posts}) == 3


def test_nothing_is_posted_again_before_the_five_seconds_are_over(
    platform: Platform, desk: MiniDesk, wang: Person
) -> None:
    desk.go.clear()
    desk.answer = lambda message: "你好"
    wang.says("你好")
    attempts(platform, 1)
    platform.advance(seconds=4)
    desk.go.set()
    assert endings(platform) == ["answered"]
    assert kinds(wang) == ["passive"]


def test_a_lost_answer_is_asked_for_again_and_shown_once(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "你好"
    platform.loses_answers()
    wang.says("你好")
    have_ended(platform, "lost")
    platform.advance(seconds=5)
    wang.wait_for(1)
    assert endings(platform) == ["lost", "answered"]
    assert kinds(wang) == ["passive"]
    assert len({message.id for message in desk.seen}) == 1
    assert platform.faults == []


def test_three_lost_answers_show_the_error_line_and_are_no_fault(
    platform: Platform, desk: MiniDesk, wang: Person
) -> None:
    platform.loses_answers(3, person=wang)
    wang.says("你好")
    for count in (1, 2, 3):
        have_ended(platform, *["lost"] * count)
        platform.advance(seconds=5)
    wang.wait_for(1)
    assert kinds(wang) == ["error"]
    assert platform.faults == []


def test_an_event_is_the_same_at_every_attempt(platform: Platform, desk: MiniDesk) -> None:
    platform.loses_answers()
    platform.person("李雷", follower=False).follows("town-1")
    have_ended(platform, "lost")
    platform.advance(seconds=5)
    assert endings(platform) == ["lost", "answered"]
    first, again = desk.seen
    assert (first.event, first.scene_id, first.time) == (again.event, again.scene_id, again.time)
    assert (first.event, first.scene_id, first.id) == ("subscribe_scan", "town-1", 0)


def test_attempts_can_have_the_same_nonce(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    platform.keeps_nonce()
    wang.says("你好")
    wang.says("在吗")
    platform.until(platform.is_settled)
    assert len({post.query["nonce"] for post in platform.posts}) == 1


def test_a_desk_that_is_not_there_is_tried_again(platform: Platform, wang: Person) -> None:
    with a_mini_desk(platform.account) as gone:
        platform.posts_to(gone.url)
    wang.says("你好")
    have_ended(platform, "broken")
    with a_mini_desk(platform.account) as back:
        platform.posts_to(back.url)
        platform.advance(seconds=5)
        assert endings(platform) == ["broken", "answered"]


def test_an_attempt_made_twice_at_once_shows_one_answer(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    desk.answer = lambda message: "你好"
    platform.posts_twice()
    wang.says("你好")
    assert endings(platform) == ["answered", "answered"]
    assert kinds(wang) == ["passive"]
    assert len(desk.seen) == 2


def test_a_late_attempt_is_overtaken(platform: Platform, desk: MiniDesk, wang: Person) -> None:
    platform.posts_late(30)
    first, second = wang.says("你好"), wang.says("在吗")
    platform.until(lambda: second.done)
    assert not first.done
    platform.advance(seconds=30)
    platform.until(platform.is_settled)
    assert [message.content for message in desk.seen] == ["在吗", "你好"]


def test_no_message_waits_for_the_answer_to_the_one_before_and_all_keep_their_order(
    platform: Platform, desk: MiniDesk, wang: Person
) -> None:
    desk.go.clear()
    said = [wang.says(str(number)) for number in range(9)]
    assert [post.update for post in attempts(platform, 9)] == said
    assert {post.ending for post in platform.posts} == {"under way"}
    desk.go.set()
    assert endings(platform) == ["answered"] * 9
