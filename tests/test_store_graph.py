"""The graph of the part in view: by document, by claim and hops, capped, with true counts of what is left out."""

import random
from collections.abc import Mapping
from itertools import pairwise

import pytest

from claims.models import Claim, Document, Judgement, Link, Review, Statement
from claims.store import Store, graphs
from tests.records import claim, link, said


def test_everything_in_view(store: Store) -> None:
    one, other = said("The lock was shut."), said("The lock was open.")
    claims = [record for record in (*one, *other) if isinstance(record, Claim)]
    between = link(*claims)
    store.add(*one, *other, between)
    store.add(Judgement.made(link_id=between.id, link_key=between.key, ruling="contradict"))
    store.add(Review.made(claim_id=claims[0].id, claim_key=claims[0].key, ruling="supported"))
    graph = store.graph()
    assert sorted(said.quote for said in graph.said) == ["The lock was open.", "The lock was shut."]
    assert [len(kind) for kind in (graph.links, graph.judgements, graph.reviews)] == [1, 1, 1]
    assert len(graph.agents) == 1


def test_of_some_documents(store: Store) -> None:
    """What one source says, and nothing of the others; no link leads out of it."""
    one, other = said("The lock was shut."), said("The lock was open.")
    store.add(*one, *other, link(*(record for record in (*one, *other) if isinstance(record, Claim))))
    document = next(record for record in one if isinstance(record, Document))
    graph = store.graph(documents=[document.id])
    assert [said.quote for said in graph.said] == ["The lock was shut."]
    assert (len(graph.documents), len(graph.links), len(graph.agents)) == (1, 0, 1)
    assert store.graph(documents=[]).claims == {}


def _net(store: Store, ends: list[tuple[int, int]], size: int) -> list[str]:
    claims = [claim(f"claim {number}") for number in range(size)]
    links = [link(claims[a], claims[b], explained_by=None, origin=f"{a}-{b}") for a, b in ends]
    store.add(*claims, *links)
    return [one.id for one in claims]


def _around(ends: list[tuple[int, int]], start: int, hops: int) -> set[int]:
    """The same question, answered the slow way."""
    seen = {start}
    for _ in range(hops):
        seen |= {b for a, b in ends if a in seen} | {a for a, b in ends if b in seen}
    return seen


@pytest.mark.parametrize("hops", [0, 1, 2, 3])
def test_hops(store: Store, hops: int) -> None:
    rng = random.Random(2)
    ends = sorted({tuple(sorted(rng.sample(range(40), 2))) for _ in range(50)})
    ids = _net(store, ends, 40)  # type: ignore[arg-type]
    near = _around(ends, 0, hops)  # type: ignore[arg-type]
    graph = store.graph(claims=[ids[0]], hops=hops)
    inside = [pair for pair in ends if near.issuperset(pair)]
    assert set(graph.claims) == {ids[n] for n in near}
    assert len(graph.links) == len(inside)
    assert graph.beyond == _beyond(ids, ends, near)  # type: ignore[arg-type]


def _beyond(ids: list[str], ends: list[tuple[int, int]], near: set[int]) -> Mapping[str, int]:
    counted = {ids[n]: sum(n in pair and not near.issuperset(pair) for pair in ends) for n in near}
    return {one: count for one, count in counted.items() if count}


def test_the_cap_holds_and_the_counts_are_true(store: Store) -> None:
    """A claim with 400 links: at most 30 claims are shown, and how many links are not is said to the last."""
    ids = _net(store, [(0, number) for number in range(1, 401)], 401)
    graph = store.graph(claims=[ids[0]], hops=2, cap=30)
    assert (len(graph.claims), len(graph.links), graph.beyond) == (30, 29, {ids[0]: 371})


def test_links_between_claims_with_very_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are found from the side of those with few."""
    monkeypatch.setattr(graphs, "MANY", 3)
    ids = _net(store, [(0, number) for number in range(1, 9)], 9)
    assert len(store.graph(claims=ids).links) == 8


def test_a_chain_is_walked_to_its_end(store: Store) -> None:
    ids = _net(store, list(pairwise(range(8))), 8)
    assert [len(store.graph(claims=[ids[0]], hops=hops).claims) for hops in (1, 3, 7, 9)] == [2, 4, 8, 8]


def test_a_link_to_a_retracted_claim_is_left_out(store: Store) -> None:
    ids = _net(store, [(0, 1), (1, 2)], 3)
    store.retract(ids[1])
    graph = store.graph(claims=[ids[0]], hops=2)
    assert (set(graph.claims), graph.links) == ({ids[0], ids[2]}, {})


def test_statements_come_with_all_they_stand_on(store: Store) -> None:
    store.add(*said("The lock was shut."))
    (statement,) = store.find(Statement)
    graph = store.graph(claims=[statement.claim_id], hops=1)
    assert [said.statement.id for said in graph.said] == [statement.id]
    assert store.count(Link) == 0
