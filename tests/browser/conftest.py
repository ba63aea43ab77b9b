"""Browser tests: the real pages, a real server, a real database file, the system's Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.server import Server, sample

CHROMIUM = Path("/usr/bin/chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; without it the run fails with the line that mends it."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing; apt-get install chromium", pytrace=False)
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A desk-sized window whose browser asks for English."""
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}, "locale": "en-GB"}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier, made once."""
    folder = tmp_path_factory.mktemp("prepared")
    sample(folder)
    return folder / "sample.sqlite"


@pytest.fixture
def sample_url(prepared: Path, tmp_path: Path) -> str:
    """A copy of the sample dossier for one test."""
    copy = tmp_path / "dossier.sqlite"
    shutil.copy(prepared, copy)
    return f"sqlite:///{copy}"


@pytest.fixture(scope="session")
def shared(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server over the sample for every test that decides nothing."""
    copy = tmp_path_factory.mktemp("shared") / "dossier.sqlite"
    shutil.copy(prepared, copy)
    with Server(f"sqlite:///{copy}") as server:
        yield server
    assert "Traceback" not in server.log


@pytest.fixture
def site(sample_url: str) -> Iterator[Server]:
    """A server of its own for a test that decides things."""
    with Server(sample_url) as server:
        yield server
    assert "Traceback" not in server.log


@pytest.fixture
def desk(page: Page) -> Iterator[Desk]:
    """The page with its watch: at the end there was no error, no traceback and no request to another site."""
    wrong: list[str] = []
    page.on("console", lambda told: wrong.append(f"console: {told.text}") if told.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("request", lambda asked: wrong.append(f"outside: {asked.url}") if _outside(asked.url) else None)
    watched = Desk(page)
    yield watched
    assert [w for w in wrong if not any(fine in w for fine in watched.expected)] == []
    assert "Traceback" not in page.inner_text("body")


def _outside(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost")
