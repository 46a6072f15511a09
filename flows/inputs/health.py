"""Whether words tell of somebody's health (健康信息, 敏感个人信息: 个人信息保护法第28条): illness, injury, disability.

A list of words, and no more: it keeps what was plainly written from being kept, and judges nobody.
"""

from __future__ import annotations

import re

from flows.inputs.text import normalise

_TYPED, _READ_AS = (
    "殘癱聾啞傷燒腦結懷產臥藥癲癇礙術療聯癡鬱閉壓廢服會滯瘋風牀喫",
    "残瘫聋哑伤烧脑结怀产卧药癫痫碍术疗联痴郁闭压废服会滞疯风床吃",
)
_CHARACTERS = str.maketrans(_TYPED, _READ_AS)
_PLACES = re.compile("精神病院|残联|残疾人联合会")
"""Names of places, by which a way is told."""
_WORDS = re.compile(
    "病|癌|瘤|残疾|残废|伤残|瘫|聋|哑|失明|眼瞎|截肢|骨折|受伤|重伤|烧伤|手术|住院|化疗|放疗|透析|移植|中风|脑梗|脑出血|心梗|昏迷"
    "|植物人|艾滋|肺结核|肝炎|尿毒|糖尿|高血压|肺炎|痴呆|抑郁|自闭|癫痫|精神(?:分裂|失常|不正常|障碍)|智障|怀孕|流产|卧床|吃药|服药"
)
_ENGLISH = re.compile(
    r"\b(?:ill|illness|sick|sickness|disease|cancer|tumou?r|disab\w+|injur\w+|stroke|surgery|dialysis|paraly[sz]\w+|blind"
    r"|deaf|depress\w+|dementia|diabet\w+|hospitali[sz]ed|pregnan\w+|bedridden|hiv|aids)\b"
)


def tells_of_health(text: str) -> bool:
    """Whether a text, in Chinese of either script or in English, says something of that kind."""
    plain = normalise(text).casefold()
    chinese = _PLACES.sub("", "".join(plain.split()).translate(_CHARACTERS))
    return _WORDS.search(chinese) is not None or _ENGLISH.search(plain) is not None
