"""Where statements come from, which say the same, how one utterance was worded, what falls due, who answered."""

from __future__ import annotations

from datetime import date

from claims.graph import ClaimGraph
from claims.trace import docket, origins, renditions, replies, same_claims
from claims.trace.groups import Groups
from tests.statements import dossier, figure, row, words

MINE = [figure("410 tonnes", 410, "tonne")]
STORY = [
    row("Call", "Ida Brask", "The quarry shipped 410 tonnes of slate in May", said="2030-06-02", valid="2030-05",
        figures=MINE, kind="transcript", speech="direct"),
    row("Call", "Ida Brask", "No road was damaged", said="2030-06-02", kind="transcript", act="denial"),
    row("Daily", "Ida Brask", "410 tonnes of slate were shipped by the quarry in May", said="2030-06-02", valid="2030-05",
        figures=MINE),
    row("Daily", "unnamed: a driver", "The trucks were overloaded every night", published="2030-06-03"),
]  # fmt: skip


def grouped(graph: ClaimGraph, groups: tuple[tuple[str, ...], ...]) -> list[set[str]]:
    """Groups of ids as groups of words."""
    name = words(graph)
    return [{name[i] for i in group} for group in groups]


def test_restatements_are_grouped_across_documents() -> None:
    graph = dossier(STORY)
    assert grouped(graph, same_claims(graph)) == [{STORY[0]["words"], STORY[2]["words"]}]


def test_restatements_are_grouped_across_languages() -> None:
    rows = [
        row(
            "Wire",
            "Ida Brask",
            "The fund lent 30 million euros to the port",
            figures=[figure("30 million euros", 30_000_000, "EUR")],
        ),
        row("通讯社", "Ida Brask", "基金向港口提供贷款3000万欧元", figures=[figure("3000万欧元", 30_000_000, "EUR")]),
    ]
    graph = dossier(rows)
    assert grouped(graph, same_claims(graph)) == [{r["words"] for r in rows}]


def test_another_figure_or_a_denial_is_not_the_same_claim() -> None:
    rows = [
        row("A", "Ida Brask", "The quarry shipped 410 tonnes of slate in May", figures=MINE),
        row(
            "B", "Jon Falk", "The quarry shipped 90 tonnes of slate in May", figures=[figure("90 tonnes", 90, "tonne")]
        ),
        row("C", "Jon Falk", "The quarry shipped no slate in May", act="denial"),
    ]
    assert same_claims(dossier(rows)) == ()


def test_two_reports_of_one_saying_have_one_origin() -> None:
    graph = dossier(STORY)
    name = words(graph)
    told = [({name[i] for i in origin.statements}, origin.name.split(",")[0]) for origin in origins(graph)]
    assert told == [
        ({STORY[0]["words"], STORY[1]["words"], STORY[2]["words"]}, "Ida Brask"),
        ({STORY[3]["words"]}, "unnamed: a driver"),
    ]


def test_verbatim_copies_are_one_origin() -> None:
    text = "Three wagons left the track near the old mill on Sunday night"
    rows = [row(f"Site {n}", f"Site {n}", text, said="2030-02-03") for n in range(5)]
    (origin,) = origins(dossier(rows))
    assert len(origin.statements) == 5


def test_an_origin_without_a_name_says_so() -> None:
    *_, last = origins(dossier(STORY))
    assert "not named" in last.why
    assert not last.held


def test_renditions_show_what_changed() -> None:
    rows = [
        row("Call", "Ida Brask", "We hope to reopen the quarry by June if the permit comes", said="2030-01-05", act="forecast",
            speech="direct", valid="../2030-06"),
        row("Daily", "Ida Brask", "The quarry will reopen by June", said="2030-01-05", act="promise", valid="../2030-06"),
    ]  # fmt: skip
    (ladder,) = renditions(dossier(rows))
    slots = {slot: (theirs, first) for slot, theirs, first in ladder.renditions[1].differs}
    assert (ladder.speaker, slots["act"], slots["hedge"]) == ("Ida Brask", ("promise", "forecast"), ("", "reserve"))


def test_the_docket_lists_what_falls_due_first_and_marks_what_is_overdue() -> None:
    rows = [
        row("A", "Ida Brask", "The debt will be repaid by the end of 2031", act="promise", due="../2031-12-31"),
        row("A", "Ida Brask", "The clinic will open in March", act="promise", due="2030-03"),
        row("A", "Ida Brask", "Prices may rise one day", act="forecast"),
        row("A", "Ida Brask", "The clinic is small"),
    ]
    graph = dossier(rows)
    name = words(graph)
    told = [(name[due.statement], due.due, due.overdue) for due in docket(graph, date(2030, 7, 1))]
    assert told == [
        (rows[1]["words"], date(2030, 3, 31), True),
        (rows[0]["words"], date(2031, 12, 31), False),
        (rows[2]["words"], None, False),
    ]


def test_replies_tell_denied_from_silent() -> None:
    rows = [
        row("Wire", "Jon Falk", "Ida Brask dumped waste into the canal", said="2030-03-01", subject="Ida Brask"),
        row("Wire", "Jon Falk", "Ida Brask bribed the harbour master", said="2030-03-01", subject="Ida Brask"),
        row("Post", "Ida Brask", "I have never dumped waste into the canal", said="2030-03-02", act="denial"),
    ]
    graph = dossier(rows)
    name = words(graph)
    told = {name[reply.allegation]: reply.answer.value for reply in replies(graph) if reply.party == "idabrask"}
    assert told == {rows[0]["words"]: "denied", rows[1]["words"]: "evaded"}


def test_an_empty_dossier_has_nothing_to_trace() -> None:
    empty = ClaimGraph()
    assert (origins(empty), same_claims(empty), renditions(empty), docket(empty, date(2030, 1, 1)), replies(empty)) == (
        (), (), (), (), (),
    )  # fmt: skip


def test_groups_do_not_depend_on_the_order_of_joining() -> None:
    one, other = Groups("abcdef"), Groups("abcdef")
    for a, b in ("ab", "bc", "ef"):
        one.join(a, b)
    for a, b in ("fe", "ca", "bc"):
        other.join(a, b)
    assert [set(g) for g in one.all()] == [set(g) for g in other.all()] == [{"a", "b", "c"}, {"d"}, {"e", "f"}]
