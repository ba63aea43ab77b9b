"""From a text that has been read to drafts: who said what, in which exact words, about when."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.extract.drafts import Draft, Extraction, LeftOut
from claims.extract.narrated import headlines, items, leftovers, narrated
from claims.extract.scene import Scene, scene_of
from claims.extract.spoken import spoken
from claims.reading.annotations import Page, Reading

Extractor = Callable[[Scene], Iterator[Draft | LeftOut]]

EXTRACTORS: tuple[Extractor, ...] = (spoken, headlines, narrated, items, leftovers)
"""Where drafts come from; what an earlier one proposed, a later one does not propose again."""


def extract(text: str, page: Page, reading: Reading) -> Extraction:
    """Everything a text yields, in the order of the text: drafts, and what was left out with the reason."""
    scene = scene_of(text, page, reading)
    found: dict[tuple[int, int], Draft] = {}
    left: list[LeftOut] = []
    for extractor in EXTRACTORS:
        for one in extractor(scene):
            if isinstance(one, LeftOut):
                left.append(one)
            else:
                found.setdefault((one.start, one.end), one)
    drafts = sorted(found.values(), key=lambda draft: (draft.start, draft.end))
    return Extraction(tuple(drafts), tuple(sorted(left, key=lambda one: (one.start, one.end))))
