"""Who said what in Chinese prose: quotations, reported speech, and sources named by 据."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.reading.annotations import Span
from claims.reading.speech_quotes import Quotes, quotations
from claims.reading.speech_zh_sentence import MEASURED, Sentence, act_of, cue_pattern, guarded
from claims.reading.voices_zh import Phrase, phrase
from claims.reading.wordlists import words
from claims.vocabulary import Act

CROWDED = 60  # verbs of saying in one sentence; no sentence that says something has so many
_WORTH_READING = re.compile("[据悉闻讯传照依交递报布露发出印：:]")
SEMICOLONS = 8  # parts behind semicolons that may go on with what one speaker says
_COLON = re.compile(r"[：:]\s*(?=\S)")
_LEARNT = re.compile("从([^，,。；“”\\n]{2,24}?)(?:方面|处|官方)?(获悉|了解到|得知|获知)[，,：:]")
_PAPER = re.compile(
    "(报道|报导|声明|公告|通报|报告|通知)(?:称|说|指出|显示|表示|认为)$"
)  # a paper that opens the sentence speaks itself
_FILED = re.compile(
    r"(?:提交|递交|上报|报送|发布|公布|披露|出台|印发)[^，,。；]{0,14}?(?:方案|申请|计划|公告|报告|通知|声明)[，,](?=拟|称|计划|宣布|表示|将)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before the speaker's name is settled."""

    source: Span | None
    cue: Span
    word: str
    phrase: Phrase | None
    content: tuple[Span, ...]
    quoted: tuple[bool, ...]
    lead: Span  # what stands around the cue and is not content: there the text says when
    act: Act | None
    according: bool = False


@cache
def _impersonal() -> re.Pattern[str]:
    listed = sorted(words("speech_zh", "impersonal"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, listed)) + ")[，,：:]?")


@cache
def _according() -> re.Pattern[str]:
    closers = "|".join(sorted(map(re.escape, words("speech_zh", "according")), key=len, reverse=True))
    return re.compile(
        rf"(?:根据|按照|依据|依照|据)([^，,。；;：:\n“”]{{2,40}}?)的?({closers})(?:称|说|显示|指出|表示)?[，,：:]"
    )


def attributions(text: str, sentences: tuple[Span, ...], names: frozenset[str]) -> Iterator[Found]:
    """Every attribution of these sentences in order of its verb."""
    if not sentences:
        return
    quotes = Quotes(quotations(text, sentences[0].start, sentences[-1].end))
    claimed: set[int] = set()
    for index, sentence in enumerate(sentences):
        if _WORTH_READING.search(text, sentence.start, sentence.end) or cue_pattern().search(
            text, sentence.start, sentence.end
        ):
            reach = _reach(text, sentences, index)
            yield from _Forms(text, sentence, reach, quotes, names, claimed).read()


def _reach(text: str, sentences: tuple[Span, ...], index: int) -> int:
    """Where the sentence ends when parts behind a semicolon that have no speaker of their own go on with it."""
    last = index
    while (
        last + 1 < len(sentences)
        and text[sentences[last].end - 1] in "；;"
        and last - index < SEMICOLONS
        and not cue_pattern().search(text, sentences[last + 1].start, sentences[last + 1].end)
    ):
        last += 1
    return sentences[last].end


