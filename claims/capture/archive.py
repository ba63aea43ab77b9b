"""An archive of captured bytes by their sha256: what was put in can be had again, or it is said to be damaged."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from claims.errors import InputError, Tampered

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class Archive:
    """A folder of originals, each under its sha256 in two levels of folders, readable by its owner alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> Path:
        """The path of these bytes in the archive, written if they are new; whole or not at all."""
        path = self._path(hashlib.sha256(data).hexdigest())
        if path.exists():
            return path
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write(path, data)
        except OSError as wrong:
            raise InputError(
                f"the archive {self.folder} cannot be written ({wrong.strerror}); free some space or give another folder"
            ) from None
        return path

    def get(self, sha256: str) -> bytes:
        """The bytes of this sha256. InputError when they are not here, Tampered when they are no longer the same."""
        path = self._path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise InputError(f"the archive {self.folder} holds no original {sha256}") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Tampered(f"the original {path} was changed after it was captured: its sha256 no longer is its name")
        return data

    def has(self, sha256: str) -> bool:
        """True when the archive holds these bytes; they are not checked."""
        return self._path(sha256).is_file()

    def _path(self, sha256: str) -> Path:
        if not _SHA256.match(sha256):
            raise InputError(f"'{sha256}' is not a sha256: 64 digits of 0-9 and a-f are wanted")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # made 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
