"""Tables into the register: whole or not at all, every line that is wrong told, nothing personal in what is told."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.app import App
from bot.benefits import importing
from bot.benefits.columns import HEADINGS, Columns
from bot.benefits.table_rows import Reader
from bot.clock import local_day
from flows.assistance.clocks import Begins
from flows.benefits.records import MANDATES as MANDATE_KINDS
from flows.benefits.records import PAYMENT_STATES, REASONS, SCHEMES, STATES, Mandate, Payment, Record, Registered
from flows.errors import SettingsFault
from integrations.spreadsheets import lines as spreadsheets
from integrations.store import audit
from integrations.store.benefits import imports, register
from integrations.store.benefits.imports import KINDS, Kind
from integrations.store.benefits.tables import people
from tests.register_tables import (
    MANDATES,
    PAYMENTS,
    PEOPLE,
    RECORDS,
    csv_of,
    imported,
    mandate_line,
    number_of,
    payment_line,
    phone_of,
    record_line,
    xlsx_of,
    zipped,
)
from tests.talk import NOON, SPEECH, HandClock

ONE, OTHER = number_of(1), number_of(2)
SINCE = date(2026, 3, 2)
RECORD = Record("DB-1", "dibao", "paying", SINCE, {Begins.ACCEPTED: SINCE}, account="0123", members=3)
PAYMENT = Payment("2026-04", 32050, "paid", date(2026, 4, 10), ("arrears",))
TWO = csv_of(PEOPLE, ("张三", ONE, phone_of(1)), ("李四", OTHER, ""))


async def counted(app: App) -> dict[Kind, int]:
    async with app.database.read() as connection:
        return dict(await imports.counts(connection))


async def known(app: App, id_number: str = ONE) -> Registered:
    async with app.database.read() as connection:
        found = await register.find(connection, app.vault, id_number)
    assert found is not None
    return found


async def refused(app: App, directory: Path, data: bytes, kind: Kind | None = None) -> list[str]:
    """The sentences a table is refused with; it changed nothing."""
    before = await counted(app)
    with pytest.raises(SettingsFault) as raised:
        await imported(app, directory, data, kind)
    assert await counted(app) == before
    return str(raised.value).splitlines()


def named(sentences: list[str]) -> list[int]:
    """The numbers of the lines that are told to be wrong."""
    return [int(each.split(":")[0].removeprefix("line ")) for each in sentences if each.startswith("line ")]


async def test_all_four_tables_come_in_and_the_same_file_changes_nothing(any_app: App, tmp_path: Path) -> None:
    mandate = Mandate("王五", number_of(3), phone_of(3), "guardian", date(2027, 1, 1))
    tables = {
        "people": TWO,
        "records": csv_of(RECORDS, record_line(ONE, RECORD)),
        "payments": csv_of(PAYMENTS, payment_line(ONE, RECORD.id, PAYMENT)),
        "mandates": csv_of(MANDATES, mandate_line(ONE, mandate)),
    }
    for kind, data in tables.items():
        done = await imported(any_app, tmp_path, data)
        assert (done.kind, done.rows, done.before) == (kind, 2 if kind == "people" else 1, None)
        assert done.changed == done.rows
    found = await known(any_app)
    whole = Record(
        "DB-1", "dibao", "paying", SINCE, {Begins.ACCEPTED: SINCE}, account="0123", members=3, payments=(PAYMENT,)
    )
    assert found == Registered("张三", ONE, phone_of(1), (whole,), (mandate,))
    for data in tables.values():
        again = await imported(any_app, tmp_path, data)
        assert (again.changed, again.before) == (0, NOON)
    async with any_app.database.read() as connection:
        entries = [each for each in await audit.listed(connection) if each.what.startswith("benefits")]
        assert not await audit.broken(connection)
    assert [(each.who, each.what) for each in entries] == [
        ("operator", f"benefits imported: {kind}") for kind in reversed(KINDS)
    ]
    assert not any(ONE[-6:] in each.subject for each in entries)


async def test_what_differs_is_written_and_what_does_not_stays_as_old_as_it_was(
    any_app: App, tmp_path: Path, clock: HandClock
) -> None:
    records = [Record(f"DB-{n}", "dibao", "paying", SINCE) for n in (1, 2)]
    lines = [record_line(id_, record) for id_, record in zip((ONE, OTHER), records, strict=True)]
    await imported(any_app, tmp_path, TWO)
    await imported(any_app, tmp_path, csv_of(RECORDS, *lines))
    clock.move("1d")
    later = clock()
    lines[1][3] = "停发"
    done = await imported(any_app, tmp_path, csv_of(RECORDS, *lines))
    assert (done.rows, done.changed) == (2, 1)
    person = register.person_of(any_app.vault, OTHER)
    async with any_app.database.read() as connection:
        assert await register.changed_since(connection, later) == {person}
        assert await register.changed_since(connection, later + timedelta(seconds=1)) == set()
    paid = csv_of(PAYMENTS, payment_line(ONE, "DB-1", PAYMENT))
    await imported(any_app, tmp_path, paid)
    async with any_app.database.read() as connection:
        assert len(await register.changed_since(connection, later)) == 2


async def test_another_telephone_on_file_is_put_on_record(any_app: App, tmp_path: Path) -> None:
    await imported(any_app, tmp_path, TWO)
    await imported(any_app, tmp_path, csv_of(PEOPLE, ("张三", ONE, phone_of(9)), ("李四", OTHER, "")))
    async with any_app.database.read() as connection:
        entries = [each for each in await audit.listed(connection) if each.what == "benefits phone changed"]
    assert [each.subject for each in entries] == [register.person_of(any_app.vault, ONE).hex()[:24]]
    assert (await known(any_app)).phone == phone_of(9)


BAD: dict[Kind, list[tuple[str, str]]] = {
    "people": [("name", "张三 13800000000"), ("id_number", ONE[:-1]), ("id_number", "6.20423E+17"), ("phone", "12345")],
    "records": [
        *(("id_number", OTHER[::-1]), ("id", "D B"), ("id", ""), ("scheme", "dole"), ("state", "fine"), ("since", "")),
        *(("since", "昨天"), ("since", "3/4"), ("since", "2026-02-30"), ("accepted", "1066-10-14")),
        *(("township", "nowhere"), ("members", "0"), ("members", "two"), ("account", "6217000012345678")),
        *(("account", "123"), ("reasons", "因为"), ("missing", "长" * 101), ("letter", "1" * 25), ("case", "一 二")),
    ],
    "payments": [
        *(("month", "2026-13"), ("month", "今年"), ("amount", "-1"), ("amount", "1.234"), ("amount", "1e5")),
        *(("amount", ""), ("state", "发放中"), ("day", "10号"), ("reasons", "是的"), ("id", "DB-9")),
    ],
    "mandates": [
        ("proxy_name", ""),
        ("proxy_phone", "1"),
        ("kind", "邻居"),
        ("proxy_id_number", ONE),
        ("until", "永久"),
    ],
}


async def test_every_line_that_is_wrong_is_told_and_nothing_of_what_it_says(app: App, tmp_path: Path) -> None:
    await imported(app, tmp_path, TWO)
    await imported(app, tmp_path, csv_of(RECORDS, record_line(ONE, RECORD)))
    good: dict[Kind, tuple[tuple[str, ...], list[str]]] = {
        "people": (PEOPLE, ["赵六", number_of(5), ""]),
        "records": (RECORDS, record_line(ONE, Record("DB-2", "dibao", "paying", SINCE))),
        "payments": (PAYMENTS, payment_line(ONE, "DB-1", PAYMENT)),
        "mandates": (MANDATES, mandate_line(ONE, Mandate("王五", number_of(3), phone_of(3), "mandate"))),
    }
    for kind, (heading, line) in good.items():
        wrong = []
        for column, value in BAD[kind]:
            cells = list(line)
            cells[HEADINGS[kind].index(column)] = value
            wrong.append(cells)
        told = await refused(app, tmp_path, csv_of(heading, line, *wrong))
        assert named(told) == list(range(3, 3 + len(wrong)))
        for (column, value), sentence in zip(BAD[kind], told[1:], strict=True):
            assert not value or len(value) < 4 or value not in sentence
            assert heading[HEADINGS[kind].index(column)] in sentence or column == "proxy_id_number" or value == "DB-9"
        assert not any(private in "".join(told) for private in (ONE, OTHER, phone_of(3), "6217", "王五"))
        assert (await imported(app, tmp_path, csv_of(heading, line))).changed == 1  # alone it is right


async def test_who_and_what_the_register_does_not_know_and_what_stands_there_twice_is_wrong(
    any_app: App, tmp_path: Path
) -> None:
    await imported(any_app, tmp_path, TWO)
    await imported(any_app, tmp_path, csv_of(RECORDS, record_line(ONE, RECORD)))
    new = Record("DB-2", "edge", "paying", SINCE)
    records = [record_line(ONE, new), record_line(ONE, new), record_line(OTHER, RECORD), record_line(number_of(7), new)]
    assert named(await refused(any_app, tmp_path, csv_of(RECORDS, *records))) == [3, 4, 5]
    payments = [payment_line(ONE, "DB-1", PAYMENT)] * 2 + [payment_line(OTHER, "DB-1", PAYMENT)]
    assert named(await refused(any_app, tmp_path, csv_of(PAYMENTS, *payments))) == [3, 4]
    same = [("张三", ONE, ""), ("张三", ONE, phone_of(1))]
    assert named(await refused(any_app, tmp_path, csv_of(PEOPLE, *same))) == [3]
    stranger = mandate_line(number_of(7), Mandate("王五", number_of(3), phone_of(3), "mandate"))
    assert named(await refused(any_app, tmp_path, csv_of(MANDATES, stranger))) == [2]


async def test_csv_is_read_however_it_is_saved(app: App, tmp_path: Path) -> None:
    text = TWO.decode()
    for place, encoding in enumerate(("utf-8", "utf-8-sig", "gb18030")):
        own = text.replace(ONE, number_of(10 + place)).replace(OTHER, number_of(20 + place)).replace("\r\n", "\n\n")
        assert (await imported(app, tmp_path, own.encode(encoding))).changed == 2
        assert (await known(app, number_of(10 + place))).name == "张三"
    assert named(await refused(app, tmp_path, text.replace("张三", "").replace("\r\n", "\n\n").encode())) == [3]


def spreadsheet() -> list[list[object]]:
    serial = (SINCE - date(1899, 12, 30)).days
    return [
        list(RECORDS),
        [ONE, "DB-1", "低保", "发放中", serial, "2026/1/5", None, None, None, None, None, None, 3, "0123"],
        [],
        [
            OTHER,
            "20260002",
            ('t="str"', "<f>A1</f><v>特困</v>"),
            "paying",
            f"{serial}.0",
            ('t="d"', "<v>2026-01-05T00:00:00</v>"),
        ],
    ]


@pytest.mark.parametrize("shared", [True, False])
async def test_a_spreadsheet_is_read_with_its_numbers_days_and_results(app: App, tmp_path: Path, shared: bool) -> None:
    await imported(app, tmp_path, TWO)
    assert (await imported(app, tmp_path, zipped(xlsx_of(spreadsheet(), shared=shared)))).changed == 2
    one, other = (await known(app)).records[0], (await known(app, OTHER)).records[0]
    assert one == Record(
        "DB-1", "dibao", "paying", SINCE, {Begins.ACCEPTED: date(2026, 1, 5)}, members=3, account="0123"
    )
    assert other == Record("20260002", "tekun", "paying", SINCE, {Begins.ACCEPTED: date(2026, 1, 5)})
    fen = {"320.5": 32050, "320.49999999999994": 32050, "1E+3": 100000, "0.1": 10, "3.0500000000000003": 305}
    serial = (date(2026, 4, 1) - date(1899, 12, 30)).days
    for place, said in enumerate(fen):
        rows: list[list[object]] = [
            list(PAYMENTS),
            [ONE, "DB-1", serial + 31 * place, ("", f"<v>{said}</v>"), "已发放"],
        ]
        assert (await imported(app, tmp_path, zipped(xlsx_of(rows, shared=shared)))).changed == 1
    found = (await known(app)).records[0].payments
    assert [each.fen for each in reversed(found)] == list(fen.values())
    assert [each.month for each in found][-1] == "2026-04"


async def test_what_a_spreadsheet_spoilt_is_told_and_never_guessed(app: App, tmp_path: Path) -> None:
    lost: list[list[object]] = [
        list(PEOPLE),
        ["张三", ("", "<v>6.2042319500102E+17</v>"), None],
        ["李四", ("", f"<v>{ONE[:-1]}0</v>"), None],
    ]
    told = await refused(app, tmp_path, zipped(xlsx_of(lost)))
    assert named(told) == [2, 3]
    assert all("spreadsheet" in sentence for sentence in told[1:])
    broken: list[list[object]] = [
        list(PEOPLE),
        ["张三", ("", "<f>B9</f>"), None],
        ["李四", ('t="e"', "<v>#N/A</v>"), None],
        ["王五", OTHER],
    ]
    assert named(await refused(app, tmp_path, zipped(xlsx_of(broken, hidden=[4])))) == [2, 3, 4]


def hostile() -> Iterator[tuple[str, bytes]]:
    members = xlsx_of([PEOPLE, ("张三", ONE)])
    sheet = "xl/worksheets/sheet2.xml"
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml", sheet):
        for declared in (laughs, outside):
            yield "entities", zipped(members | {name: declared + members[name]})
    yield "unpack", zipped(members | {"xl/sharedStrings.xml": "<sst>" + " " * spreadsheets.MOST_BYTES + "</sst>"})
    yield "longer", zipped(members | {"xl/sharedStrings.xml": f"<sst><si><t>{'a' * 10_000_000}</t></si></sst>"})
    yield "longer", zipped(xlsx_of([PEOPLE, ("张三", *([None] * 100), "x")]))
    yield "no XLSX", zipped({name: text for name, text in members.items() if name != sheet})
    yield "no XLSX", zipped(members | {sheet: members[sheet][:-40]})
    yield "no XLSX", zipped(members | {sheet: members[sheet].replace("<v>0</v>", "<v>77</v>")})
    yield "no XLSX", zipped(members)[:-60].replace(b"PK\x01\x02", b"PK\x01\x03") + zipped(members)[-60:]
    yield "1904", zipped(members | {"xl/workbook.xml": members["xl/workbook.xml"].replace("Pr/", 'Pr date1904="1"/')})
    yield "old Excel", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
    yield "longer", b"a" * 1_000_000
    yield "no table", csv_of(PEOPLE) + b"\0"
    yield "quotation", csv_of(PEOPLE) + b'"a'
    yield "quotation", b"\xff\xff\xff" + csv_of(PEOPLE)
    yield "nothing", b""
    yield "no line", csv_of(PEOPLE)
    yield "column 2", csv_of(("姓名", ONE))
    yield "twice", csv_of(("姓名", "身份证号", "name"))
    yield "not the columns", csv_of(("身份证号", "手机号"))


async def test_hostile_files_and_wrong_headings_are_refused_with_a_sentence(app: App, tmp_path: Path) -> None:
    for right, data in hostile():
        tracemalloc.start()
        told = await refused(app, tmp_path, data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert right in told[0], told
        assert ONE not in told[0]
        assert peak < 30_000_000
    assert (await refused(app, tmp_path, TWO, "payments"))[0].startswith("these are not the columns")


async def test_a_file_that_changes_while_it_is_read_is_not_imported(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "table"
    path.write_bytes(TWO)

    def told(share: float, lines: int) -> None: ...

    looked: list[spreadsheets.File] = []

    def look(at: Path) -> spreadsheets.File:
        looked.append(spreadsheets.look_at(at))
        path.write_bytes(TWO + csv_of(("赵六", number_of(5), "")))
        return looked[-1]

    monkeypatch.setattr(importing, "look_at", look)
    with pytest.raises(SettingsFault, match="changed"):
        await importing.import_table(app, path, None, told)
    assert (await counted(app))["people"] == 0


async def test_an_import_that_breaks_in_the_middle_leaves_nothing(
    any_app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [("张三", number_of(n), "") for n in range(3 * importing.BATCH)]
    write, written = register.write, []

    async def breaks(*args: object) -> None:
        written.append(1)
        if len(written) == 3:
            raise KeyboardInterrupt
        await write(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(register, "write", breaks)
        with pytest.raises(KeyboardInterrupt):
            await imported(any_app, tmp_path, csv_of(PEOPLE, *lines))
    assert len(written) == 3
    assert (await counted(any_app))["people"] == 0
    async with any_app.database.read() as connection:
        assert await imports.newest(connection, 5) == []
    assert (await imported(any_app, tmp_path, csv_of(PEOPLE, *lines))).changed == len(lines)


async def test_two_imports_at_once_do_not_mix(any_app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was checked before another table came in is checked again by whoever starts again."""
    other = tmp_path / "other"
    other.mkdir()
    write = importing._write

    async def late(*args: object) -> object:
        monkeypatch.setattr(importing, "_write", write)
        await imported(any_app, other, csv_of(PEOPLE, ("赵六", number_of(5), "")))
        return await write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "_write", late)
    with pytest.raises(SettingsFault, match="meanwhile"):
        await imported(any_app, tmp_path, TWO)
    assert (await counted(any_app))["people"] == 1


