"""What a register knows of somebody: who they are, who may ask for them, their applications and what is paid.

An application and the benefit it becomes are one ``Record``, from the first day to the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from flows.assistance.clocks import Begins

Scheme = Literal[
    "dibao",
    "edge",
    "tekun",
    "rigid",
    "temporary",
    "orphan",
    "unsupported",
    "disability_living",
    "disability_nursing",
    "elder",
]
"""低保, 低保边缘, 特困, 刚性支出困难, 临时救助, 孤儿, 事实无人抚养儿童, 困难残疾人生活补贴, 重度残疾人护理补贴,
老年人补贴; in words ``category-<scheme>``."""
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

State = Literal[
    "draft",
    "submitted",
    "to_supplement",
    "accepted",
    "checking",
    "examined",
    "publicity",
    "county",
    "confirmed",
    "paying",
    "review",
    "stopped",
    "not_accepted",
    "not_confirmed",
    "withdrawn",
    "ended",
    "transferred",
]
"""草稿, 已提交, 待补正, 已受理, 调查核对中, 初审, 公示中, 县级审核 (or 乡镇确认), 已确认待发, 发放中,
复核中 (增减), 停发, 不予受理, 不予确认, 撤回, 终止, 转其他救助."""
STATES: tuple[State, ...] = get_args(State)
REFUSED: frozenset[State] = frozenset({"not_accepted", "not_confirmed"})
OVER: frozenset[State] = frozenset({"stopped", "withdrawn", "ended", "transferred", *REFUSED})

Reason = Literal[
    "income_up",
    "income_down",
    "property",
    "member_joined",
    "member_left",
    "standard",
    "phase_out",
    "arrears",
    "repaid",
    "account",
    "employed",
    "moved",
    "died",
    "in_custody",
    "supported",
    "uncooperative",
    "incomplete",
    "not_local",
    "uncertified",
    "own_wish",
    "other",
]
"""Why something is as it is (原因代码): 收入增加, 收入减少, 财产超过限额, 家庭人口增加, 家庭人口减少, 标准调整, 渐退期,
补发, 扣回多发, 银行账户原因, 就业, 户籍迁出, 去世, 服刑或被限制人身自由, 有赡养抚养扶养能力的人供养, 不配合核查,
材料不齐, 不属于本地受理, 未完成资格认证, 本人申请, 其他."""
REASONS: tuple[Reason, ...] = get_args(Reason)

PaymentState = Literal["paid", "returned", "due"]
"""已发放, 退回 (the bank sent it back), 待发放."""
PAYMENT_STATES: tuple[PaymentState, ...] = get_args(PaymentState)

MandateKind = Literal["mandate", "guardian"]
"""授权代办, 监护人."""
MANDATES: tuple[MandateKind, ...] = get_args(MandateKind)


@dataclass(frozen=True, slots=True)
class Payment:
    """What was, or is to be, paid for one ``month`` (``2026-11``): the amount in 分 (0.01 元), on which day, and why it
    is not what it was the month before."""

    month: str
    fen: int
    state: PaymentState
    day: date | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One application (申请) and the benefit (待遇) it became, under the register's own number.

    ``since``: the day on which it came to its ``state``. ``days``: those on which what the law counts from began
    (受理, 提请核对, 公示, 上报县级, 决定). ``told``: the day on which the person was served with the decision (送达).
    ``members``: for how many people (保障人数). ``account``: the last four digits, never more. ``missing``: what is
    still to be handed in (补正), as the office wrote it. ``case``: the receipt number where it was applied for here,
    ``letter``: that of its letter of authorisation. ``payments``: the newest first.
    """

    id: str
    scheme: Scheme
    state: State
    since: date
    days: Mapping[Begins, date] = field(default_factory=dict)
    told: date | None = None
    township: str | None = None
    members: int | None = None
    account: str | None = None
    next_review: date | None = None
    certify_by: date | None = None
    missing: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    case: str | None = None
    letter: str | None = None
    payments: tuple[Payment, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more is decided or paid on it."""
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class Mandate:
    """Somebody who may ask for another, by a recorded mandate (授权) or as a guardian (监护人), until a day if any."""

    name: str
    id_number: str
    phone: str
    kind: MandateKind
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """Somebody in the register: the telephone is the one on file (登记手机), if there is one."""

    name: str
    id_number: str
    phone: str | None
    records: tuple[Record, ...] = ()
    mandates: tuple[Mandate, ...] = ()
