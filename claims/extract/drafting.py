"""From a stretch of text and the one who says it to drafts, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extract.drafts import Draft, LeftOut
from claims.extract.moments import Around, due, is_reporting_time, names_time, valid
from claims.extract.scene import Scene
from claims.extract.speeches import Others
from claims.extract.subjects import core
from claims.extract.worth import NUMBERED, why_not
from claims.reading.annotations import Clause, Figure, Span, TimeMention, Voice
from claims.reading.clauses import clauses
from claims.reading.clauses_en import has_verb
from claims.reading.modality import is_question
from claims.times import Interval
from claims.vocabulary import Act, AgentKind, FigureKind, RegionKind, Speech

OPENING_MARKS = '“"「'  # behind a question of the narrator: the answer in somebody's words
LONGEST = 1500  # characters; no sentence that people write is longer, tables and noise are
_IS_OTHER = re.compile(r"并?非(?!法|常)|并?不是|并无")
_SPELLED = re.compile(r"(?:one|two|a|an|another|both|一|两|二|同一|某)(?![\d.])", re.I)
_RUMOUR = re.compile(r"网传|传闻|传言|谣|所谓|不实")
_I_AM = re.compile(r"\W{0,3}(?:我(?:是|叫|姓)|本人是|I am |I['’]m |my name is |this is )", re.I)
_ANNOUNCES = re.compile(
    r"(?:差错|错误|失误|如下|以下|要点|事项)[^，。]{0,6}$|\b(?:following|errors?|mistakes?|as follows)$", re.I
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|has|have|said|made|took|gave|set|\w+ed by|(?<!is )(?<!are )\w{2,}ed)\b", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|through)\b", re.I)
_PAST = re.compile(r"已|了|过|曾|是.{1,20}的$|[须应]|[A-Za-z]{3} ")


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says a stretch, through whom, when, and how it stands in the text."""

    speaker: Voice
    chain: tuple[Voice, ...]
    said: Interval | None
    speech: Speech
    region: RegionKind
    reason: str
    cue: str | None = None
    act: Act | None = None  # what the verb of saying tells
    own: bool = False  # the narrator speaks for itself: a notice, a release, a turn
    held: bool = False  # direct words of a document dated elsewhere: a memo, a letter
    asks: bool = False  # a question of theirs counts as a statement
    asker: bool = False  # somebody whose part is to ask


def drafts(
    scene: Scene, pieces: Sequence[Span], origin: Origin, others: Others | None = None
) -> Iterator[Draft | LeftOut]:
    """A draft for each clause of these stretches, or what was left out and why; what one leaves unsaid the next inherits.

    Clauses that mostly hold what `others` say belong to them and are passed over.
    """
    report: Interval | None = None  # what an official notice as a whole reports on
    subject: str | None = None
    for piece in pieces:
        for sentence in scene.sentences_of(piece):
            if sentence.end - sentence.start > LONGEST:
                yield LeftOut(sentence.start, sentence.end, "too long without a stop to be one statement")
                continue
            when: Interval | None = None
            for clause in _clauses(scene, sentence, origin):
                if others is not None and others.own(clause):
                    continue
                why = _left(scene, clause, origin)
                if why:
                    yield LeftOut(clause.start, clause.end, why)
                    continue
                around = Around(origin.said, when, report, origin.held)
                draft = draft_of(scene, clause, origin, around, subject)
                when, subject = draft.valid or when, draft.subject or subject
                if scene.kind == "official" and report is None and _dated(scene, clause):
                    report = draft.valid if draft.valid and is_reporting_time(draft.valid) else None
                yield draft


def _clauses(scene: Scene, sentence: Span, origin: Origin) -> tuple[Clause, ...]:
    reported = origin.speech is Speech.paraphrase
    return clauses(
        scene.text,
        sentence.start,
        sentence.end,
        scene.language,
        scene.marks,
        cue=origin.act,
        reported=reported,
        own=origin.own,
    )


def _left(scene: Scene, clause: Clause, origin: Origin) -> str | None:
    """Why the clause is not proposed, in words; None where it is."""
    quote = scene.text[clause.start : clause.end]
    near = scene.marks.within(clause.start, clause.end)
    numbered = NUMBERED.match(quote)  # the number of a point counts nothing
    floor = clause.start + (numbered.end() if numbered else 0)
    figures = sum(figure.start >= floor for figure in near.figures)
    why = why_not(
        quote, scene.language, figures=figures, heading=_heads(origin), asking=_may_ask(scene, clause, quote, origin)
    )
    if why:
        return why
    leads = scene.text[clause.end : clause.end + 1] in (":", "：")
    if leads and (not figures or _ANNOUNCES.search(quote)):
        return "only leads in to what follows"
    answered = scene.text[clause.end : clause.end + 3].lstrip(" ")[:1]
    if _asked(scene, clause, origin) or (
        origin.speech is Speech.narration and is_question(quote) and answered in OPENING_MARKS and answered
    ):
        return "part of a question that asks and asserts nothing"
    if _introduces(scene, clause, quote):
        return "says only who speaks"
    if figures:
        return None
    return "said by somebody whose part is to ask" if origin.asker else None


