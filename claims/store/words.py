"""A text as the words it can be found by, and a query as the phrases to look for.

Chinese, Japanese and Korean runs become overlapping pairs of characters and the last character alone, so
that a stretch of any length is found, and nothing else. Other words stand whole, without case or accents.
Traditional characters are folded to simplified ones, one by one, so that a stretch folds the same in a
query and in a text. A figure with its scale also gives the plain number: 8.5万 is found by 85,000.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

CJK = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0002fa1f\U00030000-\U000323af"
)
_PIECE = re.compile(rf"(?P<run>[{CJK}]++)|(?P<figure>\d++(?:[.,]\d++)*+)|(?P<word>[^\W_{CJK}]++)")
_RUN = re.compile(f"[{CJK}]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+")
_FIGURE = re.compile(
    r"(?<![0-9.,a-z])([0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+)\s?"
    r"(万亿|千万|百万|[百千万亿]|thousand|million|billion|trillion|bn|k)(?![a-z])"
)
_ACCENTED = re.compile("[\u00c0-\u058f\u1e00-\u1fff]")
_ACCENT = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")

SCALES = {
    "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
    "k": 3, "thousand": 3, "million": 6, "bn": 9, "billion": 9, "trillion": 12,
}  # fmt: skip
"""Word of scale -> power of ten, in folded form."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other; with `open`, the last may be the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


class _Simplified(dict[int, str]):
    """Code point -> its simplified form, asked of OpenCC once a character and only when one is met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _opencc().convert(chr(code)) if _HAN.match(chr(code)) else chr(code)
        return folded


@lru_cache(maxsize=1)
def _opencc() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


_SIMPLIFIED = _Simplified()


def fold(text: str) -> str:
    """The text as it is compared: one width, no case, no accents, no invisible marks, simplified characters."""
    if text.isascii():
        return text.lower()
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    if _ACCENTED.search(plain):
        plain = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFKD", plain)))
    return plain.translate(_SIMPLIFIED) if _HAN.search(plain) else plain


def words(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    out: list[str] = []
    for piece in _PIECE.finditer(folded):
        text = piece[0]
        if piece.lastgroup == "run":
            out += [text[start : start + 2] for start in range(len(text) - 1)]
            out.append(text[-1])
        elif "," not in text:
            out.append(text)
        elif _GROUPED.fullmatch(text):
            out.append(text.replace(",", ""))
        else:
            out += text.split(",")
    return out


def figures(folded: str) -> Iterator[tuple[str, int, int]]:
    """The plain numbers that figures with a scale stand for, and where: 8.5万 gives 85000."""
    for found in _FIGURE.finditer(folded):
        if plain := _plain(found[1], found[2]):
            yield plain, found.start(), found.end()


def _plain(figure: str, scale: str) -> str | None:
    if len(figure) > 20:
        return None
    value = Decimal(figure.replace(",", "")).scaleb(SCALES[scale])
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def query(text: str) -> list[tuple[Phrase, ...]]:
    """What a person typed, as phrases of which all must be found; within one tuple, any will do.

    Words in double quotes are one phrase. Anything may be typed; what holds no word asks for nothing.
    """
    out = []
    for quoted, single in re.findall(r'"([^"]*+)"|([^\s"]++)', fold(text)):
        if phrase := _phrase(quoted or single):
            plain = tuple(Phrase((number,)) for number, _, _ in figures(quoted or single))
            out.append((phrase, *plain))
    return out


def is_run(word: str) -> bool:
    """True for a word cut out of a run of Chinese, Japanese or Korean."""
    return bool(_RUN.match(word))


def _phrase(folded: str) -> Phrase | None:
    found = words(folded)
    if not found:
        return None
    *_, last = _PIECE.finditer(folded)
    if last.lastgroup != "run":
        return Phrase(tuple(found))
    if len(last[0]) > 1:
        # In a text the run may go on after what was typed, so its last character does not stand alone there.
        return Phrase(tuple(found[:-1]))
    return Phrase(tuple(found), open=True)
