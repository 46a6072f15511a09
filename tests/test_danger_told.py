"""What is answered to danger, turn by turn: a child, one who asks for secrecy, one who found somebody, an option."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.settings import Settings
from bot.turn import danger_replies
from bot.web.site import make_site
from flows.danger import asks_secrecy, judge
from flows.language import ALWAYS, File, Flow, choice, confirm
from integrations.store import cases, queue
from tests.made_up import PLACE, speech_of
from tests.talk import HandClock, Talk
from tests.web import Resident, client_of

DANGEROUS = "kidnapped"
"""An option that is a word of danger. The real flows have none: a test of the words of options says so."""
TROUBLE = Flow(
    "trouble",
    [choice("what", DANGEROUS, "fence"), choice("when", "today", "before"), confirm("summary")],
    [("what", ALWAYS, "when"), ("when", ALWAYS, "summary"), ("summary", ALWAYS, "told")],
    {"told": File(service="trouble")},
)


def keys_for(text: str) -> list[str]:
    return [reply.words.key for reply in danger_replies(text, PLACE)]


# --- whom it is said to ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("老公又打我了", ["danger-violence"]),
        ("隔壁在打孩子", ["danger-child", "danger-must_report"]),
        ("我爸打我，我才10岁", ["danger-child.speaking", "danger-child_speaking"]),
        ("我不想活了，我上六年级", ["danger-suicide", "danger-child_speaking"]),
        ("你别告诉我妈，我爸老打我", ["danger-child.speaking", "danger-child_speaking", "danger-no_secret.child"]),
        ("隔壁在打孩子，别说是我说的，能保密吗", ["danger-child", "danger-must_report", "danger-no_secret"]),
        ("老公又打我了，别告诉别人", ["danger-violence", "danger-no_secret"]),
        ("店里来了个老人，说不清家在哪里", ["danger-missing.found"]),
        ("我妈走丢了", ["danger-missing"]),
    ],
)
def test_the_reply_fits_who_writes_and_what_they_ask(text: str, keys: list[str]) -> None:
    assert keys_for(text) == [*keys, "danger-office"]


@pytest.mark.parametrize(
    "text",
    [
        "能保密吗",
        "你别告诉我妈",
        "不要跟别人说",
        "我只跟你说",
        "你们会不会告诉学校",
        "别說出去",
        "don't tell my mom",
        "is this confidential",
    ],
)
def test_asking_for_secrecy_is_heard_and_is_no_danger_by_itself(text: str) -> None:
    assert asks_secrecy(text)
    assert judge(text) is None


@pytest.mark.parametrize(
    "text", ["保密协议要带吗", "告诉我要带什么", "不要告诉我地址", "别给我打电话", "你跟我说说", "tell me the way"]
)
def test_other_talk_of_telling_asks_for_no_secrecy(text: str) -> None:
    assert not asks_secrecy(text)


# --- an option that is a word of danger ------------------------------------------------------------------------------


@pytest.fixture
async def trouble(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """The whole desk, with a made-up service and no other."""
    settings = Settings.model_validate({"data_dir": tmp_path, "database_url": database_url})
    async with open_app(settings, clock=clock, speech=speech_of(TROUBLE), flows={"trouble": TROUBLE}) as app:
        yield app


async def filed(app: App) -> list[tuple[str, bool, dict[str, object]]]:
    """Service, urgency and answers of every case there is."""
    found = []
    async with app.database.read() as connection:
        for row in await queue.listed(connection):
            case = await cases.by_number(connection, app.vault, row.number)
            assert case is not None
            answers = {answer["step"]: answer["value"] for answer in case.content["answers"]}
            found.append((case.service, case.urgent, answers))
    return found


async def test_a_tapped_option_is_no_text_and_alarms_nobody(trouble: App) -> None:
    talk = Talk(trouble)
    await talk.say("trouble")
    await talk.tap(DANGEROUS)
    assert talk.keys == ["trouble-when"]
    assert await filed(trouble) == []


async def test_an_option_typed_in_words_of_danger_is_answered_with_the_number_and_taken_as_the_option(
    trouble: App,
) -> None:
    talk = Talk(trouble)
    await talk.say("trouble")
    await talk.say(DANGEROUS)
    assert talk.keys == ["danger-violence", "danger-office", "alarm-go_on"]
    assert [(service, urgent) for service, urgent, _ in await filed(trouble)] == [("danger", True)]
    await talk.tap("command:resume")
    assert talk.keys == ["trouble-when"]
    await talk.tap("today")
    await talk.say("yes")
    (answers,) = [answers for service, _, answers in await filed(trouble) if service == "trouble"]
    assert (answers["what"], answers["when"]) == (DANGEROUS, "today")


async def test_on_the_page_it_is_the_same(trouble: App) -> None:
    async with client_of(make_site(trouble)) as client:
        tapping, typing = await Resident.begin(client), await Resident.begin(client)
        for resident in (tapping, typing):
            await resident.say("trouble")
        await tapping.tap(DANGEROUS)
        assert tapping.keys == ["trouble-when"]
        await typing.say(DANGEROUS)
        assert typing.keys == ["danger-violence", "danger-office", "alarm-go_on"]
        await typing.tap("command:resume")
        assert typing.keys == ["trouble-when"]
