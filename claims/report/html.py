"""A report as one HTML file that asks nothing of the network and prints as well as it reads."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.report.blocks import Block
from claims.report.contents import Report, Run, Words, ranges
from claims.report.sheet import grouped, sheet
from claims.report.visible import visible
from claims.report.wording import catalogue

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"
LANG = {"zh": "zh-Hans", "en": "en"}


def html(report: Report) -> bytes:
    """The page, UTF-8, with its style sheet inside."""
    words = catalogue(report.language)
    page = _template().render(
        report=report, sections=sheet(report), w=words, lang=LANG[report.language], css=_css(), runs=_runs,
        grouped=grouped, text=_text, kind=_kind, ids=_ids,
        of=lambda address: words.phrase("place.of", address=Run(address, "address")),
    )  # fmt: skip
    return page.encode("utf-8")


def _text(text: str) -> str:
    return escape(visible(text))


def _runs(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.kind == "address":
        text = _address(run.text, text)
    elif run.kind in ("strong", "hash"):
        tag = "strong" if run.kind == "strong" else "code"
        text = f"<{tag}{_lang(run)}>{text}</{tag}>"
    elif text and run.kind != "listed" and (run.kind or run.lang):
        name = f' class="{run.kind}"' if run.kind else ""
        text = f"<bdi{name}{_lang(run)}>{text}</bdi>"
    return text + (_listed(run.notes) if run.kind == "listed" else _marks(run.notes))


def _marks(numbers: tuple[int, ...]) -> str:
    # The word joiner keeps a mark from standing alone at the start of a line.
    return "".join(f'\u2060<a class="n" href="#note-{n}">{n}</a>' for n in numbers)


def _listed(numbers: tuple[int, ...]) -> str:
    """Note numbers in the line: 1–3, 6."""
    ends = (dict.fromkeys(row) for row in ranges(numbers))
    return ", ".join("–".join(f'<a href="#note-{n}">{n}</a>' for n in row) for row in ends)


def _lang(run: Run) -> str:
    return f' lang="{escape(LANG.get(run.lang, run.lang))}"' if run.lang else ""


def _address(url: str, shown: str) -> str:
    """A link only where following it can do no more than open a page."""
    if urlsplit(url).scheme in ("http", "https"):
        return f'<a class="address" href="{escape(url)}" rel="noreferrer noopener">{shown}</a>'
    return f'<span class="address">{shown}</span>'


def _ids(ids: str) -> str:
    """Record labels, none of them broken over two lines."""
    return " ".join(f'<span class="id">{_text(one)}</span>' for one in ids.split())


def _kind(block: Block) -> str:
    return type(block).__name__


@lru_cache(maxsize=1)
def _css() -> str:
    return (TEMPLATES / "report.css").read_text("utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # What goes in is escaped by `text` and `runs`, once, so that the template escapes nothing twice.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=False, undefined=StrictUndefined, trim_blocks=True,  # noqa: S701
        lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("report.html")
