"""Posts from a table (CSV): strict, all or nothing, every fault named by its line; the same table twice adds nothing.

Columns: project,title,kind,township,place,day,from,to,seats,skills,youngest,risk,insured,what,ask. Kinds, townships,
skills (parted by ;), yes and no are written as they are called in any language or by their ids; ``risk`` is empty
or says what the risk is, ``township`` is empty for the whole county, ``youngest`` for any age.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.app import App
from bot.clock import local_day
from bot.speech import Speech
from flows.errors import SettingsFault
from flows.hours import at
from flows.inputs.text import fold, normalise
from flows.place import Place
from flows.volunteers import posts
from flows.volunteers.people import KINDS, SKILLS
from flows.volunteers.posts import Post
from flows.words import Words
from integrations.store.volunteers import activities, organisations
from integrations.store.volunteers.organisations import Organisation

COLUMNS = (
    *("project", "title", "kind", "township", "place", "day", "from", "to", "seats", "skills", "youngest"),
    *("risk", "insured", "what", "ask"),
)
MOST_BYTES, MOST_LINES, MOST_FAULTS = 1_000_000, 2000, 50
BY = "import"
"""In place of an organiser."""
_REQUIRED = frozenset(COLUMNS) - {"township", "skills", "youngest", "risk"}
_LONGEST = {
    "project": posts.LONGEST_TITLE,
    "title": posts.LONGEST_TITLE,
    "place": posts.LONGEST_PLACE,
    "risk": posts.LONGEST_WORDS,
    "what": posts.LONGEST_WORDS,
    "ask": posts.LONGEST_PLACE,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """How many posts are new, and how many were there."""

    new: int
    known: int


async def import_posts(app: App, data: bytes, organisation_name: str) -> Imported:
    """Publishes the posts of a table for an organisation. Raises SettingsFault, a sentence for each fault."""
    async with app.database.read() as connection:
        organisation = await organisations.by_name(connection, organisation_name)
    if organisation is None or not organisation.active:
        raise SettingsFault(f"there is no organisation {organisation_name}")
    now = app.clock()
    rows = parse(data, organisation, app.speech, app.place, now)
    new = 0
    async with app.database.write() as connection:
        for project, post in rows:
            own = activities.project_of(app.vault, organisation.id, project)
            number = app.numbers.receipt(local_day(now))
            numbered = replace(post, number=number, project=own)
            new += await activities.post(connection, app.vault, numbered, now)
    return Imported(new, len(rows) - new)


def parse(
    data: bytes, organisation: Organisation, speech: Speech, place: Place, now: datetime
) -> list[tuple[str, Post]]:
    """The posts of a table, each with the name of its project. Raises SettingsFault, a sentence for each fault."""
    reader = csv.reader(io.StringIO(_text(data)), strict=True)
    faults: list[str] = []
    found: list[tuple[str, Post]] = []
    seen: dict[tuple[str, datetime], int] = {}
    words = _Read(speech, place)
    try:
        if next(reader, None) != list(COLUMNS):
            raise SettingsFault(f"the first line must be {','.join(COLUMNS)}")
        for line in reader:
            number = reader.line_num
            if not any(field.strip() for field in line):
                continue
            if len(found) + len(faults) >= MOST_LINES:
                raise SettingsFault(f"there are more than {MOST_LINES} posts in it")
            try:
                project, post = words.post(line, organisation, now)
                before = seen.setdefault((project, post.starts_at), number)
                if before != number:
                    raise _Wrong(f"is the same project at the same time as line {before}")
                found.append((project, post))
            except _Wrong as fault:
                faults.append(f"line {number}: {fault}")
    except csv.Error as fault:
        faults.append(f"line {reader.line_num}: {fault}")
    if faults:
        more = [f"and {len(faults) - MOST_FAULTS} more"] if len(faults) > MOST_FAULTS else []
        raise SettingsFault("\n".join([*faults[:MOST_FAULTS], *more]))
    if not found:
        raise SettingsFault("there is no post in it")
    return found


class _Wrong(Exception):
    """What is wrong with a line, without its number."""


class _Read:
    """Reads the fields of a line."""

    def __init__(self, speech: Speech, place: Place) -> None:
        self._kinds = _called(speech, KINDS, "publish-kind.{}")
        self._skills = _called(speech, SKILLS, "publish-skills.{}")
        self._townships = _called(speech, place.townships, "township-{}")
        self._truths = {fold(each): truth for truth in ("yes", "no") for each in _said(speech, truth)}

    def post(self, line: list[str], organisation: Organisation, now: datetime) -> tuple[str, Post]:
        """The post of a line. Raises _Wrong."""
        if len(line) != len(COLUMNS):
            raise _Wrong(f"has {len(line)} columns and not {len(COLUMNS)}")
        told = {name: normalise(field) for name, field in zip(COLUMNS, line, strict=True)}
        for name in COLUMNS:
            if name in _REQUIRED and not told[name]:
                raise _Wrong(f"{name} is empty")
            if len(told[name]) > _LONGEST.get(name, posts.LONGEST_WORDS):
                raise _Wrong(f"{name} is longer than {_LONGEST.get(name, posts.LONGEST_WORDS)} characters")
        begins, ends = self._span(told)
        post = Post(
            number="",
            organisation=organisation.id,
            organiser=BY,
            project="",
            kind=_one_of(self._kinds, "kind", told["kind"]),
            township=_one_of(self._townships, "township", told["township"]) if told["township"] else None,
            starts_at=begins,
            ends_at=ends,
            seats=_whole("seats", told["seats"], 1, posts.MOST_SEATS),
            title=told["title"],
            place=told["place"],
            what=told["what"],
            ask=told["ask"],
            youngest=_whole("youngest", told["youngest"], 0, posts.OLDEST_BOUND) if told["youngest"] else 0,
            skills=tuple(
                dict.fromkeys(_one_of(self._skills, "skills", each) for each in told["skills"].split(";") if each)
            ),
            risk="some" if told["risk"] else "none",
            danger=told["risk"],
            insured=_one_of(self._truths, "insured", told["insured"]) == "yes",
        )
        wrong = posts.fault(post, now)
        if wrong is not None:
            raise _Wrong(_FAULTS[wrong.key])
        return told["project"], post

    def _span(self, told: dict[str, str]) -> tuple[datetime, datetime]:
        try:
            day = date.fromisoformat(told["day"])
            begins, ends = (datetime.strptime(told[name], "%H:%M").time() for name in ("from", "to"))  # noqa: DTZ007
        except ValueError as fault:
            raise _Wrong("day must be written as 2026-05-13, from and to as 09:00") from fault
        if ends == begins:
            raise _Wrong(_FAULTS["post-span"])
        last = day + timedelta(days=1) if ends < begins and begins >= time(17) else day
        return at(day, begins), at(last, ends)


_FAULTS = {
    "post-past": "is not in the future",
    "post-too_far": "is more than a year away",
    "post-span": "ends before it begins",
    "post-uninsured": "has a risk and no insurance",
}


def _text(data: bytes) -> str:
    """UTF-8, with or without a mark before it, or GB 18030, as tables are saved in China."""
    if len(data) > MOST_BYTES:
        raise SettingsFault(f"the file is larger than {MOST_BYTES} bytes")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SettingsFault("the file is no text in UTF-8 or GB 18030")


def _called(speech: Speech, names: Iterable[str], key: str) -> dict[str, str]:
    called = {fold(name): name for name in names}
    return called | {label: name for name in names for label in speech.labels(Words(key.format(name)))}


def _said(speech: Speech, truth: str) -> Collection[str]:
    return [part for label in speech.labels(Words(f"words-{truth}")) for part in label.split("|")] + [truth]


def _one_of(known: dict[str, str], name: str, said: str) -> str:
    try:
        return known[fold(said)]
    except KeyError:
        raise _Wrong(f"{name} is none there is: {said[:20]}") from None


def _whole(name: str, said: str, low: int, high: int) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 4 and low <= int(said) <= high):
        raise _Wrong(f"{name} must be a number from {low} to {high}")
    return int(said)
