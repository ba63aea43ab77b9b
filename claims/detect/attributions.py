"""Attribution: words or deeds are ascribed to someone who says that they are not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.disclaimers import report_of
from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.senses import sense
from claims.vocabulary import Act, ConflictKind

MOST = 500  # promises among which the one taken back is looked for, the last published ones
SAME_DAY = 2.0  # what it adds that both speak of one due date

_REST = re.compile(r"[，,][^。！？!?\n]{1,40}")


def attributions(scene: Scene) -> Iterator[Finding]:
    """Someone disowns words, a letter or an interview that another source ascribes to them."""
    for told in scene.tolds:
        if told.act is Act.question or not _disowns(told) or told.has("never_promised"):
            continue
        denied = {event.line for event in told.sense.events if event.negated}
        target = report_of(scene, told, denied) or _ascribed(scene, told)
        if target:
            kind = ConflictKind.attribution
            if target.forward:  # "I never said that" of one's own promise takes the promise back
                kind = ConflictKind.self_ if target.speaker == told.speaker else ConflictKind.denial
            because = f"The second says that it is not by {told.said.speaker.name}, or not so."
            yield finding(target, told, kind, "attributions", because)
    yield from _never_promised(scene)


def _disowns(told: Told) -> bool:
    """Its own words, or those that go on after it in the same sentence, say that they are not the speaker's."""
    if told.has("disowned"):
        return True
    end = told.said.passage.end
    rest = _REST.match(told.said.capture.text, end)
    return bool(rest) and "disowned" in sense(rest[0]).cues if rest else False


def _ascribed(scene: Scene, told: Told) -> Told | None:
    """What was ascribed to the speaker in another document, closest in matter; else the speaker's only words there."""
    own = [x for x in scene.by_speaker.get(told.speaker, ()) if _elsewhere(x, told)]
    best = max(own, key=lambda x: (_weight(scene, x, told), -x.said.passage.start), default=None)
    if best is not None:
        return best
    named = [pair for pair in scene.partners.get(told.id, ()) if pair.shares("t") and not pair.same_document]
    about = [pair.b if pair.a is told else pair.a for pair in named if pair.weight >= 3]
    return max(about, key=lambda x: _weight(scene, x, told), default=None)


def _elsewhere(other: Told, told: Told) -> bool:
    return other.said.document.id != told.said.document.id and other.act is not Act.question


def _weight(scene: Scene, a: Told, b: Told) -> float:
    return sum(scene.weights.of(key) for key in a.keys & (b.keys | b.near_keys))


def _never_promised(scene: Scene) -> Iterator[Finding]:
    """A promise that its maker, or someone for them, later says was never made."""
    for told in scene.tolds:
        if not told.has("never_promised") or told.act is Act.question:
            continue
        for other, mine in _promises(scene, told):
            kind = ConflictKind.self_ if mine else ConflictKind.denial
            yield finding(other, told, kind, "attributions", "The second says that the first was never promised.")


def _promises(scene: Scene, told: Told) -> Iterator[tuple[Told, bool]]:
    rows: list[tuple[float, int, Told, bool]] = []
    for other in scene.forward[-MOST:]:
        mine = other.speaker == told.speaker
        if other.said.document.id == told.said.document.id:
            continue
        weight = _weight(scene, other, told)
        due, meant = other.valid, told.valid
        if due and meant and due.last_day and due.last_day == meant.last_day:
            weight += SAME_DAY
        if weight >= (0.8 if mine else 2.0):
            rows.append((weight, -len(rows), other, mine))
    if rows:
        _, _, other, mine = max(rows, key=lambda row: (row[0], row[1]))
        yield other, mine
