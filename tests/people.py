"""Made-up people, and how they type what they are asked: names, numbers with right check digits, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
NAMES = ("张三", "李 四", "欧阳小明", "我叫王五", "姓名：赵六", "阿卜杜拉·买买提", "卓玛央金", "Anna Maria Schmidt")
PHONES = ("138 0000 0000", "13900000000", "+86 137-0000-0000", "0943-6120000", "６１２００００")
WORDS = ("路灯坏了，晚上看不见", "想问登记处几点上班", "谢谢你们 🌻", "The road is closed.", "1. 水\n2. 电")
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def id_number(birth: date, *, man: bool, division: str = "620423", serial: int = 1) -> str:
    """A number of GB 11643-1999 with its check digit; ``serial`` counts the people of that day and sex."""
    first = f"{division}{birth:%Y%m%d}{serial // 5 % 10}{serial % 10}{2 * (serial % 5) + man}"
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first, strict=True))
    return first + "10X98765432"[total % 11]


def typed_number(number: str, random: Random) -> str:
    """A number as people type it."""
    grouped = f"{number[:6]} {number[6:14]} {number[14:]}"
    full_width = number.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    return random.choice([number, number.lower(), grouped, full_width, f"{number}。"])


def typed_receipt(number: str, random: Random) -> str:
    """A receipt number as people type it."""
    return random.choice([number, number.lower(), number.replace("-", ""), f"{number[:2]} {number[2:]}", f"{number}。"])


def typed_day(day: date, language: str, random: Random) -> str:
    """A day as people type it."""
    everywhere = [
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
    ]
    month = ENGLISH_MONTHS[day.month - 1]
    english = [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"]
    chinese = [f"{day.year}年{day.month}月{day.day}日", f"{day.year}年{day.month}月{day.day}号"]
    return random.choice(everywhere + (english if language == "en" else chinese))


def one_of(random: Random, *ways: Sequence[str]) -> str:
    """One of several ways of saying, each group of ways as likely as the other."""
    return random.choice(random.choice(ways))
