"""A captured text laid out: every region, what the page says of itself, and what a reader is warned of."""

from __future__ import annotations

import time
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.annotations import Masthead, Page, Reading, Region
from claims.reading.page import lay_out
from claims.reading.page_times import with_times_aside
from claims.vocabulary import RegionKind

SNAPSHOT_ZH = """\
晨汐网首页 | 登录 | 我的收藏 | 下载客户端
  • 要闻

跨江大桥裂缝谁之过？检测报告称桥梁安全 市民不买账

类别:社会 发布时间:2023-08-14 19:05:00 来源:澄江晚报

澄江晚报8月14日讯（记者 甘小满）澄江市住建局今天公布检测报告，称跨江大桥结构安全，裂缝宽度为0.18毫米。

负责检测的研究院表示，跨江大桥的裂缝属于表层裂缝，不影响通行。

跨江大桥裂缝谁之过?检测报告称桥梁安全 市民不买账

家住桥边的林先生说，他去年就拍到过裂缝。市住建局没有回应跨江大桥何时限重。

（澄江晚报 甘小满）

以上内容为网页快照，由晨汐网程序自动采集，不代表本站立场。
快照生成时间:2023-08-15 02:11:40
信息原文地址:

跨江大桥明起限重 住建局：裂缝需要修补
澄江晚报8月16日消息，市住建局决定跨江大桥限重20吨
2023-08-16 08:00:00
【住建局回应大桥裂缝：将公布全部数据】江畔通讯社8月13日电，澄江市住建局称
2023-08-13 21:30:00
...记者从会上获悉。跨江大桥裂缝检测费用由谁出，市民追问
2023-08-15 11:00:00
澄江动物园迎来三只小熊猫，游客排起长队
2023-08-12 10:00:00
更多关于社会的资讯:
跨江大桥夜跑团招募新人，桥上裂缝不影响跑步
2024-02-01 09:00:00
"""

STORY_EN = """\
Harbour Courier
Home > News > Transport
Subscribe | Newsletters | Log in | Help

Who sank the ferry contract?
By Nell Okafor
Published 3 March 2022, 07:15. Updated 4 March 2022, 09:00

Photo: the ferry at its berth last summer

WESTMOUTH (Coastline News) - The harbour board cancelled the ferry contract on Tuesday, two members said.

The ferry operator said the board had never sent the contract back. "We signed what we were given," its director said.

Read more: how the contract was written

The contract was worth 12 million euros, and the ferry was to sail by June.

Correction, 4 March: An earlier version of this story gave the wrong month for the first sailing of the ferry.

Reporting by Nell Okafor; editing by Tom Harker

This article was archived automatically by Pagekeep. Page captured: 2022-03-04 10:20:05. To request removal, write to us.

Related
Ferry contract signed at last, board says | 2022-05-09 12:00
Board member denies leaking ferry contract | 2022-02-27 18:30
Ferryboat museum reopens after repairs | 2022-03-01 10:00

Most read
Ten recipes for the ferry trip and the contract bridge table
(c) 2022 Harbour Courier. All rights reserved.
"""

THREAD = """\
Chirper thread, saved 9 May 2021, 18:00

Mina Olt (@minaolt), 9 May 2021, 08:12
1/ The reservoir was never empty. Anyone can read the gauge.
2/ We asked for the data in March.

Replies

Waterworks (@waterworks), 9 May, 09:40: The gauge was broken until April.

This copy was made automatically. Replies may be incomplete.
"""

TRANSCRIPT_ZH = """\
青禾药业2022年度业绩说明会实录
时间：2023年4月12日14:00 地点：线上
出席：董事长祁远、财务总监白芷

祁远：新厂今年六月投产，我们不会推迟。

白芷：去年收入8.2亿元，同比增长一成。

（以上内容由会议方整理，仅供参考。）
"""

