"""What `claims doctor` tells: versions, the database and its faults, fonts and settings, each fine or with its cure."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from claims.errors import ClaimsError

LIBRARIES = ("streamlit", "sqlmodel", "sqlalchemy", "pydantic", "networkx", "dateparser", "typst", "psycopg")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, what was seen, and whether it is as it should be."""

    what: str
    seen: str
    fine: bool = True


def examine(url: str, user: str) -> Iterator[Finding]:
    """Everything worth knowing before asking for help; nothing is changed but that an empty database is made."""
    yield Finding("Counterclaim", _version("counterclaim"))
    yield Finding("Python", platform.python_version(), tuple(map(int, platform.python_version_tuple()[:2])) >= (3, 11))
    for library in LIBRARIES:
        seen = _version(library)
        yield Finding(library, seen, seen != "missing")
    yield Finding("user", f"{user} (CLAIMS_USER {'set' if os.environ.get('CLAIMS_USER') else 'not set'})")
    yield from _database(url)
    yield from _fonts()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _database(url: str) -> Iterator[Finding]:
    from claims.store import Store

    try:
        store = Store.open(url)
    except ClaimsError as wrong:
        yield Finding("database", str(wrong), False)
        return
    try:
        for what, seen, fine in store.diagnose():
            yield Finding(what, seen, fine)
    finally:
        store.close()


def _fonts() -> Iterator[Finding]:
    from claims.resources import PACKAGE, resource_dir

    bundled = [*PACKAGE.glob("report/fonts/*"), *resource_dir("ui").glob("assets/fonts/**/*.woff2")]
    yield Finding("bundled fonts", f"{len(bundled)} files", bool(bundled))
    if not shutil.which("fc-list"):
        yield Finding("system Chinese fonts", "fontconfig is not installed; reports use the bundled fonts")
        return
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, timeout=20)  # noqa: S607
    count = len(set(listed.stdout.split("\n"))) - 1
    yield Finding("system Chinese fonts", f"{count} families" if count > 0 else "none; reports use the bundled fonts")
