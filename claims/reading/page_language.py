"""Which language a text is in, by its script and its smallest words: zh, en, or none of those we read."""

from __future__ import annotations

import re

SAMPLE = 20_000  # characters looked at: a page does not change its language after that
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "was",
        "with",
        "as",
        "it",
        "by",
        "at",
        "from",
        "are",
        "be",
        "this",
        "have",
        "has",
        "not",
        "said",
        "he",
        "she",
        "they",
        "were",
    ]
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ]++")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_OTHER = re.compile(r"[\u0370-\u06ff\u0900-\u0dff\u0e00-\u0eff\uac00-\ud7af]")
ENOUGH = 0.08  # share of English small words from which Latin text is English; other languages stay under 0.03


def language_of(text: str) -> str | None:
    """zh or en, or None for a text in neither (or too short to tell)."""
    sample = text[:SAMPLE]
    han, kana, other = (len(pattern.findall(sample)) for pattern in (_HAN, _KANA, _OTHER))
    words = _WORD.findall(sample)
    if han and han * 2 >= len(words) and han >= other:
        return "zh" if kana * 10 < han else None
    if other > sum(map(len, words)):
        return None
    small = sum(word.lower() in _ENGLISH for word in words)
    if words and (small >= ENOUGH * len(words) or (len(words) < 12 and sample.isascii())):
        return "en"
    return None
