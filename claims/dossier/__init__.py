"""The one door: a verb for each step of a journalist's work. The command line and the pages call only these."""

from claims.dossier.door import Dossier, default_url, open_dossier
from claims.dossier.told import Addition, Detection, Progress, Undone

__all__ = ["Addition", "Detection", "Dossier", "Progress", "Undone", "default_url", "open_dossier"]