OFFICIAL_ZH = """\
云汀市市场监督管理局
关于桶装水抽检情况的通告

近日，我局抽检了12个批次的桶装水，现将有关情况通告如下：

一、合格11批次，不合格1批次。
二、不合格产品已于5月6日前全部下架。

特此通告。

云汀市市场监督管理局
2022年5月9日
"""

MEMO_EN = """\
From: Ida Brandt (Procurement)
To: site managers
Date: Mon, 7 June 2021 08:05:00 +0100
Subject: Pump deliveries

All,

The vendor shipped 40 pumps in May. We were promised 90.

Background
The order dates from January and was confirmed twice. Nobody told the board.

Do not forward this.

Ida
"""

NAVIGATION = """\
海角网 | 登录 | 注册
首页
财经
科技
关于我们 | 联系我们 | 隐私政策
版权所有 海角网 ICP备00000000号
"""


def kinds(page: Page, text: str) -> dict[RegionKind, str]:
    """The words of each kind of region, joined by bars."""
    found: dict[RegionKind, list[str]] = {}
    for region in page.regions:
        found.setdefault(region.kind, []).append(text[region.start : region.end].replace("\n", " ⏎ "))
    return {kind: " | ".join(words) for kind, words in found.items()}


def region_of(page: Page, text: str, words: str) -> Region:
    """The region in which these words first stand."""
    at = text.index(words)
    return next(region for region in page.regions if region.start <= at < region.end)


def codes(page: Page) -> list[str]:
    """The codes of the page's notes."""
    return [note.code for note in page.notes]


GAZETTE = """\
THE ELMS GAZETTE
Local | Sport | Obituaries | E-paper

Council hid flood report for a year, engineer says

By PRIYA DAAR, Local Democracy Reporter
12th November 2023 at 6:05 am | 4 min read

Share on Facebook

The council kept a flood report secret for twelve months, its former engineer told the Gazette.

ADVERTISEMENT

"We published the flood report in March," said council leader Tom Ives. He denied that the council had hidden it.

Sign up to our newsletter for daily headlines.

The flood report put the cost at 4.2 million.

Topics: Flooding, Council

Comments (34)

More on this story
Council: flood report was never secret (Nov 13, 2023)

© The Elms Gazette 2023. Cached copy saved on 20 November 2023, 11:02.
"""

ALL = {
    "gazette": GAZETTE,
    "snapshot": SNAPSHOT_ZH,
    "story": STORY_EN,
    "thread": THREAD,
    "transcript": TRANSCRIPT_ZH,
    "official": OFFICIAL_ZH,
    "memo": MEMO_EN,
    "navigation": NAVIGATION,
}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL.keys())
def test_the_regions_cover_the_text_in_order(text: str) -> None:
    _check_cover(text)


@given(st.text(alphabet="aZ1。.:：\n|【】 年月日社讯2024-", max_size=400))
def test_the_regions_cover_any_text(text: str) -> None:
    _check_cover(text)


def _check_cover(text: str) -> None:
    regions = lay_out(text, Masthead()).regions
    edges = [0, *(edge for region in regions for edge in (region.start, region.end)), len(text)]
    assert edges == sorted(edges)
    assert all(region.start < region.end for region in regions)
    assert "".join(text[a:b] for a, b in list(pairwise(edges))[::2]).strip() == ""


# ── the story and what stands around it ─────────────────────────────────────

