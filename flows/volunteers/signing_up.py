"""Who may sign up as a volunteer (志愿者注册), and with whom."""

from __future__ import annotations

from flows.language import Facts, Must
from flows.language.routes import When
from flows.volunteers.people import Band, age_of, band_of
from flows.words import Value, Words

VETERAN_FROM = 55
"""From this age on it is asked whether somebody is one of the 五老 (老干部、老战士、老专家、老教师、老模范)."""


def is_band(band: Band, step: str = "id") -> When:
    """Whether the one whose number stands at a step is a child, a minor, of age."""

    def of(facts: Facts) -> bool:
        return band_of(facts[step], facts.world) == band

    return of


def for_a_child(facts: Facts) -> bool:
    """Whether a guardian signs up a child."""
    return bool(facts["who"] == "child")


def wants_guardian(facts: Facts) -> bool:
    """Too young to sign up alone: the guardian does, in a chat of their own."""
    return not for_a_child(facts) and band_of(facts["id"], facts.world) == "child"


def signs_up_alone(facts: Facts) -> bool:
    """Old enough to sign up, and somebody else wanted to do it."""
    return for_a_child(facts) and band_of(facts["id"], facts.world) != "child"


def too_young(facts: Facts) -> bool:
    """Younger than this place takes volunteers."""
    return age_of(facts["id"], facts.day) < youngest(facts)


def youngest(facts: Facts) -> int:
    """From what age this place takes volunteers."""
    return facts.world.policy.whole("volunteer.age.youngest", facts.day)


def may_be_veteran(facts: Facts) -> bool:
    """Old enough to be one of the 五老."""
    return age_of(facts["id"], facts.day) >= VETERAN_FROM


def must_be_of_age(value: Value, facts: Facts) -> Words | None:
    """A guardian is of age (民法典第27条: 有监护能力)."""
    return None if band_of(value, facts.world) == "adult" else Words("volunteer-guardian_of_age")


def must_be_another(step: str) -> Must:
    """The number of somebody else than the one at ``step``."""

    def check(value: Value, facts: Facts) -> Words | None:
        return Words("id_number-same_person") if facts.get(step) == value else None

    return check
