"""Services as volunteers tell of them. It is Wednesday, 18 November 2026, 21:30 in Shanghai."""

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.duration import read_duration
from flows.inputs.service_correction import read_correction
from flows.inputs.service_kinds import kind_of
from flows.inputs.service_part import with_part_of
from flows.inputs.service_said import LONGEST, ServiceSaid, read_service
from flows.inputs.time_span import read_time_of_day
from tests.inputs.reading import asked_again
from tests.inputs.service_phrases import ask_lines, read_lines

NOW = datetime(2026, 11, 18, 13, 30, tzinfo=UTC)
TODAY = date(2026, 11, 18)
HAN = "零一二三四五六七八九十"


def shown(found: ServiceSaid) -> tuple[str, ...]:
    """The fields of a service as the tables write them."""
    day = "-" if found.day is None else f"{found.day:%m-%d}" if found.day.year == TODAY.year else str(found.day)
    until = "" if found.ends is None else f"{found.ends:%H:%M}"
    times = "-" if found.starts is None else f"{found.starts:%H:%M}-{until}"
    return day, times, str(found.minutes or "-"), found.where or "-", found.what or "-"


def doubts_of(found: ServiceSaid) -> list[str]:
    return [each.key.removeprefix("service_said-") for each in found.doubts]


@pytest.mark.parametrize("line", read_lines(), ids=lambda line: line[0])
def test_a_service_is_read_as_it_was_told(line: tuple[str, ...]) -> None:
    found = read_service(line[0], NOW)
    assert (shown(found), doubts_of(found)) == (line[1:], [])


@pytest.mark.parametrize("phrase", ask_lines())
def test_what_is_not_certain_is_asked_and_never_a_number(phrase: str) -> None:
    if asked_again(read_service, phrase, NOW) == "service-nothing_read":
        return
    found = read_service(phrase, NOW)
    assert found.doubts
    # an hour that is certain stays, where only its day is asked for (周末3小时)
    assert found.minutes is None or doubts_of(found)[0] in ("day", "no_such_day", "weekday")
    assert found.day is None or doubts_of(found)[0] not in ("day", "no_such_day", "weekday")


@pytest.mark.parametrize(
    ("phrase", "doubts"),
    [
        ("昨天2点到4点", ["half"]), ("昨天9点到11点 3小时", ["length"]), ("周六5月20号 9点到11点", ["weekday"]),
        ("2月30号 2小时", ["no_such_day"]), ("明天上午9点到11点", ["planned"]), ("今晚10点到11点", ["future"]),
        ("昨天上午2小时下午3小时", ["several"]), ("昨天加上路上3小时", ["travel"]), ("昨天没去", ["not_done"]),
        ("今天能去吗", ["question"]), ("给小李记3小时", ["others"]), ("昨天大概3小时", ["rough"]),
        ("周末大概3小时", ["day", "rough"]), ("昨天9点到12点,中间休息了一会儿", ["pause"]),
        ("昨天25点到26点", ["times"]),
        ("最近2点到4点", ["day", "half"]), ("不是昨天,上午9点到11点幸福社区", ["day"]),
        ("昨天夜里2点到4点", ["day"]),
        ("昨天上午9点到11点我儿子在社区助餐", ["others"]), ("昨天没有在社区,9点到11点我在家", ["not_done"]),
    ],
)  # fmt: skip
def test_each_doubt_is_named_in_the_order_of_asking(phrase: str, doubts: list[str]) -> None:
    assert doubts_of(read_service(phrase, NOW)) == doubts


def test_the_half_that_is_still_to_come_was_not_meant() -> None:
    noon = datetime(2026, 11, 18, 4, tzinfo=UTC)
    found = read_service("今天7点到9点护学", noon)
    assert (found.starts, found.ends, found.minutes) == (time(7), time(9), 120)
    assert doubts_of(read_service("昨天7点到9点护学", noon)) == ["half"]


def test_learning_is_kept_apart_from_service_and_teaching_is_not_learning() -> None:
    for phrase in ("昨天参加急救培训3小时", "昨天志愿者岗前培训2小时", "昨天听了健康讲座1小时"):
        assert read_service(phrase, NOW).training, phrase
    for phrase in ("昨天给老人培训用手机2小时", "昨天辅导孩子学习2小时", "昨天陪孩子学习1小时", "昨天助餐2小时"):
        assert not read_service(phrase, NOW).training, phrase


