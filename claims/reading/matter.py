"""What a passage is about: the sense of its words, of the words before it, and its amounts, ready to be likened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from claims.reading.amounts import Amount, amounts_of
from claims.reading.lexicon import tokens
from claims.reading.nametable import NameTable
from claims.reading.senses import Sense, sense, with_names

CONTEXT = 90  # Chinese characters before a passage that may name what it speaks of
CONTEXT_LATIN = 220  # letters

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_LEANING = re.compile(
    r"^\W*(?:it|they|them|this|that|those|these|he|she|nothing|none|so|there|here|each|every one|the number|the (?:first|last|rest|latter|former|others?)|we)\b"
    r"|^\W*(?:这|那|其|它|他|她|该|此|只是|应为|对此)",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Matter:
    """A passage ready for comparison."""

    sense: Sense
    around: Sense  # the same sentence before it, and the one before that where it leans on it
    amounts: tuple[Amount, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it can be found by."""
        return self.sense.keys

    @cached_property
    def near_keys(self) -> frozenset[str]:
        """What the words around it speak of, beyond its own."""
        return self.around.keys - self.keys


def matter_of(
    quote: str, text: str, start: int, figures: Iterable[dict[str, Any]], names: NameTable, subject: str | None = None
) -> Matter:
    """The Matter of the quote that stands at `start` in the text."""
    own = with_names(sense(quote), names.within(quote))
    before = words_before(quote, text, start)
    near = with_names(sense(before), names.within(before))
    if subject:
        near = with_names(near, names.within(subject) or (subject,))
    return Matter(own, near, amounts_of(figures, quote))


def words_before(quote: str, text: str, start: int) -> str:
    """The words before the quote: its own sentence, and the one before when the quote leans on that."""
    chunk = text[max(0, start - (CONTEXT_LATIN if text[max(0, start - 40) : start].isascii() else CONTEXT)) : start]
    cuts = [found.end() for found in _SENTENCE_END.finditer(chunk)]
    if not cuts:
        return chunk
    short = len(quote) < 14 or 1 <= len(tokens(quote)) <= 4
    if short or _LEANING.match(quote):
        return chunk[cuts[-2] if len(cuts) > 1 else 0 :]
    return chunk[cuts[-1] :]
