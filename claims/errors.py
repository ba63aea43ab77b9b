"""What can go wrong, as a tree; every message names the thing, the place, the cause and the way out.

ClaimsError
├── InputError      a file, a text or an argument that cannot be used
├── UnknownRecord   an id or label that names nothing the reader may see
├── StoreError      the database is not ours, too new, locked, full or cannot be reached
├── Tampered        the audit log and the records disagree
├── Conflict        somebody else decided first
└── ReportError     a report that cannot be written
"""


class ClaimsError(Exception):
    """A mistake the caller can mend; shown as one sentence, never as a traceback. Exit code 2."""


class InputError(ClaimsError):
    """A file, a text or an argument that cannot be used."""


class UnknownRecord(ClaimsError):
    """An id or label that names nothing the reader may see."""


class StoreError(ClaimsError):
    """The database is not ours, too new, locked, full or cannot be reached."""


class Tampered(ClaimsError):
    """The audit log and the records disagree."""


class Conflict(ClaimsError):
    """Somebody else decided first; the message says who, what and when."""


class ReportError(ClaimsError):
    """A report that cannot be written."""
