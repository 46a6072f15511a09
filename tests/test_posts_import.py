"""Posts from a table: all of it or nothing, every fault by its line, the same table once."""

from __future__ import annotations

import pytest

from bot.app import App
from bot.volunteers.importing import COLUMNS, MOST_BYTES, import_posts
from flows.errors import SettingsFault
from flows.words import Words
from integrations.store.volunteers import activities
from tests.posts import ORGANISATION, set_up
from tests.talk import SPEECH

HEAD = ",".join(COLUMNS)
GOOD = (
    "助餐,社区助餐,为老服务,一条山镇,幸福社区,2026-05-13,09:00,12:00,10,照护;cooking,16,,是,给老人送饭,社区的小赵",
    "助餐,社区助餐,elder,,幸福社区,2026-05-14,20:00,00:30,10,,,夜里出门,yes,给老人送饭,社区的小赵",
)


def table(*lines: str) -> str:
    return "\n".join([HEAD, *lines]) + "\n"


def with_(column: str, value: str) -> str:
    """The first line with another value in a column."""
    fields = GOOD[0].split(",")
    fields[COLUMNS.index(column)] = value
    return ",".join(fields)


async def imported(app: App, text: str, encoding: str = "utf-8") -> tuple[int, int]:
    done = await import_posts(app, text.encode(encoding), ORGANISATION.name)
    return done.new, done.known


async def test_a_table_is_published_once_however_it_is_saved(app: App) -> None:
    async with app.database.write() as connection:
        await set_up(connection, app.vault)
    text = table(*GOOD).replace("一条山镇", SPEECH.render(Words("township-yitiaoshan"), "zh-Hans"))
    assert await imported(app, text) == (2, 0)
    for encoding in ("utf-8-sig", "gb18030"):
        assert await imported(app, text.replace("\n", "\r\n"), encoding) == (0, 2)
    async with app.database.read() as connection:
        first, second = await activities.of_organisation(connection, app.vault, ORGANISATION.id, app.clock())
    assert (first.township, first.skills, first.youngest) == ("yitiaoshan", ("care", "cooking"), 16)
    assert (first.risk, first.insured, second.risk, second.danger) == ("none", True, "some", "夜里出门")
    assert first.project == second.project
    assert (second.ends_at - second.starts_at).total_seconds() == 4.5 * 3600


FAULTS = {
    "kind": "养花",
    "township": "nowhere",
    "day": "5月13日",
    "from": "9点",
    "to": "08:00",
    "seats": "0",
    "skills": "care;flying",
    "youngest": "-3",
    "insured": "maybe",
    "title": "长" * 41,
    "ask": "",
}


async def test_every_fault_is_named_by_its_line_and_nothing_is_published(app: App) -> None:
    async with app.database.write() as connection:
        await set_up(connection, app.vault)
    good = table(*GOOD).replace("一条山镇", "yitiaoshan")
    bad = [with_(column, value).replace("一条山镇", "yitiaoshan") for column, value in FAULTS.items()]
    bad.append(with_("risk", "要上梯子").replace("是,给", "no,给").replace("一条山镇", "yitiaoshan"))
    bad.append(with_("day", "2025-05-13").replace("一条山镇", "yitiaoshan"))
    bad += [GOOD[1], "one,two"]
    with pytest.raises(SettingsFault) as raised:
        await imported(app, good + "\n".join(bad))
    named = [line.partition(":")[0] for line in str(raised.value).splitlines()]
    assert named == [f"line {n}" for n in range(4, 4 + len(bad))]
    for column, line in zip(FAULTS, str(raised.value).splitlines(), strict=False):
        assert column in line or column == "to"
    async with app.database.read() as connection:
        assert await activities.listed(connection, app.vault, app.clock()) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\n",
        HEAD.encode(),
        b"\xff\xff\xff",
        table('"open').encode(),
        (HEAD + "\n" + "x" * MOST_BYTES).encode(),
        table(*(GOOD[1] for _ in range(3))).encode(),
    ],
)
async def test_what_is_no_such_table_is_refused_as_a_whole(app: App, data: bytes) -> None:
    async with app.database.write() as connection:
        await set_up(connection, app.vault)
    with pytest.raises(SettingsFault):
        await import_posts(app, data, ORGANISATION.name)


async def test_an_organisation_that_is_not_there_publishes_nothing(app: App) -> None:
    with pytest.raises(SettingsFault, match="there is no organisation"):
        await imported(app, table(GOOD[1]))
