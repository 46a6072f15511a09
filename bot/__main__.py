"""``python -m bot``: serve, chat, worker, check, verify, diagram, import, staff, volunteers, benefits, wechat,
calendar, keys, settings."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import accounts
from bot.benefits import commands as benefits
from bot.commands import fail, run, told
from bot.volunteers import commands as volunteers
from bot.wechat import commands as wechat

cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
cli.add_typer(accounts.cli, name="staff")
cli.add_typer(wechat.cli, name="wechat")
cli.add_typer(volunteers.cli, name="volunteers")
cli.add_typer(benefits.cli, name="benefits")


@cli.command()
def serve() -> None:
    """Serve the web chat, its API and the desk, and do the work that is due."""
    run(_serve())


@cli.command()
def chat() -> None:
    """Talk on the terminal; reads standard input when that is no terminal."""
    run(_chat())


@cli.command()
def worker() -> None:
    """Only do the work that is due."""
    run(_worker())


@cli.command()
def check() -> None:
    """Check flows, locales, policy, place and settings; silent when all is well."""
    from bot.app import load_place
    from bot.benefits.registers import register_outside
    from bot.bots import check_settings
    from bot.check import faults
    from bot.clock import local_day, real_clock
    from bot.lookups import LOOKUPS
    from bot.settings import load_settings
    from bot.speech import Speech

    def look() -> list[str]:
        from flows.catalogue import FLOWS

        settings = load_settings()
        place = load_place(settings.place)
        check_settings(settings, place)
        register_outside(settings)
        return list(faults(FLOWS, Speech(FLOWS), place, LOOKUPS, local_day(real_clock())))

    found = told(look)
    for fault in found:
        typer.echo(fault, err=True)
    raise typer.Exit(1 if found else 0)


@cli.command()
def verify() -> None:
    """Check the audit log and the ledger of service time, and that seats, bookings and certificates agree with them;
    silent when all is well."""
    run(_verify())


@cli.command()
def diagram(flow: Annotated[str, typer.Argument(help="a service, such as marriage")]) -> None:
    """Print a flow as a Mermaid flowchart."""
    from flows.catalogue import FLOWS

    if flow not in FLOWS:
        fail(f"there is no flow {flow}; there are {', '.join(FLOWS)}")
    typer.echo(FLOWS[flow].diagram())


@cli.command("import")
def import_(file: Annotated[Path, typer.Argument(help="CSV with township,code,name")]) -> None:
    """Import the villages and communities of the place; all or nothing."""
    run(_import(file))


@cli.command()
def posts(
    file: Annotated[Path, typer.Argument(help="CSV with one post of volunteer service a line")],
    organisation: Annotated[str, typer.Option(help="the organisation they are of, by its name")],
) -> None:
    """Publish posts of volunteer service from a table; all or nothing, and the same ones only once."""
    run(_posts(file, organisation))


@cli.command()
def calendar(
    day: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="the day, such as 2027-02-05")],
    what: Annotated[str, typer.Argument(help="work, off, or published (as the calendar's library has it)")],
    note: Annotated[str, typer.Option(help="why, for the records")] = "",
) -> None:
    """Make a day a working day or a day off; who has an appointment on it is told."""
    if what not in ("work", "off", "published"):
        fail("a day is work, off or published")
    run(_calendar(day.date(), {"work": True, "off": False}.get(what), note))


@cli.command()
def keys() -> None:
    """Print a new set of keys for YIZHENG_KEYS."""
    from integrations.privacy import Keys

    typer.echo(Keys.make().text())


@cli.command()
def settings() -> None:
    """List every setting with its meaning and default."""
    from bot.settings import PREFIX, Settings

    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f" (default: {field.default})"
        typer.echo(f"{PREFIX}{name.upper()}: {field.description}{default}")


async def _serve() -> None:
    gc.disable()  # until ``settle``: nothing of a start is garbage, and looking for it took a fifth of the time

    import uvicorn

    from bot.app import open_app, settle
    from bot.bots import open_bots
    from bot.logs import configure
    from bot.settings import load_settings
    from bot.web.site import make_site

    configure()
    settings = load_settings()
    async with open_app(settings) as app, open_bots(app) as bots:
        await _demonstration_accounts(app)
        site = make_site(app, bots)
        config = uvicorn.Config(
            site,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=10,
        )
        server = uvicorn.Server(config)
        shown = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host  # noqa: S104 - only what is shown
        settle()
        typer.echo(f"Yizheng: http://{shown}:{settings.port}/  desk: http://{shown}:{settings.port}/desk")
        await server.serve()


async def _chat() -> None:
    from bot.app import open_app
    from bot.logs import configure
    from bot.settings import load_settings
    from bot.terminal import chat as talk

    configure()
    async with open_app(load_settings()) as app:
        await talk(app)


async def _worker() -> None:
    from bot.app import open_app, settle
    from bot.bots import open_bots
    from bot.logs import configure
    from bot.settings import load_settings

    configure()
    async with open_app(load_settings()) as app, open_bots(app) as bots:
        settle()
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        loops = [app.quick.hear(), app.worker.run(), *(bot.run() for bot in bots.values())]
        tasks = [asyncio.create_task(loop) for loop in loops]
        await stop.wait()
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _verify() -> None:
    from bot.app import open_app
    from bot.settings import load_settings
    from integrations.store import audit, bookings
    from integrations.store.volunteers import ledger, noted, sound, time_bank

    async with open_app(load_settings()) as app, app.database.read() as connection:
        found = await audit.broken(connection)
        found += await ledger.broken(connection, app.vault)
        found += await noted.unlike(connection)
        found += await sound.unsound(connection, app.vault)
        found += await time_bank.broken(connection)
        found += await bookings.overbooked(connection, {o.id: o.capacity for o in app.place.offices.values()})
    for fault in found:
        typer.echo(fault, err=True)
    if found:
        raise typer.Exit(1)


async def _import(file: Path) -> None:
    from bot.app import open_app
    from bot.settings import load_settings
    from bot.villages import import_villages

    text = await asyncio.to_thread(file.read_text, encoding="utf-8")
    async with open_app(load_settings()) as app:
        count = await import_villages(app.database, text, app.place)
    typer.echo(f"{count} villages")


async def _posts(file: Path, organisation: str) -> None:
    from bot.app import open_app
    from bot.settings import load_settings
    from bot.volunteers.importing import import_posts

    data = await asyncio.to_thread(file.read_bytes)
    async with open_app(load_settings()) as app:
        imported = await import_posts(app, data, organisation)
    typer.echo(f"{imported.new} new posts, {imported.known} that were there")


async def _calendar(day: date, workday: bool | None, note: str) -> None:
    from bot.app import open_app
    from bot.settings import load_settings
    from integrations.store import calendar, due_work

    async with open_app(load_settings()) as app, app.database.write() as connection:
        await calendar.change(connection, day, workday, note, app.clock())
        await due_work.hurry(connection, "calendar", app.clock())


async def _demonstration_accounts(app: Any) -> None:
    from bot.demonstration import make_accounts, make_organisation
    from bot.demonstration_register import make_register

    if app.place.demonstration:
        clerks, password = await make_accounts(app)
        for clerk in clerks:
            typer.echo(f"Demonstration desk account: {clerk.name} / {password} ({clerk.role}, {clerk.level})")
        name, code = await make_organisation(app)
        typer.echo(f"Demonstration organisation: {name}; code of who is in charge: {code}")
        for each in await make_register(app):
            typer.echo(
                f"Demonstration register: {each.name}, {each.id_number}; codes sent to {each.phone} are printed here"
            )


if __name__ == "__main__":
    cli()
