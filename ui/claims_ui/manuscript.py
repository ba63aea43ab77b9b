"""A source's text laid out for reading: paragraphs by region, quotes marked and numbered, boilerplate folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from claims.models import Capture, Passage
from claims.vocabulary import RegionKind
from claims_ui.page import say
from claims_ui.quotes import tag_of
from claims_ui.text import Html, join, tag

FOLDED = frozenset({RegionKind.boilerplate, RegionKind.caption})
LIMIT = 60_000  # characters of a text drawn at once; the part with the asked-for quote is drawn


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with something on it."""

    start: int
    end: int
    number: int  # from 1
    kind: RegionKind
    why: str


def paragraphs(capture: Capture) -> list[Paragraph]:
    """The paragraphs of a text and the region each lies in; outside every region it is body."""
    out: list[Paragraph] = []
    at = 0
    regions = sorted(capture.regions, key=lambda region: region["start"])
    for line in capture.text.split("\n"):
        if line.strip():
            region = next((r for r in regions if r["start"] <= at + _lead(line) < r["end"]), None)
            kind = RegionKind(region["kind"]) if region else RegionKind.body
            out.append(Paragraph(at, at + len(line), len(out) + 1, kind, (region or {}).get("why") or ""))
        at += len(line) + 1
    return out


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())


def numbered(passages: Iterable[Passage]) -> list[Passage]:
    """Each stretch of words once, in reading order: its place in this list plus one is its number."""
    once = {(passage.start, passage.end): passage for passage in passages}
    return [once[place] for place in sorted(once)]


def manuscript(capture: Capture, passages: Sequence[Passage], language: str, target: str | None) -> Html:
    """The whole text; the passage with the label `target` is where the page arrives."""
    lines = paragraphs(capture)
    shown = _near(lines, next((p for p in passages if p.label == target), None))
    quoted = {line.number for line in lines for p in passages if line.start < p.end and p.start < line.end}
    blocks = []
    for folded, group in groupby(shown, key=lambda line: line.kind in FOLDED and line.number not in quoted):
        part = list(group)
        blocks.append(_fold(part, capture) if folded else join(*(_line(p, capture, passages, target) for p in part)))
    cut = tag("p", say()("source.part"), class_="cc-muted") if len(shown) < len(lines) else None
    return tag("div", cut, *blocks, class_="cc-text", lang=tag_of(language) or None)


def _near(lines: Sequence[Paragraph], passage: Passage | None) -> Sequence[Paragraph]:
    if not lines or lines[-1].end <= LIMIT:
        return lines
    middle = passage.start if passage else 0
    first, last = max(0, middle - LIMIT // 2), max(middle + LIMIT // 2, LIMIT)
    return [line for line in lines if line.start < last and line.end > first]


def _fold(part: Sequence[Paragraph], capture: Capture) -> Html:
    kinds = {line.kind for line in part}
    why = "caption" if kinds == {RegionKind.caption} else "boilerplate"
    return tag(
        "details",
        tag("summary", say()(f"source.folded_{why}", n=len(part))),
        *(tag("p", capture.text[line.start : line.end].strip()) for line in part),
        class_="cc-fold",
    )


def _line(line: Paragraph, capture: Capture, passages: Sequence[Passage], target: str | None) -> Html:
    inside = [(i, p) for i, p in enumerate(passages, 1) if p.start < line.end and line.start < p.end]
    kind = line.kind if line.kind not in FOLDED else RegionKind.body
    return tag(
        "p",
        tag("span", str(line.number), class_="cc-number", aria_hidden="true"),
        *_pieces(line, capture.text, inside, target),
        class_=f"cc-{kind.value}",
    )


def _pieces(
    line: Paragraph, text: str, inside: Sequence[tuple[int, Passage]], target: str | None
) -> Iterable[Html | str]:
    """The line cut wherever a quote begins or ends; quotes may overlap."""
    cuts = {line.start, line.end}
    for _, p in inside:
        cuts |= {max(p.start, line.start), min(p.end, line.end)}
    places = sorted(cuts)
    arrived = False
    for start, end in pairwise(places):
        over = [(i, p) for i, p in inside if p.start <= start and end <= p.end]
        ending = [i for i, p in inside if p.end == end]
        if not over:
            yield text[start:end]
            continue
        meant = any(p.label == target for _, p in over)
        yield tag(
            "mark",
            text[start:end],
            class_=f"cc-hit {'cc-meant' if meant else 'cc-seen'}",
            id=over[-1][1].label if meant and not arrived else None,
            data_arrive=target if meant and not arrived else None,
        )
        arrived = arrived or meant
        for number in ending:
            yield tag("sup", str(number))
