"""The verbs of a dossier at the command line: `claims check`, `claims add`, `claims ui` and the rest.

Exit codes: 0 done; 1 done, and something was found that the caller asked to hear of; 2 wrong usage or
input, with one sentence that names the place. Everything heavy is imported inside its verb.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from claims.errors import ClaimsError, InputError

if TYPE_CHECKING:
    from datetime import datetime

    from claims.dossier import Addition, Dossier, Progress
    from claims.vocabulary import Level

app = typer.Typer(
    name="claims",
    help="Who said what, when, according to whom, and where those statements cannot all be true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[Path], typer.Argument(help="Files, or folders of documents with an optional meta.json.")]

Db = Annotated[
    str | None,
    typer.Option(
        "--db", envvar="CLAIMS_DB", help="Database address; an SQLite file in your data folder when left out."
    ),
]
User = Annotated[str, typer.Option("--user", envvar="CLAIMS_USER", help="Who is working.")]


@app.command()
def check(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
) -> None:
    """Find what cannot all be true in these documents, without storing anything. Exit 1 when something was found."""
    from claims.check import check as run

    with _progress("Reading") as tell:
        checked = run(paths, tell)
    if as_json:
        json.dump(checked.as_json(), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        from claims.terminal import show

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
        return
    if path is None:
        raise InputError("annotate: name a file, or give JSON lines with --jsonl")
    from claims.capture import read_paths
    from claims.check import understand
    from claims.terminal import show_reading

    for captured in read_paths([path]):
        show_reading(captured.text, understand(captured).reading)


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


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, casefiles, or - for a text from standard input.")],
    level: Annotated[str, typer.Option(help="Who may see it: public, internal, confidential or sealed.")] = "internal",
    db: Db = None,
    user: User = "me",
) -> None:
    """Store documents with the statements they hold. Adding the same thing twice changes nothing and says so."""
    from claims.terminal import show_addition

    seen_by = _level(level)
    with _dossier(db, user) as dossier, _progress("Adding") as tell:
        if paths == ["-"]:
            addition = dossier.add_bytes("pasted.txt", sys.stdin.buffer.read(), level=seen_by)
        else:
            addition = _add_all(dossier, [Path(path) for path in paths], seen_by, tell)
    show_addition(addition, dossier.store.url)


def _level(word: str) -> Level:
    from claims.vocabulary import Level

    if word not in list(Level):
        raise InputError(f"--level '{word}' is not a level; choose of {', '.join(Level)}")
    return Level(word)


def _add_all(dossier: Dossier, paths: list[Path], level: Level, tell: Progress) -> Addition:
    from claims import casefile
    from claims.capture import read_paths

    cases = [casefile.read(path) for path in paths if casefile.is_casefile(path)]
    documents = [path for path in paths if not casefile.is_casefile(path)]
    sources = [*casefile.sources(cases), *(read_paths(documents) if documents else ())]
    casefile.record_statements(cases, dossier)
    return dossier.add_captured(sources, level=level, progress=tell)


@app.command()
def detect(db: Db = None, user: User = "me") -> None:
    """Run every detector over the dossier. Exit 1 when it holds contradictions to rule on."""
    from claims.terminal import show_detection

    with _dossier(db, user) as dossier:
        found = dossier.detect()
        waiting = [dispute for dispute in dossier.disputes() if dispute.judgement is None]
    show_detection(found)
    raise typer.Exit(1 if waiting else 0)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words in either language; Chinese needs no spaces.")],
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    db: Db = None,
    user: User = "me",
) -> None:
    """Find claims, quotes and sources. Exit 1 when nothing matches."""
    from claims.terminal import show_hits

    with _dossier(db, user) as dossier:
        hits = dossier.search(text, limit=limit)
    show_hits(hits, text)
    raise typer.Exit(0 if hits else 1)


@app.command()
def report(
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write; its ending names the format.")],
    edition: Annotated[str, typer.Option(help="editor, lawyer or reader.")] = "editor",
    language: Annotated[str, typer.Option("--lang", help="en or zh.")] = "en",
    title: Annotated[str | None, typer.Option(help="The question the report answers.")] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known then: 2026-11-23T10:40Z.")] = None,
    db: Db = None,
    user: User = "me",
) -> None:
    """Write a citation report: PDF, HTML, Markdown or CSV. The same data and moment give the same bytes."""
    with _dossier(db, user) as dossier:
        data = dossier.report(output.suffix, edition=edition, language=language, title=title, as_of=_instant(as_of))
    _write_whole(output, data)
    print(f"{output}: {len(data):,} bytes")


def _write_whole(path: Path, data: bytes) -> None:
    """Half a file is no file: written beside its place, then moved there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as wrong:
        part.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({wrong.strerror}); choose another folder or make room") from None


