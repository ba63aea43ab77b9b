"""Dates in Chinese and English: what a phrase means on a given day, and what no text may do to the reader."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.dates import times, times_in
from claims.reading.dates_lunar import lunar_day, solar_term
from claims.times import interval
from claims.vocabulary import TimeRelation

ANCHOR = datetime(2023, 8, 16, 10, 30)  # a Wednesday

CHINESE = [
    ("工厂于2021年3月9日停产。", "2021-03-09"),
    ("工厂于二〇二一年三月九日停产。", "2021-03-09"),
    ("工厂于２０２１年３月停产。", "2021-03"),
    ("去年11月份签约。", "2022-11"),
    ("5月中旬开工。", "2023-05-11/2023-05-20"),
    ("2月下旬开工。", "2023-02-21/2023-02-28"),
    ("明年年底投产。", "2024-12"),
    ("明年年底前投产。", "../2024-12"),
    ("9月30日前交房。", "../2023-09-30"),
    ("截至7月31日，共收到投诉。", "../2023-07-31"),
    ("今年以来销量下滑。", "2023-01-01/2023-08-16"),
    ("年初至今销量下滑。", "2023-01-01/2023-08-16"),
    ("二季度末库存增加。", "2023-06-30"),
    ("前三季度利润下降。", "2022-01/2022-09"),
    ("上周五宣布。", "2023-08-11"),
    ("周一宣布。", "2023-08-14"),
    ("六年前成立。", "2017"),
    ("18个月内完成。", "2023-08-16/2025-02-16"),
    ("4月3日至7日检修。", "2023-04-03/2023-04-07"),
    ("8月至10月检修。", "2023-08/2023-10"),
    ("2019-2022年扩建。", "2019/2022"),
    ("今年春节后复工。", "2023-01-22/.."),
    ("“十四五”期间建成。", "2021/2025"),
    ("上世纪80年代建成。", "1980/1989"),
    ("昨晚21时40分起火。", "2023-08-15T21:40"),
    ("2025年6月底前后验收。", "2025-06-30~"),
    ("近日发布公告。", "2023-08-03~/2023-08-16~"),
    ("隔夜油价回落。", "2023-08-15/2023-08-16"),
]

ENGLISH = [
    ("The mill closed on 9 March 2021.", "2021-03-09"),
    ("The mill closed on March 9th, 2021.", "2021-03-09"),
    ("The mill will open by the end of next year.", "../2024-12-31"),
    ("The deal was signed in late May.", "2023-05-21/2023-05-31"),
    ("Output rose in the first half of 2022.", "2022-01/2022-06"),
    ("Third-quarter sales for 2022 fell; the third quarter of 2022 was weak.", "2022-07/2022-09"),
    ("He spoke last Friday.", "2023-08-11"),
    ("He spoke on Monday.", "2023-08-14"),
    ("It was founded five years ago.", "2018"),
    ("A reply is due within 90 days.", "2023-08-16/2023-11-14"),
    ("Sales fell over the past twelve months.", "2022-08-16/2023-08-16"),
    ("It ran from May to July 2020.", "2020-05/2020-07"),
    ("It ran between 6 and 31 January.", "2023-01-06/2023-01-31"),
    ("Built in the 1970s.", "1970/1979"),
    ("The council met yesterday.", "2023-08-15"),
    ("The line shuts at 4:15 pm on 3 June 2024.", "2024-06-03T16:15"),
    ("It has grown since 2019.", "2019-01-01/2023-08-16"),
    ("The quarter ended 30 June 2022 was weak.", "2022-04/2022-06"),
    ("The autumn of 2024 is too late.", "2024-09/2024-11"),
    ("Thanksgiving 2022 was quiet.", "2022-11-24"),
    ("The review is out in a week's time.", "2023-08-23"),
    ("Profit for the year to date fell.", "2023-01-01/2023-08-16"),
    ("Logged 2022-12-16T12:23:59 by the server.", "2022-12-16T12:23:59"),
    ("Police came on Tuesday morning.", "2023-08-15T08:00/2023-08-15T12:00"),
    ("The strike lasted until October.", "../2023-10"),
]


@pytest.mark.parametrize(("text", "edtf"), CHINESE)
def test_chinese(text: str, edtf: str) -> None:
    assert times(text, "zh", ANCHOR)[0].when.edtf == edtf


@pytest.mark.parametrize(("text", "edtf"), ENGLISH)
def test_english(text: str, edtf: str) -> None:
    assert edtf in {mention.when.edtf for mention in times(text, "en", ANCHOR)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("会上有一点意见，三点要求。", "zh"),
        ("该品牌一号店与二号线无关。", "zh"),
        ("May I ask what they may do?", "en"),
        ("A march of 3,000 people in 1,998 boats.", "en"),
        ("The fx-90s cost 2.5 each.", "en"),
        ("为期数月的谈判历时六个月。", "zh"),
    ],
)
def test_no_date_here(text: str, language: str) -> None:
    assert times(text, language, ANCHOR) == ()


def test_words_that_point_back() -> None:
    """What "that day", 三天后 and "a year earlier" mean depends on what was said before them."""
    assert [m.when.edtf for m in times("货船6月3日靠港，三天后离港。当月共有两艘。", "zh", ANCHOR)] == [
        "2023-06-03",
        "2023-06-06",
        "2023-06",
    ]
    assert [
        m.when.edtf
        for m in times("At the end of March 2022 stocks were low, 4% less than a year earlier.", "en", ANCHOR)
    ] == ["2022-03-31", "2021-03-31"]
    assert [m.when.edtf for m in times("9月份出口增长，上年同期为负。", "zh", ANCHOR)][1] == "2022-09"


def test_relative_words_need_an_anchor() -> None:
    assert [m.when.edtf for m in times("昨天公布，2020年已有先例。", "zh", None)] == ["2020"]
    assert times("yesterday", "en", None) == ()


def test_clock_times_carry_the_zone_of_the_anchor() -> None:
    there = datetime(2023, 8, 16, 10, 30, tzinfo=timezone(timedelta(hours=8)))
    assert times("今天15:00发布。", "zh", there)[0].when.edtf == "2023-08-16T15:00:00+08:00"
    assert times("世界时8月16日7时", "zh", there)[0].when.edtf == "2023-08-16T07:00:00Z"
    assert times("at 15:00 today", "en", there.astimezone(UTC))[0].when.edtf == "2023-08-16T15:00:00Z"


def test_a_company_year_is_the_one_the_text_tells() -> None:
    text = "In FY2024 (the year ending 31 March 2024) it grew."
    assert times(text, "en", ANCHOR)[0].when.edtf == "2023-04/2024-03"
    assert times("FY2024 was good.", "en", ANCHOR)[0].approximate


def test_relation_and_offsets() -> None:
    text = "  他说，月底前一定办好。"
    (mention,) = times(text, "zh", ANCHOR)
    assert (text[mention.start : mention.end], mention.relation) == ("月底前", TimeRelation.by)
    assert times_in(text, 4, len(text), "zh", ANCHOR) == (mention,)


def test_a_date_the_calendar_does_not_have() -> None:
    assert times("会议定于2月30日。", "zh", ANCHOR) == ()
    assert [m.when.edtf for m in times("On February 30, 2021 nothing happened.", "en", ANCHOR)] in ([], ["2021"])


def test_lunar_calendar() -> None:
    """New year 2024, a leap-month year, a mid-autumn, and the term of the tombs."""
    assert [lunar_day(2024, 1, 1).date().isoformat(), lunar_day(2034, 1, 1).date().isoformat()] == [
        "2024-02-10",
        "2034-02-19",
    ]
    assert [lunar_day(2020, 8, 15).date().isoformat(), solar_term(2024, 15).date().isoformat()] == [
        "2020-10-01",
        "2024-04-04",
    ]
    with pytest.raises(ValueError):
        lunar_day(1700, 1, 1)


# ── what holds for every text ────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        "2024",
        "1999",
        "3",
        "12",
        "31",
        "99",
        "年",
        "月",
        "日",
        "号",
        "点",
        "时",
        "周",
        "五",
        "上",
        "下",
        "本",
        "去年",
        "今年",
        "明年",
        "底",
        "前",
        "后",
        "以来",
        "至",
        "到",
        "-",
        "/",
        ".",
        ":",
        ",",
        "。",
        "三",
        "十",
        "百",
        "零",
        "二十",
        "个",
        "天",
        "内",
        "近",
        "截至",
        "季度",
        "春节",
        "旬",
        "世纪",
        "年代",
        "“十四五”",
        "the",
        "last",
        "next",
        "of",
        "March",
        "May",
        "friday",
        "q3",
        "first",
        "half",
        "quarter",
        "end",
        "by",
        "since",
        "until",
        "between",
        "and",
        "to",
        "1990s",
        "8pm",
        "at",
        "a.m.",
        "noon",
        "two",
        "weeks",
        "ago",
        "later",
        "in",
        "within",
        "FY2025",
        "easter",
        "today",
        "yesterday",
        "'",
        "\n",
        "\u3000",
        "２",
        "０",
        "３",
        "：",
        "萬",
        "週",
        "個",
        "!",
        "中旬",
        "初",
        "末",
        "凌晨",
        "下午",
        "early",
        "mid-",
        "year",
        "years",
        "",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(lambda parts: st.sampled_from(["".join(parts), " ".join(parts)]))
ANCHORS = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["zh", "en", "zh-Hant", "und"]), ANCHORS)
def test_offsets_are_exact_and_intervals_ordered(text: str, language: str, anchor: datetime | None) -> None:
    end = 0
    for mention in times(text, language, anchor):
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        when, end = mention.when, mention.end
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        again = interval(when.edtf)
        assert (again.earliest, again.first_day, again.last_day) == (when.earliest, when.first_day, when.last_day)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    assert all(mention.text for mention in times(text, language, ANCHOR))


WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
TRADITIONAL = str.maketrans("周个号点时万后两这农历节国庆当现财年", "週個號點時萬後兩這農曆節國慶當現財年")


@pytest.mark.parametrize("text", [text for text, _ in CHINESE])
def test_width_and_script_do_not_matter(text: str) -> None:
    plain = [(m.start, m.end, m.when.edtf) for m in times(text, "zh", ANCHOR)]
    assert [(m.start, m.end, m.when.edtf) for m in times(text.translate(WIDE), "zh", ANCHOR)] == plain
    assert [(m.start, m.end, m.when.edtf) for m in times(text.translate(TRADITIONAL), "zh-Hant", ANCHOR)] == plain


HOSTILE = [
    "1",
    " ",
    "(",
    "“",
    "年",
    "1年",
    "1,",
    "一",
    "十万",
    "1月",
    "今年",
    "the ",
    "1-",
    "1:",
    "January ",
    "2024-",
    "between 1 and ",
    "至",
    "'",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_text_costs_in_proportion(unit: str, language: str) -> None:
    """Four times the text may take little more than four times as long; a square would take sixteen."""
    short, long = (_seconds(unit, size, language) for size in (4_000, 16_000))
    assert long < 10 * short + 0.2


def _seconds(unit: str, size: int, language: str) -> float:
    text = unit * (size // len(unit))
    times(text[:100], language, ANCHOR)
    started = time.process_time()
    times(text, language, ANCHOR)
    return time.process_time() - started


LONE = [
    ("2031 Oct 14", "en", "2031-10-14"),
    ("14.Oct.2031", "en", "2031-10-14"),
    ("2031-Oct-14", "en", "2031-10-14"),
]


@pytest.mark.parametrize("text, language, edtf", LONE)
def test_a_lone_date_in_a_rare_form_is_a_whole_day(text: str, language: str, edtf: str) -> None:
    assert [(m.text, m.when.edtf) for m in times(text, language, None)] == [(text, edtf)]


@pytest.mark.parametrize("text", ["the 1990s", "Q3 2025", "1200 cases", "sold 14 in 2031", "item 14 of 2031"])
def test_what_is_no_whole_date_is_never_guessed_to_be_one(text: str) -> None:
    assert not any(len(m.when.edtf) == len("2031-10-14") for m in times(text, "en", None))
