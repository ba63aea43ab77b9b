"""Who said what in Chinese prose: quotations, reported speech, and sources named by 据."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims.reading.annotations import Span
from claims.reading.speech_quotes import Quotation, quotations
from claims.reading.voices_zh import Phrase, all_words, phrase
from claims.reading.wordlists import word_list, words
from claims.vocabulary import Act

ACT_OF = {
    "denial": Act.denial,
    "promise": Act.promise,
    "forecast": Act.forecast,
    "opinion": Act.opinion,
    "question": Act.question,
}
KEYS = ("plain", "admission", "denial", "promise", "warning", "forecast", "opinion", "question", "showing")
MEASURED = ("结果为", "结果显示", "数据为")  # whoever took the sample stands in the clause before
WINDOW = 60  # characters in front of a verb among which its subject must stand
GUARDS = ("not_say", "not_cheng", "not_ask")
_COMMENT = re.compile(r"[，,](?:这一(?!次|点|天|年|月)|此举|此番|这番|上述(?:说法|言论|表态)|这也|这与)")
_TO_WHOM = re.compile(
    r"(?:了)?(?:本报|本社|本刊|本台|本网|财经|媒体|外界|我们)?(?:记者|媒体|本报|本社|本台)?(?:采访时)?(?=[。；！]|$)"
)
_COLON = re.compile(r"[：:]\s*(?=\S)")
_FILED = re.compile(
    r"(?:提交|递交|上报|报送|发布|公布|披露|出台|印发)[^，,。；]{0,14}?(?:方案|申请|计划|公告|报告|通知|声明)[，,](?=拟|称|计划|宣布|表示|将)"
)
_BREAK = "，,。；;：:！？!?\n"


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


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
def _cue_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, all_words(*KEYS))))


@cache
def _guard_pattern() -> re.Pattern[str]:
    listed = sorted({word for key in GUARDS for word in word_list("speech_zh", key)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)))


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


@cache
def act_of(word: str) -> Act | None:
    """What the verb alone says of the words."""
    for key, act in ACT_OF.items():
        if word in words("speech_zh", key) and word not in words("speech_zh", "plain"):
            return act
    return None


def attributions(text: str, sentences: tuple[Span, ...], names: frozenset[str]) -> list[Found]:
    """Every attribution of these sentences in order of its verb."""
    if not sentences:
        return []
    quotes = quotations(text, sentences[0].start, sentences[-1].end)
    found: list[Found] = []
    claimed: set[int] = set()
    for index, sentence in enumerate(sentences):
        reach = _reach(text, sentences, index)
        inside = [q for q in quotes if q.start < reach and q.end > sentence.start]
        found += _Sentence(text, sentence, reach, inside, quotes, names, claimed).read()
    return found


def _reach(text: str, sentences: tuple[Span, ...], index: int) -> int:
    """Where the sentence ends when parts behind a semicolon that have no speaker of their own go on with it."""
    last = index
    while (
        last + 1 < len(sentences)
        and text[sentences[last].end - 1] in "；;"
        and last - index < 8
        and not _cue_pattern().search(text, sentences[last + 1].start, sentences[last + 1].end)
    ):
        last += 1
    return sentences[last].end


class _Sentence:
    """One sentence, its quotations and the places where somebody may be said to speak."""

    def __init__(
        self,
        text: str,
        span: Span,
        reach: int,
        inside: list[Quotation],
        quotes: tuple[Quotation, ...],
        names: frozenset[str],
        claimed: set[int],
    ) -> None:
        self.text, self.span, self.inside, self.quotes, self.names = text, span, inside, quotes, names
        self.reach, self.claimed = reach, claimed
        self.guards = [m.span() for m in _guard_pattern().finditer(text, span.start, span.end)]

    def read(self) -> list[Found]:
        found = [*self._by_according(), *self._by_impersonal(), *self._by_colon(), *self._by_filing()]
        at = self.span.start
        for cue in _cue_pattern().finditer(self.text, self.span.start, self.span.end):
            if cue.start() < at or self._in_quote(cue.start()) or self._guarded(cue):
                continue
            if any(f.cue.start <= cue.start() < f.cue.end for f in found):
                continue
            got = self._at_cue(cue)
            if got:
                found.append(got)
                at = cue.end()
        found.sort(key=lambda f: f.cue.start)
        return self._separate(found)

    # ── places ──

    def _in_quote(self, at: int) -> bool:
        return any(q.inside.start <= at < q.inside.end for q in self.inside)

    def _guarded(self, cue: re.Match[str]) -> bool:
        return any(
            start <= cue.start() and cue.end() <= end and (end - start) > len(cue[0]) for start, end in self.guards
        )

    def _clause_start(self, at: int) -> int:
        """Where the clause around `at` begins: behind the last break or closing quotation."""
        floor = max(self.span.start, at - WINDOW)
        low = at
        while low > floor:
            before = self.text[low - 1]
            if (
                before in _BREAK
                or (before in " 　" and _is_han(self.text[low : low + 1]) and _is_han(self.text[low - 2 : low - 1]))
                or (before in '”」』"' and self._long_quote_ends(low))
            ):
                break
            low -= 1
        return low

    def _long_quote_ends(self, at: int) -> bool:
        """A quotation of some length, or one that ends a sentence, is content and no part of a name."""
        quote = next((q for q in self.quotes if q.end == at), None)
        return (
            quote is None
            or quote.inside.end - quote.inside.start > 10
            or self.text[quote.inside.end - 1] in "。！？!?，,"
        )

    def _content_from(self, at: int) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
        """What follows a verb: the quotation when one does, else the rest of the sentence."""
        start = at
        while start < self.span.end and self.text[start] in "，,：: 　":
            start += 1
        quote = next((q for q in self.inside if q.start == start), None)
        end = self._stop(self.reach)
        if quote and (quote.end >= end or self._whole(quote)):
            self.claimed.add(quote.start)
            return (Span(quote.inside.start, quote.inside.end),), (True,)
        end = self._without_comment(start, end)
        return ((Span(start, end),), (False,)) if end > start else ((), ())

    def _without_comment(self, start: int, end: int) -> int:
        """The end of what is reported: a clause that speaks of it as 这一…, or asks the reader, is the writer's own."""
        comment = _COMMENT.search(self.text, start + 4, end)
        if comment and not self._in_quote(comment.start()):
            return comment.start()
        if (
            self.text[end - 1 : end] in ("？", "?")
            and (last := max(self.text.rfind(mark, start, end) for mark in "，,")) > start + 1
        ):
            return last
        return end

    def _whole(self, quote: Quotation) -> bool:
        inside = self.text[quote.inside.start : quote.inside.end]
        follows = self.text[quote.end : quote.end + 1]
        return bool(inside) and (
            inside[-1] in "。！？!?…" or (follows in "。！？；" and len(inside) > 12) or quote.end >= self.span.end
        )

    def _stop(self, end: int) -> int:
        while end > self.span.start and self.text[end - 1] in "。；; \n":
            end -= 1
        return end

    # ── forms ──

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
            return None
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

    def _follows(self, end: int) -> bool:
        """Something is put after the verb as said: behind a comma, a colon or in quotation marks."""
        after = self.text[end : end + 1]
        return after != "" and after in '，,：:“「『"' and end < self.span.end

    def _quote_before(self, begin: int) -> Quotation | None:
        """A quotation that ends right where the clause with the verb begins."""
        at = begin
        while at > 0 and self.text[at - 1] in " 　，,":
            at -= 1
        quote = next((q for q in self.quotes if q.end == at), None)
        if quote is None or quote.start in self.claimed:
            return None
        length = quote.inside.end - quote.inside.start
        closed = self.text[quote.inside.end - 1] if length else ""
        opens = quote.start == 0 or self.text[quote.start - 1] in "\n。！？：:，,；; 　"
        return quote if length > 3 and (closed in "。！？!?，,…" or (opens and length > 8)) else None

    def _subject_before(self, begin: int, quote: Quotation | None, measured: bool = False) -> tuple[Phrase | None, int]:
        """The speaker from the clause before, when the verb's own clause names nobody."""
        if quote is not None or begin <= self.span.start:
            return None, begin
        earlier = self._clause_start(max(self.span.start, begin - 1))
        got = phrase(self.text[earlier : begin - 1], self.names)
        kinds = ("person", "organisation", "he", "that", "company", *(("weak",) if measured else ()))
        if got and got.kind in kinds and got.text in self.text[earlier:begin]:
            return got, earlier
        return None, begin

    def _contents(
        self, quote: Quotation | None, end: int, word: str, begin: int
    ) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
        to_whom = _TO_WHOM.match(self.text, end, self.span.end)
        plain_end = (to_whom is not None and to_whom.end() >= self._stop(self.span.end)) or self.text[
            end : end + 1
        ] in ("。", "；", "")
        content, quoted = ((), ()) if plain_end else self._content_from(end)
        if quote is not None:
            first = Span(quote.inside.start, quote.inside.end)
            self.claimed.add(quote.start)
            if plain_end or not content:
                return (first,), (True,)
            return (first, *content), (True, *quoted)
        if (plain_end or not content) and act_of(word) is Act.denial:
            return (Span(begin, self._stop(self.span.end)),), (False,)
        if plain_end and begin - self.span.start > 6 and self.text[begin - 1] in "，,":
            return (Span(self.span.start, begin - 1),), (False,)
        return content, quoted

    def _source(self, begin: int, end: int, who: Phrase) -> Span:
        at = self.text.find(who.text[: max(1, min(len(who.text), 12))], begin, end)
        if at < 0:
            at = begin
            while at < end and self.text[at] in " 　，,“”":
                at += 1
            return Span(at, end)
        stop = self.text.find(who.text, begin, end)
        return Span(at, stop + len(who.text) if stop >= 0 else end)

    def _lead_start(self, begin: int) -> int:
        """The opening of the sentence belongs to the verb as long as no other quotation or stop lies between."""
        quote = next((q for q in self.inside if self.span.start <= q.end <= begin), None)
        return begin if quote else self.span.start

    def _by_colon(self) -> list[Found]:
        """某某：words, in a headline or before a quotation."""
        out = []
        for m in _COLON.finditer(self.text, self.span.start, self.span.end):
            begin = self._clause_start(m.start())
            label = self.text[begin : m.start()].strip()
            if self._in_quote(m.start()) or not 2 <= len(label) <= 16 or _cue_pattern().search(label):
                continue
            who = phrase(label, self.names)
            quoted_next = any(q.start == m.end() for q in self.inside)
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
