"""The utterances of a text sorted out: what is whose, who speaks inside whose words, and who holds the floor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.reading.annotations import Span, Utterance

THEIRS = 0.4  # of a clause that another's words must fill for it to be theirs


@dataclass(frozen=True, slots=True)
class Speech:
    """An utterance with the stretches of its content, and what others say inside them."""

    utterance: Utterance
    pieces: tuple[Span, ...]
    others: tuple[Utterance, ...]  # utterances inside its content
    inside: Utterance | None  # the utterance whose content holds this one
    floor: bool  # the speaker holds the floor: a turn, a post, a letter

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.utterance.content[0].start


class Others:
    """Utterances by place, to ask whether a clause is somebody else's."""

    def __init__(self, utterances: Iterable[Utterance]) -> None:
        rows = sorted(((_first(u), _last(u), i, u) for i, u in enumerate(utterances)), key=lambda row: row[:3])
        self._starts = [row[0] for row in rows]
        self._rows = rows
        self._reach = max((row[1] - row[0] for row in rows), default=0)

    def own(self, clause: Span) -> bool:
        """True when another's words, or the words that attribute them, fill much of the clause."""
        first = bisect_left(self._starts, clause.start - self._reach)
        last = bisect_left(self._starts, clause.end)
        return any(_fills(row[3], clause) for row in self._rows[first:last])


def _fills(other: Utterance, clause: Span) -> bool:
    told = sum(_overlap(clause, span) for span in other.content)
    frame = sum(_overlap(clause, span) for span in (other.source, other.cue) if span)
    return told >= THEIRS * (clause.end - clause.start) or bool(frame and not told)


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _first(utterance: Utterance) -> int:
    return min(span.start for span in (*utterance.content, utterance.source, utterance.cue) if span)


def _last(utterance: Utterance) -> int:
    return max(span.end for span in (*utterance.content, utterance.source, utterance.cue) if span)


def speeches(text: str, utterances: Sequence[Utterance]) -> tuple[Speech, ...]:
    """Every utterance with content, in the order it was read."""
    told = [u for u in utterances if u.content]
    spans = sorted(
        ((c.start, c.end, i) for i, u in enumerate(told) for c in u.content), key=lambda row: (row[0], -row[1], row[2])
    )
    holders = _holders(spans)
    nested: dict[int, list[Utterance]] = {}
    for i, holder in holders.items():
        if holder is not None:
            nested.setdefault(holder, []).append(told[i])
    out = []
    for i, utterance in enumerate(told):
        holder = holders[i]
        pieces = tuple(_joined(text, utterance.content, utterance))
        cue = text[utterance.cue.start : utterance.cue.end] if utterance.cue else ""
        floor = cue in (":", "：") or (utterance.direct and not cue)
        out.append(
            Speech(utterance, pieces, tuple(nested.get(i, ())), told[holder] if holder is not None else None, floor)
        )
    return tuple(out)


def _holders(spans: Sequence[tuple[int, int, int]]) -> dict[int, int | None]:
    """For each utterance the innermost other one whose content holds the first span of its own."""
    holders: dict[int, int | None] = {}
    open_: list[tuple[int, int, int]] = []
    for start, end, i in spans:
        while open_ and open_[-1][1] <= start:
            open_.pop()
        if i not in holders:
            inner = next((row for row in reversed(open_) if row[2] != i and row[1] >= end), None)
            holders[i] = inner[2] if inner else None
        open_.append((start, end, i))
    return holders


def _joined(text: str, pieces: Sequence[Span], utterance: Utterance) -> list[Span]:
    """Parts of one sentence that only the attribution interrupts are one stretch: "The plan, she added, is dead"."""
    out: list[Span] = []
    for piece in pieces:
        between = text[out[-1].end : piece.start] if out else ""
        if out and _interrupted(text, out[-1], piece, between, utterance):
            out[-1] = Span(out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _interrupted(text: str, left: Span, right: Span, between: str, utterance: Utterance) -> bool:
    cue = utterance.cue
    if cue is None or not left.end <= cue.start < right.start or len(between) > 120:
        return False
    before, after = text[left.start : left.end].rstrip(' ,，"”」'), text[right.start : right.end].lstrip(' "“「,，')
    return (
        bool(after)
        and before[-1:] not in ".!?。！？"
        and (after[0].islower() or (after[0] > "\u2e80" and "。" not in between and "“" not in between))
    )


def without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of a span when these are taken out of it, in order."""
    pieces, at = [], span.start
    for hole in sorted(holes, key=lambda h: h.start):
        if hole.end <= at or hole.start >= span.end:
            continue
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < span.end:
        pieces.append(Span(at, span.end))
    return pieces
