"""Certificates of service as files, the page that verifies them, and that every sum told is the same sum."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
import zxingcpp
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.app import DATABASE_FILE, App
from bot.volunteers.certificate_papers import paper_of
from bot.volunteers.certifying import Certifying, digest_of
from bot.volunteers.records import Records
from bot.web.site import make_site
from flows.errors import OutsideFault
from flows.inputs.id_number import mask
from flows.language.facts import Facts
from flows.outcome import Final
from flows.volunteers.certificate import MOST_LINES, Certificate, Line, from_plain, span_of, to_plain
from flows.volunteers.ledger import total
from flows.volunteers.length import chart, length
from flows.words import Words
from integrations.documents.certificate import certificate_pdf
from integrations.store.database import Collision
from integrations.store.tables import due_work
from integrations.store.volunteers import certificates, ledger, registry
from integrations.store.volunteers import tables as kept_in
from tests.talk import MAN, SPEECH, Talk, an_app
from tests.test_documents import holds, pages_of, picture_of
from tests.transcripts.walks import said
from tests.volunteering import (
    HELPERS,
    LEADERS,
    NAMES,
    NUMBER,
    OTHERS,
    SECRET,
    Service,
    an_activity,
    issued,
    stands_again,
    tools_of,
)
from tests.web import Resident, client_of, conversation, is_guarded, is_problem

DAY = date(2026, 5, 3)


@pytest.fixture
async def client(any_app: App) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the whole site, once on each database."""
    async with client_of(make_site(any_app)) as opened:
        yield opened


async def certified(client: httpx.AsyncClient, app: App, *lines: str) -> tuple[Resident, Service, str]:
    """A volunteer whose service is certified, and where the certificate is."""
    resident = await Resident.begin(client)
    service = await Service.begin(app, conversation(app, resident))
    await an_activity(app, "JTA-1", "重阳节助老", app.clock())
    await service.served(DAY, 125, activity="JTA-1")
    await service.served(DAY - timedelta(days=40), 46)
    await service.served(DAY, 31, OTHERS)
    await service.served(DAY - timedelta(days=1), 77, training=True)
    return resident, service, await certify(resident)


async def certify(resident: Resident) -> str:
    """Issues a certificate of everything; where it is."""
    await resident.say("开志愿服务证明")
    await resident.tap(HELPERS)
    await resident.tap("all")
    answer = await resident.tap(resident.options[0])
    ((url,),) = [[each["url"] for each in reply["attachments"]] for reply in answer["replies"] if reply["attachments"]]
    return str(url)


async def fetched(resident: Resident, url: str) -> httpx.Response:
    """A file as a conversation asks for it."""
    return await resident.client.get(url, headers=resident.headers)


async def link_of(resident: Resident, url: str) -> str:
    """Where the code on the certificate leads."""
    (read,) = zxingcpp.read_barcodes(picture_of((await fetched(resident, url)).content))
    return str(read.text)


async def verified(client: httpx.AsyncClient, url: str) -> tuple[int, str]:
    """What the page of an address says: its status, and which of the results."""
    answer = await client.get(url, headers={"accept-language": "zh-CN"})
    is_guarded(answer)
    return answer.status_code, re.search(r'class="card verified (\w+)"', answer.text)[1]  # type: ignore[index]


def words(minutes: int) -> str:
    """A length of time as it is printed."""
    return SPEECH.render(length(minutes), "zh-Hans")


async def test_a_certificate_says_the_time_what_was_done_and_who_recorded_it_and_no_more(
    client: httpx.AsyncClient, any_app: App
) -> None:
    resident, _, url = await certified(client, any_app)
    (page,) = pages_of((await fetched(resident, url)).content)
    for part in (words(171), "171", NAMES[HELPERS], "张三丰", mask(MAN), "养老", "重阳节助老", NUMBER, "2026-05-03"):
        assert holds(page, part), part
    for part in (MAN, SECRET, NAMES[OTHERS], words(31), words(77), words(202)):
        assert not holds(page, part), part


