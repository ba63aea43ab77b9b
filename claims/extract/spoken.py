"""Drafts of what people are reported to say: direct, partial and indirect speech, turns, posts and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from claims.extract.drafting import Origin, drafts
from claims.extract.drafts import Draft, LeftOut
from claims.extract.scene import OWN_KINDS, Scene, attributes
from claims.extract.speeches import Others, Speech
from claims.reading.annotations import Region, Span, Voice
from claims.times import Interval
from claims.vocabulary import AgentKind, RegionKind
from claims.vocabulary import Speech as Manner

DOCUMENTS = (AgentKind.document, AgentKind.unnamed)
REACH = 300  # characters before a recording in which its date is named
_RECORDING = re.compile(r"\s*(?:clip|recording|audio|tape|soundbite|video|录音|音频|视频|片段|资料)", re.I)
TALKS = ("transcript", "interview")
READ = (RegionKind.headline, RegionKind.body, RegionKind.item)


def spoken(scene: Scene) -> Iterator[Draft | LeftOut]:
    """What somebody is reported to have said, by the words that attribute it."""
    lately: dict[datetime | None, Interval] = {}  # by the date of the story: items do not date one another
    for speech in scene.speeches:
        others = Others(speech.others)
        for region, pieces in _by_region(scene, speech):
            origin = _origin(scene, speech, region, lately.get(region.published))
            if (said := speech.utterance.said) and not speech.floor and said == scene.published(region):
                lately[region.published] = said
            yield from drafts(scene, pieces, origin, others)


def _by_region(scene: Scene, speech: Speech) -> Iterator[tuple[Region, list[Span]]]:
    """The pieces of a speech by the region they stand in; regions that are not read are passed over."""
    for region, pieces in groupby(speech.pieces, key=lambda piece: scene.region_at(piece.start)):
        if region is None or region.kind not in READ:
            continue
        if region.kind is not RegionKind.headline or attributes(scene, region):
            yield region, list(pieces)


def _origin(scene: Scene, speech: Speech, region: Region, lately: Interval | None) -> Origin:
    utterance = speech.utterance
    chain = _chain(scene.publishers(region), utterance.chain or (utterance.speaker,))
    cue = scene.quote(utterance.cue) if utterance.cue else None
    return Origin(
        speaker=chain[-1],
        chain=chain,
        said=_said(scene, speech, region, lately),
        speech=Manner.headline if region.kind is RegionKind.headline else utterance.speech,
        region=region.kind,
        reason=_reason(utterance.speaker, cue, speech.floor),
        cue=cue,
        act=utterance.act,
        own=speech.floor and scene.chinese,
        held=utterance.direct and utterance.said is not None and utterance.speaker.kind in DOCUMENTS,
        asks=_counts(scene, speech),
        asker=speech.floor and utterance.speaker.name in scene.askers,
    )


def _chain(publishers: tuple[Voice, ...], told: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Publisher first; one who is named twice in a row stands once."""
    out: list[Voice] = []
    for voice in (*publishers, *told):
        if not out or out[-1].name != voice.name:
            out.append(voice)
    return tuple(out)


def _said(scene: Scene, speech: Speech, region: Region, lately: Interval | None) -> Interval | None:
    """When it was said: as the words tell; on the day of the text where the speaker holds the floor or it is their own."""
    utterance, holder = speech.utterance, speech.inside
    published = scene.published(region)
    if holder is not None and holder.speaker.name == utterance.speaker.name:
        return holder.said or published
    if utterance.said or holder is not None or utterance.speaker.kind is AgentKind.unnamed:
        return utterance.said
    return _replayed(scene, speech) or published if speech.floor or scene.kind in OWN_KINDS else lately


def _replayed(scene: Scene, speech: Speech) -> Interval | None:
    """A recording played back was said on the day last named before it."""
    source = speech.utterance.source
    if source is None or not _RECORDING.match(scene.quote(source)):
        return None
    before = [t.when for t in scene.marks.times if source.start - REACH < t.start < source.start]
    return before[-1] if before else None


def _reason(speaker: Voice, cue: str | None, floor: bool) -> str:
    if cue:
        return f"attributed to {speaker.name} by “{cue}”"
    return f"{speaker.name} holds the floor" if floor else f"attributed to {speaker.name}"


def _counts(scene: Scene, speech: Speech) -> bool:
    """True where a question is a statement: reported as said in a text, or put by one who is there to answer."""
    if not speech.floor:
        return speech.inside is None
    return scene.kind in TALKS and speech.utterance.speaker.name not in scene.askers