@pytest.mark.parametrize("phrase", ["", "你好", "谢谢老师", "13812345678", "助餐", "查一下我的时长", "🙂"])
def test_where_nothing_of_time_is_said_nothing_is_read(phrase: str) -> None:
    assert asked_again(read_service, phrase, NOW) == "service-nothing_read"


def test_a_message_longer_than_one_service_is_not_read() -> None:
    assert asked_again(read_service, "昨天助餐2小时," * LONGEST, NOW) == "record-too_long"


def test_a_number_of_a_person_is_not_kept() -> None:
    kept = read_service("昨天帮620423199001010012的老人助餐2小时，电话13800001111", NOW)
    assert not [each for each in f"{kept.what}{kept.where}" if each.isdigit()]


CORRECTIONS = """
周六9点到11点在社区助餐 | 不是周六,是周日 | 11-15 | 09:00-11:00 | 120 | 社区 | 助餐
周六9点到11点在社区助餐 | 改成3小时 | 11-14 | 09:00-12:00 | 180 | 社区 | 助餐
昨天2点到4点 | 下午 | 11-17 | 14:00-16:00 | 120 | - | -
昨天7点到9点 | 是晚上 | 11-17 | 19:00-21:00 | 120 | - | -
昨天在社区助餐2小时 | 两个半小时 | 11-17 | - | 150 | 社区 | 助餐
昨天在社区助餐2小时 | 是敬老院 | 11-17 | - | 120 | 敬老院 | 助餐
昨天9点到11点 | 到12点 | 11-17 | 09:00-12:00 | 180 | - | -
昨天9点到11点 | 从8点半开始 | 11-17 | 08:30-11:00 | 150 | - | -
昨天9点到11点 | 10号 | 11-10 | 09:00-11:00 | 120 | - | -
昨天9点到11点 | 不是9点,是8点半 | 11-17 | 08:30-11:00 | 150 | - | -
昨天9点到11点 | 11点改成11点半 | 11-17 | 09:00-11:30 | 150 | - | -
昨天9点到11点 | 中间休息半小时 | 11-17 | 09:00-11:00 | 90 | - | -
昨天2小时 | 下午2点开始 | 11-17 | 14:00-16:00 | 120 | - | -
昨天大概3小时 | 3小时 | 11-17 | - | 180 | - | -
昨天9点到11点 3小时 | 2小时 | 11-17 | 09:00-11:00 | 120 | - | -
昨天9点到11点助餐 | 是送餐,不是助餐 | 11-17 | 09:00-11:00 | 120 | - | 送餐
昨天下午2点到4点 | 从1点半开始 | 11-17 | 13:30-16:00 | 150 | - | -
昨天下午2点到4点 | 1点到3点 | 11-17 | 13:00-15:00 | 120 | - | -
昨天上午2小时下午3小时 | 昨天上午2小时 | 11-17 | - | 120 | - | -
昨天9点到11点 | 地点在幸福社区 | 11-17 | 09:00-11:00 | 120 | 幸福社区 | -
周末在社区2小时 | 周六 | 11-14 | - | 120 | 社区 | -
昨天晚上10点到12点 | 到凌晨1点 | 11-17 | 22:00-01:00 | 180 | - | -
昨天9点到11点 | 9:30-11:30 | 11-17 | 09:30-11:30 | 120 | - | -
昨天9点到12点,中间休息半小时 | 到11点半 | 11-17 | 09:00-11:30 | 120 | - | -
昨天9点到11点在社区助餐 | 地点错了，是敬老院 | 11-17 | 09:00-11:00 | 120 | 敬老院 | 助餐
昨天下午2点到4点 | 地址写错了，在县图书馆 | 11-17 | 14:00-16:00 | 120 | 县图书馆 | -
昨天9点到11点在社区助餐 | 内容错了，是送餐 | 11-17 | 09:00-11:00 | 120 | 社区 | 送餐
昨天9点到11点在社区助餐 | 时间错了，是9点到12点 | 11-17 | 09:00-12:00 | 180 | 社区 | 助餐
昨天下午1点到3点在社区助餐 | 应该是两点到四点 | 11-17 | 14:00-16:00 | 120 | 社区 | 助餐
昨天上午9点到11点在社区助餐 | 是晚上 | 11-17 | 21:00-23:00 | 120 | 社区 | 助餐
""".strip()


