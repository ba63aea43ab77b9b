"""The patterns of Chinese dates, in the normal form of the text (half-width, simplified, 一二三).

Every pattern is anchored where the scan found a possible beginning and holds only bounded or possessive
repetitions, so reading stays linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace

from claims.reading.wordfile import word_file

DIGIT = "[零一二三四五六七八九0-9]"
SMALL = r"(?:\d{1,2}(?!\d)|二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
AMOUNT = r"(?:\d{1,4}(?:\.\d)?(?!\d)|[一二三四五六七八九十百千两]{1,5}|半|几|数十?|多)"
YEAR = rf"(?:(?<!\d)\d{{4}}(?!\d)|[一二]{DIGIT}{{3}}|2\s?0\s?\d\s?\d)"
SHORT = r"(?:(?<!\d)\d\d(?!\d)|[零一二三四五六七八九]{2})"
LONE_SHORT = r"(?:(?<!\d)0\d(?!\d)(?=\s?年)|[零五七八九](?:[零一二三四]|(?<=[零])[五六七八九]|(?<=[九])[五六七八九]|(?<=八)[五六七八]|(?<=七)[五六七九]))"
S = r"\s?"
UNIT = r"(?:个?(?:世纪|季度|月|星期|礼拜|周(?!年)|小时|钟头)|周年|年(?!代|级)度?|天|日|分钟|秒钟?)"
CLOCK = rf"(?P<h>{SMALL}|两){S}(?:点钟?|时(?!间|代|期|候|任|速|空|尚|段))(?:{S}(?P<mi>[零]?{SMALL}){S}分?|(?P<half>半)|(?P<kq>[一三]刻)|整)?(?:(?P<s>{SMALL})秒)?"
DIGITAL = r"(?P<h2>\d{1,2}):(?P<mi2>\d{2})(?::(?P<s2>\d{2}))?(?![\d:])(?:\s?(?P<ampm>am|pm))?"
TO = r"\s?(?:至|到|-{1,2}|~|(?:与|和)(?=.{1,8}之间))\s?"
WEEKDAY = r"(?:周|星期|礼拜)(?P<wd>[一二三四五六日天])"


def choice(words: Iterable[str]) -> str:
    """The words as an alternation, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def group(name: str, words: Iterable[str]) -> str:
    """The words as a named group."""
    return f"(?P<{name}>{choice(words)})"


