"""What is read from a picture is a suggestion until a person confirms it; the picture goes when nothing needs it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from flows.errors import FlowFault, Refused
from flows.incoming import Event, Photo
from flows.language import ALWAYS, File, Flow, Reads, checked, photo
from flows.language.reads import NOT_KEPT
from flows.words import Value
from tests.club import ANY, EVERYTHING, FACE, Faces, is_kept, lines
from tests.fair import fair_desk
from tests.made_up import Desk

UNREADABLE = Refused("card-blurred", step="face")


def at_the_picture(read: Mapping[str, Value] | Refused | None = EVERYTHING, seat: str = "guest") -> Desk:
    """A desk that asks for the picture, and will read this of it."""
    desk = fair_desk()
    reads_next(desk, read)
    desk.say("club", "agree", seat)
    return desk


def reads_next(desk: Desk, read: Mapping[str, Value] | Refused | None) -> None:
    desk.lookups = {**desk.lookups, "faces": Faces(read)}


def show(desk: Desk, name: str = "p1") -> list[str]:
    return desk.show(Photo(name, FACE))


def answers(desk: Desk) -> dict[str, tuple[Value, str]]:
    return {key: (each.value, each.origin) for key, each in desk.run.answers.items()}


def looked_up(desk: Desk) -> list[str]:
    return desk.notice(Event("looked_up", desk.run.id, desk.run.position.key))


def test_what_was_read_is_shown_whole_and_becomes_answers_only_when_it_is_confirmed() -> None:
    desk = at_the_picture()
    assert show(desk) == ["club-face_check"]
    assert desk.replies[-1].words.args["lines"] == tuple(lines(EVERYTHING))
    assert not {"member", "years"} & desk.run.answers.keys()
    assert desk.tap("yes") == ["club-right"]
    assert answers(desk)["member"] == ("王五", "read")
    assert answers(desk)["years"] == (30, "read")
    assert desk.run.suggestions == {}


def test_it_is_read_once_however_much_is_said_meanwhile() -> None:
    desk = at_the_picture()
    show(desk)
    before = desk.run.suggestions
    reads_next(desk, {"name": "李四"})
    desk.say("怎么弄", "帮助")
    assert desk.keys == ["help", "club-face_check"]
    assert desk.run.suggestions == before


@pytest.mark.parametrize(("read", "asked"), [({"name": "王五"}, "years"), ({"age": 30}, "member")])
def test_what_was_not_read_is_asked(read: Mapping[str, Value], asked: str) -> None:
    desk = at_the_picture(read)
    show(desk)
    assert desk.tap("yes") == [f"club-{asked}"]


@pytest.mark.parametrize("choice", ["typed", "again"])
def test_who_refuses_it_is_asked_everything_or_for_another_picture(choice: str) -> None:
    desk = at_the_picture()
    show(desk)
    assert desk.tap(choice) == ["club-member" if choice == "typed" else "club-face"]
    assert not {"member", "years"} & desk.run.answers.keys()


def test_another_picture_is_read_anew_and_confirmed_anew() -> None:
    desk = at_the_picture()
    show(desk)
    desk.tap("yes")
    desk.tap("change:face")
    reads_next(desk, {"name": "李四"})
    assert show(desk, "p2") == ["club-face_check"]
    assert desk.tap("yes") == ["club-years"]
    assert answers(desk)["member"] == ("李四", "read")
    assert "years" not in desk.run.answers


def test_another_picture_may_be_shown_at_once_instead_of_what_was_read() -> None:
    desk = at_the_picture()
    show(desk)
    reads_next(desk, {"name": "李四"})
    assert show(desk, "p2") == ["club-face_check"]
    assert desk.run.suggestions == {"name": "李四"}
    assert desk.dropped == {"p1", "p2"}


def test_what_was_typed_stands_when_the_reading_says_nothing_of_it() -> None:
    desk = at_the_picture()
    desk.say("typed", "李四", "40")
    desk.tap("change:face")
    reads_next(desk, {"age": 50})
    show(desk)
    assert desk.tap("yes") == ["club-right"]
    assert answers(desk)["member"] == ("李四", "typed")
    assert answers(desk)["years"] == (50, "read")


def test_what_was_read_is_changed_from_the_summary_like_everything_else() -> None:
    desk = at_the_picture()
    show(desk)
    desk.tap("yes")
    assert desk.tap("change:member") == ["club-member"]
    assert desk.say("赵六") == ["club-right"]
    assert answers(desk)["member"] == ("赵六", "typed")
    assert answers(desk)["years"] == (30, "read")


def test_a_picture_that_cannot_be_read_is_asked_for_again_with_why() -> None:
    desk = at_the_picture(UNREADABLE)
    assert show(desk) == ["card-blurred", "club-face"]
    assert "face" not in desk.run.answers
    assert desk.dropped == {"p1"}
    reads_next(desk, EVERYTHING)
    assert show(desk, "p2") == ["club-face_check"]


def test_while_it_is_being_read_there_is_nothing_to_confirm_and_it_can_be_typed() -> None:
    desk = at_the_picture(None)
    assert show(desk) == ["looking-up"]
    assert desk.dropped == set()
    assert "face_check" not in desk.run.answers
    assert desk.tap("yes") == ["choice-stale", "looking-up"]
    assert desk.say("typed") == ["club-member"]
    assert desk.dropped == {"p1"}
    assert desk.run.answers["face"].value == NOT_KEPT


def test_what_took_long_is_asked_when_it_has_been_read() -> None:
    desk = at_the_picture(None)
    show(desk)
    reads_next(desk, EVERYTHING)
    assert looked_up(desk) == ["club-face_check"]
    assert desk.dropped == {"p1"}


def test_what_took_long_and_failed_is_asked_for_again_with_why() -> None:
    desk = at_the_picture(None)
    show(desk)
    reads_next(desk, UNREADABLE)
    assert looked_up(desk) == ["card-blurred", "club-face"]
    assert desk.dropped == {"p1"}


@pytest.mark.parametrize("how", ["command:person", "fair", "command:exit", "取消"])
def test_a_picture_that_nobody_waits_for_any_more_goes(how: str) -> None:
    desk = at_the_picture(None)
    show(desk)
    desk.tap(how) if how.startswith("command") else desk.say(how)
    if how == "取消":
        desk.tap("yes")
    assert desk.dropped == {"p1"}
    assert not [final for final in desk.finals if "p1" in {each.value for each in final.answers.values()}]


def test_who_comes_back_to_a_picture_that_was_not_read_is_asked_for_another() -> None:
    desk = at_the_picture(None)
    show(desk)
    desk.tap("command:person")
    assert desk.tap("command:resume") == ["club-face"]


@pytest.mark.parametrize("choice", ["yes", "again", "typed"])
def test_the_picture_goes_with_the_reading(choice: str) -> None:
    desk = at_the_picture()
    show(desk)
    assert desk.dropped == {"p1"}
    desk.tap(choice)
    assert desk.run.answers["face"].value == NOT_KEPT


@pytest.mark.parametrize(("choice", "goes"), [("yes", False), ("typed", True)])
def test_where_it_is_kept_it_stays_only_if_it_was_confirmed(choice: str, goes: bool) -> None:
    desk = at_the_picture(seat="founder")
    show(desk)
    assert desk.dropped == set()
    desk.tap(choice)
    assert (desk.run.answers["face"].value == NOT_KEPT) is goes
    assert desk.dropped == ({"p1"} if goes else set())


def test_where_it_is_kept_it_goes_for_another_and_with_what_is_given_up() -> None:
    desk = at_the_picture(seat="founder")
    show(desk)
    desk.tap("again")
    show(desk, "p2")
    assert desk.dropped == {"p1"}
    desk.say("取消", "yes")
    assert desk.dropped == {"p1", "p2"}


def test_a_case_refers_to_a_picture_that_is_kept_and_to_no_other() -> None:
    for seat, value in (("founder", "p1"), ("guest", NOT_KEPT)):
        desk = at_the_picture(seat=seat)
        show(desk)
        desk.tap("yes")
        desk.tap("yes")
        assert desk.finals[0].answers["face"].value == value


def test_what_was_read_is_not_in_the_history() -> None:
    desk = at_the_picture()
    show(desk)
    desk.tap("yes")
    assert getattr(desk.said, "key", None) == "said-confidential"
    assert "change:face_check" not in desk.options


def test_a_flow_that_fills_no_later_step_is_refused() -> None:
    reads = Reads("face", {"elsewhere": "name"}, lines, is_kept)
    steps = [photo("face", ANY, skip="typed"), checked("check", reads, from_="faces")]
    routes = [("face", ALWAYS, "check"), ("check", ALWAYS, "done")]
    with pytest.raises(FlowFault, match="flow x, step check: it fills elsewhere"):
        Flow("x", steps, routes, {"done": File(service="x")})
