"""Whose words they are, from the Chinese phrase in front of a verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims.reading.annotations import Voice
from claims.reading.names_zh import DOT, HAN, kind_of_organisation, looks_like_person, titles
from claims.reading.wordlists import word_list, words
from claims.vocabulary import AgentKind

_NUMBER = r"(?:[一两二三四五六七八九十百数几多]|\d{1,4})+(?:余|多)?"
_INDEFINITE = re.compile(rf"^(?:有|另有|另)?(?:{_NUMBER}|某|一些|部分|不少|许多|众多|多|数|有关|相关|个别|若干|其他)(?:名|位|个|家|封|份|些|张|段|篇)?(?=.)")
_INNER_INDEFINITE = re.compile(rf"(?:{_NUMBER}|某|多|数)(?:名|位|家)")
_THAT = re.compile(r"^(?:该|这|那|上述|前述|此)(?:名|位|家|个|份|封|些|篇)?(.+)$")
_COMPANY = re.compile(r"^(?:该|本|这家)?(?:公司|企业|集团|厂方|公司方面|企业方面)(?:方面|官方)?$")
_ASIDE = re.compile(r"[（(][^）)]{0,40}[）)]")
_TIME_PLACE = re.compile(r"^.{2,20}?(?:时|后|中|上|期间|之际|以来|会上|以后|之后|当天|当日)(?=.{2})")
NOT_PARTS = ("等", "方面", "官方", "本人", "自己")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase reduced to whoever it names: the words used and what they are."""

    text: str
    kind: str  # person, organisation, document, unnamed, he, group, that, company, first, outlet, weak
    owner: str | None = None


@cache
def _tails(key: str) -> tuple[str, ...]:
    return tuple(sorted(words("names_zh", key), key=len, reverse=True))


@cache
def _leading() -> re.Pattern[str]:
    """Words that open a clause and belong to no name."""
    return re.compile("^(?:" + "|".join(sorted(map(re.escape, words("speech_zh", "leading")), key=len, reverse=True)) + ")")


@cache
def _stops() -> re.Pattern[str]:
    """Adverbs and prepositions, with which the speaker's phrase has ended."""
    listed = words("speech_zh", "adverbs") | words("speech_zh", "prepositions")
    return re.compile("|".join(sorted(map(re.escape, listed), key=len, reverse=True)))


def phrase(words_: str, names: frozenset[str]) -> Phrase | None:
    """Who the words in front of a verb name, None when they name nobody; `names` are those the text shows."""
    text = _ASIDE.sub("", words_).strip(" 　,，、:：“”\"「」")
    text = _without_leading(text, names)
    document = _document(text, names)
    if document:
        return document
    text = _until_stop(text, names)
    for tail in NOT_PARTS:
        if len(text) > len(tail) + 1:
            text = text.removesuffix(tail)
    if not text or len(text) > 40:
        return None
    return _pronoun(text) or _unnamed(text, names) or _titled(text, names) or _named(text, names)


def _without_leading(text: str, names: frozenset[str]) -> str:
    while text and not any(text.startswith(name) for name in names):
        found = _leading().match(text)
        if not found or found.end() == len(text):
            break
        text = text[found.end() :].lstrip("，, 　")
    if text[:1] in "在就" and (place := _TIME_PLACE.match(text)):
        return text[place.end() :]
    return text


def _until_stop(text: str, names: frozenset[str]) -> str:
    """The text up to the first adverb or preposition that is no part of a known name."""
    known = max((name for name in names if text.startswith(name)), key=len, default="")
    for found in _stops().finditer(text, max(1, len(known))):
        inside = any(
            0 <= (begin := text.find(name)) < found.start() < begin + len(name) for name in names if len(name) > 1
        )
        if not inside:
            return text[: found.start()]
    return text


