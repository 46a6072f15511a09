"""我的时长 and 开志愿服务证明, walked by their tables and against what the ledger says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bot.app import App
from flows.discretion import without_private
from flows.language import Flow
from flows.volunteers.my_hours_flow import FLOW as MY_HOURS
from flows.volunteers.service_certificate_flow import FLOW as CERTIFICATE
from flows.words import Reply, Words
from integrations.store.volunteers import certificates, registry
from tests.talk import SPEECH, HandClock, Talk, an_app
from tests.transcripts.walks import not_walked, said
from tests.volunteering import HELPERS, NAMES, NUMBER, OTHERS, SECRET, Service, issued

THIS_MONTH, BEFORE, LONG_AGO = date(2026, 5, 3), date(2026, 3, 7), date(2024, 8, 1)
ISSUED = ["开志愿服务证明", f"={HELPERS}", "=all", "=first"]


async def a_service(app: App, conversation: str = "c0") -> Service:
    """Service of every sort."""
    service = await Service.begin(app, conversation)
    await service.served(LONG_AGO, 45)
    await service.served(BEFORE, 90)
    await service.served(BEFORE, 30, OTHERS)
    await service.served(THIS_MONTH, 125)
    await service.served(THIS_MONTH, 60, training=True, confirmed=True)
    await service.served(date(2026, 5, 4), 20, confirmed=False)
    return service


def names(flow: Flow, keys: Sequence[str]) -> list[str]:
    """The steps and endings among message ids."""
    found = [key.removeprefix(f"{flow.name}-") for key in keys if key.startswith(f"{flow.name}-")]
    return [name for name in found if name in flow.steps or name in flow.endings]


def told(talk: Talk, key: str) -> Words:
    """What a message of the last replies says."""
    assert talk.last is not None
    return next(reply.words for reply in talk.last.replies if reply.words.key == key)


async def walks(app: App, flow: Flow, ways: dict[str, list[str]]) -> set[tuple[str, str]]:
    """Walks every way, each in a conversation that begins anew with the same volunteer."""
    walked: set[tuple[str, str]] = set()
    for name, lines in ways.items():
        path = names(flow, await said(Talk(app, "c0", _ids=(f"{name}{n}" for n in range(40))), *lines))  # type: ignore[arg-type]
        assert path[-1] == name.partition(".")[0], (name, path)
        walked |= set(pairwise(path))
    return walked


async def test_every_route_of_my_hours_is_walked(app: App) -> None:
    await a_service(app)
    child = await Service.begin(app, "c0", "JTV-2", "张小", "62042319930707004X")
    await child.served(THIS_MONTH, 10)
    begin = ["我的时长", f"={NUMBER}"]
    await said(Talk(app, "c0"), "开志愿服务证明", f"={NUMBER}", f"={HELPERS}", "=all", "=first")
    ways = {
        "nothing": [*begin, "=none"],
        "nothing.of_a_year": [*begin, "=2024", "=none"],
        "nothing.of_an_entry": [*begin, "=2024", "=2024-08", "=none"],
        "nothing.done": [*begin, "=2026-05", "=first", "=none"],
        "nothing.withdrawn": [*begin, "=2026-05", "=first", "=withdraw", "=no"],
        "nothing.said": [*begin, "=2026-05", "=first", "=wrong", "=decline"],
        "nothing.looked_at": [*begin, "=certificates", "=none"],
        "shown_again": [*begin, "=certificates", "=first"],
        "withdrawn": [*begin, "=2026-05", "=first", "=withdraw", "=yes"],
        "disputed": [*begin, "=2024", "=2024-08", "=first", "=wrong", "=agree", "是九点到十一点"],
        "shown_again.revoked": [*begin, "=certificates", "=first"],
    }
    walked = await walks(app, MY_HOURS, ways)
    assert not_walked(MY_HOURS, walked) == []
    assert {name.partition(".")[0] for name in ways} == set(MY_HOURS.endings)
    assert [state for _, state in await issued(app)] == ["revoked"]


async def test_every_route_of_a_certificate_is_walked(app: App) -> None:
    await a_service(app)
    child = await Service.begin(app, "c0", "JTV-2", "张小", "62042319930707004X")
    await child.served(THIS_MONTH, 10)
    begin = ["开志愿服务证明", f"={NUMBER}"]
    ways = {
        "issued": [*begin, f"={HELPERS}", "=all", "=first"],
        "issued.of_days": [*begin, f"={HELPERS}", "=from_to", "2026-03-01", "2026-03-31", "=first"],
        "issued.of_other_days": [*begin, f"={OTHERS}", "=this_year", "=other_days", "=last_year", "=first"],
        "not_issued": [*begin, "=none"],
        "not_issued.after_all": [*begin, f"={HELPERS}", "=all", "=none"],
    }
    walked = await walks(app, CERTIFICATE, ways)
    assert not_walked(CERTIFICATE, walked) == []
    assert {name.partition(".")[0] for name in ways} == set(CERTIFICATE.endings)
    assert len(await issued(app)) == 3


async def test_days_that_cannot_be_are_asked_again(app: App) -> None:
    await a_service(app)
    talk = Talk(app)
    keys = await said(talk, "开志愿服务证明", f"={HELPERS}", "=from_to", "2026-06-01", "2026-04-01", "2026-03-01")
    assert "service_certificate-to_come" in keys
    assert "service_certificate-before_first" in keys
    await said(talk, "2026-04-30")
    assert "service_certificate-no_hours_then" in talk.keys
    assert talk.options == ["other_days", "none"]


async def test_who_is_no_volunteer_or_has_nothing_confirmed_is_told_so(app: App) -> None:
    talk = Talk(app)
    await said(talk, "我的时长")
    assert talk.keys[-1] == "my_hours-no_volunteer"
    other = Talk(app, "c1")
    service = await Service.begin(app, "c1")
    await service.served(THIS_MONTH, 30, confirmed=False)
    await service.served(BEFORE, 30, training=True)
    await said(other, "开志愿服务证明")
    assert "service_certificate-no_hours" in other.keys
    assert other.options == ["none"]


async def test_what_it_adds_up_to_is_told_with_what_waits_and_training_apart(app: App) -> None:
    await a_service(app)
    talk = Talk(app)
    await said(talk, "我的时长")
    lines = told(talk, "my_hours-shown").args["lines"]
    sums = [(line.key, line.args["length"].args) for line in lines if line.key.startswith("my_hours-sum")]
    assert sums == [
        ("my_hours-sum.total", {"hours": 4, "minutes": 50}),
        ("my_hours-sum.organisation", {"hours": 0, "minutes": 30}),
        ("my_hours-sum.organisation", {"hours": 4, "minutes": 20}),
        ("my_hours-sum.waiting", {"hours": 0, "minutes": 20}),
        ("my_hours-sum.training", {"hours": 1, "minutes": 0}),
    ]
    chart = [(line.args["month"], line.args.get("bar", "")) for line in lines if "month" in line.args]
    assert chart == [("2026-03", "███████"), ("2026-04", ""), ("2026-05", "████████")]
    assert talk.options == ["2026-05", "2026-03", "2024", "none"]


@pytest.mark.parametrize("change", ["withdrawn", "added"])
async def test_a_certificate_is_not_issued_when_the_record_has_changed_since_it_was_shown(
    app: App, change: str
) -> None:
    service = await a_service(app)
    talk = Talk(app)
    await said(talk, *ISSUED[:-1])
    shown = talk.options[0]
    if change == "withdrawn":
        await service.withdraw((await service.entries())[0].id)
    else:
        await service.served(date(2026, 4, 1), 15)
    await said(talk, f"={shown}")
    assert await issued(app) == []
    assert talk.options[0] != shown
    await said(talk, "=first")
    assert len(await issued(app)) == 1


async def test_an_entry_withdrawn_after_the_look_up_is_on_no_certificate(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = await a_service(app)
    talk = Talk(app)
    await said(talk, *ISSUED[:-1])
    held = certificates.held
    tries = 0

    async def meanwhile(connection: object, *args: object) -> object:
        nonlocal tries
        found = await held(connection, *args)  # type: ignore[arg-type]
        tries += 1
        return found[1:] if tries == 1 else found  # as if one had been withdrawn before it was held

    monkeypatch.setattr(certificates, "held", meanwhile)
    await talk.tap(talk.options[0])
    assert "service_certificate-changed" in talk.keys
    assert await issued(app) == []
    assert len(await service.entries()) == 6


async def test_what_an_entry_says_in_words_and_what_others_recorded_is_not_certified(app: App) -> None:
    service = await a_service(app)
    talk = Talk(app)
    await said(talk, *ISSUED)
    ((number, _),) = await issued(app)
    async with app.database.read() as connection:
        kept = await certificates.by_number(connection, app.vault, number)
    assert kept is not None
    assert kept.said is not None
    own = [each for each in await service.entries() if each.counts and each.organisation == HELPERS]
    assert [(line.day, line.minutes) for line in kept.said.lines] == [(each.day, each.minutes) for each in own]
    assert kept.minutes == sum(each.minutes for each in own) == 260
    assert kept.said.organisation == NAMES[HELPERS]
    assert SECRET not in repr(kept.said)


async def test_entries_of_others_cannot_be_touched(app: App) -> None:
    service = await a_service(app, "theirs")
    await Service.begin(app, "c0", "JTV-2", "李四", "62042319930707004X")
    talk = Talk(app)
    await said(talk, "我的时长")
    assert talk.options == ["none"]
    before = await service.entries()
    await said(talk, "=2026-05", f"={before[-1].id}", "=withdraw", "=yes")
    assert await service.entries() == before


async def test_the_same_run_has_the_same_certificate(tmp_path: Path, database_url: str) -> None:
    async with an_app(tmp_path, HandClock(), database_url=database_url) as app:
        await a_service(app)
        talk = Talk(app)
        await said(talk, *ISSUED[:-1])
        value = talk.options[0]
        await talk.tap(value, id="once")
        first = told(talk, "service_certificate-issued").args["certificate"]
        await talk.tap(value, id="once")
        assert told(talk, "service_certificate-issued").args["certificate"] == first
        assert await issued(app) == [(first, "valid")]


async def test_who_has_left_sees_disputes_and_has_certified_what_they_served_and_serves_no_more(app: App) -> None:
    await a_service(app)
    other = await Service.begin(app, "c1", "JTV-2", "李四", "62042319930707004X")
    for conversation in ("c0", "c1"):
        await said(Talk(app, conversation), "我的志愿者信息", "=leave", "=yes")
    async with app.database.read() as connection:
        for number in (NUMBER, other.number):
            left = await registry.by_number(connection, app.vault, number)
            assert left is not None
            assert left.state == "left"
    talk = Talk(app, "c0", _ids=(f"left{n}" for n in range(60)))  # type: ignore[arg-type]
    keys = await said(talk, *ISSUED)
    assert "service_certificate-issued" in keys
    assert len(await issued(app)) == 1
    keys = await said(talk, "我的时长", "=2024", "=2024-08", "=first", "=wrong", "=agree", "是九点到十一点")
    assert "my_hours-disputed" in keys
    assert "dispute-entry" in await said(talk, "时长有异议")
    assert len(talk.options) > 1
    await said(talk, "取消")
    for service in ("记时长", "志愿活动"):
        await said(talk, service)
        assert "service:volunteer" in talk.options, service
        await said(talk, "取消")
    # The control: who has left and has served nothing has nothing to see.
    for service in ("我的时长", "开志愿服务证明"):
        nobody = Talk(app, "c1", _ids=(f"{service}{n}" for n in range(9)))  # type: ignore[arg-type]
        await said(nobody, service)
        assert "service:volunteer" in nobody.options


async def test_what_an_entry_says_is_not_shown_where_nothing_personal_may_be(app: App) -> None:
    await a_service(app)
    talk = Talk(app)
    await said(talk, "我的时长", "=2026-05", "=first")
    shown = told(talk, "my_hours-entry_shown")
    assert SECRET in SPEECH.render(shown, "zh-Hans")
    assert SECRET not in SPEECH.render(without_private(Reply(shown)).words, "zh-Hans")
