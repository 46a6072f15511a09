"""From the answers to the report they make, and to what is said of it: to who reports, and to the staff.

Without the household's consent nothing is kept of anybody's health, and no name: the place, what could be seen by
anybody, and that somebody look (敏感个人信息, 个人信息保护法第28、29条). That a child may be at risk is told all the
same: it is a duty (未成年人保护法第11条).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from flows.inputs.health import tells_of_health
from flows.language import Facts
from flows.monitoring.rules import Alert, Change, Report, alert_of
from flows.words import Value, Words

NOTHING = "nothing"
CONSENTED = frozenset({"agreed", "asked"})
"""The household agreed (同意), or asked for it (授权)."""
RECEIVES: Mapping[Value, bool] = {"yes": True, "no": False}


def report_of(facts: Facts) -> Report:
    """What was seen."""
    changes = cast(tuple[Change, ...], facts.get("seen") or facts["noticed"])
    return Report(frozenset(changes), RECEIVES.get(facts.get("receives")), is_tonight(facts))


def alert(facts: Facts) -> Alert:
    """What it is to be looked at for."""
    return alert_of(report_of(facts))


def is_own(facts: Facts) -> bool:
    """The household tells of itself."""
    return bool(facts["who"] == "self")


def is_tonight(facts: Facts) -> bool:
    """Something is needed tonight."""
    return NOTHING not in cast(tuple[str, ...], facts["tonight"])


def may_tell(facts: Facts) -> bool:
    """The household tells itself, or agreed: what is told of health may be kept."""
    return is_own(facts) or facts.get("knows") in CONSENTED


def is_of_child(facts: Facts) -> bool:
    """A child has nobody who looks after it."""
    return "child" in report_of(facts).changes


def nothing_of_health(value: Value, facts: Facts) -> Words | None:
    """How a household is found needs nobody's illness; without consent it is not taken."""
    return None if may_tell(facts) or not tells_of_health(value) else Words("report_change-no_health")


def township(facts: Facts) -> str | None:
    """The township where the household lives: it looks, whoever reports (主动发现)."""
    said = cast(str, facts["township"])
    return None if said == "unsure" else said


def after(facts: Facts) -> Sequence[Words]:
    """What who reports is told besides: what the law asks where it is about a child, that no report stops anything by
    itself, and to the household how to apply. Never anything that is known of the household."""
    lines = [Words("danger-must_report")] if is_of_child(facts) else []
    if "exit" in alert(facts).kinds:
        lines.append(Words("report_change-nothing_stops"))
    if is_own(facts):
        lines.append(Words("report_change-apply"))
    return lines


def briefing(facts: Facts) -> Sequence[Words]:
    """Everything there is to tell the staff: what is urgent, what to look at and why, who says so and with whose
    consent."""
    found = alert(facts)
    return [*_urgency(facts), *_alerts(found), *_where_from(facts), *_minding(facts, found)]


def _urgency(facts: Facts) -> Iterator[Words]:
    if is_tonight(facts):
        needs = cast(tuple[str, ...], facts["tonight"])
        yield Words("report_change-brief_tonight", {"needs": tuple(Words(f"report_change-tonight.{n}") for n in needs)})
    if is_of_child(facts):
        yield Words("report_change-brief_child")


def _alerts(found: Alert) -> Iterator[Words]:
    for kind in found.kinds:
        judged = found.judged[kind]
        yield Words(
            "report_change-brief_alert",
            {
                "kind": Words(f"report_change-kind_{kind}"),
                "sure": judged.verdict.value,
                "reasons": judged.reasons,
                "sources": tuple(Words(each) for each in judged.sources),
            },
        )
        if judged.would_change:
            facts = tuple(Words(f"report_change-fact_{each}") for each in judged.would_change)
            yield Words("report_change-brief_missing", {"kind": Words(f"report_change-kind_{kind}"), "facts": facts})
    if found.categories:
        yield Words("report_change-brief_fits", {"what": tuple(Words(f"category-{each}") for each in found.categories)})


def _where_from(facts: Facts) -> Iterator[Words]:
    yield Words("report_change-brief_who", {"who": Words(f"report_change-who.{facts['who']}")})
    if is_own(facts):
        return
    yield Words(f"report_change-brief_{facts['knows'] if may_tell(facts) else 'without'}")


def _minding(facts: Facts, found: Alert) -> Iterator[Words]:
    if "exit" in found.kinds:
        yield Words("report_change-brief_exit")
    if not is_own(facts):
        yield Words("report_change-brief_reporter")
