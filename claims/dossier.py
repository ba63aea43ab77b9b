"""The one door: a verb for each step of a journalist's work. The command line and the pages call only these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlmodel import col

from claims.errors import Conflict, InputError, UnknownRecord
from claims.models import Acceptance, Agent, Capture, Claim, Judgement, Link, Record, Review, Statement
from claims.times import now
from claims.vocabulary import AgentKind, Answer, Certainty, ClaimRuling, Level, Relation, Ruling, Separator

if TYPE_CHECKING:
    from claims.capture.captured import Captured
    from claims.desk import ClaimPage, Contradiction, Desk, SourceCard, SourcePage, Suggestion
    from claims.findings import Finding, Question
    from claims.graph import ClaimGraph
    from claims.report import Report
    from claims.review import Dispute
    from claims.store import Hit, Store, Verified

Progress = Callable[[str, int, int], None]
"""Told as (what, done, of) while long work goes on."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding did: sources that are new, sources that were here already, statements proposed, links proposed."""

    new: tuple[Capture, ...]
    known: tuple[Capture, ...]
    statements: int
    conflicts: int
    compared: int  # claims the new ones were held against
    empty: tuple[str, ...] = ()  # names of sources in which nothing could be read, with the reason


@dataclass(frozen=True, slots=True)
class Detection:
    """What detecting did: links that are new, links known before, pairs explained away."""

    new: int
    known: int
    explained: int
    compared: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The decision that was taken back: its kind, and the label of what it was about."""

    kind: str  # ruling, answer, review
    label: str


def default_url() -> str:
    """The address of the default database: an SQLite file in the user's data folder."""
    from claims.resources import data_dir

    return f"sqlite:///{data_dir() / 'dossier.sqlite'}"


def open_dossier(url: str | None = None, *, user: str = "me", clearance: Level = Level.sealed) -> Dossier:
    """The dossier at this database address, made when it does not exist. Raises StoreError in words."""
    from claims.store import Store

    return Dossier(Store.open(url or default_url(), user=user, clearance=clearance))


