"""Contested questions: the answers given to one question, each with its statements and origins."""

from __future__ import annotations

from collections.abc import Sequence

from claims.findings import Finding, Origin, Position, Question
from claims.graph import ClaimGraph, Said


def questions(graph: ClaimGraph, findings: Sequence[Finding], origins: Sequence[Origin] = ()) -> tuple[Question, ...]:
    """The contested questions, most statements first; each position with the number of its independent origins."""
    said = {s.statement.id: s for s in graph.said}
    root = {i: at for at, origin in enumerate(origins) for i in origin.statements}
    groups = _groups([f for f in findings if f.explained_by is None and f.a in said and f.b in said])
    return tuple(_question(group, said, root) for group in groups)


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    lead: dict[str, str] = {}

    def find(x: str) -> str:
        while lead.setdefault(x, x) != x:
            lead[x] = lead[lead[x]]
            x = lead[x]
        return x

    for finding in findings:
        lead[find(finding.a)] = find(finding.b)
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(find(finding.a), []).append(finding)
    return sorted(groups.values(), key=lambda g: (-len(g), g[0].a))


def _question(group: Sequence[Finding], said: dict[str, Said], root: dict[str, int]) -> Question:
    answers: dict[str, list[str]] = {}
    for finding in group:
        for statement, value in ((finding.a, finding.value_a), (finding.b, finding.value_b)):
            rows = answers.setdefault(value or said[statement].quote, [])
            if statement not in rows:
                rows.append(statement)
    positions = tuple(
        Position(answer, tuple(rows), len({root.get(i, i) for i in rows})) for answer, rows in answers.items()
    )
    first = said[group[0].a].claim
    return Question(group[0].question or "", first.subject, first.measure, positions, True, group[0].question_zh)
