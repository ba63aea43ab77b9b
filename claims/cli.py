"""The verbs of a dossier at the command line: `claims check`, `claims add`, `claims ui` and the rest.

Exit codes: 0 done; 1 done, and something was found that the caller asked to hear of; 2 wrong usage or
input, with one sentence that names the place. Everything heavy is imported inside its verb.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from claims.errors import ClaimsError, InputError

app = typer.Typer(
    name="claims",
    help="Who said what, when, according to whom, and where those statements cannot all be true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[Path], typer.Argument(help="Files, or folders of documents with an optional meta.json.")]


@app.command()
def check(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
) -> None:
    """Find what cannot all be true in these documents, without storing anything. Exit 1 when something was found."""
    from claims.check import check as run

    checked = run(paths)
    if as_json:
        json.dump(checked.as_json(), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        from claims.check_print import show

        show(checked)
    raise typer.Exit(1 if any(finding.explained_by is None for finding in checked.findings) else 0)


@app.command()
def annotate(
    path: Annotated[
        Path | None, typer.Argument(help="A text to read; without one, JSON lines are read from standard input.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON lines in, JSON lines out.")] = False,
) -> None:
    """Show what is understood of a text: dates, figures, and who is speaking."""
    from claims.check import annotate as run

    if jsonl:
        _each_line(run)
    elif path is None:
        raise InputError("annotate: name a file, or give JSON lines with --jsonl")


@app.command()
def compare(
    a: Annotated[str | None, typer.Argument()] = None,
    b: Annotated[str | None, typer.Argument()] = None,
    language: Annotated[str | None, typer.Option("--lang", help="zh or en; told from the text when left out.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON lines in, JSON lines out.")] = False,
) -> None:
    """Tell whether two sentences contradict each other, and why."""
    from claims.check import compare as run

    def answer(row: dict[str, Any]) -> dict[str, Any]:
        told = run(row["a"], row["b"], row.get("lang"))
        return {"id": row["id"], "relation": told.relation, "kind": told.kind, "explanation": told.explanation}

    if jsonl:
        _each_line(answer)
        return
    if a is None or b is None:
        raise InputError("compare: give two sentences, or JSON lines with --jsonl")
    told = run(a, b, language)
    print(f"{told.relation}: {told.explanation}" if told.explanation else told.relation)


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for number, row in _rows(sys.stdin):
        try:
            print(json.dumps(answer(row), ensure_ascii=False))
        except KeyError as missing:
            raise InputError(f"standard input, line {number}: the field {missing} is missing") from None


def _rows(lines: TextIO | Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as wrong:
            raise InputError(f"standard input, line {number}: not JSON ({wrong.msg})") from None
        if not isinstance(row, dict):
            raise InputError(f"standard input, line {number}: a JSON object is wanted, not {type(row).__name__}")
        yield number, row


def main() -> None:
    """Run the command line; a mistake the caller can mend is one sentence and exit code 2."""
    try:
        app()
    except ClaimsError as wrong:
        print(f"claims: {wrong}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()
