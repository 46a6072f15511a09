"""Posts of volunteer projects (志愿服务岗位): what one says of itself, whom it fits, when one arrives and leaves.

What an organiser must say follows 志愿服务条例 (国务院令第685号): what the risks are is told when recruiting
(第12条), and where service may harm people there is insurance before it (第17条).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.hours import SHANGHAI
from flows.volunteers.people import OF_AGE, Volunteer
from flows.words import Value, Words, yes
from flows.world import World

RISKS = ("none", "some")
MOST_SEATS = 500
YOUNGEST, OLDEST_BOUND = 6, 70
"""Between which a youngest age makes sense, in full years."""
LONGEST_TITLE, LONGEST_PLACE, LONGEST_WORDS = 40, 80, 300
LONGEST = timedelta(hours=24)
FURTHEST = timedelta(days=366)
OPENS = timedelta(minutes=60)
"""How long before the start one may check in (签到)."""
CLOSES = timedelta(minutes=60)
"""How long after the end one may still check out (签退); later, the hours are told in words."""
CODES = 10_000
"""The code of the day has four digits."""
DAYTIME = (time(6), time(18))
"""A post that begins within it is one of the day, else of the evening."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post with its time. ``township`` is None where it is anywhere in the county; ``danger`` says what the risk
    is, ``ask`` whom to ask. ``project`` is the same for all posts of one project."""

    number: str
    organisation: str
    organiser: str
    project: str
    kind: str
    township: str | None
    starts_at: datetime
    ends_at: datetime
    seats: int
    title: str
    place: str
    what: str
    ask: str
    taken: int = 0
    youngest: int = 0
    skills: tuple[str, ...] = ()
    risk: str = "none"
    danger: str = ""
    insured: bool = False
    state: str = "open"

    @property
    def day(self) -> date:
        """The day on which it begins, in Asia/Shanghai; the code of the day is of this day."""
        return self.starts_at.astimezone(SHANGHAI).date()

    @property
    def from_age(self) -> int:
        """How old one must be on its day: what volunteers do suits their age (志愿服务条例: 与志愿者的年龄相适应), so
        where there is a risk, of age."""
        return max(self.youngest, OF_AGE if self.risk == "some" else 0)

    @property
    def free(self) -> int:
        """Seats nobody has."""
        return self.seats - self.taken

    def overlaps(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether it shares time with a span; touching ends do not."""
        return self.starts_at < ends_at and starts_at < self.ends_at


def fault(post: Post, now: datetime) -> Words | None:
    """Why a post cannot be published, or None."""
    if post.starts_at <= now:
        return Words("post-past")
    if post.starts_at > now + FURTHEST:
        return Words("post-too_far")
    if not timedelta() < post.ends_at - post.starts_at <= LONGEST:
        return Words("post-span")
    if post.risk == "some" and not post.insured:
        return Words("post-uninsured")
    return None


def allows(post: Post, volunteer: Volunteer) -> bool:
    """Whether a volunteer may take part: old enough on its day, and able where something is asked for (一项就可以)."""
    able = not post.skills or bool(set(post.skills) & set(volunteer.skills))
    return volunteer.state == "registered" and able and volunteer.age(post.day) >= post.from_age


def suits(post: Post, volunteer: Volunteer, world: World) -> bool:
    """Whether it is what a volunteer offers, when they offer it, and near; who offers nothing in particular is open to
    everything."""
    kind = not volunteer.kinds or post.kind in volunteer.kinds
    times = not volunteer.times or _time_of(post, world) in volunteer.times
    return kind and times and nearness(post, volunteer) < 2


def nearness(post: Post, volunteer: Volunteer) -> int:
    """0 in one's own township, 1 anywhere in the county (or of somebody who lives elsewhere), 2 in another township."""
    if post.township is None or volunteer.township is None:
        return 1
    return 0 if post.township == volunteer.township else 2


def _time_of(post: Post, world: World) -> str:
    if not world.calendar.is_workday(post.day):
        return "weekend"
    begins = post.starts_at.astimezone(SHANGHAI).time()
    return "workday_day" if DAYTIME[0] <= begins < DAYTIME[1] else "workday_evening"


# --- arriving and leaving ----------------------------------------------------------------------------------------


def may_arrive(post: Post, now: datetime) -> bool:
    """Whether one may check in now: from an hour before the start to the end."""
    return post.starts_at - OPENS <= now < post.ends_at


def may_leave(post: Post, now: datetime) -> bool:
    """Whether one may check out now: until an hour after the end."""
    return now <= post.ends_at + CLOSES


def served(post: Post, arrived_at: datetime, left_at: datetime) -> tuple[datetime, datetime] | None:
    """The time given: from the later of arrival and start to the earlier of leaving and end; None if it is less than a
    minute."""
    begins, ends = max(arrived_at, post.starts_at), min(left_at, post.ends_at)
    return (begins, ends) if ends - begins >= timedelta(minutes=1) else None


def code_from(digest: bytes) -> int:
    """Four digits of a digest; each as likely as any other, as far as 64 bits can be parted into 10,000."""
    return int.from_bytes(digest[:8]) % CODES


def shown_code(code: int) -> str:
    """A code with its leading noughts."""
    return f"{code:04d}"


# --- words -------------------------------------------------------------------------------------------------------


def when(starts_at: datetime, ends_at: datetime) -> Words:
    """A span of time, as people read it."""
    begins, ends = starts_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    args = {"day": begins.date(), "from": f"{begins:%H:%M}", "to": f"{ends:%H:%M}"}
    return Words("post-when", {**args, "next_day": yes(ends.date() > begins.date())})


def where(post: Post) -> Words:
    """Its township, if it has one, and its place."""
    args: dict[str, Value] = {"place": post.place, "some": yes(post.township is not None)}
    return Words("post-where", {**args, "township": Words(f"township-{post.township}") if post.township else ""})


def named(post: Post) -> Words:
    """A post in a list: what it is, and when."""
    return Words("post-one", {"title": post.title, "when": when(post.starts_at, post.ends_at)})


def told(post: Post, organisation: str) -> Words:
    """All of a post that who may join must know before joining."""
    args: dict[str, Value] = {
        "title": post.title,
        "organisation": organisation,
        "kind": Words(f"publish-kind.{post.kind}"),
        "when": when(post.starts_at, post.ends_at),
        "where": where(post),
        "what": post.what,
        "free": max(0, post.free),
        "youngest": post.from_age,
        "skills": tuple(Words(f"publish-skills.{each}") for each in post.skills),
        "skilled": yes(bool(post.skills)),
        "risk": post.risk,
        "danger": post.danger,
        "insured": yes(post.insured),
        "ask": post.ask,
    }
    return Words("post-told", args)
