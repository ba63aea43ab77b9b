"""Any sequence of writes, on either database, answers like a dictionary that is kept beside it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from claims.models import Claim
from claims.store import Store
from claims.vocabulary import Level
from tests.databases import Databases
from tests.records import claim

TEXTS = ("渡轮停航", "渡輪停航", "渡轮 8.5万", "The ferry stopped", "ferry", "港口", "", "渡")
TRIES = {"sqlite": 50, "postgresql": 8}


class Kept(RuleBasedStateMachine):
    """The store on one side; on the other, every claim ever recorded with the moments it was live."""

    databases: Databases

    def __init__(self) -> None:
        super().__init__()
        self.store = Store.open(self.databases.fresh(), user="Ada")
        self.rows: list[dict[str, Any]] = []  # id, text, level, since, until
        self.moments: list[Any] = []

    @rule(
        texts=st.lists(st.sampled_from([t for t in TEXTS if t]), min_size=1, max_size=4), level=st.sampled_from(Level)
    )
    def add(self, texts: list[str], level: Level) -> None:
        """Add some claims: those that are here already, as openly or more so, stay."""
        given = [claim(text, level=level) for text in texts]
        new = []
        for one in given:
            same = [row for row in self._live() if row["text"] == one.text and row["level"].rank <= level.rank]
            if not same:
                row = {"id": one.id, "text": one.text, "level": level, "since": None, "until": None}
                self.rows.append(row)
                new.append(row)
        added = self.store.add(*given)
        assert {record.id for record in added.new} == {row["id"] for row in new}
        self._tick(new, "since")

    @precondition(lambda self: self._live())
    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        """Take some live claims back."""
        rows = data.draw(
            st.lists(st.sampled_from(self._live()), min_size=1, max_size=3, unique_by=lambda row: row["id"])
        )
        assert self.store.retract(*(row["id"] for row in rows)) == len(rows)
        self._tick(rows, "until")

    def _tick(self, rows: list[dict[str, Any]], name: str) -> None:
        moment = self.store.moment()
        if rows:
            self.moments.append(moment)
        for row in rows:
            row[name] = moment

    def _live(self) -> list[dict[str, Any]]:
        return [row for row in self.rows if row["until"] is None]

    @invariant()
    def the_present_is_as_kept(self) -> None:
        """Records, counts and search agree with what is kept."""
        live = self._live()
        assert {record.id for record in self.store.find(Claim)} == {row["id"] for row in live}
        assert self.store.count(Claim, Claim.text == "港口") == sum(row["text"] == "港口" for row in live)
        found = {hit.record.id for hit in self.store.search("渡轮", 100)}
        assert found == {row["id"] for row in live if "渡轮" in row["text"] or "渡輪" in row["text"]}

    @precondition(lambda self: self.moments)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        """Every moment answers as it did then."""
        moment = data.draw(st.sampled_from(self.moments))
        then = {
            row["id"] for row in self.rows if row["since"] <= moment and (row["until"] is None or row["until"] > moment)
        }
        assert {record.id for record in self.store.as_of(moment).find(Claim)} == then

    def teardown(self) -> None:
        """The log agrees at the end, too."""
        assert self.store.verify(self.store.checkpoint()).problems == ()
        self.store.close()
        self.databases.done()


def test_any_sequence_of_writes(databases: Databases) -> None:
    machine = type("KeptHere", (Kept,), {"databases": databases})
    few = settings(
        max_examples=TRIES[databases.dialect],
        stateful_step_count=12,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=few)


@pytest.mark.parametrize("level", Level)
def test_a_level_is_kept(store: Store, level: Level) -> None:
    store.add(claim("one", level=level))
    assert [record.level for record in store.find(Claim)] == [level]
