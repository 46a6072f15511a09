"""``python -m bot staff``: the accounts of the staff. What is shown of a secret is shown once, on the terminal."""

from __future__ import annotations

import asyncio
import getpass
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import fail, run
from flows.desk.rights import Clerk, Level, Role
from flows.errors import NotUnderstood, SettingsFault

if TYPE_CHECKING:  # what takes long to load is loaded by the command that needs it
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.app import App
    from flows.place import Place

OPERATOR = "operator"
"""Who it was, in the audit log: whoever may run commands on the server."""
RESERVED = {OPERATOR, "stranger", "webhook"}
"""Names that mean somebody else in the audit log."""
OF_THE_COUNTY = {Role.CALENDAR, Role.AUDITOR, Role.ADMIN}
LONGEST_NAME = 40

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Staff accounts: roles, scopes, passwords, codes.")

Name = Annotated[str, typer.Argument(help="the account's name")]
ARole = Annotated[Role, typer.Option(help="what they may do")]
ALevel = Annotated[Level, typer.Option(help="whose cases they see")]
Township = Annotated[str | None, typer.Option(help="their township, unless they are the county's")]
Village = Annotated[str | None, typer.Option(help="the code of their village, where they are a village's")]
Section = Annotated[str | None, typer.Option(help="their section of the bureau, where they are the county's")]
ShownAs = Annotated[str | None, typer.Option(help="what residents are told of who answers; else the account's name")]
FromStdin = Annotated[bool, typer.Option(help="read the password from the first line of standard input")]


@cli.command()
def add(
    name: Name,
    role: ARole = Role.DESK,
    level: ALevel = Level.COUNTY,
    township: Township = None,
    village: Village = None,
    section: Section = None,
    shown_as: ShownAs = None,
    password_stdin: FromStdin = False,
    phone_stdin: Annotated[
        bool, typer.Option(help="read the telephone at which they are called from the next line of standard input")
    ] = False,
) -> None:
    """Add an account; prints once what its one-time codes are made of."""
    wanted = Clerk(name, shown_as or name, role, level, township, village, section)
    password = _password(password_stdin)
    phone = sys.stdin.readline().strip() if phone_stdin else None
    run(_add(wanted, password, phone))


@cli.command()
def change(
    name: Name,
    role: ARole,
    level: ALevel,
    township: Township = None,
    village: Village = None,
    section: Section = None,
    shown_as: ShownAs = None,
) -> None:
    """Give an account another role and scope; password and codes stay."""
    run(_change(Clerk(name, shown_as or name, role, level, township, village, section)))


@cli.command("list")
def list_() -> None:
    """List the accounts: name, role, level, township, village, section, and what keeps one from signing in."""
    run(_list())


@cli.command()
def block(name: Name) -> None:
    """Block an account; its sessions end."""
    run(_block(name))


@cli.command()
def unblock(name: Name) -> None:
    """Let an account in again that is blocked, or locked by wrong tries."""
    run(_unblock(name))


@cli.command()
def totp(name: Name) -> None:
    """Give an account new one-time codes; prints once what they are made of."""
    run(_totp(name))


@cli.command()
def phone(name: Name) -> None:
    """Set the telephone at which somebody on duty is called, read from standard input; an empty line takes it away."""
    run(_set_telephone(name, sys.stdin.readline().strip()))


@cli.command()
def password(name: Name, password_stdin: FromStdin = False) -> None:
    """Give an account a new password; its sessions end."""
    run(_set_password(name, _password(password_stdin)))


async def checked(connection: AsyncConnection, place: Place, clerk: Clerk) -> Clerk:
    """The account as it was wanted, if it fits the place. Raises SettingsFault with a sentence."""
    own = [township for township in (clerk.township,) if township is not None]
    if not (clerk.name.isprintable() and clerk.name.split() == [clerk.name] and len(clerk.name) <= LONGEST_NAME):
        raise SettingsFault(f"the name needs 1 to {LONGEST_NAME} characters without spaces")
    if clerk.name in RESERVED:
        raise SettingsFault(f"the name {clerk.name} means somebody else in the audit log")
    if len(clerk.shown_as) > LONGEST_NAME or not clerk.shown_as.isprintable():
        raise SettingsFault(f"--shown-as takes up to {LONGEST_NAME} characters")
    if (clerk.township is None) is not (clerk.level is Level.COUNTY):
        raise SettingsFault("a township or a village needs --township, and the county has none")
    if (clerk.village is None) is (clerk.level is Level.VILLAGE):
        raise SettingsFault("a village needs --village, and nobody else has one")
    if clerk.section is not None and (clerk.level is not Level.COUNTY or clerk.section not in place.sections):
        raise SettingsFault(f"--section is for the county: {', '.join(place.sections)}")
    if clerk.role in OF_THE_COUNTY and clerk.level is not Level.COUNTY:
        raise SettingsFault(f"the role {clerk.role} is the county's")
    if any(township not in place.townships for township in own):
        raise SettingsFault(f"{clerk.township} is not a township of {place.id}")
    if clerk.village is not None:
        from bot.villages import villages_of

        there = (await villages_of(connection, [clerk.village])).get(clerk.village)
        if there is None or there.township != clerk.township:
            raise SettingsFault(f"{clerk.village} is not a village of {clerk.township}")
    return clerk


