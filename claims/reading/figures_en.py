"""English figures: $1.2bn, nearly 30%, more than 52 weeks, three million, one in five, half a year, 5-7 percent."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from types import SimpleNamespace

from claims.reading.figures_before import Changes, Currencies, Endings, turned
from claims.reading.figures_draft import COMPARATORS, MOST, TRIES, Draft, decimal, merged, scaled
from claims.reading.figures_units import PERCENT, choice, english_units
from claims.reading.numerals import EN_LARGE, EN_SMALL, en_integer, en_ordinals
from claims.reading.wordfile import word_file
from claims.vocabulary import Comparator, FigureKind

REACH = 34  # characters before a number in which its comparator and currency stand
LINKS = frozenset(("", "and", "but", "and is", "yet", "but is", "or"))
GLYPHS = {"½": "0.5", "⅓": "0.3333333333333333", "⅔": "0.6666666666666667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666666666667", "⅚": "0.8333333333333333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}  # fmt: skip
STATED = (
    "exactly",
    "precisely",
    "equals",
    "equal to",
    "equals to",
    "all but",
    "a total of",
)  # these belong to the figure
COMPARED = ("over ", "than ", "bout ", "most ", "arly ", "east ")  # before which "a year" is a count of one
ALSO = (
    "a",
    "an",
    "and",
    "point",
    "minus",
    "negative",
    "dozen",
    "dozens",
    "few",
    "several",
    "couple",
    "pair",
    "single",
    "nil",
    "nought",
    "m",
    "k",
    "millions",
)
NOUN_WORDS = 3
DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}


@cache
def _number_words() -> tuple[str, ...]:
    return (*EN_SMALL, *EN_LARGE, "nought", "nil", "million", "millions", "billions")


@cache
def grammar() -> SimpleNamespace:
    """The compiled patterns; made once."""
    words = word_file("figures_en")
    plain = choice((*EN_SMALL, "nought", "hundred", "thousand", "million", "billion", "trillion", "crore", "lakh"))
    after = "|".join(f"(?P<a{index}>{choice(words['after'][mark])})" for index, mark in enumerate(words["after"]))
    units = english_units()
    spelled = choice(form for form in units if len(form) > 2 or not form.isalpha())
    short = choice(form for form in units if len(form) <= 2 and form.isalpha())
    return SimpleNamespace(
        scan=re.compile(
            rf"\d(?<![a-z\d_.,/]\d)|\.\d(?<![a-z\d_.,/]\.\d)"
            rf"|\b(?:{plain}|half|quarter|dozens?|several|few|couple|pair|single|numerous|countless|many|scores|hundreds|thousands|millions|billions|trillions|negative|minus|point|{choice(words['multiples'])})\b"
            rf"|\b(?:rm|usd|eur|gbp|chf|cad|rmb|hkd|jpy|aud|inr|sgd|us|myr)\$?(?=\d)|\ban? (?=(?:year|month|week|day|decade|century|hour|minute)\b)"
            rf"|\b(?:an?|one) (?={plain}|half|third|quarter|fifth|dozen|pair|{choice(w for w in en_ordinals() if len(w) > 5)})|[{''.join(GLYPHS)}]"
        ),
        digits=re.compile(
            r"(?P<d>\d{1,3}(?:,\d{3})++(?:\.\d{1,18})?|\d{1,30}(?:\.\d{1,18})?|\.\d{1,18})(?:(?P<e>e[+-]?\d{1,2}(?!\d))|\s?[x×]\s?(?P<base>\d{1,2})\^?(?P<p>-?\d{1,2})(?!\d)|\^(?P<w>-{0,2}\d{1,2})(?!\d))?"
        ),
        spaced=re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?!\d)"),
        fraction=re.compile(r"\s?/\s?(?P<n>\d{1,4})(?![\d/])"),
        mixed=re.compile(r" (?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\d/])"),
        word=re.compile(r"[a-z]+"),
        scale=re.compile(rf"(?:(?P<gap>[\s-]?)(?P<s>{choice(words['scales'])}))(?![a-z])"),
        before=Endings({word: COMPARATORS[mark] for word, mark in turned(words["before"]).items()}),
        after=re.compile(rf"\s?(?:{after})(?![a-z])"),
        unit=re.compile(rf"(?P<gap>[\s-]?\(?)(?:(?P<u>{spelled})|(?P<t>{short}))(?![a-z\d])(?P<close>\)?)"),
        of_percent=re.compile(r"\s?(?P<u>%)"),
        to=re.compile(r"\s?-?\s?(?:to|-|~|and|or)\s?-?\s?"),
        ratio=re.compile(r"(?: (?P<w>in|out of|of every)|-in-) ?(?:every )?"),
        change=Changes(words["down"], words["up"], words["links"], spaced=True),
        or_more=re.compile(r" or (?:(?P<more>more|greater|larger|bigger)(?: than)?|equal)"),
        change_after=re.compile(
            rf"\s?(?:(?P<down>{choice(words['down_after'])})|(?P<up>{choice(words['up_after'])}))\b"
        ),
        noun=re.compile(r"[\s-]([a-z][a-z0-9'-]*)"),
        rate=re.compile(r" (?:per|an?|each|every) (?P<n>[a-z]+)"),
        currency=Currencies("en"),
        phone=re.compile(
            r"\+?\d{1,3}?[-\s.(]*\d{2,4}[-\s.)]{1,2}\d{3,4}[-\s.]\d{3,4}(?!\d)|\d{7,}(?=\s?\(?(?:ext|tel))"
        ),
        dotted=re.compile(r"\d+\.\d+\.\d[\d.]*|\d{1,2}:\d{2}"),
        and_cents=re.compile(
            r"(?: and| ,|,)? (?P<n>\d{1,2}|[a-z]+(?:[ -][a-z]+)?) ?(?P<c>cents?|pence|sen|¢)\b|(?: and)? (?P<bare>\d\d)(?!\d|[,.]\d|[%:/-]|\s?[a-z])| and (?P<word>[a-z]+)(?=[.,;!?]|$)"
        ),
        sub_unit=re.compile(r"(?: and)? (?P<n>\d{1,2})[\s-]?(?P<u>inches|inch|in)(?![a-z])"),
    )


def only_numbers(low: str) -> bool:
    """True when the words are a number in words and nothing else."""
    words = re.findall(r"[a-z]+", low)
    ordinals, plain = en_ordinals(), {*EN_SMALL, *EN_LARGE, *DENOMINATORS, *ALSO}
    return bool(words) and all(word in plain or word.removesuffix("s") in ordinals for word in words)


def read(text: str, low: str, start: int, end: int, taken: list[tuple[int, int]], alone: bool) -> list[Draft]:
    """The figures of low[start:end] outside the taken stretches, in order and without overlap."""
    out: list[Draft] = []
    if (
        alone
        and (first := grammar().word.search(low, start, end))
        and (rank := _rank(low, first.start(), len(low[:end].rstrip(" .!?"))))
    ):
        return [rank]
    done, tries, spans, upcoming = start, 0, iter(taken), (-1, -1)
    for found in grammar().scan.finditer(low, start, end):
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
    g = grammar()
    if (
        at > floor
        and low[at - 1] == "-"
        and low[at].isdecimal()
        and not low[at - 2 : at - 1].isalnum()
        and low[at - 2 : at - 1] not in ("-", ")", "%", "$")
    ):
        at -= 1
    if low[at].isalpha() and (code := re.compile(r"[a-z]{2,3}\$?(?=\d)").match(low, at, end)):
        at = code.end()
    for pattern in (g.dotted, g.phone):
        if not alone and (skip := pattern.match(low, at, end)):
            return None, skip.end()
    word = g.word.match(low, at, end)
    if word is not None and (special := _special(text, low, at, word[0], floor, end, alone)) is not None:
        return special
    number = _number(low, at, end, alone)
    if number is None:
        return None, max(at + 1, word.end() if word else _past(low, at, end))
    stop, value, sure = number
    if low[at] in "0123456789." and not alone and _is_name(text, low, at, stop, end, floor):
        return None, stop
    draft = Draft(at, stop, value)
    if ratio := _ratio(low, draft, end, alone):
        return _dressed(low, ratio, floor, end), ratio.end
    ranged = _range(text, low, draft, floor, end, alone)
    if ranged is not None:
        return ranged, ranged.end
    money = g.currency.search(low, max(floor, at - REACH), at)
    united = _with_unit(low, draft, end, money is not None, alone)
    if money is not None and draft.unit in (None, "USD"):
        draft.unit, draft.kind, draft.start, united = money.value, FigureKind.money, money.start, True
    if draft.kind is FigureKind.money:
        _cents(low, draft, end)
    if draft.unit == "foot":
        _inches(low, draft, end)
    if not united and not sure and not alone:
        return None, stop
    if draft.kind is FigureKind.duration and not alone and _span_of_time(low, draft):
        return None, draft.end
    if (
        not united
        and low[at].isalpha()
        and low[max(floor, at - 4) : at] == "the "
        and _noun(text, low, draft.end, end) is None
    ):
        return None, stop
    if not united:
        draft.noun = _noun(text, low, draft.end, end)
    elif draft.kind in (FigureKind.money, FigureKind.measure) and (rate := g.rate.match(low, draft.end, end)):
        draft.noun = "per " + text[rate.start("n") : rate.end("n")]
    return _dressed(low, draft, floor, end), draft.end


def _span_of_time(low: str, draft: Draft) -> bool:
    """18-week standard names a thing; "in six years" and "12% over ten years" tell a period."""
    if ("-" in low[draft.start : draft.end].removeprefix("-") and draft.unit != "month") or low[
        draft.start - 4 : draft.start
    ] in (" in ", "\nin "):
        return True
    before = low[max(0, draft.start - 30) : draft.start]
    return bool(
        re.compile(r"(?:%|percent|points?|million|billion|more|lower|higher|up|down) over (?:the )?$").search(before)
    )


def _past(low: str, at: int, end: int) -> int:
    stop = at + 1
    while stop < end and low[stop].isdecimal():
        stop += 1
    return stop


# ── the number itself ────────────────────────────────────────────────────────


def _number(low: str, at: int, end: int, alone: bool) -> tuple[int, Decimal, bool] | None:
    """(where it ends, value, whether it counts something even without a unit)."""
    sign = re.compile(r"(?:(?:minus|negative)\s|-\s?)" if alone else r"(?:(?:minus|negative)\s|-)").match(low, at, end)
    start = sign.end() if sign else at
    found = (
        _digits(low, start, end, alone)
        if start < end and (low[start] in "0123456789." or low[start] in GLYPHS)
        else _worded(low, start, end)
    )
    if found is None:
        return None
    stop, value, sure = found
    return stop, -value if sign else value, sure


def _digits(low: str, at: int, end: int, alone: bool) -> tuple[int, Decimal, bool] | None:
    g = grammar()
    if low[at] in GLYPHS:
        return at + 1, Decimal(GLYPHS[low[at]]), True
    if (spaced := g.spaced.match(low, at, end)) is not None and (alone or "." in spaced[0] or spaced[0].count(" ") > 1):
        value = decimal(spaced[0].replace(" ", ""))
        return None if value is None else (spaced.end(), value, True)
    found = g.digits.match(low, at, end)
    if found is None:
        return None
    value = decimal(found["d"].replace(",", ""))
    if value is None:
        return None
    stop = found.end()
    try:
        if found["e"]:
            value = scaled(value * Decimal(10) ** int(found["e"][1:]), 1)
        elif found["base"]:
            if found["base"] not in ("10", "2") and not alone:
                stop = found.end("d")
            else:
                value = scaled(value * Decimal(int(found["base"])) ** int(found["p"]), 1)
        elif found["w"]:
            value = value ** int(found["w"].replace("--", ""))
    except ArithmeticError:
        return None
    if (mixed := g.mixed.match(low, stop, end)) and int(mixed["b"]):
        return mixed.end(), value + Decimal(int(mixed["a"])) / int(mixed["b"]), True
    if (fraction := g.fraction.match(low, stop, end)) and int(fraction["n"]) and "." not in found["d"]:
        if not alone and int(fraction["n"]) < int(value):
            return None
        return fraction.end(), value / int(fraction["n"]), True
    if stop < end and low[stop] in GLYPHS:
        stop, value = stop + 1, value + Decimal(GLYPHS[low[stop]])
    return *_scaled(low, stop, value, end, alone), True


def _scaled(low: str, stop: int, value: Decimal, end: int, alone: bool) -> tuple[int, Decimal]:
    """million, bn, k behind the number; a tight m is a million only before a noun or behind a currency."""
    words = word_file("figures_en")
    for _ in range(2):
        found = grammar().scale.match(low, stop, end)
        if found is None:
            break
        word = found["s"]
        if word in words["tight_scales"]:
            if found["gap"] == "-" or (
                (found["gap"] and word not in ("k", "cr", "kr", "m", "g")) or (found["gap"] and not alone)
            ):
                break
            if word in ("m", "t", "g", "mm") and not _is_scale(low, word, stop, found.end(), end, alone):
                break
        elif found["gap"] == "-" and word == "dozen":
            break
        value, stop = scaled(value, int(words["scales"][word])), found.end()
    return stop, value


def _is_scale(low: str, word: str, start: int, stop: int, end: int, alone: bool) -> bool:
    digits = start
    while digits > 0 and (low[digits - 1].isdecimal() or low[digits - 1] in ".,"):
        digits -= 1
    if grammar().currency.search(low, max(0, digits - 6), digits):
        return True
    following = low[stop : stop + 2]
    if word == "m":
        noun = re.compile(
            r" (?!of|in|from|to|and|away|long|wide|tall|high|deep|above|below|or|at|by|square|per|x|race|sprint|,)[a-z]{3,}"
        ).match(low, stop, end)
        sentence_end = (
            following.strip(" .,;!?") == ""
            and alone
            and (low[digits] != "1" or start - digits > 1 or low[digits - 1 : digits] == "-")
        )
        return noun is not None or (sentence_end and ("." in low[digits:start] or start - digits <= 1))
    if word == "g":
        return alone
    return False


def _worded(low: str, at: int, end: int) -> tuple[int, Decimal, bool] | None:
    """A number in words, with point, fraction and scale: two hundred and five, one and a half, two thirds."""
    words, ends = _run(low, at, end)
    while words:
        value = _value(words)
        if value is not None:
            stop = ends[len(words) - 1]
            if words[-1] in ("a", "an", "and", "point", "-"):
                words, ends = words[:-1], ends[:-1]
                continue
            scaled_to = (
                _scaled(low, stop, value, end, False)
                if words[-1] not in DENOMINATORS or words[-1] in ("half", "quarter", "quarters")
                else (stop, value)
            )
            sure = len(words) > 1 or words[0] in EN_LARGE or (words[0] in EN_SMALL and words[0] != "one")
            if (
                scaled_to[0] == stop
                and words[0] in ("a", "an")
                and len(words) == 2
                and words[1] in ("second", "third", "quarter", "fifth", "tenth")
            ):
                sure = words[1] not in ("second", "quarter", "fifth", "tenth")
            return *scaled_to, sure
        words, ends = words[:-1], ends[:-1]
    return None


def _run(low: str, at: int, end: int) -> tuple[list[str], list[int]]:
    """The words at the offset that can belong to a number, at most sixteen, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    pattern = grammar().word
    ordinals = en_ordinals()
    while len(words) < 16:
        found = pattern.match(low, at, end)
        if found is None:
            break
        word = found[0]
        singular = word.removesuffix("s")
        known = (
            word in EN_SMALL or word in EN_LARGE or word in DENOMINATORS or word in ("and", "a", "an", "point", "nought", "nil", "dozen")
            or (words and (singular in ordinals or word in ordinals) and (word not in ("first", "second", "seconds", "firsts") or EN_SMALL.get(words[-1], 0) >= 20))
            or (words and word == "millions")
        )  # fmt: skip
        if not known or (word in ("a", "an") and words and words[-1] != "and"):
            break
        words.append(word)
        ends.append(found.end())
        gap = re.compile(r"\s{1,2}|-|\s?&\s").match(low, found.end(), end)
        if gap is None:
            break
        if "&" in gap[0]:
            words.append("and")
            ends.append(gap.end())
        at = gap.end()
    while words and words[-1] in ("and", "point"):
        words.pop()
        ends.pop()
    return words, ends


