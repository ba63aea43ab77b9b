"""From links and judgements to what a person still has to rule on."""

from claims.graph import ClaimGraph
from claims.models import Claim, Judgement, Record
from claims.review import disputes
from claims.vocabulary import ConflictKind, Ruling
from tests.records import agent, link, said


def story() -> tuple[list[Record], Record]:
    """The clerk says the ferry was moved; the captain's answer is told in two ways, once as a denial."""
    captain = agent("Captain Ruiz")
    moved = said("The ferry was moved to the north quay.", who=agent("Harbour clerk"))
    denied = said("The ferry was not moved.", who=captain)
    explained = said("The ferry would only have blocked the south quay.", who=captain)
    claim_of = [next(r for r in part if isinstance(r, Claim)) for part in (moved, denied, explained)]
    drift = link(claim_of[1], claim_of[2], kind=ConflictKind.drift)
    return [*moved, *denied, *explained[1:], link(claim_of[0], claim_of[1], kind=ConflictKind.denial), drift], drift


def test_a_dispute_that_rests_on_words_told_in_two_ways_says_so() -> None:
    records, _ = story()
    found = {d.kind: d.check_wording for d in disputes(ClaimGraph.of(records))}
    told = found.pop(ConflictKind.denial) or ""
    assert found == {ConflictKind.drift: None}
    assert told.startswith("The words of Captain Ruiz are told in two ways: ")
    assert "“The ferry was not moved.”" in told
    assert "“The ferry would only have blocked the south quay.”" in told


def test_the_doubt_ends_when_the_wording_is_ruled_and_not_while_it_stays_open() -> None:
    records, drift = story()
    doubts = {}
    for ruling in (Ruling.compatible, Ruling.contradict, Ruling.wording, Ruling.need_evidence):
        ruled = Judgement.made(link_id=drift.id, link_key=drift.key, ruling=ruling, recorded_by="me")
        found = {d.kind: d for d in disputes(ClaimGraph.of([*records, ruled]))}
        doubts[ruling] = found[ConflictKind.denial].check_wording is not None
    assert doubts == {
        Ruling.compatible: False,
        Ruling.contradict: False,
        Ruling.wording: True,
        Ruling.need_evidence: True,
    }
