"""Direct denial: one side says that it happened or holds, the other that it did not."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.clashes import clash, stated
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.vocabulary import ConflictKind


def denials(scene: Scene) -> Iterator[Finding]:
    """One voice says that something happened or holds; another says that it did not, of the same thing and time."""
    for pair in scene.pairs:
        found = clash(pair)
        if found is None or found.until or pair.same_speaker or not (pair.a.plain and pair.b.plain):
            continue
        if pair.a.has("never_promised", "disowned") or pair.b.has("never_promised", "disowned"):
            continue
        if not (stated(pair.a) and stated(pair.b)) or pair.a.counterfactual or pair.b.counterfactual:
            continue
        because = f"“{found.a.word}” and “{found.b.word}” cannot both be so ({found.line.replace('_', ' ')})."
        yield finding(pair.a, pair.b, ConflictKind.denial, "denials", because)
    yield from _bare(scene)


def _bare(scene: Scene) -> Iterator[Finding]:
    """A denial without content answers the allegation just before it."""
    for told in scene.tolds:
        if not told.has("bare_denial") or len(told.keys) > 12 or not _empty(told.said.quote):
            continue
        before = [
            other
            for other in scene.by_capture[told.said.capture.id]
            if 0 <= told.said.passage.start - other.said.passage.end <= 6
            and other.speaker != told.speaker
            and other.plain
        ]
        for other in before[-1:]:
            yield finding(
                other, told, ConflictKind.denial, "denials", "The second denies the first, without saying which part."
            )


def _empty(quote: str) -> bool:
    return len(quote) <= 14 if not quote.isascii() else len(quote.split()) <= 5
