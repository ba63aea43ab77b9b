"""English words of saying without a verb of their own: according to, X's claim that, allegedly, put the cost at."""

from __future__ import annotations

import re

from claims.reading.annotations import Span
from claims.reading.speech_en_contents import Contents
from claims.reading.speech_en_line import REACH, Found, Subject, one
from claims.reading.speech_words import Verb
from claims.reading.voices_en import Phrase

# She put the cost at ten million: the whole clause is what she says.
PUT = Verb("put", "past", frozenset(("plain", "whole")))
UNATTRIBUTED = Phrase("unattributed", "unnamed")
HEARSAY = frozenset(("allegedly", "reportedly", "supposedly", "presumably", "purportedly"))
PRONOUN_OF = {"her": "she", "his": "he", "their": "they"}
_PUTS = re.compile(r"puts? (?:the|its|their|his|her|that|this)? ?[^.;“\"]{2,80}? (?:at|between|above|below|around|in) ")
_STOPS = frozenset((",", ".", ";", ":", "—", "–", "who", "which", "that", "as"))


class Phrases(Contents):
    """A paragraph in which phrases that name a source give attributions."""

    def _puts_a_figure(self, index: int) -> bool:
        place = self.tokens[index].start
        return bool(_PUTS.match(self.text, place, self._sentence(place).end))

    def _according(self, index: int) -> Found | None:
        """What stands before or behind "according to X"."""
        sentence = self._sentence(self.tokens[index].start)
        last = self._last_of_phrase(index + 2, sentence)
        if last is None:
            return None
        source = Span(self.tokens[index + 2].start, self.tokens[last].end)
        cue = Span(self.tokens[index].start, self.tokens[index + 1].end)
        who, content = self._phrase(Subject(source)), self._beside(cue, source, sentence)
        if who is None or content.end - content.start < 4:
            return None
        return Found(source, cue, "according to", who, one(content.start, content.end), Span(cue.start, source.end))

    def _beside(self, cue: Span, source: Span, sentence: Span) -> Span:
        start, end = sentence.start, cue.start
        if cue.start == sentence.start:
            start, end = min(source.end + 1, sentence.end), self._trim_end(sentence.end)
        while end > start and self.text[end - 1] in " ,—–":
            end -= 1
        while start < end and self.text[start] in " ,":
            start += 1
        return Span(start, end)

    def _last_of_phrase(self, begin: int, sentence: Span) -> int | None:
        """The last word of the phrase that begins at word `begin`."""
        end = begin
        while end < min(len(self.tokens), begin + REACH):
            token = self.tokens[end]
            if token.quoted or token.low in _STOPS or token.start >= sentence.end:
                break
            end += 1
        return end - 1 if end > begin else None

    def _cited(self, index: int) -> Phrase | None:
        """Whom a reporter cites, when it is people or papers and not a reason."""
        last = self._last_of_phrase(index + 1, self._sentence(self.tokens[index].start))
        if last is None:
            return None
        who = self._phrase(Subject(Span(self.tokens[index + 1].start, self.tokens[last].end)))
        return who if who and who.kind in ("name", "unnamed", "document") else None

    def _hearsay(self, index: int) -> Found:
        """He allegedly fled: somebody says so, nobody is named."""
        sentence, cue = self._sentence(self.tokens[index].start), self._cue(index)
        said = one(sentence.start, max(sentence.start + 1, self._trim_end(sentence.end)))
        return Found(None, cue, self.tokens[index].low, UNATTRIBUTED, said, cue, attitude=True)

    def _owned_noun(self, index: int) -> Found | None:
        """Her claim that, the mayor's comments on: words that are somebody's without a verb."""
        sentence, follows = self._sentence(self.tokens[index].start), self._next(index)
        owner = next((i for i in range(index - 1, max(-1, index - 4), -1) if self._owner_at(i)), None)
        if follows is None or follows.low not in ("that", "about", "on", "of", "to", "for") or owner is None:
            return None
        token = self.tokens[owner]
        if token.quoted or token.start < sentence.start:
            return None
        name = self._name_over(token.start)
        source = Span(name.start, name.end) if name else Span(token.start, token.end)
        kind = PRONOUN_OF.get(token.low, "they")
        who = self._phrase(Subject(source)) if name else Phrase(kind, kind)
        start, end = follows.end + 1 if follows.low == "that" else follows.start, self._trim_end(sentence.end)
        if who is None or end - start < 4:
            return None
        cue = self._cue(index)
        return Found(source, cue, self.tokens[index].low, who, one(start, end), Span(cue.start, start), attitude=True)
