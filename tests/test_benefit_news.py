"""Who wishes it is told of changes of their benefits: each once, where it was wished, while they have a right to it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.app import App
from bot.benefits import watching
from bot.benefits.importing import import_table
from bot.benefits.watching import LOOK, WALK, Watching
from bot.speech import LANGUAGES
from flows.benefits.news import MOST_LINES, compare, message
from flows.benefits.records import OVER, PAYMENT_STATES, REASONS, STATES, Mandate, Payment, Record, Registered
from flows.discretion import without_private
from flows.errors import OutsideFault
from flows.words import Reply, Words
from integrations.registers.contract import Finding
from integrations.store import erasure
from integrations.store.benefits import looks, news, register
from integrations.store.benefits.register import person_of
from integrations.store.benefits.tables import news as table
from integrations.store.due_work import Work
from integrations.store.tables import conversations, due_work
from tests import line
from tests.benefiting import NAME, OTHER_PHONE, PAID, PHONE, a_record, proved, registered
from tests.people import id_number
from tests.talk import MAN, OTHER_MAN, SPEECH, HandClock, Talk, work_off
from tests.transcripts.test_benefits import keys_in
from tests.transcripts.walks import said

DAY = date(2026, 5, 11)
BEFORE = (30, 7)
NEWS = "benefits-news"


def moved(app: App, by: str) -> None:
    """Time passes."""
    assert isinstance(app.clock, HandClock)
    app.clock.move(by)


async def on(app: App, *records: Record, conversation: str = "c0", **proof: Any) -> Talk:
    """Somebody in the register wishes to be told."""
    await registered(app, *(records or (a_record(),)), mandates=proof.pop("mandates", ()))
    await proved(app, conversation, id_=conversation.ljust(24, "p"), **proof)
    talk = Talk(app, conversation)
    await said(talk, "我的救助待遇", "=news_on")
    assert "benefits-news_on" in talk.keys
    await work_off(app)
    return talk


async def became(app: App, *records: Record) -> None:
    """The register says something else from now on; whoever wishes it is told."""
    moved(app, "1m")
    await registered(app, *records)
    await looked(app)


async def looked(app: App, name: str | None = None) -> None:
    """Everybody is looked up of whom something has changed within a minute, as after an import."""
    now = app.clock()
    async with app.database.write() as connection:
        await watching.walk(connection, app.vault, name or f"{now:%d%H%M%S}", now, now, now - timedelta(minutes=1))
    await work_off(app)
    moved(app, "2s")  # one look comes after the other
    await work_off(app)


async def told(app: App, conversation: str = "c0") -> list[str]:
    """What was told by itself, with all that is due done."""
    await work_off(app)
    return [key for key in await line.told(app, conversation) if key.startswith(NEWS)]


async def watched(app: App) -> int:
    """How many wish to be told of somebody."""
    async with app.database.read() as connection:
        return len((await connection.execute(select(table))).all())


# --- what is new -----------------------------------------------------------------------------------------------------

_days = st.dates(date(2026, 4, 1), date(2026, 7, 1))
_payments = st.builds(
    Payment,
    st.sampled_from(["2026-03", "2026-04", "2026-05"]),
    st.integers(0, 3).map(lambda n: n * 10000),
    st.sampled_from(PAYMENT_STATES),
)
_records = st.builds(
    Record,
    st.sampled_from(["A", "B", "C"]),
    st.just("dibao"),
    st.sampled_from(STATES),
    _days,
    certify_by=st.none() | _days,
    missing=st.lists(st.sampled_from(["户口簿", "残疾证"]), unique=True).map(tuple),
    reasons=st.lists(st.sampled_from(REASONS), max_size=2, unique=True).map(tuple),
    payments=st.lists(_payments, unique_by=lambda each: each.month).map(tuple),
)
_people = st.lists(_records, max_size=3, unique_by=lambda each: each.id).map(tuple)


@given(_people)
def test_where_nothing_has_changed_nothing_is_new(records: tuple[Record, ...]) -> None:
    assert compare(records, records, DAY, DAY, BEFORE) == ()


@given(_people, _people, _days)
def test_every_change_of_state_and_payment_is_new_and_of_nobody_else(
    old: tuple[Record, ...], new: tuple[Record, ...], day: date
) -> None:
    found = compare(old, new, day, day, BEFORE)
    assert all(each.record in new for each in found)
    assert all(each.payment is None or each.payment in each.record.payments for each in found)
    states = {each.record.id for each in found if each.kind == "state"}
    was = {each.id: each for each in old}
    assert states >= {each.id for each in new if each.id not in was or was[each.id].state != each.state}
    assert states >= {each.id for each in new if each.state in OVER and was.get(each.id, each).reasons != each.reasons}
    for record in new:
        before = was[record.id].payments if record.id in was else ()
        had = {(each.month, each.fen, each.state) for each in before}
        changed = {each for each in record.payments if (each.month, each.fen, each.state) not in had}
        assert {each.payment for each in found if each.record is record and each.payment} == changed


def test_recertification_is_told_of_on_the_first_look_within_each_of_the_days_and_once_for_each() -> None:
    record = a_record(certify_by=DAY + timedelta(days=32))
    heard = []
    last = DAY
    for n in (1, 2, 3, 20, 26, 27, 31, 32, 33):  # a day without a look loses nothing
        day = DAY + timedelta(days=n)
        heard += [n for each in compare([record], [record], last, day, BEFORE) if each.kind == "certify"]
        last = day
    assert heard == [2, 26]
    done = replace(record, certify_by=DAY + timedelta(days=400))
    assert compare([record], [done], last, last, BEFORE) == ()


async def test_a_stop_to_come_is_told_with_its_day_its_reason_and_what_can_be_done(app: App) -> None:
    world = await app.world()
    stops = a_record(state="stopped", since=world.day + timedelta(days=9), reasons=("income_up",))
    words = message(compare([a_record()], [stops], world.day, world.day, BEFORE), world)
    keys = set(keys_in(words))
    assert {"benefits-news_stops", "benefits-reason.income_up", "benefits-news_not_yet", "benefits-in_writing"} <= keys
    over = message(compare([a_record()], [replace(stops, since=world.day)], world.day, world.day, BEFORE), world)
    assert "benefits-news_not_yet" not in set(keys_in(over))
    assert {"benefits-reason.income_up", "benefits-in_writing"} <= set(keys_in(over))
    review = message(compare([a_record()], [replace(stops, state="review")], world.day, world.day, BEFORE), world)
    assert {"benefits-reason.income_up", "benefits-news_not_yet"} <= set(keys_in(review))


async def test_where_it_may_not_be_read_there_is_only_that_there_is_something(app: App) -> None:
    world = await app.world()
    paid = a_record(payments=PAID, reasons=("income_up",), state="stopped")
    words = message(compare([], [paid], world.day, world.day, BEFORE), world)
    shown, hidden = (
        [SPEECH.render(each, language) for language in LANGUAGES]
        for each in (words, without_private(Reply(words)).words)
    )
    assert all("590" in each for each in shown)
    assert not [each for each in hidden if "590" in each or "低保" in each or "2026" in each or "ibao" in each]
    assert all(word in each for each, word in zip(hidden, map(_word, LANGUAGES), strict=True))


def _word(language: str) -> str:
    return SPEECH.render(Words("service-stop_news"), language)


async def test_a_message_of_very_much_is_cut_with_a_word_that_there_is_more(app: App) -> None:
    world = await app.world()
    much = a_record(payments=tuple(Payment(f"2025-{n:02}", n, "returned", reasons=("account",)) for n in range(1, 13)))
    words = message(compare([], [much], world.day, world.day, BEFORE), world)
    keys = list(keys_in(words))
    assert "benefits-news_more" in keys
    assert len(words.args["what"].args["value"].args["lines"]) == MOST_LINES


# --- once, and where it was wished -----------------------------------------------------------------------------------


async def test_what_changes_is_told_once_in_the_conversation_that_wished_it(any_app: App) -> None:
    await on(any_app)
    other = Talk(any_app, "c1")
    await other.say("菜单")
    assert await told(any_app) == []
    await became(any_app, a_record(payments=PAID), a_record("DB-2", "accepted"))
    assert await told(any_app) == [NEWS]
    for name in ("again", "once more"):
        await looked(any_app, name)
    assert await told(any_app) == [NEWS]
    assert await told(any_app, "c1") == []
    await became(any_app, a_record(state="review"))
    await became(any_app, a_record())
    await became(any_app, a_record(state="review"))
    assert await told(any_app) == [NEWS] * 4  # as it was before is not as it was last


async def test_of_two_who_look_at_one_moment_one_tells(any_app: App) -> None:
    await on(any_app)
    moved(any_app, "1m")
    await registered(any_app, a_record(state="stopped"))
    look = Work("w", LOOK, any_app.clock(), {"person": person_of(any_app.vault, MAN).hex()})
    watch = Watching(any_app.benefit_tools)
    await asyncio.gather(*(watch.look(look) for _ in range(4)), return_exceptions=True)
    await work_off(any_app)
    assert await told(any_app) == [NEWS]


async def test_what_was_found_before_another_look_is_looked_up_again_and_never_told_backwards(app: App) -> None:
    await on(app)
    tools = app.benefit_tools
    early = Finding((await tools.register.find(MAN)).of, app.clock())
    await became(app, a_record(state="stopped"))

    class Late:
        async def find(self, id_number: str) -> Finding:
            return early

    object.__setattr__(tools, "register", Late())
    with pytest.raises(OutsideFault):
        await Watching(tools).look(Work("w", LOOK, app.clock(), {"person": person_of(app.vault, MAN).hex()}))
    await work_off(app)
    assert await told(app) == [NEWS]


async def test_a_walk_goes_on_batch_by_batch_and_breaking_off_tells_nothing_twice(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.benefits.watching.BATCH", 2)
    people = [id_number(date(1960, 1, n), man=True) for n in range(1, 6)]
    for n, each in enumerate(people):
        await registered(any_app, a_record(f"R-{n}"), id_number=each)
        await proved(any_app, f"c{n}", id_=f"c{n}".ljust(24, "p"), id_number=each)
        await said(Talk(any_app, f"c{n}"), "我的救助待遇", "=news_on")
    await work_off(any_app)
    moved(any_app, "1m")
    for n, each in enumerate(people[:4]):
        await registered(any_app, a_record(f"R-{n}", "stopped"), id_number=each)
    real = Watching.look
    failed: list[str] = []

    async def dies(self: Watching, work: Work) -> None:
        await real(self, work)
        if work.id not in failed:  # it is done, and nobody hears of it
            failed.append(work.id)
            raise OutsideFault("the process is gone")

    any_app.worker._outside = {
        **any_app.worker._outside,
        LOOK: lambda work: dies(Watching(any_app.benefit_tools), work),
    }
    now = any_app.clock()
    async with any_app.database.write() as connection:
        for _ in range(2):
            await watching.walk(connection, any_app.vault, "w", now, now, now - timedelta(seconds=1))
    for _ in range(8):
        await work_off(any_app)
        moved(any_app, "5s")
    assert [await told(any_app, f"c{n}") for n in range(5)] == [[NEWS]] * 4 + [[]]
    assert len(failed) == 4
    async with any_app.database.read() as connection:
        rows = await connection.execute(select(due_work.c.id).where(due_work.c.kind == WALK))
        assert len(rows.all()) == 3


async def test_an_import_tells_whoever_it_concerns(any_app: App, tmp_path: Path) -> None:
    await on(any_app)
    moved(any_app, "1m")
    path = tmp_path / "payments.csv"
    path.write_text(
        f"身份证号,编号,月份,金额(元),状态,发放日期\n{MAN},DB-1,2026-05,650.00,已发放,2026-05-08\n",
        encoding="utf-8",
    )
    result = await import_table(any_app, path, None, lambda share, lines: None)
    assert result.changed == 1
    await work_off(any_app)
    moved(any_app, "2s")
    assert await told(any_app) == [NEWS]


# --- who may be told -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["telephone", "no telephone", "mandate over"])
async def test_once_the_right_is_gone_only_that_is_told_once_and_nothing_more(any_app: App, change: str) -> None:
    mandate = Mandate("李四", OTHER_MAN, OTHER_PHONE, "mandate", DAY + timedelta(days=1))
    if change == "mandate over":
        await on(any_app, phone=OTHER_PHONE, by="mandate", proxy=OTHER_MAN, mandates=(mandate,))
    else:
        await on(any_app)
    moved(any_app, "1m")
    phone = {"telephone": OTHER_PHONE, "no telephone": None}.get(change, PHONE)
    await registered(any_app, a_record(state="stopped", reasons=("income_up",)), phone=phone)
    if change == "mandate over":
        await looked(any_app)
        assert await told(any_app) == [NEWS]  # it still holds
        moved(any_app, "48h")
        await registered(any_app, a_record())
    await looked(any_app)
    expected = ["benefits-news_over"] if change != "mandate over" else [NEWS, "benefits-news_over"]
    assert await told(any_app) == expected
    assert await watched(any_app) == 0
    await became(any_app, a_record(state="review"))
    assert await told(any_app) == expected


async def test_without_a_proof_that_holds_nothing_is_switched_on(app: App) -> None:
    await registered(app, a_record())
    await proved(app)
    talk = Talk(app)
    await said(talk, "我的救助待遇")
    moved(app, "2h")
    await said(talk, "=news_on")
    assert await watched(app) == 0


async def test_of_a_register_that_is_away_or_old_nobody_hears(app: App) -> None:
    await on(app)
    tools = app.benefit_tools
    stopped = Registered(NAME, MAN, PHONE, (a_record(state="stopped"),))
    object.__setattr__(tools, "register", Says(None))
    moved(app, "25h")
    work = Work("w", LOOK, app.clock(), {"person": person_of(app.vault, MAN).hex()})
    await Watching(tools).look(work)
    object.__setattr__(tools, "register", Says(Finding(stopped, app.clock(), stale=True)))
    await Watching(tools).look(work)
    object.__setattr__(tools, "register", Says(Finding(None, app.clock())))
    await Watching(tools).look(work)
    assert await told(app) == []
    object.__setattr__(tools, "register", Says(Finding(stopped, app.clock())))
    await Watching(tools).look(work)
    assert await told(app) == [NEWS]


class Says:
    """A register that says one thing."""

    def __init__(self, finding: Finding | None) -> None:
        self.finding = finding
        self.asked = 0

    async def find(self, id_number: str) -> Finding:
        """Always the same."""
        self.asked += 1
        if self.finding is None:
            raise OutsideFault("the register does not answer")
        return self.finding


# --- when, and how often ---------------------------------------------------------------------------------------------


async def test_everybody_is_looked_up_once_a_day_by_day_and_it_is_on_record(any_app: App) -> None:
    await on(any_app, a_record(certify_by=DAY + timedelta(days=31)))
    tools = any_app.benefit_tools
    async with any_app.database.read() as connection:
        of = await register.find(connection, any_app.vault, MAN)
    says = Says(Finding(of, datetime(2030, 1, 1, tzinfo=UTC)))
    object.__setattr__(tools, "register", says)
    await any_app.worker.plant()
    for _ in range(49):
        await work_off(any_app)
        moved(any_app, "30m")
        await work_off(any_app)
        moved(any_app, "30m")
    assert says.asked == 2  # on this day it was looked up when it was switched on
    async with any_app.database.read() as connection:
        found = await looks.of_person(connection, person_of(any_app.vault, MAN))
    assert [(each.who, each.purpose) for each in found if each.purpose == "news"] == [("desk", "news")] * 3
    assert await told(any_app) == [NEWS]


@pytest.mark.parametrize(("hours", "heard"), [(8, True), (9, False), (19, False), (20, True)])
async def test_at_night_nobody_is_told_and_nothing_is_lost(app: App, hours: int, heard: bool) -> None:
    await on(app)  # at noon
    moved(app, f"{hours}h")
    await registered(app, a_record(state="stopped"))
    await looked(app)
    assert await told(app) == ([NEWS] if heard else [])
    if not heard:
        moved(app, f"{21 - hours}h")
        await app.worker.plant()
        await work_off(app)
        moved(app, "1m")
        assert await told(app) == [NEWS]


# --- one word --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["停止提醒", "stop reminders", "别再提醒"])
async def test_one_word_stops_it_wherever_it_is_said(any_app: App, word: str) -> None:
    talk = await on(any_app)
    await said(talk, "补领婚姻登记证", "结婚登记", "颁证仪式")
    open_ = talk.question
    moved(any_app, "1m")
    await registered(any_app, a_record(state="stopped"))
    now = any_app.clock()
    async with any_app.database.write() as connection:
        await watching.walk(connection, any_app.vault, "w", now, now, now - timedelta(minutes=1))
    await talk.say(word)
    assert talk.keys[0] == "stop_news-stopped"
    assert talk.question == open_
    await work_off(any_app)
    moved(any_app, "2s")
    assert await told(any_app) == []
    await talk.say(word)
    assert talk.keys[0] == "stop_news-none"
    assert talk.question == open_


async def test_a_message_leaves_the_open_question_open(app: App) -> None:
    talk = await on(app)
    await said(talk, "补领婚姻登记证")
    asked = talk.question.words.key
    await became(app, a_record(state="stopped"))
    assert await told(app) == [NEWS]
    await talk.say("同意")
    assert asked.startswith("reissue-")
    assert talk.question.words.key.startswith("reissue-")
    assert talk.question.words.key != asked


async def test_it_is_switched_off_where_it_was_switched_on_and_on_again(app: App) -> None:
    talk = await on(app)
    await said(talk, "我的救助待遇")
    assert "news_off" in talk.options
    assert "news_on" not in talk.options
    await said(talk, "=news_off")
    await became(app, a_record(state="stopped"))
    assert await told(app) == []
    await said(talk, "我的救助待遇", "=news_on")
    await work_off(app)
    await became(app, a_record())
    assert await told(app) == [NEWS]


@pytest.mark.parametrize("lines", [["快速退出"], ["我的信息", "=erase", "=yes"]])
async def test_who_leaves_or_is_forgotten_is_told_nothing(app: App, lines: list[str]) -> None:
    talk = await on(app)
    await said(talk, *lines)
    assert await watched(app) == 0


async def test_the_wish_goes_with_the_conversation(any_app: App) -> None:
    await on(any_app)
    days = {"transcript_days": 1, "retention_days": 1, "case_days": 1}
    async with any_app.database.write() as connection:
        await erasure.expire(connection, any_app.clock(), **days)
    assert await watched(any_app) == 1
    moved(any_app, "48h")
    async with any_app.database.write() as connection:
        await connection.execute(conversations.update().values(updated_at=any_app.clock() - timedelta(days=2)))
        await erasure.expire(connection, any_app.clock(), **days)
    assert await watched(any_app) == 0


async def test_nothing_of_it_can_be_read_in_the_store(app: App) -> None:
    await on(app, a_record(payments=PAID))
    async with app.database.read() as connection:
        row = (await connection.execute(select(table))).one()
        (watch,) = await news.of_person(connection, app.vault, person_of(app.vault, MAN))
    assert watch.records == (a_record(payments=PAID),)
    for each in (MAN, PHONE, "59000", "DB-1"):
        assert each.encode() not in row.sealed
