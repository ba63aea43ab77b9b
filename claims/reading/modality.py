"""What a speaker does with a clause: assert, deny, foresee, promise, judge or ask; how firmly; and what is negated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claims.reading.language import is_chinese
from claims.reading.wordlists import word_file
from claims.vocabulary import Act, Factuality

_QUOTES = "\"“”‘’「」『』' \t)）"
_PERFECT_LACK = re.compile(r"\b(?:had|has|have)\s+no\s", re.I)
_MENTIONED = re.compile(r"[‘“「『][^’”」』]{1,4}[’”」』]")  # a word that is named, not used
_MONTH_OF_MAY = re.compile(r"(?<=[\w,] )May\b")
_NO_SUBJECT = re.compile(r"\bno\s+(?:[\w’'-]+\s+){1,4}?(?:has|have|had|was|were|is|are|ever)\b", re.I)
_DEADLINE_ZH = re.compile(
    r"(?:日|月|底|末|年|节|季度|周|天|初|旬|内)之?(?:前|内)|年内|月内|(?:\d|[一二三四五六七八九十])(?:天|日|周|个月|小时|个工作日)之?内"
)
_RECURRING_ZH = re.compile(r"每(?:月|周|年|季度|日|天)[^，。；]{0,6}前")
_SPAN_AHEAD_ZH = re.compile(
    r"(?:今年|明年|今后|未来|下月|下周|后年|本月|年内|下半年|全年|到\d{4}年)[^，。；]{0,12}(?:绝不|再不|不会|不(?=[^足变含少超低高久断会]))"
)
_DEADLINE_EN = re.compile(
    r"\bwithin\s+(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:working\s+)?(?:day|week|month|hour|year)s?\b",
    re.I,
)
_WE_WILL = re.compile(
    r"\b(?:I|we)\s+(?:\w+ly\s+)?(?:will|shall|won['’]t|are going to|am going to)\b|\b(?:I|we)['’]ll\b|\bour\s+(?:\w+\s+){1,2}will\b",
    re.I,
)
_DELIVERED_EN = re.compile(
    r"\b(?:will|would|shall|'ll)\s+be\s+(?:\w+ed|paid|built|made|done|sent|put|held|given|met|set)\b", re.I
)
# 将 that marks the object, as 把 does: 已将…, 将…交付给了…, 将资源分配给…
_OBJECT_ZH = re.compile(
    r"已经?将|将[^，。；]{2,30}?(?:给|至|到|为|入|成|在)了|将[^于在向对为会被从由，。；]{3,20}[\u4e00-\u9fff]{2}给"
)
_LACK_ZH = re.compile(
    r"至今[^，。；]{0,10}?[没未不]有?|没有?[\u4e00-\u9fff]{1,3}(?:齐|完|到位|够|足|全|清|成|上)(?![\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a clause is put."""

    act: Act
    factuality: Factuality
    negated: bool
    hedges: tuple[str, ...]


def manner(clause: str, language: str, *, cue: Act | None = None, reported: bool = False, own: bool = False) -> Manner:
    """What a clause does by its own words.

    `cue` is what the verb of saying tells (denied, promised …); `reported` is True for indirect speech, where
    "would" stands for "will"; `own` is True where the narrator speaks for the one who acts (a notice, a release).
    """
    words = _MENTIONED.sub("〇", clause)
    tongue = _Chinese(words) if is_chinese(language) else _English(_MONTH_OF_MAY.sub("month", words))
    hedges = tongue.hedges()
    negated = tongue.negated()
    factuality = tongue.factuality(bool(hedges), reported)
    return Manner(_act(tongue, cue, reported, own, factuality), factuality, negated, hedges)


def is_question(clause: str) -> bool:
    """True when the clause ends with a question mark, closing quotes apart."""
    return clause.rstrip(_QUOTES)[-1:] in ("?", "？")


def is_rhetorical(clause: str, language: str) -> bool:
    """True for a question that asserts its answer: "who would …?", 难道…？"""
    return is_question(clause) and bool(_found(clause, "rhetorical", language))


def is_opinion(clause: str, language: str) -> bool:
    """True when the clause judges rather than states."""
    return bool(_found(clause, "opinion", language))


def _act(tongue: _English | _Chinese, cue: Act | None, reported: bool, own: bool, factuality: Factuality) -> Act:
    if is_question(tongue.clause):
        return Act.question
    if cue is Act.opinion:
        return Act.opinion
    if tongue.judged():
        return Act.opinion
    foreseen = tongue.foreseen(reported)
    if tongue.promised(own, foreseen) or (cue is Act.promise):
        return Act.promise
    if foreseen and factuality is not Factuality.counterfactual:
        return Act.forecast
    if cue in (Act.denial, Act.forecast):
        return cue
    if tongue.has("view"):
        return Act.opinion
    if tongue.denied():
        return Act.denial
    return cue or Act.assertion


