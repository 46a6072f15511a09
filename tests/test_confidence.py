"""What was told in confidence is not shown to whoever looks at the page next."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.web import Resident

AFRAID = [("离婚", None), (None, "agree"), (None, "afraid")]
SAFE = [("离婚", None), (None, "agree"), (None, "safe")]
TELLTALE = {"divorce-safety_help", "divorce-safe_reach", "divorce-to_a_person_now"}
"""What is asked and said only of those who are afraid."""


async def history_after(client: httpx.AsyncClient, *messages: tuple[str | None, str | None]) -> list[dict[str, Any]]:
    """The transcript as the page shows it when it is opened again."""
    resident = Resident(client, (await client.post("/api/chat/conversations")).json()["token"])
    for number, (text, choice) in enumerate(messages):
        said = {"text": text} if choice is None else {"choice": choice}
        assert (await resident.post(id=f"m{number}", **said)).status_code == 200
    found: list[dict[str, Any]] = (await resident.history())["messages"]
    return found


def keys(history: list[dict[str, Any]]) -> set[str]:
    return {reply["key"] for message in history for reply in message["replies"]}


@pytest.mark.parametrize(
    "more",
    [
        [],
        [("帮助", None)],
        [(None, "command:back")],
        [(None, "command:resume"), ("什么", None)],
        [(None, "person")],
        [(None, "person"), ("帮助", None), ("13900000000", None)],
        [(None, "go_on"), ("返回", None)],
    ],
)
async def test_a_page_that_is_opened_again_does_not_show_that_somebody_is_afraid(
    client: httpx.AsyncClient, more: list[tuple[str | None, str | None]]
) -> None:
    history = await history_after(client, *AFRAID, *more)
    assert keys(history) & TELLTALE == set()
    assert "history-hidden" in keys(history)


async def test_nor_does_the_number_of_hidden_messages_tell(client: httpx.AsyncClient) -> None:
    afraid = await history_after(client, *AFRAID, (None, "go_on"), (None, "yes"))
    safe = await history_after(client, *SAFE, (None, "yes"))
    assert [(message["said"], message["replies"]) for message in afraid] == [
        (message["said"], message["replies"]) for message in safe
    ]


async def test_after_quick_exit_nothing_that_was_begun_is_found_by_the_same_token(client: httpx.AsyncClient) -> None:
    history = await history_after(client, *AFRAID, (None, "go_on"), ("快速退出", None), (None, "command:resume"))
    assert keys(history) == {"exit-done", "greeting", "greeting-demonstration", "menu"}
