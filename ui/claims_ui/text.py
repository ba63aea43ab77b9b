"""The one way text reaches the screen: everything is escaped here, and nothing else in ui/ may write HTML.

`tag` builds markup; a plain `str` inside it is text and is escaped, only `Html` made here is not.
`tests/test_ui_lint.py` bars every other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

VOID = frozenset({"br", "hr", "wbr"})
# Characters that reorder or hide text are shown as marks: a name must not read otherwise than it is written.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
# What Markdown, directives (":red[", ":material/") and formulas act on; elsewhere a mark is only a mark.
_ACTIVE = re.compile(r"([\\`*_\[\]<>$~:|&])|^([#+\-]|\d+[.)])")


class Html(str):
    """Markup that is safe to show. Made only by this module."""

    __slots__ = ()


Child = Html | str | None | Iterable["Html | str | None"]


def text(value: object) -> Html:
    """Any text as it is, safe, with hidden characters shown as marks."""
    out, last, raw = [], 0, str(value)
    for found in _HIDDEN.finditer(raw):
        out += [escape(raw[last : found.start()]), f'<span class="cc-hidden">U+{ord(found[0]):04X}</span>']
        last = found.end()
    return Html("".join((*out, escape(raw[last:]))))


def tag(name: str, *inside: Child, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` is class, `aria_label` is aria-label; None and False leave an attribute out."""
    told = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{join(*inside)}</{name}>")


def join(*parts: Child) -> Html:
    """Parts one after the other; plain text among them is escaped."""
    out = []
    for part in parts:
        if part is None:
            continue
        if isinstance(part, Html):
            out.append(str.__str__(part))
        elif isinstance(part, str):
            out.append(str.__str__(text(part)))
        else:
            out.append(str.__str__(join(*part)))
    return Html("".join(out))


def link(href: str, *inside: Child, **attributes: str | int | bool | None) -> Html:
    """A link to one of our own addresses, or to a web page; any other address leaves the words without a link."""
    if href.startswith("/") and not href.startswith("//"):
        return tag("a", *inside, href=href, target="_self", **attributes)
    if href.lower().startswith(("https://", "http://")):
        return tag("a", *inside, href=href, target="_blank", rel="noreferrer noopener", **attributes)
    return tag("span", *inside, **attributes)


def show(*parts: Child) -> None:
    """Put markup on the page."""
    markup = join(*parts)
    if markup:
        st.html(markup)


def label(value: str) -> str:
    """Text for a widget's label, which Streamlit reads as Markdown: every mark of it loses its meaning."""
    flat = " ".join(_HIDDEN.sub("", value).split())
    return _ACTIVE.sub(
        lambda found: "\\" + found[0] if not found[0][0].isdigit() else found[0][:-1] + "\\" + found[0][-1], flat
    )


def _attribute(key: str, value: str | int | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(_HIDDEN.sub("", str(value)))}"'
