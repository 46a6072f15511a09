"""记时长: one sentence, whatever its style, becomes the right entry, or is asked about and becomes none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from bot.app import App
from flows.hours import SHANGHAI
from flows.volunteers.hours_flow import FLOW
from flows.volunteers.ledger import Entry
from integrations.store.volunteers import ledger, registry
from integrations.store.volunteers.tables import volunteers
from tests.serving import FIRST, TEAM, Serving, a_volunteer
from tests.talk import NOON, Talk
from tests.transcripts.walks import not_walked, said

SAID = "昨天上午9点到11点在幸福社区助餐"
"""2026-05-10, a Sunday: the clock stands at noon of the Monday after."""
WHOLE = [f"={TEAM}:organisation {TEAM}", "=yes"]


async def registered(app: App, conversation: str, n: int, *, on: int = 100) -> str:
    """One more volunteer, in a chat of their own, registered so many days ago."""
    number = f"W{n}"
    async with app.database.write() as connection:
        volunteer = a_volunteer(number, conversation, n)
        await registry.register(connection, app.vault, volunteer, NOON - timedelta(days=on), "number")
    return number


async def entries_of(app: App, volunteer: str) -> list[Entry]:
    """Everything the ledger has of a volunteer; it is sound."""
    async with app.database.read() as connection:
        assert await ledger.broken(connection, app.vault) == []
        return await ledger.of_volunteer(connection, app.vault, volunteer, also_over=True)


def shown(entry: Entry) -> tuple[str, str, str, int, str, bool]:
    """An entry as the tables below write it."""
    begins, ends = (each.astimezone(SHANGHAI) for each in (entry.begins_at, entry.ends_at))
    return f"{entry.day:%m-%d}", f"{begins:%H:%M}", f"{ends:%H:%M}", entry.minutes, entry.kind, entry.training


@dataclass
class Telling:
    """Somebody who tells of a service and answers what is asked of it."""

    talk: Talk
    answers: Mapping[str, str]
    asked: list[str] = field(default_factory=list)

    async def finish(self) -> None:
        """Goes on to the end; what is asked and not expected is a fault."""
        for _ in range(12):
            if "service_hours-recorded" in self.talk.keys:
                return
            step = self.talk.question.words.key.removeprefix("service_hours-")
            self.asked.append(step)
            usual = {"organisation": WHOLE[0], "summary": "=yes", "where": "=unknown", **self.answers}
            assert step in usual, (step, self.talk.keys)
            await said(self.talk, usual[step])
        raise AssertionError(self.asked)


TOLD: Sequence[tuple[str, Mapping[str, str], tuple[str, str, str, int, str, bool]]] = [
    (SAID, {}, ("05-10", "09:00", "11:00", 120, "elder", False)),
    ("前天下午两点半到四点，去敬老院陪老人说话", {}, ("05-09", "14:30", "16:00", 90, "elder", False)),
    ("我今天早上7点到8点半在小学门口护学", {}, ("05-11", "07:00", "08:30", 90, "child", False)),
    ("上周六扫雪三个小时", {"starts": "上午8点"}, ("05-09", "08:00", "11:00", 180, "environment", False)),
    ("5月3号参加急救培训3小时", {"starts": "上午九点"}, ("05-03", "09:00", "12:00", 180, "emergency", True)),
    ("yesterday 2pm to 4pm reading to children", {}, ("05-10", "14:00", "16:00", 120, "child", False)),
    ("昨天晚上七點到九點在社區輔導孩子寫作業", {}, ("05-10", "19:00", "21:00", 120, "child", False)),
    ("昨儿个下午3点到5点给老人理发", {}, ("05-10", "15:00", "17:00", 120, "elder", False)),
    ("昨天14:00-17:00，中间休息半小时，整理图书", {}, ("05-10", "14:00", "17:00", 150, "culture", False)),
    ("5.8 9:00—11:30 环境清扫", {}, ("05-08", "09:00", "11:30", 150, "environment", False)),
    ("昨天在县医院做导诊，从早上八点干到十二点", {}, ("05-10", "08:00", "12:00", 240, "health", False)),
    ("昨天3点到5点发传单", {"time": "下午"}, ("05-10", "15:00", "17:00", 120, "other", False)),
    ("昨天捡垃圾，两个半小时", {"starts": "下午2点"}, ("05-10", "14:00", "16:30", 150, "environment", False)),
    ("给老人送饭一个钟头", {"day": "昨天", "starts": "中午12点"}, ("05-10", "12:00", "13:00", 60, "elder", False)),
    ("昨晚10点到凌晨1点抗洪值守", {}, ("05-10", "22:00", "01:00", 180, "emergency", False)),
    ("昨天从上午十点开始，做了90分钟的义诊", {}, ("05-10", "10:00", "11:30", 90, "health", False)),
    ("大前天 8:30-9:15 交通劝导", {}, ("05-08", "08:30", "09:15", 45, "traffic", False)),
    ("上午九点到十一点社区大扫除", {"day": "5月9日"}, ("05-09", "09:00", "11:00", 120, "environment", False)),
    ("昨天理发做了三刻钟", {"starts": "上午十点"}, ("05-10", "10:00", "10:45", 45, "community", False)),
    ("Planted trees on 9 May from 9:00 to 12:00", {}, ("05-09", "09:00", "12:00", 180, "environment", False)),
    ("4月30日13点到15点20分助残", {}, ("04-30", "13:00", "15:20", 140, "disability", False)),
    ("昨天助餐", {"time": "上午9点", "minutes": "一个半小时"}, ("05-10", "09:00", "10:30", 90, "elder", False)),
]  # fmt: skip
AT_THE_MENU = {TOLD[n][0] for n in (0, 1, 6, 7, 8, 9, 12, 14, 15, 16, 20)}
"""Said without asking for the service first; the others at its question."""
ASKED_BACK = (
    *(
        "昨天没去",
        "明天上午9点到11点助餐",
        "给小李记3小时",
        "昨天上午2小时下午3小时",
        "今晚10点到11点值班",
        "今天能去吗",
    ),
    *(
        "你好",
        "昨天大概3小时",
        "2月30号 2小时",
        "昨天9点到11点 3小时",
        "昨天25点到26点",
        "周六5月20号 9点到11点",
        "昨天2点到4点",
    ),
)


CLEAR = {
    **{"said": SAID, "day": "昨天", "time": "上午9点到11点", "starts": "上午9点", "minutes": "两小时", "what": "助餐"},
    "where": "幸福社区",
}


async def test_what_is_told_becomes_the_right_entry(any_app: App) -> None:
    await Serving(any_app).begin()
    found: dict[str, object] = {}
    for n, (sentence, answers, _) in enumerate(TOLD):
        number = await registered(any_app, f"chat{n}", n + 10)
        talk = Talk(any_app, f"chat{n}")
        if sentence not in AT_THE_MENU:
            await said(talk, "记时长")
        await said(talk, sentence)
        telling = Telling(talk, {"what": "帮忙", **answers})
        try:
            await telling.finish()
        except AssertionError as fault:
            found[sentence] = fault
            continue
        [entry] = await entries_of(any_app, number)
        found[sentence] = shown(entry)
        assert (entry.state, entry.organisation) == ("waiting", TEAM)
        assert set(answers) <= set(telling.asked), (sentence, telling.asked, shown(entry))
    assert found == {sentence: expected for sentence, _, expected in TOLD}


async def test_what_is_in_doubt_is_asked_and_records_nothing(app: App) -> None:
    await Serving(app).begin()
    for n, sentence in enumerate(ASKED_BACK):
        number = await registered(app, f"chat{n}", n + 10)
        talk = Talk(app, f"chat{n}")
        await said(talk, "记时长", sentence)
        step = talk.question.words.key
        assert step in ("service_hours-said", "service_hours-day", "service_hours-time"), (sentence, talk.keys)
        assert await entries_of(app, number) == []
        await Telling(talk, CLEAR).finish()
        [entry] = await entries_of(app, number)
        assert shown(entry)[:4] == TOLD[0][2][:4], (sentence, entry.what)


async def test_a_word_at_the_read_back_puts_it_right(app: App) -> None:
    await Serving(app).begin()
    corrections = {
        "是3小时": ("05-10", "09:00", "12:00", 180, "elder", False),
        "不是昨天，是前天": ("05-09", "09:00", "11:00", 120, "elder", False),
        "到10点半": ("05-10", "09:00", "10:30", 90, "elder", False),
        "是辅导作业，不是助餐": ("05-10", "09:00", "11:00", 120, "child", False),
        "中间休息半小时": ("05-10", "09:00", "11:00", 90, "elder", False),
        "从8点半开始": ("05-10", "08:30", "11:00", 150, "elder", False),
    }
    found = {}
    for n, word in enumerate(corrections):
        number = await registered(app, f"chat{n}", n + 10)
        talk = Talk(app, f"chat{n}")
        await said(talk, SAID)
        assert talk.question.words.key == "service_hours-organisation"
        await said(talk, WHOLE[0], word)
        assert talk.question.words.key == "service_hours-summary", (word, talk.keys)
        await said(talk, "=yes")
        found[word] = [shown(entry) for entry in await entries_of(app, number)]
    assert found == {word: [expected] for word, expected in corrections.items()}
    number, talk = await registered(app, "tomorrow", 50), Talk(app, "tomorrow")
    await said(talk, SAID, WHOLE[0], "是明天")
    assert talk.question.words.key == "service_hours-summary"  # asked again: it is not to come
    await said(talk, "=yes")
    assert [shown(entry) for entry in await entries_of(app, number)] == [TOLD[0][2]]


REFUSED = {
    "record-overlap": ("昨天上午10点到12点在幸福社区助餐", "time", "上午11点到12点", ("05-10", "11:00", "12:00")),
    "record-before_registered": ("5月1日上午9点到11点在幸福社区助餐", "day", "5月8日", ("05-08", "09:00", "11:00")),
}


async def test_what_may_not_be_recorded_is_refused_with_nothing_lost(any_app: App) -> None:
    await Serving(any_app).begin()
    for n, (why, (sentence, step, answer, when)) in enumerate(REFUSED.items()):
        number = await registered(any_app, f"chat{n}", n + 10, on=5)
        talk = Talk(any_app, f"chat{n}")
        await said(talk, SAID, *WHOLE)
        assert why in await said(talk, sentence, *WHOLE)
        assert len(await entries_of(any_app, number)) == 1
        assert talk.question.words.key == f"service_hours-{step}", why
        await said(talk, answer)
        assert talk.question.words.key == "service_hours-summary", why  # all else is still known
        await said(talk, "=yes")
        first, new = sorted(await entries_of(any_app, number), key=lambda entry: shown(entry)[:2] == when[:2])
        assert shown(first) == TOLD[0][2]
        assert (shown(new)[:3], new.what, new.where) == (when, "助餐", "幸福社区")


async def test_what_is_not_over_yet_is_asked_about_at_once(app: App) -> None:
    await Serving(app).begin()
    number, talk = await registered(app, "chat", 10), Talk(app, "chat")
    await said(talk, "记时长", "今天上午11点到12点半在幸福社区助餐")
    assert await entries_of(app, number) == []
    assert talk.question.words.key == "service_hours-said"
    await said(talk, "今天助餐", "12:30-13:30", "=unknown", *WHOLE)
    assert talk.question.words.key == "service_hours-time", talk.keys
    assert await entries_of(app, number) == []


async def test_no_one_records_for_the_volunteer_of_another_chat(app: App) -> None:
    await Serving(app).begin()
    outsider = Talk(app, "outsider")
    assert "service_hours-no_volunteer" in await said(outsider, "记时长")
    assert outsider.options == ["service:volunteer"]
    mine, talk = await registered(app, "mine", 10), Talk(app, "mine")
    await registered(app, "mine", 11)
    await said(talk, "记时长", f"={FIRST}")
    assert talk.question.words.key == "service_hours-volunteer"
    await said(talk, f"={mine}", SAID, WHOLE[0])
    async with app.database.write() as connection:  # who leaves meanwhile, or is of another chat now
        own = volunteers.update().where(volunteers.c.number == mine)
        await connection.execute(own.values(conversation="elsewhere"))
    assert "service_hours-recorded" not in await said(talk, "=yes")
    assert talk.question.words.key == "service_hours-volunteer"
    for number in (FIRST, mine):
        assert await entries_of(app, number) == []


async def test_every_route_of_telling_hours_is_walked(app: App) -> None:
    await Serving(app).begin()
    await registered(app, "chat", 10)
    child = await registered(app, "chat", 11)
    talk = Talk(app, "chat")
    begin = ["记时长", f"={child}"]
    ways = {
        "recorded": [*begin, "上午9点到11点", "昨天", "助餐", "=unknown", *WHOLE],
        "recorded.start": [*begin, "前天", "上午9点", "两小时", "助餐", "=unknown", *WHOLE],
        "recorded.length": [*begin, "5月7号", "两小时", "上午9点", "助餐", "=unknown", *WHOLE],
        "recorded.doubts": [*begin, "周末2点到4点", "5月6号", "下午", "助餐", "=unknown", *WHOLE],
        "no_organisation": [*begin, SAID, "=none"],
    }
    names, walked = {*FLOW.steps, *FLOW.endings}, set()
    for name, lines in ways.items():
        keys = [key.removeprefix("service_hours-") for key in await said(talk, *lines)]
        path = [key for key in keys if key in names]
        assert path[-1] == name.partition(".")[0], (name, path)
        walked |= set(pairwise(path))
    # Whether it was training is heard in every sentence, and is not asked; what is heard is not asked either.
    assert {at for at, _ in not_walked(FLOW, walked)} <= {"said", "sort"}
    assert len(not_walked(FLOW, walked)) == 2
