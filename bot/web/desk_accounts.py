"""The staff's accounts as who looks after them sees them: who is of which role and scope; blocking one, new codes."""

from __future__ import annotations

import secrets
from base64 import b64encode
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.villages import villages_of
from bot.web.access import Here
from bot.web.desk_session import Accounts, Pressed, audited, desk_page
from integrations import totp
from integrations.documents.qr import code_svg
from integrations.store import staff

router = APIRouter(prefix="/desk/accounts", include_in_schema=False)

Name = Annotated[str, Form(max_length=40)]


@router.get("", response_class=HTMLResponse)
async def accounts_page(request: Request, web: Here, who: Accounts) -> Response:
    async with web.app.database.read() as connection:
        accounts = await staff.listed(connection)
        villages = await villages_of(connection, {each.clerk.village for each in accounts if each.clerk.village})
    now = web.app.clock()
    locked = {each.clerk.name for each in accounts if each.locked_until is not None and each.locked_until > now}
    return desk_page(request, web, "desk-accounts.html", who=who, accounts=accounts, villages=villages, locked=locked)


@router.post("/block")
async def block(web: Here, who: Accounts, form: Pressed, name: Name = "") -> Response:
    """Nobody blocks themselves: somebody has to be left who can undo it."""

    async def carry_out(connection: AsyncConnection) -> bool:
        return name != who.name and await staff.block(connection, name, web.app.clock())

    await audited(web, who.name, "account blocked", name, carry_out, form)
    return RedirectResponse("/desk/accounts", 303)


@router.post("/unblock")
async def unblock(web: Here, who: Accounts, form: Pressed, name: Name = "") -> Response:
    async def carry_out(connection: AsyncConnection) -> bool:
        return await staff.unblock(connection, name)

    await audited(web, who.name, "account unblocked", name, carry_out, form)
    return RedirectResponse("/desk/accounts", 303)


@router.post("/codes", response_class=HTMLResponse)
async def new_codes(request: Request, web: Here, who: Accounts, form: Pressed, name: Name = "") -> Response:
    """A new secret of the one-time codes, which is shown this once. The sessions of the account end."""
    app, secret = web.app, totp.new_secret(secrets.token_bytes)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await staff.set_secret(connection, app.vault, name, secret, app.clock())

    if not await audited(web, who.name, "new one-time codes", name, carry_out, form):
        return RedirectResponse("/desk/accounts", 303)
    address = totp.address(secret, name)
    picture = f"data:image/svg+xml;base64,{b64encode(code_svg(address)).decode()}"
    return desk_page(
        request, web, "desk-codes.html", who=who, name=name, address=address, picture=picture, own=name == who.name
    )
