"""The posts of a thread: author, date and words of each, and the replies under them."""

from __future__ import annotations

import re
from datetime import datetime

from claims.reading.annotations import Masthead, Span, Voice
from claims.reading.turns import ASIDE, Turn, body_lines, left_trimmed
from claims.reading.wordlists import word_list, words
from claims.times import interval
from claims.vocabulary import AgentKind

_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY_ZH = r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_DAY_ISO = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_MONTH = r"(?P<mon>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+)\.?"
_DAY_EN = rf"(?:(?P<d>\d{{1,2}}) {_MONTH}(?:,? (?P<y>\d{{4}}))?)"
_DAY_US = rf"(?:{_MONTH} (?P<d>\d{{1,2}})(?:,? (?P<y>\d{{4}}))?)"
_NAME = r"(?P<name>@?[^\s,，（(:：。！？][^,，（(:：。！？\n]{0,40}?)"
_BADGE = re.compile(r"\s?[\[【][^\]】\n]{1,20}[\]】]$")  # [verified], 【认证】: a mark of the site, no part of a name
_ASIDE = r"(?P<aside>\s?[（(][^）)\n]{1,60}[）)])?"
_POST = tuple(
    re.compile(
        rf"{_NAME}{_ASIDE}[,，]?\s{{0,3}}[·•|]?\s{{0,3}}{day}[,，]?\s{{0,3}}(?:at\s)?(?P<clock>{_CLOCK})(?:\s?[ap]\.?m\.?)?(?P<rest>[:：]\s*)?(?=\s|$)",
        re.I,
    )
    for day in (_DAY_ZH, _DAY_ISO, _DAY_EN, _DAY_US)
)


def thread(text: str, lines: tuple[Span, ...], masthead: Masthead) -> tuple[Turn, ...]:
    """The turns of a thread of posts: each head line opens one, its lines follow; none where the text is no thread."""
    heads = {line.start: found for line in lines if (found := _post(text, line))}
    if not heads or (masthead.kind not in ("social",) and (len(heads) < 2 or masthead.kind is not None)):
        return ()
    out: list[Turn] = []
    year = masthead.published.year if masthead.published else None
    for index, line in enumerate(lines):
        found = heads.get(line.start)
        if found is None:
            continue
        moment = _moment(found, year)
        year = moment.year if moment else year
        own = [Span(found.end(), line.end)] if found.end() < line.end else []
        after = index + 1
        while after < len(lines) and lines[after].start not in heads and not _divides(text, lines, after, heads):
            own.append(lines[after])
            after += 1
        end = own[-1].end if own else line.end
        when = interval(moment.date().isoformat()) if moment else None
        body = body_lines(text, [left_trimmed(text, span) for span in own])
        out.append(Turn(line.start, end, _author(found), body, Span(line.start, found.end()), when, moment, "post"))
    return tuple(out)


def _post(text: str, line: Span) -> re.Match[str] | None:
    for form in _POST:
        found = form.match(text, line.start, line.end)
        if found and (found["rest"] or not text[found.end() : line.end].strip()):
            return found
    return None


def _divides(text: str, lines: tuple[Span, ...], at: int, heads: dict[int, re.Match[str]]) -> bool:
    """A heading such as "Replies" before the next post, or a closing remark of whoever saved the thread."""
    line = text[lines[at].start : lines[at].end]
    follows = at + 1 < len(lines) and lines[at + 1].start in heads
    if follows and len(line) <= 24 and line[-1] not in '。！？.!?…”"':
        return True
    return bool(ASIDE.match(line)) or bool(
        re.match(r"This (?:copy|thread|page|archive) (?:was|is)\b|存档|本存档", line)
    )


def _moment(found: re.Match[str], year: int | None) -> datetime | None:
    part = found.groupdict()
    named = part.get("mon")
    month = _month(named) if named else int(part["m"])
    stated = int(part["y"]) if part["y"] else year
    hour, minute = re.split("[:：]", part["clock"])[:2]
    if stated is None:
        return None
    try:
        return datetime(stated, month, int(part["d"]), int(hour) % 24, int(minute) % 60)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(
        (i for i, full in enumerate(word_list("speech_layout", "months"), 1) if full.startswith(name.casefold()[:3])), 1
    )


def _author(found: re.Match[str]) -> Voice:
    name = _BADGE.sub("", found["name"]).strip() or found["name"].strip()
    kind = AgentKind.account if name.startswith("@") else AgentKind.person
    if words("names_en", "organisations") & {word.casefold() for word in name.split()}:
        kind = AgentKind.organisation
    aside = found["aside"] or ""
    if "官方" in aside or "official" in aside.casefold():
        kind = AgentKind.outlet if _looks_like_outlet(name) else AgentKind.organisation
    return Voice(name, kind)


def _looks_like_outlet(name: str) -> bool:
    return any(name.endswith(tail) for tail in words("names_zh", "outlets")) or bool(
        words("names_en", "outlets") & {word.casefold() for word in name.split()}
    )