class Dossier:
    """A dossier as one person sees it. Reading verbs return values; writing verbs return what they recorded."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._desk: tuple[int, Desk] | None = None

    @property
    def user(self) -> str:
        """Who is working."""
        return self.store.user

    @cached_property
    def archive(self) -> Any:
        """Where the original bytes lie, by sha256."""
        from claims.capture import Archive
        from claims.resources import data_dir

        return Archive(self.store.archive or data_dir() / "archive")

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    # ── add, detect ─────────────────────────────────────────────────────────

    def add(
        self, paths: Sequence[Path], *, level: Level = Level.internal, progress: Progress | None = None
    ) -> Addition:
        """Capture, read and store files and folders, and look for conflicts. What is here already stays as it is.

        `level` says who may see what comes of it: the source, its people, its words and its statements.
        """
        from claims.capture import read_paths

        return self.add_captured(read_paths(paths), level=level, progress=progress)

    def add_text(
        self, text: str, *, title: str | None = None, url: str | None = None, level: Level = Level.internal
    ) -> Addition:
        """As `add`, for a pasted text."""
        from claims.capture import read_text
        from claims.reading.annotations import Masthead

        return self.add_captured([read_text(text, Masthead(title=title, url=url))], level=level)

    def add_bytes(self, name: str, data: bytes, *, level: Level = Level.internal) -> Addition:
        """As `add`, for an uploaded file."""
        from claims.capture import read_bytes

        return self.add_captured([read_bytes(name, data)], level=level)

    def add_captured(
        self, sources: Sequence[Captured], *, level: Level = Level.internal, progress: Progress | None = None
    ) -> Addition:
        """As `add`, for sources captured already. One source is one transaction: whole or not at all."""
        fresh, known = self._sorted_out(sources)
        new: list[Capture] = []
        empty: list[str] = []
        statements = 0
        for number, (captured, records) in enumerate(self._records(fresh)):
            if progress:
                progress(captured.name, number, len(fresh))
            self.archive.put(captured.data)
            for record in records:
                record.level = level
                record.recorded_by = self.user
            self.store.add(*records)
            new += self.store.find(Capture, Capture.sha256 == captured.sha256, limit=1)
            found = sum(isinstance(record, Statement) for record in records)
            statements += found
            if not found:
                empty.append(captured.name)
        if progress:
            progress("", len(fresh), len(fresh))
        detection = self.detect() if new else Detection(0, 0, 0, 0)
        return Addition(tuple(new), tuple(known), statements, detection.new, detection.compared, tuple(empty))

    def _sorted_out(self, sources: Sequence[Captured]) -> tuple[list[Captured], list[Capture]]:
        """The sources that are new here, each once, and the captures of those that are not."""
        fresh: dict[str, Captured] = {}
        known: list[Capture] = []
        for captured in sources:
            here = self.store.find(Capture, Capture.sha256 == captured.sha256, limit=1)
            known += here
            if not here:
                fresh.setdefault(captured.sha256, captured)
        return list(fresh.values()), known

    def _records(self, sources: Sequence[Captured]) -> Iterator[tuple[Captured, tuple[Record, ...]]]:
        """The records of each source; names met anywhere in the dossier are the same names here."""
        from claims.check import understand
        from claims.extract.agents import cast_of
        from claims.extract.quote import quote

        understood = [understand(captured) for captured in sources]
        met = {agent.name: agent.names for agent in self.store.find(Agent, Agent.kind != AgentKind.unnamed)}
        voices = (voice for u in understood for draft in u.extraction.drafts for voice in draft.chain)
        cast = cast_of([met, *(u.reading.aliases for u in understood)], voices)
        for u in understood:
            yield u.captured, quote(u.captured, u.page, u.extraction, cast).records

    def detect(self) -> Detection:
        """Run every detector over what the reader may see and record the links that are new."""
        from claims.detect import detect

        graph = self.store.graph()
        findings = detect(graph)
        added = self.store.add(*(_link_of(finding, graph) for finding in findings))
        return Detection(
            new=sum(link.explained_by is None for link in added.new if isinstance(link, Link)),
            known=len(added.known),
            explained=sum(finding.explained_by is not None for finding in findings),
            compared=len(graph.claims),
        )

    # ── inbox ───────────────────────────────────────────────────────────────

    def sources(self) -> tuple[SourceCard, ...]:
        """Every source, the newest first, with how many of its statements are decided."""
        return self.desk().sources()

    def source(self, label: str) -> SourcePage:
        """One source with its quotes in order."""
        return self.desk().source(self.store.get(Capture, label))

    def suggestions(self, label: str) -> tuple[Suggestion, ...]:
        """The statements of one source in reading order."""
        return self.source(label).quotes

    def answer(self, label: str, answer: Answer, *, note: str | None = None) -> Acceptance:
        """Accept, reject or hold a suggested statement."""
        statement = self.store.get(Statement, label)
        return self._record(
            Acceptance,
            level=statement.level,
            statement_id=statement.id,
            statement_key=statement.key,
            answer=answer,
            note=note,
        )

    def edit(self, label: str, text: str) -> Statement:
        """Accept a suggested statement with the claim in the person's own words. The quote stays as it is."""
        statement = self.store.get(Statement, label)
        claim = self.store.get(Claim, statement.claim_id)
        if not text.strip():
            raise InputError("the claim has no words; write what was claimed")
        corrected = _copy(claim, text=text.strip())
        return self._replace(statement, corrected)

    def merge(self, label: str, claim_label: str) -> Statement:
        """Accept a suggested statement as one more occurrence of a claim that is here already."""
        return self._replace(self.store.get(Statement, label), self.store.get(Claim, claim_label))

    def _replace(self, statement: Statement, claim: Claim) -> Statement:
        if claim.key == statement.claim_key:
            self.answer(statement.label, Answer.accepted)
            return statement
        fresh = _copy(statement, claim_id=claim.id, claim_key=claim.key, origin=self.user)
        accepted = Acceptance.made(
            level=statement.level,
            statement_id=fresh.id,
            statement_key=fresh.key,
            answer=Answer.accepted,
            recorded_by=self.user,
            replaces=statement.id,
        )
        self.store.add(claim, fresh, accepted)
        self.store.retract(statement.id)
        return fresh

    # ── contradictions ──────────────────────────────────────────────────────

    def disputes(self) -> tuple[Dispute, ...]:
        """Every contradiction, the ones to rule on first."""
        return self.desk().open_and_ruled()

    def explained(self) -> tuple[Dispute, ...]:
        """Pairs that only looked like a conflict, and what explains them."""
        return self.desk().explained()

    def contradiction(self, label: str) -> Contradiction:
        """One contradiction with both sides, their chains and what differs."""
        desk = self.desk()
        for dispute in (*desk.open_and_ruled(), *desk.explained()):
            if label in (dispute.label, *(link.label for link in dispute.links)):
                return desk.contradiction(dispute)
        raise UnknownRecord(f"no contradiction '{label}'; it may have been withdrawn")

    def judge(
        self,
        label: str,
        ruling: Ruling,
        *,
        explained_by: Separator | None = None,
        rationale: str | None = None,
        certainty: Certainty | None = None,
        saw: str | None = None,
    ) -> Judgement:
        """Rule on a contradiction; every link of the dispute gets the ruling.

        `saw` is the id of the judgement the person was looking at. Raises Conflict when somebody else has
        ruled since, and InputError when the wording is unresolved and no reason is given for a contradiction.
        """
        dispute = self.contradiction(label).dispute
        standing = dispute.judgement
        if standing and standing.recorded_by != self.user and standing.id != saw:
            raise Conflict(
                f"{standing.recorded_by} ruled '{standing.ruling}' at {standing.recorded_at:%H:%M} UTC; "
                f"your '{ruling}' was not saved"
            )
        if ruling is Ruling.contradict and dispute.check_wording and not (rationale or "").strip():
            raise InputError(f"wording is unresolved ({dispute.check_wording}); give the reason for ruling now")
        moment = now()
        made = [
            Judgement.made(
                level=link.level,
                link_id=link.id,
                link_key=link.key,
                ruling=ruling,
                explained_by=explained_by,
                rationale=rationale,
                certainty=certainty,
                saw=standing.id if standing else None,
                recorded_by=self.user,
                recorded_at=moment,
            )
            for link in dispute.links
        ]
        self.store.add(*made)
        return made[0]

    def review(
        self, label: str, ruling: ClaimRuling, *, rationale: str | None = None, certainty: Certainty | None = None
    ) -> Review:
        """Rule on a claim."""
        claim = self.store.get(Claim, label)
        return self._record(
            Review,
            level=claim.level,
            claim_id=claim.id,
            claim_key=claim.key,
            ruling=ruling,
            rationale=rationale,
            certainty=certainty,
        )

    def undo(self, kind: str | None = None) -> Undone | None:
        """Take back my newest decision (of one kind: ruling, answer, review); None when there is none."""
        mine = [
            (newest.recorded_at, name, newest.id)
            for name, newest in (
                ("ruling", self._my_newest(Judgement)),
                ("answer", self._my_newest(Acceptance)),
                ("review", self._my_newest(Review)),
            )
            if newest and kind in (None, name)
        ]
        if not mine:
            return None
        moment, name, newest = max(mine)
        return {"ruling": self._undo_ruling, "answer": self._undo_answer, "review": self._undo_review}[name](
            newest, moment
        )

    def _my_newest(self, model: type[R]) -> R | None:
        mine = self.store.find(model, col(model.recorded_by) == self.user, order=col(model.recorded_at).desc(), limit=1)
        return mine[0] if mine else None

    def _undo_ruling(self, newest: str, moment: datetime) -> Undone:
        together = self.store.find(Judgement, Judgement.recorded_by == self.user, Judgement.recorded_at == moment)
        links = {judgement.link_id for judgement in together}
        self.store.retract(*(judgement.id for judgement in together))
        for dispute in self.disputes():
            if links & {link.id for link in dispute.links}:
                return Undone("ruling", dispute.label)
        return Undone("ruling", self.store.get(Link, together[0].link_id).label)

    def _undo_answer(self, newest: str, moment: datetime) -> Undone:
        answer = self.store.get(Acceptance, newest)
        statement = self.store.get(Statement, answer.statement_id)
        if answer.replaces:
            (old,) = self.store.find(Statement, Statement.id == answer.replaces, retracted=True)
            self.store.retract(answer.id, statement.id)
            self.store.add(_copy(old))
            return Undone("answer", old.label)
        self.store.retract(answer.id)
        return Undone("answer", statement.label)

    def _undo_review(self, newest: str, moment: datetime) -> Undone:
        review = self.store.get(Review, newest)
        self.store.retract(review.id)
        return Undone("review", self.store.get(Claim, review.claim_id).label)

    # ── read ────────────────────────────────────────────────────────────────

    def claims(self) -> tuple[Claim, ...]:
        """Every claim, by speaker and place."""
        graph = self.desk().graph
        return tuple({said.claim.id: said.claim for said in graph.said}.values())

    def claim(self, label: str) -> ClaimPage:
        """Everything about one claim."""
        return self.desk().claim(self.store.get(Claim, label))

    def search(self, text: str, *, limit: int = 50) -> list[Hit]:
        """Claims, quotes and sources that hold these words, in either language."""
        return self.store.search(text, limit)

    def questions(self) -> tuple[Question, ...]:
        """The contested questions with their positions and origins."""
        from claims.detect import questions

        desk = self.desk()
        return questions(desk.graph, tuple(_findings(desk.graph)), desk.origins)

    def verify(self, checkpoint: str | None = None) -> Verified:
        """Re-derive every record from the audit log and compare; with a checkpoint kept outside, against that too."""
        return self.store.verify(checkpoint)

    def report(
        self,
        form: str,
        *,
        edition: str = "editor",
        language: str = "en",
        title: str | None = None,
        selection: Iterable[str] = (),
        as_of: datetime | None = None,
    ) -> bytes:
        """A citation report as bytes; `form` is the name or ending of a format: pdf, html, md, csv.

        Without `as_of` it tells what the last recorded change left, so equal data give equal bytes.
        """
        from claims.report import render

        return render(
            self.reported(edition=edition, language=language, title=title, selection=selection, as_of=as_of),
            form.lstrip("."),
        )

    def reported(
        self,
        *,
        edition: str = "editor",
        language: str = "en",
        title: str | None = None,
        selection: Iterable[str] = (),
        as_of: datetime | None = None,
    ) -> Report:
        """The report as computed, before it is rendered: for previews and checks."""
        from claims import trace
        from claims.detect import DETECTORS, questions
        from claims.report import compute
        from claims.report.material import EDITIONS, LANGUAGES, Material

        if edition not in EDITIONS or language not in LANGUAGES:
            raise InputError(
                f"no edition '{edition}' in '{language}'; choose of {', '.join(EDITIONS)} and {', '.join(LANGUAGES)}"
            )
        moment = as_of or self.store.moment() or now()
        graph = (self.store.as_of(as_of) if as_of else self.store).graph()
        origins = trace.origins(graph)
        return compute(
            Material(
                title=title or self._title(graph),
                edition=edition,
                language=language,
                as_of=moment,
                graph=graph,
                questions=tuple(questions(graph, tuple(_findings(graph)), origins)),
                origins=origins,
                renditions=trace.renditions(graph),
                docket=trace.docket(graph, moment.date()),
                method=tuple((rule.__name__, rule.__doc__ or "") for rule in DETECTORS),
                checkpoint=self.store.checkpoint() if self.store.sight.clearance is Level.sealed else None,
                clearance=self.store.sight.clearance,
                selection=frozenset(selection),
            )
        )

    def _title(self, graph: ClaimGraph) -> str:
        first = min(
            graph.documents.values(), key=lambda document: (document.published_on or "9", document.key), default=None
        )
        return first.title if first else "Counterclaim"

    def desk(self) -> Desk:
        """The pages' view of this dossier, computed once per revision."""
        revision = self.store.revision()
        if self._desk is None or self._desk[0] != revision:
            self._desk = (revision, self._fresh_desk())
        return self._desk[1]

    def _fresh_desk(self) -> Desk:
        from claims import trace
        from claims.desk import Desk

        graph = self.store.graph()
        return Desk(
            graph,
            origins=trace.origins(graph),
            same=trace.same_claims(graph),
            renditions=trace.renditions(graph),
            docket=trace.docket(graph, now().date()),
        )

    def _record(self, model: type[R], **fields: Any) -> R:
        record = model.made(recorded_by=self.user, **fields)
        self.store.add(record)
        return record


