"""Retraction and correction: a publisher takes its own words back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.amounts import comparable
from claims.reading.senses import fold, sense
from claims.vocabulary import Act, ConflictKind

PARAGRAPH = 240  # characters around a correction that say what is corrected
PASSING = 0.5  # what a word of the paragraph counts, against one of the correction itself
MOST = 500  # statements of one publisher that a correction is looked for among, the last published ones
ENOUGH = 1.6


def retractions(scene: Scene) -> Iterator[Finding]:
    """A publisher corrects or withdraws what it reported before."""
    best: dict[tuple[str, str, int], tuple[tuple[float, float], Told, Told]] = {}
    for told in scene.tolds:
        if told.act is Act.question or not _corrects(scene, told):
            continue
        found = _corrected(scene, told)
        if found:
            weight, target = found
            place = (told.said.capture.id, target.id, _paragraph_start(told))
            rank = (_settles(target, told), weight)
            if place not in best or rank > best[place][0]:
                best[place] = (rank, target, told)
    for _, target, told in best.values():
        yield finding(target, told, ConflictKind.retraction, "retractions", "The second is a correction of the first.")


def _settles(target: Told, told: Told) -> float:
    """How much the words themselves give another answer: another figure, the opposite, another name."""
    figures = [(x, y) for x in target.amounts for y in told.amounts if comparable(x, y)]
    if figures:
        return 6.0 if not any(x.value == y.value for x, y in figures) else -6.0
    ends = {(e.line, e.holds) for e in target.sense.events}
    if any((e.line, not e.holds) in ends for e in told.sense.events):
        return 6.0
    new_name = bool(told.sense.names - target.sense.names) and not told.has("correction")
    if not new_name and ends & {(e.line, e.holds) for e in told.sense.events}:
        return -4.0  # it repeats what it takes back
    if target.keys & told.keys:
        return 3.0 if told.sense.names - target.sense.names else 2.0
    return -4.0


def _corrects(scene: Scene, told: Told) -> bool:
    """Its own words, or its paragraph, say that something is put right."""
    if told.has("correction") or "correction" in told.around.cues:
        return True
    start, end = _bounds(told)
    places = scene.corrections[told.said.capture.id]
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _paragraph_start(told: Told) -> int:
    return told.said.capture.text.rfind("\n", 0, told.said.passage.start)


def _paragraph(told: Told) -> str:
    start, end = _bounds(told)
    return told.said.capture.text[start:end]


def _bounds(told: Told) -> tuple[int, int]:
    text, start, end = told.said.capture.text, told.said.passage.start, told.said.passage.end
    left = text.rfind("\n\n", max(0, start - PARAGRAPH), start)
    right = text.find("\n\n", end, end + PARAGRAPH)
    return left if left >= 0 else max(0, start - PARAGRAPH), right if right >= 0 else end + PARAGRAPH


def _corrected(scene: Scene, told: Told) -> tuple[float, Told] | None:
    paragraph = _paragraph(told)
    around = (sense(paragraph).keys | told.near_keys) - told.keys
    voices = {told.speaker, fold(told.said.document.publisher or "")} - {""}
    best: tuple[float, Told] | None = None
    repeated = 0.0  # how close it comes to what it only repeats
    reported = {other.id: other for voice in sorted(voices) for other in scene.by_hand.get(voice, ())[-MOST:]}
    for other in reported.values():
        if other.said.capture.id == told.said.capture.id or not other.plain:
            continue
        if _restates(other, told):
            continue
        weight = scene.weights.sum(told.keys & other.keys) + PASSING * scene.weights.sum(around & other.keys)
        weight += 4.0 * any(x.text and x.text in paragraph for x in other.amounts)
        if weight < ENOUGH:
            continue
        if _differs(other, told):
            best = (weight, other) if best is None or weight > best[0] else best
        elif told.amounts:
            repeated = max(repeated, weight)
    return best if best and best[0] > repeated else None


def _restates(a: Told, b: Told) -> bool:
    return a.has("correction") and b.has("correction")


def _differs(a: Told, b: Told) -> bool:
    two = [(x, y) for x in a.amounts for y in b.amounts if comparable(x, y)]
    if two:
        return not any(x.agrees(y) for x, y in two)
    return a.sense.names != b.sense.names or a.sense.lines != b.sense.lines or a.sense.denied != b.sense.denied
