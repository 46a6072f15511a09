"""授权书 (letters of authorisation): signed by each of a household in a chat of their own, and what else may become of
them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app import App
from flows.assistance.letters_flow import FLOW as LETTERS
from flows.assistance.sign_flow import FLOW as SIGN
from flows.assistance.signing import Letter
from flows.words import Words
from integrations.store import conversations, letters, uploads
from tests.people import id_number
from tests.talk import HandClock, Talk, an_app, work_off
from tests.transcripts.test_assistance import (
    ALONE,
    BEGIN,
    HEALTHY,
    LIVES,
    NOTHING,
    OLD_MAN,
    OWN,
    SENT,
    SIGNED,
    WIFE,
)
from tests.transcripts.walks import NOON, not_walked, said, the_case, walk_all

SON = id_number(date(2015, 5, 5), man=True)
BROTHER = id_number(date(1958, 5, 5), man=True)
WITH_WIFE = ["=add", "=spouse", "王五", WIFE, *HEALTHY]
WITH_SON = ["=add", "=child", "张小", SON, *HEALTHY, "=school", "=cares", "=cares"]
COUPLE = [*OWN, OLD_MAN, *LIVES, *HEALTHY, *WITH_WIFE, "=done", *NOTHING]
FAMILY = [*OWN, OLD_MAN, *LIVES, *HEALTHY, *WITH_WIFE, *WITH_SON, "=done", *NOTHING]
ASKED_BY_ANOTHER = [*BEGIN, "=other", "=asked", "李四", "=neighbour", "张三", OLD_MAN, *LIVES, *HEALTHY]
BY_PROXY = [*ASKED_BY_ANOTHER, *WITH_WIFE, "=done", *NOTHING, *SENT]
OPENED = ["签授权书", "{code}"]
MATCHED = ["=first", "=agree", "王五", WIFE]
MINE = ["我的授权书"]


async def applied(app: App, lines: Sequence[str] = (*COUPLE, *SIGNED), conversation: str = "c0") -> Talk:
    """The applicant, once the application is filed."""
    talk = Talk(app, conversation)
    await said(talk, *lines)
    assert "assistance-filed" in talk.keys
    return talk


def codes(talk: Talk) -> tuple[str, ...]:
    """The codes that were just told, in the order of the pages."""
    assert talk.last is not None
    return next(reply.words.args["codes"] for reply in talk.last.replies if "codes" in reply.words.args)


async def the_letter(app: App, talk: Talk) -> Letter:
    """The letter of the application of a conversation."""
    case = await the_case(app, talk)
    async with app.database.read() as connection:
        kept = await letters.of_case(connection, app.vault, case.number)
    assert kept is not None
    return kept.letter


async def states(app: App, talk: Talk) -> list[str]:
    """How far the pages have come, the applicant's first."""
    return [page.state for page in (await the_letter(app, talk)).pages]


async def signs(app: App, code: str, name: str = "王五", number: str = WIFE, conversation: str = "hers") -> Talk:
    """Somebody who signs with a code, in a conversation of their own."""
    talk = Talk(app, conversation)
    await said(talk, "签授权书", code, "=first", "=agree", name, number, "=first", name)
    return talk


async def checked(app: App, talk: Talk, page: str, *, is_good: bool) -> bool:
    """A clerk has looked at a page."""
    number = (await the_letter(app, talk)).number
    async with app.database.write() as connection:
        return await app.letters.checked(connection, number, page, app.clock(), is_good=is_good)


async def told(app: App, talk: Talk) -> list[str]:
    """The message ids of the notices of a conversation, once all that is due was done."""
    await work_off(app)
    return [words.key for words in await notices(app, talk) if words.key.startswith("letters-")]


