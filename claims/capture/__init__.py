"""Bytes: documents as they were found, decoded text with what was done to it, and the archive by sha256."""

from claims.capture.archive import Archive
from claims.capture.captured import Captured
from claims.capture.files import read_bytes, read_paths, read_text

__all__ = ["Archive", "Captured", "read_bytes", "read_paths", "read_text"]
