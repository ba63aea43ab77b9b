"""Word lists of general language by file and key, read once from claims/reading/words."""

from __future__ import annotations

from functools import cache

from claims.reading.wordfile import word_file


@cache
def word_list(name: str, key: str) -> tuple[str, ...]:
    """The words under `key` of `name`.yaml in their order, written there as lines of words."""
    value = word_file(name)[key]
    lines = [value] if isinstance(value, str) else value
    return tuple(word.replace("\\", " ") for line in lines for word in line.split())


@cache
def words(name: str, key: str) -> frozenset[str]:
    """As `word_list`, to look up in."""
    return frozenset(word_list(name, key))
