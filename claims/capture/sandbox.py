"""Hostile formats parsed in a process of its own, with limits on memory, time and files: a bomb hurts nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from claims.capture.parsed import Parsed, from_json
from claims.errors import InputError

PATIENCE = 60  # seconds of wall-clock time; the child's own limit is on processor time


def parsed(place: str, media_type: str, data: bytes) -> Parsed:
    """The document as its format's reader gives it; InputError, naming the place, when it cannot be read safely."""
    command = [sys.executable, "-m", "claims.capture.child", media_type]
    try:
        # The command is this interpreter and a word of our own; the document goes in as data.
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=PATIENCE, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{place}: not read after {PATIENCE} seconds; it is damaged or built to hang: save it as plain text"
        ) from None
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise InputError(
            f"{place}: reading it took more memory or time than a document may take; it is damaged or hostile: "
            "open it in a safe viewer and save its words as plain text"
        ) from None
    if "error" in told:
        raise InputError(f"{place}: {told['error']}")
    return from_json(told)


def _environment() -> dict[str, str]:
    """Nothing of ours but the way to the program: no addresses, names or keys go to the child."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    root = str(Path(__file__).resolve().parents[2])
    return kept | {"PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1"}
