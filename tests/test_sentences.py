"""Sentences and languages: where a sentence ends, and in which tongue it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.language import language_of
from claims.reading.sentences import LONGEST, paragraphs, sentences

ZH = [
    ("他走了。她没走！真的吗？", ["他走了。", "她没走！", "真的吗？"]),
    ("老板说：“先等等。别急！”然后走了。", ["老板说：“先等等。别急！”", "然后走了。"]),
    ("第一条：价格不变；第二条：时间不变。", ["第一条：价格不变；", "第二条：时间不变。"]),
    ("标题没有句号\n正文有。", ["标题没有句号", "正文有。"]),
    ("水温是3.5度。好。", ["水温是3.5度。", "好。"]),
]
EN = [
    ("It rained. We stayed in.", ["It rained.", "We stayed in."]),
    (
        "Mr. Bell met Dr. Ash at 3.5 p.m. on Main St. yesterday.",
        ["Mr. Bell met Dr. Ash at 3.5 p.m. on Main St. yesterday."],
    ),
    ("The crates went to Q. In return, salt came.", ["The crates went to Q.", "In return, salt came."]),
    ("J. K. Marsh left. So did P. Low.", ["J. K. Marsh left.", "So did P. Low."]),
    ('"Is it over?" she asked. "No!" He left.', ['"Is it over?" she asked.', '"No!"', "He left."]),
    ("A title\nA line of text.", ["A title", "A line of text."]),
]


@pytest.mark.parametrize("language, text, expected", [("zh", *row) for row in ZH] + [("en", *row) for row in EN])
def test_sentences(language: str, text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text, 0, len(text), language)] == expected


@given(st.text(alphabet="他说好。！？“”；\n .a\"'A1", max_size=200), st.sampled_from(["zh", "en"]))
def test_sentences_are_in_order_and_lose_nothing(text: str, language: str) -> None:
    spans = sentences(text, 0, len(text), language)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())


def test_a_text_without_a_stop_is_cut() -> None:
    text = "字" * (3 * LONGEST)
    assert [s.end - s.start for s in sentences(text, 0, len(text), "zh")] == [LONGEST] * 3


def test_paragraphs() -> None:
    text = "one\n\n  two  \nthree"
    assert [text[s.start : s.end] for s in paragraphs(text, 0, len(text))] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "text, language",
    [
        ("这家公司昨天发布了公告。", "zh"),
        ("這家公司昨天發佈了公告。", "zh-Hant"),
        ("The company put out a notice on Monday, and it was long.", "en"),
        ("Acme Corp 公司昨天发布公告称 Model T 停产", "zh"),
        ("", "und"),
        ("12345", "und"),
        ("La société a publié un communiqué hier soir et personne ne répond.", "und"),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language
