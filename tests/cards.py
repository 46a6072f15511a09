"""Made-up identity cards (居民身份证), drawn and then photographed: turned, tilted, dim, shaded, blurred, grainy.

Nobody on them exists; the fronts have the words and the places of a real one and none of its ornament. All chance
comes from the seed of a shot, so a card that is misread once is misread always.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from noto_cjk_sans_otc import FONT_PATH
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from tests.people import id_number

WIDTH, HEIGHT = 1012, 638
"""A card of 85.6 by 54 mm at 300 dots an inch."""

LABEL, INK, GROUND, TABLE = (70, 120, 170), (25, 25, 30), (226, 234, 236), (120, 88, 60)
CHINESE_OF_THE_MAINLAND = 2
"""The place of Noto Sans CJK SC in its collection."""

GIVEN = ("建国", "秀英", "小雨", "志强", "丽", "文博", "桂兰", "鑫", "婉晴", "永福")
FAMILY = ("王", "李", "张", "刘", "陈", "欧阳", "赵", "马", "司", "龚")
WHOLE = ("阿卜杜拉·买买提", "卓玛央金", "巴图尔·艾山江", "呼和巴特尔")
GROUPS = ("汉", "汉", "汉", "回", "藏", "东乡", "维吾尔", "蒙古", "满", "土家", "保安", "裕固")
PLACES = (
    "甘肃省景泰县一条山镇东街12号",
    "甘肃省景泰县芦阳镇城北村三社45号",
    "甘肃省白银市平川区长征街道振兴大道8号院2号楼3单元501室",
    "北京市东城区示例胡同7号",
    "广东省汕头市龙湖区示范路18号阳光花园6栋1204房",
    "甘肃省景泰县寺滩乡永泰村六社",
    "新疆维吾尔自治区和田地区和田县示例乡团结村2组101号",
    "西藏自治区拉萨市城关区示例路北段9号",
)


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the front of a card."""

    name: str
    sex: str
    group: str
    birth: date
    address: str
    number: str


@dataclass(frozen=True, slots=True)
class Shot:
    """How a card is photographed.

    ``turn`` in quarters and ``angle`` in degrees, both against the clock; ``tilt`` is how much the far edge is shorter;
    ``light`` and ``shadow`` are shares of full light (of all, and of the darkest corner); ``blur`` and ``grain`` are in
    pixels of the card and of 255; ``size`` is the longer side of the picture, ``around`` the table beside the card as
    a share of it, ``quality`` that of JPEG.
    """

    seed: int = 0
    turn: int = 0
    angle: float = 0.0
    tilt: float = 0.0
    light: float = 1.0
    shadow: float = 1.0
    blur: float = 0.0
    grain: float = 0.0
    size: int = 1600
    around: float = 0.15
    quality: int = 88


def made_up_card(seed: int) -> Card:
    """Somebody who does not exist, always the same for a seed."""
    random = Random(seed)
    man = random.random() < 0.5
    birth = date(random.randint(1938, 2007), random.randint(1, 12), random.randint(1, 28))
    name = random.choice(WHOLE) if seed % 9 == 8 else random.choice(FAMILY) + random.choice(GIVEN)
    number = id_number(birth, man=man, serial=random.randint(1, 40))
    return Card(name, "男" if man else "女", random.choice(GROUPS), birth, random.choice(PLACES), number)


def front(card: Card) -> Image.Image:
    """The front of a card."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(picture)
    for line in range(0, WIDTH, 22):  # a faint guilloche under the words
        draw.arc((line - 300, 40, line + 300, HEIGHT - 40), 200, 340, fill=(208, 222, 228))
    draw.rectangle((640, 90, 950, 470), fill=(170, 172, 176))
    draw.ellipse((720, 150, 870, 330), fill=(140, 128, 120))
    draw.rectangle((680, 340, 910, 470), fill=(95, 98, 110))
    _label(draw, (60, 74), "姓  名")
    _value(draw, (180, 68), card.name, 40)
    _label(draw, (60, 148), "性  别")
    _value(draw, (180, 143), card.sex)
    _label(draw, (290, 148), "民  族")
    _value(draw, (400, 143), card.group)
    _label(draw, (60, 222), "出  生")
    for x, text, mark in ((180, card.birth.year, "年"), (310, card.birth.month, "月"), (400, card.birth.day, "日")):
        _value(draw, (x, 217), str(text))
        _label(draw, (x + (86 if mark == "年" else 48), 222), mark)
    _label(draw, (60, 300), "住  址")
    for row, start in enumerate(range(0, len(card.address), 11)):
        _value(draw, (180, 295 + 52 * row), card.address[start : start + 11])
    _label(draw, (60, 534), "公民身份号码")
    _value(draw, (330, 522), card.number, 44)
    return picture


def back() -> Image.Image:
    """The back of a card: its emblem as a round, whose it is and until when."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((70, 60, 250, 240), fill=(190, 60, 50))
    _value(draw, (330, 70), "中华人民共和国", 60)
    _value(draw, (330, 170), "居 民 身 份 证", 74)
    _label(draw, (220, 430), "签发机关")
    _value(draw, (380, 426), "景泰县公安局")
    _label(draw, (220, 510), "有效期限")
    _value(draw, (380, 506), "2016.05.11-2036.05.11")
    return picture


def page(lines: int = 14) -> Image.Image:
    """A page of text that is no card."""
    picture = Image.new("RGB", (1000, 1400), (250, 249, 244))
    draw = ImageDraw.Draw(picture)
    for row in range(lines):
        _value(draw, (90, 100 + 80 * row), f"第{row + 1}条 办理婚姻登记不收取费用，当事人应当到场。")
    return picture


