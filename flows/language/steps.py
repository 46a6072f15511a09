"""The questions a flow is made of, one function per kind.

A step reads what was said into a value (or raises NotUnderstood with the sentence that says what would be right),
says which values still fit, and how a value is shown when it is read back. Its question is the message
``<flow>-<step>``, its options are that message's attributes, ``.label`` is its short name in the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal

from flows.errors import DoesNotFit, NotUnderstood
from flows.incoming import Photo
from flows.inputs import options as choosing
from flows.inputs.clock import read_clock
from flows.inputs.code import read_code, shown_code
from flows.inputs.day import read_date
from flows.inputs.id_number import mask, read_id_number
from flows.inputs.name import is_name, read_name
from flows.inputs.number import read_money, read_number
from flows.inputs.one_time_code import hidden_code, read_one_time_code
from flows.inputs.phone import mask_phone, read_phone
from flows.inputs.photo import PhotoRule, judge_photo
from flows.inputs.receipt import read_receipt
from flows.inputs.some_of import read_some
from flows.inputs.text import fold, normalise
from flows.language.facts import Facts
from flows.language.hears import Hears
from flows.language.masking import masked
from flows.language.reads import AGAIN, NOT_KEPT, RIGHT, TYPED, Reads
from flows.words import Option, Value, Words
from flows.world import Speech

Must = Callable[[Value, Facts], Words | None]
"""A check on a value: None when it fits, else the sentence that says what would."""
Reader = Callable[[str, "Asked"], Value]

UNNUMBERED_KINDS = frozenset({"text", "number", "money"})
"""Kinds where a bare number is an answer of its own, so that options are said by their words."""
CHOICE_KINDS = frozenset({"choice", "confirm", "slot", "place", "wait", "group"})
PICTURE_KINDS = frozenset({"photo", "signature"})
"""Kinds whose answer may be the id of a picture that was kept."""
MAX_TEXT = 1000
MAX_ITEMS = 20
EVERY, WRONG = "all", "-"
"""The option of ``some`` that takes every line, and what stands before a line that is said to be wrong."""
NAME_TYPED = "typed"
"""The value of a signature for which the signer typed their name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The open question as a reader sees it: what is known, and the options as offered, in every language."""

    facts: Facts
    offered: tuple[Option, ...]

    def labels(self) -> list[list[str]]:
        """The words that mean each option."""
        return said_for(self.offered, self.facts.world.speech)


@dataclass(frozen=True, slots=True)
class Step:
    """One question. ``kind`` is the input kind a channel shows, ``before`` what is said once when the question is
    come to; ``shares`` names the group of steps whose words it has in every flow (``<group>-<step>``); see the
    functions below for the rest."""

    name: str
    kind: str
    read: Reader
    options: tuple[str, ...] = ()
    must: tuple[Must, ...] = ()
    from_: str | None = None
    holding: str | None = None
    under: tuple[str, ...] = ()
    personal: bool = False
    consent: bool = False
    confidential: bool = False
    show: Callable[[Value], Value] = lambda value: value
    args: Callable[[Facts], Mapping[str, Value]] | None = None
    before: Callable[[Facts], Sequence[Words]] | None = None
    until: Callable[[Facts], datetime] | None = None
    group: str | None = None
    members: tuple[str, ...] = ()
    photo: PhotoRule | None = None
    of: str | None = None
    retypes: Mapping[str, str] = field(default_factory=dict)
    reads: Reads | None = None
    hears: Hears | None = None
    alone: bool = False
    shares: str | None = None

    @property
    def takes_any_words(self) -> bool:
        """Whether whatever is said is an answer, as it is."""
        return self.read is _own_words

    def fault(self, value: Value, facts: Facts) -> Words | None:
        """Why this value does not fit (any more), or None."""
        if isinstance(value, str) and value in self.options:
            return None
        if self.options and self.from_ is None and self.kind in CHOICE_KINDS:
            return Words("choice-gone")
        for must in self.must:
            words = must(value, facts)
            if words is not None:
                return words
        return None

    def within(self, group: str) -> Step:
        """This step as a question about each item of a repeating group."""
        return replace(self, group=group)


def choice(
    name: str,
    *options: str,
    retypes: Mapping[str, str] | None = None,
    confidential: bool = False,
    personal: bool = False,
    from_: str | None = None,
) -> Step:
    """One of the options. ``retypes`` maps an option to the answered step it opens again instead of being kept.

    ``from_`` names a look-up for what is said before the question (``Found.note``). ``personal``: the options
    themselves tell of a person (婚姻状况).
    """
    return Step(
        name,
        "choice",
        _meant,
        options,
        from_=from_,
        retypes=retypes or {},
        confidential=confidential,
        personal=personal,
    )


def consent(name: str, *options: str) -> Step:
    """The purpose notice (告知) before the first personal question: agree, or a way without it."""
    return Step(name, "choice", _chosen, options, consent=True)


def many(name: str, *options: str, none: str) -> Step:
    """Any number of the options; ``none`` is the one that says none of them. The value is a tuple."""
    return Step(name, "many", _some, (*options, none), must=(_all_offered((*options, none)), _not_none_and_some(none)))


def some(name: str, *, from_: str, under: Sequence[str] = (), skip: str) -> Step:
    """Any number of the options a look-up brings, said by their numbers in one message: 全部, 1 3 5, 除2和5都对.

    The value is a tuple of what is right, and with ``WRONG`` before it what is said to be wrong. ``EVERY`` is the
    option that takes them all; ``skip`` the way without any.
    """
    own = (EVERY, skip)

    def read(said: str, asked: Asked) -> tuple[str, ...]:
        lines = [option.value for option in asked.offered if option.value not in own]
        found = read_some(said, len(lines))
        numbered = list(enumerate(lines, start=1))
        right = [line for number, line in numbered if number in found.right]
        return (*right, *(f"{WRONG}{line}" for number, line in numbered if number in found.wrong))

    must = (_not_none_and_some(skip),)
    return Step(name, "many", read, own, must=must, from_=from_, under=tuple(under), show=len)


def text(name: str, *, personal: bool = True, skip: str | None = None, must: Sequence[Must] = ()) -> Step:
    """Words in the person's own way, at most ``MAX_TEXT`` characters; numbers in them are read back masked."""
    return Step(name, "text", _own_words, _ways_out(skip), tuple(must), personal=personal, show=masked)