async def _add(wanted: Clerk, password: str, phone: str | None) -> None:
    from integrations import totp as codes
    from integrations.store import staff

    stored, secret = await asyncio.to_thread(staff.hashed, password), codes.new_secret(secrets.token_bytes)
    async with _opened() as app:
        reached = None if phone is None else _phone(phone, app.place)

        async def carry_out(connection: AsyncConnection) -> bool:
            if await staff.by_name(connection, wanted.name) is not None:
                raise SettingsFault(f"there is an account {wanted.name}; change, password and totp alter one")
            await staff.add(connection, await checked(connection, app.place, wanted), stored, app.clock())
            await staff.set_phone(connection, app.vault, wanted.name, reached)
            return await staff.set_secret(connection, app.vault, wanted.name, secret, app.clock())

        await _audited(app, "account added", wanted.name, carry_out)
    _show(secret, wanted.name)


async def _change(wanted: Clerk) -> None:
    from integrations.store import staff

    async with _opened() as app:

        async def carry_out(connection: AsyncConnection) -> bool:
            return await staff.change(connection, await checked(connection, app.place, wanted))

        await _audited(app, "account changed", wanted.name, carry_out)


async def _list() -> None:
    from integrations.store import staff

    async with _opened() as app:
        async with app.database.read() as connection:
            accounts = await staff.listed(connection)
        now = app.clock()
    for account in accounts:
        clerk = account.clerk
        locked = account.locked_until is not None and account.locked_until > now
        marks = {"blocked": not account.active, "locked": locked, "no codes": not account.has_codes}
        where = [each for each in (clerk.township, clerk.village, clerk.section) if each]
        said = [clerk.name, clerk.role, clerk.level, *where, *(mark for mark, is_so in marks.items() if is_so)]
        typer.echo("  ".join(said))


async def _block(name: str) -> None:
    from integrations.store import staff

    async with _opened() as app:
        await _audited(app, "account blocked", name, lambda connection: staff.block(connection, name, app.clock()))


async def _unblock(name: str) -> None:
    from integrations.store import staff

    async with _opened() as app:
        await _audited(app, "account unblocked", name, lambda connection: staff.unblock(connection, name))


async def _totp(name: str) -> None:
    from integrations import totp as codes
    from integrations.store import staff

    secret = codes.new_secret(secrets.token_bytes)
    async with _opened() as app:

        async def carry_out(connection: AsyncConnection) -> bool:
            return await staff.set_secret(connection, app.vault, name, secret, app.clock())

        await _audited(app, "new one-time codes", name, carry_out)
    _show(secret, name)


async def _set_password(name: str, password: str) -> None:
    from integrations.store import staff

    stored = await asyncio.to_thread(staff.hashed, password)
    async with _opened() as app:

        async def carry_out(connection: AsyncConnection) -> bool:
            return await staff.set_password(connection, name, stored, app.clock())

        await _audited(app, "new password", name, carry_out)


async def _set_telephone(name: str, said: str) -> None:
    from integrations.store import staff

    async with _opened() as app:
        reached = _phone(said, app.place) if said else None

        async def carry_out(connection: AsyncConnection) -> bool:
            return await staff.set_phone(connection, app.vault, name, reached)

        await _audited(app, "account phone", name, carry_out)


@asynccontextmanager
async def _opened() -> AsyncIterator[App]:
    from bot.app import open_app
    from bot.settings import load_settings

    async with open_app(load_settings()) as app:
        yield app


async def _audited(app: App, what: str, name: str, change: Callable[[AsyncConnection], Awaitable[bool]]) -> None:
    """A change with its entry in the audit log. Raises SettingsFault when there was nothing to change."""
    from bot.auditing import audited

    if not await audited(app.database, app.clock, OPERATOR, what, name, change):
        raise SettingsFault(f"there is no account {name}, or it is so already")


def _password(from_stdin: bool) -> str:
    from integrations.store.staff import MIN_PASSWORD

    said = sys.stdin.readline().rstrip("\n") if from_stdin else getpass.getpass("Password: ")
    if len(said) < MIN_PASSWORD:
        fail(f"the password needs at least {MIN_PASSWORD} characters")
    return said


def _phone(said: str, place: Place) -> str:
    from flows.inputs.phone import read_phone

    try:
        return read_phone(said, place.area)
    except NotUnderstood as fault:
        raise SettingsFault("what standard input says is not a telephone number") from fault


def _show(secret: bytes, name: str) -> None:
    from integrations import totp as codes
    from integrations.documents.qr import code_blocks

    address = codes.address(secret, name)
    typer.echo(f"For an authenticator app, shown this once:\n{address}\n{code_blocks(address)}")
