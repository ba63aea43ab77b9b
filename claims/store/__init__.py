"""The only SQL: records go in, stay, and are asked for here; SQLite for one desk, PostgreSQL for a newsroom."""

from claims.store.store import Store
from claims.store.values import Added, Hit, Verified

__all__ = ["Added", "Hit", "Store", "Verified"]
