"""``python -m bot staff``: accounts are added, changed, blocked and listed, and fit the place."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from base64 import b32decode
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.demonstration import make_accounts
from flows.desk.rights import Clerk, Level, Role
from integrations.store import staff
from tests.desk import NAME, PASSWORD, desk_of, entries
from tests.server_process import environment
from tests.staff import code_of
from tests.talk import HandClock, an_app

ADD = ["add", NAME, "--password-stdin"]


def command(directory: Path, *arguments: str, typed: str = f"{PASSWORD}\n") -> Result:
    """Runs ``python -m bot staff``."""
    return CliRunner().invoke(cli, ["staff", *arguments], input=typed, env={"YIZHENG_DATA_DIR": str(directory)})


def secret_in(printed: str) -> bytes:
    """The secret of the address that was printed."""
    found = re.search(r"otpauth://\S+", printed)
    assert found is not None, printed
    return b32decode(parse_qs(urlsplit(found[0]).query)["secret"][0])


async def test_an_account_that_was_added_signs_in_with_the_code_that_was_printed(
    tmp_path: Path, clock: HandClock
) -> None:
    settings = environment() | {"YIZHENG_DATA_DIR": str(tmp_path)}

    def run() -> subprocess.CompletedProcess[str]:
        full = [sys.executable, "-m", "bot", "staff", *ADD, "--phone-stdin"]
        typed = f"{PASSWORD}\n13800000000\n"
        return subprocess.run(full, input=typed, env=settings, capture_output=True, text=True, encoding="utf-8")

    done = await asyncio.to_thread(run)
    assert done.returncode == 0, done.stderr
    assert "█" in done.stdout
    for secret in (PASSWORD, "13800000000"):
        assert secret not in done.stdout + done.stderr
    async with an_app(tmp_path, clock) as app, desk_of(app) as browser:
        assert (await browser.sign_in()).status_code == 403
        assert (await browser.sign_in(code=code_of(clock, secret_in(done.stdout)))).status_code == 303
        assert ("operator", "account added", NAME) in await entries(app)
        async with app.database.read() as connection:
            assert await staff.phone_of(connection, app.vault, NAME) == "13800000000"


def test_a_password_that_is_too_short_is_refused(tmp_path: Path) -> None:
    invoked = command(tmp_path, *ADD, typed="short\n")
    assert invoked.exit_code == 2
    assert "at least 10 characters" in invoked.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--role", "boss"),
        ("--level", "township"),
        ("--township", "yitiaoshan"),
        ("--level", "township", "--township", "nowhere"),
        ("--level", "village", "--township", "yitiaoshan"),
        ("--level", "village", "--township", "yitiaoshan", "--village", "999999"),
        ("--level", "village", "--township", "luyang", "--village", "901001"),
        ("--level", "township", "--township", "luyang", "--section", "x"),
        ("--level", "township", "--township", "luyang", "--role", "auditor"),
        ("--section", "x" * 25),
        ("--shown-as", "x" * 41),
    ],
)
def test_what_does_not_fit_the_place_is_refused_in_one_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    invoked = command(tmp_path, *ADD, *arguments)
    assert invoked.exit_code == 2
    assert "Traceback" not in invoked.output
    assert "otpauth" not in invoked.output
    assert NAME not in command(tmp_path, "list").output.split()


@pytest.mark.parametrize("name", ["stranger", "operator", "webhook", "two words", "", "x" * 41, "a\tb"])
def test_a_name_that_would_be_mistaken_for_something_else_is_refused(tmp_path: Path, name: str) -> None:
    assert command(tmp_path, "add", name, "--password-stdin").exit_code == 2


def test_an_account_is_listed_changed_blocked_and_let_in_again(tmp_path: Path) -> None:
    of_village = ("--level", "village", "--township", "yitiaoshan", "--village", "901001")
    assert command(tmp_path, *ADD, *of_village).exit_code == 0
    assert command(tmp_path, *ADD).exit_code == 2, "there is one of this name"
    assert command(tmp_path, "list").output == f"{NAME}  desk  village  yitiaoshan  901001\n"
    assert command(tmp_path, "change", NAME, "--role", "lead", "--level", "county").exit_code == 0
    assert command(tmp_path, "block", NAME).exit_code == 0
    assert command(tmp_path, "list").output == f"{NAME}  lead  county  blocked\n"
    assert command(tmp_path, "block", NAME).exit_code == 2, "it is blocked already"
    assert command(tmp_path, "unblock", NAME).exit_code == 0
    assert command(tmp_path, "list").output == f"{NAME}  lead  county\n"
    for what in (("change", "nobody", "--role", "desk", "--level", "county"), ("block", "nobody"), ("totp", "nobody")):
        assert command(tmp_path, *what).exit_code == 2


async def test_a_new_password_and_new_codes_count_from_then_on(tmp_path: Path, clock: HandClock) -> None:
    other = "another horse battery"

    def run() -> tuple[bytes, bytes]:
        first = secret_in(command(tmp_path, *ADD).output)
        assert command(tmp_path, "password", NAME, "--password-stdin", typed=f"{other}\n").exit_code == 0
        return first, secret_in(command(tmp_path, "totp", NAME).output)

    old, new = await asyncio.to_thread(run)
    async with an_app(tmp_path, clock) as app, desk_of(app) as browser:
        assert (await browser.sign_in(password=other, code=code_of(clock, old))).status_code == 403
        assert (await browser.sign_in(code=code_of(clock, new))).status_code == 403
        assert (await browser.sign_in(password=other, code=code_of(clock, new))).status_code == 303


async def test_the_demonstration_has_an_account_for_each_role_and_level(tmp_path: Path, clock: HandClock) -> None:
    async with an_app(tmp_path, clock) as app:
        clerks, first = await make_accounts(app)
        again, password = await make_accounts(app)
        assert {clerk.role for clerk in clerks} == set(Role)
        assert {clerk.level for clerk in clerks if clerk.role is Role.DESK} == set(Level)
        assert clerks == again
        assert first != password, "it is made anew at every start"
        for clerk in clerks:
            assert clerk.shown_as not in ("", clerk.name)
            async with desk_of(app) as browser:
                assert (await browser.sign_in(clerk.name, first)).status_code == 403
                assert (await browser.sign_in(clerk.name, password)).status_code == 303
                page = await browser.client.get("/desk", follow_redirects=True)
                assert page.status_code == 200
            app.quick._counts.clear()  # so many come from one address here only


async def test_an_account_may_be_made_by_several_processes_at_once(database_url: str, tmp_path: Path) -> None:
    clerk = Clerk("demo", "demo", Role.DESK, Level.COUNTY)
    async with an_app(tmp_path, database_url=database_url) as app:

        async def make() -> None:
            async with app.database.write() as connection:
                await staff.add(connection, clerk, "-", app.clock())

        await asyncio.gather(*(make() for _ in range(6)))
        async with app.database.read() as connection:
            assert [each.clerk for each in await staff.listed(connection)] == [clerk]
