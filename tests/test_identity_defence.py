"""Nobody learns from the check whom a register has: all it says, reads, writes, sends and waits for is the same for
somebody, for a wrong name, for who has no telephone and for nobody. It costs the same, and locks no owner out."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from bot import app
from bot.app import DATABASE_FILE
from bot.benefits import throttling
from bot.benefits.proving import Proving
from bot.benefits.telephones import PLACES
from flows.words import Words, reply_to_plain, to_plain
from integrations.store import conversations
from integrations.store.benefits import checks
from integrations.store.benefits.checks import ON_FILE, Check, Place
from integrations.store.benefits.tables import checks as rows
from integrations.store.due_work import Work
from tests.proving import NOBODY, OWNER, SILENT, Proofs, a_proving_desk, as_read, somebody
from tests.talk import HandClock, Talk, work_off

MANDATE = OWNER.mandates[0]
OFTEN = ["identity-too_often", "identity-asked"]

OWN = {
    "match": (OWNER.name, OWNER.id_number),
    "wrong name": ("赵钱孙", OWNER.id_number),
    "no telephone": (SILENT.name, SILENT.id_number),
    "no record": NOBODY,
}
ANOTHER = {
    "match": (*OWN["match"], (MANDATE.name, MANDATE.id_number)),
    "wrong proxy": (*OWN["match"], NOBODY),
    "wrong name": (*OWN["wrong name"], (MANDATE.name, MANDATE.id_number)),
    "no mandate": (*OWN["no telephone"], (MANDATE.name, MANDATE.id_number)),
    "no record": (*NOBODY, (MANDATE.name, MANDATE.id_number)),
}


@pytest.fixture(autouse=True)
def a_calendar_that_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what is counted does not hang on when it is read again."""
    monkeypatch.setattr(app, "CALENDAR_AGE", timedelta(days=999))


