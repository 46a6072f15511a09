"""What is true of one member: labour capacity, severe disability, and how a child's parents are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows.assistance.figures import Figures
from flows.assistance.household import Member, Parent
from flows.verdict import Judgement, Verdict, all_of, any_of
from flows.words import Words

GONE: frozenset[Parent] = frozenset({"dead", "not_found"})
CANNOT_CARE: frozenset[Parent] = frozenset({"disabled", "ill", "detained", "missing"})
ABSENT: frozenset[Parent] = frozenset({"absent"})
TEKUN_5 = "source-tekun_5"


def younger_than(member: Member, age: int, source: str) -> Judgement:
    """Whether a member has not had this birthday yet."""
    return _about_age(member, source, lambda own: own < age)


def at_least(member: Member, age: int, source: str) -> Judgement:
    """Whether a member has reached an age (周岁)."""
    return _about_age(member, source, lambda own: own >= age)


def is_disabled_to(member: Member, source: str, levels: Mapping[str, int], other: int = 0) -> Judgement:
    """Whether the certificate shows a level at least as severe as that of its type in ``levels``, or as ``other`` for
    the other types; 0 is none. Which types a multiple disability (多重残疾) is made of, a person looks at."""
    if member.is_disabled is False:
        return Judgement(Verdict.NO, (Words("why-not_disabled"),), (source,))
    disability = member.disability
    if disability is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-disability_unknown"),), (source,), ("disability",))
    sure = levels.get(disability.kind, other)
    perhaps = max(sure, *levels.values()) if disability.kind == "multiple" else sure
    level = disability.level
    if perhaps == 0 or (level is not None and level > perhaps):
        return Judgement(Verdict.NO, (Words("why-not_disabled"),), (source,))
    if level is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-level_unknown"),), (source,), ("disability_level",))
    if level <= sure:
        return Judgement(Verdict.YES, (Words("why-disabled"),), (source,))
    return Judgement(Verdict.UNKNOWN, (Words("why-multiple_disability"),), (source,))


def has_no_labour_capacity(member: Member, figures: Figures) -> Judgement:
    """No capacity to work (无劳动能力): old, a child, or severely disabled (特困人员认定办法第5条; who was a
    child is kept up to 18, and at school, 第25条)."""
    return any_of(
        at_least(member, figures.whole("tekun.elder_age"), TEKUN_5),
        younger_than(member, figures.whole("tekun.minor_age"), TEKUN_5),
        _is_disabled_for_work(member, figures),
        _kept(member, figures),
    )


def is_too_disabled_to_work(member: Member, figures: Figures) -> bool:
    """Whether it is sure that a disability leaves no capacity to work (特困人员认定办法第5条第3项)."""
    return _is_disabled_for_work(member, figures).verdict is Verdict.YES


def _is_disabled_for_work(member: Member, figures: Figures) -> Judgement:
    levels = {
        "intellectual": figures.whole("tekun.mental_level"),
        "mental": figures.whole("tekun.mental_level"),
        "limb": figures.whole("tekun.limb_level"),
        "vision": figures.whole("tekun.vision_level"),
    }
    return is_disabled_to(member, TEKUN_5, levels)


def _kept(member: Member, figures: Figures) -> Judgement:
    """Who was supported as a child stays so until 18, and longer at school; that they were, only a person can see."""
    source = "source-tekun_25"
    schools = {"school", "higher"} if figures.one("tekun.kept_at_school").value == "higher" else {"school"}
    grown = younger_than(member, figures.whole("child.age"), source)
    may_be = Judgement(Verdict.UNKNOWN, (Words("why-kept_from_childhood"),), (source,))
    if grown.verdict is not Verdict.NO:
        return may_be if grown.verdict is Verdict.YES else grown
    if member.at_school is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-school_unknown"),), (source,), ("school",))
    return may_be if member.at_school in schools else Judgement(Verdict.NO, (Words("why-not_at_school"),), (source,))


def is_orphan(member: Member, figures: Figures) -> Judgement:
    """An orphan (孤儿): under 18, both parents dead or not to be found (国办发〔2010〕54号)."""
    source = "source-orphan"
    child = younger_than(member, figures.whole("child.age"), source)
    return all_of(child, *(_parent_is(parent, GONE, source) for parent in (member.father, member.mother)))


def is_unsupported(member: Member, figures: Figures) -> Judgement:
    """A child nobody brings up in fact (事实无人抚养儿童): both parents cannot care, or one is gone and the
    other cannot (民发〔2019〕62号第一条). Where the place has it, a parent who has not cared for a year counts as one
    who cannot."""
    source = "source-unsupported"
    cannot = CANNOT_CARE | ABSENT if figures.is_set("child.absent_parent_counts") else CANNOT_CARE
    child = younger_than(member, figures.whole("child.age"), source)
    father, mother = member.father, member.mother
    either = GONE | cannot
    both = all_of(_parent_is(father, either, source), _parent_is(mother, either, source))
    one = any_of(_parent_is(father, cannot, source), _parent_is(mother, cannot, source))
    found = all_of(child, both, one)
    if found.verdict is Verdict.NO and figures.is_set("child.hardship_counts"):
        return all_of(child, _is_in_hardship(member, figures))
    return found


def _is_in_hardship(member: Member, figures: Figures) -> Judgement:
    """At most UNKNOWN: whether it is a child in hardship (困境儿童, 国发〔2016〕36号) of the kind the place supports
    (重点困境儿童), a person looks at. Looked at are children of whom a parent cannot care or is gone, and disabled
    or severely ill ones."""
    source = figures.one("child.hardship_counts").source
    perhaps = Judgement(Verdict.UNKNOWN, (Words("why-hardship"),), ("source-hardship", source))
    no = Judgement(Verdict.NO, (Words("why-no_hardship"),), ("source-hardship", source))
    troubles = (
        member.is_disabled,
        member.is_severely_ill,
        *(
            None if parent is None else parent in GONE | CANNOT_CARE | ABSENT
            for parent in (member.father, member.mother)
        ),
    )
    return perhaps if any(trouble is not False for trouble in troubles) else no


def _about_age(member: Member, source: str, fits: Callable[[int], bool]) -> Judgement:
    if member.age is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-age_unknown"),), (source,), ("age",))
    if fits(member.age):
        return Judgement(Verdict.YES, (Words("why-age", {"age": member.age}),), (source,))
    return Judgement(Verdict.NO, (Words("why-not_that_age"),), (source,))


def _parent_is(parent: Parent | None, how: frozenset[Parent], source: str) -> Judgement:
    if parent is None:
        return Judgement(Verdict.UNKNOWN, (Words("why-parent_unknown"),), (source,), ("parents",))
    if parent in how:
        return Judgement(Verdict.YES, (Words("why-parent_cannot"),), (source,))
    return Judgement(Verdict.NO, (Words("why-parent_can"),), (source,))
