"""The one door: a verb for each step of a journalist's work. The command line and the pages call only these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claims.dossier import adding, deciding, links
from claims.dossier.told import Addition, Detection, Progress, Undone
from claims.errors import InputError, UnknownRecord
from claims.models import Acceptance, Capture, Claim, Judgement, Link, Record, Review, Statement
from claims.times import now
from claims.vocabulary import Answer, Certainty, ClaimRuling, Level, Ruling, Separator

if TYPE_CHECKING:
    from claims.capture.captured import Captured
    from claims.desk import ClaimPage, Contradiction, Desk, SourceCard, SourcePage, Suggestion
    from claims.findings import Question
    from claims.report import Report
    from claims.review import Dispute
    from claims.store import Hit, Store, Verified

R = TypeVar("R", bound=Record)


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
        self._traced: tuple[tuple[object, ...], dict[str, Any]] | None = None

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
        fresh, known = adding.sorted_out(self.store, sources)
        new: list[Capture] = []
        empty: list[str] = []
        statements = 0
        for number, (captured, records) in enumerate(adding.records_of(self.store, fresh, level)):
            if progress:
                progress(captured.name, number, len(fresh))
            self.archive.put(captured.data)
            added = self.store.add(*records)
            new += [record for record in added.new if isinstance(record, Capture)]
            found = sum(isinstance(record, Statement) for record in records)
            statements += found
            if not found:
                empty.append(captured.name)
        if progress:
            progress("", len(fresh), len(fresh))
        detection = self.detect() if new else Detection(0, 0, 0, 0, 0)
        return Addition(tuple(new), tuple(known), statements, detection.new, detection.compared, tuple(empty))

    def detect(self) -> Detection:
        """Run every detector over what the reader may see and record the links that are new.

        A link that a rule no longer proposes and nobody has judged is withdrawn.
        """
        from claims.detect import DETECTORS

        graph = self.store.graph()
        findings, fresh = links.found(graph)
        gone = links.stale(graph, fresh, (rule.__name__ for rule in DETECTORS))
        added = self.store.exchange(gone, *fresh)
        return Detection(
            new=sum(link.explained_by is None for link in added.new if isinstance(link, Link)),
            known=len(added.known),
            withdrawn=len(gone),
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
        return self._recorded(deciding.answered(statement, answer, note=note, recorded_by=self.user))

    def edit(self, label: str, text: str) -> Statement:
        """Accept a suggested statement with the claim in the person's own words. The quote stays as it is."""
        statement = self.store.get(Statement, label)
        if not text.strip():
            raise InputError("the claim has no words; write what was claimed")
        claim = self.store.get(Claim, statement.claim_id)
        return self._replace(statement, deciding.anew(claim, text=text.strip(), recorded_by=self.user))

    def merge(self, label: str, claim_label: str) -> Statement:
        """Accept a suggested statement as one more occurrence of a claim that is here already."""
        return self._replace(self.store.get(Statement, label), self.store.get(Claim, claim_label))

    def _replace(self, statement: Statement, claim: Claim) -> Statement:
        if claim.key == statement.claim_key:
            self.answer(statement.label, Answer.accepted)
            return statement
        fresh = deciding.replace(self.store, statement, claim)
        self.detect()  # what bears on the claim is another matter now
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
        made = deciding.judged(
            self.contradiction(label).dispute,
            self.user,
            ruling,
            saw,
            explained_by=explained_by,
            rationale=rationale,
            certainty=certainty,
        )
        self.store.add(*made)
        return made[0]

    def review(
        self, label: str, ruling: ClaimRuling, *, rationale: str | None = None, certainty: Certainty | None = None
    ) -> Review:
        """Rule on a claim."""
        claim = self.store.get(Claim, label)
        return self._recorded(
            Review.made(
                level=claim.level,
                claim_id=claim.id,
                claim_key=claim.key,
                ruling=ruling,
                rationale=rationale,
                certainty=certainty,
                recorded_by=self.user,
            )
        )

    def undo(self, kind: str | None = None) -> Undone | None:
        """Take back my newest decision (of one kind: ruling, answer, review); None when there is none."""
        return deciding.undo(self.store, kind, self.disputes())

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
        return questions(desk.graph, links.findings_of(desk.graph), desk.origins)

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
        from claims.dossier.reporting import material
        from claims.report import compute

        return compute(
            material(self.store, edition=edition, language=language, title=title, selection=selection, as_of=as_of)
        )

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
        # These read statements, never a decision, so a ruling need not wait for it.
        seen = (frozenset(graph.statements), frozenset(graph.captures))
        if self._traced is None or self._traced[0] != seen:
            self._traced = (
                seen,
                {
                    "origins": trace.origins(graph),
                    "same": trace.same_claims(graph),
                    "renditions": trace.renditions(graph),
                },
            )
        return Desk(graph, docket=trace.docket(graph, now().date()), **self._traced[1])

    def _recorded(self, record: R) -> R:
        self.store.add(record)
        return record
