"""Times of day as people write them."""

from __future__ import annotations


def times_as_said(hour: int, minute: int) -> tuple[str, ...]:
    """The ways people write a time of day: 9:30, 9点30, 9点半, 下午2点半, 14:30."""
    minutes = {0: ("", "整", "钟"), 30: ("半", "30", "30分")}.get(minute, (str(minute), f"{minute}分"))
    hours = [(str(hour), "")]
    if hour > 12:
        hours += [(str(hour - 12), "下午"), (str(hour), "下午")]
    else:
        hours += [(str(hour), "上午" if hour < 12 else "中午")]
    said = [f"{part}{digits}{mark}{tail}" for digits, part in hours for mark in "点點时時" for tail in minutes]
    said += [f"{part}{digits}:{minute:02d}" for digits, part in hours]
    return tuple(said)
