"""Which words carry a story, and how many of them another text shares: a measure of being about the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claims.reading.page_words import any_of, folded

OFTEN = 3  # occurrences in an article from which a word carries it even if the headline lacks it
SHARED = 2  # words two stories must share: one is a namesake or a topic, two are a story
LONGEST = 8  # characters of the longest Chinese term looked for

_RUN = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*+|[\u3400-\u9fff\uf900-\ufaff]++")
# Characters that end or begin a word more often than they stand inside one: no term spans them.
_FUNCTION = frozenset(
    "的了在是和与及为被将对从到等其这那一不也都又还就而且或个上下中前后时年月日们说称据于以并向把给让使之此该每各已曾会能可要"
)


class Story:
    """An article's headline and text as the terms that carry it."""

    def __init__(self, headline: str, text: str) -> None:
        named = Counter(_terms(headline))
        spread = Counter(_terms(text))
        self._leading = {term for term in named if spread[term] >= OFTEN}
        self._carrying = {term for term in named if spread[term]} | {t for t, n in spread.items() if n >= OFTEN}

    def shared(self, other: str) -> list[str]:
        """The carrying terms in the other text, longest readings first; a name of several words counts once."""
        found: list[str] = []
        for run in _runs_of_words(other):
            found.extend(self._in_run(run))
        return list(dict.fromkeys(found))

    def is_about(self, other: str) -> bool:
        """True when the other text shares at least two carrying terms, one of them leading, and denies no tie."""
        if any_of("unrelated").search(other):
            return False
        shared = self.shared(other)
        return len(shared) >= SHARED and any(self._leads(term) for term in shared)

    def _leads(self, term: str) -> bool:
        return any(part in self._leading for part in (term, *term.split()))

    def _in_run(self, run: list[str]) -> Iterator[str]:
        name: list[str] = []  # capitalised words side by side are one name, and count once
        for written in run:
            word = _latin(written) if written[0].isascii() else ""
            known = bool(word) and word in self._carrying
            if name and not (known and written[0].isupper()):
                yield " ".join(name)
                name = []
            if known and (name or written[0].isupper()):
                name.append(word)
            elif known:
                yield word
            elif not written[0].isascii():
                yield from self._in_chinese(written)
        if name:
            yield " ".join(name)

    def _in_chinese(self, word: str) -> Iterator[str]:
        at = 0
        while at < len(word):
            size = next((n for n in range(LONGEST, 1, -1) if word[at : at + n] in self._carrying), 0)
            if size:
                yield word[at : at + size]
            at += size or 1


def _terms(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run[0].isascii():
            if word := _latin(run):
                yield word
            continue
        for at in range(len(run)):
            for size in range(2, LONGEST + 1):
                term = run[at : at + size]
                if len(term) < size:
                    break
                if not _FUNCTION.intersection(term) and term not in folded("general"):
                    yield term


def _runs_of_words(text: str) -> Iterator[list[str]]:
    """Words that follow each other with nothing but spaces between: a name of several words stays together."""
    run: list[str] = []
    last = 0
    for found in _RUN.finditer(text):
        if run and text[last : found.start()].strip():
            yield run
            run = []
        last = found.end()
        run.append(found[0])
    if run:
        yield run


def _latin(run: str) -> str:
    """A Latin word in one form for singular and plural; empty when too general."""
    word = run.casefold().replace("’", "'").removesuffix("'s").strip("'-")
    if len(word) < 2 or word in folded("general"):
        return ""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
