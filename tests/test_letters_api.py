"""A letter of authorisation as a file for its people, and the page on which a printed one is verified."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
import zxingcpp

from bot.app import App
from bot.web.site import make_site
from flows.assistance import letter
from integrations.documents.letter import letter_pdf
from integrations.store import letters
from tests.test_documents import pages_of, picture_of
from tests.transcripts.test_assistance import OLD_MAN, SIGNED, WIFE
from tests.transcripts.test_letters import COUPLE
from tests.web import Resident, client_of, conversation, is_guarded, is_problem

BASE = "http://desk.example"


@pytest.fixture
async def client(any_app: App) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the whole site, once on each database."""
    async with client_of(make_site(any_app)) as opened:
        yield opened


async def through(resident: Resident, lines: Sequence[str]) -> list[dict[str, object]]:
    """Says and taps the lines; every reply."""
    heard = []
    for line in lines:
        if line == "=first":
            answer = await resident.tap(resident.options[0])
        else:
            answer = await (resident.tap(line[1:]) if line.startswith("=") else resident.say(line))
        heard += answer["replies"]
    return heard


async def applied(client: httpx.AsyncClient, lines: Sequence[str] = (*COUPLE, *SIGNED)) -> tuple[Resident, str, str]:
    """The applicant, the number of the letter, and the code of the one who is still to sign."""
    his = await Resident.begin(client)
    replies = await through(his, lines)
    links = [each["url"] for reply in replies for each in reply.get("attachments") or []]  # type: ignore[attr-defined]
    (paper,) = [url for url in links if url.endswith("letter.pdf")]
    codes = [url.removeprefix("/#sign=") for url in links if url.startswith("/#sign=")]
    return his, paper.split("/")[-2], codes[-1]


async def signed(client: httpx.AsyncClient, code: str) -> Resident:
    """Who signs with a code, in a conversation of their own."""
    hers = await Resident.begin(client)
    await through(hers, ["签授权书", code, "=first", "=agree", "王五", WIFE, "=first", "王五"])
    return hers


async def paper(resident: Resident, number: str) -> httpx.Response:
    """The letter as a conversation asks for it."""
    return await resident.client.get(f"/api/chat/letters/{number}/letter.pdf", headers=resident.headers)


async def verified(client: httpx.AsyncClient, url: str) -> tuple[int, str]:
    """What the page of an address says: its status, and which of the results."""
    answer = await client.get(url, headers={"accept-language": "zh-CN"})
    is_guarded(answer)
    return answer.status_code, re.search(r'class="card verified (\w+)"', answer.text)[1]  # type: ignore[index]


def link_on(pdf: bytes) -> str:
    """Where the code on the first page leads."""
    (read,) = zxingcpp.read_barcodes(picture_of(pdf))
    return str(read.text)


async def test_the_applicant_prints_every_page_and_who_signs_their_own(client: httpx.AsyncClient) -> None:
    his, number, code = await applied(client)
    hers = await signed(client, code)
    both, own = [pages_of((await paper(each, number)).content) for each in (his, hers)]
    assert (len(both), len(own)) == (2, 1)
    assert OLD_MAN in both[0]
    assert WIFE in both[1]
    assert WIFE in own[0]
    assert OLD_MAN not in own[0]


async def test_a_number_that_somebody_else_typed_is_masked_for_the_applicant(client: httpx.AsyncClient) -> None:
    household = [*COUPLE, *SIGNED]
    at = household.index("王五")
    his, number, code = await applied(client, [*household[: at + 1], "=unsure", "66", *household[at + 2 :]])
    await signed(client, code)
    pages = pages_of((await paper(his, number)).content)
    assert not [page for page in pages if WIFE in page]
    assert OLD_MAN in pages[0]


async def test_a_letter_is_for_its_people_alone(client: httpx.AsyncClient) -> None:
    _, number, _ = await applied(client)
    stranger = await Resident.begin(client)
    answer = await paper(stranger, number)
    is_problem(answer, 404, "fault-not_found")
    assert (await paper(stranger, "JT260511-222222")).json() == answer.json()
    is_problem(await client.get(f"/api/chat/letters/{number}/letter.pdf"), 401, "fault-ended")


async def test_a_letter_that_nobody_has_signed_carries_no_code(client: httpx.AsyncClient, any_app: App) -> None:
    his, number, _ = await applied(client, [*COUPLE, *SIGNED[:-1], "=later"])  # two are to sign
    assert zxingcpp.read_barcodes(picture_of((await paper(his, number)).content)) == []


async def test_the_code_on_a_signed_letter_leads_to_the_page_that_verifies_it(client: httpx.AsyncClient) -> None:
    his, number, code = await applied(client)
    half = link_on((await paper(his, number)).content)
    assert half.startswith(f"{BASE}/letters/{number}/")
    assert await verified(client, half) == (200, "ok")
    await signed(client, code)
    assert await verified(client, half) == (200, "older")
    assert await verified(client, link_on((await paper(his, number)).content)) == (200, "ok")


async def test_a_withdrawn_letter_says_so(client: httpx.AsyncClient) -> None:
    his, number, code = await applied(client)
    await signed(client, code)
    link = link_on((await paper(his, number)).content)
    assert await verified(client, link) == (200, "ok")
    await through(his, ["我的授权书", "=first", "=withdraw", "=yes"])
    assert await verified(client, link) == (200, "void")
    assert "已撤回" in (await client.get(link)).text
    assert "已撤回" in pages_of((await paper(his, number)).content)[0]


async def test_a_wrong_digest_and_a_number_that_never_was_are_told_alike_and_nobody_is_named(
    client: httpx.AsyncClient,
) -> None:
    his, number, _ = await applied(client)
    link = link_on((await paper(his, number)).content)
    wrong = link[:-1] + ("0" if link[-1] != "0" else "1")
    answers = [await client.get(url) for url in (wrong, f"{BASE}/letters/JT260511-222222/{link[-64:]}")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text
    for answer in (*answers, await client.get(link)):
        assert not [told for told in ("张三", "王五", OLD_MAN, WIFE) if told in answer.text]


async def test_whoever_tries_digests_is_slowed_down(client: httpx.AsyncClient) -> None:
    statuses = {(await client.get(f"/letters/JT260511-222222/{n:064x}")).status_code for n in range(25)}
    assert statuses == {404, 429}


async def test_what_was_printed_is_what_was_kept_whatever_the_words_say_now(
    client: httpx.AsyncClient, any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    his, number, _ = await applied(client)
    before = pages_of((await paper(his, number)).content)
    monkeypatch.setattr(letter, "clauses", lambda **_: ())
    async with any_app.database.read() as connection:
        kept = await letters.by_number(connection, any_app.vault, number)
    assert kept is not None
    again = any_app.papers.paper(kept, conversation(any_app, his), f"{BASE}/")
    assert pages_of(letter_pdf(again)) == before


async def test_a_digest_in_other_letters_is_a_wrong_one(client: httpx.AsyncClient) -> None:
    _, number, _ = await applied(client)
    assert await verified(client, f"/letters/{number}/校验") == (404, "no")


async def test_who_has_only_a_code_gets_no_paper(client: httpx.AsyncClient) -> None:
    _, number, code = await applied(client)
    other = await Resident.begin(client)
    await through(other, ["签授权书", code, "=first"])
    is_problem(await paper(other, number), 404, "fault-not_found")
