"""Conflicts that show in the words themselves, without a listed event; and what only looks like one."""

from __future__ import annotations

import pytest

from claims.detect import detect
from tests.statements import Row, dossier, figure, row

SIREN = row("Courier", "Ida Brask", "The harbour beacon did not blink on 9 May", said="2030-05-10", valid="2030-05-09",
            act="denial")  # fmt: skip
SIREN_DID = row("Radio", "Jon Falk", "the harbour beacon blinked on 9 May", said="2030-05-11", valid="2030-05-09")
OTHER_THING = row("Radio", "Jon Falk", "the mountain chapel blinked on 9 May", said="2030-05-11", valid="2030-05-09")
QUIT = row("Rally", "Ida Brask", "If the tram is late I shall resign", said="2030-01-03", act="forecast")
NEVER_QUIT = row("Hearing", "Ida Brask", "I have never offered to resign over a tram", said="2030-06-03", act="denial")
AWARDED = row("公告", "港务处", "石门码头改造合同授予了晨港建设公司", said="2030-01-05")
AWARDED_OTHER = row("早报", "柳岸水务", "石门码头改造合同授予了晨港海工公司", said="2030-01-07")
PEAK = row("年报", "柳岸水务", "水库渗漏量为3升/秒", said="2030-03-02", valid="2030-03-01",
           figures=[figure("3升/秒", 3, "升/秒")])  # fmt: skip
CEILING = row("论证", "市督查室", "水库渗漏量从未超过5升/秒", said="2030-03-04", valid="2030-03-01",
              figures=[figure("5升/秒", 5, "升/秒")])  # fmt: skip
PLANNED = row("规划", "柳岸水务", "石门闸今年六月底前下水试航", said="2030-01-10", valid="../2030-06-30", act="promise")
UNDONE = row("巡查", "市督查室", "截至七月中旬石门闸仍未下水试航", said="2030-07-15", valid="2030-07-15", act="denial")


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([SIREN, SIREN_DID], ["denial"]),
        ([SIREN, OTHER_THING], []),
        ([QUIT, NEVER_QUIT], ["self"]),
        ([AWARDED, AWARDED_OTHER], ["entity"]),
        ([PEAK, CEILING], []),
        ([PLANNED, UNDONE], ["promise_outcome"]),
    ],
    ids=["denied", "another thing", "never offered", "another firm", "ceiling", "still undone"],
)
def test_conflicts_that_show_in_the_words(rows: list[Row], kinds: list[str]) -> None:
    found = [finding.kind.value.rstrip("_") for finding in detect(dossier(rows)) if finding.explained_by is None]
    assert found == kinds
