"""Words pointed at in a text, by quote and by position, and found again exactly; as W3C Web Annotation JSON.

A quote alone may stand several times; a position alone breaks with the first change. Together they find the
same words in a changed text, or say that they are gone. (W3C Web Annotation Data Model, 2017, section 4.2.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.errors import InputError

CONTEXT = 32  # characters kept on either side: enough to tell repeats apart, short enough to quote


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Exact words with what stands right before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """Where words stand: characters (code points) from the beginning of the text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """The same words by quote and by position."""

    quote: TextQuote
    position: TextPosition

    def as_json(self, source: str) -> dict[str, Any]:
        """A W3C SpecificResource: the address of the text with both selectors."""
        quote, position = self.quote, self.position
        return {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
                {"type": "TextPositionSelector", "start": position.start, "end": position.end},
            ],
        }


def point(text: str, start: int, end: int) -> Pointer:
    """The pointer to text[start:end]; InputError when that is no stretch of the text."""
    if not 0 <= start < end <= len(text):
        raise InputError(f"characters {start} to {end} are no words of a text of {len(text)} characters")
    quote = TextQuote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
    return Pointer(quote, TextPosition(start, end))


def find(text: str, quote: TextQuote, near: TextPosition | None = None) -> TextPosition | None:
    """Where the quoted words stand in this text; None when they are gone, or stand more than once alike.

    Among repeats the one whose surroundings agree best is meant; where they agree alike, the nearest.
    """
    if near and text[near.start : near.end] == quote.exact and _agreement(text, near.start, quote) == _most(quote):
        return near
    places = list(_places(text, quote.exact))
    if not places:
        return None
    best = max(_agreement(text, start, quote) for start in places)
    alike = [start for start in places if _agreement(text, start, quote) == best]
    if len(alike) > 1 and near is None:
        return None
    start = min(alike, key=lambda start: abs(start - near.start)) if near else alike[0]
    return TextPosition(start, start + len(quote.exact))


def from_json(told: Mapping[str, Any]) -> tuple[TextQuote, TextPosition | None]:
    """The quote and, if it is given, the position of a W3C resource; InputError when it holds no quote."""
    stated = told.get("selector")
    selectors: Sequence[Any] = stated if isinstance(stated, list) else [stated]
    by_type = {each.get("type"): each for each in selectors if isinstance(each, Mapping)}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector")
    if quote is None or not isinstance(quote.get("exact"), str) or not quote["exact"]:
        raise InputError("the annotation holds no TextQuoteSelector with exact words; export it with its quote")
    found = TextQuote(quote["exact"], str(quote.get("prefix") or ""), str(quote.get("suffix") or ""))
    return found, _position(position) if position else None


def _position(told: Mapping[str, Any]) -> TextPosition:
    start, end = told.get("start"), told.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise InputError(f"the annotation's TextPositionSelector is no stretch of a text: {start!r} to {end!r}")
    return TextPosition(start, end)


def _places(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact) if exact else -1
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _most(quote: TextQuote) -> int:
    return len(quote.prefix) + len(quote.suffix)


def _agreement(text: str, start: int, quote: TextQuote) -> int:
    """How many characters right before and after agree with the quote's."""
    end = start + len(quote.exact)
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _alike(reversed(before), reversed(quote.prefix)) + _alike(iter(after), iter(quote.suffix))


def _alike(left: Iterator[str], right: Iterator[str]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
