"""Who holds the floor: the turns of a transcript, the posts of a thread, the letter under its header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from claims.reading.annotations import Masthead, Span, Voice
from claims.reading.sentences import paragraphs
from claims.reading.wordlists import word_list, words
from claims.times import Interval, interval
from claims.vocabulary import AgentKind

SHARE = 0.25  # of all lines that must carry a label before a text counts as a transcript

_LABEL_EN = re.compile(r"(?P<name>[A-Z@][\w.'’&@-]*(?: [\w.'’&@-]+){0,7})(?P<role> ?\([^)\n]{1,80}\))? ?:(?=\s|$)")
_CAPITAL_LABEL = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}): (?=\S)")
_LABEL_ZH = re.compile(
    r"(?P<name>[^：:\s，。！？；“”「」（）()【】\d、][^：:\n，。！？；“”「」（）()【】、]{0,19})(?P<role>[（(][^）)\n]{1,30}[）)])?[：:]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY_ZH = r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_DAY_ISO = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_MONTH = r"(?P<mon>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+)\.?"
_DAY_EN = rf"(?:(?P<d>\d{{1,2}}) {_MONTH}(?:,? (?P<y>\d{{4}}))?)"
_DAY_US = rf"(?:{_MONTH} (?P<d>\d{{1,2}})(?:,? (?P<y>\d{{4}}))?)"
_NAME = r"(?P<name>@?[^\s,，（(:：。！？][^,，（(:：。！？\n]{0,40}?)"
_ASIDE = r"(?P<aside>\s?[（(][^）)\n]{1,60}[）)])?"
_POST = tuple(
    re.compile(
        rf"{_NAME}{_ASIDE}[,，]?\s{{0,3}}[·•|]?\s{{0,3}}{day}[,，]?\s{{0,3}}(?:at\s)?(?P<clock>{_CLOCK})(?:\s?[ap]\.?m\.?)?(?P<rest>[:：]\s*)?(?=\s|$)",
        re.I,
    )
    for day in (_DAY_ZH, _DAY_ISO, _DAY_EN, _DAY_US)
)
_NUMBERING = re.compile(
    r"\s*(?:\d{1,3}(?:/\d{0,3})|[①-⑳]|\d{1,2}[、)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[-•*·–—])\s*"
)
_CLIP = re.compile(r"^(?:CLIP|RECORDING|AUDIO|VOICE|TAPE|SOUNDBITE) OF ", re.I)
_SIGN = re.compile(r"^(?:（[^）]*）|\([^)]*\))$")


@dataclass(frozen=True, slots=True)
class Turn(Span):
    """A stretch of text that one voice holds; None is the document's own narrator."""

    voice: Voice | None
    lines: tuple[Span, ...]  # the words, line by line, without label and numbering
    header: Span | None = None
    when: Interval | None = None  # when it was said, if the text dates it
    anchor: datetime | None = None  # what relative dates in it are read from, when not the document's own date
    layout: str = "prose"  # transcript, post, memo


def turns(text: str, masthead: Masthead) -> tuple[Turn, ...]:
    """The turns of a whole text in order; empty for plain prose."""
    lines = paragraphs(text, 0, len(text))
    return (
        _thread(text, lines, masthead)
        or _transcript(text, lines, masthead)
        or _memo(text, lines)
        or _embedded(text, lines)
    )


def body_lines(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The lines without their numbering, bracketed stage directions left out."""
    out = []
    for line in lines:
        found = _NUMBERING.match(text, line.start, line.end)
        start = found.end() if found else line.start
        if start < line.end and not _SIGN.match(text[start : line.end]):
            out.append(Span(start, line.end))
    return tuple(out)


# ── transcripts ──────────────────────────────────────────────────────────────


def _transcript(text: str, lines: tuple[Span, ...], masthead: Masthead) -> tuple[Turn, ...]:
    # The first line is the title, even when a colon stands in it.
    labels = {line.start: found for line in lines[1:] if (found := _label(text, line))}
    names = {found["name"].casefold() for found in labels.values()}
    told = masthead.kind in ("transcript", "interview")
    if not (
        len(labels) >= 2 and (told or (len(names) >= 2 and len(labels) >= 3 and len(labels) >= SHARE * len(lines)))
    ):
        return ()
    cast = _Cast(text, lines, labels)
    out: list[Turn] = []
    for index, line in enumerate(lines):
        found = labels.get(line.start)
        if found is None:
            continue
        own = [Span(found.end(), line.end)] if found.end() < line.end else []
        after = index + 1
        while after < len(lines) and lines[after].start not in labels and not _ends_talk(text, lines[after]):
            own.append(lines[after])
            after += 1
        end = own[-1].end if own else line.end
        trimmed = [_left_trimmed(text, span) for span in own]
        voice = cast.voice(found["name"], found["role"])
        out.append(
            Turn(line.start, end, voice, body_lines(text, trimmed), Span(line.start, found.end()), layout="transcript")
        )
    return tuple(out)


def _embedded(text: str, lines: tuple[Span, ...]) -> tuple[Turn, ...]:
    """The turns of a dialogue printed inside an article: paragraphs that begin with a name in capitals."""
    found = [(line, m) for line in lines[1:] if (m := _CAPITAL_LABEL.match(text, line.start, line.end))]
    if len(found) < 3 or len({m["name"] for _, m in found}) < 2:
        return ()
    cast = _Cast(text, lines, {line.start: m for line, m in found})
    out = []
    for line, m in found:
        start = m.end()
        out.append(
            Turn(
                line.start,
                line.end,
                cast.voice(m["name"], None),
                (Span(start, line.end),),
                Span(line.start, m.end()),
                layout="transcript",
            )
        )
    return tuple(out)


def _label(text: str, line: Span) -> re.Match[str] | None:
    chinese = bool(_HAN.match(text, line.start))
    found = (_LABEL_ZH if chinese else _LABEL_EN).match(text, line.start, line.end)
    if found is None:
        return None
    name = found["name"].casefold()
    fields = words("speech_layout", "header_zh" if chinese else "header_en")
    if name in fields or name.replace(" ", "_") in fields:
        return None
    if not chinese:
        parts = [part for part in re.split(r"[ ]", found["name"]) if part]
        if sum(
            part[:1].isupper() or part[:1] == "@" or part in ("of", "de", "van", "von", "the") for part in parts
        ) < len(parts):
            return None
    return found


def _ends_talk(text: str, line: Span) -> bool:
    """A closing note in brackets, or the maker's line, belongs to nobody on the call."""
    words_ = text[line.start : min(line.end, line.start + 60)]
    return words_[0] in "（([【" or bool(
        re.match(r"(?:Transcript|This transcript|Edited|本纪要|本实录|以上内容)", words_)
    )


def _left_trimmed(text: str, span: Span) -> Span:
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)


