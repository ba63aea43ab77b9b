"""What both languages share in settling who speaks: turns, chains, moments and the kind of speech."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from dataclasses import dataclass, replace

from claims.reading.annotations import Span, TimeMention, Utterance, Voice
from claims.reading.names import Names
from claims.reading.scene import Scene
from claims.reading.transcripts import Turn
from claims.times import Interval
from claims.vocabulary import AgentKind, Grain, RegionKind, Speech, TimeRelation

NESTED = 30  # utterances back among which the one around another is looked for
MOST = 4000  # utterances of one text; none has more, and noise shall not cost minutes
SAID_GRAINS = frozenset(
    (
        Grain.day,
        Grain.month,
        Grain.part_of_day,
        Grain.hour,
        Grain.minute,
        Grain.third,
        Grain.week,
        Grain.year,
        Grain.quarter,
    )
)


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """A part of the text with one narrator: a region of prose, or one turn."""

    region: RegionKind
    turn: Turn | None


class Reader(ABC):
    """Settles the attributions of one text in order; `utterances` and `attitudes` are what it found."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Span, ...],
        names: Names,
        times: tuple[TimeMention, ...],
        publisher: str | None,
        language: str,
    ) -> None:
        self.language = language
        self.text, self.sentences, self.names, self.times = text, sentences, names, times
        self.time_starts = [time.start for time in times]
        self.sentence_starts = [sentence.start for sentence in sentences]
        oblique = frozenset(m.start for m in names.raw if m.oblique)
        self.scene = Scene(
            names.mentions,
            publisher,
            names.main,
            genders=dict(names.genders),
            titles=dict(names.titles),
            oblique=oblique,
        )
        self.utterances: list[Utterance] = []
        self.attitudes: list[Utterance] = []
        self.open: list[tuple[Span, tuple[Voice, ...]]] = []  # what is being said in this stretch, and through whom

    def read(self, stretch: Stretch) -> None:
        """Add what this stretch says."""
        outer = self._turn(stretch)
        turn = stretch.turn
        if turn is not None and turn.lines:
            stretch = replace(stretch, start=max(stretch.start, turn.lines[0].start))
        self.open = []
        self.settle(stretch, outer)

    @abstractmethod
    def settle(self, stretch: Stretch, outer: Voice | None) -> None:
        """Add the utterances of one stretch, held by `outer` when it is a turn."""

    def _add(self, got: Utterance, at: int) -> None:
        self.utterances.append(got)
        self.open.append((Span(got.content[0].start, got.content[-1].end), got.chain))
        self.scene.note(at, got.speaker, got.said)

    def _turn(self, stretch: Stretch) -> Voice | None:
        turn = stretch.turn
        if turn is None or turn.voice is None or not turn.lines:
            return None
        voice = self._settled(turn.voice)
        self.utterances.append(
            Utterance(turn.header, self._colon(turn), turn.lines, voice, (voice,), Speech.direct, None, turn.when, True)
        )
        self.scene.note(turn.start, voice, turn.when)
        return voice

    def _colon(self, turn: Turn) -> Span | None:
        """The colon behind a label, which says as much as "said"."""
        if turn.header is None or turn.layout != "transcript":
            return None
        end = turn.header.end
        while end > turn.header.start and self.text[end - 1] not in ":：":
            end -= 1
        return Span(end - 1, end) if end > turn.header.start else None

    def _settled(self, voice: Voice) -> Voice:
        if voice.kind is AgentKind.unnamed:
            return voice
        name = self.names.full.get(voice.name, voice.name)
        return Voice(name, self.names.kinds.get(name) or voice.kind) if voice.kind is not AgentKind.account else voice

    def _chain(self, at: int, outer: Voice | None, voice: Voice, owner: str | None) -> tuple[Voice, ...]:
        """Those in whose words this stands, outermost first, and the speaker."""
        around: tuple[Voice, ...] = (outer,) if outer else ()
        for span, chain in reversed(self.open[-NESTED:]):
            if span.start <= at < span.end:
                around = chain
                break
        if voice.kind is AgentKind.document:
            around = self._handed_on(owner or voice.name, around, outer)
        return (*around, voice) if not around or around[-1] != voice else around

    def _handed_on(self, owner: str, around: tuple[Voice, ...], outer: Voice | None) -> tuple[Voice, ...]:
        """A document first shown through a reporter is known through that reporter in the rest of the text."""
        own = around[1:] if outer and around[:1] == (outer,) else around
        if own:
            self.scene.reporter.setdefault(owner, own)
            return around
        same = (key for key in self.scene.reporter if key.startswith(owner) or owner.startswith(key))
        return (*around, *self.scene.reporter.get(next(same, ""), ()))

    def _said(self, lead: Span, content: tuple[Span, ...]) -> Interval | None:
        """The first date around the verb that is not part of what is said."""
        for time in self.times[bisect_left(self.time_starts, lead.start) :]:
            if time.start >= lead.end:
                return None
            if any(span.start <= time.start < span.end for span in content):
                continue
            if time.grain in SAID_GRAINS and time.relation in (TimeRelation.at, TimeRelation.by, TimeRelation.before):
                return time.when
        return None

    def _speech(self, stretch: Stretch, content: tuple[Span, ...], quoted: tuple[bool, ...]) -> Speech:
        if stretch.region is RegionKind.headline:
            return Speech.headline
        if all(quoted):
            return Speech.direct
        words_ = "".join(self.text[span.start : span.end] for span in content)
        return Speech.partial if any(quoted) or re.search('[“"「]', words_) else Speech.paraphrase
