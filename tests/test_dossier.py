"""A journalist's work through the one door: add, answer, rule, take back, and see each other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.dossier import Dossier
from claims.errors import Conflict, InputError, UnknownRecord
from claims.models import Acceptance, Agent, Claim, Judgement, Link, Passage, Statement
from claims.store import Store
from claims.vocabulary import Answer, ClaimRuling, Level, Ruling, Separator
from tests.databases import Databases

HARBOUR = """Harbour wall costs more
Quay Bulletin, 4 May 2025

The new harbour wall cost 30 million euros, mayor Liv Sandberg said on Sunday.
"""
AUDIT = """审计部门谈防波堤
港湾日讯 2025年5月6日

港湾市审计局表示,新防波堤耗资4500万欧元。
"""
ANSWER = """Auditor on the harbour wall
Quay Bulletin, 7 May 2025

The new harbour wall cost 45 million euros, auditor Jon Berge said on Wednesday.
"""

Open = Callable[..., Dossier]


@pytest.fixture
def opened(databases: Databases, tmp_path: Path) -> Iterator[Open]:
    """Opens the same database, of each kind in turn, for one person or another."""
    dossiers = []
    url = databases.fresh()

    def call(user: str = "ana", clearance: Level = Level.sealed) -> Dossier:
        dossier = Dossier(Store.open(url, user=user, clearance=clearance, archive=tmp_path / "archive"))
        dossiers.append(dossier)
        return dossier

    yield call
    for dossier in dossiers:
        dossier.close()


@pytest.fixture
def dossier(opened: Open) -> Dossier:
    """Two sources that disagree about the cost of a wall."""
    dossier = opened()
    dossier.add_text(HARBOUR)
    dossier.add_text(ANSWER)
    return dossier


def test_adding_tells_what_came_of_it(opened: Open) -> None:
    dossier = opened()
    first, second, again = dossier.add_text(HARBOUR), dossier.add_text(ANSWER), dossier.add_text(HARBOUR)
    assert (len(first.new), first.conflicts) == (1, 0)
    assert (len(second.new), second.conflicts) == (1, 1)
    assert (again.new, [c.sha256 for c in again.known]) == ((), [first.new[0].sha256])


def test_the_original_bytes_are_kept(dossier: Dossier) -> None:
    kept = [dossier.archive.get(card.capture.sha256).decode() for card in dossier.sources()]
    assert sorted(kept) == sorted([HARBOUR, ANSWER])


def test_a_source_of_two_languages_is_one_dossier(opened: Open) -> None:
    dossier = opened()
    dossier.add_text(HARBOUR)
    dossier.add_text(AUDIT)
    figures = {claim.figures[0]["value"] for claim in dossier.claims() if claim.figures}
    assert {"30000000", "45000000"} <= figures


def test_an_answer_is_one_decision_and_can_be_taken_back(dossier: Dossier) -> None:
    card = dossier.sources()[0]
    (first, *_) = dossier.suggestions(card.label)
    dossier.answer(first.said.statement.label, Answer.accepted)
    assert dossier.suggestions(card.label)[0].answer is not None
    undone = dossier.undo()
    assert undone is not None
    assert (undone.kind, undone.label) == ("answer", first.said.statement.label)
    assert dossier.suggestions(card.label)[0].answer is None
    assert dossier.undo() is None


def test_holding_does_not_count_as_decided(dossier: Dossier) -> None:
    card = dossier.sources()[0]
    dossier.answer(dossier.suggestions(card.label)[0].said.statement.label, Answer.held)
    assert dossier.sources()[0].decided == 0


def test_an_edit_changes_the_claim_and_never_the_quote(dossier: Dossier) -> None:
    card = dossier.sources()[0]
    before = dossier.suggestions(card.label)[0]
    dossier.edit(before.said.statement.label, "The wall's price was 45 million euros")
    after = dossier.suggestions(card.label)[0]
    assert after.said.claim.text == "The wall's price was 45 million euros"
    assert after.said.quote == before.said.quote
    assert after.answer is not None
    dossier.undo()
    assert dossier.suggestions(card.label)[0].said.claim.text == before.said.claim.text


def test_an_edit_without_words_is_refused(dossier: Dossier) -> None:
    card = dossier.sources()[0]
    label = dossier.suggestions(card.label)[0].said.statement.label
    with pytest.raises(InputError, match="no words"):
        dossier.edit(label, "  ")


def test_a_merge_makes_two_statements_of_one_claim(dossier: Dossier) -> None:
    one, two = (dossier.suggestions(card.label)[0] for card in dossier.sources())
    dossier.merge(one.said.statement.label, two.said.claim.label)
    assert len(dossier.claim(two.said.claim.label).statements) == 2


def test_a_ruling_covers_the_dispute_and_can_be_taken_back(dossier: Dossier) -> None:
    (dispute,) = dossier.disputes()
    made = dossier.judge(dispute.label, Ruling.compatible, explained_by=Separator.scope)
    (ruled,) = dossier.disputes()
    assert ruled.judgement is not None
    assert (ruled.judgement.id, ruled.explained_by) == (made.id, Separator.scope)
    undone = dossier.undo()
    assert undone is not None
    assert (undone.kind, undone.label) == ("ruling", dispute.label)
    assert dossier.disputes()[0].judgement is None


def test_two_people_see_each_other(opened: Open, dossier: Dossier) -> None:
    other = opened("bo")
    (dispute,) = dossier.disputes()
    assert other.disputes()[0].judgement is None
    first = dossier.judge(dispute.label, Ruling.contradict)
    with pytest.raises(Conflict, match=r"ana ruled 'contradict'.*your 'compatible' was not saved"):
        other.judge(dispute.label, Ruling.compatible, explained_by=Separator.time)
    other.judge(dispute.label, Ruling.compatible, explained_by=Separator.time, saw=first.id)
    kept = dossier.store.find(Judgement)
    assert sorted((j.recorded_by, j.ruling) for j in kept) == [("ana", Ruling.contradict), ("bo", Ruling.compatible)]


def test_undo_takes_back_only_what_is_mine(opened: Open, dossier: Dossier) -> None:
    (dispute,) = dossier.disputes()
    dossier.judge(dispute.label, Ruling.contradict)
    assert opened("bo").undo() is None
    assert dossier.disputes()[0].judgement is not None


def test_a_claim_is_reviewed_by_a_person(dossier: Dossier) -> None:
    claim = dossier.claims()[0]
    dossier.review(claim.label, ClaimRuling.disputed, rationale="two prices")
    review = dossier.claim(claim.label).review
    assert review is not None
    assert (review.ruling, review.recorded_by) == (ClaimRuling.disputed, "ana")


def test_what_does_not_exist_is_told_by_its_label(dossier: Dossier) -> None:
    with pytest.raises(UnknownRecord, match="K-00000000"):
        dossier.contradiction("K-00000000")
    with pytest.raises(UnknownRecord, match="C-00000000"):
        dossier.claim("C-00000000")


def test_a_confidential_source_is_not_there_for_who_may_not_see_it(opened: Open) -> None:
    dossier = opened()
    dossier.add_text(HARBOUR)
    dossier.add_text(ANSWER, level=Level.confidential)
    public = opened("intern", Level.internal)
    assert len(dossier.disputes()) == 1
    assert public.disputes() == ()
    assert [card.total for card in public.sources()] == [1]
    assert public.search("Berge") == []
    assert "Berge" not in {agent.name for agent in public.store.find(Agent)}
    for model in (Claim, Passage, Statement):
        assert not any("45 million" in record.model_dump_json() for record in public.store.find(model))


def test_what_a_person_recorded_says_so(dossier: Dossier) -> None:
    card = dossier.sources()[0]
    dossier.answer(dossier.suggestions(card.label)[0].said.statement.label, Answer.rejected)
    assert [record.recorded_by for record in dossier.store.find(Acceptance)] == ["ana"]
    assert dossier.verify().problems == ()


def test_a_report_is_never_named_after_a_confidential_source(opened: Open) -> None:
    dossier = opened()
    dossier.add_text(HARBOUR, level=Level.confidential)
    dossier.add_text(ANSWER)
    told = dossier.report("md", edition="reader").decode()
    assert "Harbour wall costs more" not in told
    assert "Auditor on the harbour wall" in told
    assert "Sandberg" not in told


RENDERED = [
    "Reply on the barges\nQuay Bulletin, 4 May 2025\n\nHalvorsen said on 3 May 2025 that the barges were only stored in a shed.",
    "Barges moved\nQuay Bulletin, 5 May 2025\n\nA port memo said on 2 May 2025 that the barges had been sent to Wexmoor.",
]
HIDDEN = "Notes of a talk\nDesk notes, 6 May 2025\n\nTheodric Halvorsen said on 3 May 2025 that the barges would only have been stored in a shed."


def test_what_a_hidden_source_says_stands_in_nothing_that_others_see(opened: Open) -> None:
    """Neither its people's fuller names nor its wording of a reply reach a link, a speaker or an agent."""
    dossier = opened()
    dossier.add_text(HIDDEN, level=Level.sealed)
    for text in RENDERED:
        dossier.add_text(text)
    public = opened("intern", Level.internal)
    for model in (Agent, Claim, Passage, Statement, Link):
        told = " ".join(record.model_dump_json() for record in public.store.find(model))
        assert "Theodric" not in told
        assert "would only have been" not in told
    assert dossier.verify().held


def test_detecting_finds_the_same_for_whoever_asks(opened: Open) -> None:
    dossier = opened()
    for text in RENDERED:
        dossier.add_text(text)
    dossier.add_text(HIDDEN, level=Level.sealed)
    public = opened("intern", Level.internal)
    before = sorted(link.key for link in public.store.find(Link))
    found = public.detect()
    assert (found.new, found.withdrawn) == (0, 0)
    assert sorted(link.key for link in public.store.find(Link)) == before