class _Cast:
    """Full names of those who speak, from the list of those present and from their first label."""

    def __init__(self, text: str, lines: tuple[Span, ...], labels: dict[int, re.Match[str]]) -> None:
        self.text = text
        self.full: dict[str, str] = {}
        for found in labels.values():
            name = _CLIP.sub("", found["name"]).strip()
            if " " in name:
                self.full.setdefault(name.split()[-1].casefold(), name)

    def voice(self, label: str, role: str | None) -> Voice:
        name = _CLIP.sub("", label).strip()
        inside = (role or "").strip(" ()（）")
        if name.endswith("记者") and len(name) > 2:
            return Voice(name[:-2], AgentKind.outlet)
        if _is_role(name):
            if (
                inside
                and inside[0].isupper()
                and name.casefold() in ("reporter", "correspondent", "journalist", "question")
            ):
                return Voice(inside, AgentKind.outlet)
            prefix = "未具名：" if _HAN.search(name) else "unnamed: "
            return Voice(prefix + name.casefold(), AgentKind.unnamed)
        if _HAN.search(name):
            return Voice(_without_title(name), AgentKind.person)
        if " " not in name:
            name = self.full.get(name.casefold(), name)
        return Voice(self._as_written(name), AgentKind.person)

    @cache  # noqa: B019 - a cast lives as long as the reading of one text
    def _as_written(self, name: str) -> str:
        """The name as running text has it, with the given name when the label leaves it out."""
        wanted = titled(name)
        if " " not in wanted and (longer := re.search(rf"\b[A-Z][a-z'’-]+ {re.escape(wanted)}\b", self.text)):
            return longer[0]
        found = re.search(re.escape(name), self.text, re.I)
        return found[0] if found and not found[0].isupper() else wanted


def titled(name: str) -> str:
    """A name set in capitals, in ordinary letters: JANE O'DOE -> Jane O'Doe; others unchanged."""
    if not name.isupper() or len(name) <= 3:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].lower(), name)


def _without_title(name: str) -> str:
    for title in sorted(words("names_zh", "titles"), key=len, reverse=True):
        if name.endswith(title) and len(name) - len(title) >= 2:
            return name[: -len(title)]
        if name.startswith(title) and 2 <= len(name) - len(title) <= 4:
            return name[len(title) :]
    return name


def _is_role(name: str) -> bool:
    low = name.casefold()
    return (
        low in words("unnamed_en", "heads")
        or name in words("names_zh", "unnamed")
        or name in words("names_zh", "titles")
    )


# ── threads ──────────────────────────────────────────────────────────────────


def _thread(text: str, lines: tuple[Span, ...], masthead: Masthead) -> tuple[Turn, ...]:
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
        body = body_lines(text, [_left_trimmed(text, span) for span in own])
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
    return bool(_SIGN.match(line)) or bool(
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
    name = found["name"].strip()
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


# ── memos and e-mails ────────────────────────────────────────────────────────


def _memo(text: str, lines: tuple[Span, ...]) -> tuple[Turn, ...]:
    """The letter under a header of From and To, as one turn of whoever sent it."""
    sender: Voice | None = None
    fields, last = 0, -1
    for index, line in enumerate(lines[:14]):
        found = re.match(r"([^:：\n]{1,16}?)\s*[:：]\s*(\S.*)", text[line.start : line.end])
        field = found[1].strip().casefold() if found else ""
        if found and field in words("speech_layout", "sender"):
            sender, last, fields = Voice(_sender(found[2]), AgentKind.person), index, fields + 1
        elif field in words("speech_layout", "letter"):
            last, fields = index, fields + 1
    if sender is None or fields < 2:
        return ()
    body = body_lines(text, list(lines[last + 1 :]))
    body = tuple(line for line in body if text[line.start : line.end].strip(" .") not in sender.name)
    if not body:
        return ()
    return (Turn(body[0].start, body[-1].end, sender, body, Span(lines[0].start, lines[last].end), layout="memo"),)


def _sender(value: str) -> str:
    name = re.split(r"[(（<,，;]", value, maxsplit=1)[0].strip(' "')
    return _without_title(name) if _HAN.search(name) else titled(name)
