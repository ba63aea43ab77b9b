"""The forms in which English verbs pass words on: X said, said X, saying, it was said."""

from __future__ import annotations

import re
from functools import partial

from claims.reading.annotations import Span
from claims.reading.speech_en_line import Found, Said, Subject, one
from claims.reading.speech_en_phrases import UNATTRIBUTED, Phrases
from claims.reading.speech_en_subjects import BE
from claims.reading.speech_words import Verb, noun_like
from claims.reading.voices_en import Phrase
from claims.reading.wordlists import words
from claims.vocabulary import Act

PARTICIPLE_AFTER = frozenset(
    (
        ",",
        "and",
        "—",
        "–",
        "by",
        "after",
        "before",
        "from",
        "of",
        "for",
        "in",
        "despite",
        "without",
        "while",
        "when",
        "now",
        "then",
    )
)
MAKING = ("write", "sing")  # verbs that also make a thing
OBJECTS = ("the", "a", "an", "his", "her", "its", "their", "my", "our", "this", "these")
CITING = ("cite", "quote")
NEGATIONS = frozenset(("not", "never", "neither", "nor"))
_NAMED_ONLY = re.compile(
    r"(?:the|any|all|this|that|these|those|it|his|her|its|their|such|an?)\b(?:(?! (?:is|was|are|were|had|has|have|would|will|could)\b).)*$",
    re.I,
)
_WHERE = re.compile(r"\bin (an? [\w’' -]{2,40}?)(?= (?:last|on|that|this|earlier|by|from|,)|$)")


