"""The pictures are made here, with Pillow; none is of anybody."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageDraw

from flows.inputs.photo import judge_photo, name_ground
from flows.marriage.rules import JOINT_PHOTO
from integrations.pictures import look_at, strip_metadata
from tests.inputs.reading import asked_again

RED = (200, 20, 25)


def couple(ground: tuple[int, int, int] = RED, size: tuple[int, int] = (1060, 700)) -> Image.Image:
    """Two dark heads with shoulders before a plain ground."""
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    width, height = size
    for centre in (width // 3, width * 2 // 3):
        draw.ellipse((centre - width // 9, height // 5, centre + width // 9, height * 3 // 5), fill=(60, 45, 40))
        draw.rectangle((centre - width // 5, height * 3 // 5, centre + width // 5, height), fill=(230, 230, 235))
    return picture


def encoded(picture: Image.Image, picture_format: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, picture_format, **options)
    return out.getvalue()


def telling_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Model] = "SECRET-PHONE"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (37.0, 11.0, 0.0)
    return exif


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_looked_at_in_its_real_format(picture_format: str) -> None:
    data = encoded(couple(), picture_format)
    facts = look_at(data)
    assert (facts.width, facts.height, facts.format, facts.bytes) == (1060, 700, picture_format, len(data))
    assert facts.ground is not None
    assert all(abs(seen - wanted) <= 6 for seen, wanted in zip(facts.ground, RED, strict=True))
    assert judge_photo(facts, JOINT_PHOTO) == ()


@pytest.mark.parametrize(("orientation", "upright"), [(1, False), (3, False), (6, True), (8, True)])
def test_a_picture_taken_sideways_is_measured_upright(orientation: int, upright: bool) -> None:
    data = encoded(couple(size=(700, 1060)), exif=telling_exif(orientation))
    facts = look_at(data)
    assert (facts.width, facts.height) == ((1060, 700) if upright else (700, 1060))


def test_a_picture_taken_upside_down_is_judged_by_its_upper_side() -> None:
    picture = Image.new("RGB", (1060, 700), RED)
    picture.paste((20, 160, 60), (0, 0, 1060, 350))
    facts = look_at(encoded(picture, exif=telling_exif(3)))
    assert facts.ground is not None
    assert name_ground(facts.ground) == "red"


def test_a_dim_warm_ground_with_a_shadow_is_still_plain() -> None:
    picture = couple((150, 30, 20))
    shadow = Image.linear_gradient("L").resize(picture.size).point(lambda level: level // 10)
    picture.paste((0, 0, 0), (0, 0), shadow)
    facts = look_at(encoded(picture, quality=60))
    assert facts.ground is not None
    assert name_ground(facts.ground) == "red"


def test_a_ground_that_is_not_plain_has_no_colour() -> None:
    picture = couple()
    draw = ImageDraw.Draw(picture)
    for x in range(0, 1060, 106):
        draw.rectangle((x, 0, x + 52, 700), fill=(30, 120, 60))
    assert look_at(encoded(picture)).ground is None


def test_a_transparent_ground_is_white_paper() -> None:
    picture = couple().convert("RGBA")
    picture.putalpha(Image.new("L", picture.size, 0))
    assert look_at(encoded(picture, "PNG")).ground == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "I;16", "LA"])
def test_every_kind_of_pixels_can_be_looked_at_and_cleaned(mode: str) -> None:
    picture = couple().convert("L").convert(mode) if mode in ("I;16", "LA") else couple().convert(mode)
    data = encoded(picture, "JPEG" if mode == "CMYK" else "PNG")
    assert (look_at(data).width, look_at(strip_metadata(data)).width) == (1060, 1060)


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"<svg/>"])
def test_what_is_no_picture_is_unreadable(data: bytes) -> None:
    assert asked_again(look_at, data) == "photo-unreadable"
    assert asked_again(strip_metadata, data) == "photo-unreadable"


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_short_is_unreadable(picture_format: str) -> None:
    data = encoded(couple(), picture_format)
    assert asked_again(look_at, data[: len(data) // 2]) == "photo-unreadable"
    assert asked_again(strip_metadata, data[: len(data) // 2]) == "photo-unreadable"


@pytest.mark.parametrize("picture_format", ["GIF", "BMP", "TIFF", "PDF", "ICO"])
def test_another_format_is_named_as_the_reason(picture_format: str) -> None:
    assert asked_again(look_at, encoded(couple(size=(200, 130)), picture_format)) == "photo-format"


def test_the_format_of_some_telephones_is_named_as_the_reason() -> None:
    assert asked_again(look_at, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic") == "photo-format"


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(("width", "height"), [(7000, 7000), (12_000, 12_000), (60_000, 60_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_small_file_that_claims_to_be_huge_is_never_decoded(width: int, height: int) -> None:
    assert asked_again(look_at, png_that_claims(width, height)) == "photo-too_large"
    assert asked_again(strip_metadata, png_that_claims(width, height)) == "photo-too_large"


def test_the_limit_of_pixels_is_exact() -> None:
    data = encoded(couple(size=(100, 50)))
    assert look_at(data, max_pixels=5000).width == 100
    assert asked_again(look_at, data, max_pixels=4999) == "photo-too_large"


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_cleaned_picture_tells_neither_place_nor_phone(picture_format: str) -> None:
    data = encoded(couple(), picture_format, exif=telling_exif(), icc_profile=b"SECRET-PROFILE", comment=b"SECRET-NOTE")
    assert b"SECRET" in data
    clean = strip_metadata(data)
    assert b"SECRET" not in clean
    assert b"Exif" not in clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert not picture.getexif()
        assert picture.format == picture_format
        assert picture.size == (1060, 700)


def test_a_cleaned_picture_stands_upright_by_itself() -> None:
    clean = strip_metadata(encoded(couple(size=(700, 1060)), exif=telling_exif(6)))
    assert (look_at(clean).width, look_at(clean).height) == (1060, 700)


def test_a_cleaned_picture_keeps_its_transparency() -> None:
    picture = couple().convert("RGBA")
    picture.putalpha(128)
    with Image.open(io.BytesIO(strip_metadata(encoded(picture, "PNG")))) as clean:
        assert clean.getpixel((0, 0)) == (*RED, 128)


SMALL = {name: encoded(couple(size=(60, 40)), name, exif=telling_exif()) for name in ("JPEG", "PNG", "WEBP")}


@given(st.sampled_from(sorted(SMALL)), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8))
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_picture_is_looked_at_or_refused(name: str, damage: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL[name])
    for at, byte in damage:
        data[at % len(data)] = byte
    for read in (look_at, strip_metadata):
        key = asked_again(read, bytes(data), max_pixels=1_000_000)
        assert key is None or key.startswith("photo-")
