"""Utterances of a text: who says what, through whom, when; both languages, all layouts."""

from __future__ import annotations

from claims.reading.annotations import Region, Span, TimeMention, Utterance
from claims.reading.language import is_chinese
from claims.reading.names import Names
from claims.reading.speech_reader import Reader, Stretch
from claims.reading.speech_reader_en import EnglishReader
from claims.reading.speech_reader_zh import ChineseReader
from claims.reading.transcripts import Turn
from claims.vocabulary import RegionKind

READABLE = (RegionKind.headline, RegionKind.body, RegionKind.item)


def utterances(
    text: str,
    stretches: tuple[Stretch, ...],
    sentences: tuple[Span, ...],
    names: Names,
    times: tuple[TimeMention, ...],
    language: str,
    publisher: str | None,
) -> tuple[tuple[Utterance, ...], tuple[Utterance, ...]]:
    """(utterances, attitudes): the second are what people are said to want or judge, without words of theirs."""
    kind: type[Reader] = ChineseReader if is_chinese(language) else EnglishReader
    reader = kind(text, sentences, names, times, publisher, language)
    for stretch in stretches:
        reader.read(stretch)
    return tuple(reader.utterances), tuple(reader.attitudes)


def stretches_of(regions: tuple[Region, ...], turns: tuple[Turn, ...]) -> tuple[Stretch, ...]:
    """The readable regions cut by the turns they hold, in order."""
    return tuple(stretch for region in regions if region.kind in READABLE for stretch in _of_region(region, turns))


def _of_region(region: Region, turns: tuple[Turn, ...]) -> list[Stretch]:
    out: list[Stretch] = []
    at = region.start
    headline = region.headline_end if region.kind is RegionKind.item else None
    if headline and at < headline <= region.end:
        out.append(Stretch(at, headline, RegionKind.headline, None))
        at = headline
    for turn in turns:
        start, end = max(turn.start, at), min(turn.end, region.end)
        if start >= end:
            continue
        if start > at:
            out.append(Stretch(at, start, region.kind, None))
        out.append(Stretch(start, end, region.kind, turn))
        at = end
    if at < region.end:
        out.append(Stretch(at, region.end, region.kind, None))
    return out
