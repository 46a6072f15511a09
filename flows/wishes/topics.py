"""The answers to everyday questions, each one message made of data: the place's offices and the policy in force.

A figure that is not in force on the day has no answer: nothing is said rather than something old.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from flows import hours
from flows.counting import rules_of
from flows.place import Office
from flows.policy import NotInForce
from flows.words import Value, Words, yes
from flows.world import World

Answer = Callable[[World, str | None], Words]

BRING: Mapping[str, tuple[str, ...]] = {
    "marriage": ("id_cards", "joint_photo", "divorce_proof", "death_proof", "household_book"),
    "divorce": ("id_cards", "certificates_unsure", "agreement", "single_photos", "household_book"),
    "divorce_certificate": (
        *("id_cards", "receipt", "certificates_again", "agreement", "single_photos"),
        "household_book",
    ),
    "divorce_withdrawal": ("own_id", "receipt_or_note"),
    "ceremony": ("certificates_first", "id_given"),
    "reissue": ("own_id", "reissue_photo", "if_damaged", "if_proxy", "household_book"),
}
"""What each service asks people to bring, as the messages ``bring-<name>`` of the pre-checks, whatever the case is."""
COPIES: Mapping[str, str] = {
    "joint_photo": "marriage.photo.joint_copies",
    "single_photos": "divorce.photo.single_copies",
}
"""The figures that say how many photos."""


def answer(topic: str, world: World, service: str | None) -> Words | None:
    """The answer to a topic, for the service it was asked about where one is known; None: there is nothing to say."""
    try:
        return ANSWERS[topic](world, service)
    except NotInForce:
        return None


def _office(world: World, service: str | None) -> Office:
    """The office of a service; of one without an office, or of none, the place's first."""
    place = world.place
    return place.office_of(service) if service in place.services and service else next(iter(place.offices.values()))


def _at(world: World, service: str | None) -> dict[str, Value]:
    office = _office(world, service)
    name = f"office-{office.id}"
    return {"office": Words(name), "address": Words(f"{name}.address"), "phone": office.phone}


def _hours(world: World, service: str | None) -> Words:
    office = _office(world, service)
    is_open, opens = hours.opening(world, office)
    args = {"open": yes(is_open), "opens": opens, "lines": _week(office)}
    return Words("topic-hours", {**_at(world, service), **args})


def _weekend(world: World, service: str | None) -> Words:
    office = _office(world, service)
    open_then = any(office.hours.get(weekday) for weekday in (5, 6))
    return Words("topic-weekend", {"open": yes(open_then), "lines": _week(office)})


def _week(office: Office) -> tuple[Words, ...]:
    """The opening hours of a week: one line for days in a row that are alike."""
    lines = []
    for spans, group in groupby(range(7), lambda weekday: office.hours.get(weekday, ())):
        days = list(group)
        if spans:
            first, last = (Words(f"format-weekday.d{weekday}") for weekday in (days[0], days[-1]))
            times = tuple(Words("option-time", {"from": f"{a:%H:%M}", "to": f"{b:%H:%M}"}) for a, b in spans)
            key = "topic-hours_day" if len(days) == 1 else "topic-hours_days"
            lines.append(Words(key, {"first": first, "last": last, "times": times}))
    return tuple(lines)


def _place(world: World, service: str | None) -> Words:
    return Words("topic-place", _at(world, service))


def _telephone(world: World, service: str | None) -> Words:
    return Words("topic-telephone", _at(world, service))


def _elsewhere(world: World, service: str | None) -> Words:
    return Words("topic-elsewhere", {"phone": _office(world, None).phone})


def _fee(world: World, service: str | None) -> Words:
    return Words("topic-fee", {"fee": world.policy.whole("registration.fee", world.day)})


def _ages(world: World, service: str | None) -> Words:
    man, woman = (world.policy.whole(f"marriage.age.{each}", world.day) for each in ("man", "woman"))
    return Words("topic-ages", {"man": man, "woman": woman})


def _cooling_off(world: World, service: str | None) -> Words:
    cooling, after = (world.policy.whole(f"divorce.{each}_days", world.day) for each in ("cooling", "certificate"))
    return Words("topic-cooling_off", {"days": cooling, "after": after})


def _pauses(world: World, service: str | None) -> Words:
    rules = rules_of(world.policy, world.day)
    lines = tuple(
        Words(
            "topic-pauses_rule",
            {"no_shows": r.no_shows, "cancels": r.cancels, "within": r.within_days, "block": r.block_days},
        )
        for r in rules
    )
    days = world.policy.whole("booking.cancel_days", world.day)
    return Words("topic-pauses" if rules else "topic-pauses_none", {"days": days, "lines": lines})


def _household_book(world: World, service: str | None) -> Words:
    needed = world.policy.value("registration.household_book_needed", world.day)
    return Words("topic-household_book", {"needed": yes(bool(needed))})


def _bring(world: World, service: str | None) -> Words:
    if service is None or service not in BRING:
        return Words("topic-bring_which")
    return Words("topic-bring", {"service": Words(f"service-{service}"), "lines": _papers(world, BRING[service])})


def _papers(world: World, papers: tuple[str, ...]) -> tuple[Words, ...]:
    return tuple(_paper(world, each) for each in papers)


def _paper(world: World, paper: str) -> Words:
    if paper in COPIES:
        return Words(f"bring-{paper}", {"copies": world.policy.whole(COPIES[paper], world.day)})
    if paper == "household_book" and not world.policy.value("registration.household_book_needed", world.day):
        return Words("bring-no_household_book")
    return Words(f"bring-{paper}")


def _said(key: str) -> Answer:
    return lambda world, service: Words(key)


ANSWERS: Mapping[str, Answer] = {
    "hours": _hours,
    "weekend": _weekend,
    "place": _place,
    "telephone": _telephone,
    "elsewhere": _elsewhere,
    "fee": _fee,
    "ages": _ages,
    "cooling_off": _cooling_off,
    "household_book": _household_book,
    "pauses": _pauses,
    "bring": _bring,
    "thanks": _said("topic-thanks"),
    "greeting": _said("topic-greeting"),
}
"""What is said about each topic of ``words.toml``."""
