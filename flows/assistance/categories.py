"""Every category of help, each judged on its own for a whole household (一次申请授权、分类审核确认).

A category is NO only where what was told leaves no way to it by the rule; the office decides all the same, and a formal
application is always open (办法第4、18条).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from flows.assistance import means, persons
from flows.assistance.figures import Figures, amount
from flows.assistance.household import Household, Member
from flows.verdict import Judgement, Verdict, all_of, any_of
from flows.words import Words

Category = Literal[
    "dibao",
    "single",
    "edge",
    "rigid",
    "tekun",
    "temporary",
    "monitored",
    "orphan",
    "unsupported",
    "disability_living",
    "disability_nursing",
    "elder",
]
"""低保, 单人保, 低保边缘, 刚性支出困难, 特困, 临时救助, 防返贫监测, 孤儿, 事实无人抚养, 困难残疾人生活补贴,
重度残疾人护理补贴, 老年人补贴."""

TEMPORARY = "source-temporary_47"
ELDER = "source-elder_33"
MONITORING = "source-monitoring"


@dataclass(frozen=True, slots=True)
class Case:
    """A household as it stands on the policy day."""

    household: Household
    figures: Figures

    def anybody(self, judge: Callable[[Member], Judgement]) -> Judgement:
        """Whether it is true of one of the members."""
        return any_of(*map(judge, self.household.members))


def dibao(case: Case) -> Judgement:
    """最低生活保障: income below the standard, and property that fits (办法第4、12—14条)."""
    return all_of(means.income_below(case.household, case.figures), means.property_fits(case.household))


def edge(case: Case) -> Judgement:
    """最低生活保障边缘家庭: not for the allowance, income below 1.5 times its standard, property that fits
    (办法第8条第2款)."""
    return all_of(_not(dibao(case), "why-is_dibao"), _below_edge(case))


def single(case: Case) -> Judgement:
    """单人保: in such a household who is severely disabled or severely ill may apply alone (办法第8条第1款)."""
    return all_of(edge(case), case.anybody(lambda member: _may_apply_alone(case, member)))


def rigid(case: Case) -> Judgement:
    """刚性支出困难家庭: none of the above, and spending that cannot be avoided eats the income up (认定办法第4条)."""
    source = "source-rigid_4"
    if case.figures.find("rigid.in_force") is None:
        return Judgement(Verdict.NO, (Words("why-not_in_force"),), (source,))
    return all_of(
        _not(dibao(case), "why-is_dibao"),
        _not(tekun(case), "why-is_tekun"),
        _not(edge(case), "why-is_edge"),
        means.income_below_disposable(case.household, case.figures),
        means.property_fits(case.household),
        means.spending_is_heavy(case.household, case.figures),
    )


def tekun(case: Case) -> Judgement:
    """特困人员: old, disabled or a child, without capacity to work, income, or anybody able who is obliged
    (认定办法第4条)."""
    return all_of(
        case.anybody(lambda member: persons.has_no_labour_capacity(member, case.figures)),
        means.income_below(case.household, case.figures),
        means.property_fits(case.household),
        means.nobody_supports(case.household),
    )


def temporary(case: Case) -> Judgement:
    """临时救助: something sudden, or spending that suddenly grew too great (社会救助暂行办法第47条)."""
    household = case.household
    if household.is_urgent or household.events:
        key = "why-urgent" if household.is_urgent else "why-event"
        return Judgement(Verdict.YES, (Words(key),), (TEMPORARY,))
    if household.spending.low > 0:
        return Judgement(Verdict.UNKNOWN, (Words("why-spending_grew"),), (TEMPORARY,))
    if household.events is None or household.is_urgent is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-event_unknown"),), (TEMPORARY,), ("events",))
    if not household.spending.is_known:
        return Judgement(Verdict.UNKNOWN, (Words("why-spending_unknown"),), (TEMPORARY,), ("spending",))
    return Judgement(Verdict.NO, (Words("why-no_event"),), (TEMPORARY,))


def monitored(case: Case) -> Judgement:
    """防止返贫监测对象: decided by the office of agriculture and rural affairs (农业农村部门); here only whether to
    refer."""
    household = case.household
    if household.hukou == "urban":
        return Judgement(Verdict.NO, (Words("why-urban"),), (MONITORING,))
    refer = Judgement(Verdict.UNKNOWN, (Words("why-refer"),), (MONITORING,))
    at_risk = any_of(_not_no(temporary(case)), _not_no(_below_edge(case)))
    if at_risk.verdict is Verdict.NO:
        return Judgement(Verdict.NO, (Words("why-no_risk"),), (MONITORING,))
    if household.hukou is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-hukou_kind"),), (MONITORING,), ("hukou_kind",))
    return refer


def orphan(case: Case) -> Judgement:
    """孤儿."""
    return case.anybody(lambda member: persons.is_orphan(member, case.figures))


def unsupported(case: Case) -> Judgement:
    """事实无人抚养儿童; there is no public notice of them (不公示)."""
    return case.anybody(lambda member: persons.is_unsupported(member, case.figures))


def disability_living(case: Case) -> Judgement:
    """困难残疾人生活补贴: a disabled member of a household on the allowance, or on its margin where the place has it
    (国发〔2015〕52号第二条第1项)."""
    source = "source-subsidies_2"
    poor = any_of(dibao(case), tekun(case), _receives_dibao(case, source))
    if poor.verdict is not Verdict.YES:
        wider = _below_edge(case)
        widened = case.figures.is_set("disability.living.edge")
        poor = any_of(poor, wider if widened else _perhaps(wider, "why-edge_perhaps"))
    return all_of(case.anybody(lambda member: _has_certificate(member, source)), poor)


def disability_nursing(case: Case) -> Judgement:
    """重度残疾人护理补贴: a disability of level 1 or 2, and 3 or 4 of the mind where the place has it
    (国发〔2015〕52号第二条第2项)."""
    source, level = "source-subsidies_2", case.figures.whole("disability.nursing.level")
    mental = case.figures.whole("disability.nursing.mental_level")
    levels = {"intellectual": mental, "mental": mental}
    return case.anybody(lambda member: persons.is_disabled_to(member, source, levels, level))


def elder(case: Case) -> Judgement:
    """经济困难老年人补贴: old, short of money, and a need that an assessment shows (老年人能力评估, GB/T 42195)."""
    old = case.anybody(lambda member: persons.at_least(member, case.figures.whole("elder.age"), ELDER))
    assessed = Judgement(Verdict.UNKNOWN, (Words("why-assessment"),), (ELDER,))
    return all_of(old, _below_edge(case), assessed)


CATEGORIES: dict[Category, Callable[[Case], Judgement]] = {
    "dibao": dibao,
    "tekun": tekun,
    "single": single,
    "edge": edge,
    "rigid": rigid,
    "temporary": temporary,
    "monitored": monitored,
    "orphan": orphan,
    "unsupported": unsupported,
    "disability_living": disability_living,
    "disability_nursing": disability_nursing,
    "elder": elder,
}


def _below_edge(case: Case) -> Judgement:
    times = amount(case.figures.one("dibao.edge_factor"))
    return all_of(means.income_below(case.household, case.figures, Decimal(times)), means.property_fits(case.household))


def _may_apply_alone(case: Case, member: Member) -> Judgement:
    source, figures = "source-dibao_8", case.figures
    mental, level = figures.whole("dibao.single.mental_level"), figures.whole("dibao.single.level")
    disabled = persons.is_disabled_to(member, source, {"intellectual": mental, "mental": mental}, level)
    if member.is_severely_ill is None:
        ill = Judgement(Verdict.UNKNOWN, (Words("why-illness_unknown"),), (source,), ("illness",))
    elif member.is_severely_ill:  # which illness counts is the place's list
        ill = Judgement(Verdict.UNKNOWN, (Words("why-severely_ill"),), (source,))
    else:
        ill = Judgement(Verdict.NO, (Words("why-not_ill"),), (source,))
    return any_of(disabled, ill)


def _receives_dibao(case: Case, source: str) -> Judgement:
    """A household on the allowance is one, whatever its income seems to be."""
    if "dibao" in (case.household.received or ()):
        return Judgement(Verdict.YES, (Words("why-receives_dibao"),), (source,))
    return Judgement(Verdict.NO, (Words("why-receives_no_dibao"),), (source,))


def _has_certificate(member: Member, source: str) -> Judgement:
    if member.is_disabled is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-disability_unknown"),), (source,), ("disability",))
    if member.is_disabled:
        return Judgement(Verdict.YES, (Words("why-certificate"),), (source,))
    return Judgement(Verdict.NO, (Words("why-not_disabled"),), (source,))


def _not(judged: Judgement, key: str) -> Judgement:
    """The opposite; why it is so is said as ``key``."""
    verdict = {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES, Verdict.UNKNOWN: Verdict.UNKNOWN}[judged.verdict]
    reasons = (Words(key),) if judged.verdict is Verdict.YES else judged.reasons
    return Judgement(verdict, reasons, judged.sources, judged.would_change)


def _not_no(judged: Judgement) -> Judgement:
    """YES for whatever is not NO: enough to look at it."""
    return judged if judged.verdict is Verdict.NO else Judgement(Verdict.YES, judged.reasons, judged.sources)


def _perhaps(judged: Judgement, key: str) -> Judgement:
    """At most UNKNOWN: whether the place goes so far, a person looks at."""
    if judged.verdict is Verdict.YES:
        return Judgement(Verdict.UNKNOWN, (Words(key),), judged.sources)
    return judged
