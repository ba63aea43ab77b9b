"""Search: what stands in a text is found, nothing else is, and any text may be typed; alike on both databases."""

import random

import pytest

from claims.models import Agent, Capture, Claim, Document, Passage
from claims.store import Store
from claims.store.words import Phrase, figures, fold, query, words
from tests.records import agent, claim, said, source

SYLLABLES = "港口渡轮码头潮水灯塔船长货物统计局公布数据称本月上升下降人次吨位的了在是不我有和就"


def _texts(count: int, seed: int = 3) -> list[str]:
    """Chinese texts with marks, figures and foreign words between, every short run of characters common."""
    rng = random.Random(seed)
    parts = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 9))) for _ in range(60)]
    others = ["，", "。", " ", "、", "5.2%", "2024年", "COVID-19", "Port", "（", "）"]
    return [
        "".join(rng.choice(parts) + rng.choice(others) for _ in range(rng.randint(1, 8))) + str(n) for n in range(count)
    ]


def test_chinese_is_found_whole_and_exactly(store: Store) -> None:
    """For runs of 1 to 6 characters, whether they stand in a text or not, the answer is that of `in`."""
    texts = _texts(300)
    store.add(*map(claim, texts))
    rng = random.Random(5)
    asked = {"".join(rng.choices(SYLLABLES, k=length)) for length in (1, 2, 3) for _ in range(15)}
    for length in range(1, 7):
        runs = [run for text in texts for run in _runs(text) if len(run) >= length]
        for run in rng.sample(runs, 15):
            start = rng.randrange(len(run) - length + 1)
            asked.add(run[start : start + length])
    for typed in sorted(asked):
        found = {hit.record.text for hit in store.search(typed, 1000, models=(Claim,))}  # type: ignore[attr-defined]
        assert found == {text for text in texts if typed in text}, typed


def _runs(text: str) -> list[str]:
    return "".join(c if c in SYLLABLES else " " for c in text).split()


ANYTHING = [
    "", " ", '"', '""', "'", "a OR", "AND", "NOT x", "x:y", "中文 AND", "a*", "*", "(", ")", "((", "^a", "-a", "+", "NEAR(a b)",
    "what?", "COVID-19", "5.2%", "a\\", "\\", "';--", "a & b", "a | b", "!a", "a <-> b", "a:*", ":*", "%", "_", "\0", "\ud800",
    "{a b}", "a.b", "...", "🙂", "e\u0301", "ﬁ", "\u202e", "九" * 600, "a" * 5000, "1" * 400, "， 。", "1,2,3", "1.", ".5",
]  # fmt: skip


def test_anything_may_be_typed(store: Store) -> None:
    """Nothing typed is syntax; what holds no word finds nothing."""
    store.add(claim("a fine text with COVID-19 at 5.2% and what else, 中文"))
    found = {typed: len(store.search(typed)) for typed in ANYTHING}
    holding = {"what?", "COVID-19", "5.2%", "a*", "^a", "-a", "!a", "a:*", "a\\", "AND", "中文 AND"}
    assert {typed for typed, count in found.items() if count} == holding


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("The Ministry said so", "ministry", True),
        ("The Ministry said so", "said ministry", True),
        ("The Ministry said so", '"said ministry"', False),
        ("The Ministry said so", '"ministry said"', True),
        ("The Ministry said so", "minis", False),
        ("衛福部否認", "卫福部", True),
        ("卫福部否认", "衛福部", True),
        ("乾隆年間", "乾", True),
        ("ＣＯＶＩＤ－１９", "covid-19", True),
        ("Zürich", "zurich", True),
        ("zurich", "ZÜRICH", True),
        ("sho\u200bwn", "shown", True),
        ("iPhone手机降价", "iPhone手机", True),
        ("手机iPhone降价", "手机iPhone", True),
        ("手机iPhone降价", "iPhone手机", False),
        ("于2024年5月3日", "2024年5月", True),
        ("于2024年5月3日", "24年5月", False),
        ("客流8.5万人次", "85,000", True),
        ("客流8.5万人次", "85000", True),
        ("客流85,000人次", "8.5万", True),
        ("客流8.5万人次", "8.5万人", True),
        ("客流8.5万人次", "5万", False),
        ("cost 1.2 billion", "1,200,000,000", True),
        ("cost 12亿元", "1.2 billion", False),  # two words; as one phrase it is found
        ("cost 12亿元", '"1.2 billion"', True),
        ("rose 5.2%", "5.2%", True),
        ("rose 15.2%", "5.2%", False),
        ("ノーベル賞", "ノーベル", True),
        ("서울시청", "울시", True),
    ],
)
def test_what_finds_what(store: Store, text: str, typed: str, found: bool) -> None:
    store.add(claim(text), claim("something else entirely, 完全不同的事情"))
    assert [hit.record.text for hit in store.search(typed)] == ([text] if found else [])  # type: ignore[attr-defined]