def _heads(origin: Origin) -> bool:
    return origin.speech is Speech.headline and origin.cue is None


def _may_ask(scene: Scene, clause: Clause, quote: str, origin: Origin) -> bool:
    """True where a question counts: reported, put by one who is there to answer, or put whole to the reader."""
    if origin.asks:
        return True
    if origin.own or _alone(scene.text, clause):
        return False  # a page's own answers stand under questions that readers are thought to put
    return origin.speech is Speech.narration and is_question(quote) and (not quote.isascii() or has_verb(quote))


def _alone(text: str, clause: Clause) -> bool:
    """True when the clause is a line by itself, as a heading is."""
    before, after = text[: clause.start].rstrip(" \t"), text[clause.end : clause.end + 8].lstrip(" \t")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _asked(scene: Scene, clause: Clause, origin: Origin) -> bool:
    """True inside a line of a page's own that ends with a question: its answer stands in the line after."""
    if not origin.own or origin.speech is not Speech.narration or scene.chinese:
        return False
    end = scene.text.find("\n", clause.end)
    line = scene.text[clause.start : end if end >= 0 else len(scene.text)]
    return len(line) < LONGEST and is_question(line) and scene.text[clause.start : clause.end] != line.strip()


def _introduces(scene: Scene, clause: Clause, quote: str) -> bool:
    """我是某协会的某某, "My name is …": who speaks, and no more."""
    found = _I_AM.match(quote)
    names = scene.marks.within(clause.start, clause.end).names
    end = clause.start + len(quote.rstrip(" .。!！,，"))
    return found is not None and any(name.end == end and name.what == "agent" for name in names)


def _dated(scene: Scene, clause: Clause) -> bool:
    near = scene.marks.within(clause.start, clause.end)
    return bool(near.figures) and names_time(clause, scene.text[clause.start : clause.end], near.times)


def _act(clause: Clause, quote: str, origin: Origin, times: Sequence[TimeMention]) -> Act:
    """What the clause does, seen from the day it was said and from who says it."""
    told = origin.speech is Speech.narration or origin.speaker.kind is AgentKind.unnamed
    if clause.act is Act.denial and told and _IS_OTHER.search(quote) and not _RUMOUR.search(quote):
        return Act.assertion  # whoever reports that one thing is not another denies nothing of their own
    day = origin.said.last_day if origin.said else None
    if clause.act is not Act.assertion or day is None:
        return clause.act
    if origin.own and not _PAST.search(quote):
        ahead = any(t.when.earliest is None and t.when.last_day and t.when.last_day > day for t in times)
        return Act.promise if ahead else clause.act
    if quote.isascii() and not _TOLD.search(quote) and has_verb(quote):
        later = any(t.when.first_day and t.when.first_day > day for t in times)
        until = any(t.when.earliest is None and t.when.last_day and t.when.last_day > day for t in times)
        if until and origin.own and _UNTIL.search(quote):
            return Act.promise  # "Entry is free until 3 May"
        if later and not until:
            return Act.forecast  # "Prices rise on 3 May": the present tense, for a day to come
    # "In June, and everywhere": an answer without a verb that names a day to come
    coming = quote.isascii() and any(t.when.first_day and t.when.first_day > day for t in times)
    return Act.promise if coming and not has_verb(quote) else clause.act


def _telling(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures that state an amount; one thing or two, spelled out, are grammar."""
    return tuple(
        f for f in figures if not (f.kind is FigureKind.count and _SPELLED.match(f.text) and f.value in (1, 2))
    )


def draft_of(scene: Scene, clause: Clause, origin: Origin, around: Around, subject: str | None) -> Draft:
    """The draft of one clause; `around` and `subject` are the times and the subject it may lean on."""
    quote = scene.text[clause.start : clause.end]
    near = scene.marks.within(clause.start, clause.end)
    told = core(clause, quote, near.names, near.figures, origin.speaker, subject)
    about = valid(clause, quote, near.times, near.figures, around)
    clause = replace(clause, act=_act(clause, quote, origin, near.times))
    falls = due(clause, near.times, about)
    return Draft(
        start=clause.start,
        end=clause.end,
        quote=quote,
        speaker=origin.speaker,
        chain=origin.chain,
        said=origin.said,
        valid=about,
        speech=origin.speech,
        act=clause.act,
        factuality=clause.factuality,
        negated=clause.negated,
        hedges=clause.hedges,
        subject=told.subject,
        predicate=told.predicate,
        object=told.object,
        measure=told.measure,
        figures=_telling(near.figures),
        due=falls.when if falls else None,
        due_how=falls.how if falls else None,
        language=scene.language,
        region=origin.region,
        reason=origin.reason,
        cue=origin.cue,
    )
