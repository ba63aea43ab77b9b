"""Drafts of what a text tells in its own voice: narration, headlines, and the stories listed under it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.drafting import Origin, drafts
from claims.extract.drafts import Draft, LeftOut
from claims.extract.scene import OWN_KINDS, Scene, attributes
from claims.extract.speeches import Others, without
from claims.extract.speeches import Speech as SpeechAct
from claims.reading.annotations import Region, Span
from claims.vocabulary import RegionKind, Speech


def narrated(scene: Scene) -> Iterator[Draft | LeftOut]:
    """What the document says in its own voice."""
    for region in scene.regions(RegionKind.body):
        yield from _told(scene, region, _origin(scene, region, Speech.narration))


def headlines(scene: Scene) -> Iterator[Draft | LeftOut]:
    """What the headline says, once however often it is repeated."""
    for region in scene.regions(RegionKind.headline):
        if not attributes(scene, region):
            yield LeftOut(region.start, region.end, "the headline sums up the text and names nobody who says so")
            continue
        yield from _told(scene, region, _origin(scene, region, Speech.headline))
    for region in scene.regions(RegionKind.caption):
        yield LeftOut(region.start, region.end, region.why or "the headline repeated, or a legend")


def items(scene: Scene) -> Iterator[Draft | LeftOut]:
    """What related stories listed under the article say, each with its own outlet and date."""
    for region in scene.regions(RegionKind.item):
        if region.headline_end is None or region.headline_end >= region.end:
            yield LeftOut(region.start, region.end, "a link to another story, by its title alone")
            continue
        head = Span(region.start, region.headline_end)
        yield from _told(scene, head, _origin(scene, region, Speech.headline))
        rest = Span(region.headline_end, region.end)
        yield from _told(scene, rest, _origin(scene, region, Speech.narration))


def leftovers(scene: Scene) -> Iterator[Draft | LeftOut]:
    """What is on the page and belongs to no story."""
    for region in scene.regions(RegionKind.boilerplate, RegionKind.byline):
        yield LeftOut(region.start, region.end, region.why or f"{region.kind.value} of the page")


def _origin(scene: Scene, region: Region, speech: Speech) -> Origin:
    chain = scene.publishers(region)
    own = scene.kind in OWN_KINDS
    return Origin(
        speaker=chain[-1],
        chain=chain,
        said=scene.published(region),
        speech=speech,
        region=region.kind,
        reason=f"told by {chain[-1].name} in its own voice" if speech is Speech.narration else "the headline",
        own=own and speech is Speech.narration,
    )


def _told(scene: Scene, whole: Span, origin: Origin) -> Iterator[Draft | LeftOut]:
    """Drafts of the clauses in a stretch that are nobody's reported speech."""
    others = Others(speech.utterance for speech in scene.speeches if not speech.floor and _touches(speech, whole))
    held: list[Span] = []
    for speech in scene.speeches:
        if speech.floor:
            held.extend(speech.utterance.content)
            held.extend([speech.utterance.source] if speech.utterance.source else ())
    yield from drafts(scene, without(whole, held), origin, others)


def _touches(speech: SpeechAct, whole: Span) -> bool:
    return any(s.start < whole.end and s.end > whole.start for s in speech.utterance.content)
