"""The patterns of English figures, compiled once."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace

from claims.reading.figures_before import Changes, Currencies, Endings, turned
from claims.reading.figures_draft import COMPARATORS
from claims.reading.figures_units import choice, english_units
from claims.reading.numerals import EN_SMALL, en_ordinals
from claims.reading.wordfile import word_file

REACH = 34  # characters before a number in which its comparator and currency stand


GLYPHS = {"½": "0.5", "⅓": "0.3333333333333333", "⅔": "0.6666666666666667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666666666667", "⅚": "0.8333333333333333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}  # fmt: skip


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
