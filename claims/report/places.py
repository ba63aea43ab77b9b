"""Where a passage stands in its capture: headline, paragraph or related item, in words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from claims.models import Capture, Passage
from claims.report.wording import Catalogue
from claims.vocabulary import RegionKind


@dataclass
class Places:
    """Counts paragraphs once per capture."""

    words: Catalogue
    _paragraphs: dict[str, list[int]] = field(default_factory=dict)

    def of(self, passage: Passage, capture: Capture) -> str:
        """The place in words: the region or the paragraph of the body, then the characters, end exclusive."""
        region = next((r for r in capture.regions if _holds(r, passage.start)), None)
        kind = str(region.get("kind", "")) if region else ""
        if region and kind not in ("", RegionKind.body):
            where = self._item(capture, region) if kind == RegionKind.item else self.words(f"region.{kind}")
        else:
            starts = self._paragraphs.setdefault(capture.id, _starts(capture))
            where = self.words("paragraph", n=max(1, bisect_right(starts, passage.start)))
        return self.words("place", where=where, start=passage.start, end=passage.end)

    def _item(self, capture: Capture, region: dict[str, Any]) -> str:
        items = [r for r in capture.regions if r.get("kind") == RegionKind.item]
        return self.words("region.item", n=items.index(region) + 1)


def _holds(region: dict[str, Any], at: int) -> bool:
    return int(region.get("start", 0)) <= at < int(region.get("end", 0))


def _starts(capture: Capture) -> list[int]:
    """Where each paragraph of the body begins: lines that are not blank, of the body where the page was laid out."""
    bodies = [r for r in capture.regions if r.get("kind") == RegionKind.body]
    starts, at = [], 0
    for line in capture.text.splitlines(keepends=True):
        first = at + len(line) - len(line.lstrip())
        if line.strip() and (not bodies or any(_holds(r, first) for r in bodies)):
            starts.append(at)
        at += len(line)
    return starts