def _whole(words: list[str]) -> Decimal | None:
    words = ["zero" if word in ("nought", "nil") else "million" if word == "millions" else word for word in words]
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    if words[0] in ("a", "an"):
        words = ["one", *words[1:]] if len(words) > 1 and words[1] in EN_LARGE else []
    if words and words[-1] == "dozen":
        count = _whole(words[:-1]) if len(words) > 1 else Decimal(1)
        return None if count is None else count * 12
    value = en_integer(words) if words and "point" not in words else None
    return None if value is None else Decimal(value)


def _value(words: list[str]) -> Decimal | None:
    if words == ["a", "dozen"] or words == ["dozen"]:
        return Decimal(12)
    if "point" in words:
        left, right = words[: words.index("point")], words[words.index("point") + 1 :]
        scale = Decimal(1)
        while right and right[-1] in EN_LARGE:
            scale *= EN_LARGE[right.pop()]
        whole = _whole(left) if left else Decimal(0)
        if whole is None or not right or not all(word in EN_SMALL or word == "nought" for word in right):
            return None
        digits = (
            "".join("0" if word == "nought" else str(EN_SMALL[word]) for word in right)
            if all(EN_SMALL.get(word, 0) < 10 for word in right)
            else str(en_integer(right) or "")
        )
        return scaled((decimal(f"{whole}.{digits}") or whole) if digits else whole, scale)
    if (denominator := _denominator(words)) is not None:
        return _fraction(*denominator)
    return _whole(words)


