"""Who said what in English prose: quotations, reported speech, according to, and what people are said to want."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claims.reading.annotations import Span
from claims.reading.names_en import Mention
from claims.reading.sentences import paragraphs, pieces
from claims.reading.speech_en_forms import CITING, Forms
from claims.reading.speech_en_line import Found, Said, Subject, one
from claims.reading.speech_en_phrases import HEARSAY, PUT
from claims.reading.speech_quotes import Quotation
from claims.reading.speech_words import Verb, english_verbs
from claims.reading.wordlists import words

CROWDED = 60  # verbs of saying in one sentence; no sentence that says something has so many
AT_THE_FRONT = 24  # characters in front of the second speaker: "the", "in May"
_DASH_NAME = re.compile(r"\s{0,3}(―|—|–|--?)\s{0,3}(?=[A-Z@])")
_WORD = re.compile("[a-z]+")
_MARKS = ("“", '"', "''", "‘", ": ", "「")
_AGAIN = re.compile(r",? (?:and|but) (?:\w+ ){0,2}$")
DEED = Verb("", "past", frozenset(("attitude",)))
_CLAUSE = ("according to ", "and ", "but ", "while ", "whereas ")


def attributions(text: str, start: int, end: int, names: list[Mention]) -> Iterator[Found]:
    """Every attribution of text[start:end] in order."""
    begins = [m.start for m in names]
    lines = [part for line in paragraphs(text, start, end) for part in pieces(text, line)]
    for index, line in enumerate(lines):
        near = names[bisect_left(begins, line.start) : bisect_right(begins, line.end)]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if _worth_reading(text[line.start : line.end]):
            yield from _Paragraph(text, line, following, near).read()


def _worth_reading(paragraph: str) -> bool:
    """Somebody may speak in it: it quotes, labels, or holds a word of saying."""
    found = _WORD.findall(paragraph.lower())
    return bool(found) and (any(mark in paragraph for mark in _MARKS) or not _speaking().isdisjoint(found))


@cache
def _speaking() -> frozenset[str]:
    return words("speech_en", "saying_nouns") | HEARSAY | {"according", "put", "puts"} | english_verbs().keys()


class _Paragraph(Forms):
    def read(self) -> list[Found]:
        found = self._without_nested_attitudes(self._handed_on([*self._by_words()]))
        found += self._titled()
        found += [item for quote in self._free_quotes(found) if (item := self._labelled(quote))]
        found = self._separate(sorted(found, key=lambda item: item.place))
        found += [item for quote in self._free_quotes(found) if (item := self._bare(quote))]
        return sorted(found, key=lambda item: item.place)

    def _by_words(self) -> Iterator[Found]:
        verbs, nouns = english_verbs(), words("speech_en", "saying_nouns")
        many = self._crowded()
        for index, token in enumerate(self.tokens):
            if token.quoted or self._sentence_number(token.start) in many:
                continue
            if token.low in HEARSAY:
                yield self._hearsay(index)
            if token.low in nouns and (owned := self._owned_noun(index)):
                yield owned
                continue
            got = None
            if token.low == "according" and (follows := self._next(index)) and follows.low == "to":
                got = self._according(index)
            elif token.low in ("put", "puts") and self._puts_a_figure(index):
                got = self._at_verb(index, PUT)
            elif verb := verbs.get(token.low):
                got = self._at_verb(index, verb)
            elif token.low.endswith("ed") and (follows := self._next(index)) and follows.low == "that":
                # Any other verb with a clause behind it tells what somebody thinks.
                got = self._at_verb(index, DEED)
            if got:
                yield got

    def _crowded(self) -> frozenset[int]:
        """Sentences with more verbs of saying than anybody writes: noise, left alone."""
        verbs = english_verbs()
        counts: dict[int, int] = {}
        if len(self.tokens) > CROWDED:
            for token in self.tokens:
                if token.low in verbs or token.low == "according":
                    number = self._sentence_number(token.start)
                    counts[number] = counts.get(number, 0) + 1
        return frozenset(number for number, count in counts.items() if count > CROWDED)

    def _handed_on(self, found: list[Found]) -> list[Found]:
        """X reported, citing Y: what X reports is Y's, and X passes it on."""
        cited = {self._sentence_number(item.place): item for item in found if item.word in CITING and item.attitude}
        out = []
        for item in found:
            source = cited.get(self._sentence_number(item.place))
            if source and source.phrase and not item.attitude and item.phrase and source.phrase != item.phrase:
                item = replace(item, phrase=source.phrase, via=item.phrase)
            out.append(item)
        return self._through_another(out)

    def _through_another(self, found: list[Found]) -> list[Found]:
        """According to A, B said that …: what is said is B's, and A passes it on."""
        fronted = {
            self._sentence_number(item.place): item
            for item in found
            if item.word == "according to" and item.cue and item.cue.start == self._sentence(item.place).start
        }
        out, spent = [], set()
        for item in found:
            outer = fronted.get(self._sentence_number(item.place))
            if outer and item is not outer and not item.attitude and item.via is None and item.source:
                first = outer.said.spans[0].start
                if 0 <= item.source.start - first <= AT_THE_FRONT and item.phrase != outer.phrase:
                    item = replace(item, via=outer.phrase)
                    spent.add(id(outer))
            out.append(item)
        return [item for item in out if id(item) not in spent]

    def _without_nested_attitudes(self, found: list[Found]) -> list[Found]:
        """What somebody is said to want, inside what somebody else says, is part of the saying."""
        out, until = [], -1
        for item in found:
            nested = item.attitude and item.place < until
            if not nested or any(self.quotes.within(span.start, span.end) for span in item.said.spans):
                out.append(item)
            if not item.attitude:
                until = max(until, max((span.end for span in item.said.spans if span.end > item.place), default=-1))
        return out

    def _free_quotes(self, found: list[Found]) -> list[Quotation]:
        """The quotations that no attribution holds yet."""
        spans = sorted((span.start, span.end) for item in found for span in item.said.spans)
        out, index, reach = [], 0, -1
        for quote in self.quotes:
            while index < len(spans) and spans[index][0] < quote.inside.end:
                reach = max(reach, spans[index][1])
                index += 1
            if reach <= quote.inside.start:
                out.append(quote)
        return out

    def _titled(self) -> list[Found]:
        """Jane Doe: Words in a Headline."""
        first = self.sentences[0] if self.sentences else self.line
        named = self._name_over(self.line.start)
        if (
            named is None
            or named.text.isupper()
            or self.text[named.end : named.end + 2] != ": "
            or not self._title_case(first)
        ):
            return []
        who, end = self._phrase(Subject(Span(named.start, named.end))), self._trim_end(first.end)
        if who is None or end <= named.end + 2:
            return []
        cue = Span(named.end, named.end + 1)
        source = Span(named.start, named.end)
        return [Found(source, cue, ":", who, one(named.end + 2, end), Span(named.start, cue.end))]

    def _labelled(self, quote: Quotation) -> Found | None:
        """Our president, Jane Doe: "words", and "words" ― Jane Doe."""
        at = quote.start
        while at > self.line.start and self.text[at - 1] in " \u00a0":
            at -= 1
        said = one(quote.inside.start, quote.inside.end, quoted=True)
        named = self._name_ending(at - 1) if self.text[at - 1 : at] == ":" else None
        sentence = self._sentence(quote.start)
        if named and named.start - sentence.start < 80 and (who := self._phrase(Subject(Span(named.start, named.end)))):
            source = Span(named.start, named.end)
            return Found(source, Span(at - 1, at), ":", who, said, Span(sentence.start, at))
        dash = _DASH_NAME.match(self.text, quote.end, self.line.end)
        signed = self._name_over(dash.end()) if dash else None
        if dash and signed and (who := self._phrase(Subject(Span(signed.start, signed.end)))):
            cue = Span(dash.start(1), dash.end(1))
            return Found(Span(signed.start, signed.end), cue, "―", who, said, Span(cue.start, signed.end))
        return None

    def _separate(self, found: list[Found]) -> list[Found]:
        """Where a second speaker's own sentence part begins inside a content, the first content ends there."""
        out: list[Found] = []
        follower: Found | None = None
        for item in reversed(found):
            out.append(self._cut(item, follower) if follower else item)
            if not item.attitude and item.source:
                follower = item
        return out[::-1]

    def _cut(self, item: Found, follower: Found) -> Found:
        if item.attitude or item.cue is None or item.said.quoted[-1] or follower.source is None:
            return item
        last = item.said.spans[-1]
        if (
            item.cue
            and follower.cue
            and follower.source.end <= item.cue.start
            and last.start < follower.cue.start < last.end
        ):
            # ... acknowledged the delay but said: the same subject goes on with something else.
            again = _AGAIN.search(self.text, last.start, follower.cue.start)
            if again and again.start() > last.start:
                return replace(
                    item, said=Said((*item.said.spans[:-1], Span(last.start, again.start())), item.said.quoted)
                )
        joint = self.text.rfind(", ", last.start, min(last.end, follower.source.start, follower.place) + 1)
        if not last.start < joint < last.end or not self.text[joint + 2 : joint + 16].startswith(_CLAUSE):
            return item
        return replace(item, said=Said((*item.said.spans[:-1], Span(last.start, joint)), item.said.quoted))

    def _bare(self, quote: Quotation) -> Found | None:
        """A quotation nobody was given: a whole sentence goes on with the last speaker, a part is the subject's."""
        said, place = one(quote.inside.start, quote.inside.end, quoted=True), Span(quote.start, quote.start)
        sentence = self._sentence(quote.start)
        inside = self.text[quote.inside.start : quote.inside.end]
        if not self.text[sentence.start : quote.start].strip() and len(inside.split()) > 3:
            return Found(None, None, "", None, said, place)
        subject = self._main_subject(sentence, quote.start)
        who = self._phrase(Subject(subject)) if subject else None
        if subject is None or who is None:
            return None
        return Found(subject, self._deed(subject.end, quote.start), "", who, said, place, attitude=True)

    def _deed(self, after: int, before: int) -> Span | None:
        """The last word between a subject and a quotation that has the form of a verb in the past."""
        first, last = bisect_left(self.token_begins, after), bisect_left(self.token_begins, before)
        for token in reversed(self.tokens[first:last]):
            if token.low.endswith("ed") and not token.quoted and not token.capital:
                return Span(token.start, token.end)
        return None
