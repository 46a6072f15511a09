"""Letters of authorisation (授权委托书) with their pages: sealed, found by number, case, conversation or code.

A letter changes as a whole: whoever has read it at a revision that has moved on collides, and the turn is tried again.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.assistance.signing import Letter, Page, Person
from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.tables import letter_pages, letters


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter as it is kept: with what stands on it (``text``), and the digest of every state it was in, the newest
    last, each with its instant."""

    letter: Letter
    text: Mapping[str, Any]
    digests: tuple[tuple[str, str], ...]


async def make(connection: AsyncConnection, vault: Vault, kept: Kept, now: datetime) -> None:
    """Writes a new letter down."""
    letter = kept.letter
    row = {
        "number": letter.number,
        "case_number": letter.case,
        "conversation": letter.conversation,
        "state": letter.state,
        "until": letter.until,
        "revision": 1,
        "sealed": _sealed(vault, kept),
        "made_at": letter.made_at,
        "updated_at": now,
    }
    await connection.execute(letters.insert(), row)
    for position, page in enumerate(letter.pages):
        await _add(connection, vault, letter, position, page, now)


async def change(connection: AsyncConnection, vault: Vault, was: Kept, kept: Kept, now: datetime) -> Kept:
    """Puts a letter in place of what it was when it was read. Raises Collision when it has changed since."""
    letter, old = kept.letter, {page.id: page for page in was.letter.pages}
    unmoved = (letters.c.number == letter.number, letters.c.revision == was.letter.revision)
    values = {"state": letter.state, "until": letter.until, "sealed": _sealed(vault, kept), "updated_at": now}
    moved = update(letters).where(*unmoved).values(revision=was.letter.revision + 1, **values)
    if (await connection.execute(moved)).rowcount != 1:
        raise Collision("the letter has changed meanwhile")
    for position, page in enumerate(letter.pages):
        if page.id not in old:
            await _add(connection, vault, letter, position, page, now)
        elif page != old[page.id]:
            own = update(letter_pages).where(letter_pages.c.id == page.id)
            await connection.execute(own.values(_values(vault, page, now)))
    return replace(kept, letter=replace(letter, revision=was.letter.revision + 1))


async def by_number(connection: AsyncConnection, vault: Vault, number: str) -> Kept | None:
    """A letter by its number."""
    return await _one(connection, vault, letters.c.number == number)


async def of_case(connection: AsyncConnection, vault: Vault, case: str) -> Kept | None:
    """The letter of an application that counts: the newest, and no replaced one."""
    order = (letters.c.state == "replaced", letters.c.made_at.desc())
    found = select(letters.c.number).where(letters.c.case_number == case).order_by(*order).limit(1)
    number = (await connection.execute(found)).scalar()
    return None if number is None else await by_number(connection, vault, number)


async def of_conversation(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Kept]:
    """The letters of a conversation, the newest first: those it asked for, and those with a page it signs."""
    signs = select(letter_pages.c.letter).where(letter_pages.c.conversation == conversation)
    mine = or_(letters.c.conversation == conversation, letters.c.number.in_(signs))
    chosen = select(letters.c.number).where(mine).order_by(letters.c.made_at.desc(), letters.c.number)
    found = [await by_number(connection, vault, row.number) for row in (await connection.execute(chosen)).all()]
    return [kept for kept in found if kept is not None]


async def by_code(
    connection: AsyncConnection, vault: Vault, code: str, conversation: str, now: datetime
) -> tuple[Kept, Page] | None:
    """The page of a code that is still to be signed; None for a code that never was, is over, or is another's."""
    nobodys = letter_pages.c.conversation.is_(None)
    own = or_(nobodys, letter_pages.c.conversation == conversation)
    chosen = (
        select(letter_pages.c.id, letter_pages.c.letter)
        .join(letters, letters.c.number == letter_pages.c.letter)
        .where(letter_pages.c.code == code_index(vault, code), letter_pages.c.state == "waiting", own)
        .where(letters.c.state == "open", letters.c.until > now)
    )
    row = (await connection.execute(chosen)).one_or_none()
    kept = None if row is None else await by_number(connection, vault, row.letter)
    page = None if kept is None or row is None else kept.letter.page(row.id)
    return None if kept is None or page is None else (kept, page)


def code_index(vault: Vault, code: str) -> bytes:
    """The blind index of a code."""
    return vault.index("letter-code", code)


async def _add(
    connection: AsyncConnection, vault: Vault, letter: Letter, position: int, page: Page, now: datetime
) -> None:
    own = {"id": page.id, "letter": letter.number, "position": position}
    await connection.execute(letter_pages.insert(), {**own, **_values(vault, page, now)})


async def _one(connection: AsyncConnection, vault: Vault, which: Any) -> Kept | None:
    row = (await connection.execute(select(letters).where(which))).one_or_none()
    if row is None:
        return None
    own = select(letter_pages).where(letter_pages.c.letter == row.number).order_by(letter_pages.c.position)
    pages = tuple(_page(vault, each) for each in (await connection.execute(own)).all())
    plain = vault.open_plain(row.sealed, f"letters:{row.number}")
    letter = Letter(
        number=row.number,
        case=row.case_number,
        conversation=row.conversation,
        state=row.state,
        until=row.until,
        made_at=row.made_at,
        pages=pages,
        revision=row.revision,
    )
    return Kept(letter, plain["text"], tuple((digest, at) for digest, at in plain["digests"]))


def _sealed(vault: Vault, kept: Kept) -> bytes:
    plain = {"text": kept.text, "digests": [list(each) for each in kept.digests]}
    return vault.seal_plain(plain, f"letters:{kept.letter.number}")


def _values(vault: Vault, page: Page, now: datetime) -> dict[str, Any]:
    plain = {
        "of": _person_to_plain(page.of),
        "by": None if page.by is None else _person_to_plain(page.by),
        "code": page.code,
        "signed_at": None if page.signed_at is None else page.signed_at.isoformat(),
        "how": page.how,
        "match": page.match,
        "id_number": page.id_number,
        "signature": None if page.signature is None else base64.b64encode(page.signature).decode("ascii"),
        "picture": page.picture,
        "before": page.before,
    }
    return {
        "state": page.state,
        "code": None if page.code is None else code_index(vault, page.code),
        "conversation": page.conversation,
        "sealed": vault.seal_plain(plain, f"letter_pages:{page.id}"),
        "updated_at": now,
    }


def _page(vault: Vault, row: Any) -> Page:
    plain = vault.open_plain(row.sealed, f"letter_pages:{row.id}")
    return Page(
        id=row.id,
        of=_person(plain["of"]),
        by=None if plain["by"] is None else _person(plain["by"]),
        state=row.state,
        code=plain["code"],
        conversation=row.conversation,
        signed_at=None if plain["signed_at"] is None else datetime.fromisoformat(plain["signed_at"]),
        how=plain["how"],
        match=plain["match"],
        id_number=plain["id_number"],
        signature=None if plain["signature"] is None else base64.b64decode(plain["signature"]),
        picture=plain["picture"],
        before=plain["before"],
    )


def _person_to_plain(person: Person) -> dict[str, Any]:
    return {"name": person.name, "id": person.id_number, "age": person.age, "relation": person.relation}


def _person(plain: Mapping[str, Any]) -> Person:
    return Person(name=plain["name"], id_number=plain["id"], age=plain["age"], relation=plain["relation"])
