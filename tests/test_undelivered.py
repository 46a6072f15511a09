"""What bots have given up is counted where somebody sees it: in the metrics, and at the desk of the county."""

from __future__ import annotations

import re

import httpx

from bot.app import App
from bot.logs import ALLOWED
from flows.desk.rights import Level, Role
from integrations.store import chats, outgoing
from integrations.store.chats import RESIDENTS, STAFF, Address
from integrations.store.outgoing import Lease
from tests.desk import desk_of
from tests.test_desk_rights import signed_in

SAID = "a made-up message"


async def given_up(app: App) -> None:
    """One message to a resident, two to a group, and one to a clerk that was sent, in the end none of them open."""
    now = app.clock()
    async with app.database.write() as connection:
        resident = await chats.meet(connection, app.vault, RESIDENTS, Address(1), "c0", now)
        group = await chats.meet(connection, app.vault, STAFF, Address(-2), None, now)
        await chats.make_group(connection, app.vault, group.id, "luyang", Address(-2), now)
        for key, chat in (("a", resident), ("b", group), ("c", group)):
            what = {"do": "send", "text": SAID, "rows": []}
            await outgoing.put(connection, app.vault, bot=chat.bot, chat=chat.id, key=key, what=what, now=now)
            lease = await outgoing.take_lease(connection, chat.bot, "a process", now)
            assert isinstance(lease, Lease)
            (row,) = await outgoing.open_of(connection, app.vault, chat.id)
            await outgoing.give_up(connection, lease, row, "refused", now)


async def test_the_metrics_count_the_messages_of_bots_by_state(app: App, client: httpx.AsyncClient) -> None:
    await given_up(app)
    shown = (await client.get("/metrics")).text
    assert 'yizheng_outgoing_rows{bot="residents",state="dead"} 1.0' in shown
    assert 'yizheng_outgoing_rows{bot="staff",state="dead"} 2.0' in shown
    assert SAID not in shown


async def test_who_leads_the_county_sees_how_many_were_given_up_and_a_township_does_not(any_app: App) -> None:
    await given_up(any_app)
    for level, seen in ((Level.COUNTY, ["1", "2"]), (Level.TOWNSHIP, [])):
        async with desk_of(any_app) as desk:
            await signed_in(any_app, desk, Role.LEAD, level)
            page = await desk.read("/desk/deliveries")
            assert re.findall(r"<li>[^<]*<strong>(\d+)</strong></li>", page) == seen
            assert SAID not in page
            assert ('href="/desk/deliveries"' in await desk.read("/desk")) is bool(seen)


def test_a_line_of_the_log_may_say_which_bot() -> None:
    assert "bot" in ALLOWED
