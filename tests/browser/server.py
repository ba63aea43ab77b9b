"""A real server in a process of its own over a real database file, for the browser tests and the pictures."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Self

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
START = 40.0  # seconds
_RUN = (
    "import sys; sys.path[:0] = [{root!r}, {root!r} + '/ui']\n"
    "from claims_ui.serve import serve\n"
    "serve({url!r}, {user!r}, {port}, open_browser=False)"
)


class Server:
    """The pages over this database; use as a context. What it prints is in `log` once it has stopped."""

    def __init__(self, url: str, user: str = "checker A", port: int = 0) -> None:
        self.url, self.user, self.port = url, user, port or _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = ""

    def __enter__(self) -> Self:
        code = _RUN.format(root=str(ROOT), url=self.url, user=self.user, port=self.port)
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
        )
        end = time.monotonic() + START
        while time.monotonic() < end and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=1):
                    return self
            except OSError:
                time.sleep(0.1)
        self._process.kill()
        raise RuntimeError(f"the server did not start: {self._process.communicate()[0]}")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self.log = self._process.communicate(timeout=15)[0]
        except subprocess.TimeoutExpired:
            self._process.kill()
            self.log = self._process.communicate()[0]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def sample(folder: Path) -> str:
    """The sample dossier and one small story of each kind, in a database of its own; its address."""
    from claims import casefile
    from claims.dossier import open_dossier

    url = f"sqlite:///{folder / 'sample.sqlite'}"
    dossier = open_dossier(url, user="checker A")
    stories = [ROOT / "seeds" / "chips.yaml", *sorted((ROOT / "seeds" / "stories").glob("*.yaml"))]
    cases = [casefile.read(story) for story in stories]
    dossier.add_captured(casefile.sources(cases))
    casefile.record_statements(cases, dossier)
    dossier.detect()
    dossier.close()
    return url


def settled(page: Page) -> None:
    """Wait until the page is drawn and Streamlit has nothing left to do."""
    page.wait_for_selector("[data-page]", state="attached", timeout=20_000)
    page.wait_for_function(
        '() => !document.querySelector(\'[data-testid="stApp"][data-test-script-state="running"]\')', timeout=20_000
    )
    page.evaluate("document.fonts.ready")
