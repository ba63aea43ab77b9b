"""Words pointed at are found again exactly, also where they repeat and after the text has changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.selectors import TextPosition, TextQuote, find, from_json, point

TEXT = "桥去年通车。市长说桥是安全的。工程师说桥是安全的，但需限重。The bridge is safe, she said."


def test_a_pointer_holds_the_words_their_place_and_their_surroundings() -> None:
    pointer = point("abc桥是安全的def", 3, 8)
    assert (pointer.quote, pointer.position) == (TextQuote("桥是安全的", "abc", "def"), TextPosition(3, 8))


@given(st.text(min_size=1, max_size=80), st.data())
def test_every_stretch_of_any_text_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pointer = point(text, start, end)
    assert find(text, pointer.quote, pointer.position) == pointer.position


@pytest.mark.parametrize("number", [1, 2])
def test_repeats_are_told_apart_by_their_surroundings(number: int) -> None:
    start = [i for i in range(len(TEXT)) if TEXT.startswith("桥是安全的", i)][number - 1]
    pointer = point(TEXT, start, start + 5)
    moved = "（更新）" + TEXT
    assert find(moved, pointer.quote) == TextPosition(start + 4, start + 9)


CASES = {
    "the words are gone": ("The bridge was closed.", TextQuote("is safe"), None, None),
    "repeats without surroundings": ("no no no", TextQuote("no"), None, None),
    "the nearest of equal repeats": ("no no no", TextQuote("no"), TextPosition(4, 6), TextPosition(3, 5)),
    "overlapping repeats": ("aaab", TextQuote("aa", "a", "b"), None, TextPosition(1, 3)),
    "no words at all": ("text", TextQuote(""), None, None),
    "an accent is another word": ("resume", TextQuote("résumé"), None, None),
}


@pytest.mark.parametrize(("text", "quote", "near", "expected"), CASES.values(), ids=CASES.keys())
def test_finding(text: str, quote: TextQuote, near: TextPosition | None, expected: TextPosition | None) -> None:
    assert find(text, quote, near) == expected


def test_the_json_is_a_web_annotation_resource_and_reads_back() -> None:
    pointer = point(TEXT, 6, 14)
    told = json.loads(json.dumps(pointer.as_json("https://example.org/bridge")))
    assert told["type"] == "SpecificResource"
    assert [selector["type"] for selector in told["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
    assert from_json(told) == (pointer.quote, pointer.position)


def test_a_quote_without_a_position_reads_back() -> None:
    told = {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "safe"}}
    assert from_json(told) == (TextQuote("safe"), None)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"selector": []},
        {"selector": {"type": "TextQuoteSelector", "exact": ""}},
        {
            "selector": [
                {"type": "TextQuoteSelector", "exact": "a"},
                {"type": "TextPositionSelector", "start": 3, "end": 1},
            ]
        },
    ],
)
def test_an_annotation_that_points_at_nothing_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(InputError):
        from_json(told)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 99)])
def test_no_pointer_to_what_is_not_there(start: int, end: int) -> None:
    with pytest.raises(InputError, match="characters"):
        point("text", start, end)
