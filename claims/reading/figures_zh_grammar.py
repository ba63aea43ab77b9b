"""The patterns of Chinese figures, compiled once."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace

from claims.reading.figures_before import Changes, Currencies, Endings, turned
from claims.reading.figures_draft import COMPARATORS
from claims.reading.figures_units import chinese_units, choice
from claims.reading.wordfile import word_file

N = "零一二三四五六七八九十百千万亿兆两廿卅"


SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "打": 12, "对": 2}


LATIN = {"k": 10**3, "w": 10**4, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "g": 10**9, "tn": 10**12}


REACH = 14  # characters before a number in which its comparator and currency stand


SCAN = re.compile(
    rf"(?<![a-z\d_])(?<!\d[.,])(?:-(?=\d))?\d|仅次于|\d(?<=[a-z]-\d)|(?<=[\u3400-\u9fff])\d|负|零下|[{N}]|[数几]|好几|半|翻|若干|第(?=[\d{N}])|(?<=[~(])\d"
)


@cache
def grammar() -> SimpleNamespace:
    """The compiled patterns; made once."""
    words = word_file("figures_zh")
    units = chinese_units()
    after = "|".join(f"(?P<a{index}>{choice(words['after'][mark])})" for index, mark in enumerate(words["after"]))
    unscaled = "(?!千[米克瓦卡焦赫伏]|兆[瓦赫字比]|百帕|百分[位点])"
    digits = r"(?P<d>\d{1,3}(?:,\d{3})++(?:\.\d{1,18})?|\d{1,30}(?:\.\d{1,18})?(?:e[+-]?\d{1,2}(?!\d))?)"
    tail = rf"(?:\s?(?P<s>{unscaled}[十百千万亿兆](?:{unscaled}[零一二三四五六七八九\d十百千万亿兆\s])*+))?"
    number = rf"(?P<sign>负|-|\+|零下)?\s?(?:{digits}{tail}|(?P<z>[{N}](?:\s?{unscaled}[{N}])*+)(?:\s?点\s?(?P<f>[零一二三四五六七八九\d]{{1,18}})(?P<fs>[十百千万亿兆]*))?)"
    return SimpleNamespace(
        before=Endings({word: COMPARATORS[mark] for word, mark in turned(words["before"]).items()}),
        after=re.compile(rf"\s?(?:{after})"),
        number=re.compile(number),
        latin=re.compile(r"\s?(?P<l>k|w|mn|m|bn|b|g|tn)(?![a-z])"),
        more=re.compile(r"\s?(?P<m>多|余|几|来)\s?(?P<s>[十百千万亿兆]*)"),
        vague=re.compile(r"(?:好几|数|几)(?P<s>[十百千万亿兆]+)"),
        several=re.compile(
            r"(?:数|好几|若干|几)(?=个?(?:月|小时|星期|季度|世纪)|[天年周日名家人次位个项件起例份辆台架艘座条张种批轮处倍成])"
        ),
        percent=re.compile(r"(?P<n>百万|千万|万万|百|千|万)\s?分\s?之\s?"),
        fraction=re.compile(r"\s{0,2}(?P<and>又)?\s{0,2}分\s{0,2}之\s{0,2}"),
        points=re.compile(r"\s{0,4}个?\s?百\s?分\s?点"),
        dozen=re.compile(r"打(?!开|造|击|算|电|破|包|折|车|球|工|印|压|通|扫|得|成|下|出|入|响|好|死|伤)"),
        and_fraction=re.compile(r"\s?又\s?"),
        share=re.compile(
            r"\s?成(?P<half>半)?(?P<m>多|以上)?(?!为|功|立|交|本|员|长|都|绩|果|分|年|人|了|品|熟|效|就|型|因|语|套|批|群|千|百|双|对|行|家|名|天|[^\u3400-\u9fff]?$(?<=一成))"
        ),
        discount=re.compile(r"\s?折(?!叠|旧|扣|射|腾|磨|合|算|返|断)"),
        times=re.compile(r"\s?(?P<m>多|余)?倍(?P<m2>多|有余)?"),
        unit=re.compile(rf"\s?(?P<u>{choice(units)})(?P<m>多|余|半)?"),
        classifier=re.compile(rf"\s?(?P<c>{choice(words['classifiers'])})(?P<m>多|余)?"),
        to=re.compile(r"\s?(?:至|到|-{1,2}|~{1,2})\s?"),
        change=Changes(words["down"], words["up"], words["links"], spaced=False),
        skip=re.compile(choice(words["one_words"])),
        many=re.compile(choice(words["many"])),
        double=re.compile(r"翻(?:了)?(?P<n>[一两二三四五六七八九\d])?番|(?<!加)翻倍|(?<!事)成倍"),
        multiple_of=re.compile(r"(?:是|为|达|相当于|等于|均值的|的)[^，。；、,;]{0,16}$"),
        half_unit=re.compile(r"半(?:个)?(?P<u>年|月|小时|天|日|世纪|数|成)"),
        currency=Currencies("zh"),
        money=re.compile(
            r"(?P<n>\d{1,4}|[零一二三四五六七八九十]{1,3})(?:(?P<u>角|毛|分)(?P<n2>(?:\d|[一二三四五六七八九])(?=分))?(?:分)?(?:钱)?|(?![\d零一二三四五六七八九十百千万亿年月日个]))"
        ),
        stops=re.compile(choice(words["stops"])),
        rank=re.compile(rf"第(?P<n>\d{{1,4}}|[{N}]{{1,5}})(?P<u>位|名|大)?"),
        phone=re.compile(r"\+?\d{2,4}[-\s]\d{3,4}[-\s]\d{4}|1[3-9]\d{9}(?!\d)|\d{3,4}-\d{7,8}(?!\d)"),
    )