async def test_the_page_shows_no_more_than_it_must(client: httpx.AsyncClient, any_app: App) -> None:
    resident, _, url = await certified(client, any_app)
    link = await link_of(resident, url)
    assert link.startswith("http://desk.example/zhengming/")
    assert await verified(client, link) == (200, "ok")
    text = (await client.get(link, headers={"accept-language": "zh-CN"})).text
    assert all(part in text for part in (NAMES[HELPERS], "张*", words(171)))
    assert not [part for part in ("张三丰", MAN, mask(MAN), "重阳节", "养老", NUMBER, SECRET) if part in text]


async def test_a_certificate_stops_verifying_when_an_entry_of_it_is_withdrawn(
    client: httpx.AsyncClient, any_app: App
) -> None:
    resident, service, url = await certified(client, any_app)
    link, number = await link_of(resident, url), url.split("/")[-2]
    own = [each for each in await service.entries() if each.counts and each.organisation == HELPERS]
    other = next(each for each in await service.entries() if each.organisation == OTHERS)
    await service.withdraw(other.id)
    assert await verified(client, link) == (200, "ok")
    await service.withdraw(own[0].id)
    assert await verified(client, link) == (200, "void")
    text = (await client.get(link, headers={"accept-language": "zh-CN"})).text
    assert not [part for part in (NAMES[HELPERS], "张*", words(171)) if part in text]
    is_problem(await fetched(resident, url), 410, "certificate-revoked_file")
    await stands_again(any_app, number)  # it is the revoking that ends it, and nothing else
    assert await verified(client, link) == (200, "ok")


@pytest.mark.parametrize("event", ["disputed", "replaced"])
async def test_nor_does_it_verify_when_an_entry_is_disputed_or_corrected(
    client: httpx.AsyncClient, any_app: App, event: str
) -> None:
    resident, service, url = await certified(client, any_app)
    link = await link_of(resident, url)
    entry = next(each for each in await service.entries() if each.counts and each.organisation == HELPERS)
    records, world = Records(tools_of(any_app)), await any_app.world()
    async with any_app.database.write() as connection:
        if event == "disputed":
            await records.dispute(connection, entry.id, f"volunteer:{NUMBER}", "不对", world)
        else:
            new = replace(entry, id="new", minutes=1, replaces=entry.id)
            await records.correct(connection, entry, new, "organiser:o", world)
    assert await verified(client, link) == (200, "void")


