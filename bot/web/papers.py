"""What stands beside the answers of a case on its page: its letter of authorisation, its pictures, its deadlines."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.acceptance import accepted_on, can_be_accepted, deadline_words
from bot.app import App
from bot.checking import can_be_checked, checked
from bot.letter_papers import stage_words
from bot.web.casework import worded
from flows.assistance.signing import ALIVE, TO_CHECK
from flows.words import Words
from flows.world import World
from integrations.store import letters, uploads
from integrations.store.cases import Case


@dataclass(frozen=True, slots=True)
class PageShown:
    """A page of a letter as the case's page shows it. ``to_check``: it waits to be looked at; ``before``: its signer
    had refused or withdrawn."""

    id: str
    words: str
    matched: str
    picture: str | None
    to_check: bool
    before: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything of an application besides its answers."""

    letter: str | None
    state: str
    is_open: bool
    until: str
    can_be_checked: bool
    can_be_withdrawn: bool
    checked: str | None
    pages: list[PageShown]
    pictures: list[str]
    accepted: str | None
    can_be_accepted: bool
    deadlines: list[str]


async def papers_of(app: App, connection: AsyncConnection, case: Case, world: World, language: str) -> Papers:
    """What stands beside the answers of a case."""
    kept = await letters.of_case(connection, app.vault, case.number)
    day = accepted_on(case)
    asked = None if kept is None else checked(case, kept.letter.number)
    pages = () if kept is None else kept.letter.pages
    of_pages = {page.picture for page in pages}
    pictures = await uploads.ids_of_case(connection, case.number)

    def put(words: Words) -> str:
        return worded(app, words, language)

    return Papers(
        letter=None if kept is None else kept.letter.number,
        state="" if kept is None else put(Words(f"letters-state.{kept.letter.state}")),
        is_open=kept is not None and kept.letter.state == "open",
        until="" if kept is None else put(Words("verbatim", {"text": kept.letter.until})),
        can_be_checked=kept is not None and can_be_checked(case, kept.letter),
        can_be_withdrawn=kept is not None and kept.letter.state in ALIVE,
        checked=None if asked is None else put(Words("verbatim", {"text": asked})),
        pages=[
            PageShown(
                id=page.id,
                words=put(stage_words(page)),
                matched="" if page.match is None else put(Words(f"letters-match.{page.match}")),
                picture=page.picture,
                to_check=page.state in TO_CHECK,
                before="" if page.before is None else put(Words(f"letters-before.{page.before}")),
            )
            for page in pages
        ],
        pictures=[picture for picture in pictures if picture not in of_pages],
        accepted=None if day is None else put(Words("verbatim", {"text": day})),
        can_be_accepted=can_be_accepted(case),
        deadlines=[] if day is None else [put(words) for words in deadline_words(case, world, day)],
    )
