"""What somebody sees who was refused at the desk: the sign-in, a sentence, or how a case stands now."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from bot.web.access import Web, web_of
from bot.web.desk_case import show_case
from bot.web.desk_session import NoSuchCase, NotAllowed, PressedAlready, SignInNeeded, desk_page, home_of, refused
from flows.desk.rights import Clerk
from flows.words import Words


def install(site: FastAPI) -> None:
    """Answers the refusals of ``desk_session``."""

    @site.exception_handler(SignInNeeded)
    async def _sign_in(request: Request, _: SignInNeeded) -> Response:
        return RedirectResponse("/desk/login", 303)

    @site.exception_handler(NotAllowed)
    async def _not_allowed(request: Request, fault: NotAllowed) -> Response:
        return _sentence(request, web_of(request), fault.clerk, "desk-not_allowed", 403, home_of(fault.clerk))

    @site.exception_handler(NoSuchCase)
    async def _no_case(request: Request, fault: NoSuchCase) -> Response:
        return desk_page(request, web_of(request), "desk-missing.html", status=404, who=fault.clerk)

    @site.exception_handler(PressedAlready)
    async def _pressed(request: Request, fault: PressedAlready) -> Response:
        await refused(request, fault.clerk.name, "replay")
        path: str = request.scope["route"].path
        if path.startswith("/desk/cases/{number}"):
            number, words = request.path_params["number"], Words("desk-pressed_already")
            return await show_case(request, web_of(request), number, fault.clerk, fault=words, status=409)
        back = f"/desk/day/{request.path_params['day']}" if path.startswith("/desk/day/") else home_of(fault.clerk)
        return _sentence(request, web_of(request), fault.clerk, "desk-pressed_already", 409, back)


def _sentence(request: Request, web: Web, clerk: Clerk, sentence: str, status: int, back: str) -> Response:
    return desk_page(request, web, "desk-refused.html", status=status, who=clerk, sentence=sentence, back=back)