def _denominator(words: list[str]) -> tuple[list[str], int] | None:
    """The words before the denominator, and the denominator: (["two"], 3) for two thirds."""
    last = words[-1]
    if last in DENOMINATORS:
        return words[:-1], DENOMINATORS[last]
    ordinals = en_ordinals()
    number = ordinals.get(last) or ordinals.get(last.removesuffix("s"))
    if number is None or number < 3 or len(words) < 2:
        return None
    if (
        number < 10
        and len(words) > 2
        and EN_SMALL.get(words[-2], 0) >= 20
        and words[-3] in ("a", "one", *[w for w in EN_SMALL if EN_SMALL[w] < 20])
    ):
        return words[:-2], EN_SMALL[words[-2]] + number
    if words[-2] == "hundred" and len(words) > 3 and words[-3] in EN_SMALL:
        return words[:-3], EN_SMALL[words[-3]] * 100 + number
    return words[:-1], number


def _fraction(before: list[str], denominator: int) -> Decimal | None:
    if not before:
        return Decimal(1) / denominator if denominator in (2, 4) else None
    ands = [index for index, word in enumerate(before) if word == "and"]
    for index in reversed(ands):
        whole, numerator = before[:index], before[index + 1 :]
        if whole and whole[-1] == "hundred" and numerator not in (["a"], ["one"]):
            continue
        left, right = _whole(whole), Decimal(1) if numerator in (["a"], ["an"], []) else _whole(numerator)
        if left is not None and right is not None:
            return left + right / denominator
    if before in (["a"], ["an"]):
        return Decimal(1) / denominator
    value = _whole(before)
    return None if value is None else value / denominator


