"""Who said what in English prose: quotations, reported speech, according to, and what people are said to want."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from claims.reading.annotations import Span
from claims.reading.names_en import Mention
from claims.reading.sentences import paragraphs, sentences
from claims.reading.speech_quotes import Quotation, quotations
from claims.reading.speech_words import Verb, english_verbs, noun_like
from claims.reading.voices_en import Phrase, head_noun, phrase
from claims.reading.wordlists import words
from claims.vocabulary import Act

_TOKEN = re.compile(r"[A-Za-z0-9$@#£€](?:[\w’'&@#-]|\.(?=\w)|,(?=\d))*+\.?(?<!’)(?<!')|[^\w\s]")
REACH = 45  # words to the left among which a subject must begin
BE = frozenset("is are was were be been being 's ’s".split())
# She put the cost at ten million: the whole clause is what she says.
_PUTS = re.compile(r"puts? (?:the|its|their|his|her|that|this)? ?[^.;“\"]{2,80}? (?:at|between|above|below|around|in) ")
PUT = Verb("put", "past", frozenset(("plain", "whole")))
# Words that show a clause has begun: behind them `that` is no longer the one that opens it.
FINITE = frozenset("is are was were will would could can may might should must has have had does did do he she they it we i".split())
PARTICIPLE_AFTER = frozenset((",", "and", "—", "–", "by", "after", "before", "from", "of", "for", "in", "despite", "without", "while", "when", "now", "then"))
HEARSAY = frozenset(("allegedly", "reportedly", "supposedly", "presumably", "purportedly"))
MODALS = frozenset("will would could can may might should must ll 'll ’ll 'd ’d".split())
# Determiners that can stand for a noun: the two said, some argue.
COUNTING = frozenset(("that", "this", "these", "those", "some", "many", "one", "two", "three", "all", "both", "most", "several"))
_DASH_NAME = re.compile(r"\s{0,3}(―|—|–|--?)\s{0,3}(?=[A-Z@])")
_AS_SAID = re.compile(r"(?:That|This|So|It) (?:is|was|’s|'s) (?:at least )?(?:what|how) |That['’]s (?:what|how) |So ")
_ACCORDING = re.compile(r"according to ", re.I)
_CITING = frozenset(("citing", "quoting"))


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word or mark outside quotations, in small letters."""

    low: str
    quoted: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before the speaker's name is settled."""

    source: Span | None
    cue: Span | None
    word: str
    phrase: Phrase | None
    content: tuple[Span, ...]
    quoted: tuple[bool, ...]
    lead: Span
    act: Act | None
    attitude: bool = False
    according: bool = False


def attributions(text: str, start: int, end: int, names: list[Mention]) -> list[Found]:
    """Every attribution of text[start:end] in order."""
    found: list[Found] = []
    begins = [m.start for m in names]
    lines = paragraphs(text, start, end)
    for index, line in enumerate(lines):
        near = names[bisect_left(begins, line.start) : bisect_right(begins, line.end)]
        paragraph = _Paragraph(text, line, lines[index + 1] if index + 1 < len(lines) else None, near)
        found += paragraph.read()
    return found


