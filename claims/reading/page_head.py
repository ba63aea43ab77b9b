"""The head of a page: which lines stand before the first words of the story, and which of them is the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from claims.reading.annotations import Masthead
from claims.reading.page_lines import (
    HEADING,
    LONG,
    Line,
    dateline,
    is_labelled,
    is_legend,
    is_menu,
    is_notice,
    is_numbered,
    is_stamp,
    is_terminal,
    is_turn,
    weight,
)
from claims.reading.page_stamps import stamps
from claims.reading.page_words import any_of, opens, words

SAME_TITLE = 90.0  # rapidfuzz ratio from which two headlines are one, whatever their quotation marks
# A sentence that ends inside a line, or a lead-in with a comma that ends in a colon.
_INSIDE = re.compile(r"。(?=\S)|^[^，,\n]{2,60}，[^\n]{4,80}[：:]$")
_SPACE = re.compile(r"[\s\W_]+")
SIDE = 6  # weight beside its date up to which a line with a full stop is no sentence of the story
_POST = re.compile(r"^@\w|[（(]@\w|已认证|认证[)）]|官方账号|[（(]verified[)）]", re.IGNORECASE)
_PERSON = re.compile(r"^(?:By\s[A-Z]|[（(]?(?:文|作者|记者|编辑|本报记者)[/｜|\s])|@\w")


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines stand before the story, and which of them (by index) are headline and deck."""

    length: int
    headline: int | None
    deck: tuple[int, ...] = ()


def plain(text: str) -> str:
    """A headline for comparison: without spaces and marks, in lower case."""
    return _SPACE.sub("", text).casefold()


def is_same_headline(a: str, b: str) -> bool:
    """True when two lines are one headline."""
    left, right = plain(a), plain(b)
    if not left or not right:
        return False
    return left == right or fuzz.ratio(left, right) >= SAME_TITLE


def is_issuer(text: str) -> bool:
    """True for the bare name of a body that issues documents, or a line in capitals."""
    bare = re.sub(r"[（(][^）)]{0,20}[)）]$", "", text).strip()
    if bare.isascii():
        return bare.isupper() and ":" not in bare and weight(bare) < 40
    return weight(bare) <= 24 and not _has_marks(bare) and bare.endswith(words("issuer"))


def is_post(line: Line) -> bool:
    """True for the line that names who posts in a thread: a handle, an account's mark."""
    return _POST.search(line.text) is not None


def head_of(lines: Sequence[Line], masthead: Masthead) -> Head:
    """The head of these lines; its length is 0 when the text begins at once with its story."""
    length = _length(lines, masthead)
    repeated = Counter(plain(line.text) for line in lines)
    title = masthead.title or _labelled_title(lines[:length])
    scored = [
        (_score(index, lines[index], title, repeated, is_news=masthead.kind in _NEWS), -index)
        for index in range(length)
        if _can_be_headline(lines[index])
    ]
    best = max(scored, default=None)
    if best is None or best[0] <= 0:
        return Head(length, 0 if length and _is_dated_title(lines[0]) else None)
    headline = -best[1]
    deck = tuple(i for i in range(headline + 1, length) if _is_deck(lines[i]))
    return Head(length, headline, deck)


_NEWS = (None, "article", "wire", "snapshot", "press_release", "digest")


def _length(lines: Sequence[Line], masthead: Masthead) -> int:
    social = masthead.kind == "social"
    seen_title = False
    for index, line in enumerate(lines):
        if index and (is_post(line) or (social and _opens_post(line))):
            return index
        if _is_furniture(line):
            continue
        if (masthead.title and is_same_headline(line.text, masthead.title)) or (
            _looks_like_title(line, lines, index) and (not seen_title or _stands_apart(lines, index))
        ):
            seen_title = True
            continue
        if _opens_story(line):
            return index
    return len(lines)


def _is_furniture(line: Line) -> bool:
    short = weight(line.text) <= LONG
    if is_menu(line) or is_stamp(line) or (is_notice(line.text) and short):
        return True
    if is_labelled(line) and weight(line.text) <= 2 * LONG:
        return True
    found = dateline(line)
    if found and found.end() >= len(line.text):
        return True
    if not short or is_numbered(line):
        return False
    return bool(_PERSON.match(line.text)) or _bears_date(line)


def _bears_date(line: Line) -> bool:
    """A line of the head with its date; a sentence that happens to state a date is none."""
    found = list(stamps(line.text))
    rest = weight(line.text) - sum(weight(line.text[stamp.start : stamp.end]) for stamp in found)
    return bool(found) and (not is_terminal(line) or rest <= SIDE)


def _looks_like_title(line: Line, lines: Sequence[Line], index: int) -> bool:
    if weight(line.text) > HEADING or is_numbered(line) or dateline(line):
        return False
    if line.text.endswith(("。", "；", ";")) or (is_turn(line) and is_terminal(line)):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    # An English sentence ends in a full stop, a headline does not.
    return after is not None and not line.text.endswith(".")


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    """A question or exclamation on its own above the story may be the headline under a site's name."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (
        lines[index].text.endswith(("?", "？", "!", "！")) and after is not None and (after.gap or _is_furniture(after))
    )


def _opens_story(line: Line) -> bool:
    if is_numbered(line) or is_turn(line):
        return True
    if dateline(line) and weight(line.text) > LONG:
        return True
    return is_terminal(line) or weight(line.text) > HEADING or _INSIDE.search(line.text) is not None


def _opens_post(line: Line) -> bool:
    short = weight(line.text) <= LONG
    return is_numbered(line) or "@" in line.text or (short and next(stamps(line.text), None) is not None)


def _can_be_headline(line: Line) -> bool:
    if line.text.endswith(("：", ":", "，", ",")):
        return False
    return not (_is_furniture(line) or is_legend(line) or opens("replies").fullmatch(line.text))


def _is_dated_title(line: Line) -> bool:
    """True for a first line that names the document with its date, where no other line can be the title."""
    if is_menu(line) or is_labelled(line) or is_notice(line.text) or dateline(line) or is_post(line):
        return False
    stamp = next(stamps(line.text), None)
    return stamp is not None and weight(line.text[: stamp.start]) >= 8


def _score(index: int, line: Line, title: str | None, repeated: Counter[str], *, is_news: bool) -> float:
    points = min(weight(line.text), 40) / 10
    if title:
        points += 10 * max(0.0, fuzz.ratio(plain(title), plain(line.text)) - 50) / 50
    points += 4 if repeated[plain(line.text)] > 1 else 0
    points += 1 if line.gap else 0
    points -= 6 if is_issuer(line.text) else 0
    points -= 2 if any_of("kind_memo").search(line.text) and title else 0
    points -= 1 if weight(line.text) < (6 if is_news else 4) else 0
    return points - index / 20


def _is_deck(line: Line) -> bool:
    return (
        weight(line.text) >= 12
        and not (_is_furniture(line) or is_issuer(line.text) or is_legend(line))
        and not line.text.endswith(("：", ":"))
    )


def _labelled_title(lines: Sequence[Line]) -> str | None:
    for line in lines:
        if found := opens("label_title").match(line.text):
            return line.text[found.end() :].lstrip(" :：　") or None
    return None


def _has_marks(text: str) -> bool:
    return re.search(r"[，。,；;：:？！?!、“”\"]", text) is not None
