"""The words of page furniture, as patterns: menus, notices, labels, heads of lists, in both languages.

The words stand in words/page.yaml. Every pattern is bounded, so that matching takes linear time.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "words" / "page.yaml"
_GAP = r"[^\n。]{0,24}?"  # what "…" in an entry stands for


@cache
def words(group: str) -> tuple[str, ...]:
    """The entries of one group, as they stand in the file."""
    return tuple(_groups()[group])


@cache
def any_of(group: str) -> re.Pattern[str]:
    """Finds an entry of the group anywhere; Latin entries as whole words, in any case."""
    return re.compile("|".join(_longest_first(group)), re.IGNORECASE)


@cache
def opens(group: str) -> re.Pattern[str]:
    """Finds an entry of the group at the beginning of what is matched."""
    return re.compile(rf"(?:{'|'.join(_longest_first(group))})", re.IGNORECASE)


@cache
def folded(group: str) -> frozenset[str]:
    """The entries for looking up whole pieces: in lower case."""
    return frozenset(word.casefold() for word in words(group))


@cache
def label(*groups: str) -> re.Pattern[str]:
    """Finds a label of these groups with its colon: at the beginning, or after a space, a bar or a bracket."""
    entries = [entry for group in groups for entry in _longest_first(group)]
    entries.sort(key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[\s|（(·/　]))(?P<label>{'|'.join(entries)})\s{{0,3}}[:：]", re.IGNORECASE)


@cache
def _groups() -> dict[str, list[str]]:
    # The base loaders keep every word a text: "no" is not False here.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    groups: dict[str, list[str]] = yaml.load(_FILE.read_text("utf-8"), Loader=loader)  # noqa: S506  makes only texts
    return groups


def _longest_first(group: str) -> list[str]:
    return [_pattern(word) for word in sorted(words(group), key=len, reverse=True)]


def _pattern(word: str) -> str:
    pattern = _GAP.join(re.escape(part) for part in word.split("…"))
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{before}{pattern}{after}"
