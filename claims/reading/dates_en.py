"""English dates and times of a text, resolved against its scene: points, ranges, deadlines and open ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claims.reading import dates_calendar as cal
from claims.reading.dates_en_piece import Found
from claims.reading.dates_en_portions import PARTS
from claims.reading.dates_en_ranges import TO, between_dates, for_from, from_date, span_at
from claims.reading.dates_en_readers import NUMBERS, readers_by_word
from claims.reading.dates_en_words import Tokens, lexicon
from claims.reading.dates_scene import MOST, TRIES, Scene, Sense, after, before, by, since
from claims.reading.numerals import EN_SMALL, en_ordinals
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation

Hit = tuple[int, int, Sense, bool]


@cache
def _beginnings() -> frozenset[str]:
    """The words at which a date, or what opens or closes it, can begin."""
    lex = lexicon()
    return frozenset(
        {*readers_by_word(), *_BY_FIRST, *lex.noon, *lex.parts, "between", "for", "the", "early", "late", "mid"}
        - {"a#"}
    )


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """For small words that mostly begin no date: the words that must follow them, besides numbers."""
    units = frozenset({*lexicon().units, *(f"{unit}'s" for unit in lexicon().units)})
    counts = NUMBERS | {"the", "next", "coming", "few"}
    return {
        "a": units | {"quarter", "couple", "half", "full", "few"}, "an": units, "the": _beginnings() | {"'"}, "in": counts | units,
        "within": counts | units, "for": counts, "that": units, "at": frozenset(), "over": frozenset(), "during": frozenset(),
        "half": frozenset({"past", "a", "an"}), "one": units | {"full"}, "about": _beginnings() | {"'"}, "around": _beginnings() | {"'"},
        "up": frozenset({"to", "until"}), "as": frozenset({"of", "early", "late"}), "no": frozenset({"later", "earlier"}),
    }  # fmt: skip


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that a lone date can hold."""
    lex = lexicon()
    prefixed = {word for words in PREFIXES for word in words}
    holidays = {word for names in lex.holidays.values() for name in names for word in name}
    return frozenset(
        {
            *_beginnings(),
            *EN_SMALL,
            *en_ordinals(),
            *lex.units,
            *lex.days,
            *lex.seasons,
            *lex.decades,
            *lex.ordinals,
            *lex.zones,
            *prefixed,
            *holidays,
            *TO,
            *OPENERS,
            *word_file("dates_en")["alone"],
        }
    )


PREFIXES: dict[tuple[str, ...], str] = {
    ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("on", "or", "before"): "by", ("as", "late", "as"): "at",
    ("as", "early", "as"): "at", ("on", "or", "after"): "since", ("no", "earlier", "than"): "since", ("not", "before"): "since",
    ("as", "of"): "as of", ("later", "than"): "after", ("earlier", "than"): "before", ("prior", "to"): "before",
    ("up", "to"): "by", ("up", "until"): "by", ("ahead", "of"): "before", ("greater", "than"): "after", ("older", "than"): "before",
    ("starting", "from"): "since", ("starting", "on"): "since", ("starting", "in"): "since", ("beginning", "on"): "since",
    ("beginning", "in"): "since", ("beginning", "from"): "since", ("starting",): "since", ("beginning",): "since",
    ("effective",): "since", ("by",): "by", ("before",): "before", ("until",): "by", ("till",): "by", ("through",): "by",
    ("since",): "since", ("after",): "after", ("from",): "from", ("about",): "about", ("around",): "about", ("circa",): "about",
    ("roughly",): "about", ("during",): "at", ("over",): "at", ("<", "="): "by", (">", "="): "since", ("<",): "before", (">",): "after",
}  # fmt: skip


_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}


for _words in sorted(PREFIXES, key=len, reverse=True):
    _BY_FIRST.setdefault(_words[0], []).append(_words)


