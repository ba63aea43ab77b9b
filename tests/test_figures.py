"""Figures in Chinese and English: value, unit, comparator and direction, and what is no figure."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.annotations import Figure
from claims.reading.dates import times
from claims.reading.figures import figures, figures_in
from claims.reading.numerals import en_integer, normal, zh_decimal, zh_integer
from claims.vocabulary import FigureKind


def _said(text: str, language: str) -> list[tuple[str, str | None, str]]:
    """(value or low..high, unit or noun, comparator) of each figure."""
    return [(_amount(f), f.unit or f.noun, f.comparator.value) for f in figures(text, language)]


def _amount(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value.normalize():f}"
    return "..".join("" if bound is None else f"{bound.normalize():f}" for bound in (figure.low, figure.high))


CHINESE = [
    ("仓库存放3.6万个木箱。", ("36000", "木箱", "=")),
    ("工程耗资约20亿美元。", ("2000000000", "USD", "~")),
    ("损失超7亿元。", ("700000000", "CNY", ">")),
    ("股价跌超2%。", ("2", "percent", ">")),
    ("占比近四成。", ("40", "percent", "<")),
    ("利润下降百分之六点五。", ("6.5", "percent", "=")),
    ("提高了3个百分点。", ("3", "percentage point", "=")),
    ("约有3400余人参加。", ("3400", "人", ">")),
    ("至少12艘船受损。", ("12", "船", ">=")),
    ("不超过80公里。", ("80", "kilometer", "<=")),
    ("浓度为0.8毫克/升。", ("0.8", "milligram per liter", "=")),
    ("产量增长1.5倍。", ("150", "percent", "=")),
    ("产量是去年的2.5倍。", ("2.5", "times", "=")),
    ("需要5至8名技工。", ("5..8", "技工", "=")),
    ("预算为三千到五千万元。", ("30000000..50000000", "CNY", "=")),
    ("派出数千名志愿者。", ("2000", "志愿者", ">=")),
    ("持续半年。", ("6", "month", "=")),
    ("停机7天。", ("7", "day", "=")),
    ("气温降至零下5摄氏度。", ("-5", "degree celsius", "=")),
    ("大于100并且小于300", ("100..300", None, "=")),
    ("增加两成多", ("20", "percent", ">")),
    ("共１，５００人", ("1500", "人", "=")),
    ("罰款九萬港元", ("90000", "HKD", "=")),
    ("面积为三分之二", (f"{(Decimal(2) / 3).normalize():f}", None, "=")),
]

ENGLISH = [
    ("It sold 36,000 crates.", ("36000", "crates", "=")),
    ("It cost around $2 billion.", ("2000000000", "USD", "~")),
    ("It cost more than £1.3bn.", ("1300000000", "GBP", ">")),
    ("It cost US$10bn.", ("10000000000", "USD", "=")),
    ("It cost RMB 3.2 billion.", ("3200000000", "CNY", "=")),
    ("Shares are down 0.9%.", ("0.9", "percent", "=")),
    ("The share rose by 2.5 percentage points.", ("2.5", "percentage point", "=")),
    ("Nearly 30 per cent agreed.", ("30", "percent", "<")),
    ("At least 12 boats sank.", ("12", "boats", ">=")),
    ("Up to 700 workers may go.", ("700", "workers", "<=")),
    ("Between 100 and 300 people came.", ("100..300", "people", "=")),
    ("A rise of 5-7 percent.", ("5..7", "percent", "=")),
    ("It may cost $3-4 billion.", ("3000000000..4000000000", "USD", "=")),
    ("One in five voters stayed home.", ("20", "percent", "=")),
    ("It lasted half a year.", ("6", "month", "=")),
    ("Output doubled.", ("2", "times", "=")),
    ("Several hundred tents burned.", ("200", "tents", ">=")),
    ("Thousands of tents burned.", ("1000", "tents", ">=")),
    ("It was minus 10 °C.", ("-10", "degree celsius", "=")),
    ("It travelled three and a half miles.", ("3.5", "mile", "=")),
    ("They ordered 12k bolts.", ("12000", "bolts", "=")),
    ("Five million doses arrived.", ("5000000", "doses", "=")),
    ("They lost 75 USD million.", ("75000000", "USD", "=")),
    ("It has two million and a half members.", ("2500000", "members", "=")),
    ("Longer than 52 weeks.", ("52", "week", ">")),
]


@pytest.mark.parametrize(("text", "figure"), CHINESE)
def test_chinese(text: str, figure: tuple[str, str | None, str]) -> None:
    assert _said(text, "zh") == [figure]


@pytest.mark.parametrize(("text", "figure"), ENGLISH)
def test_english(text: str, figure: tuple[str, str | None, str]) -> None:
    assert _said(text, "en") == [figure]


@pytest.mark.parametrize(
    ("text", "direction"),
    [("收涨0.4%", 1), ("跌超3%", -1), ("占3%", 0)],
)
def test_direction_in_chinese(text: str, direction: int) -> None:
    assert [f.direction for f in figures(text, "zh")] == [direction]


@pytest.mark.parametrize(
    ("text", "direction"),
    [("prices are 4% lower", -1), ("sales rose 4%", 1), ("a 4% stake", 0), ("fell by nearly 4%", -1)],
)
def test_direction_in_english(text: str, direction: int) -> None:
    assert [f.direction for f in figures(text, "en")] == [direction]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The QX-70 and the Orbit 2 run version 1.2.3.", "en"),
        ("Call 020-7946-0958 or write to desk7@example.org, see https://example.org/2041.", "en"),
        ("One of them said so.", "en"),
        ("一方面，万一出错，十分麻烦，百姓不满。", "zh"),
        ("请致电010-55512345。", "zh"),
        ("第二期工程由一家公司承建。", "zh"),
    ],
)
def test_no_figure_here(text: str, language: str) -> None:
    assert figures(text, language) == ()


def test_dates_are_no_figures() -> None:
    text = "2021年3月9日新增25例，三天后新增40例。"
    met = figures(text, "zh", times(text, "zh", None))
    assert [(f.text, f.kind) for f in met if f.kind is not FigureKind.duration] == [
        ("25例", FigureKind.count),
        ("40例", FigureKind.count),
    ]


def test_the_text_of_a_figure_holds_its_comparator_and_classifier() -> None:
    assert [f.text for f in figures("新厂占地约3.6万亩，雇员超2000名", "zh")] == ["约3.6万亩", "超2000名"]
    assert [f.text for f in figures("worth more than $500 million in all", "en")] == ["more than $500 million"]


def test_one_stretch_has_the_offsets_of_the_whole() -> None:
    text = "about 40 boats, then 50 boats"
    assert figures_in(text, 15, len(text), "en") == figures(text, "en")[1:]


@pytest.mark.parametrize(
    ("words", "value"),
    [("一百五十二", 152), ("两千四百五", 2450), ("三万五", 35000), ("二零二四", 2024), ("5万4千", 54000), ("四万万", 400000000), ("拾伍", 15), ("廿二", 22), ("好", None)],
)  # fmt: skip
def test_chinese_numerals(words: str, value: int | None) -> None:
    assert zh_integer(normal(words)) == value


def test_number_words() -> None:
    assert [
        en_integer(words.split())
        for words in ("two hundred and five", "nineteen seventy eight", "three thousand million", "ten and fifteen")
    ] == [205, 1978, 3000000000, None]
    assert zh_decimal("五十五点五七九") == Decimal("55.579")


# ── what holds for every text ────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        "3",
        "12",
        "1,500",
        "3.6",
        "0",
        "99",
        "1e9",
        "2^5",
        "%",
        "个",
        "名",
        "万",
        "亿",
        "千",
        "百",
        "十",
        "两",
        "半",
        "成",
        "倍",
        "数",
        "几",
        "多",
        "余",
        "约",
        "近",
        "超",
        "至少",
        "不超过",
        "左右",
        "至",
        "到",
        "-",
        "~",
        "元",
        "美元",
        "吨",
        "公里",
        "岁",
        "负",
        "点",
        "分之",
        "第",
        "翻番",
        "one",
        "two",
        "twenty",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "third",
        "of",
        "more",
        "than",
        "nearly",
        "at",
        "least",
        "up",
        "to",
        "between",
        "-",
        "$",
        "£",
        "bn",
        "k",
        "percent",
        "points",
        "miles",
        "doubled",
        "several",
        "dozen",
        "in",
        "five",
        "。",
        ",",
        "!",
        "１",
        "２",
        "％",
        "萬",
        "億",
        "個",
        "年",
        "月",
        "\n",
        "(",
        ")",
        "/",
        "x",
        "H",
        "100",
        "FX-90",
        "v1.2",
        "½",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(lambda parts: st.sampled_from(["".join(parts), " ".join(parts)]))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["zh", "en", "zh-Hant", "und"]))
def test_offsets_are_exact_and_bounds_ordered(text: str, language: str) -> None:
    end = 0
    for figure in figures(text, language, times(text, language, None)):
        assert end <= figure.start < figure.end
        assert figure.text == text[figure.start : figure.end]
        end = figure.end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.value is None or figure.value.is_finite()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    assert all(figure.text for figure in figures(text, language))


WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in "0123456789%.,/"})
TRADITIONAL = str.maketrans("个万亿约过余两数几点负罚名国业", "個萬億約過餘兩數幾點負罰名國業")


@pytest.mark.parametrize("text", [text for text, _ in CHINESE])
def test_width_and_script_do_not_matter(text: str) -> None:
    plain = [(f.start, f.end, f.value, f.low, f.high, f.unit) for f in figures(text, "zh")]
    assert [(f.start, f.end, f.value, f.low, f.high, f.unit) for f in figures(text.translate(WIDE), "zh")] == plain
    assert [
        (f.start, f.end, f.value, f.low, f.high, f.unit) for f in figures(text.translate(TRADITIONAL), "zh-Hant")
    ] == plain


HOSTILE = [
    "1",
    " ",
    "(",
    "一",
    "十万",
    "1,",
    "1.",
    "1-",
    "$1",
    "百分之",
    "数千",
    "twenty ",
    "one hundred and ",
    "1 and ",
    "at least ",
    "half ",
    "a",
    "@",
    "两~",
    "1e",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_text_costs_in_proportion(unit: str, language: str) -> None:
    """Four times the text may take little more than four times as long; a square would take sixteen."""
    short, long = (_seconds(unit, size, language) for size in (4_000, 16_000))
    assert long < 10 * short + 0.2


def _seconds(unit: str, size: int, language: str) -> float:
    text = unit * (size // len(unit))
    figures(text[:100], language)
    started = time.process_time()
    figures(text, language)
    return time.process_time() - started
