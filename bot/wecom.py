"""The robots of the staff's groups on WeCom (企业微信群机器人): which there are, and how what they are to say leaves.

They only speak. One process at a time sends for all of them, each at its own pace; what they say is ``robots.py``.
"""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Collection, Mapping
from datetime import timedelta

import structlog

from bot.app import App
from bot.channels.pace import WECOM_LIMITS, Limits, Pace
from bot.channels.running import Running
from bot.channels.sender import Blocked, OnlySends, Rejected, Rows, Sender, Throttled
from bot.settings import Settings
from flows.errors import OutsideFault, SettingsFault
from flows.place import Place
from integrations.quick import DESK
from integrations.store import chats, outgoing
from integrations.store.chats import COUNTY, WECOM, Address, Chat
from integrations.store.outgoing import DEAD, Lease
from integrations.wecom import BUSY, NO_ROBOT, TOO_MANY, WeComApi, WeComRefusal

MINUTE = timedelta(minutes=1)
THROTTLED_SECONDS = 20.0
"""How long a robot is silent that has said too much; whoever else speaks as it is not known here."""
_KEY = re.compile(r"[A-Za-z0-9_-]{8,80}")
_NAME = re.compile(r"[a-z_]{1,40}")

_log = structlog.get_logger()


def robots_of(settings: Settings, place: Place) -> Mapping[str, str]:
    """The keys of the robots by whose group they are in: the county's or a township's. Raises SettingsFault, with no
    key in it."""
    said = "" if settings.wecom_robots is None else settings.wecom_robots.get_secret_value()
    robots: dict[str, str] = {}
    for n, each in enumerate((each.strip() for each in said.split(",") if each.strip()), start=1):
        name, _, key = (part.strip() for part in each.partition("="))
        if not _KEY.fullmatch(key) or not _NAME.fullmatch(name):  # what stands there may be a key, and is not repeated
            raise SettingsFault(f"YIZHENG_WECOM_ROBOTS: part {n} is not a township or {COUNTY}, =, and a robot's key")
        if name != COUNTY and name not in place.townships:
            raise SettingsFault(f"YIZHENG_WECOM_ROBOTS: {place.id} has no township {name}")
        if name in robots:
            raise SettingsFault(f"YIZHENG_WECOM_ROBOTS: {name} has two robots; keep one")
        if key in robots.values():
            raise SettingsFault(f"YIZHENG_WECOM_ROBOTS: {name} has the robot of another group")
        robots[name] = key
    return robots


async def keep_groups(app: App, names: Collection[str]) -> None:
    """The groups with these names have a robot, which takes messages again if it did not; no other has. Raises
    OutsideFault, Collision."""
    now, vault = app.clock(), app.vault
    async with app.database.write() as connection:
        for chat in await chats.groups(connection, vault, bot=WECOM, blocked_too=True):
            if chat.group_of not in names:
                await chats.unmake_group(connection, chat.id, now)
                await outgoing.void(connection, chat.id, now)
        for name in sorted(names):
            address = Address(name)
            met = await chats.meet(connection, vault, WECOM, address, None, now)
            await chats.make_group(connection, vault, met.id, name, address, now)


class WeComSending(OnlySends):
    """An ``Api`` of the sender. The address of a chat is the name of its group."""

    def __init__(self, api: WeComApi) -> None:
        self._api = api

    async def send(self, to: Address, text: str, rows: Rows) -> None:
        """A robot says a text."""
        try:
            await self._api.say(str(to.chat), text)
        except WeComRefusal as refusal:
            raise _translated(refusal) from None


class WeComBot:
    """Runs in any number of processes, of which one at a time sends."""

    name = WECOM

    def __init__(self, app: App, robots: Mapping[str, str], limits: Limits = WECOM_LIMITS) -> None:
        self._app = app
        self._api = WeComApi(robots, app.settings.wecom_api)
        self._pace = Pace(limits, time.monotonic)
        self._sender = Sender(
            bot=WECOM,
            api=WeComSending(self._api),
            pace=self._pace,
            database=app.database,
            vault=app.vault,
            quick=app.quick,
            clock=app.clock,
            on_blocked=self._blocked,
            unsaid=DEAD,
        )
        self._running = Running(bot=WECOM, database=app.database, loops=self._loops)

    async def run(self) -> None:
        """Sends whenever this process is the one to do so, until cancelled."""
        await self._running.run()

    async def close(self) -> None:
        """Closes the connections."""
        await self._api.close()

    def _loops(self, lease: Lease) -> list[Awaitable[None]]:
        return [self._send_all(lease)]

    async def _send_all(self, lease: Lease) -> None:
        """What the process before has sent within the last minute counts for the limit of this one."""
        now = self._app.clock()
        async with self._app.database.read() as connection:
            left = await outgoing.left_since(connection, WECOM, now - MINUTE)
        for chat, instants in left.items():
            self._pace.remember(chat, [(now - at).total_seconds() for at in instants])
        await self._sender.run(lease)

    async def _blocked(self, chat: Chat) -> None:
        _log.warning("wecom.no_robot", bot=WECOM)
        await self._app.quick.wake(DESK)


def _translated(refusal: WeComRefusal) -> OutsideFault:
    """What was not taken, and what to do about it."""
    if refusal.code == NO_ROBOT:
        return Blocked(str(refusal))
    if refusal.code in (BUSY, TOO_MANY):
        return Throttled(str(refusal), retry_after=THROTTLED_SECONDS)
    return Rejected(str(refusal))