AHEAD = re.compile(
    r"\b(?:will|won't|shall|to be|expected to|set to|scheduled|plans? to|planning to|going to|upcoming|expires?|effective)\b[^.;!?,]*$"
)


WORD = re.compile(r"[a-z]+")


YEAR_HOLDS = 12  # characters after a written year in which a month without one shares it


AHEAD_REACH = 60  # characters before a date in which "will" turns it to the future


FISCAL = re.compile(
    r"\b(?:fiscal|financial)?\s?year (?:is the year )?(?:ending|ended|ends|to|runs to|ends on|ended on|closes on) (?:in |on )?(?:\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)\b"
)


OPENERS = ("in", "on", "at", "of", "for", "during", "the", "from", "this", "over", "-", "date", "it's")


def read(text: str, low: str, start: int, end: int, scene: Scene) -> Iterator[Hit]:
    """What each date of low[start:end] means, in order and without overlap; `text` keeps the capitals."""
    t = Tokens(text, low, start, end)
    if scene.fiscal_end is None and "year" in low and (told := FISCAL.search(low, start, end)):
        scene.fiscal_end = t.lex.months[told[1]]
    beginnings, words, seconds = _beginnings(), t.words, _seconds()
    index, tries, met = 0, 0, 0
    while index < t.count and tries < TRIES and met < MOST:
        word = words[index]
        if not (word in beginnings or word.isdecimal() or ("'" in word and word.removesuffix("'s") in beginnings)):
            index += 1
            continue
        if (
            word in seconds
            and index + 1 < t.count
            and not (words[index + 1] in seconds[word] or words[index + 1].isdecimal())
        ):
            index += 1
            continue
        if (word.isdecimal() or word in EN_SMALL) and _only_a_number(t, index, word):
            index += 1
            continue
        if scene.year is not None and (
            t.at[index] - scene.year_until > YEAR_HOLDS or "." in low[scene.year_until : t.at[index]]
        ):
            scene.year = None
        tries += 1
        found = _expression(t, index, scene, low, start)
        if found is None:
            index += 1
            continue
        stop, meant, written = found
        met += 1
        yield t.at[index], t.end[stop - 1], meant, written
        index = max(stop, index + 1)


@cache
def _after_numbers() -> frozenset[str]:
    """The words that can follow a number which belongs to a date."""
    lex = lexicon()
    more = word_file("dates_en")["after_numbers"]
    return frozenset({*lex.units, *(f"{unit}'s" for unit in lex.units), *lex.months, *EN_SMALL, *lex.zones, *TO, *more})


def _only_a_number(t: Tokens, index: int, word: str) -> bool:
    """12%, $46, 3,000, 4.6 and 18 people begin no date; found out before any reader is asked."""
    following = t.word(index + 1)
    if word.isalpha():
        return following.isalpha() and following not in _after_numbers()
    if following == "%" or (index and t.glued(index) and t.word(index - 1) in "$£€¥#"):
        return True
    if following in (",", ".") and t.glued(index + 1) and t.glued(index + 2) and t.word(index + 2).isdecimal():
        return not (following == "." and t.word(index + 3) in (".", "am", "pm", "a", "p", "-", "to", "till"))
    if (
        index > 1
        and t.word(index - 1) == ","
        and t.glued(index)
        and t.glued(index - 1)
        and t.word(index - 2).isdecimal()
    ):
        return True
    return len(word) != 4 and len(word) != 8 and following.isalpha() and following not in _after_numbers()


def read_alone(text: str, low: str, start: int, end: int, scene: Scene) -> Hit | None:
    """The one date that low[start:end] is, read freely; None when it is more or less than one."""
    vocabulary = _vocabulary()
    for word in WORD.finditer(low, start, end):
        if word[0] not in vocabulary:
            return None
    t = Tokens(text, low, start, end)
    if not t.count or t.count > 24:
        return None
    scene.alone = True
    for first in range(min(3, t.count)):
        found = _expression(t, first, scene, low, start)
        if found is not None and found[0] == t.count:
            return start, end, found[1], found[2]
        if t.word(first) not in OPENERS:
            break
    scene.alone = False
    return None