# ── words that are figures by themselves ─────────────────────────────────────


def _special(
    text: str, low: str, at: int, word: str, floor: int, end: int, alone: bool
) -> tuple[Draft | None, int] | None:
    words = word_file("figures_en")
    stop = at + len(word)
    if word in words["plural_scales"] and (
        match := re.compile(
            r" of (?P<s>hundreds|thousands|millions|billions|trillions|dollars|pounds|euros|yuan)\b"
        ).match(low, stop, end)
    ):
        return _plural(text, low, at, word, match, floor, end)
    if word in words["plural_scales"]:
        return _plural(text, low, at, word, None, floor, end)
    if word == "several" or (word == "few" and low[max(floor, at - 2) : at] == "a "):
        return _several(text, low, at, stop, end, alone, word)
    if word in words["multiples"]:
        return _multiple(low, at, word, stop, end, floor)
    if word in ("couple", "pair", "single"):
        if not alone:
            return None, stop
        return Draft(floor if alone else at, stop, Decimal(1 if word == "single" else 2)), stop
    if word in ("few", "many", "numerous", "countless", "quarter", "quarters", "point"):
        if word == "few" and alone:
            return Draft(at, stop, Decimal(3), comparator=Comparator.several), stop
        if word in ("quarter",) and re.compile(r" (?:million|billion|trillion|of the|of all|of its|of a)\b").match(
            low, stop, end
        ):
            return None
        if word == "point" and alone:
            return None
        return None, stop
    if word == "half":
        return _half(text, low, at, stop, floor, end, alone)
    if (
        word in ("a", "an")
        and low[at - 5 : at].endswith(COMPARED)
        and (unit := re.compile(r" (?P<u>year|month|week|day|decade|century|hour|minute)\b").match(low, stop, end))
    ):
        draft = Draft(at, unit.end(), Decimal(1), unit=unit["u"], kind=FigureKind.duration)
        return (None if _span_of_time(low, draft) else _dressed(low, draft, floor, end)), unit.end()
    if (
        word in ("a", "an")
        and (half := re.compile(r"a half(?! (?:hour|day|year|century|million|billion|dozen))").match(low, at, end))
        and alone
    ):
        return Draft(at, half.end(), Decimal("0.5"), kind=FigureKind.ratio), half.end()
    return None


