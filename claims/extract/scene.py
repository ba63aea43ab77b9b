"""Everything the extractors look at: a text with its page, its reading, and who stands behind each stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extract.askers import askers
from claims.extract.speeches import Speech, speeches
from claims.reading.annotations import Page, Reading, Region, Span, Voice
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
    laid: tuple[Region, ...]  # the regions in order
    sentences: tuple[Span, ...]  # the sentences in order
    askers: frozenset[str]  # names of those whose part is to ask

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
        at = bisect_right(self.laid, place, key=lambda region: region.start) - 1
        return self.laid[at] if at >= 0 and place < self.laid[at].end else None

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

    def sentences_of(self, piece: Span) -> Iterator[Span]:
        """The sentences that a stretch holds, or the parts of them that lie in it."""
        at = max(0, bisect_right(self.sentences, piece.start, key=lambda sentence: sentence.start) - 1)
        while at < len(self.sentences) and self.sentences[at].start < piece.end:
            start, end = max(self.sentences[at].start, piece.start), min(self.sentences[at].end, piece.end)
            if end - start > 1:
                yield Span(start, end)
            at += 1

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


def scene_of(text: str, page: Page, reading: Reading) -> Scene:
    """The scene of a text that has been laid out and read."""
    told = speeches(text, reading.utterances)
    regions = tuple(sorted(page.regions, key=lambda region: region.start))
    sentences = tuple(sorted(reading.sentences, key=lambda sentence: sentence.start))
    return Scene(text, page, reading, Marks.of(reading), told, regions, sentences, askers(text, told))


def _outlet(name: str | None, chinese: bool) -> Voice:
    if name:
        return Voice(name, AgentKind.outlet)
    return Voice("未具名媒体" if chinese else "unnamed outlet", AgentKind.unnamed)


def attributes(scene: Scene, region: Region) -> bool:
    """True when a headline says who tells, asks or denies: then it is a statement that the text can be held against.

    "Ferry said to be leaking", 渡轮被曝漏水, names nobody.
    """
    inside = (s for s in scene.speeches if region.start <= s.start < region.end and s.utterance.cue)
    return any(s.utterance.cue and scene.text[s.utterance.cue.start - 1] not in "被遭" for s in inside)
