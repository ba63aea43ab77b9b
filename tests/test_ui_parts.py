"""Parts of the pages that need no browser: the text laid out, reasons, addresses, the server's answers."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from claims.errors import InputError
from claims.models import Capture, Passage
from claims_ui.manuscript import manuscript, numbered, paragraphs
from claims_ui.reasons import last_sentence
from claims_ui.serve import PORT, _free
from claims_ui.settings import configuration
from claims_ui.web import Guard, Shell, dressed
from tests.records import source

TEXT = (
    "Pumps stop\nby Ann Reed\n\nThe mayor said the pumps stopped.\nShe denied it later.\nPumps stop\nAbout us | Contact"
)


def capture(**more: Any) -> Capture:
    """A capture of TEXT whose last two lines are a caption and boilerplate."""
    regions = [
        {"start": 0, "end": 10, "kind": "headline", "why": ""},
        {
            "start": TEXT.index("Pumps", 5),
            "end": TEXT.index("About") - 1,
            "kind": "caption",
            "why": "the headline again",
        },
        {"start": TEXT.index("About"), "end": len(TEXT), "kind": "boilerplate", "why": "a row of links"},
    ]
    return source(TEXT, **more)[1].model_copy(update={"regions": regions})


def passage(held: Capture, words: str) -> Passage:
    """A passage of these words."""
    at = TEXT.index(words)
    return Passage.made(capture_id=held.id, capture_key=held.key, start=at, end=at + len(words), exact=words)


def test_a_text_is_cut_into_numbered_paragraphs_with_their_region() -> None:
    told = [(p.number, p.kind.value) for p in paragraphs(capture())]
    assert told == [(1, "headline"), (2, "body"), (3, "body"), (4, "body"), (5, "caption"), (6, "boilerplate")]


def test_quotes_that_overlap_are_all_marked_and_numbered_at_their_end() -> None:
    held = capture()
    long, short = passage(held, "The mayor said the pumps stopped"), passage(held, "the pumps stopped")
    shown = manuscript(held, numbered([short, long, long]), "en", short.label)
    assert shown.count("<mark") == 2
    assert "stopped</mark><sup>1</sup><sup>2</sup>." in shown
    assert shown.count("data-arrive") == 1
    assert 'cc-meant" id="' + short.label in shown


def test_what_is_not_the_article_is_folded_unless_it_is_quoted() -> None:
    held = capture()
    folded = manuscript(held, [], "en", None)
    opened = manuscript(held, [passage(held, "About us")], "en", None)
    assert (folded.count("<details"), "2 lines folded" in folded) == (1, True)
    assert "1 line folded: the headline again" in opened


@pytest.mark.parametrize(
    ("explanation", "reason"),
    [
        ("A: “x”; B: “y”. They do not meet.", "They do not meet."),
        ("A: “x”; B: “y”. 1 and 2 differ. Explained: one is a part.", "one is a part."),
        ("They differ.", "They differ."),
    ],
)
def test_the_reason_stands_at_the_end(explanation: str, reason: str) -> None:
    assert last_sentence(explanation) == reason


def test_the_settings_keep_everything_on_this_machine() -> None:
    told = configuration("127.0.0.1", 8501)
    assert told["server.allowedHosts"] == ["127.0.0.1", "localhost"]
    strict = {
        "server.address": "127.0.0.1",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "browser.gatherUsageStats": False,
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.enableStaticServing": False,
        "server.enableAgentApi": False,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 50,
    }
    assert {name: told[name] for name in strict} == strict


def test_the_usual_port_gives_way_and_another_does_not() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"127.0.0.1:{port}"):
            _free("127.0.0.1", port)
    assert _free("127.0.0.1", PORT) >= PORT
    assert _free("127.0.0.1", 0) > 0


def test_the_page_is_dressed_in_its_language_and_holds_no_script_of_its_own() -> None:
    page = (
        b'<html lang="en"><head><title>Streamlit</title><script>\nx = 1\n</script></head><noscript>a</noscript></html>'
    )
    shown = dressed(page, "zh").decode()
    assert '<html lang="zh-Hans">' in shown
    assert "<title>Counterclaim</title>" in shown
    assert "x = 1" not in shown
    assert "/assets/frame.js" in shown


def ask(path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """What our middleware answers for a path when the application below says 200 with a bare page."""

    async def below(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b'<html lang="en"><head></head></html>'})

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:8501")] * ("host" not in headers)
        + [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    # In a thread of its own: this one may hold the loop of a browser test that ran before.
    asked = Guard(Shell(below), frozenset({"127.0.0.1"}))(scope, None, send)  # type: ignore[arg-type]
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, asked).result()
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(m.get("body", b"") for m in sent[1:]).decode()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8501", 200),
        ("127.0.0.1", 200),
        ("evil.example:8501", 403),
        ("127.0.0.1.evil.example", 403),
        ("", 403),
    ],
)
def test_a_name_that_is_not_ours_is_refused(host: str, status: int) -> None:
    assert ask("/", host=host)[0] == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/claims", 200),
        ("/claims/", 200),
        ("/nowhere", 404),
        ("/claims/C-1", 404),
        ("/assets/look.css", 200),
    ],
)
def test_an_address_that_is_no_page_is_told_in_our_words(path: str, status: int) -> None:
    told, headers, body = ask(path, accept_language="zh-CN")
    assert told == status
    assert "default-src 'self'" in headers["content-security-policy"]
    assert ("没有这个页面" in body) == (status == 404)
