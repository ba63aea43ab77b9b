"""Two statements in nearly the same words, one of them denied: no list of events is needed to see it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from claims.detect.clashes import stated
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.lexicon import tokens
from claims.reading.wordfile import word_file
from claims.vocabulary import ConflictKind

ALIKE = 0.62  # of the poorer, how much of its words the other has too
WORDS = 3  # the words they must share at least
WORDS_ZH = 5  # pairs of Chinese characters
PAIRS_WORTH = 0.4  # what the pair must share for its words to be looked at

_HAN = re.compile(r"[\u3400-\u9fff]+")
_NOT = re.compile(
    r"没有|没|并未|从未|尚未|仍未|并非|不是|绝非|不会|不能|不曾|未曾|未能"
    r"|\b(?:not|never|no|none|nobody|neither|cannot)\b|n['’]t\b",
    re.I,
)
_NO_DENIAL = re.compile(
    r"没收|不仅|不但|是不是|有没有|\bnot (?:only|just)\b|\bno (?:longer than|more than|less than|later than)\b", re.I
)


def negations(scene: Scene) -> Iterator[Finding]:
    """One statement has the other's words and denies them."""
    telling = _telling(scene)
    for pair in scene.pairs:
        if pair.share < PAIRS_WORTH or not (stated(pair.a) and stated(pair.b)) or _one_report(pair):
            continue
        if any(told.has("never_promised", "disowned") for told in (pair.a, pair.b)):
            continue
        if _denials(pair.a.said.quote) % 2 == _denials(pair.b.said.quote) % 2 or _other_parties(pair):
            continue
        if _alike(pair, telling) >= ALIKE:
            kind = ConflictKind.self_ if pair.same_speaker else ConflictKind.denial
            yield finding(pair.a, pair.b, kind, "negations", "What the one states the other denies in the same words.")


def _one_report(pair: Pair) -> bool:
    return pair.same_document and pair.a.speaker == pair.b.speaker


def _other_parties(pair: Pair) -> bool:
    mine, theirs = pair.a.sense.names, pair.b.sense.names
    return bool(mine and theirs and not mine & theirs)


def _denials(quote: str) -> int:
    return len(_NOT.findall(_NO_DENIAL.sub(" ", quote)))


@lru_cache(maxsize=65536)
def content(quote: str) -> frozenset[str]:
    """The words of a text that carry matter: English stems, pairs of Chinese characters; no negations."""
    plain = _NOT.sub(" ", quote)
    small, small_zh = _small("en"), _small("zh")
    words = {w.stem for w in tokens(plain) if w.text.lower() not in small and len(w.stem) > 2}
    for run in _HAN.findall(plain):
        words |= {a + b for a, b in pairwise(run) if a not in small_zh and b not in small_zh}
    return frozenset(words)


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(word_file("function_words")[language])


def _telling(scene: Scene) -> Mapping[str, float]:
    """Higher for a word that fewer statements have."""
    count = Counter(word for told in scene.tolds for word in content(told.said.quote))
    size = max(len(scene.tolds), 20)
    return {word: log(1 + size / (1 + found)) for word, found in count.items()}


def _alike(pair: Pair, telling: Mapping[str, float]) -> float:
    a, b = content(pair.a.said.quote), content(pair.b.said.quote)
    shared = a & b
    if len(shared) < (WORDS if all(word.isascii() for word in shared) else WORDS_ZH):
        return 0.0
    least = min(_sum(a, telling), _sum(b, telling))
    return _sum(shared, telling) / least if least else 0.0


def _sum(words: frozenset[str], telling: Mapping[str, float]) -> float:
    return sum(telling[word] for word in sorted(words))
