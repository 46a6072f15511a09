"""The rules of 颁证仪式: what to bring."""

from __future__ import annotations

from flows.language import Facts
from flows.registration import PreCheck
from flows.words import Words


def to_bring(facts: Facts) -> PreCheck:
    """The marriage certificates, which one fetches first where the registration is still to come; and the document
    whose number was given."""
    certificates = "bring-certificates_both" if facts["stage"] == "registered" else "bring-certificates_first"
    return PreCheck(bring=(Words(certificates), Words("bring-id_given")))
