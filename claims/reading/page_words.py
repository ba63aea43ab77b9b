"""The words of page furniture, as patterns: menus, notices, labels, heads of lists, in both languages.

The words stand in words/page.yaml. Every pattern is bounded, so that matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.reading.wordfile import word_file

_GAP = r"[^\n。]{0,24}?"  # what "…" in an entry stands for


@cache
def words(group: str) -> tuple[str, ...]:
    """The entries of one group, as they stand in the file."""
    return tuple(_groups()[group])


@cache
def any_of(group: str) -> re.Pattern[str]:
    """Finds an entry of the group anywhere; Latin entries as whole words, in any case."""
    return re.compile(_either(words(group)), re.IGNORECASE)


opens = any_of
"""The same, to be matched at the beginning: `opens(group).match(text)`."""


@cache
def folded(group: str) -> frozenset[str]:
    """The entries for looking up whole pieces: in lower case."""
    return frozenset(word.casefold() for word in words(group))


@cache
def label(*groups: str) -> re.Pattern[str]:
    """Finds a label of these groups with its colon: at the beginning, or after a space, a bar or a bracket."""
    entries = _either([entry for group in groups for entry in words(group)])
    return re.compile(rf"(?:^|(?<=[\s|（(·/　]))(?P<label>{entries})\s{{0,3}}[:：]", re.IGNORECASE)


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = word_file("page")
    return groups


def _either(entries: Sequence[str]) -> str:
    """A pattern for any of these, the longest first; a look at the first letter spares trying them all."""
    by_script: dict[bool, list[str]] = {True: [], False: []}
    for entry in sorted(entries, key=len, reverse=True):
        by_script[entry[0].isascii() and entry[0].isalpha()].append(entry)
    patterns = []
    for latin, of_script in by_script.items():
        if of_script:
            before = r"(?<![A-Za-z])" if latin else ""
            first = "".join(re.escape(char) for char in sorted({entry[0] for entry in of_script}))
            patterns.append(f"{before}(?=[{first}])(?:{'|'.join(map(_pattern, of_script))})")
    return f"(?:{'|'.join(patterns)})"


def _pattern(word: str) -> str:
    pattern = _GAP.join(re.escape(part) for part in word.split("…"))
    return pattern + (r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else "")