def _plural(
    text: str, low: str, at: int, word: str, of: re.Match[str] | None, floor: int, end: int
) -> tuple[Draft | None, int]:
    """thousands: at least a thousand; hundreds of thousands: at least a hundred thousand."""
    words = word_file("figures_en")
    value = Decimal(words["plural_scales"][word])
    if word == "scores" and (of is None or low[at - 1 : at] == "-"):
        return None, at + len(word)
    stop = at + len(word)
    draft = Draft(at, stop, value, comparator=Comparator.at_least)
    if of is not None:
        if of["s"] in words["plural_scales"]:
            draft.value, draft.end = scaled(value, int(words["plural_scales"][of["s"]])), of.end()
        else:
            unit = english_units()[of["s"]]
            draft.unit, draft.kind, draft.end = unit.name, unit.kind, of.end()
    if tens := re.compile(r"(?:tens|hundreds|thousands) of $").search(low, max(floor, at - 13), at):
        draft.start = tens.start()
        draft.value = scaled(
            draft.value or value, {"t": 10, "h": 100}.get(tens[0][0], 1000) if not tens[0].startswith("thou") else 1000
        )
    if draft.unit is None:
        gap = re.compile(r" of(?= [a-z])").match(low, draft.end, end)
        draft.noun = _noun(text, low, gap.end() if gap else draft.end, end)
    return draft, draft.end


def _rank(low: str, at: int, end: int) -> Draft | None:
    """eleventh, twenty-first, two hundredth: a number of order that is the whole text."""
    words, ordinals = re.findall(r"[a-z]+", low[at:end]), en_ordinals()
    if not words or len(words) > 4 or words[-1] not in ordinals or words[0] in ("a", "an", "one"):
        return None
    base = _whole(words[:-1]) if len(words) > 1 else Decimal(0)
    last = ordinals[words[-1]]
    if base is None or (0 < base < 20):
        return Draft(at, end, scaled(base, last), kind=FigureKind.rank) if base and last >= 100 else None
    return Draft(at, end, base + last, kind=FigureKind.rank)


def _several(text: str, low: str, at: int, stop: int, end: int, alone: bool, word: str) -> tuple[Draft | None, int]:
    draft = Draft(at if word == "several" else at - 2, stop, None, Decimal(2), comparator=Comparator.several)
    scale = re.compile(r" (?P<s>hundred|thousand|million|billion|trillion|dozen)\b").match(low, stop, end)
    if scale is not None:
        value = scaled(Decimal(2), int(word_file("figures_en")["scales"][scale["s"]]))
        draft.end, draft.low, draft.value, draft.comparator = scale.end(), value, value, Comparator.at_least
    if alone and word == "few":
        draft.value = Decimal(3)
    if not _with_unit(low, draft, end, False, alone):
        draft.noun = _noun(text, low, draft.end, end)
    return draft, draft.end


def _multiple(low: str, at: int, word: str, stop: int, end: int, floor: int) -> tuple[Draft | None, int]:
    """doubled: twice as much as it was."""
    if word in ("double", "triple", "treble", "doubles", "quadruple") and not re.compile(
        r" (?:the|its|their|that|what|from|in|to|,|\.)"
    ).match(low, stop, end):
        return None, stop
    if word == "twice" and not re.compile(r" (?:as|the|that|its|their|what)").match(low, stop, end):
        return None, stop
    value = Decimal(word_file("figures_en")["multiples"][word])
    draft = Draft(
        at, stop, value, unit="times", kind=FigureKind.multiple, direction=1 if word not in ("twice", "thrice") else 0
    )
    before = grammar().before.search(low, max(floor, at - REACH), at)
    if before is not None:
        draft.comparator, draft.start = before.value, before.start
    return draft, stop


