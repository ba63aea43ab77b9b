"""Findings become links, and links are findings again: the one place where a rule's word becomes a record."""

from __future__ import annotations

from collections.abc import Iterable

from claims.detect import detect
from claims.findings import Finding
from claims.graph import ClaimGraph
from claims.models import Link
from claims.vocabulary import Relation


def link_of(finding: Finding, graph: ClaimGraph) -> Link:
    """The link between the two claims, its ends in the order of their keys."""
    a, b = graph.statements[finding.a], graph.statements[finding.b]
    value_a, value_b = finding.value_a, finding.value_b
    if b.claim_key < a.claim_key:
        a, b, value_a, value_b = b, a, value_b, value_a
    return Link.made(
        a_id=a.claim_id,
        b_id=b.claim_id,
        a_key=a.claim_key,
        b_key=b.claim_key,
        a_statement_id=a.id,
        b_statement_id=b.id,
        level=max(a.level, b.level, key=lambda level: level.rank),
        relation=Relation.contradicts,
        kind=finding.kind,
        explained_by=finding.explained_by,
        origin=finding.rule,
        question=finding.question,
        explanation=finding.explanation,
        value_a=value_a,
        value_b=value_b,
        check_wording=finding.check_wording,
    )


def found(graph: ClaimGraph) -> tuple[tuple[Finding, ...], list[Link]]:
    """What the rules find, and the links that record it, level by level.

    A rule may quote a third statement, and what else is known bears on what it finds. So each link comes from
    records no more hidden than itself: nothing of a confidential source stands in a link that others see.
    """
    findings: list[Finding] = []
    made: list[Link] = []
    for level in sorted({s.level for s in graph.statements.values()}, key=lambda level: level.rank):
        seen = graph.up_to(level)
        for finding in detect(seen):
            link = link_of(finding, seen)
            if link.level is level:
                findings.append(finding)
                made.append(link)
    return tuple(findings), made


def findings_of(graph: ClaimGraph) -> tuple[Finding, ...]:
    """The findings that the links of a graph record."""
    return tuple(
        Finding(
            a=link.a_statement_id,
            b=link.b_statement_id,
            kind=link.kind,
            explanation=link.explanation,
            rule=link.origin,
            value_a=link.value_a,
            value_b=link.value_b,
            explained_by=link.explained_by,
            question=link.question,
            check_wording=link.check_wording,
        )
        for link in graph.links.values()
        if link.a_statement_id and link.b_statement_id and link.kind
    )


def stale(graph: ClaimGraph, fresh: Iterable[Link], rules: Iterable[str]) -> tuple[str, ...]:
    """The ids of links that a rule once proposed, no longer proposes, and nobody has judged."""
    wanted = {link.key for link in fresh}
    judged = {judgement.link_id for judgement in graph.judgements}
    known = set(rules)
    return tuple(
        link.id
        for link in graph.links.values()
        if link.origin in known and link.key not in wanted and link.id not in judged
    )
