"""A statement made ready for comparison: its sense, its amounts, its moments, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.detect.amounts import Amount, amounts_of
from claims.graph import ClaimGraph, Said
from claims.reading.lexicon import tokens
from claims.reading.senses import Sense, fold, sense, with_names
from claims.times import Interval, readable
from claims.vocabulary import Act, AgentKind, Factuality

CONTEXT = 90  # characters before a statement that may name what it speaks of

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_PRONOUN = re.compile(
    r"^\W*(?:it|they|them|this|that|those|these|he|she|nothing|none|so|there|here|each|every one|the number|we)\b"
    r"|^\W*(?:这|那|其|它|他|她|该|此|只是|应为|对此)",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Told:
    """One statement ready for comparison."""

    said: Said
    sense: Sense
    around: Sense  # the same sentence before it, and the one before that
    amounts: tuple[Amount, ...]
    speaker: str  # folded

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.said.statement.id

    @property
    def act(self) -> Act:
        """What the speaker does with the words."""
        return self.said.statement.act

    @cached_property
    def said_on(self) -> Interval | None:
        """When it was said; else when it was published."""
        return self.said.said or readable(self.said.document.published_on)

    @cached_property
    def valid(self) -> Interval | None:
        """The time it is about; for what is promised, the day it falls due."""
        return self.said.valid or readable(self.said.claim.due_on)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it can be found by."""
        return self.sense.keys

    @cached_property
    def near_keys(self) -> frozenset[str]:
        """What the words around it speak of, beyond its own."""
        return self.around.keys - self.keys

    @property
    def forward(self) -> bool:
        """Whether it speaks of what is still to come."""
        return self.act in (Act.promise, Act.forecast)

    @property
    def plain(self) -> bool:
        """Whether it states something: neither a question nor an opinion, nor what would have been."""
        return self.act not in (Act.question, Act.opinion)

    @property
    def counterfactual(self) -> bool:
        """Whether it speaks of what would have been."""
        return self.said.claim.factuality is Factuality.counterfactual or "counterfactual" in self.sense.cues

    @property
    def denies_any(self) -> bool:
        """Whether some event in it is denied."""
        return any(event.negated for event in self.sense.events)

    @property
    def unnamed(self) -> bool:
        """Whether the speaker has no name."""
        return self.said.speaker.kind is AgentKind.unnamed

    def has(self, *cues: str) -> bool:
        """Whether its words carry one of these cues."""
        return any(cue in self.sense.cues for cue in cues)


def tell(graph: ClaimGraph) -> tuple[Told, ...]:
    """Every statement in view, ready for comparison, in the order of `graph.said`."""
    vocabulary = _Vocabulary(graph)
    return tuple(_told(said, vocabulary) for said in graph.said)


def told_of(said: Said) -> Told:
    """One statement by itself."""
    return _told(said, _Vocabulary(ClaimGraph()))


def _told(said: Said, vocabulary: _Vocabulary) -> Told:
    own = with_names(sense(said.quote), vocabulary.within(said.quote))
    before = _before(said)
    near = with_names(sense(before), vocabulary.within(before)) if before else sense("")
    if said.claim.subject:
        near = with_names(near, vocabulary.within(said.claim.subject) or (said.claim.subject,))
    return Told(said, own, near, amounts_of(said.claim.figures, said.quote), vocabulary.canonical(said.speaker.name))


def _before(said: Said) -> str:
    """The words before the passage: its own sentence, and the one before when it leans on that."""
    text, start = said.capture.text, said.passage.start
    chunk = text[max(0, start - CONTEXT) : start]
    cuts = [found.end() for found in _SENTENCE_END.finditer(chunk)]
    leans = bool(_PRONOUN.match(said.quote)) or len(said.quote) < 14 or len(tokens(said.quote)) in range(1, 5)
    if not cuts:
        return chunk
    if leans:
        return chunk[cuts[-2] if len(cuts) > 1 else 0 :]
    return chunk[cuts[-1] :]


class _Vocabulary:
    """The names a dossier knows, so that they are recognised inside Chinese text and across scripts."""

    def __init__(self, graph: ClaimGraph) -> None:
        self._canonical: dict[str, str] = {}
        self._first: dict[str, list[str]] = {}
        for agent in sorted(graph.agents.values(), key=lambda a: (-len(a.names), a.name)):
            for form in (agent.name, *agent.names):
                self._canonical.setdefault(fold(form), fold(agent.name))
        names = {form for agent in graph.agents.values() for form in (agent.name, *agent.names)}
        names |= {claim.subject for claim in graph.claims.values() if claim.subject}
        for name in sorted(names, key=lambda n: (-len(n), n)):
            if len(name) > 1 and not name.isascii():
                self._first.setdefault(name[0], []).append(name)

    def canonical(self, name: str) -> str:
        """The folded name that stands for all forms of it."""
        return self._canonical.get(fold(name), fold(name))

    @lru_cache(maxsize=65536)  # noqa: B019 - lives as long as one scan
    def within(self, text: str) -> tuple[str, ...]:
        """Canonical names whose forms stand in the text."""
        out, at = [], 0
        while at < len(text):
            name = next((n for n in self._first.get(text[at], ()) if text.startswith(n, at)), None)
            if name:
                out.append(self.canonical(name))
            at += len(name) if name else 1
        for token in tokens(text):
            if token.text[0].isupper() and fold(token.text) in self._canonical:
                out.append(self.canonical(token.text))
        return tuple(dict.fromkeys(out))


def earlier(a: Told, b: Told) -> bool:
    """Whether a was said before b, as far as known."""
    if a.said_on is None or b.said_on is None:
        return False
    return (a.said_on.last_day or a.said_on.first_day) is not None and a.said_on.before(b.said_on)


def all_words(tolds: Iterable[Told]) -> str:
    """Their quotes in one text."""
    return " ".join(told.said.quote for told in tolds)