@cache
def grammar() -> SimpleNamespace:
    """All compiled patterns by name; made once."""
    words = word_file("dates_zh")
    part = group("part", words["parts"])
    years = group("ry", words["years"]) + "度?"
    years_back = group("by", words["years_back"])
    months = group("rm", words["months"])
    months_back = group("bm", words["months_back"])
    days = group("rd", words["days"])
    days_back = group("bd", words["days_back"])
    holidays = {
        **words["fixed_holidays"],
        **words["lunar_holidays"],
        **words["weekday_holidays"],
        **words["solar_terms"],
    }
    year_word = rf"(?:(?P<y>{YEAR}){S}年度?|(?P<sy>{SHORT}){S}年(?=度?{S}(?:{SMALL}月|[初底末]))|(?P<ly>(?<!\d)0\d(?!\d)|{LONE_SHORT}(?=年(?![前后来多内级]))){S}年|{years}|{years_back})"
    quarter = (
        r"(?:(?:第\s?)?(?P<q>[一二三四1-4])\s?季(?:度|(?=[末底初]))|(?:第\s?)?q(?P<q2>[1-4])(?!\d)|(?P<hy>[上下])半年|(?:前|头)(?P<nq>[一二三两2-3])个?季度?|(?:前|头)(?P<nm>\d{1,2}|[一二三四五六七八九十两]{1,2})个?月(?!前)|(?P<season>"
        + choice(w for w in words["seasons"] if len(w) > 1)
        + "))"
    )
    month = rf"(?:(?P<m>{SMALL}|元|正|腊){S}月份?|(?:第)(?P<nth_m>{SMALL})个月|{months}|{months_back})"
    month_range = rf"(?P<m1>{SMALL}){S}(?:月份?)?{TO}(?P<yy>明年|次年|翌年|(?:{YEAR})年)?(?P<m2>{SMALL}){S}月份?(?!{S}{SMALL}{S}[日号])"
    day_range = rf"(?P<d1>{SMALL}){S}[日号]?{TO}(?P<d2>{SMALL}){S}[日号]"
    day = (
        rf"(?:(?P<d>{SMALL}){S}[日号](?!线|楼|院|馆|令|文|店|机|球|元|公|车|仓|井|站|厅|坑|桥|门|矿|炉|岛)|(?<=月)(?P<ld>初[一二三四五六七八九十])|{days}|{days_back}|"
        + group("dp", words["parts_with_day"])
        + ")"
    )
    weekday = rf"(?:{S}[,(]?{S}{WEEKDAY}(?:{S}\))?)"
    clock = rf"(?:{CLOCK}|{DIGITAL})"
    clock_range = rf"(?:{TO}{part.replace('?P<part>', '?P<part2>')}?(?:(?P<eh>{SMALL})(?:时|点)(?:(?P<emi>零?{SMALL})分?|(?P<ehalf>半))?|(?P<eh2>\d{{1,2}}):(?P<emi2>\d{{2}})(?!\d)))"
    tail = rf"(?:{S}[,]?{S}(?:(?P<zone>{choice(words['zones'])})(?=.{{0,2}}\d))?(?:{part}(?:的)?{S})?(?:{clock}{clock_range}?)?)"
    prefix = r"(?P<pre>截至|截止到|截止至|截止|截到)?"
    dated = (
        rf"{prefix}(?:在|于)?(?P<zone0>{choice(words['zones'])})?(?P<lunar>农历|阴历)?"
        rf"(?:{year_word}(?:的)?{S})?"
        rf"(?:{quarter}(?P<qend>末|底|初)?|(?P<ypart>年初|年中|年底|年末|岁末|年终|初|底|末|中期|中(?=[,，。、;]|前)|晚些时候)|"
        rf"(?:{month_range}|(?:{month}(?:的)?{S}(?P<third>上旬|中旬|下旬|月初|月中|月底|月末|初(?![一二三四五六七八九十])|中(?![国方心旬央东西])|底|末)?{S})?"
        rf"(?:{day_range}|{day})?{weekday}?{tail}))?"
    )
    iso = rf"{prefix}(?P<y>(?<!\d)\d{{4}}){S}(?P<sep>[-/.])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<d>\d{{1,2}})(?![\d]){weekday}?[t]?{tail}(?P<iz>z(?![a-z])|[+-]\d\d:?\d\d)?"
    wordless = rf"{part}?(?:{S})?{clock}{clock_range}?"
    return SimpleNamespace(
        dated=re.compile(dated),
        iso=re.compile(iso),
        slashed=re.compile(
            r"(?<![\d.])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{1,2})(?![\d./-])"
        ),
        year_month=re.compile(r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-/](?P<m>0[1-9]|1[0-2])(?![\d/-])"),
        week=re.compile(
            rf"{prefix}(?P<w>上上|下下|上|下|本|这|当)?(?:一?个)?(?:周|星期|礼拜)(?:(?P<wd>[一二三四五六日天](?!致|直|边|成|定|样|般|[年岁期]|带|围|遍|到))|(?P<we>末))?{tail}(?P<within>内|以内)?"
        ),
        ago=re.compile(
            rf"(?P<n>{AMOUNT})(?P<more>多|余|来)?{S}(?:(?P<half>半)?(?P<u>{UNIT})(?P<andhalf>半)?)(?:零?(?P<n2>{AMOUNT})(?P<u2>{UNIT}))?(?:之|以)?(?P<way>前|后|内|来|以来|里)(?!者|任|夕|景|提|沿|端|往|面|方|卫|续|期|果|来居|容|部|地|外|涵|幕|自)"
        ),
        span=re.compile(
            rf"(?:(?P<way>最近|近|过去|此前|之前|前|上|未来|今后|接下来|下|后|还剩下?|再过)的?){S}(?P<n>{AMOUNT})(?P<more>多|余|来)?{S}(?P<u>{UNIT})(?P<tail>多|以来|来|内|间|里|中)?"
        ),
        holiday=re.compile(
            rf"(?:(?P<y>{YEAR})年|{years})?的?"
            + group("name", holidays)
            + r"(?!档|晚会|联欢|红包|联盟|联赛|指数|基金|五|十|计划|假日办|\d)(?:假期|长假|黄金周|小长假)?(?P<tail>前夕|之前|以前|前|之后|以后|后|期间)?"
        ),
        plan=re.compile(
            r"[“\"「『]?(?P<n>十[一二三四五六七八九]?|[六七八九])五[”\"」』]?(?P<s>规划|计划|期间|时期|末|初期?|以来|收官)"
        ),
        quoted_plan=re.compile(
            r"[“\"「『](?P<n>十[一二三四五六七八九]?|[六七八九])五[”\"」』](?P<s>规划|计划|期间|时期|末|初期?|以来)?"
        ),
        decade=re.compile(
            r"(?:(?P<c>上个?世纪|本世纪|(?P<cn>\d\d|十[一二三四五六七八九]|二十一?)世纪)的?(?:(?P<d>\d|[一二三四五六七八九])(?:0|十|零)年代)?(?P<p>初期?|中叶|中期|末期?|后期|前期)?|(?<!\d)(?P<y>\d{3}0)年代(?P<p2>初期?|中期|末期?|后期|前期)?|(?<!\d)(?P<s>[1-9])(?:0)年代(?P<p3>初期?|中期|末期?|后期)?|(?P<zs>[二三四五六七八九])十年代(?P<p4>初期?|中期|末期?|后期)?)"
        ),
        fiscal=re.compile(
            rf"(?:fy\s?(?P<y>\d{{4}}|\d\d)(?!\d)|(?P<y2>{YEAR})(?:财政年度|财年|会计年度)|(?P<y3>{YEAR})\s?fy)"
        ),
        todate=re.compile(
            r"(?P<rest>(?:今年|年内)剩[下余]的?(?:时间|日子|几个月)里?)|年初至今|今年至今|年内至今|今年以来|今年迄今|年初以来"
        ),
        press=re.compile(r"截[至止]?(?:本报|本文|记者)?(?:发稿|截稿|收稿)(?:时|为止)?|(?P<b>发稿前(?:不久)?)"),
        as_of_now=re.compile(r"截[至止](?:到)?(?:目前|现在|今(?:天|日)?|当前)(?:为止)?|到目前为止"),
        period=re.compile(r"(?:(?P<w>上年|去年|前年)(?P<k>度?)同(?P<u>期|月|季|日))"),
        same=re.compile(r"(?P<w>当季|该季度?|本季度?|这个?季度|上个?季度?|下个?季度?|上上个?季度)(?P<e>末|底|初)?"),
        loose=re.compile(
            "|".join(
                (
                    r"(?P<year>全年|年内|年度内)",
                    r"(?P<month>月内|当月内)",
                    r"(?P<yend>年底|年末|岁末)",
                    r"(?P<ystart>(?<![少中青童老周])年初)",
                    r"(?P<ymid>年中)",
                    r"(?P<mend>月底|月末)",
                    r"(?P<mstart>月初)",
                    r"(?P<mmid>月中(?!旬))",
                    r"(?P<third>上旬|中旬|下旬)",
                    r"(?P<weekend>周末)",
                    r"(?P<night>隔夜|一夜之间)",
                    group("now", words["now"]),
                    group("lately", words["lately"]) + r"(?![两几数一二三四五六七八九十\d])",
                    group("then", words["then"]),
                )
            )
        ),
        clock=re.compile(rf"(?P<zone>{choice(words['zones'])})?{wordless}"),
        part=re.compile(part),
        suffix=re.compile(
            r"(?:\s?(?P<incl>或|及|和|以及)(?:更?早|之前|以前)(?!一)|\s?(?P<incl2>或|及|和|以及)(?:更?晚|之后|以后|往后)|(?P<before>之前|以前|前(?!后|夕|者|来|往|任|三|述|[二两三四五六七八九十\d]|一(?=[季年天周月个日次届期])|端|沿|景))|(?P<around>前后|左右|前夕)|(?P<after>之后|以后|后(?!者|来|续|期|台|果|卫|半|勤|[二两三四五六七八九十\d]|一(?=[季年天周月个日次届期])))|(?P<since>以来|至今|迄今|起(?!来|诉|草|义|因|初|码|飞|步|点|源)|开始|始)|(?P<inside>期间|之内|以内|内(?!容|部|地|外|涵|幕|在|阁|线|存|心|需)))"
        ),
        ending=re.compile(r"\s?(?:为止|止)"),
        since=re.compile(r"(?:自从|自|从|打)(?:在)?\s?$"),
        until=re.compile(
            r"(?:直到|直至|不迟于|不晚于|最迟(?:于|在)?|最晚(?:于|在)?|至迟|赶在|持续到|延续到|截止时间为|早于)$"
        ),
        later=re.compile(r"(?:晚于|不早于|最早(?:于|在)?|迟于)$"),
        ahead=re.compile(choice(words["ahead"])),
        to=re.compile(TO),
        years=re.compile(
            rf"(?P<a>{YEAR}|{SHORT}){S}年?{TO}(?P<b>{YEAR}|{SHORT}){S}年(?:度)?(?!{S}{SMALL}{S}月)|(?P<a2>(?<!\d)(?:19|20)\d\d){TO}(?P<b2>(?:19|20)\d\d)(?![\d]|[-/.]\d)"
        ),
        bare_year=re.compile(
            r"(?P<y>(?<![\d.,])(?:19|20)\d\d|(?<![零一二三四五六七八九十百千万])(?:一[七八九]|二零)[零一二三四五六七八九]{2}(?![零一二三四五六七八九十百千万亿点]))(?![\d,.]*\d|[.,]\d|\s?[%a-z个元人名家万亿千百只辆台份件米公里吨克岁号])"
        ),
        opening=re.compile(r"(?:自从|自|从|在|于)"),
        nth_week=re.compile(rf"的?第(?P<n>{SMALL})(?:个?(?:周|星期)|(?P<u>天))"),
        era=re.compile(group("era", words["eras"]) + rf"(?P<n>元|{SMALL}|[一二三四五六七八九十百零\d]{{1,3}})年"),
        week_of=re.compile(
            rf"(?P<y>(?<!\d){YEAR}|)(?:年|)(?:的)?(?P<which>第(?P<n>{SMALL})|前(?P<first>{SMALL}|两)|最后一?|最后(?P<lastn>{SMALL}|两))个?(?:周|星期)"
        ),
    )


