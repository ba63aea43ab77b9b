"""English words that are figures by themselves: thousands, several, doubled, half a year."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import Draft, scaled
from claims.reading.figures_en_beside import dressed, noun_behind, span_of_time, with_unit
from claims.reading.figures_en_grammar import REACH, grammar
from claims.reading.figures_en_numbers import whole_number
from claims.reading.figures_units import english_units
from claims.reading.numerals import en_ordinals
from claims.reading.wordfile import word_file
from claims.vocabulary import Comparator, FigureKind

COMPARED = ("over ", "than ", "bout ", "most ", "arly ", "east ")  # before which "a year" is a count of one


def special_word(
    text: str, low: str, at: int, word: str, floor: int, end: int, alone: bool
) -> tuple[Draft | None, int] | None:
    """A figure told by one word (thousands of, dozens, half, double) and where it ends; None for an ordinary word."""
    words = word_file("figures_en")
    stop = at + len(word)
    if word in words["plural_scales"] and (
        match := re.compile(
            r" of (?P<s>hundreds|thousands|millions|billions|trillions|dollars|pounds|euros|yuan)\b"
        ).match(low, stop, end)
    ):
        return _plural(text, low, at, word, match, floor, end)
    if word in words["plural_scales"]:
        return _plural(text, low, at, word, None, floor, end)
    if word == "several" or (word == "few" and low[max(floor, at - 2) : at] == "a "):
        return _several(text, low, at, stop, end, alone, word)
    if word in words["multiples"]:
        return _multiple(low, at, word, stop, end, floor)
    if word in ("couple", "pair", "single"):
        if not alone:
            return None, stop
        return Draft(floor if alone else at, stop, Decimal(1 if word == "single" else 2)), stop
    if word in ("few", "many", "numerous", "countless", "quarter", "quarters", "point"):
        if word == "few" and alone:
            return Draft(at, stop, Decimal(3), comparator=Comparator.several), stop
        if word in ("quarter",) and re.compile(r" (?:million|billion|trillion|of the|of all|of its|of a)\b").match(
            low, stop, end
        ):
            return None
        if word == "point" and alone:
            return None
        return None, stop
    if word == "half":
        return _half(text, low, at, stop, floor, end, alone)
    if (
        word in ("a", "an")
        and low[at - 5 : at].endswith(COMPARED)
        and (unit := re.compile(r" (?P<u>year|month|week|day|decade|century|hour|minute)\b").match(low, stop, end))
    ):
        draft = Draft(at, unit.end(), Decimal(1), unit=unit["u"], kind=FigureKind.duration)
        return (None if span_of_time(low, draft) else dressed(low, draft, floor, end)), unit.end()
    if (
        word in ("a", "an")
        and (half := re.compile(r"a half(?! (?:hour|day|year|century|million|billion|dozen))").match(low, at, end))
        and alone
    ):
        return Draft(at, half.end(), Decimal("0.5"), kind=FigureKind.ratio), half.end()
    return None


def _plural(
    text: str, low: str, at: int, word: str, of: re.Match[str] | None, floor: int, end: int
) -> tuple[Draft | None, int]:
    """thousands: at least a thousand; hundreds of thousands: at least a hundred thousand."""
    words = word_file("figures_en")
    value = Decimal(words["plural_scales"][word])
    if word == "scores" and (of is None or low[at - 1 : at] == "-"):
        return None, at + len(word)
    stop = at + len(word)
    draft = Draft(at, stop, value, comparator=Comparator.at_least)
    if of is not None:
        if of["s"] in words["plural_scales"]:
            draft.value, draft.end = scaled(value, int(words["plural_scales"][of["s"]])), of.end()
        else:
            unit = english_units()[of["s"]]
            draft.unit, draft.kind, draft.end = unit.name, unit.kind, of.end()
    if tens := re.compile(r"(?:tens|hundreds|thousands) of $").search(low, max(floor, at - 13), at):
        draft.start = tens.start()
        draft.value = scaled(
            draft.value or value, {"t": 10, "h": 100}.get(tens[0][0], 1000) if not tens[0].startswith("thou") else 1000
        )
    if draft.unit is None:
        gap = re.compile(r" of(?= [a-z])").match(low, draft.end, end)
        draft.noun = noun_behind(text, low, gap.end() if gap else draft.end, end)
    return draft, draft.end


def rank_alone(low: str, at: int, end: int) -> Draft | None:
    """eleventh, twenty-first, two hundredth: a number of order that is the whole text."""
    words, ordinals = re.findall(r"[a-z]+", low[at:end]), en_ordinals()
    if not words or len(words) > 4 or words[-1] not in ordinals or words[0] in ("a", "an", "one"):
        return None
    base = whole_number(words[:-1]) if len(words) > 1 else Decimal(0)
    last = ordinals[words[-1]]
    if base is None or (0 < base < 20):
        return Draft(at, end, scaled(base, last), kind=FigureKind.rank) if base and last >= 100 else None
    return Draft(at, end, base + last, kind=FigureKind.rank)


def _several(text: str, low: str, at: int, stop: int, end: int, alone: bool, word: str) -> tuple[Draft | None, int]:
    draft = Draft(at if word == "several" else at - 2, stop, None, Decimal(2), comparator=Comparator.several)
    scale = re.compile(r" (?P<s>hundred|thousand|million|billion|trillion|dozen)\b").match(low, stop, end)
    if scale is not None:
        value = scaled(Decimal(2), int(word_file("figures_en")["scales"][scale["s"]]))
        draft.end, draft.low, draft.value, draft.comparator = scale.end(), value, value, Comparator.at_least
    if alone and word == "few":
        draft.value = Decimal(3)
    if not with_unit(low, draft, end, False, alone):
        draft.noun = noun_behind(text, low, draft.end, end)
    return draft, draft.end


def _multiple(low: str, at: int, word: str, stop: int, end: int, floor: int) -> tuple[Draft | None, int]:
    """doubled: twice as much as it was."""
    if word in ("double", "triple", "treble", "doubles", "quadruple") and not re.compile(
        r" (?:the|its|their|that|what|from|in|to|,|\.)"
    ).match(low, stop, end):
        return None, stop
    if word == "twice" and not re.compile(r" (?:as|the|that|its|their|what)").match(low, stop, end):
        return None, stop
    value = Decimal(word_file("figures_en")["multiples"][word])
    draft = Draft(
        at, stop, value, unit="times", kind=FigureKind.multiple, direction=1 if word not in ("twice", "thrice") else 0
    )
    before = grammar().before.search(low, max(floor, at - REACH), at)
    if before is not None:
        draft.comparator, draft.start = before.value, before.start
    return draft, stop


def _half(
    text: str, low: str, at: int, stop: int, floor: int, end: int, alone: bool
) -> tuple[Draft | None, int] | None:
    """half a year is six months; half of the votes is 50 percent; half a million is a number."""
    grammar()
    if low[at - 1 : at] == "-" or re.compile(r"(?:first|second|last|other|and a|one|third) $").search(
        low, max(0, at - 7), at
    ):
        return None, stop
    if year := re.compile(r"(?: an?|-)[ -]?year\b|-a-year").match(low, stop, end):
        draft = Draft(at, year.end(), Decimal(6), unit="month", kind=FigureKind.duration)
        return dressed(low, draft, floor, end), draft.end
    article = re.compile(r" +(?:an? +)?(?P<s>dozen|million|billion|trillion|thousand|hundred)\b").match(low, stop, end)
    if article is not None:
        value = scaled(Decimal("0.5"), int(word_file("figures_en")["scales"][article["s"]]))
        draft = Draft(at, article.end(), value)
    else:
        unit = re.compile(r" an? (?P<u>[a-z]+)|-(?P<v>[a-z]+)").match(low, stop, end)
        known = english_units().get((unit["u"] or unit["v"]) if unit else "")
        if unit is not None and known is not None and known.kind in (FigureKind.duration, FigureKind.measure):
            draft = Draft(at, unit.end(), Decimal("0.5"), unit=known.name, kind=known.kind)
        elif alone or re.compile(r" (?:of|the|its|their|all|people|that|this|as)\b").match(low, stop, end):
            draft = Draft(at, stop, Decimal("0.5"), kind=FigureKind.ratio)
        else:
            return None, stop
        return dressed(low, draft, floor, end), draft.end
    if not with_unit(low, draft, end, False, alone):
        draft.noun = noun_behind(text, low, draft.end, end)
    return dressed(low, draft, floor, end), draft.end