WHERE = [
    (SNAPSHOT_ZH, "晨汐网首页", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "• 要闻", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "跨江大桥裂缝谁之过？", RegionKind.headline),
    (SNAPSHOT_ZH, "类别:社会", RegionKind.byline),
    (SNAPSHOT_ZH, "澄江晚报8月14日讯", RegionKind.byline),
    (SNAPSHOT_ZH, "澄江市住建局今天公布", RegionKind.body),
    (SNAPSHOT_ZH, "跨江大桥裂缝谁之过?", RegionKind.caption),
    (SNAPSHOT_ZH, "家住桥边", RegionKind.body),
    (SNAPSHOT_ZH, "（澄江晚报 甘小满）", RegionKind.byline),
    (SNAPSHOT_ZH, "以上内容为网页快照", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "跨江大桥明起限重", RegionKind.item),
    (SNAPSHOT_ZH, "【住建局回应大桥裂缝", RegionKind.item),
    (SNAPSHOT_ZH, "...记者从会上获悉", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "跨江大桥裂缝检测费用", RegionKind.item),
    (SNAPSHOT_ZH, "澄江动物园", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "更多关于社会的资讯", RegionKind.boilerplate),
    (SNAPSHOT_ZH, "跨江大桥夜跑团", RegionKind.boilerplate),
    (STORY_EN, "Harbour Courier", RegionKind.byline),
    (STORY_EN, "Home > News", RegionKind.boilerplate),
    (STORY_EN, "Subscribe |", RegionKind.boilerplate),
    (STORY_EN, "Who sank the ferry", RegionKind.headline),
    (STORY_EN, "By Nell Okafor", RegionKind.byline),
    (STORY_EN, "WESTMOUTH (Coastline News) -", RegionKind.byline),
    (STORY_EN, "The harbour board cancelled", RegionKind.body),
    (STORY_EN, "Read more:", RegionKind.boilerplate),
    (STORY_EN, "The contract was worth", RegionKind.body),
    (STORY_EN, "Correction, 4 March", RegionKind.body),
    (STORY_EN, "Reporting by Nell", RegionKind.byline),
    (STORY_EN, "This article was archived", RegionKind.boilerplate),
    (STORY_EN, "Page captured:", RegionKind.boilerplate),
    (STORY_EN, "Ferry contract signed", RegionKind.item),
    (STORY_EN, "Board member denies", RegionKind.item),
    (STORY_EN, "Ferryboat museum", RegionKind.boilerplate),
    (STORY_EN, "Ten recipes", RegionKind.boilerplate),
    (STORY_EN, "(c) 2022", RegionKind.boilerplate),
    (GAZETTE, "Local | Sport", RegionKind.boilerplate),
    (GAZETTE, "Council hid", RegionKind.headline),
    (GAZETTE, "12th November", RegionKind.boilerplate),
    (GAZETTE, "Share on", RegionKind.boilerplate),
    (GAZETTE, "ADVERTISEMENT", RegionKind.boilerplate),
    (GAZETTE, "He denied that", RegionKind.body),
    (GAZETTE, "Sign up to", RegionKind.boilerplate),
    (GAZETTE, "The flood report put", RegionKind.body),
    (GAZETTE, "Topics:", RegionKind.byline),
    (GAZETTE, "Comments (34)", RegionKind.boilerplate),
    (GAZETTE, "Council: flood report was", RegionKind.item),
    (GAZETTE, "© The Elms", RegionKind.boilerplate),
    (THREAD, "Chirper thread", RegionKind.byline),
    (THREAD, "Mina Olt", RegionKind.body),
    (THREAD, "Waterworks (@waterworks)", RegionKind.body),
    (THREAD, "This copy was made", RegionKind.boilerplate),
    (TRANSCRIPT_ZH, "青禾药业2022年度", RegionKind.byline),
    (TRANSCRIPT_ZH, "出席：", RegionKind.byline),
    (TRANSCRIPT_ZH, "祁远：新厂", RegionKind.body),
    (TRANSCRIPT_ZH, "（以上内容由", RegionKind.boilerplate),
    (OFFICIAL_ZH, "云汀市市场监督管理局\n关于", RegionKind.byline),
    (OFFICIAL_ZH, "近日，我局抽检", RegionKind.body),
    (OFFICIAL_ZH, "二、不合格产品", RegionKind.body),
    (OFFICIAL_ZH, "特此通告", RegionKind.boilerplate),
    (OFFICIAL_ZH, "2022年5月9日", RegionKind.byline),
    (MEMO_EN, "From: Ida", RegionKind.byline),
    (MEMO_EN, "Subject:", RegionKind.byline),
    (MEMO_EN, "The vendor shipped", RegionKind.body),
    (MEMO_EN, "The order dates from January", RegionKind.body),
    (MEMO_EN, "Do not forward", RegionKind.boilerplate),
    (MEMO_EN, "Ida\n", RegionKind.byline),
]


