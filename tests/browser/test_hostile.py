"""Text that wants to harm its reader: nothing of it acts, nothing of it calls home, nothing of it hides."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from claims.dossier import open_dossier
from tests.browser.desk import Desk
from tests.browser.server import Server

BEACON = "https://beacon.example/seen"
HOSTILE = f"""Port council statement <script>window.bad = 1</script>

Mayor Ho said on 3 March 2025 that ![pump]({BEACON}.png) the pumps cost $4.2 million. <img src="{BEACON}" onerror="window.bad=2">
Mayor Ho said on 3 March 2025 that :red[**Supported**] the pumps cost $5.1 million [now](javascript:window.bad=3).
Clerk \u202elivE\u202c Ray said on 4 March 2025 that the pumps cost <style>@import url({BEACON}.css);</style> $6 million.
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Server:
    """A dossier of such text."""
    url = f"sqlite:///{tmp_path / 'hostile.sqlite'}"
    dossier = open_dossier(url)
    dossier.add_text(HOSTILE, title=f"![x]({BEACON}) :red[Ruled] <b>bold</b>", url="javascript:window.bad=4")
    dossier.close()
    return Server(url)


def test_hostile_text_stays_text(hostile: Server, desk: Desk) -> None:
    """On every page: no request elsewhere, no script, no image, no borrowed colour; hidden marks are shown."""
    with hostile as server:
        opened = open_dossier(server.url)
        card = opened.sources()[0]
        quotes = opened.suggestions(card.label)
        disputes = opened.disputes()
        opened.close()
        places = [
            "/",
            "/claims",
            f"/sources?id={card.label}",
            "/reports",
            "/contradictions",
            "/contradictions?view=table",
        ]
        places += [f"/claims?id={quotes[0].said.claim.label}"] if quotes else []
        places += [f"/contradictions?id={disputes[0].label}"] if disputes else []
        for place in places:
            desk.go(server.address + place).rest()
            assert desk.page.evaluate("window.bad") is None
            assert desk.find("img[src*='beacon'], a[href^='javascript'], .stMarkdownColoredText").count() == 0
        desk.go(f"{server.address}/sources?id={card.label}")
        expect(desk.find(".cc-hidden").first).to_have_text("U+202E")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.docx", b"PK\x03\x04 this is no word file"),
        ("empty.txt", b""),
        ("page.pdf", b"%PDF-1.4 broken"),
        ("noise.txt", bytes(range(128, 256)) * 8),
    ],
)
def test_a_bad_file_gets_one_sentence(site: Server, desk: Desk, name: str, data: bytes) -> None:
    """What cannot be read is told on the page, and nothing is half added."""
    opened = open_dossier(site.url)
    before = len(opened.sources())
    desk.go(site.address)
    desk.find('input[type="file"]').set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    expect(desk.find(".cc-notice").first).to_be_visible()
    assert len(opened.sources()) - before in (0, 1)
    opened.close()


def test_the_same_text_twice_changes_nothing(site: Server, desk: Desk) -> None:
    """Adding what is there already says so and leads to it."""
    opened = open_dossier(site.url)
    card = opened.sources()[0]
    desk.go(site.address)
    desk.find("textarea").fill(card.capture.text)
    desk.page.keyboard.press("Control+Enter")
    desk.says("You already have this page")
    assert len(opened.sources()) == len({c.capture.sha256 for c in opened.sources()})
    opened.close()


def test_a_server_that_stops_is_told_in_our_words(sample_url: str, desk: Desk) -> None:
    """Our banner, in the interface's language; not advice to run a script."""
    # What the browser and Streamlit's own script tell the console of a server that is gone, whichever comes first.
    desk.expected = ["ERR_", "WebSocket", "Failed to fetch", "server endpoint", "is not responding"]
    with Server(sample_url) as server:
        desk.go(f"{server.address}/contradictions?lang=zh")
    expect(desk.find(".cc-connection")).to_contain_text("连接已断开", timeout=15_000)
    expect(desk.page.get_by_text("streamlit run")).to_have_count(0)


def test_the_headers_hold(shared: Server, desk: Desk) -> None:
    """A strict policy on every answer, and nothing is kept."""
    answer = desk.page.request.get(f"{shared.address}/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline' 'self'" not in policy.split("script-src")[1].split(";")[0]
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")
