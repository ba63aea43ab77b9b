"""Whose words they are, from the Chinese phrase in front of a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.reading.annotations import Voice
from claims.reading.names_zh import DOT, HAN, kind_of_organisation, looks_like_person, surnames, titles
from claims.reading.wordlists import word_list, words
from claims.vocabulary import AgentKind

_NUMBER = r"(?:[一两二三四五六七八九十百数几多]|\d{1,4})+(?:余|多)?"
_INDEFINITE = re.compile(
    rf"^(?:有|另有|另)?(?:{_NUMBER}|某|一些|部分|不少|许多|众多|多|数|有关|相关|个别|若干|其他)(?:名|位|个|家|封|份|些|张|段|篇)?(?=.)"
)
_INNER_INDEFINITE = re.compile(rf"(?:{_NUMBER}|某|多|数)(?:名|位|家)")
_THAT = re.compile(r"^(?:该|这|那|上述|前述|此)(?:名|位|家|个|份|封|些|篇)?(.+)$")
_COMPANY = re.compile(r"^(?:该|本|这家)?(?:公司|企业|集团|厂方|公司方面|企业方面)(?:方面|官方)?$")
_SURNAMED = re.compile(".{1,2}(?:先生|女士|小姐|老师|某|某某|大爷|阿姨|师傅)")
_ASIDE = re.compile(r"[（(][^）)]{0,40}[）)]")
_INDIRECT = re.compile(r"^(.{2,20}?)(?:援引|引述|引用|转引|转述)(.{2,30}?)(?:的话|的说法|的消息|的报道|消息|报道)?$")
# 去年12月, 昨晚, 4月下旬: what follows a name and only says when.
_WHEN = re.compile(
    r"(?:(?:去|今|前|明|当|次)年|(?:上|本|当|下|这)(?:个)?(?:月|周|星期|季度)|昨|今(?:天|日|早|晚|晨|午)|前天|前日|周[一二三四五六日]|星期|近日|日前|[0-9０-９]{1,4}[年月日])"
)
_OWNED = re.compile(
    rf"^([{HAN}A-Za-z]{{2,8}}?)(?:在|于|的|(?=(?:去|今|前)年|[上本]月|[0-9０-９]))(?:.*[的月旬日年初末底])?(?:{_NUMBER})?(?:份|封|篇|则|条|段)?([^的份封]{{2,10}})$"
)
_TIME_PLACE = re.compile(r"^.{2,20}?(?:时|后|中|上|期间|之际|以来|会上|以后|之后|当天|当日)(?=.{2})")
_OUTLETS_SELF = ("本报", "本社", "本刊", "本台", "本网", "记者", "笔者", "编者")
NOT_PARTS = ("等", "方面", "官方", "本人", "自己")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase reduced to whoever it names: the words used and what they are."""

    text: str
    kind: str  # person, organisation, document, unnamed, he, group, that, company, first, outlet, weak
    owner: str | None = None
    via: Phrase | None = None  # who passes the words on: 媒体 in 媒体援引人士的话
    rest: str = ""  # what stands between the name and the verb


@cache
def _tails(key: str) -> tuple[str, ...]:
    return tuple(sorted(words("names_zh", key), key=len, reverse=True))


@cache
def _leading() -> re.Pattern[str]:
    """Words that open a clause and belong to no name."""
    return re.compile(
        "^(?:" + "|".join(sorted(map(re.escape, words("speech_zh", "leading")), key=len, reverse=True)) + ")"
    )


@cache
def _stops() -> re.Pattern[str]:
    """Adverbs and prepositions, with which the speaker's phrase has ended."""
    listed = words("speech_zh", "adverbs") | words("speech_zh", "prepositions")
    either = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    whole = "|".join(sorted(map(re.escape, words("speech_zh", "whole_words")), key=len, reverse=True))
    return re.compile(f"(?P<whole>{whole})|(?:{either})")


