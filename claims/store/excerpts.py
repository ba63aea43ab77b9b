"""Cuts the part of a text in which the words asked for stand, and says where in it they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claims.store.words import Phrase, figures, fold, is_run

AROUND = 70  # characters of an excerpt before and after the first mark


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    return fold(character)


def excerpted(text: str, wanted: list[tuple[Phrase, ...]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A part of the text around the words that were found, and where they are in it."""
    plain, places = _folded(text)
    said = {span for choice in wanted for phrase in choice for span in _spans(plain, places, phrase)}
    spans = sorted(said.union(_figures(plain, places, wanted)))
    first = spans[0][0] if spans else 0
    start = max(0, first - AROUND)
    end = min(len(text), first + 2 * AROUND if start else 2 * AROUND + AROUND)
    marks = tuple((a - start, b - start) for a, b in _apart(spans) if a >= start and b <= end)
    return text[start:end], marks


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in the original it comes from."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole, range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        one = _fold_one(character)
        folded.append(one)
        places += [place] * len(one)
    return "".join(folded), places


def _spans(plain: str, places: Sequence[int], phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the original text."""
    pattern = _spelt(phrase.words[0])
    for before, word in zip(phrase.words, phrase.words[1:], strict=False):
        # Pairs of characters overlap by one: after 失业 comes 业率, of which only 率 is new.
        overlap = len(before) == 2 == len(word) and before[1] == word[0] and is_run(word)
        pattern += re.escape(word[1:]) if overlap else rf"\W*+{_spelt(word)}"
    before = "" if is_run(phrase.words[0]) else r"(?<![0-9a-z])(?<![0-9][.,])"
    after = "" if is_run(phrase.words[-1]) else r"(?![0-9a-z])(?![.,][0-9])"
    for found in re.finditer(before + pattern + after, plain):
        yield places[found.start()], places[found.end() - 1] + 1


def _spelt(word: str) -> str:
    """A word as it may stand in a text: a figure with or without its commas."""
    return ",?".join(word) if word.isdecimal() else re.escape(word)


def _figures(plain: str, places: Sequence[int], wanted: list[tuple[Phrase, ...]]) -> Iterator[tuple[int, int]]:
    """Where a figure with its scale stands for a number that was asked for."""
    asked = {phrase.words[0] for choice in wanted for phrase in choice if len(phrase.words) == 1}
    for number, start, end in figures(plain):
        if number in asked:
            yield places[start], places[end - 1] + 1


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those that touch or overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
