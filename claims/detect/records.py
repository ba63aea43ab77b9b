"""Statement against record: a document says that what somebody said conflicts with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.senses import Sense, sense
from claims.vocabulary import Act, ConflictKind

_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s")
_CUE = re.compile(
    r"夸大|虚报|误导|虚增|谎报|冲突|不符|矛盾|exaggerat|overstat|inflat|mislead|conflict|contradict|does not|do not",
    re.I,
)


ENOUGH = 2.0
BEFORE = 200  # characters before a statement that say where it was made
_LEANING = re.compile(r"(?:he|she|they|it)\b|[他她]", re.I)
TIE = 0.05  # targets this close to the best are all reported


def records(scene: Scene) -> Iterator[Finding]:
    """A filing, memo or other source says that somebody's statement conflicts with it or is exaggerated."""
    for told in scene.tolds:
        if told.has("conflicts", "overstates") and told.act is not Act.question:
            for target in _meant(scene, told):
                because = "The second says that the first conflicts with what it has on record."
                yield finding(target, told, ConflictKind.denial, "records", because)


def _meant(scene: Scene, told: Told) -> Iterator[Told]:
    """The statement spoken of: same figure first, then the same occasion, by somebody the words name."""
    rows = []
    for other in scene.by_speaker.get(_named(scene, told) or "", ()):
        if other.speaker == told.speaker or other.act is Act.question or not _before(other, told):
            continue
        figure = any(x.same(y) for x in told.amounts for y in other.amounts)
        if told.amounts and not figure:
            continue
        place = _place(other)
        around = (other.near_keys | place.keys) - other.keys
        occasion = scene.weights.sum(told.keys & other.keys) + scene.weights.sum(told.keys & around) * 0.7
        score = 5.0 * figure + occasion + 1.5 * bool(other.amounts) + 1.0 * _ahead(other)
        if score >= ENOUGH:
            rows.append((score, other))
    best = max((score for score, _ in rows), default=0.0)
    yield from (other for score, other in rows if score >= best - TIE)


def _place(other: Told) -> Sense:
    """The words of its own sentence before it: where and how it was said."""
    text = other.said.capture.text
    before = text[max(0, other.said.passage.start - 60) : other.said.passage.start]
    sentence = _SENTENCE_END.split(before)[-1]
    if _LEANING.match(sentence.strip()):  # "He said" goes on from the sentence before
        start = max(0, other.said.passage.start - BEFORE)
        sentence = text[start : other.said.passage.start].split("\n")[-1]
    return sense(sentence)


def _ahead(told: Told) -> bool:
    """Whether it looks ahead: a promise or forecast, or of a time later than it was said."""
    then, said = told.valid, told.said_on
    later = then and said and then.last_day and said.last_day and then.last_day > said.last_day
    return told.forward or bool(later)


def _named(scene: Scene, told: Told) -> str | None:
    """The speaker whose words are spoken of: the last one named before the cue, or just before the statement."""
    quote = told.said.quote
    at = min((m.start() for m in _CUE.finditer(quote)), default=len(quote))
    start = told.said.passage.start
    before = told.said.capture.text[max(0, start - 60) : start] + quote[: at or len(quote)]
    best = max(
        ((before.rfind(form), len(form), speaker) for speaker, forms in scene.forms.items() for form in forms),
        default=(-1, 0, None),
    )
    return best[2] if best[0] >= 0 else None


def _before(other: Told, told: Told) -> bool:
    a, b = other.said_on, told.said_on
    if a is None or b is None or b.last_day is None:
        return True
    return (a.first_day or date.min) < b.last_day  # "in late April" may be after the 23rd
