"""Certificate numbers as people type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import NotUnderstood
from flows.marriage.certificate import read_certificate

TODAY = date(2026, 11, 2)
NUMBER = "J620423-2026-000001"

numbers = st.builds(
    "{}{:06}-{}-{:06}".format,
    st.sampled_from(["J", "L", "BJ", "BL"]),
    st.integers(110000, 829999),
    st.integers(1950, 2026),
    st.integers(0, 999999),
)


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        "j620423-2026-000001",
        "J6204232026000001",
        "  J 620423 2026 000001 ",
        "\uff2a\uff16\uff12\uff10\uff14\uff12\uff13\uff0d\uff12\uff10\uff12\uff16\uff0d000001",
        "J620423—2026—000001",
        "J620423——2026——000001",
        "J620423\u20132026\u2212000001",
        "J620423一2026ー000001",
        "J620423_2026_000001",
        "J-620423-2026-000001",
        "J620423\u30002026\u00a0000001",
        "\u200bJ620423-2026-000001\ufeff",
    ],
)
def test_a_number_is_read_however_a_phone_writes_it(typed: str) -> None:
    assert read_certificate(typed, TODAY) == NUMBER


@given(numbers, st.data())
def test_what_is_printed_is_read_as_itself_with_any_spaces_case_and_dashes(number: str, data: st.DataObject) -> None:
    dash = data.draw(st.sampled_from(["-", "", " - ", "——", "－", "\u2010"]))
    typed = number.replace("-", dash)
    typed = typed.lower() if data.draw(st.booleans()) else typed
    assert read_certificate(typed, TODAY) == number
    assert read_certificate(read_certificate(typed, TODAY), TODAY) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "620423-2026-000001",
        "K620423-2026-000001",
        "JB620423-2026-000001",
        "J62042-2026-000001",
        "J620423-2026-00001",
        "J620423-2026-0000012",
        "J620423-26-000001",
        "J620423/2026/000001",
        "J620423-2026-00000O",
        "J620423-2026-000001号",
        "J620423-2026-00000\u0661",
        "甘景结字第000001号",
        "不知道",
    ],
)
def test_anything_else_is_not_a_certificate_number(typed: str) -> None:
    with pytest.raises(NotUnderstood) as raised:
        read_certificate(typed, TODAY)
    assert raised.value.key == "certificate-format"


@pytest.mark.parametrize(("year", "fits"), [("1949", False), ("1950", True), ("2026", True), ("2027", False)])
def test_the_year_is_neither_to_come_nor_before_the_first_marriage_law(year: str, fits: bool) -> None:
    typed = f"BL620423-{year}-000017"
    if fits:
        assert read_certificate(typed, TODAY) == typed
        return
    with pytest.raises(NotUnderstood) as raised:
        read_certificate(typed, TODAY)
    assert (raised.value.key, dict(raised.value.args_)) == ("certificate-year", {"year": year})


def test_next_years_number_is_read_next_year() -> None:
    assert read_certificate("L620423-2027-000002", date(2027, 1, 1)) == "L620423-2027-000002"


@pytest.mark.parametrize("typed", ["不知道", "J620423-2031-000001"])
def test_what_went_wrong_can_be_said(typed: str) -> None:
    bundle = FluentBundle(["zh-Hans"], use_isolating=False)
    locales = Path(__file__).parents[1] / "locales"
    bundle.add_resource(FluentResource((locales / "zh-Hans" / "certificate.ftl").read_text(encoding="utf-8")))
    with pytest.raises(NotUnderstood) as raised:
        read_certificate(typed, TODAY)
    pattern = bundle.get_message(raised.value.key).value
    assert pattern is not None
    said, faults = bundle.format_pattern(pattern, dict(raised.value.args_))
    assert not faults
    assert ("2031" in str(said)) == ("2031" in typed)
