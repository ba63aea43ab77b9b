"""What stands beside an English number: unit, currency, noun, comparator, change; and what makes it a name."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import COMPARATORS, Draft, scaled
from claims.reading.figures_en_grammar import REACH, grammar
from claims.reading.figures_en_numbers import whole_number
from claims.reading.figures_units import english_units
from claims.reading.numerals import EN_SMALL
from claims.reading.wordfile import word_file
from claims.vocabulary import Comparator, FigureKind

STATED = (
    "exactly",
    "precisely",
    "equals",
    "equal to",
    "equals to",
    "all but",
    "a total of",
)  # these belong to the figure


NOUN_WORDS = 3


def span_of_time(low: str, draft: Draft) -> bool:
    """18-week standard names a thing; "in six years" and "12% over ten years" tell a period."""
    if ("-" in low[draft.start : draft.end].removeprefix("-") and draft.unit != "month") or low[
        draft.start - 4 : draft.start
    ] in (" in ", "\nin "):
        return True
    before = low[max(0, draft.start - 30) : draft.start]
    return bool(
        re.compile(r"(?:%|percent|points?|million|billion|more|lower|higher|up|down) over (?:the )?$").search(before)
    )


def is_name(text: str, low: str, at: int, stop: int, end: int, floor: int) -> bool:
    """H100, FX-90, Dojo 2, 3D and v1.2 are names, not figures."""
    before, after = low[at - 1 : at], low[stop : stop + 1] if stop < end else ""
    if grammar().currency.search(low, max(floor, at - 8), at):
        return False
    if before == "-" and at - 1 >= floor and low[at - 2 : at - 1].isalnum() and low[at] != "-":
        return not low[at - 2 : at - 1].isdecimal()
    if before and (before.isalpha() or before in "_@\\") and not grammar().currency.search(low, max(floor, at - 5), at):
        return True
    if after.isalpha() and low[stop - 1].isdecimal():
        tail = re.compile(r"[a-z]+").match(low, stop, end)
        return (
            tail is None
            or (tail[0] not in english_units() and tail[0] not in ("st", "nd", "rd", "th", "x", "mn"))
            or tail[0] in ("s", "st", "nd", "rd", "th", "d")
        )
    if after == "-" and stop + 1 < end and low[stop + 1].isalpha():
        tail = re.compile(r"[a-z]+").match(low, stop + 1, end)
        return tail is not None and len(tail[0]) <= 2 and tail[0] not in english_units() and tail[0] not in ("to", "in")
    if before == "#" or re.compile(
        r"\bno\.? $|\bnumber $|\bversion $|\bchapter $|\bpage $|\broom $|\bflight $|\broute $|\bsection $|\barticle $|\bphase $|\bstage $|\btier $|\blevel $|\bgrade $|\bclass $"
    ).search(low, max(0, at - 9), at):
        return True
    if before == " " and low[at:stop].isdecimal() and stop - at <= 4:
        name = re.compile(r"([A-Z][A-Za-z]*) $").search(text, max(0, at - 20), at)
        if (
            name is not None
            and name[1].lower() not in word_file("figures_en")["not_names"]
            and not _sentence_start(text, name.start())
        ):
            follows = grammar().unit.match(low, stop, end) or grammar().scale.match(low, stop, end)
            plural = re.compile(r" [a-z]+s\b").match(low, stop, end)
            return (
                follows is None
                and (plural is None or stop - at <= 2)
                and not grammar().before.search(low, max(floor, at - REACH), at)
            )
    return False


def _sentence_start(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n-" or at == 0


def with_unit(low: str, draft: Draft, end: int, money: bool, alone: bool) -> bool:
    """Adds the unit behind the number; False when none stands there."""
    found = grammar().unit.match(low, draft.end, end)
    if found is None:
        return False
    word = found["u"] or found["t"]
    if found["t"]:
        if (
            word
            in (
                "a",
                "s",
                "n",
                "p",
                "v",
                "in",
                "le",
                "rs",
                "min",
                "pt",
                "pa",
                "ha",
                "pm",
                "db",
                "ev",
                "w",
                "l",
                "c",
                "mi",
                "hr",
                "g",
            )
            and found["gap"]
            and not (
                alone
                or word in ("mi", "pa", "db", "ev", "ha", "rs", "le", "hr", "pm")
                or (word == "in" and re.compile(r"\s?[.,;)x]").match(low, found.end(), end))
            )
        ):
            return False
        if (
            word in ("a", "s", "n")
            or (word == "in" and not found["gap"] and False)
            or (money and word in ("m", "t", "b"))
        ):
            return False
        if word in ("p", "c") and not alone and found["gap"]:
            return False
    if word in ("pounds", "pound") and re.compile(r" (?:of |heavier|lighter|lift|weight)").match(low, found.end(), end):
        draft.unit, draft.kind, draft.end = "pound", FigureKind.measure, found.end()
        return True
    if (
        (
            word
            in (
                "le",
                "all",
                "marks",
                "stone",
                "try",
                "real",
                "won",
                "rand",
                "sen",
                "kip",
                "colon",
                "buck",
                "mu",
                "bit",
                "in",
                "second",
            )
            and found["gap"] != "-"
            and not alone
        )
        and word in ("won", "try", "all", "marks", "stone", "bit", "real", "mu", "le", "second")
        and not (word == "won" and draft.value and abs(draft.value) >= 1000)
    ):
        return False
    if word == "times" and re.compile(r" (?:in|this|since|last|a |per|over the|during|before|at|on)").match(
        low, found.end(), end
    ):
        return False
    if word == "quarters" or (word in ("m",) and found["gap"] and not alone and not low[draft.end - 1].isdecimal()):
        return bool(word != "m")
    unit = english_units()[word]
    if "(" in found["gap"] and not found["close"]:
        return False
    draft.unit, draft.kind, draft.end = unit.name, unit.kind, found.end()
    if (
        unit.kind is FigureKind.money
        and draft.value is not None
        and (behind := grammar().scale.match(low, draft.end, end))
    ):
        words = word_file("figures_en")
        if behind["s"] not in words["tight_scales"]:  # 75 USD million
            draft.value, draft.end = scaled(draft.value, int(words["scales"][behind["s"]])), behind.end()
    if "(" not in found["gap"] and found["close"]:
        draft.end -= 1
    factor = Decimal(unit.scale)
    for name in ("value", "low", "high"):
        amount = getattr(draft, name)
        if amount is not None and factor != 1:
            setattr(draft, name, amount * factor)
    if word in ("degree", "degrees", "°") and (
        scale := re.compile(r" ?(?P<s>celsius|fahrenheit|c|f)\b").match(low, draft.end, end)
    ):
        draft.unit = "degree celsius" if scale["s"][0] == "c" else "degree fahrenheit"
        draft.end = scale.end()
    return True


def with_cents(low: str, draft: Draft, end: int) -> None:
    """3 dollars 50 cents, $20 and 43, thirteen dollars and forty-five cents."""
    if draft.value is None or draft.value != draft.value.to_integral_value() or draft.value >= 100000:
        return
    found = grammar().and_cents.match(low, draft.end, end)
    if found is None:
        return
    text = found["n"] or found["bare"] or found["word"]
    if found["bare"] and not re.compile(r"[$]|dollar|ringgit|euro").search(low, max(0, draft.start - 1), draft.end):
        return
    if found["bare"] and found.end() < end and low[found.end()] not in ".,;!?":
        return
    cents = Decimal(text) if text.isdecimal() else whole_number(text.replace("-", " ").split())
    if cents is not None and cents < 100:
        draft.value += cents / 100
        draft.end = found.end()


def with_inches(low: str, draft: Draft, end: int) -> None:
    """Add the inches behind the feet to the draft, as twelfths of a foot."""
    found = grammar().sub_unit.match(low, draft.end, end)
    if found is not None and draft.value is not None:
        draft.value += Decimal(found["n"]) / 12
        draft.end = found.end()


def noun_behind(text: str, low: str, at: int, end: int) -> str | None:
    """The counted noun: up to three words behind the number."""
    stops = word_file("figures_en")["noun_stops"]
    stop, count = at, 0
    while count < NOUN_WORDS and (found := grammar().noun.match(low, stop, end)):
        if found[1] in stops or found[1] in EN_SMALL or (count and found[1].endswith("ed")):
            break
        stop, count = found.end(), count + 1
    return text[at:stop].strip(" -\n") or None


def dressed(low: str, draft: Draft, floor: int, end: int) -> Draft:
    """The words in front and behind: comparator and change."""
    g = grammar()
    behind = g.after.match(low, draft.end, end)
    if (
        behind is not None
        and draft.value is not None
        and not (
            behind[0].strip() == "over"
            or (behind[0].strip() == "plus" and low[behind.end() : behind.end() + 2].strip().isdecimal())
        )
    ):
        draft.comparator, draft.end = _mark(behind, "after"), behind.end()
    before = g.before.search(low, max(floor, draft.start - REACH), draft.start)
    if before is not None:
        mark = before.value
        if mark is not Comparator.equal or before.word in STATED:
            draft.start = before.start
        if mark is not Comparator.equal:
            draft.comparator = mark
        equal = before.word.startswith("equal")
        if (
            (equal or mark is Comparator.over)
            and (more := g.or_more.match(low, draft.end, end))
            and equal == bool(more["more"])
        ):
            draft.comparator = Comparator.at_least
    return with_change(low, draft, floor, end)


def _mark(found: re.Match[str], key: str) -> Comparator:
    marks = list(word_file("figures_en")[key])
    return COMPARATORS[marks[int((found.lastgroup or "").removeprefix("a"))]]


def with_change(low: str, draft: Draft, floor: int, end: int) -> Draft:
    """down 0.9%, 33% lower, up 2.1 percentage points: the way of the change."""
    if draft.kind in (FigureKind.duration, FigureKind.rank, FigureKind.multiple):
        return draft
    found = grammar().change.search(low, max(0, draft.start - REACH), draft.start)
    if found is not None:
        draft.direction = found.value
    elif draft.kind in (FigureKind.percent, FigureKind.points):
        behind = grammar().change_after.match(low, draft.end, end)
        if behind is not None:
            draft.end, draft.direction = behind.end(), -1 if behind["down"] else 1
    return draft