@pytest.mark.parametrize(("text", "words", "kind"), WHERE, ids=[words.strip() for _, words, _ in WHERE])
def test_each_line_lies_in_its_region(text: str, words: str, kind: RegionKind) -> None:
    assert region_of(lay_out(text, Masthead()), text, words).kind is kind


def test_every_region_that_is_set_aside_says_why() -> None:
    page = lay_out(SNAPSHOT_ZH, Masthead())
    assert [r for r in page.regions if r.kind is RegionKind.boilerplate and not r.why] == []


def test_a_picture_legend_is_a_caption_and_never_the_headline() -> None:
    assert "Photo: the ferry" not in kinds(lay_out(STORY_EN, Masthead()), STORY_EN)[RegionKind.body]


# ── items ───────────────────────────────────────────────────────────────────


def test_items_bring_their_own_date_and_outlet() -> None:
    page = lay_out(SNAPSHOT_ZH, Masthead())
    items = [region for region in page.regions if region.kind is RegionKind.item]
    assert [(str(item.published), item.publisher) for item in items] == [
        ("2023-08-16 08:00:00+08:00", "澄江晚报"),
        ("2023-08-13 21:30:00+08:00", "江畔通讯社"),
        ("2023-08-15 11:00:00+08:00", None),
    ]


def test_an_items_headline_is_told_from_its_snippet() -> None:
    page = lay_out(SNAPSHOT_ZH, Masthead())
    first, second, _ = (region for region in page.regions if region.kind is RegionKind.item)
    assert SNAPSHOT_ZH[first.start : first.headline_end] == "跨江大桥明起限重 住建局：裂缝需要修补"
    assert SNAPSHOT_ZH[second.start : second.headline_end] == "【住建局回应大桥裂缝：将公布全部数据】"


def test_one_line_items_take_the_zone_of_the_page_if_it_has_one() -> None:
    page = lay_out(STORY_EN, Masthead(published=datetime.fromisoformat("2022-03-03T07:15:00+00:00")))
    item = region_of(page, STORY_EN, "Board member denies")
    assert (str(item.published), STORY_EN[item.start : item.headline_end]) == (
        "2022-02-27 18:30:00+00:00",
        "Board member denies leaking ferry contract",
    )


LISTS = {
    "a headline given twice is one": (
        "相关资讯:\n跨江大桥裂缝已修补 【跨江大桥裂缝已修补】江畔通讯社8月20日电\n2023-08-20 12:59:00\n",
        ["item", "caption", "item"],
    ),
    "a namesake shares a name and no more": ("相关资讯:\n跨江大桥牌啤酒上市\n2023-08-20 12:59:00\n", ["boilerplate"]),
    "a denied tie": ("相关资讯:\n另一座跨江大桥也有裂缝，与本案无关\n2023-08-20 12:59:00\n", ["boilerplate"]),
    "a headline without a date": ("相关资讯:\n跨江大桥裂缝修补完成\n", ["boilerplate"]),
    "the date first": (
        "相关资讯:\n2023-08-20 12:59\n跨江大桥裂缝已修补\n2023-08-21 12:59\n新米上市\n",
        ["item", "boilerplate"],
    ),
    "the date before the headline": ("相关资讯:\n2023-08-20 跨江大桥裂缝已修补\n", ["item"]),
}
ARTICLE = SNAPSHOT_ZH[SNAPSHOT_ZH.index("跨江大桥裂缝谁") : SNAPSHOT_ZH.index("（澄江晚报 甘小满）")]


