"""What the pages show, as values: words in their paragraph, speakers, and a desk that a decision does not slow."""

from __future__ import annotations

from pathlib import Path

from claims.desk import Desk, surroundings, words_of
from claims.dossier import open_dossier
from claims.graph import ClaimGraph
from claims.models import Passage
from claims.vocabulary import Answer, ConflictKind
from tests.records import agent, link, said

TEXT = "The council met.\n\nAsked twice, the clerk said the ferry was late.\n\nNobody else spoke."


def graph_of(words: str) -> ClaimGraph:
    """A graph with one statement that quotes these words of TEXT."""
    records = said(TEXT)
    at = TEXT.index(words)
    passage = next(r for r in records if isinstance(r, Passage))
    passage.start, passage.end, passage.exact = at, at + len(words), words
    return ClaimGraph.of(records)


def test_words_stand_whole_in_their_paragraph_with_its_neighbours() -> None:
    around = surroundings(graph_of("the ferry was late").said[0])
    assert (around.before, around.words.before, around.words.exact, around.words.after, around.after) == (
        ("The council met.",),
        "Asked twice, the clerk said ",
        "the ferry was late",
        ".",
        ("Nobody else spoke.",),
    )


def test_a_short_context_says_where_it_was_cut() -> None:
    words = words_of(graph_of("the ferry was late").said[0], context=5)
    assert (words.before, words.after, words.whole_before, words.whole_after) == ("said ", ".", False, True)


def test_speakers_come_with_their_claims_and_who_says_most_comes_first() -> None:
    ruiz, clerk = agent("Ruiz"), agent("Clerk")
    records = [*said("One.", who=clerk), *said("Two.", who=ruiz), *said("Three.", who=ruiz)[1:]]
    told = [(voice.agent.name, len(voice.claims)) for voice in Desk(ClaimGraph.of(records)).voices()]
    assert told == [("Ruiz", 2), ("Clerk", 1)]


def test_a_side_shows_the_words_that_tell_it_otherwise() -> None:
    ruiz = agent("Ruiz")
    moved, denied, otherwise = (
        said("The ferry was moved."),
        said("The ferry was not moved.", who=ruiz),
        said("It would have been in the way.", who=ruiz)[1:],
    )
    claims = [part[-2] for part in (moved, denied, otherwise)]
    links = [
        link(claims[0], claims[1], kind=ConflictKind.denial),  # type: ignore[arg-type]
        link(claims[1], claims[2], kind=ConflictKind.drift),  # type: ignore[arg-type]
    ]
    desk = Desk(ClaimGraph.of([*moved, *denied, *otherwise, *links]))
    denial = next(d for d in desk.open_and_ruled() if d.kind is ConflictKind.denial)
    shown = desk.contradiction(denial)
    assert [s.quote for side in (shown.a, shown.b) for s in side.renderings] == ["It would have been in the way."]


def test_a_decision_traces_nothing_anew(tmp_path: Path) -> None:
    dossier = open_dossier(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    dossier.add_text("Mayor Ho said on 3 March 2025 that the pumps cost $4.2 million.")
    before = dossier.desk()
    (first,) = dossier.suggestions(dossier.sources()[0].label)
    dossier.answer(first.said.statement.label, Answer.accepted)
    after = dossier.desk()
    assert after is not before
    assert after.origins is before.origins
    dossier.close()
