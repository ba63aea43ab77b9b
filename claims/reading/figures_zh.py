"""Chinese figures: 8.5万个, 约100亿美元, 近三成, 跌超1%, 2100余人, 百分之五, 增长1.6倍, 七千到九千亿元."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from types import SimpleNamespace

from claims.reading.figures_before import Changes, Currencies, Ending, Endings, turned
from claims.reading.figures_draft import COMPARATORS, MOST, TRIES, Draft, ceiling, decimal, merged, scaled
from claims.reading.figures_units import PERCENT, Unit, chinese_units, choice
from claims.reading.numerals import ZH_DIGITS, zh_decimal
from claims.reading.wordfile import word_file
from claims.vocabulary import Comparator, FigureKind

N = "零一二三四五六七八九十百千万亿兆两廿卅"
SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "打": 12, "对": 2}
LATIN = {"k": 10**3, "w": 10**4, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "g": 10**9, "tn": 10**12}
THAN = {**dict.fromkeys("大高多长", Comparator.over), **dict.fromkeys("小低少短", Comparator.under)}  # 比三十大
REACH = 14  # characters before a number in which its comparator and currency stand
LINKS = frozenset(("", "并且", "且", "而且", "和", "而", "但", "但是", "又", "也", "同时", "、"))
GLUE = tuple("_/\\:@#.")  # marks that tie a number to a name or an address
LASTING = re.compile(
    r"(?:连续|为期|历时|长达|满|逾|超过|至少|最长|最多|不超过)[^，。]?$"
)  # before 7日 as a span of days
NOUN = 14  # the longest counted noun that is taken
SIGNS = re.compile(r"[\d负零一二三四五六七八九十百千万亿兆两廿卅数几半翻大众许无若好倍第\-]")
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
    digits = r"(?P<d>\d{1,3}(?:,\d{3})++(?:\.\d{1,18})?|\d{1,30}(?:\.\d{1,18})?)"
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


def read(text: str, low: str, start: int, end: int, taken: list[tuple[int, int]], alone: bool) -> list[Draft]:
    """The figures of low[start:end] outside the taken stretches, in order and without overlap."""
    out: list[Draft] = []
    done, tries, spans, upcoming = start, 0, iter(taken), (-1, -1)
    for found in SCAN.finditer(low, start, end):
        at = found.start()
        if at < done:
            continue
        while upcoming[1] <= at and (following := next(spans, None)) is not None:
            upcoming = following
        if upcoming[0] <= at < upcoming[1]:
            done = upcoming[1]
            continue
        stop_at = min(end, upcoming[0]) if upcoming[0] > at else end
        tries += 1
        if tries > TRIES or len(out) > MOST:
            break
        draft, stop = _figure(text, low, at, max(start, done), stop_at, alone)
        if draft is not None:
            out.append(draft)
        done = max(done, stop)
    return merged(out, low, LINKS)


def _figure(text: str, low: str, at: int, floor: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    """The figure at the offset and where to go on; (None, at) when there is none."""
    g = grammar()
    for back in (0, 1, 2, 3):
        if at - back >= floor - 3 and (skip := g.skip.match(low, at - back, end)) and skip.end() > at and not alone:
            return None, skip.end()
    if (phone := g.phone.match(low, at, end)) and not alone:
        return None, phone.end()
    char = low[at]
    if char in "数几好若":
        return _vague(low, at, floor, end)
    if char == "翻":
        return _doubled(low, at, end)
    if char == "半":
        return _half(low, at, floor, end)
    if low.startswith("仅次于", at):
        return Draft(at, at + 3, Decimal(2), kind=FigureKind.rank), at + 3
    if char == "第":
        return _rank(low, at, end, alone)
    if (percent := g.percent.match(low, at, end)) and (number := _number(low, percent.end(), end)):
        divisor = {"百": 1, "千": 10, "万": 100, "百万": 10**4, "千万": 10**5, "万万": 10**6}[percent["n"]]
        draft = Draft(at, number[0], scaled(number[1], 1) / divisor, unit=PERCENT, kind=FigureKind.percent)
        return _dressed(low, draft, floor, end), draft.end
    return _counted(text, low, at, floor, end, alone)


def _counted(text: str, low: str, at: int, floor: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    g = grammar()
    first = _number(low, at, end)
    if first is None:
        return None, _past_digits(low, at, end)
    stop, value = first
    if _is_code(low, at, stop, floor, end) and not alone:
        return None, stop
    if (fraction := g.fraction.match(low, stop, end)) and not fraction["and"] and value:
        number = _number(low, fraction.end(), end)
        if number is not None:
            draft = Draft(at, number[0], number[1] / value, kind=FigureKind.ratio)
            return _dressed(low, draft, floor, end), draft.end
    if (joined := g.and_fraction.match(low, stop, end)) and (below := _number(low, joined.end(), end)) and below[1]:
        bar = g.fraction.match(low, below[0], end)
        above = _number(low, bar.end(), end) if bar else None
        if above is not None:
            draft = Draft(at, above[0], value + above[1] / below[1], kind=FigureKind.ratio)
            return _dressed(low, draft, floor, end), draft.end
    draft = Draft(at, stop, value)
    if (pair := _pair(low, at, stop)) is not None:
        draft.value, draft.low, draft.high = None, *pair
    if stop < end and low[stop] == "^":
        return _power(low, at, value, stop, floor, end)
    elided = low[at] not in "0123456789-+负"
    more = g.more.match(low, stop, end)
    if (
        more is not None
        and not (more["m"] in ("来", "几") and not more["s"] and more["m"] == "来")
        and draft.value is not None
    ):
        draft = _more(low, draft, more)
    before_unit = draft.end
    unit_found = _with_unit(text, low, draft, end, alone)
    ranged = (
        _range(text, low, draft, end, alone)
        if draft.value is not None and draft.comparator is Comparator.equal
        else None
    )
    if ranged is not None:
        return _dressed(low, ranged, floor, end), ranged.end
    if not unit_found and not alone and not _stands_alone(low, at, draft.end, end, elided):
        currency = g.currency.search(low, max(floor, at - REACH), at)
        if currency is None and not (before_unit > stop):
            return None, draft.end
    if elided and not alone and _article(low, draft, at, stop):
        return None, stop
    return _dressed(low, draft, floor, end), draft.end


def _is_code(low: str, at: int, stop: int, floor: int, end: int) -> bool:
    """FX-90, N+1, Dojo 2 and 01 are names."""
    if low[at] in N:
        return False
    before, earlier = low[at - 1 : at], low[at - 2 : at - 1]
    if before in ("-", "+") and earlier.isascii() and earlier.isalnum():
        return True
    if low[at] == "0" and stop - at > 1 and low[at + 1].isdecimal():
        return True
    if before == " " and earlier.isascii() and earlier.isalpha() and low[at:stop].isdecimal():
        behind = low[stop : stop + 2]
        return (
            not grammar().before.search(low, max(floor, at - REACH), at)
            and not grammar().currency.search(low, max(floor, at - REACH), at)
            and (behind[:1] in (" ", "", ",", "，", "。", "、") or behind[:1].isascii())
        )
    return False


def _number(low: str, at: int, end: int) -> tuple[int, Decimal] | None:
    """The number at the offset: (where it ends, its value)."""
    found = grammar().number.match(low, at, end)
    if found is None:
        return None
    stop = found.end()
    if digits := found["d"]:
        value = decimal(digits.replace(",", ""))
        scale = re.sub(r"\s", "", found["s"] or "")
        if value is None:
            return None
        if scale and all(char in SCALE for char in scale):
            for char in scale:
                value = scaled(value, SCALE[char])
        elif scale:
            whole = zh_decimal(digits.replace(",", "") + scale) if "." not in digits else None
            if whole is None:
                return None
            value = whole
        while low[stop - 1].isspace():
            stop -= 1
        latin = grammar().latin.match(low, stop, end) if not scale else None
        if (
            latin is not None
            and (latin["l"] not in ("m", "g", "b") or low[stop : stop + 1] == latin["l"])
            and low[latin.end() : latin.end() + 1] not in ("²", "³", "/")
        ):
            value, stop = scaled(value, LATIN[latin["l"]]), latin.end()
    else:
        words = re.sub(r"\s", "", found["z"])
        if len(words) > 1 and words[-1] == "两" and not found["f"]:
            words, stop = words[:-1], found.start("z") + found["z"].rindex("两")
        if len(words) > 40:
            return None
        whole = zh_decimal(words + (f"点{found['f']}" if found["f"] else ""))
        if whole is None:
            return None
        value = whole
        for char in found["fs"] or "":
            value = scaled(value, SCALE[char])
    return stop, -value if found["sign"] and found["sign"].strip() in ("负", "-", "零下") else value


def _past_digits(low: str, at: int, end: int) -> int:
    stop = at + 1
    while stop < end and (low[stop].isdecimal() or low[stop] in N):
        stop += 1
    return stop


def _power(low: str, at: int, value: Decimal, stop: int, floor: int, end: int) -> tuple[Draft | None, int]:
    exponent = re.compile(r"\^(-{0,2})(\d{1,2})(?!\d)").match(low, stop, end)
    if exponent is None:
        return None, stop + 1
    power = int(exponent[2]) * (-1 if exponent[1] == "-" else 1)
    try:
        raised = Decimal(abs(value)) ** power * (-1 if value < 0 else 1)
    except ArithmeticError:
        return None, exponent.end()
    return _dressed(low, Draft(at, exponent.end(), raised), floor, end), exponent.end()


def _pair(low: str, at: int, stop: int) -> tuple[Decimal, Decimal] | None:
    """七八个 is seven or eight, 三四十 thirty or forty."""
    words = low[at:stop]
    if len(words) < 2 or len(words) > 4 or words[0] not in ZH_DIGITS or words[1] not in ZH_DIGITS:
        return None
    first, second = ZH_DIGITS[words[0]], ZH_DIGITS[words[1]]
    if second != first + 1 or first == 0 or any(char not in SCALE for char in words[2:]):
        return None
    factor = Decimal(1)
    for char in words[2:]:
        factor *= SCALE[char]
    return first * factor, second * factor


def _more(low: str, draft: Draft, more: re.Match[str]) -> Draft:
    """2100余, 十几万, 三十多: at least so much, and less than one more of the last place."""
    value = draft.value or Decimal(0)
    top = ceiling(value)
    for char in more["s"]:
        value, top = scaled(value, SCALE[char]), scaled(top, SCALE[char])
    draft.value, draft.ceiling, draft.end = value, top, more.end()
    draft.comparator = Comparator.about if more["m"] == "来" else Comparator.over
    return draft


def _with_unit(text: str, low: str, draft: Draft, end: int, alone: bool) -> bool:
    """Adds the unit behind the number; False when none stands there."""
    g = grammar()
    stop = draft.end
    if points := g.points.match(low, stop, end):
        _apply(draft, chinese_units()["百分点"])
        draft.end = points.end()
        return True
    if dozen := g.dozen.match(low, stop, end):
        _apply(draft, Unit(None, FigureKind.count), 12)
        draft.end = dozen.end()
        return True
    if (share := g.share.match(low, stop, end)) and (
        low[draft.start : stop] != "一"
        or share["m"]
        or alone
        or low[draft.start - 1 : draft.start] in "约近超逾降跌增涨达有"
    ):
        factor = 10
        extra = Decimal(5) if share["half"] else Decimal(0)
        _apply(draft, Unit(PERCENT, FigureKind.percent), factor, extra)
        draft.end = share.end()
        if share["m"] == "多":
            draft.comparator, draft.ceiling = Comparator.over, (draft.value or Decimal(0)) + 10
        elif share["m"]:
            draft.comparator = Comparator.at_least
        return True
    if discount := g.discount.match(low, stop, end):
        factor = 10 if draft.value is not None and draft.value <= 10 else 1
        _apply(draft, Unit(PERCENT, FigureKind.percent), factor)
        draft.end = discount.end()
        return True
    if times := g.times.match(low, stop, end):
        _multiple(low, draft)
        draft.end = times.end()
        if times["m"] or times["m2"]:
            draft.comparator = Comparator.over
        return True
    unit = g.unit.match(low, stop, end)
    counted = g.classifier.match(low, stop, end)
    if unit is not None and _is_unit(low, unit, counted, draft, end):
        _unit(low, draft, unit, end)
        return True
    if counted is not None:
        _classified(text, low, draft, counted, end)
        return True
    noun = re.compile(r"\s?(?P<n>[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?)").match(low, stop, end)
    if noun is not None and draft.value is not None:
        draft.noun = text[noun.start("n") : noun.end("n")]
        return True
    return False


def _is_unit(low: str, unit: re.Match[str], counted: re.Match[str] | None, draft: Draft, end: int) -> bool:
    word = unit["u"]
    following = low[unit.end("u") : unit.end("u") + 2]
    if counted is not None and len(counted["c"]) > len(word):
        return False
    if word == "两":
        return not following.startswith(tuple("个位名家条国岸地次千百万亿种"))
    if word == "日":
        lasting = LASTING.search(low, max(0, draft.start - 6), draft.start)
        return lasting is not None or following.startswith(("内", "以上", "之内", "以内"))
    if word == "分钱" and low[draft.start : draft.end] == "一":
        return False
    if word in ("方", "点", "级", "节", "里", "分", "码", "度", "块", "寸", "升", "克", "桶"):
        if word == "分" and following[:1] in "之别析":
            return False
        if word == "块":
            return (
                not (following[:1].isalpha() or following[:1].isdecimal())
                or following.startswith("钱")
                or (re.match(r"[\d一二三四五六七八九]", following) is not None and True)
            )
        if word == "里":
            return following[:1] in ("", "路", "地", "长", "，", "。", "的", "外", ",", ".")
        if word == "方":
            return not following.startswith(tuple("面案法向式针便"))
        if word == "点":
            return following[:1] in ("", "，", "。", ",", ".", "、", "；", ")", "关", "整", "上", "下")
        if word in ("级", "节", "度"):
            return (
                word == "度"
                and not following.startswith(("电", "假"))
                and low[draft.start : draft.end] not in ("一", "两", "再")
            )
    if word in ("日", "年", "晚", "夜", "周", "秒", "月个"):
        return not (word == "日" and following.startswith(tuple("本军内瓦级")))
    return True


def _apply(draft: Draft, unit: Unit, factor: Decimal | int = 1, extra: Decimal | int = 0) -> None:
    draft.unit, draft.kind = unit.name, unit.kind
    draft.value = None if draft.value is None else scaled(draft.value, factor) + extra
    draft.low = None if draft.low is None else scaled(draft.low, factor)
    draft.high = None if draft.high is None else scaled(draft.high, factor)
    draft.ceiling = None if draft.ceiling is None else scaled(draft.ceiling, factor)


def _unit(low: str, draft: Draft, found: re.Match[str], end: int) -> None:
    unit = chinese_units()[found["u"]]
    _apply(draft, unit, Decimal(unit.scale))
    draft.end = found.end()
    if found["m"] in ("多", "余"):
        draft.comparator, draft.ceiling = Comparator.over, ceiling(draft.value or Decimal(0), Decimal(1))
    elif found["m"] == "半" and draft.value is not None:
        draft.value += Decimal("0.5")
    if found["u"] in ("元", "块", "圆", "块钱") and draft.value is not None:
        _small_change(low, draft, end)
    if unit.kind is FigureKind.money:
        named = re.compile(r"\s?(?P<c>人民币|美元|港币|新台币|欧元)").match(low, draft.end, end)
        if named is not None and found["u"] == "元":
            draft.unit, draft.end = chinese_units()[named["c"]].name, named.end()


def _small_change(low: str, draft: Draft, end: int) -> None:
    """123元1角1分, 十块三毛, 一块二."""
    for _ in range(2):
        found = grammar().money.match(low, draft.end, end)
        if found is None or (found["u"] is None and not (low[draft.end - 1] == "块" and len(found["n"]) == 1)):
            return
        tenth = zh_decimal(found["n"])
        if tenth is None or draft.value is None or tenth > 99:
            return
        scale = Decimal("0.01") if found["u"] == "分" else Decimal("0.1")
        draft.value += tenth * scale
        draft.end = found.end()
        if found["n2"]:
            draft.value += (zh_decimal(found["n2"]) or 0) * Decimal("0.01")
            return


def _multiple(low: str, draft: Draft) -> None:
    """增长1.6倍 is 160 percent more; 是上年的2.6倍 is 2.6 times as much."""
    change = grammar().change.search(low, max(0, draft.start - REACH), draft.start)
    if (
        change is not None
        and not grammar().multiple_of.search(low, max(0, draft.start - 10), draft.start)
        and low[draft.start - 1] not in "至到"
    ):
        _apply(draft, Unit(PERCENT, FigureKind.percent), 100)
        return
    _apply(draft, Unit("times", FigureKind.multiple))


def _classified(text: str, low: str, draft: Draft, found: re.Match[str], end: int) -> None:
    draft.end = found.end()
    if found["m"] and draft.value is not None:
        draft.comparator, draft.ceiling = Comparator.over, ceiling(draft.value, Decimal(1))
    word = found["c"]
    if word in word_file("figures_zh")["content"]:
        draft.noun = text[found.start("c") : found.end("c")]
        return
    noun = _noun(text, low, found.end(), end)
    draft.noun = noun or (text[found.start("c") : found.end("c")] if word != "个" else None)


def _noun(text: str, low: str, at: int, end: int) -> str | None:
    stop, limit = at, min(end, at + NOUN)
    while stop < limit:
        char = low[stop]
        if char == " ":
            if stop + 1 < limit and low[stop + 1].isascii() and low[stop + 1].isalnum() and stop > at:
                stop += 1
                continue
            if stop > at:
                break
        elif not (char.isalnum() or char in "-·") or (char in N and not char.isascii()):
            break
        if char.isalpha() and not char.isascii() and grammar().stops.match(low, stop, limit):
            break
        stop += 1
    return text[at:stop].strip(" -·") or None


def _range(text: str, low: str, first: Draft, end: int, alone: bool) -> Draft | None:
    """5至7个, 七千到九千亿元, 10-15k元: two numbers and one unit."""
    to = grammar().to.match(low, first.end, end)
    if to is None:
        return None
    number = _number(low, to.end(), end)
    if number is None:
        return None
    stop, value = number
    second = Draft(to.end(), stop, value)
    has_unit = _with_unit(text, low, second, end, alone)
    bare_first = first.unit is None and first.noun is None and low[first.end - 1] not in "个"
    if not bare_first and first.unit != second.unit and not (second.unit is None and second.noun):
        return None
    if low[first.end - 1] in "个名家台" and low[second.end - 1 : second.end] == "" and not has_unit:
        return None
    low_value, high_value = first.value, second.value
    if low_value is None or high_value is None:
        return None
    if bare_first:
        low_value = _shared_scale(low, first, second, low_value)
        if second.kind is FigureKind.percent and low[second.end - 1] in "成折":
            low_value = scaled(low_value, 10)
    if low_value >= high_value:
        return None
    return Draft(
        first.start,
        second.end,
        None,
        low_value,
        high_value,
        second.unit or first.unit,
        second.kind if second.unit else first.kind,
        noun=second.noun or first.noun,
    )


def _shared_scale(low: str, first: Draft, second: Draft, value: Decimal) -> Decimal:
    """In 七千到九千亿元 both are 亿; in 1万至5万 each has its own."""
    if set(low[first.start : first.end]) & set("万亿兆kwmb"):
        return value
    found = grammar().number.match(low, second.start, second.end)
    if found is None:
        return value
    if latin := grammar().latin.match(low, found.end(), second.end):
        return scaled(value, LATIN[latin["l"]])
    words = found[0].strip()
    big = words[len(words.rstrip("万亿兆")) :]
    small = words[len(words.rstrip("百千万亿兆")) : len(words) - len(big)]
    single = first.end - first.start == 1 and len(words) - len(big) - len(small) == 1
    for char in big + (small if single else ""):
        value = scaled(value, SCALE[char])
    return value


def _stands_alone(low: str, at: int, stop: int, end: int, elided: bool) -> bool:
    """Whether a number without a unit is a figure: digits that are no name, or a long Chinese numeral."""
    after = low[stop : stop + 1] if stop < end else ""
    before = low[at - 1 : at]
    if not elided:
        if before.startswith(GLUE) or (before.isascii() and before.isalpha()):
            return False
        if after.startswith((*GLUE[:-1], *"号路线街弄栋室")) or (after.isascii() and after.isalpha()):
            return False
        if before == "-" and low[at - 2 : at - 1].isalnum():
            return False
        spaced = before == " " and low[at - 2 : at - 1].isascii() and low[at - 2 : at - 1].isalpha()
        return not (spaced and not grammar().before.search(low, max(0, at - REACH), at))
    words = low[at:stop]
    if sum(char in N for char in words) < 2:
        return grammar().before.search(low, max(0, at - 6), at) is not None and any(
            char in "百千万亿" for char in words
        )
    return (
        any(char in "十百千万亿兆" for char in words)
        and not after.startswith(tuple("里分足字"))
        and words not in ("十一", "万万", "千万", "百万", "亿万")
    )


def _article(low: str, draft: Draft, at: int, stop: int) -> bool:
    """一家, 一台 are articles; 一颗, 其中一家, 一家都没有 count."""
    if (
        low[at:stop] != "两"
        and len(low[at:stop]) == 1
        and draft.unit is None
        and low[stop : stop + 1]
        in ("期", "届", "班", "组", "楼", "层", "区", "队", "部", "级", "星", "面", "国", "省", "市", "县", "院", "校")
    ):
        return low[stop : stop + 1] not in ("省", "市", "县", "国")
    if low[at:stop] != "一" or (draft.unit is not None and draft.kind is not FigureKind.duration):
        return False
    if draft.kind is FigureKind.duration:
        return low[at - 1 : at] in ("第", "这", "那", "每", "有", "同") or draft.unit == "day"
    return low[stop : stop + 1] not in word_file("figures_zh")["rare_one"]


def _vague(low: str, at: int, floor: int, end: int) -> tuple[Draft | None, int]:
    """数千枚 is at least two thousand; 数月 is several months."""
    g = grammar()
    if found := g.vague.match(low, at, end):
        value = Decimal(2)
        for char in found["s"]:
            value = scaled(value, SCALE[char])
        draft = Draft(at, found.end(), value, comparator=Comparator.at_least)
        _with_unit(low, low, draft, end, False)
        return _change(low, draft, floor), draft.end
    if found := g.several.match(low, at, end):
        if low[at - 1 : at] in "多人参岁指系倍分总计无函级次第小奇偶整负系代对实序读件份户少好" and low[at] in "数几":
            return None, found.end()
        draft = Draft(at, found.end(), None, Decimal(2), comparator=Comparator.several)
        _with_unit(low, low, draft, end, False)
        draft.comparator = Comparator.several
        return draft, draft.end
    return None, at + 1


def _doubled(low: str, at: int, end: int) -> tuple[Draft | None, int]:
    found = grammar().double.match(low, at, end)
    if found is None:
        return None, at + 1
    count = int(zh_decimal(found["n"]) or 1) if found["n"] else 1
    value = Decimal(2) ** (2 if found["n"] == "两" else count)
    return Draft(at, found.end(), value, unit="times", kind=FigureKind.multiple, direction=1), found.end()


def _half(low: str, at: int, floor: int, end: int) -> tuple[Draft | None, int]:
    """半年 is six months, 半数 a half."""
    if low[at - 1 : at] in ("上", "下", "多", "后", "前", "过", "大", "夜", "一"):
        if low[at - 1 : at] in ("一", "过") and low[at + 1 : at + 2] not in "年月天个":
            start = at - 1 if low[at - 1] == "一" else at
            mark = Comparator.over if low[start - 1 : start] in "过超" or low[at - 1] == "过" else Comparator.equal
            return Draft(start, at + 1, Decimal(50), unit=PERCENT, kind=FigureKind.percent, comparator=mark), at + 1
        return None, at + 1
    found = grammar().half_unit.match(low, at, end)
    if found is None:
        return None, at + 1
    word = found["u"]
    if word == "数":
        return _dressed(
            low, Draft(at, found.end(), Decimal(50), unit=PERCENT, kind=FigureKind.percent), floor, end
        ), found.end()
    if word == "成":
        return None, found.end()
    value, unit = (
        (Decimal(6), "month")
        if word == "年"
        else (Decimal("0.5"), {"月": "month", "小": "hour", "小时": "hour", "世纪": "century"}.get(word, "day"))
    )
    draft = Draft(at, found.end(), value, unit=unit, kind=FigureKind.duration)
    if low[draft.end : draft.end + 1] in ("多", "余"):
        draft.end, draft.comparator = draft.end + 1, Comparator.over
    return _dressed(low, draft, floor, end), draft.end


def _rank(low: str, at: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    found = grammar().rank.match(low, at, end)
    if found is None:
        return None, at + 1
    value = zh_decimal(found["n"])
    if value is None or not (alone or found["u"]):
        return None, found.end()
    return Draft(at, found.end(), value, kind=FigureKind.rank), found.end()


def _dressed(low: str, draft: Draft, floor: int, end: int) -> Draft:
    """The words in front and behind: comparator, currency, change."""
    g = grammar()
    start = max(floor, draft.start - REACH)
    money = g.currency.search(low, start, draft.start)
    if (
        money is not None
        and (draft.unit in (None, "CNY") or draft.kind is FigureKind.money)
        and draft.kind in (FigureKind.count, FigureKind.money)
    ):
        draft.unit, draft.kind = money.value, FigureKind.money
        draft.start, draft.noun = money.start, None
        start = max(floor, draft.start - REACH)
    if draft.unit in ("degree", "degree celsius") and low[max(floor, draft.start - 4) : draft.start].strip() in (
        "华氏温度",
        "华氏",
    ):
        draft.unit = "degree fahrenheit"
    behind = g.after.match(low, draft.end, end)
    if (
        behind is not None
        and draft.value is not None
        and draft.comparator is Comparator.equal
        and not (behind["a2"] == "内" and draft.kind is not FigureKind.duration)
        and not (behind["a1"] == "起" and draft.kind is not FigureKind.money)
    ):
        draft.comparator, draft.end = _mark(behind, "after"), behind.end()
    if (
        low[draft.start - 1 : draft.start] == "比"
        and (than := THAN.get(low[draft.end : draft.end + 1]))
        and draft.value is not None
    ):
        draft.start, draft.end, draft.comparator = draft.start - 1, draft.end + 1, than
    before = g.before.search(low, start, draft.start)
    if before is None and draft.unit in ("times", PERCENT) and low[draft.start - 1 : draft.start] == "的":
        before = _over_a_noun(low, draft.start - 1, 0)
    if before is not None and before.value is not Comparator.equal:
        nearby = before.word[0] == "近" and low[before.start - 1 : before.start] in ("最", "附", "亲")
        if not nearby:
            draft.start = before.start
            draft.comparator = before.value if draft.value is not None else draft.comparator
    return _change(low, draft, floor)


def _over_a_noun(low: str, end: int, floor: int) -> Ending[Comparator] | None:
    """接近去年均值的两倍: the comparator stands before what is multiplied."""
    for at in range(end - 1, max(floor, end - 14), -1):
        if low[at] in "，。；,;、":
            return None
        found = grammar().before.search(low, floor, at)
        if found is not None and found.value is not Comparator.equal:
            return found
    return None


def _mark(found: re.Match[str], key: str) -> Comparator:
    marks = list(word_file("figures_zh")[key])
    return COMPARATORS[marks[int((found.lastgroup or "").removeprefix("a"))]]


def _change(low: str, draft: Draft, floor: int) -> Draft:
    """跌超1%, 收涨0.86%: the way of the change."""
    if draft.kind in (FigureKind.duration, FigureKind.rank):
        return draft
    found = grammar().change.search(low, max(floor, draft.start - REACH), draft.start)
    if found is not None:
        draft.direction = found.value
    return draft
