"""From links, judgements and reviews to what a person still has to rule on, and how each matter stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.asking import question
from claims.graph import ClaimGraph, Said
from claims.models import Judgement, Link, Review
from claims.vocabulary import Answer, ConflictKind, Relation, Ruling, Separator

# Wording disputes are shown first: what was said must be settled before whether it is so.
PRIORITY = (
    ConflictKind.denial,
    ConflictKind.retraction,
    ConflictKind.self_,
    ConflictKind.promise_outcome,
    ConflictKind.numeric,
    ConflictKind.temporal,
    ConflictKind.entity,
    ConflictKind.attribution,
    ConflictKind.drift,
)

UNSETTLED = (Ruling.wording, Ruling.need_evidence)  # rulings that leave open what was said


@dataclass(frozen=True, slots=True)
class Dispute:
    """One matter to rule on: the links between two utterances, ruled together because a reader sees them as one.

    Side A is the earlier saying. `lead` is the link whose label names the dispute.
    """

    lead: Link
    links: tuple[Link, ...]
    a: tuple[Said, ...]
    b: tuple[Said, ...]
    judgement: Judgement | None
    doubt: str | None = None  # words of one side are themselves in dispute

    @property
    def label(self) -> str:
        """The short name used in addresses and notes."""
        return self.lead.label

    @property
    def kind(self) -> ConflictKind:
        """Why the two cannot both hold."""
        return self.lead.kind or ConflictKind.denial

    @property
    def explained_by(self) -> Separator | None:
        """What explains the conflict away: a person's word before the rule's."""
        if self.judgement and self.judgement.explained_by:
            return self.judgement.explained_by
        return self.lead.explained_by

    def asked(self, language: str = "en") -> str:
        """The matter as a neutral question in "en" or "zh", with the sources' own words in it."""
        a, b = self.a[0], self.b[0]
        values = (self.lead.value_a, self.lead.value_b)
        if a.claim.id == self.lead.b_id and a.claim.id != self.lead.a_id:
            values = (self.lead.value_b, self.lead.value_a)
        record = self.lead.origin == "records"
        return question(self.kind, a, b, language, values=values, record=record)

    @property
    def question(self) -> str:
        """The matter as a neutral question, in English."""
        return self.asked("en")

    @property
    def check_wording(self) -> str | None:
        """Why the wording must be settled before a ruling; None when it need not be."""
        return self.doubt or next((link.check_wording for link in self.links if link.check_wording), None)


def disputes(graph: ClaimGraph, *, explained: bool = False) -> tuple[Dispute, ...]:
    """The matters to rule on, the most pressing first; with `explained`, those a separator explains away instead.

    Links on a statement that a person rejected are left out.
    """
    rejected = {s.id for s in graph.statements.values() if _rejected(graph, s.id)}
    groups: dict[tuple[str, str], list[tuple[Link, Said, Said]]] = defaultdict(list)
    for link in graph.links.values():
        if link.relation is not Relation.contradicts or (link.explained_by is not None) != explained:
            continue
        ends = (
            _end(graph, link.a_id, link.a_statement_id, rejected),
            _end(graph, link.b_id, link.b_statement_id, rejected),
        )
        if ends[0] is None or ends[1] is None:
            continue
        a, b = sorted((ends[0], ends[1]), key=_moment)
        groups[utterance(a), utterance(b)].append((link, a, b))
    latest = _latest(graph)
    found = _doubted([_dispute(rows, latest) for rows in groups.values()])
    return tuple(sorted(found, key=_pressing))


def _doubted(found: Sequence[Dispute]) -> list[Dispute]:
    """What was said comes before whether it is so: who relies on words that are told in two ways is told."""
    unsettled: dict[str, str] = {}
    for drift in found:
        if drift.kind is ConflictKind.drift and (drift.judgement is None or drift.judgement.ruling in UNSETTLED):
            a, b = drift.a[0], drift.b[0]
            told = f"The words of {a.speaker.name} are told in two ways: “{a.quote}” and “{b.quote}”"
            unsettled |= {utterance(said): told for said in (*drift.a, *drift.b)}
    if not unsettled:
        return list(found)
    return [
        dispute
        if dispute.kind is ConflictKind.drift
        else replace(dispute, doubt=next((unsettled[u] for u in _utterances(dispute) if u in unsettled), None))
        for dispute in found
    ]


def _utterances(dispute: Dispute) -> list[str]:
    return [utterance(said) for said in (*dispute.a, *dispute.b)]


def standing(graph: ClaimGraph, claim_id: str) -> Review | None:
    """The newest live review of a claim; None while nobody has ruled."""
    return graph.review_of(claim_id)


def _rejected(graph: ClaimGraph, statement_id: str) -> bool:
    answer = graph.acceptance_of(statement_id)
    return answer is not None and answer.answer is Answer.rejected


def _end(graph: ClaimGraph, claim_id: str, statement_id: str | None, rejected: set[str]) -> Said | None:
    voices = [s for s in graph.said_of.get(claim_id, ()) if s.statement.id not in rejected]
    return next((s for s in voices if s.statement.id == statement_id), voices[0] if voices else None)


def _moment(said: Said) -> tuple[str, str, int]:
    return (str(said.statement.said_last or said.document.published_last or "9"), said.capture.key, said.passage.start)


def utterance(said: Said) -> str:
    """One speaker in one sentence of one capture: clauses of a breath are ruled together."""
    text, at = said.capture.text, said.passage.start
    start = max(text.rfind(mark, 0, at) for mark in ("\n", "。", "！", "？", ". ", "! ", "? "))
    return f"{said.capture.id}:{start}:{said.statement.speaker_id}"


def _latest(graph: ClaimGraph) -> dict[str, Judgement]:
    newest: dict[str, Judgement] = {}
    for judgement in sorted(graph.judgements, key=lambda j: (j.recorded_at, j.id)):
        newest[judgement.link_id] = judgement
    return newest


def _dispute(rows: list[tuple[Link, Said, Said]], latest: dict[str, Judgement]) -> Dispute:
    rows = sorted(rows, key=lambda row: (_rank(row[0]), row[0].check_wording is None, row[0].key))
    links = tuple(link for link, _, _ in rows)
    ruled = [latest[link.id] for link in links if link.id in latest]
    return Dispute(
        lead=links[0],
        links=links,
        a=_distinct(a for _, a, _ in rows),
        b=_distinct(b for _, _, b in rows),
        judgement=max(ruled, key=lambda j: (j.recorded_at, j.id), default=None),
    )


def _distinct(voices: Iterable[Said]) -> tuple[Said, ...]:
    return tuple({said.statement.id: said for said in voices}.values())


def _rank(link: Link) -> int:
    return PRIORITY.index(link.kind) if link.kind in PRIORITY else len(PRIORITY)


def _pressing(dispute: Dispute) -> tuple[bool, bool, int, str]:
    return (dispute.judgement is not None, dispute.check_wording is None, _rank(dispute.lead), dispute.lead.key)
