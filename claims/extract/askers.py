"""Who is there to ask: hosts, operators, reporters and analysts of a transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extract.speeches import Speech
from claims.reading.modality import is_question

HEAD = 6000  # characters in which those present are listed
_ROLE = re.compile(
    r"\b(?:operator|moderator|host|presenter|interviewer|analyst|reporter|question)\b"
    r"|主持人|主播|记者|提问|司仪|投资者|观众|听众|研究员|分析师",
    re.I,
)
_BRACKET = (
    r"\s*[（(][^）)\n]{0,20}?(?:presenter|host|moderator|interviewer|operator|analyst|reporter|主持人|主播|记者|提问)"
)
_LISTED = r"(?:提问|主持人?|记者|研究员|分析师)[：:]?[^，。；、\n]{0,12}"


def askers(text: str, told: Sequence[Speech]) -> frozenset[str]:
    """The names of those who hold the floor only to ask, by their label, the list of those present, or their turns."""
    turns: dict[str, list[Speech]] = {}
    for speech in told:
        if speech.floor:
            turns.setdefault(speech.utterance.speaker.name, []).append(speech)
    return frozenset(name for name, own in turns.items() if _asks(text, name, own))


def _asks(text: str, name: str, turns: Sequence[Speech]) -> bool:
    labels = (turn.utterance.source for turn in turns)
    if _ROLE.search(name) or any(_ROLE.search(text[label.start : label.end]) for label in labels if label):
        return True
    head = text[:HEAD]
    last = re.escape(name.split()[-1])
    if re.search(last + _BRACKET, head, re.I) or re.search(_LISTED + re.escape(name), head):
        return True
    asked = sum(is_question(text[turn.pieces[-1].start : turn.pieces[-1].end]) for turn in turns)
    return len(turns) > 1 and 2 * asked > len(turns)
