"""Two sentences that differ in a word or two: an opposite, another member of one set, a negation, a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from claims.reading.lexicon import Lists, stem, tokens
from claims.reading.senses import opposites
from claims.reading.wordfile import word_file

LONGEST_NAME = 8  # pieces of a name
MOST_CHANGES = 2  # places in which two texts may differ for a change to be read as another name
LONGEST = 400  # characters of a sentence that are set side by side

_HAN = re.compile(r"[\u3400-\u9fff]")
_PIECE = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*|[\u3400-\u9fff]|[^\sA-Za-z\d\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in one sentence where something else, or nothing, stands in the other."""

    before: tuple[str, ...]  # pieces just before, the same in both
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def words(self) -> tuple[str, str]:
        """The two stretches as words."""
        return _joined(self.mine), _joined(self.theirs)


def pieces(text: str) -> tuple[str, ...]:
    """The text in comparable pieces: Latin words, numbers, single Chinese characters; marks are left out."""
    return tuple(p for p in _PIECE.findall(text[:LONGEST].lower()) if p[0].isalnum())


def changes(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[Change, ...], float]:
    """What differs, in order, and the share of pieces that stay the same (0 to 1)."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    out = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            out.append(Change(a[max(0, i1 - 3) : i1], a[i1:i2], b[j1:j2], a[i2 : i2 + 3]))
    return tuple(out), matcher.ratio()


def opposed(change: Change) -> tuple[str, str] | None:
    """The opposite words that the change exchanges; letters that both keep may belong to them."""
    if not change.mine or not change.theirs:
        return None
    for left in range(min(3, len(change.before)) + 1):
        for right in range(min(3, len(change.after)) + 1):
            head, tail = change.before[len(change.before) - left :], change.after[:right]
            mine, theirs = _joined((*head, *change.mine, *tail)), _joined((*head, *change.theirs, *tail))
            if (mine, theirs) in opposites() or (_stems(mine), _stems(theirs)) in _stemmed_opposites():
                return mine, theirs
    return None


@cache
def _stemmed_opposites() -> frozenset[tuple[str, str]]:
    return frozenset((_stems(a), _stems(b)) for a, b in opposites() if a.isascii())


def _stems(words: str) -> str:
    return " ".join(stem(word) for word in words.split()) if words.isascii() else words


def _joined(part: tuple[str, ...]) -> str:
    return "".join(part) if part and _HAN.match(part[0]) else " ".join(part)


def other_member(a: str, b: str) -> tuple[str, str] | None:
    """Two members of one set (countries, kin, directions …), each in one text only; None when none or several."""
    mine, theirs = _members(a), _members(b)
    for name in sorted(mine.keys() & theirs.keys()):
        only_a, only_b = mine[name] - theirs[name], theirs[name] - mine[name]
        if len(only_a) == len(only_b) == 1:
            return next(iter(only_a)), next(iter(only_b))
    return None


# Last characters that tell of what kind a thing, place or person is.
_CLASS_ENDING = frozenset(
    "国省市县州区郡岛洋海江河山湖族语朝代党教派队军灾病树花鸟鱼剧曲书报社街路站城镇乡村湾桥寺庙殿星球"
)
_KIND_ENDING = _CLASS_ENDING | frozenset("家师员官匠商兵园楼堂店厅馆院所塔宫校系科学业法诗画歌鸭犬猫马牛羊石金银铜铁")
_NAME_CHARS = frozenset("斯尔特克德拉尼亚利罗兰维森姆顿伊奥巴哈莫曼萨")  # characters that spell foreign names
_SMALL = frozenset("一二三四五六七八九十")


def other_name(found: tuple[Change, ...]) -> tuple[str, str] | None:
    """A stretch in which the texts differ that names a place, party, kind or ordinal in each.

    Plain words are left alone: a verb or adjective in place of another may mean the same.
    """
    if len(found) > MOST_CHANGES:
        return None
    return next((change.words for change in found if change.mine and change.theirs and _naming(change)), None)


def _naming(change: Change) -> bool:
    mine, theirs = change.words
    if set(change.mine) & set(change.theirs) or max(len(change.mine), len(change.theirs)) > LONGEST_NAME:
        return False
    if mine in _SMALL and theirs in _SMALL:
        return True
    if mine[-1] in theirs or theirs[-1] in mine:
        return False
    ends_alike = bool(change.after) and change.after[0] in _CLASS_ENDING and len(mine) == len(theirs)
    kinds = mine[-1] in _KIND_ENDING and theirs[-1] in _KIND_ENDING
    foreign = any(sum(c in _NAME_CHARS for c in word) >= 2 for word in (mine, theirs))
    return ends_alike or kinds or foreign or _units(change)


def _units(change: Change) -> bool:
    """The unit of a figure is another one."""
    measures = {form for forms in word_file("units_compared").values() for form in forms} | {
        "公分",
        "公尺",
        "厘米",
        "毫米",
        "英里",
    }
    tail = change.after[:1]
    words = [("".join((*part, *more))) for part in (change.mine, change.theirs) for more in ((), tail)]
    head = change.before[-1:] if change.before and not change.before[-1].isdigit() else ()
    words += ["".join((*head, *part)) for part in (change.mine, change.theirs)]
    number = change.before[-1:] if not head else change.before[-2:-1]
    return bool(number) and number[0][0].isdigit() and all(w in measures for w in words[4:])


def opposite_words(a: str, b: str) -> tuple[str, str] | None:
    """An opposite pair, each word in one text only, wherever they stand."""
    mine, theirs = set(_opposite_hits(a)), set(_opposite_hits(b))
    pairs = ((x, y) for x in sorted(mine - theirs) for y in sorted(theirs - mine) if (x, y) in opposites())
    return next(pairs, None)


def _members(text: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for hit in _sets().find(text, tokens(text)):
        for entry, _ in hit.entries:
            out.setdefault(entry, set()).add(hit.word.lower())
    return out


@cache
def _sets() -> Lists:
    return Lists(
        (language, word, entry, True)
        for entry, forms in word_file("categories").items()
        for language, words in forms.items()
        for word in words
    )


def _opposite_hits(text: str) -> Iterator[str]:
    return (hit.word.lower() for hit in _opposite_list().find(text, tokens(text)))


@cache
def _opposite_list() -> Lists:
    return Lists(("en" if a.isascii() else "zh", a, "opposite", True) for a, _ in opposites() if len(a) > 1)
