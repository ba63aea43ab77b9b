"""What a page shows, as values: a source with its quotes, a suggestion beside its words, two sides of a dispute.

Computed from the graph in view, without a database and without words of any interface language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.findings import Due, Origin, Utterances
from claims.graph import ClaimGraph, Said
from claims.models import Acceptance, Agent, Capture, Claim, Document, Judgement, Review
from claims.review import Dispute, disputes, utterance
from claims.vocabulary import Answer, ConflictKind, Ruling, Separator

SURROUNDINGS = 4000  # characters looked through for the paragraphs before and after
CONTEXT = 160  # characters of a passage's surroundings shown beside it: about three lines on a desk


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words with what stands around them; the paragraph counts from 1."""

    before: str
    exact: str
    after: str
    start: int
    end: int
    paragraph: int
    language: str
    whole_before: bool = True  # False: the paragraph begins further up
    whole_after: bool = True  # False: the paragraph goes on


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Exact words in their whole paragraph, with the paragraphs around it."""

    before: tuple[str, ...]
    words: Words
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of the chain from origin to us."""

    name: str
    held: bool
    agent_id: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the claims it makes."""

    agent: Agent
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: who said it, in which words, and how the words reached us."""

    said: Said
    also: tuple[Said, ...]  # further clauses of the same breath
    words: Words
    chain: tuple[Hop, ...]
    renderings: tuple[Said, ...]  # the same statement, reported differently
    repeats: int  # statements that restate it
    origins: int  # how many independent origins those have


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of the table of what differs; `point` is a word of the interface catalogue."""

    point: str
    a: str | None
    b: str | None
    clash: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A dispute with everything one decision needs."""

    dispute: Dispute
    a: Side
    b: Side
    differs: tuple[Difference, ...]

    @property
    def label(self) -> str:
        """Its short name."""
        return self.dispute.label


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A statement the rules propose, beside its words, waiting for a person."""

    said: Said
    words: Words
    chain: tuple[Hop, ...]
    answer: Acceptance | None
    looks_like: Said | None  # an earlier claim that says the same
    conflicts: tuple[str, ...]  # labels of disputes it takes part in


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source as a line of a list."""

    capture: Capture
    document: Document
    total: int
    decided: int

    @property
    def label(self) -> str:
        """Its short name."""
        return self.capture.label


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source's text with its regions, its quotes in order and its notes."""

    card: SourceCard
    quotes: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Everything about one claim."""

    claim: Claim
    statements: tuple[Side, ...]  # its statements, the closest to the origin first
    disputes: tuple[Dispute, ...]
    review: Review | None
    origins: tuple[Origin, ...]
    due: tuple[Due, ...]


class Desk:
    """The pages' view of one graph: built once per revision of the dossier, asked many times."""

    def __init__(
        self,
        graph: ClaimGraph,
        *,
        origins: tuple[Origin, ...] = (),
        same: tuple[tuple[str, ...], ...] = (),
        renditions: tuple[Utterances, ...] = (),
        docket: tuple[Due, ...] = (),
    ) -> None:
        self.graph = graph
        self.origins = origins
        self.docket = docket
        self.renditions = renditions
        self._said = {said.statement.id: said for said in graph.said}
        self._same = {statement: group for group in same for statement in group}
        self._origin_of = {statement: i for i, origin in enumerate(origins) for statement in origin.statements}
        self._wordings = {r.statement: told for told in renditions for r in told.renditions}
        self._answers: dict[str, Acceptance] = {}
        for answer in sorted(graph.acceptances, key=lambda a: (a.recorded_at, a.id)):
            self._answers[answer.statement_id] = answer
        self._disputes = disputes(graph)
        self._explained = disputes(graph, explained=True)
        self._otherwise = _told_otherwise(self._disputes)

    # ── disputes ────────────────────────────────────────────────────────────

    def open_and_ruled(self) -> tuple[Dispute, ...]:
        """Every dispute, the ones to rule on first."""
        return self._disputes

    def explained(self) -> tuple[Dispute, ...]:
        """Pairs that only looked like a conflict, with what explains them."""
        return self._explained

    def contradiction(self, dispute: Dispute) -> Contradiction:
        """A dispute with both sides and what differs."""
        a, b = self._side(dispute.a), self._side(dispute.b)
        return Contradiction(dispute, a, b, tuple(_differences(dispute, a.said, b.said)))

    def _side(self, voices: tuple[Said, ...]) -> Side:
        said, *also = sorted(voices, key=lambda s: (s.capture.id, s.passage.start))
        shown = {s.statement.id for s in voices}
        wording = self._wordings.get(said.statement.id)
        told = [r.statement for r in wording.renditions] if wording else []
        group = self._same.get(said.statement.id, (said.statement.id,))
        apart = [i for s in voices for i in self._otherwise.get(utterance(s), ())]
        others = [i for i in dict.fromkeys((*apart, *told, *group)) if i not in shown and i in self._said]
        roots = {self._origin_of.get(i, i) for i in (*group, said.statement.id)}
        return Side(
            said=said,
            also=tuple(also),
            words=words_of(said, also),
            chain=chain_of(said),
            renderings=tuple(self._said[i] for i in others),
            repeats=len(set(group) | {said.statement.id}),
            origins=len(roots),
        )

    # ── inbox and sources ───────────────────────────────────────────────────

    def sources(self) -> tuple[SourceCard, ...]:
        """Every capture, the newest first."""
        counts: dict[str, list[str]] = {capture_id: [] for capture_id in self.graph.captures}
        for said in self.graph.said:
            counts[said.capture.id].append(said.statement.id)
        cards = [
            SourceCard(
                capture=capture,
                document=self.graph.documents[capture.document_id],
                total=len(counts[capture.id]),
                decided=sum(self._decided(i) for i in counts[capture.id]),
            )
            for capture in self.graph.captures.values()
            if capture.document_id in self.graph.documents
        ]
        return tuple(sorted(cards, key=lambda card: (card.capture.recorded_at, card.capture.id), reverse=True))

    def source(self, capture: Capture) -> SourcePage:
        """A capture's text with its quotes in order."""
        card = next(card for card in self.sources() if card.capture.id == capture.id)
        return SourcePage(card, self.suggestions(capture))

    def suggestions(self, capture: Capture) -> tuple[Suggestion, ...]:
        """The statements of one capture in reading order."""
        touching = self._disputes_of_statements()
        return tuple(
            Suggestion(
                said=said,
                words=words_of(said),
                chain=chain_of(said),
                answer=self._answers.get(said.statement.id),
                looks_like=self._looks_like(said),
                conflicts=tuple(d.label for d in touching.get(said.statement.id, ())),
            )
            for said in self.graph.said
            if said.capture.id == capture.id
        )

    def _decided(self, statement_id: str) -> bool:
        answer = self._answers.get(statement_id)
        return answer is not None and answer.answer is not Answer.held

    def _looks_like(self, said: Said) -> Said | None:
        group = self._same.get(said.statement.id, ())
        others = [self._said[i] for i in group if i in self._said and self._said[i].claim.id != said.claim.id]
        return min(others, key=lambda s: (s.claim.recorded_at, s.claim.id), default=None)

    def _disputes_of_statements(self) -> Mapping[str, list[Dispute]]:
        touching: dict[str, list[Dispute]] = {}
        for dispute in self._disputes:
            for said in (*dispute.a, *dispute.b):
                touching.setdefault(said.statement.id, []).append(dispute)
        return touching

    # ── claims ──────────────────────────────────────────────────────────────

    def voices(self) -> tuple[Voice, ...]:
        """Every speaker with its claims, who says most first."""
        claims: dict[str, dict[str, Claim]] = {}
        for said in self.graph.said:
            claims.setdefault(said.speaker.id, {})[said.claim.id] = said.claim
        voices = [Voice(self.graph.agents[speaker], tuple(told.values())) for speaker, told in claims.items()]
        return tuple(sorted(voices, key=lambda voice: (-len(voice.claims), voice.agent.name)))

    def claim(self, claim: Claim) -> ClaimPage:
        """Everything about one claim."""
        voices = self.graph.said_of.get(claim.id, ())
        ids = {said.statement.id for said in voices}
        return ClaimPage(
            claim=claim,
            statements=tuple(self._side((said,)) for said in voices),
            disputes=tuple(d for d in (*self._disputes, *self._explained) if ids & _statements(d)),
            review=self.graph.review_of(claim.id),
            origins=tuple(origin for origin in self.origins if ids & set(origin.statements)),
            due=tuple(due for due in self.docket if due.statement in ids),
        )


