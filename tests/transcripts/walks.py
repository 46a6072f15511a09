"""Walks through a flow, for the tests that every route of its table is walked and every ending reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from sqlalchemy import insert, select, update

from bot.app import App, load_place
from bot.cards import Reader
from bot.speech import LANGUAGES
from flows import policy as policies
from flows.hours import at, days, slot_start
from flows.incoming import Photo
from flows.inputs.photo import PhotoFacts
from flows.language import Flow
from flows.words import Reply, Words
from flows.world import World
from integrations.calendar import ChinaCalendar
from integrations.case_systems.webhook import case_data
from integrations.store import bookings, cases, conversations
from integrations.store.cases import Case
from integrations.store.tables import slots
from tests.card_reader import show
from tests.talk import SPEECH, HandClock, Talk, an_app_that_reads

NOON = "2026-05-11T12:00"
"""A Monday, Asia/Shanghai."""


A_PHOTO = Photo("photo", PhotoFacts(1200, 1700, "JPEG", None, 400_000))


def instant(text: str) -> datetime:
    """An instant written as ``2026-05-11T12:00``, Asia/Shanghai."""
    return datetime.fromisoformat(f"{text}+08:00")


def world_at(now: str, place: str = "jingtai") -> World:
    """What a turn at that instant knows, with the calendar as published."""
    read = load_place(place)
    at_ = instant(now)
    return World(at_, at_.date(), policies.load(read.policies), ChinaCalendar(), read, SPEECH)


async def said(talk: Talk, *lines: str) -> list[str]:
    """Says the lines, one after the other; ``=value`` taps an option, ``=first`` the first there is, ``{photo}`` sends
    a picture. The message ids of all replies.

    A line ``{receipt}`` says the receipt number that was given last, ``{code}`` the code for the partner or for the
    first who has to sign; ``{card}`` shows an identity card.

    Every reply and option is put into every language on the way: a text or an argument that is missing is a fault.
    """
    keys: list[str] = []
    given = {"{receipt}": "", "{code}": ""}
    for line in lines:
        if line == "{card}":
            replies = await show(talk)
        elif line == "{photo}":
            replies = await talk.show(A_PHOTO)
        elif line.startswith("="):
            replies = await talk.tap(talk.options[0] if line == "=first" else line[1:])
        else:
            replies = await talk.say(given.get(line, line))
        for reply in replies:
            given["{receipt}"] = reply.receipt or given["{receipt}"]
            codes = reply.words.args.get("codes", ())
            given["{code}"] = reply.words.args.get("code") or next(iter(codes), given["{code}"])
            options = reply.asking.options if reply.asking is not None else ()
            for words in (reply.words, *(option.label for option in options), *(o.detail for o in options if o.detail)):
                assert all(SPEECH.render(words, language).strip() for language in LANGUAGES)
        keys += talk.keys
    return keys


async def walk_all(
    flow: Flow, walks: Mapping[str, tuple[str, Sequence[str]]], directory: Path, reader: Reader | None = None
) -> set[tuple[str, str]]:
    """Walks every walk, each at its instant on a desk of its own; the pairs of steps that followed each other.

    A walk is named after the ending it must reach, with anything after a dot. Whatever it files follows the schema of
    cases, so that no backend is ever sent what it cannot read.
    """
    walked: set[tuple[str, str]] = set()
    for number, (name, (now, lines)) in enumerate(walks.items()):
        async with an_app_that_reads(reader, directory / str(number), HandClock(instant(now))) as app:
            keys = await said(Talk(app), *lines)
            async with app.database.read() as connection:
                for receipt in await cases.of_conversation(connection, "c0"):
                    case = await cases.by_number(connection, app.vault, receipt)
                    assert case is not None
                    case_data(case)
        names = [key.removeprefix(f"{flow.name}-") for key in keys if key.startswith(f"{flow.name}-")]
        path = [each for each in names if each in flow.steps or each in flow.endings]
        assert path, (name, keys)
        assert path[-1] == name.partition(".")[0], (name, path)
        walked |= set(pairwise(path))
    return walked


def not_walked(flow: Flow, walked: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The routes of the table that no walk took."""
    return [(at, to) for at, _, to in flow.routes if (at, to) not in walked]


async def the_case(app: App, talk: Talk) -> Case:
    """The last case filed in a conversation."""
    async with app.database.read() as connection:
        numbers = await cases.of_conversation(connection, talk.conversation)
        found = await cases.by_number(connection, app.vault, numbers[-1])
    assert found is not None
    return found


async def the_log(app: App, talk: Talk) -> str:
    """Everything the log shows of a conversation that is opened again: what was said and what was replied."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, talk.conversation, last=100)
    lines = []
    for entry in entries:
        lines.append(talk.text(Reply(entry.said)) if isinstance(entry.said, Words) else str(entry.said))
        lines += [talk.text(reply) for reply in entry.replies]
    return "\n".join(lines)


async def fill(app: App, first: date, last: date, at_office: str = "marriage") -> None:
    """Takes every seat of an office on these days."""
    office = app.place.offices[at_office]
    starts = {at(day, start) for day in days(first, last) for start in office.starts(day, workday=True)}
    async with app.database.write() as connection:
        own = slots.c.office == office.id
        there = set((await connection.execute(select(slots.c.starts_at).where(own))).scalars())
        rows = [{"office": office.id, "starts_at": start, "taken": 0} for start in sorted(starts - there)]
        if rows:
            await connection.execute(insert(slots), rows)
        full = update(slots).where(own, slots.c.starts_at.in_(starts)).values(taken=office.capacity)
        await connection.execute(full)


async def seats_taken(app: App, slot: str) -> int:
    """How many seats of a slot, written ``2026-05-20T09:30``, are taken."""
    start = slot_start(slot)
    async with app.database.read() as connection:
        taken = await bookings.taken(connection, "marriage", start, start + timedelta(minutes=1))
    return taken.get(start, 0)
