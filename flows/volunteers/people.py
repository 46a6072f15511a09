"""Who volunteers (志愿者): what they tell of themselves, and what their age means.

The fields are those of 志愿服务记录与证明出具办法(试行) (民政部令第67号, in force 2021-02-01): name, sex, birth, ID
number, area of residence, contact, skills, kinds of service.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.inputs.id_number import describe
from flows.world import World

KINDS = (
    *("elder", "child", "disability", "relief", "marriage", "community"),
    *("environment", "health", "emergency", "culture", "traffic", "other"),
)
"""服务类别: 养老, 儿童, 助残, 社会救助, 婚姻登记, 社区, 环境, 健康, 应急, 文体, 文明交通, 其他."""
SKILLS = ("care", "medical", "counselling", "law", "teaching", "driving", "repair", "cooking", "language", "computers")
"""专业技能: 照护, 医疗, 心理, 法律, 教学, 驾驶, 维修, 做饭, 方言或外语, 电脑手机."""
TIMES = ("workday_day", "workday_evening", "weekend")
"""服务时段: 工作日白天, 工作日晚上, 周末和节假日; of somebody who has named none, any."""

OF_AGE = 18
"""成年 (民法典第17条)."""

Band = Literal["child", "minor", "adult"]
State = Literal["waiting", "registered", "refused", "lapsed", "left"]
ALIVE: frozenset[State] = frozenset({"waiting", "registered"})


def age_on(born: date, day: date) -> int:
    """Full years (周岁) on a day; one is a year older on the birthday."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_of(id_number: str, day: date) -> int:
    """The age by an ID number on a day."""
    return age_on(describe(id_number).birth or day, day)


def band_of(id_number: str, world: World) -> Band:
    """What the age by the ID number means for registering: of age (民法典第17条); a minor, who registers with a
    guardian's consent; a child, whom the guardian registers (个人信息保护法第31条)."""
    age = age_of(id_number, world.day)
    if age >= world.policy.whole("volunteer.age.adult", world.day):
        return "adult"
    return "minor" if age >= world.policy.whole("volunteer.age.own", world.day) else "child"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name and ID number, and how to reach them."""

    name: str
    id_number: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Volunteer:
    """A volunteer as registered. ``guardian`` stands with a minor once they have agreed, ``relation`` is theirs."""

    number: str
    state: State
    conversation: str | None
    person: Person | None
    township: str | None
    village: str | None = None
    veteran: bool = False
    calls: bool = True
    kinds: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    guardian: Person | None = None
    relation: str | None = None
    is_checked: bool = False
    revision: int = 1
    language: str = "zh-Hans"

    def age(self, day: date) -> int:
        """Full years on a day; of somebody whose data was erased, those of a child."""
        return 0 if self.person is None else age_of(self.person.id_number, day)
