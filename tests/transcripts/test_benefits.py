"""A tour of 我的救助待遇: every state, every reason, every kind of payment, every answer, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.app import App
from bot.speech import LANGUAGES
from flows.assistance.clocks import Begins
from flows.benefits.records import PAYMENT_STATES, REASONS, SCHEMES, STATES, Payment, Record
from flows.benefits.telling import WAYS
from flows.words import Reply, Words
from integrations.store.benefits import looks
from integrations.store.benefits.looks import Look
from integrations.store.benefits.register import person_of
from tests.benefiting import ACCOUNT, NAME, PAID, PHONE, a_record, proved, registered
from tests.talk import MAN, SPEECH, Talk
from tests.transcripts.walks import said

SCREEN = 420
"""Characters of one message on a screen of a telephone, with a large type."""
DAYS = {each: date(2026, 5, 6) for each in Begins}


def keys_in(words: Words) -> Iterator[str]:
    """The keys of a message and of everything in it."""
    yield words.key
    for value in words.args.values():
        for each in value if isinstance(value, tuple | list) else (value,):
            if isinstance(each, Words):
                yield from keys_in(each)


def read(replies: list[Reply]) -> str:
    """Everything in replies that is read, in every language."""
    return "\n".join(SPEECH.render(reply.words, language) for reply in replies for language in LANGUAGES)


async def begun(app: App, *records: Record, conversation: str = "c0") -> Talk:
    """Somebody has shown who they are, and asks."""
    await registered(app, *records)
    await proved(app, conversation, id_=conversation.ljust(24, "p"))
    talk = Talk(app, conversation)
    await said(talk, "我的救助待遇")
    return talk


def of_state(state: str, n: int) -> Record:
    """A record of a state with all that a register may know of it."""
    return a_record(
        f"R-{n}",
        state,
        scheme=SCHEMES[n % len(SCHEMES)] if n % 2 else "dibao",
        days=DAYS,
        told=date(2026, 5, 7),
        next_review=date(2026, 11, 2),
        certify_by=date(2026, 6, 30),
        missing=("户口簿", "诊断证明"),
        reasons=REASONS,
        payments=PAID,
    )


async def test_every_state_is_told_with_every_way_there_is_in_every_language(app: App) -> None:
    told, ways = set(), set()
    records = [of_state(state, n) for n, state in enumerate(STATES)]
    talk = await begun(app, *records)
    assert talk.keys[-1] == "benefits-record"
    assert len(talk.options) == len(STATES)
    for record in talk.options:
        await said(talk, f"={record}")
        for way in [each for each in talk.options if each in WAYS]:
            ways.add(way)
            assert talk.last is not None
            told |= {key for reply in talk.last.replies for key in keys_in(reply.words)}
            await said(talk, f"={way}")
            assert talk.keys == ["benefits-said", "benefits-told"]
            told |= {key for reply in talk.last.replies for key in keys_in(reply.words)}
            text = read(list(talk.last.replies))
            assert MAN not in text
            assert PHONE not in text
            for language in LANGUAGES[:2]:
                assert len(SPEECH.render(talk.last.replies[0].words, language)) <= SCREEN
            await said(talk, "=change:what")
        await said(talk, "=change:record")
    assert ways == set(WAYS)
    for kind, names in {"state": STATES, "meaning": STATES, "reason": set(REASONS) - {"other"}}.items():
        assert {f"benefits-{kind}.{each}" for each in names} <= told
    assert {"benefits-clock_line", "benefits-clock_publicity", "benefits-certify_by"} <= told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scheme_and_reason_and_payment_has_words(language: str) -> None:
    keys = [f"benefits-scheme.{each}" for each in SCHEMES] + [f"benefits-reason.{each}" for each in REASONS]
    keys += [f"benefits-paid_state.{each}" for each in PAYMENT_STATES]
    assert all(SPEECH.render(Words(key), language).strip() for key in keys)


MONEY: Mapping[str, tuple[tuple[Payment, ...], set[str]]] = {
    "paid": (PAID[:1], {"benefits-payment_on", "benefits-account"}),
    "paid_no_day": ((Payment("2026-05", 1, "paid"),), {"benefits-payment.paid"}),
    "returned": ((Payment("2026-05", 1, "returned"),), {"benefits-payment.returned", "benefits-was_returned"}),
    "due": ((Payment("2026-05", 1, "due"),), {"benefits-payment.due"}),
    "not_yet": (PAID[1:], {"benefits-no_payment", "benefits-before", "benefits-payment.returned"}),
    "none": ((), {"benefits-no_payment"}),
}


async def test_what_was_paid_this_month_is_said_first_and_nothing_is_promised_for_it(app: App) -> None:
    records = [a_record(name, payments=paid) for name, (paid, _) in MONEY.items()]
    talk = await begun(app, *records)
    found = {}
    for option in talk.options:
        await said(talk, f"={option}", "=paid")
        assert talk.last is not None
        keys = set(keys_in(talk.last.replies[0].words))
        found[option] = keys
        assert "benefits-bank_day" in keys
        await said(talk, "=change:record")
    for _, expected in MONEY.values():
        assert any(expected <= keys for keys in found.values())


async def test_why_the_amount_changed_is_the_difference_and_the_reason_on_record(app: App) -> None:
    talk = await begun(app, a_record(payments=PAID))
    await said(talk, "=changed")
    assert talk.last is not None
    keys = set(keys_in(talk.last.replies[0].words))
    assert {"benefits-than_before.less", "benefits-reason.income_up", "benefits-not_for_next"} <= keys
    text = SPEECH.render(talk.last.replies[0].words, "zh-Hans")
    assert "60 元" in text
    assert "2026-04" in text


async def test_where_no_reason_is_on_record_that_is_said_with_the_way_to_ask(app: App) -> None:
    stopped = a_record(state="stopped", reasons=("other",))
    talk = await begun(app, stopped)
    await said(talk, "=why")
    assert talk.last is not None
    assert {"benefits-reason_unknown", "benefits-in_writing"} <= set(keys_in(talk.last.replies[0].words))
    assert "benefits-passed_on" in await said(talk, "=change:what", "=ask", "=ask:luyang:DB-1")


async def test_how_to_disagree_counts_from_when_it_was_served_and_else_says_from_when(app: App) -> None:
    served = a_record("A", "stopped", told=date(2026, 5, 8), since=date(2026, 5, 8))
    long_ago = a_record("B", "not_confirmed", told=date(2025, 6, 2), since=date(2025, 6, 2))
    talk = await begun(app, served, long_ago, a_record("C", "paying"))
    ends = {"by": "benefits-counted_from", "over": "benefits-counted_from", "unknown": "benefits-counted_unknown"}
    seen: dict[str, bool] = {}
    for option in talk.options:
        await said(talk, f"={option}", "=disagree")
        assert talk.last is not None
        keys = set(keys_in(talk.last.replies[0].words))
        seen |= {end: counted in keys for end, counted in ends.items() if f"benefits-remedy_review.{end}" in keys}
        await said(talk, "=change:record")
    assert seen == {"by": True, "over": True, "unknown": True}


async def test_who_looked_is_told_by_what_they_are_and_why(app: App) -> None:
    talk = await begun(app, a_record(letter="SQ-1"))
    async with app.database.write() as connection:
        for n, who in enumerate(["proxy", "clerk:zhaosi", "desk"]):
            at = app.clock() - timedelta(minutes=n + 1)
            look = Look(f"l{n}", person_of(app.vault, MAN), at, who, "staff", "SQ-1" if n else None)
            await looks.add(connection, look)
    await said(talk, "=looked")
    assert talk.last is not None
    keys = set(keys_in(talk.last.replies[0].words))
    assert {f"benefits-looker.{each}" for each in ("self", "proxy", "staff", "desk")} <= keys
    assert "benefits-letter" in keys
    assert "zhaosi" not in read(list(talk.last.replies))


async def test_what_was_said_shows_the_tail_of_the_account_and_no_name(app: App) -> None:
    talk = await begun(app, replace(a_record(payments=PAID), account="6222000011114321"))
    await said(talk, "=paid")
    assert talk.last is not None
    text = read(list(talk.last.replies))
    assert ACCOUNT in text
    assert "14321" not in text
    assert NAME not in text
    assert not re.search(r"\d{9}", text)