def sentence(name: str, hears: Hears) -> Step:
    """Words in the person's own way, of nothing personal, that may answer later steps at once (``Hears``)."""

    def read(said: str, asked: Asked) -> str:
        words = _own_words(said, asked)
        hears.hear(words, asked.facts)
        return words

    return Step(name, "text", read, show=masked, hears=hears)


def minutes(name: str, read: Callable[[str], int], *, must: Sequence[Must] = ()) -> Step:
    """A length of time, kept in minutes."""
    return Step(name, "text", lambda said, _: read(said), must=tuple(must), show=_length)


def clock_time(name: str, read: Callable[[str, Facts], str], *, must: Sequence[Must] = ()) -> Step:
    """A time of day, kept as ``HH:MM``."""
    return Step(name, "text", lambda said, asked: read(said, asked.facts), must=tuple(must))


def person_name(name: str, *, skip: str | None = None, must: Sequence[Must] = ()) -> Step:
    """A name (姓名)."""
    return Step(name, "name", lambda said, _: read_name(said), _ways_out(skip), tuple(must), personal=True)


def id_number(name: str, *, accept: Sequence[str] = (), must: Sequence[Must] = (), skip: str | None = None) -> Step:
    """The number of an identity document; ``accept`` names the kinds taken here (default: the 18-digit cards)."""
    kinds = {"accept": frozenset(accept)} if accept else {}

    def read(said: str, asked: Asked) -> str:
        return read_id_number(said, asked.facts.day, **kinds)

    return Step(name, "id_number", read, _ways_out(skip), tuple(must), personal=True, show=mask)


def receipt(name: str, *, skip: str | None = None) -> Step:
    """The number of a booking (编号), as its receipt gave it; it names nobody, and is read back whole."""

    def read(said: str, asked: Asked) -> str:
        return read_receipt(said, asked.facts.world.place.initials)

    return Step(name, "text", read, _ways_out(skip))


def code(name: str, *, skip: str) -> Step:
    """The code (确认码) of an appointment that a partner is asked to agree to; ``skip`` is the way without one."""
    return Step(name, "text", lambda said, _: read_code(said), _ways_out(skip), show=shown_code)


def one_time_code(name: str, *, under: Sequence[str], skip: str | Sequence[str]) -> Step:
    """The one-time code (验证码) that was sent to a telephone, for what the steps ``under`` say; it is never read back.
    ``skip`` names the ways without it."""
    return Step(
        name,
        "text",
        lambda said, _: read_one_time_code(said),
        _ways_out(skip),
        under=tuple(under),
        confidential=True,
        show=hidden_code,
    )


