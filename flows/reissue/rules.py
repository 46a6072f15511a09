"""The rules of 补领婚姻登记证: what is missing and what to bring."""

from __future__ import annotations

from flows.errors import NotUnderstood
from flows.language import Facts
from flows.marriage.certificate import read_certificate
from flows.registration import PreCheck, household_book, id_cards_missing, unusual_divisions
from flows.words import Value, Words

_LETTERS = {"marriage": ("J", "BJ"), "divorce": ("L", "BL")}
"""How the number of each kind of certificate begins: J、BJ 结婚证, L、BL 离婚证."""


def certificate_number(value: Value, facts: Facts) -> Words | None:
    """The number of the kind of certificate that is to be reissued, as printed on the later ones (J/L/BJ/BL); whoever
    has an older number, or none, says that it is not known."""
    try:
        number = read_certificate(value, facts.day)
    except NotUnderstood as fault:
        return Words(fault.key, fault.args_)
    fits = number.startswith(_LETTERS[facts["which"]])
    return None if fits else Words("certificate-other_kind", {"which": facts["which"]})


def precheck(facts: Facts) -> PreCheck:
    """What the papers lack (婚姻登记条例第21条): the ID card, a notarised authority for a proxy."""
    bring = [Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-own_id")]
    if facts["who"] == "proxy":
        bring.append(Words("bring-proxy"))
    if facts["reason"] == "damaged":
        bring.append(Words("bring-damaged_certificate"))
    bring += [Words(f"bring-reissue_photo_{facts['which']}"), household_book(facts, facts["day"])]
    person = unusual_divisions(facts, "number")
    return PreCheck(tuple(id_cards_missing(facts)), tuple(person), tuple(bring))