async def test_strangers_and_wrong_digests_are_told_alike_and_nothing(client: httpx.AsyncClient, any_app: App) -> None:
    resident, _, url = await certified(client, any_app)
    link = await link_of(resident, url)
    wrong = link[:-1] + ("0" if link[-1] != "0" else "1")
    never = f"http://desk.example/zhengming/JT260511-222222/{link[-64:]}"
    answers = [await client.get(each) for each in (wrong, never, f"{link[:-64]}校验")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    stranger = await Resident.begin(client)
    answer = await fetched(stranger, url)
    is_problem(answer, 404, "fault-not_found")
    assert (await fetched(stranger, url.replace(url.split("/")[-2], "JT260511-222222"))).json() == answer.json()
    is_problem(await client.get(url), 401, "fault-ended")


async def test_whoever_tries_digests_is_slowed_down(client: httpx.AsyncClient) -> None:
    statuses = {(await client.get(f"/zhengming/JT260511-222222/{n:064x}")).status_code for n in range(25)}
    assert statuses == {404, 429}


async def test_a_certificate_whose_words_were_changed_in_the_records_does_not_verify(
    client: httpx.AsyncClient, any_app: App
) -> None:
    resident, _, url = await certified(client, any_app)
    link, number = await link_of(resident, url), url.split("/")[-2]
    async with any_app.database.write() as connection:
        kept = await certificates.by_number(connection, any_app.vault, number)
        assert kept is not None
        assert kept.said is not None
        forged = to_plain(replace(kept.said, name="李四"))
        sealed = any_app.vault.seal_plain(forged, f"certificates:{number}")
        own = kept_in.certificates.update().where(kept_in.certificates.c.number == number)
        await connection.execute(own.values(sealed=sealed))
    assert await verified(client, link) == (404, "no")


async def test_a_certificate_that_is_issued_while_its_entry_is_withdrawn_is_not_valid(any_app: App) -> None:
    service = await Service.begin(any_app, "c0")
    for n in range(6):
        entry = await service.served(DAY - timedelta(days=n), 60)
        await service.served(DAY - timedelta(days=20 + n), 60)
        talk = Talk(any_app, "c0", _ids=(f"{n}-{k}" for k in range(30)))  # type: ignore[arg-type]
        await said(talk, "开志愿服务证明", f"={HELPERS}", "=all")
        await asyncio.gather(talk.tap(talk.options[0]), service.withdraw(entry))
        assert "valid" not in [state for _, state in await issued(any_app)]
        await said(talk, "取消")


async def test_a_run_that_ends_twice_has_one_certificate_and_it_is_reported_once(any_app: App) -> None:
    service = await Service.begin(any_app, "c0")
    await service.served(DAY, 60)
    tools, world = tools_of(any_app, "webhook"), await any_app.world()
    piece = Certifying(tools).part()
    talk = Talk(any_app)
    await said(talk, "开志愿服务证明", f"={HELPERS}", "=all")
    values = {"volunteer": NUMBER, "organisation": HELPERS, "span": "all", "issue": talk.options[0]}
    facts = Facts(world, "service_certificate", values)
    final = Final("run", "service_certificate", "issued", None, facts, {}, {})  # type: ignore[arg-type]
    told = []
    for _ in range(2):
        async with any_app.database.write() as connection:
            doing = type("Doing", (), {"connection": connection, "conversation": _Here(), "world": world})()
            told.append((await piece.endings["certificate_issued"](final, doing))[0]["certificate"])
    assert told[0] == told[1]
    assert await issued(any_app) == [(told[0], "valid")]
    async with any_app.database.read() as connection:
        rows = await connection.execute(select(due_work.c.id).where(due_work.c.kind == "report"))
        assert [row.id for row in rows.all()] == [f"report:certificate_issued:{told[0]}:1"]


class _Here:
    id = "c0"


# --- arithmetic ------------------------------------------------------------------------------------------------------

_ENTRIES = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.integers(1, 600),
        st.sampled_from([HELPERS, HELPERS, OTHERS]),
        st.sampled_from(["confirmed", "confirmed", "confirmed", "waiting", "training", "withdrawn", "corrected"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda each: each[0],
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Path:
    """A directory with an up-to-date database."""
    directory = tmp_path_factory.mktemp("sums")
    shutil.copy(migrated_file, directory / DATABASE_FILE)
    return directory


def test_the_sum_in_the_chat_on_paper_on_the_page_and_in_the_ledger_is_one(copies: Path) -> None:
    counter = iter(range(10_000))

    async def told(app: App, recorded: list[tuple[int, int, str, str]]) -> None:
        n = next(counter)
        who, number = f"c{n}", f"JTV-{n}"
        service = await Service.begin(app, who, number, id_number=f"made up {n}")
        records, world = Records(tools_of(app)), await app.world()
        for days, minutes, organisation, state in recorded:
            entry = await service.served(
                DAY - timedelta(days=days),
                minutes,
                organisation,
                confirmed=state != "waiting",
                training=state == "training",
            )
            by = f"organiser:{LEADERS[organisation]}"
            async with app.database.write() as connection:
                if state == "withdrawn":
                    assert await records.withdraw(connection, [entry], by, world)
                if state == "corrected":
                    old = await ledger.one(connection, app.vault, entry)
                    assert old is not None
                    new = replace(old, id=f"{entry}c", minutes=max(1, minutes // 2), replaces=entry)
                    await records.correct(connection, old, new, by, world)
        entries = await service.entries()
        in_all = total(entries)
        own = total(each for each in entries if each.organisation == HELPERS)
        talk = Talk(app, who)
        await said(talk, "我的时长")
        assert talk.last is not None
        lines = next(reply.words.args["lines"] for reply in talk.last.replies if "lines" in reply.words.args)
        assert lines[0].args["length"] == length(in_all)
        of_helpers = [line.args["length"] for line in lines if line.args.get("name") == NAMES[HELPERS]]
        assert of_helpers == ([length(own)] if own else [])
        if not own:
            return
        await said(talk, "菜单", "开志愿服务证明", f"={HELPERS}", "=all", "=first")
        async with app.database.read() as connection:
            (kept,) = await certificates.of_volunteer(connection, app.vault, number)
        assert kept.said is not None
        assert kept.minutes == kept.said.minutes == own
        (page,) = pages_of(certificate_pdf(paper_of(kept.said, kept.digest, app.speech, app.place, "http://a/")))
        assert holds(page, f"{words(own)}（{own} 分钟")
        async with client_of(make_site(app)) as client:
            shown = await client.get(f"/zhengming/{kept.number}/{kept.digest}", headers={"accept-language": "zh-CN"})
        assert words(own) in shown.text

    with asyncio.Runner() as runner:
        opened = an_app(copies)
        app = runner.run(opened.__aenter__())

        # Fewer than the pages that are shown in a minute.
        @settings(
            max_examples=18,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(_ENTRIES)
        def check(recorded: list[tuple[int, int, str, str]]) -> None:
            runner.run(told(app, recorded))

        check()
        runner.run(opened.__aexit__(None, None, None))


LINES = st.builds(Line, st.dates(date(2020, 1, 1), DAY), st.just("elder"), st.integers(1, 1440), st.just(""))


def a_certificate(lines: list[Line]) -> Certificate:
    """A certificate of these lines."""
    return Certificate("JT260511-ABCDEF", NUMBER, "张三丰", mask(MAN), NAMES[HELPERS], DAY, "00", True, tuple(lines))


@given(st.lists(LINES, min_size=1, max_size=60))
def test_a_certificate_comes_back_as_it_was_kept_and_its_months_add_up(lines: list[Line]) -> None:
    certificate = a_certificate(lines)
    assert from_plain(to_plain(certificate)) == certificate
    assert sum(minutes for _, minutes in certificate.months.values()) == certificate.minutes
    assert sum(times for times, _ in certificate.months.values()) == len(lines)


async def test_many_entries_are_summed_up_by_the_month(app: App) -> None:
    lines = [Line(DAY - timedelta(days=n), "elder", 61) for n in range(MOST_LINES + 1)]
    pages = pages_of(certificate_pdf(paper_of(a_certificate(lines), "0" * 64, app.speech, app.place, "http://a/")))
    assert not any(holds(page, "2026-05-01") for page in pages)
    assert any(holds(page, f"2026-04{len([each for each in lines if each.day.month == 4])}") for page in pages)
    assert any(holds(page, words(61 * len(lines))) for page in pages)


@given(st.dictionaries(st.sampled_from([f"2026-{month:02d}" for month in range(1, 6)]), st.integers(1, 90_000)))
def test_a_bar_is_never_longer_than_its_share_and_every_time_has_one(months: dict[str, int]) -> None:
    lines = [line for line in chart(months, DAY) if line.key == "my_hours-month_with"]
    assert {line.args["month"]: line.args["length"] for line in lines} == {m: length(n) for m, n in months.items()}
    longest = max(months.values(), default=1)
    for line in lines:
        assert 1 <= len(line.args["bar"]) <= max(1, 8 * months[line.args["month"]] // longest)


@pytest.mark.parametrize(
    ("which", "day", "expected"),
    [
        ("this_year", date(2026, 5, 11), (date(2026, 1, 1), date(2026, 5, 11))),
        ("last_year", date(2026, 5, 11), (date(2025, 5, 12), date(2026, 5, 11))),
        ("last_year", date(2028, 2, 29), (date(2027, 3, 1), date(2028, 2, 29))),
    ],
)
def test_the_days_of_a_certificate(which: str, day: date, expected: tuple[date, date]) -> None:
    assert span_of(which, day) == expected


async def test_an_identity_nobody_has_checked_is_certified_as_such_until_somebody_has(
    client: httpx.AsyncClient, any_app: App
) -> None:
    unchecked = SPEECH.render(Words("certificate-identity_unchecked"), "zh-Hans")
    resident, _, url = await certified(client, any_app)
    assert unchecked in str(await resident.history())
    first = await link_of(resident, url)
    async with any_app.database.write() as connection:
        assert await registry.check(connection, NUMBER, "clerk:demo", any_app.clock())
    checked = await certify(resident)
    for link, file, says in ((first, url, True), (await link_of(resident, checked), checked, False)):
        (page,) = pages_of((await fetched(resident, file)).content)
        assert holds(page, unchecked) is says
        text = (await client.get(link, headers={"accept-language": "zh-CN"})).text
        assert (unchecked in text) is says
    assert await verified(client, first) == (200, "ok")
    async with any_app.database.read() as connection:
        kept = await certificates.by_number(connection, any_app.vault, url.split("/")[-2])
    assert kept is not None
    assert kept.said is not None
    assert digest_of(replace(kept.said, is_checked=True)) != kept.digest


async def test_the_page_shows_the_days_that_are_printed(client: httpx.AsyncClient, any_app: App) -> None:
    resident, _, url = await certified(client, any_app)
    link = await link_of(resident, url)
    before = (await client.get(link, headers={"accept-language": "zh-CN"})).text
    async with any_app.database.write() as connection:
        await connection.execute(kept_in.certificates.update().values(first_day=date(2020, 1, 1)))
    assert (await client.get(link, headers={"accept-language": "zh-CN"})).text == before


async def test_a_certificate_whose_volunteer_was_erased_verifies_and_names_nobody(
    client: httpx.AsyncClient, any_app: App
) -> None:
    resident, _, url = await certified(client, any_app)
    link, number = await link_of(resident, url), url.split("/")[-2]
    async with any_app.database.write() as connection:
        await certificates.forget(connection, any_app.vault, NUMBER)
    assert await verified(client, link) == (200, "ok")
    text = (await client.get(link, headers={"accept-language": "zh-CN"})).text
    assert all(part in text for part in (NAMES[HELPERS], words(171)))
    assert not [part for part in ("张*", "张三丰", MAN, mask(MAN)) if part in text]
    wrong = link[:-1] + ("0" if link[-1] != "0" else "1")
    assert await verified(client, wrong) == (404, "no")
    is_problem(await fetched(resident, url), 404, "fault-not_found")
    async with any_app.database.write() as connection:
        own = kept_in.certificates.update().where(kept_in.certificates.c.number == number)
        await connection.execute(own.values(state="revoked", revoked_at=any_app.clock()))
    assert await verified(client, link) == (200, "void")


async def test_nothing_happens_to_an_entry_while_a_certificate_of_it_is_being_issued(any_app: App) -> None:
    service = await Service.begin(any_app, "c0")
    entry = await service.served(DAY, 60)
    is_postgresql = any_app.database.engine.dialect.name == "postgresql"
    if not is_postgresql:
        return  # SQLite has one writer at a time

    async def withdrawn() -> list[str]:
        async with any_app.database.write() as connection:
            await connection.execute(text("SET LOCAL lock_timeout = '100ms'"))
            return await ledger.move(connection, [entry], "withdrawn", "desk", any_app.clock(), os.urandom)

    async with any_app.database.write() as connection:
        held = await certificates.held(connection, any_app.vault, NUMBER, HELPERS, DAY, DAY)
        assert [each.id for each in held] == [entry]
        with pytest.raises((DBAPIError, OutsideFault, Collision)):
            await withdrawn()
    assert await withdrawn() == [entry]