@pytest.mark.parametrize("line", [line.split(" | ") for line in CORRECTIONS.splitlines()], ids=lambda line: line[1])
def test_a_word_puts_right_what_it_says_and_what_follows(line: list[str]) -> None:
    found = read_correction(line[1], read_service(line[0], NOW), NOW)
    assert (shown(found), doubts_of(found)) == (tuple(line[2:]), [])


@pytest.mark.parametrize(
    ("phrase", "word", "doubts"),
    [
        ("昨天9点到11点", "到8点", ["times"]), ("昨天9点到11点", "大概2小时", ["rough"]),
        ("昨天9点到11点", "从12点开始", ["times"]), ("昨天9点到11点", "今天晚上9点到11点", ["future"]),
        ("昨天9点到11点", "周末", ["day"]), ("周六9点到11点", "下午", ["times"]),
        ("昨天下午1点到3点", "应该是8点到10点", ["times"]), ("昨天上午8点到11点", "是下午", ["times"]),
        ("昨天上午9点到11点", "应该是2点到4点", ["half"]),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_so_is_a_doubt(phrase: str, word: str, doubts: list[str]) -> None:
    found = read_correction(word, read_service(phrase, NOW), NOW)
    assert (doubts_of(found), found.minutes) == (doubts, 120 if doubts == ["day"] else None)


@pytest.mark.parametrize(
    "word",
    [
        "", "嗯嗯", "没错", "9点", "没去", "怎么改", "明天", "不是周六", "对对对", "嗯", "是的", "好的没问题",
        "单位选错了，是青年志愿者协会", "组织不对，应该是红十字会", "是青年志愿者协会", "晚了半小时", "少了一个小时",
        "多记了半小时", "多了半小时",
    ],
)  # fmt: skip
def test_a_correction_in_which_nothing_is_read_changes_nothing(word: str) -> None:
    assert asked_again(read_correction, word, read_service("昨天9点到11点", NOW), NOW) == "service-correction"


@pytest.mark.parametrize(
    ("phrase", "word", "training", "what"),
    [
        ("昨天参加急救培训3小时", "不是培训是志愿服务", False, "参加急救培训"),
        ("昨天参加急救培训3小时", "不是培训", False, "参加急救培训"),
        ("昨天参加急救培训3小时", "是敬老院打扫卫生", True, "打扫卫生"),
        ("昨天参加急救培训3小时", "改成2小时", True, "参加急救培训"),
        ("昨天9点到11点助餐", "不是志愿服务是培训", True, "助餐"), ("昨天9点到11点助餐", "是送餐", False, "送餐"),
    ],
)  # fmt: skip
def test_training_is_service_only_once_that_is_denied(phrase: str, word: str, training: bool, what: str) -> None:
    found = read_correction(word, read_service(phrase, NOW), NOW)
    assert (found.training, found.what, found.doubts) == (training, what, ())


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("3小时", 180), ("两个半小时", 150), ("一个钟头", 60), ("90分钟", 90), ("1.5小时", 90), ("2h", 120),
        ("半小时", 30),
        ("一小时二十分", 80), ("三个小时零十分", 190), ("一刻钟", 15), ("两个钟", 120), ("120min", 120),
        ("俩小时", 120),
        ("2h30", 150), ("一小时一刻钟", 75), ("an hour and a half", 90), ("兩個鐘頭", 120), ("一点五小时", 90),
        ("一共做了2小时", 120), ("90分", 90), ("廿分钟", 20), ("1.25小时", 75), ("２小时", 120), ("24小时", 1440),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_to_the_minute(said: str, minutes: int) -> None:
    assert read_duration(said) == minutes


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("大概3小时", "rough"), ("两三个小时", "rough"), ("3个多小时", "rough"), ("不到两小时", "rough"),
        ("半天", "rough"),
        ("好几个小时", "rough"), ("一会儿", "rough"), ("2-3小时", "rough"), ("3学时", "rough"), ("十来分钟", "rough"),
        ("30小时", "range"), ("1.33小时", "range"), ("0小时", "range"), ("上午2小时下午3小时", "one"),
        ("3", "not_a_duration"), ("9点到11点", "not_a_duration"), ("没有3小时", "not_a_duration"),
    ],
)  # fmt: skip
def test_a_length_that_is_not_exact_is_asked_again(said: str, key: str) -> None:
    assert asked_again(read_duration, said) == f"duration-{key}"


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("9点", time(9)), ("下午2点", time(14)), ("14:30", time(14, 30)), ("上午九点一刻", time(9, 15)), ("9", time(9)),
        ("14", time(14)), ("12点半", time(12, 30)), ("晚上8点", time(20)), ("3pm", time(15)),
        ("昨天下午 两点开始的", time(14)),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read(said: str, at: time) -> None:
    assert read_time_of_day(said) == at


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("2点", "half"), ("3", "half"), ("9点左右", "rough"), ("25点", "no_such_time"), ("9点到11点", "one"),
        ("上午", "not_a_time"), ("你好", "not_a_time"), ("9点去不了", "not_a_time"),
    ],
)  # fmt: skip
def test_a_time_that_may_be_two_is_asked_again(said: str, key: str) -> None:
    assert asked_again(read_time_of_day, said) == f"time-{key}"


