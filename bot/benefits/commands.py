"""``python -m bot benefits``: the register of benefits (救助待遇) that the desk keeps itself."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.accounts import OPERATOR
from bot.commands import run
from flows.errors import NotUnderstood, SettingsFault
from integrations.store.benefits.imports import KINDS, Kind

if TYPE_CHECKING:  # what takes long to load is loaded by the command that needs it
    from collections.abc import Iterator

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.benefits.importing import Told

LAST = 10
SECONDS_BETWEEN_LINES = 5.0

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="The register of benefits: import, status.")

AFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="a table: CSV or XLSX")]
AKind = Annotated[str | None, typer.Option(help=f"what it is of, if its heading leaves it open: {', '.join(KINDS)}")]


@cli.command("import")
def import_(file: AFile, kind: AKind = None) -> None:
    """Import a table of people, records, payments or mandates: all of it, or nothing where a line is wrong."""
    wanted: Kind | None = next((each for each in KINDS if each == kind), None)
    if kind is not None and wanted is None:
        raise typer.BadParameter(f"must be one of {', '.join(KINDS)}", param_hint="--kind")
    run(_import(file, wanted))


@cli.command()
def status() -> None:
    """How many rows of each kind there are, and the last imports."""
    run(_status())


@cli.command()
def remove() -> None:
    """Take out somebody who moved away, with everything; the ID number is read from the first line of standard
    input."""
    run(_remove(sys.stdin.readline()))


async def _import(file: Path, wanted: Kind | None) -> None:
    from bot.app import open_app
    from bot.benefits.importing import import_table
    from bot.settings import load_settings
    from flows.hours import SHANGHAI

    async with open_app(load_settings()) as app:
        with _progress() as told:
            done = await import_table(app, file, wanted, told)
    if done.before is not None:
        at = f"{done.before.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        typer.echo(f"{done.kind}: this file was imported on {at}; nothing was changed")
    else:
        typer.echo(f"{done.kind}: {done.rows} rows, {done.changed} of them new or changed")


async def _status() -> None:
    from bot.app import open_app
    from bot.settings import load_settings
    from flows.hours import SHANGHAI
    from integrations.store.benefits import imports

    async with open_app(load_settings()) as app, app.database.read() as connection:
        counts, last = await imports.counts(connection), await imports.newest(connection, LAST)
    for kind, count in counts.items():
        typer.echo(f"{kind}: {count}")
    for one in last:
        at = f"{one.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        typer.echo(f"{at}  {one.kind}  {one.rows} rows  {one.by}  {one.digest.hex()[:12]}")


async def _remove(said: str) -> None:
    from bot.app import open_app
    from bot.auditing import audited
    from bot.clock import local_day
    from bot.settings import load_settings
    from flows.inputs.id_number import read_id_number
    from integrations.store.benefits import register

    async with open_app(load_settings()) as app:
        try:
            person = register.person_of(app.vault, read_id_number(said, local_day(app.clock())))
        except NotUnderstood as fault:
            raise SettingsFault("standard input must begin with an ID number that can be right") from fault

        async def carry_out(connection: AsyncConnection) -> bool:
            return await register.remove(connection, person)

        who, what, whom = OPERATOR, "benefits person removed", person.hex()[:24]
        if not await audited(app.database, app.clock, who, what, whom, carry_out):
            raise SettingsFault("there is nobody of this number in the register")
    typer.echo("removed")


@contextmanager
def _progress() -> Iterator[Told]:
    """A bar on a terminal, a line now and then elsewhere; on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_lines()
        return
    columns = (TextColumn("{task.fields[lines]} lines"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0, lines=0)
        yield lambda share, lines: bar.update(task, completed=share, lines=lines)


def _plain_lines() -> Told:
    last = time.monotonic()

    def told(share: float, lines: int) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            typer.echo(f"{lines} lines, {share:.0%}", err=True)

    return told