def test_kinds_of_records(store: Store) -> None:
    """A claim, the quote and the source that hold a word; people when asked for."""
    store.add(*said("灯塔已经修好。", who=agent("灯塔管理处")))
    kinds = [type(hit.record) for hit in store.search("灯塔")]
    assert kinds == [Claim, Passage, Document]
    assert [hit.record.name for hit in store.search("管理处", models=(Agent,))] == ["灯塔管理处"]  # type: ignore[attr-defined]


def test_kinds_take_turns(store: Store) -> None:
    """Many claims do not push the one source out of a short list."""
    store.add(*(claim(f"the lighthouse {n}") for n in range(20)), *source("a lighthouse"))
    assert [type(hit.record) for hit in store.search("lighthouse", 4)] == [Claim, Claim, Claim, Document]


def test_the_newest_first(store: Store) -> None:
    for number in range(5):
        store.add(claim(f"tide {number}"))
    assert [hit.record.text for hit in store.search("tide", 3)] == ["tide 4", "tide 3", "tide 2"]  # type: ignore[attr-defined]


def test_a_retracted_record_is_not_found(store: Store) -> None:
    store.retract(store.add(claim("the tide")).new[0].id)
    assert store.search("tide") == []


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("据港务局称，渡轮载客量上升", "渡轮", ["渡轮"]),
        ("据港務局稱，渡輪載客量上升", "渡轮载客", ["渡輪載客"]),
        ("客流8.5万人次", "85,000", ["8.5万"]),
        ("COVID-19 and covid-19", "covid-19", ["COVID-19", "covid-19"]),
        ("客流85,000人次", "8.5万", ["85,000"]),
        ("rose 15.2%, then 5.2%", "5.2%", ["5.2"]),
        ("tides and the tide", "tide", ["tide"]),
        ("ﬁne tide", "tide", ["tide"]),
        ("x" * 500 + " tide " + "y" * 500, "tide", ["tide"]),
        ("tide " + "y" * 500 + " tide", "tide", ["tide"]),
    ],
)
def test_the_words_are_marked_in_the_excerpt(store: Store, text: str, typed: str, marked: list[str]) -> None:
    store.add(claim(text))
    (hit,) = store.search(typed)
    assert [hit.excerpt[start:end] for start, end in hit.marks] == marked
    assert hit.excerpt in text
    assert len(hit.excerpt) <= 220


def test_a_long_source_is_found_to_its_end(store: Store) -> None:
    """Longer than one entry of the index; a phrase on every seam is found, and the source only once."""
    words = [f"word{number}" for number in range(10_000)]
    store.add(*source(" ".join(words)))
    for number in (0, 3_958, 3_999, 4_000, 7_925, 9_998):
        assert len(store.search(f'"word{number} word{number + 1}"')) == 1
    assert len(store.search("word3970")) == 1
    assert store.find(Capture)[0].text.endswith("word9999")


def test_folding_is_character_by_character() -> None:
    """So that a stretch of a text folds to a stretch of the folded text, whatever stands beside it."""
    text = "乾隆乾杯，發現頭髮，皇后後來，台灣颱風"
    assert fold(text) == "".join(map(fold, text))


def test_words_and_queries() -> None:
    assert words("失业率up至5.2") == ["失业", "业率", "率", "up", "至", "5.2"]
    assert query("失业率") == [(Phrase(("失业", "业率")),)]
    assert query("率") == [(Phrase(("率",), open=True),)]
    found = [number for number, _, _ in figures("8.5万和1.2 billion，3,000万亿，12 kg")]
    assert found == ["85000", "1200000000", "3000000000000000"]


def test_a_hostile_text_takes_no_longer_than_its_length() -> None:
    import time

    def seconds(text: str) -> float:
        start = time.process_time()
        words(fold(text))
        list(figures(text))
        query(text)
        return time.process_time() - start

    for shape in ("1", "1,", "1.1", "万", '"', '" ', "a1", "é", "1 ", "千万"):
        seconds(shape * 1000)
        short, long = seconds(shape * 10_000), seconds(shape * 40_000)
        assert long < max(10 * short, 1.0), shape