def _expression(t: Tokens, index: int, scene: Scene, low: str, start: int) -> tuple[int, Sense, bool] | None:
    offset = t.at[index]
    scene.ahead = (
        None if scene.alone else lambda: AHEAD.search(low, max(start, offset - AHEAD_REACH), offset) is not None
    )
    try:
        found = _related(t, index, scene)
    except (ValueError, LookupError, OverflowError):
        return None
    if found is None or (found[1].sense.earliest is None and found[1].sense.latest is None):
        return None
    return found[0], found[1].sense, found[1].written


def _related(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A date with the words that open, close or blur it."""
    word = t.word(index)
    if word == "between":
        return between_dates(t, index, scene)
    for words in _BY_FIRST.get(word, ()):
        if tuple(t.words[index : index + len(words)]) == words:
            opened = _prefixed(t, index, index + len(words), PREFIXES[words], scene)
            if opened is not None or len(words) > 1 or word not in PARTS:
                return opened
    if word == "for" and (spell := for_from(t, index, scene)):
        return spell
    if word == "year" and t.word(index + 1) in ("greater", "later", "before", "after"):
        return _related(t, index + 1, scene)
    found = span_at(t, index, scene)
    if found is None:
        return None
    stop, piece = found
    if t.word(stop) == "or" and t.word(stop + 1) in ("later", "after", "before", "earlier"):
        way = since if t.words[stop + 1] in ("later", "after") else by
        return stop + 2, replace(piece, sense=way(piece.sense))
    if t.word(stop) in ("onwards", "onward") or (
        t.word(stop) == "and"
        and t.word(stop + 1) in (("after", "later", "onwards") if scene.alone else ("onwards", "beyond"))
    ):
        return stop + (1 if t.words[stop].startswith("onward") else 2), replace(piece, sense=since(piece.sense))
    return found


def _prefixed(t: Tokens, index: int, stop: int, kind: str, scene: Scene) -> Found | None:
    if kind == "since" and t.word(stop) == "then":
        return None
    nested = _related(t, stop, scene) if kind == "about" and t.word(stop) in ("by", "since") else None
    if nested is not None:
        return nested
    if kind == "from":
        return from_date(t, stop, scene)
    if kind == "at":
        return None
    if kind == "by" and (
        (t.words[index] == "by" and t.word(stop) != "the") or (t.words[index] in ("until", "till") and t.month(stop))
    ):
        scene.ahead = lambda: True
    found = span_at(t, stop, scene)
    if found is None or (found[1].sense.relation is not TimeRelation.at and found[1].sense.latest is None):
        return None
    piece, words = found[1], t.words[index]
    meant = piece.sense
    if kind == "by":
        if words in ("by", "until", "till", "through", "up", "<") or stop - index > 1:
            meant = _by(meant, scene)
    elif kind == "before":
        meant = before(meant)
    elif kind == "after":
        meant = after(meant)
    elif kind == "as of":
        meant = replace(meant, relation=TimeRelation.as_of)
    elif kind == "about":
        meant = replace(meant, approximate=True)
    elif kind == "since":
        meant = _since(meant, scene) if words == "since" else since(meant)
    return found[0], replace(piece, sense=meant)


def _by(meant: Sense, scene: Scene) -> Sense:
    return by(meant) if meant.relation is not TimeRelation.within else meant


def _since(meant: Sense, scene: Scene) -> Sense:
    """Since reaches to the anchor's day; alone, or without an anchor, it stays open."""
    if scene.alone or scene.anchor is None or meant.earliest is None:
        return since(meant)
    start = meant.earliest
    latest = cal.day(scene.anchor).end
    return replace(since(meant), earliest=start, latest=latest, grain=Grain.span) if latest > start else since(meant)