@pytest.mark.parametrize(("lines", "expected"), LISTS.values(), ids=LISTS.keys())
def test_lists(lines: str, expected: list[str]) -> None:
    text = ARTICLE + lines
    head = text.index("相关资讯:")
    page = lay_out(text, Masthead())
    assert [region.kind.value for region in page.regions if region.start > head] == expected


def test_a_story_goes_on_after_a_list_in_its_midst() -> None:
    text = STORY_EN.replace(
        "The contract was worth",
        "Related\nBoard member denies leaking ferry contract | 2022-02-27 18:30\n\n"
        "Nobody on the board wanted to be the first to say so in public. The contract was worth",
        1,
    )
    page = lay_out(text, Masthead())
    assert region_of(page, text, "Nobody on the board").kind is RegionKind.body


def test_dates_outside_the_story_are_read_from_their_own_region() -> None:
    text = SNAPSHOT_ZH.replace("桥上裂缝不影响跑步", "昨天开跑")
    page = lay_out(text, Masthead())
    reading = with_times_aside(Reading("zh"), text, page)
    assert [(time.text, time.when.edtf) for time in reading.times if time.text in ("昨天", "2023-08-15 02:11:40")] == [
        ("2023-08-15 02:11:40", "2023-08-15T02:11:40+08:00"),
        ("昨天", "2024-01-31"),
    ]
    assert all(text[time.start : time.end] == time.text for time in reading.times)


# ── the masthead ────────────────────────────────────────────────────────────


def test_a_chinese_page_says_who_when_and_what() -> None:
    masthead = lay_out(SNAPSHOT_ZH, Masthead()).masthead
    assert masthead == Masthead(
        title="跨江大桥裂缝谁之过？检测报告称桥梁安全 市民不买账",
        publisher="澄江晚报",
        byline="甘小满",
        language="zh",
        published=datetime.fromisoformat("2023-08-14T19:05:00+08:00"),
        captured=datetime.fromisoformat("2023-08-15T02:11:40+08:00"),
        kind="snapshot",
    )


def test_an_english_page_says_who_when_and_what() -> None:
    masthead = lay_out(STORY_EN, Masthead()).masthead
    assert (masthead.title, masthead.publisher, masthead.byline, str(masthead.published)) == (
        "Who sank the ferry contract?",
        "Coastline News",
        "Nell Okafor",
        "2022-03-03 07:15:00",
    )


def test_what_is_known_is_not_overwritten() -> None:
    known = Masthead(title="跨江大桥", publisher="某档案馆", kind="article", url="https://example.org/1")
    masthead = lay_out(SNAPSHOT_ZH, known).masthead
    assert (masthead.title, masthead.publisher, masthead.kind, masthead.url) == (
        "跨江大桥",
        "某档案馆",
        "article",
        "https://example.org/1",
    )


def test_the_stated_source_stands_on_the_story_where_it_is_not_the_publisher() -> None:
    page = lay_out(SNAPSHOT_ZH, Masthead(publisher="晨汐网"))
    assert region_of(page, SNAPSHOT_ZH, "澄江市住建局今天").publisher == "澄江晚报"


HEADS = {
    "label and value": ("测试\n来源：北岸日报　作者：唐宁\n\n他说水位正常。", ("北岸日报", "唐宁", None)),
    "outlet before a date": (
        "水位正常\n北岸日报 2021年3月2日 08:00\n\n他说水位正常。",
        ("北岸日报", None, "2021-03-02 08:00:00+08:00"),
    ),
    "outlet and place in the dateline": (
        "水位正常\n\n北岸通讯社远山3月2日电 他说水位正常。",
        ("北岸通讯社", None, None),
    ),
    "a dateline in brackets": (
        "水位正常\n\n（2021年3月2日，远山）他说水位正常。",
        (None, None, "2021-03-02 00:00:00+08:00"),
    ),
    "city, date, outlet": (
        "Level normal\n\nFARHILL, 2 March 2021, 08:00 (North Wire)\n\nThe level is normal, he said.",
        ("North Wire", None, "2021-03-02 08:00:00"),
    ),
    "American order": (
        "Level normal\nMarch 2, 2021 8:05 pm\n\nThe level is normal, he said.",
        (None, None, "2021-03-02 20:05:00"),
    ),
    "a stated zone": (
        "Level normal\nPublished: 2021-03-02T08:00:00Z\n\nThe level is normal.",
        (None, None, "2021-03-02 08:00:00+00:00"),
    ),
    "no head at all": ("The level is normal, the mayor said on Monday.", (None, None, None)),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS.keys())
