"""How people type what volunteers and those in charge are asked: a service, a time, a length, lines of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.language.steps import Step

HANS, HANT, ENGLISH = "zh-Hans", "zh-Hant", "en"
_SAID: Mapping[str, Mapping[str, Sequence[str]]] = {
    "said": {
        HANS: (
            "昨天上午9点到11点在幸福社区助餐",
            "前天下午两点半到四点，去敬老院陪老人说话",
            "上周六帮忙扫雪，做了两个小时",
            "昨天2点到4点",
            "5月3号参加急救培训3小时",
            "送餐一个半小时",
        ),
        HANT: (
            "昨天上午9點到11點在幸福社區助餐",
            "前天下午兩點半到四點，去敬老院陪老人說話",
            "昨天幫忙掃雪，做了兩個小時",
            "昨天2點到4點",
        ),
        ENGLISH: (
            "yesterday 9 to 11 am, meals at Xingfu community",
            "2 hours yesterday",
            "yesterday from 14:00 to 16:30",
        ),
    },
    "time": {
        HANS: ("上午9点到11点", "下午两点到四点半", "8:30-10:00", "两个半小时", "上午九点"),
        HANT: ("上午9點到11點", "下午兩點到四點半", "8:30-10:00", "兩個半小時", "上午九點"),
        ENGLISH: ("9 am to 11 am", "14:00-16:30", "2 hours", "9 am"),
    },
    "starts": {
        HANS: ("上午八点半", "9:00", "早上7点"),
        HANT: ("上午八點半", "9:00", "早上7點"),
        ENGLISH: ("8:30 am", "9:00", "7 am"),
    },
    "minutes": {
        HANS: ("一个半小时", "90分钟", "两小时"),
        HANT: ("一個半小時", "90分鐘", "兩小時"),
        ENGLISH: ("an hour and a half", "90 minutes", "2 hours"),
    },
    "begins": {HANS: ("上午8点", "八点半", "9:00"), HANT: ("上午8點", "9:00"), ENGLISH: ("8 am", "9:00")},
    "ends": {HANS: ("上午11点", "10:30"), HANT: ("上午11點", "10:30"), ENGLISH: ("11 am", "10:30")},
}
_CORRECTED: Mapping[str, Sequence[str]] = {
    HANS: ("是3小时", "不是昨天，是前天", "地点在幸福社区"),
    HANT: ("是3小時", "不是昨天，是前天", "地點在幸福社區"),
    ENGLISH: ("it was 3 hours",),
}
_LINES: Mapping[str, Sequence[str]] = {
    HANS: ("全部", "1", "1 2", "除了2", "2不对，其他都对", "1和2不对", "都不对"),
    HANT: ("全部", "1 2", "除了2", "2不對，其他都對", "都不對"),
    ENGLISH: ("all", "1 2", "except 2", "2 wrong", "all wrong"),
}


def said_of(service: str, step: Step, language: str) -> Sequence[str]:
    """What is typed at a step that takes a sentence, a time or a length; nothing for the others."""
    if service in ("service_hours", "countersign") and step.kind == "text":
        return _SAID.get(step.name, {}).get(language, ())
    return ()


def lines_of(language: str) -> Sequence[str]:
    """Some lines of a numbered list, right and wrong."""
    return _LINES[language]


def corrections(language: str) -> Sequence[str]:
    """What is said at a summary that hears what is wrong."""
    return _CORRECTED[language]
