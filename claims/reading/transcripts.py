"""Who holds the floor: the turns of a transcript, the posts of a thread, the letter under its header."""

from __future__ import annotations

import re
from functools import cache

from claims.reading.annotations import Masthead, Span, Voice
from claims.reading.letters import letter
from claims.reading.sentences import paragraphs
from claims.reading.threads import thread
from claims.reading.turns import HAN, Turn, body_lines, left_trimmed, titled, without_title
from claims.reading.wordlists import words
from claims.vocabulary import AgentKind

SHARE = 0.25  # of all lines that must carry a label before a text counts as a transcript
_LABEL_EN = re.compile(r"(?P<name>[A-Z@][\w.'’&@-]*(?: [\w.'’&@-]+){0,7})(?P<role> ?\([^)\n]{1,80}\))? ?:(?=\s|$)")
_CAPITAL_LABEL = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}): (?=\S)")
_LABEL_ZH = re.compile(
    r"(?P<name>[^：:\s，。！？；“”「」（）()【】\d、][^：:\n，。！？；“”「」（）()【】、]{0,19})(?P<role>[（(][^）)\n]{1,30}[）)])?[：:]"
)
_CLIP = re.compile(r"^(?:CLIP|RECORDING|AUDIO|VOICE|TAPE|SOUNDBITE) OF ", re.I)


def turns(text: str, masthead: Masthead) -> tuple[Turn, ...]:
    """The turns of a whole text in order; empty for plain prose."""
    lines = paragraphs(text, 0, len(text))
    return (
        thread(text, lines, masthead)
        or _transcript(text, lines, masthead)
        or letter(text, lines)
        or _embedded(text, lines)
    )


def _transcript(text: str, lines: tuple[Span, ...], masthead: Masthead) -> tuple[Turn, ...]:
    # The first line is the title, even when a colon stands in it.
    labels = {line.start: found for line in lines[1:] if (found := _label(text, line))}
    names = {found["name"].casefold() for found in labels.values()}
    told = masthead.kind in ("transcript", "interview")
    if not (
        (told and _one_voice(labels))
        or (len(labels) >= 2 and (told or (len(names) >= 2 and len(labels) >= 3 and len(labels) >= SHARE * len(lines))))
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
        trimmed = [left_trimmed(text, span) for span in own]
        voice = cast.voice(found["name"], found["role"])
        out.append(
            Turn(line.start, end, voice, body_lines(text, trimmed), Span(line.start, found.end()), layout="transcript")
        )
    return tuple(out)


def _one_voice(labels: dict[int, re.Match[str]]) -> bool:
    """A single turn is a transcript when its label is a whole name in capitals."""
    return len(labels) == 1 and all(" " in found["name"] and found["name"].isupper() for found in labels.values())


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
    chinese = bool(HAN.match(text, line.start))
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
            prefix = "未具名：" if HAN.search(name) else "unnamed: "
            return Voice(prefix + name.casefold(), AgentKind.unnamed)
        if HAN.search(name):
            return Voice(without_title(name), AgentKind.person)
        name = _without_office(name)
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


def _without_office(name: str) -> str:
    """DIRECTOR JANE DOE -> JANE DOE: an office in front of at least two names."""
    parts = name.split()
    while len(parts) > 2 and parts[0].casefold().rstrip(".") in words("names_en", "titles"):
        parts = parts[1:]
    return " ".join(parts)


def _is_role(name: str) -> bool:
    low = name.casefold()
    return (
        low in words("unnamed_en", "heads")
        or name in words("names_zh", "unnamed")
        or name in words("names_zh", "titles")
    )


__all__ = ["Turn", "turns"]
