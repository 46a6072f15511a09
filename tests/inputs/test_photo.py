import pytest

from flows.inputs.photo import Ground, PhotoFacts, judge_photo, name_ground
from flows.marriage.rules import JOINT_PHOTO

RED, BLUE, WHITE = (200, 20, 25), (67, 142, 219), (250, 250, 250)


def facts(
    width: int = 1060,
    height: int = 700,
    picture_format: str = "JPEG",
    ground: tuple[int, int, int] | None = RED,
) -> PhotoFacts:
    return PhotoFacts(width, height, picture_format, ground, 200_000)


def keys(seen: PhotoFacts) -> list[str]:
    return [fault.key for fault in judge_photo(seen, JOINT_PHOTO)]


@pytest.mark.parametrize(("width", "height"), [(1060, 700), (1500, 1000), (626, 413), (600, 400)])
@pytest.mark.parametrize("ground", [RED, BLUE])
def test_a_joint_photo_of_two_inches_fits(width: int, height: int, ground: tuple[int, int, int]) -> None:
    assert keys(facts(width, height, ground=ground)) == []


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (facts(width=599, height=396), ["photo-too_small"]),
        (facts(width=700, height=1060), ["photo-ratio"]),
        (facts(width=1600, height=900), ["photo-ratio"]),
        (facts(ground=WHITE), ["photo-ground"]),
        (facts(ground=None), ["photo-ground"]),
        (facts(picture_format="GIF"), ["photo-format"]),
        (facts(300, 900, "BMP", None), ["photo-format", "photo-too_small", "photo-ratio", "photo-ground"]),
    ],
)
def test_everything_that_does_not_fit_is_said(seen: PhotoFacts, found: list[str]) -> None:
    assert keys(seen) == found


def test_the_sentences_learn_what_was_seen_and_what_is_wanted() -> None:
    small, ground = judge_photo(facts(width=530, height=350, ground=None), JOINT_PHOTO)
    assert small.args == {"width": 530, "wanted": 600}
    assert ground.args == {"seen": "unclear", "wanted": "red-blue"}
    (ratio,) = judge_photo(facts(width=1000, height=1000), JOINT_PHOTO)
    assert ratio.args == {"rule": "marriage"}


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ((255, 0, 0), "red"),
        ((192, 30, 40), "red"),
        ((150, 30, 20), "red"),
        ((205, 62, 30), "red"),
        ((67, 142, 219), "blue"),
        ((0, 90, 170), "blue"),
        ((90, 150, 190), "blue"),
        ((255, 255, 255), "white"),
        ((215, 200, 180), "white"),
        ((180, 178, 172), "white"),
        ((120, 120, 120), "other"),
        ((0, 0, 0), "other"),
        ((240, 150, 30), "other"),
        ((60, 140, 60), "other"),
        ((230, 150, 160), "other"),
        ((40, 5, 5), "other"),
    ],
)
def test_a_ground_is_named_as_people_see_it_in_dim_and_warm_light(
    colour: tuple[int, int, int], name: Ground | str
) -> None:
    assert name_ground(colour) == name