def _instant(text: str | None) -> datetime | None:
    from datetime import UTC, datetime

    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise InputError(f"--as-of '{text}' is not a moment; write 2026-11-23T10:40Z") from None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


@app.command()
def ui(
    db: Db = None,
    user: User = "me",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8501,
    address: Annotated[
        str, typer.Option(help="Listen here; only this machine unless you say otherwise.")
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
) -> None:
    """Work in the browser; prints the address. Stop it with Ctrl+C."""
    from claims.dossier import default_url

    url = db or default_url()
    with _dossier(url, user):
        pass  # a database that cannot be opened is told here, not in the browser
    _serve(url, user, port, address, browser)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8501,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
) -> None:
    """Open the sample dossier in the browser. What you rule there is kept until the next release."""
    from claims import casefile
    from claims.resources import data_dir, resource_dir
    from claims.terminal import show_addition

    url = f"sqlite:///{data_dir() / 'sample.sqlite'}"
    with _dossier(url, "me") as dossier, _progress("Preparing the sample") as tell:
        case = casefile.read(resource_dir("seeds") / "chips.yaml")
        addition = dossier.add_captured(casefile.sources([case]), progress=tell)
    if addition.new:
        show_addition(addition, dossier.store.url)
    _serve(url, "me", port, "127.0.0.1", browser)


def _serve(url: str, user: str, port: int, address: str, browser: bool) -> None:
    from claims.resources import resource_dir

    sys.path.insert(0, str(resource_dir("ui")))
    serve = importlib.import_module("claims_ui.serve").serve
    serve(url, user, port, address=address, open_browser=browser)


@app.command()
def verify(
    checkpoint: Annotated[Path | None, typer.Option(help="A checkpoint kept outside, to compare with.")] = None,
    db: Db = None,
    user: User = "me",
) -> None:
    """Re-derive every record from the audit log and compare. Exit 1 when something was tampered with."""
    kept = _text_of(checkpoint) if checkpoint else None
    with _dossier(db, user) as dossier:
        told = dossier.verify(kept)
        mark = dossier.store.checkpoint()
    for problem in told.problems:
        print(f"tampered: {problem}")
    print(f"{told.events:,} events checked, {len(told.problems)} problems\n{mark}")
    raise typer.Exit(1 if told.problems else 0)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(f"{path}: cannot be read ({wrong})") from None


@app.command()
def backup(path: Annotated[Path, typer.Argument(help="The file to write.")], db: Db = None, user: User = "me") -> None:
    """Copy the whole database while it is in use."""
    with _dossier(db, user) as dossier:
        dossier.store.backup(path)
    print(f"{path}: a whole copy; keep the archive folder beside it")


@app.command()
def doctor(db: Db = None, user: User = "me") -> None:
    """Tell versions, database, fonts and settings. Exit 1 when something wants mending."""
    from claims.doctor import examine
    from claims.dossier import default_url

    sick = False
    for finding in examine(db or default_url(), user):
        sick |= not finding.fine
        print(f"{'ok  ' if finding.fine else 'MEND'} {finding.what}: {finding.seen}")
    raise typer.Exit(1 if sick else 0)


@contextmanager
def _dossier(url: str | None, user: str) -> Iterator[Dossier]:
    from claims.dossier import open_dossier

    dossier = open_dossier(url, user=user)
    try:
        yield dossier
    finally:
        dossier.close()


def _progress(what: str) -> AbstractContextManager[Progress]:
    from claims.terminal import progress_bar

    return progress_bar(what)


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
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:
        # A fault of ours. Its text may hold a source's words, so only its kind and place are told.
        if os.environ.get("CLAIMS_DEBUG"):
            raise
        place = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        print(
            f"claims: a fault of Counterclaim's own ({type(fault).__name__} in {where}); nothing half-written was kept. "
            "CLAIMS_DEBUG=1 shows all of it",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