@pytest.fixture
async def desk(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[Proofs]:
    """The desk, once on each database."""
    async with a_proving_desk(tmp_path, clock, database_url) as opened:
        yield opened


@dataclass
class Measured:
    """All that could be told apart of one case."""

    replies: list[Any] = field(default_factory=list)
    statements: list[list[str]] = field(default_factory=list)
    due: list[timedelta] = field(default_factory=list)
    sent: int = 0
    told: list[Any] = field(default_factory=list)
    checks: list[tuple[str, int]] = field(default_factory=list)


async def measured(desk: Proofs, conversation: str, *who: Any) -> Measured:
    """What one case says, does and costs: when it is typed, when it is sent, when wrong codes are typed, and when
    another code is asked for as often as may be."""
    found, talk = Measured(), desk.talk(conversation)
    desk.telephone.calls.clear()

    async def counted(turn: Any) -> None:
        with desk.statements() as seen:
            await turn
        found.statements.append([*seen])
        if talk.last is not None:
            found.replies.append(as_read(talk))

    await counted(desk.say_who(talk, *who))
    found.due = await desk.due("identity_send")
    await counted(desk.sent())
    async with desk.app.database.read() as connection:
        log = await conversations.entries(connection, desk.app.vault, conversation, pushed_only=True)
    found.told = [reply.words for entry in log for reply in entry.replies]
    for n in range(3):
        await counted(talk.say(f"{n:06}"))
    await counted(talk.say("没收到"))
    for _ in range(throttling.MOST_ASKED - 1):
        await counted(talk.say("1"))
        await counted(desk.sent())
        await counted(talk.say("没收到"))
    found.sent = len(desk.telephone.calls)
    found.checks = [(state, wrong) for where, state, wrong in await desk.asked() if where == conversation]
    return found


async def all_measured(desk: Proofs, cases: dict[str, Any]) -> dict[str, Measured]:
    """Every case, with no more difference between them than who is typed."""
    await desk.say_who(desk.talk("before"), somebody(1).name, somebody(1).id_number)
    await desk.sent()
    return {name: await measured(desk, name, *who) for name, who in cases.items()}


@pytest.mark.parametrize("cases", [OWN, ANOTHER], ids=["own", "another"])
async def test_somebody_and_nobody_are_answered_looked_up_and_sent_to_alike(
    desk: Proofs, cases: dict[str, Any]
) -> None:
    found = await all_measured(desk, cases)
    match = found["match"]
    assert match.due == [timedelta(seconds=3)]
    assert match.sent == throttling.MOST_ASKED * PLACES
    assert [wrong for _, wrong in match.checks] == [3, 0, 0, 0, 0]
    for name, each in found.items():
        assert asdict(each) == asdict(match), name


async def test_while_the_register_is_away_they_are_alike_as_well(desk: Proofs) -> None:
    desk.register.is_away = True
    desk.register.last[OWNER.id_number] = OWNER
    found: dict[str, Any] = {}
    for name, who in OWN.items():
        talk = desk.talk(name)
        await desk.say_who(talk, *who)
        with desk.statements() as seen:
            await desk.sent()
        async with desk.app.database.read() as connection:
            log = await conversations.entries(connection, desk.app.vault, name, pushed_only=True)
        due = [each > timedelta(0) for each in await desk.due("identity_send")]
        found[name] = (len(seen), [reply.words for entry in log for reply in entry.replies], len(due))
        await desk.talk(name).tap("stop")
        desk.clock.move("11m")
        await work_off(desk.app)
    assert found["match"][1] == []  # whatever is told of it would be told of somebody only
    assert all(each == found["match"] for each in found.values()), found


async def test_a_desk_that_sends_nothing_for_nobody_is_found_out(
    tmp_path: Path, clock: HandClock, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    careful = Proving.send

    async def careless(self: Proving, work: Work) -> None:
        async with self._tools.database.read() as connection:
            check = await checks.one(connection, self._tools.vault, str(work.payload["check"]))
        if check is not None and (await self._tools.register.find(check.id_number)).of is not None:
            await careful(self, work)

    monkeypatch.setattr(Proving, "send", careless)
    async with a_proving_desk(tmp_path, clock, database_url) as desk:
        found = await all_measured(desk, OWN)
    assert found["no record"].sent != found["match"].sent
    assert found["no record"].statements != found["match"].statements


# --- throttles -------------------------------------------------------------------------------------------------------


async def asks(desk: Proofs, conversation: str, number: str, name: str = "赵钱孙") -> bool:
    """Asks for a code and leaves it at that; whether it was asked for."""
    talk = desk.talk(conversation)
    await desk.say_who(talk, name, number)
    admitted = talk.keys[-1] == "identity-code"
    assert admitted or talk.keys[-2:] == OFTEN
    assert {"person", "stop"} <= set(talk.options) or talk.keys[-1] == "identity-code"
    await desk.sent()
    await talk.tap("stop")
    return admitted


async def test_one_conversation_asks_for_so_many_codes_an_hour_whatever_numbers_it_types(desk: Proofs) -> None:
    numbers = [OWNER.id_number, NOBODY[1], *(somebody(n).id_number for n in range(10))]
    asked = [await asks(desk, "one", number) for number in numbers[: throttling.MOST_ASKED + 1]]
    assert asked == [True] * throttling.MOST_ASKED + [False]
    assert not await asks(desk, "one", NOBODY[1])
    assert await asks(desk, "another", OWNER.id_number, OWNER.name)
    desk.clock.move("61m")
    assert await asks(desk, "one", numbers[-1])


async def test_wrong_codes_count_over_all_numbers_and_in_the_database(desk: Proofs) -> None:
    talk = desk.talk("one")
    for number, wrong in ((NOBODY[1], 2), (OWNER.id_number, 3)):
        await desk.say_who(talk, OWNER.name, number)
        await desk.sent()
        right = (desk.telephone.codes(str(OWNER.phone)) or ["000000"])[-1]
        for n in range(wrong):
            await talk.say(f"{(int(right) + n + 1) % 10**6:06}")
        assert talk.keys == ["identity-wrong", "identity-identity"]
        if number == NOBODY[1]:
            await talk.tap("stop")
    desk.app.quick._counts.clear()
    await talk.say(desk.telephone.codes(str(OWNER.phone))[-1])
    assert talk.keys == ["identity-wrong", "identity-identity"]  # the right one comes too late
    await talk.tap("stop")
    assert not await asks(desk, "one", somebody(1).id_number)


async def test_nobody_is_refused_for_what_others_ask_and_a_telephone_is_not_flooded(desk: Proofs) -> None:
    for n in range(throttling.MOST_SENT + 4):
        assert await asks(desk, f"stranger {n}", OWNER.id_number, OWNER.name)
        assert await asks(desk, f"guesser {n}", OWNER.id_number, "赵钱孙")  # who knows no more than the number
    assert desk.telephone.calls.count(OWNER.phone) == throttling.MOST_SENT
    desk.clock.move("61m")
    assert await asks(desk, "owner", OWNER.id_number, OWNER.name)
    assert desk.telephone.calls.count(OWNER.phone) == throttling.MOST_SENT + 1


async def test_who_knows_the_number_only_keeps_nobody_out(desk: Proofs) -> None:
    for n in range(20):
        assert await asks(desk, f"guesser {n}", OWNER.id_number, "赵钱孙")
    await desk.proved(desk.talk("owner"))
    assert len(await desk.held("owner")) == 1


async def test_what_was_forgotten_is_counted_all_the_same(desk: Proofs) -> None:
    talk = desk.talk("one")
    for _ in range(throttling.MOST_ASKED):
        assert await asks(desk, "one", OWNER.id_number, OWNER.name)
        await talk.tap("command:info")
        await talk.tap("erase")
        await talk.tap("yes")
    assert not await asks(desk, "one", OWNER.id_number, OWNER.name)
    assert desk.telephone.calls.count(OWNER.phone) == throttling.MOST_SENT


async def test_no_stranger_locks_out_who_was_shown_here_before(desk: Proofs) -> None:
    owner = desk.talk("owner")
    await desk.proved(owner)
    await owner.tap("no")
    desk.clock.move("20d")
    for n in range(throttling.MOST_SENT + 3):
        talk = desk.talk(f"stranger {n}")
        await desk.say_who(talk, OWNER.name, OWNER.id_number)
        await desk.sent()
        for code in range(6):
            if talk.keys[-1] in {"identity-code", "identity-identity"}:
                await talk.say(f"{code:06}")
    assert await desk.held("owner") == []
    await desk.proved(owner)
    assert len(await desk.held("owner")) == 1


async def test_of_many_who_ask_at_the_same_moment_only_so_many_are_sent_a_code(desk: Proofs) -> None:
    vault, now = desk.app.vault, desk.clock()
    proving = Proving(desk.app.benefit_tools)
    async with desk.app.database.write() as connection:
        for n in range(throttling.MOST_SENT + 5):
            who = (f"check{n}", f"c{n}", OWNER.name, OWNER.id_number, (Place("123456", ON_FILE),))
            await checks.add(connection, vault, Check(*who, now, now + timedelta(minutes=10)), now)
    for n in range(throttling.MOST_SENT + 5):
        await proving.send(Work(f"identity_send:check{n}", "identity_send", now, {"check": f"check{n}"}))
    assert desk.telephone.calls == [OWNER.phone] * throttling.MOST_SENT + [None] * 5


# --- whatever is said ------------------------------------------------------------------------------------------------


FIELDS = (
    *(OWNER.name, OWNER.id_number, str(OWNER.phone), SILENT.name, SILENT.id_number),
    *(each for mandate in OWNER.mandates for each in (mandate.name, mandate.id_number, mandate.phone)),
    *("REC-77218", "paying", "2026-03-19", "2026-03-23", "wufo", "9047", "户口簿首页复印件", "JT260301-ZZTOPQ"),
    *("LETTER-5531", "123457", "1234.57", "2026-04-13", "2026-04"),
)
"""All that is known of those in the register; of its dates and amounts as they would be told."""
SAID = (
    *(OWNER.name, OWNER.id_number, SILENT.name, SILENT.id_number, MANDATE.name, MANDATE.id_number, *NOBODY),
    *(
        "who",
        "1",
        "2",
        "3",
        "同意",
        "返回",
        "没收到",
        "再输一次",
        "转人工",
        "菜单",
        "帮助",
        "我的信息",
        "不核对了",
        "换一个人查",
    ),
    *("他是谁", "五佛乡有谁", "English", "000000", "退出", "继续", "0"),
)
TAPPED = ("own", "other", "agree", "again", "other_code", "person", "stop", "new", "keep", "no", "yes", "command:info")


def leaked(replies: list[Any], typed: set[str]) -> list[str]:
    """What of the register stands in replies, but for what was typed here."""
    text = json.dumps(replies, ensure_ascii=False)
    return [each for each in FIELDS if each in text and each not in typed]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[tuple[asyncio.Runner, Proofs]]:
    """A desk for many conversations one after the other."""
    directory = tmp_path_factory.mktemp("said")
    url = f"sqlite+aiosqlite:///{shutil.copy(migrated_file, directory / DATABASE_FILE)}"
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        yield runner, runner.run(stack.enter_async_context(a_proving_desk(directory, HandClock(), url)))
        runner.run(stack.aclose())


messages = st.one_of(
    st.sampled_from(SAID),
    st.sampled_from(TAPPED).map(lambda value: f"tap:{value}"),
    st.integers(0, 999999).map(lambda n: f"{n:06}"),
    st.just("wait"),
)
likely = st.sampled_from([("who", "tap:own", "tap:agree", *OWN["match"]), ("who", "tap:own", "tap:agree", *NOBODY), ()])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begun=likely, said=st.lists(messages, max_size=14))
def test_no_reply_to_who_has_shown_nothing_holds_anything_of_a_record(
    running: tuple[asyncio.Runner, Proofs], begun: tuple[str, ...], said: list[str]
) -> None:
    runner, desk = running
    runner.run(_says(desk, [*begun, *said]))


_talks = iter(range(10**6))


async def _says(desk: Proofs, said: list[str]) -> None:
    talk = Talk(desk.app, f"said {next(_talks)}")
    async with desk.app.database.write() as connection:
        await connection.execute(delete(rows))  # what other conversations asked for does not stop this one
    typed, sent = set[str](), set(desk.telephone.codes(str(OWNER.phone)))
    for each in said:
        if each == "wait":
            await desk.sent()
            continue
        now = set(desk.telephone.codes(str(OWNER.phone))) | set(desk.telephone.codes(MANDATE.phone))
        if each in now - sent:
            continue  # who has the code has shown something
        typed.add(each)
        replies = await (talk.tap(each[4:]) if each.startswith("tap:") else talk.say(each))
        assert leaked([reply_to_plain(reply) for reply in replies], typed) == []
        assert await desk.held(talk.conversation) == []
    async with desk.app.database.read() as connection:
        log = await conversations.entries(connection, desk.app.vault, talk.conversation)
    assert leaked([reply_to_plain(reply) for entry in log for reply in entry.replies], typed) == []


def test_a_reply_that_tells_of_a_record_would_be_found() -> None:
    assert leaked([to_plain(Words("x", {"lines": ("尾号 9047",)}))], set()) == ["9047"]
    assert leaked([to_plain(Words("x", {"who": OWNER.name}))], {OWNER.name}) == []
