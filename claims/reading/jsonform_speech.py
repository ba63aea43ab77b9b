"""An utterance as one row of `claims annotate --jsonl`."""

from __future__ import annotations

from typing import Any

from claims.reading.annotations import Utterance


def attribution_row(utterance: Utterance, text: str) -> dict[str, Any]:
    """source, cue, content as [start, end] (the content from its first to its last word), speaker and direct."""
    first, last = utterance.content[0], utterance.content[-1]
    return {
        "source": [utterance.source.start, utterance.source.end] if utterance.source else None,
        "cue": [utterance.cue.start, utterance.cue.end] if utterance.cue else None,
        "content": [first.start, last.end],
        "text": text[first.start : last.end],
        "speaker": utterance.speaker.name,
        "direct": utterance.direct,
    }
