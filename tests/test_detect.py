"""Each detector finds its kind of conflict in both languages, and leaves alone what can all be true."""

from __future__ import annotations

import itertools
import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.detect import DETECTORS, detect, questions
from claims.findings import Finding
from claims.graph import ClaimGraph
from claims.models import Statement
from claims.trace import origins
from tests.statements import Row, dossier, figure, records, row, words

DENIAL_ZH = [
    row("早报", "码头工会", "晨港集团已将两台起重机转让给外地公司", said="2030-03-02", valid="../2030-03-02"),
    row(
        "集团公告",
        "晨港集团",
        "晨港集团从未把起重机转让给任何公司",
        said="2030-03-04",
        valid="../2030-03-04",
        act="denial",
    ),
]
DENIAL_EN = [
    row("Courier", "Ida Brask", "The ferry was halted for a week in May", said="2030-06-01", valid="2030-05"),
    row("Operator", "Jon Falk", "The ferry was never halted in May", said="2030-06-03", valid="2030-05", act="denial"),
]
SELF_EN = [
    row("Hearing", "Ida Brask", "No worker at the tannery has been laid off", said="2030-02-01", act="denial"),
    row("Radio", "Ida Brask", "We laid off nine workers at the tannery", said="2030-05-09", valid="2030-01"),
]
PROMISE_ZH = [
    row("发布会", "柳岸水务", "新水厂今年六月底前投产", said="2030-01-10", valid="../2030-06-30", act="promise"),
    row("巡查", "市督查室", "截至七月中旬新水厂仍未投产", said="2030-07-15", valid="2030-07-15"),
]
NUMERIC_EN = [
    row("Ledger", "Ida Brask", "The museum sold 4,200 tickets in March", said="2030-04-02", valid="2030-03",
        figures=[figure("4,200", 4200, "ticket")]),
    row("Audit", "City auditor", "The museum sold 2,900 tickets in March", said="2030-04-20", valid="2030-03",
        figures=[figure("2,900", 2900, "ticket")]),
]  # fmt: skip
TEMPORAL_ZH = [
    row("通报", "桥梁公司", "石门大桥的修复工程已于4月20日前完成", said="2030-05-01", valid="../2030-04-20"),
    row("走访", "项目经理", "石门大桥的修复工程要到8月底才能完工", said="2030-05-06", valid="2030-08"),
]
ATTRIBUTION_EN = [
    row("Weekly", "Ida Brask", "The price of the mill is far too high", said="2030-03-01"),
    row("Post", "Ida Brask", "I never said that about the price of the mill", said="2030-03-03", act="denial"),
]
RETRACTION_ZH = [
    row("晚讯一", "晚讯", "火灾造成310人受伤", publisher="晚讯", said="2030-02-01", valid="2030-01-31",
        figures=[figure("310人", 310, "人")]),
    row("晚讯二", "晚讯", "受伤人数应为31人", publisher="晚讯", said="2030-02-02", before="更正:本报昨日报道火灾造成310人受伤,有误。",
        figures=[figure("31人", 31, "人")]),
]  # fmt: skip
DRIFT_EN = [
    row("Transcript", "Ida Brask", "We hope to open the clinic by June if the permit comes", said="2030-01-15",
        valid="../2030-06", act="forecast"),
    row("Daily", "Ida Brask", "The clinic will open by June", said="2030-01-15", valid="../2030-06", act="promise"),
]  # fmt: skip
RECORD_EN = [
    row("Call", "Ida Brask", "We will deliver 900 trams this year", said="2030-02-01", act="forecast", valid="2030",
        figures=[figure("900", 900, "tram")]),
    row("Memo", "Works memo", "Brask's figure of 900 trams does not match our order book", said="2030-02-20",
        figures=[figure("900", 900, "tram")]),
]  # fmt: skip
ENTITY_EN = [
    row("Gazette", "Ida Brask", "The cranes were sold to Halvard Lines", said="2030-01-05"),
    row("Register", "Port registry", "The cranes were transferred to Ostmark Shipping", said="2030-01-09"),
]


def found(rows: list[Row]) -> list[str]:
    """The kinds of what is left to rule on."""
    return [f.kind.value for f in detect(dossier(rows)) if f.explained_by is None]


@pytest.mark.parametrize(
    "rows, kind",
    [
        (DENIAL_ZH, "denial"), (DENIAL_EN, "denial"), (SELF_EN, "self"), (PROMISE_ZH, "promise_outcome"),
        (NUMERIC_EN, "numeric"), (TEMPORAL_ZH, "temporal"), (ATTRIBUTION_EN, "attribution"),
        (RETRACTION_ZH, "retraction"), (DRIFT_EN, "drift"), (RECORD_EN, "denial"), (ENTITY_EN, "entity"),
    ],
)  # fmt: skip
def test_each_kind_is_found(rows: list[Row], kind: str) -> None:
    assert found(rows) == [kind]


def test_a_finding_gives_its_reason_question_and_both_values() -> None:
    (finding,) = detect(dossier(NUMERIC_EN))
    assert (finding.value_a, finding.value_b) == ("4,200", "2,900")
    assert "4,200" in finding.explanation
    assert "2,900" in finding.explanation
    assert finding.question is not None
    assert finding.question.endswith("?")


