"""English attributions settled: whom she, the company and the two mean, and through whom the words come."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice

from claims.reading import speech_en
from claims.reading.annotations import Span, Utterance, Voice
from claims.reading.scene import INSTITUTIONS
from claims.reading.speech_en_line import Found
from claims.reading.speech_reader import MOST, Reader, Stretch
from claims.reading.voices_en import Phrase, head_noun
from claims.times import Interval
from claims.vocabulary import AgentKind

NARRATOR = Voice("unnamed: narrator", AgentKind.unnamed)  # "I" and "we" outside quotations
OPENING = 5  # characters before the name with which a paragraph opens
_THE = re.compile(r"the\s", re.I)
PAPERS = (AgentKind.document, AgentKind.unnamed)
AUTHOR_WITHIN = 600  # characters behind a document's words in which its author may be told


@cache
def _came_from(noun: str) -> re.Pattern[str]:
    made = "came|was (?:written|sent|signed|issued|drafted|published)|is|originated"
    return re.compile(rf"[Tt]he {re.escape(noun)} (?:{made}) (?:from|by) (?:the )?")


class EnglishReader(Reader):
    """Settles the attributions of an English text."""

    def settle(self, stretch: Stretch, outer: Voice | None) -> None:
        """Add the utterances of one stretch, held by `outer` when it is a turn."""
        previous: Utterance | None = None
        found = speech_en.attributions(self.text, stretch.start, stretch.end, self.names.raw)
        for item in islice(found, max(0, MOST - len(self.utterances) - len(self.attitudes))):
            content = tuple(span for span in item.said.spans if span.end > span.start)
            if not content:
                continue
            voice = self._voice_en(item.phrase, item, stretch, outer, previous)
            at = (item.source or item.cue or content[0]).start
            attitude = item.attitude or voice is None
            voice = voice or NARRATOR
            chain = self._chain(at, outer, voice, item.phrase.owner if item.phrase else None)
            if item.via and (reporter := self._voice_en(item.via, item, stretch, outer, previous)):
                chain = (*chain[:-1], reporter, voice)
            said = self._said(item.lead, content) or (None if attitude else self._carried_en(content, voice, previous))
            speech = self._speech(stretch, content, item.said.quoted)
            quoted = all(item.said.quoted)
            got = Utterance(item.source, item.cue, content, voice, chain, speech, item.act, said, quoted)
            if attitude:
                self.attitudes.append(got)
                continue
            self._add(got, at)
            previous = got

    def _voice_en(
        self, who: Phrase | None, item: Found, stretch: Stretch, outer: Voice | None, previous: Utterance | None
    ) -> Voice | None:
        """Whom the phrase beside the verb means here; None when it is the narrator."""
        at = (item.source or item.cue or item.said.spans[0]).start
        if who is None:
            near = previous is not None and item.said.spans[0].start - previous.content[-1].end < 400
            return previous.speaker if near and previous else None
        if who.kind == "unnamed":
            return self._author(who.text, at) or Voice("unnamed: " + who.text, AgentKind.unnamed)
        if who.kind in ("he", "she"):
            return self.scene.person_before(at, who.kind)
        if who.kind == "they":
            return self.scene.last((AgentKind.unnamed, AgentKind.organisation)) or self.scene.last()
        if who.kind == "it":
            return (
                self._subject_of_paragraph(at)
                or self.scene.last((AgentKind.document, AgentKind.organisation, AgentKind.outlet))
                or self.scene.institution_before(at)
            )
        if who.kind == "who":
            return self._antecedent(at)
        if who.kind == "first":
            return None
        if who.kind == "you":
            return self._addressed(stretch, outer)
        if who.kind == "document":
            return self._author(who.text, at) or self._same_paper(who) or Voice(who.text, AgentKind.document)
        if who.kind == "organisation":
            same = self.scene.institution_before(at, holding=who.text)
            return same or self.scene.institution_before(at) or Voice(who.text, AgentKind.organisation)
        if who.kind == "title":
            named = self.scene.titles.get(who.text)
            return Voice(named, AgentKind.person) if named else self.scene.person_before(at)
        name = self.names.full.get(who.text, who.text)
        return Voice(name, self.names.kinds.get(name) or who.agent or AgentKind.organisation)

    def _author(self, document: str, at: int) -> Voice | None:
        """Whose letter it is, when a following sentence says so: The letter came from X."""
        noun = document.split()[-1].lower()
        told = _came_from(noun).search(self.text, at, min(len(self.text), at + AUTHOR_WITHIN))
        named = next((n for n in self.names.mentions if told and abs(n.start - told.end()) <= 4), None)
        return Voice(named.agent, named.kind or AgentKind.organisation) if named else None

    def _subject_of_paragraph(self, at: int) -> Voice | None:
        """The organisation with which the paragraph opens, when nobody has spoken in it yet: the "it" of "it said"."""
        floor = self.text.rfind("\n", 0, at) + 1
        if self.scene.spoken and self.scene.spoken[-1][0] >= floor:
            return None
        opening = next(iter(self.names.mentions[bisect_left(self.scene.begins, floor) :][:1]), None)
        if opening is None or opening.kind not in INSTITUTIONS or not floor <= opening.start < min(at, floor + OPENING):
            return None
        return Voice(opening.agent, opening.kind)

    def _same_paper(self, who: Phrase) -> Voice | None:
        """The email, after somebody's email spoke: the same one, by the name it was introduced with."""
        noun = _THE.sub("", who.text).lower()
        if who.owner or " " in noun:
            return None
        return next(
            (
                voice
                for _, voice in reversed(self.scene.spoken)
                if voice.kind in PAPERS and head_noun(voice.name.removeprefix("unnamed: ")).lower() == noun
            ),
            None,
        )

    def _addressed(self, stretch: Stretch, outer: Voice | None) -> Voice | None:
        """Whom a questioner means by "you": the one called by name, else the one who spoke before."""
        if outer is None:
            return None
        called = next(
            (n for n in self.names.mentions if stretch.start <= n.start < stretch.end and n.kind is AgentKind.person),
            None,
        )
        if called and called.agent != outer.name and self.text[called.end : called.end + 1] == ",":
            return Voice(called.agent, AgentKind.person)
        return next((v for _, v in reversed(self.scene.spoken) if v != outer and v.kind is AgentKind.person), None)

    def _antecedent(self, at: int) -> Voice | None:
        name = next(
            (n for n in reversed(self.names.mentions[: bisect_left(self.scene.begins, at)]) if at - n.end < 40), None
        )
        return Voice(name.agent, name.kind) if name and name.kind else None

    def _carried_en(self, content: tuple[Span, ...], voice: Voice, previous: Utterance | None) -> Interval | None:
        """When the sentence before was said, as long as the same voice goes on."""
        if previous is None or voice != previous.speaker:
            return None
        return previous.said if content[0].start - previous.content[-1].end < 120 else None
