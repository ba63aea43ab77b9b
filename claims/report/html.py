"""A report as one HTML file that asks nothing of the network and prints as well as it reads."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.report.contents import Report, Run, Words
from claims.report.sheet import grouped, sheet
from claims.report.visible import visible
from claims.report.wording import catalogue

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"
LANG = {"zh": "zh-Hans", "en": "en"}
_TAGS = {"strong": "strong", "quote": "q", "hash": "code"}


def html(report: Report) -> bytes:
    """The page, UTF-8, with its style sheet inside."""
    words = catalogue(report.language)
    page = _template().render(
        report=report, sections=sheet(report), w=words, lang=LANG[report.language], css=_css(), runs=_runs,
        grouped=grouped, text=_text, inner=_inner,
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
    elif text and (run.kind or run.lang):
        name = f' class="{run.kind}"' if run.kind else ""
        text = f"<bdi{name}{_lang(run)}>{text}</bdi>"
    return text + "".join(f'<a class="n" href="#note-{n}">{n}</a>' for n in run.notes)


def _lang(run: Run) -> str:
    return f' lang="{escape(LANG.get(run.lang, run.lang))}"' if run.lang else ""


def _address(url: str, shown: str) -> str:
    """A link only where following it can do no more than open a page."""
    if urlsplit(url).scheme in ("http", "https"):
        return f'<a class="address" href="{escape(url)}" rel="noreferrer noopener">{shown}</a>'
    return f'<span class="address">{shown}</span>'


def _inner(blocks: Any) -> str:
    return type(blocks).__name__


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
