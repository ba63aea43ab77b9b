"""Which statements restate one proposition, across documents, speakers and languages."""

from __future__ import annotations

from collections.abc import Sequence

from claims.graph import ClaimGraph
from claims.reading.amounts import comparable
from claims.reading.likeness import GENERAL_LINES, Likeness, Weights, candidates, likeness
from claims.trace.groups import Groups
from claims.trace.spoken import Spoken, spoken
from claims.vocabulary import Act

WEIGHT = 2.5  # and how much the two must share in all
ALIKE = 0.5  # of the poorer wording, how much the other says too, where no figure helps
ALIKE_OTHERS = 0.75  # and where two voices say it
FIGURE_ALIKE = 0.22  # and where both state the same figure
FIGURE_WEIGHT = 1.5


def same_claims(graph: ClaimGraph) -> tuple[tuple[str, ...], ...]:
    """Groups of statement ids that restate one proposition; a statement alone is in none."""
    return tuple(group for group in groups_of(spoken(graph)) if len(group) > 1)


def groups_of(all_spoken: Sequence[Spoken]) -> list[tuple[str, ...]]:
    """The statement ids in groups that say the same, in the order given."""
    groups = Groups(one.id for one in all_spoken)
    weights = Weights(all_spoken)
    for left, right in candidates(all_spoken, weights):
        a, b = all_spoken[left], all_spoken[right]
        if groups.lead(a.id) != groups.lead(b.id) and restates(a, b, likeness(a, b, weights)):
            groups.join(a.id, b.id)
    return groups.all()


def restates(a: Spoken, b: Spoken, like: Likeness) -> bool:
    """Whether a and b say the same thing."""
    if a.said.passage.id == b.said.passage.id or Act.question in (a.said.statement.act, b.said.statement.act):
        return False
    if a.said.quote == b.said.quote and len(a.said.quote) > 8:
        return True
    if _together(a, b) or _opposed(a, b) or not _one_time(a, b):
        return False
    lines = {key for key in like.shared if key[0] == "e" and key not in GENERAL_LINES}
    words = [key for key in like.shared if key[0] in "tnw"]
    if a.amounts and b.amounts:
        figures = _one_figure(a, b) and not _disagree(a, b)
        alike = like.weight >= FIGURE_WEIGHT and like.share >= FIGURE_ALIKE
        return figures and alike and bool(lines or words) and _one_deed(a, b)
    if a.amounts or b.amounts:
        return False
    enough = ALIKE if a.speaker == b.speaker and not a.unnamed else ALIKE_OTHERS
    return _one_stance(a, b) and like.share >= enough and bool(lines) and bool(words) and like.weight >= WEIGHT


def _one_stance(a: Spoken, b: Spoken) -> bool:
    """Both denied or both affirmed, both certain or both with a reserve, both of what is to come or of what is."""
    forward = [one.said.statement.act in (Act.promise, Act.forecast) for one in (a, b)]
    opinion = Act.opinion in (a.said.statement.act, b.said.statement.act)
    reserve = ["strive" in one.sense.cues for one in (a, b)]
    denied = [one.sense.denied for one in (a, b)]
    whole = [bool(one.sense.cues & {"total", "only", "rest", "part"}) for one in (a, b)]
    told = all(x == y for x, y in (forward, reserve, denied, whole))
    return told and not opinion and _one_end(a, b)


def _one_end(a: Spoken, b: Spoken) -> bool:
    x, y = a.said.valid, b.said.valid
    return x is None or y is None or x.last_day == y.last_day or not (x.last_day and y.last_day)


def _together(a: Spoken, b: Spoken) -> bool:
    """Sentences of one speaker in one report are different sentences."""
    if a.said.capture.id != b.said.capture.id:
        return False
    near = abs(a.said.passage.start - b.said.passage.start) < 1200
    return near and a.said.statement.chain == b.said.statement.chain


def _opposed(a: Spoken, b: Spoken) -> bool:
    mine = {(event.line, event.holds) for event in a.sense.events}
    theirs = {(event.line, not event.holds) for event in b.sense.events}
    return bool(mine & theirs)


def _one_time(a: Spoken, b: Spoken) -> bool:
    return a.said.valid is None or b.said.valid is None or a.said.valid.meets(b.said.valid)


def _one_figure(a: Spoken, b: Spoken) -> bool:
    """Every figure of the one that states fewer is stated by the other too."""
    few, many = sorted((a.amounts, b.amounts), key=len)
    stated = all(any(x.value == y.value and comparable(x, y) for y in many) for x in few)
    more = any(all(x.value != y.value for x in few) and any(comparable(x, y) for x in few) for y in many)
    return stated and not more


def _one_deed(a: Spoken, b: Spoken) -> bool:
    """Where both tell of particular deeds, some deed is the same; and both look ahead, or neither."""
    mine, theirs = ({e.line for e in one.sense.events if f"e:{e.line}" not in GENERAL_LINES} for one in (a, b))
    forward = [one.said.statement.act in (Act.promise, Act.forecast) for one in (a, b)]
    return forward[0] == forward[1] and (not mine or not theirs or bool(mine & theirs))


def _disagree(a: Spoken, b: Spoken) -> bool:
    two = [(x, y) for x in a.amounts for y in b.amounts if comparable(x, y)]
    return bool(two) and not any(x.agrees(y) for x, y in two)