def words_of(said: Said, also: Iterable[Said] = (), *, context: int | None = CONTEXT) -> Words:
    """The words of a statement (and of further clauses in the same breath) within their paragraph.

    At most `context` characters stand on either side; None gives the whole paragraph.
    """
    text = said.capture.text
    start = min(s.passage.start for s in (said, *also))
    end = max(s.passage.end for s in (said, *also))
    top, bottom = _paragraph(text, start, end)
    first, last = (top, bottom) if context is None else (max(top, start - context), min(bottom, end + context))
    return Words(
        before=text[first:start],
        exact=text[start:end],
        after=text[end:last],
        start=start,
        end=end,
        paragraph=paragraph_of(text, start),
        language=said.statement.language,
        whole_before=first == top,
        whole_after=last == bottom,
    )


def surroundings(said: Said, paragraphs: int = 1) -> Surroundings:
    """A statement's words in their whole paragraph, with so many paragraphs before and after."""
    text = said.capture.text
    top, bottom = _paragraph(text, said.passage.start, said.passage.end)
    above = [line.strip() for line in text[max(0, top - SURROUNDINGS) : top].split("\n") if line.strip()]
    below = [line.strip() for line in text[bottom : bottom + SURROUNDINGS].split("\n") if line.strip()]
    return Surroundings(
        before=tuple(above[-paragraphs:]), words=words_of(said, context=None), after=tuple(below[:paragraphs])
    )


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)


