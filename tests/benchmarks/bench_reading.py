"""How fast dates and figures are read, on one core: short texts per second and characters per second.

Run: python tests/benchmarks/bench_reading.py [--json]. Beside it, in the same run and on the same texts,
dateparser's search and, where it is installed, JioNLP. The last table is a megabyte of hostile text.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims.reading.dates import times
from claims.reading.figures import figures

ANCHOR = datetime(2023, 8, 16, 10, 30)
TEXTS = {
    "zh": [
        "公司二季度营业收入约12.6亿元，同比增长近三成。",
        "发言人上周五表示，新厂将于年底前投产，可创造2000多个岗位。",
        "截至目前没有伤亡报告。",
        "会议决定推进改革，加强监督。",
        "收盘时股价下跌2.3%，报18.4元。",
        "据悉，这份文件去年11月曾在内部传阅。",
    ],
    "en": [
        "Revenue rose 12% to $4.6 billion in the third quarter.",
        "The spokesman said last Friday that the plant would open by the end of the year.",
        "No injuries were reported at the scene.",
        "About 3,000 people marched through the city on 12 May.",
        "The board met to discuss the proposal and its consequences.",
        "A memo seen by this paper had circulated since November.",
    ],
}
HOSTILE = (
    "1",
    " ",
    "(",
    "“",
    "年",
    "1年",
    "1月",
    "今年",
    "1,",
    "1-",
    "the ",
    "January ",
    "一",
    "twenty ",
    "$1",
    "1e",
    "'",
)
ROUNDS = 300
MEGABYTE = 1_000_000


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def both(text: str, language: str) -> None:
    """Dates and figures of one text, as the reader asks for them."""
    figures(text, language, times(text, language, ANCHOR))


def ours(language: str) -> dict[str, float]:
    """Texts and characters per second of this project."""
    texts = TEXTS[language] * ROUNDS
    both(texts[0], language)
    took = min(seconds(lambda: [both(text, language) for text in texts]) for _ in range(3))
    page = "\n".join(texts)
    long = seconds(lambda: both(page, language))
    return {
        "texts_per_s": len(texts) / took,
        "chars_per_s": sum(map(len, texts)) / took,
        "page_chars_per_s": len(page) / long,
    }


def peers(language: str) -> dict[str, float]:
    """Texts per second of other libraries, dates only, on a twentieth of the texts."""
    found: dict[str, float] = {}
    texts = TEXTS[language] * (ROUNDS // 20)
    try:
        from dateparser.search import search_dates
    except ImportError:
        pass
    else:
        search_dates(texts[0], languages=[language])
        found["dateparser"] = len(texts) / seconds(lambda: [search_dates(text, languages=[language]) for text in texts])
    if language == "zh":
        try:
            import jionlp  # type: ignore[import-not-found]
        except ImportError:
            return found
        jionlp.ner.extract_time(texts[0])
        found["jionlp"] = len(texts) / seconds(lambda: [jionlp.ner.extract_time(text) for text in texts])
    return found


def hostile() -> dict[str, float]:
    """Seconds for a megabyte of each unkind text, the slower of both languages."""
    return {
        unit: max(
            seconds(lambda u=unit, tongue=language: both((u * MEGABYTE)[:MEGABYTE], tongue)) for language in TEXTS
        )
        for unit in HOSTILE
    }


def main() -> None:
    """Print the tables, or the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    result = {
        "ours": {tongue: ours(tongue) for tongue in TEXTS},
        "peers": {tongue: peers(tongue) for tongue in TEXTS},
        "hostile": hostile(),
    }
    if parser.parse_args().json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for tongue, row in result["ours"].items():
        print(f"{tongue}  " + "  ".join(f"{name} {value:,.0f}" for name, value in row.items()))
        print(
            "    "
            + "  ".join(f"{name} {value:,.0f} texts/s (dates only)" for name, value in result["peers"][tongue].items())
        )
    print(
        "hostile megabyte, seconds: " + "  ".join(f"{unit!r} {value:.2f}" for unit, value in result["hostile"].items())
    )


if __name__ == "__main__":
    main()
