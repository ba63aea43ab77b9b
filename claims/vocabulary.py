"""The words of the field, one enum per question, with the names schema.org, PROV and AIF give them.

A word here is the word in the tables, the JSON, the pages (translated there) and the tests.
"""

from enum import StrEnum


class Level(StrEnum):
    """Who may see a record; a reader sees their own level and everything before it."""

    public = "public"
    internal = "internal"
    confidential = "confidential"
    sealed = "sealed"

    @property
    def rank(self) -> int:
        """0 for public to 3 for sealed."""
        return list(Level).index(self)


class AgentKind(StrEnum):
    """PROV Agent; schema.org Person, Organization."""

    person = "person"
    organisation = "organisation"
    outlet = "outlet"
    account = "account"
    unnamed = "unnamed"
    document = "document"  # a memo or filing that speaks for itself: "the memo says"


class DocumentKind(StrEnum):
    """What sort of work it is; schema.org CreativeWork."""

    article = "article"
    wire = "wire"
    snapshot = "snapshot"
    transcript = "transcript"
    memo = "memo"
    email = "email"
    social = "social"
    official = "official"
    press_release = "press_release"
    filing = "filing"
    letter = "letter"
    interview = "interview"
    digest = "digest"
    draft = "draft"
    other = "other"


class RegionKind(StrEnum):
    """What a stretch of a captured page is; only headline, body, item and correction are read for claims."""

    headline = "headline"
    byline = "byline"
    body = "body"
    caption = "caption"  # the headline repeated, or a picture's legend
    item = "item"  # a related story under the article, with its own date
    boilerplate = "boilerplate"


class Speech(StrEnum):
    """How the words stand in the passage."""

    direct = "direct"
    partial = "partial"
    paraphrase = "paraphrase"
    headline = "headline"
    narration = "narration"
    presupposition = "presupposition"


class Act(StrEnum):
    """What the speaker does with the words."""

    assertion = "assertion"
    denial = "denial"
    forecast = "forecast"
    promise = "promise"
    opinion = "opinion"
    question = "question"


class Factuality(StrEnum):
    """How the content is put: as fact, as what would have been, or as what follows if."""

    factual = "factual"
    counterfactual = "counterfactual"
    conditional = "conditional"
    hedged = "hedged"


class Comparator(StrEnum):
    """How a stated figure bounds the true one."""

    equal = "="
    about = "~"
    over = ">"
    under = "<"
    at_least = ">="
    at_most = "<="
    many = "many"
    several = "several"


class FigureKind(StrEnum):
    """What a figure counts."""

    count = "count"  # type: ignore[assignment]  # nobody counts letters in a kind
    money = "money"
    percent = "percent"
    points = "points"  # percentage points
    ratio = "ratio"
    multiple = "multiple"
    rank = "rank"
    measure = "measure"
    duration = "duration"


class TimeRelation(StrEnum):
    """How an expression bounds the moment it speaks of."""

    at = "at"
    before = "before"
    by = "by"
    since = "since"
    after = "after"
    within = "within"
    as_of = "as of"


class Grain(StrEnum):
    """The finest unit an expression states."""

    minute = "minute"
    hour = "hour"
    part_of_day = "part of day"
    day = "day"
    week = "week"
    third = "third of a month"
    month = "month"
    quarter = "quarter"
    half = "half"
    season = "season"
    year = "year"
    decade = "decade"
    century = "century"
    span = "span"


class Relation(StrEnum):
    """How one claim bears on another; Argdown and AIF relations."""

    contradicts = "contradicts"
    equivalent = "equivalent"
    supports = "supports"
    qualifies = "qualifies"


class ConflictKind(StrEnum):
    """Why two claims cannot both hold; one detector each."""

    denial = "denial"
    numeric = "numeric"
    temporal = "temporal"
    attribution = "attribution"
    entity = "entity"
    drift = "drift"
    promise_outcome = "promise_outcome"
    self_ = "self"
    retraction = "retraction"


class Separator(StrEnum):
    """What explains an apparent conflict away."""

    time = "time"
    scope = "scope"
    unit = "unit"
    measure = "measure"
    entity = "entity"
    rounding = "rounding"
    lot = "lot"
    forecast = "forecast"
    opinion = "opinion"
    translation = "translation"
    update = "update"
    session = "session"
    fiscal_year = "fiscal_year"
    attribution = "attribution"


class Ruling(StrEnum):
    """A person's answer on a contradiction."""

    contradict = "contradict"
    compatible = "compatible"
    wording = "wording"
    need_evidence = "need_evidence"


class ClaimRuling(StrEnum):
    """A person's answer on a claim; schema.org ClaimReview reviewRating.alternateName."""

    supported = "supported"
    not_supported = "not_supported"
    disputed = "disputed"
    outdated = "outdated"
    cannot_be_checked = "cannot_be_checked"


class Certainty(StrEnum):
    """How sure the person is, in a word; the reason stands beside it."""

    low = "low"
    medium = "medium"
    high = "high"


class Answer(StrEnum):
    """A person's answer to a suggested statement in the inbox."""

    accepted = "accepted"
    rejected = "rejected"
    held = "held"


class EventKind(StrEnum):
    """What a line of the audit log tells of."""

    recorded = "recorded"
    retracted = "retracted"
    redacted = "redacted"


SCHEMA_ORG = {
    AgentKind.person: "Person",
    AgentKind.organisation: "Organization",
    AgentKind.outlet: "NewsMediaOrganization",
    AgentKind.account: "Person",
    AgentKind.unnamed: "Person",
    AgentKind.document: "CreativeWork",
}