class Forms(Phrases):
    """A paragraph in which each verb of saying gives one attribution."""

    def _at_verb(self, index: int, verb: Verb) -> Found | None:
        token = self.tokens[index]
        sentence = self._sentence(token.start)
        if token.capital and token.start != sentence.start and not self._title_case(sentence):
            return None
        before = self._skip_left(index - 1)
        passive = (
            before < index - 1 and verb.form in ("past",) and any(t.low in BE for t in self.tokens[before + 1 : index])
        )
        if passive:
            return self._passive(index, verb, sentence)
        follows = self._next(index)
        if follows is not None and follows.low == "by" and verb.form == "past":
            return None
        if verb.form == "participle":
            return self._participle(index, verb, sentence, before)
        subject = self._left_subject(before, sentence)
        if subject and self._agrees(index, verb, subject, before):
            return self._with_subject(index, verb, sentence, subject)
        if verb.form in ("past", "present") and self._goes_on(before, index):
            main = self._main_subject(sentence, self.tokens[before].start)
            if main and (verb.speaks or self.tokens[index].low not in noun_like()):
                return self._with_subject(index, verb, sentence, Subject(main))
        if verb.form in ("past", "present") and verb.speaks:
            right = self._right_subject(index, sentence)
            if right:
                return self._inverted(index, verb, sentence, right)
        return None

    def _with_subject(self, index: int, verb: Verb, sentence: Span, subject: Subject) -> Found | None:
        who = self._phrase(subject)
        if who is None or not self._can_show(index, verb, subject, who):
            return None
        if verb.base in MAKING and self._has_object(index):
            return None
        head, cue = subject.head, self._cue(index)
        # Who did not say, or never said, has said nothing.
        silent = verb.act is not Act.denial and self._is_negated(index)
        attitude = silent or (not verb.speaks and not verb.shows)
        made = partial(Found, head, cue, verb.base, who, act=verb.act, attitude=attitude)
        if "whole" in verb.classes:
            return made(one(cue.start, self._trim_end(sentence.end)), Span(sentence.start, cue.end))
        earlier = self._said_before(head, sentence, index, verb)
        if earlier is not None:
            return made(one(earlier.start, earlier.end), sentence)
        before, after = self._content_before(head.start, sentence), self._content_after(index, sentence, verb)
        if before.spans and self._belongs_before(index, verb, before, after):
            rest = self._rest_after(index, sentence, before)
            lead_end = min(rest.spans[0].start if rest.spans else sentence.end, sentence.end)
            return made(before + rest, Span(head.start, max(cue.end, lead_end)))
        if verb.act is Act.denial and self._is_named_only(cue, after):
            return made(one(head.start, self._trim_end(sentence.end)), Span(sentence.start, cue.end))
        if after.spans:
            lead = Span(head.start if before.spans else sentence.start, after.spans[0].start)
            return made(after, lead)
        if verb.act is Act.denial or attitude:
            return made(one(head.start, self._trim_end(sentence.end)), Span(sentence.start, cue.end))
        return None

    def _has_object(self, index: int) -> bool:
        """wrote the letter, read a statement: the verb has a thing for its object and no words of anybody's."""
        follows = self._next(index)
        return follows is not None and not follows.quoted and follows.low in OBJECTS

    def _is_negated(self, index: int) -> bool:
        earlier = self.tokens[max(0, index - 4) : index]
        return any(token.low in NEGATIONS or token.low.endswith(("n't", "n’t")) for token in earlier)

    def _is_named_only(self, cue: Span, said: Said) -> bool:
        """What is denied is only named: the report, any wrongdoing. Then the denial itself is what is said."""
        if len(said.spans) != 1 or said.quoted[0]:
            return False
        span = said.spans[0]
        if "that" in self.text[cue.end : span.start]:
            return False
        return _NAMED_ONLY.match(self.text, span.start, span.end) is not None and span.end - span.start < 80

    def _belongs_before(self, index: int, verb: Verb, before: Said, after: Said) -> bool:
        """The words in front of the subject are what is said, not those behind the verb."""
        if self._ends_here(index, verb):
            return True
        return before.quoted[0] and (not after.spans or after.quoted[0] or not self._opens_clause(index))

    def _can_show(self, index: int, verb: Verb, subject: Subject, who: Phrase) -> bool:
        """Only papers, films and figures show; people may do anything else."""
        if verb.speaks or not verb.shows or "attitude" in verb.classes or who.kind in ("document", "it", "who"):
            return True
        follows = self._next(index)
        if follows is not None and follows.low == "that":
            return True
        documents = words("speech_en", "document_nouns")
        nouns = self.text[subject.head.start : subject.head.end].lower().split()
        return any(noun in documents or noun.removesuffix("s") in documents for noun in nouns)

    def _inverted(self, index: int, verb: Verb, sentence: Span, subject: Subject) -> Found | None:
        """ "...," said X, the head of Y."""
        who, cue = self._phrase(subject), self._cue(index)
        before = self._content_before(cue.start, sentence)
        if who is None or not before.spans:
            return None
        tail = self._following_quotes((subject.aside or subject.head).end)
        return Found(subject.head, cue, verb.base, who, before + tail, Span(cue.start, sentence.end), act=verb.act)

    def _participle(self, index: int, verb: Verb, sentence: Span, before: int) -> Found | None:
        """..., saying that: the subject of the clause it hangs on."""
        if index == 0:
            return None
        if any(token.low in BE for token in self.tokens[before + 1 : index]):
            subject = self._left_subject(before, sentence)
            if subject is None or not self._agrees(index, verb, subject, before):
                return None
            return self._with_subject(index, verb, sentence, subject)
        previous = self.tokens[index - 1]
        behind_name = verb.speaks and self._name_ending(previous.end) is not None
        if not (previous.low in PARTICIPLE_AFTER or previous.quoted or behind_name):
            return None
        main, after = self._main_subject(sentence, self.tokens[index].start), self._content_after(index, sentence, verb)
        who = self._phrase(Subject(main)) if main else None
        if who is None or not after.spans:
            return None
        cue = self._cue(index)
        if verb.base in CITING:
            return Found(main, cue, verb.base, self._cited(index) or who, after, cue, attitude=True)
        lead = Span(cue.start, after.spans[0].start)
        return Found(main, cue, verb.base, who, after, lead, verb.act, attitude=not verb.speaks)

    def _passive(self, index: int, verb: Verb, sentence: Span) -> Found | None:
        """It was alleged in a letter that ...: the letter speaks, or nobody in particular."""
        cue = self._cue(index)
        start, end = self._past_addressee(index, sentence, verb), self._trim_end(sentence.end)
        if end - start < 4:
            return None
        opening = self.text[cue.end : start]
        where = _WHERE.search(opening)
        impersonal = any(token.low == "it" for token in self.tokens[max(0, index - 3) : index])
        attitude = not (impersonal and opening.rstrip().endswith("that"))
        who = Phrase(where[1], "document") if where else UNATTRIBUTED
        source = Span(cue.end + where.start(1), cue.end + where.end(1)) if where else None
        return Found(source, cue, verb.base, who, one(start, end), Span(sentence.start, start), verb.act, attitude)
