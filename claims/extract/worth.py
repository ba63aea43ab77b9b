"""Why a stretch of text is not proposed as a claim, in words; None where it is one."""

from __future__ import annotations

import re
from functools import cache

from claims.reading.clauses_en import has_verb
from claims.reading.clauses_zh import LEAD_IN
from claims.reading.language import is_chinese
from claims.reading.modality import is_question, is_rhetorical
from claims.reading.phrases import either, phrases

SHORTEST_ZH = 5  # characters
_INFINITIVE = re.compile(r"^\w+(?:\s\w+)?\sto\s[a-z]+\s")
CURT = 5  # words
SHORT_QUESTION = 8  # characters
STUB = 20  # characters; less than this before an open bracket is a name cut from what follows
SHORTEST_EN = 3  # words
LEADING = frozenset(
    ["about", "over", "of", "to", "how", "whether", "by", "with", "into", "against"]
)  # what no statement begins with

_META_EN = re.compile(
    r"^(?:from|to|cc|date|subject|re|source|category|published|updated|tel|phone|email|contact)\s*:", re.I
)
NUMBERED = re.compile(
    r"(?:\d{1,2}\s?[.．、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,3}、)\s*"
)
_CHOICES = re.compile(r"[\w\s]{1,16}(?:[/|｜／][\w\s]{1,16}){2,}")  # 好 / 中 / 差, yes | no | maybe: boxes to tick
_ONLY_SO = re.compile(
    r"(?:(?:yes|no|well)[,.]? )?(?:it|they|he|she|we|I|that|this|you) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|am)(?: not|n['’]t)?[.!]?",
    re.I,
)
_LETTERS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_HANDS_ON = re.compile(
    r"[让请由][^，,。的]{1,8}(?:来|去)(?:说|讲|回答|解释|介绍)$|\b(?:ask|leave that to) (?:him|her|them|my|our|the)\b",
    re.I,
)
_MAY_I = re.compile(r"(?:(?:may|can|could|shall) (?:I|we)|is that|what of|what about|and|so)\b|我可以|能否|请问", re.I)
_DATELINE = re.compile(r"[^，,。]{0,12}\d{1,2}\s*月\s*\d{1,2}\s*日(?:消息|讯|电|报道)[，,]?")
_CUT_OFF = re.compile(r"(?:\\|…|\.{3})$|^[)）\]】]|^的(?!确|士)")


def why_not(words: str, language: str, *, figures: int, heading: bool = False, asking: bool = False) -> str | None:
    """The reason in words why this is no claim, or None.

    `figures` is how many figures stand in it; `heading` is True for a headline, which may lack a verb; `asking` is
    True where a question counts: put by somebody who is there to answer, or reported as said.
    """
    bare = NUMBERED.sub("", words.strip(" \t\n\"“”'‘’「」()（）"), count=1)
    if not _LETTERS.search(bare):
        return "no words"
    if _META_EN.match(bare):
        return "a header field"
    if _CHOICES.fullmatch(bare):
        return "boxes to tick"
    if _ONLY_SO.fullmatch(bare):
        return "says yes or no to something else"
    if _CUT_OFF.search(words.strip()) or (len(bare) < STUB and bare.count("(") > bare.count(")")):
        return "cut off"
    if _DATELINE.fullmatch(bare):
        return "a dateline"
    chinese = is_chinese(language)
    if chinese and LEAD_IN.fullmatch(bare.rstrip("，,：:")):
        return "only leads in to what follows"
    if _HANDS_ON.search(bare):
        return "leaves the answer to somebody else"
    for key, why in REASONS:
        if _said(key, chinese, bare):
            return why
    if is_question(bare):
        asserts = heading or (asking and not _polite(bare)) or (is_rhetorical(bare, language) and not _curt(bare))
        return None if asserts else "a question that asks and asserts nothing"
    if heading or figures:
        return None
    return _fragment_zh(bare) if chinese else _fragment_en(bare)


REASONS = (
    ("greeting", "a greeting or thanks"),
    ("request", "a request or instruction to the reader"),
    ("closing", "the running of the meeting or programme"),
    ("notice", "a notice about the text itself, not about the world"),
    ("flourish", "stresses what was said and adds nothing"),
    ("no_comment", "only says that somebody did not comment"),
)


def _curt(question: str) -> bool:
    """True for a rhetorical question that names nothing: "Who would have thought?"."""
    return question.isascii() and len(question.split()) < CURT


def _polite(question: str) -> bool:
    return len(question) < SHORT_QUESTION or bool(_MAY_I.match(question))


def _said(key: str, chinese: bool, words: str) -> bool:
    return bool(_pattern(key, chinese).search(words))


@cache
def _pattern(key: str, chinese: bool) -> re.Pattern[str]:
    language = "zh" if chinese else "en"
    anywhere = phrases(f"noclaim_{language}", key)
    opening = phrases(f"noclaim_{language}", f"{key}_opening")
    parts = [pattern.pattern for pattern in (either(anywhere, whole=not chinese),) if anywhere]
    if opening:
        parts.append(rf"^(?:{either(opening, whole=not chinese).pattern})")
    return re.compile("|".join(parts) or r"(?!)", re.I)


def _fragment_en(words: str) -> str | None:
    tokens = words.split()
    if tokens and tokens[0].lower() not in LEADING and _INFINITIVE.search(words):
        return None  # "boats to sink", after "they expect"
    if not tokens or not (has_verb(words) or (tokens[0].lower() not in LEADING and _third_person(tokens))):
        return "no finite verb: a fragment or heading"
    return "too short to be true or false on its own" if len(tokens) < SHORTEST_EN else None


@cache
def _predicates() -> re.Pattern[str]:
    return either((*phrases("clauses_zh", "predicates"), *phrases("clauses_zh", "particles")), whole=False)


def _third_person(tokens: list[str]) -> bool:
    return any(token.lower().rstrip(".,").endswith("s") for token in tokens[1:4])


def _fragment_zh(words: str) -> str | None:
    if len(words) < SHORTEST_ZH:
        return "too short to be true or false on its own"
    if len(words) < 2 * SHORTEST_ZH and not _predicates().search(words):
        return "no predicate: a fragment or heading"
    return None
