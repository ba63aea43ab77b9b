"""What a speaker does with a clause: assert, deny, foresee, promise, judge or ask; how firmly; and what is negated."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.reading.language import is_chinese
from claims.reading.modality_en import English
from claims.reading.modality_zh import Chinese
from claims.reading.phrases import found
from claims.vocabulary import Act, Factuality

_QUOTES = "\"“”‘’「」『』' \t)）"
_MENTIONED = re.compile(r"[‘“「『][^’”」』]{1,4}[’”」』]")  # a word that is named, not used
_MONTH_OF_MAY = re.compile(r"(?<=[\w,] )May\b")
_NO_SUBJECT = re.compile(r"\bno\s+(?:[\w’'-]+\s+){1,4}?(?:has|have|had|was|were|is|are|ever)\b", re.I)
_DEADLINE_ZH = re.compile(
    r"(?:日|月|底|末|年|节|季度|周|天|初|旬|内)之?(?:前|内)|年内|月内|(?:\d|[一二三四五六七八九十])(?:天|日|周|个月|小时|个工作日)之?内"
)
_MONTH_OF_MAY = re.compile(r"(?<=[\w,] )May\b")
_NO_SUBJECT = re.compile(r"\bno\s+(?:[\w’'-]+\s+){1,4}?(?:has|have|had|was|were|is|are|ever)\b", re.I)
_DEADLINE_ZH = re.compile(
    r"(?:日|月|底|末|年|节|季度|周|天|初|旬|内)之?(?:前|内)|年内|月内|(?:\d|[一二三四五六七八九十])(?:天|日|周|个月|小时|个工作日)之?内"
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
    tongue = Chinese(words) if is_chinese(language) else English(_MONTH_OF_MAY.sub("month", words))
    hedges = tongue.hedges()
    negated = tongue.negated()
    factuality = tongue.factuality(bool(hedges), reported)
    return Manner(_act(tongue, cue, reported, own, factuality), factuality, negated, hedges)


def is_question(clause: str) -> bool:
    """True when the clause ends with a question mark, closing quotes apart."""
    return clause.rstrip(_QUOTES)[-1:] in ("?", "？")


def is_rhetorical(clause: str, language: str) -> bool:
    """True for a question that asserts its answer: "who would …?", 难道…？"""
    return is_question(clause) and bool(
        found(clause, f"modality_{'zh' if is_chinese(language) else 'en'}", "rhetorical")
    )


def _act(tongue: English | Chinese, cue: Act | None, reported: bool, own: bool, factuality: Factuality) -> Act:
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
