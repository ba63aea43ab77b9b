"""The subject of an English verb: to its left, between commas, or behind it."""

from __future__ import annotations

from bisect import bisect_left

from claims.reading.annotations import Span
from claims.reading.speech_en_line import REACH, Line, Subject
from claims.reading.speech_words import Verb, noun_like
from claims.reading.voices_en import head_noun
from claims.reading.wordlists import words

LOOK_AHEAD = 80  # words of a sentence among which its own subject must begin
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s"))
HELPERS = frozenset(("is", "are", "was", "were", "did", "does", "has", "have", "had", "will", "would", "can", "could"))
MODALS = frozenset(("will", "would", "could", "can", "may", "might", "should", "must", "ll", "'ll", "’ll", "'d", "’d"))
# Determiners that can stand for a noun: the two said, some argue.
COUNTING = frozenset(
    ("that", "this", "these", "those", "some", "many", "one", "two", "three", "all", "both", "most", "several")
)


class Subjects(Line):
    """A paragraph in which the subjects of verbs can be found."""

    def _skip_left(self, at: int) -> int:
        """The last word before a verb that is neither adverb nor auxiliary."""
        skip = words("speech_en", "auxiliaries") | words("speech_en", "adverbs")
        while at >= 0 and not self.tokens[at].quoted:
            low = self.tokens[at].low
            if low in skip or (low.endswith("ly") and len(low) > 4 and low not in ("family", "only")):
                at -= 1
            else:
                break
        return at

    def _goes_on(self, before: int, index: int) -> bool:
        """... and said: a second thing the same subject does."""
        if before < 0 or index + 1 >= len(self.tokens):
            return False
        follows = self.tokens[index + 1]
        return self.tokens[before].low in ("and", "but") and follows.low not in ("by", ".", ";")

    def _left_subject(self, at: int, sentence: Span) -> Subject | None:
        """(subject, apposition) that end at word `at`."""
        if at < 0 or self.tokens[at].start < sentence.start:
            return None
        if self.tokens[at].low in ("who", "which") and at > 0:
            return Subject(Span(self.tokens[at].start, self.tokens[at].end))
        if self.tokens[at].low in (",", ")", "—", "–"):
            return self._before_apposition(at, sentence)
        begin = self._left_edge(at, sentence)
        if begin is None:
            return None
        return Subject(Span(self.tokens[begin].start, self.tokens[at].end))

    def _left_edge(self, at: int, sentence: Span) -> int | None:
        stops = words("speech_en", "boundaries")
        low = at
        first = at + 1
        while low >= 0 and at - low < REACH:
            token = self.tokens[low]
            if token.start < sentence.start or token.quoted or token.low in stops:
                if (
                    token.low == "and"
                    and low > 0
                    and self.tokens[low - 1].capital
                    and low + 1 <= at
                    and self.tokens[low + 1].capital
                ):
                    first = low
                    low -= 1
                    continue
                break
            if not token.low[0].isalnum() and token.low not in ("'", "’", "-", "&", "@", "/"):
                break
            first = low
            low -= 1
        while (
            first <= at
            and self.tokens[first].low in words("speech_en", "prepositions")
            and not self.tokens[first].quoted
        ):
            named = next((k for k in range(first + 1, at + 1) if self._starts_name_or_pronoun(k, at)), None)
            if named is None:
                return None
            first = named
        return first if first <= at else None

    def _starts_name_or_pronoun(self, index: int, at: int) -> bool:
        token = self.tokens[index]
        if token.low in words("speech_en", "pronouns"):
            return index == at
        name = self._name_over(token.start)
        return name is not None and name.start == token.start and name.end >= self.tokens[at].end - 2

    def _before_apposition(self, at: int, sentence: Span) -> Subject | None:
        """X, the head of Y, said: the words before the first of two commas."""
        closing = self.tokens[at].low
        opening = {")": "("}.get(closing, closing)
        low = at - 1
        while low >= 0 and at - low < REACH and self.tokens[low].start >= sentence.start:
            if self.tokens[low].low == opening and not self.tokens[low].quoted:
                break
            low -= 1
        else:
            return None
        if low <= 0 or at - low < 2 or self.tokens[low].start < sentence.start:
            return None
        inner = self.tokens[low + 1]
        if inner.quoted or inner.low in ("but", "and", "so", "if", "when", "while", "because"):
            return None
        if opening == "," and low >= 1:
            last = low - 1
            if self.tokens[last].low == ")":  # a party or an age in brackets stands with the name
                while last > 0 and self.tokens[last].low != "(":
                    last -= 1
                last -= 1
            edge = self._left_edge(last, sentence) if last >= 0 else None
            if edge is None:
                return None
            head = Span(self.tokens[edge].start, self.tokens[last].end)
            return Subject(head, Span(self.tokens[low].start, self.tokens[at].start))
        edge = self._left_edge(low - 1, sentence)
        if edge is None:
            return None
        head = Span(self.tokens[edge].start, self.tokens[low - 1].end)
        return Subject(head, Span(self.tokens[low].start, self.tokens[at].start))

    def _agrees(self, index: int, verb: Verb, subject: Subject, before: int) -> bool:
        """The words to the left can be the verb's subject, and the verb is no noun here."""
        follows = self._next(index)
        if follows is not None and follows.low in HELPERS and self.tokens[index].low in noun_like():
            return False  # a forecast did exist: the noun has a verb of its own
        last = self.tokens[bisect_left(self.token_begins, subject.head.end) - 1]
        word = self.text[subject.head.start : subject.head.end]
        low = word.lower()
        pronoun = low == "which" or low in words("speech_en", "pronouns") or last.low in words("speech_en", "pronouns")
        name = self._name_over(last.start)
        named = name is not None and name.start >= subject.head.start and name.end >= last.end - 2
        heads = (last.low, head_noun(word))
        plural = any(h.endswith("s") and not h.endswith(("ss", "’s", "'s")) for h in heads) or last.low in (
            "people",
            "men",
            "women",
            "media",
            "police",
            "two",
            "both",
        )
        direct = before == index - 1
        modal = any(
            t.low in words("speech_en", "modals") | BE | {"has", "have", "had", "did", "does", "do"}
            for t in self.tokens[before + 1 : index]
        )
        if self.text[last.start : last.end].endswith(("’s", "'s")):
            return False
        if last.low in words("speech_en", "determiners") - COUNTING or last.low in words("speech_en", "prepositions"):
            return False
        if not verb.speaks and not verb.shows and any(t.low in MODALS for t in self.tokens[before + 1 : index]):
            return False
        if verb.form == "base" and modal and verb.base in ("recall", "add", "repeat", "record", "reveal", "continue"):
            return follows is not None and (follows.quoted or follows.low in ("that", ":", ","))
        if verb.form == "base":
            return modal or pronoun or plural or " and " in word
        if self.tokens[index].low in noun_like() and not verb.speaks and verb.form == "present" and direct:
            return pronoun or named
        if self.tokens[index].low in noun_like() and verb.form == "present" and direct and not (pronoun or named):
            follows = self._next(index)
            return (
                low.startswith(("the ", "a ", "an "))
                and follows is not None
                and (follows.quoted or follows.low == "that")
            )
        if verb.form == "present":
            return pronoun or named or not plural
        if not verb.speaks and not verb.shows and direct:
            return pronoun or named or plural or low.startswith(("the ", "a ", "his ", "her "))
        return True

    def _right_subject(self, index: int, sentence: Span) -> Subject | None:
        """(subject, apposition) that follow the verb: "...," said X, the head of Y."""
        back = index - 1
        if back < 0:
            return None
        previous = self.tokens[back]
        if not (previous.quoted or previous.low in (",", "—", "–", "?", "!")):
            return None
        begin = index + 1
        end = begin
        while end < len(self.tokens) and end - begin < REACH:
            token = self.tokens[end]
            if (
                token.quoted
                or token.start >= sentence.end
                or token.low
                in (
                    ",",
                    ".",
                    ";",
                    ":",
                    "?",
                    "!",
                    "—",
                    "–",
                    "(",
                    "who",
                    "in",
                    "on",
                    "during",
                    "after",
                    "when",
                    "while",
                    "as",
                    "before",
                )
            ):
                break
            end += 1
        if end == begin:
            return None
        first = self.tokens[begin]
        if not (
            first.capital
            or first.low in words("speech_en", "determiners")
            or first.low in words("speech_en", "pronouns")
            or first.low in words("unnamed_en", "heads")
            or first.low in words("names_en", "titles")
        ):
            return None
        head = Span(first.start, self.tokens[end - 1].end)
        apposition = None
        if end < len(self.tokens) and self.tokens[end].low == ",":
            stop = end + 1
            while (
                stop < len(self.tokens)
                and stop - end < REACH
                and not self.tokens[stop].quoted
                and self.tokens[stop].low not in (",", ".", ";")
            ):
                stop += 1
            apposition = Span(self.tokens[end].start, self.tokens[stop - 1].end)
        return Subject(head, apposition)

    def _main_subject(self, sentence: Span, at: int) -> Span | None:
        """The first name or pronoun of the sentence before `at`, outside quotations."""
        first = bisect_left(self.token_begins, sentence.start)
        for token in self.tokens[first : first + LOOK_AHEAD]:
            if token.start >= at:
                return None
            if token.quoted:
                continue
            if token.low in ("he", "she", "they", "it"):
                return Span(token.start, token.end)
            if name := self._name_over(token.start):
                return Span(name.start, name.end)
        return None

    def _owner_at(self, index: int) -> bool:
        low = self.tokens[index].low
        owning = low.endswith(("’s", "'s", "s’", "s'")) and self.tokens[index].capital
        return owning or low in ("his", "her", "their")
