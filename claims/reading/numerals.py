"""Numbers as they are written: Chinese numerals, English number words, and digits with their separators.

`normal(text)` is the form all number and date patterns are written for: half-width, simplified where
the character belongs to numbers, dates or units, and lower case. It is as long as the text, so an
offset in one is an offset in the other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

_TRADITIONAL = (
    "週個號點時萬億禮後這兩貳參陸幾數餘約過從間來內農曆歷節國慶勞動聖誕舊歲鐘鍾當現財會計淩開為於達僅滿將擬預標準單雙總圓貨幣"
    "臺灣韓鎊歐盧羅紐噸釐畝頃顆張輛項條隻場戶層棟頭門筆檔種類處屆輪漲減縮長與東陽氣溫攝華負業員發爲稿華師兒婦樓間劑壹盤"
    "週趟戰夠陰臘龍舉復活萬聖閏屬終結財評營訂車廠紙蘭賓馬爾盧圖麥瑞貝維納銖穩傑豐遠離進億約莫較環規劃經審許連續無"
)
_SIMPLIFIED = (
    "周个号点时万亿礼后这两贰参陆几数余约过从间来内农历历节国庆劳动圣诞旧岁钟钟当现财会计凌开为于达仅满将拟预标准单双总圆货币"
    "台湾韩镑欧卢罗纽吨厘亩顷颗张辆项条只场户层栋头门笔档种类处届轮涨减缩长与东阳气温摄华负业员发为稿华师儿妇楼间剂一盘"
    "周趟战够阴腊龙举复活万圣闰属终结财评营订车厂纸兰宾马尔卢图麦瑞贝维纳铢稳杰丰远离进亿约莫较环规划经审许连续无"
)
_CAPITALS = dict(
    zip("壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟弌弍弎〇○◯零", "一二二三三三四五六六七八九十百千一二三零零零零", strict=True)
)


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {
        0x3000: " ",
        0xA0: " ",
        0x2009: " ",
        0x202F: " ",
        ord("﹣"): "-",
        ord("−"): "-",
        ord("﹪"): "%",
        ord("㎡"): "㎡",
    }
    table |= {ord(char): "-" for char in "‐‑–—―"} | {ord("〜"): "~", ord("∼"): "~", ord("’"): "'", ord("‘"): "'"}
    table |= {ord(a): b for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
    table |= {ord(a): b for a, b in _CAPITALS.items()}
    table |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    table |= {code: chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)}
    return table


_NORMAL = _table()


def normal(text: str) -> str:
    """The text in the form the patterns read, character for character."""
    return text.translate(_NORMAL)


# ── Chinese ──────────────────────────────────────────────────────────────────

ZH_DIGITS = {char: index for index, char in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "仨": 3}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_PURE = re.compile(r"[零一二三四五六七八九0-9]{2,}\Z")


def zh_integer(text: str) -> int | None:
    """The whole number written in Chinese numerals or digits, or both; None when it is not one.

    一百五十二 152, 两千四百五 2450, 三万五 35000, 二零二四 2024, 5万4千 54000, 四万万 400000000.
    """
    if text.isdecimal() and text.isascii():
        return int(text)
    if _PURE.match(text):
        return int("".join(str(ZH_DIGITS.get(char, char)) for char in text))
    return _place_values(text)


def _place_values(text: str) -> int | None:
    total = section = 0  # above and below the last 万, 亿 or 兆
    digit: int | None = None
    unit = 1  # of the place before, for the trailing digit of 三万五
    zero = False
    position, size = 0, len(text)
    while position < size:
        char = text[position]
        if char.isdecimal():
            stop = position
            while stop < size and text[stop].isdecimal():
                stop += 1
            digit, position = int(text[position:stop]), stop
            unit = 1 if stop - position > 1 else unit
            continue
        if char in ZH_DIGITS:
            if digit is not None and not (digit == 0 or ZH_DIGITS[char] == 0):
                return None
            zero = zero or ZH_DIGITS[char] == 0
            digit = ZH_DIGITS[char]
        elif char in _TENS:
            section, digit, unit = section + _TENS[char], None, 10
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit, unit, zero = None, _SMALL[char], False
        elif char in _LARGE:
            section += digit or 0
            scale = _LARGE[char]
            if total and scale >= unit and section == 0:
                total *= scale
            elif total and total < scale:
                total = (total + section) * scale
            else:
                total += (section or 1) * scale
            section, digit, unit, zero = 0, None, scale, False
        else:
            return None
        position += 1
    if digit is not None:
        trailing = digit < 10 and unit >= 100 and not zero and text[-1] in ZH_DIGITS
        section += digit * (unit // 10) if trailing else digit
    return total + section


def zh_decimal(text: str) -> Decimal | None:
    """The number in Chinese numerals, perhaps with 点 and a fraction; None when it is not one."""
    whole, point, fraction = text.partition("点")
    value = zh_integer(whole) if whole else 0
    if value is None or not point:
        return None if value is None else Decimal(value)
    digits = "".join(str(ZH_DIGITS.get(char, char)) for char in fraction)
    return Decimal(f"{value}.{digits}") if digits.isdecimal() else None


# ── English ──────────────────────────────────────────────────────────────────

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TY = "twenty thirty forty fifty sixty seventy eighty ninety"
EN_SMALL = {word: number for number, word in enumerate(_ONES.split())} | {
    word: 10 * number for number, word in enumerate(_TY.split(), 2)
}
EN_LARGE = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "crore": 10**7,
}
_ODD = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "nineth": 9, "twelfth": 12}


@cache
def en_ordinals() -> dict[str, int]:
    """first to ninety, hundredth and up: the words of order and their numbers."""
    regular = {f"{word}th": number for word, number in EN_SMALL.items() if number and f"{word}th" not in ("onth",)}
    tens = {f"{word[:-1]}ieth": number for word, number in EN_SMALL.items() if number >= 20}
    large = {f"{word}th": number for word, number in EN_LARGE.items()}
    wrong = {"oneth", "twoth", "threeth", "fiveth", "eightth", "nineth", "twelveth"}
    return {word: number for word, number in (regular | tens | large).items() if word not in wrong} | _ODD


def en_integer(words: list[str]) -> int | None:
    """The whole number of a run of English number words ("two hundred and five"); None when it is not one.

    Two numbers under a hundred in a row are a year as spoken: nineteen seventy eight is 1978.
    """
    total = current = 0
    spoken = False
    previous = 0
    for word in words:
        if word == "and":
            if previous and previous < 100:
                return None
            continue
        if word in EN_SMALL:
            number = EN_SMALL[word]
            if previous and previous < 100 and not (previous >= 20 and previous % 10 == 0 and number < 10):
                if spoken or current >= 100 or not 10 <= current <= 99 or number < 10:
                    return None
                spoken, current = True, current * 100
            current += number
            previous = number
        elif word == "hundred":
            current, previous = (current or 1) * 100, 100
        elif word in EN_LARGE:
            if total and not current and previous in EN_LARGE.values():
                total *= EN_LARGE[word]
            else:
                total += (current or 1) * EN_LARGE[word]
            current, previous = 0, EN_LARGE[word]
        else:
            return None
    return total + current if words else None
