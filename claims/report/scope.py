"""Which statements and which matters a report prints.

A selection of claims, statements and links is printed as chosen. Without one, the report holds what a
person accepted or ruled on, and whatever a rule sets against it: a report may not keep silent about an
open contradiction to a line it prints. Where nobody has decided anything yet, all suggestions are
printed, marked as such. What a person rejected is never printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.graph import ClaimGraph, Said
from claims.report.material import Material
from claims.report.veil import Veil
from claims.review import Dispute, disputes
from claims.vocabulary import Answer


@dataclass(frozen=True)
class Scope:
    """The part of the graph that is printed, in the order of the graph."""

    said: tuple[Said, ...]
    disputes: tuple[Dispute, ...]
    explained: tuple[Dispute, ...]
    accepted: dict[str, str]  # statement id -> who accepted it
    left_out: tuple[Dispute, ...]  # open matters that the selection leaves out


def scope(material: Material, veil: Veil) -> Scope:
    """The statements and matters of the material that belong in its report."""
    graph = material.graph
    # What is hidden decides nothing: a report must look the same whether or not there is more.
    answers = {
        a.statement_id: a
        for a in sorted(graph.acceptances, key=lambda a: (a.recorded_at, a.id))
        if not veil.hides(a) and a.statement_id in graph.statements
    }
    accepted = {i: a.recorded_by for i, a in answers.items() if a.answer is Answer.accepted}
    rejected = {i for i, a in answers.items() if a.answer is Answer.rejected}
    candidates = tuple(s for s in graph.said if s.statement.id not in rejected and not veil.hides_said(s))
    openly = tuple(d for d in disputes(graph) if veil.shows_some(d))
    explained = tuple(d for d in disputes(graph, explained=True) if veil.shows_some(d))
    chosen = _chosen(material, candidates, (*openly, *explained), set(accepted))
    shown = tuple(d for d in openly if _belongs(d, chosen, material))
    apart = tuple(d for d in explained if _belongs(d, chosen, material))
    ends = {s.statement.id for d in (*shown, *apart) for s in (*d.a, *d.b)}
    said = tuple(s for s in candidates if s.statement.id in chosen or s.statement.id in ends)
    left_out = tuple(d for d in openly if d not in shown)
    # The board puts what waits first; a report puts what is settled first.
    shown = tuple(sorted(shown, key=lambda d: d.judgement is None))
    return Scope(said, shown, apart, accepted, left_out)


def _chosen(
    material: Material, candidates: tuple[Said, ...], matters: tuple[Dispute, ...], accepted: set[str]
) -> set[str]:
    if material.selection:
        return {s.statement.id for s in candidates if _picked(s, material.selection)}
    shown = {s.statement.id for s in candidates}
    ruled = {s.statement.id for d in matters if d.judgement for s in (*d.a, *d.b)} & shown
    reviewed = {review.claim_id for review in material.graph.reviews}
    kept = (accepted & shown) | ruled | {s.statement.id for s in candidates if s.claim.id in reviewed}
    return kept or {s.statement.id for s in candidates}


def _picked(said: Said, selection: frozenset[str]) -> bool:
    return said.claim.id in selection or said.statement.id in selection


def _belongs(dispute: Dispute, chosen: set[str], material: Material) -> bool:
    if any(link.id in material.selection for link in dispute.links):
        return True
    a = any(s.statement.id in chosen for s in dispute.a)
    b = any(s.statement.id in chosen for s in dispute.b)
    return (a and b) if material.selection else (a or b)


def empty(graph: ClaimGraph) -> bool:
    """True when no person has decided anything in the graph."""
    return not (graph.acceptances or graph.judgements or graph.reviews)
