"""Entries of several words from the word files, and patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claims.reading.wordfile import word_file


@cache
def phrases(name: str, key: str) -> tuple[str, ...]:
    """The entries under `key` of `name`.yaml, each of one word or several."""
    return tuple(word_file(name)[key])


def either(terms: Iterable[str], *, whole: bool) -> re.Pattern[str]:
    """A pattern for any of these terms, the longest first; `whole`: as whole words, whatever the case."""
    parts = "|".join(re.escape(term).replace("'", "['’]") for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{parts})(?![A-Za-z])", re.I) if whole else re.compile(parts)


@cache
def listed(name: str, key: str) -> re.Pattern[str]:
    """The pattern of a whole list; the language is told by the file's name."""
    return either(phrases(name, key), whole=name.endswith("_en"))


def found(text: str, name: str, key: str) -> tuple[str, ...]:
    """The entries of a list that stand in the text, each once, in small letters."""
    return tuple(dict.fromkeys(hit.lower() for hit in listed(name, key).findall(text)))
