"""What stands beside a Chinese number: unit, currency, classifier and noun, comparator, change."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_before import Ending
from claims.reading.figures_draft import COMPARATORS, Draft, ceiling, scaled
from claims.reading.figures_units import PERCENT, Unit, chinese_units
from claims.reading.figures_zh_grammar import REACH, N, grammar
from claims.reading.numerals import zh_decimal
from claims.reading.wordfile import word_file
from claims.vocabulary import Comparator, FigureKind

THAN = {**dict.fromkeys("大高多长", Comparator.over), **dict.fromkeys("小低少短", Comparator.under)}  # 比三十大


GLUE = tuple("_/\\:@#.")  # marks that tie a number to a name or an address


LASTING = re.compile(
    r"(?:连续|为期|历时|长达|满|逾|超过|至少|最长|最多|不超过)[^，。]?$"
)  # before 7日 as a span of days


NOUN = 14  # the longest counted noun that is taken


def with_unit(text: str, low: str, draft: Draft, end: int, alone: bool) -> bool:
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


def stands_alone(low: str, at: int, stop: int, end: int, elided: bool) -> bool:
    """Whether a number without a unit is a figure: digits that are no name, or a long Chinese numeral."""
    after = low[stop : stop + 1] if stop < end else ""
    before = low[at - 1 : at]
    if not elided:
        if before.startswith(GLUE) or (before.isascii() and before.isalpha()):
            return False
        if after.startswith((*GLUE[:-1], *"号路线街弄栋室日月")) or (after.isascii() and after.isalpha()):
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


def is_article(low: str, draft: Draft, at: int, stop: int) -> bool:
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


def dressed(low: str, draft: Draft, floor: int, end: int) -> Draft:
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
    return with_change(low, draft, floor)


def _over_a_noun(low: str, end: int, floor: int) -> Ending[Comparator] | None:
    """接近去年均值的两倍: the comparator stands before what is multiplied."""
    for at in range(end - 1, max(floor, end - 14), -1):
        if low[at] in "，。；,;、":
            return None
        found: Ending[Comparator] | None = grammar().before.search(low, floor, at)
        if found is not None and found.value is not Comparator.equal:
            return found
    return None


def _mark(found: re.Match[str], key: str) -> Comparator:
    marks = list(word_file("figures_zh")[key])
    return COMPARATORS[marks[int((found.lastgroup or "").removeprefix("a"))]]


def with_change(low: str, draft: Draft, floor: int) -> Draft:
    """跌超1%, 收涨0.86%: the way of the change."""
    if draft.kind in (FigureKind.duration, FigureKind.rank):
        return draft
    found = grammar().change.search(low, max(floor, draft.start - REACH), draft.start)
    if found is not None:
        draft.direction = found.value
    return draft