def phone(name: str, *, skip: str | None = None) -> Step:
    """A telephone number at which the person can be reached."""

    def read(said: str, asked: Asked) -> str:
        return read_phone(said, asked.facts.world.place.area)

    return Step(name, "phone", read, _ways_out(skip), personal=True, show=mask_phone)


def day(
    name: str,
    *,
    prefer: Literal["future", "past"] = "future",
    must: Sequence[Must] = (),
    from_: str | None = None,
    under: Sequence[str] = (),
    args: Callable[[Facts], Mapping[str, Value]] | None = None,
    skip: str | None = None,
) -> Step:
    """A date as people type it, kept as an absolute date; with ``from_`` it must be one of the days offered.

    ``under`` names the steps it is chosen under, as for ``pick``.
    """

    def read(said: str, asked: Asked) -> Value:
        return read_date(said, asked.facts.day, prefer)

    return Step(name, "date", read, _ways_out(skip), tuple(must), from_=from_, under=tuple(under), args=args)


def number(name: str, low: int, high: int, *, skip: str | None = None) -> Step:
    """A whole number between ``low`` and ``high``."""
    return Step(name, "number", lambda said, _: read_number(said, low, high), _ways_out(skip))


def money(name: str, *, high: int = 10**11, skip: str | None = None) -> Step:
    """An amount of money, kept in fen (分)."""
    return Step(name, "money", lambda said, _: read_money(said, 0, high), _ways_out(skip), personal=True, show=yuan)


def pick(
    name: str,
    *,
    from_: str,
    kind: Literal["choice", "slot", "place"] = "choice",
    holding: str | None = None,
    under: Sequence[str] = (),
    show: Callable[[Value], Value] = lambda value: value,
    skip: str | Sequence[str] | None = None,
    retypes: Mapping[str, str] | None = None,
    alone: bool = False,
) -> Step:
    """One of the options a look-up brings; ``holding`` names the effect that holds it while the rest is asked.

    ``under`` names the steps it is chosen under (the day of a slot): when one of them is answered anew, so is this.
    What is held needs no second look-up before the confirmation, nor do those it was chosen under. ``skip`` names the
    ways without it, of which ``retypes`` maps some to the answered step they open again. ``alone``: where there is only
    one, it is taken without being asked for.
    """
    return Step(
        name,
        kind,
        _slot if kind == "slot" else _chosen,
        _ways_out(skip),
        from_=from_,
        holding=holding,
        under=tuple(under),
        show=show,
        retypes=retypes or {},
        alone=alone,
    )


def photo(name: str, rule: PhotoRule, *, skip: str) -> Step:
    """A picture; ``skip`` is the way without one. What is wrong with it is said, and another is asked for."""

    def no_words(said: str, asked: Asked) -> Value:
        raise NotUnderstood("photo-expected")

    return Step(name, "photo", no_words, (skip,), photo=rule, personal=True, show=_picture)


def checked(name: str, reads: Reads, *, from_: str) -> Step:
    """What the look-up ``from_`` read from a picture, to be confirmed in confidence: yes makes it the answers of other
    steps; else another picture, or those steps are asked."""
    return Step(
        name,
        "choice",
        _meant,
        (RIGHT, AGAIN, TYPED),
        from_=from_,
        under=(reads.of,),
        confidential=True,
        retypes={AGAIN: reads.of},
        reads=reads,
    )


def signature(name: str, *, of: str, skip: str | Sequence[str] | None = None) -> Step:
    """A signature (签名): drawn by hand, or the signer's own name typed in full, as the step ``of`` holds it.

    The value is the id of the picture that was drawn, or ``NAME_TYPED``; it falls when the name changes. ``skip``
    names the ways without one.
    """

    def read(said: str, asked: Asked) -> str:
        if is_name(said, asked.facts[of]):
            return NAME_TYPED
        raise NotUnderstood("signature-other_name")

    return Step(name, "signature", read, _ways_out(skip), under=(of,), of=of, personal=True, show=_how_signed)


def confirm(name: str, *, hears: Hears | None = None) -> Step:
    """The summary: every answer read back; yes, or change one of them, by its button or, with ``hears``, by a word."""
    return Step(name, "confirm", _chosen, ("yes",), hears=hears)


