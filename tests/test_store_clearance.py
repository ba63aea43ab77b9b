"""Who may not see a record gets the very answers they would get if it were not there."""

from typing import Any

import pytest

from claims.errors import InputError, UnknownRecord
from claims.models import Agent, Claim, Document, Judgement, Passage, Record, Statement
from claims.store import Store
from claims.vocabulary import Level
from tests.databases import Databases
from tests.records import agent, claim, link, said

CANARY = "金丝雀七号"


def _story() -> list[Record]:
    """What everybody may see."""
    public = {"level": Level.public}
    one, other = claim("渡轮载客8.5万人次", **public), claim("The ferry carried 90,000.", **public)
    source = said("The lock was shut.", who=agent("Harbour Office", **public), **public)
    return [*source, one, other, link(one, other, **public)]


def _secret(story: list[Record]) -> list[Record]:
    """Hidden records of every kind that hang on the visible ones, each with the canary in it."""
    seen = next(record for record in story if isinstance(record, Claim))
    hidden = claim(f"{CANARY}说闸门没有关", level=Level.sealed)
    between = link(seen, hidden, explanation=CANARY, level=Level.sealed)
    ruled = Judgement.made(link_id=between.id, link_key=between.key, ruling="contradict", rationale=CANARY)
    source = said(f"{CANARY}在码头上班。", who=agent(CANARY, level=Level.sealed), level=Level.sealed)
    same = claim("渡轮载客8.5万人次", level=Level.sealed)  # known already, more widely: stays what it is
    return [hidden, between, ruled, *source, same]


def _answers(store: Store, story: list[Record], secret: list[Record]) -> list[Any]:
    """Everything one may ask, as comparable values."""
    graph = store.graph()
    ids = [record.id for record in story]
    near = store.graph(claims=ids, hops=2)
    asked = [
        *(store.count(kind) for kind in (Agent, Document, Passage, Claim, Statement, Judgement)),
        [record.model_dump() for kind in (Agent, Claim, Passage) for record in store.find(kind)],
        [(hit.excerpt, hit.marks) for words in ("渡轮", "闸门", CANARY, "码头", "the") for hit in store.search(words)],
        sorted(graph.claims), sorted(graph.links), [s.quote for s in graph.said], len(graph.judgements),
        sorted(near.claims), sorted(near.links), dict(near.beyond),
        store.revision(), store.moment(),
        [event.model_dump() for event in store.events(limit=1000)],
        [_refusal(store, record) for record in (*secret, claim("nowhere"))],
    ]  # fmt: skip
    return asked


def _refusal(store: Store, record: Record) -> str:
    """What is said to somebody who asks for a record by a name they should not have; its own name left out."""
    names = (record.id, record.label, record.key[:12])
    out = []
    for name in names:
        try:
            out.append(store.get(type(record), name).model_dump_json())
        except UnknownRecord as told:
            out.append(str(told).replace(name, "…"))
    return "|".join(out)


@pytest.mark.parametrize("clearance", [Level.public, Level.internal, Level.confidential])
def test_hidden_records_change_no_answer(databases: Databases, clearance: Level) -> None:
    url = databases.fresh()
    editor, reader = Store.open(url, user="editor"), Store.open(url, clearance=clearance)
    story = _story()
    editor.add(*story)
    secret = _secret(story)
    probes = secret[:-1]
    before = _answers(reader, story, probes)
    editor.add(*secret)
    assert editor.search(CANARY)
    assert _answers(reader, story, probes) == before
    for record in probes:
        editor.retract(record.id)
    assert _answers(reader, story, probes) == before
    assert CANARY not in repr(before)
    editor.close()
    reader.close()


def test_a_hidden_record_does_not_stand_in_the_way(databases: Databases) -> None:
    """The same claim recorded by somebody who cannot see the sealed one is new, and both live on."""
    url = databases.fresh()
    editor, reader = Store.open(url), Store.open(url, clearance=Level.internal)
    editor.add(claim("one", level=Level.sealed))
    added = reader.add(claim("one"))
    assert (len(added.new), len(added.known), editor.count(Claim), reader.count(Claim)) == (1, 0, 2, 1)
    assert len(editor.add(claim("one", level=Level.sealed)).known) == 1
    assert editor.get(Claim, added.new[0].label).level is Level.internal
    editor.close()
    reader.close()


def test_nothing_is_more_public_than_what_it_stands_on(store: Store) -> None:
    records = said("The lock was shut.", who=agent("a deckhand", level=Level.sealed))
    store.add(*records)
    assert [s.level for s in store.find(Statement)] == [Level.sealed]


def test_nobody_records_above_their_clearance(databases: Databases) -> None:
    store = Store.open(databases.fresh(), clearance=Level.internal)
    with pytest.raises(InputError, match="you may not record what is sealed"):
        store.add(claim("one", level=Level.sealed))
    store.close()


def test_a_guessed_pointer_is_refused_like_a_wrong_one(databases: Databases) -> None:
    url = databases.fresh()
    editor, reader = Store.open(url), Store.open(url, clearance=Level.internal)
    hidden, seen = claim("hidden", level=Level.sealed), claim("seen")
    editor.add(hidden, seen)
    with pytest.raises(InputError, match=r"there is no claim"):
        reader.add(link(hidden, seen))
    assert reader.retract(hidden.id) == 0
    with pytest.raises(UnknownRecord, match="no record"):
        reader.redact(hidden.id, reason="none")
    editor.close()
    reader.close()


def test_the_log_is_checked_by_those_who_see_all(databases: Databases) -> None:
    store = Store.open(databases.fresh(), clearance=Level.confidential)
    for verb in (store.verify, store.checkpoint):
        with pytest.raises(InputError, match="may see everything"):
            verb()
    store.close()
