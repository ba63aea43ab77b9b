"""One English paragraph with its words, sentences, quotations and names, ready to be looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claims.reading.annotations import Span
from claims.reading.names_en import Mention
from claims.reading.sentences import sentences
from claims.reading.speech_quotes import Quotes, quotations
from claims.reading.voices_en import Phrase, phrase
from claims.reading.wordlists import words
from claims.vocabulary import Act

_TOKEN = re.compile(r"[A-Za-z0-9$@#£€](?:[\w&@#-]|[’'](?=\w)|\.(?=\w)|,(?=\d))*+\.?|[^\w\s]")
REACH = 45  # words to the left among which a subject must begin


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word or mark outside quotations, in small letters."""

    low: str
    quoted: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a verb is about: the words, and what stands behind them between commas."""

    head: Span
    aside: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are said, piece by piece, and whether each piece is a quotation."""

    spans: tuple[Span, ...] = ()
    quoted: tuple[bool, ...] = ()

    def __add__(self, other: Said) -> Said:
        return Said(self.spans + other.spans, self.quoted + other.quoted)


def one(start: int, end: int, quoted: bool = False) -> Said:
    """A single piece."""
    return Said((Span(start, end),), (quoted,))


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before the speaker's name is settled."""

    source: Span | None
    cue: Span | None
    word: str  # the verb in its base form
    phrase: Phrase | None
    said: Said
    lead: Span  # what stands around the verb and is not said: there the text tells when
    act: Act | None = None
    attitude: bool = False
    via: Phrase | None = None  # who passes it on, when the verb's own subject only cites

    @property
    def place(self) -> int:
        """Where it stands in the order of the text."""
        return (self.cue or self.said.spans[0]).start


class Line:
    """A paragraph; every look-up by place takes the same time however long it is."""

    def __init__(self, text: str, line: Span, following: Span | None, names: list[Mention]) -> None:
        self.text, self.line, self.following, self.names = text, line, following, names
        self.quotes = Quotes(quotations(text, line.start, line.end))
        self.sentences = sentences(text, line.start, line.end, "en")
        self.begins = [s.start for s in self.sentences]
        self.name_begins = [m.start for m in names]
        self.tokens = self._tokens()
        self.token_begins = [t.start for t in self.tokens]

    def _tokens(self) -> list[Token]:
        out: list[Token] = []
        for m in _TOKEN.finditer(self.text, self.line.start, self.line.end):
            word, end = m[0], m.end()
            quoted = self.quotes.over(m.start()) is not None
            if word.endswith(".") and len(word) > 1 and (end == self.line.end or not self._abbreviated(word)):
                out.append(Token(m.start(), end - 1, word[:-1].lower(), quoted, word[0].isupper()))
                out.append(Token(end - 1, end, ".", quoted, False))
            else:
                out.append(Token(m.start(), end, word.lower(), quoted, word[0].isupper()))
        return out

    def _abbreviated(self, word: str) -> bool:
        return "." in word[:-1] or len(word) == 2 or word[:-1].lower() in words("names_en", "abbreviations")

    def _next(self, index: int) -> Token | None:
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None

    def _cue(self, index: int) -> Span:
        return Span(self.tokens[index].start, self.tokens[index].end)

    def _sentence_number(self, at: int) -> int:
        return max(0, bisect_right(self.begins, at) - 1)

    def _sentence(self, at: int) -> Span:
        return self.sentences[self._sentence_number(at)]

    def _name_over(self, at: int) -> Mention | None:
        """The name in which the character at `at` stands."""
        index = bisect_right(self.name_begins, at) - 1
        return self.names[index] if index >= 0 and at < self.names[index].end else None

    def _names_within(self, start: int, end: int) -> list[Mention]:
        """The names that begin in text[start:end]."""
        return self.names[bisect_left(self.name_begins, start) : bisect_left(self.name_begins, end)]

    def _name_ending(self, at: int) -> Mention | None:
        """The name that ends just at `at`."""
        index = bisect_left(self.name_begins, at) - 1
        return self.names[index] if index >= 0 and self.names[index].end == at else None

    def _phrase(self, subject: Subject) -> Phrase | None:
        """Who the subject's words name."""
        head, aside = subject.head, subject.aside
        close = self._names_within(head.start, aside.end if aside else head.end)
        behind = self.text[aside.start : aside.end] if aside else ""
        return phrase(self.text[head.start : head.end], behind, head.start, close)

    def _trim_end(self, end: int) -> int:
        while end > self.line.start and self.text[end - 1] in " .;\u00a0":
            end -= 1
        return end

    def _title_case(self, sentence: Span) -> bool:
        """A headline: most of its words begin with a capital."""
        if sentence.end - sentence.start > 160:
            return False
        found = re.findall(r"[A-Za-z][\w’']{3,}", self.text[sentence.start : sentence.end])
        return len(found) > 2 and sum(word[0].isupper() for word in found) >= 0.8 * len(found)