@pytest.mark.parametrize(
    "a, b",
    [
        # not all came: that fits some having come late
        (row("A", "客户", "三月的货没有交齐"), row("B", "厂方", "三月的货有一部分晚了几天才交付")),
        # nothing of ours went to others fits: it came to us
        (
            row("A", "Ida Brask", "No Norfell timber has ever gone to them"),
            row("B", "Jon Falk", "All logs passed to Norfell"),
        ),
        # asked is not stated
        (
            row("A", "Ida Brask", "The ferry was never halted"),
            row("B", "Jon Falk", "Was the ferry halted?", act="question"),
        ),
        # two parties, nothing shared but the deed
        (row("A", "渔业站", "青石镇没有召回奶粉"), row("B", "乳企", "北苑药厂召回退烧药")),
    ],
)
def test_what_can_all_be_true_is_left_alone(a: Row, b: Row) -> None:
    assert found([a, b]) == []


@pytest.mark.parametrize(
    "a, b, separator",
    [
        (row("A", "统计站", "游客约3万人", figures=[figure("约3万人", 30000, "人", "~")]),
         row("B", "景区", "游客29,400人", figures=[figure("29,400人", 29400, "人")]), "rounding"),
        (row("A", "Ida Brask", "The mill sold 40 tonnes of flour in May", valid="2030-05", figures=[figure("40 tonnes", 40, "tonne")]),
         row("B", "Jon Falk", "The mill sold 90 tonnes of flour in July", valid="2030-07", figures=[figure("90 tonnes", 90, "tonne")]), "time"),
        (row("A", "Ida Brask", "Bread at the mill shop costs 3 euros a loaf, tax excluded", figures=[figure("3 euros", 3, "EUR")]),
         row("B", "Jon Falk", "Bread at the mill shop costs 4 euros", figures=[figure("4 euros", 4, "EUR")]), "measure"),
        (row("A", "证券报", "晨港股价盘前一度跌3%", figures=[figure("3%", 3, "percent")]),
         row("B", "交易所", "晨港股价收涨1%", figures=[figure("1%", 1, "percent")]), "session"),
    ],
)  # fmt: skip
def test_what_only_looks_at_odds_is_explained(a: Row, b: Row, separator: str) -> None:
    (finding,) = detect(dossier([a, b]))
    assert finding.explained_by is not None
    assert finding.explained_by.value == separator


def test_two_claims_of_one_passage_never_contradict() -> None:
    told = records(DENIAL_EN)
    first, second = (record for record in told if isinstance(record, Statement))
    second.passage_id = first.passage_id
    assert detect(ClaimGraph.of(told)) == ()


def test_nothing_to_compare_gives_nothing() -> None:
    bare = row("A", "unnamed", "ok"), row("B", "unnamed", "12", figures=[figure("NaN", float("nan"))])
    assert (detect(ClaimGraph()), detect(dossier(list(bare)))) == ((), ())


def told(graph: ClaimGraph, findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    """The findings without their ids, which differ from run to run."""
    name = words(graph)
    return [(name[f.a], name[f.b], f.kind, f.explained_by, f.explanation) for f in findings]


EVERYTHING = [*DENIAL_ZH, *DENIAL_EN, *SELF_EN, *PROMISE_ZH, *NUMERIC_EN, *TEMPORAL_ZH, *RETRACTION_ZH, *DRIFT_EN]


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(chance: random.Random) -> None:
    plain = records(EVERYTHING)
    shuffled = list(plain)
    chance.shuffle(shuffled)
    graphs = [ClaimGraph.of(plain), ClaimGraph.of(shuffled)]
    one, other = (told(graph, detect(graph)) for graph in graphs)
    assert one == other


def test_many_statements_of_one_question_take_no_square_of_time() -> None:
    def seconds(count: int) -> float:
        rows = [
            row(f"Paper {n}", f"Voice {n}", f"The museum sold {n} tickets in March", valid="2030-03",
                figures=[figure(str(n), n, "ticket")])
            for n in range(count)
        ]  # fmt: skip
        graph = dossier(rows)
        started = process_time()
        detect(graph)
        return process_time() - started

    seconds(200)  # the word lists are read once
    assert seconds(4800) < 24 * max(seconds(600), 0.2)  # eight times as many: a square would be 64 times


def test_contested_questions_hold_positions_with_statements_and_origins() -> None:
    graph = dossier(NUMERIC_EN)
    (question,) = questions(graph, detect(graph), origins(graph))
    name = words(graph)
    held = {p.answer: ([name[s] for s in p.statements], p.origins) for p in question.positions}
    assert question.contested
    assert held == {
        "4,200": (["The museum sold 4,200 tickets in March"], 1),
        "2,900": (["The museum sold 2,900 tickets in March"], 1),
    }


def test_every_detector_tells_a_reader_what_it_does() -> None:
    assert all((detector.__doc__ or "").endswith(".") for detector in DETECTORS)


def test_all_pairs_of_kinds_together_find_the_same() -> None:
    pairs = itertools.combinations([DENIAL_EN, NUMERIC_EN, TEMPORAL_ZH, PROMISE_ZH], 2)
    assert all(sorted(found([*a, *b])) == sorted(found(a) + found(b)) for a, b in pairs)
