"""Documents from files, folders and pasted text, each with its bytes, its text and what is known of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from claims.capture import media, sandbox
from claims.capture.captured import Captured
from claims.capture.decoding import cleaned, decoded
from claims.capture.metafile import NAME, mastheads_in
from claims.errors import InputError
from claims.reading.annotations import Masthead

LARGEST = 50_000_000  # bytes of one document; the longest leaked reports met are a tenth of it
Progress = Callable[[int, int, str], None]  # documents done, documents in all, the one just read


def read_paths(paths: Sequence[Path], progress: Progress | None = None) -> list[Captured]:
    """The documents of these files and folders in order, folders by name; InputError names what cannot be read."""
    found = [entry for path in paths for entry in _entries(Path(path))]
    stems = Counter((path.parent, path.stem) for path, _ in found)
    captures = []
    for done, (path, masthead) in enumerate(found, 1):
        captured = read_bytes(path.name, _bytes_of(path), masthead, place=str(path))
        if stems[path.parent, path.stem] > 1:
            captured = replace(captured, name=path.name)
        captures.append(captured)
        if progress:
            progress(done, len(found), path.name)
    return captures


def read_bytes(
    name: str, data: bytes, masthead: Masthead | None = None, how: str = "file", *, place: str | None = None
) -> Captured:
    """A document from its bytes; `place` names it in messages, where it has a longer name there."""
    place, known = place or name, masthead or Masthead()
    _check_size(place, len(data))
    kind = media.media_type_of(place, data)
    stem = Path(name).stem or name
    sha256 = hashlib.sha256(data).hexdigest()
    if kind in (media.TEXT, media.MARKDOWN):
        plain = decoded(place, data)
        return Captured(stem, data, sha256, kind, plain.encoding, plain.text, known, how, plain.notes)
    parsed = sandbox.parsed(place, kind, data)
    text = cleaned(parsed.text, parsed.encoding or "utf-8")
    notes = (*parsed.notes, *text.notes)
    return Captured(stem, data, sha256, kind, parsed.encoding, text.text, _over(known, parsed.masthead), how, notes)


def read_text(text: str, masthead: Masthead | None = None, how: str = "paste") -> Captured:
    """A document from pasted text; its bytes are the text in UTF-8."""
    if not text.strip():
        raise InputError("the pasted text is empty; paste the words of a document")
    clean = cleaned(text.removeprefix("\ufeff"), "utf-8")
    data = clean.text.encode("utf-8")
    _check_size("the pasted text", len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    return Captured("pasted", data, sha256, media.TEXT, "utf-8", clean.text, masthead or Masthead(), how, clean.notes)


def _entries(path: Path) -> Iterator[tuple[Path, Masthead]]:
    try:
        if path.is_dir():
            yield from _of_folder(path)
            return
        if not path.exists():
            raise InputError(f"{path}: there is no such file or folder; check the spelling")
    except PermissionError:
        raise InputError(f"{path}: you may not read it; ask its owner, or copy it to a folder of yours") from None
    except (OSError, ValueError):
        raise InputError(f"'{str(path)[:80]}' cannot be a path; name a file or a folder") from None
    known = mastheads_in(path.parent)
    yield path, known.get(path.stem) or known.get(path.name) or Masthead()


def _of_folder(folder: Path) -> Iterator[tuple[Path, Masthead]]:
    known = mastheads_in(folder)
    documents = sorted(
        (p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".") and p.name != NAME),
        key=lambda p: p.name,
    )
    if not documents:
        below = next((p for p in sorted(folder.iterdir()) if p.is_dir() and not p.name.startswith(".")), None)
        hint = f"did you mean {below}?" if below else f"put {media.READS} files in it"
        raise InputError(f"{folder}: the folder holds no documents; {hint}")
    for path in documents:
        yield path, known.get(path.stem) or known.get(path.name) or Masthead()


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise InputError(f"{path}: not a regular file (a device or a pipe); copy it to a file first")
    try:
        _check_size(str(path), path.stat().st_size)
        return path.read_bytes()
    except PermissionError:
        raise InputError(f"{path}: you may not read it; ask its owner, or copy it to a folder of yours") from None
    except OSError as wrong:
        raise InputError(f"{path}: cannot be read ({wrong.strerror}); copy it to this machine and try again") from None


def _check_size(place: str, size: int) -> None:
    if size == 0:
        raise InputError(f"{place}: the file is empty; get it again")
    if size > LARGEST:
        raise InputError(
            f"{place}: {size / 1_000_000:.0f} MB, more than the {LARGEST // 1_000_000} MB a document may have; "
            "split it, or extract its text first"
        )


def _over(known: Masthead, found: Masthead) -> Masthead:
    """What meta.json says, and where it is silent what the file says of itself."""
    return Masthead(
        title=known.title or found.title,
        publisher=known.publisher or found.publisher,
        byline=known.byline or found.byline,
        url=known.url or found.url,
        language=known.language or found.language,
        published=known.published or found.published,
        captured=known.captured or found.captured,
        kind=known.kind or found.kind,
    )