def _document(text: str, names: frozenset[str]) -> Phrase | None:
    text = re.sub(r"(?:还|也|则|又|均|都|中|里)+$", "", text)
    tail = next((tail for tail in _tails("documents") if text.endswith(tail) and len(tail) >= 1), None)
    if tail is None or (text == tail and len(tail) == 1) or text in ("消息", "分析", "研究"):
        return None
    if any(text.endswith(word) for word in ("媒体", "人士")):
        return None
    owner = max((name for name in names if text.startswith(name)), key=len, default=None)
    rest = text[len(owner) :] if owner else text
    if owner and (not rest or rest == tail):
        return Phrase(text, "document", owner)
    plain = re.sub(rf"^.*?(?:{_NUMBER}(?:份|封|篇|则|条|段))", "", rest)
    if owner:
        core = plain if plain != rest else re.sub(r"^.*的", "", rest)
        return Phrase(owner + core, "document", owner)
    if _INDEFINITE.match(text):
        return Phrase(re.sub(r"^(?:另)?有", "", text), "unnamed")
    head = re.split("提供的|拍摄的|展示的|出示的", text)[0]
    if head != text and any(head.endswith(word) for word in words("names_zh", "unnamed")):
        return Phrase(text, "unnamed")
    return Phrase(text, "document")


def _pronoun(text: str) -> Phrase | None:
    if text in words("speech_zh", "pronouns_person"):
        return Phrase(text, "he")
    if text in words("speech_zh", "pronouns_group"):
        return Phrase(text, "group")
    if text in words("speech_zh", "outlets_self"):
        return Phrase(text, "outlet")
    if text in words("speech_zh", "firsts"):
        return Phrase(text, "first")
    if _COMPANY.match(text):
        return Phrase(text, "company")
    that = _THAT.match(text)
    if that and not titles().search(that[1][:-1] if len(that[1]) > 1 else ""):
        return Phrase(that[1], "that")
    return None


def _unnamed(text: str, names: frozenset[str]) -> Phrase | None:
    person = _person_after_title(text, names)
    if person:
        return None
    if _INDEFINITE.match(text) or _INNER_INDEFINITE.search(text):
        return Phrase(re.sub(r"^(?:另)?有", "", text), "unnamed")
    if text in names:
        return None
    if any(text.endswith(tail) for tail in _tails("unnamed")):
        return Phrase(text.removeprefix("有"), "unnamed")
    return None


def _person_after_title(text: str, names: frozenset[str]) -> str | None:
    last = None
    for last in titles().finditer(text):
        pass
    if last is None:
        return None
    rest = text[last.end() :]
    if any(dot in rest for dot in DOT) or (2 <= len(rest) <= 4 and re.fullmatch(rf"[{HAN}]+", rest)):
        return rest
    if not rest:
        before = text[: last.start()]
        if before in names or looks_like_person(before):
            return before
    return None


def _titled(text: str, names: frozenset[str]) -> Phrase | None:
    person = _person_after_title(text, names)
    if person:
        return Phrase(person, "person")
    if any(text.endswith(title) for title in _tails("titles")):
        return Phrase(text, "unnamed")
    return None


def _named(text: str, names: frozenset[str]) -> Phrase | None:
    if text in names:
        return Phrase(text, "person" if looks_like_person(text) else "organisation")
    ending = max((name for name in names if text.endswith(name)), key=len, default="")
    if ending and len(ending) >= 2:
        return Phrase(ending, "person" if looks_like_person(ending) else "organisation")
    starting = max((name for name in names if text.startswith(name)), key=len, default="")
    if any(dot in text for dot in DOT):
        return Phrase(text, "person")
    if looks_like_person(text):
        return Phrase(text, "person")
    if "的" in text and not starting:
        text = text.rsplit("的", 1)[1]
    if starting and starting != text and "的" not in text and not any(text.endswith(t) for t in _tails("organisations")):
        return Phrase(starting, "person" if looks_like_person(starting) else "organisation")
    if not 2 <= len(text) <= 16:
        return None
    strong = any(text.endswith(tail) for tail in _tails("organisations")) or re.fullmatch(r"[A-Z@][\w.@-]*", text)
    return Phrase(text, "organisation" if strong else "weak")


def voice_of_name(name: str, kinds: dict[str, AgentKind]) -> Voice:
    """A named voice with its kind."""
    kind = kinds.get(name)
    if kind is None:
        kind = AgentKind.person if looks_like_person(name) else kind_of_organisation(name)
    return Voice(name, kind)


def unnamed(words_: str) -> Voice:
    """A described source, typed: 未具名：知情人士."""
    return Voice("未具名：" + re.sub(r"^(?:一名|一位|一个)", "", words_), AgentKind.unnamed)


def all_words(*keys: str) -> tuple[str, ...]:
    """Words of saying under these keys, longest first."""
    found = {word for key in keys for word in word_list("speech_zh", key)}
    return tuple(sorted(found, key=len, reverse=True))