def test_an_end_is_the_next_time_of_its_name() -> None:
    assert read_time_of_day("2点", time(9)) == time(14)
    assert read_time_of_day("11点半", time(9)) == time(11, 30)
    assert asked_again(read_time_of_day, "8点", time(9)) == "time-half"


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("帮王奶奶买菜", "elder"), ("助餐", "elder"), ("辅导作业", "child"), ("教手语", "disability"),
        ("颁证引导", "marriage"),
        ("小区巡逻", "community"), ("发放米面油", "relief"), ("捡垃圾", "environment"), ("义诊", "health"),
        ("防汛值班", "emergency"), ("整理图书", "culture"), ("路口劝导", "traffic"), ("帮忙", "other"),
    ],
)  # fmt: skip
def test_a_service_is_counted_with_its_kind(what: str, kind: str) -> None:
    assert kind_of(what) == kind


@pytest.mark.parametrize(
    ("sentence", "answer", "at"),
    [
        ("昨天下午3小时助餐", "两点", time(14)), ("昨天下午3小时助餐", "2", time(14)),
        ("昨晚巡逻2小时", "8点", time(20)),
        ("昨天下午3小时助餐", "上午9点", time(9)), ("昨天下午3小时助餐", "14:30", time(14, 30)),
        ("昨天早上助餐3小时", "从八点半开始的", time(8, 30)),
    ],
)  # fmt: skip
def test_a_time_asked_later_is_in_the_part_of_the_day_that_was_said(sentence: str, answer: str, at: time) -> None:
    assert read_time_of_day(with_part_of(sentence, answer, NOW)) == at


@pytest.mark.parametrize(
    ("sentence", "answer", "key"),
    [
        ("昨天下午3小时助餐", "10点", "no_such_time"), ("昨天3小时助餐", "2点", "half"),
        ("昨天上午到下午3小时", "2点", "half"),
    ],
)  # fmt: skip
def test_a_time_outside_the_part_that_was_said_is_asked_again(sentence: str, answer: str, key: str) -> None:
    assert asked_again(read_time_of_day, with_part_of(sentence, answer, NOW)) == f"time-{key}"


def in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + ("" if tens and not ones else HAN[ones])


def part_of(at: int) -> str:
    return "凌晨" if at < 360 else "上午" if at < 720 else "中午" if at < 780 else "下午" if at < 1080 else "晚上"


def spoken_time(at: int, style: int) -> str:
    """A time of day, spelled in one of the ways that leave no doubt."""
    hour, minute = divmod(at, 60)
    twelve = hour if hour < 13 else hour - 12
    if style == 0:
        return f"{hour:02d}:{minute:02d}" if hour >= 5 else f"凌晨{hour}:{minute:02d}"
    if style == 1:
        return f"{part_of(at)}{twelve}点" + (f"{minute}分" if minute else "")
    rest = (
        "" if not minute else "半" if minute == 30 else f"零{HAN[minute]}分" if minute < 10 else f"{in_han(minute)}分"
    )
    return f"{part_of(at)}{in_han(twelve)}点{rest}"


