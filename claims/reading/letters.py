"""A memo or e-mail: whoever stands in its From line says all of it."""

from __future__ import annotations

import re

from claims.reading.annotations import Span, Voice
from claims.reading.turns import HAN, Turn, body_lines, titled, without_title
from claims.reading.wordlists import words
from claims.vocabulary import AgentKind


def letter(text: str, lines: tuple[Span, ...]) -> tuple[Turn, ...]:
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
    return without_title(name) if HAN.search(name) else titled(name)
