"""The story of a web page with its headline, its source and time lines, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from claims.capture.decoding import decoded
from claims.capture.parsed import Parsed
from claims.reading.annotations import Masthead, PageNote
from claims.reading.page_words import label

THIN = 0.25  # an extraction with less than this part of the page's words has probably lost the story
TOP_LINES = 80  # visible lines among which the source and time lines of a story stand

_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "head", "form", "button", "select", "textarea")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "hr",
        "br",
        "title",
        "time",
    ]
)
_TIMES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='PubDate']/@content",
    "//time/@datetime",
)


def read(data: bytes) -> Parsed:
    """The page's headline, source lines and story; the whole visible text where no story can be told apart."""
    page = decoded("the page", data)
    tree = _tree(page.text)
    if tree is None:
        return Parsed("", Masthead(), page.notes, page.encoding)
    about = _extracted(page.text)
    title = _headline(tree) or about.get("title")
    shown = visible(page.text)
    body = (about.get("text") or "").strip()
    notes = list(page.notes)
    if len(body) < THIN * len(shown) and len(body) < 400:
        body = shown
        notes.append(
            PageNote("left-out", "No story could be told apart from the page; all its visible words were read.")
        )
    elif len(shown) > len(body):
        share = 1 - len(body) / len(shown)
        notes.append(PageNote("left-out", f"{share:.0%} of the page's words (menus, lists, comments) were left out."))
    top = [line for line in _source_lines(shown) if line not in body]
    head = [title] if title and title not in body[: len(title) + 200] else []
    text = "\n".join([*head, *top]) + "\n\n" + body if head or top else body
    return Parsed(text + "\n", _masthead(tree, about, title), tuple(notes), page.encoding)


def visible(html: str) -> str:
    """Every word a reader of the page sees, a block a line."""
    tree = _tree(html)
    if tree is None:
        return ""
    pieces: list[str] = []
    _collect(tree, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _tree(html: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    # An encoding declared inside would be obeyed a second time on text; so bytes go in, named.
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _collect(tree: Any, pieces: list[str]) -> None:
    """Walks without recursion: a page may be nested deeper than Python calls may be."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        if done:
            if block:
                pieces.append("\n")
            pieces.append((element.tail or "").replace("\n", " "))
            continue
        if tag in _SILENT or element.get("hidden") is not None:
            pieces.append((element.tail or "").replace("\n", " "))
            continue
        if block:
            pieces.append("\n")
        pieces.append((element.text or "").replace("\n", " "))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _extracted(html: str) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    if found is None:
        return {}
    return found if isinstance(found, dict) else found.as_dict()


def _headline(tree: Any) -> str | None:
    for path in ("//h1", "//meta[@property='og:title']/@content", "//title"):
        for found in tree.xpath(path)[:1]:
            text = " ".join((found if isinstance(found, str) else found.text_content()).split())
            if text:
                return text[:300]
    return None


def _source_lines(shown: str) -> Iterator[str]:
    lines = shown.split("\n")[:TOP_LINES]
    for line in lines:
        if len(line) <= 160 and label("label_publisher", "label_byline", "label_published").search(line):
            yield line


def _masthead(tree: Any, about: dict[str, Any], title: str | None) -> Masthead:
    language = (tree.get("lang") or "").strip() or None
    return Masthead(
        title=title,
        publisher=about.get("sitename") or None,
        byline=about.get("author") or None,
        url=about.get("url") or None,
        language=language if language and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else None,
        published=_published(tree, about),
    )


def _published(tree: Any, about: dict[str, Any]) -> datetime | None:
    stated = [str(value) for path in _TIMES for value in tree.xpath(path)[:1]]
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:5]:
        stated[0:0] = _dates_in(str(script))
    for value in (*stated, about.get("date") or ""):
        try:
            return datetime.fromisoformat(value.strip())
        except ValueError:
            continue
    return None


def _dates_in(script: str) -> list[str]:
    try:
        told = json.loads(script)
    except (ValueError, RecursionError):
        return []
    entries = told if isinstance(told, list) else [told]
    return [str(entry["datePublished"]) for entry in entries if isinstance(entry, dict) and "datePublished" in entry]
