"""Households written from the articles, on both sides of every figure: which categories are told of, and how.

The place has a standard of 800 元 (urban) and 500 元 (rural) a month, the margin is one and a half times of it, its
income is 2,400 元 a month, spending is heavy above 40 % of the income.
"""

from __future__ import annotations

import pytest

from flows.assistance.figures import Figures
from flows.assistance.household import UNKNOWN_AMOUNT, Household, exactly
from flows.assistance.screening import screen
from tests.households import DAY, HERE, between, disabled, household, member

TABLE: list[tuple[str, Household, str]] = [
    ("a couple just below the urban standard", household(member(), member(), each=799), "dibao:likely"),
    ("a couple at the urban standard", household(member(), member(), each=800), "edge:likely"),
    ("a couple just below one and a half times of it", household(member(), member(), each=1199), "edge:likely"),
    ("a couple at one and a half times of it", household(member(), member(), each=1200), ""),
    (
        "a rural couple just below the rural standard",
        household(member(), member(), hukou="rural", each=499),
        "dibao:likely monitored:person",
    ),
    (
        "a rural couple at the rural standard",
        household(member(), member(), hukou="rural", each=500),
        "edge:likely monitored:person",
    ),
    (
        "a rural couple just below the rural margin",
        household(member(), member(), hukou="rural", each=749),
        "edge:likely monitored:person",
    ),
    ("a rural couple at the rural margin", household(member(), member(), hukou="rural", each=750), ""),
    (
        "who cannot say whether the hukou is rural, with 600 each",
        household(hukou=None, each=600),
        "dibao:more edge:more monitored:more",
    ),
    (
        "who cannot say whether the hukou is rural, with nothing",
        household(hukou=None, each=0),
        "dibao:likely monitored:more",
    ),
    ("somebody who cannot say what comes in", household(income=UNKNOWN_AMOUNT), "dibao:more edge:more"),
    ("somebody who can only say that it is less than 700", household(income=between(0, 700)), "dibao:likely"),
    (
        "somebody with a second flat and no income",
        household(each=0, property_kinds=frozenset({"house"})),
        "dibao:person edge:person",
    ),
    ("somebody who does not say what they own", household(each=0, property_kinds=None), "dibao:more edge:more"),
    ("a well-off household", household(member(), member(), each=5000), ""),
    ("a well-off household after a fire", household(each=5000, events=frozenset({"fire"})), "temporary:likely"),
    ("a well-off household that needs help tonight", household(each=5000, is_urgent=True), "temporary:likely"),
    (
        "a well-off household after a traffic accident in the village",
        household(each=5000, hukou="rural", events=frozenset({"traffic"})),
        "temporary:likely monitored:person",
    ),
    ("one who will not say what happened", household(each=5000, events=None), "temporary:more"),
    (
        "a severely disabled member on the margin",
        household(disabled("limb", 2), member(), each=900),
        "single:likely edge:likely disability_nursing:likely disability_living:person",
    ),
    (
        "a member with a level 3 limb disability on the margin",
        household(disabled("limb", 3), member(), each=900),
        "edge:likely disability_living:person",
    ),
    (
        "a member with a level 3 mental disability on the margin",
        household(disabled("mental", 3), member(), each=900),
        "single:likely edge:likely disability_living:person",
    ),
    (
        "a member with a level 4 mental disability on the margin",
        household(disabled("mental", 4), member(), each=900),
        "edge:likely disability_living:person",
    ),
    (
        "a member with a severe illness on the margin",
        household(member(is_severely_ill=True), member(), each=900),
        "edge:likely single:person",
    ),
    (
        "a member of whose illness nobody knows, on the margin",
        household(member(is_severely_ill=None), each=900),
        "edge:likely single:more",
    ),
    (
        "a severely disabled member above the margin",
        household(disabled("limb", 1), member(), each=1200),
        "disability_nursing:likely",
    ),
    (
        "a severely disabled member in a poor household",
        household(disabled("limb", 1), member(), each=300),
        "dibao:likely disability_living:likely disability_nursing:likely",
    ),
    (
        "a mildly disabled member in a poor household",
        household(disabled("hearing", 4), member(), each=300),
        "dibao:likely disability_living:likely",
    ),
    (
        "a disabled member whose level nobody knows",
        household(disabled("vision", None), each=300),
        "dibao:likely disability_living:likely disability_nursing:more",
    ),
    (
        "a member with a multiple disability of level 3 on the margin",
        household(disabled("multiple", 3), each=900),
        "edge:likely single:person disability_living:person",
    ),
    (
        "an old man alone, without anybody",
        household(member(60), each=0, obliged="none"),
        "dibao:likely tekun:likely elder:person",
    ),
    ("a man of 59 alone, without anybody", household(member(59), each=0, obliged="none"), "dibao:likely"),
    (
        "an old woman whose only son is in prison",
        household(member(75), each=0, obliged="incapable"),
        "dibao:likely tekun:person elder:person",
    ),
    (
        "an old woman whose son could support her",
        household(member(75), each=0, obliged="able"),
        "dibao:likely elder:person",
    ),
    (
        "an old woman who does not know about her son",
        household(member(75), each=0, obliged=None),
        "dibao:likely elder:person tekun:more",
    ),
    (
        "an old man with a pension at the standard",
        household(member(70), each=800, obliged="none"),
        "edge:likely elder:person",
    ),
    (
        "an old man whose pension as a resident may take him over the standard",
        household(member(70), each=700, resident_pension=exactly(150), obliged="none"),
        "dibao:person tekun:person edge:person elder:person",
    ),
    (
        "an old man who does not know how old he is",
        household(member(None), each=0, obliged="none"),
        "dibao:likely tekun:more orphan:more unsupported:more elder:more",
    ),
    ("an old couple on the margin", household(member(66), member(64), each=1000), "edge:likely elder:person"),
    (
        "a blind man of level 1 without anybody",
        household(disabled("vision", 1), each=0, obliged="none"),
        "dibao:likely tekun:likely disability_living:likely disability_nursing:likely",
    ),
    (
        "a man with a level 2 vision disability without anybody",
        household(disabled("vision", 2), each=0, obliged="none"),
        "dibao:likely disability_living:likely disability_nursing:likely",
    ),
    (
        "a deaf man of level 1 without anybody",
        household(disabled("hearing", 1), each=0, obliged="none"),
        "dibao:likely disability_living:likely disability_nursing:likely",
    ),
    (
        "a boy of 15 without anybody",
        household(member(15, father="dead", mother="dead"), each=0, obliged="none"),
        "dibao:likely tekun:likely orphan:likely",
    ),
    (
        "a boy of 17 whose parents are dead, with nothing",
        household(member(17, father="dead", mother="dead"), each=0, obliged="none"),
        "dibao:likely orphan:likely tekun:person",
    ),
    (
        "a grandmother with a child whose father died and whose mother is gone",
        household(member(66), member(8, father="dead", mother="missing"), each=300),
        "dibao:likely unsupported:likely elder:person",
    ),
    (
        "a child whose parents are both in prison, the uncle well off",
        household(member(), member(8, father="detained", mother="detained"), each=3000),
        "unsupported:likely",
    ),
    (
        "a child whose mother died and whose father works",
        household(member(35), member(8, father="cares", mother="dead"), each=3000),
        "",
    ),
    (
        "a child whose father died and of whose mother nothing is known",
        household(member(66), member(8, father="dead", mother=None), each=3000),
        "orphan:more unsupported:more",
    ),
    (
        "a child whose parents cannot be found",
        household(member(), member(3, father="not_found", mother="not_found"), each=3000),
        "orphan:likely",
    ),
    (
        "a child whose father is severely disabled and mother severely ill",
        household(
            disabled("limb", 1), member(is_severely_ill=True), member(8, father="disabled", mother="ill"), each=600
        ),
        "dibao:likely unsupported:likely disability_living:likely disability_nursing:likely",
    ),
    (
        "a girl of 18 whose parents are dead, at school",
        household(member(18, at_school="school", father="dead", mother="dead"), each=0, obliged="none"),
        "dibao:likely tekun:person",
    ),
    (
        "a student of 20 whose parents are dead",
        household(member(20, at_school="higher", father="dead", mother="dead"), each=0, obliged="none"),
        "dibao:likely",
    ),
    (
        "a household above the margin whose hospital bills eat it up",
        household(each=2300, spending=exactly(11041)),
        "rigid:likely temporary:person",
    ),
    ("the same with bills at the share", household(each=2300, spending=exactly(11040)), "temporary:person"),
    (
        "a household just below the income of the place with heavy bills",
        household(each=2399, spending=exactly(20000)),
        "dibao:person edge:person rigid:person temporary:person",
    ),
    (
        "a household at the income of the place with heavy bills",
        household(each=2400, spending=exactly(20000)),
        "dibao:person edge:person temporary:person",
    ),
    (
        "a household above the margin that does not know its bills",
        household(each=2000, spending=UNKNOWN_AMOUNT),
        "dibao:more edge:more rigid:more temporary:more",
    ),
    (
        "a household at the standard with bills that may be taken off",
        household(member(), member(), each=800, spending=exactly(1)),
        "dibao:person edge:person temporary:person",
    ),
    (
        "a household without income and with bills",
        household(each=0, spending=exactly(3000)),
        "dibao:likely temporary:person",
    ),
    (
        "a farmer on the rural margin after hail",
        household(
            member(),
            member(),
            member(9, father="cares", mother="cares"),
            hukou="rural",
            each=600,
            events=frozenset({"disaster"}),
        ),
        "edge:likely temporary:likely monitored:person",
    ),
    (
        "a mother alone with two children on the margin",
        household(
            member(30),
            member(6, father="missing", mother="cares"),
            member(4, father="missing", mother="cares"),
            each=1000,
        ),
        "edge:likely",
    ),
    (
        "two disabled parents with an able son",
        household(disabled("mental", 2), disabled("speech", 1), member(25), each=900),
        "single:likely edge:likely disability_nursing:likely disability_living:person",
    ),
]


@pytest.mark.parametrize(("of", "told"), [(of, told) for _, of, told in TABLE], ids=[name for name, _, _ in TABLE])
def test_a_household_is_told_of_the_categories_the_articles_give_it(of: Household, told: str) -> None:
    found = screen(of, Figures(HERE, DAY))
    assert " ".join(f"{each}:{found.finding(each).value}" for each in found.candidates) == told


def test_the_table_is_long_enough_to_have_both_sides_of_every_figure() -> None:
    assert len(TABLE) >= 60
    assert {each.partition(":")[0] for _, _, told in TABLE for each in told.split()} == set(
        screen(TABLE[0][1], Figures(HERE, DAY)).judged
    )
