"""The language of a text from its letters alone: zh, zh-Hant, en or und."""

from __future__ import annotations

import re

SAMPLE = 20_000  # characters are plenty to tell; a long page need not be counted to its end
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
# Characters that are written only in one of the two scripts, among the most frequent of each.
TRADITIONAL = frozenset(
    "這個們來說對國會發時後還過與為從關點實現開門問題應無當經濟業務廠產應該總統億萬報導員長將並們車書學樣"
)
SIMPLIFIED = frozenset(
    "这个们来说对国会发时后还过与为从关点实现开门问题应无当经济业务厂产应该总统亿万报导员长将并们车书学样"
)
HAN_WEIGHT = 3  # one Chinese character says about as much as three Latin letters
ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "is",
        "for",
        "on",
        "with",
        "as",
        "was",
        "by",
        "at",
        "from",
        "it",
        "said",
        "has",
        "be",
        "have",
        "are",
        "not",
        "he",
    ]
)


def language_of(text: str) -> str:
    """zh, zh-Hant, en, or und when neither Chinese nor English words carry the text."""
    sample = text[:SAMPLE]
    han, latin = len(HAN.findall(sample)), len(LATIN.findall(sample))
    if han and han * HAN_WEIGHT >= latin:
        return (
            "zh-Hant" if _count(sample, TRADITIONAL - SIMPLIFIED) > _count(sample, SIMPLIFIED - TRADITIONAL) else "zh"
        )
    if not latin:
        return "und"
    words = re.findall(r"[a-z]+", sample.lower())
    known = sum(word in ENGLISH for word in words)
    few = len(words) < 12 and sample.isascii()
    return "en" if known * 12 >= len(words) or few else "und"


def is_chinese(language: str) -> bool:
    """True for zh in any script or region."""
    return language.lower().split("-")[0] == "zh"


def in_simplified(text: str, language: str) -> bool:
    """True when a Chinese text holds no traditional letters worth turning."""
    return "hant" not in language.lower() and (TRADITIONAL - SIMPLIFIED).isdisjoint(text)


def _count(text: str, letters: frozenset[str]) -> int:
    return sum(letter in letters for letter in text)