_NUMERALS = "0-9零一二三四五六七八九十百千两廿卅"


def _scan() -> re.Pattern[str]:
    """Where a date may begin: a number before a word of time, or the first two characters of one."""
    words = word_file("dates_zh")
    lists = (
        "years",
        "years_back",
        "months",
        "months_back",
        "days",
        "days_back",
        "parts_with_day",
        "parts",
        "fixed_holidays",
    )
    more = ("lunar_holidays", "weekday_holidays", "solar_terms", "seasons", "now", "lately", "then", "zones", "eras")
    pairs = {word[:2] for key in (*lists, *more) for word in words[key] if len(word) > 1} | set(words["beginnings"])
    pairs |= (
        {"截" + x for x in "至止到"}
        | {"前" + x for x in "0123456789四五六七八九十"}
        | {"头" + x for x in "0123456789四五六七八九十"}
    )
    pairs |= (
        {w + x for w in ("近", "前") for x in "0123456789一二三四五六七八九十百数几仨半"}
        | {"上" + x for x in "0123456789两二三四五六"}
        | {"下" + x for x in "0123456789两二三四五六"}
    )
    by_first: dict[str, set[str]] = {}
    for pair in pairs:
        by_first.setdefault(pair[0], set()).add(pair[1])
    worded = "|".join(
        f"{first}(?=[{''.join(sorted(map(re.escape, seconds)))}])"
        for first, seconds in sorted(by_first.items())
        if not first.isdecimal()
    )
    follows = r"(?=\s?[年月日号点时周天个小分秒世季财会多余又旬规计期-]|[./:~]|[至到与和]|\s?fy)"
    return re.compile(
        rf"(?<![{_NUMERALS}])[{_NUMERALS}]++{follows}|{worded}|[半几数](?=[年个天月日周小十分])|[早晚](?=[上间晨\d一二三四五六七八九十])"
        r"|[“\"「『](?=十[一二三四五六七八九]?五|[六七八九]五)|fy\s?(?=\d)|第?q(?=[1-4])|第(?=\d)"
    )


@cache
def scan() -> re.Pattern[str]:
    """The compiled scan; made once."""
    return _scan()
