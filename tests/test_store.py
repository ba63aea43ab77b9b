"""The store: records go in once, whole or not at all, and stay as they were; on both databases."""

import random
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from claims.errors import InputError, StoreError, UnknownRecord
from claims.models import Agent, Capture, Claim, Judgement, Link, Passage, Record, Statement
from claims.store import Store
from claims.vocabulary import Level
from tests.databases import Databases
from tests.records import agent, claim, link, said, source


def test_what_goes_in_comes_out(store: Store) -> None:
    """Every kind of value: figures to the last digit, moments to the microsecond, days, words, lists."""
    given = claim(
        "港口吞吐量为12345678901234567.89万吨",
        language="zh",
        value_low=Decimal("12345678901234567.890"),
        unit="t",
        comparator=">=",
        figures=[{"value": Decimal("1.10"), "words": "一"}],
        valid_on="2024-05/2024-06",
        negated=True,
    )
    store.add(given)
    back = store.get(Claim, given.id)
    assert back.model_dump() == given.model_dump()
    assert (back.value_low, back.figures) == (Decimal("12345678901234567.89"), [{"value": "1.1", "words": "一"}])
    assert back.key == given.identity()


def test_a_moment_elsewhere_is_the_same_moment_here(store: Store) -> None:
    document, capture = source("text")
    capture.captured_at = datetime(2024, 5, 1, 20, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    store.add(document, capture)
    assert store.get(Capture, capture.id).captured_at == datetime(2024, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


def test_any_order_will_do(store: Store) -> None:
    records = said("The lock was shut.")
    random.Random(1).shuffle(records)
    assert len(store.add(*records).new) == 6
    assert [s.quote for s in store.graph().said] == ["The lock was shut."]


def test_adding_again_changes_nothing(store: Store) -> None:
    store.add(*said("The lock was shut."))
    before = store.checkpoint()
    again = store.add(*said("The lock was shut."))
    assert (len(again.new), len(again.known), store.checkpoint()) == (0, 6, before)


def test_pointers_follow_the_record_that_stays(store: Store) -> None:
    first = store.add(agent()).new[0]
    records = said("The lock was shut.")
    added = store.add(*records)
    (statement,) = store.find(Statement)
    assert statement.speaker_id == first.id == added.ids[records[0].id]
    assert statement.chain[0]["agent_id"] == first.id


def test_the_same_twice_in_one_batch_is_one(store: Store) -> None:
    added = store.add(claim("one"), claim("one"), claim("two"))
    assert (len(added.new), len(added.known), len(added.ids), store.count(Claim)) == (2, 0, 3, 2)


def test_a_retracted_record_can_be_recorded_again(store: Store) -> None:
    first = claim("one")
    store.add(first)
    assert store.retract(first.id) == 1
    assert store.retract(first.id) == 0
    again = store.add(first)
    assert [r.id for r in store.find(Claim)] == [again.new[0].id] != [again.ids]
    assert len(store.find(Claim, retracted=True)) == 2


def test_retracting_cascades_nothing(store: Store) -> None:
    records = said("The lock was shut.")
    store.add(*records)
    store.retract(next(r.id for r in records if isinstance(r, Claim)))
    assert (store.count(Claim), store.count(Statement), store.graph().said) == (0, 1, ())


def test_who_and_when(store: Store) -> None:
    one = store.add(claim("one")).new[0]
    other = store.add(claim("two", recorded_by="Bo")).new[0]
    assert (one.recorded_by, other.recorded_by) == ("Ada", "Bo")
    assert one.recorded_at < other.recorded_at


def test_all_or_nothing(store: Store) -> None:
    stray = Statement.made(
        passage_id="nowhere", passage_key="k", claim_id="none", claim_key="k", speaker_id="nobody", speaker="x",
        speech="direct", act="assertion",
    )  # fmt: skip
    with pytest.raises(InputError, match="there is no passage 'nowhere'"):
        store.add(*said("The lock was shut."), stray)
    assert (store.count(Claim), store.revision(), store.search("lock")) == (0, 0, [])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: claim("a\0b"), "Claim: a text holds a NUL"),
        (lambda: claim("a\ud800b"), "half a character|valid string"),
        (lambda: claim("x", figures=[{"value": float("nan")}]), "Claim: a figure is not a number"),
        (lambda: claim("x", figures=[{"value": 1e400}]), "Claim: a figure is not a number"),
        (lambda: claim("x", value_low=Decimal("Infinity")), "finite|not a number"),
        (lambda: claim("x", figures=[{"value": object()}]), "Claim: a value of type 'object' has no canonical text"),
        (lambda: Agent(name="", kind="person"), "Agent.name: "),
        (lambda: Agent(name="x", kind="wizard"), "Agent.kind: "),
        (lambda: Passage(capture_id="c", capture_key="k", start=0, end=2**40, exact="x"), "Passage.end: .* too large"),
        (lambda: Agent.made(name="x", kind="person", context="\ud83d"), "half a character"),
    ],
)
def test_what_does_not_fit_is_refused(store: Store, wrong: Any, told: str) -> None:
    """A table class validates nothing by itself, and no two databases keep these alike."""
    with pytest.raises(InputError, match=told):
        store.add(wrong())
    assert store.revision() == 0