async def notices(app: App, talk: Talk) -> list[Words]:
    """What was said in a conversation by itself."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, talk.conversation, pushed_only=True, last=100)
    return [reply.words for entry in entries for reply in entry.replies]


# --- both services, by their tables ----------------------------------------------------------------------------------


async def test_every_route_of_signing_is_walked(tmp_path: Path) -> None:
    begun = [*COUPLE, *SIGNED]
    ways = {
        "ask_again": ["签授权书", "=lost"],
        "later": [*OPENED, "=none"],
        "later.not_refused": [*OPENED, *MATCHED, "=refuse", "=no"],
        "at_the_office": [*OPENED, "=first", "=decline"],
        "refused": [*OPENED, *MATCHED, "=refuse", "=yes"],
        "later.having_read": [*OPENED, *MATCHED, "=first", "=later"],
        "signed": [*OPENED, *MATCHED, "=first", "王五"],
    }
    walks = {name: (NOON, [*begun, *lines]) for name, lines in ways.items()}
    walked = await walk_all(SIGN, walks, tmp_path)
    assert not_walked(SIGN, walked) == []
    assert {name.partition(".")[0] for name in walks} == set(SIGN.endings)


async def test_every_route_of_what_is_done_about_a_letter_is_walked(tmp_path: Path) -> None:
    begun = [*FAMILY, *SENT, "=later", *MINE]
    member = ["=joined", "=agree", "=sibling", "赵六"]
    ways = {
        "nothing": ["=none"],
        "nothing.to_do": ["=first", "=none"],
        "codes": ["=first", "=codes"],
        "looked": ["=first", "=looked"],
        "withdrawn": ["=first", "=withdraw", "=yes"],
        "signed_again": ["=first", "=withdraw", "=yes", "我的授权书", "=first", "=again"],
        "nothing.withdrawn": ["=first", "=withdraw", "=no"],
        "with_one_more": ["=first", *member, BROTHER, "=yes"],
        "with_one_more.of_an_age": ["=first", *member, "=unsure", "60", "=yes"],
        "nothing.after_all": ["=first", *member, BROTHER, "=no"],
        "nothing.agreed": ["=first", "=joined", "=decline"],
        "nothing.of_a_page": ["=first", "=paper", "=none"],
        "without": ["=first", "=left", "=first", "=yes"],
        "guardian_signs": ["=first", "=guardian", "=first", "=first"],
        "guardian_signs.another": ["=first", "=guardian", "=first", "=another", "=agree", "钱七"],
        "nothing.of_a_guardian": ["=first", "=guardian", "=first", "=another", "=decline"],
        "on_paper": ["=first", "=paper", "=first", "=agree", "{photo}"],
        "nothing.on_paper": ["=first", "=paper", "=first", "=decline"],
        "nothing.of_paper": ["=first", "=paper", "=first", "=agree", "=none"],
    }
    walks = {name: (NOON, [*begun, *lines]) for name, lines in ways.items()}
    walked = await walk_all(LETTERS, walks, tmp_path)
    assert not_walked(LETTERS, walked) == []
    assert {name.partition(".")[0] for name in walks} == set(LETTERS.endings)


# --- signing ---------------------------------------------------------------------------------------------------------


async def test_a_family_signs_each_in_a_chat_of_their_own_and_the_child_by_the_guardian(any_app: App) -> None:
    his = await applied(any_app, [*FAMILY, *SIGNED])
    assert await states(any_app, his) == ["signed", "waiting", "guardian"]
    (code,) = codes(his)
    hers = await signs(any_app, code)
    assert "sign-signed" in hers.keys
    assert await told(any_app, his) == ["letters-was_signed"]
    letter = await the_letter(any_app, his)
    assert [page.state for page in letter.pages] == ["signed", "signed", "guardian"]
    assert (letter.state, [page.match for page in letter.pages]) == ("complete", ["own", "number", "own"])
    case = await the_case(any_app, his)
    assert (case.content["letter"]["state"], case.content["letter"]["number"]) == ("complete", letter.number)


async def test_who_signs_reads_the_letter_before_and_sees_no_more_of_the_applicant_than_the_family_name(
    app: App,
) -> None:
    his = await applied(app)
    hers = Talk(app, "hers")
    await said(hers, "签授权书", *codes(his))
    assert hers.last is not None
    shown = " ".join(hers.text(reply) for reply in hers.last.replies) + str(hers.question.asking)
    assert "张*" in shown
    assert "张三" not in shown
    await said(hers, "=first", "=agree", "王五", WIFE)
    assert hers.keys == ["letter-read", "sign-pages"]
    assert "张三" in hers.text(hers.last.replies[0])


@pytest.mark.parametrize(
    ("name", "number"),
    [("王五", BROTHER), ("王六", WIFE), ("王六", BROTHER), ("张小", SON)],
    ids=["another number", "another name", "both", "a child"],
)
async def test_whoever_is_not_the_signer_is_told_so_in_one_sentence_and_signs_nothing(
    app: App, name: str, number: str
) -> None:
    his = await applied(app)
    talk = Talk(app, "other")
    await said(talk, "签授权书", *codes(his), "=first", "=agree", name, number)
    assert talk.keys == ["sign-no_match", "sign-pages"]
    assert set(talk.options) == {"other_name", "other_number", "refuse"}
    await said(talk, "=other_name", "王五", "=other_number", WIFE, "=first", "王五")
    assert await states(app, his) == ["signed", "signed"]


async def test_whoever_tries_names_and_numbers_for_a_code_is_stopped(app: App) -> None:
    his = await applied(app)
    talk = Talk(app, "other")
    await said(talk, "签授权书", *codes(his), "=first", "=agree")
    await said(talk, "赵一", WIFE)
    for name in ("赵二", "赵三", "赵四", "赵五", "王五"):
        assert talk.keys[0] == "sign-no_match"
        await said(talk, "=other_name", name)
    assert talk.keys[0] == "sign-too_often"
    assert await states(app, his) == ["signed", "waiting"]


async def test_a_code_that_never_was_is_used_or_anothers_is_one_sentence(app: App) -> None:
    his = await applied(app)
    (code,) = codes(his)
    first = Talk(app, "first")
    await said(first, "签授权书", code, "=first", "=agree", "王五", WIFE, "=first")
    for other in (code, "2222-2222"):
        talk = Talk(app, f"second {other}")
        await said(talk, "签授权书", other)
        assert talk.keys[0] == "sign-over", other
    await said(first, "王五")
    assert "sign-signed" in first.keys
    late = Talk(app, "late")
    await said(late, "签授权书", code)
    assert late.keys[0] == "sign-over"


async def test_who_leaves_without_signing_leaves_the_code_to_be_used_elsewhere(app: App) -> None:
    his = await applied(app)
    (code,) = codes(his)
    await said(Talk(app, "first"), "签授权书", code, "=first", "=agree", "王五", WIFE, "=first", "=later")
    assert "sign-signed" in (await signs(app, code)).keys


async def test_a_name_that_was_told_without_a_number_is_matched_with_the_age_and_marked_so(app: App) -> None:
    wife = ["=add", "=spouse", "王五", "=unsure", "66", *HEALTHY]
    his = await applied(app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *wife, "=done", *NOTHING, *SIGNED])
    young = id_number(date(1990, 1, 1), man=False)
    talk = await signs(app, codes(his)[0], number=WIFE)
    assert (await the_letter(app, his)).pages[1].match == "name"
    assert "sign-signed" in talk.keys
    again = await applied(
        app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *wife, "=done", *NOTHING, *SIGNED], conversation="again"
    )
    other = Talk(app, "other")
    await said(other, "签授权书", codes(again)[0], "=first", "=agree", "王五", young)
    assert other.keys[0] == "sign-no_match"


async def test_nobody_signs_online_whose_name_is_not_known(app: App) -> None:
    stranger = ["=add", "=sibling", "=unsure", "=unsure", "60", *HEALTHY]
    his = await applied(app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *stranger, "=done", *NOTHING, *SIGNED])
    assert codes(his) == ()
    assert await states(app, his) == ["signed", "waiting"]


async def test_for_who_is_spoken_for_nobody_signs_but_themselves(app: App) -> None:
    """最低生活保障审核确认办法第6条: who speaks for somebody has a mandate, and does not sign for them."""
    proxy = await applied(app, BY_PROXY)
    assert await states(app, proxy) == ["waiting", "waiting"]
    first, second = codes(proxy)
    await signs(app, first, "张三", OLD_MAN, conversation="his")
    await signs(app, second)
    letter = await the_letter(app, proxy)
    assert (letter.state, [page.match for page in letter.pages]) == ("complete", ["number", "number"])
    assert await told(app, proxy) == ["letters-was_signed", "letters-was_signed"]


# --- what else becomes of it -----------------------------------------------------------------------------------------


async def test_who_refuses_is_known_to_the_applicant_and_may_think_again_with_another_code(any_app: App) -> None:
    his = await applied(any_app)
    (code,) = codes(his)
    hers = Talk(any_app, "hers")
    await said(hers, "签授权书", code, "=first", "=agree", "王五", WIFE, "=refuse", "=yes")
    assert hers.keys[0] == "sign-refused"
    assert await states(any_app, his) == ["signed", "refused"]
    assert await told(any_app, his) == ["letters-was_refused"]
    await said(hers, "签授权书", code)
    assert hers.keys[0] == "sign-over"
    await said(his, *MINE, "=first", "=codes")
    assert "sign-signed" in (await signs(any_app, codes(his)[0], conversation="again")).keys
    assert (await the_letter(any_app, his)).is_in_force


async def test_new_codes_make_the_old_ones_useless(app: App) -> None:
    his = await applied(app)
    (old,) = codes(his)
    await said(Talk(app, "lost"), "签授权书", old, "=first", "=agree", "王五", WIFE, "=first")
    await said(his, *MINE, "=first", "=codes")
    (new,) = codes(his)
    talk = Talk(app, "another")
    await said(talk, "签授权书", old)
    assert talk.keys[0] == "sign-over"
    assert "sign-signed" in (await signs(app, new)).keys


async def test_the_applicant_withdraws_and_it_is_in_force_no_more(any_app: App) -> None:
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    assert (await the_letter(any_app, his)).is_in_force
    await said(his, *MINE, "=first", "=withdraw", "=yes")
    letter = await the_letter(any_app, his)
    assert (letter.state, letter.is_in_force) == ("withdrawn", False)
    assert "letters-is_withdrawn" in await told(any_app, hers)
    assert (await the_case(any_app, his)).content["letter"]["state"] == "withdrawn"


async def test_who_signed_withdraws_their_own_page_and_nothing_is_asked_until_it_is_signed_again(any_app: App) -> None:
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    await said(hers, *MINE, "=first")
    assert set(hers.options) == {"looked", "withdraw", "none"}
    await said(hers, "=withdraw", "=yes")
    letter = await the_letter(any_app, his)
    assert (letter.state, [page.state for page in letter.pages]) == ("open", ["signed", "withdrawn"])
    assert sorted(await told(any_app, his)) == ["letters-was_signed", "letters-was_withdrawn"]
    await said(his, *MINE, "=first", "=codes")
    await signs(any_app, codes(his)[0], conversation="again")
    assert (await the_letter(any_app, his)).is_in_force


async def test_a_letter_that_is_not_signed_by_all_in_time_is_void(any_app: App, clock: HandClock) -> None:
    his = await applied(any_app, [*FAMILY, *SENT, "=later"])
    first, second = codes(his)
    await signs(any_app, second)
    clock.move("31d")
    assert (await told(any_app, his))[-1] == "letters-expired"
    assert (await the_letter(any_app, his)).state == "expired"
    talk = Talk(any_app, "late")
    await said(talk, "签授权书", first)
    assert talk.keys[0] == "sign-over"


async def test_a_letter_that_all_have_signed_does_not_run_out(app: App, clock: HandClock) -> None:
    his = await applied(app)
    await signs(app, codes(his)[0])
    clock.move("31d")
    assert await told(app, his) == ["letters-was_signed"]
    assert (await the_letter(app, his)).is_in_force


async def test_who_has_not_signed_is_reminded_and_so_is_the_applicant(app: App, clock: HandClock) -> None:
    his, hers = await applied(app), Talk(app, "hers")
    await said(hers, "签授权书", codes(his)[0], "=first", "=agree", "王五", WIFE, "=first")
    clock.move("3d")
    clock.move("1m")
    assert await told(app, his) == ["letters-remind"]
    assert await told(app, hers) == ["letters-remind_signer"]
    await said(hers, "王五")
    clock.move("8d")
    assert await told(app, his) == ["letters-remind", "letters-was_signed"]


async def test_when_somebody_joins_after_signing_everybody_signs_again(any_app: App) -> None:
    """最低生活保障审核确认办法第30条."""
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    old = await the_letter(any_app, his)
    await said(his, *MINE, "=first", "=joined", "=agree", "=sibling", "赵六", BROTHER, "=yes")
    new = await the_letter(any_app, his)
    assert new.number != old.number
    assert [page.state for page in new.pages] == ["waiting"] * 3
    async with any_app.database.read() as connection:
        void = await letters.by_number(connection, any_app.vault, old.number)
    assert void is not None
    assert void.letter.state == "replaced"
    assert "letters-sign_again" in await told(any_app, hers)
    fresh = next(words for words in await notices(any_app, hers) if words.key == "letters-sign_again")
    await said(hers, "签授权书", fresh.args["code"], "=first", "=agree", "王五", WIFE, "=first", "王五")
    assert [page.state for page in (await the_letter(any_app, his)).pages] == ["waiting", "signed", "waiting"]
    case = await the_case(any_app, his)
    assert [page["name"] for page in case.content["letter"]["pages"]] == ["张三", "王五", "赵六"]


async def test_when_somebody_leaves_everybody_signs_again_and_nobody_signs_for_who_left(app: App) -> None:
    his = await applied(app, [*FAMILY, *SIGNED])
    await said(his, *MINE, "=first", "=left", "=first", "=yes")
    assert [page.of.name for page in (await the_letter(app, his)).pages] == ["张三", "张小"]


async def test_who_is_legally_obliged_signs_the_same_letter(app: App) -> None:
    """特困人员认定办法第10条."""
    his = await applied(app)
    old = await the_letter(app, his)
    await said(his, *MINE, "=first", "=joined", "=agree", "=obliged", "赵六", BROTHER, "=yes")
    letter = await the_letter(app, his)
    assert letter.number == old.number
    assert [page.state for page in letter.pages] == ["signed", "waiting", "waiting"]


async def test_a_guardian_signs_for_who_cannot_and_with_one_signature_for_both(app: App) -> None:
    """民法典第28条; that somebody cannot sign, and who their guardian is, a clerk looks at."""
    brother = ["=add", "=sibling", "赵六", BROTHER, *HEALTHY]
    his = await applied(app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *WITH_WIFE, *brother, "=done", *NOTHING, *SIGNED])
    letter = await the_letter(app, his)
    wife, cannot = letter.pages[1:]
    await said(his, *MINE, "=first", "=guardian", f"={cannot.id}", f"={wife.id}")
    (code,) = codes(his)
    await signs(app, code)
    assert await states(app, his) == ["signed", "signed", "guardian_due"]
    letter = await the_letter(app, his)
    assert not letter.is_in_force
    assert await checked(app, his, cannot.id, is_good=True)
    assert (await the_letter(app, his)).is_in_force
    assert not await checked(app, his, cannot.id, is_good=False)


async def test_whose_guardian_a_clerk_does_not_find_signs_themselves_again(app: App) -> None:
    his = await applied(app)
    wife = (await the_letter(app, his)).pages[1]
    await said(his, *MINE, "=first", "=guardian", "=first", "=first")
    await said(his, "签授权书", codes(his)[0], "=first", "=agree", "张三", OLD_MAN, "=first", "张三")
    assert await states(app, his) == ["signed", "guardian_due"]
    assert await checked(app, his, wife.id, is_good=False)
    assert await told(app, his) == ["letters-paper_again"]
    page = (await the_letter(app, his)).pages[1]
    assert (page.state, page.by, page.match) == ("waiting", page.of, None)


@pytest.mark.parametrize("how", ["refused", "withdrawn"])
async def test_for_who_refused_or_withdrew_nobody_else_signs(app: App, how: str) -> None:
    his = await applied(app)
    (code,) = codes(his)
    if how == "refused":
        await said(Talk(app, "hers"), "签授权书", code, "=first", "=agree", "王五", WIFE, "=refuse", "=yes")
    else:
        await said(await signs(app, code), *MINE, "=first", "=withdraw", "=yes")
    for way in ("guardian", "paper"):
        await said(his, *MINE, "=first", f"={way}")
        assert "letters-no_page" in his.keys
        await said(his, "=none")
    await said(his, *MINE, "=first", "=codes")
    assert (await the_letter(app, his)).pages[1].before == how


async def test_a_refusal_of_somebody_else_counts_for_nothing(app: App) -> None:
    his = await applied(app)
    talk = Talk(app, "stranger")
    await said(talk, "签授权书", *codes(his), "=first")
    assert "refuse" not in talk.options
    await said(talk, "=agree", "王五", BROTHER, "=refuse", "=yes")
    assert "sign-no_match" in talk.keys
    assert await states(app, his) == ["signed", "waiting"]


async def test_a_page_signed_on_paper_waits_for_a_clerk_to_look_at_it(any_app: App, clock: HandClock) -> None:
    his = await applied(any_app)
    case = await the_case(any_app, his)
    async with any_app.database.write() as connection:
        await uploads.keep(connection, any_app.vault, upload="photo", conversation="c0", data=b"a page", at=clock())
    await said(his, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    letter = await the_letter(any_app, his)
    assert [page.state for page in letter.pages] == ["signed", "paper"]
    assert not letter.is_in_force
    async with any_app.database.read() as connection:
        assert await uploads.of_case(connection, any_app.vault, "photo", case.number) == b"a page"
        assert await uploads.of_case(connection, any_app.vault, "photo", "another") is None


async def test_who_is_forgotten_authorises_nothing_any_more(app: App) -> None:
    his = await applied(app)
    await signs(app, codes(his)[0])
    number = (await the_letter(app, his)).number
    await said(his, "我的信息", "=erase", "=yes")
    async with app.database.read() as connection:
        kept = await letters.by_number(connection, app.vault, number)
    assert kept is not None
    assert kept.letter.state == "withdrawn"


async def test_of_a_signer_who_is_forgotten_nothing_is_left_that_they_gave(any_app: App) -> None:
    his = await applied(any_app)
    hers = await signs(any_app, codes(his)[0])
    await said(hers, "我的信息", "=erase", "=yes")
    letter = await the_letter(any_app, his)
    page = letter.pages[1]
    assert (letter.state, page.state) == ("open", "withdrawn")
    assert (page.conversation, page.id_number, page.signature, page.signed_at) == (None, None, None, None)
    assert not letter.is_of(hers.conversation)


async def test_a_letter_of_somebody_else_is_none_of_ones_business(app: App) -> None:
    his = await applied(app)
    stranger = Talk(app, "stranger")
    await said(stranger, "我的授权书")
    assert "letters-none" in stranger.keys
    await said(stranger, f"={(await the_letter(app, his)).number}")
    assert stranger.keys[0] == "choice-stale"


# --- what an earlier signature, a code and an alike person leave behind ---------------------------------------------


async def test_nothing_of_a_withdrawn_signature_stands_on_a_page_that_is_to_be_signed_anew(app: App) -> None:
    his = await applied(app)
    hers = await signs(app, codes(his)[0])
    await said(hers, *MINE, "=first", "=withdraw", "=yes")
    await said(his, *MINE, "=first", "=codes")
    page = (await the_letter(app, his)).pages[1]
    assert page == replace(page.unsigned(), code=page.code)


async def test_nothing_of_who_signed_before_stands_on_the_page_a_guardian_is_to_sign(app: App) -> None:
    brother = ["=add", "=sibling", "赵六", BROTHER, *HEALTHY]
    his = await applied(app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *WITH_WIFE, *brother, "=done", *NOTHING, *SIGNED])
    hers = await signs(app, codes(his)[0])
    await said(hers, *MINE, "=first", "=withdraw", "=yes")
    letter = await the_letter(app, his)
    await said(his, *MINE, "=first", "=codes")
    await said(his, *MINE, "=first", "=guardian", f"={letter.pages[1].id}", f"={letter.pages[2].id}")
    async with app.database.read() as connection:
        kept = await letters.by_number(connection, app.vault, letter.number)
    assert kept is not None
    signer = app.papers.paper(kept, None, None).pages[1]
    assert (signer.name, signer.date, signer.id_number) == ("赵六", "", BROTHER)


async def test_who_signs_again_after_a_withdrawal_is_told_of_again(app: App) -> None:
    his = await applied(app)
    hers = await signs(app, codes(his)[0])
    await told(app, his)
    await said(hers, *MINE, "=first", "=withdraw", "=yes")
    await said(his, *MINE, "=first", "=codes")
    await signs(app, codes(his)[0], conversation="again")
    assert sorted(await told(app, his)) == ["letters-was_signed", "letters-was_signed", "letters-was_withdrawn"]


async def test_of_two_who_are_alike_one_leaves(app: App) -> None:
    twin = ["=add", "=child", "=unsure", "=unsure", "5", *HEALTHY, "=cares", "=cares"]
    his = await applied(app, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *twin, *twin, "=done", *NOTHING, *SIGNED])
    await said(his, *MINE, "=first", "=left", "=first", "=yes")
    assert [page.of.relation for page in (await the_letter(app, his)).pages] == ["self", "child"]


async def test_a_code_alone_opens_nothing_but_the_question_who_one_is(app: App) -> None:
    his = await applied(app)
    talk = Talk(app, "other")
    await said(talk, "签授权书", codes(his)[0], "=first", *MINE)
    assert "letters-none" in talk.keys
    assert not (await the_letter(app, his)).is_of(talk.conversation)
    assert (await the_letter(app, his)).is_of(his.conversation)


async def test_who_refused_has_nothing_to_withdraw(app: App) -> None:
    his, talk = await applied(app), Talk(app, "other")
    await said(talk, "签授权书", codes(his)[0], "=first", "=agree", "王五", WIFE, "=refuse", "=yes")
    await said(talk, "我的信息", "=erase", "=yes")
    assert await states(app, his) == ["signed", "refused"]
    assert await told(app, his) == ["letters-was_refused"]


async def test_a_guardian_who_signs_on_paper_has_a_code_for_the_page_of_the_child(app: App, clock: HandClock) -> None:
    his = await applied(app, [*FAMILY, *SENT, "=later"])
    async with app.database.write() as connection:
        await uploads.keep(connection, app.vault, upload="photo", conversation="c0", data=b"a page", at=clock())
    await said(his, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    pages = (await the_letter(app, his)).pages
    assert [page.state for page in pages] == ["paper", "waiting", "waiting"]
    assert None not in {page.code for page in pages[1:]}


async def test_a_letter_that_ran_out_is_signed_anew_by_the_same_people(any_app: App, clock: HandClock) -> None:
    his = await applied(any_app)
    clock.move("31d")
    await work_off(any_app)
    await said(his, *MINE, "=first")
    assert set(his.options) == {"again", "looked", "none"}
    await said(his, "=again")
    await said(his, "签授权书", codes(his)[0], "=first", "=agree", "张三", OLD_MAN, "=first", "张三")
    assert await states(any_app, his) == ["signed", "waiting"]


async def test_who_signs_in_the_applicants_own_conversation_is_marked_so(app: App) -> None:
    his = await applied(app)
    await said(his, "签授权书", codes(his)[0], "=first", "=agree", "王五", WIFE, "=first", "王五")
    letter = await the_letter(app, his)
    assert [page.match for page in letter.pages] == ["own", "shared"]


async def test_what_waits_for_a_clerk_is_no_fault_of_the_household(any_app: App, clock: HandClock) -> None:
    his = await applied(any_app)
    await said(his, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    for _ in range(5):
        clock.move("8d")
        assert await told(any_app, his) == []
    letter = await the_letter(any_app, his)
    assert (letter.state, letter.until > clock.now) == ("open", True)


async def test_whoever_withdrew_and_signs_again_is_told_of_again_and_others_are_reminded_again(
    app: App, clock: HandClock
) -> None:
    his = await applied(app)
    hers = await signs(app, codes(his)[0])
    clock.move("40d")
    await said(hers, *MINE, "=first", "=withdraw", "=yes")
    clock.move("4d")
    assert (await told(app, his))[-1] == "letters-remind"
    await said(his, *MINE, "=first", "=codes")
    await signs(app, codes(his)[0], conversation="again")
    assert (await told(app, his)).count("letters-was_signed") == 2


@pytest.mark.parametrize(("obliged", "says"), [("none", False), ("incapable", True), ("unsure", True)])
async def test_where_destitution_may_be_applied_for_the_legally_obliged_are_named(
    app: App, obliged: str, says: bool
) -> None:
    """特困人员认定办法第10条."""
    talk = Talk(app)
    await said(talk, *ALONE, f"={obliged}", "=no", "=none", "=yes", "=yes", "张三")
    assert ("letters-obliged_too" in talk.keys) is says


async def test_where_the_place_takes_paper_alone_there_are_no_codes(tmp_path: Path, clock: HandClock) -> None:
    place = (Path(__file__).parents[2] / "flows/places/jingtai.toml").read_text(encoding="utf-8")
    path = tmp_path / "place.toml"
    path.write_text(place.replace("sign_online = true", "sign_online = false"), encoding="utf-8")
    async with an_app(tmp_path, clock, place=str(path)) as app:
        his = await applied(app, [*COUPLE, *SENT])
        assert codes(his) == ()
        assert his.last is not None
        told_of = next(reply.words for reply in his.last.replies if "codes" in reply.words.args)
        assert told_of.args["how"] == "paper"


async def test_nobody_stands_on_a_letter_twice(app: App) -> None:
    his = await applied(app)
    await said(his, *MINE, "=first", "=joined", "=agree", "=sibling", "赵六", WIFE, "=yes")
    assert "id_number-same_person" in his.keys
    assert len((await the_letter(app, his)).pages) == 2
