"""Reading a text: its sentences, dates, figures, names and who says what, each with exact offsets."""

from __future__ import annotations

from datetime import datetime

from claims.reading.annotations import Figure, Masthead, Page, Reading, Region, Span, TimeMention
from claims.reading.dates import times_in
from claims.reading.figures import figures_in
from claims.reading.language import language_of
from claims.reading.names import names_in
from claims.reading.sentences import sentences
from claims.reading.speech import READABLE, stretches_of, utterances
from claims.reading.speech_reader import Stretch
from claims.reading.transcripts import Turn, turns
from claims.vocabulary import AgentKind, RegionKind


def read(text: str, page: Page) -> Reading:
    """What the readable regions of a page say; each region and each post is read from its own date."""
    masthead = page.masthead
    language = masthead.language or language_of(text)
    regions = tuple(region for region in page.regions if region.kind in READABLE)
    spoken = tuple(turns(text, masthead))
    stretches = stretches_of(regions, spoken)
    return _read(text, stretches, spoken, regions, masthead, language)


def read_plain(text: str, language: str | None, anchor: datetime | None) -> Reading:
    """As `read`, for bare text without a page; `anchor` is what relative dates are read from."""
    tongue = language or language_of(text)
    region = Region(0, len(text), RegionKind.body, published=anchor)
    masthead = Masthead(language=tongue, published=anchor)
    spoken = turns(text, masthead)
    return _read(text, stretches_of((region,), spoken), spoken, (region,), masthead, tongue)


def _read(
    text: str,
    stretches: tuple[Stretch, ...],
    spoken: tuple[Turn, ...],
    regions: tuple[Region, ...],
    masthead: Masthead,
    language: str,
) -> Reading:
    times: list[TimeMention] = []
    figures: list[Figure] = []
    spans: list[Span] = []
    for stretch in stretches:
        anchor = _anchor(stretch, regions, masthead)
        met = times_in(text, stretch.start, stretch.end, language, anchor)
        times += met
        figures += figures_in(text, stretch.start, stretch.end, language, met)
        for part in stretch.turn.lines if stretch.turn else (stretch,):
            spans += sentences(text, part.start, part.end, language)
    cast = {
        turn.voice.name: turn.voice.kind for turn in spoken if turn.voice and turn.voice.kind is not AgentKind.unnamed
    }
    names = names_in(text, language, masthead.publisher, cast)
    said, attitudes = utterances(text, stretches, tuple(spans), names, tuple(times), language, masthead.publisher)
    return Reading(
        language, tuple(spans), tuple(times), tuple(figures), names.mentions, said, names.aliases, attitudes=attitudes
    )


def _anchor(stretch: Stretch, regions: tuple[Region, ...], masthead: Masthead) -> datetime | None:
    if stretch.turn and stretch.turn.anchor:
        return stretch.turn.anchor
    region = next((r for r in regions if r.start <= stretch.start < r.end), None)
    return (region.published if region else None) or masthead.published