def test_a_text_may_speak_of_nul(store: Store) -> None:
    r"""The six characters \u0000 are not the character."""
    assert store.add(claim(r"the file held \u0000 bytes")).new


def test_the_keys_of_what_is_pointed_at_must_agree(store: Store) -> None:
    records = said("The lock was shut.")
    next(r for r in records if isinstance(r, Statement)).claim_key = "0" * 64
    with pytest.raises(InputError, match="claim_key is not the key"):
        store.add(*records)


def test_the_ends_of_a_link_stand_in_order(store: Store) -> None:
    low, high = sorted((claim("one"), claim("two")), key=lambda c: c.key)
    wrong = link(low, high, a_id=high.id, b_id=low.id, a_key=high.key, b_key=low.key)
    with pytest.raises(InputError, match="order of their keys"):
        store.add(low, high, wrong)


def test_two_judgements_of_one_link_are_two(store: Store) -> None:
    one, other = claim("one"), claim("two")
    proposed = link(one, other)
    store.add(one, other, proposed)
    for ruling in ("contradict", "compatible"):
        store.add(Judgement.made(link_id=proposed.id, link_key=proposed.key, ruling=ruling))
    standing = store.graph().judgement_of(proposed.id)
    assert (store.count(Judgement), standing and standing.ruling) == (2, "compatible")


# ── get, find ───────────────────────────────────────────────────────────────


def test_names_of_a_record(store: Store) -> None:
    one = claim("one")
    store.add(one, claim("two"))
    names = (one.id, one.label, one.label.lower(), one.key, one.key[:6])
    assert {store.get(Claim, name).id for name in names} == {one.id}


@pytest.mark.parametrize(
    "name", ["", "C-", "C-00000000", "A-00000000", "zz", "%", "C-________", "no such thing", "0" * 65]
)
def test_a_name_of_nothing(store: Store, name: str) -> None:
    store.add(claim("one"))
    with pytest.raises(UnknownRecord, match="no claim"):
        store.get(Claim, name)


def test_an_ambiguous_beginning_says_so(store: Store) -> None:
    """Two keys that begin alike are found by trying: 6 digits take some thousands of claims."""
    seen: dict[str, Claim] = {}
    for number in range(100_000):
        one = claim(str(number))
        if one.key[:6] in seen:
            break
        seen[one.key[:6]] = one
    store.add(one, seen[one.key[:6]])
    with pytest.raises(UnknownRecord, match="names several claims"):
        store.get(Claim, one.key[:6])
    assert store.get(Claim, one.key[:12]).text == one.text


@pytest.mark.parametrize("order", [None, Claim.subject, "subject", sa.desc(Claim.subject), Claim.recorded_at])
def test_pages_follow_each_other(store: Store, order: Any) -> None:
    """Page after page holds every record once, in the order of one long page, also where values repeat or lack."""
    subjects = ["港口", "Zoo", "a", "Ähre", None, "港口", None, "é", "b", "a"]
    store.add(*(claim(f"c{n}", subject=subject) for n, subject in enumerate(subjects)))
    long = [record.id for record in store.find(Claim, order=order)]
    pages: list[str] = []
    while page := store.find(Claim, order=order, limit=3, after=pages[-1] if pages else None):
        pages += [record.id for record in page]
    assert pages == long
    assert sorted(pages) == sorted(record.id for record in store.find(Claim))


def test_text_sorts_alike_everywhere(store: Store) -> None:
    store.add(*(claim(text, subject=text) for text in ("b", "B", "a", "ä", "中", "一")))
    assert [c.subject for c in store.find(Claim, order=Claim.subject)] == ["B", "a", "b", "ä", "一", "中"]


def test_conditions(store: Store) -> None:
    store.add(claim("one", subject="x"), claim("two", subject="y"), claim("three", subject="x"))
    assert store.count(Claim, Claim.subject == "x") == len(store.find(Claim, Claim.subject == "x")) == 2


# ── the past ────────────────────────────────────────────────────────────────


