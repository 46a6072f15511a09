"""Whose a chat of the staff's bot is: a clerk's, by a code from the desk; a township's group; or a stranger's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.auditing import Entry, audited, audited_as_found
from bot.doing import refused, woken
from bot.passes import TooManyTries, code_in
from bot.posting import number_of_post
from bot.telling import plan_post
from flows.desk.rights import Clerk, Level, Right
from integrations.quick import OUTGOING
from integrations.store import chats, outgoing, passes, queue, staff
from integrations.store.chats import COUNTY, STAFF, Address, Chat
from integrations.store.passes import Purpose

STRANGER = "stranger"
LINKED, GROUPED, REFUSED = "telegram linked", "telegram group linked", "telegram refused"
HOUR = 3600
BY_LINK = "at_"
"""What a link that opens the chat brings along before a code."""


class StaffLinking:
    """A person's private chat has the number of the person at Telegram."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def clerk(self, user: int) -> tuple[Chat, Clerk] | None:
        """The chat and the account of somebody who has linked them; None as well where the account is blocked."""
        app = self._app
        async with app.database.read() as connection:
            chat = await chats.at(connection, app.vault, STAFF, user)
            who = None if chat is None or chat.staff is None else await staff.active(connection, chat.staff)
        return None if chat is None or who is None else (chat, who)

    async def stranger(self, user: int) -> None:
        """Somebody was refused: once an hour it is written down."""
        id_ = chats.id_of(self._app.vault, STAFF, user)
        if await self._app.quick.count(f"telegram-stranger:{id_}", HOUR) == 1:
            await audited(self._app.database, self._app.clock, STRANGER, REFUSED, id_[:12])

    async def link(self, user: int, text: str, update: int) -> Chat | None:
        """The chat becomes a clerk's, if ``text`` is the code of an account that may be used; the same ``update`` may
        come again."""
        app, now = self._app, self._app.clock()

        async def change(connection: AsyncConnection, name: str) -> Entry | None:
            who = await staff.active(connection, name)
            if who is None:
                return None
            chat = await chats.meet(connection, app.vault, STAFF, Address(user), None, now)
            if chat.staff == who.name:
                return None
            await chats.give_to(connection, chat.id, who.name, now)
            return who.name, LINKED, who.name

        if await self._used(user, text, "account", update, change) is None:
            return None
        found = await self.clerk(user)
        return None if found is None else found[0]

    async def make_group(self, who: Clerk, chat: int, thread: int | None, text: str, update: int) -> Chat | None:
        """A group becomes that of a township or of the county, by its code and a clerk of its scope; the one that was
        is told so. The same ``update`` may come again."""
        app, now = self._app, self._app.clock()
        address = Address(chat, thread)

        async def change(connection: AsyncConnection, group_of: str) -> Entry | None:
            if not _may_link(who, group_of):
                return None
            met = await chats.meet(connection, app.vault, STAFF, address, None, now)
            if met.group_of == group_of and met.address == address:
                return None
            await app.posting.unlink(connection, group_of, now, but=met.id)
            await chats.make_group(connection, app.vault, met.id, group_of, address, now)
            return who.name, GROUPED, group_of

        group_of = await self._used(chat, text, "group", update, change)
        if group_of is None:
            return None
        if not _may_link(who, group_of):
            await refused(app, who.name, who.name, "scope" if who.may(Right.CASES) else "right", group_of)
            return None
        await app.quick.wake(OUTGOING)
        async with app.database.read() as connection:
            return await chats.at(connection, app.vault, STAFF, chat)

    async def became(self, chat: int, other: int) -> None:
        """A group has become a supergroup, which is another chat for Telegram: it stays whose it was, and is told what
        waited. Messages there have other numbers: what is shown of a case and was not sent yet is made anew."""
        app, now = self._app, self._app.clock()
        async with app.database.write() as connection:
            was = await chats.at(connection, app.vault, STAFF, chat)
            if was is None or was.group_of is None:
                return
            met = await chats.meet(connection, app.vault, STAFF, Address(other), None, now)
            await chats.make_group(connection, app.vault, met.id, was.group_of, Address(other), now)
            await chats.unmake_group(connection, was.id, now)
            waiting = await outgoing.open_of(connection, app.vault, was.id)
            for row in waiting:
                number = number_of_post(row.key)
                if number is not None:
                    await plan_post(connection, app.vault, number, "post", f"became:{met.id[:12]}", now)
                elif row.what["do"] == "send":
                    await outgoing.move(connection, row, met.id, now)
            await outgoing.void(connection, was.id, now)
        await woken(app)
        await app.quick.wake(OUTGOING)

    async def no_thread(self, chat: int | str) -> None:
        """The thread of a group was deleted: from now on the group itself is written to."""
        app = self._app
        async with app.database.write() as connection:
            await chats.readdress(connection, app.vault, Address(chat))

    async def moved(self, chat: int, *, is_there: bool) -> None:
        """A chat that is known takes no messages any more, or again."""
        app, now = self._app, self._app.clock()
        async with app.database.write() as connection:
            known = await chats.at(connection, app.vault, STAFF, chat)
            if known is None:
                return
            if is_there:
                await chats.meet(connection, app.vault, STAFF, known.address, None, now)
            else:
                await chats.block(connection, known.id, now)

    async def _used(
        self,
        chat: int,
        text: str,
        purpose: Purpose,
        update: int,
        change: Callable[[AsyncConnection, str], Awaitable[Entry | None]],
    ) -> str | None:
        """What a code leads to: it is used up by this, together with the ``change`` it makes, or neither is."""
        app, code = self._app, code_in(text.removeprefix(BY_LINK))
        if code is None:
            return None
        id_ = chats.id_of(app.vault, STAFF, chat)
        try:
            await app.passes.admit(code, id_)
        except TooManyTries:
            return None
        leads_to: str | None = None

        async def use(connection: AsyncConnection) -> Entry | None:
            nonlocal leads_to
            leads_to = await passes.use(connection, app.vault, code, purpose, app.clock(), by=f"{id_}:{update}")
            return None if leads_to is None else await change(connection, leads_to)

        await audited_as_found(app.database, app.clock, use)
        if leads_to is None:
            await app.passes.was_wrong(code, id_)
        return leads_to


def _may_link(who: Clerk, group_of: str) -> bool:
    whole_county = group_of == COUNTY and who.level is Level.COUNTY
    of_scope = group_of != COUNTY and who.sees(queue.Place(Level.TOWNSHIP, group_of, None))
    return who.may(Right.CASES) and (whole_county or of_scope)
