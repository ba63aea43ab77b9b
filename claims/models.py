"""The records of a dossier, and what makes two of them the same.

Every record is recorded and sometimes retracted, never edited. `IDENTITY` names the fields that make
two records one; `key` is their hash, so adding the same thing twice changes nothing. `id` is ordered by
time (UUID version 7). Build a record with `Model.made(...)`: a table class alone validates nothing.

Partial dates stand as EDTF text beside the first and last day they cover, so that any database can
compare them: `said_on`, `said_first`, `said_last`. `None` means open or unknown.
"""

import hashlib
import json
import os
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, ClassVar, Self

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Field, SQLModel

from claims.errors import InputError, Tampered
from claims.times import now, readable
from claims.vocabulary import (
    Act,
    AgentKind,
    Answer,
    Certainty,
    ClaimRuling,
    Comparator,
    ConflictKind,
    DocumentKind,
    EventKind,
    Factuality,
    FigureKind,
    Level,
    Relation,
    Ruling,
    Separator,
    Speech,
)

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def digits(value: Decimal) -> str:
    """The one way this figure is written: no exponent, no zeros to no purpose, no minus before nought."""
    if not value.is_finite():
        raise InputError(f"a figure is not a number: {value}")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Exact(sa.types.TypeDecorator[Decimal]):
    """A decimal kept as its digits: SQLite would round it through a float."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> str | None:
        """The digits, without exponent."""
        return None if value is None else digits(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Decimal | None:
        """The exact decimal. Raises Tampered for what is not a figure."""
        try:
            return None if value is None else Decimal(value)
        except InvalidOperation:
            raise Tampered(f"the database holds '{value}' where a figure must stand") from None


class Words(sa.types.TypeDecorator[Enum]):
    """A text column that takes just the words of one enum; a CHECK holds it in the database too (see `checks`)."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, words: type[Enum]) -> None:
        super().__init__()
        self.words = words
        self._members = {word.value: word for word in words}

    def process_bind_param(self, value: Enum | str | None, dialect: sa.Dialect) -> str | None:
        """The word; ValueError for one that is not of the enum."""
        return None if value is None else str(self.words(value).value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Enum | None:
        """The member of the enum. Raises Tampered for a word that only a change behind our back can have put there."""
        if value is None:
            return None
        if value not in self._members:
            raise Tampered(f"the database holds '{value}' where only {', '.join(self._members)} may stand")
        return self._members[value]


def _words(words: type[Enum]) -> Any:
    return Words(words)


def new_id() -> str:
    """A UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same value on every machine.

    Raises InputError for NaN, infinity and what has no JSON.
    """
    try:
        return _ENCODER.encode(value)
    except ValueError:  # NaN and infinity have no JSON, and no two databases agree on them
        raise InputError("a figure is not a number (infinite, or not one at all)") from None


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, Enum):
        return value.value
    raise InputError(f"a value of type '{type(value).__name__}' has no canonical text")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain, allow_nan=False)


