"""Everybody and everything a text names: mentions with offsets, their kinds, and the fullest form of each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claims.reading import names_en, names_zh
from claims.reading.aliases import settle
from claims.reading.annotations import Name
from claims.reading.language import is_chinese
from claims.reading.scene import gender_of
from claims.vocabulary import AgentKind


@dataclass(frozen=True)
class Names:
    """The names of one text."""

    mentions: tuple[Name, ...]
    raw: list[names_en.Mention]  # English mentions as written, for the phrases around verbs
    known: frozenset[str]  # every form, for Chinese phrases
    full: Mapping[str, str]  # form -> fullest form
    kinds: Mapping[str, AgentKind]  # fullest form -> kind
    main: str | None  # the organisation named most
    genders: Mapping[str, str]
    titles: Mapping[str, str]

    @property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """Fullest form -> every form met, itself among them."""
        groups: dict[str, list[str]] = defaultdict(list)
        for form, agent in self.full.items():
            groups[agent].append(form)
        return {agent: tuple(sorted(forms)) for agent, forms in groups.items()}

    @property
    def by_length(self) -> list[str]:
        """Fullest forms, longest first."""
        return sorted(self.kinds, key=len, reverse=True)


def names_in(text: str, language: str, publisher: str | None = None, cast: Mapping[str, AgentKind] | None = None) -> Names:
    """The names of `text`; `cast` are those already known to be in it: its publisher, its speakers."""
    known = dict(cast or {})
    if publisher and len(publisher) >= 2:
        known.setdefault(publisher, AgentKind.organisation)
    return _chinese(text, known) if is_chinese(language) else _english(text, known)


def _chinese(text: str, known: dict[str, AgentKind]) -> Names:
    kinds: dict[str, AgentKind | None] = {**names_zh.gather(text), **known}
    for latin in re.findall(r"(?<![A-Za-z])(?:[A-Z][A-Za-z]{2,}|[a-z]?[A-Z]{2,}[A-Za-z]*)(?![A-Za-z0-9])", text):
        kinds.setdefault(latin, None)
    told = [pair for pair in names_zh.short_forms(text) + names_zh.glosses(text)]
    for long, short in names_zh.glosses(text):
        kinds.setdefault(short, kinds.get(long))
        kinds.setdefault(long, kinds.get(short))
    full = settle(kinds, told)
    mentions = _occurrences(text, kinds, full)
    return _names(mentions, [], kinds, full, {}, {})


def _english(text: str, known: dict[str, AgentKind]) -> Names:
    raw = names_en.mentions(text)
    kinds: dict[str, AgentKind | None] = dict(known)
    for mention in raw:
        kinds[mention.text] = kinds.get(mention.text) or mention.kind
    full = settle(kinds)
    mentions = tuple(Name(m.start, m.end, m.text, full[m.text], kinds[full[m.text]] or m.kind) for m in raw)
    genders, titles = {}, {}
    for m in raw:
        if m.title:
            titles[m.title] = full[m.text]
            if gender := gender_of(m.title):
                genders[full[m.text]] = gender
    return _names(mentions, raw, kinds, full, genders, titles)


def _names(
    mentions: tuple[Name, ...],
    raw: list[names_en.Mention],
    kinds: Mapping[str, AgentKind | None],
    full: Mapping[str, str],
    genders: Mapping[str, str],
    titles: Mapping[str, str],
) -> Names:
    settled: dict[str, AgentKind] = {}
    for form, agent in full.items():
        kind = kinds.get(agent) or kinds.get(form)
        if kind:
            settled.setdefault(agent, kind)
    counted = Counter(m.agent for m in mentions if settled.get(m.agent) is AgentKind.organisation)
    main = counted.most_common(1)[0][0] if counted else None
    return Names(mentions, raw, frozenset(kinds), full, settled, main, genders, titles)


def _occurrences(text: str, kinds: Mapping[str, AgentKind | None], full: Mapping[str, str]) -> tuple[Name, ...]:
    """Every place where one of the known forms stands, longest first."""
    forms = sorted((form for form in kinds if len(form) >= 2), key=len, reverse=True)
    if not forms:
        return ()
    pattern = re.compile("|".join(re.escape(form) for form in forms))
    return tuple(
        Name(m.start(), m.end(), m[0], full[m[0]], kinds[full[m[0]]] or kinds[m[0]]) for m in pattern.finditer(text)
    )
