"""What a sentence says, as far as rules can tell: what happens, to what, by whom, denied or not, in which measure.

A Sense is made to be compared with another one, in the same language or across Chinese and English.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.reading.lexicon import Hit, Token, cues, events, stem, things, tokens
from claims.reading.wordfile import word_file

NEGATION_REACH_ZH = 14  # characters from a negating word to what it denies, inside one clause
NEGATION_REACH_EN = 9  # words

_CLAUSE = re.compile(r"[，,；;。！？!?：:—]|(?<=[a-z])\.(?=\s|$)|\bbut\b|\balthough\b|\bwhile\b")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NOT_ZH = re.compile(
    r"没有|没能|没|未能|从未|未|并非|不再|不存在|不是|不会|不能|不|无法|无|绝非|非|勿|否认|排除|别(?!的|人|处|墅)"
)
_NO_NOT_ZH = re.compile(
    r"不得(?!不)|不许|不仅|不但|不断|不少|不久|不足|不过|不同|不得不|不止|不超过|不低于|不高于|不晚于|不等|不论|无论|不管|未来|非常"
    r"|没收|除非|不料|不妨|不错|不幸|不满|不安|无人机|无线|无疑|不必|非法|未经|不久|不单|不光|不禁|不愧|不惜|无偿"
)
_NOT_EN = frozenset(
    ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly"]
)
_AFTER_EN = frozenset(["nothing", "none", "nobody", "no"])
_AMOUNT_NEXT = re.compile(r"\s*(?:about |some |nearly |almost |over )?[$€£¥]?\d")
_PART_OF_TIME = re.compile(r"\s+(?:[A-Z]|in |this |last |next |on )")
_MODIFIER_ZH = re.compile(
    r"[了过]?的(?=[\u3400-\u9fffA-Za-z])(?!话|时候|是|只有|可能|说法|传闻|消息|情况|计划|决定|事)"
)
_DISOWNED = re.compile(r"(?:从未|从没|从来没有?|未曾|没有)[^，。；,;]{0,10}(?:说过|评论过|表态|表示过|受访|采访)")
_SWEEPING = re.compile(
    r"(?:没有?|未|不)[^，。；,;]{0,8}一[天次个人颗件起例台名分块支口秒点]|一[天次个人颗件起例台名分块支口秒点][^，。；,;]{0,3}(?:也|都)?(?:没|未|不)"
)
_NO_SUBJECTS = frozenset(["no", "none", "nobody", "neither", "nothing"])
_NO_SUBJECT = re.compile(
    r"\W*(?:No|None|Nobody|Not one) (?!later|more|less|fewer|doubt|longer|wonder|comment|one\b)\w+ "
)
_WHEN_ZH = re.compile(r"(?:之后|之前|以来|以后|后(?!来|天|续|勤|台|备)|前(?!夕|期|往|景)|时(?!间|候未))")
_WHEN_EN = re.compile(r"\b(?:after|before|since|when|once|until)\b[^,;.]{0,36}$", re.I)
_UNTRUE = re.compile(
    r"纯属谣言|是谣言|不实|与事实不符|不属实|是假的|子虚乌有|纯属虚构|没有的事|\b(?:is|are|was|were) (?:untrue|false|baseless|nonsense|not true|wrong)\b",
    re.I,
)
_ARTICLE = re.compile(r"\b(?:the|these|those|all|its|his|her|their|no|any|of)\s$", re.I)
_GOES_ON = re.compile(r"\s*(?:to|by|in|on|at|from|for|with|that|until|after|before|again|[.,;]|$)")


_DIGITS_ZH = frozenset("一二三四五六七八九十两")


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to happen or hold, on one line of meaning."""

    line: str
    holds: bool  # after negation: "not halted" holds on the line of running
    negated: bool
    start: int
    end: int
    word: str
    aside: bool = False  # only presupposed: "the redirected boxes", "已发货的芯片"
    doubled: bool = False  # "would not rule out a delay" leaves it open, it does not state a delay


@dataclass(frozen=True, slots=True)
class Sense:
    """What a text says, for comparison."""

    text: str
    events: tuple[Event, ...]
    things: frozenset[str]
    names: frozenset[str]
    terms: frozenset[str]  # remaining content: English stems, pairs of Chinese characters
    cues: frozenset[str]
    denied: bool  # some event or the sentence itself is denied

    @property
    def lines(self) -> frozenset[str]:
        """The lines of meaning it speaks on."""
        return frozenset(event.line for event in self.events)

    @property
    def keys(self) -> frozenset[str]:
        """Everything it can be found by, one name space."""
        return _keys(self)


@lru_cache(maxsize=65536)
def _keys(sense: Sense) -> frozenset[str]:
    return frozenset(
        [f"e:{line}" for line in sense.lines]
        + [f"t:{thing}" for thing in sense.things]
        + [f"n:{name}" for name in sense.names]
        + [f"w:{term}" for term in sense.terms]
    )


@lru_cache(maxsize=65536)
def sense(text: str) -> Sense:
    """The Sense of a sentence or phrase; names in Chinese are left to `with_names`."""
    words = tokens(text)
    clauses = _clauses(text)
    happening = tuple(_events(text, words, clauses))
    named = frozenset(_names(text, words))
    proper = _proper(text, words)
    found_things = frozenset(e for hit in things().find(text, words) if hit.start not in proper for e, _ in hit.entries)
    found_cues = frozenset(e for hit in cues().find(text, words) if hit.start not in proper for e, _ in hit.entries)
    if _SWEEPING.search(text) or _NO_SUBJECT.match(text):
        found_cues |= {"sweeping"}
    if _DISOWNED.search(text):
        found_cues |= {"disowned"}
    denied = any(event.negated for event in happening) or bool(_negators(text, words))
    return Sense(
        text,
        happening,
        found_things,
        named,
        frozenset(_terms(text, words, named, [(e.start, e.end) for e in happening])),
        found_cues,
        denied,
    )