class Record(SQLModel):
    """What every record has."""

    IDENTITY: ClassVar[tuple[str, ...]] = ()
    LETTER: ClassVar[str] = "R"
    DATES: ClassVar[dict[str, str]] = {}  # EDTF field -> prefix of its first and last day columns

    id: str = Field(default_factory=new_id, primary_key=True)
    key: str = Field(default="", index=True)
    level: Level = Field(default=Level.internal, sa_type=_words(Level))
    recorded_at: datetime = Field(default_factory=now)
    recorded_by: str = "system"
    retracted_at: datetime | None = None
    retracted_by: str | None = None

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """A validated record with its key and its date columns filled in.

        Raises InputError naming the record and the field when a value does not fit.
        """
        for edtf, prefix in cls.DATES.items():
            when = readable(fields.get(edtf))
            if fields.get(edtf) and when is None:
                raise InputError(f"{cls.__name__}.{edtf}: '{fields[edtf]}' is not an EDTF date")
            if when:
                fields |= {f"{prefix}_first": when.first_day, f"{prefix}_last": when.last_day}
        try:
            record = cls.model_validate(fields)
        except ValidationError as wrong:
            first = wrong.errors(include_input=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            raise InputError(f"{cls.__name__}.{place}: {first['msg']}") from None
        try:
            record.key = record.identity()
        except InputError as wrong:
            raise InputError(f"{cls.__name__}: {wrong}") from None
        return record

    def identity(self) -> str:
        """The sha256 (hex) of the kind of record and its IDENTITY fields."""
        return self.key_of(vars(self))

    @classmethod
    def key_of(cls, values: Mapping[str, Any]) -> str:
        """As `identity`, from the values of a record."""
        told = {name: values[name] for name in cls.IDENTITY}
        return hashlib.sha256(canonical([cls.__name__, told]).encode("utf-8", "replace")).hexdigest()

    @property
    def label(self) -> str:
        """The short name people use in links and notes: a letter and eight digits of the key."""
        return f"{self.LETTER}-{self.key[:8]}"


class Agent(Record, table=True):
    """A person or organisation that speaks or publishes."""

    IDENTITY = ("name", "kind", "context")
    LETTER = "A"

    name: str = Field(index=True, min_length=1)
    kind: AgentKind = Field(sa_type=_words(AgentKind))
    names: list[str] = Field(default_factory=list, sa_type=sa.JSON)  # other forms, any script
    identifiers: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    context: str | None = None  # keeps two unnamed sources of two documents apart


class Document(Record, table=True):
    """A work as published."""

    IDENTITY = ("url", "title", "publisher", "published_on", "text_key")
    LETTER = "D"
    DATES: ClassVar[dict[str, str]] = {"published_on": "published"}

    title: str
    url: str | None = None
    publisher_id: str | None = Field(default=None, foreign_key="agent.id", index=True)
    publisher: str | None = None  # as printed
    byline: str | None = None
    published_on: str | None = None
    published_first: date | None = None
    published_last: date | None = None
    kind: DocumentKind = Field(default=DocumentKind.other, sa_type=_words(DocumentKind))
    language: str | None = None
    text_key: str | None = None  # sha256 of the text where there is neither url nor publisher


class Capture(Record, table=True):
    """A document's bytes as we found them, and the text decoded from them."""

    IDENTITY = ("sha256",)
    LETTER = "S"

    document_id: str = Field(foreign_key="document.id", index=True)
    sha256: str = Field(min_length=64, max_length=64, index=True)
    media_type: str
    encoding: str | None = None
    size: int  # bytes
    text: str
    captured_at: datetime
    how: str = "file"  # file, paste, mail
    regions: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    notes: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    left_out: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # {"start", "end", "why"}
    reader: str = ""  # version of the rules that laid it out and read it


class Passage(Record, table=True):
    """Exact words in a capture: W3C TextQuoteSelector and TextPositionSelector."""

    IDENTITY = ("capture_key", "start", "end")
    LETTER = "Q"

    capture_id: str = Field(foreign_key="capture.id", index=True)
    capture_key: str
    start: int = Field(ge=0)  # characters of the capture's text
    end: int = Field(gt=0)  # exclusive
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""


class Claim(Record, table=True):
    """What is said, true or false; statements in many places may say it."""

    IDENTITY = ("text", "subject", "valid_on", "figures", "negated", "factuality", "occasion")
    LETTER = "C"
    DATES: ClassVar[dict[str, str]] = {"valid_on": "valid", "due_on": "due"}

    text: str = Field(min_length=1)
    language: str = "und"
    subject: str | None = Field(default=None, index=True)
    predicate: str | None = None
    measure: str | None = None  # what a figure counts, in one canonical word
    object: str | None = None
    negated: bool = False
    factuality: Factuality = Field(default=Factuality.factual, sa_type=_words(Factuality))
    value_low: Decimal | None = Field(default=None, sa_type=Exact)
    value_high: Decimal | None = Field(default=None, sa_type=Exact)
    unit: str | None = None
    comparator: Comparator | None = Field(default=None, sa_type=_words(Comparator))
    figure_kind: FigureKind | None = Field(default=None, sa_type=_words(FigureKind))
    figures: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # all of them, as read
    valid_on: str | None = None  # when it is said to hold
    valid_first: date | None = None
    valid_last: date | None = None
    scope: str | None = None
    due_on: str | None = None  # promises and forecasts: the day they can be checked
    due_first: date | None = None
    due_last: date | None = None
    due_how: str | None = None  # how the due date was derived, in words
    occasion: str | None = None  # keeps apart equal words about two occasions


class Statement(Record, table=True):
    """One agent saying one claim in one passage."""

    IDENTITY = ("passage_key", "claim_key", "speaker")
    LETTER = "T"
    DATES: ClassVar[dict[str, str]] = {"said_on": "said"}

    passage_id: str = Field(foreign_key="passage.id", index=True)
    passage_key: str
    claim_id: str = Field(foreign_key="claim.id", index=True)
    claim_key: str
    speaker_id: str = Field(foreign_key="agent.id", index=True)
    speaker: str  # as resolved
    said_on: str | None = None
    said_first: date | None = None
    said_last: date | None = None
    speech: Speech = Field(sa_type=_words(Speech))
    act: Act = Field(sa_type=_words(Act))
    hedges: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    language: str = "und"
    # from origin to us: {"agent": name, "agent_id": id | None, "held": bool}; the speaker first
    chain: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    origin: str = "reader"  # the rule or person that proposed it
    reason: str = ""  # why it was proposed, in words
    cue: str | None = None  # the words that carry the attribution


class Link(Record, table=True):
    """How one claim bears on another: proposed by a rule, judged by a person. Ends are in order of key."""

    IDENTITY = ("a_key", "b_key", "relation", "kind", "explained_by")
    LETTER = "K"
    # All that walking and counting needs lies in the index: a claim with 90,000 links answers at once.
    __table_args__ = (
        sa.Index("ix_link_a", "a_id", "retracted_at", "level"),
        sa.Index("ix_link_b", "b_id", "retracted_at", "level"),
    )

    a_id: str = Field(foreign_key="claim.id")
    b_id: str = Field(foreign_key="claim.id")
    a_key: str
    b_key: str
    a_statement_id: str | None = Field(default=None, foreign_key="statement.id")
    b_statement_id: str | None = Field(default=None, foreign_key="statement.id")
    relation: Relation = Field(sa_type=_words(Relation))
    kind: ConflictKind | None = Field(default=None, sa_type=_words(ConflictKind))
    explained_by: Separator | None = Field(default=None, sa_type=_words(Separator))
    origin: str  # the detector, or a person
    question: str | None = None  # "How many …?"
    explanation: str
    value_a: str | None = None
    value_b: str | None = None
    check_wording: str | None = None  # why the wording must be settled first, in words


class Judgement(Record, table=True):
    """A person on a link."""

    IDENTITY = ("link_key", "recorded_by", "recorded_at")
    LETTER = "J"

    link_id: str = Field(foreign_key="link.id", index=True)
    link_key: str
    ruling: Ruling = Field(sa_type=_words(Ruling))
    explained_by: Separator | None = Field(default=None, sa_type=_words(Separator))
    rationale: str | None = None
    certainty: Certainty | None = Field(default=None, sa_type=_words(Certainty))
    second_reader: str | None = None
    saw: str | None = None  # id of the judgement that stood when this one was made


class Review(Record, table=True):
    """A person on a claim; schema.org ClaimReview."""

    IDENTITY = ("claim_key", "recorded_by", "recorded_at")
    LETTER = "V"

    claim_id: str = Field(foreign_key="claim.id", index=True)
    claim_key: str
    ruling: ClaimRuling = Field(sa_type=_words(ClaimRuling))
    rationale: str | None = None
    certainty: Certainty | None = Field(default=None, sa_type=_words(Certainty))
    second_reader: str | None = None


class Acceptance(Record, table=True):
    """A person on a suggested statement in the inbox."""

    IDENTITY = ("statement_key", "recorded_by", "recorded_at")
    LETTER = "N"

    statement_id: str = Field(foreign_key="statement.id", index=True)
    statement_key: str
    answer: Answer = Field(sa_type=_words(Answer))
    note: str | None = None
    replaces: str | None = None  # id of the statement this one corrects


RECORDS: tuple[type[Record], ...] = (
    Agent,
    Document,
    Capture,
    Passage,
    Claim,
    Statement,
    Link,
    Judgement,
    Review,
    Acceptance,
)
"""Every record, in an order in which they can be written: what is pointed at comes first."""

LETTERS = {model.LETTER: model for model in RECORDS}


class Event(SQLModel, table=True):
    """One line of the audit log; chained over `commitment`, so a text can be redacted without breaking it.

    commitment = sha256(salt ‖ body);
    chain = sha256(previous chain ‖ seq ‖ kind ‖ model ‖ uid ‖ level ‖ actor ‖ at ‖ commitment).
    """

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: EventKind = Field(sa_type=_words(EventKind))
    model: str
    uid: str = Field(index=True)  # the record's id
    level: Level = Field(sa_type=_words(Level))  # of the record: an event is seen by whoever may see it
    actor: str
    at: datetime
    salt: str  # empty where the body was redacted
    body: str | None  # canonical JSON; None only where a later redacted event names this one
    commitment: str
    chain: str


def checks(table: sa.Table) -> dict[str, str]:
    """Column -> the CHECK text that holds its words, for every column of words in a table."""
    out = {}
    for column in table.columns:
        if isinstance(column.type, Words):
            words = ", ".join(f"'{word.value}'" for word in column.type.words)
            out[column.name] = f"{column.name} IN ({words})"
    return out


def _table(model: type[SQLModel]) -> sa.Table:
    return model.__table__  # type: ignore[attr-defined, no-any-return]


_TABLES: tuple[type[SQLModel], ...] = (*RECORDS, Event)
for _model in _TABLES:
    for _column, _text in checks(_table(_model)).items():
        _table(_model).append_constraint(sa.CheckConstraint(_text, name=_column))

for _model in RECORDS:
    # One live record a key and level. The level is part of it so that a hidden record never shows itself
    # by standing in the way of a visible one.
    sa.Index(
        f"uq_{_table(_model).name}_live",
        _table(_model).c.key,
        _table(_model).c.level,
        unique=True,
        sqlite_where=_table(_model).c.retracted_at.is_(None),
        postgresql_where=_table(_model).c.retracted_at.is_(None),
    )
