"""One Chinese sentence: where its clauses begin, what it quotes, and what follows or precedes a verb of saying."""

from __future__ import annotations

import re
from functools import cache

from claims.reading.annotations import Span
from claims.reading.speech_quotes import Quotation, Quotes
from claims.reading.voices_zh import Phrase, all_words, phrase
from claims.reading.wordlists import word_list, words
from claims.vocabulary import Act

KEYS = ("plain", "admission", "denial", "promise", "warning", "forecast", "opinion", "question", "showing")
ACT_OF = {
    "denial": Act.denial,
    "promise": Act.promise,
    "forecast": Act.forecast,
    "opinion": Act.opinion,
    "question": Act.question,
}
GUARDS = ("not_say", "not_cheng", "not_ask")
WINDOW = 60  # characters in front of a verb among which its subject must stand
MEASURED = ("结果为", "结果显示", "数据为")  # whoever took the sample stands in the clause before
_BREAK = "，,。；;：:！？!?\n"
_OCCASION = ("针对", "对于", "对此", "谈及", "谈到", "谈起", "就此")
_TOLD = ("告诉", "告知", "转告")
_ADDRESSEE = re.compile(r"([^，,。：:“「\"\n]{1,14}?)(?:[，,：:]|(?=“))")
_PRESS = re.compile("本报|本社|本台|本网|本刊|记者|媒体|采访")
_ANAPHOR = re.compile(
    "(?:了)?(?:这一|该|此|上述|这些|这种|有关|相关|前述|所有)[^，,。]{0,6}(?:说法|消息|传闻|指控|报道|言论|指责|质疑|猜测|传言)"
)
_COMMENT = re.compile(r"[，,](?:这一(?!次|点|天|年|月)|此举|此番|这番|上述(?:说法|言论|表态)|这也|这与)")
_TO_WHOM = re.compile(
    r"(?:了)?(?:本报|本社|本刊|本台|本网|财经|媒体|外界|我们)?(?:记者|媒体|本报|本社|本台)?(?:采访时)?(?=[。；！]|$)"
)


@cache
def cue_pattern() -> re.Pattern[str]:
    """Any verb of saying: 表示, 回应称, 发布报告说."""
    listed = "|".join(map(re.escape, all_words(*KEYS)))
    put_out = "(?:发布|发表|公布|出具|刊发|刊登)[^，,。；“”\n]{0,8}?(?:报告|声明|公告|通报|通告|文章|消息|视频|社论)(?:称|说|指出|显示|表示)"
    return re.compile(f"{put_out}|(?:{listed})(?:(?:称|说|道)(?![法明服理辞起赞为作号呼])|指出|表示|认为)?")


@cache
def _guard_pattern() -> re.Pattern[str]:
    listed = sorted({word for key in GUARDS for word in word_list("speech_zh", key)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)))


def guarded(text: str, span: Span) -> frozenset[tuple[int, int]]:
    """Places of letters that only look like a verb of saying: they are part of a longer word."""
    inside: set[tuple[int, int]] = set()
    for word in _guard_pattern().finditer(text, span.start, span.end):
        for start in range(word.start(), word.end()):
            inside.update(
                (start, end) for end in range(start + 1, word.end() + 1) if end - start < word.end() - word.start()
            )
    return frozenset(inside)


@cache
def act_of(word: str) -> Act | None:
    """What the verb alone says of the words."""
    for key, act in ACT_OF.items():
        if word in words("speech_zh", key) and word not in words("speech_zh", "plain"):
            return act
    return None


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


class Sentence:
    """A sentence with the quotations around it; `claimed` are those that already belong to a speaker."""

    def __init__(
        self, text: str, span: Span, reach: int, quotes: Quotes, names: frozenset[str], claimed: set[int]
    ) -> None:
        self.text, self.span, self.reach = text, span, reach
        self.quotes, self.names, self.claimed = quotes, names, claimed

    def _in_quote(self, at: int) -> bool:
        quote = self.quotes.over(at)
        return quote is not None and quote.inside.start <= at < quote.inside.end

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
        quote = self.quotes.ending(at)
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
        quote = self.quotes.beginning(start)
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

    def _follows(self, end: int) -> bool:
        """Something is put after the verb as said: behind a comma, a colon or in quotation marks."""
        after = self.text[end : end + 1]
        return after != "" and after in '，,：:“「『"' and end < self.span.end

    def _quote_before(self, begin: int) -> Quotation | None:
        """A quotation that ends right where the clause with the verb begins."""
        at = self._behind_marks(begin)
        quote = self.quotes.ending(at)
        if quote is None and at > self.span.start:
            # “……。”针对此事，某人说: a clause that names the occasion may stand between.
            earlier = self._clause_start(at)
            if self.text.startswith(_OCCASION, earlier):
                quote = self.quotes.ending(self._behind_marks(earlier))
        if quote is None or quote.start in self.claimed:
            return None
        length = quote.inside.end - quote.inside.start
        closed = self.text[quote.inside.end - 1] if length else ""
        opens = quote.start == 0 or self.text[quote.start - 1] in "\n。！？：:，,；; 　"
        return quote if length > 3 and (closed in "。！？!?，,…" or (opens and length > 8)) else None

    def _behind_marks(self, at: int) -> int:
        while at > 0 and self.text[at - 1] in " 　，,":
            at -= 1
        return at

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

    def _past_addressee(self, end: int, word: str) -> int:
        """Behind whom it is told: 告诉记者，and 回应本报："""
        found = _ADDRESSEE.match(self.text, end, self.span.end)
        if found and (word.startswith(_TOLD) or _PRESS.search(found[1])):
            return found.end()
        return end

    def _contents(
        self, quote: Quotation | None, end: int, word: str, begin: int
    ) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
        to_whom = _TO_WHOM.match(self.text, end, self.span.end)
        plain_end = (to_whom is not None and to_whom.end() >= self._stop(self.span.end)) or self.text[
            end : end + 1
        ] in ("。", "；", "")
        content, quoted = ((), ()) if plain_end else self._content_from(self._past_addressee(end, word))
        if quote is not None:
            first = Span(quote.inside.start, quote.inside.end)
            self.claimed.add(quote.start)
            if plain_end or not content:
                return (first,), (True,)
            return (first, *content), (True, *quoted)
        empty = plain_end or not content or _ANAPHOR.fullmatch(self.text, content[0].start, content[-1].end)
        if empty and act_of(word) is Act.denial:
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
        quote = next((q for q in self.quotes.within(self.span.start, begin) if q.end <= begin), None)
        return begin if quote else self.span.start