@dataclass(frozen=True, slots=True)
class _English:
    clause: str

    def has(self, key: str) -> bool:
        return bool(_found(self.clause, key, "en"))

    def hedges(self) -> tuple[str, ...]:
        return _found(self.clause, "hedges", "en")

    def negated(self) -> bool:
        return self.has("negation") or "n't" in self.clause or "n’t" in self.clause

    def factuality(self, hedged: bool, reported: bool) -> Factuality:
        if self.has("counterfactual"):
            return Factuality.counterfactual
        if self.has("conditional"):
            return Factuality.conditional
        return Factuality.hedged if hedged else Factuality.factual

    def foreseen(self, reported: bool) -> bool:
        if self.has("future") or self.has("expected"):
            return True
        if self.has("counterfactual"):
            return False
        return (reported and self.has("reported_future")) or self.has("possible")

    def promised(self, own: bool, foreseen: bool) -> bool:
        if self.has("promise"):
            return True
        if not foreseen or self.has("possible") or self.has("expected"):
            return False
        first = own or bool(_WE_WILL.search(self.clause))
        return (
            self.has("commitment")
            or (first and not self.has("conditional"))
            or bool(_DEADLINE_EN.search(self.clause) and _DELIVERED_EN.search(self.clause))
        )

    def judged(self) -> bool:
        return self.has("opinion")

    def denied(self) -> bool:
        if self.has("mismatch") or self.clause.lstrip(_QUOTES).lower().startswith("if "):
            return False
        return bool(_NO_SUBJECT.search(self.clause)) or (
            self.has("denial") and not (_PERFECT_LACK.search(self.clause) and not self.has("negation_strong"))
        )


@dataclass(frozen=True, slots=True)
class _Chinese:
    clause: str

    def has(self, key: str) -> bool:
        return bool(_found(self.clause, key, "zh"))

    def hedges(self) -> tuple[str, ...]:
        return _found(self.clause, "hedges", "zh")

    def negated(self) -> bool:
        return bool(_found(_without(self.clause, "not_negation"), "negation", "zh"))

    def factuality(self, hedged: bool, reported: bool) -> Factuality:
        if self.has("counterfactual"):
            return Factuality.counterfactual
        if self.has("conditional"):
            return Factuality.conditional
        return Factuality.hedged if hedged else Factuality.factual

    def foreseen(self, reported: bool) -> bool:
        bare = _OBJECT_ZH.sub("〇", _without(self.clause, "not_future"))
        return bool(
            _found(bare, "future", "zh") or _found(bare, "possible", "zh") or _SPAN_AHEAD_ZH.search(self.clause)
        )

    def promised(self, own: bool, foreseen: bool) -> bool:
        if self.has("promise") or _SPAN_AHEAD_ZH.search(self.clause) or _RECURRING_ZH.search(self.clause):
            return True
        if not foreseen or self.has("planned") or self.has("possible"):
            return False
        return self.has("own") or bool(own and _DEADLINE_ZH.search(self.clause))

    def judged(self) -> bool:
        return bool(_found(_without(self.clause, "not_opinion"), "opinion", "zh"))

    def denied(self) -> bool:
        """A negation in the first part, or a flat 并非 anywhere, denies; 停产，至今仍未恢复 states."""
        first = re.split("[，,；;]", self.clause, maxsplit=1)
        bare = _without(_without(_LACK_ZH.sub("〇", self.clause), "mismatch"), "not_negation")
        told = _found(bare, "denial", "zh")
        if not told:
            return False
        flat = any(
            word[0] in "并绝从纯根" or word in ("否认", "无一", "不实", "不属实", "子虚乌有", "未发现", "不存在")
            for word in told
        )
        opening = _found(_without(_without(first[0], "mismatch"), "not_negation"), "denial", "zh")
        return flat or bool(opening) or len(first) == 1 or len(first[0]) <= 12


def _without(clause: str, key: str) -> str:
    return _pattern(key, "zh").sub("〇", clause)


def _found(clause: str, key: str, language: str) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for found in _pattern(key, "zh" if is_chinese(language) else "en").findall(clause):
        seen.setdefault(found.lower())
    return tuple(seen)


@cache
def _pattern(key: str, language: str) -> re.Pattern[str]:
    return either(phrases(f"modality_{language}", key), whole=language == "en")


@cache
def phrases(name: str, key: str) -> tuple[str, ...]:
    """The entries under `key` of `name`.yaml, each of one word or several."""
    return tuple(word_file(name)[key])


def either(terms: Iterable[str], whole: bool) -> re.Pattern[str]:
    """A pattern for any of these terms, the longest first; `whole`: as whole words, whatever the case."""
    parts = "|".join(re.escape(term).replace("'", "['’]") for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{parts})(?![A-Za-z])", re.I) if whole else re.compile(parts)
