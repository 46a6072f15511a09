"""Hours as a volunteer tells them: what one sentence says of a service, and what is still to be asked.

The time of a service is kept as ``14:00-17:00/150`` (from, to, minutes given), and while it is not known whole as
``14:00-`` (only the start) or ``-/150`` (only the length).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from flows import hours
from flows.errors import NotUnderstood
from flows.inputs.duration import read_duration
from flows.inputs.service_correction import read_correction
from flows.inputs.service_part import with_part_of
from flows.inputs.service_said import ServiceSaid, read_service
from flows.inputs.time_span import read_time_of_day
from flows.language import Facts
from flows.words import Value, Words

FILLED = ("sort", "day", "time", "what", "where")
SERVICE, TRAINING = "service", "training"
_ABOUT_DAY = frozenset({"service_said-day", "service_said-no_such_day", "service_said-weekday"})
_ABOUT_TIME = frozenset({"service_said-half", "service_said-times"})
_ABOUT_LENGTH = frozenset({"service_said-rough", "service_said-length", "service_said-pause", "service_said-travel"})
_NOTHING = ServiceSaid(None, None, None, None, None, None, False, ())


def heard(text: str, facts: Facts) -> Mapping[str, Value]:
    """What a sentence says for sure. Raises NotUnderstood where it is no service that can be recorded, or several."""
    said = read_service(text, facts.world.now)
    for doubt in said.doubts:
        if doubt.key not in _ABOUT_DAY | _ABOUT_TIME | _ABOUT_LENGTH:
            raise NotUnderstood(doubt.key, **doubt.args)
    return _values(said)


def corrected(text: str, facts: Facts) -> Mapping[str, Value]:
    """What a word at the summary puts right. Raises NotUnderstood where it is in doubt, or nothing was read."""
    before = told(facts)
    said = read_correction(text, before, facts.world.now)
    for doubt in said.doubts:
        raise NotUnderstood(doubt.key, **doubt.args)
    was = _values(before)
    return {step: value for step, value in _values(said).items() if value != was.get(step)}


def told(facts: Facts) -> ServiceSaid:
    """The service as the answers have it."""
    begins, ends, minutes = span(facts)
    where = facts.get("where", "unknown")
    return ServiceSaid(
        what=facts["what"],
        where=None if where == "unknown" else where,
        day=facts["day"],
        starts=begins.astimezone(hours.SHANGHAI).time(),
        ends=ends.astimezone(hours.SHANGHAI).time(),
        minutes=minutes,
        training=facts["sort"] == TRAINING,
        doubts=(),
    )


def span(facts: Facts) -> tuple[datetime, datetime, int]:
    """When it began and ended, and the minutes given."""
    starts, ends, minutes = _parts(facts["time"])
    starts = starts or _time(facts["starts"])
    minutes = facts["minutes"] if minutes is None else minutes
    begins_at = hours.at(facts["day"], starts)
    if ends is None:
        return begins_at, begins_at + timedelta(minutes=minutes), minutes
    ends_at = hours.at(facts["day"], ends)
    return begins_at, ends_at if ends_at > begins_at else ends_at + timedelta(days=1), minutes


def read_time(text: str, facts: Facts) -> str:
    """From when until when, or one of both, or how long. Raises NotUnderstood as the readers do."""
    text = with_part_of(str(facts["said"]), text, facts.world.now)
    said = _answered(text, facts)
    value = None if said is None else _time_of(said)
    if value is not None:
        return value
    try:
        return f"-/{read_duration(text)}"
    except NotUnderstood as no_length:
        try:
            return f"{read_time_of_day(text):%H:%M}-"
        except NotUnderstood as no_time:
            raise (no_length if no_time.key == "time-not_a_time" else no_time) from None


def read_start(text: str, facts: Facts) -> str:
    """From when, in the part of the day that the sentence said. Raises NotUnderstood as ``read_time_of_day``."""
    text = with_part_of(str(facts["said"]), text, facts.world.now)
    said = _answered(text, facts)
    return f"{said.starts if said is not None and said.starts is not None else read_time_of_day(text):%H:%M}"


def lacks_start(facts: Facts) -> bool:
    """Only how long it took is known."""
    return str(facts["time"]).startswith("-")


def lacks_length(facts: Facts) -> bool:
    """Only when it began is known."""
    return str(facts["time"]).endswith("-")


def day_asked(facts: Facts) -> dict[str, Value]:
    """The question for the day: what was in doubt of it."""
    return {"asked": _doubt(facts, _ABOUT_DAY) or Words("service_hours-ask_day")}


def time_asked(facts: Facts) -> dict[str, Value]:
    """The question for the time: what was in doubt of it, or of its length."""
    return {"asked": _doubt(facts, _ABOUT_TIME) or _doubt(facts, _ABOUT_LENGTH) or Words("service_hours-ask_time")}


def shown(value: Value) -> Words:
    """The time of a service as it is read back."""
    starts, ends, minutes = _parts(value)
    length = Words("format-length", {"hours": (minutes or 0) // 60, "minutes": (minutes or 0) % 60})
    if starts is None:
        return length
    if ends is None:
        return Words("service_hours-from", {"from": f"{starts:%H:%M}"})
    later = "yes" if ends <= starts else "no"
    return Words(
        "service_hours-span", {"from": f"{starts:%H:%M}", "to": f"{ends:%H:%M}", "next_day": later, "length": length}
    )


def _values(said: ServiceSaid) -> dict[str, Value]:
    values: dict[str, Value] = {"sort": TRAINING if said.training else SERVICE}
    time_ = None if any(doubt.key in _ABOUT_TIME | _ABOUT_LENGTH for doubt in said.doubts) else _time_of(said)
    found = {"day": said.day, "time": time_, "what": said.what, "where": said.where}
    return values | {step: value for step, value in found.items() if value is not None}


def _time_of(said: ServiceSaid) -> str | None:
    starts = "" if said.starts is None else f"{said.starts:%H:%M}"
    if said.starts is not None and said.ends is not None and said.minutes is not None:
        return f"{starts}-{said.ends:%H:%M}/{said.minutes}"
    if said.starts is not None and said.minutes is not None:
        begins = datetime.combine(date.min, said.starts)
        return f"{starts}-{begins + timedelta(minutes=said.minutes):%H:%M}/{said.minutes}"
    if said.minutes is not None:
        return f"-/{said.minutes}"
    return f"{starts}-" if starts else None


def _answered(text: str, facts: Facts) -> ServiceSaid | None:
    """What an answer about the time says together with the sentence it was asked about (下午, of 2点到4点)."""
    try:
        before = read_service(str(facts["said"]), facts.world.now)
    except NotUnderstood:
        before = _NOTHING
    try:
        found = read_correction(text, before, facts.world.now)
    except NotUnderstood:
        return None
    doubts = [doubt for doubt in found.doubts if doubt.key in _ABOUT_TIME | _ABOUT_LENGTH]
    for doubt in doubts:
        raise NotUnderstood(doubt.key, **doubt.args)
    if before.day is not None and found.day is not None and found.day != before.day:
        raise NotUnderstood("service_said-times")  # 昨晚 … 12点 is a time of the day after the one that is known
    return found


def _doubt(facts: Facts, keys: frozenset[str]) -> Words | None:
    try:
        said = read_service(str(facts["said"]), facts.world.now)
    except NotUnderstood:
        return None
    return next((doubt for doubt in said.doubts if doubt.key in keys), None)


def _parts(value: str) -> tuple[time | None, time | None, int | None]:
    clocks, _, minutes = value.partition("/")
    starts, _, ends = clocks.partition("-")
    return _time(starts) if starts else None, _time(ends) if ends else None, int(minutes) if minutes else None


def _time(text: str) -> time:
    return time.fromisoformat(text)
