"""What reading a text gives: times, figures, names and utterances, each with its exact offsets.

Offsets count characters (Unicode code points) of the text that was read, end exclusive, and
`text[start:end] == mention.text` always holds. All values are frozen; nothing here reads anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from claims.times import Interval
from claims.vocabulary import (
    Act,
    AgentKind,
    Comparator,
    Factuality,
    FigureKind,
    Grain,
    RegionKind,
    Speech,
    TimeRelation,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeMention(Span):
    """A date, clock time or period as stated, resolved against its anchor."""

    text: str
    when: Interval
    grain: Grain
    relation: TimeRelation = TimeRelation.at
    approximate: bool = False
    anchor: datetime | None = None  # None when the words needed no anchor


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number with what it counts. `value` is None for a range or a vague amount; then see low and high.

    `value` is the magnitude as written and `direction` the way of a change: "down 0.9 %" is 0.9 with -1; a sign that
    is written stays ("minus 10 °C" is -10). `low` and `high` are what the words allow: both the value for a plain
    figure, None where open. A vague plural ("thousands", 数千) has the least it can mean as value, with ">=".
    Percent is in percent, not a fraction.
    """

    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None  # ISO 4217 for money, "percent", "percentage point", an English singular, or the counted noun
    kind: FigureKind
    comparator: Comparator = Comparator.equal
    direction: int = 0  # -1 fell, +1 rose, 0 not a change
    noun: str | None = None  # the counted noun as written: "wind turbines", "风力发电机"


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A mention of somebody or something; `agent` is the fullest form of the same one in this text."""

    text: str
    agent: str
    kind: AgentKind | None  # None for a place or product
    what: str = "agent"  # agent, place, product, pronoun


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a resolved name, or an unnamed source by its type ("unnamed: people familiar")."""

    name: str
    kind: AgentKind


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody saying something: the words for the source, the verb and the content, and who hands it on.

    `chain` runs from the outermost reporter to the speaker, speaker last, as the text tells it; the
    document's own publisher is not in it. `content` may be several spans when the verb interrupts it.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speaker: Voice
    chain: tuple[Voice, ...]
    speech: Speech
    act: Act | None = None  # what the verb alone says: denied, promised, warned; None for plain "said"
    said: Interval | None = None  # when, if the text says so
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document says of itself, or its meta.json does: None where unknown."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None  # zh, en, zh-Hant …
    published: datetime | None = None  # wall clock where it was published; zone kept when stated
    captured: datetime | None = None
    kind: str | None = None  # a DocumentKind


@dataclass(frozen=True, slots=True)
class Region(Span):
    """A stretch of a page and what it is; an item brings its own date and outlet."""

    kind: RegionKind
    published: datetime | None = None
    publisher: str | None = None  # an item's outlet; elsewhere the source the page names, where it is another
    why: str = ""  # the reason it was classed so, in words
    headline_end: int | None = None  # where an item's own headline ends and its snippet begins


@dataclass(frozen=True, slots=True)
class PageNote:
    """Something about the page that a reader must know: an anomaly of its stamp, a missing address, a cut text."""

    code: str  # stamp-before-latest, no-original-address, truncated, repeated-headline, encoding …
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A text laid out: its masthead completed from the text, its regions in order, its notes."""

    masthead: Masthead
    regions: tuple[Region, ...]
    notes: tuple[PageNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause(Span):
    """One thing said, as small as it can be while still true or false on its own."""

    act: Act = Act.assertion
    factuality: Factuality = Factuality.factual
    negated: bool = False
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was understood."""

    language: str
    sentences: tuple[Span, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)  # agent -> every form met
    attitudes: tuple[Utterance, ...] = ()  # what somebody is said to want or judge, without words of theirs
