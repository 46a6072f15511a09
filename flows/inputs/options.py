"""Which of the options offered was chosen: by its number (1, 一, 壹, ①, １) or by its own words, nothing in between."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from flows.inputs.numerals import plain, read_whole
from flows.inputs.text import fold, normalise

Labels = Sequence[Collection[str]]
"""For each option, the words that mean it (in every language)."""

_N = r"(\d{1,3}|[零一二三四五六七八九十百]{1,6})"
_BARE = re.compile(rf"[(\[【]?{_N}[)\]】]?", re.ASCII)
_NAMED = re.compile(
    rf"(?:我|那|就|想|要|选择|选)*第{_N}(?:个|项|条|种|号|选项)?(?:吧)?"
    rf"|(?:我|那|就|想|要)*(?:选项|选择|选|option|no\.?){_N}(?:个|项|条|种)?(?:吧)?",
    re.ASCII,
)
_COUNTED = re.compile(r"(.{1,8}?)([个本人份张岁次名位口间块元天件套]?)")
_LONGEST_COUNT = 9
_PARTICLES = re.compile(r"[啊嘛吧呢哦咯哩呀啦哈哟喽唉呗的]+$")
_NEGATIONS = "不没未别非無无沒別"
_SHORTEST_HAN, _SHORTEST_LATIN = 2, 5
_SEPARATORS = (
    re.compile(r"[,、;/]+"),
    re.compile(r"[,、;/\s]+"),
    re.compile(r"(?:[,、;/\s&+]|以及|还有|和|跟|与|及|\band\b)+"),
)
_ALL_OF_THESE = re.compile(r"[,、]? ?都(?:要|选|選|有|是)$")


def pick(text: str, labels: Labels) -> int | None:
    """The 0-based option ``text`` names, or None if it names none or could be two.

    Where an option's own words are a number (2, 两本), a number means those words; the place then needs 第二个.
    """
    return pick_folded(text, [[fold(word) for word in _words(words)] for words in labels])


def pick_folded(text: str, folded: Labels) -> int | None:
    """As ``pick``, where the labels are folded already: those of every language are, once and for all."""
    own = fold(text)
    if not own:
        return None
    by_words = [index for index, words in enumerate(folded) if own in words]
    if by_words:
        return by_words[0] if len(by_words) == 1 else None
    own = plain(own)
    named = _NAMED.fullmatch(own)
    if named is not None:
        return _placed(named[1] or named[2], folded)
    bare, said = _BARE.fullmatch(own), _count(own)
    if bare is None and said is None:  # before the options' own words are looked through for numbers
        return None
    counts = [_counts(words) for words in folded]
    if any(counts):
        found = None if said is None else _counted(said, counts)
        # Where just one option is a number (两个人来), another number can only be the place of another option.
        if found is not None or sum(map(bool, counts)) > 1:
            return found
    return None if bare is None else _placed(bare[1], folded)


def pick_part(text: str, folded: Labels) -> int | None:
    """As ``pick_folded``, and else the one option whose words hold this text (没过期 of 都没过期), or are it but for
    the particles at its end (丢了嘛). Never the opposite: a part that follows a negation stands for nothing.
    """
    found = pick_folded(text, folded)
    if found is not None:
        return found
    own = fold(text)
    bare = _PARTICLES.sub("", own)
    if bare != own and (found := pick_folded(bare, folded)) is not None:
        return found
    if len(bare) < (_SHORTEST_LATIN if bare.isascii() else _SHORTEST_HAN):
        return None
    holding = [index for index, words in enumerate(folded) if any(_holds(each, bare) for each in words)]
    return holding[0] if len(holding) == 1 else None


def _holds(words: str, part: str) -> bool:
    at = words.find(part)
    return at == 0 or (at > 0 and words[at - 1] not in _NEGATIONS and not words[:at].endswith("not"))


def pick_many(text: str, labels: Labels) -> tuple[int, ...] | None:
    """The 0-based options ``text`` names, ascending: 1,3 · 1 3 · 一、三 · 低保和残疾. None if any part is not one.

    Figures run together (13) are read one by one only when no option has that number.
    """
    one, run = pick(text, labels), _run_together(text, labels)
    if one is not None:
        return (one,) if run is None else None
    if run is not None:
        return run
    text = _ALL_OF_THESE.sub("", normalise(text).rstrip("。.!"))
    whole = _spelled_out(fold(text), labels)
    if whole is not None:
        return whole
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(text) if part.strip()]
        chosen = {pick(part, labels) for part in parts[: 2 * len(labels) + 1]}
        if chosen and None not in chosen:
            return tuple(sorted(index for index in chosen if index is not None))
    return None


def _spelled_out(text: str, labels: Labels) -> tuple[int, ...] | None:
    """Options by their own words in full, one after the other: those words may hold separators themselves."""
    known = sorted(
        ((fold(word), index) for index, words in enumerate(labels) for word in _words(words)),
        key=lambda each: -len(each[0]),
    )
    chosen: set[int] = set()
    while text:
        found = next(((word, index) for word, index in known if word and text.startswith(word)), None)
        if found is None:
            return None
        word, index = found
        rest = text[len(word) :]
        parted = _SEPARATORS[-1].match(rest)
        if rest and parted is None:
            return None
        chosen.add(index)
        text = "" if parted is None else rest[parted.end() :]
    return tuple(sorted(chosen)) or None


def _words(words: Collection[str]) -> Collection[str]:
    """One label given as a bare string is one label, not its characters."""
    return (words,) if isinstance(words, str) else words


def _placed(number: str, labels: Labels) -> int | None:
    place = read_whole(number)
    return place - 1 if place is not None and 1 <= place <= len(labels) else None


def _counts(words: Collection[str]) -> frozenset[tuple[int, str]]:
    """The numbers, each with its measure word or none, that an option's own words are."""
    found = (_count(plain(word)) for word in words if len(word) <= _LONGEST_COUNT)
    return frozenset(count for count in found if count is not None)


def _count(word: str) -> tuple[int, str] | None:
    match = _COUNTED.fullmatch(word)
    number = None if match is None else read_whole(match[1])
    return None if match is None or number is None else (number, match[2])


def _counted(said: tuple[int, str], counts: Sequence[frozenset[tuple[int, str]]]) -> int | None:
    number, measure = said
    fitting = [
        index
        for index, each in enumerate(counts)
        if any(number == n and (measure == m or not measure or not m) for n, m in each)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _run_together(text: str, labels: Labels) -> tuple[int, ...] | None:
    """Two or more distinct figures without a separator, each the number of an option."""
    own = plain(fold(text))
    if not re.fullmatch(r"[1-9]{2,9}|[一二三四五六七八九]{2,9}", own, re.ASCII) or any(map(_counts, labels)):
        return None
    places = [_placed(figure, labels) for figure in own]
    chosen = {place for place in places if place is not None}
    return tuple(sorted(chosen)) if len(chosen) == len(own) else None
