"""A booking as an entry of the resident's own calendar (.ics, RFC 5545), with an alarm the evening before.

Other people may see a calendar: nothing in it says what the appointment is for. Moved or cancelled, the entry keeps
its UID and raises its SEQUENCE, so that a calendar puts it in the place of the one it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flows import hours

if TYPE_CHECKING:
    from icalendar import STATUS, Alarm

ZONE = ZoneInfo("Asia/Shanghai")
"""By its name, as calendars want it."""
EVENING = time(19)
"""When the alarm rings, the day before."""
ZONE_KNOWN_SINCE = date(1992, 1, 1)
"""China has kept no summer time since: the VTIMEZONE needs one offset only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry, its words in the resident's language. ``starts_at`` and ``ends_at`` are None where only the day counts
    (现场排队号); ``revision`` grows by every change; ``provisional`` is a day whose calendar is not published yet."""

    number: str
    title: str
    where: str
    details: str
    reminder: str
    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    changed_at: datetime
    revision: int
    provisional: bool
    cancelled: bool


def calendar_ics(entry: Entry) -> bytes:
    """The entry as a calendar of its own: METHOD is PUBLISH, or CANCEL for a booking that is cancelled.

    It has no ORGANIZER, which RFC 5546 asks for beside a METHOD: calendars write to it, and the desk reads no mail.
    """
    from icalendar import TRANSP, Calendar, Event, Timezone

    start, end = _span(entry)
    event = Event.new(
        uid=f"{entry.number}@yizheng",
        sequence=entry.revision,
        stamp=entry.changed_at,
        last_modified=entry.changed_at,
        status=_status(entry),
        transparency=TRANSP.OPAQUE if entry.starts_at else TRANSP.TRANSPARENT,
        start=start,
        end=end,
        summary=entry.title,
        location=entry.where,
        description=entry.details,
    )
    if not entry.cancelled:
        event.add_component(_alarm(entry))
    calendar = Calendar()  # Calendar.new would give it a UID by chance
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Yizheng//Bookings//EN")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    if entry.starts_at is not None:
        calendar.add_component(Timezone.from_tzid(ZONE.key, first_date=ZONE_KNOWN_SINCE))
    calendar.add_component(event)
    ics: bytes = calendar.to_ical()
    return ics


def _span(entry: Entry) -> tuple[date, date]:
    """The start and the end as the entry has them: two local instants, or a day and the one after it."""
    if entry.starts_at is None or entry.ends_at is None:
        return entry.day, entry.day + timedelta(days=1)
    return entry.starts_at.astimezone(ZONE), entry.ends_at.astimezone(ZONE)


def _status(entry: Entry) -> STATUS:
    from icalendar import STATUS

    if entry.cancelled:
        return STATUS.CANCELLED
    return STATUS.TENTATIVE if entry.provisional else STATUS.CONFIRMED


def _alarm(entry: Entry) -> Alarm:
    """Rings the evening before; counted from the start, because some calendars know no other triggers."""
    from icalendar import Alarm

    alarm = Alarm.new(description=entry.reminder)
    alarm.add("action", "DISPLAY")
    begins = entry.starts_at or hours.at(entry.day, time.min)
    alarm.add("trigger", hours.at(entry.day - timedelta(days=1), EVENING) - begins)
    return alarm
