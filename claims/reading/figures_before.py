"""What stands right before a number: a comparator, a currency, the word of a rise or a fall.

Looked up by the lengths of the listed words, backwards from the number, because a pattern searched for
its end would try every word at every place before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from claims.reading.wordfile import word_file

T = TypeVar("T")
LINKED = 6  # words that may stand between the rise and its figure
LETTERS = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "hk": "HKD",
    "nt": "TWD", "s": "SGD", "nz": "NZD", "r": "BRL",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ending(Generic[T]):
    """A listed word that ends at the number, and what it stands for."""

    start: int
    word: str
    value: T


class Endings(Generic[T]):
    """Listed words, found where they end."""

    __slots__ = ("_lengths", "_table")

    def __init__(self, words: Mapping[str, T]) -> None:
        """Words with what they stand for; Latin ones are found as whole words only."""
        self._table = dict(words)
        self._lengths = tuple(sorted({len(word) for word in words}, reverse=True))

    def search(self, low: str, floor: int, end: int) -> Ending[T] | None:
        """The longest listed word that ends at `end`, give or take a few spaces."""
        while end > floor and low[end - 1].isspace():
            end -= 1
        for length in self._lengths:
            start = end - length
            if start < floor:
                continue
            word = low[start:end]
            if word in self._table and not (
                word[0].isascii()
                and word[0].isalpha()
                and start
                and low[start - 1].isascii()
                and low[start - 1].isalpha()
            ):
                return Ending(start, word, self._table[word])
        return None


def turned(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word with the key of its list."""
    return {word: key for key, words in lists.items() for word in words}


class Changes:
    """The word of a rise or a fall before a figure, with the small words between them."""

    __slots__ = ("_links", "_spaced", "_ways")

    def __init__(self, down: Iterable[str], up: Iterable[str], links: Iterable[str], spaced: bool) -> None:
        """`spaced` when words stand apart, as in English."""
        ways = dict.fromkeys(down, -1) | dict.fromkeys(up, 1)
        self._ways = Endings(ways)
        self._links = Endings(dict.fromkeys(links, 0))
        self._spaced = spaced

    def search(self, low: str, floor: int, end: int) -> Ending[int] | None:
        """The change whose figure begins at `end`."""
        for _ in range(LINKED):
            found = self._ways.search(low, floor, end)
            if found is not None:
                return found
            link = self._links.search(low, floor, end)
            if link is None or (self._spaced and not low[link.start - 1 : link.start].isspace()):
                return None
            end = link.start
        return None


class Currencies:
    """The currency before a number: a sign, perhaps with letters, or a name or code."""

    __slots__ = ("_names", "_signs")

    def __init__(self, language: str) -> None:
        """The names of one language, and the codes, which all languages use."""
        words = word_file("currencies")
        self._signs: dict[str, str] = words["signs"]
        after_only = set(words["after_only"])
        self._names = Endings(
            {
                form: code
                for code, forms in words["names"].items()
                for form in (*forms.get(language, ()), *forms.get("en", ()))
                if form not in after_only
                and (not form.isascii() or len(form) < 5 or form.endswith("$") or form in words["before_too"])
            }
        )

    def search(self, low: str, floor: int, end: int) -> Ending[str] | None:
        """The currency that ends at `end`."""
        last = end
        while last > floor and (low[last - 1] in " -" and end - last < 3):
            last -= 1
        sign = low[last - 1 : last] if last > floor else ""
        if sign not in self._signs or not sign:
            return self._names.search(low, floor, last)
        start = last - 1
        before = start - 1 if start > floor and low[start - 1] == " " else start
        for length in (4, 3, 2, 1):
            letters = low[max(floor, before - length) : before]
            if (
                len(letters) == length
                and letters in LETTERS
                and not low[before - length - 1 : before - length].isalpha()
            ):
                return Ending(before - length, letters + sign, LETTERS[letters] if sign == "$" else self._signs[sign])
        return Ending(start, sign, self._signs[sign])