def _half(
    text: str, low: str, at: int, stop: int, floor: int, end: int, alone: bool
) -> tuple[Draft | None, int] | None:
    """half a year is six months; half of the votes is 50 percent; half a million is a number."""
    grammar()
    if low[at - 1 : at] == "-" or re.compile(r"(?:first|second|last|other|and a|one|third) $").search(
        low, max(0, at - 7), at
    ):
        return None, stop
    if year := re.compile(r"(?: an?|-)[ -]?year\b|-a-year").match(low, stop, end):
        draft = Draft(at, year.end(), Decimal(6), unit="month", kind=FigureKind.duration)
        return _dressed(low, draft, floor, end), draft.end
    article = re.compile(r" +(?:an? +)?(?P<s>dozen|million|billion|trillion|thousand|hundred)\b").match(low, stop, end)
    if article is not None:
        value = scaled(Decimal("0.5"), int(word_file("figures_en")["scales"][article["s"]]))
        draft = Draft(at, article.end(), value)
    else:
        unit = re.compile(r" an? (?P<u>[a-z]+)|-(?P<v>[a-z]+)").match(low, stop, end)
        known = english_units().get((unit["u"] or unit["v"]) if unit else "")
        if unit is not None and known is not None and known.kind in (FigureKind.duration, FigureKind.measure):
            draft = Draft(at, unit.end(), Decimal("0.5"), unit=known.name, kind=known.kind)
        elif alone or re.compile(r" (?:of|the|its|their|all|people|that|this|as)\b").match(low, stop, end):
            draft = Draft(at, stop, Decimal("0.5"), kind=FigureKind.ratio)
        else:
            return None, stop
        return _dressed(low, draft, floor, end), draft.end
    if not _with_unit(low, draft, end, False, alone):
        draft.noun = _noun(text, low, draft.end, end)
    return _dressed(low, draft, floor, end), draft.end


# ── what stands beside it ────────────────────────────────────────────────────


def _is_name(text: str, low: str, at: int, stop: int, end: int, floor: int) -> bool:
    """H100, FX-90, Dojo 2, 3D and v1.2 are names, not figures."""
    before, after = low[at - 1 : at], low[stop : stop + 1] if stop < end else ""
    if grammar().currency.search(low, max(floor, at - 8), at):
        return False
    if before == "-" and at - 1 >= floor and low[at - 2 : at - 1].isalnum() and low[at] != "-":
        return not low[at - 2 : at - 1].isdecimal()
    if before and (before.isalpha() or before in "_@\\") and not grammar().currency.search(low, max(floor, at - 5), at):
        return True
    if after.isalpha() and low[stop - 1].isdecimal():
        tail = re.compile(r"[a-z]+").match(low, stop, end)
        return (
            tail is None
            or (tail[0] not in english_units() and tail[0] not in ("st", "nd", "rd", "th", "x", "mn"))
            or tail[0] in ("s", "st", "nd", "rd", "th", "d")
        )
    if after == "-" and stop + 1 < end and low[stop + 1].isalpha():
        tail = re.compile(r"[a-z]+").match(low, stop + 1, end)
        return tail is not None and len(tail[0]) <= 2 and tail[0] not in english_units() and tail[0] not in ("to", "in")
    if before == "#" or re.compile(
        r"\bno\.? $|\bnumber $|\bversion $|\bchapter $|\bpage $|\broom $|\bflight $|\broute $|\bsection $|\barticle $|\bphase $|\bstage $|\btier $|\blevel $|\bgrade $|\bclass $"
    ).search(low, max(0, at - 9), at):
        return True
    if before == " " and low[at:stop].isdecimal() and stop - at <= 4:
        name = re.compile(r"([A-Z][A-Za-z]*) $").search(text, max(0, at - 20), at)
        if (
            name is not None
            and name[1].lower() not in word_file("figures_en")["not_names"]
            and not _sentence_start(text, name.start())
        ):
            follows = grammar().unit.match(low, stop, end) or grammar().scale.match(low, stop, end)
            plural = re.compile(r" [a-z]+s\b").match(low, stop, end)
            return (
                follows is None
                and (plural is None or stop - at <= 2)
                and not grammar().before.search(low, max(floor, at - REACH), at)
            )
    return False