def test_heads(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    masthead = lay_out(text, Masthead()).masthead
    published = str(masthead.published) if masthead.published else None
    assert (masthead.publisher, masthead.byline, published) == expected


KINDS = {
    "transcript": TRANSCRIPT_ZH,
    "official": OFFICIAL_ZH,
    "social": THREAD,
    "email": MEMO_EN,
    "snapshot": SNAPSHOT_ZH,
}


@pytest.mark.parametrize(("kind", "text"), KINDS.items(), ids=KINDS.keys())
def test_the_kind_of_document(kind: str, text: str) -> None:
    assert lay_out(text, Masthead()).masthead.kind == kind


DATED = {
    "English": (
        "Yard hands over ferry",
        "Harbour Sheet, 20 May 2021",
        "The yard delivered the ferry on 14 May 2021, its manager said.",
    ),
    "Chinese": ("路灯装了三百盏", "江城观察 2021年5月20日", "审计员说，截至2021年5月14日，只装了300盏。"),
}


@pytest.mark.parametrize(("title", "byline", "story"), DATED.values(), ids=DATED.keys())
def test_a_short_story_that_states_a_date_is_a_story(title: str, byline: str, story: str) -> None:
    text = f"{title}\n{byline}\n\n{story}\n"
    page = lay_out(text, Masthead(title=title))
    assert [(region.kind.value, text[region.start : region.end]) for region in page.regions] == [
        ("headline", title),
        ("byline", byline),
        ("body", story),
    ]


TITLES = {
    "a report on a memo is no memo": "Leaked memo shows bridge was closed\n\nThe bridge was closed in May, a leaked memo shows. Nobody was told.",
    "a report on a post is no thread": "市长微博回应大桥裂缝\n\n市长在微博上说，大桥没有裂缝（@市长）。他没有再作说明。",
    "a report on a notice is no notice": "公司发布公告称大桥安全\n\n公司昨天说大桥安全。市民不信。",
    "a report on minutes is no transcript": "会议纪要曝光:大桥早有裂缝\n\n纪要显示，大桥去年就有裂缝。没有人报告。",
}


@pytest.mark.parametrize("text", TITLES.values(), ids=TITLES.keys())
def test_a_headline_that_speaks_of_a_document_is_still_a_headline(text: str) -> None:
    page = lay_out(text, Masthead())
    assert (page.masthead.kind, page.regions[0].kind) == (None, RegionKind.headline)


# ── notes ───────────────────────────────────────────────────────────────────


def test_a_stamp_earlier_than_what_the_page_lists_is_named_with_both_moments() -> None:
    note = next(n for n in lay_out(SNAPSHOT_ZH, Masthead()).notes if n.code == "stamp-before-latest")
    assert "2023-08-15 02:11" in note.message
    assert SNAPSHOT_ZH[note.start : note.end] == "2024-02-01 09:00:00"
    assert "2024-02-01 09:00" in note.message


def test_a_page_whose_dates_agree_has_no_anomaly() -> None:
    text = SNAPSHOT_ZH.replace("2023-08-15 02:11:40", "2024-03-01 00:00:00")
    assert "stamp-before-latest" not in codes(lay_out(text, Masthead()))


def test_an_empty_address_line_is_noted_with_its_place() -> None:
    note = next(n for n in lay_out(SNAPSHOT_ZH, Masthead()).notes if n.code == "no-original-address")
    assert SNAPSHOT_ZH[note.start : note.end] == "信息原文地址:"


def test_an_address_that_is_given_is_taken_and_not_missed() -> None:
    text = SNAPSHOT_ZH.replace("信息原文地址:", "信息原文地址:https://example.org/bridge")
    page = lay_out(text, Masthead())
    assert (page.masthead.url, "no-original-address" in codes(page)) == ("https://example.org/bridge", False)


def test_the_headline_counts_once_however_often_it_stands() -> None:
    note = next(n for n in lay_out(SNAPSHOT_ZH, Masthead()).notes if n.code == "repeated-headline")
    assert "once" in note.message


def test_cut_snippets_are_noted_where_they_stand() -> None:
    notes = [n for n in lay_out(SNAPSHOT_ZH, Masthead()).notes if n.code == "truncated"]
    assert [SNAPSHOT_ZH[n.start : n.end].split("\n")[0][:6] for n in notes] == ["跨江大桥明起", "...记者从"]


def test_a_story_that_breaks_off_is_noted() -> None:
    text = "Ferry cancelled\n\nThe board cancelled the ferry on Tuesday. Its members said that they had ..."
    assert "clipped" in codes(lay_out(text, Masthead()))


def test_navigation_alone_is_nothing_to_read() -> None:
    page = lay_out(NAVIGATION, Masthead())
    assert ({region.kind for region in page.regions}, codes(page)[0]) == ({RegionKind.boilerplate}, "nothing-to-read")


@pytest.mark.parametrize(
    "text", ["Мост безопасен, сказал мэр. Он открыт.", "橋は安全だと市長が述べました。調査はまだ続いています。"]
)
def test_a_language_we_do_not_read_is_noted(text: str) -> None:
    assert "language-unknown" in codes(lay_out(text, Masthead()))


@pytest.mark.parametrize("text", ["桥是安全的", "The bridge is safe", "桥是安全的，市长说。"])
def test_a_bare_sentence_is_a_story(text: str) -> None:
    assert [region.kind for region in lay_out(text, Masthead()).regions] == [RegionKind.body]


def test_an_empty_text_has_nothing_to_read() -> None:
    page = lay_out(" \n ", Masthead())
    assert (page.regions, codes(page)[0]) == ((), "nothing-to-read")


# ── what must not be taken for furniture ────────────────────────────────────

KEPT = [
    "The minister said the photographs of the dam were missing from the file.",
    "Questions about the missing money went unanswered for a month, the auditor said.",
    "律师说，“未经授权转载”的指控并不成立。",
    "公司称，评论区的留言被人删除。",
    "Readers of the report will find 14 deaths in it, she said.",
    "2019 | 412 | 5.1",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_sentences_of_the_story_stay_in_it(sentence: str) -> None:
    before = "The council met on Monday evening in the old town hall. Nobody spoke for long.\n\n" * 3
    text = f"Council meets\n\n{before}{sentence}\n\n" + before
    assert region_of(lay_out(text, Masthead()), text, sentence).kind is RegionKind.body


HOSTILE = (
    "a\n",
    "中",
    "1,",
    "| ",
    "【",
    "( ",
    "2024-01-01 09:00\n",
    "来源:",
    "标题在这里\n2024-01-01 09:00\n",
    "A - ",
    "Related\n",
)


@pytest.mark.parametrize("shape", HOSTILE)
def test_layout_takes_time_in_proportion_to_the_text(shape: str) -> None:
    def seconds(size: int) -> float:
        text = (shape * size)[:size]
        started = time.process_time()
        lay_out(text, Masthead())
        return time.process_time() - started

    seconds(1_000)  # words are loaded and patterns compiled once
    small, large = min(seconds(8_000) for _ in range(3)), min(seconds(32_000) for _ in range(2))
    assert large < 0.05 or large <= 8 * small  # four times the text; sixteen times the time would be quadratic
