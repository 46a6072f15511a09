"""The file of a place is read strictly: what is misspelt, missing or of another type stops the start and is named."""

from __future__ import annotations

from datetime import date, time
from importlib import resources

import pytest

from flows.errors import FlowFault
from flows.place import parse_place

JINGTAI = resources.files("flows").joinpath("places", "jingtai.toml").read_text(encoding="utf-8")
SATURDAY, MONDAY = date(2026, 5, 9), date(2026, 5, 11)


def changed(old: str, new: str) -> str:
    """The file with one entry changed, the first one of its words: of the offices that of the registry."""
    assert old in JINGTAI
    return JINGTAI.replace(old, new, 1)


def test_a_make_up_day_has_the_hours_of_monday_unless_the_place_names_another_weekday() -> None:
    shorter = changed('friday = [["08:30", "12:00"], ["14:30", "18:00"]]', 'friday = [["09:00", "11:30"]]')
    on_fridays = shorter.replace("capacity = 2", 'capacity = 2\nmakeup_as = "friday"')
    by_default, named = (parse_place(text).offices["marriage"] for text in (shorter, on_fridays))
    assert by_default.spans(SATURDAY, True) == by_default.spans(MONDAY, True)
    assert named.spans(SATURDAY, True) == ((time(9), time(11, 30)),)
    assert named.spans(MONDAY, True) == by_default.spans(MONDAY, True)
    assert named.spans(SATURDAY, False) == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("capacity = 2", "capacity = 2\ncapcity = 9", "office marriage: unknown entries capcity"),
        ("capacity = 2", "capcity = 2", "office marriage: the entry 'capacity' is missing"),
        ("capacity = 2", "capacity = 0", "office marriage: 'capacity' must be above zero"),
        ("slot_minutes = 30", 'slot_minutes = "30"', "office marriage: 'slot_minutes' must be a whole number"),
        ("slot_minutes = 30", "slot_minutes = true", "office marriage: 'slot_minutes' must be a whole number"),
        ("capacity = 2", 'capacity = 2\nmakeup_as = "caturday"', "office marriage: 'caturday' is not one of monday"),
        ("capacity = 2", 'capacity = 2\nwalk_ins = "no"', "office marriage: 'walk_ins' must be true or false"),
        ("capacity = 2", "capacity = 2\nmakeup_as = 4", "office marriage: 'makeup_as' must be words"),
        ("monday = [", "mondy = [", "office marriage: 'mondy' is not one of monday"),
        ('monday = [["08:30", "12:00"], ["14:30", "18:00"]]', 'monday = ["08:30"]', "monday must be a list of pairs"),
        ('monday = [["08:30"', 'monday = [["8.30"', "monday: '8.30' is not a time of day"),
        ('monday = [["08:30"', 'monday = [["08:30+08:00"', "monday: '08:30+08:00' is not a time of day"),
        ('monday = [["08:30"', 'monday = [["12:30"', "monday closes at 12:00:00, before it opens at 12:30:00"),
        ("[office.marriage.hours]", "[office.marriage.ours]", "office marriage: the entry 'hours' is missing"),
        ("hold_minutes = 10", "hold_minutes = 10\nhold_seconds = 9", "place: unknown entries hold_seconds"),
        ("hold_minutes = 10", "hold_minutes = 0", "'hold_minutes' must be above zero"),
        ("demonstration = true", 'demonstration = "no"', "'demonstration' must be true or false"),
        ('"manshuitan"', "7", "'townships' must be words, not 7"),
        ('reissue = "marriage"', "reissue = true", "'services.reissue' must be words"),
        ('reissue = "marriage"', 'reissue = "harbour"', "service reissue names the unknown office harbour"),
        ('police = "110"', "police = 110", "'numbers.police' must be words, not 110"),
        ('police = "110"', "", "the number police is missing"),
        ("climb_minutes = 3", "", "the entry 'climb_minutes' is missing"),
        ("climb_minutes = 3", "climb_minutes = 0", "'climb_minutes' must be above zero"),
        ("[sections]", "[section]", "the entry 'sections' is missing"),
        ('office = ["desk"', 'office = "desk"\nmore = ["desk"', "'sections.office' must be a list"),
        ('office = ["desk"', 'office = [1, "desk"', "'sections.office' must be words, not 1"),
        ('initials = "JT"', 'initials = "Jt"', "initials must be two capital letters"),
        ('id = "jingtai"', "", "the entry 'id' is missing"),
        ("[numbers]", "[numbers", "not TOML"),
    ],
)
def test_whatever_is_not_exactly_right_is_named(old: str, new: str, named: str) -> None:
    with pytest.raises(FlowFault) as fault:
        parse_place(changed(old, new))
    assert named in str(fault.value)


def test_a_place_without_sections_is_refused_for_then_nobody_has_what_no_other_has() -> None:
    begin, end = JINGTAI.index("[sections]"), JINGTAI.index("[services]")
    with pytest.raises(FlowFault) as fault:
        parse_place(JINGTAI[:begin] + "[sections]\n\n" + JINGTAI[end:])
    assert "'sections' must name at least one" in str(fault.value)


def test_a_service_that_no_section_has_is_the_first_ones() -> None:
    place = parse_place(JINGTAI)
    assert place.section_of("reissue") == "registry"
    assert place.section_of("assistance") == "relief"
    assert place.section_of("something new") == next(iter(place.sections)) == "office"