def paragraph_of(text: str, at: int) -> int:
    """Which paragraph (a line with something on it, from 1) holds this character."""
    return sum(1 for line in text[: at + 1].split("\n") if line.strip()) or 1


def chain_of(said: Said) -> tuple[Hop, ...]:
    """The links from origin to us, each held or not."""
    return tuple(Hop(link["agent"], bool(link.get("held")), link.get("agent_id")) for link in said.statement.chain)


def _told_otherwise(found: Iterable[Dispute]) -> Mapping[str, tuple[str, ...]]:
    """Utterance -> the statements that tell it in another way; clauses of one breath share theirs."""
    apart: dict[str, dict[str, None]] = {}
    for dispute in found:
        if dispute.kind is ConflictKind.drift:
            for mine, theirs in ((dispute.a, dispute.b), (dispute.b, dispute.a)):
                for said in mine:
                    apart.setdefault(utterance(said), {}).update(dict.fromkeys(s.statement.id for s in theirs))
    return {breath: tuple(others) for breath, others in apart.items()}


def _statements(dispute: Dispute) -> set[str]:
    return {said.statement.id for said in (*dispute.a, *dispute.b)}


def _differences(dispute: Dispute, a: Said, b: Said) -> Iterable[Difference]:
    lead = dispute.lead
    first_is_a = a.claim.id == lead.a_id or a.statement.id == lead.a_statement_id
    value_a, value_b = (lead.value_a, lead.value_b) if first_is_a else (lead.value_b, lead.value_a)
    if value_a or value_b:
        yield Difference("point", value_a, value_b, True)
    rows = (
        ("speaker", a.statement.speaker, b.statement.speaker),
        ("figures", _figures(a), _figures(b)),
        ("about", a.claim.valid_on, b.claim.valid_on),
        ("said", a.statement.said_on, b.statement.said_on),
        ("act", a.statement.act.value, b.statement.act.value),
        ("speech", a.statement.speech.value, b.statement.speech.value),
    )
    for point, left, right in rows:
        if left or right:
            yield Difference(point, left, right, False)


def _figures(said: Said) -> str | None:
    return " · ".join(figure["text"] for figure in said.claim.figures if figure.get("text")) or None


__all__ = [
    "ClaimPage",
    "ConflictKind",
    "Contradiction",
    "Desk",
    "Difference",
    "Hop",
    "Judgement",
    "Ruling",
    "Separator",
    "Side",
    "SourceCard",
    "SourcePage",
    "Suggestion",
    "Surroundings",
    "Voice",
    "Words",
    "chain_of",
    "paragraph_of",
    "surroundings",
    "words_of",
]
