"""The house rules a machine can hold: names, dependencies, and what must never stand in the code."""

import ast
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted([*(ROOT / "claims").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
PAGES = [path for path in (ROOT / "ui").glob("*.py") if path.name != "app.py"]

# Ways to run what a hostile file says (TRUST B2), and ways to test nothing.
BARRED = {"pickle", "joblib", "shelve", "marshal", "unittest"}


def imported(path: Path) -> set[str]:
    """The modules a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_begins_with_what_you_get_from_it(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert told
    assert told.split("\n")[0].rstrip().endswith((".", ":", ";"))


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_public_function_has_a_docstring(path: Path) -> None:
    bare = [
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert bare == []


def test_nothing_runs_what_a_file_says() -> None:
    found = {str(path.relative_to(ROOT)): imported(path) & BARRED for path in CODE}
    assert {name: bad for name, bad in found.items() if bad} == {}
    calls = [
        (path.name, node.func.id)
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"}
    ]
    assert calls == []


def test_no_test_mocks() -> None:
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    assert [path.name for path in tests if any(name.startswith("unittest") for name in imported(path))] == []


def test_pages_import_only_the_door_and_what_it_shows() -> None:
    behind = (
        "claims.store",
        "claims.capture",
        "claims.extract",
        "claims.detect",
        "claims.trace",
        "sqlalchemy",
        "sqlmodel",
    )
    found = {
        str(path.relative_to(ROOT)): sorted(name for name in imported(path) if name.startswith(behind))
        for path in (ROOT / "ui").rglob("*.py")
    }
    assert {name: bad for name, bad in found.items() if bad} == {}


def test_no_page_hides_a_module() -> None:
    """Streamlit puts ui/ first on the path: a page named like a module would be imported in its place."""
    hidden = [
        page.name
        for page in PAGES
        if importlib.util.find_spec(page.stem) and page.stem in {"claims", "schema", "report"}
    ]
    assert hidden == []


def test_no_package_at_the_top_but_ours() -> None:
    assert [name for name in ("ui", "schema", "seeds") if (ROOT / name / "__init__.py").exists()] == []


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", lock, re.M)
    assert len(set(names)) > 60
    assert lock.count("--hash=sha256:") > len(names)
    assert "://" not in lock


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[\[<>=; ]", line)[0] for line in project["dependencies"]}
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M))
    assert wanted - locked == set()
