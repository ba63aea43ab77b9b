"""Disclaimers: somebody says that they never said, wrote, asked for or offered what they are on record for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.vocabulary import Act, ConflictKind

MOST = 300  # of one speaker's statements, the last published ones
ENOUGH = 2.0  # weight that somebody else's report must share with the disclaimer

_FIRST_PERSON = re.compile(
    r"\b(?:I|we)(?:\s+\w+)?(?:['’]ve|\s+have|\s+had|\s+did|\s+do)?\s?(?:never|not|n['’]t)\b"
    r"|(?:我们?|本人|本公司|我方|本会|我司)[^，。；]{0,4}(?:没有?|从未|从没|从来没有?|从不|未曾|并未|并没有?|不曾|压根没|根本没)",
    re.I,
)
_NO_FIGURE = re.compile(
    r"\b(?:never|not|n['’]t)\b[^.;]{0,20}\b(?:put|gave|give|given|name|named|mention|mentioned|quote|quoted)\b"
    r"[^.;]{0,12}\b(?:a|any)\s(?:number|figure|sum|price|amount|date|total)\b"
    r"|(?:没有?|从未|从没|未曾|不曾)[^，。；]{0,4}(?:说|给|提|报|讲)过?[^，。；]{0,6}(?:数字|数目|数额|金额|价格|日期|时间)",
    re.I,
)


def disclaimers(scene: Scene) -> Iterator[Finding]:
    """Somebody's "I never …" against their own earlier words, or against the report that they did."""
    for told in scene.tolds:
        if told.act is Act.question or told.unnamed or told.has("disowned", "never_promised"):
            continue
        if _NO_FIGURE.search(told.said.quote):
            yield from _own(scene, told, (x for x in _elsewhere(scene, told) if x.amounts), 0.0)
        elif _FIRST_PERSON.search(told.said.quote):
            denied = {event.line for event in told.sense.events if event.negated}
            yield from _disclaimed(scene, told, denied)


def _disclaimed(scene: Scene, told: Told, denied: Set[str]) -> Iterator[Finding]:
    own = [x for x in _elsewhere(scene, told) if denied & {e.line for e in x.sense.events if not e.negated}]
    found = list(_own(scene, told, own, 0.0)) if told.has("sweeping") or told.act is Act.denial else []
    if found:
        yield from found
        return
    target = report_of(scene, told, denied)
    if target:
        because = f"The second says that it is not by {told.said.speaker.name}, or not so."
        yield finding(target, told, ConflictKind.attribution, "disclaimers", because)


def _elsewhere(scene: Scene, told: Told) -> list[Told]:
    """What the speaker said before in other documents."""
    rows = scene.by_speaker.get(told.speaker, ())[-MOST:]
    return [x for x in rows if _another_time(x, told) and x.act is not Act.question]


def _another_time(a: Told, b: Told) -> bool:
    if a.said.document.id != b.said.document.id:
        return True
    return bool(a.said.said and b.said.said and not a.said.said.meets(b.said.said))


def _own(scene: Scene, told: Told, rows: Iterable[Told], enough: float) -> Iterator[Finding]:
    best = max(rows, key=lambda x: (_weight(scene, x, told), -x.said.passage.start), default=None)
    if best is not None and _weight(scene, best, told) >= enough:
        because = "The same speaker says that this was never said or done."
        yield finding(best, told, ConflictKind.self_, "disclaimers", because)


def report_of(scene: Scene, told: Told, denied: Set[str]) -> Told | None:
    """The report by somebody else that names the speaker, or the body they speak for, as having done what is denied."""
    forms = scene.forms.get(told.speaker, ())
    rows = []
    for pair in scene.partners.get(told.id, ()):
        other = pair.b if pair.a is told else pair.a
        if other.speaker == told.speaker or pair.same_document or other.act is Act.question:
            continue
        named = any(form in other.said.quote for form in forms) or bool(told.around.names & other.sense.names)
        if named and denied & {event.line for event in other.sense.events if event.holds}:
            rows.append((pair.weight, other.id, other))
    return max(rows)[2] if rows and max(rows)[0] >= ENOUGH else None


def _weight(scene: Scene, a: Told, b: Told) -> float:
    keys = frozenset(a.keys & (b.keys | b.near_keys))
    return scene.weights.sum(keys)
