"""The staff's bot at the desk: a clerk's own chat is linked to their account by a code, a group to its township."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.passes import CODE_LASTS
from bot.web.access import Here, Web
from bot.web.casework import worded
from bot.web.desk_session import Cases, NotAllowed, OneForm, Pressed, Roster, audited, desk_page, refused
from flows.desk.rights import Clerk, Level, Right
from flows.inputs.code import shown_code
from flows.words import Words
from integrations.quick import OUTGOING
from integrations.store import chats
from integrations.store.chats import COUNTY
from integrations.store.passes import Purpose

router = APIRouter(prefix="/desk/telegram", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
async def telegram_page(request: Request, web: Here, who: Cases) -> Response:
    return await _page(request, web, who)


@router.post("/code", response_class=HTMLResponse)
async def own_code(request: Request, web: Here, who: Cases, form: Pressed) -> Response:
    """A code that links the chat it is sent from to one's account; it is shown this once."""
    code = await _made(web, who, "telegram code made", "account", who.name, form)
    return await _page(request, web, who, code=code)


@router.post("/group", response_class=HTMLResponse)
async def group_code(
    request: Request, web: Here, who: Roster, form: Pressed, group: Annotated[str, Form(max_length=40)] = ""
) -> Response:
    """A code that makes the group it is sent in that of a township, or of the county."""
    if group not in groups_of(who, web.app.place.townships):
        await refused(request, who.name, "scope")
        raise NotAllowed(who)
    code = await _made(web, who, "telegram group code made", "group", group, form)
    return await _page(request, web, who, code=code, group=group)


@router.post("/unlink")
async def unlink(web: Here, who: Cases, form: Pressed) -> Response:
    """One's account has no chat any more."""

    async def carry_out(connection: AsyncConnection) -> bool:
        return await chats.part_from(connection, who.name, web.app.clock())

    await audited(web, who.name, "telegram unlinked", who.name, carry_out, form)
    return RedirectResponse("/desk/telegram", 303)


@router.post("/group/unlink")
async def unlink_group(
    request: Request, web: Here, who: Roster, form: Pressed, group: Annotated[str, Form(max_length=40)] = ""
) -> Response:
    """A township, or the county, has no group any more."""
    if group not in groups_of(who, web.app.place.townships):
        await refused(request, who.name, "scope")
        raise NotAllowed(who)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await web.app.posting.unlink(connection, group, web.app.clock())

    await audited(web, who.name, "telegram group unlinked", group, carry_out, form)
    await web.app.quick.wake(OUTGOING)
    return RedirectResponse("/desk/telegram", 303)


def groups_of(who: Clerk, townships: tuple[str, ...]) -> tuple[str, ...]:
    """Whose groups somebody may link: who leads, those of their own scope."""
    if not who.may(Right.ROSTER):
        return ()
    if who.level is Level.COUNTY:
        return (COUNTY, *townships)
    return (who.township,) if who.level is Level.TOWNSHIP and who.township is not None else ()


async def _made(web: Web, who: Clerk, what: str, purpose: Purpose, subject: str, form: OneForm) -> str | None:
    """A new code, as it is read out; None where there is no bot it could be sent to."""
    app = web.app
    if app.settings.telegram_staff_token is None:
        return None
    made: list[str] = []

    async def carry_out(connection: AsyncConnection) -> bool:
        made.append(await app.passes.code(connection, purpose, subject, app.clock()))
        return True

    await audited(web, who.name, what, subject, carry_out, form)
    return made[-1]


async def _page(
    request: Request, web: Web, who: Clerk, *, code: str | None = None, group: str | None = None
) -> Response:
    """The page; with a ``code`` that was just made: for one's own account, or for a ``group``."""
    app = web.app
    async with app.database.read() as connection:
        chat = await chats.of_staff(connection, app.vault, who.name)
        linked = await chats.groups(connection, app.vault, blocked_too=True)
    own = groups_of(who, app.place.townships)
    lasts = Words("telegram-code_lasts", {"minutes": CODE_LASTS // timedelta(minutes=1)})
    bot = app.passes.at.staff
    return desk_page(
        request,
        web,
        "desk-telegram.html",
        who=who,
        has_bot=app.settings.telegram_staff_token is not None,
        bot=bot,
        chat=chat,
        code=None if code is None else shown_code(code),
        group=group,
        link=None if code is None or group is not None or bot is None else f"https://t.me/{bot}?start={code}",
        lasts=worded(app, lasts, web.language(request)),
        groups=own,
        linked=[each for each in linked if each.group_of in own],
    )
