"""What stands on the page of a case of its handling: who holds it, what was done, how danger stands, the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.clerks import introduced, office_of
from bot.desk_clocks import words_of
from bot.web.casework import worded
from flows.desk.clocks import Clock, Name
from flows.desk.rights import Clerk, Level
from flows.language.masking import masked
from flows.words import Words
from flows.world import World
from integrations.store import alerts, scores, staff, timeline
from integrations.store.cases import CLOSED, Case

SOON = 80
"""Per cent of its time after which a clock is shown as running out."""


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done about a case: when, by whom, what, and what was written with it."""

    at: datetime
    who: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Handled:
    """The handling of a case. ``holder`` is how its clerk is called; ``office`` whose it is to look at it."""

    office: str
    holder: str | None
    is_mine: bool
    is_alarmed: bool
    done: list[Done]
    score: int | None
    remark: str | None
    outcome: str | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A clock in words, with how it stands: running, soon (at 80 %), overdue, paused, met, void."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the queue: the row of the table, whose it is, who holds it, and what is due of it first."""

    case: Any
    office: str
    holder: str | None
    clock: Shown | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list on the page."""

    value: str
    label: str


def row_of(
    app: App, case: Any, clocks: Mapping[Name, Clock], people: dict[str, Clerk], world: World, language: str
) -> Row:
    """A case as the queue shows it. Of its clocks the one that is due first."""
    open_clocks = [clock for clock in clocks.values() if clock.is_open]
    first = min(open_clocks, key=lambda clock: (clock.due_at is None, clock.due_at or world.now), default=None)
    return Row(
        case=case,
        office=worded(app, office_of(Level(case.level), case.township, case.section, app.place), language),
        holder=people[case.holder].shown_as if case.holder in people else case.holder,
        clock=None if first is None else shown_clock(app, first, world, language),
    )


async def handled(
    app: App, connection: AsyncConnection, case: Case, who: Clerk, language: str, *, whole: bool
) -> Handled:
    """The handling of a case as it stands, for one of the staff."""
    names = {account.name: account for account in await staff.all_clerks(connection)}
    alert = await alerts.of(connection, case.number)
    score = await scores.of(connection, app.vault, case.number)
    entries = await timeline.of_case(connection, app.vault, case.number)
    is_closed = case.state == CLOSED
    done = [
        Done(
            each.at,
            _called(names, each.who, app, language),
            worded(app, Words(f"desk-done_{each.what}"), language),
            text,
        )
        for each in entries
        for text in ["\n".join(_told(app, each, language))]
    ]
    return Handled(
        office=worded(app, office_of(case.level, case.township, case.section, app.place), language),
        holder=None if case.holder is None else _called(names, case.holder, app, language),
        is_mine=case.holder == who.name,
        is_alarmed=alert is not None and alert.state == alerts.CALLING,
        done=done,
        score=None if score is None else score.score,
        remark=None if score is None or score.remark is None else score.remark if whole else masked(score.remark),
        closed_at=max((each.at for each in entries if each.what == "closed"), default=None) if is_closed else None,
        outcome=None if case.outcome is None else worded(app, Words(f"desk-outcome_{case.outcome}"), language),
    )


def canned(app: App, language: str) -> list[Choice]:
    """Answers that are often given, in the resident's language."""
    return [Choice(name.removeprefix("canned-"), text) for name, text in app.speech.texts("canned-", language).items()]


def _called(names: dict[str, Clerk], who: str, app: App, language: str) -> str:
    if who in (timeline.DESK, timeline.RESIDENT):
        return worded(app, Words(f"desk-by_{who}"), language)
    clerk = names.get(who)
    return who if clerk is None else worded(app, Words("handled-by_clerk", introduced(clerk, app.place)), language)


def _told(app: App, entry: timeline.Entry, language: str) -> Iterator[str]:
    content = entry.content or {}
    if entry.what == "passed_on":
        level = Level(content["level"])
        yield worded(app, office_of(level, content.get("township"), content.get("section"), app.place), language)
    if "levels" in content:
        levels = tuple(Words(f"desk-level_{level}") for level in content["levels"])
        yield worded(app, Words("verbatim", {"text": levels}), language)
    if "outcome" in content:
        yield worded(app, Words(f"desk-outcome_{content['outcome']}"), language)
    if "score" in content:
        yield worded(app, Words(f"aside-score.s{content['score']}"), language)
    if content.get("text"):
        yield str(content["text"])


def shown_clock(app: App, clock: Clock, world: World, language: str) -> Shown:
    """A clock as staff read it; the resident is told the same."""
    state = "overdue" if clock.is_overdue(world.now) else "soon" if clock.reached >= SOON else str(clock.state)
    return Shown(state, worded(app, words_of(clock, world, staff=True), language))
