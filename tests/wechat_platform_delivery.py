"""How the tests' WeChat posts to the desk: at once, again when no answer comes, three times in all. In its loop."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import httpx

from tests import wechat_platform_answers as answers
from tests.wechat_platform_faults import Faults
from tests.wechat_platform_state import ERROR_LINE, Post, Update, User, World
from tests.wechat_platform_xml import crypto, read, render, signature

ATTEMPTS = 3
ANSWER_WITHIN = 5.0
"""The platform's seconds an attempt has; one that breaks earlier is not repeated before they are over."""
HEADERS = {"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0", "Pragma": "no-cache"}


class Delivery:
    """Wakes by ``wake`` after every change of the world."""

    def __init__(self, world: World, faults: Faults) -> None:
        self.world = world
        self.faults = faults
        self._news = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns: dict[User, asyncio.Event] = {}
        self._nonces = itertools.count(1_320_562_132)

    def wake(self) -> None:
        """Lets everything that waits look again."""
        self._news, before = asyncio.Event(), self._news
        before.set()

    async def post_updates(self) -> None:
        """Posts for as long as it runs: each update at once, those of one person in their order."""
        async with httpx.AsyncClient(trust_env=False, timeout=None, limits=httpx.Limits()) as client:
            try:
                while True:
                    news = self._news
                    self._start(client)
                    await news.wait()
            finally:
                running = list(self._tasks)
                for task in running:
                    task.cancel()
                await asyncio.gather(*running, return_exceptions=True)

    async def verify(self, echo: str) -> tuple[int, str]:
        """The GET by which the platform makes sure of the URL: status and body of the answer."""
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(self.world.desk, params=self._query() | {"echostr": echo})
        return answer.status_code, answer.text

    def _start(self, client: httpx.AsyncClient) -> None:
        with self.world.news:
            waiting = [update for update in self.world.updates if not update.taken] if self.world.desk else []
            for update in waiting:
                update.taken = True
        for update in waiting:
            turn, mine = self._turns.get(update.user), asyncio.Event()
            self._turns[update.user] = mine
            task = asyncio.create_task(self._deliver(client, update, turn, mine))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(
        self, client: httpx.AsyncClient, update: Update, turn: asyncio.Event | None, mine: asyncio.Event
    ) -> None:
        """All attempts. ``turn`` is set once the person's update before this one has been written, or is late."""
        if turn:
            await turn.wait()
        lost = 0
        try:
            for number in range(1, ATTEMPTS + 1):
                begun = await self._begin(update, mine)
                posts = await self._attempt(client, update, number, mine)
                if any(post.ending == "answered" for post in posts):
                    self._judge(update, [post for post in posts if post.ending == "answered"])
                    return
                lost += any(post.ending == "lost" for post in posts)
                await self.until(begun + ANSWER_WITHIN)
            with self.world.change():
                if lost < ATTEMPTS:
                    self.world.wrong("no answer came to any attempt", update.user.openid)
                self.world.show(update.user, "error", ERROR_LINE)
        finally:
            mine.set()
            with self.world.change():
                update.done = True

    async def _begin(self, update: Update, mine: asyncio.Event) -> float:
        """Waits where an attempt is to be late, which lets the person's next updates pass; when it begins."""
        with self.world.change():
            late = self.faults.strike_post("late", update.user)
        if late:
            mine.set()
            await self.until(self.world.clock.now() + late.seconds)
        return self.world.clock.now()

    async def _attempt(self, client: httpx.AsyncClient, update: Update, number: int, mine: asyncio.Event) -> list[Post]:
        """One attempt, or the same one twice at the same time; in the order they ended."""
        with self.world.change():
            copies = 2 if self.faults.strike_post("twice", update.user) else 1
            posts = [self._sign(update, number) for _ in range(copies)]
            self.world.posts += posts
        ended: list[Post] = []
        await asyncio.gather(*(self._post(client, post, mine, ended) for post in posts))
        return ended

    async def _post(self, client: httpx.AsyncClient, post: Post, mine: asyncio.Event, ended: list[Post]) -> None:
        request = asyncio.create_task(_send(client, self.world.desk, post, mine))
        try:
            await self.until(post.date + ANSWER_WITHIN, request)
        finally:
            if not request.done():
                request.cancel()
            await asyncio.gather(request, return_exceptions=True)
        with self.world.change():
            if request.cancelled():
                post.ending = "timeout"
            elif request.exception():
                post.ending = "broken"
            else:
                post.status, post.answer = request.result()
                post.ending = "lost" if self.faults.strike_post("lost", post.update.user) else "answered"
        ended.append(post)

    def _judge(self, update: Update, answered: list[Post]) -> None:
        """Shows the first text among the answers; an answer the platform cannot take is a fault and its error line."""
        texts, wrong = [], []
        with self.world.change():
            for post in answered:
                try:
                    texts.append(answers.text_of(self.world.account, update.user, post.status or 0, post.answer))
                except answers.WrongAnswer as error:
                    wrong.append(str(error))
                    self.world.wrong(str(error), update.user.openid, post.answer.decode(errors="replace"))
            shown = next((text for text in texts if text is not None), None)
            if shown is not None:
                self.world.show(update.user, "passive", shown)
            elif wrong:
                self.world.show(update.user, "error", ERROR_LINE)

    def _query(self) -> dict[str, str]:
        nonce = "1320562132" if self.world.same_nonce else str(next(self._nonces))
        timestamp = str(int(self.world.clock.now()))
        signed = signature(self.world.account.token, timestamp, nonce)
        return {"signature": signed, "timestamp": timestamp, "nonce": nonce}

    def _sign(self, update: Update, number: int) -> Post:
        account, query = self.world.account, self._query() | {"openid": update.user.openid}
        fields: dict[str, Any] = dict(update.fields)
        if account.mode != "plain":
            sealed = read(crypto(account).encrypt_message(render(fields), query["nonce"], query["timestamp"]))
            query |= {"encrypt_type": "aes", "msg_signature": sealed["MsgSignature"]}
            shown = fields if account.mode == "compatible" else {"ToUserName": account.id}
            fields = shown | {"Encrypt": sealed["Encrypt"]}
        return Post(update, number, self.world.clock.now(), query, render(fields).encode())

    async def until(self, when: float, task: asyncio.Task[Any] | None = None) -> None:
        """Until an instant of the platform's clock, or until the task is done."""
        while not (task and task.done()) and (left := when - self.world.clock.now()) > 0:
            news = asyncio.create_task(self._news.wait())
            waited = {news, task} if task else {news}
            try:
                await asyncio.wait(waited, timeout=self.world.clock.real(left), return_when=asyncio.FIRST_COMPLETED)
            finally:
                news.cancel()


async def _send(client: httpx.AsyncClient, url: str, post: Post, written: asyncio.Event) -> tuple[int, bytes]:
    """Posts over a connection of its own; ``written`` is set as soon as the desk can read it, or nobody will."""

    async def trace(event: str, _: dict[str, Any]) -> None:
        if event == "http11.send_request_body.complete":
            written.set()

    try:
        headers = HEADERS | {"Connection": "close"}
        answer = await client.post(
            url, params=dict(post.query), content=post.body, headers=headers, extensions={"trace": trace}
        )
    finally:
        written.set()
    return answer.status_code, answer.content
