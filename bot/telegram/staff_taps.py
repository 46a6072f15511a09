"""Taps on the buttons of the staff's bot: each says plainly what is to be done about which case."""

from __future__ import annotations

import contextlib

from telegram import CallbackQuery, Update

from bot.app import App
from bot.channels.outbox import rows_to_plain
from bot.telegram.staff_api import faults, keyboard
from bot.telegram.staff_chats import Context, StaffChats
from bot.telegram.staff_menus import closing, passing
from bot.telegram.staff_updates import Tap, read_tap
from flows.desk.rights import Clerk
from flows.errors import OutsideFault
from flows.words import Words
from integrations.quick import OUTGOING
from integrations.store import chats, outgoing
from integrations.store.chats import STAFF

LONGEST_TOAST = 200
"""Characters that an answer to a tap may have."""
DONE = frozenset({"staff_bot-claimed", "staff_bot-passed", "staff_bot-closed_now"})


class StaffTaps:
    """Every tap is answered; who is no clerk gets no word with it."""

    def __init__(self, app: App, chats: StaffChats) -> None:
        self._app = app
        self._chats = chats

    async def tapped(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        found = await self._chats.known(query.from_user.id)
        if found is None:
            await self._answer(query)
            return
        chat, who = found
        tap = read_tap(query.data)
        refusal = await self._chats.doing.refusal(who, tap.number)
        if refusal is not None:
            await self._answer(query, refusal, alert=True)
        elif tap.do == "open":
            words = await self._chats.opened(chat, who, tap.number, update)
            await self._answer(query, words or Words("staff_bot-opened"))
        elif tap.do in ("pass", "close", "back"):
            await self._menu(query, tap)
        else:
            words = await self._carry_out(who, tap, f"tg{update.update_id}")
            is_done = words.key in DONE
            if not is_done or (query.message is not None and query.message.chat.type == "private"):
                await self._redraw(query, tap.number, update)
            await self._answer(query, words, alert=not is_done)

    async def _carry_out(self, who: Clerk, tap: Tap, once: str) -> Words:
        if tap.do == "claim":
            return await self._chats.doing.claim(who, tap.number, once)
        if tap.do == "to":
            return await self._chats.doing.pass_on(who, tap.number, tap.value, once)
        if tap.do == "end":
            return await self._chats.doing.close(who, tap.number, tap.value, once)
        return Words("staff_bot-moved", {"number": tap.number})

    async def _menu(self, query: CallbackQuery, tap: Tap) -> None:
        """Where it may go, how it may be closed, or the first buttons again, under the same message."""
        case = await self._chats.doing.case(tap.number)
        if case is None:
            await self._answer(query)
            return
        back = ((self._app.posting.back_button(case.number),),)
        if tap.do == "pass":
            rows = passing(self._app, case) + back
        elif tap.do == "close":
            rows = closing(self._app, case) + back
        else:
            rows = self._app.posting.rows_of(case)
        with contextlib.suppress(OutsideFault), faults():
            await query.edit_message_reply_markup(keyboard(rows))
        await self._answer(query)

    async def _redraw(self, query: CallbackQuery, number: str, update: Update) -> None:
        """A message that was tapped shows how its case stands now."""
        case = await self._chats.doing.case(number)
        if case is None or query.message is None:
            return
        world = await self._app.world()
        async with self._app.database.write() as connection:
            chat = await chats.at(connection, self._app.vault, STAFF, query.message.chat.id)
            if chat is None:
                return
            shown = await self._app.posting.shown_in(connection, case, chat, world)
            what = {"do": "edit", "message": query.message.message_id, "text": shown.text}
            what |= {"rows": rows_to_plain(shown.rows), "group": chat.staff is None}
            now, key = self._app.clock(), f"redraw:{update.update_id}"
            await outgoing.put(connection, self._app.vault, bot=STAFF, chat=chat.id, key=key, what=what, now=now)
        await self._app.quick.wake(OUTGOING)

    async def _answer(self, query: CallbackQuery, words: Words | None = None, *, alert: bool = False) -> None:
        text = None if words is None else self._chats.lists.say(words)[:LONGEST_TOAST]
        with contextlib.suppress(OutsideFault), faults():
            await query.answer(text, show_alert=alert)
