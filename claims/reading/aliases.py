"""One name for each agent of a text: surnames, short forms, scripts and spellings lead to the fullest form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from claims.reading.names_zh import DOT
from claims.reading.wordlists import words
from claims.vocabulary import AgentKind

_LEGAL = re.compile(
    r"(?:[ ,]+(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SA|NV|GmbH|Group|Holdings)\.?)+$"
)
_LEGAL_ZH = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司)$")
_NOT_PLAIN = re.compile(r"[\s·・•‧.,'’“”\"「」()（）\-]")


def simplified(text: str) -> str:
    """The text in simplified letters, of the same length."""
    if text.isascii():
        return text
    convert = _converter()
    whole = convert(text)
    return whole if len(whole) == len(text) else "".join(convert(letter)[:1] or letter for letter in text)


@cache
def _converter() -> Callable[[str], str]:
    # opencc is loaded only when Chinese is read.
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """The name to compare by: one script, small letters, no dots, spaces and quotes."""
    return _NOT_PLAIN.sub("", simplified(name)).lower()


def settle(kinds: Mapping[str, AgentKind | None], told: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Every form -> the fullest form of the same agent; `told` are pairs the text itself equates."""
    forms = sorted(kinds, key=lambda name: (-len(plain(name)), name.isupper(), name))
    parent = {name: name for name in forms}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    def join(short: str, long: str) -> None:
        a, b = root(short), root(long)
        if a != b:
            parent[a] = b

    for one, other in told:
        if one in parent and other in parent:
            join(other, one)
    by_plain: dict[str, str] = {}
    for name in forms:
        key = plain(_LEGAL.sub("", name) if " " in name else name)
        if key in by_plain:
            join(name, by_plain[key])
        else:
            by_plain[key] = name
    for short, owners in _short_forms(forms, kinds).items():
        roots = {root(owner) for owner in owners}
        if len(roots) == 1:
            join(short, roots.pop())
    return {name: root(name) for name in forms}


def _short_forms(forms: list[str], kinds: Mapping[str, AgentKind | None]) -> dict[str, list[str]]:
    """Each short form with the longer forms it may stand for."""
    known = set(forms)
    out: dict[str, list[str]] = defaultdict(list)
    for long in forms:
        for short in _shortenings(long, kinds[long]):
            if short in known and short != long and _compatible(kinds[short], kinds[long]):
                out[short].append(long)
    return out


def _compatible(a: AgentKind | None, b: AgentKind | None) -> bool:
    institutions = (AgentKind.organisation, AgentKind.outlet)
    return a is None or b is None or a == b or (a in institutions and b in institutions)


def _shortenings(name: str, kind: AgentKind | None) -> list[str]:
    """Forms a text may go on with after the full name."""
    if any(dot in name for dot in DOT):
        return [re.split(f"[{DOT}]", name)[-1]]
    if not name.isascii() and re.search(r"[\u4e00-\u9fff]", name):
        bare = _LEGAL_ZH.sub("", name)
        return [bare] if bare != name and len(bare) >= 2 else []
    parts = name.split()
    if len(parts) < 2:
        return []
    if kind is AgentKind.person:
        tail = parts[-1] if parts[-1].strip(".") not in ("Jr", "Sr", "II", "III") else parts[-2].strip(",")
        return [tail, parts[0], f"{parts[0]} {tail}"]
    bare = _LEGAL.sub("", name)
    initials = "".join(part[0] for part in parts if part[0].isupper())
    shorts = [bare, initials] if len(initials) > 1 else [bare]
    if kind in (AgentKind.organisation, AgentKind.outlet):
        first = parts[0]
        if first.lower() not in words("names_en", "commons") and first.lower() not in words(
            "names_en", "organisations"
        ):
            shorts.append(first)
        shorts.append(parts[-1])
        shorts.append(" ".join(parts[1:]))
    return shorts
