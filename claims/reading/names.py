"""Everybody and everything a text names: mentions with offsets, their kinds, and the fullest form of each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claims.reading import names_en, names_zh
from claims.reading.aliases import settle, simplified
from claims.reading.annotations import Name
from claims.reading.language import in_simplified, is_chinese
from claims.reading.scene import gender_of
from claims.vocabulary import AgentKind

GATHERED = 100_000  # characters from which names are gathered; whoever matters is named by then


@dataclass(frozen=True)
class Names:
    """The names of one text."""

    mentions: tuple[Name, ...]
    raw: list[names_en.Mention]  # English mentions as written, for the phrases around verbs
    known: frozenset[str]  # every form in simplified letters, for Chinese phrases
    written: Mapping[str, str]  # the same form as the text writes it
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


def names_in(
    text: str, language: str, publisher: str | None = None, cast: Mapping[str, AgentKind] | None = None
) -> Names:
    """The names of `text`; `cast` are those already known to be in it: its publisher, its speakers."""
    known = dict(cast or {})
    if publisher and len(publisher) >= 2:
        known.setdefault(publisher, AgentKind.organisation)
    if not is_chinese(language):
        return _english(text, known)
    return _chinese(text, text if in_simplified(text, language) else simplified(text), known)


def _chinese(text: str, flat: str, known: dict[str, AgentKind]) -> Names:
    """`flat` is the text in simplified letters; what is found there is given as `text` writes it."""
    begin = flat[:GATHERED]
    kinds: dict[str, AgentKind | None] = {**_as_written(text, begin, names_zh.gather(begin)), **known}
    text = text[:GATHERED]
    for latin in re.findall(r"(?<![A-Za-z])(?:[A-Z][A-Za-z]{2,}|[a-z]?[A-Z]{2,}[A-Za-z]*)(?![A-Za-z0-9])", text):
        kinds.setdefault(latin, None)
    glosses = [(_known_end(long, kinds), latin) for long, latin in names_zh.glosses(text)]
    for long, latin in glosses:
        kinds.setdefault(latin, kinds.get(long))
        kinds.setdefault(long, kinds.get(latin))
    full = settle(kinds, names_zh.short_forms(text) + glosses)
    mentions = _occurrences(text, kinds, full)
    return _names(mentions, [], kinds, full, {}, {})


def _as_written(text: str, flat: str, found: Mapping[str, AgentKind]) -> dict[str, AgentKind]:
    if len(flat) > len(text) or text.startswith(flat):
        return dict(found)
    places = {form: flat.find(form) for form in found}
    return {text[at : at + len(form)] if at >= 0 else form: found[form] for form, at in places.items()}


def _known_end(words_: str, kinds: Mapping[str, AgentKind | None]) -> str:
    """The known name with which the words in front of a bracket end, else the words."""
    return max((name for name in kinds if words_.endswith(name)), key=len, default=words_)


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
    written = {form if form.isascii() else simplified(form): form for form in kinds}
    return Names(mentions, raw, frozenset(written), written, full, settled, main, genders, titles)


def _occurrences(text: str, kinds: Mapping[str, AgentKind | None], full: Mapping[str, str]) -> tuple[Name, ...]:
    """Every place where one of the known forms stands, longest first."""
    forms = sorted((form for form in kinds if len(form) >= 2), key=len, reverse=True)
    if not forms:
        return ()
    pattern = re.compile("|".join(re.escape(form) for form in forms))
    return tuple(
        Name(m.start(), m.end(), m[0], full[m[0]], kinds[full[m[0]]] or kinds[m[0]]) for m in pattern.finditer(text)
    )
