"""``python -m bot volunteers``: organisations and their people in charge. A code is shown once, on the terminal."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from bot.accounts import OPERATOR
from bot.commands import run
from flows.errors import SettingsFault
from flows.inputs.code import shown_code

if TYPE_CHECKING:  # what takes long to load is loaded by the command that needs it
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.app import App

ID_BYTES = 12

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Volunteers: organisations, people in charge.")

ATownship = Annotated[str | None, typer.Option(help="where it is; without one it is of the whole county")]


@cli.command()
def organisation(name: Annotated[str, typer.Argument(help="its name")], township: ATownship = None) -> None:
    """Add an organisation that organises and records volunteer service; prints its id."""
    run(_organisation(name, township))


@cli.command()
def organiser(
    organisation: Annotated[str, typer.Argument(help="the name of the organisation")],
    name: Annotated[str, typer.Argument(help="who is in charge")],
) -> None:
    """Put somebody in charge; prints once the code with which they link their chat, good for seven days."""
    run(_organiser(organisation, name))


@cli.command()
def organisations() -> None:
    """List the organisations, each with its people in charge: id, state (invited, linked). No names are shown."""
    run(_organisations())


@cli.command()
def remove(organiser: Annotated[str, typer.Argument(help="the id of the person in charge")]) -> None:
    """Somebody speaks for an organisation no more; a code that was not used works no more."""
    run(_remove(organiser))


@cli.command()
def close(organisation: Annotated[str, typer.Argument(help="the name of the organisation")]) -> None:
    """Nothing new is recorded for an organisation any more; what it has recorded stands."""
    run(_close(organisation))


async def _organisation(said: str, township: str | None) -> None:
    from bot.volunteers import appointing

    name, id_ = appointing.name_of(said), secrets.token_hex(ID_BYTES)
    if name is None:
        raise SettingsFault(f"the name needs 1 to {appointing.LONGEST_NAME} characters")
    async with _opened() as app:
        if township is not None and township not in app.place.townships:
            raise SettingsFault(f"{township} is not a township of {app.place.id}")

        async def carry_out(connection: AsyncConnection) -> bool:
            return await appointing.make(connection, id_, name, township, app.clock())

        await _audited(app, "organisation added", id_, carry_out, f"there is an organisation {name} already")
    typer.echo(id_)


async def _organiser(organisation: str, said: str) -> None:
    from bot.volunteers import appointing
    from integrations.store.volunteers import organisations as store

    name, id_ = appointing.name_of(said), secrets.token_hex(ID_BYTES)
    if name is None:
        raise SettingsFault(f"the name needs 1 to {appointing.LONGEST_NAME} characters")
    async with _opened() as app:
        code = app.numbers.code()

        async def carry_out(connection: AsyncConnection) -> bool:
            found = await store.by_name(connection, organisation)
            return found is not None and await appointing.appoint(connection, app, id_, found.id, name, code)

        await _audited(app, "organiser added", id_, carry_out, f"there is no active organisation {organisation}")
    typer.echo(f"{id_}\nShown this once, good for {appointing.CODE_DAYS} days: {shown_code(code)}")


async def _organisations() -> None:
    from integrations.store.volunteers import organisations as store

    async with _opened() as app, app.database.read() as connection:
        for each in await store.listed(connection):
            typer.echo("  ".join([each.id, each.name, *([each.township] if each.township else [])]))
            for one in await store.all_of(connection, app.vault, each.id):
                typer.echo(f"    {one.id}  {one.state}")


async def _close(name: str) -> None:
    from integrations.store.volunteers import organisations as store

    async with _opened() as app:
        async with app.database.read() as connection:
            found = await store.by_name(connection, name)
        id_ = "" if found is None else found.id

        async def carry_out(connection: AsyncConnection) -> bool:
            return await store.close(connection, id_)

        await _audited(app, "organisation closed", id_, carry_out, f"there is no open organisation {name}")


async def _remove(organiser: str) -> None:
    from integrations.store.volunteers import organisations as store

    async with _opened() as app:

        async def carry_out(connection: AsyncConnection) -> bool:
            return await store.remove(connection, app.vault, organiser, app.clock())

        sentence = f"there is nobody in charge with the id {organiser}, or they are no more"
        await _audited(app, "organiser removed", organiser, carry_out, sentence)


def _opened() -> AbstractAsyncContextManager[App]:
    from bot.app import open_app
    from bot.settings import load_settings

    return open_app(load_settings())


async def _audited(
    app: App, what: str, subject: str, change: Callable[[AsyncConnection], Awaitable[bool]], otherwise: str
) -> None:
    """A change with its entry in the audit log. Raises SettingsFault when there was nothing to change."""
    from bot.auditing import audited

    if not await audited(app.database, app.clock, OPERATOR, what, subject, change):
        raise SettingsFault(otherwise)
