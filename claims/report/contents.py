"""What a report says, part by part, as values: words, notes and labels, with nothing of any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one voice: their language, how they stand in the sentence, and the notes they rest on."""

    text: str
    kind: str = ""  # quote, name, translated, strong, muted, suggested, withheld, listed; "" for our own words
    lang: str = ""  # "" is the report's own language
    notes: tuple[int, ...] = ()


Words = tuple[Run, ...]


def ranges(numbers: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Note numbers as first and last of each unbroken row: 1, 2, 3, 6 is (1, 3), (6, 6)."""
    rows: list[tuple[int, int]] = []
    for n in sorted(set(numbers)):
        if rows and n == rows[-1][1] + 1:
            rows[-1] = (rows[-1][0], n)
        else:
            rows.append((n, n))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: who, when, in what words."""

    who: Words
    when: str
    said: Words  # ends in its note marks
    value: str | None = None  # the value compared, as the rule read it


@dataclass(frozen=True, slots=True)
class Matter:
    """Two sayings that cannot both hold, or look so: side by side, with the ruling or the word "Open"."""

    label: str
    question: Words
    kind: str  # in words: "Denial", "Figures"
    a: Side
    b: Side
    reason: Words  # why the rule put them side by side; what explains them
    ruling: Words  # in words, with who and when
    ruled: bool
    ruled_by: str = ""
    rationale: Words = ()
    check_wording: Words = ()

    @property
    def notes(self) -> tuple[int, ...]:
        """The notes of both sides."""
        return tuple(sorted({n for run in (*self.a.said, *self.b.said) for n in run.notes}))


@dataclass(frozen=True, slots=True)
class Answers:
    """A contested question and each answer given to it."""

    question: Words
    positions: tuple[tuple[Words, int], ...]  # the answer with its notes, how many independent origins


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the chronology, no more precise than its source."""

    when: str
    what: Words


@dataclass(frozen=True, slots=True)
class Wording:
    """One utterance and the wordings it went through, each with what it changes against the first."""

    speaker: Words
    forms: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What falls due: the words, the day and how it was derived, what would settle it."""

    what: Words
    due: str
    how: Words
    settles: Words
    state: str


@dataclass(frozen=True, slots=True)
class Replied:
    """What is said of a party, and how they answered it in the sources."""

    party: Words
    said: Words
    answer: Words


@dataclass(frozen=True, slots=True)
class Ruled:
    """A person's review of one claim."""

    what: Words
    ruling: Words
    rationale: Words


@dataclass(frozen=True, slots=True)
class Note:
    """The unit of trust: words, translation and its status, chain, place, times, hash, ids, in this order."""

    number: int
    quote: Words
    translation: Run | None
    status: str  # of the translation, and of the statement where nobody has confirmed it; "" when nothing is owed
    chain: Words
    place: str
    address: str
    times: str
    warnings: tuple[str, ...]  # what a reader must know of the page
    sha256: str
    ids: str
    as_note: int | None  # an earlier note with the same source: place and hash are not repeated in print
    source: str  # label of the capture


@dataclass(frozen=True, slots=True)
class Source:
    """A capture that notes rest on."""

    label: str
    title: Run
    by: str
    published: str
    address: str
    captured: str
    sha256: str
    notes: tuple[int, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; every renderer reads this and nothing else."""

    title: str
    language: str
    edition: str
    as_of: datetime
    banner: str
    summary: str
    answer: tuple[Words, ...]  # paragraphs
    problems: tuple[Words, ...]
    matters: tuple[Matter, ...]
    answers: tuple[Answers, ...]
    rulings: tuple[Ruled, ...]
    chronology: tuple[Moment, ...]
    wordings: tuple[Wording, ...]
    explained: tuple[Matter, ...]
    open_questions: tuple[Words, ...]
    promises: tuple[Promise, ...]
    replies: tuple[Replied, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    method: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    foot: str