def landscape() -> Image.Image:
    """Hills under a sky, without a letter."""
    picture = Image.new("RGB", (1400, 900), (150, 190, 230))
    draw = ImageDraw.Draw(picture)
    random = Random(7)
    for depth in range(6):
        top = 420 + 70 * depth
        ridge = [(x, top + random.randint(-60, 60)) for x in range(0, 1500, 100)]
        draw.polygon([(0, 900), *ridge, (1400, 900)], fill=(90 - 10 * depth, 130 - 12 * depth, 80 - 8 * depth))
    return _grainy(picture, 8, random)


def beside(*pictures: Image.Image) -> Image.Image:
    """Pictures one under the other on a table, as a photocopy has them."""
    sheet = Image.new("RGB", (WIDTH + 120, 60 + sum(picture.height + 60 for picture in pictures)), TABLE)
    top = 60
    for picture in pictures:
        sheet.paste(picture, (60, top))
        top += picture.height + 60
    return sheet


def photograph(picture: Image.Image, shot: Shot) -> bytes:
    """The photo as JPEG."""
    random = Random(shot.seed)
    seen = picture.filter(ImageFilter.GaussianBlur(shot.blur)) if shot.blur else picture
    seen = _tilted(_on_table(seen, shot.around, random), shot.tilt)
    if shot.angle:
        seen = seen.rotate(shot.angle, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)
    seen = _shaded(seen, shot.light, shot.shadow)
    seen = seen.rotate(90 * shot.turn, expand=True)
    scale = shot.size / max(seen.size)
    seen = seen.resize((round(seen.width * scale), round(seen.height * scale)), Image.Resampling.BICUBIC)
    return jpeg(_grainy(seen, shot.grain, random), shot.quality)


def jpeg(picture: Image.Image, quality: int = 88) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def varied_shots(count: int, *, hard: bool = False) -> list[tuple[Card, Shot]]:
    """Made-up cards in varied light, angle and blur, one in three turned by quarters; ``hard`` is worse than that."""
    shots = []
    for seed in range(count):
        random = Random(1000 + seed)
        shot = Shot(
            seed=seed,
            turn=(1, 2, 3)[seed // 3 % 3] if seed % 3 == 2 else 0,
            angle=random.uniform(-12, 12) * (3 if hard else 1),
            tilt=random.uniform(0, 0.16) * (1.5 if hard else 1),
            light=random.uniform(0.35, 1.0) * (0.6 if hard else 1),
            shadow=random.uniform(0.45, 1.0),
            blur=random.uniform(1.0, 2.8) if hard else random.uniform(0, 1.8),
            grain=random.uniform(0, 12),
            size=random.choice((800, 1200) if hard else (1100, 1600, 2400, 3200)),
            around=random.uniform(0.05, 0.4),
            quality=random.randint(30, 60) if hard else random.randint(60, 92),
        )
        shots.append((made_up_card(seed), shot))
    return shots


def _on_table(picture: Image.Image, around: float, random: Random) -> Image.Image:
    beside, above = round(picture.width * around), round(picture.height * around)
    table = Image.new("RGB", (picture.width + 2 * beside, picture.height + 2 * above), TABLE)
    draw = ImageDraw.Draw(table)
    for _ in range(40):  # the grain of the wood
        y = random.randrange(table.height)
        draw.line((0, y, table.width, y + random.randint(-30, 30)), fill=(105, 76, 50), width=random.randint(1, 4))
    table.paste(picture, (beside, above))
    return table


def _tilted(picture: Image.Image, tilt: float) -> Image.Image:
    """As seen from below: the far edge is shorter by ``tilt``."""
    if not tilt:
        return picture
    width, height = picture.size
    wider = 1 / (1 - tilt)
    left = -wider * tilt * width / 2
    # What is seen at (x, y) lies at ((ax + by + c) / (hy + 1), ey / (hy + 1)): the top shrinks, the bottom stays.
    coefficients = (wider, -left / height, left, 0.0, wider, 0.0, 0.0, (wider - 1) / height)
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC, fillcolor=TABLE
    )


def _shaded(picture: Image.Image, light: float, shadow: float) -> Image.Image:
    if shadow < 1:
        corner = Image.linear_gradient("L").rotate(40, expand=True).crop((90, 90, 270, 270)).resize(picture.size)
        veil = corner.point(lambda value: int(255 * shadow + value * (1 - shadow)))
        picture = ImageChops.multiply(picture, Image.merge("RGB", (veil, veil, veil)))
    return ImageEnhance.Brightness(picture).enhance(light) if light < 1 else picture


def _grainy(picture: Image.Image, grain: float, random: Random) -> Image.Image:
    if not grain:
        return picture
    small = Image.frombytes("L", (256, 256), random.randbytes(256 * 256)).point(
        lambda value: int(128 + (value - 128) * grain / 74)
    )
    noise = Image.new("L", picture.size)
    for x in range(0, picture.width, 256):
        for y in range(0, picture.height, 256):
            noise.paste(small.rotate(90 * random.randrange(4)), (x, y))
    return ImageChops.add(picture, Image.merge("RGB", (noise, noise, noise)), 1, -128)


def _label(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str) -> None:
    draw.text(at, text, font=_font(30), fill=LABEL)


def _value(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int = 36) -> None:
    draw.text(at, text, font=_font(size), fill=INK)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT_PATH), size, index=CHINESE_OF_THE_MAINLAND)
