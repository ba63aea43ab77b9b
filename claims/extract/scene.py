"""Everything the extractors look at: a text with its page, its reading, and who stands behind each stretch of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.reading.annotations import Page, Reading, Region, Span, Utterance, Voice
from claims.reading.clauses import Marks
from claims.reading.language import is_chinese
from claims.times import Interval, interval
from claims.vocabulary import AgentKind, RegionKind

OWN_KINDS = ("official", "press_release", "memo", "email", "social", "letter", "filing", "transcript")


@dataclass(frozen=True, slots=True)
class Scene:
    """One text as the extractors see it."""

    text: str
    page: Page
    reading: Reading
    marks: Marks
    speeches: tuple[Speech, ...]

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.reading.language

    @property
    def chinese(self) -> bool:
        """True for Chinese in any script."""
        return is_chinese(self.reading.language)

    @property
    def kind(self) -> str:
        """The kind of document, "" where unknown."""
        return self.page.masthead.kind or ""

    def regions(self, *kinds: RegionKind) -> Iterator[Region]:
        """The regions of these kinds, in order."""
        return (region for region in self.page.regions if region.kind in kinds)

    def region_at(self, place: int) -> Region | None:
        """The region that holds this place."""
        return next((region for region in self.page.regions if region.start <= place < region.end), None)

    def publishers(self, region: Region) -> tuple[Voice, ...]:
        """Who hands the words of a region on, outermost first; the last of them narrates it."""
        head = self.page.masthead
        if region.kind is RegionKind.item:
            return (_outlet(region.publisher, self.chinese),)
        if region.publisher and head.publisher and region.publisher != head.publisher:
            return (_outlet(head.publisher, self.chinese), _outlet(region.publisher, self.chinese))
        return (_outlet(head.publisher or region.publisher, self.chinese),)

    def published(self, region: Region) -> Interval | None:
        """The day of the document, or of the item."""
        moment = region.published or self.page.masthead.published
        return interval(moment.date().isoformat()) if moment else None

    def sentences(self, region: Span) -> Iterator[Span]:
        """The sentences inside a region."""
        return (s for s in self.reading.sentences if s.start >= region.start and s.end <= region.end)

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Speech:
    """An utterance with the stretches of its content, and what others say inside them."""

    utterance: Utterance
    pieces: tuple[Span, ...]
    others: tuple[Utterance, ...]  # utterances inside its content
    inside: Utterance | None  # the utterance whose content holds this one
    floor: bool  # the speaker holds the floor: a turn, a post, a letter

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.utterance.content[0].start


def scene_of(text: str, page: Page, reading: Reading) -> Scene:
    """The scene of a text that has been laid out and read."""
    return Scene(text, page, reading, Marks.of(reading), _speeches(text, reading.utterances))


def _speeches(text: str, utterances: Sequence[Utterance]) -> tuple[Speech, ...]:
    told = [u for u in utterances if u.content]
    spans = sorted(
        ((c.start, c.end, i) for i, u in enumerate(told) for c in u.content), key=lambda row: (row[0], -row[1], row[2])
    )
    holders = _holders(spans)
    nested: dict[int, list[Utterance]] = {}
    for i, holder in holders.items():
        if holder is not None:
            nested.setdefault(holder, []).append(told[i])
    out = []
    for i, utterance in enumerate(told):
        holder = holders[i]
        pieces = tuple(_joined(text, utterance.content, utterance))
        cue = text[utterance.cue.start : utterance.cue.end] if utterance.cue else ""
        floor = cue in (":", "：") or (utterance.direct and not cue)
        out.append(
            Speech(utterance, pieces, tuple(nested.get(i, ())), told[holder] if holder is not None else None, floor)
        )
    return tuple(out)


def _holders(spans: Sequence[tuple[int, int, int]]) -> dict[int, int | None]:
    """For each utterance the innermost other one whose content holds the first span of its own."""
    holders: dict[int, int | None] = {}
    open_: list[tuple[int, int, int]] = []
    for start, end, i in spans:
        while open_ and open_[-1][1] <= start:
            open_.pop()
        if i not in holders:
            inner = next((row for row in reversed(open_) if row[2] != i and row[1] >= end), None)
            holders[i] = inner[2] if inner else None
        open_.append((start, end, i))
    return holders


def _joined(text: str, pieces: Sequence[Span], utterance: Utterance) -> list[Span]:
    """Parts of one sentence that only the attribution interrupts are one stretch: "The plan, she added, is dead"."""
    out: list[Span] = []
    for piece in pieces:
        between = text[out[-1].end : piece.start] if out else ""
        if out and _interrupted(text, out[-1], piece, between, utterance):
            out[-1] = Span(out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _interrupted(text: str, left: Span, right: Span, between: str, utterance: Utterance) -> bool:
    cue = utterance.cue
    if cue is None or not left.end <= cue.start < right.start or len(between) > 120:
        return False
    before, after = text[left.start : left.end].rstrip(' ,，"”」'), text[right.start : right.end].lstrip(' "“「,，')
    return (
        bool(after)
        and before[-1:] not in ".!?。！？"
        and (after[0].islower() or (after[0] > "\u2e80" and "。" not in between and "“" not in between))
    )


def _outlet(name: str | None, chinese: bool) -> Voice:
    if name:
        return Voice(name, AgentKind.outlet)
    return Voice("未具名媒体" if chinese else "unnamed outlet", AgentKind.unnamed)


def without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of a span when these are taken out of it, in order."""
    pieces, at = [], span.start
    for hole in sorted(holes, key=lambda h: h.start):
        if hole.end <= at or hole.start >= span.end:
            continue
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < span.end:
        pieces.append(Span(at, span.end))
    return pieces


def attributes(scene: Scene, region: Region) -> bool:
    """True when a headline says who tells, asks or denies: then it is a statement that the text can be held against.

    "Firm said to be failing", 某公司被曝裁员, names nobody.
    """
    inside = (s for s in scene.speeches if region.start <= s.start < region.end and s.utterance.cue)
    return any(s.utterance.cue and scene.text[s.utterance.cue.start - 1] not in "被遭" for s in inside)