def with_names(told: Sense, names: Iterable[str]) -> Sense:
    """The same with these names added, folded as all names are."""
    more = told.names | {fold(name) for name in names if name}
    return (
        told
        if more == told.names
        else Sense(told.text, told.events, told.things, frozenset(more), told.terms, told.cues, told.denied)
    )


@cache
def _function(language: str) -> frozenset[str]:
    return frozenset(word_file("function_words")[language])


@cache
def fold(name: str) -> str:
    """A name for comparison: small letters, no spaces or dots, no plural s after a digit or capital."""
    plain = re.sub(r"[\s·・•.,'’“”\"「」()（）\-]", "", name).lower()
    return re.sub(r"(?<=\d)s$", "", plain)


def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(text)), len(text)]
    return tuple((a, b) for a, b in itertools.pairwise(cuts) if b > a)


def _negators(text: str, words: tuple[Token, ...]) -> tuple[int, ...]:
    masked = _NO_NOT_ZH.sub(lambda found: "□" * len(found[0]), text)
    places = [found.start() for found in _NOT_ZH.finditer(masked)]
    places += [word.start for at, word in enumerate(words) if _negates(words, at)]
    return tuple(sorted(places))


def _events(text: str, words: tuple[Token, ...], clauses: tuple[tuple[int, int], ...]) -> Iterator[Event]:
    negators = _negators(text, words)
    named = _proper(text, words)
    for hit in events().find(text, words):
        if hit.start in named:
            continue
        if _AMOUNT_NEXT.match(text, hit.end) and stem(hit.word) == "reach":
            continue  # "reached 3 million" is no arrival
        if hit.word.lower() == "late" and _PART_OF_TIME.match(text, hit.end):
            continue  # "late May" is no delay
        clause = next((c for c in clauses if c[0] <= hit.start < c[1]), (0, len(text)))
        times = _denials(hit, clause, negators, words) + bool(_UNTRUE.search(text, hit.end, clause[1]))
        odd = times % 2 == 1
        aside = _presupposed(hit, text)
        for line, holds in hit.entries:
            if line == "idiom":
                continue
            yield Event(line, holds != odd, odd, hit.start, hit.end, hit.word, aside, times > 1)


def _presupposed(hit: Hit, text: str) -> bool:
    if _HAN.match(hit.word):
        return bool(_MODIFIER_ZH.match(text, hit.end) or _WHEN_ZH.match(text, hit.end))
    before, after = text[max(0, hit.start - 8) : hit.start], text[hit.end : hit.end + 16]
    if _WHEN_EN.search(text[max(0, hit.start - 40) : hit.start]):
        return True
    return hit.word.endswith("ed") and bool(_ARTICLE.search(before)) and not _GOES_ON.match(after)


def _denials(hit: Hit, clause: tuple[int, int], negators: tuple[int, ...], words: tuple[Token, ...]) -> int:
    """How many negating words reach the hit."""
    if _HAN.match(hit.word):
        reach = max(clause[0], hit.start - NEGATION_REACH_ZH)
        return sum(reach <= place < hit.start for place in negators)
    before = [w for w in words if clause[0] <= w.start < hit.start]
    if not (before and before[0].stem in _NO_SUBJECTS):  # "no finished part of it has …" denies the whole clause
        before = before[-NEGATION_REACH_EN:]
    count = sum(_negates(before, at) for at in range(len(before)))
    after = [w for w in words if hit.end <= w.start < clause[1]][:2]
    count += any(w.stem in _AFTER_EN for w in after)
    return count


def _negates(words: Sequence[Token], at: int) -> bool:
    """Whether the word denies what follows: not, never, "ruled out", "denied"."""
    here = words[at].stem
    return here in _NOT_EN or here == "deny" or (here == "rule" and at + 1 < len(words) and words[at + 1].stem == "out")


def _names(text: str, words: tuple[Token, ...]) -> Iterator[str]:
    named = _proper(text, words)
    return (fold(word.text) for word in words if word.start in named)


def _proper(text: str, words: tuple[Token, ...]) -> frozenset[int]:
    """Where the words stand that are names: capitals inside a sentence, or mixed with digits anywhere."""
    starts = {0} | {found.end() for found in re.finditer(r"[.!?。！？“\"‘]\s*", text)}
    return frozenset(
        word.start
        for word in words
        if word.text[0].isupper()
        and word.text.lower() not in _function("en")
        and (word.start not in starts or any(c.isupper() or c.isdigit() for c in word.text[1:]))
    )


def _terms(
    text: str, words: tuple[Token, ...], names: frozenset[str], told: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Remaining words; those that name an event are left out, for its line stands for them."""
    taken = {place for start, end in told for place in range(start, end)}
    small = _function("en")
    for word in words:
        if word.text.lower() in small or word.stem in small or len(word.stem) < 3 or word.start in taken:
            continue
        if fold(word.text) not in names:
            yield word.stem
    for run in _HAN.finditer(text):
        for at, (a, b) in enumerate(itertools.pairwise(run[0]), run.start()):
            if {at, at + 1} <= taken or a in _function("zh") or b in _function("zh") or b in _DIGITS_ZH:
                continue
            yield a + b


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Pairs of words that cannot both be true of one thing, each pair in both orders."""
    told = {tuple(row.split("|", 1)) for rows in word_file("antonyms").values() for row in rows}
    for families in word_file("antonym_families").values():
        told |= {(one, other) for pair in families for one in pair["one"] for other in pair["other"]}
    pairs = {(one, other) for one, other in told if one != other}
    return frozenset(pairs | {(other, one) for one, other in pairs})
