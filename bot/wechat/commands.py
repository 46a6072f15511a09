"""``python -m bot wechat``: what is set up at the platform for the Official Account (公众号)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands import run, told
from flows.errors import SettingsFault

if TYPE_CHECKING:  # what takes long to load is loaded by the command that needs it
    from bot.settings import Settings

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="The Official Account on WeChat: its menu.")


@cli.callback()
def _of_the_account() -> None:
    """The Official Account on WeChat: its menu."""


@cli.command()
def menu(
    show: Annotated[bool, typer.Option("--show", help="print the menu as JSON, and leave the account alone")] = False,
) -> None:
    """Give the account the menu of the place; WeChat shows it within a day."""
    from bot.settings import load_settings

    settings = told(load_settings)
    made = told(lambda: _made(settings))
    if show:
        typer.echo(json.dumps(made, ensure_ascii=False, indent=2))
        return
    run(_push(settings, made))
    headings = made["button"]
    typer.echo(
        f"The account has its menu: {len(headings)} headings, {sum(len(e['sub_button']) for e in headings)} entries"
    )


def _made(settings: Settings) -> Mapping[str, Any]:
    """The menu of the place. Raises SettingsFault with a sentence."""
    from bot.app import load_place
    from bot.speech import Speech
    from bot.wechat.menu import PAGE, menu_faults, menu_of
    from flows.catalogue import FLOWS

    place, speech = load_place(settings.place), Speech(FLOWS)
    if not place.wechat_menu:
        raise SettingsFault(f"place {place.id} has no wechat_menu")
    for fault in menu_faults(place, FLOWS, speech):
        raise SettingsFault(fault)
    if settings.public_url is None and any(PAGE in entries for entries in place.wechat_menu.values()):
        raise SettingsFault(f"YIZHENG_PUBLIC_URL is missing, and place {place.id} has {PAGE} in its wechat_menu")
    return menu_of(place, speech, settings.locale, settings.public_url)


async def _push(settings: Settings, made: Mapping[str, Any]) -> None:
    from bot.app import open_app
    from bot.clock import real_clock
    from bot.wechat.settings import account_of

    account = account_of(settings)
    async with open_app(settings) as app:
        api = account.api(app, real_clock)
        try:
            await api.make_menu(made)
        finally:
            await api.close()