def wait(name: str, *outcomes: str, until: Callable[[Facts], datetime], meanwhile: Sequence[str] = ()) -> Step:
    """Waits for an event that answers it with one of ``outcomes``; ``expired`` comes by itself at ``until``.

    ``meanwhile`` names the outcomes the waiting person may choose themselves (to call it off).
    """
    return Step(name, "wait", _chosen, (*outcomes, "expired", *meanwhile), until=until, members=tuple(meanwhile))


def repeat(name: str, *steps: Step) -> list[Step]:
    """A repeating group: ``name`` asks add / done / remove one; ``steps`` are asked about each item."""
    head = Step(name, "group", _chosen, ("add", "done"), members=tuple(step.name for step in steps))
    return [head, *(step.within(name) for step in steps)]


def yuan(fen: Value) -> Words:
    """An amount of fen as people read it, in 元."""
    return Words("format-money", {"yuan": f"{Decimal(fen) / 100:.2f}".removesuffix(".00")})


def _length(minutes: Value) -> Words:
    """A length of time in hours and minutes."""
    return Words("format-length", {"hours": minutes // 60, "minutes": minutes % 60})


def _how_signed(value: Value) -> Words:
    """A signature as it is read back: whether it was drawn or typed, and nothing of it."""
    return Words("signature-typed" if value == NAME_TYPED else "signature-drawn")


def _picture(value: Value) -> Words:
    return Words("photo-not_kept" if value == NOT_KEPT else "photo-received")


def said_for(options: Sequence[Option], speech: Speech) -> list[list[str]]:
    """For each option, everything that means it, in every language, folded for comparing."""
    return [
        [*speech.labels(option.label), *(w for also in option.also for w in _in_words(also, speech))]
        for option in options
    ]


def read_photo(step: Step, photo: Photo) -> str:
    """The value of a picture that satisfies the step's rule: its id in the store."""
    assert step.photo is not None
    faults = judge_photo(photo.facts, step.photo)
    if faults:
        raise NotUnderstood(faults[0].key, **faults[0].args)
    return photo.id


def _chosen(said: str, asked: Asked) -> str:
    if not asked.offered:
        raise NotUnderstood("wait-nothing_asked")
    index = choosing.pick_folded(said, asked.labels())
    if index is None:
        raise NotUnderstood("choice-not_one")
    return asked.offered[index].value


def _meant(said: str, asked: Asked) -> str:
    """One of the options, said by a part of its words as well."""
    index = choosing.pick_part(said, asked.labels())
    return _chosen(said, asked) if index is None else asked.offered[index].value


def _slot(said: str, asked: Asked) -> str:
    """A slot by its number, its words, or a time of day that is the start of just one slot."""
    times = {f"T{hour:02d}:{minute:02d}" for hour, minute in read_clock(said)}
    meant = [option.value for option in asked.offered if option.value[-6:] in times]
    if times and not meant:
        raise DoesNotFit("slot-gone")
    return meant[0] if len(meant) == 1 else _chosen(said, asked)


def _some(said: str, asked: Asked) -> tuple[str, ...]:
    indices = choosing.pick_many(said, asked.labels())
    if not indices:
        raise NotUnderstood("many-not_some")
    return tuple(asked.offered[index].value for index in indices)


def _all_offered(options: tuple[str, ...]) -> Must:
    def check(value: Value, _: Facts) -> Words | None:
        return None if all(each in options for each in value) else Words("choice-gone")

    return check


def _not_none_and_some(none: str) -> Must:
    def check(value: Value, _: Facts) -> Words | None:
        return Words("many-none_and_some") if none in value and len(value) > 1 else None

    return check


def _own_words(said: str, asked: Asked) -> str:
    words = normalise(said)
    if not words:
        raise NotUnderstood("text-empty")
    if len(words) > MAX_TEXT:
        raise NotUnderstood("text-too_long", limit=MAX_TEXT)
    return words


def _in_words(also: str | Words, speech: Speech) -> Collection[str]:
    """One phrase, or those of a message that holds several, parted by ``|``."""
    return (
        [part for text in speech.labels(also) for part in text.split("|")] if isinstance(also, Words) else (fold(also),)
    )


def _ways_out(skip: str | Sequence[str] | None) -> tuple[str, ...]:
    if skip is None:
        return ()
    return (skip,) if isinstance(skip, str) else tuple(skip)