def spoken_day(day: date, style: int) -> str:
    if style == 0:
        return f"{day.month}月{day.day}号"
    return f"{day:%Y-%m-%d} " if style == 1 else f"{in_han(day.month)}月{in_han(day.day)}日"


@given(
    st.integers(1, 300), st.integers(1, 24 * 60 - 3), st.integers(1, 600), st.integers(0, 2), st.integers(0, 2),
    st.sampled_from(["到", "至", "-", "—", "~", "一直到"]), st.sampled_from(["", "在幸福社区助餐", ",敬老院", " 助餐"]),
)  # fmt: skip
def test_any_day_and_times_are_read_back_exactly(
    ago: int, start: int, length: int, spelling: int, day_spelling: int, link: str, words: str
) -> None:
    day, end = TODAY - timedelta(days=ago), min(start + length, 24 * 60 - 1)
    if start < 300:  # 凌晨2:01到12:01 may be noon or midnight, and is asked
        spelling = spelling or 1
    text = spoken_day(day, day_spelling) + spoken_time(start, spelling) + link + spoken_time(end, spelling) + words
    found = read_service(text, NOW)
    assert (found.starts, found.ends) == (time(start // 60, start % 60), time(end // 60, end % 60)), text
    assert (found.day, found.minutes) == (day if day_spelling == 1 or ago < 300 else found.day, end - start), text
    assert not found.doubts, text


@given(st.integers(1, 24 * 60), st.integers(0, 3))
def test_any_length_is_read_back_to_the_minute(minutes: int, spelling: int) -> None:
    hours, rest = divmod(minutes, 60)
    said = {
        0: f"{minutes}分钟",
        1: (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest else ""),
        2: (f"{in_han(hours)}个小时" if hours else "") + (f"零{in_han(rest)}分钟" if rest and hours else ""),
        3: f"{hours}h" + (f"{rest}min" if rest else "") if hours else f"{rest}min",
    }[spelling]
    if said and not (spelling == 2 and not hours):
        assert read_duration(said) == minutes


ROUGH = st.sampled_from(["大概", "差不多", "将近", "不到", "至少", "约"])


@given(st.integers(1, 12), ROUGH)
def test_a_rough_length_is_never_minutes(hours: int, rough: str) -> None:
    for text in (
        f"昨天{rough}{hours}小时",
        f"昨天{hours}小时左右",
        f"昨天{hours}个多小时",
        f"昨天{hours}-{hours + 1}小时",
    ):
        found = read_service(text, NOW)
        assert found.minutes is None, text
        assert doubts_of(found) == ["rough"], text


WORDS = """
昨天 今天 周六 11月14号 9点 到 11点半 下午 2点 3小时 半小时 大概 没 去 休息 路上 敬老院 助餐 , 。 和 每天 上午 零 两 三
点 分 : - 25 号 周 从 开始 结束 不是 改成 吗 一 半 天 明天 am pm h 3 hours yesterday at
"""
PIECES = st.sampled_from(WORDS.split())


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_anything_is_read_or_asked_about_and_stays_within_a_day(text: str) -> None:
    before = read_service("昨天9点到11点", NOW)
    for corrected in (False, True):
        try:
            found = read_correction(text, before, NOW) if corrected else read_service(text, NOW)
        except NotUnderstood:
            continue
        assert found.minutes is None or 0 < found.minutes <= 24 * 60
        assert found.day is None or found.day <= TODAY
        assert len(found.what or "") <= 100
        if found.starts and found.ends and found.minutes:
            span = (found.ends.hour - found.starts.hour) * 60 + found.ends.minute - found.starts.minute
            assert found.minutes <= (span % (24 * 60) or 24 * 60)
        assert astuple(found)


@given(st.text(max_size=30))
def test_the_readers_of_one_answer_raise_nothing_else(text: str) -> None:
    for read in (read_duration, read_time_of_day):
        asked_again(read, text)