def _sentence_start(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n-" or at == 0


def _with_unit(low: str, draft: Draft, end: int, money: bool, alone: bool) -> bool:
    """Adds the unit behind the number; False when none stands there."""
    found = grammar().unit.match(low, draft.end, end)
    if found is None:
        return False
    word = found["u"] or found["t"]
    if found["t"]:
        if (
            word
            in (
                "a",
                "s",
                "n",
                "p",
                "v",
                "in",
                "le",
                "rs",
                "min",
                "pt",
                "pa",
                "ha",
                "pm",
                "db",
                "ev",
                "w",
                "l",
                "c",
                "mi",
                "hr",
                "g",
            )
            and found["gap"]
            and not (
                alone
                or word in ("mi", "pa", "db", "ev", "ha", "rs", "le", "hr", "pm")
                or (word == "in" and re.compile(r"\s?[.,;)x]").match(low, found.end(), end))
            )
        ):
            return False
        if (
            word in ("a", "s", "n")
            or (word == "in" and not found["gap"] and False)
            or (money and word in ("m", "t", "b"))
        ):
            return False
        if word in ("p", "c") and not alone and found["gap"]:
            return False
    if word in ("pounds", "pound") and re.compile(r" (?:of |heavier|lighter|lift|weight)").match(low, found.end(), end):
        draft.unit, draft.kind, draft.end = "pound", FigureKind.measure, found.end()
        return True
    if (
        (
            word
            in (
                "le",
                "all",
                "marks",
                "stone",
                "try",
                "real",
                "won",
                "rand",
                "sen",
                "kip",
                "colon",
                "buck",
                "mu",
                "bit",
                "in",
                "second",
            )
            and found["gap"] != "-"
            and not alone
        )
        and word in ("won", "try", "all", "marks", "stone", "bit", "real", "mu", "le", "second")
        and not (word == "won" and draft.value and abs(draft.value) >= 1000)
    ):
        return False
    if word == "times" and re.compile(r" (?:in|this|since|last|a |per|over the|during|before|at|on)").match(
        low, found.end(), end
    ):
        return False
    if word == "quarters" or (word in ("m",) and found["gap"] and not alone and not low[draft.end - 1].isdecimal()):
        return word != "m"
    unit = english_units()[word]
    if "(" in found["gap"] and not found["close"]:
        return False
    draft.unit, draft.kind, draft.end = unit.name, unit.kind, found.end()
    if "(" not in found["gap"] and found["close"]:
        draft.end -= 1
    factor = Decimal(unit.scale)
    for name in ("value", "low", "high"):
        amount = getattr(draft, name)
        if amount is not None and factor != 1:
            setattr(draft, name, amount * factor)
    if word in ("degree", "degrees", "°") and (
        scale := re.compile(r" ?(?P<s>celsius|fahrenheit|c|f)\b").match(low, draft.end, end)
    ):
        draft.unit = "degree celsius" if scale["s"][0] == "c" else "degree fahrenheit"
        draft.end = scale.end()
    return True


def _cents(low: str, draft: Draft, end: int) -> None:
    """3 dollars 50 cents, $20 and 43, thirteen dollars and forty-five cents."""
    if draft.value is None or draft.value != draft.value.to_integral_value() or draft.value >= 100000:
        return
    found = grammar().and_cents.match(low, draft.end, end)
    if found is None:
        return
    text = found["n"] or found["bare"] or found["word"]
    if found["bare"] and not re.compile(r"[$]|dollar|ringgit|euro").search(low, max(0, draft.start - 1), draft.end):
        return
    if found["bare"] and found.end() < end and low[found.end()] not in ".,;!?":
        return
    cents = Decimal(text) if text.isdecimal() else _whole(text.replace("-", " ").split())
    if cents is not None and cents < 100:
        draft.value += cents / 100
        draft.end = found.end()


def _inches(low: str, draft: Draft, end: int) -> None:
    found = grammar().sub_unit.match(low, draft.end, end)
    if found is not None and draft.value is not None:
        draft.value += Decimal(found["n"]) / 12
        draft.end = found.end()


def _ratio(low: str, draft: Draft, end: int, alone: bool) -> Draft | None:
    """one in five is 20 percent; 9 out of 10."""
    found = grammar().ratio.match(low, draft.end, end)
    if found is None or draft.value is None or draft.value <= 0:
        return None
    whole = (
        _number(low, found.end(), end, alone)
        if found.end() < end and (low[found.end()].isdecimal() or low[found.end()].isalpha())
        else None
    )
    if whole is None or whole[1] <= draft.value or whole[1] > 1000000 or draft.value != draft.value.to_integral_value():
        return None
    if found["w"] == "in" and (
        whole[1] >= 1500 or (low[whole[0] : whole[0] + 1] in "-%" and low[whole[0] : whole[0] + 1])
    ):
        return None
    if found["w"] == "in":
        draft.value, draft.unit, draft.kind = scaled(draft.value * 100 / whole[1], 1), PERCENT, FigureKind.percent
        unit_behind = grammar().unit.match(low, whole[0], end)
        if (
            unit_behind is not None
            and english_units()[unit_behind["u"] or unit_behind["t"]].kind is not FigureKind.percent
            and (unit_behind["u"] or "in") != "in"
        ):
            return None
    else:
        draft.value, draft.kind = draft.value / whole[1], FigureKind.ratio
    draft.end = whole[0]
    return draft


def _range(text: str, low: str, first: Draft, floor: int, end: int, alone: bool) -> Draft | None:
    """5-7 percent, $3-4 billion, between 100 and 300, 20 to 30 people."""
    g = grammar()
    opening = re.compile(r"\b(?:between|from)\s(?:[$£€]\s?|us\$\s?)?$").search(
        low, max(floor, first.start - 14), first.start
    )
    money = g.currency.search(low, max(floor, first.start - REACH), first.start)
    left = Draft(first.start, first.end, first.value)
    left_unit = _with_unit(low, left, end, money is not None, alone)
    at = left.end if left_unit else first.end
    to = g.to.match(low, at, end)
    if to is None:
        return None
    joiner = to[0].strip()
    if joiner in ("and", "or") and not (opening and joiner == "and"):
        return None
    start = to.end()
    sign = re.compile(r"(?:us|c|a|hk)?[$£€¥]\s?|usd |rmb |eur ").match(low, start, end)
    number_at = sign.end() if sign else start
    if number_at >= end or not (low[number_at].isdecimal() or low[number_at].isalpha()):
        return None
    number = _number(low, number_at, end, alone)
    if number is None or left.value is None:
        return None
    if joiner in ("-", "~") and not low[number_at].isdecimal():
        return None
    right = Draft(number_at, number[0], number[1])
    if low[number_at].isdecimal() and _is_name(text, low, number_at, right.end, end, number_at) and not alone:
        return None
    right_unit = _with_unit(low, right, end, bool(money or sign), alone)
    if (left_unit and right_unit and left.unit != right.unit) or (
        left_unit and not right_unit and not (sign and money)
    ):
        return None
    low_value, high_value = left.value, right.value or Decimal(0)
    if not left_unit and low_value < 1000 and high_value >= 1000 and low_value * 1000 <= high_value * 10:
        low_value = _borrowed(low, number_at, right, low_value)
    if not low_value < high_value:
        return None
    if (
        joiner == "to"
        and not opening
        and not (left_unit or right_unit or money or alone)
        and not re.compile(r" [a-z]").match(low, right.end, end)
    ):
        return None
    draft = Draft(
        first.start,
        right.end,
        None,
        low_value,
        high_value,
        right.unit or left.unit,
        right.kind if right_unit else left.kind,
    )
    if money is not None:
        draft.unit, draft.kind, draft.start = money.value, FigureKind.money, money.start
    if opening is not None:
        draft.start = opening.start()
    if draft.unit is None:
        draft.noun = _noun(text, low, draft.end, end)
    return _change(low, draft, floor, end)


def _borrowed(low: str, at: int, right: Draft, value: Decimal) -> Decimal:
    """In $3-4 billion the three is billions as well; in 10-15k ten thousand."""
    found = grammar().digits.match(low, at)
    if found is None:
        run = _run(low, at, right.end)[0]
        scale = 1
        for word in reversed(run):
            if word not in EN_LARGE or word == "hundred":
                break
            scale *= EN_LARGE[word]
        return scaled(value, scale)
    bare = decimal(found["d"].replace(",", ""))
    if not bare or right.value is None:
        return value
    return scaled(value * (right.value / bare), 1)


def _noun(text: str, low: str, at: int, end: int) -> str | None:
    """The counted noun: up to three words behind the number."""
    stops = word_file("figures_en")["noun_stops"]
    stop, count = at, 0
    while count < NOUN_WORDS and (found := grammar().noun.match(low, stop, end)):
        if found[1] in stops or found[1] in EN_SMALL or (count and found[1].endswith("ed")):
            break
        stop, count = found.end(), count + 1
    return text[at:stop].strip(" -\n") or None


def _dressed(low: str, draft: Draft, floor: int, end: int) -> Draft:
    """The words in front and behind: comparator and change."""
    g = grammar()
    behind = g.after.match(low, draft.end, end)
    if (
        behind is not None
        and draft.value is not None
        and not (
            behind[0].strip() == "over"
            or (behind[0].strip() == "plus" and low[behind.end() : behind.end() + 2].strip().isdecimal())
        )
    ):
        draft.comparator, draft.end = _mark(behind, "after"), behind.end()
    before = g.before.search(low, max(floor, draft.start - REACH), draft.start)
    if before is not None:
        mark = before.value
        if mark is not Comparator.equal or before.word in STATED:
            draft.start = before.start
        if mark is not Comparator.equal:
            draft.comparator = mark
        equal = before.word.startswith("equal")
        if (
            (equal or mark is Comparator.over)
            and (more := g.or_more.match(low, draft.end, end))
            and equal == bool(more["more"])
        ):
            draft.comparator = Comparator.at_least
    return _change(low, draft, floor, end)


def _mark(found: re.Match[str], key: str) -> Comparator:
    marks = list(word_file("figures_en")[key])
    return COMPARATORS[marks[int((found.lastgroup or "").removeprefix("a"))]]


def _change(low: str, draft: Draft, floor: int, end: int) -> Draft:
    """down 0.9%, 33% lower, up 2.1 percentage points: the way of the change."""
    if draft.kind in (FigureKind.duration, FigureKind.rank, FigureKind.multiple):
        return draft
    found = grammar().change.search(low, max(0, draft.start - REACH), draft.start)
    if found is not None:
        draft.direction = found.value
    elif draft.kind in (FigureKind.percent, FigureKind.points):
        behind = grammar().change_after.match(low, draft.end, end)
        if behind is not None:
            draft.end, draft.direction = behind.end(), -1 if behind["down"] else 1
    return draft