class _Forms(Sentence):
    """A sentence in which each verb or phrase of saying gives one attribution."""

    def read(self) -> list[Found]:
        """The attributions of the sentence, each ending where the next speaker's begins."""
        cues = list(cue_pattern().finditer(self.text, self.span.start, self.span.end))
        if len(cues) > CROWDED or self.text.count("据", self.span.start, self.span.end) > CROWDED:
            return []
        found = [
            *self._by_according(), *self._by_impersonal(), *self._by_colon(), *self._by_filing(), *self._by_learning(),
        ]  # fmt: skip
        at = self.span.start
        part = guarded(self.text, self.span) if cues else frozenset()
        for cue in cues:
            if cue.start() < at or cue.span() in part or self._in_quote(cue.start()):
                continue
            if any(f.cue.start <= cue.start() < f.cue.end for f in found):
                continue
            got = self._at_cue(cue)
            if got:
                found.append(got)
                at = cue.end()
        found.sort(key=lambda f: f.cue.start)
        return self._separate(found)

    def _at_cue(self, cue: re.Match[str]) -> Found | None:
        after = self.text[cue.end() : cue.end() + 1]
        if (
            after in ("的", "人", "书", "会")
            or self.text[cue.start() - 1 : cue.start()] == "的"
            or (after == "了" and cue[0] in words("speech_zh", "weak") and cue[0] not in ("否认", "宣布", "承认"))
        ):
            return None
        end = cue.end() + (after in ("了", "到", "道", "过", "着") and after != "")
        begin = self._clause_start(cue.start())
        who = phrase(self.text[begin : cue.start()], self.names)
        quote = self._quote_before(begin)
        if who is None:
            who, begin = self._subject_before(begin, quote, cue[0] in MEASURED)
        if who is None and quote is None:
            paper = _PAPER.match(cue[0]) if begin == cue.start() else None
            if paper is None:
                return None
            who = Phrase(paper[1], "document" if paper[1] not in ("报道", "报导") else "unnamed")
        follows = self._follows(end)
        if (
            who is not None
            and who.kind == "weak"
            and (cue[0] in words("speech_zh", "weak") or len(cue[0]) == 1)
            and not (follows or quote)
        ):
            return None
        if not follows and cue[0] in ("说明", "报告", "通知", "反映", "公布", "发布", "问", "答", "讲", "料"):
            return None
        content, quoted = self._contents(quote, end, cue[0], begin)
        if not content:
            return None
        if cue[0] in MEASURED:
            content = (Span(begin, content[-1].end),)
        source = None if who is None else self._source(begin, cue.start(), who)
        lead = Span(min(begin, self._lead_start(begin)), end)
        return Found(source, Span(cue.start(), end), cue[0], who, content, quoted, lead, act_of(cue[0]))

    def _by_colon(self) -> list[Found]:
        """某某：words, in a headline or before a quotation."""
        out = []
        for m in _COLON.finditer(self.text, self.span.start, self.span.end):
            begin = self._clause_start(m.start())
            label = self.text[begin : m.start()].strip()
            if self._in_quote(m.start()) or not 2 <= len(label) <= 16 or cue_pattern().search(label):
                continue
            who = phrase(label, self.names)
            quoted_next = self.quotes.beginning(m.end()) is not None
            known = who is not None and (who.text in self.names or who.text != label)
            if who is None or label in words("speech_layout", "header_zh"):
                continue
            if not (
                (who.kind == "person" and (known or quoted_next))
                or (who.kind in ("organisation", "unnamed") and quoted_next)
            ):
                continue
            content, quoted = self._content_from(m.end())
            if content:
                out.append(
                    Found(
                        Span(begin, m.start()),
                        Span(m.start(), m.start() + 1),
                        "：",
                        who,
                        content,
                        quoted,
                        Span(begin, m.end()),
                        None,
                    )
                )
        return out

    def _by_filing(self) -> list[Found]:
        """Who hands in a plan or puts out a notice and means to do something."""
        out = []
        for m in _FILED.finditer(self.text, self.span.start, self.span.end):
            begin = self._clause_start(m.start())
            who = None if self._in_quote(m.start()) else phrase(self.text[begin : m.start()], self.names)
            if who is None or who.kind in ("weak", "outlet", "first"):
                continue
            content, quoted = self._content_from(m.end())
            if content:
                source = self._source(begin, m.start(), who)
                out.append(
                    Found(
                        source,
                        Span(m.start(), m.end() - 1),
                        m[0][:-1],
                        who,
                        content,
                        quoted,
                        Span(self.span.start, m.end()),
                        None,
                    )
                )
        return out

    def _by_learning(self) -> list[Found]:
        """记者从某处获悉: the words are of the place from which they were learnt."""
        out = []
        for m in _LEARNT.finditer(self.text, self.span.start, self.span.end):
            who = None if self._in_quote(m.start()) else phrase(m[1], self.names)
            content, quoted = self._content_from(m.end())
            if who and content:
                lead = Span(self.span.start, m.end())
                out.append(Found(Span(*m.span(1)), Span(*m.span(2)), m[2], who, content, quoted, lead, None, True))
        return out

    def _by_impersonal(self) -> list[Found]:
        out = []
        for m in _impersonal().finditer(self.text, self.span.start, self.span.end):
            clause = self._clause_start(m.start())
            if (
                self._in_quote(m.start())
                or m.start() - clause > 2
                or not (m[0][-1] in "，,：:" or m[0].startswith(("网传", "据")))
            ):
                continue
            end = self._stop(self.reach)
            if end - m.end() < 4:
                continue
            word = m[0].strip("，,：:")
            out.append(Found(Span(m.start(), m.start() + len(word)), Span(m.start(), m.start() + len(word)), word, Phrase(word, "unnamed"),
                             (Span(m.end(), end),), (False,), Span(clause, m.end()), None, True))  # fmt: skip
        return out

    def _by_according(self) -> list[Found]:
        out = []
        for m in _according().finditer(self.text, self.span.start, self.span.end):
            clause = self._clause_start(m.start())
            if self._in_quote(m.start()) or m.start() - clause > 2:
                continue
            who = phrase(m[1], self.names)
            end = self._stop(self.span.end)
            if who is None or end - m.end() < 4:
                continue
            if m[2] in ("数据", "公告", "通报", "报告", "规划", "统计", "调查", "研究") and who.kind not in (
                "unnamed",
            ):
                who = Phrase(who.text, who.kind, who.owner)
            content, quoted = self._content_from(m.end())
            out.append(Found(Span(m.start(1), m.end(1)), Span(m.start(2), m.end(2)), "据" + m[2], who, content, quoted,
                             Span(clause, m.end()), act_of(m[2]), True))  # fmt: skip
        return out

    def _separate(self, found: list[Found]) -> list[Found]:
        """Where a second speaker begins in the middle of a content, the first one's content ends."""
        out: list[Found] = []
        for index, item in enumerate(found):
            follower = found[index + 1] if index + 1 < len(found) else None
            if follower and not item.according and item.content and follower.source:
                last = item.content[-1]
                begins = min(follower.source.start, follower.lead.end)
                clause = self._clause_start(begins)
                if last.start + 4 < clause < last.end and not item.quoted[-1]:
                    cut = clause
                    while cut > last.start and self.text[cut - 1] in "，,；; ":
                        cut -= 1
                    content = (*item.content[:-1], Span(last.start, cut))
                    item = Found(
                        item.source,
                        item.cue,
                        item.word,
                        item.phrase,
                        content,
                        item.quoted,
                        item.lead,
                        item.act,
                        item.according,
                    )
            out.append(item)
        return out