def test_as_of(store: Store) -> None:
    """Every moment answers as it did then, whatever was added or taken back since."""
    answers = []
    live: list[str] = []
    rng = random.Random(7)
    for number in range(12):
        if live and rng.random() < 0.4:
            store.retract(live.pop(rng.randrange(len(live))))
        else:
            one = claim(f"the ferry sank {number}")
            store.add(one)
            live.append(one.id)
        moment = store.moment()
        assert moment
        answers.append((moment, sorted(live)))
    for moment, known in answers:
        then = store.as_of(moment)
        assert sorted(record.id for record in then.find(Claim)) == known == sorted(then.graph().claims)
        assert sorted(hit.record.id for hit in then.search("ferry", models=(Claim,))) == known
        assert then.count(Claim) == len(known)


def test_the_past_cannot_be_written(store: Store) -> None:
    store.add(claim("one"))
    moment = store.moment()
    assert moment
    with pytest.raises(StoreError, match="cannot be changed"):
        store.as_of(moment).add(claim("two"))
    with pytest.raises(InputError, match="no time zone"):
        store.as_of(datetime(2024, 1, 1))


# ── never edited ────────────────────────────────────────────────────────────

HARMLESS = {"retracted_at", "retracted_by"}


def _run(store: Store, statement: str) -> None:
    with store._gate.writing() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("model", [Agent, Capture, Passage, Claim, Statement, Link])
def test_the_database_refuses_to_edit(store: Store, model: type[Record]) -> None:
    one, other = claim("one"), claim("two")
    store.add(*said("The lock was shut."), one, other, link(one, other))
    columns = {column.name for column in model.__table__.columns} - HARMLESS  # type: ignore[attr-defined]
    for column in columns:
        with pytest.raises(sa.exc.DBAPIError, match="never edited"):
            _run(store, f'UPDATE {model.__tablename__} SET "{column}" = {_other(model, column)}')  # type: ignore[attr-defined]
    with pytest.raises(sa.exc.DBAPIError, match="never deleted"):
        _run(store, f"DELETE FROM {model.__tablename__}")


def _other(model: type[Record], column: str) -> str:
    """Another value of the column's type, in SQL."""
    kind = model.__table__.columns[column].type  # type: ignore[attr-defined]
    if isinstance(kind, sa.Integer):
        return "99"
    if isinstance(kind, sa.Boolean):
        return "NOT negated"
    if isinstance(kind, sa.JSON):
        return "'[1]'"
    return "'2001-01-01'"


def test_a_retraction_stays(store: Store) -> None:
    store.retract(store.add(claim("one")).new[0].id)
    with pytest.raises(sa.exc.DBAPIError, match="retracted once"):
        _run(store, "UPDATE claim SET retracted_at = NULL")


def test_the_log_is_written_once(store: Store) -> None:
    store.add(claim("one"))
    for statement in ("UPDATE event SET body = '{}'", "UPDATE event SET body = NULL, salt = ''", "DELETE FROM event"):
        with pytest.raises(sa.exc.DBAPIError, match="written once"):
            _run(store, statement)


def test_changing_a_record_in_hand_changes_nothing(store: Store) -> None:
    store.add(claim("one"))
    (held,) = store.find(Claim)
    held.text = "two"
    assert [c.text for c in store.find(Claim)] == ["one"]


# ── together ────────────────────────────────────────────────────────────────


def test_two_who_add_the_same_at_once(databases: Databases) -> None:
    """One wins, nobody is told of an error, and both hear of the same record."""
    from concurrent.futures import ThreadPoolExecutor

    url = databases.fresh()
    desks = [Store.open(url, user=name) for name in ("Ada", "Bo", "Cy")]

    def work(desk: Store) -> list[str]:
        return [next(iter(desk.add(agent(f"office {n}")).ids.values())) for n in range(15)]

    with ThreadPoolExecutor(3) as pool:
        heard = list(pool.map(work, desks))
    assert heard[0] == heard[1] == heard[2]
    assert desks[0].count(Agent) == 15
    assert desks[0].verify().problems == ()
    for desk in desks:
        desk.close()


def test_a_refusal_repeats_nothing_of_the_data(store: Store) -> None:
    """What a database says of a row it refuses may quote the row; the sentence for people does not."""
    store.add(claim("the canary", id="canary"))
    values = store.find(Claim)[0].model_dump()
    with pytest.raises(StoreError, match="refused") as raised, store._writing() as connection:
        connection.execute(sa.insert(Claim.__table__), values)  # type: ignore[attr-defined]
    assert "canary" not in str(raised.value)


def test_levels_are_ranked() -> None:
    assert [level.rank for level in Level] == [0, 1, 2, 3]
