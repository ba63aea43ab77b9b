"""The whole way in memory: files in, sourced and dated statements out, in the format the scorer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.check import annotate, check, compare
from claims.errors import InputError

WIRE = """Harbour board to sell the old pier

QUAYTON - The harbour board will sell the old pier, chairwoman Ada Thorne said on Friday. "We have never closed it," she said.

About 300 boats used the pier in 2030.
"""
NOTE = """码头启用三年，去年共停靠船只312艘。管委会主任谢望川表示，码头从未关闭。
"""
META = {
    "wire": {
        "title": "Harbour board to sell the old pier", "publisher": "Quayton Courier", "lang": "en", "kind": "article",
        "url": "https://courier.example/pier", "published_at": "2031-05-09T08:00:00+00:00",
    },
    "note": {
        "title": "码头通报", "publisher": "渡口晚报", "lang": "zh", "kind": "article",
        "url": "https://wanbao.example/1", "published_at": "2031-05-10T08:00:00+08:00",
    },
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents and their meta.json."""
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    (tmp_path / "meta.json").write_text(json.dumps(META, ensure_ascii=False), "utf-8")
    return tmp_path


def rows(folder: Path) -> dict[str, dict[str, object]]:
    answer = check([folder]).as_json()
    return {row["quote"]: row for document in answer["documents"] for row in document["statements"]}


def test_every_quote_stands_in_its_document_at_its_offsets(folder: Path) -> None:
    texts = {"wire": WIRE, "note": NOTE}
    answer = check([folder]).as_json()
    assert [d["id"] for d in answer["documents"]] == ["note", "wire"]
    assert all(
        texts[document["id"]][row["start"] : row["end"]] == row["quote"]
        for document in answer["documents"]
        for row in document["statements"]
    )


def test_a_statement_says_who_through_whom_and_what_they_do(folder: Path) -> None:
    row = next(row for quote, row in rows(folder).items() if "closed it" in quote)
    assert (row["speaker"], row["chain"], row["modality"]) == (
        "Ada Thorne",
        ["Quayton Courier", "Ada Thorne"],
        "denial",
    )


def test_narration_is_the_publishers_own_and_dated_by_its_document(folder: Path) -> None:
    row = next(row for quote, row in rows(folder).items() if "300 boats" in quote)
    assert (row["speaker"], row["said_on"], row["about"]) == ("Quayton Courier", "2031-05-09", "2030")


def test_the_answer_is_plain_json_with_statement_ids_of_its_document(folder: Path) -> None:
    answer = json.loads(json.dumps(check([folder]).as_json()))
    ids = {row["id"] for document in answer["documents"] for row in document["statements"]}
    told = [i for origin in answer["origins"] for i in origin["statements"]] + [i for g in answer["same"] for i in g]
    assert told
    assert set(told) <= ids
    assert all(label.split(".s")[0] in {"wire", "note"} for label in ids)


def test_what_was_left_out_comes_with_its_reason(folder: Path) -> None:
    left = check([folder]).left_out
    assert left
    assert all(one.why for _, one in left)


def test_progress_is_told_for_each_document(folder: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    check([folder], progress=lambda *told: seen.append(told))
    assert seen == [("note", 0, 2), ("wire", 1, 2)]


def test_the_same_folder_gives_the_same_answer_twice(folder: Path) -> None:
    assert check([folder]).as_json() == check([folder]).as_json()


def test_a_missing_path_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        check([tmp_path / "nowhere"])


def test_annotate_gives_times_quantities_and_attributions() -> None:
    answer = annotate(
        {"id": 7, "text": "Ada Thorne said on 9 May 2031 that 300 boats had sunk.", "lang": "en", "anchor": None}
    )
    assert answer["id"] == 7
    assert [row["edtf"] for row in answer["times"]] == ["2031-05-09"]
    assert [row["speaker"] for row in answer["attributions"]] == ["Ada Thorne"]


def test_compare_takes_two_sentences_and_refuses_an_empty_one() -> None:
    assert compare("The pier was closed.", "The pier was closed.", "en").relation in ("entails", "neutral")
    with pytest.raises(InputError, match="no words"):
        compare("The pier was closed.", " ", "en")
