"""接派单, as volunteers who were asked go through it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from bot.app import App
from flows.volunteers.help_out_flow import FLOW
from tests.calling import a_call, volunteers
from tests.talk import Talk, an_app, replay
from tests.transcripts.walks import not_walked, said


async def test_a_volunteer_is_asked_and_comes(any_app: App) -> None:
    await volunteers(any_app, 1)
    await a_call(any_app)
    talk = await replay(
        any_app,
        """
        you: 接派单
        ...
        bot: help_out-need
        bot: help_out-answer
        you: 我能去
        bot: help_out-accepted
        ...
        """,
        Talk(any_app, "v0"),
    )
    await replay(
        any_app,
        """
        you: 接派单
        bot: help_out-where_to
        bot: help_out-answer
        you: 临时有事
        bot: help_out-given_up
        ...
        you: 接派单
        bot: help_out-none
        ...
        """,
        talk,
    )


async def test_every_route_of_answering_a_call_is_walked(tmp_path: Path) -> None:
    async with an_app(tmp_path) as app:
        await volunteers(app, 3)
        numbers = [(await a_call(app, f"JT260511-CALL{n:02}", needed=2)).number for n in range(2)]
        talks = [Talk(app, f"v{n}") for n in range(3)]

        def one(n: int, *lines: str) -> list[str]:
            return ["接派单", f"={numbers[0]}:JT260501-{n:06}", *lines]

        walks = (
            (0, one(0, "=later")),
            (0, one(0, "=accept")),
            (0, one(0, "=give_up")),
            (1, one(1, "=decline")),
            (2, one(2, "=no_more")),
        )
        walked: set[tuple[str, str]] = set()
        for n, lines in walks:
            names = [key.removeprefix(f"{FLOW.name}-") for key in await said(talks[n], *lines)]
            walked |= set(pairwise(each for each in names if each in (*FLOW.steps, *FLOW.endings)))
    assert not_walked(FLOW, walked) == []
