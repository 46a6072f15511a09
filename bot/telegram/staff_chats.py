"""What comes into the chats of the staff's bot, and what is said there: commands, words and pictures for residents."""

from __future__ import annotations

from typing import Any

from telegram import Bot, Message, Update
from telegram.ext import CallbackContext

from bot.app import App
from bot.channels.outbox import rows_to_plain
from bot.channels.sender import Rejected
from bot.given import MAX_PICTURE
from bot.posting import Shown
from bot.telegram.staff_api import faults
from bot.telegram.staff_doing import StaffDoing
from bot.telegram.staff_linking import StaffLinking
from bot.telegram.staff_lists import StaffLists
from bot.telegram.staff_updates import argument_of, is_command, picture_of
from flows.desk.rights import Clerk, Right
from flows.words import Words
from integrations.quick import OUTGOING
from integrations.store import chats, outgoing
from integrations.store.cases import CLOSED
from integrations.store.chats import STAFF, Chat

Context = CallbackContext[Any, Any, Any, Any]


class StaffChats:
    """The chats of clerks and groups. Whoever is no clerk is told nothing."""

    def __init__(self, app: App, bot: Bot) -> None:
        self._app = app
        self._bot = bot
        self.lists = StaffLists(app)
        self.doing = StaffDoing(app)
        self.linking = StaffLinking(app)

    # --- what comes in -----------------------------------------------------------------------------------------------

    async def start(self, update: Update, _: Context) -> None:
        """``/start``, with the code of an account behind it where it comes from a link."""
        message = update.message
        if message is None or message.from_user is None:
            return
        chat = await self.linking.link(message.from_user.id, argument_of(message), update.update_id)
        if chat is not None:
            await self.reply(chat, update, Words("staff_bot-linked"))
            return
        found = await self.known(message.from_user.id)
        if found is not None:
            await self.reply(found[0], update, Words("staff_bot-help"))

    async def group(self, update: Update, _: Context) -> None:
        """``/group`` and a code: this is the group of a township from now on."""
        message = update.message
        if message is None or message.from_user is None:
            return
        found = await self.known(message.from_user.id)
        if found is None:
            return
        thread = message.message_thread_id if message.is_topic_message else None
        code = argument_of(message)
        group = await self.linking.make_group(found[1], message.chat.id, thread, code, update.update_id)
        if group is None:
            await self.reply(found[0], update, Words("staff_bot-no_group"))
        else:
            await self.reply(group, update, Words("staff_bot-grouped"))

    async def command(self, update: Update, _: Context) -> None:
        """A list, a case to be opened, or none any more. What is asked for in a group is answered in private."""
        message = update.message
        if message is None or message.from_user is None:
            return
        found = await self.known(message.from_user.id)
        if found is None:
            return
        chat, who = found
        name = (message.text or "").split()[0].removeprefix("/").partition("@")[0].lower()
        if name == "leave":
            async with self._app.database.write() as connection:
                await chats.focus(connection, chat.id, None, self._app.clock())
            await self.reply(chat, update, Words("staff_bot-left"))
        elif name == "open":
            words = await self.opened(chat, who, argument_of(message).upper(), update)
            if words is not None:
                await self.reply(chat, update, words)
        elif not who.may(Right.CASES):
            await self.reply(chat, update, Words("staff_bot-no_right"))
        else:
            lists = {"queue": self.lists.queue, "mine": self.lists.mine, "today": self.lists.today}
            await self.put(chat, update, await lists[name](who))

    async def wrote(self, update: Update, _: Context) -> None:
        """Words or a picture in a private chat: for the resident of a case."""
        message = update.message
        if message is None or message.from_user is None:
            return
        found = await self.linking.clerk(message.from_user.id)
        number = None if found is None or is_command(message) else await self._meant(found[0], message)
        if found is None or number is None:
            await self._for_nobody(message, message.from_user.id, update, found)
            return
        chat, who = found
        words = await self.doing.refusal(who, number) or await self._relay(who, number, message, update)
        await self.reply(chat, update, words, number)

    async def _for_nobody(self, message: Message, user: int, update: Update, found: tuple[Chat, Clerk] | None) -> None:
        """Words that are no answer: a code that links the chat, also when its update comes again; or nothing."""
        chat = await self.linking.link(user, message.text or "", update.update_id)
        if chat is not None:
            await self.reply(chat, update, Words("staff_bot-linked"))
        elif found is None:
            await self.linking.stranger(user)
        else:
            key = "staff_bot-help" if is_command(message) else "staff_bot-which"
            await self.reply(found[0], update, Words(key))

    async def _relay(self, who: Clerk, number: str, message: Message, update: Update) -> Words:
        once, picture = f"tg{update.update_id}", picture_of(message)
        if picture is None:
            if message.text is None:
                return Words("staff_bot-only_text")
            return await self.doing.answer(who, number, message.text, once)
        file, size = picture
        if size > MAX_PICTURE:
            return Words("unfit-too_large")
        data = b""
        try:
            with faults():
                found = await self._bot.get_file(file)
                data = bytes(await found.download_as_bytearray())
        except Rejected:
            return Words("staff_bot-only_text")
        words = await self.doing.picture(who, number, data, once)
        if message.caption and words.key == "staff_bot-answered":
            return await self.doing.answer(who, number, message.caption, f"{once}.caption")
        return words

    async def _meant(self, chat: Chat, message: Message) -> str | None:
        """The case that words are for: that of the message they reply to, which alone is meant then; else the one that
        was opened, if it is still open."""
        app, now = self._app, self._app.clock()
        if message.reply_to_message is not None:
            async with app.database.read() as connection:
                what = await outgoing.what_was(connection, app.vault, chat.id, message.reply_to_message.message_id)
            return str(what["number"]) if what is not None and what.get("number") else None
        number = chats.focus_of(chat, now)
        case = None if number is None else await self.doing.case(number)
        is_open = case is not None and case.state != CLOSED
        if chat.focus is not None:  # it is used, or over
            async with app.database.write() as connection:
                await chats.focus(connection, chat.id, number if is_open else None, now)
        return number if is_open else None

    async def became(self, update: Update, _: Context) -> None:
        """A group has become a supergroup."""
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            await self.linking.became(message.chat.id, message.migrate_to_chat_id)

    async def moved(self, update: Update, _: Context) -> None:
        """The bot was blocked or let in again, put out of a group or taken back."""
        moved = update.my_chat_member
        if moved is None:
            return
        await self.linking.moved(moved.chat.id, is_there=moved.new_chat_member.status not in ("kicked", "left"))

    # --- what is said there -----------------------------------------------------------------------------------------

    async def opened(self, chat: Chat, who: Clerk, number: str, update: Update) -> Words | None:
        """Shows a case in a clerk's own chat; what they write goes to its resident. Else why not."""
        refusal = await self.doing.refusal(who, number)
        case = None if refusal is not None else await self.doing.case(number)
        if case is None:
            return refusal or Words("staff_bot-no_case")
        await self.doing.opened(who, number)
        world = await self._app.world()
        async with self._app.database.write() as connection:
            await chats.focus(connection, chat.id, number, self._app.clock())
            shown = await self._app.posting.shown(connection, case, world)
        hint = self.lists.say(Words("staff_bot-now_writing", {"number": number}))
        await self.put(chat, update, Shown(f"{shown.text}\n{hint}", shown.rows), number)
        return None

    async def known(self, user: int) -> tuple[Chat, Clerk] | None:
        """Who of the staff somebody is; of anybody else it is only written down that they were here."""
        found = await self.linking.clerk(user)
        if found is None:
            await self.linking.stranger(user)
        return found

    async def sorry(self, update: Update) -> None:
        """A clerk is told that something went wrong on our side."""
        user = update.effective_user
        found = None if user is None else await self.linking.clerk(user.id)
        if found is not None:
            await self.reply(found[0], update, Words("staff_bot-fault"))

    async def reply(self, chat: Chat, update: Update, words: Words, number: str | None = None) -> None:
        await self.put(chat, update, Shown(self.lists.say(words), ()), number)

    async def put(self, chat: Chat, update: Update, shown: Shown, number: str | None = None) -> None:
        """A reply is to be sent, once however often its update comes."""
        said = {"do": "send", "text": shown.text, "rows": rows_to_plain(shown.rows)}
        what = {**said, "number": number, "group": chat.group_of is not None}
        now, key = self._app.clock(), f"reply:{update.update_id}"
        async with self._app.database.write() as connection:
            await outgoing.put(connection, self._app.vault, bot=STAFF, chat=chat.id, key=key, what=what, now=now)
        await self._app.quick.wake(OUTGOING)
