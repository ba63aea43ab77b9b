"""What two sentences are to each other: one contradicts the other, follows from it, or neither."""

from __future__ import annotations

import re
from functools import cache

from claims.detect import swaps
from claims.detect.clashes import clash
from claims.detect.pairs import Pair, pair_of
from claims.detect.sums import follows
from claims.detect.told import told_of
from claims.findings import Comparison
from claims.graph import Said
from claims.reading.figures_in_line import Placed, disjoint, placed, within
from claims.reading.likeness import Weights
from claims.reading.nametable import NameTable
from claims.reading.senses import sense
from claims.vocabulary import ConflictKind

NEARLY = 0.8  # pieces in common for two sentences to differ in "a word or two"
ALIKE = 0.62  # pieces in common for an opposite word elsewhere to count
NAMED = 0.5  # and of its names
COVERED = 0.6  # of the words of a conclusion, how many its ground must hold
FEW = 3  # pieces that may stand in place of one another

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b"
    r"|没有|没|未(?!来)|从未|并非|不是|不会|不能|不曾|毫无|无法|并无|不(?![仅但断少久同过足得论管])"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def compare(a: Said, b: Said) -> Comparison:
    """Whether b contradicts a, follows from it, or neither, with the reason in words."""
    one, other = (_simplified(said.quote).strip() for said in (a, b))
    if one == other:
        return Comparison("entails", None, "They are the same words.")
    found = _by_figures(one, other) or _by_words(one, other) or _by_events(a, b) or _covered(one, other)
    return found or Comparison("neutral", None, "")


@cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(text: str) -> str:
    return str(_converter().convert(text)) if _HAN.search(text) else text  # type: ignore[attr-defined]


def _by_figures(a: str, b: str) -> Comparison | None:
    """Sentences alike but for a figure; or a figure that follows from others by counting."""
    mine, theirs = placed(a), placed(b)
    if not theirs:
        return None
    if len(mine) == len(theirs) and _frame(a, mine) == _frame(b, theirs):
        return _told_apart(mine, theirs)
    if len(mine) >= 2 and len(theirs) == 1 and _frame(a, mine) != _frame(b, theirs):
        return _counted(mine, theirs[0], a, b)
    return None


def _frame(text: str, figures: tuple[Placed, ...]) -> str:
    """The sentence with its figures taken out."""
    out, at = "", 0
    for figure in figures:
        out += text[at : figure.start] + "#"
        at = figure.end
    return re.sub(r"\s+|[。.]$", "", out + text[at:]).lower()


def _told_apart(mine: tuple[Placed, ...], theirs: tuple[Placed, ...]) -> Comparison | None:
    for x, y in zip(mine, theirs, strict=True):
        if disjoint(x, y):
            return Comparison(
                "contradicts", ConflictKind.numeric, f"{x.value} and {y.value} cannot both be the figure."
            )
    if all(within(x, y) for x, y in zip(mine, theirs, strict=True)):
        return Comparison("entails", None, "Every figure of the first lies within that of the second.")
    return Comparison("neutral", None, "The first leaves open the figure that the second states.")


def _counted(mine: tuple[Placed, ...], told: Placed, a: str, b: str) -> Comparison | None:
    """A word problem: the second states a count that the first's figures do or do not yield."""
    shared = sense(a).terms & sense(b).terms
    if not shared or any(x.value == told.value for x in mine) or told.bounded or not _counting(mine, told):
        return None
    if follows(told.value, [x.value for x in mine]):
        return Comparison("entails", None, f"{told.value} follows from the figures of the first.")
    words = sense(b).terms
    if len(shared) >= 0.5 * len(words):
        return Comparison(
            "contradicts", ConflictKind.numeric, f"{told.value} does not follow from the figures of the first."
        )
    return None


def _counting(mine: tuple[Placed, ...], told: Placed) -> bool:
    return not any(1900 <= x.value <= 2100 for x in (*mine, told))


def _by_words(a: str, b: str) -> Comparison | None:
    mine, theirs = swaps.pieces(a), swaps.pieces(b)
    found, alike = swaps.changes(mine, theirs)
    denied = _denials(a), _denials(b)
    if denied[0] % 2 != denied[1] % 2 and alike >= ALIKE and _negation_only(found):
        return Comparison("contradicts", ConflictKind.denial, "One denies what the other states.")
    if alike >= NEARLY:
        for change in found:
            pair = swaps.opposed(change)
            if pair:
                return Comparison("contradicts", ConflictKind.denial, f"“{pair[0]}” and “{pair[1]}” are opposites.")
    if alike >= ALIKE or _bag(mine, theirs) >= NEARLY:
        other = swaps.other_member(a, b)
        if other:
            return Comparison(
                "contradicts", ConflictKind.entity, f"“{other[0]}” in the one, “{other[1]}” in the other."
            )
        figures = _other_figure(a, b)
        if figures:
            return Comparison(
                "contradicts", ConflictKind.numeric, f"{figures[0]} in the one, {figures[1]} in the other."
            )
        pair = swaps.opposite_words(a, b)
        if pair and denied[0] % 2 == denied[1] % 2:
            return Comparison("contradicts", ConflictKind.denial, f"“{pair[0]}” and “{pair[1]}” are opposites.")
    if alike >= NEARLY:
        named = swaps.other_name(found)
        if named:
            return Comparison(
                "contradicts", ConflictKind.entity, f"“{named[0]}” in the one, “{named[1]}” in the other."
            )
    return None


def _other_figure(a: str, b: str) -> tuple[str, str] | None:
    """A bare figure in each that the other lacks, where both state as many."""
    mine, theirs = placed(a), placed(b)
    if len(mine) != len(theirs) or any(x.bounded for x in (*mine, *theirs)):
        return None
    only_a = [x for x in mine if all(disjoint(x, y) for y in theirs)]
    only_b = [y for y in theirs if all(disjoint(x, y) for x in mine)]
    if len(only_a) != 1 or len(only_b) != 1:
        return None
    return a[only_a[0].start : only_a[0].end], b[only_b[0].start : only_b[0].end]


def _denials(text: str) -> int:
    return len(_NEGATION.findall(text))


def _negation_only(found: tuple[swaps.Change, ...]) -> bool:
    """No change is larger than a negation and the words it brings with it."""
    return all(len(change.mine) <= 2 * FEW and len(change.theirs) <= 2 * FEW for change in found)


def _bag(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    left, right = set(a), set(b)
    return len(left & right) / max(1, min(len(left), len(right)))


def _by_events(a: Said, b: Said) -> Comparison | None:
    names = NameTable(())
    left, right = told_of(a, names), told_of(b, names)
    pair: Pair = pair_of(left, right, Weights((left, right)))
    found = clash(pair) if pair.share >= ALIKE else None
    if found and not found.until:
        return Comparison(
            "contradicts", ConflictKind.denial, f"“{found.a.word}” and “{found.b.word}” cannot both be so."
        )
    return None


def _covered(a: str, b: str) -> Comparison | None:
    """Nearly all words and every figure of the second stand in the first."""
    ground, conclusion = sense(a), sense(b)
    words = conclusion.terms | conclusion.names
    if not words:
        return None
    held = ground.terms | ground.names
    figures = all(any(x.value == y.value for x in placed(a)) for y in placed(b))
    named = len(conclusion.names & held) >= NAMED * len(conclusion.names)
    if len(words & held) >= COVERED * len(words) and named and figures and _denials(a) % 2 == _denials(b) % 2:
        return Comparison("entails", None, "What the second says stands in the first.")
    return None
