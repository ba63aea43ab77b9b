"""A person's decisions as records: answers, corrections, rulings and reviews, and taking the newest one back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from sqlmodel import col

from claims.dossier.told import Undone
from claims.errors import Conflict, InputError
from claims.models import Acceptance, Claim, Judgement, Link, Record, Review, Statement
from claims.review import Dispute
from claims.vocabulary import Answer, Ruling

if TYPE_CHECKING:
    from claims.store import Store

R = TypeVar("R", bound=Record)
D = TypeVar("D", Judgement, Acceptance, Review)


def anew(record: R, **changes: Any) -> R:
    """The same record with its own id and moment, so that it can be recorded again."""
    fields = record.model_dump(exclude={"id", "key", "recorded_at", "retracted_at", "retracted_by"})
    return type(record).made(**(fields | changes))


def answered(statement: Statement, answer: Answer, **more: Any) -> Acceptance:
    """A person's answer to a suggested statement."""
    return Acceptance.made(
        level=statement.level, statement_id=statement.id, statement_key=statement.key, answer=answer, **more
    )


def replace(store: Store, statement: Statement, claim: Claim) -> Statement:
    """Let the statement say this claim, accepted; the one it was stays in the log."""
    fresh = anew(statement, claim_id=claim.id, claim_key=claim.key, origin=store.user, recorded_by=store.user)
    accepted = answered(fresh, Answer.accepted, replaces=statement.id, recorded_by=store.user)
    store.exchange([statement.id], claim, fresh, accepted)
    return fresh


def judged(dispute: Dispute, user: str, ruling: Ruling, saw: str | None, **more: Any) -> list[Judgement]:
    """The judgements of one ruling, one for each link of the dispute.

    Raises Conflict when somebody else ruled since `saw`, and InputError when the wording is unresolved and
    a contradiction is ruled without a reason.
    """
    standing = dispute.judgement
    if standing and standing.recorded_by != user and standing.id != saw:
        raise Conflict(
            f"{standing.recorded_by} ruled '{standing.ruling}' at {standing.recorded_at:%H:%M} UTC; "
            f"your '{ruling}' was not saved"
        )
    if ruling is Ruling.contradict and dispute.check_wording and not (more.get("rationale") or "").strip():
        raise InputError(f"wording is unresolved ({dispute.check_wording}); give the reason for ruling now")
    return [
        Judgement.made(
            level=link.level,
            link_id=link.id,
            link_key=link.key,
            ruling=ruling,
            saw=standing.id if standing else None,
            recorded_by=user,
            **more,
        )
        for link in dispute.links
    ]


def undo(store: Store, kind: str | None, disputes: Iterable[Dispute]) -> Undone | None:
    """Take back the user's newest decision (of one kind); None when there is none."""
    mine: list[Judgement | Acceptance | Review] = []
    if kind in (None, "ruling"):
        mine += _newest(store, Judgement)
    if kind in (None, "answer"):
        mine += _newest(store, Acceptance)
    if kind in (None, "review"):
        mine += _newest(store, Review)
    last = max(mine, key=lambda record: (record.recorded_at, record.id), default=None)
    match last:
        case Judgement():
            return _undo_ruling(store, last, disputes)
        case Acceptance():
            return _undo_answer(store, last)
        case Review():
            store.retract(last.id)
            return Undone("review", store.get(Claim, last.claim_id).label)
    return None


def _newest(store: Store, model: type[D]) -> list[D]:
    return store.find(model, col(model.recorded_by) == store.user, order=col(model.recorded_at).desc(), limit=1)


def _undo_ruling(store: Store, last: Judgement, disputes: Iterable[Dispute]) -> Undone:
    together = store.find(
        Judgement, col(Judgement.recorded_by) == store.user, col(Judgement.recorded_at) == last.recorded_at
    )
    links = {judgement.link_id for judgement in together}
    store.retract(*(judgement.id for judgement in together))
    about = next((dispute.label for dispute in disputes if links & {link.id for link in dispute.links}), None)
    return Undone("ruling", about or store.get(Link, last.link_id).label)


def _undo_answer(store: Store, last: Acceptance) -> Undone:
    statement = store.get(Statement, last.statement_id)
    if not last.replaces:
        store.retract(last.id)
        return Undone("answer", statement.label)
    (old,) = store.find(Statement, col(Statement.id) == last.replaces, retracted=True)
    store.exchange([last.id, statement.id], anew(old))
    return Undone("answer", old.label)
