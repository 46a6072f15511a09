"""Income, property, unavoidable spending and the obliged: what a household has to live on.

Nothing is ever NO because it is not known: an amount is a span, and only a span that lies wholly on one side of a
standard decides. A stale standard may only screen in. What illness, disability and school cost may be taken off the
income (办法第13条末款), so an income above a standard is no NO before that is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from flows.assistance.figures import Figures, amount, monthly, plain, shown
from flows.assistance.household import NOTHING, Household, Hukou, Span
from flows.policy import Figure
from flows.verdict import Judgement, Verdict
from flows.words import Words


def income_below(household: Household, figures: Figures, times: Decimal = Decimal(1)) -> Judgement:
    """Whether the income of each member is below the subsistence standard, or so many ``times`` of it.

    最低生活保障审核确认办法第4、8、13条: income by head, all members together. Where urban or rural is not known, both
    must say the same.
    """
    kinds: tuple[Hukou, ...] = ("urban", "rural") if household.hukou is None else (household.hukou,)
    found = [_below(household, figures.dibao(kind), figures, times) for kind in kinds]
    if len({each.verdict for each in found}) > 1:
        return Judgement(Verdict.UNKNOWN, (Words("why-hukou_kind"),), ("source-dibao_4",), ("hukou_kind",))
    return found[0]


def per_head(household: Household, figures: Figures) -> Span:
    """The income of each member in 元 a month. How much of a resident's pension is the base pension, which is left out
    (办法第13条第3项, “十四五”期间), nobody knows by heart: it may be all or nothing of it, unless all of it counts."""
    pension = household.resident_pension
    counted = pension if figures.is_set("income.base_pension_counts") else Span(Decimal(0), pension.high)
    return (household.income + counted).over(len(household.members))


def _below(household: Household, standard: Figure | None, figures: Figures, times: Decimal) -> Judgement:
    if standard is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-no_standard"),), ("source-dibao_4",))
    income = per_head(household, figures)
    return _compare(income, monthly(standard) * times, standard, household, times)


def _compare(income: Span, line: Decimal, standard: Figure, household: Household, times: Decimal) -> Judgement:
    told = {"standard": shown(standard), "times": 1 if times == 1 else plain(times), "line": plain(line)}
    sources = ("source-dibao_13", standard.source)
    if income.high is not None and income.high < line:
        return Judgement(Verdict.YES, (Words("why-income_below", {**told, "income": plain(income.high)}),), sources)
    if income.low >= line:
        told["income"] = plain(income.low)
        spent = household.spending
        if spent.high is None or income.low - spent.high / (12 * len(household.members)) < line:
            missing: tuple[str, ...] = () if spent.is_known else ("spending",)
            return Judgement(Verdict.UNKNOWN, (Words("why-may_be_deducted", told),), sources, missing)
        if standard.stale:
            return Judgement(Verdict.UNKNOWN, (Words("why-above_old_standard", told),), sources)
        return Judgement(Verdict.NO, (Words("why-income_not_below", told),), sources)
    spans = (("income", household.income), ("pension", household.resident_pension))
    open_ = tuple(name for name, span in spans if not span.is_known)[:1]
    key = "why-income_unknown" if open_ else "why-income_on_both_sides"
    return Judgement(Verdict.UNKNOWN, (Words(key, told),), sources, open_)


def property_fits(household: Household) -> Judgement:
    """Whether the property is within what the place allows: none beyond daily life is; whatever there is more, a person
    looks at (家庭财产, 办法第14条; the limits are the place's)."""
    kinds, source = household.property_kinds, "source-dibao_14"
    if kinds is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-property_unknown"),), (source,), ("property",))
    if kinds:
        return Judgement(Verdict.UNKNOWN, (Words("why-property"),), (source,))
    return Judgement(Verdict.YES, (Words("why-no_property"),), (source,))


def income_below_disposable(household: Household, figures: Figures) -> Judgement:
    """Whether it is below last year's disposable income of the place (刚性支出困难家庭认定办法第4条第2项)."""
    source, figure = "source-rigid_4_2", figures.find("disposable_income")
    if figure is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-no_disposable_income"),), (source,))
    whole = replace(household, spending=NOTHING)  # spending is weighed by its share here and not taken off
    judged = _compare(per_head(household, figures), monthly(figure), figure, whole, Decimal(1))
    return Judgement(judged.verdict, judged.reasons, (source, figure.source), judged.would_change)


def spending_is_heavy(household: Household, figures: Figures) -> Judgement:
    """Whether the unavoidable spending of twelve months is more than the place's share of the income of twelve months
    (刚性支出困难家庭认定办法第4条第4项、第5条)."""
    source, spent = "source-rigid_4_4", household.spending
    if spent.high == 0:
        return Judgement(Verdict.NO, (Words("why-no_spending"),), (source,))
    if spent.low == 0:
        return Judgement(Verdict.UNKNOWN, (Words("why-spending_unknown"),), (source,), ("spending",))
    if household.income.high == 0 and household.resident_pension.high == 0:
        return Judgement(Verdict.YES, (Words("why-spending_without_income"),), (source,))
    share = figures.find("rigid.share")
    if share is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-no_share"),), (source,))
    return _heavy(household, figures, share, source)


def _heavy(household: Household, figures: Figures, share: Figure, source: str) -> Judgement:
    income, spent, sources = per_head(household, figures), household.spending, (source, share.source)
    year, part = 12 * len(household.members), amount(share) / 100
    told = {"share": shown(share)}
    if income.high is not None and spent.low > income.high * year * part:
        return Judgement(Verdict.YES, (Words("why-spending_heavy", told),), sources)
    if spent.high is not None and spent.high <= income.low * year * part and not share.stale:
        return Judgement(Verdict.NO, (Words("why-spending_not_heavy", told),), sources)
    open_ = tuple(name for name, span in (("spending", spent), ("income", household.income)) if not span.is_known)
    key = "why-spending_unknown" if open_ else "why-spending_near"
    return Judgement(Verdict.UNKNOWN, (Words(key),), sources, open_)


def nobody_supports(household: Household) -> Judgement:
    """Whether nobody is obliged to support, or nobody of them has the capacity (特困人员认定办法第4条第3项、第8条).
    Whether they have it, a person looks at."""
    source = "source-tekun_4_3"
    answers: dict[str | None, Callable[[], Judgement]] = {
        None: lambda: Judgement(Verdict.UNKNOWN, (Words("why-obliged_unknown"),), (source,), ("obliged",)),
        "none": lambda: Judgement(Verdict.YES, (Words("why-nobody_obliged"),), (source,)),
        "incapable": lambda: Judgement(Verdict.UNKNOWN, (Words("why-obliged_incapable"),), (source,)),
        "able": lambda: Judgement(Verdict.NO, (Words("why-obliged_able"),), (source,)),
    }
    return answers[household.obliged]()
