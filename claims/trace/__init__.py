"""Where statements come from, which say the same, how one utterance was worded, what falls due, who answered."""

from __future__ import annotations

from datetime import date

from claims.findings import Due, Origin, Utterances
from claims.graph import ClaimGraph


def origins(graph: ClaimGraph) -> tuple[Origin, ...]:
    """The independent roots of what is said."""
    return ()


def same_claims(graph: ClaimGraph) -> tuple[tuple[str, ...], ...]:
    """Statement ids that restate one proposition."""
    return ()


def renditions(graph: ClaimGraph) -> tuple[Utterances, ...]:
    """The wordings of each utterance told more than once."""
    return ()


def docket(graph: ClaimGraph, today: date) -> tuple[Due, ...]:
    """What was promised or forecast and when it can be checked."""
    return ()