class _Paragraph:
    def __init__(self, text: str, line: Span, following: Span | None, names: list[Mention]) -> None:
        self.text, self.line, self.following, self.names = text, line, following, names
        self.quotes = quotations(text, line.start, line.end)
        self.sentences = sentences(text, line.start, line.end, "en")
        self.begins = [s.start for s in self.sentences]
        self.tokens = self._tokens()

    def _tokens(self) -> list[Token]:
        out: list[Token] = []
        index = 0
        for m in _TOKEN.finditer(self.text, self.line.start, self.line.end):
            while index < len(self.quotes) and self.quotes[index].end <= m.start():
                index += 1
            quoted = index < len(self.quotes) and self.quotes[index].start <= m.start()
            word, end = m[0], m.end()
            if word.endswith(".") and len(word) > 1 and (end == self.line.end or not self._abbreviated(word)):
                out.append(Token(m.start(), end - 1, word[:-1].lower(), quoted, word[0].isupper()))
                out.append(Token(end - 1, end, ".", quoted, False))
            else:
                out.append(Token(m.start(), end, word.lower(), quoted, word[0].isupper()))
        return out

    def _abbreviated(self, word: str) -> bool:
        return "." in word[:-1] or len(word) == 2 or word[:-1].lower() in words("names_en", "abbreviations")

    def read(self) -> list[Found]:
        out: list[Found] = []
        verbs = english_verbs()
        for index, token in enumerate(self.tokens):
            if token.quoted:
                continue
            if token.low in HEARSAY and (hearsay := self._hearsay(index)):
                out.append(hearsay)
            if token.low in words("speech_en", "saying_nouns") and (owned := self._owned_noun(index)):
                out.append(owned)
            elif token.low == "according" and index + 1 < len(self.tokens) and self.tokens[index + 1].low == "to":
                got = self._according(index)
            elif token.low in ("put", "puts") and self._puts_a_figure(index):
                got = self._at_verb(index, PUT)
            else:
                verb = verbs.get(token.low)
                got = self._at_verb(index, verb) if verb else None
            if got:
                out.append(got)
        out = self._without_nested_attitudes(out)
        out += self._labelled(out)
        out = self._separate(sorted(out, key=lambda f: (f.cue or f.content[0]).start))
        return sorted([*out, *self._bare_quotes(out)], key=lambda f: (f.cue or f.content[0]).start)

    # ── places ──

    def _sentence(self, at: int) -> Span:
        return self.sentences[max(0, bisect_right(self.begins, at) - 1)]

    def _phrase(self, start: int, end: int, apposition: Span | None = None) -> Phrase | None:
        close = [m for m in self.names if start <= m.start < (apposition.end if apposition else end)]
        return phrase(self.text[start:end], self.text[apposition.start : apposition.end] if apposition else "", start, close)

    def _puts_a_figure(self, index: int) -> bool:
        return bool(_PUTS.match(self.text, self.tokens[index].start, self._sentence(self.tokens[index].start).end))

    def _hearsay(self, index: int) -> Found | None:
        """He allegedly fled: somebody says so, nobody is named."""
        sentence = self._sentence(self.tokens[index].start)
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        content = Span(sentence.start, self._trim_end(sentence.end))
        who = Phrase("unattributed", "unnamed")
        return Found(None, cue, self.tokens[index].low, who, (content,), (False,), Span(cue.start, cue.end), None, True)

    def _owned_noun(self, index: int) -> Found | None:
        """Her claim that, the mayor's comments on: words that are somebody's without a verb."""
        sentence = self._sentence(self.tokens[index].start)
        if index == 0 or index + 2 >= len(self.tokens) or self.tokens[index + 1].low not in ("that", "about", "on", "of", "to", "for"):
            return None
        back = index - 1
        while back > 0 and index - back < 3 and not self._owner_at(back):
            back -= 1
        if not self._owner_at(back) or self.tokens[back].quoted or self.tokens[back].start < sentence.start:
            return None
        owner = self.tokens[back]
        name = next((m for m in self.names if m.start <= owner.start < m.end), None)
        source = Span(name.start, name.end) if name else Span(owner.start, owner.end)
        who = self._phrase(name.start, name.end) if name else Phrase({"her": "she", "his": "he"}.get(owner.low, "they"), {"her": "she", "his": "he"}.get(owner.low, "they"))
        content = Span(self.tokens[index + 2].start if self.tokens[index + 1].low == "that" else self.tokens[index + 1].start, self._trim_end(sentence.end))
        if who is None or content.end - content.start < 4:
            return None
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        return Found(source, cue, self.tokens[index].low, who, (content,), (False,), Span(cue.start, content.start), None, True)

    def _owner_at(self, index: int) -> bool:
        low = self.tokens[index].low
        return low in ("his", "her", "their") or low.endswith(("’s", "'s", "s’", "s'")) and self.tokens[index].capital

    # ── a verb and its subject ──

    def _at_verb(self, index: int, verb: Verb) -> Found | None:
        token = self.tokens[index]
        sentence = self._sentence(token.start)
        if token.capital and token.start != sentence.start and not self._title_case(sentence):
            return None
        before = self._skip_left(index - 1)
        passive = before < index - 1 and verb.form in ("past",) and any(t.low in BE for t in self.tokens[before + 1 : index])
        if passive:
            return self._passive(index, verb, sentence)
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if nxt is not None and nxt.low == "by" and verb.form == "past":
            return None
        if verb.form == "participle":
            return self._participle(index, verb, sentence, before)
        subject = self._left_subject(before, sentence)
        if subject and self._agrees(index, verb, subject, before):
            return self._with_subject(index, verb, sentence, subject)
        if verb.form in ("past", "present") and self._goes_on(before, index):
            main = self._main_subject(sentence, self.tokens[before].start)
            if main and (verb.speaks or self.tokens[index].low not in noun_like()):
                return self._with_subject(index, verb, sentence, (main, None))
        if verb.form in ("past", "present") and verb.speaks:
            right = self._right_subject(index, sentence)
            if right:
                return self._inverted(index, verb, sentence, right)
        return None

    def _goes_on(self, before: int, index: int) -> bool:
        """... and said: a second thing the same subject does."""
        if before < 0 or index + 1 >= len(self.tokens):
            return False
        follows = self.tokens[index + 1]
        return self.tokens[before].low in ("and", "but") and follows.low not in ("by", ".", ";")

    def _title_case(self, sentence: Span) -> bool:
        """A headline: most of its words begin with a capital."""
        if sentence.end - sentence.start > 160:
            return False
        found = re.findall(r"[A-Za-z][\w’']{3,}", self.text[sentence.start : sentence.end])
        return len(found) > 2 and sum(word[0].isupper() for word in found) >= 0.8 * len(found)

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

    def _left_subject(self, at: int, sentence: Span) -> tuple[Span, Span | None] | None:
        """(subject, apposition) that end at word `at`."""
        if at < 0 or self.tokens[at].start < sentence.start:
            return None
        if self.tokens[at].low in ("who", "which") and at > 0:
            return Span(self.tokens[at].start, self.tokens[at].end), None
        if self.tokens[at].low in (",", ")", "—", "–"):
            return self._before_apposition(at, sentence)
        begin = self._left_edge(at, sentence)
        if begin is None:
            return None
        return Span(self.tokens[begin].start, self.tokens[at].end), None

    def _left_edge(self, at: int, sentence: Span) -> int | None:
        stops = words("speech_en", "boundaries")
        low = at
        first = at + 1
        while low >= 0 and at - low < REACH:
            token = self.tokens[low]
            if token.start < sentence.start or token.quoted or token.low in stops:
                if token.low == "and" and low > 0 and self.tokens[low - 1].capital and low + 1 <= at and self.tokens[low + 1].capital:
                    first = low
                    low -= 1
                    continue
                break
            if not token.low[0].isalnum() and token.low not in ("'", "’", "-", "&", "@", "/"):
                break
            first = low
            low -= 1
        while first <= at and self.tokens[first].low in words("speech_en", "prepositions") and not self.tokens[first].quoted:
            named = next((k for k in range(first + 1, at + 1) if self._starts_name_or_pronoun(k, at)), None)
            if named is None:
                return None
            first = named
        return first if first <= at else None

    def _starts_name_or_pronoun(self, index: int, at: int) -> bool:
        token = self.tokens[index]
        if token.low in words("speech_en", "pronouns"):
            return index == at
        rest = [m for m in self.names if m.start == token.start and m.end >= self.tokens[at].end - 2]
        return bool(rest)

    def _before_apposition(self, at: int, sentence: Span) -> tuple[Span, Span | None] | None:
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
            return head, Span(self.tokens[low].start, self.tokens[at].start)
        edge = self._left_edge(low - 1, sentence)
        if edge is None:
            return None
        return Span(self.tokens[edge].start, self.tokens[low - 1].end), Span(self.tokens[low].start, self.tokens[at].start)

    def _agrees(self, index: int, verb: Verb, subject: tuple[Span, Span | None], before: int) -> bool:
        """The words to the left can be the verb's subject, and the verb is no noun here."""
        last = next((t for t in reversed(self.tokens[: index]) if t.end <= subject[0].end), None)
        if last is None:
            return False
        word = self.text[subject[0].start : subject[0].end]
        low = word.lower()
        pronoun = low == "which" or low in words("speech_en", "pronouns") or last.low in words("speech_en", "pronouns")
        named = any(m.start >= subject[0].start and m.end >= last.end - 2 and m.start < last.end for m in self.names)
        heads = (last.low, head_noun(word))
        plural = any(h.endswith("s") and not h.endswith(("ss", "’s", "'s")) for h in heads) or last.low in ("people", "men", "women", "media", "police", "two", "both")
        direct = before == index - 1
        modal = any(t.low in words("speech_en", "modals") | BE | {"has", "have", "had", "did", "does", "do"} for t in self.tokens[before + 1 : index])
        if self.text[last.start : last.end].endswith(("’s", "'s")):
            return False
        if last.low in words("speech_en", "determiners") - COUNTING or last.low in words("speech_en", "prepositions"):
            return False
        if not verb.speaks and not verb.shows and any(t.low in MODALS for t in self.tokens[before + 1 : index]):
            return False
        if verb.form == "base":
            return modal or pronoun or plural or " and " in word
        if self.tokens[index].low in noun_like() and not verb.speaks and verb.form == "present" and direct:
            return pronoun or named
        if verb.form == "present":
            return pronoun or named or not plural
        if not verb.speaks and not verb.shows and direct:
            return pronoun or named or plural or low.startswith(("the ", "a ", "his ", "her "))
        return True

    def _right_subject(self, index: int, sentence: Span) -> tuple[Span, Span | None] | None:
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
            if token.quoted or token.start >= sentence.end or token.low in (",", ".", ";", ":", "?", "!", "—", "–", "(", "who", "in", "on", "during", "after", "when", "while", "as", "before"):
                break
            end += 1
        if end == begin:
            return None
        first = self.tokens[begin]
        if not (first.capital or first.low in words("speech_en", "determiners") or first.low in words("speech_en", "pronouns") or first.low in words("unnamed_en", "heads") or first.low in words("names_en", "titles")):
            return None
        head = Span(first.start, self.tokens[end - 1].end)
        apposition = None
        if end < len(self.tokens) and self.tokens[end].low == ",":
            stop = end + 1
            while stop < len(self.tokens) and stop - end < REACH and not self.tokens[stop].quoted and self.tokens[stop].low not in (",", ".", ";"):
                stop += 1
            apposition = Span(self.tokens[end].start, self.tokens[stop - 1].end)
        return head, apposition

    # ── what is said ──

    def _with_subject(self, index: int, verb: Verb, sentence: Span, subject: tuple[Span, Span | None]) -> Found | None:
        head, apposition = subject
        who = self._phrase(head.start, head.end, apposition)
        if who is None:
            return None
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        if verb.shows and not verb.speaks and who.kind not in ("document", "it", "who") and not (verb.classes & {"attitude"}):
            nouns = self.text[head.start : head.end].lower().split()
            documents = words("speech_en", "document_nouns")
            clause = index + 1 < len(self.tokens) and self.tokens[index + 1].low == "that"
            if not clause and not any(w in documents or w.removesuffix("s") in documents for w in nouns):
                return None
        source_start = head.start
        if "whole" in verb.classes:
            clause = Span(cue.start, self._trim_end(sentence.end))
            return Found(head, cue, verb.base, who, (clause,), (False,), Span(sentence.start, cue.end), None)
        earlier = self._said_before(head, sentence, index, verb)
        if earlier is not None:
            return Found(head, cue, verb.base, who, (earlier,), (False,), Span(sentence.start, sentence.end), verb.act)
        before = self._content_before(source_start, sentence)
        after, quoted = self._content_after(index, sentence, verb)
        attitude = not verb.speaks and not verb.shows
        ends_here = self._ends_here(index, verb)
        lead = Span(sentence.start if not before else source_start, after[0].start if after else cue.end)
        if before is not None and (ends_here or (before[1] and (not after or quoted[0] or not self._opens_clause(index)))):
            content, flags = [before[0]], [before[1]]
            tail, tail_quoted = self._rest_after(index, sentence, before)
            content += tail
            flags += tail_quoted
            tail_start = tail[0].start if tail else sentence.end
            return Found(head, cue, verb.base, who, tuple(content), tuple(flags), Span(source_start, max(cue.end, min(tail_start, sentence.end))), verb.act, attitude)
        if not after:
            if verb.act is Act.denial or attitude:
                span = Span(head.start, self._trim_end(sentence.end))
                return Found(head, cue, verb.base, who, (span,), (False,), Span(sentence.start, cue.end), verb.act, attitude)
            return None
        return Found(head, cue, verb.base, who, after, quoted, lead, verb.act, attitude)

    def _said_before(self, head: Span, sentence: Span, index: int, verb: Verb) -> Span | None:
        """The sentence before, of which "That is what X says" speaks."""
        opening = _AS_SAID.match(self.text, sentence.start, sentence.end)
        place = self.sentences.index(sentence)
        if opening and opening.end() >= head.start - 1 and self._ends_here(index, verb) and place:
            earlier = self.sentences[place - 1]
            return Span(earlier.start, self._trim_end(earlier.end))
        return None

    def _inverted(self, index: int, verb: Verb, sentence: Span, subject: tuple[Span, Span | None]) -> Found | None:
        head, apposition = subject
        who = self._phrase(head.start, head.end, apposition)
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        before = self._content_before(cue.start, sentence)
        if who is None or before is None:
            return None
        content, flags = [before[0]], [before[1]]
        last = (apposition or head).end
        tail, tail_quoted = self._following_quotes(last)
        return Found(head, cue, verb.base, who, (*content, *tail), (*flags, *tail_quoted), Span(cue.start, sentence.end), verb.act)

    def _content_before(self, at: int, sentence: Span) -> tuple[Span, bool] | None:
        """(words, quoted) that end right before `at` with a quotation mark or a comma."""
        end = at
        while end > self.line.start and self.text[end - 1] in " \u00a0—–-":
            end -= 1
        quote = next((q for q in self.quotes if q.end == end or (q.end == end - 1 and self.text[end - 1] == ",")), None)
        if quote is not None:
            first = self._chain_of_quotes(quote)
            own_sentence = self._sentence(quote.start)
            if self.text[quote.inside.end - 1 : quote.inside.end] in (",", ".", "?", "!", "…", "—") or self.text[end - 1] == ",":
                opening = self.text[own_sentence.start : quote.start].strip()
                if opening and quote.start > own_sentence.start and len(opening) > 3:
                    return Span(own_sentence.start, quote.end), False
                return Span(first, quote.inside.end), True
            return None
        if end > sentence.start and self.text[end - 1] == ",":
            start = sentence.start
            if end - 1 - start > 8:
                return Span(start, end - 1), False
        return None

    def _chain_of_quotes(self, quote: Quotation) -> int:
        return quote.inside.start

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
        return bool(re.match(r"(?:(?:on|in|at|during|to|of|last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|late|me|us|him|her|them|reporters|investors|by|via|through|from|after|before|when|as|while|with|referring|speaking|about)\b)[^“\"]{0,160}$", rest))

    def _opens_clause(self, index: int) -> bool:
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return nxt is not None and nxt.low == "that"

    def _rest_after(self, index: int, sentence: Span, before: tuple[Span, bool]) -> tuple[list[Span], list[bool]]:
        """What goes on behind an attribution in the middle: the second half of the quotation or of the clause."""
        if before[1]:
            return self._following_quotes(self.tokens[index].end)
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if nxt is not None and nxt.low == ",":
            end = self._trim_end(sentence.end)
            start = nxt.end + 1
            if end - start > 3 and not self.text[start:end].lower().startswith(("who ", "which ", "adding", "citing", "according")):
                return [Span(start, end)], [False]
        return [], []

    def _following_quotes(self, at: int) -> tuple[list[Span], list[bool]]:
        """Quotations behind an attribution, one after the other with nothing of anybody else's between."""
        spans: list[Span] = []
        for quote in self.quotes:
            if quote.start < at:
                continue
            between = self.text[at : quote.start]
            if re.search(r"[A-Za-z]", between) and (spans or len(between) > 120 or re.search(r"[.!?]\s+\w", between)):
                break
            spans.append(quote.inside)
            at = quote.end
        return spans, [True] * len(spans)

    def _content_after(self, index: int, sentence: Span, verb: Verb) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
        """What follows the verb as said: a quotation, a block after a colon, or the rest of the sentence."""
        at = self.tokens[index].end
        end = self._trim_end(sentence.end)
        colon = self.text.find(":", at, sentence.end)
        nxt = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if colon >= 0 and not self.text[colon + 1 : sentence.end].strip() and sentence.end >= self.line.end:
            return ((self.following,), (True,)) if self.following else ((), ())
        if nxt is None or nxt.low in (".", ";"):
            return (), ()
        told = next((q for q in self.quotes if at < q.start and self.text[at : q.start].rstrip().endswith(":") and q.start < sentence.end), None)
        if told is not None and told.start - at < 80 and "“" not in self.text[at : told.start]:
            tail, flags = self._following_quotes(told.end)
            return (told.inside, *tail), (True, *flags)
        start = self._past_addressee(index, sentence, verb)
        quote = next((q for q in self.quotes if q.start <= start < q.end or (start <= q.start and not self.text[start : q.start].strip(" ,:—–\u00a0"))), None)
        if quote is not None and (quote.end >= end - 1 or self._is_whole(quote)):
            tail, flags = self._following_quotes(quote.end)
            return (quote.inside, *tail), (True, *flags)
        if colon >= 0 and colon < start + 1:
            start = colon + 1
        while start < end and self.text[start] in " ,:—–\u00a0":
            start += 1
        return ((Span(start, end),), (False,)) if end - start > 2 else ((), ())

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
            if token.low in (",", ";", ".", "—") or token.low in FINITE:
                break
        if verb.base == "tell" and k < len(self.tokens):
            k = self._past_person(k)
            start = self.tokens[k].start if k < len(self.tokens) else start
        return self._past_when(k, start)

    def _past_person(self, k: int) -> int:
        token = self.tokens[k]
        if token.low in ("me", "us", "him", "her", "them", "you", "reporters", "investors", "journalists", "lawmakers", "staff", "analysts", "employees", "people", "officials", "supporters", "voters"):
            return k + 1
        name = next((m for m in self.names if m.start <= token.start < m.end or m.start == token.end + 1), None)
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
        days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "earlier", "then"}
        if k < len(self.tokens) and self.tokens[k].low in days and k + 1 < len(self.tokens):
            return self.tokens[k + 1].start
        if k + 2 < len(self.tokens) and self.tokens[k].low == "on" and self.tokens[k + 1].low in days:
            return self.tokens[k + 2].start
        return start

    def _trim_end(self, end: int) -> int:
        while end > self.line.start and self.text[end - 1] in " .;\u00a0":
            end -= 1
        return end

    # ── other forms ──

    def _participle(self, index: int, verb: Verb, sentence: Span, before: int) -> Found | None:
        """..., saying that: the subject of the clause it hangs on."""
        previous = self.tokens[index - 1] if index else None
        if previous is None:
            return None
        helped = any(t.low in BE for t in self.tokens[before + 1 : index])
        if helped:
            subject = self._left_subject(before, sentence)
            return self._with_subject(index, verb, sentence, subject) if subject and self._agrees(index, verb, subject, before) else None
        after_name = any(m.end == previous.end for m in self.names) and verb.speaks
        if not (previous.low in PARTICIPLE_AFTER or previous.quoted or after_name):
            return None
        main = self._main_subject(sentence, self.tokens[index].start)
        after, quoted = self._content_after(index, sentence, verb)
        if main is None or not after:
            return None
        who = self._phrase(main.start, main.end)
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        if verb.base in ("cite", "quote"):
            cited = self._cited(index)
            return Found(main, cue, verb.base, cited or who, after, quoted, Span(cue.start, cue.end), None, True) if who else None
        return Found(main, cue, verb.base, who, after, quoted, Span(cue.start, after[0].start), verb.act, not verb.speaks) if who else None

    def _cited(self, index: int) -> Phrase | None:
        """Whom a reporter cites, when it is people or papers and not a reason."""
        end = index + 1
        while end < len(self.tokens) and end - index < REACH and not self.tokens[end].quoted:
            if self.tokens[end].low in (",", ".", ";", ":", "—", "–", "that", "as", "who"):
                break
            end += 1
        if end == index + 1:
            return None
        who = self._phrase(self.tokens[index + 1].start, self.tokens[end - 1].end)
        return who if who and who.kind in ("name", "unnamed", "document") else None

    def _main_subject(self, sentence: Span, at: int) -> Span | None:
        """The first name or pronoun of the sentence before `at`, outside quotations."""
        for token in self.tokens:
            if token.start < sentence.start or token.quoted:
                continue
            if token.start >= at:
                return None
            if token.low in ("he", "she", "they", "it"):
                return Span(token.start, token.end)
            name = next((m for m in self.names if m.start <= token.start < m.end), None)
            if name:
                return Span(name.start, name.end)
        return None

    def _passive(self, index: int, verb: Verb, sentence: Span) -> Found | None:
        """It was alleged in a letter that ..., as was said by X."""
        cue = Span(self.tokens[index].start, self.tokens[index].end)
        start = self._past_addressee(index, sentence, verb)
        end = self._trim_end(sentence.end)
        lead_text = self.text[cue.end : start]
        where = re.search(r"\bin (an? [\w’' -]{2,40}?)(?= (?:last|on|that|this|earlier|by|from|,)|$)", lead_text)
        agentless = any(t.low == "it" for t in self.tokens[max(0, index - 3) : index])
        attitude = not (agentless and self.text[cue.end : start].rstrip().endswith("that"))
        who = Phrase(where[1], "document") if where else Phrase("unattributed", "unnamed")
        source = Span(cue.end + where.start(1), cue.end + where.end(1)) if where else None
        if end - start < 4:
            return None
        return Found(source, cue, verb.base, who, (Span(start, end),), (False,), Span(sentence.start, start), verb.act, attitude)

    def _according(self, index: int) -> Found | None:
        begin = index + 2
        end = begin
        sentence = self._sentence(self.tokens[index].start)
        while end < len(self.tokens) and end - begin < REACH:
            token = self.tokens[end]
            if token.quoted or token.low in (",", ".", ";", ":", "—", "–", "who", "which", "that") or token.start >= sentence.end:
                break
            end += 1
        if end == begin:
            return None
        source = Span(self.tokens[begin].start, self.tokens[end - 1].end)
        cue = Span(self.tokens[index].start, self.tokens[index + 1].end)
        who = self._phrase(source.start, source.end)
        if cue.start == sentence.start:
            content = Span(min(source.end + 1, sentence.end), self._trim_end(sentence.end))
        else:
            stop = cue.start
            while stop > sentence.start and self.text[stop - 1] in " ,—–":
                stop -= 1
            content = Span(sentence.start, stop)
        while content.start < content.end and self.text[content.start] in " ,":
            content = Span(content.start + 1, content.end)
        if who is None or content.end - content.start < 4:
            return None
        return Found(source, cue, "according to", who, (content,), (False,), Span(cue.start, source.end), None, according=True)

    def _without_nested_attitudes(self, found: list[Found]) -> list[Found]:
        """What somebody is said to want, inside what somebody else says, is part of the saying."""
        said = [span for item in found if not item.attitude for span in item.content]
        return [
            item
            for item in found
            if not (item.attitude and item.cue and any(span.start <= item.cue.start < span.end for span in said))
            or any(span.start <= quote.start < span.end for span in item.content for quote in self.quotes)
        ]

    def _labelled(self, found: list[Found]) -> list[Found]:
        """Our president, Jane Doe: "words", and "words" ― Jane Doe."""
        out = []
        titled = next((m for m in self.names if m.start == self.line.start and self.text[m.end : m.end + 2] == ": "), None)
        if titled and self._title_case(self.sentences[0]) and (who := self._phrase(titled.start, titled.end)):
            content = Span(titled.end + 2, self._trim_end(self.sentences[0].end))
            if content.end > content.start:
                cue = Span(titled.end, titled.end + 1)
                out.append(Found(Span(titled.start, titled.end), cue, ":", who, (content,), (False,), Span(titled.start, cue.end), None))
        for quote in self.quotes:
            if any(span.start < quote.inside.end and quote.inside.start < span.end for item in found for span in item.content):
                continue
            at = quote.start
            while at > self.line.start and self.text[at - 1] in " \u00a0":
                at -= 1
            named = next((m for m in self.names if self.text[m.end : at].strip() == ":"), None) if self.text[at - 1 : at] == ":" else None
            sentence = self._sentence(quote.start)
            if named and named.start - sentence.start < 80:
                who = self._phrase(named.start, named.end)
                cue = Span(at - 1, at)
                if who:
                    out.append(Found(Span(named.start, named.end), cue, ":", who, (quote.inside,), (True,), Span(sentence.start, at), None))
                continue
            dash = _DASH_NAME.match(self.text, quote.end, self.line.end)
            signed = next((m for m in self.names if dash and m.start == dash.end()), None)
            if signed and dash:
                who = self._phrase(signed.start, signed.end)
                if who:
                    cue = Span(dash.start(1), dash.end(1))
                    out.append(Found(Span(signed.start, signed.end), cue, "―", who, (quote.inside,), (True,), Span(cue.start, signed.end), None))
        return out

    def _separate(self, found: list[Found]) -> list[Found]:
        """Where a second speaker's own sentence part begins inside a content, the first content ends there."""
        out: list[Found] = []
        for index, item in enumerate(found):
            follower = next((f for f in found[index + 1 :] if not f.attitude), None)
            if follower and follower.source and item.cue and item.content and not item.quoted[-1] and not item.attitude:
                last = item.content[-1]
                joint = self.text.rfind(", ", last.start, min(follower.source.start, (follower.cue or follower.source).start) + 1)
                if last.start < joint < last.end and self.text[joint + 2 :].startswith(("and ", "but ", "while ", "whereas ")):
                    item = replace(item, content=(*item.content[:-1], Span(last.start, joint)))
            out.append(item)
        return out

    def _bare_quotes(self, found: list[Found]) -> list[Found]:
        """Quotations nobody was given yet: whole sentences go on with the last speaker, parts belong to the subject."""
        covered = [span for item in found for span in item.content]
        out = []
        for quote in self.quotes:
            if any(span.start < quote.inside.end and quote.inside.start < span.end for span in covered):
                continue
            inside = self.text[quote.inside.start : quote.inside.end]
            sentence = self._sentence(quote.start)
            whole = not self.text[sentence.start : quote.start].strip() and (len(inside.split()) > 3)
            if whole:
                out.append(Found(None, None, "", None, (quote.inside,), (True,), Span(quote.start, quote.start), None))
                continue
            subject = self._main_subject(sentence, quote.start)
            who = self._phrase(subject.start, subject.end) if subject else None
            if subject and who:
                out.append(Found(subject, None, "", who, (quote.inside,), (True,), Span(quote.start, quote.start), None, True))
        return out
