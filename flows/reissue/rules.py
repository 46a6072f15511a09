"""The rules of 补领婚姻登记证: what is missing and what to bring."""

from __future__ import annotations

from flows.errors import NotUnderstood
from flows.language import Facts
from flows.marriage.certificate import read_certificate
from flows.registration import PreCheck
from flows.words import Value, Words


def certificate_number(value: Value, facts: Facts) -> Words | None:
    """A certificate number as printed since 2004 (J/L/BJ/BL); older ones are given as not known."""
    try:
        read_certificate(value, facts.day)
    except NotUnderstood as fault:
        return Words(fault.key, fault.args_)
    return None


def precheck(facts: Facts) -> PreCheck:
    """What the papers lack (婚姻登记条例第21条): the ID card, a notarised authority for a proxy."""
    missing = []
    if facts["id_cards"] in {"expired", "lost"}:
        missing.append(Words(f"precheck-id_{facts['id_cards']}"))
    bring = [Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-own_id")]
    if facts["who"] == "proxy":
        bring.append(Words("bring-proxy"))
    if facts["reason"] == "damaged":
        bring.append(Words("bring-damaged_certificate"))
    bring.append(Words("bring-reissue_photo"))
    return PreCheck(tuple(missing), (), tuple(bring))
