"""What two sentences are to each other."""

from __future__ import annotations

from claims.detect.clashes import clash
from claims.detect.pairs import pair_of
from claims.detect.told import told_of
from claims.findings import Comparison
from claims.graph import Said
from claims.reading.likeness import Weights
from claims.reading.nametable import NameTable
from claims.vocabulary import ConflictKind


def compare(a: Said, b: Said) -> Comparison:
    """Whether b contradicts a, follows from it, or neither, with the reason in words."""
    names = NameTable(())
    left, right = told_of(a, names), told_of(b, names)
    pair = pair_of(left, right, Weights((left, right)))
    found = clash(pair)
    if found:
        return Comparison(
            "contradicts", ConflictKind.denial, f"“{found.a.word}” and “{found.b.word}” cannot both be so."
        )
    return Comparison("neutral", None, "")