def _copy(record: R, **changes: Any) -> R:
    """The same record anew: its own id and moment, so that it can be added again."""
    fields = record.model_dump(exclude={"id", "key", "recorded_at", "retracted_at", "retracted_by"})
    return type(record).made(**(fields | changes))


def _link_of(finding: Finding, graph: ClaimGraph) -> Link:
    a, b = graph.statements[finding.a], graph.statements[finding.b]
    value_a, value_b = finding.value_a, finding.value_b
    if b.claim_key < a.claim_key:
        a, b, value_a, value_b = b, a, value_b, value_a
    return Link.made(
        a_id=a.claim_id,
        b_id=b.claim_id,
        a_key=a.claim_key,
        b_key=b.claim_key,
        a_statement_id=a.id,
        b_statement_id=b.id,
        level=max(a.level, b.level, key=lambda level: level.rank),
        relation=Relation.contradicts,
        kind=finding.kind,
        explained_by=finding.explained_by,
        origin=finding.rule,
        question=finding.question,
        explanation=finding.explanation,
        value_a=value_a,
        value_b=value_b,
        check_wording=finding.check_wording,
    )


def _findings(graph: ClaimGraph) -> Iterator[Finding]:
    from claims.findings import Finding

    for link in graph.links.values():
        if link.a_statement_id and link.b_statement_id and link.kind:
            yield Finding(
                a=link.a_statement_id,
                b=link.b_statement_id,
                kind=link.kind,
                explanation=link.explanation,
                rule=link.origin,
                value_a=link.value_a,
                value_b=link.value_b,
                explained_by=link.explained_by,
                question=link.question,
                check_wording=link.check_wording,
            )
