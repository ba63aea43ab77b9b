"""What is said around an English verb of saying: the words before it, after it, and on both sides."""

from __future__ import annotations

import re

from claims.reading.annotations import Span
from claims.reading.speech_en_line import Said, one
from claims.reading.speech_en_subjects import Subjects
from claims.reading.speech_quotes import Quotation
from claims.reading.speech_words import Verb
from claims.reading.wordlists import words

NEAR = 120  # characters between an attribution and a quotation that belongs to it
FAR = 3000  # characters in which the later parts of a long quotation may follow
_CITING = re.compile(r"\s?, (?:citing|quoting) [^,“\"]{3,120}, (?:that )?")
_LETTER = re.compile("[A-Za-z]")
_NEW_SENTENCE = re.compile(r"[.!?]\s+\w")
_NOT_THE_REST = ("who ", "which ", "adding", "citing", "according")
_AS_SAID = re.compile(r"(?:That|This|So|It) (?:is|was|’s|'s) (?:at least )?(?:what|how) |That['’]s (?:what|how) |So ")


class Contents(Subjects):
    """A paragraph in which the words that go with a verb can be found."""

    def _said_before(self, head: Span, sentence: Span, index: int, verb: Verb) -> Span | None:
        """The sentence before, of which "That is what X says" speaks."""
        opening = _AS_SAID.match(self.text, sentence.start, sentence.end)
        place = self._sentence_number(sentence.start)
        if opening and opening.end() >= head.start - 1 and self._ends_here(index, verb) and place:
            earlier = self.sentences[place - 1]
            return Span(earlier.start, self._trim_end(earlier.end))
        return None

    def _content_before(self, at: int, sentence: Span) -> Said:
        """What ends right before `at` with a quotation mark or a comma; nothing when no words do."""
        end = at
        while end > self.line.start and self.text[end - 1] in " \u00a0—–-":
            end -= 1
        comma = self.text[end - 1 : end] == ","
        quote = self.quotes.ending(end) or (self.quotes.ending(end - 1) if comma else None)
        if quote is not None:
            return self._quote_before(quote, comma)
        if end > sentence.start and comma and self._is_clause(sentence.start, end - 1):
            return one(sentence.start, end - 1)
        return Said()

    def _is_clause(self, start: int, end: int) -> bool:
        """Enough words to be what is said, and not just when or where."""
        opening = self.text[start:end].split(" ", 1)
        return end - start > 8 or (len(opening) > 1 and opening[0].lower() not in words("speech_en", "prepositions"))

    def _quote_before(self, quote: Quotation, comma: bool) -> Said:
        """A quotation in front of a verb: by itself, or the whole clause it is the end of."""
        if not (comma or self.text[quote.inside.end - 1 : quote.inside.end] in (",", ".", "?", "!", "…", "—")):
            return Said()
        sentence = self._sentence(quote.start)
        if len(self.text[sentence.start : quote.start].strip()) > 3:
            return one(sentence.start, quote.end)
        return one(quote.inside.start, quote.inside.end, quoted=True)

    def _ends_here(self, index: int, verb: Verb) -> bool:
        """Nothing is said after the verb in this clause: a comma, a stop, or only when and to whom."""
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if nxt is None or nxt.low in (",", ".", ";", "?", "!"):
            return True
        if nxt.quoted or nxt.low in (":", "that"):
            return False
        if verb.base == "tell":
            k = self._past_person(index + 1)
            if k >= len(self.tokens) or self.tokens[k].low in (".", ",", ";"):
                return True
        rest = self.text[nxt.start : self._sentence(nxt.start).end].lower()
        return bool(
            re.match(
                r"(?:(?:on|in|at|during|to|of|last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|late|me|us|him|her|them|reporters|investors|by|via|through|from|after|before|when|as|while|with|referring|speaking|about)\b)[^“\"]{0,160}$",
                rest,
            )
        )

    def _opens_clause(self, index: int) -> bool:
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return nxt is not None and nxt.low == "that"

    def _rest_after(self, index: int, sentence: Span, before: Said) -> Said:
        """What goes on behind an attribution in the middle: the second half of the quotation or of the clause."""
        if before.quoted[0]:
            return self._following_quotes(self.tokens[index].end)
        follows = self._next(index)
        if follows is not None and follows.low == ",":
            start, end = follows.end + 1, self._trim_end(sentence.end)
            if end - start > 3 and not self.text[start : start + 10].lower().startswith(_NOT_THE_REST):
                return one(start, end)
        return Said()

    def _following_quotes(self, at: int) -> Said:
        """Quotations behind an attribution, one after the other with nothing of anybody else's between."""
        said = Said()
        for quote in self.quotes.within(at, min(self.line.end, at + FAR)):
            between = self.text[at : quote.start]
            if _LETTER.search(between) and (said.spans or len(between) > NEAR or _NEW_SENTENCE.search(between)):
                break
            said += one(quote.inside.start, quote.inside.end, quoted=True)
            at = quote.end
        return said

    def _content_after(self, index: int, sentence: Span, verb: Verb) -> Said:
        """What follows the verb as said: a quotation, a block after a colon, or the rest of the sentence."""
        at = self.tokens[index].end
        colon = self.text.find(":", at, sentence.end)
        if colon >= 0 and not self.text[colon + 1 : sentence.end].strip() and sentence.end >= self.line.end:
            return one(self.following.start, self.following.end, quoted=True) if self.following else Said()
        follows = self._next(index)
        if follows is None or follows.low in (".", ";"):
            return Said()
        start = self._past_addressee(index, sentence, verb)
        if citing := _CITING.match(self.text, at, sentence.end):
            start = citing.end()
        quote = self._quote_after_colon(at, sentence) or self._quote_at(start, sentence)
        if quote is not None:
            return one(quote.inside.start, quote.inside.end, quoted=True) + self._following_quotes(quote.end)
        start = colon + 1 if 0 <= colon <= start else start
        end = self._trim_end(sentence.end)
        while start < end and self.text[start] in " ,:—–\u00a0":
            start += 1
        return one(start, end) if end - start > 2 else Said()

    def _quote_after_colon(self, at: int, sentence: Span) -> Quotation | None:
        """The first quotation behind the verb, when a colon stands right before it."""
        quote = next(iter(self.quotes.within(at, min(sentence.end, at + NEAR))), None)
        return quote if quote and self.text[at : quote.start].rstrip().endswith(":") else None

    def _quote_at(self, start: int, sentence: Span) -> Quotation | None:
        """The quotation with which the content begins, when it is all of it."""
        quote = self.quotes.over(start) or next(iter(self.quotes.within(start, min(sentence.end, start + 4))), None)
        if quote is None or self.text[start : quote.start].strip(" ,:—–\u00a0"):
            return None
        return quote if quote.end >= self._trim_end(sentence.end) - 1 or self._is_whole(quote) else None

    def _is_whole(self, quote: Quotation) -> bool:
        inside = self.text[quote.inside.start : quote.inside.end]
        return len(inside.split()) >= 4 and inside[-1:] in ".?!," and inside[:1].isupper()

    def _past_addressee(self, index: int, sentence: Span, verb: Verb) -> int:
        """Where the content begins: behind to whom, when, where and `that`."""
        k = index + 1
        start = self.tokens[k].start if k < len(self.tokens) else sentence.end
        for step in range(k, min(k + 16, len(self.tokens))):
            token = self.tokens[step]
            if token.quoted or token.start >= sentence.end:
                break
            if token.low == "that" and step + 1 < len(self.tokens) and self.tokens[step + 1].low[0].isalnum():
                return self.tokens[step + 1].start
            if token.low in (",", ";", ".", "—") or token.low in words("speech_en", "finite"):
                break
        if verb.base == "tell" and k < len(self.tokens):
            k = self._past_person(k)
            start = self.tokens[k].start if k < len(self.tokens) else start
        return self._past_when(k, start)

    def _past_person(self, k: int) -> int:
        token = self.tokens[k]
        if token.low in (
            "me",
            "us",
            "him",
            "her",
            "them",
            "you",
            "reporters",
            "investors",
            "journalists",
            "lawmakers",
            "staff",
            "analysts",
            "employees",
            "people",
            "officials",
            "supporters",
            "voters",
        ):
            return k + 1
        name = self._name_over(token.start) or self._name_over(token.end + 1)
        if name:
            while k < len(self.tokens) and self.tokens[k].start < name.end:
                k += 1
            return k
        if token.low in words("speech_en", "determiners"):
            k += 1
            first = k
            while k < len(self.tokens) and self.tokens[k].capital:
                k += 1
            return k if k > first else min(k + 1, len(self.tokens))
        return k

    def _past_when(self, k: int, start: int) -> int:
        days = {
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "earlier",
            "then",
        }
        if k < len(self.tokens) and self.tokens[k].low in days and k + 1 < len(self.tokens):
            return self.tokens[k + 1].start
        if k + 2 < len(self.tokens) and self.tokens[k].low == "on" and self.tokens[k + 1].low in days:
            return self.tokens[k + 2].start
        return start
