"""Text from bytes: the encoding it was written in, how sure that is, and what had to be replaced.

The ladder: a byte order mark, strict UTF-8, what the page or the user declares, then the candidates, scored
by the share of characters that are common in their script. A guess is always noted, never silent.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.capture.common_characters import HANGUL, KANA, LATIN, SIMPLIFIED, TRADITIONAL
from claims.errors import InputError
from claims.reading.annotations import PageNote

SAMPLE = 200_000  # bytes that are scored; enough for a steady share, few enough to stay fast
LEAST = 0.25  # share of common characters under which no candidate is believed; garbage stays under 0.1
CLOSE = 0.75  # a second candidate with this part of the best one's share makes the guess ambiguous
SURE = 0.5  # share from which a guess that stands alone is called likely
DAMAGED = 3  # good characters to one bad from which bytes are damaged UTF-8; another encoding gives mostly bad ones

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,8}<\?xml[^>]{0,120}?encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_:.-]{2,40})")
_INVISIBLE = re.compile("[\u200b\u2060\u202a-\u202e\u2066-\u2069]")
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was decoded from, and what a reader must know of that."""

    text: str
    encoding: str
    notes: tuple[PageNote, ...] = ()


def decoded(name: str, data: bytes, declared: str | None = None) -> Decoded:
    """The text of these bytes; InputError, naming the document, when no encoding fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(name, data[len(mark) :], encoding)
    if wide := _wide(data):
        note = PageNote("encoding", f"The encoding is not stated; read as {wide}, by the NUL in every other byte.")
        return _strictly(name, data, wide, (note,))
    try:
        return cleaned(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as wrong:
        _refuse_broken_utf8(name, data, wrong)
    for word in (declared, declared_in(data)):
        if word and (found := _as_declared(data, word)):
            return found
    return _guessed(name, data)


def declared_in(data: bytes) -> str | None:
    """The encoding an HTML or XML page says it is in; None when it says nothing."""
    found = _DECLARED.search(data, 0, 4096) or _XML.search(data, 0, 200)
    return found[1].decode("ascii") if found else None


def cleaned(text: str, encoding: str, notes: tuple[PageNote, ...] = ()) -> Decoded:
    """The text with NUL and lone surrogates as U+FFFD, and notes on those and on invisible marks."""
    text, replaced = _UNREADABLE.subn("\ufffd", text)
    return Decoded(text, encoding, (*notes, *_character_notes(text, replaced)))


def _character_notes(text: str, replaced: int) -> Iterator[PageNote]:
    if replaced:
        first = text.index("\ufffd")
        yield PageNote(
            "replaced-characters",
            f"{replaced} character{'s' * (replaced > 1)} that no text may hold (NUL or half a character) "
            "stand as \ufffd; the original bytes are kept.",
            first,
            first + 1,
        )
    invisible = _INVISIBLE.search(text)
    if invisible:
        count = len(_INVISIBLE.findall(text))
        yield PageNote(
            "invisible-characters",
            f"The text holds {count} invisible mark{'s' * (count > 1)} that can change how it looks or is found.",
            invisible.start(),
            invisible.end(),
        )


def _strictly(name: str, data: bytes, encoding: str, notes: tuple[PageNote, ...] = ()) -> Decoded:
    try:
        return cleaned(data.decode(encoding), encoding, notes)
    except UnicodeDecodeError as wrong:
        raise InputError(
            f"{name}: looks like {encoding.upper()} but byte {wrong.start + 1:,} does not belong to it; "
            "the file is damaged: get it again, or save it anew as UTF-8"
        ) from None


def _refuse_broken_utf8(name: str, data: bytes, wrong: UnicodeDecodeError) -> None:
    """Raises when the bytes are UTF-8 but for a few: a damaged file, not another encoding."""
    sample = data[:SAMPLE]
    if len(sample) < len(data):
        sample = sample[:-3]  # the cut may fall inside a character
    text = sample.decode("utf-8", "replace")
    whole = sum(char > "\x7f" and char != "\ufffd" for char in text)
    if whole and text.count("\ufffd") * DAMAGED <= whole:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise InputError(
            f"{name}: UTF-8 but for byte {wrong.start + 1:,} (line {line:,}), which is damaged; "
            "get the file again, or save it anew as UTF-8"
        )


def _as_declared(data: bytes, word: str) -> Decoded | None:
    encoding = "gb18030" if word.lower().replace("-", "") in ("gb2312", "gbk", "xgbk") else word
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    note = PageNote("encoding", f"Read as {encoding.lower()}, as the document declares.")
    return cleaned(text, encoding.lower(), (note,))


def _guessed(name: str, data: bytes) -> Decoded:
    scored = sorted(((_score(data, *candidate), candidate[0]) for candidate in _CANDIDATES), reverse=True)
    (best, encoding), (second, other) = scored[0], scored[1]
    if best < LEAST:
        raise InputError(
            f"{name}: its bytes are no text in any encoding known here (UTF-8, GB18030, Big5, UTF-16, Shift-JIS, "
            "EUC-KR, Windows-1252); save it as UTF-8, or as PDF or DOCX if it is a document"
        )
    if second >= CLOSE * best:
        how = f"uncertain: {other} fits nearly as well ({second:.0%} against {best:.0%} common characters)"
    else:
        how = f"{'likely' if best >= SURE else 'uncertain'}, {best:.0%} of its characters are common ones"
    note = PageNote("encoding", f"The encoding is not stated; read as {encoding} ({how}). Check the words.")
    return cleaned(data.decode(encoding, "replace"), encoding, (note,))


def _score(data: bytes, encoding: str, common: frozenset[str], fits: Callable[[str], bool]) -> float:
    sample = data[:SAMPLE]
    if len(sample) < len(data):
        sample = sample[: len(sample) - len(sample) % 4]
    text = sample.decode(encoding, "ignore" if len(sample) < len(data) else "replace")
    foreign = [char for char in text if char > "\x7f" or char == "\x00"]
    if not foreign or text.count("\ufffd") * 50 > len(foreign) or not fits(text):
        return 0.0
    telling = [char for char in foreign if char not in _NEUTRAL]
    return sum(char in common for char in telling) / len(telling) if telling else 0.0


_NEUTRAL = frozenset("，。、；：？！“”‘’（）《》【】「」『』—…·　％￥〈〉～")


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark, told by NUL in every other byte: it would pass for UTF-8 full of NULs."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 <= len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _any(text: str) -> bool:
    return True


def _alone(text: str) -> bool:
    """Accents stand alone among plain letters; a run of them is another encoding misread."""
    runs = re.findall(r"[^\x00-\x7f]++", text)
    return not runs or sum(len(run) for run in runs) <= 1.5 * len(runs)


def _even(text: str) -> bool:
    return "\x00" not in text


_CANDIDATES: tuple[tuple[str, frozenset[str], Callable[[str], bool]], ...] = (
    ("gb18030", SIMPLIFIED, _any),
    ("big5", TRADITIONAL, _any),
    ("utf-16-le", SIMPLIFIED | TRADITIONAL | LATIN, _even),
    ("utf-16-be", SIMPLIFIED | TRADITIONAL | LATIN, _even),
    ("shift_jis", KANA, _any),
    ("euc-kr", HANGUL, _any),
    ("windows-1252", LATIN, _alone),
)
