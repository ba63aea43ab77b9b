"""The sample stories: each casefile holds the conflicts it says it holds, found from its documents alone."""

from pathlib import Path

import pytest

from claims import casefile
from claims.check import Checked, checked_of, understand
from claims.resources import resource_dir
from claims.vocabulary import ConflictKind

SEEDS = sorted(resource_dir("seeds").rglob("*.yaml"))
STORIES = [path for path in SEEDS if path.parent.name == "stories"]


def checked(path: Path) -> Checked:
    return checked_of([understand(captured) for captured in casefile.sources([casefile.read(path)])])


def told(found: Checked) -> list[tuple[str, str, str, str | None]]:
    """Each finding as (kind, words, words, explained by), both ways round."""
    quotes = {said.statement.id: said.quote for said in found.graph.said}
    rows = [(f.kind.value, quotes[f.a], quotes[f.b], f.explained_by and f.explained_by.value) for f in found.findings]
    return rows + [(kind, b, a, why) for kind, a, b, why in rows]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_a_story_holds_the_conflicts_it_says(path: Path) -> None:
    case = casefile.read(path)
    found = told(checked(path))
    missing = [
        expected
        for expected in case.expect
        if not any(
            kind == expected.kind.value
            and expected.a in a
            and expected.b in b
            and why == (expected.explained_by and expected.explained_by.value)
            for kind, a, b, why in found
        )
    ]
    assert case.expect
    assert missing == []


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_a_story_holds_no_other_conflict(path: Path) -> None:
    wanted = [expected for expected in casefile.read(path).expect if expected.explained_by is None]
    found = [finding for finding in checked(path).findings if finding.explained_by is None]
    assert len(found) == len(wanted)


def test_there_is_a_story_for_every_kind() -> None:
    kinds = {expected.kind for path in STORIES for expected in casefile.read(path).expect if not expected.explained_by}
    assert kinds == set(ConflictKind)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_every_quote_is_the_text_at_its_place(path: Path) -> None:
    said = checked(path).graph.said
    assert said
    assert [s.quote for s in said] == [s.capture.text[s.passage.start : s.passage.end] for s in said]