def many(count: int, *, bad: bool) -> bytes:
    """People, one of a hundred of them with a wrong number."""
    wrong = [number_of(n)[:-1] if bad and n % 100 == 50 else number_of(n) for n in range(count)]
    return csv_of(PEOPLE, *((("张三", id_number, phone_of(n)) for n, id_number in enumerate(wrong))))


async def imports_many(app: App, directory: Path, count: int, most_bytes: int) -> None:
    """With bad ones among them nothing is there and a report; without, all; in bounded memory."""
    told = await refused(app, directory, many(count, bad=True))
    assert named(told) == [52 + 100 * n for n in range(importing.MOST_FAULTS)][: count // 100]
    assert str(count // 100) in told[0]
    if count // 100 > importing.MOST_FAULTS:
        assert str(count // 100 - importing.MOST_FAULTS) in told[-1]
    path = directory / "table"
    path.write_bytes(many(count, bad=False))
    process, grown = psutil.Process(), [0]
    before = process.memory_info().rss
    done = await importing.import_table(
        app, path, None, lambda share, lines: grown.append(process.memory_info().rss - before)
    )
    assert done.changed == count
    assert len(grown) > 3
    assert max(*grown, process.memory_info().rss - before) < most_bytes
    async with app.database.read() as connection:
        there = await connection.execute(select(func.count()).select_from(people))
        assert there.scalar_one() == count
    assert (await known(app, number_of(count - 1))).phone == phone_of(count - 1)


async def test_thousands_of_lines_come_in_whole_or_not_at_all(any_app: App, tmp_path: Path) -> None:
    await imports_many(any_app, tmp_path, 6000, 50_000_000)


@pytest.mark.soak
async def test_a_hundred_thousand_lines_come_in_whole_or_not_at_all_in_bounded_memory(
    any_app: App, tmp_path: Path
) -> None:
    await imports_many(any_app, tmp_path, 100_000, 150_000_000)


DAYS = st.dates(date(1960, 1, 1), date(2090, 1, 1))
MAYBE_DAYS = st.none() | DAYS
SOME_REASONS = st.lists(st.sampled_from(REASONS), unique=True, max_size=3).map(tuple)
NUMBERS = st.text("ABC0123456789-/", min_size=1, max_size=24)
RECORDS_DRAWN = st.builds(
    Record,
    id=NUMBERS,
    scheme=st.sampled_from(SCHEMES),
    state=st.sampled_from(STATES),
    since=DAYS,
    days=st.dictionaries(st.sampled_from(Begins), DAYS),
    told=MAYBE_DAYS,
    township=st.none() | st.sampled_from(["yitiaoshan", "luyang"]),
    members=st.none() | st.integers(1, 30),
    account=st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True),
    next_review=MAYBE_DAYS,
    certify_by=MAYBE_DAYS,
    missing=st.lists(st.sampled_from(["户口本", "银行卡 (本人)", "残疾证"]), unique=True).map(tuple),
    reasons=SOME_REASONS,
    case=st.none() | NUMBERS,
    letter=st.none() | NUMBERS,
    payments=st.just(()),
)
MONTHS = st.builds("{:04}-{:02}".format, st.integers(2000, 2090), st.integers(1, 12))
PAYMENTS_DRAWN = st.builds(
    Payment, MONTHS, st.integers(0, 99_999_999), st.sampled_from(PAYMENT_STATES), MAYBE_DAYS, SOME_REASONS
)
MANDATES_DRAWN = st.builds(
    Mandate, st.just("王五"), st.just(OTHER), st.just(phone_of(2)), st.sampled_from(MANDATE_KINDS), MAYBE_DAYS
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=RECORDS_DRAWN, payment=PAYMENTS_DRAWN, mandate=MANDATES_DRAWN, as_sheet=st.booleans())
async def test_what_is_written_into_a_table_is_what_is_read_from_it(
    app: App, tmp_path: Path, record: Record, payment: Payment, mandate: Mandate, as_sheet: bool
) -> None:
    columns = Columns(SPEECH, app.place, local_day(NOON))
    tables = [
        (RECORDS, record_line(ONE, record), (ONE, record)),
        (PAYMENTS, payment_line(ONE, record.id, payment), (ONE, record.id, payment)),
        (MANDATES, mandate_line(ONE, mandate), (ONE, mandate)),
    ]
    for heading, cells, entry in tables:
        path = tmp_path / "table"
        path.write_bytes(zipped(xlsx_of([heading, cells])) if as_sheet else csv_of(heading, cells))
        read = spreadsheets.look_at(path).lines(lambda share: None)
        reader = Reader(columns, next(read).cells, None)
        assert reader.read(next(read)) == entry
        assert next(read, None) is None
