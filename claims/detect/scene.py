"""What the detectors look at: the statements ready for comparison, and the pairs worth comparing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.detect.pairs import Pair, pairs
from claims.detect.told import Told, tell
from claims.graph import ClaimGraph
from claims.reading.likeness import Weights
from claims.reading.senses import fold
from claims.reading.wordfile import word_file
from claims.vocabulary import AgentKind


@dataclass(frozen=True)
class Scene:
    """A dossier laid out for the detectors."""

    graph: ClaimGraph
    tolds: tuple[Told, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def weights(self) -> Weights:
        """How telling each key is here."""
        return Weights(self.tolds)

    @cached_property
    def by_speaker(self) -> Mapping[str, Sequence[Told]]:
        """Folded speaker -> what they are said to have said, in order."""
        out: dict[str, list[Told]] = defaultdict(list)
        for told in self.tolds:
            out[told.speaker].append(told)
        return out

    @cached_property
    def by_capture(self) -> Mapping[str, Sequence[Told]]:
        """Capture id -> its statements in order of place."""
        out: dict[str, list[Told]] = defaultdict(list)
        for told in self.tolds:
            out[told.said.capture.id].append(told)
        return out

    @cached_property
    def by_hand(self) -> Mapping[str, Sequence[Told]]:
        """Folded name -> the statements that came through this hand, as speaker, reporter or publisher."""
        out: dict[str, list[Told]] = defaultdict(list)
        for told in self.tolds:
            for hand in hands(told):
                out[hand].append(told)
        return out

    @cached_property
    def forward(self) -> Sequence[Told]:
        """The promises and forecasts."""
        return [told for told in self.tolds if told.forward]

    @cached_property
    def forms(self) -> Mapping[str, Sequence[str]]:
        """Folded speaker -> the words that name them; documents and unnamed sources are left out."""
        out: dict[str, set[str]] = defaultdict(set)
        for told in self.tolds:
            agent = told.said.speaker
            if agent.kind in (AgentKind.unnamed, AgentKind.document, AgentKind.outlet):
                continue
            names = [name for name in (agent.name, *agent.names) if len(name) > 1]
            words = [word for name in names if name.isascii() for word in name.split() if len(word) > 2]
            out[told.speaker] |= {*names, *words}
        return {speaker: tuple(sorted(names)) for speaker, names in sorted(out.items())}

    @cached_property
    def corrections(self) -> Mapping[str, Sequence[int]]:
        """Capture id -> where its text says that something is put right, in order."""
        words = word_file("relations")["correction"]
        told = re.compile("|".join(re.escape(word) for forms in words.values() for word in forms), re.I)
        return {i: [m.start() for m in told.finditer(capture.text)] for i, capture in self.graph.captures.items()}

    @cached_property
    def partners(self) -> Mapping[str, Sequence[Pair]]:
        """Statement id -> the pairs it stands in."""
        out: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            out[pair.a.id].append(pair)
            out[pair.b.id].append(pair)
        return out


def hands(told: Told) -> set[str]:
    """Everyone through whose hands a statement came."""
    chain = {fold(str(link.get("agent") or "")) for link in told.said.statement.chain}
    return ({told.speaker, fold(told.said.document.publisher or "")} | chain) - {""}


def scene_of(graph: ClaimGraph) -> Scene:
    """The scene of a graph."""
    tolds = tell(graph)
    return Scene(graph, tolds, pairs(tolds))
