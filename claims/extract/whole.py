"""One claim of a whole text, for two sentences that are to be held against each other."""

from __future__ import annotations

from claims.extract.drafting import Origin, draft_of
from claims.extract.drafts import Extraction
from claims.extract.moments import Around
from claims.extract.scene import scene_of
from claims.reading.annotations import Clause, Page, Reading, Voice
from claims.reading.clauses import trimmed
from claims.reading.modality import manner
from claims.vocabulary import AgentKind, RegionKind, Speech


def whole(text: str, page: Page, reading: Reading) -> Extraction:
    """The text as a single claim by nobody in particular; empty for a text without words."""
    span = trimmed(text, 0, len(text))
    if span.end <= span.start:
        return Extraction((), ())
    scene = scene_of(text, page, reading)
    told = manner(text[span.start : span.end], reading.language)
    clause = Clause(span.start, span.end, told.act, told.factuality, told.negated, told.hedges)
    nobody = Voice("未具名" if scene.chinese else "unnamed", AgentKind.unnamed)
    origin = Origin(nobody, (nobody,), None, Speech.narration, RegionKind.body, "given for comparison")
    return Extraction((draft_of(scene, clause, origin, Around(), None),), ())
