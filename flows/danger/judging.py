"""Is somebody's life or limb at risk now? Judged on one message, before any store and before any flow.

The words are in ``words/``. When in real doubt they answer: a number shown needlessly costs little. What is long past
and figures of speech (笑死, 打死也不去) are no danger, nor is an accident told with a question about a service.
Violence is not taken back by a service named beside it (我要离婚，他打我), nor by how long it has gone on. Who is
afraid, controlled or threatened, or only asks about violence at home, is answered more gently (``fear``).

This is a list of words, not a diagnosis. It misses what it has no words for, and nothing may rest on its silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from flows.danger.lexicon import CRY_FOR_HELP, LEXICON, PLAIN_TEXT, Kind


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger to life or limb now.

    ``kind`` names the reply, the message ``danger-<kind>``. ``child_speaking`` is true if the words are those of a
    child (未成年人) about themselves; then ``danger-child_speaking`` may follow. ``asks_secrecy``: the same message
    asks that nobody be told, which the bureau may not promise (未成年人保护法 第十一条). ``person_found``: the missing
    person is with the writer, who asks whose they are (走失人员).
    """

    kind: Kind
    child_speaking: bool = False
    asks_secrecy: bool = False
    person_found: bool = False


def judge(text: str) -> Danger | None:
    """The danger a message tells of, or None: in simplified, traditional or English wording; linear in its length."""
    words = PLAIN_TEXT.of(text)
    kinds: set[str] = set()
    for around, frames in LEXICON.suspicions(words):
        for frame in frames:
            if frame.kind not in kinds and frame.fits(around, LEXICON.now):
                kinds.add(frame.kind)
    return conclude(kinds, words)


def conclude(kinds: set[str], words: str) -> Danger | None:
    """The danger of a message, given the kinds of the frames that fitted its plain text ``words``."""
    kinds = set(kinds)
    if not kinds:
        return None
    if CRY_FOR_HELP in kinds and kinds <= {CRY_FOR_HELP, "fear"}:
        kinds.add("violence")  # 救命 and no more: the police come to everything
    child_speaking = LEXICON.child_voice.search(words) is not None
    if child_speaking and kinds & {"violence", "fear"}:
        kinds.add("child")
    kind: Kind = next(kind for kind in get_args(Kind) if kind in kinds)
    return Danger(
        kind,
        child_speaking,
        asks_secrecy=LEXICON.secrecy.search(words) is not None,
        person_found=kind == "missing" and LEXICON.lost_one.search(words) is not None,
    )


def asks_secrecy(text: str) -> bool:
    """Does a message ask that nobody be told (别告诉我妈, 能保密吗)? It may follow one that told of danger."""
    return LEXICON.secrecy.search(PLAIN_TEXT.of(text)) is not None
