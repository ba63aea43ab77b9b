"""External text reaches the screen in one way only: no page writes HTML or Markdown itself."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parents[1] / "ui"
TEXT = UI / "claims_ui" / "text.py"
# What draws its text as HTML or Markdown, or loads pictures that a text names.
BARRED = frozenset(
    [
        "markdown",
        "write",
        "html",
        "caption",
        "title",
        "header",
        "subheader",
        "text",
        "latex",
        "code",
        "error",
        "warning",
        "info",
        "success",
        "toast",
        "badge",
        "metric",
        "exception",
        "image",
        "table",
        "dataframe",
        "data_editor",
        "json",
        "echo",
        "expander",
        "popover",
        "tabs",
        "status",
        "spinner",
        "chat_message",
        "write_stream",
        "feedback",
        "video",
        "audio",
    ]
)
LABELLED = frozenset(
    [
        "button",
        "form_submit_button",
        "download_button",
        "text_area",
        "text_input",
        "segmented_control",
        "multiselect",
        "selectbox",
        "file_uploader",
        "checkbox",
        "radio",
        "toggle",
        "pills",
    ]
)


def files() -> Iterator[tuple[Path, ast.Module]]:
    """Every file of the pages but the one that may."""
    for path in sorted(UI.rglob("*.py")):
        if path != TEXT:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def streamlit_calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call of a function of Streamlit, or of a container of it: place, name, call."""
    for path, tree in files():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if (isinstance(owner, ast.Name) and owner.id == "st") or (
                    isinstance(owner, ast.Attribute) and isinstance(owner.value, ast.Name) and owner.value.id == "st"
                ):
                    yield f"{path.relative_to(UI)}:{node.lineno}", node.func.attr, node


def test_nothing_but_text_py_draws_markup() -> None:
    assert [(where, name) for where, name, _ in streamlit_calls() if name in BARRED] == []


def test_every_label_is_escaped() -> None:
    bare = [
        where
        for where, name, call in streamlit_calls()
        if name in LABELLED
        and not (call.args and isinstance(call.args[0], ast.Call) and getattr(call.args[0].func, "id", "") == "label")
    ]
    assert bare == []


def test_no_hint_or_tooltip_is_written_as_markdown() -> None:
    named = [
        (where, word.arg)
        for where, _, call in streamlit_calls()
        for word in call.keywords
        if word.arg in ("help", "icon")
    ]
    assert named == []


def test_safe_markup_is_made_in_text_py_only() -> None:
    made = [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            getattr(node.func, "id", getattr(node.func, "attr", "")) == "Html"
            or any(word.arg and word.arg.startswith("unsafe_allow") for word in node.keywords)
        )
    ]
    assert made == []


def test_there_is_no_radio_because_a_click_on_one_takes_every_key() -> None:
    assert [where for where, name, _ in streamlit_calls() if name in ("radio", "checkbox", "toggle")] == []


def test_pages_hold_no_sql_and_ask_only_the_door() -> None:
    below = {"claims.store", "claims.capture", "claims.extract", "claims.detect", "claims.trace", "claims.reading"}
    asked = [
        (str(path.relative_to(UI)), name)
        for path, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
        if name.startswith(("sqlalchemy", "sqlmodel", "sqlite3")) or any(name.startswith(room) for room in below)
    ]
    assert asked == []


def test_no_file_bears_the_name_of_a_module_that_could_be_imported() -> None:
    names = {path.stem for path in UI.glob("*.py")} | {path.stem for path in (UI / "views").glob("*.py")}
    known = {name for name in names if name in sys.stdlib_module_names}
    elsewhere = {
        name
        for name in names - {"app"}
        if (spec := importlib.util.find_spec(name)) and spec.origin and not Path(spec.origin).is_relative_to(UI)
    }
    assert known | elsewhere == set()