@lru_cache(maxsize=4096)
def phrase(words_: str, names: frozenset[str]) -> Phrase | None:
    """Who the words in front of a verb name, None when they name nobody; `names` are those the text shows."""
    text = _ASIDE.sub("", words_).strip(' 　,，、:：“”"「」')
    text = _without_leading(text, names)
    if text.endswith("地") or text in ("对外", "对内", "内部", "口头", "书面"):
        return None
    handed = _INDIRECT.match(text)
    if handed and (reporter := phrase(handed[1], names)) and (speaker := phrase(handed[2], names)):
        return Phrase(speaker.text, speaker.kind, speaker.owner, reporter)
    if text.startswith("我"):
        return Phrase(text, "first")
    if text.startswith(("您", "你")) and not text.startswith(("您们", "你们")):
        return Phrase(text, "you")
    document = _document(text, names)
    if document:
        return document
    whole, text = text, _until_stop(text, names)
    if not _only_circumstance(whole[len(text) :]):
        return None
    for tail in NOT_PARTS:
        if len(text) > len(tail) + 1:
            text = text.removesuffix(tail)
    if not text or len(text) > 40:
        return None
    if _SURNAMED.fullmatch(text) and text[0] in surnames():
        return Phrase(text, "person")
    return _pronoun(text) or _unnamed(text, names) or _titled(text, names) or _named(text, names)


def _only_circumstance(rest: str) -> bool:
    """True when what stands between a name and the verb only says how, when, where and to whom."""
    rest = rest.lstrip("，, 　")
    while rest and (found := _stops().match(rest) or _WHEN.match(rest)):
        if found[0] in words("speech_zh", "prepositions"):
            return True
        if found.re is _stops() and found["whole"]:
            break
        rest = rest[found.end() :]
    return len(rest) <= 6


def _without_leading(text: str, names: frozenset[str]) -> str:
    text = re.sub(r"^\d{1,2}[/、.]\s*", "", text)
    while text and not any(text.startswith(name) for name in names):
        found = _leading().match(text)
        if not found or text.startswith(
            ("有人", "有关", "有的", "有些"), found.start() if found[0] == "有" else len(text)
        ):
            break
        if not found or found.end() == len(text):
            break
        text = text[found.end() :].lstrip("，, 　")
    if text[:1] in "在就" and (place := _TIME_PLACE.match(text)):
        return text[place.end() :]
    return text


def _until_stop(text: str, names: frozenset[str]) -> str:
    """The text up to the first adverb or preposition that is no part of a known name."""
    known = max((name for name in names if text.startswith(name)), key=len, default="")
    when = _WHEN.search(text, max(2, len(known)))
    if when:
        text = text[: when.start()]
    for found in _stops().finditer(text, len(known)):
        if found.start() < 1 and not found["whole"]:
            continue
        inside = found["whole"] is not None or any(
            0 <= (begin := text.find(name)) < found.start() < begin + len(name) for name in names if len(name) > 1
        )
        if not inside:
            return text[: found.start()]
    return text


def _document(text: str, names: frozenset[str]) -> Phrase | None:
    text = re.sub(r"(?:还|也|则|又|均|都)+$", "", text)
    if text.endswith(("中", "里")):
        if "在" in text:
            return None  # somebody writes in a letter: the speaker is not the letter
        text = text[:-1]
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
    if _INDEFINITE.match(text) and not re.match("[一二三四]季", text):
        return Phrase(
            re.sub(r"^(?:另)?有(?!关)", "", text), "unnamed" if not text.startswith(("有关", "相关")) else "document"
        )
    head = re.split("提供的|拍摄的|展示的|出示的", text)[0]
    if head != text and any(head.endswith(word) for word in words("names_zh", "unnamed")):
        return Phrase(text, "unnamed")
    owned = _OWNED.match(text)
    if owned and owned[2].endswith(tail) and not any(owned[1].endswith(word) for word in words("names_zh", "unnamed")):
        return Phrase(owned[1] + owned[2], "document", owned[1])
    return Phrase(text, "document", text[: -len(tail)] if len(text) - len(tail) >= 2 else None)


def _pronoun(text: str) -> Phrase | None:
    if text in words("speech_zh", "pronouns_person"):
        return Phrase(text, "he")
    if text in words("speech_zh", "pronouns_group"):
        return Phrase(text, "group")
    if text.startswith(_OUTLETS_SELF):
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
    found = list(titles().finditer(text))
    if not found:
        return None
    last = found[-1]
    rest = text[last.end() :]
    if rest in words("names_zh", "organisations"):
        return None  # 用户 + 联盟 is one name
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
    if (
        starting
        and starting != text
        and "的" not in text
        and not any(text.endswith(t) for t in _tails("organisations"))
    ):
        return Phrase(starting, "person" if looks_like_person(starting) else "organisation")
    if not 2 <= len(text) <= 16:
        return None
    strong = any(text.endswith(tail) for tail in _tails("organisations")) or re.fullmatch(r"[A-Z@][\w.@-]*", text)
    return Phrase(text, "organisation" if strong else "weak")


def voice_of_name(name: str, kinds: Mapping[str, AgentKind]) -> Voice:
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
