"""Who is asking: the code to the telephone on file, for oneself and for another, once, here, and for a short time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from bot.benefits.telephones import PLACES
from bot.worker import Worker
from flows.benefits.identity import proof_of
from flows.benefits.records import Mandate
from flows.errors import NotUnderstood, OutsideFault
from flows.inputs.one_time_code import read_one_time_code
from flows.language import Facts
from flows.words import to_plain
from integrations.store import cases, conversations
from integrations.store.benefits import looks
from integrations.store.benefits.register import person_of
from integrations.store.cases import Case
from integrations.store.tables import cases as case_rows
from tests.made_up import the_world
from tests.proving import NOBODY, OWNER, SILENT, WHO, Proofs, a_proving_desk, speech
from tests.talk import HandClock, work_off


@pytest.fixture
async def desk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[Proofs]:
    """The desk, once on each database."""
    async with a_proving_desk(tmp_path, clock, database_url) as opened:
        yield opened


async def test_the_code_that_came_to_the_telephone_on_file_shows_who_asks(desk: Proofs) -> None:
    talk = desk.talk("own")
    await talk.say("who")
    assert talk.keys[-1] == "identity-whose"
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    assert talk.keys[-1] == "identity-code"
    assert (desk.telephone.reached, await desk.due("identity_send")) == ([], [timedelta(seconds=3)])
    await desk.sent()
    assert desk.telephone.reached == [OWNER.phone]
    (code,) = desk.telephone.codes(str(OWNER.phone))
    await talk.say(f"验证码是 {code[:3]} {code[3:]}")
    assert talk.keys == ["who-more"]
    (proof,) = await desk.held("own")
    assert (proof.name, proof.id_number, proof.phone, proof.by) == (OWNER.name, OWNER.id_number, OWNER.phone, None)
    assert proof.until == desk.clock() + timedelta(minutes=desk.app.place.proof_minutes)


async def test_who_was_shown_is_offered_while_it_holds_and_nobody_else_has_it(desk: Proofs) -> None:
    talk = desk.talk("own")
    await desk.proved(talk)
    await talk.tap("no")
    (proof,) = await desk.held("own")
    await talk.say("who")
    assert talk.keys[-1] == "who-more"  # as whom they ask is no question where there is one
    await talk.tap("another")
    assert (talk.keys[-1], talk.options) == ("identity-proven", [proof.id, "new", "keep"])
    asking = talk.question.asking
    assert asking is not None
    assert asking.options[0].label.args == {"who": "欧*", "number": OWNER.id_number[-4:]}
    await talk.tap(proof.id)
    assert talk.keys == ["who-more"]
    await talk.tap("no")
    stranger = desk.talk("other")
    await stranger.say("who")
    assert stranger.keys[-1] == "identity-whose"
    assert await desk.held("other") == []
    desk.clock.move(f"{desk.app.place.proof_minutes}m")
    await talk.say("who")
    assert talk.keys[-1] == "identity-whose"
    assert await desk.held("own") == []


def test_the_proof_of_a_flow_is_the_one_that_was_picked_or_the_one_just_made() -> None:
    world = the_world(speech())
    assert proof_of(Facts(world, "who", {"proven": "p1"})) == "p1"
    assert proof_of(Facts(world, "who", {"proven": "new", "identity": "p2"})) == "p2"


@pytest.mark.parametrize("leave", ["quick exit", "erase", "page left"])
async def test_what_was_shown_ends_with_the_conversation(desk: Proofs, leave: str) -> None:
    talk = desk.talk("own")
    await desk.proved(talk)
    assert await desk.held("own") != []
    if leave == "quick exit":
        await talk.tap("command:exit")
    elif leave == "erase":
        await talk.tap("command:info")
        await talk.tap("erase")
        await talk.tap("yes")
    else:
        async with desk.app.database.write() as connection:
            await conversations.forget(connection, "own", desk.clock(), revoke=True)
    assert await desk.held("own") == []
    assert [state for _, state, _ in await desk.asked()] == ["over"]


# --- codes ----------------------------------------------------------------------------------------------------------


async def test_a_code_is_used_once_here_and_in_its_time(desk: Proofs) -> None:
    talk, other = desk.talk("own"), desk.talk("other")
    code = await desk.proved(talk)
    await desk.say_who(other, OWNER.name, OWNER.id_number)
    await desk.sent()
    await other.say(code)  # of another conversation
    assert other.keys[-2:] == ["identity-wrong", "identity-identity"]
    await talk.tap("yes")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    await talk.say(code)  # used before
    assert talk.keys[-2:] == ["identity-wrong", "identity-identity"]
    late = desk.telephone.codes(str(OWNER.phone))[-1]
    desk.clock.move(f"{desk.app.place.code_minutes}m")
    await talk.say(late)
    assert talk.keys[-2:] == ["identity-wrong", "identity-identity"]
    assert len(await desk.held("own")) == 1


async def test_after_a_wrong_code_the_right_one_is_typed_at_once_and_after_five_it_is_over(desk: Proofs) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    (code,) = desk.telephone.codes(str(OWNER.phone))
    wrong = [f"{(int(code) + n) % 10**6:06}" for n in range(1, 6)]
    await talk.say(wrong[0])
    await talk.say(wrong[0])  # the same again is no other try
    assert talk.keys == ["identity-wrong", "identity-identity"]
    assert await desk.asked() == [("own", "sent", 1)]
    await talk.say(code)
    assert talk.keys == ["who-more"]
    await talk.tap("yes")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    code = desk.telephone.codes(str(OWNER.phone))[-1]
    wrong = [f"{(int(code) + n) % 10**6:06}" for n in range(1, 6)]
    desk.clock.move("61m")  # the wrong ones of before count no more
    await talk.tap("stop")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    code = desk.telephone.codes(str(OWNER.phone))[-1]
    for n in range(1, 6):
        await talk.say(f"{(int(code) + n) % 10**6:06}")
    await talk.say(code)
    assert talk.keys == ["identity-wrong", "identity-identity"]
    assert {"person", "other_code", "again", "stop"} <= set(talk.options)


async def test_a_code_before_it_was_sent_shows_nothing(desk: Proofs) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await talk.say("000000")
    assert talk.keys == ["identity-wrong", "identity-identity"]
    await desk.sent()
    await talk.say(desk.telephone.codes(str(OWNER.phone))[0])
    assert talk.keys == ["who-more"]


async def test_who_goes_back_and_names_somebody_else_has_another_code(desk: Proofs) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, NOBODY[0], NOBODY[1])
    await talk.all("返回", "返回")
    assert talk.keys[-1] == "identity-id"
    assert [state for _, state, _ in await desk.asked()] == ["over"]
    await desk.sent()
    assert desk.telephone.reached == []  # nobody waits for it
    await talk.say(OWNER.id_number)
    await talk.all("返回", "返回", "返回")
    assert talk.keys[-1] == "identity-name"
    await talk.all(OWNER.name, OWNER.id_number)  # the number stays as it was, and so would what was asked for with it
    assert talk.keys[-1] == "identity-code"
    await desk.sent()
    assert desk.telephone.reached == [OWNER.phone]
    await talk.say(desk.telephone.codes(str(OWNER.phone))[0])
    assert talk.keys == ["who-more"]


async def test_another_code_may_be_asked_for_and_the_one_before_is_over(desk: Proofs) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    await talk.tap("again")
    assert talk.keys[-1] == "identity-asked"
    await talk.tap(talk.options[0])
    assert talk.keys[-1] == "identity-code"
    await desk.sent()
    first, second = desk.telephone.codes(str(OWNER.phone))
    await talk.say(first)
    assert talk.keys[-1] == "identity-identity"
    await talk.say(second)
    assert talk.keys == ["who-more"]


@pytest.mark.parametrize("step", ["code", "identity", "asked"])
async def test_a_way_to_a_person_is_open_at_every_step(desk: Proofs, step: str) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, NOBODY[0], NOBODY[1])
    if step == "identity":
        await talk.say("000000")
    elif step == "asked":
        await talk.tap("again")
    assert talk.keys[-1] == f"identity-{step}"
    await talk.tap("person")
    assert talk.keys[0] == "identity-to_a_person"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("012345", "012345"),
        ("０１２ ３４５", "012345"),
        ("验证码：012-345。", "012345"),
        ("是零一二三四五", "012345"),
        ("幺二三四五六", "123456"),
        ("Code 012345", "012345"),
    ],
)
def test_a_code_is_read_as_people_type_it(said: str, code: str) -> None:
    assert read_one_time_code(said) == code


@pytest.mark.parametrize("said", ["12345", "1234567", "abcdef", "", "没收到", "1２3四五"])
def test_what_is_no_code_is_asked_again(said: str) -> None:
    with pytest.raises(NotUnderstood):
        read_one_time_code(said)


# --- for another ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mandate", OWNER.mandates, ids=lambda mandate: mandate.kind)
async def test_a_recorded_proxy_gets_the_code_on_their_own_telephone(desk: Proofs, mandate: Mandate) -> None:
    talk = desk.talk("proxy")
    await desk.say_who(talk, OWNER.name, OWNER.id_number, (mandate.name, mandate.id_number))
    assert talk.keys[-1] == "identity-code"
    await desk.sent()
    assert desk.telephone.reached == [mandate.phone]
    await talk.say(desk.telephone.codes(mandate.phone)[0])
    (proof,) = await desk.held("proxy")
    assert (proof.id_number, proof.phone, proof.by) == (OWNER.id_number, mandate.phone, mandate.kind)


async def test_no_proxy_gets_a_code_for_a_mandate_that_is_over_or_another_s(desk: Proofs) -> None:
    mandate, guardian = OWNER.mandates
    assert mandate.until is not None
    pretenders = [
        ("wrong name", OWNER.name, OWNER.id_number, (guardian.name, mandate.id_number)),
        ("wrong owner", "赵钱孙", OWNER.id_number, (mandate.name, mandate.id_number)),
        ("no mandate", SILENT.name, SILENT.id_number, (mandate.name, mandate.id_number)),
        ("the owner", OWNER.name, OWNER.id_number, (OWNER.name, OWNER.id_number)),
    ]
    for conversation, name, number, proxy in pretenders:
        talk = desk.talk(conversation)
        await desk.say_who(talk, name, number, proxy)
        assert talk.keys[-1] == "identity-code"
    await desk.sent()
    assert (desk.telephone.reached, len(desk.telephone.calls)) == ([], PLACES * len(pretenders))
    for day, calls in ((mandate.until, [mandate.phone]), (mandate.until + timedelta(days=1), [])):
        desk.clock.now = desk.clock.now.replace(month=day.month, day=day.day)
        desk.telephone.calls.clear()
        talk = desk.talk(f"on {day}")
        await desk.say_who(talk, OWNER.name, OWNER.id_number, (mandate.name, mandate.id_number))
        await desk.sent()
        assert desk.telephone.reached == calls


# --- whom the register does not have ----------------------------------------------------------------------------------


async def applied(desk: Proofs, name: str, number: str, phone: str, state: str = cases.FILED) -> None:
    """An application was filed here."""
    answers = [{"step": step, "value": value} for step, value in (("name", name), ("id", number), ("phone", phone))]
    case = Case(
        id=f"case{phone}",
        number=f"JT260511-{phone[-6:]}",
        run=f"run{phone}",
        conversation="applicant",
        service="assistance",
        ending="applied",
        kind="case",
        urgent=False,
        state=state,
        revision=1,
        content={"flow": "assistance", "answers": answers},
        filed_at=desk.clock(),
    )
    async with desk.app.database.write() as connection:
        await cases.file(connection, desk.app.vault, case, desk.clock())
        own = update(case_rows).where(case_rows.c.id == case.id)
        await connection.execute(own.values(person=person_of(desk.app.vault, number)))


async def test_who_applied_here_is_known_by_the_telephone_told_with_it_until_it_is_closed(desk: Proofs) -> None:
    await applied(desk, "端木新人", NOBODY[1], "13500007777")
    await applied(desk, OWNER.name, OWNER.id_number, "13500008888")
    await applied(desk, SILENT.name, SILENT.id_number, "13500009999", cases.CLOSED)
    for conversation, name, number in (
        ("a", "端木新人", NOBODY[1]),
        ("b", "赵钱孙", NOBODY[1]),
        ("c", OWNER.name, OWNER.id_number),
        ("d", SILENT.name, SILENT.id_number),
    ):
        await desk.say_who(desk.talk(conversation), name, number)
        await desk.sent()
    assert desk.telephone.reached == ["13500007777", OWNER.phone, "13500008888"]
    assert len(desk.telephone.calls) == 4 * PLACES


async def test_each_telephone_gets_a_code_of_its_own_that_shows_no_more_than_is_on_file_with_it(desk: Proofs) -> None:
    await applied(desk, OWNER.name, OWNER.id_number, "13500008888")  # whoever filed it
    talk = desk.talk("stranger")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    (own,), (theirs,) = desk.telephone.codes(str(OWNER.phone)), desk.telephone.codes("13500008888")
    assert own != theirs
    await talk.say(theirs)
    assert [each.phone for each in await desk.held("stranger")] == ["13500008888"]


async def test_a_code_that_was_sent_goes_nowhere_else_when_the_register_is_back(desk: Proofs) -> None:
    await applied(desk, OWNER.name, OWNER.id_number, "13500008888")
    desk.register.is_away = True
    talk = desk.talk("stranger")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    desk.register.is_away = False
    desk.clock.move("60s")
    await work_off(desk.app)
    assert set(desk.telephone.reached) == {"13500008888"}
    await talk.say(desk.telephone.codes("13500008888")[-1])
    assert [each.phone for each in await desk.held("stranger")] == ["13500008888"]


@pytest.mark.parametrize("written", ["欧 阳 翡翠", "姓名：欧阳翡翠"])
async def test_a_name_is_the_same_however_it_is_written(desk: Proofs, written: str) -> None:
    await desk.say_who(desk.talk("own"), written, OWNER.id_number.lower())
    await desk.sent()
    assert desk.telephone.reached == [OWNER.phone]


# --- what does not answer ---------------------------------------------------------------------------------------------


async def told(desk: Proofs, conversation: str) -> list[str]:
    """What a conversation was told by itself."""
    async with desk.app.database.read() as connection:
        entries = await conversations.entries(connection, desk.app.vault, conversation, pushed_only=True)
    return [reply.words.key for entry in entries for reply in entry.replies]


async def test_a_register_that_is_away_is_told_alike_and_asked_again_until_it_is_back(desk: Proofs) -> None:
    desk.register.is_away = True
    desk.register.last[SILENT.id_number] = replace(SILENT, phone="13800005555")
    known, unknown, late = desk.talk("known"), desk.talk("unknown"), desk.talk("late")
    await desk.say_who(known, SILENT.name, SILENT.id_number)
    await desk.say_who(unknown, NOBODY[0], NOBODY[1])
    await desk.say_who(late, OWNER.name, OWNER.id_number)
    await desk.sent()
    assert desk.telephone.reached == ["13800005555"]  # the last known, of yesterday
    for _ in range(3):  # it is still away: no message goes twice
        desk.clock.move("20s")
        await work_off(desk.app)
    assert [await told(desk, each) for each in ("known", "unknown", "late")] == [[]] * 3
    assert len(desk.telephone.codes("13800005555")) == 1
    desk.register.is_away = False
    desk.clock.move("60s")
    await work_off(desk.app)
    (code,) = desk.telephone.codes(str(OWNER.phone))
    await late.say(code)
    assert late.keys == ["who-more"]
    assert await desk.due("identity_send") == []


async def test_a_register_that_never_comes_back_is_given_up_with_the_code(desk: Proofs) -> None:
    desk.register.is_away = True
    await desk.say_who(desk.talk("own"), OWNER.name, OWNER.id_number)
    await desk.sent()
    desk.clock.move(f"{desk.app.place.code_minutes}m")
    desk.register.is_away = False
    await work_off(desk.app)
    assert desk.telephone.codes(str(OWNER.phone)) == []
    assert await desk.due("identity_send") == []


async def test_a_gateway_that_is_away_is_asked_again_and_gets_the_same_message(desk: Proofs) -> None:
    talk = desk.talk("own")
    desk.telephone.is_away = True
    await desk.say_who(talk, OWNER.name, OWNER.id_number)
    await desk.sent()
    assert await told(desk, "own") == []
    desk.telephone.is_away = False
    desk.clock.move("10s")
    await work_off(desk.app)
    await talk.say(desk.telephone.codes(str(OWNER.phone))[0])
    assert talk.keys == ["who-more"]


async def test_without_a_gateway_nobody_is_told_to_wait_for_a_code(desk: Proofs) -> None:
    object.__setattr__(desk.app.benefit_tools, "sms", None)
    for conversation, who in (("own", (OWNER.name, OWNER.id_number)), ("nobody", NOBODY)):
        talk = desk.talk(conversation)
        await desk.say_who(talk, *who)
        assert talk.keys[-2:] == ["identity-no_messages", "identity-asked"]
        assert {"person", "stop"} <= set(talk.options)


async def test_what_was_sent_and_not_settled_is_done_again_with_the_same_code_and_key(
    desk: Proofs, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = desk.talk("own")
    await desk.say_who(talk, OWNER.name, OWNER.id_number)

    async def killed(*_: object) -> None:
        raise OutsideFault("the process is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Worker, "_settle", killed)
        desk.clock.move("3s")
        await desk.app.worker.once()
    desk.clock.move("70s")  # the lease is over
    await work_off(desk.app)
    assert desk.telephone.reached == [OWNER.phone, OWNER.phone]
    assert len(desk.telephone.got) == 1
    await talk.say(desk.telephone.codes(str(OWNER.phone))[0])
    assert talk.keys == ["who-more"]


# --- what is kept -----------------------------------------------------------------------------------------------------


async def test_every_look_is_on_record_for_whoever_s_number_it_is(desk: Proofs) -> None:
    for conversation, number in (("own", OWNER.id_number), ("nobody", NOBODY[1])):
        await desk.say_who(desk.talk(conversation), OWNER.name, number)
        await desk.sent()
        async with desk.app.database.read() as connection:
            (look,) = await looks.of_person(connection, person_of(desk.app.vault, number))
        assert (look.who, look.purpose) == ("desk", "identity")


async def test_nothing_of_who_asks_is_logged_nor_stands_open_in_the_store(desk: Proofs) -> None:
    with capture_logs() as logs:
        code = await desk.proved(desk.talk("own"))
        desk.register.is_away = True
        await desk.say_who(desk.talk("away"), NOBODY[0], NOBODY[1])
        await desk.sent()
    secret = (OWNER.name, OWNER.id_number, str(OWNER.phone), code, *NOBODY)
    assert not [each for each in secret if each in str(logs)]
    async with desk.app.database.read() as connection:
        for table in ("identity_checks", "identity_proofs", "benefit_looks", "due_work", "conversations", "log"):
            rows = (await connection.exec_driver_sql(f"select * from {table}")).all()
            written = b"".join(
                bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode()
                for row in rows
                for each in row
            )
            assert not [each for each in secret if each.encode() in written], table
    talk = desk.talk("own")
    shown = [to_plain(reply.words) for reply in await talk.tap("command:info")]
    assert not [each for each in (code, str(OWNER.phone)) if each in str(shown)]


def test_the_words_of_the_check_are_its_own_in_every_flow() -> None:
    assert WHO.question("code") == "identity-code"
    assert WHO.question("to_a_person") == "identity-to_a_person"
    assert WHO.question("more") == "who-more"
