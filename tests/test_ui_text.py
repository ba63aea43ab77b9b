"""Text on the screen: escaped once, hidden characters shown, labels without Markdown, links only where they may lead."""

from __future__ import annotations

import pytest

from claims_ui.text import Html, join, label, link, tag, text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a \"b\" & 'c'", "a &quot;b&quot; &amp; &#x27;c&#x27;"),
        ("no\u202ereversed", 'no<span class="cc-hidden">U+202E</span>reversed'),
        ("zero\u200bwidth", 'zero<span class="cc-hidden">U+200B</span>width'),
        ("nul\x00", 'nul<span class="cc-hidden">U+0000</span>'),
        ("two\nlines\tand 中文", "two\nlines\tand 中文"),
    ],
)
def test_text_is_safe_and_hides_nothing(raw: str, shown: str) -> None:
    assert text(raw) == shown


def test_only_what_was_made_as_markup_stays_markup() -> None:
    made = tag("p", "1 < 2", tag("b", "&"), None, ["x", tag("br")], class_="c", aria_label='say "hi"', hidden=True)
    assert made == '<p class="c" aria-label="say &quot;hi&quot;" hidden>1 &lt; 2<b>&amp;</b>x<br></p>'
    assert isinstance(join("<i>", Html("<i>")), Html)
    assert join("<i>", Html("<i>")) == "&lt;i&gt;<i>"


@pytest.mark.parametrize(
    ("href", "opening"),
    [
        ("/claims?id=C-1&lang=zh", '<a href="/claims?id=C-1&amp;lang=zh" target="_self">'),
        ("https://news.example/a", '<a href="https://news.example/a" target="_blank" rel="noreferrer noopener">'),
        ("javascript:alert(1)", "<span>"),
        ("//evil.example", "<span>"),
        ("data:text/html,x", "<span>"),
        (" javascript:alert(1)", "<span>"),
    ],
)
def test_links_lead_to_us_or_to_the_web(href: str, opening: str) -> None:
    assert link(href, "here").startswith(opening)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("![x](https://b.example/p.png)", "!\\[x\\](https\\://b.example/p.png)"),
        (":red[**Supported**]", "\\:red\\[\\*\\*Supported\\*\\*\\]"),
        ("# heading", "\\# heading"),
        ("1. item", "1\\. item"),
        ("- item", "\\- item"),
        ("$x$ `code` a_b", "\\$x\\$ \\`code\\` a\\_b"),
        ("two\nlines", "two lines"),
        ("Reason (required)", "Reason (required)"),
    ],
)
def test_a_label_is_plain_text(raw: str, shown: str) -> None:
    assert label(raw) == shown
