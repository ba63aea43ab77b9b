"""Statement against record: a document says that what somebody said conflicts with it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.senses import Sense, sense
from claims.vocabulary import Act, ConflictKind


def records(scene: Scene) -> Iterator[Finding]:
    """A filing, memo or other source says that somebody's statement conflicts with it or is exaggerated."""
    for told in scene.tolds:
        if told.has("conflicts", "overstates") and told.act is not Act.question:
            for target in _meant(scene, told):
                because = "The second says that the first conflicts with what it has on record."
                yield finding(target, told, ConflictKind.denial, "records", because)


def _meant(scene: Scene, told: Told) -> Iterator[Told]:
    """The statement spoken of: same figure first, then the same occasion, by somebody the words name."""
    rows = []
    for other in scene.tolds:
        if other.speaker == told.speaker or other.id == told.id or other.act is Act.question:
            continue
        if not _names(told, other) or not _before(other, told):
            continue
        figure = any(x.same(y) for x in told.amounts for y in other.amounts)
        if told.amounts and not figure:
            continue
        place = _place(other)
        occasion = sum(scene.weights.of(key) for key in told.keys & (other.keys | other.near_keys | place.keys))
        score = 5.0 * figure + occasion + 1.5 * bool(other.amounts) + 1.0 * other.forward
        rows.append((score, other.id, other))
    if rows:
        best = max(rows, key=lambda row: (row[0], row[1]))
        if best[0] >= 2.0:
            yield best[2]


def _place(other: Told) -> Sense:
    text = other.said.capture.text
    return sense(text[max(0, other.said.passage.start - 60) : other.said.passage.start])


def _names(told: Told, other: Told) -> bool:
    """Whether the words, or those before them, name the other's speaker."""
    said = other.said.speaker
    forms = [said.name, *said.names, *said.name.split()]
    words = told.said.capture.text[max(0, told.said.passage.start - 60) : told.said.passage.end]
    return any(form in words for form in forms if len(form) > 1)


def _before(other: Told, told: Told) -> bool:
    a, b = other.said_on, told.said_on
    return a is None or b is None or a.first_day is None or b.last_day is None or a.first_day <= b.last_day
