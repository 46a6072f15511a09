"""Dates as people type them. The day of the questions is Wednesday, 13 May 2026, unless a test says another."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.inputs.day import read_date
from flows.inputs.reckoning import Prefer
from tests.inputs.reading import asked_again

WEDNESDAY = date(2026, 5, 13)
SUNDAY = date(2026, 5, 17)
THE_20TH = date(2026, 5, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "5月20号", "5月20日", "5月20", "05月20日", "五月二十", "五月二十号", "五月廿日", "伍月贰拾日", "5月份20号",
        "5月的20号", "5月20號", "5.20", "5/20", "5-20", "5。20", "5·20", "5—20", "5 20", "5.20号", "５月２０号",
        "5 月 20 日", "⑤月20号", "5月20号。", "「5月20号」", "2026.5.20", "2026-05-20", "2026/5/20", "2026\\5\\20",
        "2026，5，20", "2026 5 20", "2026年5月20日", "2026年 5月 20日", "2026年5月20", "2026年5.20", "26年5月20",
        "26年五月二十", "26.5.20", "26/5/20", "20260520", "二〇二六年五月二十日", "二零二六年五月二十",
        "二○二六年五月廿日", "二六年五月二十", "贰零贰陆年伍月贰拾日", "5月20日2026年", "5/20/2026", "20.5.2026",
        "今年5月20", "今年5.20", "本月20号", "这个月20", "这月二十", "20号", "20日", "二十号", "廿号", "阳历5月20",
        "公历5月20日", "下周三", "下星期三", "下礼拜三", "下个星期三", "下个礼拜三", "下週三", "下個禮拜三", "下周3",
        "下周的周三", "下周周三", "下一周周三", "下个星期的星期三", "7天后", "七天后", "7天之后", "七天以后",
        "过七天", "再过7天", "一周后", "1周后", "一个星期后", "一个礼拜之后", "过一周", "再过一个星期", "下周今天",
        "5月20号上午", "5月20日下午", "5月20日晚", "5月20日晚上", "5月20号9点", "5月20号上午9点半",
        "5月20号上午十点一刻", "5月20日18:30", "5.20 9:30", "5-20 14:00-16:00", "5月20号9点到11点",
        "2026-05-20 10:00", "2026-05-20T10:00:00", "5月20上午9点左右", "5月20日星期三", "5月20日（周三）",
        "5月20日，星期三", "周三 5月20日", "周三(5月20日)", "下周三5月20号", "2026年5月20日 星期三 上午9:00",
        "5月20吧", "就5月20号吧", "那就5月20", "我想约5月20号", "我们想预约5月20日领证", "改到5月20号", "定在5月20号",
        "最好是5月20号", "5月20号可以吗？", "5月20号行吗", "5月20号行不行", "5月20号去办离婚", "5月20日那天",
        "日期：5月20日", "5.20❤️", "5月20😊", "May 20", "may 20th", "20 May", "20th of May", "the 20th of May",
        "May20", "20-May-2026", "May 20, 2026", "20 May 2026", "2026 May 20", "Wed, May 20", "Wednesday 20 May 2026",
        "May 20 (Wednesday)", "May 20 at 9:30", "on May 20 at 3pm", "next Wednesday", "next wed", "in a week",
        "in 7 days", "a week from now", "the 20th", "5/20 Wed",
    ],
)  # fmt: skip
def test_many_ways_to_say_the_twentieth_of_may(typed: str) -> None:
    assert read_date(typed, WEDNESDAY, "future") == THE_20TH


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("今天", 0), ("今日", 0), ("今儿", 0), ("今天下午", 0), ("今晚", 0), ("today", 0), ("明天", 1), ("明日", 1),
        ("明儿个", 1), ("明个", 1), ("明早", 1), ("明早9点", 1), ("明天一大早", 1), ("明天就去", 1), ("tomorrow", 1),
        ("tomorrow morning", 1), ("后天", 2), ("後天", 2), ("后个", 2), ("后天早上八点", 2), ("两天后", 2),
        ("兩天後", 2), ("the day after tomorrow", 2), ("大后天", 3), ("大後天下午", 3), ("三天后", 3), ("过3天", 3),
        ("in three days", 3), ("3 days later", 3), ("十天以后", 10), ("十五天后", 15), ("两个星期后", 14),
        ("三个礼拜后", 21), ("一百天后", 100), ("昨天", -1), ("昨日", -1), ("昨天晚上", -1), ("yesterday", -1),
        ("前天", -2), ("前日", -2), ("大前天", -3), ("三天前", -3), ("3天以前", -3), ("3 days ago", -3),
        ("一周前", -7), ("上周今天", -7), ("两个星期之前", -14),
    ],
)  # fmt: skip
@pytest.mark.parametrize("prefer", ["future", "past"])
def test_days_counted_from_today_are_the_same_ahead_or_behind(typed: str, days: int, prefer: Prefer) -> None:
    assert read_date(typed, WEDNESDAY, prefer) == WEDNESDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "today", "prefer", "month", "day"),
    [
        ("周一", WEDNESDAY, "future", 5, 18), ("周三", WEDNESDAY, "future", 5, 13),
        ("周五", WEDNESDAY, "future", 5, 15), ("星期五", WEDNESDAY, "future", 5, 15),
        ("礼拜五", WEDNESDAY, "future", 5, 15), ("周5", WEDNESDAY, "future", 5, 15),
        ("这周五", WEDNESDAY, "future", 5, 15), ("本周五", WEDNESDAY, "future", 5, 15),
        ("这个星期五", WEDNESDAY, "future", 5, 15), ("这周一", WEDNESDAY, "future", 5, 18),
        ("周日", WEDNESDAY, "future", 5, 17), ("周天", WEDNESDAY, "future", 5, 17),
        ("星期天", WEDNESDAY, "future", 5, 17), ("礼拜天", WEDNESDAY, "future", 5, 17),
        ("禮拜日", WEDNESDAY, "future", 5, 17), ("本周日", WEDNESDAY, "future", 5, 17),
        ("这个周六", WEDNESDAY, "future", 5, 16), ("周六吧", WEDNESDAY, "future", 5, 16),
        ("下周一", WEDNESDAY, "future", 5, 18), ("下周日", WEDNESDAY, "future", 5, 24),
        ("下礼拜天", WEDNESDAY, "future", 5, 24), ("下下周一", WEDNESDAY, "future", 5, 25),
        ("下下个礼拜二", WEDNESDAY, "future", 5, 26), ("下一个周三", WEDNESDAY, "future", 5, 20),
        ("下周三", SUNDAY, "future", 5, 20), ("下周日", SUNDAY, "future", 5, 24), ("周日", SUNDAY, "future", 5, 17),
        ("周一", SUNDAY, "future", 5, 18), ("下周一", SUNDAY, "future", 5, 18), ("周六", SUNDAY, "future", 5, 23),
        ("上周五", WEDNESDAY, "future", 5, 8), ("friday", WEDNESDAY, "future", 5, 15),
        ("this Friday", WEDNESDAY, "future", 5, 15), ("next Monday", SUNDAY, "future", 5, 18),
        ("周五", WEDNESDAY, "past", 5, 8), ("周三", WEDNESDAY, "past", 5, 13), ("周一", WEDNESDAY, "past", 5, 11),
        ("这周五", WEDNESDAY, "past", 5, 15), ("这周一", WEDNESDAY, "past", 5, 11),
        ("上周五", WEDNESDAY, "past", 5, 8), ("上个星期天", WEDNESDAY, "past", 5, 10),
        ("上上周日", WEDNESDAY, "past", 5, 3), ("上周日", SUNDAY, "past", 5, 10),
        ("last Friday", WEDNESDAY, "past", 5, 8), ("上礼拜六下午", WEDNESDAY, "past", 5, 9),
    ],
)  # fmt: skip
def test_weekdays_belong_to_weeks_that_begin_on_monday(
    typed: str, today: date, prefer: Prefer, month: int, day: int
) -> None:
    assert read_date(typed, today, prefer) == date(2026, month, day)


@pytest.mark.parametrize(
    ("typed", "prefer", "expected"),
    [
        ("5月13号", "future", "2026-05-13"), ("5月13号", "past", "2026-05-13"), ("5月12号", "future", "2027-05-12"),
        ("5月14号", "past", "2025-05-14"), ("1月3日", "future", "2027-01-03"), ("元月三号", "future", "2027-01-03"),
        ("12.31", "past", "2025-12-31"), ("2月29号", "future", "2028-02-29"), ("2月29号", "past", "2024-02-29"),
        ("13号", "future", "2026-05-13"), ("12号", "future", "2026-06-12"), ("12号", "past", "2026-05-12"),
        ("14号", "past", "2026-04-14"), ("31号", "future", "2026-05-31"), ("31号", "past", "2026-03-31"),
        ("3号", "past", "2026-05-03"), ("the 3rd", "future", "2026-06-03"), ("下个月3号", "future", "2026-06-03"),
        ("下月3号", "future", "2026-06-03"), ("下個月三號", "future", "2026-06-03"),
        ("下个月的20号", "future", "2026-06-20"), ("下下个月1号", "future", "2026-07-01"),
        ("上个月20号", "past", "2026-04-20"), ("这个月3号", "future", "2026-05-03"),
        ("本月廿五", "future", "2026-05-25"), ("3rd of next month", "future", "2026-06-03"),
        ("本月最后一天", "future", "2026-05-31"), ("下个月第一天", "future", "2026-06-01"),
        ("6月最后一天", "future", "2026-06-30"), ("2028年2月最后一天", "future", "2028-02-29"),
        ("一个月后", "future", "2026-06-13"), ("3个月以后", "future", "2026-08-13"),
        ("两年后", "future", "2028-05-13"), ("两个月前", "past", "2026-03-13"),
        ("下个月今天", "future", "2026-06-13"), ("明年今天", "future", "2027-05-13"),
        ("明年5月20", "future", "2027-05-20"), ("明年的5月20号", "future", "2027-05-20"),
        ("来年元月一号", "future", "2027-01-01"), ("后年1月1日", "future", "2028-01-01"),
        ("今年1月1日", "future", "2026-01-01"), ("去年5月20", "past", "2025-05-20"),
        ("前年五月二十", "past", "2024-05-20"), ("1958年3月5日", "past", "1958-03-05"),
        ("58年3月5日", "past", "1958-03-05"), ("五八年三月五日", "past", "1958-03-05"),
        ("05年3月5日", "past", "2005-03-05"), ("58.3.5", "past", "1958-03-05"), ("1958.3.5", "past", "1958-03-05"),
        ("19580305", "past", "1958-03-05"), ("出生于1958年3月5日", "past", "1958-03-05"),
        ("我是1958年3月5日生的", "past", "1958-03-05"), ("生日：1958-3-5", "past", "1958-03-05"),
        ("一九四九年十月一日", "past", "1949-10-01"), ("5 March 1958", "past", "1958-03-05"),
        ("March 5, 1958", "past", "1958-03-05"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_the_nearest_that_lies_ahead_or_behind(typed: str, prefer: Prefer, expected: str) -> None:
    assert read_date(typed, WEDNESDAY, prefer) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("typed", "prefer", "expected"),
    [
        ("元旦", "future", "2027-01-01"), ("元旦节", "past", "2026-01-01"), ("明年元旦", "future", "2027-01-01"),
        ("情人节", "future", "2027-02-14"), ("情人节当天", "future", "2027-02-14"),
        ("2月14情人节", "future", "2027-02-14"), ("三八妇女节", "future", "2027-03-08"),
        ("五一", "past", "2026-05-01"), ("劳动节", "future", "2027-05-01"), ("六一儿童节", "future", "2026-06-01"),
        ("兒童節", "future", "2026-06-01"), ("教师节", "future", "2026-09-10"), ("国庆", "future", "2026-10-01"),
        ("国庆节", "future", "2026-10-01"), ("國慶節", "future", "2026-10-01"), ("去年国庆", "past", "2025-10-01"),
        ("双十一", "future", "2026-11-11"), ("圣诞节", "future", "2026-12-25"), ("母亲节", "future", "2027-05-09"),
        ("父亲节", "future", "2026-06-21"), ("清明", "future", "2027-04-05"), ("清明节", "past", "2026-04-05"),
        ("冬至", "future", "2026-12-22"), ("春节", "future", "2027-02-06"), ("今年春节", "past", "2026-02-17"),
        ("大年初一", "future", "2027-02-06"), ("2027年大年初一", "future", "2027-02-06"),
        ("年初八", "future", "2027-02-13"), ("正月初八", "future", "2027-02-13"),
        ("明年正月初八", "future", "2027-02-13"), ("正月十五", "future", "2027-02-20"),
        ("元宵节", "future", "2027-02-20"), ("正月十五元宵节", "future", "2027-02-20"),
        ("端午", "future", "2026-06-19"), ("七夕", "future", "2026-08-19"), ("七夕节那天", "future", "2026-08-19"),
        ("今年七夕", "future", "2026-08-19"), ("2027年七夕", "future", "2027-08-08"),
        ("2028年的七夕", "future", "2028-08-26"), ("8月19号（七夕）", "future", "2026-08-19"),
        ("农历七月初七", "future", "2026-08-19"), ("農曆七月初七", "future", "2026-08-19"),
        ("七月初七", "future", "2026-08-19"), ("阴历七月初七", "future", "2026-08-19"),
        ("农历7月7日", "future", "2026-08-19"), ("农历7.7", "future", "2026-08-19"),
        ("农历2026年七月初七", "future", "2026-08-19"), ("2026年农历七月初七", "future", "2026-08-19"),
        ("七月初七(农历)", "future", "2026-08-19"), ("中秋", "future", "2026-09-25"),
        ("中秋节", "past", "2025-10-06"), ("农历八月十五", "future", "2026-09-25"),
        ("重阳节", "future", "2026-10-18"), ("腊八节", "past", "2026-01-26"), ("腊月二十八", "future", "2027-02-04"),
        ("臘月廿八", "future", "2027-02-04"), ("今年腊月二十八", "future", "2027-02-04"),
        ("除夕", "future", "2027-02-05"), ("大年三十", "future", "2027-02-05"), ("年三十", "past", "2026-02-16"),
        ("2027年除夕", "future", "2027-02-05"), ("闰六月初六", "past", "2025-07-30"),
        ("农历1958年三月初五", "past", "1958-04-23"), ("农历58年3月5日", "past", "1958-04-23"),
        ("1949年农历八月初十", "past", "1949-10-01"), ("农历一九八五年腊月初八", "past", "1986-01-17"),
    ],
)  # fmt: skip
def test_festivals_and_days_of_the_chinese_calendar(typed: str, prefer: Prefer, expected: str) -> None:
    assert read_date(typed, WEDNESDAY, prefer) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "typed",
    [
        "520", "0520", "五二零", "1314", "5", "20", "二十", "5月", "五月", "5月份", "2026年", "2026年5月", "2026.5",
        "明年", "下个月", "下月", "本月", "下周", "这周", "上周", "周末", "这周末", "月底", "月初", "5月底",
        "5月中旬", "年底", "年后", "春节前", "春节后", "国庆期间", "十一", "十一长假", "过两天", "过几天", "过两周",
        "这几天", "几天后", "两三天后", "半个月后", "半年后", "三天内", "3日后", "最近", "尽快", "改天", "明后天",
        "5月20日前", "5月20号以后", "5月20号之前", "5月20左右", "从5月20开始", "5月20或21日", "5月20、21号",
        "5月20号还是21号", "5.20-5.22", "5月3-5号", "3-5号", "3/5号", "五六号", "十几号", "二三月", "周一到周五",
        "周三或周四", "周三都可以", "不是周三", "除了周三", "周三不行", "20/5", "5/6/2026", "260520", "初八",
        "下个月初三", "二月二", "三月三", "四月八", "七月七", "八月十五", "九月九", "十月一", "明年除夕",
        "2026年腊月初八", "8月20号七夕", "下周三5月27号", "下一个周五", "五月二十九点", "next week", "next month",
        "May", "May 2026", "this weekend", "before Friday",
    ],
)  # fmt: skip
def test_what_may_be_several_days_is_asked_again(typed: str) -> None:
    assert asked_again(read_date, typed, WEDNESDAY, "future") == "date-ambiguous"


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "不知道", "你好", "再说", "越快越好", "上午", "上午9点", "9点半", "12:30", "5:20", "5万", "5.200",
        "1.1.1", "-5-20", "5--20", "13800000000", "62042319900101001X", "12345678901234", "18500520", "0000-00-00",
        "9999年元旦", "9999-12-31", "hello", "abc 5", "2026-W21", "我想结婚", "😀", "二十九点", "明天不行",
        "要是明天", "春", "灯", "大今天",
    ],
)  # fmt: skip
def test_what_says_no_day_is_not_a_date(typed: str) -> None:
    assert asked_again(read_date, typed, WEDNESDAY, "future") == "date-not_a_date"


@pytest.mark.parametrize(
    "typed",
    [
        "2月30号", "2月30日", "4月31", "13月1号", "5月0号", "5月32号", "32号", "0号", "2026-02-29", "2026-13-01",
        "20260230", "2026年2月30日", "下个月31号", "十三月一号", "二月三十", "Feb 30", "31 June 2026", "the 32nd",
        "5月40", "农历正月三十一", "正月初十一", "农历2026年闰六月初六", "2027年2月29日", "13.32",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_named_as_such(typed: str) -> None:
    assert asked_again(read_date, typed, WEDNESDAY, "future") == "date-no_such_day"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("明天（5月14号）", "2026-05-14"), ("5月14号明天", "2026-05-14"), ("5月20日（农历四月初四）", "2026-05-20"),
        ("下周三，5.20", "2026-05-20"), ("2028年2月14日情人节", "2028-02-14"), ("七夕8月19", "2026-08-19"),
    ],
)  # fmt: skip
def test_a_date_said_in_two_ways_that_agree_is_one_date(typed: str, expected: str) -> None:
    assert read_date(typed, WEDNESDAY, "future") == date.fromisoformat(expected)


@pytest.mark.parametrize("typed", ["明天5月15号", "5月20号5月21号", "七夕8.20", "20号21号", "周三周四", "明天后天"])
def test_a_date_said_in_two_ways_that_differ_is_asked_again(typed: str) -> None:
    assert asked_again(read_date, typed, WEDNESDAY, "future") == "date-ambiguous"


def test_a_month_after_the_thirty_first_is_not_guessed() -> None:
    assert asked_again(read_date, "一个月后", date(2026, 1, 31), "future") == "date-no_such_day"


@pytest.mark.parametrize(
    ("typed", "month", "day", "weekday"),
    [
        ("5月20号星期一", 5, 20, 3), ("5月20日（周二）", 5, 20, 3), ("周四 5月20日", 5, 20, 3),
        ("2026-05-17 周六", 5, 17, 7), ("明天周五", 5, 14, 4), ("下周一5月20号", 5, 20, 3), ("Mon, May 20", 5, 20, 3),
        ("七夕星期天", 8, 19, 3),
    ],
)  # fmt: skip
def test_a_wrong_weekday_is_answered_with_the_true_one(typed: str, month: int, day: int, weekday: int) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_date(typed, WEDNESDAY, "future")
    assert fault.value.key == "date-weekday"
    assert fault.value.args_ == {"month": month, "day": day, "weekday": weekday}


FIGURES = "〇一二三四五六七八九"


def in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 1 else "十" if tens == 1 else FIGURES[tens] + "十") + (FIGURES[ones] if ones else "")


def in_figures(year: int) -> str:
    return "".join(FIGURES[int(digit)] for digit in str(year))


days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
todays = st.dates(date(1950, 1, 1), date(2090, 12, 31))
prefers: st.SearchStrategy[Prefer] = st.sampled_from(["future", "past"])
WEEKDAYS = "一二三四五六日"
ABSOLUTE: list[Callable[[date], str]] = [
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year}年{d.month}月{d.day}号",
    lambda d: f"{d.year}年{d.month}月{d.day}",
    lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    lambda d: f"{d.year}年{d.month}.{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year} {d.month} {d.day}",
    lambda d: f"{in_figures(d.year)}年{in_chinese(d.month)}月{in_chinese(d.day)}日",
    lambda d: f"{d.year}年{d.month}月{d.day}日 星期{WEEKDAYS[d.weekday()]}",
    lambda d: f"{d:%Y-%m-%d} (周{WEEKDAYS[d.weekday()]})",
    lambda d: f"{d.year}-{d.month}-{d.day} 上午9:30",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d.day} {d:%b} {d.year}",
    lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
]


@given(days, todays, prefers, st.sampled_from(ABSOLUTE))
def test_a_date_with_its_year_reads_as_itself_on_any_day(
    day: date, today: date, prefer: Prefer, written: Callable[[date], str]
) -> None:
    assert read_date(written(day), today, prefer) == day


@given(st.integers(0, 365), todays, st.sampled_from(["{0.month}月{0.day}号", "{0.month}.{0.day}", "{0.month}-{0.day}"]))
def test_a_date_without_its_year_is_the_next_and_the_last(away: int, today: date, form: str) -> None:
    ahead, behind = today + timedelta(days=away), today - timedelta(days=away)
    read_ahead = read_date(form.format(ahead), today, "future")
    read_behind = read_date(form.format(behind), today, "past")
    assert today <= read_ahead <= ahead
    assert behind <= read_behind <= today
    assert (read_ahead.month, read_ahead.day) == (ahead.month, ahead.day)
    assert (read_behind.month, read_behind.day) == (behind.month, behind.day)


@given(st.integers(0, 9999), todays)
def test_so_many_days_later_are_so_many_days_later(count: int, today: date) -> None:
    assert read_date(f"{count}天后", today, "future") == today + timedelta(days=count)


@given(todays, st.integers(1, 7), st.integers(-3, 3))
def test_a_weekday_of_another_week_lies_in_that_week(today: date, weekday: int, weeks: int) -> None:
    which = "下" * weeks if weeks > 0 else "上" * -weeks if weeks < 0 else "这"
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    read = read_date(f"{which}周{'一二三四五六日'[weekday - 1]}", today, "past")
    assert monday <= read <= monday + timedelta(days=6)
    assert read.isoweekday() == weekday


PIECES = [
    *"0123456789〇零一二三四五六七八九十廿两年月日号天周上下大前后今明昨个初正腊闰点节到吧.-/:, ()",
    "星期",
    "礼拜",
]
PIECES += ["农历", "七夕", "上午", "可以吗", "以后", "最后一天", "may", "wed", "next ", "day", " of ", "20"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(st.text(max_size=100) | WORDS, todays, prefers)
@example("可以吗" * 20 + "x", WEDNESDAY, "future")
@example("5" * 5000, WEDNESDAY, "future")
@example("下" * 59 + "周三", WEDNESDAY, "past")
def test_any_text_is_a_date_or_not_understood(typed: str, today: date, prefer: Prefer) -> None:
    key = asked_again(read_date, typed, today, prefer)
    assert key is None or key.startswith("date-")
    assert key is not None or isinstance(read_date(typed, today, prefer), date)
